"""Running the test cases of packs, strictly in both directions (design §5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from isocheck.errors import InputProblems, Location, Problem
from isocheck.evaluate.reference import records_laid_down
from isocheck.evaluate.run import Evaluation, evaluate
from isocheck.facts.base import FactBase
from isocheck.facts.folder import records_of_case
from isocheck.finding import Outcome
from isocheck.packs.case_reading import copied
from isocheck.packs.model import Case, Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A finding that is not as a case expects; None stands for no finding."""

    rule: str
    subject: str
    item: str | None
    expected: str | None
    found: str | None


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


def facts_of_case(profile: Profile, case: Case) -> FactBase:
    """Return the facts of a case; raises InputProblems."""
    collected = "all" if case.collected == ("all",) else frozenset(case.collected)
    nodes = copied(case.facts)
    shown = case.location.file
    reference = records_laid_down(profile)
    return records_of_case(nodes, profile.kinds, reference, shown, collected=collected)  # type: ignore[arg-type]


def run_cases(profile: Profile, pack: str, *, matcher: str | None = None) -> Iterator[CaseResult]:
    """Yield the result of every case of a pack."""
    for case in profile.cases.get(pack, ()):
        yield run_case(profile, pack, case, matcher=matcher)


def run_case(profile: Profile, pack: str, case: Case, *, matcher: str | None = None) -> CaseResult:
    """Judge the facts of a case and compare the findings with those expected."""
    try:
        evaluation = evaluate(facts_of_case(profile, case), profile, case.as_of, matcher=matcher)
    except InputProblems as error:
        return CaseResult(
            pack=pack, name=case.name, location=case.location, problems=tuple(error.problems)
        )
    differences, exercised = _compared(case, evaluation)
    return CaseResult(
        pack=pack,
        name=case.name,
        location=case.location,
        differences=tuple(differences),
        exercised=exercised,
    )


def _compared(
    case: Case, evaluation: Evaluation
) -> tuple[list[Difference], frozenset[tuple[str, Outcome]]]:
    found = {
        (f.rule, f.subject, f.item): f.outcome for f in evaluation.findings if f.rule in case.expect
    }
    differences = []
    met: set[tuple[str, Outcome]] = set()
    claimed: set[tuple[str, str, str | None]] = set()
    for rule, subjects in case.expect.items():
        for subject, expected in subjects.items():
            items = expected if isinstance(expected, Mapping) else {None: expected}
            for item, outcome in items.items():
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


def _difference(
    key: tuple[str, str, str | None], expected: str | None, found: str | None
) -> Difference:
    return Difference(rule=key[0], subject=key[1], item=key[2], expected=expected, found=found)
