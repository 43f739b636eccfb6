"""Running the cases of a pack against its mutants: which changes go unnoticed.

Only the rules that a change can reach are judged, by the interpreter alone, on the cases that name
them; the first finding that is not as expected ends it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations
from pathlib import Path

from isocheck.authoring.cases import expected_of, other_differences, run_case
from isocheck.authoring.mutants import Mutant, mutants_of
from isocheck.authoring.pack_view import OpenedPack, newest, opened
from isocheck.authoring.unused import paths_of_derived, paths_of_rule
from isocheck.errors import InputProblems, Location, Problem
from isocheck.evaluate.crosscheck import Asker
from isocheck.evaluate.findings import Judge
from isocheck.finding import Finding
from isocheck.packs.conditions import OutcomeIs, leaves
from isocheck.packs.conditions import Path as FactPath
from isocheck.packs.equivalents import Equivalent, read_equivalents
from isocheck.packs.law import Law, law_on
from isocheck.packs.linking import conditions_of
from isocheck.packs.model import Case, Derived, Parameter, Profile, Rule
from isocheck.records.base import FactBase
from isocheck.source.guess import closest

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """What came of the mutants of a pack."""

    pack: str
    version: str
    killed: tuple[Mutant, ...]
    survived: tuple[Mutant, ...]
    equivalent: tuple[tuple[Mutant, Equivalent], ...]
    gaps: tuple[Problem, ...]  # what is listed as equivalent and is not

    @property
    def score(self) -> float:
        """The share of mutants noticed, in per cent; those listed as equivalent left aside."""
        counted = len(self.killed) + len(self.survived)
        return 100.0 * len(self.killed) / counted if counted else 100.0


@dataclass(slots=True)
class _Case:
    """A case with its facts, made once for all mutants."""

    case: Case
    facts: FactBase
    size: int
    expected: dict[str, dict[tuple[str, str | None], str]]


@dataclass(slots=True)
class _Reach:
    """Which rules a change of something can reach."""

    profile: Profile
    names: dict[str, list[Derived]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for derived in {id(d): d for d in self.profile.derived.values()}.values():
            self.names.setdefault(derived.name, []).append(derived)

    def derived_below(self, paths: Iterable[FactPath]) -> list[Derived]:
        """Return the derived values that paths lead to, all the way down."""
        found: dict[int, Derived] = {}
        stack = list(paths)
        while stack:
            segments = stack.pop().segments
            for start, end in combinations(range(len(segments) + 1), 2):
                for derived in self.names.get(".".join(segments[start:end]), ()):
                    if id(derived) not in found:
                        found[id(derived)] = derived
                        stack += paths_of_derived(derived)
        return list(found.values())

    def asked_by(self) -> dict[str, set[str]]:
        """Return for each rule the rules that ask for its outcome, directly or not."""
        asks = {
            rule.id: {
                leaf.rule
                for condition in conditions_of(rule)
                for leaf in leaves(condition)
                if isinstance(leaf, OutcomeIs)
            }
            for rule in self.profile.rules
        }
        return {rule: {other for other in asks if rule in _closure(other, asks)} for rule in asks}


def _closure(start: str, arrows: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    stack = [start]
    while stack:
        for other in arrows.get(stack.pop(), ()):
            if other not in found:
                found.add(other)
                stack.append(other)
    return found


class _Host:
    """A pack whose cases are run on mutants, its own or those of a pack that it requires."""

    def __init__(self, pack: OpenedPack) -> None:
        self.profile = pack.profile
        reach = _Reach(self.profile)
        self.asked_by = reach.asked_by()
        self.derived_of = {
            rule.id: {d.location for d in reach.derived_below(paths_of_rule(rule))}
            for rule in self.profile.rules
        }
        cases = (self._case(case) for case in self.profile.cases.get(pack.id, ()))
        self.cases = sorted(cases, key=lambda c: c.size)
        self.laws: dict[date, Law] = {}

    def _case(self, case: Case) -> _Case:
        if case.problems:
            raise InputProblems(list(case.problems))
        expected = {rule: expected_of(case, rule) for rule in case.expect}
        return _Case(case, case.facts, len(case.facts.records), expected)

    def law(self, day: date) -> Law:
        found = self.laws.get(day)
        if found is None:
            found = self.laws[day] = law_on(self.profile, day)
        return found

    def reached(self, mutant: Mutant) -> set[str]:
        """Return the rules whose findings a mutant may change."""
        if isinstance(mutant.was, Rule):
            own = {mutant.was.id}
        elif isinstance(mutant.was, Derived):
            place = mutant.was.location
            own = {rule for rule, below in self.derived_of.items() if place in below}
        else:
            name = mutant.was.id
            own = {rule for rule, names in self.profile.depends.items() if name in names}
        return own | {asking for rule in own for asking in self.asked_by.get(rule, ())}

    def noticing(self, mutant: Mutant, last: _Case | None) -> _Case | None:
        """Return a case that fails on a mutant; the one that noticed the last comes first."""
        rules = self.reached(mutant)
        for case in sorted(self.cases, key=lambda c: c is not last):
            if not rules & (case.expected.keys() | case.case.modality.keys()):
                continue
            law = self.mutated(mutant, case.case.as_of)
            if law is not None and _fails(case, law, rules):
                return case
        return None

    def mutated(self, mutant: Mutant, day: date) -> Law | None:
        """Return the law of a day with the mutant in it; None if it is not law on that day."""
        law = self.law(day)
        was, now = mutant.was, mutant.now
        if isinstance(now, Rule):
            here = next((r for r in law.rules if r.id == was.id), None)  # type: ignore[union-attr]
            if here is None or here.location != was.location or law.repealed.get(here.id):
                return None
            rules = tuple(now if rule is here else rule for rule in law.rules)
            return replace(law, rules=rules, plans=law.plans)
        if isinstance(now, Parameter):
            known = law.parameters.get(now.id)
            if known is None or known.location != was.location:
                return None
            return replace(law, parameters={**law.parameters, now.id: now}, plans={})
        derived = law.profile.derived.get((now.kinds[0], now.name))
        return None if derived is None else _with_derived(law, derived, now)


class _Bench:
    """The pack and those that require it: their cases show what the pack's rules come to."""

    def __init__(self, pack: OpenedPack, others: Iterable[OpenedPack]) -> None:
        self.hosts = [_Host(pack), *(_Host(other) for other in others)]
        self.last: dict[tuple[int, str], _Case] = {}

    def notices(self, mutant: Mutant) -> bool:
        """Tell whether some case fails on a mutant."""
        for number, host in enumerate(self.hosts):
            case = host.noticing(mutant, self.last.get((number, mutant.of)))
            if case is not None:
                self.last[number, mutant.of] = case
                return True
        return False


def _with_derived(law: Law, was: Derived, now: Derived) -> Law:
    derived = {key: now if d is was else d for key, d in law.profile.derived.items()}
    with_item = law.derived_with_item
    if id(was) in with_item:
        with_item |= {id(now)}
    return replace(
        law,
        profile=replace(law.profile, derived=derived),
        derived_depends={**law.derived_depends, id(now): law.derived_depends[id(was)]},
        derived_with_item=with_item,
        plans={},
    )


def _fails(case: _Case, law: Law, rules: set[str]) -> bool:
    """Tell whether some finding of some rules is not as a case expects."""
    asked = {leaf.rule for rule in law.rules if rule.id in rules for leaf in _outcomes_asked(rule)}
    needed = rules | asked | _all_asked(law, asked)
    narrow = replace(law, rules=tuple(r for r in law.rules if r.id in needed), plans=law.plans)
    judge = Judge(case.facts, narrow, Asker(narrow, None))
    named = [r for r in narrow.rules if r.id in rules]
    if any(case.case.modality.get(r.id, r.modality) != r.modality for r in named):
        return True
    return any(_rule_fails(case, judge, r) for r in named if r.id in case.expected)


def _outcomes_asked(rule: Rule) -> Iterator[OutcomeIs]:
    for condition in conditions_of(rule):
        yield from (leaf for leaf in leaves(condition) if isinstance(leaf, OutcomeIs))


def _all_asked(law: Law, start: set[str]) -> set[str]:
    arrows = {rule.id: {leaf.rule for leaf in _outcomes_asked(rule)} for rule in law.rules}
    return {other for rule in start for other in _closure(rule, arrows)}


def _rule_fails(case: _Case, judge: Judge, rule: Rule) -> bool:
    expected = dict(case.expected[rule.id])
    findings: list[Finding] = []
    for kind in rule.kinds:
        for subject in judge.subjects(kind):
            for item in judge.items(rule, subject.record):
                finding = judge.finding(rule, subject, item)
                wanted = expected.pop((finding.subject, finding.item), "not_applicable")
                if finding.outcome != wanted:
                    return True
                findings.append(finding)
    besides = rule.id in case.case.details or rule.id in case.case.readings
    return bool(expected) or (besides and bool(other_differences(case.case, judge, findings)))


def failing_cases(pack: OpenedPack) -> list[str]:
    """Return the cases that fail on the pack as it is; no mutant can be tried while one does."""
    cases = pack.profile.cases.get(pack.id, ())
    results = (run_case(pack.profile, pack.id, case, matcher="interpreter") for case in cases)
    return [f"{result.location}: {result.name}" for result in results if not result.passed]


def those_that_require(pack: OpenedPack, policies: Sequence[Path]) -> list[OpenedPack]:
    """Return the packs installed that require a pack, directly or not, with their cases."""
    found = []
    for name in newest(policies):
        other = opened(name, policies)
        if other.id != pack.id and any(head.id == pack.id for head in other.profile.packs):
            found.append(other)
    return found


def mutate(
    pack: OpenedPack,
    only: tuple[str, ...] = (),
    others: Iterable[OpenedPack] = (),
    told: Told | None = None,
) -> Mutation:
    """Try every mutant of a pack, or those of some rules, derived values and parameters.

    `others` are packs that require it: a change that only their cases notice is noticed.
    """
    bench = _Bench(pack, others)
    listed = {entry.mutant: entry for entry in read_equivalents(pack.folder)}
    mutants = [m for m in mutants_of(pack) if not only or m.of in only]
    killed, survived, equivalent = [], [], []
    for number, mutant in enumerate(mutants):
        if told is not None:
            told(number, len(mutants))
        if bench.notices(mutant):
            killed.append(mutant)
        elif mutant.id in listed:
            equivalent.append((mutant, listed[mutant.id]))
        else:
            survived.append(mutant)
    return Mutation(
        pack=pack.id,
        version=pack.head.version,
        killed=tuple(killed),
        survived=tuple(survived),
        equivalent=tuple(equivalent),
        gaps=tuple(_gaps(listed, killed, [] if only else mutants)),
    )


def refuse_unknown(packs: Iterable[OpenedPack], only: tuple[str, ...]) -> None:
    """Raise InputProblems for what was named and is nothing that a change of a pack would be of."""
    if not only:
        return
    known = {mutant.of for pack in packs for mutant in mutants_of(pack)}
    unknown = [name for name in only if name not in known]
    if unknown:
        raise InputProblems(
            Problem(
                "bench-no-rule",
                Location("--only"),
                "",
                {"value": name, "suggestion": closest(name, known)},
            )
            for name in unknown
        )


def _gaps(
    listed: dict[str, Equivalent], killed: Iterable[Mutant], mutants: Iterable[Mutant]
) -> Iterator[Problem]:
    """Find what is listed as equivalent though a case notices it, or though there is no such."""
    noticed = {mutant.id for mutant in killed}
    known = {mutant.id for mutant in mutants}
    for name, entry in listed.items():
        if name in noticed:
            yield Problem("bench-equivalent-noticed", entry.location, "", {"value": name})
        elif known and name not in known:
            yield Problem("bench-equivalent-unknown", entry.location, "", {"value": name})
