"""The built-in packs lack nothing, and the tutorial pack is as good as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import MATCHERS
from isocheck.authoring.coverage import coverage
from isocheck.authoring.lint import check
from isocheck.authoring.mutating import mutate, those_that_require
from isocheck.authoring.pack_view import opened
from isocheck.authoring.run_cases import results_of
from isocheck.messages import render

ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "docs" / "tutorial"
POLICIES = [TUTORIAL / "policies"]


def test_every_pack_and_profile_of_ours_is_sound_and_lacks_nothing() -> None:
    found = check(None, None, [])
    assert [render(problem, "en") for problem in [*found.wrong, *found.lacks]] == []


@pytest.mark.slow
def test_every_paragraph_and_outcome_of_the_plan_is_covered() -> None:
    (found,) = coverage("kh34", [])
    assert [render(gap, "en") for gap in found.gaps] == []
    assert found.paragraphs > 80
    assert found.outcomes == found.shown > 250


@pytest.mark.slow
def test_the_cases_of_the_plan_notice_nearly_every_change() -> None:
    found = mutate(opened("kh34"), others=those_that_require(opened("kh34"), []))
    assert found.gaps == ()
    assert len(found.killed) > 1000
    assert found.score >= 95, [mutant.id for mutant in found.survived]


def test_the_tutorial_pack_passes_everything() -> None:
    found = check("reading", str(TUTORIAL / "reading.yaml"), POLICIES)
    assert [render(problem, "en") for problem in [*found.wrong, *found.lacks]] == []
    for matcher in MATCHERS:
        assert all(result.passed for result in results_of("reading", POLICIES, matcher))
    assert coverage("reading", POLICIES)[0].gaps == ()
    assert mutate(opened("reading", POLICIES)).score == 100


@pytest.mark.parametrize(("page", "lang"), [("en.md", "en"), ("vi.md", "vi")])
def test_the_tutorial_says_what_its_files_say(page: str, lang: str) -> None:
    del lang
    text = (TUTORIAL / page).read_text(encoding="utf-8")
    kinds = (TUTORIAL / "policies" / "reading" / "1.0.0" / "kinds.yaml").read_text(encoding="utf-8")
    shown = text[text.index("```yaml\n") + 8 :].partition("```")[0]
    lines = [line.partition("#")[0].rstrip() for line in shown.splitlines()]
    assert all(line in kinds for line in lines)
