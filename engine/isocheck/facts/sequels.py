"""Days that cannot lie before another day, year or period beside them (`follows` in kinds.yaml)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from isocheck.errors import Location
from isocheck.logic.periods import Period
from isocheck.source.nodes import Fields


def wrong_sequels(
    fields: Fields, sequels: tuple[tuple[str, str], ...], shown: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the field of each day that lies before what it follows, and the words for that."""
    for first, then in sequels:
        day, other = fields.get(then), fields.get(first)
        begins = _first_day(other)
        if begins is not None and day.__class__ is date and day < begins:
            place = Location(shown, fields.line_of(first))
            yield then, {"value": day, "first": other, "other": first, "place": place}


def _first_day(value: object) -> date | None:
    """Return the first day of a day, a year or a period; None of anything else."""
    if isinstance(value, date):
        return value
    if isinstance(value, Period):
        return date(value.first, 1, 1)
    return date(value, 1, 1) if value.__class__ is int else None
