"""The source of a pack: its places, and what is quoted from it word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

from isocheck.packs.citation_reading import read_source
from packs.mini_pack import SOUND, problems_of, rule

TEXT = """\
A title that belongs to no place.
[head]
Số: 34/KH-UBND
[III.3.1 b2]
  Công bố   lại HTQLCL
theo quy định.

See [head] above, and [x] in a line.
[ Điều 4 ]
last
"""


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n")])
def test_a_marker_stands_alone_on_its_line(text: str) -> None:
    assert read_source("kh34", text).paragraphs == {
        "head": "Số: 34/KH-UBND",
        "III.3.1 b2": "Công bố lại HTQLCL theo quy định. See [head] above, and [x] in a line.",
        "Điều 4": "last",
    }


def test_accents_may_be_composed_or_not() -> None:
    assert read_source("p", "[Điều 4]\nSố").paragraphs == {"Điều 4": "Số"}


def test_a_text_without_markers_has_no_places() -> None:
    assert read_source("p", "words\n").paragraphs == {}
    assert read_source("p", "").paragraphs == {}


SOURCE = "[p1]\nEvery body adopts\na  system, and\n\nkeeps it.\n[p2]\nNo more.\n"


@pytest.mark.parametrize(
    ("cite", "code"),
    [
        ("at: p1", None),
        ("at: p1, quote: Every body adopts a system", None),
        ('at: p1, quote: "a   system, and keeps it."', None),
        ("at: p1, quote: every body", "citation-quote"),
        ("at: p1, quote: Every body adopts system", "citation-quote"),
        ("at: p1, quote: keeps it. No more.", "citation-quote"),
        ("at: p2, quote: No more.", None),
        ("at: p3", "citation-no-place"),
    ],
)
def test_a_quote_stands_in_the_paragraph_named(cite: str, code: str | None, tmp_path: Path) -> None:
    files = {"source.md": SOURCE, "rules/a.yaml": rule(*SOUND, cites=f"[{{source: mini, {cite}}}]")}
    assert [p.code for p in problems_of(tmp_path, files)] == ([code] if code else [])


@pytest.mark.parametrize(
    ("cite", "code"),
    [
        ("source: qd19, at: Điều 4, quote: anything", None),  # no pack of the profile
        ("source: core, at: x, quote: anything", None),  # has no text
        ("source: kh34, at: Điều 99", None),  # of another pack: the text at hand may be a part
        ("source: kh34, at: Điều 99, quote: x", "citation-no-place"),
        ("source: kh34, at: II.2.2 b2, quote: ít nhất  70%", None),
        ("source: kh34, at: II.2.2 b2, quote: ít nhất 71%", "citation-quote"),
    ],
)
def test_a_citation_of_another_instrument(cite: str, code: str | None, tmp_path: Path) -> None:
    files = {"rules/a.yaml": rule(*SOUND, cites=f"[{{{cite}}}]")}
    found = problems_of(tmp_path, files, packs="[core, kh34, mini]")
    assert [p.code for p in found] == ([code] if code else [])


READINGS = """\
- id: mini.c
  sets: mini.limit
  from: 2020-01-01
  readings: [{id: a, value: 5, cites: CITES}, {id: b, value: 6}]
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rules/a.yaml", rule(*SOUND, "unless: [{condition: {code: x}, cites: CITES}]")),
        ("parameters.yaml", "limit: {value: 5, cites: CITES}\n"),
        (
            "parameters.yaml",
            "n: {readings: [{id: a, value: 5}, {id: b, value: 6, cites: CITES}]}\n",
        ),
        ("derived.yaml", "x: {for: [commune], holds: {code: x}, cites: CITES}\n"),
        ("amendments.yaml", "- {id: m.c, repeals: mini.one, from: 2020-01-01, cites: CITES}\n"),
        (
            "amendments.yaml",
            "- {id: m.c, sets: mini.limit, from: 2020-01-01, value: 5, cites: CITES}\n",
        ),
        (
            "amendments.yaml",
            READINGS,
        ),
    ],
)
def test_every_quote_of_a_pack_is_checked(name: str, text: str, tmp_path: Path) -> None:
    wrong = text.replace("CITES", "[{source: mini, at: p1, quote: no such words}]")
    assert [p.code for p in problems_of(tmp_path, {name: wrong})] == ["citation-quote"]
    right = text.replace("CITES", "[{source: mini, at: p1, quote: Every body}]")
    assert problems_of(tmp_path, {name: right}) == []
