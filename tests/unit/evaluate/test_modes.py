"""Limits, continuing duties, permissions and targets (design §4)."""

from __future__ import annotations

import pytest

from helpers import department, pack, rule

HAS_QMS = "require: {qms.adopted_on: {exists: true}}"
LIMIT = pack(rule("keep", f"{HAS_QMS}\nalways: true"))
UNTIL = pack(rule("keep", f"{HAS_QMS}\nuntil: 2019-06-30"))


def qms(adopted: str, ended: str = "null") -> str:
    return department(f"qms: {{adopted_on: {adopted}, ended_on: {ended}}}")


def test_a_limit_is_judged_on_the_day_of_the_run(judge):
    """§4: `always` is judged on A: satisfied or violated, never due and never late."""
    facts = qms("2019-03-01", "2019-09-01")
    assert judge(LIMIT, facts, "2019-02-28")("keep") == "violated"
    assert judge(LIMIT, facts, "2019-03-01")("keep") == "satisfied"
    assert judge(LIMIT, facts, "2019-10-01")("keep") == "violated"


def test_a_limit_has_no_due_day(judge):
    """§4: only a duty to fulfil by a day has one."""
    assert judge(LIMIT, department("qms: null"), "2019-02-28").finding("keep").dues == ()


@pytest.mark.parametrize("day", ["2019-06-29", "2019-06-30", "2019-07-01", "2025-01-01"])
def test_a_continuing_duty_is_judged_on_the_earlier_of_its_day_and_the_day_of_the_run(judge, day):
    """§4: `until: D` is judged on the earlier of A and D."""
    assert judge(UNTIL, qms("2019-01-01"), day)("keep") == "satisfied"
    assert judge(UNTIL, department("qms: null"), day)("keep") == "violated"


def test_a_fact_after_the_until_day_changes_nothing(judge):
    """§4: judged on the earlier of A and D."""
    assert judge(UNTIL, qms("2019-07-01"), "2020-01-01")("keep") == "violated"
    assert judge(UNTIL, qms("2019-01-01", "2019-07-02"), "2020-01-01")("keep") == "satisfied"


def test_a_fact_of_the_until_day_itself_counts(judge):
    """§4: judged as of D, D included."""
    assert judge(UNTIL, qms("2019-06-30"), "2020-01-01")("keep") == "satisfied"
    assert judge(UNTIL, qms("2019-06-30"), "2019-06-29")("keep") == "violated"


def test_a_continuing_duty_is_no_longer_or_not_yet_kept_from_day_to_day(judge):
    """§4: before D the outcome follows the facts of A."""
    facts = qms("2019-02-01", "2019-04-01")
    assert judge(UNTIL, facts, "2019-01-31")("keep") == "violated"
    assert judge(UNTIL, facts, "2019-03-01")("keep") == "satisfied"
    assert judge(UNTIL, facts, "2019-05-01")("keep") == "violated"


def test_an_until_day_that_is_not_known_leaves_both_days_open(judge):
    """§4: never too few; held on A but perhaps not on an earlier D."""
    law = pack(rule("keep", f"{HAS_QMS}\nuntil: {{fact: new_rural_standard.date}}"))
    found = judge(law, qms("2019-03-01"), "2020-01-01")
    assert found("keep") == "indeterminate"
    assert {"satisfied", "violated"} <= found.possible("keep")


def test_a_permission_is_satisfied_or_not_applicable(judge):
    """§4: `may` gives satisfied or not_applicable."""
    law = pack(rule("may", "when: {code: a}\nrequire: {unit_type: xã}", modality="may"))
    assert judge(law, department("code: a, unit_type: xã"), "2019-01-01")("may") == "satisfied"
    assert (
        judge(law, department("code: a, unit_type: phường"), "2019-01-01")("may")
        == "not_applicable"
    )
    assert judge(law, department("code: b, unit_type: xã"), "2019-01-01")("may") == "not_applicable"
    open_ = judge(law, department("code: a"), "2019-01-01")
    assert open_.possible("may") == {"satisfied", "not_applicable"}
    assert open_("may") == "indeterminate"


def test_a_permission_needs_no_requirement(judge):
    """packs: `require` may be left out of a `may` rule."""
    law = pack(rule("may", "when: {code: a}", modality="may"))
    assert judge(law, department("code: a"), "2019-01-01")("may") == "satisfied"
    assert judge(law, department("code: b"), "2019-01-01")("may") == "not_applicable"
    assert judge(law, department("code: null"), "2019-01-01")("may") == "not_applicable"
    assert judge(law, department(), "2019-01-01")("may") == "indeterminate"


def test_a_target_has_every_outcome_but_is_no_violated_obligation(judge):
    """§4: `must` and `should` give any outcome; only `must` can fail a run."""
    law = pack(
        rule("should", f"{HAS_QMS}\ndue: 2019-06-30", modality="should"),
        rule("must", f"{HAS_QMS}\ndue: 2019-06-30"),
    )
    found = judge(law, department("qms: null"), "2019-07-01")
    assert found("should") == found("must") == "violated"
    assert found.evaluation.must_violated() == 1
    assert judge(law, department("qms: null"), "2019-06-30")("should") == "due"
    assert judge(law, qms("2019-07-01"), "2019-07-01")("should") == "satisfied_late"
