"""What may be mistaken in facts that are each sound alone: told in notes, judged as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from isocheck.facts.base import FactBase, Record
from isocheck.packs.kinds import FieldSpec, Kind
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


def _content(value: Any) -> Any:
    """Return what a record says, as something that can be compared; the id of a record is not."""
    if isinstance(value, Fields):
        return frozenset((k, _content(v)) for k, v in value.items() if k != "id")
    if isinstance(value, Items):
        return tuple(_content(entry) for entry in value)
    return value
