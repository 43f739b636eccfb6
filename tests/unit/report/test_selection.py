"""What is shown, and what makes a run fail."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from isocheck.errors import InputProblems
from isocheck.finding import Finding
from isocheck.report.selection import FailOn, Selected, fails, failures, is_open, selection_of
from unit.report.small import small


def finding(outcome: Any, *possible: Any, modality: Any = "must") -> Finding:
    return Finding(
        rule="t.r", subject="x", kind="department", item=None, outcome=outcome,
        possible=possible or (outcome,), reason=None, modality=modality, verification="primary",
        due=date(2020, 1, 1), dues=(date(2020, 1, 1),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("found", "failing_on"),
    [
        (finding("violated"), {"violated", "due", "indeterminate"}),
        (finding("due"), {"due", "indeterminate"}),
        (finding("indeterminate", "satisfied", "violated"), {"indeterminate"}),
        (finding("indeterminate", "due", "violated"), {"due", "indeterminate"}),
        (finding("indeterminate", "satisfied", "satisfied_late"), set()),
        (finding("satisfied"), set()),
        (finding("waived"), set()),
        (finding("not_applicable"), set()),
        (finding("violated", modality="should"), set()),
        (finding("indeterminate", "satisfied", "not_applicable", modality="may"), set()),
    ],
)
def test_what_makes_a_run_fail(found: Finding, failing_on: set[FailOn]) -> None:
    choices: tuple[FailOn, ...] = ("violated", "due", "indeterminate", "never")
    assert {choice for choice in choices if fails(found, choice)} == failing_on


@pytest.mark.parametrize(
    ("found", "open_"),
    [
        (finding("violated", modality="should"), True),
        (finding("indeterminate", "satisfied", "satisfied_late"), False),
        (finding("indeterminate", "satisfied", "not_applicable", modality="may"), False),
        (finding("waived"), False),
    ],
)
def test_what_is_open(found: Finding, open_: bool) -> None:
    assert is_open(found) is open_


def selected(*words: str) -> Selected:
    evaluation = small().evaluation
    return Selected(evaluation=evaluation, selection=selection_of(words, evaluation))


def test_words_of_one_sort_widen_and_words_of_two_sorts_narrow() -> None:
    assert {f.subject for f in selected("c1", "c2").findings} == {"c1", "c2"}
    assert {(f.rule, f.subject) for f in selected("c1", "c2", "t.model").findings} == {
        ("t.model", "c1"),
        ("t.model", "c2"),
    }
    assert {f.kind for f in selected("commune", "province").findings} == {"commune", "province"}


def test_actions_go_with_the_findings_that_ask_for_them() -> None:
    assert [action.by for action in selected("department").actions] == ["so-a"]
    assert selected("t.model").actions == ()


def test_the_findings_shown_decide() -> None:
    assert failures(selected().findings, "violated") == 2
    assert failures(selected("so-b").findings, "violated") == 0


def test_every_unknown_word_is_named_with_what_was_meant() -> None:
    with pytest.raises(InputProblems) as caught:
        selected("communne", "so-a", "t.modell")
    guesses = {str(p.args["value"]): p.args["guess"] for p in caught.value.problems}
    assert guesses == {"communne": "commune", "t.modell": "t.model"}
