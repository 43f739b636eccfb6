"""What the kinds of fact files are, in the words of the fact pages (Vietnamese, English)."""

from __future__ import annotations

Pair = tuple[str, str]

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
