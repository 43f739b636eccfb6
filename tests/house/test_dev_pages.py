"""The pages for those who carry on: decisions are short, of one form, and listed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from house.pages import ROOT

DEV = ROOT / "docs" / "dev"
DECISIONS = sorted((DEV / "decisions").glob("[0-9]*.md"))
LONGEST = 350  # words: half a page


def test_decisions_are_numbered_without_a_gap_and_listed() -> None:
    numbers = [int(page.name[:4]) for page in DECISIONS]
    assert numbers == list(range(1, len(DECISIONS) + 1))
    listed = (DEV / "decisions" / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^- \[\d{4}\]\((.+?)\) ", listed, flags=re.MULTILINE) == [
        page.name for page in DECISIONS
    ]


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_has_its_context_and_its_consequences_and_is_short(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    heads = re.findall(r"^#+ (.*)$", text, flags=re.MULTILINE)
    assert heads[0].startswith(f"{int(page.name[:4])}. ")
    assert heads[1:] == ["Context", "Decision", "Consequences"]
    assert len(text.split()) <= LONGEST


@pytest.mark.parametrize("name", [".ci/run", "pyproject.toml", "tests/house/test_packaging.py"])
def test_the_page_on_releasing_names_what_there_is(name: str) -> None:
    assert name in (DEV / "releasing.md").read_text(encoding="utf-8")
    assert (ROOT / name).is_file()
