"""How names and headings are compared, and how a name becomes a part of an id or of a path."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from isocheck.source.text import nfc

_NOT_WORD = re.compile(r"[\W_]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LONGEST_SLUG = 60
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def heading(text: str) -> str:
    """Return what a heading is compared by: its words, in small letters."""
    return " ".join(_NOT_WORD.sub(" ", nfc(text).casefold()).split())


def slug(text: str) -> str:
    """Return a text in plain small letters with hyphens: `Huyện Cao Lộc` is `huyen-cao-loc`.

    The two ways of placing a tone mark (`Hòa`, `Hoà`) give the same.
    """
    letters = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return _NOT_SLUG.sub("-", plain).strip("-")[:_LONGEST_SLUG].strip("-")


def sounded(name: str) -> str:
    """Return what names are one by: letters and tones, wherever in the syllable a tone is set."""
    words = []
    for word in heading(name).split():
        letters = unicodedata.normalize("NFD", word)
        tones = "".join(char for char in letters if char in _TONES)
        words.append("".join(char for char in letters if char not in _TONES) + tones)
    return " ".join(words)


def first_word(name: str, words: Iterable[str]) -> str:
    """Return which of some words a name begins with, the longest one, or an empty text.

    A point after it makes no difference: `TP. Lạng Sơn` begins with `TP`.
    """
    start = heading(name)
    fitting = (word for word in words if start.startswith(f"{heading(word)} "))
    return max(fitting, key=len, default="")


def bare(name: str, words: Iterable[str]) -> str:
    """Return the slug of a name without the word that it begins with."""
    begin = slug(first_word(name, words))
    return slug(name).removeprefix(f"{begin}-") if begin else slug(name)
