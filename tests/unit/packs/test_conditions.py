"""Conditions as read: operators, literals by type, right-hand sides, heads of paths."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path as File

import pytest

from isocheck.logic.days import NO_SHIFT, Shift
from isocheck.packs.conditions import (
    TRUE,
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Fact,
    Literal_,
    Not,
    OutcomeIs,
    Path,
    YearEnd,
)
from packs.mini_pack import REQUIRE, profile_of, rule

PARAMETERS = "n: {value: 5}\nhalf: {value: 50%}\nlast: {value: 2020-12-31}\nyes: {value: true}\n"


def read(root: File, text: str, **files: str) -> Condition:
    """Return the condition as the `when` of a rule for departments."""
    written = {f"{name}.yaml": content for name, content in files.items()}
    written |= {
        "parameters.yaml": PARAMETERS,
        "rules/a.yaml": rule(REQUIRE, "always: true", f"when: {text}"),
    }
    return profile_of(root, written).rules[0].when


def compared(root: File, text: str) -> Compare:
    found = read(root, text)
    assert isinstance(found, Compare)
    return found


ADOPTED = Path("here", ("qms", "adopted_on"), "day")


@pytest.mark.parametrize(
    ("text", "op", "value"),
    [
        ("{code: x}", "eq", "x"),
        ("{code: null}", "eq", None),
        ("{code: {eq: no}}", "eq", "no"),
        ('{code: "012"}', "eq", "012"),
        ("{code: {ne: x}}", "ne", "x"),
        ("{code: {in: [a, b]}}", "in", ["a", "b"]),
        ("{code: {matches: '[0-9]{5}'}}", "matches", "[0-9]{5}"),
        ("{code: {exists: true}}", "exists", True),
        ("{code: {exists: false}}", "exists", False),
        ("{qms: {not_exists: true}}", "not_exists", True),
        ("{procedures: {empty: false}}", "empty", False),
        ("{qms.scope.covered: {has: 1.001612}}", "has", "1.001612"),
        ("{qms.scope.covered: {covers: [1.10, a]}}", "covers", ["1.10", "a"]),
        ("{qms.scope.covered: {covers: all}}", "covers", "all"),
        ("{qms.adopted_on: {lt: 2020-02-29}}", "lt", date(2020, 2, 29)),
        ("{qms.adopted_on: {in: [2020-01-01]}}", "in", [date(2020, 1, 1)]),
        ("{param.n: {gte: 7}}", "gte", 7),
        ("{param.half: {gt: 70%}}", "gt", Fraction(7, 10)),
        ("{param.half: {lte: 2/3}}", "lte", Fraction(2, 3)),
        ("{param.half: {lte: 70.5%}}", "lte", Fraction(141, 200)),
        ("{param.half: 1}", "eq", Fraction(1)),
        ("{param.yes: false}", "eq", False),
        ("{in_force: true}", "eq", True),
        ("{parent: {under: ls}}", "under", "ls"),
        ("{under: ls}", "under", "ls"),
    ],
)
def test_an_operator_and_a_literal_by_type(
    text: str, op: str, value: object, tmp_path: File
) -> None:
    found = compared(tmp_path, text)
    assert (found.op, found.right) == (op, Literal_(value))
    assert str(found.location) == "policies/mini/1.0.0/rules/a.yaml:9"


@pytest.mark.parametrize(
    ("right", "expected"),
    [
        ("{fact: established_on}", Fact(Path("here", ("established_on",), "day"))),
        ("{fact: as_of}", Fact(Path("as_of", (), "day"))),
        ("{param: last}", Fact(Path("param", ("mini.last",), "day"))),
        ("{param: mini.last}", Fact(Path("param", ("mini.last",), "day"))),
        (
            "{param: last, plus: {years: 1, months: 2, days: 3}}",
            Fact(Path("param", ("mini.last",), "day"), Shift(years=1, months=2, days=3)),
        ),
        (
            "{param: last, plus: {months: 1}, minus: {days: 1}}",
            Fact(Path("param", ("mini.last",), "day"), Shift(months=1, days=-1)),
        ),
        ("{value: 2020-01-31, plus: {months: 1}}", Literal_(date(2020, 2, 29))),
        ("{value: 2020-01-31, minus: {days: 31}}", Literal_(date(2019, 12, 31))),
        (
            "{year_end: nomination.first, minus: {days: 1}}",
            YearEnd(Path("here", ("nomination", "first"), "year"), Shift(days=-1)),
        ),
    ],
)
def test_a_right_hand_side(right: str, expected: object, tmp_path: File) -> None:
    derived = "nomination.first: {for: [department], over: nominated, min: year}\n"
    found = read(tmp_path, f"{{qms.adopted_on: {{lt: {right}}}}}", derived=derived)
    assert isinstance(found, Compare)
    assert found.path == ADOPTED
    assert found.right == expected


def test_no_span_is_no_shift(tmp_path: File) -> None:
    right = compared(tmp_path, "{qms.adopted_on: {lt: {param: last, plus: {days: 0}}}}").right
    assert isinstance(right, Fact)
    assert right.shift == NO_SHIFT


def test_all_any_not_and_several_in_one_mapping(tmp_path: File) -> None:
    found = read(tmp_path, "{any: [{code: a, name: b}, {not: {code: {ne: a, in: [c]}}}]}")
    assert isinstance(found, AnyOf)
    both, none = found.parts
    assert isinstance(both, AllOf)
    assert [str(part.path) for part in both.parts if isinstance(part, Compare)] == ["code", "name"]
    assert isinstance(none, Not)
    assert isinstance(none.part, AllOf)
    assert [part.op for part in none.part.parts if isinstance(part, Compare)] == ["ne", "in"]


def test_outcomes_of_another_rule(tmp_path: File) -> None:
    found = read(tmp_path, "{outcome: {other.rule: [due, violated]}}")
    assert isinstance(found, OutcomeIs)
    assert (found.rule, found.outcomes) == ("other.rule", {"due", "violated"})
    found = read(tmp_path, "{outcome: {other.rule: waived}}")
    assert isinstance(found, OutcomeIs)
    assert found.outcomes == {"waived"}


def test_a_rule_without_conditions_always_applies(tmp_path: File) -> None:
    profile = profile_of(tmp_path, {})
    assert (profile.rules[0].when, profile.rules[0].unless) == (TRUE, ())


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("id", "reference"),
        ("kind", "text"),
        ("in_force", "yes_no"),
        ("parent.kind", "text"),
        ("parent.parent.name", "text"),
        ("qms.self_built", "yes_no"),
        ("qms.announced", "yes_no"),
        ("former.qms.ended_on", "day"),
        ("subject.code", "text"),
        ("id.code", "text"),
    ],
)
def test_what_a_path_reads(path: str, type_: str, tmp_path: File) -> None:
    assert compared(tmp_path, f"{{{path}: {{exists: true}}}}").path.type == type_
