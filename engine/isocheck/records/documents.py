"""Texts that name a document: not those that tick off that there is one, or say what became of it.

`minutes: x` would count as minutes, `number: 12/QĐ-UBND (đã thu hồi)` as an announcement.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from isocheck.records.forms import FormError, said_of

# Written where a document is asked for, these say that there is one, or none, and do not name it.
_THERE_IS: Final = frozenset({
    "x", "v", "có", "co", "đã có", "da co", "rồi", "đã ban hành", "yes", "y", "true", "đúng", "ok",
    "đủ", "đầy đủ", "du", "day du", "tốt", "tot", "đạt", "hợp lệ", "xong", "đã xong", "hoàn thành",
    "đã hoàn thành", "đã làm", "đã lập", "đã ký", "đã gửi", "done", "good", "valid", "complete",
})  # fmt: skip
_THERE_IS_NONE: Final = frozenset({"0", "o", "no", "n", "false", "sai", "k", "ko"})
_WORD = r"\S{1,40}"  # bounded: each place of a text of 10,000 digits would be read to its end
_NUMBER = r"[0-9]\S{0,40}"
_BEHIND = r"(?:[(\[,;] ?|\s[–-]\s)"  # where what is said of a document begins, its number named
_GONE = r"(?:thu hồi|hủy|huỷ|bãi bỏ|hết hiệu lực|hết giá trị|thất lạc|mất)"
# Money is what comes back; nothing is said of the document then.
_OF_MONEY = r"(?! (?:tạm ứng|tiền|số tiền|kinh phí|vốn|nợ|công nợ|theo))"
_OF_OTHERS = (
    rf"(?! (?:{_WORD} ){{0,3}}?\S{{0,40}}[0-9]/)"  # `12/QĐ bãi bỏ 05/QĐ`: the other one is gone
)
_BEFORE_MONEY = r"(?<!tiền )(?<!kinh phí )(?<!vốn )"

# `12/QĐ (thay thế 05/QĐ đã hết hiệu lực)`: what follows is said of the other document.
_OF_ANOTHER: Final = (
    rf"(?<!bị )(?<!được )thay(?: thế)?(?: cho)? (?:(?!bởi){_WORD} ){{0,4}}?\S{{0,40}}[0-9].*"
)
# There is none yet. `Không gian …` is a name, `Không số` what a document without a number is
# called, and what is in use (`Đang áp dụng theo 12/QĐ`) may name one.
_NOT_YET: Final = (
    r"^(?:chưa|không(?! gian\b| số\b)|đang(?!.*[0-9]/)|sẽ|dự kiến|dự thảo|chờ|not yet|not|no)\s",
    r"\bchưa (?:ký|ban hành|duyệt|phê duyệt|đóng dấu|thông qua|có chữ ký|có số)\b",
    rf"(?:^|{_BEHIND})(?:bản )?(?:dự thảo|nháp)\b",
    r"(?<!kèm )(?<!ý )(?<!trình )\b(?:dự thảo|bản nháp)$",
)
# There was one, and it does not stand any more or is lost. A voucher may begin `Thu hồi tạm ứng,
# phiếu thu số 3`, a decision `Quyết định thu hồi …`.
_NO_LONGER: Final = (
    r"^(?:hết hiệu lực|thất lạc|lost|withdrawn|repealed)(?:\W|$)",
    rf"^{_GONE}(?:\W[^0-9]*)?$",
    rf"{_BEFORE_MONEY}\b(?:đã|bị|được) (?:bị )?(?:{_GONE}|thay thế)\b{_OF_MONEY}",
    r"\b(?:hết|không còn) (?:hiệu lực|giá trị)\b",
    rf"(?:{_NUMBER} |{_BEHIND})(?:{_GONE}|bị thay|thay thế bởi)\b{_OF_MONEY}{_OF_OTHERS}",
)
# Without a number it says that it is there, or of what sort it is, and names none.
_IT_IS_THERE: Final = (
    r"^(?:đã|có|đủ|đầy đủ|hồ sơ đủ|hồ sơ đầy đủ)(?:\s[^0-9]*)?$",
    r"^(?:tự|theo|mô hình|mẫu|riêng|khác|cũ|other|own)(?:\s[^0-9]*)?$",
)


def _either_way(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns as one, and as one for texts that were written without accents."""
    one = "|".join(patterns)
    # Not `without_marks`: in small letters `\S` of a pattern would be `\s`.
    letters = unicodedata.normalize("NFD", one.replace("đ", "d"))
    return re.compile(one), re.compile("".join(c for c in letters if not unicodedata.combining(c)))


_ANOTHER: Final = _either_way((_OF_ANOTHER,))
_SAYS: Final = (
    (_either_way(_NOT_YET), {"en": "there is none", "vi": "không có"}),
    (_either_way(_NO_LONGER), None),
    (_either_way(_IT_IS_THERE), {"en": "there is one", "vi": "có"}),
)


def document_of(value: object) -> str:
    """Return a text that names a document; raises FormError."""
    text = said_of(value)
    bare = " ".join(text.casefold().split()).strip(" .!()")
    if bare in _THERE_IS_NONE:
        raise FormError("facts.no-document", value=text, likely=_SAYS[0][1])
    if bare in _THERE_IS:
        raise FormError("facts.no-document", value=text, likely=_SAYS[2][1])
    spelt = int(bare.isascii())
    said = _ANOTHER[spelt].sub("", bare).strip(" (,;")
    for patterns, likely in _SAYS:
        if patterns[spelt].search(said) is not None:
            if likely is None:
                raise FormError("facts.document-gone", value=text)
            raise FormError("facts.no-document", value=text, likely=likely)
    return text
