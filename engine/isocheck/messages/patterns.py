"""Messages about patterns of `matches`, and about chains that are too long to follow."""

from __future__ import annotations

from isocheck.messages.words import Messages

_EN = "Say it with shorter patterns joined by all or any, or give the field a vocabulary."
_VI = "Hãy tách thành nhiều biểu thức ngắn nối bằng all, any, hoặc khai báo danh mục từ cho trường."

MESSAGES: Messages = {
    "pattern-long": {
        "en": ("the pattern is longer than {limit} characters", _EN),
        "vi": ("biểu thức dài quá {limit} ký tự", _VI),
    },
    "pattern-look": {
        "en": ("'{value}' refers back to what it matched, or looks around", _EN),
        "vi": ("'{value}' tham chiếu lại phần đã khớp, hoặc nhìn trước, nhìn sau", _VI),
    },
    "pattern-nested": {
        "en": ("in '{value}' a repeat or a choice stands within a repeat", _EN),
        "vi": ("trong '{value}' có phần lặp hoặc phần lựa chọn nằm trong phần lặp", _VI),
    },
    "pattern-repeats": {
        "en": ("'{value}' repeats something more than {limit} times", _EN),
        "vi": ("'{value}' lặp một phần quá {limit} lần", _VI),
    },
    "pattern-many": {
        "en": ("'{value}' has more than {limit} repeats side by side", _EN),
        "vi": ("'{value}' có hơn {limit} phần lặp", _VI),
    },
    "pattern-ways": {
        "en": ("'{value}' can be taken in more than {limit} ways", _EN),
        "vi": ("'{value}' có thể hiểu theo hơn {limit} cách", _VI),
    },
    "chain-too-long": {
        "en": (
            "'{value}' rests on a chain of more than {limit} that rest on each other",
            "Shorten the chain: let one of them look at the facts themselves.",
        ),
        "vi": (
            "'{value}' dựa trên một chuỗi hơn {limit} phần dựa vào nhau",
            "Hãy rút ngắn chuỗi: để một phần xét trực tiếp từ thông tin.",
        ),
    },
}
