"""What a finding gives as its reasons: `because` and `missing` (design §4, §7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from helpers import Judged
from isocheck.finding import Because, Missing
from oracle import write
from oracle.against import ANCHOR, Unsound, decided, engine
from oracle.case import Case, Completion
from oracle.days import compared
from oracle.judge import Key
from oracle.world import Record

ROUNDS = 12
OPEN = ("param.", "rule.")


def true_because(case: Case, said: Judged) -> Iterator[Unsound]:
    """Yield each comparison shown that is not true of the values it shows."""
    for key, finding in said.findings.items():
        for shown in said.evaluation.explain(finding).because:
            if not _true(shown):
                yield Unsound("because", key, str(shown), case.completions[0])


def _true(shown: Because) -> bool:
    if shown.op in ("under", "outcome") or shown.path.startswith("outcome."):
        return True  # what it compares is not in the values it shows
    if shown.either is not None or shown.expected_either is not None:
        return _true_of_either(shown)
    if shown.at_least is not None or shown.expected_at_least is not None:
        return _true_of_part(shown)
    if shown.holds is None:
        bounded = shown.bounded or shown.expected_bounded
        return bounded or shown.value is None or shown.expected is None
    if shown.bounded or shown.expected_bounded:
        return _true_within(shown, shown.holds)
    return compared(_value(shown.value), shown.op, _value(shown.expected)) is shown.holds


def _true_of_either(shown: Because) -> bool:
    """Return whether it holds, as it is told, of both values that a side may be."""
    if shown.holds is None or shown.bounded or shown.expected_bounded:
        return True
    if shown.at_least is not None or shown.expected_at_least is not None:
        return True
    values = shown.either or (shown.value,)
    expected = shown.expected_either or (shown.expected,)
    truths = {compared(_value(v), shown.op, _value(e)) for v in values for e in expected}
    return truths == {shown.holds}


def _true_of_part(shown: Because) -> bool:
    """Return whether it may be told so of a list of which some entries are known."""
    part = shown.at_least
    if part is None:
        # of a list known in part nobody knows that all is covered, but by what covers everything
        return shown.holds is not True or shown.value == "all"
    if shown.holds is None and shown.expected is None:
        return True
    if shown.op == "empty":
        return not part or shown.holds is (not shown.expected)
    if shown.op in ("has", "covers"):
        known = compared([*part], shown.op, _value(shown.expected))
        return shown.holds is True or not known
    return True


def _true_within(shown: Because, holds: bool) -> bool:
    """Return whether it holds alike at each known end of the bounds."""
    lefts = (shown.low, shown.high) if shown.bounded else (shown.value,)
    rights = (
        (shown.expected_low, shown.expected_high) if shown.expected_bounded else (shown.expected,)
    )
    return all(
        compared(_value(left), shown.op, _value(right)) is holds
        for left in lefts
        for right in rights
        if (left is not None or not shown.bounded)
        and (right is not None or not shown.expected_bounded)
    )


def _value(shown: Any) -> Any:
    if isinstance(shown, list | tuple):
        return [_value(each) for each in shown]
    if isinstance(shown, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", shown):
        return date.fromisoformat(shown)
    if isinstance(shown, str) and re.fullmatch(r"\d+/\d+", shown):
        return Fraction(shown)
    return shown


def missing_helps(case: Case, said: Judged, matcher: str) -> Iterator[Unsound]:
    """Yield where filling all that is missing neither decides a finding nor names less."""
    completion = case.completions[0]
    law = decided(case.law, completion)
    if law != case.law:
        case = replace(case, law=law)
        said = engine(case, matcher)
    for key, finding in sorted(said.findings.items(), key=str):
        if finding.outcome == "indeterminate" and key[0] != ANCHOR:
            yield from _filled_up(case, said, key, completion, matcher)
            return  # one finding a case: each is a run of its own


def _filled_up(
    case: Case, said: Judged, key: Key, completion: Completion, matcher: str
) -> Iterator[Unsound]:
    for _ in range(ROUNDS):
        finding = said.findings.get(key)
        if finding is None or finding.outcome != "indeterminate":
            return
        missing = said.evaluation.explain(finding).missing
        facts = [m for m in missing if not (m.record is None and m.path.startswith(OPEN))]
        if not missing and "latest" not in str(case.law["derived"]):
            yield Unsound("missing", key, "indeterminate, and nothing is missing", completion)
        if not facts:
            return
        for each in facts:
            if not _absent(case, each):
                yield Unsound("missing", key, f"it is there: {each}", completion)
                return
        case = _with(case, facts, completion)
        said = engine(case, matcher)
    yield Unsound("missing", key, f"filled again and again, and still: {missing}", completion)


def _absent(case: Case, missing: Missing) -> bool:
    if missing.record is None:
        return missing.path not in case.collected
    record = next(r for r in case.records if r["id"] == missing.record)
    return _reached(record, missing.path.split(".")) is None


def _reached(record: Record, path: list[str]) -> tuple[Any, ...] | None:
    """Return the value at a path, in a tuple; nothing where a field on the way is absent."""
    here: Any = record
    for part in path:
        if isinstance(here, Mapping) and part not in here:
            return None
        here = here[int(part)] if isinstance(here, list) else here and here[part]
    return (here,)


def _with(case: Case, missing: list[Missing], completion: Completion) -> Case:
    """Return the case with what is missing given as it is in a completion."""
    records = {r["id"]: r for r in case.records}
    full = {r["id"]: r for r in completion.records}
    collected = case.collected
    for each in missing:
        if each.record is None:
            collected = (*collected, each.path)
            more = {i: r for i, r in full.items() if r["kind"] == each.path}
            records = {**more, **records}
        else:
            records[each.record] = _given(
                records[each.record], full[each.record], each.path.split(".")
            )
    while named := {
        i for i in full if i not in records and f'"{i}"' in write.records([*records.values()])
    }:
        records |= {i: full[i] for i in named}
    ordered = tuple(records[i] for i in full if i in records)
    return replace(case, records=ordered, collected=collected)


def _named(record: str, records: Mapping[str, Record]) -> bool:
    return f'"{record}"' in write.records([*records.values()])


def _given(thing: Any, full: Any, path: list[str]) -> Any:
    head, rest = path[0], path[1:]
    if isinstance(thing, list):
        n = int(head)
        return [*thing[:n], _given(thing[n], full[n], rest), *thing[n + 1 :]]
    if not rest or head not in thing:
        return {**thing, head: full.get(head)}
    return {**thing, head: _given(thing[head], full[head], rest)}
