"""Derived values: counts, sums, shares, the latest of a list; within bounds where facts lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from isocheck.evaluate.interpreter import decider, holds
from isocheck.evaluate.members import (
    Candidates,
    Conditions,
    Member,
    Members,
    candidates,
    conditions_but_join,
    members_of,
)
from isocheck.evaluate.netting import left_of
from isocheck.evaluate.scope import ReaderAt
from isocheck.logic.comparisons import difference
from isocheck.logic.truth import Truth
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
    one_of,
)
from isocheck.packs.conditions import Condition
from isocheck.packs.law import Law
from isocheck.packs.model import Derived


@dataclass(frozen=True, slots=True)
class Counted:
    """A member that counts, surely (`sure`) or perhaps; `here` reads from it."""

    member: Member
    sure: bool
    here: ReaderAt


def compute(derived: Derived, reader: ReaderAt) -> Value:
    """Return a derived value for the record that `reader` stands on."""
    operation = derived.operation
    if operation == "holds":
        assert derived.where is not None  # noqa: S101 - checked when read
        truth = holds(derived.where, reader)
        return YES_OR_NO if truth is None else truth
    if operation == "difference":
        left, right = (reader.read(path) for path in derived.operands)
        return difference(left, right)
    if operation == "add":
        return _added([reader.read(path) for path in derived.operands])
    members = members_of(derived, reader)
    chosen = candidates(derived, members, reader)
    if chosen.open and not members.open:
        members = replace(members, open=True)
    if operation == "share":
        return _share(derived, members, chosen, reader)
    return _OPERATIONS[operation](derived, members, list(counted_members(derived, chosen, reader)))


def inside(reader: ReaderAt, member: Member) -> ReaderAt:
    """Return a reader that stands on a member; its subject is the record derived for."""
    return ReaderAt(reader.scope, member.at, reader.here, reader.item, reader.world)


def counted_members(derived: Derived, chosen: Candidates, reader: ReaderAt) -> Iterator[Counted]:
    """Yield the members for which `among` and `where` hold, or may hold."""
    for member, conditions in looked_at(derived, chosen, reader.scope.law):
        here = inside(reader, member)
        truth = member_truth(member, conditions, here)
        if truth is not False:
            yield Counted(member, truth is True, here)


def looked_at(
    derived: Derived, chosen: Candidates, law: Law
) -> Iterator[tuple[Member, Conditions]]:
    """Yield each candidate with the conditions that are still open for it."""
    if chosen.joined:
        rest = conditions_but_join(derived, law)
        for member in chosen.joined:
            yield member, rest
    whole = (derived.among, derived.where)
    for member in chosen.members:
        yield member, whole


def member_truth(member: Member, conditions: Iterable[Condition | None], here: ReaderAt) -> Truth:
    """Tell whether a member is there and meets `among` and `where`; `here` reads from it."""
    truth = member.there
    for condition in conditions:
        if condition is not None:
            part = decider(condition)(here)
            if part is False:
                return False
            truth = truth if part is True else None
    return truth


def _count(derived: Derived, members: Members, counted: list[Counted]) -> Value:
    del derived
    low = sum(1 for c in counted if c.sure)
    open_end = members.open or any(c.member.many for c in counted)
    return bounded(low, None if open_end else len(counted))


def _any(derived: Derived, members: Members, counted: list[Counted]) -> Value:
    del derived
    if any(c.sure for c in counted):
        return True
    return YES_OR_NO if counted or members.open else False


def taken(derived: Derived, counted: Counted) -> Value:
    """Return what `take` reads from a member."""
    assert derived.take is not None  # noqa: S101 - checked when read
    return counted.here.read(derived.take)


def _sum(derived: Derived, members: Members, counted: list[Counted]) -> Value:
    total_low: Any = 0
    total_high: Any = None if members.open else 0
    for c in counted:
        assert derived.take is not None  # noqa: S101 - checked when read
        value = left_of(derived.take, c.here)
        low, high, maybe_null = (0, None, True) if value is UNKNOWN else ends(value)
        if value is None:
            continue
        if c.sure and not maybe_null:
            total_low += low or 0
        if c.member.many and high != 0 and derived.take.head != "here":
            high = None  # it stands for any number of entries, each with that amount of another
        total_high = None if total_high is None or high is None else total_high + high
    return bounded(total_low, total_high)


def _extreme(derived: Derived, members: Members, counted: list[Counted]) -> Value:
    """Return the least or greatest value; nulls do not count."""
    greatest = derived.operation == "max"
    sure: list[Any] = []
    near: list[Any] = []  # the ends that bound the result on the side it grows to
    open_end = members.open
    for c in counted:
        value = taken(derived, c)
        if value is None:
            continue
        low, high, maybe_null = (None, None, True) if value is UNKNOWN else ends(value)
        inner, outer = (low, high) if greatest else (high, low)
        open_end = open_end or outer is None
        near.append(outer)
        if c.sure and not maybe_null and inner is not None:
            sure.append(inner)
    if not near and not open_end:
        return None
    pick = max if greatest else min
    inner = pick(sure) if sure else None
    outer = None if open_end else pick(near)
    low, high = (inner, outer) if greatest else (outer, inner)
    if low is None and high is None:
        return UNKNOWN
    return bounded(low, high, maybe_null=not sure)


def _latest(derived: Derived, members: Members, counted: list[Counted]) -> Value:
    """Return what the member of the latest day holds; not known if several could be it."""
    assert derived.by is not None  # noqa: S101 - checked when read
    if members.open:
        return UNKNOWN
    dated: list[tuple[Counted, Any, Any, bool]] = []
    for c in counted:
        day = c.here.read(derived.by)
        if day is None:
            continue
        low, high, maybe_null = (None, None, True) if day is UNKNOWN else ends(day)
        dated.append((c, low, high, c.sure and not maybe_null))
    if not dated:
        return None
    floor = max((low for _, low, _, sure in dated if sure and low is not None), default=None)
    could_be = [c for c, _, high, _ in dated if floor is None or high is None or high >= floor]
    return one_of([taken(derived, c) for c in could_be], certain=floor is not None)


def _list(derived: Derived, members: Members, counted: list[Counted]) -> Value:
    values = [(c.sure, taken(derived, c)) for c in counted]
    known = sorted({value for sure, value in values if sure and isinstance(value, str)})
    complete = all(
        value is None or (sure and not isinstance(value, Open)) for sure, value in values
    )
    return AtLeast(known) if members.open or not complete else known


def _distinct(derived: Derived, members: Members, counted: list[Counted]) -> Value:
    sure, perhaps, loose = set(), set(), 0
    open_end = members.open
    for c in counted:
        value = taken(derived, c)
        if value is None:
            continue
        open_end = open_end or c.member.many
        if value is UNKNOWN:
            loose += 1
        elif isinstance(value, OrNull):
            perhaps.add(value.value)
        elif c.sure:
            sure.add(value)
        else:
            perhaps.add(value)
    # What is not known may be null, or one that is counted already.
    return bounded(len(sure), None if open_end else len(sure | perhaps) + loose)


def _share(derived: Derived, members: Members, chosen: Candidates, reader: ReaderAt) -> Value:
    """Return the members of `among` that meet `where`, divided by those of `among`."""
    tally = share_tally(derived, chosen, reader)
    base = tally["yes"] + tally["no"] + tally["open"]
    low_of = base + tally["maybe-no"] + tally["maybe-open"]
    high_top = tally["yes"] + tally["open"] + tally["maybe-yes"] + tally["maybe-open"]
    high_of = high_top + tally["no"]
    if members.open or tally["many"]:
        return Bounds(Fraction(0), Fraction(1), maybe_null=base == 0)
    if not low_of and not high_of:
        return None
    low = Fraction(tally["yes"], low_of) if low_of else Fraction(1)
    high = Fraction(high_top, high_of) if high_of else Fraction(0)
    return bounded(low, high, maybe_null=base == 0)


def share_tally(derived: Derived, chosen: Candidates, reader: ReaderAt) -> dict[str, int]:
    """Count the members of a share: surely or perhaps in it; meeting `where`, not, or open.

    `many` are the lists of which it is not known how many members they hold.
    """
    tally = dict.fromkeys(("yes", "no", "open", "maybe-yes", "maybe-no", "maybe-open", "many"), 0)
    for member, (in_base, meets) in looked_at(derived, chosen, reader.scope.law):
        here = inside(reader, member)
        among = True if in_base is None else holds(in_base, here)
        if among is False or member.there is False:
            continue
        met = True if meets is None else holds(meets, here)
        word = {True: "yes", False: "no", None: "open"}[met]
        sure = among is True and member.there is True
        tally[word if sure else f"maybe-{word}"] += 1
        tally["many"] += member.many
    return tally


def _added(values: list[Value]) -> Value:
    """Add numbers; null with anything is null (design §4)."""
    if any(value is None for value in values):
        return None
    low: Any = 0
    high: Any = 0
    maybe_null = False
    for value in values:
        if value is UNKNOWN:
            return UNKNOWN
        below, above, null = ends(value)
        low = None if low is None or below is None else low + below
        high = None if high is None or above is None else high + above
        maybe_null = maybe_null or null
    return UNKNOWN if low is None and high is None else bounded(low, high, maybe_null=maybe_null)


_OPERATIONS = {
    "count": _count,
    "any": _any,
    "sum": _sum,
    "min": _extreme,
    "max": _extreme,
    "latest": _latest,
    "list": _list,
    "distinct": _distinct,
}
