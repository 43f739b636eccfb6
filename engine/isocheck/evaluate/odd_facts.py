"""What may be mistaken in facts that are each sound alone: told in notes, judged as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from isocheck.records.base import FactBase, Record
from isocheck.records.forms import SMALL_MONEY
from isocheck.records.kinds.kind import FieldSpec, Kind
from isocheck.records.single_entries import parts_below_whole, singles_of
from isocheck.source.nodes import Fields, Items


class Before(NamedTuple):
    """A day of a body before the body was there: what dates it, and the line it stands on."""

    record: Record
    spec: FieldSpec
    day: date
    line: int


def before_their_time(facts: FactBase, kinds: Mapping[str, Kind]) -> Iterator[Before]:
    """Yield the first day of each body that lies before the body was established.

    It was copied from a body before it, or one of the two days is mistyped.
    """
    for kind in kinds.values():
        if not kind.body or kind.dated is None:
            continue
        for record in facts.by_kind.get(kind.id, ()):
            start = record.values.get(kind.dated.on)
            if isinstance(start, date):
                own = (d for d in _days(record, record.values, kind.fields) if d.day < start)
                first = min(own, key=lambda found: found.day, default=None)
                if first is not None:
                    yield first


def _days(record: Record, values: Fields, specs: Mapping[str, FieldSpec]) -> Iterator[Before]:
    """Yield the days that date the groups and the entries of a record."""
    for name, spec in specs.items():
        part, value = spec.of or spec, values.get(name)
        for entry in value if isinstance(value, Items) else (value,):
            if not isinstance(entry, Fields):
                continue
            if part.dated is not None and isinstance(entry.get(part.dated.on), date):
                on = part.dated.on
                yield Before(record, part.fields[on], entry[on], entry.line_of(on))
            yield from _days(record, entry, part.fields)


def alike(facts: FactBase, kinds: Mapping[str, Kind]) -> Iterator[tuple[Record, ...]]:
    """Yield the records of a kind that say the same in all but their ids: entered twice, perhaps.

    Bodies are left out: of those names are held against each other where they are read.
    """
    for kind in kinds.values():
        if kind.body or kind.reference:
            continue
        found: dict[Any, list[Record]] = {}
        for record in facts.by_kind.get(kind.id, ()):
            found.setdefault(_content(record.values), []).append(record)
        yield from (tuple(same) for same in found.values() if len(same) > 1)


class TakenOver(NamedTuple):
    """A body that was taken over whole and has no day on which it ended, and by whom."""

    body: Record
    by: Record
    line: int


def not_ended(facts: FactBase, kinds: Mapping[str, Kind]) -> Iterator[TakenOver]:
    """Yield the bodies that went into another (`ends` on a reference) and still count as there."""
    for kind in kinds.values():
        for record in facts.by_kind.get(kind.id, ()) if kind.body else ():
            for identity, line in _ended(record.values, kind.fields):
                body = facts.records.get(identity)
                dating = None if body is None else kinds[body.kind].dated
                if body is None or dating is None or dating.until is None:
                    continue
                if not isinstance(body.values.get(dating.until), date):
                    yield TakenOver(body, record, line)


def _ended(values: Fields, specs: Mapping[str, FieldSpec]) -> Iterator[tuple[str, int]]:
    """Yield the bodies that must have ended as a record tells, each with its line."""
    for name, spec in specs.items():
        value = values.get(name)
        if spec.ends is not None and isinstance(value, str):
            beside, word = spec.ends
            if values.get(beside) == word:
                yield value, values.line_of(name)
        for entry in value if isinstance(value, Items) else (value,):
            if isinstance(entry, Fields):
                yield from _ended(entry, (spec.of or spec).fields)


class Parts(NamedTuple):
    """The parts of an amount that come to less than the whole, and where they stand."""

    record: Record
    total: int
    whole: int
    line: int


def parts_below(facts: FactBase, kinds: Mapping[str, Kind]) -> Iterator[Parts]:
    """Yield the records of which some amount is meant for nobody: its parts come to less."""
    for kind in kinds.values():
        for single in singles_of(kind.fields):
            for record in facts.by_kind.get(kind.id, ()):
                for total, whole in parts_below_whole(record.values, single):
                    line = record.values.line_of(single.entries)
                    yield Parts(record, total, whole, line)


class Small(NamedTuple):
    """An amount so small that it may count thousands or millions."""

    record: Record
    amount: int
    line: int


def small_amounts(facts: FactBase, kinds: Mapping[str, Kind]) -> Iterator[Small]:
    """Yield the small amounts of records; columns in which all are small are told as such."""
    told = {file.path for file in facts.files if file.small}
    for kind in kinds.values():
        for record in () if kind.reference else facts.by_kind.get(kind.id, ()):
            if record.file not in told:
                found = _small(record, record.values, kind.fields)
                # one that stands for a list has its line twice
                yield from {(small.amount, small.line): small for small in found}.values()


def _small(record: Record, values: Fields, specs: Mapping[str, FieldSpec]) -> Iterator[Small]:
    for name, spec in specs.items():
        value = values.get(name)
        if spec.type == "money" and isinstance(value, int) and 0 < value < SMALL_MONEY:
            yield Small(record, value, values.line_of(name))
        for entry in value if isinstance(value, Items) else (value,):
            if isinstance(entry, Fields):
                yield from _small(record, entry, (spec.of or spec).fields)


def _content(value: Any) -> Any:
    """Return what a record says, as something that can be compared; the id of a record is not."""
    if isinstance(value, Fields):
        return frozenset((k, _content(v)) for k, v in value.items() if k != "id")
    if isinstance(value, Items):
        return tuple(_content(entry) for entry in value)
    return value
