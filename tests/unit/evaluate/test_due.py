"""Duties to fulfil by a day (design §4)."""
# ruff: noqa: E501 - facts stand a record a line

from __future__ import annotations

import pytest

from helpers import department, judged, pack, rule

HAS_QMS = "require: {qms.adopted_on: {exists: true}}"
BY_JUNE = pack(rule("adopt", f"{HAS_QMS}\ndue: 2019-06-30"))
WITHIN = pack(
    rule("adopt", f"{HAS_QMS}\ndue: {{param: day}}"),
    parameters="day: {type: day, verification: unverified, between: [2019-06-30, 2019-12-31]}",
)
HALF_OPEN = pack(
    rule("adopt", f"{HAS_QMS}\ndue: {{param: day}}"),
    parameters="day: {type: day, verification: unverified, between: [2019-06-30, null]}",
)
UNBOUNDED = pack(
    rule("adopt", f"{HAS_QMS}\ndue: {{param: day}}"),
    parameters="day: {type: day, verification: unverified}",
)
NO_DAY = pack(rule("adopt", f"{HAS_QMS}\ndue: null"))
DAY_OF_FACT = pack(rule("adopt", f"{HAS_QMS}\ndue: {{fact: new_rural_standard.date}}"))
NONE = department("qms: null")


def adopted(day: str, ended: str = "null") -> str:
    return department(f"qms: {{adopted_on: {day}, ended_on: {ended}}}")


@pytest.mark.parametrize(
    ("day", "outcome"),
    [("2019-06-29", "due"), ("2019-06-30", "due"), ("2019-07-01", "violated")],
)
def test_what_is_not_done_is_due_up_to_the_day_and_violated_after_it(judge, day, outcome):
    """§4: up to and on D: satisfied or due; violated once the due day has passed."""
    found = judge(BY_JUNE, NONE, day)
    assert found("adopt") == outcome
    assert found.possible("adopt") == {outcome}


@pytest.mark.parametrize("day", ["2019-06-29", "2019-06-30", "2019-07-01", "2021-01-01"])
@pytest.mark.parametrize("on", ["2018-01-01", "2019-06-29"])
def test_what_was_done_in_time_is_satisfied_before_on_and_after_the_day(judge, on, day):
    """§4: satisfied as of the due day is final."""
    assert judge(BY_JUNE, adopted(on), day)("adopt") == "satisfied"


def test_what_is_done_on_the_due_day_itself_is_in_time(judge):
    """§4: judged on the facts as of D, D included."""
    assert judge(BY_JUNE, adopted("2019-06-30"), "2019-06-30")("adopt") == "satisfied"
    assert judge(BY_JUNE, adopted("2019-06-30"), "2020-01-01")("adopt") == "satisfied"


def test_what_is_done_the_day_after_is_late_from_then_on(judge):
    """§4: what did not hold on D is satisfied_late if it holds as of A, else violated."""
    facts = adopted("2019-07-02")
    assert judge(BY_JUNE, facts, "2019-06-30")("adopt") == "due"
    assert judge(BY_JUNE, facts, "2019-07-01")("adopt") == "violated"
    assert judge(BY_JUNE, facts, "2019-07-02")("adopt") == "satisfied_late"
    assert judge(BY_JUNE, facts, "2020-07-02")("adopt") == "satisfied_late"


def test_what_held_on_the_due_day_and_ended_later_stays_satisfied(judge):
    """§4: satisfied on D is final."""
    assert judge(BY_JUNE, adopted("2019-01-01", "2019-08-01"), "2019-09-01")("adopt") == "satisfied"


def test_what_ended_before_the_due_day_did_not_hold_on_it(judge):
    """§4: judged on the facts as of D, not on any earlier day."""
    facts = adopted("2019-01-01", "2019-03-01")
    assert judge(BY_JUNE, facts, "2019-02-01")("adopt") == "satisfied"
    assert judge(BY_JUNE, facts, "2019-04-01")("adopt") == "due"
    assert judge(BY_JUNE, facts, "2019-09-01")("adopt") == "violated"


def test_a_trigger_that_comes_after_the_due_day_leaves_the_rule_not_applicable(judge):
    """§4: not_applicable as of D is final."""
    law = pack(
        rule(
            "adopt",
            f"when: {{committee_member.date: {{exists: true}}}}\n{HAS_QMS}\ndue: 2019-06-30",
        )
    )
    facts = department("qms: null, committee_member: {date: 2019-07-01}")
    assert judge(law, facts, "2019-08-01")("adopt") == "not_applicable"
    on_the_day = department("qms: null, committee_member: {date: 2019-06-30}")
    assert judge(law, on_the_day, "2019-08-01")("adopt") == "violated"


def test_a_late_fulfilment_that_ends_its_trigger_is_satisfied_late(judge):
    """§4: what applied and did not hold on D is satisfied_late if it holds as of A."""
    law = pack(
        rule("adopt", f"when: {{qms.adopted_on: {{not_exists: true}}}}\n{HAS_QMS}\ndue: 2019-06-30")
    )
    assert judge(law, adopted("2019-07-02"), "2019-08-01")("adopt") == "satisfied_late"


def test_facts_missing_on_the_due_day_leave_the_union(judge):
    """§4: what is indeterminate on D gives the union of what may have been."""
    facts = department("qms: {ended_on: null, framework_model: null}")  # adopted on a day not known
    found = judge(BY_JUNE, facts, "2019-08-01")
    assert found("adopt") == "indeterminate"
    assert found.possible("adopt") == {"satisfied", "satisfied_late", "violated"}
    assert judge(BY_JUNE, facts, "2019-06-30").possible("adopt") == {"satisfied", "due"}


def test_a_duty_without_a_day_is_due_for_ever_and_never_late(judge):
    """§4: a `due` that resolves to null is a duty without a day."""
    found = judge(NO_DAY, NONE, "2099-01-01")
    assert found("adopt") == "due"
    assert found.finding("adopt").due is None
    assert judge(NO_DAY, adopted("2030-01-01"), "2099-01-01")("adopt") == "satisfied"


def test_a_due_day_taken_from_a_known_none_is_a_duty_without_a_day(judge):
    """§4: below null every path is null, and a null `due` is a duty without a day."""
    facts = department("qms: null, new_rural_standard: null")
    assert judge(DAY_OF_FACT, facts, "2099-01-01")("adopt") == "due"


def test_arithmetic_on_a_null_day_gives_a_duty_without_a_day(judge):
    """§4: arithmetic gives null."""
    law = pack(
        rule("adopt", f"{HAS_QMS}\ndue: {{fact: new_rural_standard.date, plus: {{months: 1}}}}")
    )
    facts = department("qms: null, new_rural_standard: null")
    assert judge(law, facts, "2099-01-01")("adopt") == "due"
    facts = department("qms: null, new_rural_standard: {date: 2019-01-31}")
    assert judge(law, facts, "2019-02-28")("adopt") == "due"
    assert judge(law, facts, "2019-03-01")("adopt") == "violated"


def test_months_clamp_in_a_leap_year(judge):
    """§5: months clamp to the month's last day."""
    law = pack(
        rule("adopt", f"{HAS_QMS}\ndue: {{fact: new_rural_standard.date, plus: {{months: 1}}}}")
    )
    facts = department("qms: null, new_rural_standard: {date: 2020-01-31}")
    assert judge(law, facts, "2020-02-29")("adopt") == "due"
    assert judge(law, facts, "2020-03-01")("adopt") == "violated"


def test_a_due_day_that_is_not_known_leaves_due_or_violated(judge):
    """§4: the facts do not decide; possible lists the outcomes that remain."""
    found = judge(DAY_OF_FACT, NONE, "2019-08-01")
    assert found("adopt") == "indeterminate"
    assert {"due", "violated"} <= found.possible("adopt")
    assert not {"satisfied", "satisfied_late"} & found.possible("adopt")


def test_a_due_day_that_is_not_known_leaves_only_the_lateness_open_of_what_is_done(judge):
    """§4: only satisfied and satisfied_late remain."""
    found = judge(DAY_OF_FACT, adopted("2019-01-01"), "2019-08-01")
    assert found.possible("adopt") == {"satisfied", "satisfied_late"}
    assert found("adopt") == "indeterminate"


@pytest.mark.parametrize(
    ("day", "outcome", "possible"),
    [
        ("2019-06-29", "due", {"due"}),
        ("2019-06-30", "due", {"due"}),
        ("2019-07-01", "indeterminate", {"due", "violated"}),
        ("2019-12-31", "indeterminate", {"due", "violated"}),
        ("2020-01-01", "violated", {"violated"}),
    ],
)
def test_within_bounds_what_is_not_done_is_decided_where_both_ends_decide(
    judge, day, outcome, possible
):
    """§4: a value known only within bounds decides where both ends do."""
    found = judge(WITHIN, NONE, day)
    assert found("adopt") == outcome
    assert found.possible("adopt") == possible


@pytest.mark.parametrize(
    ("on", "outcome", "possible"),
    [
        ("2019-06-30", "satisfied", {"satisfied"}),
        ("2019-07-01", "indeterminate", {"satisfied", "satisfied_late"}),
        ("2019-12-31", "indeterminate", {"satisfied", "satisfied_late"}),
        ("2020-01-01", "satisfied_late", {"satisfied_late"}),
    ],
)
def test_within_bounds_the_lateness_of_what_was_done_between_the_ends_is_open(
    judge, on, outcome, possible
):
    """§4: done by the low end is in time, after the high end is late, between them is open."""
    found = judge(WITHIN, adopted(on), "2021-01-01")
    assert found("adopt") == outcome
    assert found.possible("adopt") == possible


@pytest.mark.parametrize(
    ("on", "possible"),
    [
        ("2019-09-01", {"satisfied", "satisfied_late"}),  # the day judged itself
        ("2019-09-02", {"due", "violated"}),
        ("2019-11-01", {"due", "violated"}),
        ("2020-06-30", {"due", "violated"}),
    ],
)
def test_what_comes_after_the_day_judged_does_not_count_though_the_bounds_reach_there(
    judge, on, possible
):
    """§3: it has not happened; the due day may have passed by then, or may lie ahead."""
    assert judge(WITHIN, adopted(on), "2019-09-01").possible("adopt") == possible


def test_a_condition_on_the_day_itself_lacks_what_the_day_lacks(judge):
    """§7: judged on a day within bounds, `as_of` is open; what would tell is the due day."""
    law = pack(
        rule("adopt", "require: {kept: {gte: 1}}\ndue: {param: day}"),
        parameters="day: {type: day, verification: unverified, between: [2019-06-30, 2019-12-31]}",
        derived="""
        kept: {for: [department], over: maintenance, where: {as_of: {gte: 2019-09-01}}, count: true}
        """,
    )
    found = judge(law, department("maintenance: [{date: 2019-01-01}]"), "2021-01-01")
    assert found.possible("adopt") == {"satisfied", "satisfied_late"}
    assert found.missing("adopt") == {(None, "param.t.day")}


def test_what_held_only_between_the_ends_of_the_bounds_may_have_held_on_the_day(judge):
    """§4: possible is never too few: adopted after the low end, ended before the high one."""
    found = judge(WITHIN, adopted("2019-08-01", "2019-10-01"), "2021-01-01")
    assert found("adopt") == "indeterminate"
    assert {"satisfied", "violated"} <= found.possible("adopt")


def test_what_did_not_hold_only_between_the_ends_may_have_failed_on_the_day(judge):
    """§4: held on both ends, but the trigger of a violation lies between them."""
    law = pack(
        rule(
            "keep",
            """
            require: {any: [{maintenance.last_audit_on: {exists: true}}, {qms.adopted_on: {not_exists: true}}]}
            due: {param: day}
            """,
        ),
        parameters="day: {type: day, verification: unverified, between: [2019-06-30, 2019-12-31]}",
    )
    facts = department(
        "qms: {adopted_on: 2019-08-01, ended_on: 2019-10-01}, maintenance: []",
    )
    found = judge(law, facts, "2021-01-01")
    assert {"satisfied", "satisfied_late"} <= found.possible("keep")
    assert found("keep") == "indeterminate"


def test_an_open_end_of_the_bounds_never_lets_the_day_have_passed(judge):
    """packs: an end of `between` may be null (open)."""
    assert judge(HALF_OPEN, NONE, "2019-06-30")("adopt") == "due"
    assert judge(HALF_OPEN, NONE, "2099-01-01").possible("adopt") == {"due", "violated"}
    assert judge(HALF_OPEN, adopted("2019-06-30"), "2099-01-01")("adopt") == "satisfied"
    late = judge(HALF_OPEN, adopted("2019-07-01"), "2099-01-01")
    assert late.possible("adopt") == {"satisfied", "satisfied_late"}


def test_an_unverified_day_without_bounds_makes_nothing_satisfied_or_violated(judge):
    """§4: an unverified parameter is unknown in every world."""
    for day in ("2000-01-01", "2019-08-01", "2099-01-01"):
        assert judge(UNBOUNDED, NONE, day).possible("adopt") == {"due", "violated"}
        assert judge(UNBOUNDED, NONE, day)("adopt") == "indeterminate"
    met = judge(UNBOUNDED, adopted("2019-01-01"), "2099-01-01")
    assert met("adopt") == "indeterminate"
    assert met.possible("adopt") == {"satisfied", "satisfied_late"}


def test_an_unverified_rule_is_indeterminate_wherever_it_applies(judge):
    """§4: an unverified rule is indeterminate wherever it applies, and only there."""
    law = pack(
        rule(
            "adopt",
            f"when: {{code: a}}\n{HAS_QMS}\ndue: 2019-06-30\nverification: unverified",
        )
    )
    for qms in ("null", "{adopted_on: 2019-01-01, ended_on: null}"):
        for day in ("2019-01-02", "2020-01-01"):
            assert judge(law, department(f"code: a, qms: {qms}"), day)("adopt") == "indeterminate"
            assert judge(law, department(f"code: b, qms: {qms}"), day)("adopt") == "not_applicable"


def test_the_due_day_and_every_day_a_reading_gives_are_in_the_finding():
    """§7: `due` and `dues`."""
    found = judged(BY_JUNE, NONE, "2019-08-01").finding("adopt")
    assert found.due is not None
    assert found.due.isoformat() == "2019-06-30"
    assert found.dues == (found.due,)


def test_the_day_of_a_year_that_an_item_names_is_its_last():
    """packs: {year_end: path}."""
    law = pack(
        rule("pay", "require: {s: done}\ndue: {year_end: y}", kinds="thing"),
        kinds=_YEARLY,
    )
    facts = "- {id: x, kind: thing, y: 2019, s: not yet}"
    assert judged(law, facts, "2019-12-31")("pay", "x") == "due"
    assert judged(law, facts, "2020-01-01")("pay", "x") == "violated"


_YEARLY = """
kinds:
  thing:
    title: {vi: Vật, en: Thing}
    body: true
    fields: {y: {type: year}, s: {type: text}}
"""
