"""Which words of a call name a folder."""

from __future__ import annotations

from isocheck.resources import FACTS

__all__ = ["FACTS", "written_as_folder"]


def written_as_folder(word: str) -> bool:
    """Tell whether a word of a call looks like a folder."""
    return word.startswith((".", "/", "~")) or word.endswith(("/", "\\")) or "\\" in word
