"""Reporting lines as text, JSON, DOT and Mermaid."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from isocheck.authoring.lines import (
    Line,
    Names,
    line_entry,
    lines_dot,
    lines_mermaid,
    lines_of,
    lines_text,
)
from isocheck.errors import InputProblems
from isocheck.packs.loading import load_pack
from isocheck.packs.model import Profile
from isocheck.report.layout import Screen


@pytest.fixture(scope="module")
def plan() -> Profile:
    return load_pack("kh34", with_cases=False)


def test_the_lines_of_the_plan_are_those_of_the_register(plan: Profile) -> None:
    entries = {entry["id"]: entry for entry in map(line_entry, lines_of(plan, None))}
    arrows = {(*e["from"], *e["type"], *e["through"], "→", *e["to"]) for e in entries.values()}
    assert arrows == {
        ("district", "progress", "→", "bcd-iso"),
        ("district", "→", "bcd-iso", "so-khcn"),
        ("district", "progress", "→", "so-khcn"),
        ("so-khcn", "periodic", "→", "ubnd-tinh", "bo-khcn"),
        ("so-khcn", "adhoc", "→", "ubnd-tinh", "bo-khcn"),
        ("bcd-iso", "periodic", "→", "ubnd-tinh", "bo-khcn"),
        ("member", "solutions", "→", "ubnd-tinh"),
        ("so-tc", "appraisal", "→", "ubnd-tinh"),
        ("any", "difficulty", "so-khcn", "→", "ubnd-tinh"),
        ("commune", "progress", "→", "parent"),
    }
    assert all(entry["cites"] for entry in entries.values())


def test_a_body_has_its_own_lines_and_those_of_its_kind(plan: Profile) -> None:
    assert {line.senders for line in lines_of(plan, "district")} == {("district",), ("any",)}
    through = [line.id for line in lines_of(plan, "so-khcn") if "so-khcn" in line.through]
    assert len(through) == 1
    with pytest.raises(InputProblems) as told:
        lines_of(plan, "so-khc")
    assert told.value.problems[0].args["suggestion"] == "so-khcn"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_line_is_told_in_words(plan: Profile, lang: str) -> None:
    lines = lines_of(plan, None)
    text = lines_text(lines, Names(plan, lang), Screen())  # type: ignore[arg-type]
    assert all(line.id in text for line in lines)
    assert not re.search(r"\b(on-request|when-\w+|bo-khcn|so-khcn)\b", text)


def test_graphs_name_every_body_and_go_through_those_between(plan: Profile) -> None:
    lines = lines_of(plan, None)
    dot = lines_dot(lines, Names(plan, "en"))
    assert dot.startswith("digraph")
    assert dot.count("{") == dot.count("}")
    assert '"any" -> "so-khcn"' in dot
    assert '"any" -> "ubnd-tinh"' not in dot
    assert "style=dashed" in next(line for line in dot.splitlines() if '"commune" ->' in line)
    chart = lines_mermaid(lines, Names(plan, "vi")).splitlines()
    assert chart[0] == "flowchart LR"
    nodes = {found[1] for line in chart if (found := re.match(r'  (n\d+)\["', line))}
    ends = {
        end
        for line in chart[1:]
        if "|" in line
        for end in re.findall(r"\bn\d+\b", line.split('"')[0] + line.split('"')[-1])
    }
    assert ends == nodes


EVIL = ("x`y`<b>&|#1;", '"];z', "a<!--b-->", "c\\N\\", "d]e>f")


def evil_lines(plan: Profile) -> list[Line]:
    """Lines between bodies whose ids are markup, to a program that draws."""
    (line, *_) = lines_of(plan, None)
    return [replace(line, senders=(one,), through=(), to=(other,)) for one, other in pairwise(EVIL)]


def test_no_id_becomes_markup_in_a_mermaid_chart(plan: Profile) -> None:
    chart = lines_mermaid(evil_lines(plan), Names(plan, "en")).splitlines()
    labels = [found[1] for line in chart if (found := re.fullmatch(r'  n\d+\["(.*)"\]', line))]
    assert len(labels) == len(EVIL)
    assert not any(mark in label for label in labels for mark in '<>"&')
    entities = {"#35;": "#", "#amp;": "&", "#lt;": "<", "#gt;": ">", "#quot;": '"'}
    for label, meant in zip(labels, EVIL, strict=True):
        assert re.sub("#[a-z0-9]+;", lambda found: entities[found.group()], label) == meant


def test_no_id_becomes_syntax_in_a_dot_graph(plan: Profile) -> None:
    """Quoted texts, in which only a backslash and a quotation mark mean anything."""
    graph = lines_dot(evil_lines(plan), Names(plan, "en"))
    quoted = r'"(?:[^"\\]|\\\\|\\")*"'
    nodes = [line for line in graph.splitlines() if line.startswith('  "') and '" -> "' not in line]
    assert len(nodes) == len(EVIL)
    for line, meant in zip(nodes, EVIL, strict=True):
        assert re.fullmatch(rf"  ({quoted}) \[label={quoted}\];", line), line
        spelt = re.match(quoted, line.strip())
        assert spelt is not None
        assert re.sub(r"\\(.)", r"\1", spelt.group()[1:-1]) == meant
