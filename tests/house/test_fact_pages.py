"""The pages on fact files stay true: every field, every example, every message."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from house.fact_tables import kinds, paths, tables
from house.pages import FACT_PAGES, Block, blocks, kept_true
from isocheck.errors import InputProblems
from isocheck.messages import render
from isocheck.messages.words import Language
from isocheck.records.base import Record
from isocheck.records.folder import load_facts
from isocheck.records.forms import FormError
from isocheck.records.kinds.columns import Place
from isocheck.records.kinds.kind import FieldSpec, FieldType
from isocheck.records.settings import KEYS, read_settings
from isocheck.records.tables.cells import read_cell
from isocheck.source.nodes import Fields

BEGIN, END = "<!-- kinds -->\n", "<!-- /kinds -->\n"
SHEET_BEGIN, SHEET_END = "<!-- sheet -->\n", "<!-- /sheet -->\n"
CELLS_BEGIN, CELLS_END = "<!-- cells -->\n", "<!-- /cells -->\n"
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


TABLES: Mapping[Language, str] = {
    "vi": "Số đã chi năm 2018.csv", "en": "Expenditure 2018.csv",
}  # fmt: skip


@in_both
def test_an_example_of_a_table_loads(lang: Language, tmp_path: Path) -> None:
    (block,) = labelled(lang, f"csv {TABLES[lang]}")
    commune = "- {id: c-06184, kind: commune, name: X, parent: d-183}\n"
    load(tmp_path, **{TABLES[lang]: block.body, "world.yaml": WORLD + commune})


@in_both
def test_the_sheet_above_the_example_is_what_the_example_holds(lang: Language) -> None:
    (block,) = labelled(lang, f"csv {TABLES[lang]}")
    rows = [row for row in csv.reader(io.StringIO(block.body), delimiter=";") if any(row)]
    titles, (headings, *records) = rows[:2], rows[2:]
    lines = [f"*{'; '.join(filter(None, title))}*  " for title in titles] + [""]
    lines += [
        "| " + " | ".join(row) + " |" for row in [headings, ["---"] * len(headings), *records]
    ]
    text = FACT_PAGES[lang].read_text(encoding="utf-8")
    start, end = text.index(SHEET_BEGIN) + len(SHEET_BEGIN), text.index(SHEET_END)
    kept_true(FACT_PAGES[lang], start, end, "\n".join(lines) + "\n")


@in_both
def test_every_form_of_a_cell_on_the_page_is_read_or_told_as_it_says(lang: Language) -> None:
    text = FACT_PAGES[lang].read_text(encoding="utf-8")
    part = text[text.index(CELLS_BEGIN) + len(CELLS_BEGIN) : text.index(CELLS_END)]
    types: tuple[FieldType, ...] = ("day", "money", "year", "yes_no", "period", "text")
    lines = part.splitlines()[2:]
    assert len(lines) == len(types)
    for spec, line in zip([FieldSpec(name="x", type=name) for name in types], lines, strict=True):
        _, _, read, refused, _ = line.split("|")
        for cell in re.findall("`([^`]+)`", read):
            read_cell(cell, Place(("x",), spec), 1)
        for cell in re.findall("`([^`]+)`", refused):
            with pytest.raises(FormError):
                read_cell(cell, Place(("x",), spec), 1)
        assert read.count("`") > 2
        assert refused.count("`") > 2


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
