"""From bytes to text: UTF-8 without control characters, and NFC."""

from __future__ import annotations

import re
import unicodedata

from isocheck.errors import InputProblems, Location, Problem

# Besides what YAML forbids, the three line breaks that editors do not count as lines (they would
# make every line number after them wrong) and a byte order mark inside a text.
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decoded(data: bytes, shown: str) -> str:
    """Return the text of a file, without its byte order mark.

    Raises:
        InputProblems: the file is not UTF-8, or holds control characters.
    """
    if data.startswith(_UTF16) or (b"\x00" in data[:64] and len(data) > 1):
        raise InputProblems([Problem("source.utf-16", Location(shown))])
    data = data.removeprefix(_BOM)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        args = {"byte": f"0x{data[error.start]:02X}"}
        problem = Problem("source.not-utf-8", Location(shown, line), "", args)
        raise InputProblems([problem]) from None
    found = CONTROL.search(text)
    if found is not None:
        line = text.count("\n", 0, found.start()) + 1
        args = {"character": name_of(found.group())}
        raise InputProblems([Problem("source.control-character", Location(shown, line), "", args)])
    return text


def nfc(text: str) -> str:
    """Return the text with each accented letter as one character."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", text)


def name_of(character: str) -> str:
    """Return the code point as people look it up, such as U+000B."""
    return f"U+{ord(character):04X}"
