"""What a pack says of its text in English stands at the same places, with the same words quoted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from isocheck.packs.folders import PackFolder, built_in, installed
from isocheck.packs.paragraphs import IN_ENGLISH, read_paragraphs

QUOTED = re.compile(r'"([^"]+)"')
FOLDERS = [versions[-1] for versions in installed([built_in()]).values()]
SAID_TWICE = [folder for folder in FOLDERS if Path(folder.path, IN_ENGLISH).is_file()]


def quotes(text: str) -> set[str]:
    return {" ".join(quote.split()) for quote in QUOTED.findall(text)}


def test_most_texts_that_are_no_more_than_summaries_are_said_in_both_languages() -> None:
    assert {folder.id for folder in SAID_TWICE} == {"qd19", "tt26", "tt116", "cv419", "reform2025"}


@pytest.mark.parametrize("folder", SAID_TWICE, ids=lambda folder: folder.id)
def test_places_and_quotes_are_the_same(folder: PackFolder) -> None:
    text, english = read_paragraphs(folder), read_paragraphs(folder, IN_ENGLISH)
    assert [p.at for p in text] == [p.at for p in english]
    for vi, en in zip(text, english, strict=True):
        assert quotes(en.text) <= quotes(vi.text), vi.at
