"""Which facts an undecided comparison lacks, and which known nones a decided one rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from isocheck.evaluate.aggregate import inside, member_truth
from isocheck.evaluate.interpreter import holds
from isocheck.evaluate.members import Member, candidates, join_of, members_of
from isocheck.evaluate.netting import entries_that_came_back, left_of, net_of
from isocheck.evaluate.scope import ReaderAt
from isocheck.evaluate.snapshot import ABSENT, Snapshot
from isocheck.finding import Missing
from isocheck.logic.values import AtLeast, Open, OrNull, Value
from isocheck.packs.conditions import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Expression,
    Fact,
    Not,
    OutcomeIs,
    Path,
    YearEnd,
)
from isocheck.packs.model import Derived
from isocheck.packs.operators import OPERATORS
from isocheck.records.base import Record
from isocheck.records.kinds.kind import Dating, FieldSpec
from isocheck.source.nodes import Fields


def missing_of(leaf: Compare, reader: ReaderAt) -> Iterator[Missing]:
    """Yield what a comparison that cannot be decided lacks."""
    if OPERATORS[leaf.op].of_ancestors:
        yield from _missing_of_parents(leaf.path, reader)
    else:
        yield from missing_on_path(leaf.path, reader)
    yield from missing_of_expression(leaf.right, reader)


def _missing_of_parents(path: Path, reader: ReaderAt) -> Iterator[Missing]:
    """Yield what keeps the chain of parents of the record that a path names from being known."""
    if path.segments == ("id",):
        place = reader.place(path.head)
        record = None if place is None else place.record
    else:
        yield from missing_on_path(path, reader)
        target = reader.read(path)
        target = target.value if isinstance(target, OrNull) else target
        record = reader.scope.facts.records.get(target) if isinstance(target, str) else None
    open_at = None if record is None else reader.scope.parents(record)[1]
    if open_at is not None:
        yield Missing(open_at.id, "parent")


def missing_of_expression(expression: Expression, reader: ReaderAt) -> Iterator[Missing]:
    """Yield what a right-hand side lacks."""
    if isinstance(expression, (Fact, YearEnd)):
        yield from missing_on_path(expression.path, reader)
        for span in expression.by:
            yield from missing_on_path(span.path, reader)


def missing_in(condition: Condition, reader: ReaderAt) -> Iterator[Missing]:
    """Yield what a condition that cannot be decided lacks: its undecided comparisons'."""
    if isinstance(condition, (AllOf, AnyOf)):
        open_parts = [part for part in condition.parts if holds(part, reader) is None]
        found = [entry for part in open_parts for entry in missing_in(part, reader)]
        # What is left out comes first: only with that it shows whether the rest is not clear.
        absent = [entry for entry in found if not entry.unclear]
        yield from absent if isinstance(condition, AllOf) and absent else found
    elif isinstance(condition, Not):
        yield from missing_in(condition.part, reader)
    elif isinstance(condition, OutcomeIs):
        yield Missing(None, f"rule.{condition.rule}")
    else:
        yield from missing_of(condition, reader)


def _is_open(value: Value) -> bool:
    return isinstance(value, (Open, AtLeast))


def missing_on_path(path: Path, reader: ReaderAt) -> Iterator[Missing]:
    """Yield what keeps a path from being known exactly."""
    if not _is_open(reader.read(path)):
        return
    if path.head == "param":
        reading = reader.scope.law.reading(path.segments[0], reader.world)
        if reading is None:
            yield _not_known(path, reader)
        else:
            yield from missing_of_expression(reading.value, reader)
        return
    if not path.segments:
        return  # the day itself, open where the due day is: what that lacks is named beside
    place = reader.place(path.head)
    if place is not None:
        yield from _from(place, path.segments, reader)


def _not_known(path: Path, reader: ReaderAt) -> Missing:
    """Return what would settle a parameter: a text, or the record at hand, written more clearly."""
    settled_by = reader.scope.law.parameters[path.segments[0]].settled_by
    here = reader.place("here") if settled_by == "record" else None
    return Missing(None if here is None else here.record.id, str(path))


def _from(at: Snapshot, segments: tuple[str, ...], reader: ReaderAt) -> Iterator[Missing]:
    if at.kind is not None:
        derived = reader.scope.law.profile.derived
        for length in range(len(segments), 0, -1):
            found = derived.get((at.kind.id, ".".join(segments[:length])))
            if found is not None:
                yield from _in_derived(found, at, reader)
                return
        if segments[0] == "id" and len(segments) > 1:
            yield from _from(at, segments[1:], reader)
            return
    yield from _in_fields(at, segments, reader)


def _in_fields(at: Snapshot, segments: tuple[str, ...], reader: ReaderAt) -> Iterator[Missing]:
    values, fields = at.values, at.fields
    prefix = _prefix(at)
    former = segments[0] == "former"
    for position, segment in enumerate(segments):
        if position == 0 and former:
            continue
        spec = fields.get(segment)
        if spec is None:
            return
        here = f"{prefix}{segment}"
        value = values.get(segment, ABSENT)
        if value is ABSENT:
            yield Missing(at.record.id, here)
            return
        if spec.type == "list" and value is not None:
            yield from _in_list(at, value, spec, here, reader)
            return
        if spec.type == "object" and value is not None:
            yield from _undated(at.record, value, spec.dated, f"{here}.")
            values, fields, prefix = value, spec.fields, f"{here}."
        elif spec.type == "reference" and position + 1 < len(segments) and value is not None:
            record = reader.scope.facts.records.get(value)
            if record is not None:
                target = reader.scope.snapshot(record)
                yield from missing_of_presence(target, reader)
                yield from _from(target, segments[position + 1 :], reader)
            return


def _in_list(
    at: Snapshot, value: Any, spec: FieldSpec, here: str, reader: ReaderAt
) -> Iterator[Missing]:
    """Yield what would tell which entries of a list are there."""
    record = at.record
    if isinstance(value, Fields):  # {catalogue: ID}: the list of another record
        found = reader.scope.facts.records.get(value["catalogue"])
        if found is None or spec.name not in found.values:
            yield Missing(value["catalogue"], spec.name)
            return
        record, value, here = found, found.values[spec.name] or (), spec.name
    if spec.of is not None:
        for number, entry in enumerate(value):
            if isinstance(entry, Fields):
                yield from _undated(record, entry, spec.of.dated, f"{here}.{number}.")


def _prefix(at: Snapshot) -> str:
    """Return how the entry of a list is named, from its record on."""
    if at.kind is not None:
        return ""
    return f"{at.path}."


def _undated(
    record: Record, values: Mapping[str, Any], dated: Dating | None, prefix: str
) -> Iterator[Missing]:
    """Yield the day that would tell whether a thing is there; that it ended is always known."""
    if dated is not None and dated.on not in values:
        yield Missing(record.id, f"{prefix}{dated.on}")


def missing_of_presence(at: Snapshot, reader: ReaderAt) -> Iterator[Missing]:
    """Yield the day that would tell whether a record is there."""
    kind = reader.scope.kinds[at.record.kind]
    if reader.scope.is_there(at.record) is None and kind.dated is not None:
        yield from _undated(at.record, at.record.values, kind.dated, "")


def _in_derived(derived: Derived, at: Snapshot, reader: ReaderAt) -> Iterator[Missing]:
    inner = ReaderAt(reader.scope, at, at, reader.item, reader.world)
    if derived.operation == "holds":
        assert derived.where is not None  # noqa: S101 - checked when read
        yield from missing_in(derived.where, inner)
        return
    if derived.source is None:
        for operand in derived.operands:
            yield from missing_on_path(operand, inner)
        return
    members = members_of(derived, inner)
    yield from (Missing(None, kind) for kind in members.registers)
    yield from (Missing(record, path) for record, path in members.unknown)
    if derived.source.entries is not None and not derived.source.kinds:
        yield from _in_groups(at, derived.source.entries.segments, inner)
    chosen = candidates(derived, members, inner)
    join = join_of(derived, reader.scope.law)
    if chosen.open and join is not None:
        yield from _from(at, join.other.segments, inner)
    for member in (*chosen.joined, *chosen.members):
        yield from _in_member(derived, member, inner)


def _in_groups(at: Snapshot, segments: tuple[str, ...], reader: ReaderAt) -> Iterator[Missing]:
    """Yield what would tell whether the groups that a list stands in are there."""
    if len(segments) > 1:
        yield from _in_fields(at, segments[:-1], reader)


def _in_member(derived: Derived, member: Member, reader: ReaderAt) -> Iterator[Missing]:
    here = inside(reader, member)
    # In a share those that fail `where` count too.
    wanted = (derived.among,) if derived.operation == "share" else (derived.among, derived.where)
    if member_truth(member, wanted, here) is False:
        return
    if member.many:
        yield from (Missing(record, path) for record, path in member.unknown)
        return
    if member.there is None:
        yield from _presence_of_member(member.at, reader)
    for condition in (derived.among, derived.where):
        if condition is not None and holds(condition, here) is None:
            yield from missing_in(condition, here)
    for taken in (derived.take, derived.by):
        if taken is not None:
            yield from missing_on_path(taken, here)
    if derived.operation == "sum" and derived.take is not None and not member.many:
        yield from _missing_of_what_is_left(derived.take, here)


def _missing_of_what_is_left(taken: Path, here: ReaderAt) -> Iterator[Missing]:
    """Yield what would tell how much came back of an amount, and of whose part."""
    net = net_of(taken, here)
    if net is None or not _is_open(left_of(taken, here)):
        return
    for entry in entries_that_came_back(net, here):
        for name in (net.less.amount, net.key if net.is_one_of_several else None):
            if name is not None and name not in entry.at.values:
                yield Missing(net.owner.record.id, f"{entry.at.path}.{name}")


def _presence_of_member(at: Snapshot, reader: ReaderAt) -> Iterator[Missing]:
    """Yield the days that would tell whether a member, a record or an entry, is there."""
    if at.owner is None or at.place is None:
        yield from missing_of_presence(at, reader)
        return
    yield from missing_of_presence(at.owner, reader)
    yield from _in_groups(at.owner, tuple(at.place[0].split(".")), reader)
    yield from _undated(at.record, at.values, at.dated, _prefix(at))


def nones_of(path: Path, reader: ReaderAt) -> Iterator[date]:
    """Yield the days on which the known nones that a path reads were collected."""
    place = None if path.head in ("param", "as_of") else reader.place(path.head)
    if place is None:
        return
    derived = None
    if place.kind is not None:
        derived = reader.scope.law.profile.derived.get((place.kind.id, ".".join(path.segments)))
    value = reader.read(path)
    if derived is None or derived.source is None:
        # A number that is written down is something, be it 0; only null and [] say none.
        if (value is None or value == []) and place.record.collected_on is not None:
            yield place.record.collected_on
    elif _counts_nothing(value):
        if derived.source.kinds:
            days = (_register_day(reader, kind) for kind in derived.source.kinds)
            yield from (day for day in days if day is not None)
        elif place.record.collected_on is not None:
            yield place.record.collected_on


def _counts_nothing(value: Value) -> bool:
    """Tell whether a derived value says that no member was there."""
    if isinstance(value, (Open, str)):
        return False
    return not value


def _register_day(reader: ReaderAt, kind: str) -> date | None:
    """Return the day a register was last collected on."""
    records: list[Record] = reader.scope.facts.by_kind.get(kind, [])
    days = [record.collected_on for record in records if record.collected_on is not None]
    return max(days, default=reader.scope.facts.latest_collected_on)
