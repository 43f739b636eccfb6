"""What paths of records, details and readings are called by people.

A path that is not listed is shown as it is written: a pack of one's own may declare any.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from isocheck.messages.words import Language
from isocheck.report.words import Pair, say

PATHS: Final[Mapping[str, Pair]] = {
    # bodies
    "id": ("mã hồ sơ", "id"),
    "kind": ("loại hồ sơ", "kind of record"),
    "name": ("tên", "name"),
    "parent": ("cơ quan cấp trên", "parent body"),
    "code": ("mã đơn vị", "code"),
    "unit_type": ("loại đơn vị", "type of unit"),
    "body_type": ("loại cơ quan", "type of body"),
    "established_on": ("ngày thành lập", "day established"),
    "dissolved_on": ("ngày thôi tồn tại", "day dissolved"),
    "predecessors": ("đơn vị tiền thân", "predecessors"),
    "committee_member": ("thành viên Ban Chỉ đạo", "membership of the committee"),
    "new_rural_standard": ("đạt chuẩn nông thôn mới", "new-rural standard"),
    "nominated": ("được lựa chọn tham gia Kế hoạch", "nomination"),
    # the quality management system
    "qms": ("tình trạng áp dụng HTQLCL", "whether a QMS is applied"),
    "qms.adopted_on": ("ngày áp dụng HTQLCL", "day the QMS was adopted"),
    "qms.ended_on": ("ngày ngừng áp dụng HTQLCL", "day the QMS was given up"),
    "former.qms.ended_on": ("ngày ngừng áp dụng HTQLCL", "day the QMS was given up"),
    "former.qms.adopted_on": ("ngày áp dụng HTQLCL trước đây", "day the former QMS was adopted"),
    "qms.standard": ("phiên bản tiêu chuẩn TCVN ISO 9001", "version of TCVN ISO 9001"),
    "qms.framework_model": ("mô hình khung", "framework model"),
    "qms.self_built": ("tự xây dựng HTQLCL", "QMS built by own staff"),
    "qms.scope": ("phạm vi áp dụng", "scope of the QMS"),
    "extent": ("toàn bộ hay một phần", "whole or in part"),
    "withdrawn_on": ("ngày thu hồi, rút", "day withdrawn"),
    "version": ("phiên bản", "version"),
    "covers": ("thủ tục được bao gồm", "procedures covered"),
    "title": ("tên thủ tục", "title"),
    "published_on": ("ngày công bố", "day published"),
    "repealed_on": ("ngày bãi bỏ", "day repealed"),
    "replaces": ("thay thế thủ tục", "what it replaces"),
    "for": ("kiểm tra thay cho", "on whose behalf"),
    "follows": ("theo sau cuộc kiểm tra", "inspection it follows"),
    "approved_on": ("ngày phê duyệt", "day approved"),
    "number": ("số văn bản", "number of the document"),
    "qms.announcements": ("các lần công bố HTQLCL", "announcements of the QMS"),
    "qms.leadership": ("quyết định phân công lãnh đạo HTQLCL", "decision naming who leads the QMS"),
    "qms.leadership.decision": (
        "quyết định phân công lãnh đạo HTQLCL",
        "decision naming who leads the QMS",
    ),
    "qms.internal_link": (
        "hồ sơ HTQLCL gắn với quản lý nội bộ",
        "evidence that the QMS is tied to internal management",
    ),
    "qms.internal_link.evidence": (
        "hồ sơ HTQLCL gắn với quản lý nội bộ",
        "evidence that the QMS is tied to internal management",
    ),
    "qms.it_link": (
        "hồ sơ HTQLCL gắn với công nghệ thông tin",
        "evidence of the QMS's fit with IT",
    ),
    "qms.it_link.evidence": (
        "hồ sơ HTQLCL gắn với công nghệ thông tin",
        "evidence of the QMS's fit with IT",
    ),
    "procedures": ("danh mục thủ tục hành chính", "list of procedures"),
    "maintenance": ("hồ sơ duy trì HTQLCL", "record of maintenance"),
    "qms.applied": ("HTQLCL đang áp dụng", "QMS applied"),
    "qms.applied_ever": ("HTQLCL đã từng áp dụng", "QMS ever applied"),
    "qms.announced": ("công bố HTQLCL còn hiệu lực", "announcement that stands"),
    "qms.announced_ever": ("công bố HTQLCL", "announcement of the QMS"),
    "qms.first_announced_on": ("ngày công bố lần đầu", "day of the first announcement"),
    "qms.last_announced_on": ("ngày công bố gần nhất", "day of the last announcement"),
    "qms.scope.changed_on": ("ngày thay đổi phạm vi áp dụng", "day the scope changed"),
    "qms.scope.changed_in_plan_on": (
        "ngày thay đổi phạm vi áp dụng trong giai đoạn của Kế hoạch",
        "day the scope changed within the plan",
    ),
    "qms.scope.covered": ("phạm vi áp dụng", "scope of the QMS"),
    "qms.current_version": ("phiên bản tiêu chuẩn đang dùng", "version of the standard in use"),
    "qms.ever_2008": ("từng theo TCVN ISO 9001:2008", "ever on TCVN ISO 9001:2008"),
    "qms.converted_on": ("ngày chuyển đổi sang TCVN ISO 9001:2015", "day converted to :2015"),
    "procedures.published": ("thủ tục đã công bố", "published procedures"),
    "procedures.outside_scope": ("thủ tục ngoài phạm vi áp dụng", "procedures outside the scope"),
    "qms.announced_or_inherited": (
        "công bố HTQLCL, kể cả của đơn vị tiền thân",
        "announcement, its own or a predecessor's",
    ),
    "qms.announced_2015_since_converted": (
        "công bố theo phiên bản 2015 sau khi chuyển đổi",
        "announcement of :2015 since converted",
    ),
    "qms.not_posted": ("lần công bố chưa niêm yết", "announcements not posted"),
    "qms.not_sent": ("lần công bố chưa gửi", "announcements not sent"),
    "qms.outside_plan": ("ngoài phạm vi của Kế hoạch", "outside what the plan governs"),
    "qms.scope.changed_since_announced_on": (
        "ngày thay đổi phạm vi áp dụng sau khi công bố",
        "day the scope changed after the announcement",
    ),
    "maintenance.kinds_in_12_months": (
        "số hình thức duy trì trong 12 tháng gần nhất",
        "kinds of maintenance in the last 12 months",
    ),
    "conversion.planned": ("kế hoạch chuyển đổi", "plan of conversion"),
    "body.listed": ("thuộc diện phải áp dụng", "on the list of those that must apply"),
    "maintenance.last_audit_on": ("lần đánh giá nội bộ gần nhất", "last internal audit"),
    "maintenance.last_review_on": ("lần xem xét của lãnh đạo gần nhất", "last management review"),
    "maintenance.recent_kinds": (
        "số hình thức duy trì trong 12 tháng gần nhất",
        "kinds of maintenance in the last 12 months",
    ),
    "nomination.apply_year": ("năm phải áp dụng", "year to apply in"),
    "nomination.in_plan": ("được lựa chọn cho 2018 hoặc 2019", "nominated for 2018 or 2019"),
    "nomination.count": ("số lần được lựa chọn", "times nominated"),
    "nomination.first_year": ("năm được lựa chọn", "year nominated for"),
    "nomination.last_year": ("năm được lựa chọn", "year nominated for"),
    # money
    "amount": ("số tiền", "amount"),
    "source": ("nguồn kinh phí", "source of the money"),
    "line": ("dòng kinh phí", "budget line"),
    "year": ("năm", "year"),
    "cap": ("mức tối đa", "limit"),
    "committee_cap": ("mức tối đa của Ban Chỉ đạo", "limit for the committee"),
    "beneficiary": ("đơn vị thụ hưởng", "beneficiary"),
    "beneficiaries": ("đơn vị thụ hưởng", "beneficiaries"),
    "contractor": ("bên thực hiện", "contractor"),
    "paid_by": ("đơn vị chi", "paid by"),
    "spent_on": ("ngày chi", "day spent"),
    "settled_on": ("ngày quyết toán", "day settled"),
    "recovered": ("tiền đã thu hồi", "money that came back"),
    # documents and events
    "from": ("nơi gửi", "sender"),
    "to": ("nơi nhận", "addressees"),
    "through": ("gửi qua", "sent through"),
    "type": ("loại", "type"),
    "period": ("kỳ", "period"),
    "sent_on": ("ngày gửi", "day sent"),
    "estimate_due": ("thời hạn lập dự toán", "day for the estimate"),
    "due_on": ("thời hạn trả lời", "day asked for"),
    "answers": ("trả lời văn bản", "what it answers"),
    "date": ("ngày", "day"),
    "by": ("cơ quan thực hiện", "done by"),
    "subject": ("đối tượng", "subject"),
    "about": ("nội dung", "what it is about"),
    "document": ("văn bản", "document"),
    "form": ("hình thức", "form"),
    "appraised_on": ("ngày thẩm định", "day appraised"),
    "put_to_committee_on": ("ngày trình UBND tỉnh", "day put to the People's Committee"),
    "sent_to_finance_on": ("ngày gửi Sở Tài chính", "day sent to the finance department"),
    "posted_on": ("ngày niêm yết", "day posted"),
    "closed_on": ("ngày khắc phục xong", "day closed"),
    "open_points": ("điểm cần khắc phục", "points to mend"),
    "decision": ("quyết định kiểm tra", "decision on the inspection"),
    "programme": ("chương trình kiểm tra", "programme of the inspection"),
    "minutes": ("biên bản", "minutes"),
    "request_document": ("văn bản yêu cầu khắc phục", "document that asks for remedies"),
    "inspection.followed": ("số cuộc kiểm tra sau đó", "later inspections"),
    "inspection.checked_again": ("số cuộc kiểm tra lại", "inspections that checked again"),
    "committee.inspections": ("số cuộc kiểm tra của Ban Chỉ đạo", "inspections of the committee"),
    "committee.decisions": (
        "quyết định thành lập, kiện toàn Ban Chỉ đạo",
        "decisions setting up the committee",
    ),
    "committee.proposals": ("đề xuất về Ban Chỉ đạo", "proposals on the committee"),
    "coverage.uninspected": ("cơ quan chưa được kiểm tra", "bodies not inspected"),
    "coverage.uninspected_count": ("số cơ quan chưa được kiểm tra", "bodies not inspected"),
    "done.awareness": ("số hoạt động tuyên truyền", "activities of awareness"),
    "done.budget_checks": ("số lần kiểm tra kinh phí", "checks of the money"),
    "done.budget_guidance": ("số văn bản hướng dẫn kinh phí", "guidance on the money"),
    "done.estimates": ("số dự toán đã lập", "estimates made"),
    "done.guidance": ("số lần hướng dẫn", "acts of guidance"),
    "done.inspections": ("số cuộc kiểm tra", "inspections"),
    "done.media": ("số tin, bài tuyên truyền", "media items"),
    "done.monitoring": ("số lần theo dõi, đôn đốc", "acts of monitoring"),
    "done.plan_drafts": ("số dự thảo kế hoạch", "plans drafted"),
    "done.proposals": ("số đề xuất", "proposals"),
    "done.staff_sent": ("số lần cử người tham gia", "times staff were sent"),
    "done.training": ("số lớp đào tạo, tập huấn", "courses of training"),
    "difficulty_proposals": ("số đề xuất tháo gỡ khó khăn", "proposals on the difficulty"),
    "difficulty_forwarded": (
        "số báo cáo của Sở chuyển tiếp khó khăn lên UBND tỉnh",
        "reports that pass the difficulty on to the province",
    ),
    "lines.through_here": ("khó khăn gửi qua cơ quan này", "difficulties sent through the body"),
    "addressed.districts": ("nơi nhận là cấp huyện", "addressees that are districts"),
    "addressed.provincial": ("nơi nhận là cấp tỉnh", "addressees of the province"),
    "report.on_line": ("gửi đúng tuyến báo cáo", "sent on its line of reporting"),
    "report.on_parent_line": (
        "gửi đúng tuyến báo cáo của cơ quan cấp trên",
        "sent on the line of the parent body",
    ),
    "report.where_to": ("nơi phải nhận báo cáo", "who is to have the report"),
    "reports.periodic": ("số báo cáo định kỳ", "periodic reports"),
    "body.reports": ("thuộc diện phải báo cáo", "whether the body must report"),
    "request.unanswered": ("nơi được yêu cầu chưa trả lời", "bodies asked that did not answer"),
    "request.others_asked": ("số cơ quan khác được yêu cầu", "other bodies asked"),
    # what the plan's rules compare
    "framework_share": (
        "tỷ lệ xã theo mô hình khung và đã công bố",
        "share of communes on the framework model and announced",
    ),
    "announced_share": ("tỷ lệ xã đã công bố", "share of communes that announced"),
    "rollout.applied_2018": ("số xã chọn cho 2018 đã áp dụng", "communes of 2018 that applied"),
    "rollout.applied_2019": ("số xã chọn cho 2019 đã áp dụng", "communes of 2019 that applied"),
    "selection.new": ("xã được lựa chọn", "communes selected"),
    "selection.own": ("số xã do cấp huyện lựa chọn", "communes that the district selected"),
    "selection.left": ("số xã chưa áp dụng còn lại", "communes without a QMS left"),
    "selection.with_qms": ("xã được chọn khi đã có HTQLCL", "communes selected though with a QMS"),
    "selection.twice": ("số xã được lựa chọn cho hai năm", "communes selected for two years"),
    "selection.passed_over_count": (
        "số xã đạt chuẩn nông thôn mới chưa được ưu tiên",
        "communes of the new-rural standard passed over",
    ),
    "part": ("phần của Biểu", "part of the annex"),
    "merged.money": ("kinh phí của đơn vị tiền thân", "money of predecessors"),
    "merged.nominated": ("xã tiền thân được lựa chọn", "a predecessor was nominated"),
    "programme.spent": ("tổng số đã chi", "spent in all"),
    "programme.allocated": ("tổng kinh phí được giao", "allocated in all"),
    "year.spent": ("số đã chi trong năm", "spent in the year"),
    "year.allocated": ("kinh phí được giao trong năm", "allocated in the year"),
    "year.committee_spent": ("số Ban Chỉ đạo đã chi", "spent by the committee"),
    "year.committee_allocated": ("kinh phí giao Ban Chỉ đạo", "allocated to the committee"),
    "year.paid_communes": ("số xã được chi kinh phí", "communes paid for"),
    "line.spent": ("số đã chi của dòng này", "spent on the line"),
    "line.allocated": ("kinh phí được giao của dòng này", "allocated to the line"),
    "money.spent": ("số đã chi cho đơn vị", "spent on the body"),
    "money.consulting": ("số đã chi tư vấn", "spent on consulting"),
    "money.implementing": ("số đã chi cho cơ quan thực hiện", "spent on the implementing agency"),
    "money.payments": ("số khoản chi", "payments"),
    "money.off_year": ("số khoản chi không thuộc năm lựa chọn", "payments of another year"),
    "money.not_nominated": ("số khoản chi khi chưa được lựa chọn", "payments without a nomination"),
    "money.to_consultants": ("số khoản chi thuê tư vấn", "payments to consultants"),
    "building.consulting": ("số đã chi tư vấn cho đơn vị", "spent on consulting for the body"),
    "building.payments": ("số khoản chi xây dựng HTQLCL", "payments for building the QMS"),
    "building.spent": ("số đã chi xây dựng HTQLCL", "spent on building the QMS"),
    "used.payments": ("số khoản chi", "payments"),
    "used.unsettled": ("số khoản chưa quyết toán", "payments not settled"),
    "answers_given": ("số báo cáo trả lời đã gửi", "answers sent"),
    "final_reviews": ("số cuộc tổng kết", "final reviews"),
    "communes.announced": ("số xã đã công bố", "communes that announced"),
    "communes.in_force": ("số xã hiện có", "communes in force"),
    "communes.on_framework": (
        "số xã theo mô hình khung và đã công bố",
        "communes on the framework model and announced",
    ),
    "selection.passed_over": (
        "xã đạt chuẩn nông thôn mới chưa được ưu tiên",
        "communes of the new-rural standard passed over",
    ),
    "merged.announced_communes": ("xã tiền thân đã công bố", "predecessors that announced"),
    "merged.nominated_communes": (
        "xã tiền thân được lựa chọn",
        "predecessors that were nominated",
    ),
    "periodic.to_province": (
        "báo cáo gửi UBND tỉnh",
        "report to the provincial People's Committee",
    ),
    "periodic.to_ministry": ("báo cáo gửi Bộ Khoa học và Công nghệ", "report to the Ministry"),
    "agency_answers": ("số báo cáo trả lời của cơ quan thường trực", "answers of the agency"),
    "agency_periodic.to_province": (
        "báo cáo gửi UBND tỉnh",
        "report to the provincial People's Committee",
    ),
    "agency_periodic.to_ministry": (
        "báo cáo gửi Bộ Khoa học và Công nghệ",
        "report to the Ministry",
    ),
    # the law itself
    "as_of": ("ngày rà soát", "day judged"),
    "param.kh34.plan_start": ("ngày bắt đầu của Kế hoạch", "first day of the plan"),
    "param.kh34.carried_over_money": (
        "xã của năm trước được dùng kinh phí năm sau",
        "a commune may be paid out of a later year",
    ),
    "param.kh34.successor_takes_part": (
        "xã mới thay xã cũ đã được lựa chọn",
        "a merged commune takes the selected one's place",
    ),
    "param.kh34.paid_in_january": (
        "được chi trong thời gian chỉnh lý ngân sách",
        "paid within the time for settling a budget year",
    ),
    "param.kh34.conversion_due": ("hạn chuyển đổi", "day to be converted by"),
    "param.qd19.other_body_listed": (
        "cơ quan không phải cơ quan chuyên môn thuộc diện phải áp dụng",
        "a body that is no specialised agency must apply",
    ),
    "param.tt116.others_within_rate": (
        "cơ quan cấp tỉnh, cấp huyện chi trong 85% mức thuê tư vấn",
        "departments and districts keep to 85% of the rate",
    ),
    "param.tt116.within_commune_norm": (
        "chi trong 80% định mức của chi cục",
        "within 80% of the norm for a sub-department",
    ),
}

DETAILS: Final[Mapping[str, Pair]] = {
    "missing_procedures": ("Thủ tục còn thiếu", "Missing procedures"),
    "selected": ("Đã lựa chọn", "Selected"),
    "left": ("Còn có thể lựa chọn", "Could still be selected"),
    "passed_over": ("Chưa được ưu tiên", "Passed over"),
    "had_a_qms": ("Đã có HTQLCL khi được chọn", "Had a QMS when selected"),
    "selected_twice": ("Số xã được lựa chọn cho hai năm", "Selected for two years"),
    "predecessors": ("Đơn vị tiền thân", "Predecessors"),
    "money": ("Số tiền", "Money"),
    "nominated": ("Được lựa chọn", "Nominated"),
    "announced": ("Đã công bố", "Announced"),
    "uninspected": ("Chưa được kiểm tra", "Not inspected"),
    "year": ("Năm", "Year"),
    "line": ("Dòng kinh phí", "Budget line"),
    "not_posted": ("Chưa niêm yết", "Not posted"),
    "not_sent": ("Chưa gửi", "Not sent"),
    "unanswered": ("Chưa trả lời", "Not answered"),
    "open_points": ("Điểm cần khắc phục", "Points to mend"),
    "where_to": ("Nơi phải nhận", "To be sent to"),
}

# What the readings of parameters are called; the words of facts have labels in their vocabularies.
VALUES: Final[Mapping[str, Pair]] = {
    "either": ("chỉ cần một trong hai", "either of the two"),
    "both": ("phải có cả hai", "both"),
    "before": ("trước ngày đã ghi", "before the day named"),
    "must-announce-anew": ("phải công bố lại", "must announce anew"),
    "any-predecessor-announced": (
        "chỉ cần một xã cũ đã công bố",
        "one predecessor that announced is enough",
    ),
    "all-predecessors-announced": (
        "mọi xã cũ đều đã công bố",
        "all predecessors must have announced",
    ),
    "organisation-rate": ("tính theo mức thuê tổ chức", "at the rate of organisations"),
    "expert-rate": ("tính theo mức thuê chuyên gia", "at the rate of experts"),
    "up-to": ("đến hết ngày đã ghi", "up to the day named"),
}

_ENTRY = re.compile(r"(?:\.\d+|\[\d+\])(?=\.|$)")


def path_label(path: str, lang: Language) -> str:
    """Return what a path is called: the whole of it, else the longest known end of it."""
    entry = _ENTRY.search(path)
    if entry is not None:
        owner, rest = path[: entry.start()], path[entry.end() :].lstrip(".")
        number = int(re.sub(r"\D", "", entry[0])) + 1
        place = say((f"mục thứ {number}", f"entry {number}"), lang)
        whole = f"{path_label(owner, lang)} ({place})"
        return f"{whole}: {path_label(rest, lang)}" if rest else whole
    segments = path.split(".")
    if len(segments) > 1 and segments[0] in ("subject", "item", "owner"):
        segments = segments[1:]
    for start in range(len(segments)):
        found = PATHS.get(".".join(segments[start:]))
        if found is None:
            continue
        head = PATHS.get(".".join(segments[:start])) if start else None
        return say(found, lang) if head is None else f"{say(head, lang)}: {say(found, lang)}"
    return path


def detail_label(name: str, path: str, lang: Language) -> str:
    """Return what a detail of a finding is called: by its own name, else by its path."""
    return say(DETAILS[name], lang) if name in DETAILS else path_label(path, lang)


def value_label(value: str, lang: Language) -> str:
    """Return what a code of the data is called."""
    return say(VALUES[value], lang) if value in VALUES else value
