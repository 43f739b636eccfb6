"""The documents hold together: links lead somewhere, commands exist, words are ours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from house.pages import PAGES, ROOT
from isocheck.cli.program import COMMANDS, means_check, program
from isocheck.errors import InputProblems
from isocheck.packs.loading import load_profile

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CALL = re.compile(r"(?<![\w./\\-])isocheck ((?:[a-z]|\w+/)[^`\n|#;&]*)")
GUIDES = {"vi": ROOT / "docs" / "vi" / "huong-dan.md", "en": ROOT / "docs" / "en" / "guide.md"}
TWINS = {
    "huong-dan.md": "guide.md",
    "tep-du-lieu.md": "facts.md",
    "goi-quy-dinh.md": "packs.md",
    "nhat-ky-ra-soat.md": "audit.md",
}
# What a page in Vietnamese may not say: a charge of liability, and the names of formal acts.
CHARGES = ("vi phạm", "thanh tra", "kết luận kiểm tra")

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    heads = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    kept = (re.sub(r"[^\w\- ]", "", head.lower()) for head in heads)
    return {head.replace(" ", "-") for head in kept}


@each_page
def test_a_link_within_the_project_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if link.startswith("http"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target), link


def calls(page: Path) -> Iterator[list[str]]:
    """The words after `isocheck` in each call that a page shows."""
    for found in CALL.findall(page.read_text(encoding="utf-8")):
        yield found.split()


@each_page
def test_a_call_that_a_page_shows_can_be_made(page: Path) -> None:
    """Each is parsed, not run: the command, its arguments and its options exist."""
    for words in calls(page):
        is_call = words[0] in COMMANDS or "/" in words[0] or words[0] == "FOLDER"
        if not is_call or page.name == "CHANGELOG.md":
            continue  # a sentence that begins with the program's name; names of commands
        args = [word.strip("[]") for word in words]
        if means_check(args) or args[0] == "FOLDER":
            args.insert(0, "check")
        command: click.Command | None = program
        while isinstance(command, click.Group):
            command = command.get_command(click.Context(command), args.pop(0))
        assert command is not None, words
        command.make_context(words[0], args)


@pytest.mark.parametrize("lang", GUIDES)
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_shown_in_the_guides(name: str, lang: str) -> None:
    if name == "check":
        assert ["facts/"] in list(calls(GUIDES[lang]))
    else:
        assert name in {words[0] for words in calls(GUIDES[lang])}


@each_page
def test_pages_charge_nobody(page: Path) -> None:
    text = page.read_text(encoding="utf-8").lower()
    assert [words for words in CHARGES if words in text] == []


@each_page
def test_pages_are_written_in_composed_letters(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)


def test_each_page_in_vietnamese_has_its_english_beside_it() -> None:
    docs = ROOT / "docs"
    assert {page.name for page in (docs / "vi").iterdir()} == set(TWINS)
    for vietnamese, english in TWINS.items():
        assert f"(../en/{english})" in (docs / "vi" / vietnamese).read_text(encoding="utf-8")
        assert (docs / "en" / english).is_file()


@pytest.mark.parametrize("name", ["docs/en/packs.md", "docs/vi/goi-quy-dinh.md"])
def test_the_profile_that_a_page_shows_is_one(name: str, tmp_path: Path) -> None:
    """What the pages say of a profile: its keys, a version pinned, what it can be named by."""
    text = (ROOT / name).read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```yaml\n(title: .*?)^```$", text, re.MULTILINE | re.DOTALL)
    file = tmp_path / "profiles" / "of-mine.yaml"
    file.parent.mkdir()
    file.write_text(shown, encoding="utf-8")
    by_name, by_path = load_profile("of-mine", [tmp_path]), load_profile(str(file))
    for found in (by_name, by_path):
        assert [(p.id, p.version) for p in found.packs] == [
            ("core", "1.0.0"), ("kh34", "1.0.0"), ("qd19", "1.0.0"), ("cv419", "1.0.0"),
        ]  # fmt: skip
    added = load_profile("of-mine+reform2025", [tmp_path])
    assert [p.id for p in added.packs][-1] == "reform2025"
    file.write_text(shown + "law: [x]\n", encoding="utf-8")
    with pytest.raises(InputProblems) as caught:
        load_profile("of-mine", [tmp_path])
    assert [p.code for p in caught.value.problems] == ["pack-unknown-key"]
