"""Nothing of a pack is in the engine: under other names the packs find the same, in such words."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import isocheck
from house.package import modules
from house.renaming import MARK, RESERVED, load, rename
from isocheck.cli.program import program
from isocheck.packs.folders import built_in, installed
from isocheck.packs.loading import load_pack

ROOT = Path(__file__).parents[2]
DAYS = ("2020-12-31", "2019-06-30", "2025-07-01")
OTHER_DAYS = [pytest.param(day, marks=pytest.mark.slow) for day in DAYS[1:]]
# What tells files and packs by their bytes is another where the bytes are.
ABOUT_A_FILE = {
    "facts",
    "collected",
    "collected_on",
    "complete",
    "source",
    "records",
    "profile",
    "as_of",
}
BY_BYTES = frozenset({"sha256", "profile_sha256", "content", "facts_sha256"})


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("renamed")
    rename(ROOT / "policies", ROOT / "facts", target)
    return target


def test_no_name_is_left(renamed: Path) -> None:
    """The renaming reaches what it should: a few names of each sort, and every key of the facts."""
    files = {file.relative_to(renamed).as_posix(): file for file in renamed.rglob("*.yaml")}
    rules = "".join(f.read_text(encoding="utf-8") for n, f in files.items() if "/rules/" in n)
    for pack, old in (("", "qms."), ("kh34.", "announce\n"), ("", "plan_end"), ("", "so-khcn")):
        assert re.search(rf"\b{re.escape(pack + MARK + old)}", rules)
        assert not re.search(rf"\b{re.escape(pack + old)}", rules)
    keys = {key for f in (renamed / "facts").rglob("*.yaml") for key in names_in(load(f))}
    assert {key for key in keys if not key.startswith(MARK)} <= RESERVED | ABOUT_A_FILE


def names_in(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        yield from content
    for value in content.values() if isinstance(content, dict) else content:
        if isinstance(value, (dict, list)):
            yield from names_in(value)


def plain(found: isocheck.Findings) -> Any:
    return as_before(json.loads(json.dumps(found.document())))


def as_before(content: Any) -> Any:
    """Return a document under the old names, lists in an order that hangs on no name."""
    if isinstance(content, dict):
        return {
            key.replace(MARK, ""): as_before(value)
            for key, value in sorted(content.items())
            if key not in BY_BYTES
        }
    if isinstance(content, list):
        entries = [as_before(entry) for entry in content]
        return sorted(entries, key=lambda entry: json.dumps(entry, sort_keys=True))
    return content.replace(MARK, "") if isinstance(content, str) else content


@pytest.mark.parametrize("day", [DAYS[0], *OTHER_DAYS])
def test_the_findings_are_the_same(renamed: Path, day: str) -> None:
    ours = isocheck.check(ROOT / "facts", as_of=day)
    theirs = isocheck.check(renamed / "facts", as_of=day, policies=[renamed / "policies"])
    assert all(finding.rule.partition(".")[2].startswith(MARK) for finding in theirs)
    assert plain(theirs) == plain(ours)


@pytest.mark.parametrize("day", [DAYS[0], *OTHER_DAYS])
def test_the_report_says_the_same(renamed: Path, day: str) -> None:
    """In Vietnamese: in English a label may be the very name of its field, and is told so."""

    def printed(folder: Path, *policies: str) -> list[str]:
        call = ["check", str(folder), *policies, "--as-of", day, "--lang", "vi", "--all"]
        result = CliRunner().invoke(program, call, prog_name="isocheck")
        assert result.exit_code == 1, result.output
        words = " ".join(result.output.split()).replace(MARK, "")
        for shown in (str(folder), *policies):
            words = words.replace(f" {shown}", "")
        return words.split()

    theirs = printed(renamed / "facts", "--policy", str(renamed / "policies"))
    assert theirs == printed(ROOT / "facts")


def test_the_reporting_lines_are_the_same(renamed: Path) -> None:
    """In the words of the pack; what is told by an id is told by the new one."""

    def printed(*more: str) -> set[str]:
        call = ["lines", *more, "--lang", "vi", "--profile", "lang-son-2018-2020"]
        result = CliRunner().invoke(program, call, prog_name="isocheck")
        assert result.exit_code == 0, result.output
        blocks = result.output.replace(MARK, "").split("\n\n")
        return {" ".join(block.split()) for block in blocks}

    ours = printed()
    assert len(ours) > 8
    assert printed("--policy", str(renamed / "policies")) == ours


def test_no_rule_value_parameter_or_record_of_a_pack_is_named_in_the_engine() -> None:
    """Words of one part are left out: `share` is a word of the language too."""
    packs = [load_pack(name) for name in installed([built_in()])]
    names = {rule.id for law in packs for rule in law.rules}
    names |= {name for law in packs for _, name in law.derived if "." in name or "_" in name}
    names |= {name for law in packs for name in law.parameters}
    names |= {name for law in packs for head in law.packs for name in head.fact_ids}
    assert len(names) > 200
    said = {
        node.value
        for tree in modules().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert names & said == set()
