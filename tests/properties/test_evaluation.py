"""What holds of every world (design §2, §3, §4, §6)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from helpers import MATCHERS, Judged, installed_profile, judged
from isocheck.finding import Finding
from properties.worlds import (
    BOUNDED_DAYS,
    COLLECTED,
    JUDGED,
    LATER,
    MANY_OPERATORS,
    REQUIREMENTS,
    WITHIN,
    World,
    as_yaml,
    events,
    moved_to,
    slots,
    without,
    worlds,
)


def examples(number: int) -> Any:
    """Return the same examples on every run."""
    return settings(
        max_examples=number,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],  # a world is small; shrinking one takes minutes
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )  # fmt: skip


day = st.sampled_from(JUDGED)
collected = st.just("all") | st.sets(st.sampled_from(COLLECTED)).map(sorted)


def run(world: World, day: str, *, real: bool = False, **about: Any) -> Judged:
    law = installed_profile("lang-son-2018-2020") if real else MANY_OPERATORS
    return judged(law, as_yaml(world), day, **about)


def said(finding: Finding) -> tuple[object, ...]:
    """Return what a finding says, without where it says it from."""
    return (
        finding.rule, finding.subject, finding.kind, finding.item, finding.outcome,
        finding.possible, finding.reason, finding.modality,
        finding.verification, finding.due, finding.dues,
        finding.readings, finding.waiver,
    )  # fmt: skip


def all_said(found: Judged) -> list[object]:
    return [*map(said, found.evaluation.findings), *found.evaluation.actions]


def explained(found: Judged) -> list[object]:
    explanations = []
    for finding in found.evaluation.findings:
        why = found.evaluation.explain(finding)
        because = [
            (b.part, b.record, b.path, b.value, b.op, b.expected, b.holds, b.low, b.high)
            for b in why.because
        ]
        explanations.append((because, why.missing, why.stale, dict(why.details)))
    return explanations


@examples(120)
@given(world=worlds(), day=day, collected=collected, data=st.data())
def test_one_more_fact_never_turns_one_decided_outcome_into_another(world, day, collected, data):
    """§2: a field that is absent is not known; §4: possible is never too few."""
    more_facts(world, day, collected, data, real=False)


@examples(25)
@given(world=worlds(), day=day, collected=collected, data=st.data())
def test_one_more_fact_never_turns_an_outcome_of_the_plan_into_another(world, day, collected, data):
    """§2: a field that is absent is not known; §4: possible is never too few."""
    more_facts(world, day, collected, data, real=True)


def more_facts(world: World, day: str, collected: Any, data: Any, *, real: bool) -> None:
    places = slots(world)
    if not places:
        return
    slot = data.draw(st.sampled_from(places))
    known = run(world, day, collected=collected, real=real).findings
    unknown = run(without(world, slot), day, collected=collected, real=real).findings
    for key, before in unknown.items():
        after = known.get(key)
        if after is None:  # it turned out to be no item
            if before.item is not None:
                assert "not_applicable" in before.possible, (slot, before)
        elif before.outcome != "indeterminate":
            assert after.outcome in (before.outcome, "indeterminate"), (slot, before, after)
        elif after.outcome != "indeterminate" and before.verification != "unverified":
            assert after.outcome in before.possible, (slot, before, after)


@examples(80)
@given(world=worlds(), day=day, collected=collected, data=st.data())
def test_one_more_fact_leaves_no_outcome_that_was_ruled_out(world, day, collected, data):
    """§4: what is possible with a fact was possible without it."""
    places = slots(world)
    if not places:
        return
    slot = data.draw(st.sampled_from(places))
    known = run(world, day, collected=collected).findings
    unknown = run(without(world, slot), day, collected=collected).findings
    for key in known.keys() & unknown.keys():
        assert set(known[key].possible) <= set(unknown[key].possible), (
            slot,
            known[key],
            unknown[key],
        )


@examples(80)
@given(world=worlds(), day=day, data=st.data())
def test_an_event_after_the_day_is_as_good_as_none(world, day, data):
    """§3: what is dated after A has not happened."""
    later_events(world, day, data, real=False)


@examples(20)
@given(world=worlds(), day=day, data=st.data())
def test_an_event_after_the_day_is_as_good_as_none_to_the_plan(world, day, data):
    """§3: what is dated after A has not happened."""
    later_events(world, day, data, real=True)


def later_events(world: World, day: str, data: Any, *, real: bool) -> None:
    found = events(world)
    if not found:
        return
    place, away = data.draw(st.sampled_from(found))
    moved = moved_to(world, place, LATER)
    if isinstance(away, int):
        gone = [record for number, record in enumerate(world) if number != away]
    else:
        gone = without(world, away)
    assert all_said(run(moved, day, real=real)) == all_said(run(gone, day, real=real))


@examples(40)
@given(world=worlds(), day=day, collected=collected, data=st.data())
def test_the_order_of_files_and_records_changes_nothing(world, day, collected, data):
    """§6: same facts, same packs, same day: the same findings in a fixed order."""
    straight = judged(MANY_OPERATORS, as_yaml(world), day, collected=collected)
    order = data.draw(st.permutations(world))
    cut = data.draw(st.integers(0, len(order)))
    parts = {"a.yaml": order[:cut], "below/b.yaml": order[cut:]}
    files = {name: as_yaml(records) for name, records in parts.items() if records}
    turned = judged(MANY_OPERATORS, files, day, collected=collected)
    assert all_said(straight) == all_said(turned)
    assert explained(straight) == explained(turned)


@pytest.mark.skipif(len(MATCHERS) == 1, reason="durable-rules cannot be installed here")
@examples(80)
@given(world=worlds(), day=day, collected=collected)
def test_both_matchers_find_the_same(world, day, collected):
    """§6: the interpreter is held to agree with the matching engine; every finding is the same."""
    alone = run(world, day, collected=collected, matcher="interpreter")
    both = run(world, day, collected=collected, matcher="durable-rules")
    assert all_said(alone) == all_said(both)
    assert explained(alone) == explained(both)


@pytest.mark.slow
@pytest.mark.skipif(len(MATCHERS) == 1, reason="durable-rules cannot be installed here")
@examples(20)
@given(world=worlds(), day=day, collected=collected)
def test_both_matchers_find_the_same_under_the_plan(world, day, collected):
    """§6: the interpreter is held to agree with the matching engine; every finding is the same."""
    alone = run(world, day, collected=collected, matcher="interpreter", real=True)
    both = run(world, day, collected=collected, matcher="durable-rules", real=True)
    assert all_said(alone) == all_said(both)


@examples(120)
@given(world=worlds(), day=day, collected=collected)
def test_each_finding_says_one_thing(world, day, collected):
    """§4: one possible outcome left is the outcome, more is indeterminate, and says why."""
    found = run(world, day, collected=collected)
    findings = found.evaluation.findings
    assert len({(f.rule, f.subject, f.item) for f in findings}) == len(findings)
    assert found.evaluation.outcomes().total() == len(findings)
    for finding in findings:
        assert finding.outcome == (
            finding.possible[0] if len(finding.possible) == 1 else "indeterminate"
        )
        if finding.outcome == "indeterminate":
            doubtful_law = finding.readings or finding.rule == "t.again"
            assert doubtful_law or found.evaluation.explain(finding).missing, finding


@examples(60)
@given(world=worlds(), day=day, collected=collected)
def test_a_day_within_bounds_leaves_open_all_that_each_day_within_them_gives(world, day, collected):
    """§4: possible is never too few; an unverified day is unknown within its bounds."""
    found = judged(BOUNDED_DAYS, as_yaml(world), day, collected=collected).findings
    subjects = {subject for _, subject, _ in found}
    for subject in subjects:
        for name in REQUIREMENTS:
            for mode in ("due", "until"):
                within = found[f"t.{name}-{mode}-within", subject, None]
                for each in WITHIN:
                    exact = found[f"t.{name}-{mode}-{each}", subject, None]
                    assert set(exact.possible) <= set(within.possible), (within, exact)
