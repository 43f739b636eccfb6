"""From bytes to text: UTF-8 without control characters, and NFC."""

from __future__ import annotations

import json
import re
import unicodedata

from isocheck.errors import InputProblems, Location, Problem

# Besides what YAML forbids, the three line breaks that editors do not count as lines (they would
# make every line number after them wrong) and a byte order mark inside a text.
#
# And what takes no room or turns the reading direction: two texts that look alike would differ.
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
# Unicode's stream-safe form (UAX #15, 13) has no more than 30 marks in a row; bringing a longer run
# into order takes time with the square of its length. A run of marks has no letter of these ranges.
MOST_MARKS = 30
_PERHAPS_MARKS = re.compile("[^\x00-\u02ff\u1e00-\u200a\u2010-\u2029\u202f-\u205f]{31,}")
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
    if not text.isascii() and too_many_marks(text):
        lines = (n for n, line in enumerate(text.split("\n"), 1) if too_many_marks(line))
        place = Location(shown, next(lines, 1))
        raise InputProblems([Problem("source.many-marks", place, "", {"limit": MOST_MARKS})])
    return text


def too_many_marks(text: str) -> bool:
    """Tell whether more marks (accents, dots) stand in a row than any writing has."""
    for found in _PERHAPS_MARKS.finditer(text):
        run = 0
        for character in found.group():
            run = run + 1 if unicodedata.combining(character) else 0
            if run > MOST_MARKS:
                return True
    return False


def nfc(text: str) -> str:
    """Return the text with each accented letter as one character."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", text)


def spelt_out(text: str, *, keep: str = "") -> str:
    """Return a text in which nothing steers a terminal or hides: such characters as escapes.

    Control characters, those that change the direction or take no room, and what is no character at
    all; `keep` names those that stay.
    """
    if text.isprintable():
        return text
    return "".join(
        c if c in keep or c.isprintable() else c.encode("unicode_escape").decode("ascii")
        for c in text
    )


def json_shown(text: str) -> str:
    """Return JSON that means the same, with nothing in it that steers a terminal or hides."""
    return "".join(c if c == "\n" or c.isprintable() else json.dumps(c)[1:-1] for c in text)


def name_of(character: str) -> str:
    """Return the code point as people look it up, such as U+000B."""
    return f"U+{ord(character):04X}"


def folded(text: str) -> str:
    """Return what a text is compared by where capitals, white space and NFC make no difference.

    White space makes none at both ends, and between words none in its length and kind.
    """
    return nfc(" ".join(nfc(text).casefold().split()))


_NOT_WORD = re.compile(r"[\W_]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def in_words(text: str) -> str:
    """Return the words of a text in small letters, whatever stands between them."""
    return " ".join(_NOT_WORD.sub(" ", nfc(text).casefold()).split())


def sounded(name: str) -> str:
    """Return what names are one by: letters and tones, wherever in the syllable a tone is set."""
    words = []
    for word in in_words(name).split():
        letters = unicodedata.normalize("NFD", word)
        tones = "".join(char for char in letters if char in _TONES)
        words.append("".join(char for char in letters if char not in _TONES) + tones)
    return " ".join(words)


def without_marks(text: str) -> str:
    """Return a text without capitals and without the marks on its letters, as many type it."""
    parts = unicodedata.normalize("NFD", folded(text).replace("đ", "d"))
    return "".join(char for char in parts if not unicodedata.combining(char))
