"""Facts as they stood on a day: what is there, and what a path reads (design §2, §3).

A day may itself be known only within bounds (a deadline that is not verified). Then what is
dated between the bounds is there perhaps, as is what has no known day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from isocheck.logic.truth import Truth, all_of
from isocheck.logic.values import UNKNOWN, AtLeast, Bounds, Value, perhaps
from isocheck.records.base import Record
from isocheck.records.kinds.kind import Dating, FieldSpec, Kind
from isocheck.source.nodes import Fields

ABSENT: Any = object()
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """A day known exactly (`low == high`) or within bounds."""

    low: date
    high: date


class Snapshot:
    """A record, or an entry of a list, on a day.

    A body that has ended, or whose kind has, stands as on its last day for ever (design §3).
    """

    __slots__ = (
        "dated",
        "days",
        "derived",
        "fields",
        "kind",
        "life",
        "memo",
        "owner",
        "place",
        "record",
        "values",
    )

    def __init__(  # noqa: PLR0913, PLR0917 - made in three places only
        self,
        record: Record,
        values: Mapping[str, Any],
        fields: Mapping[str, FieldSpec],
        days: Days,
        kind: Kind | None,
        owner: Snapshot | None = None,
        place: tuple[str, int | None] | None = None,
        dated: Dating | None = None,
    ) -> None:
        self.record = record
        self.values = values
        self.fields = fields
        self.days = days
        self.kind = kind  # None for an entry
        self.owner = owner
        self.place = place  # of an entry: its list, its number (None: a stand-in for the list)
        # Of a record: what paths read where nothing else matters; derived values by item and world.
        self.memo: dict[tuple[str, ...], Any] = {} if place is None else _NO_MEMO
        self.derived: dict[tuple[int, str | None, Any], Value] = {} if place is None else _NO_MEMO
        self.dated = dated  # of an entry: what dates it
        # Of a body: its own days are read on the day asked for, though it has ended by then.
        own = kind.dated if kind is not None and kind.body else None
        self.life = () if own is None else (own.on, own.until)

    @property
    def key(self) -> str:
        """What tells this from all others on its day."""
        return self.record.id if self.place is None else f"{self.record.id}#{self.place}"

    @property
    def path(self) -> str:
        """Where an entry stands in its record: `qms.scope.1`, or the list if it stands for it."""
        if self.place is None:
            return ""
        name, number = self.place
        name = name.removeprefix("former.")
        return name if number is None else f"{name}.{number}"


_NO_MEMO: Any = {}  # entries keep nothing: they are made anew for each list


def last_day(record: Record, kind: Kind) -> date | None:
    """Return the last day of a body that has an end, or None."""
    if not kind.body or kind.dated is None or kind.dated.until is None:
        return None
    ended = record.values.get(kind.dated.until)
    return None if ended is None else ended - ONE_DAY


def begun(values: Mapping[str, Any], dated: Dating | None, days: Days) -> Truth:
    """Tell whether a thing has happened, leaving aside whether it has ended."""
    if dated is None:
        return True
    start = values.get(dated.on, ABSENT)
    if start is ABSENT:
        return None
    if start is None:
        return dated.always
    if start <= days.low:
        return True
    return False if start > days.high else None


def ended(values: Mapping[str, Any], dated: Dating | None, days: Days) -> Truth:
    """Tell whether a thing has ended; it has not where no end is given (design §2)."""
    if dated is None or dated.until is None:
        return False
    end = values.get(dated.until)
    if end is None or end > days.high:
        return False
    return True if end <= days.low else None


def there(values: Mapping[str, Any], dated: Dating | None, days: Days) -> Truth:
    """Tell whether a thing has begun and not ended."""
    if dated is None:
        return True
    start = begun(values, dated, days)
    if start is False:
        return False
    end = ended(values, dated, days)
    if end is True:
        return False
    return True if start is True and end is False else None


def day_value(value: Any, spec: FieldSpec, days: Days) -> Value:
    """Return a day as it reads on a day: an event to come is null (design §3)."""
    if spec.planned or value <= days.low:
        return value
    return None if value > days.high else Bounds(value, value, maybe_null=True)


def entries_there(entries: Sequence[Any], spec: FieldSpec, days: Days) -> Value:
    """Return the entries of a list that are there, `AtLeast` those that surely are."""
    dated = None if spec.of is None else spec.of.dated
    if dated is None:
        return entries
    truths = [(entry, there(entry, dated, days)) for entry in entries]
    sure = [entry for entry, truth in truths if truth is True]
    return AtLeast(sure) if any(truth is None for _, truth in truths) else sure


def absent_value(spec: FieldSpec, days: Days) -> Value:
    """Return what a field that is absent reads as: a day of an event is none, or not yet past."""
    if spec.type == "day" and not spec.planned:
        return Bounds(None, days.high, maybe_null=True)
    return UNKNOWN


def stands(record: Record, kind: Kind, days: Days) -> Truth:
    """Tell whether a record is there as a member: a body stays after its end."""
    if kind.body:
        return begun(record.values, kind.dated, days)
    return there(record.values, kind.dated, days)


def in_force(record: Record, kind: Kind, days: Days) -> Truth:
    """Tell whether a body stands on the day itself."""
    return there(record.values, kind.dated, days)


def object_value(value: Fields, spec: FieldSpec, days: Days, *, former: bool) -> Truth:
    """Tell whether a dated object is there, or (`former`) whether it was and has ended."""
    if former:
        # What has not begun cannot have ended.
        return all_of((begun(value, spec.dated, days), ended(value, spec.dated, days)))
    return there(value, spec.dated, days)


def softened(value: Value, *, certain: bool) -> Value:
    """Return a value as it reads below something that is there only perhaps."""
    return value if certain else perhaps(value)


def record_days(record: Record, kind: Kind, days: Days, end_of_kind: date | None) -> Days:
    """Return the day a record is read on: never later than the last day of a body.

    A body ends with its kind too, on the day before `end_of_kind`.
    """
    if not kind.body:
        return days
    lasts = [last_day(record, kind), None if end_of_kind is None else end_of_kind - ONE_DAY]
    last = min((day for day in lasts if day is not None), default=None)
    if last is None or last >= days.high:
        return days
    return Days(min(days.low, last), last)


__all__ = ["ABSENT", "UNKNOWN", "Days", "Snapshot"]
