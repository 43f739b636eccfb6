"""The contracts that code and tests cite by section stand in docs/dev/design.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from house.pages import ROOT
from isocheck.source.nodes import Fields, Items
from isocheck.source.yaml_reader import read_yaml

PAGE = ROOT / "docs" / "dev" / "design.md"
CITING = ("engine", "tests", "docs", "schemas")
SUFFIXES = {".py", ".md", ".json", ".yaml"}
CITED = re.compile(r"§ ?(\d+(?:\.\d+)*)")
HEADING = re.compile(r"#{2,3} (\d+(?:\.\d+)*)\.? ")
ITEM = re.compile(r"(\d+)\. ")


@cache
def sections() -> dict[str, str]:
    """The numbered sections of the page with their text; `3.2` may be the second item of §3."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if head := HEADING.match(line):
            heading = head[1]
            assert heading not in found, f"two sections {heading}"
            found[heading] = []
        elif item := ITEM.match(line):
            assert f"{heading}.{item[1]}" not in found, f"two sections {heading}.{item[1]}"
            found[f"{heading}.{item[1]}"] = []
        if heading:
            found[heading].append(line)
    return {number: "\n".join(lines) for number, lines in found.items()}


def citations() -> Iterator[tuple[str, int, str]]:
    """Every section that a file cites: the file, the line, the number."""
    for folder in CITING:
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix in SUFFIXES and file != Path(__file__):
                name = file.relative_to(ROOT).as_posix()
                lines = file.read_text(encoding="utf-8").splitlines()
                for number, line in enumerate(lines, 1):
                    yield from ((name, number, cited) for cited in CITED.findall(line))


def test_every_section_that_is_cited_is_there() -> None:
    found = list(citations())
    assert {cited.split(".")[0] for _, _, cited in found} >= {"2", "3", "4", "5", "6", "7", "8"}
    assert [one for one in found if one[2] not in sections()] == []


def test_the_sections_are_numbered_without_a_gap() -> None:
    tops = [number for number in sections() if "." not in number]
    assert tops == [str(number) for number in range(1, len(tops) + 1)]
    for top in tops:
        below = [number for number in sections() if number.startswith(f"{top}.")]
        assert below == [f"{top}.{number}" for number in range(1, len(below) + 1)]


def test_the_table_at_the_head_names_the_chapters() -> None:
    """Each with a link, which tests/house/test_pages.py follows."""
    text = PAGE.read_text(encoding="utf-8")
    linked = re.findall(r"^\| \[(\d+)\]\(#\d+-[\w-]+\) \|", text, flags=re.MULTILINE)
    assert linked == [number for number in sections() if "." not in number]


def field_names(node: object) -> Iterator[str]:
    """The names of the fields that kinds declare, at every depth."""
    if isinstance(node, Fields):
        for key, value in node.items():
            if key == "fields" and isinstance(value, Fields):
                yield from value
            yield from field_names(value)
    elif isinstance(node, Items):
        for entry in node:
            yield from field_names(entry)


@pytest.mark.parametrize("what", ["kinds", "fields"])
def test_the_kinds_and_fields_of_the_core_pack_are_listed(what: str) -> None:
    core = ROOT / "policies" / "core" / "1.0.0" / "kinds.yaml"
    node = read_yaml(core.read_bytes(), "kinds.yaml")
    assert isinstance(node, Fields)
    kinds = node["kinds"]
    assert isinstance(kinds, Fields)
    named = set(kinds) if what == "kinds" else set(field_names(kinds))
    assert len(named) > 10
    assert named - set(re.findall(r"\w+", sections()["2.6"] + sections()["2.7"])) == set()
