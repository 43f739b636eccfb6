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


MOST_NEAR = 3  # ids that are told where none is nearer than the others
_FEW = 3  # characters of an id that differs from too many by one
_MOST_ALIKE = 2  # ids that differ more in length are not compared


def nearest_ids(target: str, known: Iterable[str]) -> list[str]:
    """Return the ids that one slip makes of a misspelt one, at most three; else the most alike.

    Ids that end in a number are alike only where one digit of it is wrong, missing, too many, or
    changed places with the next: `c-06418` is another commune than `c-06188`, however alike. Those
    that differ late come first.
    """
    near = [name for name in known if abs(len(name) - len(target)) <= _MOST_ALIKE]
    slips = [name for name in near if _one_slip(target, name)]
    slips.sort(key=lambda name: (-_shared(target, name), name))
    if target[-1:].isdecimal():
        return slips[:MOST_NEAR] if len(target) > _FEW else []
    if slips:
        return slips[:MOST_NEAR]
    alike = closest(target, near)
    return [alike] if alike else []


def _shared(first: str, second: str) -> int:
    """Return how many characters two texts share at their beginning."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(first), len(second)))


def _one_slip(first: str, second: str) -> bool:
    """Tell whether one character changed, left out, put in or swapped makes a text of another."""
    begin = _shared(first, second)
    a, b = first[begin:], second[begin:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[1::-1] == b[:2] and a[2:] == b[2:])
