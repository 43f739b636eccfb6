"""What of a run is shown, and whether it fails: `--only` and `--fail-on`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from isocheck.errors import InputProblems, Location, Problem
from isocheck.evaluate.run import Evaluation
from isocheck.finding import MET, Finding, RequiredAction
from isocheck.source.guess import closest

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
    rules: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()

    def takes(self, finding: Finding) -> bool:
        """Tell whether a finding is asked for: words of one sort widen, of two sorts narrow."""
        return (
            (not self.rules or finding.rule in self.rules)
            and (not self.subjects or finding.subject in self.subjects)
            and (not self.kinds or finding.kind in self.kinds)
        )


ALL_FINDINGS: Final = Selection()


@dataclass(slots=True, kw_only=True)
class Selected:
    """A run, and what of it was asked for."""

    evaluation: Evaluation
    selection: Selection = ALL_FINDINGS
    everything: bool = False  # list what is fulfilled or not applicable too
    findings: tuple[Finding, ...] = field(init=False)
    actions: tuple[RequiredAction, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Take the findings asked for, and the actions that they ask for."""
        takes = self.selection.takes
        self.findings = tuple(f for f in self.evaluation.findings if takes(f))
        keys = {(f.rule, f.subject, f.item) for f in self.findings}
        self.actions = tuple(a for a in self.evaluation.actions if keys.intersection(a.because_of))


def selection_of(words: Sequence[str], evaluation: Evaluation) -> Selection:
    """Return the selection that some words name; raises InputProblems for an unknown one."""
    rules = {rule.id for rule in evaluation.law.rules}
    subjects, kinds = evaluation.facts.records, evaluation.profile.kinds
    unknown = [w for w in words if w not in rules and w not in subjects and w not in kinds]
    if unknown:
        known = [*rules, *kinds, *subjects]
        raise InputProblems(_unknown(word, known) for word in unknown)
    return Selection(
        words=tuple(words),
        rules=frozenset(words) & rules,
        subjects=frozenset(w for w in words if w in subjects and w not in rules),
        kinds=frozenset(w for w in words if w in kinds and w not in subjects and w not in rules),
    )


def _unknown(word: str, known: Iterable[str]) -> Problem:
    return Problem(
        "call.only", Location("--only"), "", {"value": word, "guess": closest(word, known)}
    )


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
