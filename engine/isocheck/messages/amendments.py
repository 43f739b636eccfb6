"""Messages about amendments and test cases of packs."""

from __future__ import annotations

from isocheck.messages.words import Messages

AMENDMENTS_AND_CASES: Messages = {
    "amendment-form": {
        "en": (
            "an amendment does exactly one thing[[, not {value}]]",
            "Write exactly one of sets, replaces, repeals and ends.",
        ),
        "vi": (
            "mỗi mục sửa đổi chỉ làm đúng một việc[[, không phải {value}]]",
            "Hãy ghi đúng một trong sets, replaces, repeals và ends.",
        ),
    },
    "amendment-twice": {
        "en": ("the amendment '{value}' stands at {other} already", "Give it an id of its own."),
        "vi": ("mục sửa đổi '{value}' đã có tại {other}", "Hãy đặt mã riêng."),
    },
    "amendment-no-target": {
        "en": (
            "there is no '{value}' for '{does}' to work on",
            (
                "[[Did you mean '{suggestion}'? ]]Name a parameter (sets), a rule (replaces, "
                "repeals) or a kind (ends) of an earlier pack."
            ),
        ),
        "vi": (
            "không có '{value}' để '{does}' tác động",
            (
                "[[Có phải là '{suggestion}'? ]]Hãy nêu tham số (sets), quy định (replaces, "
                "repeals) hoặc loại (ends) của bộ trước."
            ),
        ),
    },
    "amendment-over": {
        "en": (
            "'{value}' is no pack of the profile",
            "Name the pack that this one prevails over. The profile has: {known}.",
        ),
        "vi": (
            "'{value}' không phải là bộ quy định trong hệ văn bản áp dụng",
            "Hãy nêu bộ quy định mà bộ này được ưu tiên hơn. Hệ văn bản có: {known}.",
        ),
    },
    "amendment-no-value": {
        "en": ("nothing is set for '{value}'", "Write 'value:' or 'readings:'."),
        "vi": ("chưa đặt giá trị nào cho '{value}'", "Hãy ghi 'value:' hoặc 'readings:'."),
    },
    "amendment-no-rule": {
        "en": ("there is no rule in place of '{value}'", "Write 'rule:' with the whole new rule."),
        "vi": ("chưa có quy định thay cho '{value}'", "Hãy ghi 'rule:' với toàn bộ quy định mới."),
    },
    "amendment-rule-id": {
        "en": ("the new rule is '{value}', but it replaces '{target}'", "Give it the same id."),
        "vi": ("quy định mới là '{value}' nhưng lại thay '{target}'", "Hãy dùng cùng một mã."),
    },
    "amendment-conflict": {
        "en": (
            "it amends '{value}' for days on which '{other_id}' at {other} amends it too",
            "Give one of them an 'until:', or, if they are of two packs, say 'over: PACK' in one.",
        ),
        "vi": (
            "nó sửa '{value}' trong những ngày mà '{other_id}' tại {other} cũng sửa",
            (
                "Hãy ghi 'until:' cho một trong hai, hoặc 'over: BỘ' ở một trong hai nếu thuộc "
                "hai bộ khác nhau."
            ),
        ),
    },
    "case-expect": {
        "en": (
            "'{value}' does not say what is expected",
            "Write 'expect: {{RULE: {{SUBJECT: OUTCOME}}}}'.",
        ),
        "vi": (
            "'{value}' không nêu kết quả mong đợi",
            "Hãy ghi 'expect: {{MÃ_QUY_ĐỊNH: {{ĐỐI_TƯỢNG: KẾT_QUẢ}}}}'.",
        ),
    },
    "case-unknown-rule": {
        "en": (
            "'{value}' is no rule of the profile",
            "[[Did you mean '{suggestion}'? ]]Name a rule of this pack or of one it requires.",
        ),
        "vi": (
            "'{value}' không phải là quy định trong hệ văn bản áp dụng",
            "[[Có phải là '{suggestion}'? ]]Hãy nêu quy định của bộ này hoặc của bộ mà nó cần.",
        ),
    },
    "case-generate": {
        "en": (
            "'{value}' is not a span of numbers",
            "Write 'from:' and 'to:' with whole numbers from 0, at most 20000 records.",
        ),
        "vi": (
            "'{value}' không phải là khoảng số",
            "Hãy ghi 'from:' và 'to:' là số nguyên từ 0, tối đa 20000 hồ sơ.",
        ),
    },
}
