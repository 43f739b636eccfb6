"""Did you mean: the known word that is closest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 60  # a longer text is no misspelt word, and comparing it costs


def closest(word: object, words: Iterable[str]) -> str:
    """Return the word that was probably meant, or an empty text."""
    if not isinstance(word, str) or len(word) > _LONGEST:
        return ""
    found = get_close_matches(word, list(words), n=1)
    return found[0] if found else ""
