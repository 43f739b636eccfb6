"""Periods as people write them, in Vietnamese or English, and in their one form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from isocheck.logic.periods import Period
from isocheck.records.forms import FIRST_YEAR, LAST_YEAR, FormError, text_of
from isocheck.source.text import nfc

_YEAR: Final = "(19[0-9]{2}|2[01][0-9]{2}|2200)"  # FIRST_YEAR to LAST_YEAR
_SPAN: Final = r"(?:(?:giai\s+đoạn|thời\s+kỳ|từ|các\s+năm|period)\s+)?"
_OF_YEAR: Final = rf"(?:\s*[-/.,]\s*|\s+)(?:năm\s+)?{_YEAR}"
_QUARTERS: Final[Mapping[str, str]] = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
# Each form in small letters, and how its groups are put together in the one form.
_FORMS: Final[tuple[tuple[str, Callable[[re.Match[str]], str]], ...]] = (
    (rf"(?:năm\s+|year\s+)?{_YEAR}", lambda m: m[1]),
    (
        rf"{_SPAN}(?:năm\s+)?{_YEAR}\s*(?:[-–—]|đến)\s*(?:năm\s+)?{_YEAR}",
        lambda m: m[1] if m[1] == m[2] else f"{m[1]}-{m[2]}",
    ),
    (
        rf"(?:0?6|sáu)\s+tháng\s+(đầu|cuối)\s+(?:năm\s+)?{_YEAR}",
        lambda m: f"{m[2]}-H{1 if m[1] == 'đầu' else 2}",
    ),
    (rf"{_YEAR}\s*[-/]\s*h\s*([12])", lambda m: f"{m[1]}-H{m[2]}"),
    (rf"h([12])\s*[-/.]?\s*{_YEAR}", lambda m: f"{m[2]}-H{m[1]}"),
    (rf"quý\s+(i|ii|iii|iv|[1-4]){_OF_YEAR}", lambda m: f"{m[2]}-Q{_QUARTERS.get(m[1], m[1])}"),
    (rf"{_YEAR}\s*[-/]\s*q\s*([1-4])", lambda m: f"{m[1]}-Q{m[2]}"),
    (rf"q([1-4])\s*[-/.]?\s*{_YEAR}", lambda m: f"{m[2]}-Q{m[1]}"),
)
_READERS: Final = [(re.compile(form), written) for form, written in _FORMS]
_ANY_YEAR: Final = re.compile(_YEAR)
_LONGEST: Final = 200


def period_of(value: object) -> Period:
    """Return the period that a text means."""
    text = text_of(value)
    folded = nfc(text.casefold()).strip() if len(text) <= _LONGEST else ""
    for form, written in _READERS:
        match = form.fullmatch(folded)
        if match is None:
            continue
        years = _ANY_YEAR.findall(match.group())
        if years[0] > years[-1]:
            suggestion = f"{years[-1]}-{years[0]}"
            raise FormError("facts.period-order", value=text, suggestion=suggestion)
        return Period(written(match))
    raise FormError("facts.period-form", value=text, suggestion=_suggested(folded))


def _suggested(text: str) -> str:
    """Return the years that a text names as a period, or an empty text."""
    years = sorted(set(_ANY_YEAR.findall(text)))
    if not years:
        return ""
    return years[0] if len(years) == 1 else f"{years[0]}-{years[-1]}"


def period_schema() -> dict[str, object]:
    """Return the JSON Schema of a period; a year may be a number."""
    forms = "|".join(_either_case(form) for form, _ in _FORMS)
    return {
        "type": ["string", "integer"],
        "minimum": FIRST_YEAR,
        "maximum": LAST_YEAR,
        "pattern": f"^\\s*({forms})\\s*$",
        "description": "A period: 2019, 2018-2020, 2019-H1, 2019-Q3, or as people write them: "
        "năm 2019, giai đoạn 2018-2020, 6 tháng đầu năm 2019, quý III/2019.",
    }


def _either_case(form: str) -> str:
    """Return a pattern of small letters as one of either case."""
    return re.sub(
        r"\\.|\[[^]]*\]|[^\W\d_]",
        lambda m: m[0] if len(m[0]) > 1 else f"[{m[0].upper()}{m[0]}]",
        form,
    )
