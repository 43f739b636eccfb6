"""How names and headings are compared, and how a name becomes a part of an id or of a path."""

from __future__ import annotations

import re
from collections.abc import Iterable

from isocheck.source.text import in_words, without_marks

_LONGEST_SLUG = 60
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Return a text in plain small letters with hyphens: `Huyện Cao Lộc` is `huyen-cao-loc`.

    The two ways of placing a tone mark (`Hòa`, `Hoà`) give the same.
    """
    return _NOT_SLUG.sub("-", without_marks(text)).strip("-")[:_LONGEST_SLUG].strip("-")


def first_word(name: str, words: Iterable[str]) -> str:
    """Return which of some words a name begins with, the longest one, or an empty text.

    A point after it makes no difference: `TP. Lạng Sơn` begins with `TP`.
    """
    start = in_words(name)
    fitting = (word for word in words if start.startswith(f"{in_words(word)} "))
    return max(fitting, key=len, default="")


def bare(name: str, words: Iterable[str]) -> str:
    """Return the slug of a name without the word that it begins with."""
    begin = slug(first_word(name, words))
    return slug(name).removeprefix(f"{begin}-") if begin else slug(name)
