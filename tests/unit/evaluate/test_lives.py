"""Units that begin and end (design §3)."""
# ruff: noqa: A002, E501 - `id` is what facts call it; they stand a record a line

from __future__ import annotations

import pytest

from helpers import WORLD, pack, rule

HAS_QMS = "require: {qms.adopted_on: {exists: true}}"
LAW = pack(
    rule("june", f"{HAS_QMS}\ndue: 2019-06-30", kinds="commune"),
    rule("year_end", f"{HAS_QMS}\ndue: 2019-12-31", kinds="commune"),
    rule("some_day", f"{HAS_QMS}\ndue: null", kinds="commune"),
    rule("limit", f"{HAS_QMS}\nalways: true", kinds="commune"),
    rule("while", f"{HAS_QMS}\nuntil: 2019-12-31", kinds="commune"),
)


def commune(fields: str, *, id: str = "c1") -> str:
    return f"{WORLD}- {{id: {id}, kind: commune, name: Xã {id}, parent: d1, {fields}}}\n"


def outcomes(found) -> dict[str, str]:
    return {rule: found(rule, "c1") for rule in ("june", "year_end", "some_day", "limit", "while")}


def test_a_unit_established_later_is_not_there(judge):
    """§3: what is dated after A is not there as subject."""
    facts = commune("established_on: 2019-03-01, qms: null")
    assert judge(LAW, facts + "- {id: c0, kind: commune, name: Xã c0, parent: d1, qms: null}\n",
                 "2019-02-28").outcomes.keys() == {
        (f"t.{rule}", "c0", None) for rule in ("june", "year_end", "some_day", "limit", "while")
    }  # fmt: skip
    found = judge(LAW, facts, "2019-03-01")
    assert outcomes(found) == {
        "june": "due", "year_end": "due", "some_day": "due", "limit": "violated", "while": "violated",
    }  # fmt: skip


def test_what_fell_due_before_a_unit_was_established_does_not_bind_it(judge):
    """§4: judged on the facts as of D, on which the unit was not there."""
    found = judge(LAW, commune("established_on: 2019-07-01, qms: null"), "2019-08-01")
    assert found("june", "c1") == "not_applicable"
    assert found("year_end", "c1") == "due"
    on_the_day = judge(LAW, commune("established_on: 2019-06-30, qms: null"), "2019-08-01")
    assert on_the_day("june", "c1") == "violated"


def test_a_unit_that_ended_is_judged_on_its_last_day_for_what_fell_due_by_then(judge):
    """§3: what fell due by the last day is judged; what was not yet due is not_applicable."""
    facts = commune("dissolved_on: 2019-09-01, qms: null")
    assert outcomes(judge(LAW, facts, "2019-08-31")) == {
        "june": "violated", "year_end": "due", "some_day": "due",
        "limit": "violated", "while": "violated",
    }  # fmt: skip
    for day in ("2019-09-01", "2020-06-01"):
        found = judge(LAW, facts, day)
        assert outcomes(found) == {
            "june": "violated", "year_end": "not_applicable", "some_day": "not_applicable",
            "limit": "violated", "while": "violated",
        }  # fmt: skip
        assert found.finding("year_end", "c1").reason == "unit-ended"


def test_what_a_unit_did_while_it_stood_counts_after_its_end(judge):
    """§3: judged as on its last day."""
    facts = commune("dissolved_on: 2019-09-01, qms: {adopted_on: 2019-08-31, ended_on: null}")
    found = judge(LAW, facts, "2020-06-01")
    assert found("june", "c1") == "satisfied_late"
    assert found("limit", "c1") == "satisfied"
    assert found("while", "c1") == "satisfied"
    assert found("year_end", "c1") == "not_applicable"  # the unit ended before it fell due


def test_what_is_dated_after_the_end_of_a_unit_does_not_count(judge):
    """§3: judged as on its last day."""
    facts = commune("dissolved_on: 2019-09-01, qms: {adopted_on: 2019-09-01, ended_on: null}")
    found = judge(LAW, facts, "2020-06-01")
    assert found("june", "c1") == "violated"
    assert found("limit", "c1") == "violated"
    ended = commune("dissolved_on: 2019-09-01, qms: {adopted_on: 2019-01-01, ended_on: 2019-09-01}")
    assert judge(LAW, ended, "2020-06-01")("limit", "c1") == "satisfied"


def test_what_falls_due_on_the_last_day_has_fallen_due(judge):
    """§3: the last day is the one before `dissolved_on`; §4: violated once the due day has passed."""
    facts = commune("dissolved_on: 2019-07-01, qms: null")
    assert judge(LAW, facts, "2019-06-30")("june", "c1") == "due"
    for day in ("2019-07-01", "2019-07-02", "2020-06-01"):
        assert judge(LAW, facts, day)("june", "c1") == "violated"
    done = commune("dissolved_on: 2019-07-01, qms: {adopted_on: 2019-06-30, ended_on: null}")
    assert judge(LAW, done, "2020-06-01")("june", "c1") == "satisfied"


def test_what_falls_due_on_the_day_of_the_end_had_not_fallen_due(judge):
    """§3: a unit is there up to, not including, `dissolved_on`."""
    found = judge(LAW, commune("dissolved_on: 2019-06-30, qms: null"), "2020-06-01")
    assert found("june", "c1") == "not_applicable"


def test_a_due_day_within_bounds_around_the_end_leaves_both_open(judge):
    """§4: the day may lie before or after the end of the unit."""
    law = pack(
        rule("r", f"{HAS_QMS}\ndue: {{param: day}}", kinds="commune"),
        parameters="day: {type: day, verification: unverified, between: [2019-06-30, 2019-12-31]}",
    )
    found = judge(law, commune("dissolved_on: 2019-09-01, qms: null"), "2020-06-01")
    assert found("r", "c1") == "indeterminate"
    assert found.possible("r", "c1") == {"violated", "not_applicable"}


def test_an_end_that_lies_ahead_changes_nothing(judge):
    """§3: what is dated after A has not happened."""
    stands, ends = commune("qms: null"), commune("qms: null, dissolved_on: 2021-01-01")
    for day in ("2019-06-30", "2019-07-01", "2020-12-31"):
        assert outcomes(judge(LAW, stands, day)) == outcomes(judge(LAW, ends, day))


COUNTS = """
standing: {for: [district], over: commune, where: {parent: {eq: {fact: subject.id}}, in_force: true}, count: true}
ever: {for: [district], over: commune, where: {parent: {eq: {fact: subject.id}}, qms.applied_ever: true}, count: true}
paid: {for: [district], over: expenditure.beneficiaries, where: {id.parent: {eq: {fact: subject.id}}}, sum: amount}
"""


@pytest.mark.parametrize(
    ("day", "standing", "ever", "paid"),
    [
        ("2019-02-28", 1, 1, 5),
        ("2019-03-01", 2, 1, 5),
        ("2019-08-31", 2, 2, 12),
        ("2019-09-01", 1, 2, 12),
        ("2020-09-01", 1, 2, 12),
    ],
)
def test_an_ended_unit_stays_in_sums_and_in_what_was_done_but_not_among_those_in_force(
    judge, day, standing, ever, paid
):
    """§3: it stays in sums of money and in counts of what was done while it stood."""
    law = pack(
        rule("standing", f"require: {{standing: {standing}}}\nalways: true", kinds="district"),
        rule("ever", f"require: {{ever: {ever}}}\nalways: true", kinds="district"),
        rule("paid", f"require: {{paid: {paid}}}\nalways: true", kinds="district"),
        derived=COUNTS,
    )
    facts = commune("dissolved_on: 2019-09-01, qms: {adopted_on: 2019-01-01, ended_on: null}") + (
        "- {id: c2, kind: commune, name: Xã c2, parent: d1, established_on: 2019-03-01,"
        " qms: {adopted_on: 2019-05-01, ended_on: null}}\n"
        "- {id: e1, kind: expenditure, amount: 5, beneficiary: c1, spent_on: 2019-02-01}\n"
        "- {id: e2, kind: expenditure, amount: 7, beneficiary: c2, spent_on: 2019-05-01}\n"
    )
    found = judge(law, facts, day)
    assert [found(rule, "d1") for rule in ("standing", "ever", "paid")] == ["satisfied"] * 3


def test_a_share_of_units_in_force_is_that_of_the_due_day_once_it_has_passed(judge):
    """§4: after D the rule is judged on the facts as of D."""
    law = pack(
        rule("half", "require: {share: {gte: 50%}}\ndue: 2019-06-30", kinds="province"),
        derived="""
        share: {for: [province], over: commune, among: {in_force: true}, where: {qms.applied: true}, share: true}
        """,
    )
    facts = commune("dissolved_on: 2019-09-01, qms: {adopted_on: 2019-01-01, ended_on: null}") + (
        "- {id: c2, kind: commune, name: Xã c2, parent: d1, qms: null}\n"
    )
    assert judge(law, facts, "2020-01-01")("half", "ls") == "satisfied"
    late = commune("qms: {adopted_on: 2019-08-01, ended_on: null}") + (
        "- {id: c2, kind: commune, name: Xã c2, parent: d1, dissolved_on: 2019-10-01, qms: null}\n"
    )
    assert judge(law, late, "2019-07-15")("half", "ls") == "violated"
    assert judge(law, late, "2019-08-15")("half", "ls") == "satisfied_late"


def test_the_end_of_a_member_can_be_read_after_it(judge):
    """§2, §3: its facts are those of its last day, but that it has ended is a fact too."""
    law = pack(
        rule("gone", "require: {gone: {gte: 1}}\nalways: true", kinds="province"),
        derived="""
        gone: {for: [province], over: district, where: {dissolved_on: {exists: true}}, count: true}
        """,
    )
    facts = (
        "- {id: ls, kind: province, name: Lạng Sơn}\n"
        "- {id: d1, kind: district, name: Huyện Một, parent: ls, dissolved_on: 2019-07-01}\n"
    )
    assert judge(law, facts, "2019-06-30").outcomes["t.gone", "ls", None] == "violated"
    assert judge(law, facts, "2019-07-01").outcomes["t.gone", "ls", None] == "satisfied"
