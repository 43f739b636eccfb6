"""Messages about YAML files, and about any file's text."""

from __future__ import annotations

from typing import Final

from isocheck.messages.words import Messages

# Behind these a file was not read: it may have more problems than are told.
ENDS_READING: Final = frozenset(
    {
        "source.utf-16", "source.not-utf-8", "source.control-character", "source.many-marks",
        "source.more-problems", "yaml.too-deep", "yaml.too-many-lists", "yaml.too-many-nodes",
        "yaml.second-document", "yaml.key-form", "yaml.tab", "yaml.colon", "yaml.no-colon",
        "yaml.open-quote", "yaml.open-bracket", "yaml.escape", "yaml.reserved-character",
        "yaml.tag-form", "yaml.anchor-form", "yaml.indentation", "yaml.syntax",
    }
)  # fmt: skip

MESSAGES: Messages = {
    "source.utf-16": {
        "en": ("the file is UTF-16, not UTF-8", "Save it again with the encoding UTF-8."),
        "vi": ("tệp có bảng mã UTF-16, không phải UTF-8", "Hãy lưu lại tệp với bảng mã UTF-8."),
    },
    "source.not-utf-8": {
        "en": (
            "the file is not UTF-8 text (byte {byte})",
            "Save it again with the encoding UTF-8; it may be in Windows-1258 or TCVN3.",
        ),
        "vi": (
            "tệp không phải văn bản UTF-8 (byte {byte})",
            "Hãy lưu lại tệp với bảng mã UTF-8; có thể tệp đang dùng Windows-1258 hoặc TCVN3.",
        ),
    },
    "source.control-character": {
        "en": (
            "the text holds {character}, a character that cannot be seen",
            "Delete it; text copied from a word processor often brings it along.",
        ),
        "vi": (
            "văn bản có ký tự ẩn {character}",
            "Hãy xoá ký tự đó; ký tự này thường lẫn vào khi chép từ trình soạn thảo văn bản.",
        ),
    },
    "source.more-problems": {
        "en": (
            "the file has {limit} problems and was not checked further",
            "Mend the first ones and run again.",
        ),
        "vi": (
            "tệp có {limit} lỗi nên không được kiểm tra tiếp",
            "Hãy sửa các lỗi đầu tiên rồi chạy lại.",
        ),
    },
    "yaml.duplicate-key": {
        "en": (
            "'{key}' stands twice; the first time on line {first}",
            "Keep one of the two.",
        ),
        "vi": ("'{key}' xuất hiện hai lần; lần đầu ở dòng {first}", "Hãy giữ lại một."),
    },
    "yaml.alias": {
        "en": (
            "'*{name}' points to another place of the file, which is not allowed",
            "Write the value out here, or put the text in quotes if it begins with '*'.",
        ),
        "vi": (
            "'*{name}' trỏ tới chỗ khác trong tệp, điều này không được dùng",
            "Hãy ghi đầy đủ giá trị, hoặc đặt trong ngoặc kép nếu nội dung bắt đầu bằng '*'.",
        ),
    },
    "yaml.anchor": {
        "en": (
            "'&{name}' marks a place to point to, which is not allowed",
            "Delete the mark, or put the text in quotes if it begins with '&'.",
        ),
        "vi": (
            "'&{name}' đánh dấu chỗ để trỏ tới, điều này không được dùng",
            "Hãy xoá dấu này, hoặc đặt trong ngoặc kép nếu nội dung bắt đầu bằng '&'.",
        ),
    },
    "yaml.tag": {
        "en": (
            "the tag '{tag}' is not allowed",
            "Delete it, or put the text in quotes if it begins with '!'.",
        ),
        "vi": (
            "thẻ '{tag}' không được dùng",
            "Hãy xoá thẻ, hoặc đặt trong ngoặc kép nếu nội dung bắt đầu bằng '!'.",
        ),
    },
    "yaml.merge-key": {
        "en": ("'<<' takes fields from elsewhere, which is not allowed", "Write the fields out."),
        "vi": (
            "'<<' lấy các trường từ chỗ khác, điều này không được dùng",
            "Hãy ghi đầy đủ các trường.",
        ),
    },
    "yaml.empty-key": {
        "en": ("a field has no name", "Write the name before the colon."),
        "vi": ("có trường không có tên", "Hãy ghi tên trường trước dấu hai chấm."),
    },
    "yaml.key-form": {
        "en": (
            "a list or a mapping stands where the name of a field is expected",
            "Write a plain name; put text that begins with '[' or '{{' in quotes.",
        ),
        "vi": (
            "có danh sách hoặc nhóm trường ở chỗ của tên trường",
            "Hãy ghi tên đơn giản; nội dung bắt đầu bằng '[' hoặc '{{' phải đặt trong ngoặc kép.",
        ),
    },
    "yaml.too-deep": {
        "en": (
            "lists and mappings stand more than {limit} deep within each other",
            "Facts need no more than a few levels; check the brackets and the indentation.",
        ),
        "vi": (
            "danh sách và nhóm trường lồng nhau quá {limit} cấp",
            "Thông tin chỉ cần vài cấp; hãy kiểm tra dấu ngoặc và khoảng thụt đầu dòng.",
        ),
    },
    "source.many-marks": {
        "en": (
            "more than {limit} accents or other marks stand in a row on one letter",
            "Write the letters as people read them.",
        ),
        "vi": (
            "có hơn {limit} dấu liền nhau trên một chữ cái",
            "Hãy viết lại chữ như bình thường.",
        ),
    },
    "yaml.too-many-nodes": {
        "en": (
            "the file holds more than {limit} names and values",
            "Split it into several files.",
        ),
        "vi": (
            "tệp có hơn {limit} tên và giá trị",
            "Hãy chia thành nhiều tệp.",
        ),
    },
    "yaml.too-many-lists": {
        "en": (
            "the file holds more than {limit} lists and mappings",
            "Split it into several files.",
        ),
        "vi": (
            "tệp có hơn {limit} danh sách và nhóm trường",
            "Hãy chia thành nhiều tệp.",
        ),
    },
    "yaml.second-document": {
        "en": (
            "a second document begins here ('---')",
            "Put it in a file of its own, or delete the line.",
        ),
        "vi": (
            "một tài liệu thứ hai bắt đầu ở đây ('---')",
            "Hãy chuyển sang tệp riêng, hoặc xoá dòng này.",
        ),
    },
    "yaml.empty-value": {
        "en": (
            "nothing is written after '{key}:'",
            (
                "Write the value. A field that may be left out is null if there is none, and left "
                "out if it is not known."
            ),
        ),
        "vi": (
            "sau '{key}:' không ghi gì",
            (
                "Hãy ghi giá trị. Trường không bắt buộc thì ghi null nếu không có, bỏ trường đó "
                "nếu chưa biết."
            ),
        ),
    },
    "yaml.comma": {
        "en": (
            "the comma ends the text of '{key}'",
            'Within {{…}} and […] put a text with a comma in quotation marks: "{value}".',
        ),
        "vi": (
            "dấu phẩy làm nội dung của '{key}' bị ngắt ở đó",
            'Trong {{…}} và […], nội dung có dấu phẩy phải đặt trong ngoặc kép: "{value}".',
        ),
    },
    "yaml.empty-entry": {
        "en": ("an entry of the list is empty", "Write the entry, or delete the line."),
        "vi": ("có mục trống trong danh sách", "Hãy ghi nội dung, hoặc xoá dòng này."),
    },
    "yaml.tab": {
        "en": (
            "there is a tab where spaces belong: {text}",
            "Replace the tab by spaces; YAML is indented with spaces only.",
        ),
        "vi": (
            "có dấu tab ở chỗ phải dùng dấu cách: {text}",
            "Hãy thay tab bằng dấu cách; YAML chỉ thụt đầu dòng bằng dấu cách.",
        ),
    },
    "yaml.colon": {
        "en": (
            "a colon with a space stands where none can be: {text}",
            "Put the text in double quotes, or check the indentation of this line.",
        ),
        "vi": (
            "dấu hai chấm và dấu cách nằm ở chỗ không được phép: {text}",
            "Hãy đặt nội dung trong ngoặc kép, hoặc kiểm tra khoảng thụt đầu dòng.",
        ),
    },
    "yaml.no-colon": {
        "en": (
            "this line has no 'name: value': {text}",
            "Add the colon and a space, or indent the line if it belongs to the one above.",
        ),
        "vi": (
            "dòng này không có dạng 'tên: giá trị': {text}",
            "Hãy thêm dấu hai chấm và dấu cách, hoặc thụt dòng nếu nội dung thuộc dòng trên.",
        ),
    },
    "yaml.open-quote": {
        "en": ("a quotation mark is opened and not closed: {text}", "Close it."),
        "vi": ("dấu ngoặc kép mở mà không đóng: {text}", "Hãy đóng dấu ngoặc kép."),
    },
    "yaml.open-bracket": {
        "en": (
            "a bracket is opened and not closed, or a comma is missing: {text}",
            "Close it, put commas between the entries, or put the text in quotes.",
        ),
        "vi": (
            "dấu ngoặc mở mà không đóng, hoặc thiếu dấu phẩy: {text}",
            "Hãy đóng ngoặc, thêm dấu phẩy giữa các mục, hoặc đặt nội dung trong ngoặc kép.",
        ),
    },
    "yaml.escape": {
        "en": (
            "a backslash in double quotes is followed by something it cannot be: {text}",
            "Use single quotes.",
        ),
        "vi": (
            "dấu gạch chéo ngược trong ngoặc kép không hợp lệ: {text}",
            "Hãy dùng dấu nháy đơn.",
        ),
    },
    "yaml.reserved-character": {
        "en": (
            "a text begins with a character that means something else in YAML: {text}",
            "Put the text in double quotes.",
        ),
        "vi": (
            "nội dung bắt đầu bằng ký tự có nghĩa riêng trong YAML: {text}",
            "Hãy đặt nội dung trong ngoặc kép.",
        ),
    },
    "yaml.tag-form": {
        "en": ("a text begins with '!': {text}", "Put the text in double quotes."),
        "vi": ("nội dung bắt đầu bằng '!': {text}", "Hãy đặt nội dung trong ngoặc kép."),
    },
    "yaml.anchor-form": {
        "en": ("a text begins with '*' or '&': {text}", "Put the text in double quotes."),
        "vi": ("nội dung bắt đầu bằng '*' hoặc '&': {text}", "Hãy đặt nội dung trong ngoặc kép."),
    },
    "yaml.indentation": {
        "en": (
            "this line is not indented like the lines it belongs to: {text}",
            "Give the fields of one record the same number of spaces.",
        ),
        "vi": (
            "dòng này không thụt đầu dòng giống các dòng cùng nhóm: {text}",
            "Hãy dùng cùng số dấu cách cho các trường của một hồ sơ.",
        ),
    },
    "yaml.syntax": {
        "en": (
            "the file cannot be read as YAML from here[[: {text}]]",
            "Compare the line with those around it; put doubtful text in double quotes.",
        ),
        "vi": (
            "từ đây tệp không đọc được theo định dạng YAML[[: {text}]]",
            "Hãy so với các dòng lân cận; nội dung còn nghi ngờ hãy đặt trong ngoặc kép.",
        ),
    },
}
