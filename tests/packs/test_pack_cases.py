"""Every built-in pack passes its own cases, and its cases show every outcome of every rule."""

from __future__ import annotations

import pytest

from helpers import installed_pack
from isocheck.authoring.cases import CaseResult, run_case
from isocheck.durable.matcher import available
from isocheck.packs.folders import built_in, installed
from isocheck.packs.model import Case
from isocheck.packs.reachable import reachable_outcomes

PACKS = sorted(installed([built_in()]))
MATCHER = "durable-rules" if available() else "interpreter"


def cases() -> list[tuple[str, Case]]:
    return [(name, case) for name in PACKS for case in installed_pack(name).cases.get(name, ())]


def explained(result: CaseResult) -> str:
    lines = [f"{result.location}: {result.name}"]
    lines += [
        f"  {d.rule} {d.subject} {d.item or ''}: expected {d.expected}, found {d.found}"
        for d in result.differences
    ]
    return "\n".join(
        [*lines, *(f"  {p.location} {p.code} {dict(p.args)}" for p in result.problems)]
    )


@pytest.mark.parametrize(
    ("name", "case"),
    [pytest.param(*c, id=f"{c[0]}-{c[1].location.line}-{c[1].name}") for c in cases()],
)
def test_a_case_of_a_pack_finds_what_it_expects_and_nothing_else(name: str, case: Case) -> None:
    result = run_case(installed_pack(name), name, case, matcher=MATCHER)
    assert result.passed, explained(result)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in PACKS if installed_pack(name).cases.get(name)])
def test_the_interpreter_agrees_and_cases_show_every_outcome_that_a_rule_can_have(
    name: str,
) -> None:
    """The outcomes are computed from the rule, not declared by its author."""
    profile = installed_pack(name)
    results = [run_case(profile, name, case, matcher="interpreter") for case in profile.cases[name]]
    assert [explained(result) for result in results if not result.passed] == []
    shown = {outcome for result in results for outcome in result.exercised}
    lacking = {
        rule.id: sorted(reachable_outcomes(profile, rule) - {o for r, o in shown if r == rule.id})
        for rule in profile.rules
        if rule.pack == name
    }
    assert {rule: outcomes for rule, outcomes in lacking.items() if outcomes} == {}
