"""Days that cannot lie before another day, year or period (`follows` in kinds.yaml).

What stands beside a day is compared while its record is checked; what the record says that holds
it, or a record that is named beside it, once all files are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from isocheck.errors import Location, Problem
from isocheck.logic.periods import Period
from isocheck.records.base import Record
from isocheck.records.kinds.kind import OWNER, FieldSpec, Kind
from isocheck.source.nodes import Fields, Items


class _Step(NamedTuple):
    """A field, what a day in it follows elsewhere, and the same of the fields below it."""

    name: str
    others: tuple[str, ...]
    below: tuple[_Step, ...]


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


class Sequels:
    """Finds days that lie before one of the record that holds them, or of a record they name."""

    def __init__(self, kinds: Mapping[str, Kind], known: Mapping[str, Record]) -> None:
        self._kinds = kinds
        self._known = known
        self._steps = {kind.id: _steps(kind.fields) for kind in kinds.values()}

    def wrong_in(self, record: Record) -> Iterator[Problem]:
        """Yield a problem for each such day of a record."""
        yield from self._walk(record, record.values, self._steps.get(record.kind, ()), "")

    def _walk(
        self, record: Record, fields: Fields, steps: tuple[_Step, ...], above: str
    ) -> Iterator[Problem]:
        for name, others, below in steps:
            value, path = fields.get(name), f"{above}{name}"
            if value.__class__ is date:
                for other in others:
                    yield from self._compared(record, fields, name, other, path)
            elif isinstance(value, Fields):
                yield from self._walk(record, value, below, f"{path}.")
            elif isinstance(value, Items):
                for number, entry in enumerate(value, 1):
                    if isinstance(entry, Fields):
                        yield from self._walk(record, entry, below, f"{path}[{number}].")

    def _compared(
        self, record: Record, fields: Fields, name: str, other: str, path: str
    ) -> Iterator[Problem]:
        holder = record
        field = shown = other.removeprefix(OWNER)
        if not other.startswith(OWNER):
            named = fields.get(other)
            found = self._known.get(named) if isinstance(named, str) else None
            dated = None if found is None or not found.kind else self._kinds[found.kind].dated
            if found is None or dated is None:
                return
            holder, field, shown = found, dated.on, f"{other}.{dated.on}"
        within, last = _holder_of(holder.values, field)
        first, day = within.get(last), fields[name]
        begins = _first_day(first)
        if begins is not None and day < begins:
            place = Location(holder.file, within.line_of(last))
            args = {"value": day, "first": first, "other": shown, "place": place}
            at = Location(record.file, fields.line_of(name))
            yield Problem("facts.before-other", at, f"{record.id}: {path}", args)


def _holder_of(values: Fields, path: str) -> tuple[Fields, str]:
    """Return what a field of a record stands in, and its name there."""
    *above, last = path.split(".")
    for name in above:
        inner = values.get(name)
        values = inner if isinstance(inner, Fields) else Fields()
    return values, last


def _steps(fields: Mapping[str, FieldSpec]) -> tuple[_Step, ...]:
    """Return the days below some fields that follow what does not stand beside them."""
    found = []
    for name, spec in fields.items():
        others = tuple(
            other
            for other in spec.follows
            if other.startswith(OWNER) or (other in fields and fields[other].type == "reference")
        )
        below = _steps((spec if spec.of is None else spec.of).fields)
        if others or below:
            found.append(_Step(name, others, below))
    return tuple(found)


def _first_day(value: object) -> date | None:
    """Return the first day of a day, a year or a period; None of anything else."""
    if isinstance(value, date):
        return value
    if isinstance(value, Period):
        part = value.part  # H1, H2, Q1 to Q4, or nothing
        months = (int(part[1]) - 1) * (6 if part[0] == "H" else 3) if part else 0
        return date(value.first, 1 + months, 1)
    return date(value, 1, 1) if value.__class__ is int else None
