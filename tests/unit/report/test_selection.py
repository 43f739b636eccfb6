"""What is shown, and what makes a run fail."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest

from isocheck.errors import InputProblems, Problem
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


@pytest.mark.parametrize(
    ("word", "sort", "found"),
    [
        ("so-a", "subjects", "so-a"),
        ("SO-A", "subjects", "so-a"),
        ("Sở A", "subjects", "so-a"),
        ("sở  a", "subjects", "so-a"),
        (unicodedata.normalize("NFD", "Sở A"), "subjects", "so-a"),
        ("a", "subjects", "so-a"),
        ("lạng sơn", "subjects", "ls"),
        ("Xã Một", "subjects", "c1"),
        ("Một, Huyện Một", "subjects", "c1"),
        ("Một, ls", "subjects", "c1"),
        ("Xã Hai, Tỉnh Lạng Sơn", "subjects", "c2"),
        ("so a", "subjects", "so-a"),
        ("xa hai", "subjects", "c2"),
        ("hai, TINH LANG SON", "subjects", "c2"),
        ("T.Announce", "rules", "t.announce"),
        ("UBND cấp xã", "kinds", "commune"),
        ("COMMUNE", "kinds", "commune"),
    ],
)
def test_what_a_word_names(word: str, sort: str, found: str) -> None:
    selection = selected(word).selection
    assert getattr(selection, sort) == {found}
    assert [s for s in ("rules", "subjects", "kinds") if getattr(selection, s)] == [sort]


def problem_of(*words: str, under: tuple[str, ...] = ()) -> Problem:
    evaluation = small().evaluation
    with pytest.raises(InputProblems) as caught:
        selection_of(words, evaluation, under)
    assert len(caught.value.problems) == 1
    return caught.value.problems[0]


@pytest.mark.parametrize(
    ("word", "guess"),
    [
        ("so aa", "Sở A (so-a)"),
        ("Sở AA", "Sở A (so-a)"),
        ("xa haj", "Xã Hai (c2)"),
        ("t.anounce", "t.announce"),
        ("zzzzzzzz", ""),
    ],
)
def test_a_word_that_names_nothing_is_told_with_what_was_meant(word: str, guess: str) -> None:
    problem = problem_of(word)
    assert (problem.code, problem.args["guess"]) == ("call.only", guess)


def test_a_name_of_several_is_told_with_each() -> None:
    problem = problem_of(under=("Một",))
    assert problem.code == "call.several"
    assert problem.args["known"] == ["d1 (Huyện Một, Tỉnh Lạng Sơn)", "c1 (Xã Một, Huyện Một)"]


def test_under_takes_a_body_and_all_below_it() -> None:
    evaluation = small().evaluation

    def subjects(*words: str, under: tuple[str, ...]) -> set[str]:
        selection = selection_of(words, evaluation, under)
        return {f.subject for f in Selected(evaluation=evaluation, selection=selection).findings}

    assert subjects(under=("Huyện Một",)) == {"c1", "c2", "c3", "c4"}
    assert subjects(under=("ls",)) == {f.subject for f in evaluation.findings}
    assert subjects(under=("so-a", "c1")) == {"so-a", "c1"}
    assert subjects("t.model", under=("lạng sơn",)) == {"c1", "c2", "c3", "c4"}
    assert problem_of(under=("Huyện Hai",)).code == "call.under"
    assert problem_of("so-a", under=("d1",)).code == "call.nothing-left"


def test_a_selection_that_leaves_nothing_is_refused() -> None:
    assert problem_of("d1").code == "call.nothing-left"
    assert problem_of("so-b", "t.model").args["value"] == ["so-b", "t.model"]
