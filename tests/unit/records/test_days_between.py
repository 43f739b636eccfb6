"""Days that follow one of the whole record, or of another record (`follows` in kinds.yaml)."""

from __future__ import annotations

import pytest

from isocheck.messages import render
from isocheck.records.folder import load_facts
from isocheck.records.kinds.kind import Kind
from unit.records.conftest import HEAD, Told, Write

REQUEST = "- {id: q1, kind: report_request, date: 2019-05-01}\n"
REPORT = "- {id: r0, kind: report, sent_on: 2019-05-01}\n"
INSPECTION = "- {id: i0, kind: inspection, date: 2019-05-01}\n"
WRONG = [
    (
        REQUEST + "- {id: r1, kind: report, answers: q1, sent_on: 2019-04-30}",
        "sent_on",
        "answers.date",
    ),
    (
        REPORT + "- {id: r1, kind: report, answers: r0, sent_on: 2019-04-30}",
        "sent_on",
        "answers.sent_on",
    ),
    (
        INSPECTION + "- {id: r1, kind: inspection, follows: i0, date: 2019-04-30}",
        "date",
        "follows.date",
    ),
    (
        "- id: r1\n  spent_on: 2019-05-01\n  kind: expenditure\n  recovered: [{date: 2019-04-30}]",
        "recovered[1].date",
        "spent_on",
    ),
    (
        "- id: r1\n  sent_to_finance_on: 2019-05-01\n  kind: estimate\n  appraised_on: 2019-04-30",
        "appraised_on",
        "sent_to_finance_on",
    ),
    (
        "- id: r1\n  date: 2019-05-01\n  kind: estimate\n  approved_on: 2019-04-30",
        "approved_on",
        "date",
    ),
]


@pytest.mark.parametrize(("records", "field", "other"), WRONG)
def test_a_day_before_what_it_follows_is_told_with_both_places(
    told: Told, records: str, field: str, other: str
) -> None:
    (problem,) = told({"a.yaml": HEAD + records + "\n"})
    line = 4 + records[: records.index("2019-04-30")].count("\n")
    earlier = 4 + records[: records.index("2019-05-01")].count("\n")
    said = (
        f"2019-04-30 lies before 2019-05-01 ({other}, a.yaml:{earlier}), which it can only follow"
    )
    assert render(problem, "en").startswith(f"a.yaml:{line}: r1: {field}: {said}")
    assert "2019-04-30 trước 2019-05-01" in render(problem, "vi")


def test_what_a_day_follows_may_stand_in_an_object_of_the_record(told: Told) -> None:
    body = "- id: so-x\n  kind: department\n  name: Sở X\n  parent: ls\n  qms:\n"
    text = f"{HEAD}{body}    adopted_on: 2019-05-01\n    standard: [{{from: 2019-04-30}}]\n"
    (problem,) = told({"a.yaml": text})
    assert render(problem, "en").startswith(
        "a.yaml:10: so-x: qms.standard[1].from: 2019-04-30 lies before 2019-05-01 "
        "(qms.adopted_on, a.yaml:9), which it can only follow"
    )


@pytest.mark.parametrize("records", [case[0] for case in WRONG])
def test_on_the_same_day_it_may_be(write: Write, kinds: dict[str, Kind], records: str) -> None:
    load_facts(write({"a.yaml": HEAD + records.replace("04-30", "05-01") + "\n"}), kinds)


@pytest.mark.parametrize(
    ("period", "day", "wrong"),
    [
        ("2019-H2", "2019-06-30", True),
        ("2019-H2", "2019-07-01", False),
        ("2019-Q3", "2019-06-30", True),
        ("2019-Q3", "2019-07-01", False),
        ("2019-Q1", "2019-01-01", False),
        ("2018-2020", "2018-01-01", False),
    ],
)
def test_a_part_of_a_year_begins_with_its_first_month(
    told: Told, period: str, day: str, wrong: bool
) -> None:
    report = f"- {{id: r1, kind: report, period: {period}, sent_on: {day}}}\n"
    besides = "- {id: e1, kind: expenditure, amount: many}\n"  # wrong whatever the report says
    codes = {problem.code for problem in told({"a.yaml": HEAD + report + besides})}
    assert ("facts.before-other" in codes) is wrong
