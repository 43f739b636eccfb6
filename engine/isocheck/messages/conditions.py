"""Messages about conditions, paths, parameters and derived values."""

from __future__ import annotations

from isocheck.messages.words import Messages

MESSAGES: Messages = {
    "condition-not-a-mapping": {
        "en": ("'{value}' is not a condition", "Write 'path: value', or all, any, not."),
        "vi": (
            "'{value}' không phải là điều kiện",
            "Hãy ghi 'đường dẫn: giá trị', hoặc all, any, not.",
        ),
    },
    "condition-empty": {
        "en": ("'{key}' has no condition below it", "Write at least one, or take '{key}' out."),
        "vi": (
            "dưới '{key}' không có điều kiện nào",
            "Hãy ghi ít nhất một điều kiện, hoặc bỏ '{key}'.",
        ),
    },
    "condition-outcome": {
        "en": (
            "'{value}' does not name one rule and its outcomes",
            "Write 'outcome: {{RULE: [satisfied, …]}}'.",
        ),
        "vi": (
            "'{value}' không nêu một quy định và các kết quả của nó",
            "Hãy ghi 'outcome: {{MÃ_QUY_ĐỊNH: [satisfied, …]}}'.",
        ),
    },
    "condition-unknown-outcome": {
        "en": (
            "'{value}' is not an outcome",
            "[[Did you mean '{suggestion}'? ]]Outcomes are: {words}.",
        ),
        "vi": (
            "'{value}' không phải là một kết quả",
            "[[Có phải là '{suggestion}'? ]]Các kết quả: {words}.",
        ),
    },
    "condition-unknown-operator": {
        "en": (
            "'{value}' is not an operator (at '{path}')",
            "[[Did you mean '{suggestion}'? ]]Operators are: {words}.",
        ),
        "vi": (
            "'{value}' không phải là phép so sánh (tại '{path}')",
            "[[Có phải là '{suggestion}'? ]]Các phép so sánh: {words}.",
        ),
    },
    "condition-operator-type": {
        "en": (
            "'{value}' does not go with '{path}', which is a {type}",
            "Use an operator for a {type}.",
        ),
        "vi": (
            "'{value}' không dùng được với '{path}' (kiểu {type})",
            "Hãy dùng phép so sánh hợp với kiểu {type}.",
        ),
    },
    "condition-flag": {
        "en": ("'{op}' is '{value}'", "Write '{op}: true' or '{op}: false'."),
        "vi": ("'{op}' là '{value}'", "Hãy ghi '{op}: true' hoặc '{op}: false'."),
    },
    "condition-pattern": {
        "en": ("'{value}' is not a regular expression ({error})", "Mend the pattern."),
        "vi": ("'{value}' không phải là biểu thức chính quy ({error})", "Hãy sửa biểu thức."),
    },
    "path-form": {
        "en": ("'{value}' is not a path", "Write names joined by dots, such as qms.adopted_on."),
        "vi": (
            "'{value}' không phải là đường dẫn",
            "Hãy ghi các tên nối bằng dấu chấm, như qms.adopted_on.",
        ),
    },
    "path-no-such-head": {
        "en": (
            "'{value}' starts from '{head}', which there is not here",
            "'item' needs a 'per', 'owner' a list of a kind; otherwise start from a field.",
        ),
        "vi": (
            "'{value}' bắt đầu từ '{head}', ở đây không có",
            "'item' cần có 'per', 'owner' cần danh sách của một loại; nếu không hãy bắt đầu từ một trường.",
        ),
    },
    "path-unknown": {
        "en": (
            "'{value}' names '{segment}', which is no field and no derived value here",
            "[[Did you mean '{suggestion}'? ]]Known: {known}.",
        ),
        "vi": (
            "'{value}' nêu '{segment}', ở đây không có trường hay giá trị suy ra nào như vậy",
            "[[Có phải là '{suggestion}'? ]]Hiện có: {known}.",
        ),
    },
    "path-no-former": {
        "en": (
            "'{value}' names nothing that can have ended",
            "[[Did you mean '{suggestion}'? ]]Known: {known}. It is about '{segment}'.",
        ),
        "vi": (
            "'{value}' không nêu điều gì có thể đã chấm dứt",
            "[[Có phải là '{suggestion}'? ]]Hiện có: {known}. Chỗ sai: '{segment}'.",
        ),
    },
    "path-through-list": {
        "en": (
            "'{value}' goes through a list to '{segment}'",
            "Declare a derived value that says which entry is meant.[[ Near: '{suggestion}'.]][[ Known: {known}.]]",
        ),
        "vi": (
            "'{value}' đi xuyên qua một danh sách tới '{segment}'",
            "Hãy khai báo một giá trị suy ra cho biết lấy mục nào.[[ Gần giống: '{suggestion}'.]][[ Hiện có: {known}.]]",
        ),
    },
    "path-ends-before": {
        "en": (
            "'{value}' goes on to '{segment}' below something that has no fields",
            "End the path before '{segment}'.[[ Near: '{suggestion}'.]][[ Known: {known}.]]",
        ),
        "vi": (
            "'{value}' còn đi tiếp tới '{segment}' bên dưới một giá trị không có trường",
            "Hãy dừng đường dẫn trước '{segment}'.[[ Gần giống: '{suggestion}'.]][[ Hiện có: {known}.]]",
        ),
    },
    "path-types-differ": {
        "en": (
            "'{value}' means different types for the kinds at hand ('{segment}')",
            "Write a rule or derived value for each kind.[[ Near: '{suggestion}'.]][[ Known: {known}.]]",
        ),
        "vi": (
            "'{value}' có kiểu khác nhau ở các loại đang xét ('{segment}')",
            "Hãy viết riêng cho từng loại.[[ Gần giống: '{suggestion}'.]][[ Hiện có: {known}.]]",
        ),
    },
    "derived-cycle": {
        "en": (
            "'{value}' is made of itself (through '{segment}')",
            "Break the circle.[[ Near: '{suggestion}'.]][[ Known: {known}.]]",
        ),
        "vi": (
            "'{value}' được tính từ chính nó (qua '{segment}')",
            "Hãy bỏ vòng lặp.[[ Gần giống: '{suggestion}'.]][[ Hiện có: {known}.]]",
        ),
    },
    "parameter-unknown": {
        "en": (
            "there is no parameter '{value}'",
            "[[Did you mean '{suggestion}'? ]]Known: {known}.",
        ),
        "vi": ("không có tham số '{value}'", "[[Có phải là '{suggestion}'? ]]Hiện có: {known}."),
    },
    "expression-form": {
        "en": (
            "'{value}' is not a right-hand side",
            "Write a value, or one of fact, param, year_end, value, with plus or minus.",
        ),
        "vi": (
            "'{value}' không phải là vế phải",
            "Hãy ghi một giá trị, hoặc một trong fact, param, year_end, value, kèm plus hoặc minus.",
        ),
    },
    "expression-shift": {
        "en": ("'{value}' moves a {type} by a span of days", "Only days can be moved."),
        "vi": ("'{value}' dịch chuyển một giá trị kiểu {type}", "Chỉ ngày mới dịch chuyển được."),
    },
    "expression-span": {
        "en": ("'{value}' is not a whole number of days, months or years", "Write a whole number."),
        "vi": ("'{value}' không phải là số nguyên ngày, tháng hoặc năm", "Hãy ghi một số nguyên."),
    },
    "expression-type": {
        "en": ("'{value}' is a {type}, but a {wanted} is needed", "Compare things of one type."),
        "vi": (
            "'{value}' có kiểu {type}, nhưng cần kiểu {wanted}",
            "Hãy so sánh những thứ cùng kiểu.",
        ),
    },
    "literal-type": {
        "en": ("'{value}' is not a {type}", "Write a {type}."),
        "vi": ("'{value}' không phải là {type}", "Hãy ghi đúng kiểu {type}."),
    },
    "literal-not-one-of": {
        "en": (
            "'{value}' is none of the words that this field has",
            "[[Did you mean '{suggestion}'? ]]It has: {words}.",
        ),
        "vi": (
            "'{value}' không thuộc các từ của trường này",
            "[[Có phải là '{suggestion}'? ]]Các từ: {words}.",
        ),
    },
    "parameter-type-missing": {
        "en": (
            "the parameter has no value that shows its type",
            "Write 'type:' with one of: {types}.",
        ),
        "vi": ("tham số không có giá trị cho thấy kiểu", "Hãy ghi 'type:' với một trong: {types}."),
    },
    "parameter-form": {
        "en": (
            "the parameter has {value}",
            "Write exactly one of value and readings; an unverified one has at most 'between'.",
        ),
        "vi": (
            "tham số có {value}",
            "Hãy ghi đúng một trong value và readings; tham số unverified chỉ có thể có 'between'.",
        ),
    },
    "parameter-between": {
        "en": (
            "'{value}' does not have two ends",
            "Write 'between: [LOW, HIGH]'; null for an open end.",
        ),
        "vi": ("'{value}' không có hai đầu", "Hãy ghi 'between: [ĐẦU, CUỐI]'; null nếu để ngỏ."),
    },
    "reading-twice": {
        "en": ("the reading '{value}' stands twice", "Give each reading its own id."),
        "vi": ("cách hiểu '{value}' đứng hai lần", "Hãy đặt mã riêng cho từng cách hiểu."),
    },
    "readings-too-few": {
        "en": ("there are {value} readings", "Write at least two, or a plain value."),
        "vi": ("có {value} cách hiểu", "Hãy ghi ít nhất hai, hoặc một giá trị thường."),
    },
    "computed-form": {
        "en": (
            "'{value}' is neither a number nor a percentage",
            "Write factors joined by '*', such as 20000000 * 85%.",
        ),
        "vi": (
            "'{value}' không phải là số hay tỷ lệ phần trăm",
            "Hãy ghi các thừa số nối bằng '*', như 20000000 * 85%.",
        ),
    },
    "computed-differs": {
        "en": (
            "the value is {value}, but what is computed gives {computed}",
            "Mend the one that is wrong.",
        ),
        "vi": ("giá trị là {value} nhưng phép tính cho {computed}", "Hãy sửa chỗ sai."),
    },
    "derived-twice": {
        "en": (
            "'{value}' is declared for the kind '{kind}' at {other} already",
            "Give it a name of its own.",
        ),
        "vi": ("'{value}' đã được khai báo cho loại '{kind}' tại {other}", "Hãy đặt tên riêng."),
    },
    "derived-operation": {
        "en": ("the derived value has {value} to do", "Write exactly one of: {known}."),
        "vi": ("giá trị suy ra có {value} phép tính", "Hãy ghi đúng một trong: {known}."),
    },
    "derived-flag": {
        "en": ("'{key}' is '{value}'", "Write '{key}: true'."),
        "vi": ("'{key}' là '{value}'", "Hãy ghi '{key}: true'."),
    },
    "derived-operands": {
        "en": (
            "'{key}' has '{value}' below it",
            "Write a list of paths: two for difference, two or more for add.",
        ),
        "vi": (
            "dưới '{key}' là '{value}'",
            "Hãy ghi danh sách đường dẫn: hai cho difference, từ hai trở lên cho add.",
        ),
    },
    "derived-operand-type": {
        "en": ("'{value}' is a {type}, which this cannot take", "Name a field of a fitting type."),
        "vi": (
            "'{value}' có kiểu {type}, không dùng được ở đây",
            "Hãy nêu trường có kiểu phù hợp.",
        ),
    },
    "derived-share": {
        "en": ("'among' and 'share' go together", "Write both or neither."),
        "vi": ("'among' và 'share' phải đi cùng nhau", "Hãy ghi cả hai hoặc bỏ cả hai."),
    },
    "derived-skip-first": {
        "en": (
            "'skip_first' is '{value}', or the members are records",
            "Write 'skip_first: true' where 'over' is a list of the record at hand.",
        ),
        "vi": (
            "'skip_first' là '{value}', hoặc các mục là hồ sơ",
            "Chỉ ghi 'skip_first: true' khi 'over' là danh sách của hồ sơ đang xét.",
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
            "'{value}' is a {type}, not a list of entries",
            "Name a list whose entries have fields.",
        ),
        "vi": (
            "'{value}' có kiểu {type}, không phải danh sách có mục",
            "Hãy nêu một danh sách mà mỗi mục có trường.",
        ),
    },
}
