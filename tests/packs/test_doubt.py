"""Nothing is met or broken on the strength of what nobody has verified (design §4).

Every rule that rests on an unverified parameter is judged again with that parameter at values it
may have: a finding that was satisfied or violated must stay what it was. A rule that is unverified
as a whole is never satisfied or violated.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest

from helpers import installed_pack
from isocheck.evaluate.run import Evaluation, evaluate
from isocheck.packs.conditions import Expression, Literal_
from isocheck.packs.folders import built_in, installed
from isocheck.packs.loading import load_profile
from isocheck.packs.model import Case, Parameter, Profile, Reading

SAMPLES = {
    "day": (date(1990, 1, 1), date(2018, 12, 31), date(2020, 6, 30), date(2150, 1, 1)),
    "money": (0, 10**12),
    "count": (0, 1, 10**6),
    "year": (1990, 2150),
    "share": (Fraction(0), Fraction(1)),
    "yes_no": (True, False),
    "text": ("", "x"),
}
DECIDED = {"satisfied", "satisfied_late", "violated"}
PACKS = sorted(installed([built_in()]))


def open_parameters(profile: Profile) -> list[Parameter]:
    return [p for variants in profile.parameters.values() for p in variants if not p.readings]


def candidates(parameter: Parameter) -> Iterator[Expression]:
    """Yield values that the parameter may have: its bounds, and days or numbers inside them."""
    low, high = parameter.between or (None, None)
    yield from (end for end in (low, high) if end is not None)
    if low is None and high is None:
        yield from (Literal_(value) for value in SAMPLES[parameter.type])
    elif high is None and parameter.type == "day":
        yield Literal_(date(2150, 1, 1))
    elif low is None and parameter.type == "day":
        yield Literal_(date(1990, 1, 1))


def settled(profile: Profile, parameter: Parameter, value: Expression) -> Profile:
    """Return the profile with one unverified parameter set to a value."""
    other = copy.copy(profile)
    changed = Parameter(
        id=parameter.id,
        pack=parameter.pack,
        type=parameter.type,
        readings=(Reading(id="only", value=value),),
        verification="primary",
        location=parameter.location,
    )
    other.parameters = {**profile.parameters, parameter.id: (changed,)}
    return other


def decided(evaluation: Evaluation, rules: set[str]) -> dict[tuple[str, str, str | None], str]:
    return {
        (f.rule, f.subject, f.item): f.outcome
        for f in evaluation.findings
        if f.rule in rules and f.outcome in DECIDED
    }


def doubtful_cases() -> list[tuple[str, str]]:
    """Each open parameter with its pack; one of a pack without rules with those that use it."""
    return [
        (name, p.id)
        for name in PACKS
        for p in open_parameters(installed_pack(name))
        if p.pack == name or _is_used_by(name, p)
        if installed_pack(name).rules
    ]


def _is_used_by(name: str, parameter: Parameter) -> bool:
    own = {rule.id for rule in installed_pack(name).rules if rule.pack == name}
    used = (rule for rule, needs in installed_pack(name).depends.items() if parameter.id in needs)
    return not installed_pack(parameter.pack).rules and bool(own.intersection(used))


@pytest.mark.slow
@pytest.mark.parametrize(("name", "parameter"), doubtful_cases())
def test_no_finding_is_decided_on_the_strength_of_an_unverified_parameter(
    name: str, parameter: str
) -> None:
    profile = installed_pack(name)
    (open_one,) = (p for p in open_parameters(profile) if p.id == parameter)
    rules = {rule for rule, needs in profile.depends.items() if parameter in needs}
    assert rules, "an unverified parameter that no rule uses"
    cases = [c for c in profile.cases[name] if rules & set(c.expect)]
    assert cases, "no case shows what the doubt does"
    for case in cases:
        before = decided(judged(profile, case), rules)
        for value in candidates(open_one):
            after = decided(judged(settled(profile, open_one, value), case), rules)
            changed = {
                key: (was, after.get(key)) for key, was in before.items() if after.get(key) != was
            }
            assert changed == {}, f"{case.location}: {case.name}: with {value}"


def judged(profile: Profile, case: Case) -> Evaluation:
    return evaluate(case.facts, profile, case.as_of, matcher="interpreter")


def test_a_rule_that_is_unverified_as_a_whole_is_never_met_nor_broken() -> None:
    profile = load_profile("lang-son-2025", with_cases=True)
    unverified = {rule.id for rule in profile.rules if rule.verification == "unverified"}
    assert unverified
    for cases in profile.cases.values():
        for case in cases:
            if unverified & set(case.expect):
                assert decided(judged(profile, case), unverified) == {}, case.location
