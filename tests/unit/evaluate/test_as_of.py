"""What has happened as of a day, and what has not (design §3)."""
# ruff: noqa: E501 - facts stand a record a line

from __future__ import annotations

import pytest

from helpers import WORLD, department, pack, rule


def limits(*conditions: str, kinds: str = "department", derived: str = "") -> object:
    """Return a pack with one limit for each condition: r0, r1 and so on."""
    rules = (
        rule(f"r{n}", f"require: {condition}\nalways: true", kinds=kinds)
        for n, condition in enumerate(conditions)
    )
    return pack(*rules, **({"derived": derived} if derived else {}))


def truths(found, *, subject: str = "so-x", count: int = 0) -> list[bool | None]:
    words = {"satisfied": True, "violated": False, "indeterminate": None}
    number = count or len(found.outcomes)
    return [words[found(f"r{n}", subject)] for n in range(number)]


SYSTEM = limits(
    "{qms.adopted_on: {exists: true}}",
    "{qms.framework_model: {exists: true}}",
    "{qms: {not_exists: true}}",
    "{former.qms.adopted_on: {exists: true}}",
    "{former.qms.framework_model: 2968/QĐ-BKHCN}",
)
MODEL = "framework_model: 2968/QĐ-BKHCN"


def test_a_system_stands_from_the_day_it_is_adopted(judge):
    """§3: what is dated after A has not happened: not there as a value."""
    facts = department(f"qms: {{adopted_on: 2019-03-01, ended_on: null, {MODEL}}}")
    assert truths(judge(SYSTEM, facts, "2019-02-28")) == [False, False, True, False, False]
    assert truths(judge(SYSTEM, facts, "2019-03-01")) == [True, True, False, False, False]


def test_a_system_that_has_ended_reads_as_null_and_is_a_former_one(judge):
    """packs: a system that has ended reads as null; `former.qms` reads it."""
    facts = department(f"qms: {{adopted_on: 2019-03-01, ended_on: 2019-09-01, {MODEL}}}")
    assert truths(judge(SYSTEM, facts, "2019-02-28")) == [False, False, True, False, False]
    assert truths(judge(SYSTEM, facts, "2019-08-31")) == [True, True, False, False, False]
    assert truths(judge(SYSTEM, facts, "2019-09-01")) == [False, False, True, True, True]
    assert truths(judge(SYSTEM, facts, "2020-09-01")) == [False, False, True, True, True]


def test_a_body_without_a_system_has_no_former_one(judge):
    """packs: null is known to be none."""
    found = judge(SYSTEM, department("qms: null"), "2019-01-01")
    assert truths(found) == [False, False, True, False, False]


def test_nothing_is_known_of_a_system_that_is_not_written(judge):
    """§2: a field that is absent is not known."""
    assert truths(judge(SYSTEM, department(), "2019-01-01")) == [None] * 5


def test_a_system_whose_end_is_not_written_has_not_ended(judge):
    """§2: nobody writes down what has not happened; read as if `ended_on: null` stood there."""
    left_out = department(f"qms: {{adopted_on: 2019-03-01, {MODEL}}}")
    written = department(f"qms: {{adopted_on: 2019-03-01, ended_on: null, {MODEL}}}")
    for day in ("2019-02-28", "2019-03-01", "2020-01-01"):
        assert truths(judge(SYSTEM, left_out, day)) == truths(judge(SYSTEM, written, day))
        assert None not in truths(judge(SYSTEM, left_out, day))


def test_a_system_that_lies_ahead_is_no_former_one_though_its_end_is_not_written(judge):
    """§3: what is dated after A has not happened; below null every path is null."""
    facts = department(f"qms: {{adopted_on: 2019-03-01, {MODEL}}}")
    assert truths(judge(SYSTEM, facts, "2019-02-28"))[4] is False


def test_a_system_adopted_on_a_day_that_is_not_known_may_stand_or_not(judge):
    """§3: an event whose day is not known may have happened or not."""
    facts = department(f"qms: {{ended_on: null, {MODEL}}}")
    assert truths(judge(SYSTEM, facts, "2019-01-01"))[:3] == [None, None, None]


def test_other_days_of_an_event_that_lie_ahead_read_as_null(judge):
    """§3: any other day of an event after A (`posted_on`, `withdrawn_on` …) reads as null."""
    law = limits("{qms.announced: true}", "{posted: {gte: 1}}", derived=_POSTED)
    facts = department(
        "qms: {adopted_on: 2018-01-01, ended_on: null,"
        " announcements: [{date: 2019-01-01, posted_on: 2019-02-01, withdrawn_on: 2019-03-01}]}"
    )
    assert truths(judge(law, facts, "2018-12-31")) == [False, False]
    assert truths(judge(law, facts, "2019-01-01")) == [True, False]
    assert truths(judge(law, facts, "2019-02-01")) == [True, True]
    assert truths(judge(law, facts, "2019-02-28")) == [True, True]
    assert truths(judge(law, facts, "2019-03-01")) == [False, True]


_POSTED = """
posted: {for: [department], over: qms.announcements, where: {posted_on: {exists: true}}, count: true}
"""


def test_an_announcement_whose_withdrawal_is_not_written_stands(judge):
    """§2: `withdrawn_on` absent: it has not ended."""
    law = limits("{qms.announced: true}", "{qms.announced_ever: true}")
    facts = department(
        "qms: {adopted_on: 2018-01-01, ended_on: null, announcements: [{date: 2019-01-01}]}"
    )
    assert truths(judge(law, facts, "2019-06-01")) == [True, True]
    assert truths(judge(law, facts, "2018-06-01")) == [False, False]


@pytest.mark.parametrize(
    ("day", "count"), [("2018-12-31", 0), ("2019-01-01", 1), ("2019-05-31", 1), ("2019-06-01", 2)]
)
def test_list_entries_of_later_days_are_not_there(judge, day, count):
    """§3: list entries are dated by `from` or `date`."""
    law = limits(
        f"{{scopes: {count}}}",
        f"{{audits: {count}}}",
        f"{{versions: {count}}}",
        f"{{chosen: {count}}}",
        derived="""
        scopes: {for: [department], over: qms.scope, count: true}
        versions: {for: [department], over: qms.standard, count: true}
        audits: {for: [department], over: maintenance, count: true}
        chosen: {for: [department], over: nominated, count: true}
        """,
    )
    facts = department(
        "qms: {adopted_on: 2018-01-01, ended_on: null,"
        " scope: [{from: 2019-01-01, covers: all}, {from: 2019-06-01, covers: []}],"
        " standard: [{version: '2008', from: 2019-01-01}, {version: '2015', from: 2019-06-01}]},"
        " maintenance: [{date: 2019-06-01}, {date: 2019-01-01}],"
        " nominated: [{year: 2030, date: 2019-01-01}, {year: 2018, date: 2019-06-01}]"
    )
    assert truths(judge(law, facts, day)) == [True] * 4


@pytest.mark.parametrize("field", ["leadership", "internal_link", "it_link"])
def test_parts_of_a_system_are_dated_by_their_own_day(judge, field):
    """§3: leadership and links are dated by `date`."""
    law = limits(f"{{qms.{field}.date: {{exists: true}}}}", f"{{qms.{field}: {{exists: true}}}}")
    facts = department(
        f"qms: {{adopted_on: 2018-01-01, ended_on: null, {field}: {{date: 2019-01-10}}}}"
    )
    assert truths(judge(law, facts, "2019-01-09")) == [False, False]
    assert truths(judge(law, facts, "2019-01-10")) == [True, True]


@pytest.mark.parametrize(
    ("record", "path"),
    [
        ("kind: report, from: so-x, sent_on: {day}", "report"),
        ("kind: expenditure, paid_by: so-x, amount: 1, spent_on: {day}", "expenditure"),
        ("kind: allocation, by: so-x, amount: 1, date: {day}", "allocation"),
        ("kind: estimate, by: so-x, amount: 1, date: {day}", "estimate"),
        ("kind: report_request, from: so-x, date: {day}", "report_request"),
        ("kind: decision, by: so-x, date: {day}", "decision"),
        ("kind: activity, by: so-x, date: {day}", "activity"),
        ("kind: inspection, by: so-x, date: {day}", "inspection"),
    ],
)
def test_event_records_are_there_from_their_day_on(judge, record, path):
    """§3: which day dates what; an event whose day is not known may have happened or not."""
    law = limits(
        "{events: {gte: 1}}", "{events: 0}",
        derived=f"events: {{for: [department], over: {path}, count: true}}",
    )  # fmt: skip
    dated = f"{department()}- {{id: e, {record.format(day='2019-03-01')}}}\n"
    assert truths(judge(law, dated, "2019-02-28")) == [False, True]
    assert truths(judge(law, dated, "2019-03-01")) == [True, False]
    undated = f"{department()}- {{id: e, {record.rpartition(',')[0]}}}\n"
    assert truths(judge(law, undated, "2019-03-01")) == [None, None]


def test_what_is_planned_is_never_filtered(judge):
    """§3: `due_on`, `year` and `period` are no events."""
    law = limits(
        "{asked: 1}",
        derived="""
        asked:
          for: [department]
          over: report_request
          where: {due_on: 2030-01-01}
          count: true
        """,
    )
    facts = department() + "- {id: q, kind: report_request, date: 2019-01-01, due_on: 2030-01-01}\n"
    assert judge(law, facts, "2019-01-01")("r0") == "satisfied"
    assert judge(law, facts, "2018-12-31")("r0") == "violated"
    years = limits(
        "{planned: 1}",
        derived="""
        planned:
          for: [department]
          over: activity
          where: {year: 2030, period: 2030-2035}
          count: true
        """,
    )
    facts = department() + (
        "- {id: a, kind: activity, date: 2019-01-01, year: 2030, period: 2030 - 2035}\n"
    )
    assert judge(years, facts, "2019-01-01")("r0") == "satisfied"


PUBLISHED = limits("{procedures.published: {has: a}}", "{procedures.published: {has: b}}")


@pytest.mark.parametrize(
    ("day", "there"),
    [("2018-12-31", False), ("2019-01-01", True), ("2019-05-31", True), ("2019-06-01", False)],
)
def test_a_procedure_lives_up_to_but_not_including_its_repeal(judge, day, there):
    """§3: procedure from `published_on` up to, not including, `repealed_on`."""
    own = "procedures: [{code: a, published_on: 2019-01-01, repealed_on: 2019-06-01}, {code: b}]"
    assert truths(judge(PUBLISHED, department(own), day)) == [there, True]
    shared = department("procedures: {catalogue: tthc}") + (
        "- {id: tthc, kind: catalogue, name: TTHC,"
        " procedures: [{code: a, published_on: 2019-01-01, repealed_on: 2019-06-01}, {code: b}]}\n"
    )
    assert truths(judge(PUBLISHED, shared, day)) == [there, True]


def test_a_catalogue_without_procedures_written_is_not_known(judge):
    """§2: a field that is absent is not known; null or [] is none."""
    facts = (
        department("procedures: {catalogue: tthc}") + "- {id: tthc, kind: catalogue, name: T%s}\n"
    )
    assert truths(judge(PUBLISHED, facts % "", "2019-01-01")) == [None, None]
    assert truths(judge(PUBLISHED, facts % ", procedures: []", "2019-01-01")) == [False, False]


def test_members_dated_after_the_day_are_not_there_for_others_to_refer_to(judge):
    """§3: committee_member and new_rural_standard are there from their day on."""
    law = limits(
        "{committee_member: {exists: true}}",
        "{new_rural_standard.decision: {exists: true}}",
    )
    facts = department(
        "committee_member: {date: 2019-03-01}, new_rural_standard: {date: 2019-03-01, decision: 1}"
    )
    assert truths(judge(law, facts, "2019-02-28")) == [False, False]
    assert truths(judge(law, facts, "2019-03-01")) == [True, True]


def test_the_day_judged_is_the_due_day_once_that_has_passed(judge):
    """§4: after D the facts as of D count; `as_of` is the day judged."""
    law = pack(
        rule(
            "r",
            "require: {maintenance.last_audit_on: {gte: {fact: as_of, minus: {months: 12}}}}\n"
            "until: 2019-06-30",
        )
    )
    facts = department("maintenance: [{date: 2018-06-30, type: internal-audit}]")
    assert judge(law, facts, "2019-06-30")("r") == "satisfied"
    assert judge(law, facts, "2021-01-01")("r") == "satisfied"
    facts = department("maintenance: [{date: 2018-06-29, type: internal-audit}]")
    assert judge(law, facts, "2021-01-01")("r") == "violated"


def test_a_world_without_anybody_to_judge_has_no_findings_of_the_rule(judge):
    """§4: subjects are those of the rule's kinds present as of the day."""
    found = judge(SYSTEM, WORLD + department().removeprefix(WORLD), "2019-01-01")
    assert {subject for _, subject, _ in found.outcomes} == {"so-x"}
