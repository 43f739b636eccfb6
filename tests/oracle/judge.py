"""A plain judge of a complete folder, written from the contract alone (design §3, §4).

It walks the Python data from which `write` makes YAML; it shares nothing with the engine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from oracle.reading import At, holds, right_side
from oracle.shapes import KINDS, Form
from oracle.world import Record, World, last_day, present

Key = tuple[str, str, str | None]
NOT_APPLICABLE = "not_applicable"


def outcomes(world: World) -> dict[Key, str]:
    """Return the outcome of each rule in force, subject there, and item, on the day of the run."""
    found: dict[Key, str] = {}
    for rule, alive in world.rules():
        for subject in world.of_kinds(rule["for"]) if alive else ():
            if present(world, subject, world.run_day):
                for item, outcome in _of_subject(world, rule, subject):
                    found[rule["id"], subject["id"], item] = outcome
    return found


def _of_subject(world: World, rule: Form, subject: Record) -> Iterator[tuple[str | None, str]]:
    day = _day_of(world, rule, subject, world.run_day)
    at = At(world, day, subject, KINDS[subject["kind"]], subject, outcome_of=_outcome_of)
    if "per" not in rule:
        yield None, _judged(rule, at)
        return
    for item in world.of_kinds(rule["per"]["over"]):
        of_item = replace(at, item=item)
        if _is_item(rule, of_item):
            yield item["id"], _judged(rule, of_item)


def _day_of(world: World, rule: Form, subject: Record, day: date) -> date:
    """Return the day on which a subject is judged as of a day: its own last one, if it ended."""
    last = last_day(world, subject)
    return day if last is None or rule.get("after_end") else min(day, last)


def _is_item(rule: Form, at: At) -> bool:
    """Return whether the item is there, and is one of the rule's, on the day."""
    assert at.item is not None
    where = rule["per"].get("where", {})
    return present(at.world, at.item, at.day) and holds(at.on(at.item), where)


def _outcome_of(rule_id: str, at: At) -> str:
    """Return another rule's outcome on the same subject, as of the day judged there (§4).

    Of a subject that had not happened on that day, whatever its kind, nothing was asked yet: the
    contract names no outcome, and none that asks something would be true.
    """
    rule, alive = {r["id"]: (r, alive) for r, alive in at.world.rules()}[rule_id]
    if not alive or not present(at.world, at.subject, at.day):
        return NOT_APPLICABLE
    day = _day_of(at.world, rule, at.subject, at.day)
    return _judged(rule, replace(at.on(at.subject), item=None, owner=None, day=day), at.day)


def _judged(rule: Form, at: At, run_day: date | None = None) -> str:
    """Return the outcome; `at` stands at the subject, on the run's day or its own last day."""
    if rule["modality"] == "may":
        return "satisfied" if _applies(rule, at) and _met(rule, at) else NOT_APPLICABLE
    if "always" in rule:
        return _now(rule, at, "violated")
    if "until" in rule:
        end = right_side(at, rule["until"])
        return _now(rule, at if end is None else _as_of(at, min(at.day, end)), "violated")
    return _by_due_day(rule, at, run_day or at.world.run_day)


def _by_due_day(rule: Form, at: At, run_day: date) -> str:
    due = right_side(at, rule["due"])
    if at.day < run_day and (due is None or due > at.day):
        return NOT_APPLICABLE  # the unit ended before it fell due
    if due is None or run_day <= due:
        return _now(rule, at, "due")
    then = _now(rule, _as_of(at, due), "violated")
    return "satisfied_late" if then == "violated" and _met(rule, at) else then


def _as_of(at: At, day: date) -> At:
    return replace(at, day=day)


def _now(rule: Form, at: At, otherwise: str) -> str:
    """Return satisfied, or `otherwise`; a unit that is not there on the day has nothing to do."""
    if not _born(at) or not _applies(rule, at):
        return NOT_APPLICABLE
    return "satisfied" if _met(rule, at) else otherwise


def _born(at: At) -> bool:
    """Return whether a body is there on the day judged; any other record is what is judged."""
    return not at.form.get("body") or present(at.world, at.subject, at.day)


def _applies(rule: Form, at: At) -> bool:
    excepted = any(holds(at, each["condition"]) for each in rule.get("unless", ()))
    return holds(at, rule.get("when", {})) and not excepted


def _met(rule: Form, at: At) -> bool:
    return holds(at, rule.get("require", {}))
