"""What the fields of fact files mean, in the words of the fact pages (Vietnamese, English)."""

from __future__ import annotations

Pair = tuple[str, str]

# By the path of a field below its record; `KIND:PATH` where a kind means something of its own.
FIELDS: dict[str, Pair] = {
    "name": ("tên, để người đọc nhận ra", "its name, as people read it"),
    "parent": ("cơ quan, đơn vị cấp trên trực tiếp", "the body directly above"),
    "code": (
        "mã đơn vị hành chính (giữ số 0 ở đầu)",
        "code of the administrative unit (leading zeros are kept)",
    ),
    "unit_type": (
        "loại đơn vị: xã, phường, thị trấn, huyện …",
        "type of unit: xã, phường, thị trấn, huyện …",
    ),
    "body_type": (
        "loại cơ quan: cơ quan chuyên môn, tổ chức hành chính khác, ban quản lý, chi cục",
        "type of body",
    ),
    "established_on": (
        "ngày thành lập; bỏ trống: đã có từ lâu",
        "day established; absent: long ago",
    ),
    "dissolved_on": (
        "ngày thôi tồn tại; bỏ trống: vẫn đang hoạt động",
        "day it ended; absent: it has not",
    ),
    "predecessors": (
        "các đơn vị tiền thân; bỏ trống cùng `established_on`: không có",
        "the units it was made of; absent beside an absent `established_on`: none",
    ),
    "predecessors[].id": ("đơn vị tiền thân", "the unit it was made of"),
    "predecessors[].extent": (
        "lấy toàn bộ (`full`) hay một phần (`part`) đơn vị đó",
        "the whole of that unit or a part",
    ),
    "committee_member": ("tham gia Ban Chỉ đạo ISO", "membership of the steering committee"),
    "committee_member.date": ("ngày tham gia Ban Chỉ đạo", "day it became a member"),
    "new_rural_standard": ("đạt chuẩn nông thôn mới", "the new-rural standard"),
    "new_rural_standard.date": ("ngày được công nhận đạt chuẩn", "day of recognition"),
    "new_rural_standard.decision": ("quyết định công nhận", "decision of recognition"),
    "nominated": ("các lần được lựa chọn tham gia Kế hoạch", "selections for the plan"),
    "nominated[].year": ("được chọn cho năm nào", "the year it is selected for"),
    "nominated[].date": ("ngày lựa chọn", "day of the selection"),
    "nominated[].by": ("cơ quan lựa chọn", "who selected it"),
    "nominated[].document": ("văn bản lựa chọn", "document of the selection"),
    "nominated[].withdrawn_on": (
        "ngày rút khỏi danh sách; bỏ trống: chưa rút",
        "day the selection was withdrawn; absent: it is not",
    ),
    "qms": (
        "hệ thống quản lý chất lượng (HTQLCL); `null`: không áp dụng",
        "the quality management system; `null`: none is applied",
    ),
    "qms.adopted_on": (
        "ngày hiệu lực của quyết định ban hành tài liệu hệ thống",
        "effect day of the decision that issues the system's documents",
    ),
    "qms.ended_on": (
        "ngày ngừng áp dụng; bỏ trống: vẫn áp dụng",
        "day the system was given up; absent: it is not",
    ),
    "qms.standard": (
        "các phiên bản TCVN ISO 9001 đã dùng",
        "the versions of TCVN ISO 9001 it has followed",
    ),
    "qms.standard[].version": ('`"2008"` hoặc `"2015"`', '`"2008"` or `"2015"`'),
    "qms.standard[].from": ("ngày bắt đầu theo phiên bản đó", "first day of that version"),
    "qms.framework_model": (
        "số quyết định của mô hình khung đã dùng; `null`: không theo mô hình khung",
        "which framework model; `null`: none",
    ),
    "qms.self_built": (
        "tự xây dựng, không thuê tư vấn",
        "built by own staff, without a consultant",
    ),
    "qms.scope": ("các lần xác định phạm vi áp dụng", "the versions of the scope"),
    "qms.scope[].from": ("ngày bắt đầu của phạm vi", "first day of that scope"),
    "qms.scope[].covers": (
        "mã các thủ tục trong phạm vi, hoặc `all` nếu gồm tất cả",
        "codes of the procedures in it, or `all`",
    ),
    "qms.announcements": ("các lần công bố HTQLCL", "announcements of the system"),
    "qms.announcements[].date": ("ngày công bố", "day of the announcement"),
    "qms.announcements[].number": ("số văn bản công bố", "number of the document"),
    "qms.announcements[].version": ("phiên bản tiêu chuẩn công bố", "version announced"),
    "qms.announcements[].posted_on": ("ngày niêm yết, đăng tải", "day it was posted"),
    "qms.announcements[].sent_on": ("ngày gửi bản công bố", "day it was sent"),
    "qms.announcements[].withdrawn_on": (
        "ngày thu hồi công bố; bỏ trống: chưa thu hồi",
        "day it was withdrawn; absent: it is not",
    ),
    "qms.leadership": (
        "phân công lãnh đạo phụ trách hệ thống",
        "who leads the system",
    ),
    "qms.leadership.decision": ("quyết định phân công", "decision that names them"),
    "qms.leadership.date": ("ngày quyết định", "day of the decision"),
    "qms.internal_link": (
        "gắn hệ thống với quản lý hoạt động nội bộ",
        "tie to the management of internal activities",
    ),
    "qms.internal_link.evidence": ("hồ sơ, tài liệu chứng minh", "evidence"),
    "qms.internal_link.date": ("ngày của hồ sơ đó", "day of the evidence"),
    "qms.it_link": ("gắn hệ thống với ứng dụng công nghệ thông tin", "fit with the use of IT"),
    "qms.it_link.evidence": ("hồ sơ, tài liệu chứng minh", "evidence"),
    "qms.it_link.date": ("ngày của hồ sơ đó", "day of the evidence"),
    "procedures": (
        (
            "thủ tục hành chính (TTHC) phải giải quyết: `{catalogue: id}` của một danh mục "
            "dùng chung, hoặc danh sách riêng"
        ),
        "the procedures it handles: `{catalogue: id}` of a shared catalogue, or a list of its own",
    ),
    "catalogue:procedures": ("các thủ tục trong danh mục", "the procedures of the catalogue"),
    "procedures[].code": ("mã thủ tục", "code of the procedure"),
    "procedures[].title": ("tên thủ tục", "title"),
    "procedures[].published_on": (
        "ngày công bố thủ tục; bỏ trống: từ lâu",
        "day it was published; absent: long ago",
    ),
    "procedures[].repealed_on": (
        "ngày bãi bỏ; bỏ trống: chưa bãi bỏ",
        "day it was repealed; absent: it is not",
    ),
    "procedures[].decision": ("quyết định công bố thủ tục", "decision that published it"),
    "procedures[].replaces": ("mã các thủ tục được thay thế", "codes of those it replaces"),
    "maintenance": ("các lần duy trì hệ thống", "what was done to maintain the system"),
    "maintenance[].date": ("ngày thực hiện", "day"),
    "maintenance[].type": (
        "đánh giá nội bộ (`internal-audit`) hay xem xét của lãnh đạo (`management-review`)",
        "internal audit or management review",
    ),
    "maintenance[].document": ("biên bản, báo cáo", "minutes or report"),
    # money
    "year": ("năm", "year"),
    "expenditure:year": (
        "năm ngân sách (không phải năm chi)",
        "the budget year (not the year it was paid in)",
    ),
    "line": (
        (
            "dòng kinh phí: `inspection` kiểm tra, `training` đào tạo, `conferences` hội nghị, "
            "`standing-agency` cơ quan thường trực, `consulting` tư vấn, `implementing-agency` "
            "cơ quan thực hiện"
        ),
        (
            "the budget line: `inspection`, `training`, `conferences`, `standing-agency`, "
            "`consulting`, `implementing-agency`"
        ),
    ),
    "amount": ("số tiền, nguyên đồng", "amount in whole đồng"),
    "source": (
        (
            "nguồn: `central` trung ương, `local` địa phương, `sponsorship` tài trợ, "
            "`aid` viện trợ, `other-lawful` nguồn hợp pháp khác"
        ),
        "source: `central`, `local`, `sponsorship`, `aid`, `other-lawful`",
    ),
    "beneficiary": (
        "đơn vị thụ hưởng; `null`: chi chung",
        "whom it was spent on; `null`: nobody in particular",
    ),
    "beneficiaries": (
        "nhiều đơn vị thụ hưởng, thay cho `beneficiary`",
        "several of them, instead of `beneficiary`",
    ),
    "beneficiaries[].id": ("đơn vị thụ hưởng", "whom it was spent on"),
    "beneficiaries[].amount": ("phần của đơn vị đó", "that body's part"),
    "paid_by": ("đơn vị chi", "who paid"),
    "contractor": (
        "bên thực hiện: tổ chức, chuyên gia, hay cán bộ của đơn vị",
        "who did the work: an organisation, an expert, own staff",
    ),
    "spent_on": ("ngày chi", "day it was paid"),
    "settled_on": ("ngày quyết toán", "day it was settled"),
    "document": ("chứng từ, văn bản", "document"),
    "by": ("cơ quan thực hiện", "who did it"),
    "allocation:by": ("cơ quan giao kinh phí", "who allocated it"),
    "estimate:by": ("cơ quan lập dự toán", "who drew it up"),
    "decision:by": ("cơ quan ban hành", "who decided"),
    "inspection:by": ("cơ quan kiểm tra", "who inspected"),
    "date": ("ngày", "day"),
    "estimate:to": ("nơi nhận dự toán", "whom it was sent to"),
    "sent_to_finance_on": ("ngày gửi cơ quan tài chính", "day sent to the finance department"),
    "appraised_on": ("ngày thẩm định", "day appraised"),
    "put_to_committee_on": ("ngày trình UBND tỉnh", "day put to the People's Committee"),
    "approved_on": ("ngày phê duyệt", "day approved"),
    # reports and activities
    "from": ("nơi gửi", "sender"),
    "to": ("nơi nhận", "addressees"),
    "through": ("gửi qua cơ quan nào", "the body it was sent through"),
    "type": ("loại", "type"),
    "report:type": (
        "định kỳ, tiến độ, đột xuất, khó khăn vướng mắc",
        "periodic, progress, ad hoc, difficulty",
    ),
    "report_request:type": (
        "định kỳ, tiến độ, đột xuất, khó khăn vướng mắc",
        "periodic, progress, ad hoc, difficulty",
    ),
    "activity:type": (
        (
            "phổ biến, truyền thông, đào tạo, hội nghị, hướng dẫn, sơ kết, tổng kết, theo dõi, "
            "kiểm tra kinh phí, hướng dẫn kinh phí, dự thảo kế hoạch, đề xuất giải pháp, đề xuất "
            "thành lập, kiện toàn Ban Chỉ đạo, yêu cầu cử người, cử người, kế hoạch chuyển đổi"
        ),
        "the kind of activity",
    ),
    "period": (
        "kỳ, có ghi năm: `2018`, `2018-2020`",
        "the period, with its year: `2018`, `2018-2020`",
    ),
    "sent_on": ("ngày gửi", "day it was sent"),
    "answers": ("văn bản được trả lời", "what it answers"),
    "number": ("số văn bản", "number of the document"),
    "due_on": ("thời hạn được yêu cầu", "the day asked for"),
    "decision:type": (
        "thành lập, kiện toàn, giải thể Ban Chỉ đạo; kế hoạch; việc khác",
        "what it does: sets up, strengthens or dissolves the committee; a plan; something else",
    ),
    "about": ("nội dung quyết định", "what it is about"),
    "subject": ("đối tượng của việc đó", "the body it is about"),
    "inspection:for": ("kiểm tra thay cho cơ quan nào", "on whose behalf"),
    "form": (
        "hình thức: `dossier` qua hồ sơ, báo cáo; `on-site` tại trụ sở",
        "`dossier` or `on-site`",
    ),
    "decision": ("quyết định", "decision"),
    "programme": ("chương trình kiểm tra", "programme of the inspection"),
    "minutes": ("biên bản", "minutes"),
    "request_document": ("văn bản yêu cầu khắc phục", "document that asks for remedies"),
    "open_points": ("các điểm còn tồn tại", "points left open"),
    "closed_on": ("ngày khắc phục xong", "day they were closed"),
    "follows": ("theo sau cuộc kiểm tra nào", "the inspection that it follows up"),
}

KINDS: dict[str, Pair] = {
    "province": ("tỉnh", "the province"),
    "steering_committee": ("Ban Chỉ đạo ISO của tỉnh", "the province's steering committee"),
    "department": ("cơ quan cấp tỉnh (sở, ban, ngành)", "provincial agencies"),
    "district": ("huyện, thành phố", "districts"),
    "commune": ("xã, phường, thị trấn", "communes, wards and towns"),
    "public_service_unit": ("đơn vị sự nghiệp công lập", "public service units"),
    "expenditure": ("mỗi khoản đã chi là một hồ sơ", "a record a payment"),
    "allocation": ("mỗi lần giao kinh phí", "a record an allocation"),
    "estimate": ("mỗi bản dự toán", "a record an estimate of the budget"),
    "report": ("mỗi báo cáo đã gửi", "a record a report sent"),
    "report_request": ("mỗi văn bản yêu cầu báo cáo", "a record a request to report"),
    "decision": ("mỗi quyết định", "a record a decision"),
    "activity": ("mỗi hoạt động đã làm", "a record a thing done"),
    "inspection": ("mỗi cuộc kiểm tra", "a record an inspection"),
    "catalogue": (
        "danh mục thủ tục hành chính mà nhiều đơn vị dùng chung",
        "a list of procedures that many units share",
    ),
}
