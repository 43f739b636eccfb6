"""Messages about derived values, and about days that parameters move."""

from __future__ import annotations

from isocheck.messages.words import Messages

MESSAGES: Messages = {
    "derived-twice": {
        "en": (
            "'{value}' is declared for the kind '{kind}' at {other} already",
            "Give it a name of its own.",
        ),
        "vi": ("'{value}' đã được khai báo cho loại '{kind}' tại {other}", "Hãy đặt tên riêng."),
    },
    "derived-operation": {
        "en": ("a derived value does one thing[[, not {value}]]", "Write exactly one of: {known}."),
        "vi": (
            "mỗi giá trị suy ra chỉ có một phép tính[[, không phải {value}]]",
            "Hãy ghi đúng một trong: {known}.",
        ),
    },
    "derived-flag": {
        "en": ("'{key}' is '{value}'", "Write '{key}: true'."),
        "vi": ("'{key}' là '{value}'", "Hãy ghi '{key}: true'."),
    },
    "derived-operands": {
        "en": (
            "'{key}' has '{value}' below it",
            "Write a list of paths: exactly two for difference, two or more for add.",
        ),
        "vi": (
            "dưới '{key}' là '{value}'",
            "Hãy ghi danh sách đường dẫn: đúng hai cho difference, từ hai trở lên cho add.",
        ),
    },
    "derived-operand-type": {
        "en": (
            "'{value}' is of type {type}, which '{key}' cannot take",
            "Name a field of one of these types: {words}.",
        ),
        "vi": (
            "'{value}' thuộc kiểu {type}, '{key}' không dùng được",
            "Hãy nêu trường thuộc một trong các kiểu: {words}.",
        ),
    },
    "derived-share": {
        "en": (
            "'{value}' stands here, but 'among' and 'share' go together",
            "Write both or neither.",
        ),
        "vi": (
            "ở đây có '{value}', nhưng 'among' và 'share' phải đi cùng nhau",
            "Hãy ghi cả hai hoặc bỏ cả hai.",
        ),
    },
    "derived-skip-first": {
        "en": (
            "'skip_first: {value}' cannot stand here",
            (
                "Write 'skip_first: true', and only where 'over' is a list of the record at "
                "hand; else take it out."
            ),
        ),
        "vi": (
            "'skip_first: {value}' không dùng được ở đây",
            (
                "Chỉ ghi 'skip_first: true' khi 'over' là danh sách của hồ sơ đang xét; nếu "
                "không hãy bỏ đi."
            ),
        ),
    },
    "over-unknown": {
        "en": (
            "'{value}' is neither a kind nor a list",
            "[[Did you mean '{suggestion}'? ]][[Known: {known}.]]",
        ),
        "vi": (
            "'{value}' không phải là loại hồ sơ hay danh sách",
            "[[Có phải là '{suggestion}'? ]][[Hiện có: {known}.]]",
        ),
    },
    "over-no-list": {
        "en": (
            "'{value}' is of type {type}, not a list of entries",
            "Name a list whose entries have fields, or a kind of record.",
        ),
        "vi": (
            "'{value}' thuộc kiểu {type}, không phải danh sách có mục",
            "Hãy nêu một danh sách mà mỗi mục có trường, hoặc một loại hồ sơ.",
        ),
    },
    "expression-span-of-value": {
        "en": (
            "'{value}' moves a day that is written out by a parameter",
            "Make the day a parameter too, and move that: {{param: …, plus: …}}.",
        ),
        "vi": (
            "'{value}' dịch chuyển một ngày ghi sẵn theo một tham số",
            "Hãy ghi cả ngày đó thành tham số rồi dịch chuyển: {{param: …, plus: …}}.",
        ),
    },
    "expression-span-value": {
        "en": (
            "days are moved by '{value}', one of whose values is no whole number up to {most}",
            "Write whole numbers, null, or bounds that are whole numbers; no facts.",
        ),
        "vi": (
            "ngày được dịch chuyển theo '{value}', mà có giá trị không phải số nguyên đến {most}",
            "Hãy ghi số nguyên, null, hoặc hai đầu là số nguyên; không dẫn thông tin.",
        ),
    },
}
