"""Messages about conditions, paths and parameters."""

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
    "list-of-entries": {
        "en": (
            "'{value}' looks for texts, and the entries of '{path}' have fields of their own",
            "Name a derived value that lists one field of them: {{over: {path}, list: FIELD}}.",
        ),
        "vi": (
            "'{value}' so sánh mã hoặc chữ, còn mỗi mục của '{path}' lại gồm nhiều trường",
            "Hãy nêu giá trị suy ra lấy một trường của các mục: {{over: {path}, list: TRƯỜNG}}.",
        ),
    },
    "condition-operator-type": {
        "en": (
            "'{value}' does not go with '{path}', which is of type {type}",
            "Write one of: {words}.",
        ),
        "vi": (
            "'{value}' không dùng được với '{path}' thuộc kiểu {type}",
            "Hãy dùng một trong: {words}.",
        ),
    },
    "condition-flag": {
        "en": ("'{op}' is '{value}'", "Write '{op}: true' or '{op}: false'."),
        "vi": ("'{op}' là '{value}'", "Hãy ghi '{op}: true' hoặc '{op}: false'."),
    },
    "condition-in": {
        "en": (
            "'in' has '{value}'",
            (
                "Write a list of values such as [a, b]; for a list of facts write 'LIST: {{has: "
                "{{fact: PATH}}}}'."
            ),
        ),
        "vi": (
            "'in' có '{value}'",
            (
                "Hãy ghi danh sách giá trị như [a, b]; với danh sách trong hồ sơ hãy ghi "
                "'DANH_SÁCH: {{has: {{fact: ĐƯỜNG_DẪN}}}}'."
            ),
        ),
    },
    "condition-pattern": {
        "en": (
            "'{value}' is not a regular expression ({error})",
            "Mend the pattern; put a backslash before a character that stands for itself.",
        ),
        "vi": (
            "'{value}' không phải là biểu thức chính quy ({error})",
            "Hãy sửa biểu thức; đặt dấu gạch chéo ngược trước ký tự được hiểu đúng như viết.",
        ),
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
            "'{value}' starts from '{head}', which there is not here, or names nothing below it",
            (
                "'item.FIELD' needs a 'per', 'owner.FIELD' a list of records in 'over', "
                "'subject.FIELD' a subject; otherwise start from a field."
            ),
        ),
        "vi": (
            "'{value}' bắt đầu từ '{head}', ở đây không có, hoặc không nêu gì bên dưới",
            (
                "'item.TRƯỜNG' cần có 'per', 'owner.TRƯỜNG' cần danh sách của hồ sơ ở 'over', "
                "'subject.TRƯỜNG' cần có đối tượng; nếu không hãy bắt đầu từ một trường."
            ),
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
            "[[Did you mean '{suggestion}'? ]][[Known: {known}.]]",
        ),
        "vi": (
            "'{value}' không nêu điều gì có thể đã chấm dứt",
            "[[Có phải là '{suggestion}'? ]][[Hiện có: {known}.]]",
        ),
    },
    "path-through-list": {
        "en": (
            "'{value}' goes through a list to '{segment}'",
            "Declare a derived value that says which entry is meant, and name it here.",
        ),
        "vi": (
            "'{value}' đi xuyên qua một danh sách tới '{segment}'",
            "Hãy khai báo một giá trị suy ra cho biết lấy mục nào, rồi nêu tên giá trị đó ở đây.",
        ),
    },
    "path-ends-before": {
        "en": (
            "'{value}' goes on to '{segment}' below something that has no fields",
            "End the path before '{segment}'.",
        ),
        "vi": (
            "'{value}' còn đi tiếp tới '{segment}' bên dưới một giá trị không có trường",
            "Hãy dừng đường dẫn trước '{segment}'.",
        ),
    },
    "path-types-differ": {
        "en": (
            "'{value}' has different types in the kinds at hand",
            "Write a rule or a derived value for each kind.",
        ),
        "vi": (
            "'{value}' có kiểu khác nhau ở các loại hồ sơ đang xét",
            "Hãy viết quy định hoặc giá trị suy ra riêng cho từng loại.",
        ),
    },
    "derived-cycle": {
        "en": (
            "'{value}' leads back to '{segment}', which is being computed here",
            "Break the circle: a derived value cannot be made of itself.",
        ),
        "vi": (
            "'{value}' dẫn trở lại '{segment}' là giá trị đang được tính",
            "Hãy bỏ vòng lặp: giá trị suy ra không thể được tính từ chính nó.",
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
            "'{value}' does not say one value to compare with",
            (
                "Write a value, or exactly one of fact, param, year_end and value; plus and "
                "minus may stand beside it."
            ),
        ),
        "vi": (
            "'{value}' không nêu một giá trị để so sánh",
            (
                "Hãy ghi một giá trị, hoặc đúng một trong fact, param, year_end và value; có thể "
                "kèm plus và minus."
            ),
        ),
    },
    "expression-shift": {
        "en": (
            "'{value}' moves a value of type {type}",
            "Take 'plus' and 'minus' out: only days can be moved.",
        ),
        "vi": (
            "'{value}' dịch chuyển một giá trị kiểu {type}",
            "Hãy bỏ 'plus' và 'minus': chỉ ngày mới dịch chuyển được.",
        ),
    },
    "expression-span": {
        "en": (
            "'{value}' is not a span that a day can be moved by",
            "Write a whole number, at most {most}, or {{param: NAME}}.",
        ),
        "vi": (
            "'{value}' không phải là khoảng thời gian để dịch chuyển ngày",
            "Hãy ghi một số nguyên, tối đa {most}, hoặc {{param: TÊN}}.",
        ),
    },
    "expression-type": {
        "en": (
            "'{value}' is of type {type}, but type {wanted} is needed here",
            "Name something of type {wanted}.",
        ),
        "vi": (
            "'{value}' thuộc kiểu {type}, nhưng ở đây cần kiểu {wanted}",
            "Hãy nêu một giá trị kiểu {wanted}.",
        ),
    },
    "literal-type": {
        "en": ("'{value}' is not a value of type {type}", "Write it like {example}."),
        "vi": ("'{value}' không phải là giá trị kiểu {type}", "Hãy ghi như {example}."),
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
            "the parameter is '{verification}' and has {value}",
            (
                "Write exactly one of value and readings; one that is 'unverified' has neither, "
                "at most 'between'."
            ),
        ),
        "vi": (
            "tham số có verification '{verification}' và có {value}",
            (
                "Hãy ghi đúng một trong value và readings; tham số 'unverified' không có cả hai, "
                "chỉ có thể có 'between'."
            ),
        ),
    },
    "parameter-no-value": {
        "en": (
            "'{value}' has no value",
            "Write 'value:' or 'readings:', or 'verification: unverified' if it is not known.",
        ),
        "vi": (
            "'{value}' chưa có giá trị",
            "Hãy ghi 'value:' hoặc 'readings:', hoặc 'verification: unverified' nếu chưa rõ.",
        ),
    },
    "parameter-settled": {
        "en": (
            "'{value}' is known, so nothing is to settle it",
            "Leave out 'settled_by:', or write 'verification: unverified' and no value.",
        ),
        "vi": (
            "'{value}' đã biết nên không còn gì phải làm rõ",
            "Hãy bỏ 'settled_by:', hoặc ghi 'verification: unverified' và không ghi giá trị.",
        ),
    },
    "parameter-between": {
        "en": (
            "'{value}' are not two ends of which the first is not the greater",
            "Write 'between: [LOW, HIGH]'; null for an open end.",
        ),
        "vi": (
            "'{value}' không phải là hai đầu mà đầu thứ nhất không lớn hơn đầu thứ hai",
            "Hãy ghi 'between: [ĐẦU, CUỐI]'; null nếu để ngỏ.",
        ),
    },
    "reading-twice": {
        "en": ("the reading '{value}' stands twice", "Give each reading an id of its own."),
        "vi": ("cách hiểu '{value}' đứng hai lần", "Hãy đặt mã riêng cho từng cách hiểu."),
    },
    "readings-too-few": {
        "en": ("the number of readings is {value}", "Write at least two, or a plain 'value:'."),
        "vi": (
            "số cách hiểu là {value}",
            "Hãy ghi ít nhất hai cách hiểu, hoặc một 'value:' thường.",
        ),
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
            "the value is '{value}', but what is computed gives {computed}",
            "Mend the one that is wrong.",
        ),
        "vi": ("giá trị là '{value}' nhưng phép tính cho {computed}", "Hãy sửa chỗ sai."),
    },
}
