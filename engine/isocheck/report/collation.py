"""The order of Vietnamese words: letters a ă â b … d đ e ê … first, tones only where letters agree.

Syllable by syllable, as Vietnamese dictionaries have it: code points would put Đ after Z and ẵ
after ô. The standard library knows no collation but that of the machine's locale, which differs
between machines; a library for it (PyICU) is a C extension of 30 MB for one small table.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LETTERS: Final = {
    letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")
}
# No tone, then huyền, hỏi, ngã, sắc, nặng.
_TONES: Final = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_PARTS = re.compile(r"[0-9]+|[^\W\d_]+")

Key = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


def vietnamese_key(text: str) -> Key:
    """Return what to sort a name by; numbers come before letters, by their value."""
    found: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for part in _PARTS.findall(unicodedata.normalize("NFC", text.casefold())):
        if part.isdecimal():
            found.append(((-1, int(part)), ()))
        else:
            found.append(_syllable(part))
    return tuple(found)


def _syllable(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    letters, tones = [], []
    for char in text:
        marks = unicodedata.normalize("NFD", char)
        tone = next((mark for mark in marks if mark in _TONES), "")
        plain = unicodedata.normalize("NFC", marks.replace(tone, "") if tone else marks)
        letters.append(_LETTERS.get(plain, len(_LETTERS) + ord(plain[0])))
        tones.append(_TONES.get(tone, 0))
    return tuple(letters), tuple(tones)
