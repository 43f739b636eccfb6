"""A due day carries its own verification (design §4.8, §7)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from helpers import Judged, department, judged, pack, rule
from isocheck.report.document import document
from isocheck.report.listing import rule_entries
from isocheck.report.selection import Selected

DAY = "2019-06-30"
TWO = f"readings: [{{id: a, value: {DAY}}}, {{id: b, value: 2019-07-31}}]"


def run(
    due: str, parameters: str = "", *, mode: str = "due", amendments: str = "", **about: str
) -> Judged:
    """Judge a primary rule that is not fulfilled, with a due day, on a day."""
    body = f"require: {{qms.applied: true}}\n{mode}: {due}\n"
    body += "action: {id: go, do: {vi: Làm, en: Do}, by: {fact: id}}"
    files = {"parameters": parameters} if parameters else {}
    files |= {"amendments": amendments} if amendments else {}
    return judged(
        pack(rule("r", body), **files), department("qms: null"), about.get("day", "2019-01-01")
    )


@pytest.mark.parametrize(
    ("due", "parameters", "verification"),
    [
        ("{param: d}", f"d: {{value: {DAY}, verification: interpretation}}", "interpretation"),
        ("{param: d}", f"d: {{value: {DAY}, verification: secondary}}", "secondary"),
        ("{param: d}", f"d: {{value: {DAY}}}", "primary"),
        # what the rule states of the day holds, else a parameter's own
        (
            "{param: d, verification: primary}",
            f"d: {{value: {DAY}, verification: interpretation}}",
            "primary",
        ),
        # several readings are a reading, whoever cites them; nothing known is not seen
        ("{param: d}", f"d: {{{TWO}, verification: secondary}}", "interpretation"),
        ("{param: d, verification: primary}", f"d: {{{TWO}}}", "interpretation"),
        (
            "{param: d}",
            f"d: {{type: day, verification: unverified, between: [{DAY}, null]}}",
            "unverified",
        ),
        # what is no parameter says it itself, else it is founded as the rule is
        (f"{{value: {DAY}, verification: derived}}", "", "derived"),
        (DAY, "", "primary"),
        (
            "{year_end: param.y, verification: interpretation}",
            "y: {type: year, value: 2019}",
            "interpretation",
        ),
        ("null", "", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("mode", ["due", "until"])
def test_the_verification_of_a_due_day(
    due: str, parameters: str, verification: str | None, mode: str
) -> None:
    found = run(due, parameters, mode=mode)
    assert found.finding("r").due_verification == verification
    assert found.finding("r").verification == "primary"
    told = document(Selected(evaluation=found.evaluation))
    assert told["rules"]["t.r"]["due_verification"] == verification
    assert told["findings"][0]["due_verification"] == verification
    (entry,) = rule_entries(found.evaluation.profile, None)
    assert entry["due_verification"] == verification


def test_a_limit_has_no_due_day_to_found() -> None:
    assert run("true", mode="always").finding("r").due_verification is None


def test_a_day_set_by_an_amendment_is_founded_as_the_amendment_says() -> None:
    """What the rule stated was said of its own pack's day."""
    later = "- {id: t.later, sets: t.d, from: 2019-01-01, value: 2019-09-30, verification: %s}"
    for verification in ("secondary", "interpretation"):
        found = run(
            "{param: d, verification: primary}",
            f"d: {{value: {DAY}}}",
            amendments=later % verification,
        )
        assert found.finding("r").due == date(2019, 9, 30)
        assert found.finding("r").due_verification == verification


def test_an_action_has_every_day_that_a_reading_gives() -> None:
    found = run("{param: d}", f"d: {{{TWO}}}")
    (action,) = found.evaluation.actions
    assert (action.due, action.dues) == (None, (date(2019, 6, 30), date(2019, 7, 31)))
    assert action.due_verification == "interpretation"
    assert action.id == "go/so-x/2019-06-30-or-2019-07-31"


@pytest.mark.parametrize(
    ("day", "mode", "overdue"),
    [
        ("2019-06-30", "due", False),
        ("2019-07-31", "due", False),
        ("2019-08-01", "due", True),
        ("2019-07-31", "until", False),
    ],
)
def test_overdue_is_what_every_reading_is_past(day: str, mode: str, overdue: bool) -> None:
    found = run("{param: d}", f"d: {{{TWO}}}", mode=mode, day=day)
    overdue_now = {action.overdue for action in found.evaluation.actions}
    assert overdue_now <= {overdue}
    assert overdue_now or found("r") == "indeterminate"


def test_a_broken_limit_and_a_continuing_duty_in_time_are_not_overdue() -> None:
    """Overdue is what had a last good day, from the day after."""
    limit = run("true", mode="always")
    assert limit("r") == "violated"
    assert [action.overdue for action in limit.evaluation.actions] == [False]
    in_time = run(DAY, mode="until", day="2019-06-30")
    assert in_time("r") == "violated"
    assert [action.overdue for action in in_time.evaluation.actions] == [False]


@pytest.mark.parametrize(
    ("due", "parameters", "last"),
    [(DAY, "", "2019-06-30"), ("{param: d}", f"d: {{{TWO}}}", "2019-07-31")],
)
def test_nothing_is_to_be_done_about_a_continuing_duty_once_its_last_day_has_passed(
    due: str, parameters: str, last: str
) -> None:
    """Whatever is done then, it was not kept up to that day."""
    before = run(due, parameters, mode="until", day=last)
    assert len(before.evaluation.actions) == (before("r") == "violated")
    day = (date.fromisoformat(last) + timedelta(days=1)).isoformat()
    after = run(due, parameters, mode="until", day=day)
    assert after("r") == "violated"
    assert after.evaluation.actions == ()


def test_a_day_not_known_but_past_within_its_bounds_is_overdue() -> None:
    bounds = f"d: {{type: day, verification: unverified, between: [2019-01-01, {DAY}]}}"
    found = run("{param: d}", bounds, day="2019-07-01")
    assert found("r") == "violated"
    (action,) = found.evaluation.actions
    assert (action.dues, action.overdue, action.due_verification) == ((), True, "unverified")


def test_rules_that_share_an_action_give_its_day_on_the_best_foundation() -> None:
    body = "require: {qms.applied: true}\ndue: {value: 2019-06-30, verification: %s}\n"
    body += "action: {id: go, do: {vi: Làm, en: Do}, by: {fact: id}}"
    law = pack(*(rule(name, body % name) for name in ("interpretation", "secondary")))
    (action,) = judged(law, department("qms: null"), "2019-01-01").evaluation.actions
    assert action.due_verification == "secondary"
