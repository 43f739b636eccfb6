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
_EVERY_DAY: Final[Pair] = ("phải bảo đảm liên tục, ", "to hold every day, ")
_OF_READING: Final[Pair] = ("thời hạn theo cách hiểu", "due day by interpretation")
_HEADS: Final[Mapping[str, Pair]] = {
    "interpretation": _OF_READING,
    "unverified": ("thời hạn chưa đối chiếu được văn bản", "due day of a text not seen"),
}


def due_head(verification: str | None, lang: Language) -> str:
    """Return what a due day of a verification is called."""
    return say(_HEADS.get(verification or "", _DUE), lang)


def due_text(
    verification: str | None, days: Sequence[date], lang: Language, mode: str = "due"
) -> str:
    """Return due days in words, all that readings give; nothing where there is none.

    What a rule asks `until` a day is not due by then: it is to hold every day up to it.
    """
    if not days:
        return ""
    either = say((" hoặc ", " or "), lang).join(day_words(day, lang) for day in days)
    last_good = say(("đến hết ngày ", ""), lang) + either
    every_day = say(_EVERY_DAY, lang) if mode == "until" else ""
    colon = ":" if verification in _HEADS else ""
    return f"{every_day}{due_head(verification, lang)}{colon} {last_good}"
