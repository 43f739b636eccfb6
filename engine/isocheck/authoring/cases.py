"""Running the test cases of packs, strictly in both directions (design §5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from isocheck.errors import InputProblems, Location, Problem
from isocheck.evaluate.explain import explain
from isocheck.evaluate.findings import Judge
from isocheck.evaluate.run import Evaluation, evaluate
from isocheck.finding import Finding, Missing, Outcome
from isocheck.packs.model import Case, Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A finding that is not as a case expects; None stands for no finding."""

    rule: str
    subject: str
    item: str | None
    expected: str | None
    found: str | None
    missing: tuple[Missing, ...] = ()  # the facts without which the finding is not decided


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """What came of one case."""

    pack: str
    name: str
    location: Location
    differences: tuple[Difference, ...] = ()
    problems: tuple[Problem, ...] = ()
    exercised: frozenset[tuple[str, Outcome]] = field(
        default_factory=frozenset
    )  # (rule, outcome) expected

    @property
    def passed(self) -> bool:
        """Whether every finding is as expected and nothing is wrong with the facts."""
        return not self.differences and not self.problems


def run_cases(profile: Profile, pack: str, *, matcher: str | None = None) -> Iterator[CaseResult]:
    """Yield the result of every case of a pack."""
    for case in profile.cases.get(pack, ()):
        yield run_case(profile, pack, case, matcher=matcher)


def run_case(profile: Profile, pack: str, case: Case, *, matcher: str | None = None) -> CaseResult:
    """Judge the facts of a case and compare the findings with those expected."""
    result = CaseResult(pack=pack, name=case.name, location=case.location)
    if case.problems:
        return replace(result, problems=case.problems)
    try:
        evaluation = evaluate(case.facts, profile, case.as_of, matcher=matcher)
    except InputProblems as error:
        return replace(result, problems=tuple(error.problems))
    differences, exercised = _compared(case, evaluation.findings)
    differences = list(_with_missing(differences, evaluation))
    differences += other_differences(case, evaluation.judge, evaluation.findings)
    return replace(result, differences=tuple(differences), exercised=exercised)


def expected_of(case: Case, rule: str) -> dict[tuple[str, str | None], str]:
    """Return the outcomes that a case expects of a rule, by subject and item."""
    found: dict[tuple[str, str | None], str] = {}
    for subject, expected in case.expect.get(rule, {}).items():
        items = expected if isinstance(expected, Mapping) else {None: expected}
        found.update(((subject, item), outcome) for item, outcome in items.items())
    return found


def _compared(
    case: Case, findings: Iterable[Finding]
) -> tuple[list[Difference], frozenset[tuple[str, Outcome]]]:
    found = {(f.rule, f.subject, f.item): f.outcome for f in findings if f.rule in case.expect}
    differences = []
    met: set[tuple[str, Outcome]] = set()
    claimed: set[tuple[str, str, str | None]] = set()
    for rule in case.expect:
        for (subject, item), outcome in expected_of(case, rule).items():
            key = (rule, subject, item)
            claimed.add(key)
            if found.get(key) == outcome:
                met.add((rule, found[key]))
            else:
                differences.append(_difference(key, outcome, found.get(key)))
    # Of a rule that a case names it names every finding but those that are not applicable.
    differences += [
        _difference(key, None, outcome)
        for key, outcome in found.items()
        if key not in claimed and outcome != "not_applicable"
    ]
    return differences, frozenset(met)


def _with_missing(
    differences: Iterable[Difference], evaluation: Evaluation
) -> Iterator[Difference]:
    """Say of each finding that is not decided, and should be, which facts are missing."""
    found = {(f.rule, f.subject, f.item): f for f in evaluation.findings}
    for difference in differences:
        finding = found.get((difference.rule, difference.subject, difference.item))
        if finding is None or finding.outcome != "indeterminate":
            yield difference
        else:
            yield replace(difference, missing=evaluation.explain(finding).missing)


def other_differences(case: Case, judge: Judge, findings: Iterable[Finding]) -> list[Difference]:
    """Return where what a case expects besides outcomes is otherwise.

    How binding a rule is, the details of a finding, its outcome under each reading.
    """
    differences = []
    for rule, modality in case.modality.items():
        is_so = judge.rules[rule].modality if rule in judge.rules else modality
        if is_so != modality:
            differences.append(_difference((rule, "modality", None), modality, is_so))
    for finding in findings:
        wanted = _expected_besides(case.details, finding)
        differences += _apart(finding, wanted, explain(judge, finding).details if wanted else {})
        wanted = _expected_besides(case.readings, finding)
        differences += _apart(finding, wanted, {r.reading: r.outcome for r in finding.readings})
    return differences


def _expected_besides(by_rule: Mapping[str, Mapping[str, Any]], finding: Finding) -> Any:
    wanted = by_rule.get(finding.rule, {}).get(finding.subject) or {}
    return wanted if finding.item is None else wanted.get(finding.item) or {}


def _apart(
    finding: Finding, wanted: Mapping[str, Any], shown: Mapping[str, Any]
) -> Iterator[Difference]:
    for name, value in wanted.items():
        expected, found = _as_written(value), _as_written(shown.get(name))
        if expected != found:
            key = (finding.rule, f"{finding.subject}: {name}", finding.item)
            yield _difference(key, expected, found)


def _as_written(value: object) -> str:
    """Return a value of a detail as a case writes it; lists without regard to their order."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(sorted(_as_written(entry) for entry in value)) + "]"
    if isinstance(value, Mapping):
        inner = ", ".join(f"{key}: {_as_written(entry)}" for key, entry in value.items())
        return "{" + inner + "}"
    return str(value)


def _difference(
    key: tuple[str, str, str | None], expected: str | None, found: str | None
) -> Difference:
    return Difference(rule=key[0], subject=key[1], item=key[2], expected=expected, found=found)
