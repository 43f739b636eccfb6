"""Days moved by what parameters give (design §5): `plus: {days: {param: grace}}`."""
# ruff: noqa: E501 - facts stand a record a line

from __future__ import annotations

from datetime import date

import pytest

from helpers import THING, department, judged, pack, profile_of, rule, thing
from isocheck.authoring.wording import expression_text, expression_words
from isocheck.logic.days import Shift
from isocheck.logic.values import UNKNOWN, Bounds, moved
from isocheck.packs.law import due_verification
from isocheck.report.listing import rule_entries

HAS_QMS = "require: {qms.adopted_on: {exists: true}}"
NONE = "qms: null, new_rural_standard: {date: 2019-06-01}"


def within(grace: str, due: str = "{fact: new_rural_standard.date, plus: {days: {param: grace}}}"):
    return pack(
        rule("adopt", f"{HAS_QMS}\ndue: {due}"),
        parameters=f"grace: {grace}\nlast: {{value: 2019-06-01}}\nlater: {{value: 2}}",
    )


def limit(grace: str, condition: str = "{day: {lte: {fact: other, plus: {days: {param: grace}}}}}"):
    return pack(
        rule("limit", f"require: {condition}\nalways: true", kinds="thing"),
        kinds=THING,
        parameters=f"grace: {grace}",
    )


@pytest.mark.parametrize(
    ("day", "outcome"),
    [("2019-06-30", "due"), ("2019-07-01", "due"), ("2019-07-02", "violated")],
)
def test_a_due_day_is_moved_by_a_parameter(judge, day, outcome):
    """Thirty days after 1 June is 1 July, the last good day."""
    assert judge(within("{value: 30}"), department(NONE), day)("adopt") == outcome


@pytest.mark.parametrize(
    ("due", "last"),
    [
        ("{param: last, minus: {days: {param: grace}}}", "2019-05-30"),
        ("{fact: new_rural_standard.date, plus: {months: {param: grace}}}", "2019-08-01"),
        ("{fact: new_rural_standard.date, plus: {years: {param: grace}}}", "2021-06-01"),
        ("{fact: new_rural_standard.date, plus: {months: 1, days: {param: grace}}}", "2019-07-03"),
        ("{fact: new_rural_standard.date, plus: {days: {param: grace}}, minus: {days: 1}}", "2019-06-02"),
        ("{fact: new_rural_standard.date, plus: {days: {param: grace}}, minus: {days: {param: later}}}", "2019-06-01"),
        ("{param: last, plus: {days: {param: grace}}}", "2019-06-03"),
    ],
)  # fmt: skip
def test_each_unit_and_both_ways(judge, due, last):
    """What is not done is due up to and on the day, and violated after it."""
    law, on = within("{value: 2}", due), date.fromisoformat(last)
    after = date.fromordinal(on.toordinal() + 1).isoformat()
    assert judge(law, department(NONE), last)("adopt") == "due"
    assert judge(law, department(NONE), last).finding("adopt").due == on
    assert judge(law, department(NONE), after)("adopt") == "violated"


def test_the_end_of_a_year_is_moved_too(judge):
    law = pack(
        rule("limit", "require: {day: {lte: {year_end: y, plus: {days: {param: grace}}}}}\nalways: true", kinds="thing"),
        kinds=THING, parameters="grace: {value: 15}",
    )  # fmt: skip
    assert judge(law, thing("y: 2019, day: 2020-01-15"), "2021-01-01")("limit", "x") == "satisfied"
    assert judge(law, thing("y: 2019, day: 2020-01-16"), "2021-01-01")("limit", "x") == "violated"


@pytest.mark.parametrize(
    ("day", "possible"),
    [
        ("2019-06-21", {"satisfied"}),
        ("2019-06-22", {"satisfied", "violated"}),
        ("2019-07-01", {"satisfied", "violated"}),
        ("2019-07-02", {"violated"}),
    ],
)
@pytest.mark.parametrize(
    "grace",
    [
        "{readings: [{id: a, value: 20}, {id: b, value: 30}]}",
        "{type: count, verification: unverified, between: [20, 30]}",
    ],
)
def test_readings_and_bounds_of_a_span_leave_what_lies_between_open(judge, grace, day, possible):
    """§4: the union over the worlds; a value within bounds decides where all in them do."""
    found = judge(limit(grace), thing(f"day: {day}, other: 2019-06-01"), "2021-01-01")
    assert found.possible("limit", "x") == possible


@pytest.mark.parametrize(
    ("grace", "truth"),
    [
        ("{type: count, verification: unverified}", None),
        ("{type: count, verification: unverified, between: [0, null]}", None),
        ("{type: count, value: null}", False),
    ],
)
def test_a_span_that_is_not_known_or_null(judge, grace, truth):
    """§4: arithmetic with null gives null, and no order holds against null."""
    facts = thing("day: 2019-06-02, other: 2019-06-01")
    found = judge(limit(grace), facts, "2021-01-01")
    assert found("limit", "x") == {None: "indeterminate", False: "violated"}[truth]


def test_a_bound_without_an_end_decides_on_the_other(judge):
    """At least no day more: what stands on the day itself is in time, whatever the span."""
    law = limit("{type: count, verification: unverified, between: [0, null]}")
    assert (
        judge(law, thing("day: 2019-06-01, other: 2019-06-01"), "2021-01-01")("limit", "x")
        == "satisfied"
    )
    law = limit("{type: count, verification: unverified, between: [null, 0]}")
    assert (
        judge(law, thing("day: 2019-06-02, other: 2019-06-01"), "2021-01-01")("limit", "x")
        == "violated"
    )


def test_a_span_that_is_not_known_is_named_as_missing():
    law = limit("{type: count, verification: unverified}")
    found = judged(law, thing("day: 2019-06-02, other: 2019-06-01"), "2021-01-01")
    assert [(m.record, m.path) for m in found.why("limit", "x").missing] == [
        (None, "param.t.grace")
    ]
    reading = found.evaluation.law.depends["t.limit"]
    assert reading == {"t.grace"}


def test_the_day_is_as_well_founded_as_the_weakest_that_moves_it():
    def founded(grace: str, stated: str = "") -> str | None:
        law = pack(
            rule("adopt", f"{HAS_QMS}\ndue: {{fact: new_rural_standard.date, plus: {{days: {{param: grace}}}}{stated}}}"),
            parameters=f"grace: {grace}",
        )  # fmt: skip
        profile = profile_of(law)
        (found,) = profile.rules
        return due_verification(found, {k: v[0] for k, v in profile.parameters.items()})

    assert founded("{value: 30}") == "primary"
    assert founded("{value: 30, verification: interpretation}") == "interpretation"
    assert founded("{readings: [{id: a, value: 20}, {id: b, value: 30}]}") == "interpretation"
    assert founded("{type: count, verification: unverified}") == "unverified"
    assert founded("{value: 30, verification: derived}", ", verification: primary") == "primary"


def test_it_is_said_in_words_and_listed():
    law = within("{value: 30}", "{param: last, plus: {days: {param: grace}}, minus: {months: 1}}")
    profile = profile_of(law)
    (found,) = profile.rules
    assert expression_words(profile, found.due, "vi") == "01/06/2019 -1 tháng +30 ngày"
    assert expression_words(profile, found.due, "en") == "2019-06-01 -1 months +30 days"
    assert expression_text(found.due) == "param.t.last -1 months +{param.t.grace} days"
    (entry,) = rule_entries(profile, None)
    assert entry["due"] == {"param": "t.last", "plus": {"months": -1, "days": {"param": "t.grace"}}}
    assert entry["dues"] == ["2019-05-31"]
    law = within(
        "{readings: [{id: a, value: 20}, {id: b, value: 30}]}",
        "{param: last, minus: {days: {param: grace}}}",
    )
    (entry,) = rule_entries(profile_of(law), None)
    assert entry["due"] == {"param": "t.last", "minus": {"days": {"param": "t.grace"}}}
    assert entry["dues"] == ["2019-05-02", "2019-05-12"]


@pytest.mark.parametrize(
    ("value", "shift", "spans", "expected"),
    [
        (date(2019, 1, 31), Shift(), [("months", 1, 1)], date(2019, 2, 28)),
        (date(2019, 3, 31), Shift(), [("months", -1, 1)], date(2019, 2, 28)),
        (date(2019, 1, 1), Shift(days=1), [("days", 1, Bounds(2, 5))], Bounds(date(2019, 1, 4), date(2019, 1, 7))),
        (date(2019, 1, 10), Shift(), [("days", -1, Bounds(2, 5))], Bounds(date(2019, 1, 5), date(2019, 1, 8))),
        (Bounds(date(2019, 1, 1), None), Shift(), [("days", 1, 3)], Bounds(date(2019, 1, 4), None)),
        (date(2019, 1, 10), Shift(), [("days", -1, Bounds(2, None))], Bounds(None, date(2019, 1, 8))),
        (date(2019, 1, 1), Shift(), [("days", 1, Bounds(1, 1, True))], Bounds(date(2019, 1, 2), date(2019, 1, 2), True)),
        (date(2019, 1, 1), Shift(), [("days", 1, None)], None),
        (None, Shift(), [("days", 1, UNKNOWN)], None),
        (date(2019, 1, 1), Shift(), [("days", 1, UNKNOWN)], UNKNOWN),
    ],
)  # fmt: skip
def test_moving_within_bounds(value, shift, spans, expected):
    assert moved(value, shift, spans) == expected
