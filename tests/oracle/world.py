"""A complete folder and its law: who is there on a day, until when (design §2, §3, §5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from oracle.days import FAR, ONE_DAY
from oracle.shapes import KINDS, Form

Record = dict[str, Any]


@dataclass(frozen=True)
class World:
    """Everything known: the records, one choice a parameter, and of equals which is the latest."""

    law: Mapping[str, Any]
    records: Mapping[str, Record]
    choices: Mapping[str, Any] = field(default_factory=dict)
    last_of_equals: bool = False
    run_day: date = FAR  # the law is that of the day of the run

    def rules(self) -> Iterator[tuple[Form, bool]]:
        """Yield the rules as amended on the day of the run, and whether each is in force."""
        for rule in self.law["rules"]:
            now, alive = rule, True
            for change in self._amendments():
                if change.get("repeals") == rule["id"]:
                    alive = False
                elif change.get("replaces") == rule["id"]:
                    now = change["rule"]
            span = now.get("in_force", {})
            begins, ends = span.get("from", date.min), span.get("until", date.max)
            yield now, alive and begins <= self.run_day < ends

    def parameter(self, name: str) -> tuple[Form, Any]:
        """Return a parameter as amended, and what was chosen where it is open."""
        form, chosen = self.law["parameters"][name], name
        for change in self._amendments():
            if change.get("sets") == f"t.{name}":
                form, chosen = change, change["id"]
        return form, self.choices.get(chosen)

    def kind_ends(self, kind: str) -> date | None:
        ends = [c["from"] for c in self._amendments() if c.get("ends") == {"kind": kind}]
        return min(ends, default=None)

    def _amendments(self) -> list[Form]:
        return [c for c in self.law["amendments"] if c["from"] <= self.run_day]

    def of_kinds(self, kinds: Any) -> Iterator[Record]:
        wanted = [kinds] if isinstance(kinds, str) else kinds
        return (r for r in self.records.values() if r["kind"] in wanted)


def begun(thing: Mapping[str, Any], form: Form, day: date) -> bool:
    """Return whether a thing has begun by a day: what is dated after it has not happened (§3)."""
    if "dated" not in form:
        return True
    on = thing.get(form["dated"]["on"])
    return long_ago(form) if on is None else bool(on <= day)


def long_ago(form: Form) -> bool:
    """Return whether a thing without a day has been there since long ago (design §2)."""
    return "absent" in form["fields"][form["dated"]["on"]]


def ended(thing: Mapping[str, Any], form: Form, day: date) -> bool:
    """Return whether it has ended: up to, not including, the day that ends it (§3)."""
    end = form.get("dated", {}).get("until")
    return bool(end) and (thing.get(end) or date.max) <= day


def last_day(world: World, record: Record) -> date | None:
    """Return the last day of a body: its own end or that of its kind, the earlier."""
    form = KINDS[record["kind"]]
    own = record.get(form.get("dated", {}).get("until"))
    ends = [e for e in (own, world.kind_ends(record["kind"])) if e]
    return min(ends) - ONE_DAY if ends else None


def in_force(world: World, record: Record, day: date) -> bool:
    last = last_day(world, record)
    return begun(record, KINDS[record["kind"]], day) and (last is None or day <= last)


def present(world: World, record: Record, day: date) -> bool:
    """Return whether a record is there on a day; a body that has ended still is (§3)."""
    form = KINDS[record["kind"]]
    if form.get("body"):
        last = last_day(world, record)
        first = record.get("begun") or date.min
        return first <= day and (last is None or first <= last)
    return begun(record, form, day) and not ended(record, form, day)
