"""The table of operators: every row is whole, compiles, has words, and stands on the page."""

from __future__ import annotations

import re
from pathlib import Path as FilePath
from typing import Any, cast

import pytest

from helpers import MATCHERS, THING, WORLD, judged, pack, rule, thing
from isocheck.durable import counts
from isocheck.logic import values
from isocheck.packs.environment import Typed
from isocheck.packs.operators import OPERATORS, Operator
from isocheck.report.reasons import reasons
from isocheck.report.selection import Selected
from isocheck.report.view import View

PAGE = FilePath(__file__).parents[3] / "docs" / "en" / "packs.md"
WITHOUT_A_COUNT = {"eq", "ne", "lt", "lte", "gt", "gte", "exists", "not_exists", "empty"}
TYPES: tuple[Any, ...] = (
    "text", "day", "year", "money", "yes_no", "period", "reference", "codes", "list", "object",
    "count", "share",
)  # fmt: skip


@pytest.mark.parametrize("op", OPERATORS)
def test_a_row_is_whole(op: str) -> None:
    operator = OPERATORS[op]
    assert any(operator.fits(Typed(each)) for each in TYPES)
    flag = operator.right == "flag"
    for pair in (operator.asked, operator.asked_of_days or operator.asked):
        assert all(words and words.count("{}") == (not flag) for words in pair)
    assert all(operator.stated)
    assert flag == (operator.asked_not is not None) == (operator.stated_not is not None)
    assert (op in counts.COUNTED) == (op not in WITHOUT_A_COUNT)


def test_the_page_on_packs_tells_every_operator() -> None:
    rows = [row for row in PAGE.read_text("utf-8").splitlines() if row.startswith("| `")]
    told = {name for row in rows for name in re.findall(r"`(\w+)", row.split("|")[1])}
    assert set(OPERATORS) <= told


def apart(left: Any, right: Any) -> int | None:
    """Return how many days lie between two days; -1 where one of them is none."""
    if left is values.UNKNOWN or right is values.UNKNOWN:
        return None
    return -1 if left is None or right is None else abs((left - right).days)


def same_day(left: Any, right: Any) -> bool | None:
    days = apart(left, right)
    return None if days is None else days == 0


@pytest.mark.parametrize("matcher", MATCHERS)
def test_a_row_here_and_a_count_there_make_an_operator(
    matcher: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing else knows operators one by one: reading, both matchers and the words follow."""
    row = Operator(
        fits=lambda left: left.type == "day",
        decide=same_day,
        asked=("đúng ngày {}", "on {} itself"),
        stated=("đúng ngày", "is on"),
    )
    count = counts.Counting(count=apart, comparator="eq", threshold=0)
    monkeypatch.setitem(cast("dict[str, Operator]", OPERATORS), "on", row)
    monkeypatch.setitem(cast("dict[str, counts.Counting]", counts.COUNTED), "on", count)
    law = pack(
        rule("r", "require: {day: {on: 2020-06-01}}\nalways: true", kinds="thing"), kinds=THING
    )
    things = {"a": "day: 2020-06-01", "b": "day: 2020-06-02", "c": "", "d": "day: null"}
    facts = "".join(thing(fields, id=id_) for id_, fields in things.items())
    found = judged(law, WORLD + facts, "2020-12-31", matcher=matcher)
    outcomes = {id_: found("r", id_) for id_ in things}
    assert outcomes == {
        "a": "satisfied", "b": "violated", "c": "indeterminate", "d": "violated",
    }  # fmt: skip
    view = View(selected=Selected(evaluation=found.evaluation, everything=True), lang="en")
    assert "needed: on 2020-06-01 itself" in reasons(view, found.finding("r", "b"))[0]


LISTS = (
    None, values.UNKNOWN, [], ["a"], ["a", "b"], ["c"], values.AtLeast([]), values.AtLeast(["a"]),
    values.ALL,
)  # fmt: skip


@pytest.mark.parametrize("op", ["has_any", "covers"])
def test_a_list_known_in_part_is_counted_as_it_is_compared(op: str) -> None:
    counting, decide = counts.COUNTED[op], OPERATORS[op].decide
    seen = set()
    for left in LISTS:
        for right in LISTS:
            constant = right is None or type(right) in {list, str}
            settled = counting.settled(right) if constant else None
            number = counting.count(left, right)
            counted = None if number is None else counting.holds(number)
            truth = decide(left, right)
            assert settled in (None, truth), (left, right)
            if settled is None:
                assert counted is truth, (left, right)
            seen.add(truth)
    assert seen == {True, False, None}
