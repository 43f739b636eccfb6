"""The pages on fact files stay true: every field, every example, every message."""

from __future__ import annotations

from pathlib import Path

import pytest

from house.fact_tables import kinds, paths, tables
from house.pages import FACT_PAGES, Block, blocks, kept_true
from isocheck.errors import InputProblems
from isocheck.facts.base import Record
from isocheck.facts.folder import load_facts
from isocheck.facts.settings import KEYS, read_settings
from isocheck.messages import render
from isocheck.messages.words import Language
from isocheck.source.nodes import Fields

BEGIN, END = "<!-- kinds -->\n", "<!-- /kinds -->\n"
HEAD = "facts: v1\ncollected_on: 2020-12-31\nrecords:\n"
WORLD = HEAD + (
    "- {id: ls, kind: province, name: Tỉnh Lạng Sơn}\n"
    "- {id: d-183, kind: district, name: Huyện Cao Lộc, parent: ls}\n"
)
LANGUAGES: tuple[Language, ...] = ("vi", "en")

in_both = pytest.mark.parametrize("lang", LANGUAGES)


def load(folder: Path, **files: str) -> None:
    """Load a facts folder with these files."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    authority = Record(id="ubnd-tinh", kind="province", values=Fields(), file="x.yaml", line=1)
    load_facts(folder, kinds(), [authority], read_settings(folder))


def labelled(lang: Language, label: str) -> list[Block]:
    """The blocks of a fact page whose fence says so; there is at least one."""
    found = [block for block in blocks(FACT_PAGES[lang]) if block.label == label]
    assert found
    return found


@in_both
def test_the_tables_of_kinds_and_fields_are_those_of_the_core_pack(lang: Language) -> None:
    text = FACT_PAGES[lang].read_text(encoding="utf-8")
    start, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    kept_true(FACT_PAGES[lang], start, end, tables(lang))


def test_every_field_is_in_the_tables() -> None:
    """The tables are made by this suite: what they leave out would be left out on the pages."""
    for lang in LANGUAGES:
        text = tables(lang)
        for kind in kinds().values():
            assert f"- `{kind.id}`: " in text
            assert all(f"| `{path}`" in text for path, _ in paths(kind.fields))


@in_both
def test_an_example_of_a_fact_file_loads(lang: Language, tmp_path: Path) -> None:
    (block,) = labelled(lang, "yaml facts")
    load(tmp_path, **{"example.yaml": block.body})


@in_both
def test_the_example_of_settings_shows_every_setting_of_a_folder(
    lang: Language, tmp_path: Path
) -> None:
    (block,) = labelled(lang, "yaml settings")
    table = "id,amount\nchi-01,30000000\n"
    load(tmp_path, **{
        "isocheck.yaml": block.body, "world.yaml": WORLD, "expenditure.csv": table,
    })  # fmt: skip
    shown = {line.split(":")[0] for line in block.body.splitlines()}
    assert shown == set(KEYS) - {"audit"}


@in_both
def test_an_example_of_a_table_loads(lang: Language, tmp_path: Path) -> None:
    (block,) = labelled(lang, "csv commune.csv")
    load(tmp_path, **{"commune.csv": block.body, "world.yaml": WORLD})


@in_both
def test_each_wrong_example_gets_the_message_that_stands_below_it(
    lang: Language, tmp_path: Path
) -> None:
    """From the last to the first: writing one anew moves those below it."""
    page = blocks(FACT_PAGES[lang])
    wrong = [at for at, block in enumerate(page) if block.label == "yaml wrong"]
    assert len(wrong) >= 5
    for at in reversed(wrong):
        message = page[at + 1]
        assert message.label == "text"
        files = {"world.yaml": WORLD, "example.yaml": HEAD + page[at].body}
        with pytest.raises(InputProblems) as caught:
            load(tmp_path, **files)
        (problem,) = caught.value.problems
        told = render(problem, lang).removeprefix(f"{problem.location}: ")
        kept_true(FACT_PAGES[lang], message.start, message.end, told + "\n")
