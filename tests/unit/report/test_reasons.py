"""Why a requirement is not met, where one of several things would do."""

from __future__ import annotations

import re

import pytest

from helpers import THING, WORLD, department, judged, pack, rule, thing
from isocheck.report.reasons import reasons
from isocheck.report.selection import Selected
from isocheck.report.view import View

PLACE = re.compile(r" \(\S+:\d+\)")


def why(require: str, fields: str) -> list[str]:
    """Return the reasons of a thing with some fields, without the places in the files."""
    law = pack(rule("r", f"require: {require}\nalways: true", kinds="thing"), kinds=THING)
    found = judged(law, WORLD + thing(fields, id="a"), "2020-12-31")
    view = View(selected=Selected(evaluation=found.evaluation, everything=True), lang="en")
    return [
        PLACE.sub("", text).replace(" VND", "") for text in reasons(view, found.finding("r", "a"))
    ]


def test_what_is_asked_for_together_is_told_one_by_one() -> None:
    found = why("{all: [{n: 1}, {m: 2}, {flag: true}]}", "n: 3, m: 2, flag: false")
    assert found == ["n: 3; needed: 1", "flag: no; needed: yes"]


@pytest.mark.parametrize(
    "require",
    [
        "{any: [{n: 1}, {flag: true, m: 2}]}",
        "{not: {all: [{not: {n: 1}}, {not: {all: [{flag: true}, {m: 2}]}}]}}",
    ],
)
def test_where_one_of_several_things_would_do_it_says_so(require: str) -> None:
    assert why(require, "n: 3, m: 3, flag: false") == [
        "one of these is enough: (1) n: 3; needed: 1; (2) flag: no; needed: yes; m: 3; needed: 2"
    ]


def test_what_must_be_besides_stands_alone() -> None:
    found = why("{all: [{s: x}, {any: [{n: 1}, {m: 2}]}]}", "s: y, n: 3, m: 3")
    assert found == [
        "s: y; needed: x",
        "one of these is enough: (1) n: 3; needed: 1; (2) m: 3; needed: 2",
    ]


def test_of_cases_that_a_word_tells_apart_only_its_own_is_told() -> None:
    require = "{any: [{s: x}, {s: y, n: 1}, {s: {in: [z]}, m: 2}]}"
    assert why(require, "s: y, n: 3, m: 3") == ["n: 3; needed: 1"]
    assert why(require, "s: z, n: 3, m: 3") == ["m: 3; needed: 2"]


def test_a_word_of_no_case_is_told_with_all_that_it_might_be() -> None:
    found = why("{any: [{s: x}, {s: y, n: 1}]}", "s: w, n: 1")
    assert found == ["one of these is enough: (1) s: w; needed: x; (2) s: w; needed: y"]


def test_that_something_is_there_is_not_told_beside_what_it_should_be() -> None:
    found = why("{any: [{n: 1}, {n: {exists: true}, flag: true}]}", "flag: null")
    assert found == ["n: not known; needed: 1"]


def test_what_one_way_has_met_is_told_alone() -> None:
    assert why("{any: [{n: 1}, {m: 2}]}", "n: 1, m: 3") == ["n: 1; needed: 1"]


@pytest.mark.parametrize(
    ("rule_body", "day", "told"),
    [
        ("require: {qms.applied: true}\nuntil: 2019-06-30", "2019-06-30", ""),
        ("require: {qms.applied: true}\nuntil: 2019-06-30", "2019-07-01", " (as of 2019-06-30)"),
        ("require: {qms.applied: false}\ndue: 2019-06-30", "2019-06-30", ""),
        ("require: {qms.applied: false}\ndue: 2019-06-30", "2019-07-01", " (as of 2019-06-30)"),
        (
            "require: {qms.applied: true}\ndue: 2019-06-30",
            "2019-07-01",
            "",
        ),  # overdue: as it is now
        ("require: {qms.applied: true}\nalways: true", "2019-07-01", ""),
    ],
)
def test_what_is_judged_as_of_an_earlier_day_says_so(rule_body: str, day: str, told: str) -> None:
    found = judged(pack(rule("r", rule_body)), department("qms: null"), day)
    view = View(selected=Selected(evaluation=found.evaluation, everything=True), lang="en")
    (text,) = reasons(view, found.finding("r"))
    assert PLACE.sub("", text).partition("yes" if "true" in rule_body else "needed: no")[2] == told
