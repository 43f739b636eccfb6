"""What of a run is shown, and whether it fails: `--only` and `--fail-on`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, Literal

from isocheck.errors import InputProblems, Location, Problem
from isocheck.evaluate.run import Evaluation
from isocheck.finding import MET, Finding, RequiredAction
from isocheck.records.base import Record
from isocheck.records.kinds.kind import Kind
from isocheck.report.named import Lookup, kind_named, rule_named

FailOn = Literal["violated", "due", "indeterminate", "never"]
FAIL_ON: Final[tuple[FailOn, ...]] = ("violated", "due", "indeterminate", "never")
_FAILING: Final[dict[FailOn, frozenset[str]]] = {
    "violated": frozenset({"violated"}),
    "due": frozenset({"violated", "due"}),
    "indeterminate": frozenset({"violated", "due", "indeterminate"}),
    "never": frozenset(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The findings asked for: those of some rules, subjects and kinds; empty: all of them."""

    words: tuple[str, ...] = ()
    under: tuple[str, ...] = ()  # the bodies below which subjects are taken, as named
    rules: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    below: frozenset[str] | None = None  # the subjects below the bodies of `under`
    outcomes: frozenset[str] = frozenset()
    modalities: frozenset[str] = frozenset()

    def takes(self, finding: Finding) -> bool:
        """Tell whether a finding is asked for: words of one sort widen, of two sorts narrow."""
        return (
            (not self.rules or finding.rule in self.rules)
            and (not self.subjects or finding.subject in self.subjects)
            and (not self.kinds or finding.kind in self.kinds)
            and (self.below is None or finding.subject in self.below)
            and (not self.outcomes or finding.outcome in self.outcomes)
            and (not self.modalities or finding.modality in self.modalities)
        )


ALL_FINDINGS: Final = Selection()


@dataclass(slots=True, kw_only=True)
class Selected:
    """A run, and what of it was asked for."""

    evaluation: Evaluation
    selection: Selection = ALL_FINDINGS
    everything: bool = False  # list what is fulfilled or not applicable too
    full: bool = False  # cut no list of names
    folder: str = ""  # of the facts, as it was named, with `/`
    again: str = ""  # what a command must add to look at the same run: the folder, the day, the law
    findings: tuple[Finding, ...] = field(init=False)
    actions: tuple[RequiredAction, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Take the findings asked for, and the actions that they ask for."""
        takes = self.selection.takes
        self.findings = tuple(f for f in self.evaluation.findings if takes(f))
        keys = {(f.rule, f.subject, f.item) for f in self.findings}
        self.actions = tuple(a for a in self.evaluation.actions if keys.intersection(a.because_of))


def selection_of(
    words: Sequence[str], evaluation: Evaluation, under: Sequence[str] = ()
) -> Selection:
    """Return the selection that some words name, below some bodies.

    Raises InputProblems for a word that names nothing, or several things, and where nothing is
    left.
    """
    problems: list[Problem] = []
    named: dict[str, set[str]] = {"rules": set(), "subjects": set(), "kinds": set()}
    for word in words:
        with gathered(problems):
            sort, found = _named(evaluation, word)
            named[sort].add(found)
    below: set[str] = set()
    for word in under:
        with gathered(problems):
            below |= subjects_below(word, evaluation)
    if problems:
        raise InputProblems(problems)
    selection = Selection(
        words=tuple(words),
        under=tuple(under),
        below=frozenset(below) if under else None,
        **{sort: frozenset(found) for sort, found in named.items()},
    )
    if not any(selection.takes(finding) for finding in evaluation.findings):
        args = {"value": [*words, *under]}
        raise InputProblems([Problem("call.nothing-left", Location("--only"), "", args)])
    return selection


@contextmanager
def gathered(problems: list[Problem]) -> Iterator[None]:
    """Gather what is wrong within, so that all of it is told in one go."""
    try:
        yield
    except InputProblems as error:
        problems += error.problems


def judged_subjects(evaluation: Evaluation) -> dict[str, Record]:
    """Return what was judged, by id."""
    found = dict.fromkeys(finding.subject for finding in evaluation.findings)
    return {subject: evaluation.facts.records[subject] for subject in found}


def _named(evaluation: Evaluation, word: str) -> tuple[str, str]:
    """Return of which sort it is what a word names, and its id."""
    rules, kinds = evaluation.law.rules, evaluation.profile.kinds
    records = evaluation.facts.records
    rule, kind = rule_named(word, rules), kind_named(word, kinds)
    if rule is not None and (rule == word or word not in records):
        return "rules", rule
    if kind is not None and word not in records:
        return "kinds", kind
    lookup = Lookup(records=records, place="--only")
    subjects = judged_subjects(evaluation)
    rest = {key: record for key, record in records.items() if key not in subjects}
    found = lookup.record(word, subjects) or lookup.record(word, rest, whole=True)
    if found is not None:
        return "subjects", found
    known = [*(rule.id for rule in rules), *kinds]
    raise InputProblems([lookup.unknown("call.only", word, known, records.values())])


def subjects_below(word: str, evaluation: Evaluation) -> set[str]:
    """Return the subjects that are a body, stand below it, or are a record of such a one.

    Raises InputProblems if the word names no body, or several.
    """
    kinds, records = evaluation.profile.kinds, evaluation.facts.records
    lookup = Lookup(records=records, place="--under")
    bodies = {key: record for key, record in records.items() if kinds[record.kind].body}
    top = lookup.record(word, bodies)
    if top is None:
        raise InputProblems([lookup.unknown("call.under", word, (), bodies.values())])
    above = {key: {body.id for body in lookup.above(record)} for key, record in bodies.items()}
    below = {key for key in bodies if key == top or top in above[key]}
    others = [record for key, record in judged_subjects(evaluation).items() if key not in bodies]
    return below | {r.id for r in others if below.intersection(_references(r, kinds[r.kind]))}


def _references(record: Record, kind: Kind) -> Iterator[str]:
    """Yield the records that a record names one by one: its sender, its beneficiary."""
    for name, value in record.values.items():
        spec = kind.fields.get(name)
        if spec is not None and spec.type == "reference" and isinstance(value, str):
            yield value


def fails(finding: Finding, fail_on: FailOn) -> bool:
    """Tell whether a finding makes the run fail.

    Only an obligation can, and not one that is met with only its lateness open. A finding that is
    not decided fails where every outcome that remains would.
    """
    if finding.modality != "must" or MET.issuperset(finding.possible):
        return False
    failing = _FAILING[fail_on]
    return finding.outcome in failing or failing.issuperset(finding.possible)


def failures(findings: Iterable[Finding], fail_on: FailOn) -> int:
    """Return how many findings make the run fail."""
    return sum(fails(finding, fail_on) for finding in findings)


def is_open(finding: Finding) -> bool:
    """Tell whether something is left to do or to find out.

    What a text only encourages never is, nor what is met with only its lateness open.
    """
    if finding.modality == "may" or MET.issuperset(finding.possible):
        return False
    return finding.outcome in ("violated", "due", "indeterminate")
