"""What a note names, in both languages, cut when it is much."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

Told = tuple[str, str]  # in Vietnamese, in English


def named(told: Iterable[Told], number: int, most: int, rest: Told) -> Told:
    """Return the first of what a note names, and how many more there are; `rest` says of what."""
    vi, en = map(list, zip(*islice(told, most), strict=True))
    if number > most:
        vi.append(f"và {number - most} {rest[0]}")
        en.append(f"and {number - most} {rest[1]}")
    return "; ".join(vi), "; ".join(en)
