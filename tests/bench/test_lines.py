"""Reporting lines as text, JSON, DOT and Mermaid."""

from __future__ import annotations

import re

import pytest

from isocheck.bench.lines import (
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
