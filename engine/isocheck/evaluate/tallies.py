"""What stands behind a number: the members that an aggregate counted, each with its place.

Lists of what the facts hold are shown as they are and need no tally.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from isocheck.evaluate.aggregate import counted_members, inside, looked_at
from isocheck.evaluate.deciding import deciding
from isocheck.evaluate.interpreter import holds
from isocheck.evaluate.members import Member, candidates, members_of
from isocheck.evaluate.netting import left_of
from isocheck.evaluate.scope import ReaderAt
from isocheck.evaluate.shown import detail
from isocheck.evaluate.snapshot import Snapshot
from isocheck.finding import Tallied, Tally
from isocheck.logic.truth import Truth
from isocheck.logic.values import Bounds, Open, Value
from isocheck.packs.conditions import Compare, Expression, Fact, Path, YearEnd
from isocheck.packs.model import Derived
from isocheck.records.folder import where_is

_WITHOUT = frozenset({"list", "difference"})  # their values are lists, shown as they are


def tallies_of(leaf: Compare, reader: ReaderAt) -> Iterator[Tally]:
    """Yield what stands behind the numbers that a comparison reads, on either side."""
    yield from _on_path(leaf.path, reader)
    yield from _of_expression(leaf.right, reader)


def _of_expression(expression: Expression, reader: ReaderAt) -> Iterator[Tally]:
    if isinstance(expression, (Fact, YearEnd)):
        yield from _on_path(expression.path, reader)


def _on_path(path: Path, reader: ReaderAt) -> Iterator[Tally]:
    place = None if path.head in ("param", "as_of") else reader.place(path.head)
    if place is not None and path.segments:
        yield from _from(place, path.segments, reader)


def _from(at: Snapshot, segments: tuple[str, ...], reader: ReaderAt) -> Iterator[Tally]:
    """Yield the tallies of the first derived value on a path, be it across references."""
    derived = reader.scope.law.profile.derived
    while at.kind is not None:
        for length in range(len(segments), 0, -1):
            found = derived.get((at.kind.id, ".".join(segments[:length])))
            if found is not None:
                yield from _of_derived(found, at, reader)
                return
        spec = at.fields.get(segments[0])
        target = at.values.get(segments[0]) if spec is not None else None
        record = reader.scope.facts.records.get(target) if isinstance(target, str) else None
        if spec is None or spec.type != "reference" or record is None or len(segments) == 1:
            return
        at, segments = reader.scope.snapshot(record), segments[1:]


def _of_derived(derived: Derived, at: Snapshot, reader: ReaderAt) -> Iterator[Tally]:
    inner = ReaderAt(reader.scope, at, at, reader.item, reader.world)
    if derived.operation == "holds":
        assert derived.where is not None  # noqa: S101 - checked when read
        for leaf, _ in deciding(derived.where, inner, holds(derived.where, inner)):
            if isinstance(leaf, Compare):
                yield from tallies_of(leaf, inner)
    elif derived.source is None:
        for operand in derived.operands:
            yield from _on_path(operand, inner)
    elif derived.operation not in _WITHOUT:
        found = sorted(_members(derived, inner), key=_order)
        if found:
            yield Tally(
                record=at.record.id,
                path=derived.name,
                day=reader.scope.days.high,
                members=tuple(found),
            )


def _order(member: Tallied) -> tuple[bool, date, str, str]:
    return member.date is None, member.date or date.min, member.record, member.path or ""


def _members(derived: Derived, reader: ReaderAt) -> Iterator[Tallied]:
    members = members_of(derived, reader)
    chosen = candidates(derived, members, reader)
    if derived.operation != "share":
        for counted in counted_members(derived, chosen, reader):
            counts = True if counted.sure else None
            yield _member(derived, counted.member, counts, counted.here)
        return
    for member, (among, where) in looked_at(derived, chosen, reader.scope.law):
        here = inside(reader, member)
        in_base = True if among is None else holds(among, here)
        if in_base is False:
            continue
        sure = in_base is True and member.there is True
        met = True if where is None else holds(where, here)
        yield _member(derived, member, met if sure else None, here)


def _member(derived: Derived, member: Member, counts: Truth, here: ReaderAt) -> Tallied:
    at = member.at
    value, came_back = (None, None) if derived.take is None else _taken(derived.take, here)
    reference = here.scope.kinds[at.record.kind].reference
    return Tallied(
        record=at.record.id,
        path=at.path or None,
        counts=counts,
        value=value,
        came_back=came_back,
        date=_date(at),
        at=None if reference else where_is(at.record, _place(at)),
    )


def _taken(take: Path, here: ReaderAt) -> tuple[Any, Any]:
    """Return what an aggregate takes of a member: what is left of it, and what came back."""
    whole, left = here.read(take), left_of(take, here)
    if left == whole or not isinstance(whole, int):
        return _value(left), None
    ends: Any = (left.low, left.high) if isinstance(left, Bounds) else (left, left)
    low, high = (whole - end for end in reversed(ends))
    return _value(left), low if low == high else {"low": low, "high": high}


def _value(value: Value) -> Any:
    return None if isinstance(value, Open) and not isinstance(value, Bounds) else detail(value)


def _place(at: Snapshot) -> list[str | int]:
    if at.place is None:
        return []
    name, number = at.place
    names = name.removeprefix("former.").split(".")
    return [*names] if number is None else [*names, number]


def _date(at: Snapshot) -> date | None:
    """Return the day that dates an entry, else its record; that of a body is its own matter."""
    while True:
        of_kind = None if at.kind is None or at.kind.body else at.kind.dated
        dated = at.dated if at.kind is None else of_kind
        day = None if dated is None else at.values.get(dated.on)
        if isinstance(day, date):
            return day
        if at.owner is None:
            return None
        at = at.owner
