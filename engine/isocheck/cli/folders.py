"""Which words of a call name a folder."""

from __future__ import annotations

from typing import Final

FACTS: Final = "facts"  # the folder that is meant where none is named


def written_as_folder(word: str) -> bool:
    """Tell whether a word of a call looks like a folder."""
    return word.startswith((".", "/", "~")) or word.endswith(("/", "\\")) or "\\" in word
