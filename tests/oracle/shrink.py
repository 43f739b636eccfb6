"""The smallest case that still fails (greedy: one thing less at a time)."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from oracle.case import Case
from oracle.shapes import KINDS, Form
from oracle.world import Record

Fails = Callable[[Case], bool]
Way = tuple[str | int, ...]


def smallest(case: Case, fails: Fails) -> Case:
    """Return a case that fails and from which nothing more can be taken."""
    steps = (_of_law, _of_records, _of_fields, _of_conditions, _of_gaps)
    while True:
        before = case
        for step in steps:
            case = _taken(case, step, fails)
        if case is before:
            return case


def _taken(case: Case, step: Callable[[Case], Iterator[Case]], fails: Fails) -> Case:
    """Return the case after all that a step can take; what was tried before is not tried again."""
    tried = 0
    while (less := next(islice(step(case), tried, None), None)) is not None:
        if fails(less):
            case = less
        else:
            tried += 1
    return case


def _of_law(case: Case) -> Iterator[Case]:
    for part in ("rules", "amendments", "reference"):
        for n in range(len(case.law[part])):
            rest = [*case.law[part][:n], *case.law[part][n + 1 :]]
            yield replace(case, law={**case.law, part: rest})
    for part in ("derived", "parameters"):
        for name in case.law[part]:
            rest = {k: v for k, v in case.law[part].items() if k != name}
            yield replace(case, law={**case.law, part: rest})


def _of_records(case: Case) -> Iterator[Case]:
    (completion,) = case.completions
    for record in completion.records:
        kept = tuple(r for r in completion.records if r is not record)
        given = tuple(r for r in case.records if r["id"] != record["id"])
        yield replace(case, records=given, completions=(replace(completion, records=kept),))
    given = {record["id"] for record in case.records}
    more = {record["kind"] for record in completion.records if record["id"] not in given}
    for kind in ("unit", "board", "paper"):
        if kind not in case.collected and kind not in more:
            yield replace(case, collected=(*case.collected, kind))


def _of_conditions(case: Case) -> Iterator[Case]:
    """Yield the case with one part of a condition, or one key of a form, left out."""
    for way in _ways(case.law):
        if way[0] in ("rules", "derived", "amendments") and len(way) > 2:
            yield from (replace(case, law=law) for law in _simpler(case.law, way))


def _simpler(law: Any, way: Way) -> Iterator[Any]:
    value = _at(law, way)
    if way[-1] in ("when", "unless", "where", "among", "in_force", "per", "plus", "minus"):
        yield _without(law, way)
    if isinstance(value, dict) and set(value) & {"all", "any", "not"} and len(value) == 1:
        (inner,) = value.values()
        for part in inner if isinstance(inner, list) else [inner]:
            yield _with(law, way, part)
    if isinstance(value, dict) and len(value) > 1 and way[-1] not in (0, 1, 2):
        for key in value:
            if str(key).islower() and way[-1] != "rule":
                yield _without(law, (*way, key))


def _of_fields(case: Case) -> Iterator[Case]:
    """Yield the case with a field left out of the folder, and none in what is so."""
    (completion,) = case.completions
    for n, record in enumerate(case.records):
        where = next(i for i, r in enumerate(completion.records) if r["id"] == record["id"])
        for way in _ways(record):
            less = [*case.records[:n], _without(record, way), *case.records[n + 1 :]]
            for full in _emptied(completion.records[where], record, way):
                full_ones = list(completion.records)
                full_ones[where] = full
                yield replace(
                    case,
                    records=tuple(less),
                    completions=(replace(completion, records=tuple(full_ones)),),
                )


def _emptied(full: Record, record: Record, way: Way) -> Iterator[Record]:
    if isinstance(way[-1], int):
        yield _without(full, way)
        return
    value, form = _at(full, way), _form(KINDS[record["kind"]], way)
    if form is None or form.get("required") or value in (None, []) or way[-1] in ("on", "day"):
        yield full
        return
    if way[-1] in ("begun", "gone", "since", "till"):
        yield _without(full, way)
        return
    yield _with(full, way, [] if form["type"] == "list" else None)
    yield full


def _form(form: Form, way: Way) -> Form | None:
    for part in way:
        form = form.get("of") if isinstance(part, int) else form.get("fields", {}).get(part)
        if form is None:
            return None
    return form


def _of_gaps(case: Case) -> Iterator[Case]:
    """Yield the case with less in what is so where the folder is silent."""
    (completion,) = case.completions
    given = {r["id"]: r for r in case.records}
    for n, record in enumerate(completion.records):
        for way in _ways(record):
            value, form = _at(record, way), _form(KINDS[record["kind"]], way)
            silent = way[0] not in given.get(record["id"], {}) and form and len(way) == 1
            if (
                not silent
                or value in (None, [])
                or form.get("required")
                or way[-1] in ("on", "day")
            ):
                continue
            less = _with(record, way, [] if form["type"] == "list" else None)
            records = (*completion.records[:n], less, *completion.records[n + 1 :])
            yield replace(case, completions=(replace(completion, records=records),))


def _ways(value: Any, head: Way = ()) -> Iterator[Way]:
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in inside:
        if key in ("id", "kind") and not head:
            continue
        yield (*head, key)
        if isinstance(inner, dict | list):
            yield from _ways(inner, (*head, key))


def _at(value: Any, way: Way) -> Any:
    for part in way:
        value = value[part]
    return value


def _without(value: Any, way: Way) -> Any:
    changed = copy.deepcopy(value)
    del _at(changed, way[:-1])[way[-1]]
    return changed


def _with(value: Any, way: Way, new: Any) -> Any:
    changed = copy.deepcopy(value)
    _at(changed, way[:-1])[way[-1]] = new
    return changed
