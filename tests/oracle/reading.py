"""What a path, a condition or a derived value comes to on a day (design §3 to §5, packs.md).

Everything is known here: a condition is true or false, a value is a value or null.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from oracle.days import FAR, ONE_DAY, compared, difference, moved, number
from oracle.shapes import KINDS, Form, Path, form_at
from oracle.world import Record, World, begun, ended, in_force, last_day, present

RESERVED = ("subject", "item", "owner")


@dataclass(frozen=True)
class At:
    """The place a path starts from: the record or entry at hand, on the day judged."""

    world: World
    day: date
    hand: Mapping[str, Any]
    form: Form
    subject: Record
    item: Record | None = None
    owner: Record | None = None
    until: date = FAR  # of what stands below a body that has ended: the body's last day
    outcome_of: Callable[[str, At], str] | None = None

    def on(self, record: Record) -> At:
        return replace(self, hand=record, form=KINDS[record["kind"]], until=FAR)

    def of(self, record: Record) -> At:
        """Return the place for a derived value of a record: it is the subject there."""
        return replace(self.on(record), subject=record, owner=None)


# Values


def value_at(at: At, path: str) -> Any:
    head, _, rest = path.partition(".")
    if head == "as_of":
        return at.day
    if head == "param":
        return parameter(at, rest)
    if head in RESERVED:
        record = getattr(at, head)
        return None if record is None else value_at(at.on(record), rest)
    return _walked(at, at.hand, at.form, tuple(path.split(".")))


def _walked(  # noqa: PLR0911 - a return for each way that a path goes
    at: At, thing: Any, form: Form, path: Path, *, former: bool = False
) -> Any:
    name, rest = path[0], path[1:]
    if ".".join(path) in at.world.law["derived"] and "kind" in thing:
        return derived(at.of(thing), at.world.law["derived"][".".join(path)])
    if name in ("id", "kind") and name not in form["fields"]:
        value = thing[name]
        return value if not rest else _walked(at, thing, form, rest)  # `id.FIELD`: the field
    if name == "in_force":
        return in_force(at.world, thing, at.day)
    if name == "former":
        return _walked(at, thing, form, rest, former=True)
    value, inner = as_of(at, thing, form, name, former=former), form["fields"][name]
    if not rest or value is None:
        return value
    if inner["type"] == "reference":
        target = at.world.records[value]
        if not present(at.world, target, at.day):
            return None  # it has not happened, or has ended
        return _walked(at, target, KINDS[target["kind"]], rest)
    return _walked(replace(at, until=stood_until(at, thing)), value, inner, rest)


def as_of(at: At, thing: Any, form: Form, name: str, *, former: bool = False) -> Any:
    """Return a field as it reads on the day judged; of a unit that ended, on its last day (§3)."""
    inner, value = form["fields"][name], thing.get(name)
    if not (form.get("body") and name in form.get("dated", {}).values()):
        at = replace(at, day=min(at.day, stood_until(at, thing)))
    if value is None:
        return None
    if inner["type"] == "day" and not inner.get("planned"):
        return value if value <= at.day else None
    if inner["type"] == "object":
        there = begun(value, inner, at.day) and ended(value, inner, at.day) is former
        return value if there else None
    if inner["type"] == "list" and inner["of"]["type"] == "object":
        return [e for e in value if _entry_there(e, inner["of"], at.day)]
    return value


def stood_until(at: At, thing: Any) -> date:
    """Return the last day of the body that a thing is, or stands in: what it holds is of then."""
    return at.until if "kind" not in thing else last_day(at.world, thing) or FAR


def _entry_there(entry: Any, form: Form, day: date) -> bool:
    return begun(entry, form, day) and not ended(entry, form, day)


def parameter(at: At, name: str) -> Any:
    """Return the value of a parameter; what is open has one choice throughout (§4)."""
    form, choice = at.world.parameter(name.removeprefix("t."))
    return chosen(at, form, choice)


def chosen(at: At, form: Form, choice: Any) -> Any:
    """Return the value of one form of a parameter."""
    if "readings" in form:
        return number(next(r["value"] for r in form["readings"] if r["id"] == choice))
    if form.get("verification") != "unverified":
        return number(form["value"])
    if "between" not in form:
        return choice
    low, high = (right_side(at, end) for end in form["between"])
    return _within(low, high, choice)


def _within(low: Any, high: Any, share: Fraction) -> Any:
    """Return the value that stands at a share of the way between two ends."""
    if isinstance(low or high, date):
        low, high = low or date(2015, 1, 1), high or FAR
        return low + ONE_DAY * int((high - low).days * share)
    if isinstance(low, Fraction) or isinstance(high, Fraction):
        low, high = low or Fraction(0), Fraction(1) if high is None else high
    low, high = low or 0, 20 if high is None else high
    way = (high - low) * share
    return low + (way if isinstance(high, Fraction) else int(way))


def right_side(at: At, given: Any) -> Any:
    """Return what stands on the right: a value, a fact, a parameter, the end of a year, moved."""
    if not isinstance(given, dict):
        return number(given)
    value: Any = None
    if "fact" in given:
        value = value_at(at, given["fact"])
    elif "param" in given:
        value = parameter(at, given["param"])
    elif "year_end" in given:
        year = value_at(at, given["year_end"])
        value = None if year is None else date(year, 12, 31)
    else:
        value = number(given["value"])
    for sign, key in ((1, "plus"), (-1, "minus")):
        if key in given and value is not None:
            spans = given[key].items()
            by = {u: parameter(at, n["param"]) if isinstance(n, dict) else n for u, n in spans}
            value = None if None in by.values() else moved(value, by, sign)
    return value


# Conditions


def holds(at: At, condition: Mapping[str, Any]) -> bool:
    """Return whether a condition holds."""
    return all(_part_holds(at, key, given) for key, given in condition.items())


def _part_holds(at: At, key: str, given: Any) -> bool:
    if key == "all":
        return all(holds(at, each) for each in given)
    if key == "any":
        return any(holds(at, each) for each in given)
    if key == "not":
        return not holds(at, given)
    if key == "under":
        return _stands_under(at.world, at.hand, right_side(at, given))
    if key == "outcome":
        assert at.outcome_of is not None
        return all(at.outcome_of(rule, at) in wanted for rule, wanted in given.items())
    constraint = given if isinstance(given, dict) else {"eq": given}
    return all(_constraint_holds(at, key, op, right) for op, right in constraint.items())


def _constraint_holds(at: At, path: str, operator: str, given: Any) -> bool:
    left = value_at(at, path)
    if operator == "under":
        record = at.world.records.get(left)
        return record is not None and _stands_under(at.world, record, right_side(at, given))
    return compared(left, operator, given if operator == "matches" else right_side(at, given))


def _stands_under(world: World, record: Mapping[str, Any], top: Any) -> bool:
    parent = record.get("parent")
    while parent is not None and parent != top:
        parent = world.records[parent].get("parent")
    return parent is not None


# Derived values


def derived(at: At, form: Form) -> Any:
    """Return a derived value; `at` stands at the record that it is computed for."""
    if "holds" in form:
        return holds(at, form["holds"])
    if "difference" in form:
        return difference(*(value_at(at, path) for path in form["difference"]))
    if "add" in form:
        values = [value_at(at, path) for path in form["add"]]
        return None if None in values else sum(values)
    among = [m for m in _members(at, form) if holds(m, form.get("among", {}))]
    counted = [m for m in among if holds(m, form.get("where", {}))]
    if "share" in form:
        return Fraction(len(counted), len(among)) if among else None
    return _aggregate(at.world, counted, form)


def _aggregate(world: World, members: list[At], form: Form) -> Any:
    how = next(key for key in (*TOTALS, "latest", "count", "any") if key in form)
    if how in ("count", "any"):
        return len(members) if how == "count" else bool(members)
    if how == "latest":
        return _latest(world, members, form)
    return TOTALS[how]([v for m in members if (v := value_at(m, form[how])) is not None])


TOTALS: dict[str, Callable[[list[Any]], Any]] = {
    "sum": sum,
    "min": lambda values: min(values, default=None),
    "max": lambda values: max(values, default=None),
    "list": lambda values: list(dict.fromkeys(values)),
    "distinct": lambda values: len(set(values)),
}


def _latest(world: World, members: list[At], form: Form) -> Any:
    dated = [(day, m) for m in members if (day := value_at(m, form["latest"])) is not None]
    top = max((day for day, _ in dated), default=None)
    of_that_day = [m for day, m in dated if day == top]
    if not of_that_day:
        return None
    return value_at(of_that_day[-1 if world.last_of_equals else 0], form["take"])


def _members(at: At, form: Form) -> Iterator[At]:
    """Yield the members: records of kinds, or entries of a list of records (packs.md)."""
    over = form["over"]
    kind, _, path = ("", "", over) if isinstance(over, list) else over.partition(".")
    if isinstance(over, list) or (over in KINDS):
        for record in at.world.of_kinds(over):
            if present(at.world, record, at.day):
                yield at.on(record)
        return
    if kind not in KINDS:
        yield from _entries(at, at.subject, over, form)
        return
    for owner in at.world.of_kinds(kind):
        if present(at.world, owner, at.day):
            yield from _entries(at, owner, path, form)


def _entries(at: At, owner: Record, path: str, form: Form) -> Iterator[At]:
    place = at.on(owner)
    inner = form_at(owner["kind"], tuple(path.split(".")))["of"]
    entries = value_at(place, path) or []
    for entry in entries[1:] if form.get("skip_first") else entries:
        until = stood_until(place, owner)
        yield replace(at, hand=entry, form=inner, owner=owner, until=until)
