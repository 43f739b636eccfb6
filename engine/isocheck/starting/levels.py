"""What names, types and codes tell of the level of a unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from isocheck.packs.starting import Level, Plan
from isocheck.records.kinds.kind import Kind
from isocheck.records.kinds.vocabularies import Vocabulary
from isocheck.source.text import in_words
from isocheck.starting.spelling import first_word

_FRACTION: Final = re.compile(r"([0-9]+)[.,]0+")  # a code that a spreadsheet took for a number


class Levels:
    """The levels of a plan, and the words that types of their units may be."""

    def __init__(self, plan: Plan, kinds: Mapping[str, Kind]) -> None:
        self.plan = plan
        self.types = [_vocabulary(kinds, level, plan) for level in plan.levels]
        self.padded_codes: dict[str, str] = {}  # those that had lost their zeros

    def type_of(self, level: int, name: str) -> str:
        """Return the word of the vocabulary with which a name begins."""
        words = self.types[level]
        if words is None:
            return ""
        spellings = [s for word in words.words.values() for s in word.spellings]
        return words.id_of(first_word(name, spellings)) or ""

    def is_type(self, said: str) -> bool:
        """Tell whether a word is a type of unit."""
        words = (in_words(word) for level in self.plan.levels for word in level.words)
        known = [vocabulary for vocabulary in self.types if vocabulary is not None]
        return in_words(said) in words or any(v.id_of(said) is not None for v in known)

    def level_of(self, name: str, said: str, lowest: int) -> int | None:
        """Return the level of the unit of a row: by its type, its name, or those above it."""
        levels = self.plan.levels
        fitting = [
            n for n, level in enumerate(levels) if in_words(said) in map(in_words, level.words)
        ]
        if not fitting:
            fitting = [n for n, level in enumerate(levels) if first_word(name, level.words)]
        below = [n for n in fitting if n >= lowest]
        if below:
            return below[0] if below[0] > lowest or len(below) == 1 else below[-1]
        if lowest < 0 or fitting:
            return None
        return min(lowest + 1, len(levels) - 1)

    def padded(self, level: Level, code: str, *, note: bool = False) -> str:
        """Return a code with the zeros that a spreadsheet program took from its front."""
        whole = _FRACTION.fullmatch(code)
        digits = whole[1] if whole else code
        if not digits.isascii() or not digits.isdecimal() or len(digits) > level.digits:
            return code
        padded = digits.zfill(level.digits)
        if note and padded != code:
            self.padded_codes[code] = padded
        return padded

    @staticmethod
    def sound(level: Level, code: str) -> bool:
        """Tell whether a code is one of a level."""
        if not level.digits:
            return re.fullmatch(r"[\w.-]{1,40}", code) is not None
        return code.isascii() and code.isdecimal() and len(code) == level.digits


def _vocabulary(kinds: Mapping[str, Kind], level: Level, plan: Plan) -> Vocabulary | None:
    kind = kinds.get(level.kind)
    spec = kind.fields.get(plan.fields.get("type", "")) if kind is not None else None
    return None if spec is None else spec.vocabulary
