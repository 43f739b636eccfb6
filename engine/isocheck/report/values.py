"""Values as people read them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Final

from isocheck.logic.periods import Period
from isocheck.messages.words import Language
from isocheck.packs.conditions import ValueType
from isocheck.report.words import Pair, say

# As the document has them.
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_SHARE: Final = re.compile(r"-?\d+/[1-9]\d*")
LONGEST_LIST: Final = 6


def day_words(day: date, lang: Language) -> str:
    """Return a day as it is written in the language."""
    return f"{day:%d/%m/%Y}" if lang == "vi" else day.isoformat()


def number_words(number: int, lang: Language) -> str:
    """Return a whole number with its thousands apart."""
    return f"{number:,}".replace(",", "." if lang == "vi" else ",")


def money_words(amount: int, lang: Language) -> str:
    """Return an amount in đồng."""
    return f"{number_words(amount, lang)} {'đồng' if lang == 'vi' else 'VND'}"


def percent_words(share: Fraction, lang: Language) -> str:
    """Return a share in per cent, cut after one decimal: 69.96 % never reads as 70 %."""
    tenths = share.numerator * 1000 // share.denominator
    whole, decimal = divmod(tenths, 10)
    mark = "," if lang == "vi" else "."
    return f"{whole}{mark}{decimal}%" if decimal else f"{whole}%"


_PARTS: Final[Mapping[str, Pair]] = {
    "H1": ("6 tháng đầu năm {}", "first half of {}"),
    "H2": ("6 tháng cuối năm {}", "second half of {}"),
    "Q1": ("quý I/{}", "first quarter of {}"),
    "Q2": ("quý II/{}", "second quarter of {}"),
    "Q3": ("quý III/{}", "third quarter of {}"),
    "Q4": ("quý IV/{}", "fourth quarter of {}"),
}


def period_words(period: Period, lang: Language) -> str:
    """Return a period as people write it."""
    if period.part:
        return say(_PARTS[period.part], lang).format(period.first)
    return str(period)


def value_words(value: Any, kind: ValueType | None, lang: Language) -> str:  # noqa: PLR0911 - a return for each type
    """Return a value of a type in words."""
    if value is None:
        return say(("không có", "none"), lang)
    if isinstance(value, bool):
        return say(("có", "yes") if value else ("không", "no"), lang)
    if isinstance(value, int):
        if kind == "money":
            return money_words(value, lang)
        return str(value) if kind == "year" else number_words(value, lang)
    if isinstance(value, (list, tuple)):
        return list_words([value_words(entry, kind, lang) for entry in value], lang)
    if isinstance(value, Fraction):
        return percent_words(value, lang)
    if isinstance(value, date):
        return day_words(value, lang)
    if kind == "codes" and value == "all":
        return say(("tất cả", "all"), lang)
    if kind == "period":
        return period_words(Period(value), lang)
    return str(value)


def typed(text: Any, kind: ValueType | None) -> Any:
    """Return the value that stands in a stored document as text: a day, a share, or as it is."""
    if not isinstance(text, str):
        return text
    if kind in ("day", None) and _DAY.fullmatch(text):
        return date.fromisoformat(text)
    return Fraction(text) if kind == "share" and _SHARE.fullmatch(text) else text


def list_words(
    words: Sequence[str],
    lang: Language,
    longest: int = LONGEST_LIST,
    what: Pair = ("mục", "more"),
) -> str:
    """Return a list in words, cut when long; `what` says what the rest are."""
    if not words:
        return say(("không có", "none"), lang)
    if len(words) <= longest:
        return ", ".join(words)
    rest = len(words) - (longest - 1)
    more = say((f"và {rest} {what[0]} khác", f"and {rest} {what[1]}"), lang)
    return ", ".join(words[: longest - 1]) + f" {more}"


def _is_nothing(low: Any) -> bool:
    """Tell whether a value is at least that anyway: no count, sum or share is below nothing."""
    return isinstance(low, (int, Fraction)) and not isinstance(low, bool) and low == 0


def range_words(low: Any, high: Any, kind: ValueType | None, lang: Language) -> str:
    """Return a value within bounds in words; an end that is None is open."""
    if high is None and (low is None or _is_nothing(low)):
        return say(("chưa rõ", "not known"), lang)
    in_time = kind in ("day", "year")
    if low is None:
        pair = ("muộn nhất là ", "at the latest ") if in_time else ("nhiều nhất ", "at most ")
        return say(pair, lang) + value_words(high, kind, lang)
    if high is None:
        pair = ("sớm nhất là ", "at the earliest ") if in_time else ("ít nhất ", "at least ")
        return say(pair, lang) + value_words(low, kind, lang)
    ends = [value_words(end, kind, lang) for end in (low, high)]
    return ends[0] if ends[0] == ends[1] else " – ".join(ends)
