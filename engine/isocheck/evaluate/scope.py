"""Reading paths on a day: fields, references, parameters, derived values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from isocheck.evaluate.snapshot import (
    ABSENT,
    Days,
    Snapshot,
    absent_value,
    day_value,
    entries_there,
    in_force,
    object_value,
    record_days,
    softened,
    stands,
)
from isocheck.logic.truth import Truth, all_of
from isocheck.logic.values import (
    UNKNOWN,
    YES_OR_NO,
    AtLeast,
    Bounds,
    Open,
    OrNull,
    Value,
    bounded,
    ends,
    perhaps,
)
from isocheck.packs.conditions import Expression, Literal_, OutcomeIs, Path
from isocheck.packs.law import Law, Plan, World
from isocheck.packs.model import Derived
from isocheck.packs.reader import value_of
from isocheck.records.base import FactBase, Record
from isocheck.records.kinds.kind import FieldSpec, Kind
from isocheck.source.nodes import Fields

# What is injected, since it reads through a scope itself: another rule's outcome for the subject at
# hand, and the value of a derived value for the record at hand.
OutcomeOf = Callable[[OutcomeIs, "ReaderAt"], Truth]
Compute = Callable[[Derived, "ReaderAt"], Value]


def _stays_inside(kind: Kind, segments: tuple[str, ...]) -> bool:
    """Tell whether a path reads the record itself alone, and no other across a reference."""
    if segments in {("id",), ("kind",), ("in_force",)}:
        return True
    fields: Mapping[str, FieldSpec] = kind.fields
    for position, segment in enumerate(segments):
        if segment == "former" and position == 0:
            continue
        spec = fields.get(segment)
        if spec is None:
            return False
        if spec.type != "object":
            return position == len(segments) - 1
        fields = spec.fields
    return True


class Scope:
    """The facts as of one day (or some day between two), under the law of the run."""

    def __init__(
        self, facts: FactBase, law: Law, days: Days, outcome_of: OutcomeOf, compute: Compute
    ) -> None:
        self.facts = facts
        self.law = law
        self.days = days
        self.outcome_of = outcome_of
        self.compute = compute
        self.kinds = law.profile.kinds
        self._snapshots: dict[str, Snapshot] = {}
        self.plans = law.plans
        self.members: dict[Any, Any] = {}  # of aggregates; see aggregate.py
        self.indexes: dict[Any, Any] = {}

    def snapshot(self, record: Record) -> Snapshot:
        """Return a record as it stands."""
        found = self._snapshots.get(record.id)
        if found is None:
            kind = self.kinds[record.kind]
            days = self.days_of(record)
            found = Snapshot(record, record.values, kind.fields, days, kind)
            self._snapshots[record.id] = found
        return found

    def days_of(self, record: Record) -> Days:
        """Return the day on which a record is read: its last day once it has ended."""
        kind = self.kinds[record.kind]
        return record_days(record, kind, self.days, self.law.end_of_kind(record.kind))

    def is_there(self, record: Record) -> Truth:
        """Tell whether a record is there as a member or an entry."""
        return stands(record, self.kinds[record.kind], self.days_of(record))

    def value(self, at: Snapshot, segments: tuple[str, ...], reader: ReaderAt) -> Value:
        """Return what a path reads from a record or an entry."""
        if at.kind is None:
            if len(segments) == 1:
                return self._field_of_entry(at, segments[0])
            return self._fields(at, at.values, at.fields, segments, reader)
        known = at.memo.get(segments, ABSENT)
        if known is not ABSENT:
            return known
        plan = self.plans.get((at.kind.id, segments))
        if plan is None:
            plan = self.plans[at.kind.id, segments] = self._planned(at.kind, segments)
        value = self._follow(plan, at, segments, reader)
        if plan.steady:
            at.memo[segments] = value
        return value

    def _field_of_entry(self, at: Snapshot, name: str) -> Value:
        """Read a field of a list entry: what most conditions on members do."""
        value = at.values.get(name, ABSENT)
        if value is None:
            return None
        if value is ABSENT:
            return absent_value(at.fields[name], at.days) if name in at.fields else None
        spec = at.fields[name]
        if spec.type == "day" and not value <= at.days.low:
            return day_value(value, spec, at.days)
        return value

    def _follow(
        self, plan: Plan, at: Snapshot, segments: tuple[str, ...], reader: ReaderAt
    ) -> Value:
        if plan.derived is not None:
            value = self.derive(plan.derived, at, reader)
            rest = plan.rest
            return self._beyond(value, rest, reader, certain=True) if rest else value
        head = segments[0]
        if head == "id":
            return at.record.id if len(segments) == 1 else self.value(at, plan.rest, reader)
        if head == "kind":
            return at.record.kind
        if head == "in_force" and at.kind is not None and at.kind.body:
            truth = all_of((in_force(at.record, at.kind, self.days), self._kind_stands(at.kind)))
            return YES_OR_NO if truth is None else truth
        if head == "former":
            return self._fields(at, at.values, at.fields, plan.rest, reader, former=True)
        return self._fields(at, at.values, at.fields, segments, reader)

    def _kind_stands(self, kind: Kind) -> Truth:
        """Tell whether no amendment has ended a kind of body by this day."""
        first = self.law.end_of_kind(kind.id)
        if first is None or first > self.days.high:
            return True
        return False if first <= self.days.low else None

    def _planned(self, kind: Kind, segments: tuple[str, ...]) -> Plan:
        """Return how a path begins: at a derived value, or at a field."""
        for length in range(len(segments), 0, -1):
            found = self.law.profile.derived.get((kind.id, ".".join(segments[:length])))
            if found is not None:
                steady = length == len(segments) and self.law.is_steady(found)
                return Plan(found, segments[length:], steady)
        return Plan(None, segments[1:], _stays_inside(kind, segments))

    def _fields(  # noqa: PLR0913 - the state of one walk
        self,
        at: Snapshot,
        values: Mapping[str, Any],
        fields: Mapping[str, FieldSpec],
        segments: tuple[str, ...],
        reader: ReaderAt,
        *,
        former: bool = False,
    ) -> Value:
        certain = True
        last = len(segments) - 1
        for position, segment in enumerate(segments):
            spec = fields.get(segment)
            if spec is None:
                return None  # a kind without this field: reached across a reference
            value = values.get(segment, ABSENT)
            if value is ABSENT:
                return absent_value(spec, self.days if segment in at.life else at.days)
            if value is None:
                return None
            if spec.type == "object":
                truth = object_value(value, spec, at.days, former=former)
                former = False
                if truth is False:
                    return None
                certain = certain and truth is True
                if position == last:
                    return softened(value, certain=certain)
                values, fields = value, spec.fields
                continue
            if spec.type == "day":
                # A body that has ended is read as on its last day, but its end is known.
                value = day_value(value, spec, self.days if segment in at.life else at.days)
            elif spec.type == "list":
                value = self._listed(value, spec, at.days)
            return self._beyond(value, segments[position + 1 :], reader, certain=certain)
        raise AssertionError("a path has segments")

    def _listed(self, value: Any, spec: FieldSpec, days: Days) -> Value:
        """Return a list as it reads on a day, be it that of a catalogue."""
        if isinstance(value, Fields):
            record = self.facts.records.get(value["catalogue"])
            value = ABSENT if record is None else record.values.get(spec.name, ABSENT)
            if value is ABSENT:
                return UNKNOWN
        return [] if value is None else entries_there(value, spec, days)

    def _beyond(
        self, value: Value, rest: tuple[str, ...], reader: ReaderAt, *, certain: bool
    ) -> Value:
        """Cross a reference if the path goes on."""
        if isinstance(value, OrNull):
            value, certain = value.value, False
        if rest and value is not None and not isinstance(value, Open):
            record = self.facts.records.get(value)
            if record is None:
                return UNKNOWN
            truth = self.is_there(record)
            if truth is False:
                return None
            certain = certain and truth is True
            value = self.value(self.snapshot(record), rest, reader)
        return value if certain else softened(value, certain=False)

    def derive(self, derived: Derived, at: Snapshot, reader: ReaderAt) -> Value:
        """Return a derived value of a record."""
        world = self.law.derived_worlds(derived, reader.world) if reader.world else ()
        item = None
        if reader.item is not None and id(derived) in self.law.derived_with_item:
            item = reader.item.key
        key = (id(derived), item, world)
        found = at.derived.get(key, ABSENT)
        if found is ABSENT:
            inner = ReaderAt(self, at, at, reader.item, world)
            found = at.derived[key] = self.compute(derived, inner)
        return found

    def forget(self, key: str) -> None:
        """Drop what was read and derived of a record: it can be had again."""
        at = self._snapshots.get(key)
        if at is not None:
            at.memo.clear()
            at.derived.clear()

    def ancestors(self, at: Snapshot) -> Value:
        """Return the ids of the parents of a record, `AtLeast` those that are known."""
        found, open_at = self.parents(at.record)
        return found if open_at is None else AtLeast(found)

    def parents(self, record: Record) -> tuple[list[str], Record | None]:
        """Return the ids of the parents of a record, and the record whose parent is absent."""
        found: list[str] = []
        while True:
            parent = record.values.get("parent", ABSENT)
            if parent is ABSENT:
                # A kind that has no parents at all ends the chain; an absent one leaves it open.
                return found, record if "parent" in self.kinds[record.kind].fields else None
            if parent is None:
                return found, None
            found.append(parent)
            following = self.facts.records.get(parent)
            if following is None or following is record or len(found) > len(self.facts.records):
                return found, None
            record = following


class ReaderAt:
    """Reads paths for one record at hand, its subject and item, in one world."""

    __slots__ = ("here", "item", "scope", "subject", "world")

    def __init__(
        self, scope: Scope, here: Snapshot, subject: Snapshot, item: Snapshot | None, world: World
    ) -> None:
        self.scope = scope
        self.here = here
        self.subject = subject
        self.item = item
        self.world = world

    def place(self, head: str) -> Snapshot | None:
        """Return what a head of a path stands for."""
        if head == "here":
            return self.here
        if head == "subject":
            return self.subject
        if head == "item":
            return self.item
        return self.here.owner

    def read(self, path: Path) -> Value:
        """Return the value of a path (see `Reader`)."""
        head = path.head
        if head == "here":
            return self.scope.value(self.here, path.segments, self)
        if head == "as_of":
            days = self.scope.days
            return days.low if days.low == days.high else Bounds(days.low, days.high)
        if head == "param":
            return self.parameter(path.segments[0])
        place = self.place(head)
        return UNKNOWN if place is None else self.scope.value(place, path.segments, self)

    def ancestors(self, path: Path) -> Value:
        """Return the parents of the record that a path names (see `Reader`)."""
        place = self.place(path.head)
        if path.segments != ("id",):
            target = self.read(path)
            if isinstance(target, OrNull):
                return perhaps(self._ancestors_of(target.value))
            return (
                target if target is None or isinstance(target, Open) else self._ancestors_of(target)
            )
        return UNKNOWN if place is None else self.scope.ancestors(place)

    def _ancestors_of(self, target: Value) -> Value:
        record = self.scope.facts.records.get(target)
        return UNKNOWN if record is None else self.scope.ancestors(self.scope.snapshot(record))

    def outcome(self, leaf: OutcomeIs) -> Truth:
        """Ask for another rule's outcome on this subject (see `Reader`)."""
        return self.scope.outcome_of(leaf, self)

    def parameter(self, name: str) -> Value:
        """Return the value of a parameter in this world; within bounds if it is unverified."""
        reading = self.scope.law.reading(name, self.world)
        if reading is not None:
            expression = reading.value
            return (
                expression.value if isinstance(expression, Literal_) else value_of(expression, self)
            )
        parameter = self.scope.law.parameters.get(name)
        if parameter is None or parameter.between is None:
            return UNKNOWN
        low, high = (self._end(expression, i) for i, expression in enumerate(parameter.between))
        return UNKNOWN if low is None and high is None else bounded(low, high)

    def _end(self, expression: Expression | None, index: int) -> Any:
        if expression is None:
            return None
        value = value_of(expression, self)
        if value is None or value is UNKNOWN:
            return None
        *both, maybe_null = ends(value)
        return None if maybe_null else both[index]  # where it is null there is no such end


def as_fields(value: Any) -> Fields | None:
    """Return a value that is a mapping, or None."""
    return value if isinstance(value, Fields) else None
