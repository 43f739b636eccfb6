"""A run as a whole: one outcome each, counts that add up, the same with each matcher (design §4, §6)."""
# ruff: noqa: E501 - facts stand a record a line

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from helpers import (
    MATCHERS,
    WORLD,
    Judged,
    department,
    facts_of,
    installed_profile,
    judged,
    pack,
    rule,
)
from isocheck.errors import InputProblems
from isocheck.evaluate.run import Evaluation, evaluate
from isocheck.finding import MET, OUTCOMES
from isocheck.messages import render

SYSTEM = "qms: {adopted_on: 2018-05-01, ended_on: null, framework_model: 2968/QĐ-BKHCN, announcements: [{date: 2018-12-01, withdrawn_on: null}]}"
PROVINCE = WORLD + (
    "- {id: bcd-iso, kind: steering_committee, name: Ban Chỉ đạo, parent: ls}\n"
    "- {id: so-khcn, kind: department, name: Sở KHCN, parent: ls}\n"
    f"- {{id: c1, kind: commune, name: Xã c1, parent: d1, {SYSTEM}}}\n"
    "- {id: c2, kind: commune, name: Xã c2, parent: d1, qms: null, nominated: [{year: 2018, date: 2018-03-01, by: d1, withdrawn_on: null}]}\n"
    "- {id: c3, kind: commune, name: Xã c3, parent: d2}\n"
    "- {id: c4, kind: commune, name: Xã c4, parent: d2, established_on: 2020-01-01}\n"
    "- {id: c5, kind: commune, name: Xã c5, parent: d2, dissolved_on: 2020-01-01, qms: null}\n"
    "- {id: e1, kind: expenditure, year: 2018, line: consulting, amount: 15000000, source: local,"
    " beneficiary: c1, paid_by: so-khcn, contractor: organisation, spent_on: 2018-09-01, settled_on: null}\n"
    "- {id: e2, kind: expenditure, year: 2019, amount: 40000000, beneficiary: c1, spent_on: 2019-09-01}\n"
    "- {id: q1, kind: report_request, from: bcd-iso, to: [d1, d2], date: 2019-01-10, due_on: 2019-02-01, type: progress}\n"
    "- {id: r1, kind: report, from: d1, to: [bcd-iso], type: progress, sent_on: 2019-01-31, answers: q1}\n"
)
DAYS = (
    "2018-02-23",
    "2018-12-31",
    "2019-06-30",
    "2020-12-31",
    "2021-06-30",
    "2022-01-01",
)


def whole(
    day: str, *, collected: str | tuple[str, ...] = "all", matcher: str = "interpreter"
) -> Judged:
    profile = installed_profile("lang-son-2018-2020")
    return judged(profile, PROVINCE, day, collected=collected, matcher=matcher)


def test_the_plan_binds_nobody_the_day_before_it_is_issued():
    """§4: not in force; §8: a run in which no rule is in force judged nothing."""
    plan_alone = installed_profile("kh34-alone")
    with pytest.raises(InputProblems) as refused:
        judged(plan_alone, PROVINCE, "2018-02-22", collected="all", matcher="interpreter")
    (problem,) = refused.value.problems
    assert problem.code == "nothing-judged"
    assert "có hiệu lực từ ngày 2018-02-23: có nhầm năm không?" in render(problem, "vi")


@pytest.mark.parametrize(
    ("body", "in_force", "refused"),
    [
        ("when: {name: {eq: Sở Y}}\nrequire: {name: x}\nalways: true", "", False),
        ("when: {name: {eq: Sở Y}}\nrequire: {name: x}\nalways: true", "{from: 2021-01-01}", True),
        ("require: {name: x}\nalways: true", "", False),
    ],
)
def test_a_run_in_which_nothing_applies_since_rules_are_not_in_force_judged_nothing(
    body, in_force, refused
):
    """Another rule, whose conditions do not hold, does not make it a run that judged something."""
    other = rule("other", "when: {name: {eq: Sở Z}}\nrequire: {name: x}\nalways: true")
    law = pack(rule("r", body + (f"\nin_force: {in_force}" if in_force else "")), other)
    if refused:
        with pytest.raises(InputProblems) as told:
            judged(law, department(), "2020-12-31", matcher="interpreter")
        assert [problem.code for problem in told.value.problems] == ["nothing-judged"]
    else:
        assert len(judged(law, department(), "2020-12-31", matcher="interpreter").findings) == 2


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("collected", ["all", ("commune", "report_request")])
def test_each_rule_subject_and_item_has_exactly_one_outcome(day, collected):
    """§4: gets exactly one outcome; §7: outcomes add up to judged."""
    evaluation = whole(day, collected=collected).evaluation
    keys = [(f.rule, f.subject, f.item) for f in evaluation.findings]
    assert len(keys) == len(set(keys))
    assert evaluation.outcomes() == Counter(f.outcome for f in evaluation.findings)
    assert evaluation.outcomes().total() == len(evaluation.findings)
    assert set(evaluation.outcomes()) <= set(OUTCOMES)
    for finding in evaluation.findings:
        consistent(finding)


def consistent(finding) -> None:
    """A finding says one thing: its outcome is what alone remains, else indeterminate."""
    possible = set(finding.possible)
    assert possible
    assert list(finding.possible) == [each for each in OUTCOMES if each in possible]
    if finding.verification != "unverified":
        expected = next(iter(possible)) if len(possible) == 1 else "indeterminate"
        assert finding.outcome == expected
    if finding.modality == "may":
        assert possible <= {"satisfied", "not_applicable"}
    assert (finding.reason is not None) == (finding.outcome == "not_applicable")
    assert finding.dues == tuple(sorted(set(finding.dues)))


@pytest.mark.parametrize("day", DAYS)
def test_every_rule_meets_every_subject_of_its_kinds_that_is_there(day):
    """§4: each rule × each subject of its kinds present as of the day."""
    evaluation = whole(day).evaluation
    there = {f.subject for f in evaluation.findings}
    assert ("c4" in there) == (day >= "2020-01-01")
    by_rule: dict[str, set[str]] = {}
    for finding in evaluation.findings:
        by_rule.setdefault(finding.rule, set()).add(finding.subject)
    on_day = date.fromisoformat(day)
    for each in evaluation.profile.rules:
        expected = {
            record.id
            for kind in each.kinds
            for record in evaluation.facts.by_kind.get(kind, [])
            if not any(
                record.values.get(field) and record.values[field] > on_day
                for field in ("established_on", "spent_on", "date", "sent_on")
            )
        }
        assert by_rule.get(each.id, set()) == expected, each.id
    assert set(evaluation.rules_without_subject) == {
        each.id for each in evaluation.profile.rules if each.id not in by_rule
    }


@pytest.mark.parametrize("day", ["2018-12-31", "2021-06-30"])
def test_findings_come_in_the_same_order_with_the_same_content_each_time(day):
    """§6: the same findings, byte for byte, in a fixed order."""
    assert seen(whole(day).evaluation) == seen(whole(day).evaluation)


@pytest.mark.skipif(len(MATCHERS) == 1, reason="durable-rules cannot be installed here")
@pytest.mark.parametrize("day", ["2018-12-31", "2020-12-31", "2021-06-30"])
@pytest.mark.parametrize("collected", ["all", ("commune", "report_request")])
def test_every_finding_is_the_same_with_each_matcher(day, collected):
    """§6: there the interpreter judges alone, and every finding is the same."""
    alone = whole(day, collected=collected).evaluation
    both = whole(day, collected=collected, matcher="durable-rules").evaluation
    assert (alone.matcher, both.matcher) == ("interpreter", "durable-rules")
    assert seen(alone) == seen(both)


def seen(evaluation: Evaluation) -> list[object]:
    """Return all that a run says of facts and law, in its order."""
    findings = [
        (f.rule, f.subject, f.kind, f.item, f.outcome, f.possible, f.reason, f.modality,
         f.verification, f.due, f.dues, f.readings, f.waiver, evaluation.explain(f))
        for f in evaluation.findings
    ]  # fmt: skip
    return [*findings, *evaluation.actions]


def test_every_action_is_for_findings_that_are_violated_or_due():
    """§7: `for` names findings of the run."""
    evaluation = whole("2021-06-30").evaluation
    findings = {(f.rule, f.subject, f.item): f for f in evaluation.findings}
    assert evaluation.actions
    ids = [action.id for action in evaluation.actions]
    assert len(ids) == len(set(ids))
    for action in evaluation.actions:
        for key in action.because_of:
            assert not set(findings[key].possible) <= MET | {"not_applicable"}


def test_what_is_indeterminate_says_why():
    """§1: which facts are missing to tell; §7: missing, or more than one reading."""
    evaluation = whole("2021-06-30", collected=("commune", "report_request")).evaluation
    open_ = [f for f in evaluation.findings if f.outcome == "indeterminate"]
    assert open_
    depends = evaluation.profile.depends
    unverified = {
        key for key, values in evaluation.profile.parameters.items()
        if any(value.verification == "unverified" for value in values)
    }  # fmt: skip
    for finding in open_:
        doubtful_law = finding.verification == "unverified" or finding.readings
        doubtful_law = doubtful_law or depends.get(finding.rule, frozenset()) & unverified
        assert doubtful_law or evaluation.explain(finding).missing, finding


def test_the_sample_facts_are_judged_alike_whatever_the_folder_is_called(tmp_path: Path):
    """§7: the document names no machine; the place of a fact is relative to the folder."""
    profile = installed_profile("lang-son-2018-2020")
    facts = facts_of(profile, PROVINCE)
    evaluation = evaluate(facts, profile, date(2020, 12, 31), matcher="interpreter")
    places = {
        because.at
        for f in evaluation.findings
        for because in evaluation.explain(f).because
        if because.at
    }
    assert places
    assert all(place.startswith("facts.yaml:") or "reference" in place for place in places), places
    assert not any(str(tmp_path.root) == place[:1] for place in places)
