"""Due days in words: the last good day, and whether it is one that the texts name.

"Thời hạn theo cách hiểu" stands wherever a day is a reading (design §4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from isocheck.messages.words import Language
from isocheck.report.values import day_words
from isocheck.report.words import Pair, say

_DUE: Final[Pair] = ("thời hạn", "due")
_OF_READING: Final[Pair] = ("thời hạn theo cách hiểu", "due day by interpretation")
_HEADS: Final[Mapping[str, Pair]] = {
    "interpretation": _OF_READING,
    "unverified": ("thời hạn chưa đối chiếu được văn bản", "due day of a text not seen"),
}


def due_head(verification: str | None, lang: Language) -> str:
    """Return what a due day of a verification is called."""
    return say(_HEADS.get(verification or "", _DUE), lang)


def due_text(verification: str | None, days: Sequence[date], lang: Language) -> str:
    """Return due days in words, all that readings give; nothing where there is none."""
    if not days:
        return ""
    either = say((" hoặc ", " or "), lang).join(day_words(day, lang) for day in days)
    last_good = say(("đến hết ngày ", ""), lang) + either
    return f"{due_head(verification, lang)}{':' if verification in _HEADS else ''} {last_good}"
