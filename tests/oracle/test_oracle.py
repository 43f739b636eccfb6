"""The engine is held to a plain judge that knows everything, on random packs and folders."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import Any

import pytest

from oracle.case import drawn
from oracle.check import tried, unsound
from oracle.judge import Key, outcomes
from oracle.world import Record, World

SEED = 7
CHUNKS, IN_EACH = 8, 50
QUICK = 4  # of these in the suite that is run while working; the others with what is slow
BOARD = {"id": "b1", "kind": "board", "name": "B"}


@pytest.mark.parametrize(
    "chunk",
    [c if c < QUICK else pytest.param(c, marks=pytest.mark.slow) for c in range(CHUNKS)],
)
def test_what_is_said_of_a_folder_with_gaps_holds_of_whatever_fills_them(chunk: int) -> None:
    numbers = range(chunk * IN_EACH, (chunk + 1) * IN_EACH)
    assert [told for n in numbers if (told := tried(SEED, n)) is not None] == []


PLANTED = ("outcomes.all_of", "snapshot.begun")


@pytest.mark.parametrize("name", PLANTED)
def test_deciding_what_is_not_known_is_noticed(monkeypatch: Any, name: str) -> None:
    module, _, function = name.partition(".")
    really = getattr(import_module(f"isocheck.evaluate.{module}"), function)

    def taken_for_true(*given: Any) -> bool:
        return really(*given) is not False

    monkeypatch.setattr(f"isocheck.evaluate.{name}", taken_for_true)
    cases = (drawn(SEED, number) for number in range(CHUNKS * IN_EACH))
    assert any(list(unsound(case, "interpreter")) for case in cases)


def law(*rules: dict[str, Any], **more: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {"parameters": {}, "derived": {}, "amendments": [], "reference": []}
    return {**empty, **more, "rules": [{"for": ["unit"], "modality": "must", **r} for r in rules]}


def on(day: str, about: dict[str, Any], *records: Record) -> dict[Key, str]:
    given = {r["id"]: r for r in (BOARD, *about["reference"], *records)}
    return outcomes(World(about, given, run_day=date.fromisoformat(day)))


def unit(**fields: Any) -> Record:
    return {"id": "u1", "kind": "unit", "name": "U", **fields}


def day(text: str) -> date:
    return date.fromisoformat(text)


DUTY = {"id": "t.r", "require": {"ev": {"exists": True}}, "due": day("2019-06-30")}


@pytest.mark.parametrize(
    ("run", "done", "outcome"),
    [
        ("2019-06-29", None, "due"),
        ("2019-06-30", None, "due"),
        ("2019-07-01", None, "violated"),
        ("2019-07-01", "2019-06-30", "satisfied"),
        ("2019-07-01", "2019-07-01", "satisfied_late"),
        ("2019-07-01", "2019-07-02", "violated"),
        ("2019-06-29", "2019-06-30", "due"),
    ],
)
def test_a_duty_is_judged_on_its_due_day_and_late_on_the_day_of_the_run(run, done, outcome):
    found = on(run, law(DUTY), unit(ev=done and day(done)))
    assert found == {("t.r", "u1", None): outcome}


@pytest.mark.parametrize(
    ("gone", "outcome"),
    [("2019-06-30", "not_applicable"), ("2019-07-01", "violated"), ("2019-07-02", "violated")],
)
def test_what_was_not_due_by_the_last_day_of_a_unit_does_not_apply(gone, outcome):
    found = on("2020-01-01", law(DUTY), unit(ev=None, gone=day(gone)))
    assert found == {("t.r", "u1", None): outcome}


@pytest.mark.parametrize(
    ("begun", "found"),
    [
        ("2019-06-30", {("t.r", "u1", None): "violated"}),
        ("2019-07-01", {("t.r", "u1", None): "not_applicable"}),
        ("2020-01-02", {}),
    ],
)
def test_before_it_was_established_a_unit_is_not_there(begun, found):
    assert on("2020-01-01", law(DUTY), unit(ev=None, begun=day(begun))) == found


def test_a_limit_is_judged_on_the_day_and_a_continuing_duty_up_to_its_end():
    require = {"require": {"sys.n": {"gte": 1}}}
    limit, until = {"always": True}, {"until": day("2019-12-31")}
    both = law({"id": "t.a", **require, **limit}, {"id": "t.u", **require, **until})
    record = unit(sys={"on": day("2019-01-01"), "till": day("2020-01-01"), "n": 1})
    assert set(on("2019-12-31", both, record).values()) == {"satisfied"}
    found = on("2020-01-01", both, record)
    assert found == {("t.a", "u1", None): "violated", ("t.u", "u1", None): "satisfied"}


def test_a_kind_that_ended_is_judged_on_its_last_day_and_who_came_later_is_not_there():
    ends = [{"id": "u.e", "ends": {"kind": "unit"}, "from": day("2019-07-01")}]
    later = {**unit(begun=day("2019-07-01")), "id": "u2"}
    found = on("2020-01-01", law(DUTY, amendments=ends), unit(ev=day("2019-07-01")), later)
    assert found == {("t.r", "u1", None): "violated"}


@pytest.mark.parametrize(
    "required",
    [
        {"ref.ev": {"exists": True}},
        {"ref.inner.ev": {"exists": True}},
        {"ref.sys": {"exists": True}},
        {"ref.sys.marks": {"empty": False}},
        {"dm": {"gte": 1}},
        {"do": {"exists": True}},
    ],
)
def test_of_a_unit_that_ended_everyone_reads_what_happened_while_it_stood(required):
    """Design §3: as on its last day, whatever stands below the record, whoever reads it."""
    marks = {"for": ["unit"], "over": "unit.marks"}
    derived = {"dm": {**marks, "where": {"n": 1}, "count": True}, "do": {**marks, "max": "off"}}
    rule = law({"id": "t.r", "require": required, "always": True}, derived=derived)
    before, done = day("2019-06-29"), day("2019-06-30")
    for gone, outcome in (("2019-07-01", "satisfied"), ("2019-06-30", "violated")):
        things = {"ev": done, "inner": {"ev": done}, "marks": [{"day": done, "n": 1}]}
        things["marks"].append({"day": before, "off": done})
        sys = {"sys": {"on": done, "marks": [{"day": done}]}}
        ended = {**unit(gone=day(gone), **things, **sys), "id": "u2"}
        assert on("2020-01-01", rule, unit(ref="u2"), ended)["t.r", "u1", None] == outcome


@pytest.mark.parametrize(
    ("gone", "outcome"), [("2019-06-30", "violated"), (None, "not_applicable")]
)
def test_of_a_unit_that_ended_a_duty_without_a_day_never_fell_due(gone, outcome):
    """Also where a limit that goes on after its end asks what became of the duty."""
    duty = {"id": "t.d", "require": {"name": "x"}, "due": {"fact": "ev"}}
    when = {"outcome": {"t.d": ["not_applicable"]}}
    limit = {"id": "t.r", "when": when, "require": {"n": 1}, "always": True, "after_end": True}
    ended = unit(name="x", n=2, **({} if gone is None else {"gone": day(gone)}))
    assert on("2020-01-01", law(duty, limit), ended)["t.r", "u1", None] == outcome


def test_members_are_counted_as_of_the_day_and_a_share_of_none_is_null():
    derived = {
        "d0": {"for": ["unit"], "over": "marks", "where": {"n": {"gte": 2}}, "count": True},
        "d1": {"for": ["unit"], "over": "marks", "among": {"n": 9}, "where": {}, "share": True},
    }
    require = {"d0": {"eq": 1}, "d1": {"not_exists": True}}
    marks = [{"day": day("2019-01-01"), "n": 2}, {"day": day("2019-01-02"), "n": 2}]
    rule = {"id": "t.r", "require": require, "always": True}
    for run, outcome in (("2019-01-01", "satisfied"), ("2019-01-02", "violated")):
        found = on(run, law(rule, derived=derived), unit(marks=marks))
        assert found == {("t.r", "u1", None): outcome}
