"""Parameters: their types, readings, bounds, and what is computed beside a value."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path as File

import pytest

from isocheck.packs.conditions import Literal_, Path, YearEnd
from isocheck.packs.form import as_day, as_integer, as_share
from isocheck.packs.model import Parameter
from packs.mini_pack import SOUND, problems_of, profile_of, rule


def parameter(root: File, body: str) -> Parameter:
    files = {"parameters.yaml": f"p: {body}\n", "rules/a.yaml": rule(*SOUND)}
    return profile_of(root, files).parameters["mini.p"][0]


@pytest.mark.parametrize(
    ("body", "type_", "value"),
    [
        ("{value: 70%}", "share", Fraction(7, 10)),
        ("{value: 1/3}", "share", Fraction(1, 3)),
        ("{value: 2020-12-31}", "day", date(2020, 12, 31)),
        ("{value: 17}", "count", 17),
        ("{value: 0}", "count", 0),
        ("{value: true}", "yes_no", True),
        ("{value: either}", "text", "either"),
        ('{value: "2020-13-01"}', "text", "2020-13-01"),
        ("{type: text, value: 17}", "text", "17"),
        ("{type: share, value: 1}", "share", Fraction(1)),
        ("{type: money, value: 30000000}", "money", 30000000),
        ("{type: year, value: 2020}", "year", 2020),
        ("{type: day, value: null}", "day", None),
        ("{type: day, value: {value: 2020-02-29, plus: {years: 1}}}", "day", date(2021, 2, 28)),
    ],
)
def test_the_value_tells_the_type_unless_it_is_said(
    body: str, type_: str, value: object, tmp_path: File
) -> None:
    found = parameter(tmp_path, body)
    assert found.type == type_
    assert [reading.value for reading in found.readings] == [Literal_(value)]


def test_the_first_reading_with_a_value_tells_the_type(tmp_path: File) -> None:
    found = parameter(tmp_path, "{readings: [{id: a, value: null}, {id: b, value: 50%}]}")
    assert found.type == "share"
    assert [(r.id, r.value) for r in found.readings] == [
        ("a", Literal_(None)),
        ("b", Literal_(Fraction(1, 2))),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "{value: 17000000, computed: 20000000 * 85%}",
        "{type: money, value: 13600000, computed: 20000000 * 80% * 85%}",
        "{value: 68%, computed: 80% * 85%}",
        "{value: 4, computed: 4}",
        "{readings: [{id: a, value: 5, computed: 10 * 50%}, {id: b, value: 6, computed: 6}]}",
    ],
)
def test_what_is_computed_gives_the_value_exactly(body: str, tmp_path: File) -> None:
    assert parameter(tmp_path, body).readings


@pytest.mark.parametrize("factor", ["33%", "34%"])
def test_a_third_is_no_percentage(factor: str, tmp_path: File) -> None:
    files = {"parameters.yaml": f"p: {{value: 1/3, computed: {factor}}}\n", "derived.yaml": ""}
    assert [p.code for p in problems_of(tmp_path, files)] == ["computed-differs"]


def test_what_is_not_known_has_bounds_at_most(tmp_path: File) -> None:
    body = "{type: day, verification: unverified, between: [{year_end: item.year}, null]}"
    found = parameter(tmp_path, body)
    assert found.readings == ()
    assert found.between == (YearEnd(Path("item", ("year",), "year")), None)
    assert parameter(tmp_path, "{type: yes_no, verification: unverified}").between is None


@pytest.mark.parametrize("text", ["2020-1-1", "20200101", "1899-12-31", "2201-01-01", "٢٠٢٠-01-01"])
def test_no_day(text: str) -> None:
    assert as_day(text) is None


@pytest.mark.parametrize("text", ["1.0", "1_000", "٣", "+5", "", "9" * 5000, None])
def test_no_whole_number(text: str | None) -> None:
    assert as_integer(text) is None


@pytest.mark.parametrize("text", ["70", "0.7", "70 %", "1/0", "-5%", "9" * 5000 + "%", None])
def test_no_share(text: str | None) -> None:
    assert as_share(text) is None
