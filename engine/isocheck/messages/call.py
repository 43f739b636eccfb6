"""Messages about the call: the command line, the environment, the profile."""

from __future__ import annotations

from isocheck.messages.words import Messages

MESSAGES: Messages = {
    "call.only": {
        "en": (
            "'{value}' is no rule, body, record or kind of this run",
            "[[Did you mean '{guess}'? ]]`isocheck rules` lists the rules.",
        ),
        "vi": (
            "'{value}' không phải quy định, đơn vị, hồ sơ hay loại hồ sơ nào trong lần rà soát này",
            "[[Có phải '{guess}'? ]]Lệnh `isocheck rules` liệt kê các quy định.",
        ),
    },
    "call.several": {
        "en": (
            "'{value}' is the name of several: {known}[[ and {more} more]]",
            "Give the id, or the name with the body above it after a comma.",
        ),
        "vi": (
            "'{value}' là tên của nhiều đơn vị, hồ sơ: {known}[[ và {more} nữa]]",
            "Hãy ghi mã, hoặc tên kèm đơn vị cấp trên sau dấu phẩy.",
        ),
    },
    "call.under": {
        "en": (
            "'{value}' is no body of this folder",
            "[[Did you mean '{guess}'? ]]Give the id or the name of a body.",
        ),
        "vi": (
            "'{value}' không phải cơ quan, đơn vị nào trong thư mục này",
            "[[Có phải '{guess}'? ]]Hãy ghi mã hoặc tên của cơ quan, đơn vị.",
        ),
    },
    "call.nothing-left": {
        "en": (
            "no finding is of all of these together: {value}",
            "Leave one of them out; words of one sort widen, words of two sorts narrow.",
        ),
        "vi": (
            "không có kết quả nào thuộc tất cả những gì đã chọn: {value}",
            "Hãy bỏ bớt một điều kiện: cùng loại thì cộng thêm, khác loại thì thu hẹp.",
        ),
    },
    "call.environment": {
        "en": ("the environment sets it to '{value}'", "It may be one of: {known}."),
        "vi": ("biến môi trường có giá trị '{value}'", "Giá trị được dùng: {known}."),
    },
    "call.matcher": {
        "en": (
            "durable-rules cannot be imported here",
            "Leave the option out, or choose 'interpreter': the findings are the same.",
        ),
        "vi": (
            "máy này không dùng được durable-rules",
            "Hãy bỏ tùy chọn, hoặc chọn 'interpreter': kết quả như nhau.",
        ),
    },
    "call.no-day": {
        "en": (
            "the day to judge for is not known: no fact file says when it was collected",
            "Give --as-of YYYY-MM-DD, or write 'as_of: YYYY-MM-DD' in isocheck.yaml.",
        ),
        "vi": (
            "chưa rõ rà soát tính đến ngày nào: không tệp thông tin nào ghi ngày thu thập",
            "Hãy thêm --as-of YYYY-MM-DD, hoặc ghi 'as_of: YYYY-MM-DD' trong isocheck.yaml.",
        ),
    },
    "call.day-form": {
        "en": (
            "'{value}' is not a day in the form YYYY-MM-DD",
            "[[Write {suggestion}. ]]The year comes first, as in 2020-12-31.",
        ),
        "vi": (
            "'{value}' không phải ngày ghi theo năm-tháng-ngày",
            "[[Hãy ghi {suggestion}. ]]Năm đứng trước, như 2020-12-31.",
        ),
    },
    "call.no-policies": {
        "en": ("there is no such folder of packs", "Look at the path given with --policy."),
        "vi": (
            "không có thư mục bộ quy định này",
            "Hãy xem lại đường dẫn sau tùy chọn --policy.",
        ),
    },
    "call.output": {
        "en": (
            "the results cannot be written there[[: {error}]]",
            "Name a file in a folder that is there and that you may write to.",
        ),
        "vi": (
            "không ghi được kết quả vào tệp này[[: {error}]]",
            "Hãy chọn tệp trong một thư mục đã có và được phép ghi.",
        ),
    },
    "call.name-too-long": {
        "en": ("no file or folder can have a name that long", "Look for what was meant."),
        "vi": (
            "tên dài quá mức tên tệp hay thư mục có thể có",
            "Hãy kiểm tra lại tên đã ghi trong lệnh.",
        ),
    },
    "call.baseline": {
        "en": (
            "none of the forms asked for tells what changed",
            "Add one that does: --format {forms}.",
        ),
        "vi": (
            "dạng kết quả đã chọn không ghi những gì đã đổi",
            "Hãy thêm dạng có ghi: --format {forms}.",
        ),
    },
    "call.output-among-facts": {
        "en": (
            "a result may not stand where facts are read, nor take the place of the trail",
            "Name a file outside the facts folder.",
        ),
        "vi": (
            "kết quả không được ghi vào chỗ của tệp thông tin hay của nhật ký rà soát",
            "Hãy chọn tệp ngoài thư mục thông tin.",
        ),
    },
    "call.subject": {
        "en": (
            "'{value}' is no body or record that is judged",
            "[[Did you mean '{guess}'? ]]Give the id or the name as in the fact files.",
        ),
        "vi": (
            "'{value}' không phải đơn vị hay hồ sơ nào được rà soát",
            "[[Có phải '{guess}'? ]]Hãy ghi mã hoặc tên như trong tệp thông tin.",
        ),
    },
    "call.rule": {
        "en": (
            "there is no finding of the rule '{value}' on this subject",
            "[[Did you mean '{guess}'? ]]`isocheck rules` lists the rules.",
        ),
        "vi": (
            "không có kết quả nào của quy định '{value}' đối với đối tượng này",
            "[[Có phải '{guess}'? ]]Lệnh `isocheck rules` liệt kê các quy định.",
        ),
    },
    "call.schema": {
        "en": ("there is no schema '{value}'", "[[Did you mean '{guess}'? ]]There are: {known}."),
        "vi": ("không có lược đồ '{value}'", "[[Có phải '{guess}'? ]]Hiện có: {known}."),
    },
    "nothing-judged": {
        "en": (
            "no rule of the profile '{profile}' is in force on {value}, so nothing was judged",
            (
                "[[Its first rules are in force from {first} on: is the year mistyped? ]]Choose "
                "another day with --as-of, or another profile with --profile."
            ),
        ),
        "vi": (
            "ngày {value} không quy định nào của hệ văn bản '{profile}' có hiệu lực",
            (
                "[[Quy định đầu tiên có hiệu lực từ ngày {first}: có nhầm năm không? ]]Hãy chọn "
                "ngày khác bằng --as-of, hoặc hệ văn bản khác bằng --profile."
            ),
        ),
    },
}
