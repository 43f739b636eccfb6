"""The members an aggregate looks at, and an index so that it need not look at all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from isocheck.evaluate.scope import ReaderAt, Scope
from isocheck.evaluate.snapshot import ABSENT, Snapshot, object_value, there
from isocheck.logic.truth import Truth
from isocheck.logic.values import ALL, AtLeast, Bounds, Open
from isocheck.packs.conditions import AllOf, Compare, Condition, Fact, Op, Path
from isocheck.packs.law import Law
from isocheck.packs.model import Derived, Source
from isocheck.packs.operators import OPERATORS
from isocheck.records.base import Record
from isocheck.records.kinds.kind import FieldSpec
from isocheck.source.nodes import Fields

Conditions = tuple[Condition | None, Condition | None]  # `among` and `where`


@dataclass(frozen=True, slots=True)
class Member:
    """A record or list entry; `there` is whether it is there on the day.

    `many` marks the stand-in for a list that is not known: it may be none or several; `unknown`
    is then what is absent, a record and a path.
    """

    at: Snapshot
    there: Truth
    many: bool = False
    unknown: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Members:
    """The members of a source; `open` if there may be more that the facts do not hold.

    `registers` are the kinds not declared collected; `unknown` says where lists are not known.
    """

    members: Sequence[Member]
    open: bool = False
    registers: tuple[str, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()  # (record, path)
    key: Any = field(default=None, compare=False)


def members_of(derived: Derived, reader: ReaderAt) -> Members:
    """Return the members of a derived value's source, for the record at hand."""
    assert derived.source is not None  # noqa: S101 - checked when read
    if derived.source.kinds:
        return members_of_kinds(derived.source, reader.scope)
    found = entries_of(reader.scope, reader.here, _entries(derived.source))
    if derived.skip_first and found.members:
        return Members(_without_first(found.members), found.open, (), found.unknown)
    return found


def members_of_kinds(source: Source, scope: Scope) -> Members:
    """Return every record of some kinds, or every entry of a list of theirs; made once a day."""
    key = (source.kinds, source.entries)
    found = scope.members.get(key)
    if found is None:
        found = scope.members[key] = _collect(source, scope, key)
    return found


def _collect(source: Source, scope: Scope, key: Any) -> Members:
    registers = tuple(k for k in source.kinds if not _is_complete(scope, k))
    members: list[Member] = []
    for kind in source.kinds:
        for record in scope.facts.by_kind.get(kind, ()):
            truth = scope.is_there(record)
            if truth is False:
                continue
            at = scope.snapshot(record)
            if source.entries is None:
                members.append(Member(at, truth))
            else:
                members += _entries_as_members(scope, at, truth, source.entries)
    return Members(members, bool(registers), registers, (), key)


def _is_complete(scope: Scope, kind: str) -> bool:
    return kind in scope.facts.collected or scope.kinds[kind].reference


def _entries(source: Source) -> Path:
    assert source.entries is not None  # noqa: S101 - a source has kinds or entries
    return source.entries


def _entries_as_members(scope: Scope, at: Snapshot, truth: Truth, path: Path) -> Iterable[Member]:
    found = entries_of(scope, at, path)
    if found.open:
        yield Member(_stand_in(at, path), None, many=True, unknown=found.unknown)
    for member in found.members:
        yield Member(member.at, member.there if truth is True else None)


def _stand_in(at: Snapshot, path: Path) -> Snapshot:
    """Return an entry that stands for a list that is not known.

    Where its entries are parts of the record, none of them is of more money than the whole.
    """
    spec = _list_spec(at, path)
    values = Fields(at.record.line)
    fields = spec.of.fields if spec.of is not None else {}
    for name in fields if spec.single is not None else ():
        whole = at.values.get(name)
        if fields[name].type == "money" and whole is not None:
            values[name] = Bounds(0, whole, maybe_null=True)
    return Snapshot(at.record, values, fields, at.days, None, at, (str(path), None))


def _list_spec(at: Snapshot, path: Path) -> FieldSpec:
    fields = at.fields
    segments = path.segments[1:] if path.segments[0] == "former" else path.segments
    for segment in segments[:-1]:
        fields = fields[segment].fields
    return fields[segments[-1]]


def entries_of(scope: Scope, at: Snapshot, path: Path) -> Members:
    """Return the entries of a list of a record; open if the list is not known."""
    key = ("#", *path.segments)
    found: Members | None = at.memo.get(key)
    if found is None:
        found = _entries_of(scope, at, path)
        if at.kind is not None:
            at.memo[key] = found
    return found


def _entries_of(scope: Scope, at: Snapshot, path: Path) -> Members:
    former = path.segments[0] == "former"
    segments = path.segments[1:] if former else path.segments
    values: Any = at.values
    fields = at.fields
    certain = True
    for position, segment in enumerate(segments):
        spec = fields.get(segment)
        if spec is None:
            return Members(())
        value = values.get(segment, ABSENT)
        if value is ABSENT:
            return Members((), True, (), ((at.record.id, ".".join(segments[: position + 1])),))
        if value is None:
            return Members(())
        if spec.type == "list":
            return _list_members(scope, at, at.record, spec, value, str(path), certain=certain)
        truth = object_value(value, spec, at.days, former=former)
        former = False
        if truth is False:
            return Members(())
        certain = certain and truth is True
        values, fields = value, spec.fields
    raise AssertionError("the path of a list ends at a list")


def _list_members(  # noqa: PLR0913, PLR0917 - the state of one walk
    scope: Scope,
    at: Snapshot,
    record: Record,
    spec: FieldSpec,
    value: Any,
    path: str,
    *,
    certain: bool,
) -> Members:
    """Return the entries of a list that stands in `record`, for the record at hand."""
    if isinstance(value, Fields):  # {catalogue: ID}: the list of another record
        return _from_catalogue(scope, spec, value, path, certain=certain)
    assert spec.of is not None  # noqa: S101 - a list has entries
    members = []
    for number, entry in enumerate(value):
        truth = there(entry, spec.of.dated, at.days)
        if truth is False:
            continue
        snapshot = Snapshot(
            record,
            entry,
            spec.of.fields,
            at.days,
            None,
            at,
            (path, number),
            spec.of.dated,
        )
        members.append(Member(snapshot, truth if certain else None))
    return Members(members)


def _from_catalogue(
    scope: Scope, spec: FieldSpec, value: Fields, path: str, *, certain: bool
) -> Members:
    record = scope.facts.records.get(value["catalogue"])
    if record is None:
        return Members((), True, (), ((value["catalogue"], spec.name),))
    at = scope.snapshot(record)
    listed = record.values.get(spec.name, ABSENT)
    if listed is ABSENT:
        return Members((), True, (), ((record.id, spec.name),))
    if listed is None:
        return Members(())
    own = scope.kinds[record.kind].fields[spec.name]
    return _list_members(scope, at, record, own, listed, path, certain=certain)


def _without_first(members: Sequence[Member]) -> list[Member]:
    """Drop the entry of the earliest day: later ones are there only if it is."""

    def day(member: Member) -> Any:
        dated = member.at.dated
        assert dated is not None  # noqa: S101 - checked when read
        return member.at.values[dated.on]

    return sorted(members, key=day)[1:]


@dataclass(frozen=True, slots=True)
class Join:
    """A text of the member that must equal, or stand in, what the subject or item reads."""

    member: Path
    other: Path
    op: Op  # eq, has or one of ancestors


@dataclass(frozen=True, slots=True)
class Candidates:
    """The members worth looking at.

    `joined` are known to meet the join; of `members` nothing is known yet. `open` where what they
    are joined on is not known at all.
    """

    members: Sequence[Member] = ()
    joined: Sequence[Member] = ()
    open: bool = False


def candidates(derived: Derived, members: Members, reader: ReaderAt) -> Candidates:
    """Return the members that `among` and `where` do not rule out by one simple join.

    The conditions are evaluated on every member returned; this only saves looking at the rest.
    Where the subject's side of the join is not known, any member may count and none is listed.
    """
    join = None if members.key is None else join_of(derived, reader.scope.law)
    if join is None:
        return Candidates(members.members)
    wanted = other_side(join, reader)
    if isinstance(wanted, Open):
        return Candidates(open=bool(members.members) or members.open)
    if wanted is None or wanted == ALL:
        return Candidates(members.members)
    by_text, loose = _index(join, members, reader)
    more = isinstance(wanted, AtLeast)
    texts = (wanted,) if isinstance(wanted, str) else wanted
    found = (member for text in texts for member in by_text.get(text, ()))
    # Two texts may lead to one member (a report to both of two bodies).
    joined = list({id(member): member for member in found}.values())
    return Candidates(loose, joined, open=more and bool(members.members))


def other_side(join: Join, reader: ReaderAt) -> Any:
    """Read the subject's side of a join: inside a member, `subject` is the record at hand."""
    if join.other.head == "subject":
        return reader.scope.value(reader.here, join.other.segments, reader)
    return reader.read(join.other)


def join_of(derived: Derived, law: Law) -> Join | None:
    """Return a join that must hold for a member to count, if there is one; found once.

    In a share those that fail `where` count too.
    """
    if derived not in law.joins:
        wanted = (
            (derived.among,) if derived.operation == "share" else (derived.among, derived.where)
        )
        parts = [p for c in wanted for p in _conjuncts(c)]
        joins = (_as_join(part) for part in parts)
        law.joins[derived] = next((join for join in joins if join is not None), None)
    found: Join | None = law.joins[derived]
    return found


def conditions_but_join(derived: Derived, law: Law) -> Conditions:
    """Return `among` and `where` without the join, which an index has answered; found once."""
    found: Conditions | None = law.rests.get(derived)
    if found is None:
        join = join_of(derived, law)
        found = law.rests[derived] = (_without(derived.among, join), _without(derived.where, join))
    return found


def _without(condition: Condition | None, join: Join | None) -> Condition | None:
    if condition is None or join is None:
        return condition
    return AllOf(tuple(part for part in _conjuncts(condition) if _as_join(part) != join))


def _as_join(part: Condition) -> Join | None:
    if not isinstance(part, Compare) or not isinstance(part.right, Fact):
        return None
    left, right = part.path, part.right.path
    of_member, of_other = ("here", "owner"), ("subject", "item")
    if part.op in ("eq", "has", "under") and left.head in of_member and right.head in of_other:
        if right.type in ("text", "reference"):
            return Join(left, right, part.op)
    elif part.op == "has" and left.head in of_other and right.head in of_member:
        return Join(right, left, "eq")
    return None


def _conjuncts(condition: Condition | None) -> Iterable[Condition]:
    if isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _conjuncts(part)
    elif condition is not None:
        yield condition


def _index(
    join: Join, members: Members, reader: ReaderAt
) -> tuple[dict[str, list[Member]], list[Member]]:
    """Return the members by the text they are joined on, and those of which it is not known."""
    key = (members.key, join.member, join.op, _choice(join, reader))
    index = reader.scope.indexes.get(key)
    if index is None:
        by_text: dict[str, list[Member]] = {}
        loose: list[Member] = []
        for member in members.members:
            texts = _keys(join, member, reader)
            if texts is None:
                loose.append(member)
            for text in dict.fromkeys(texts or ()):
                by_text.setdefault(text, []).append(member)
        index = reader.scope.indexes[key] = (by_text, loose)
    return index


def _choice(join: Join, reader: ReaderAt) -> tuple[object, ...]:
    """Return what an index is made for besides its day: it is the same for all else."""
    if not reader.scope.law.may_differ(join.member):
        return ()
    return None if reader.item is None else reader.item.key, reader.world


def _keys(join: Join, member: Member, reader: ReaderAt) -> Sequence[str] | None:
    here = ReaderAt(reader.scope, member.at, reader.here, reader.item, reader.world)
    value = (
        here.ancestors(join.member) if OPERATORS[join.op].of_ancestors else here.read(join.member)
    )
    if isinstance(value, (Open, AtLeast)) or value == ALL:
        return None
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value
