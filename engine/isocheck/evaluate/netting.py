"""What is left of an amount: the amount, less what came back of it by the day (design §2).

`kinds.yaml` declares it: `less: recovered.amount` on the amount of a record takes off the entries
of its list `recovered`; on the amount of an entry (a beneficiary's part) those of them that are
meant for that entry, by the reference that both have. What is meant for none in particular came
back from some of them: each one's share of it is within bounds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from isocheck.evaluate.members import Member, entries_of
from isocheck.evaluate.scope import ReaderAt
from isocheck.evaluate.snapshot import ABSENT, Snapshot
from isocheck.logic.values import Bounds, Value, bounded
from isocheck.packs.conditions import Path
from isocheck.records.kinds.kind import Less, key_of_parts


class _Back(NamedTuple):
    """Money that came back: how much, and whom it is meant for (None: nobody in particular)."""

    low: int
    high: int | None
    key: Any


class _Span(NamedTuple):
    low: int
    high: int | None


class Net(NamedTuple):
    """An amount that something may have come back of: where it stands, and of which record."""

    place: Snapshot
    owner: Snapshot
    less: Less

    @property
    def is_part(self) -> bool:
        """Whether it is the amount of an entry that is known to be one."""
        return self.place.place is not None and self.place.place[1] is not None

    @property
    def is_one_of_several(self) -> bool:
        """Whether it is a part, and the whole has others."""
        return self.is_part and self.place.values.get(_amount_name(self)) != _whole(self)

    @property
    def key(self) -> str | None:
        """The reference that tells which part money is meant for."""
        return key_of_parts(self.place.fields, self.owner.fields, self.less)


def net_of(path: Path, here: ReaderAt) -> Net | None:
    """Return the amount that a path reads, if what came back of it is taken off."""
    place = here.place(path.head) if path.head in ("here", "owner") else None
    spec = place.fields.get(path.segments[0]) if place is not None else None
    if place is None or spec is None or spec.less is None or len(path.segments) != 1:
        return None
    owner = place if place.owner is None else place.owner
    return Net(place, owner, spec.less)


def left_of(path: Path, here: ReaderAt) -> Value:
    """Return what is left of the amount that a path reads; any other value as it is."""
    value = here.read(path)
    known = type(value) is int
    net = net_of(path, here) if known or isinstance(value, Bounds) else None
    if net is None:
        return value
    came_back = [_back(member, net) for member in entries_that_came_back(net, here)]
    if not came_back:
        return value
    if not known:
        return _most_left(value, came_back)
    span = _share(value, net, came_back) if net.is_part else _total(came_back)
    low = 0 if span.high is None else max(0, value - span.high)
    return bounded(low, max(0, value - span.low))


def _most_left(value: Bounds, came_back: list[_Back]) -> Value:
    """Return what is left at most of a part of a list that is not known: of the whole, at most."""
    if not isinstance(value.high, int):
        return value
    most = max(0, value.high - _total(came_back).low)
    return Bounds(0, most, maybe_null=value.maybe_null)


def entries_that_came_back(net: Net, here: ReaderAt) -> Iterator[Member]:
    """Yield what came back of a record's money by the day, or perhaps did."""
    return iter(
        entries_of(here.scope, net.owner, Path("here", (net.less.entries,), "list")).members
    )


def _back(member: Member, net: Net) -> _Back:
    amount = member.at.values.get(net.less.amount, ABSENT)
    low, high = (0, None) if amount is ABSENT else (amount or 0, amount or 0)
    key = None if net.key is None else member.at.values.get(net.key)
    return _Back(low if member.there is True else 0, high, key)


def _total(parts: list[_Back]) -> _Span:
    high = None if any(part.high is None for part in parts) else sum(p.high or 0 for p in parts)
    return _Span(sum(part.low for part in parts), high)


def _share(amount: int, net: Net, came_back: list[_Back]) -> _Span:
    """Return what came back of a part: what is meant for it, and its share of the rest.

    At least so much of it came back as the others, and what is nobody's part, cannot bear.
    """
    key = None if net.key is None else net.place.values.get(net.key)
    if key is None:  # whose part it is is not known: all may be meant for it, or nothing
        return _Span(0, _total(came_back).high)
    own = _total([back for back in came_back if back.key == key])
    others = _total([back for back in came_back if back.key not in {None, key}])
    rest = _total([back for back in came_back if back.key is None])
    alike = _others_of(net, key)  # further parts of the same body bear it with this one
    own_least = 0 if alike is None else max(0, own.low - alike)
    whole = _whole(net)
    rest_least = 0 if whole is None else max(0, rest.low - (whole - amount - others.low))
    most = None if rest.high is None or own.high is None else own.high + rest.high
    return _Span(own_least + rest_least, most)


def _others_of(net: Net, key: object) -> int | None:
    """Return the amount of the further parts that are the same body's, or perhaps are."""
    assert net.place.place is not None  # noqa: S101 - a part is an entry
    name, number = net.place.place
    amounts = [
        part.get(_amount_name(net))
        for index, part in enumerate(net.owner.values.get(name) or ())
        if index != number and net.key is not None and part.get(net.key) in {None, key}
    ]
    return sum(amounts) if all(type(amount) is int for amount in amounts) else None


def _amount_name(net: Net) -> str:
    return next(name for name, spec in net.place.fields.items() if spec.less == net.less)


def _whole(net: Net) -> int | None:
    """Return the amount of the record that the parts are of, None if it is not known."""
    for name, spec in net.owner.fields.items():
        if spec.less == net.less:
            whole = net.owner.values.get(name)
            return whole if type(whole) is int else None
    return None
