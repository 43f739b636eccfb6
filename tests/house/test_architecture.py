"""docs/dev/architecture.md is of the house as it stands."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from house.package import LAYERS, modules
from house.pages import ROOT
from house.picture import arrows, picture
from isocheck.authoring import declared
from isocheck.packs.conditions import ValueType
from isocheck.packs.model import Operation
from isocheck.packs.operators import OPERATORS
from isocheck.records.kinds.kind import FieldType

PAGE = ROOT / "docs" / "dev" / "architecture.md"
TEXT = PAGE.read_text(encoding="utf-8")
ENGINE = ROOT / "engine" / "isocheck"
PATHS = sorted(set(re.findall(r"`([a-z_]+(?:/[a-z_.-]+)*/(?:[a-z_.-]+\.\w+)?)`", TEXT)))


def test_the_picture_is_drawn_from_the_imports() -> None:
    """To mend it: `python tests/house/picture.py`."""
    (drawn,) = re.findall(r"```mermaid\n(.*?)```", TEXT, flags=re.DOTALL)
    assert drawn == picture()


def test_the_picture_leaves_out_only_what_goes_through_others() -> None:
    """An arrow that is not drawn can be walked along those that are."""
    drawn = arrows()
    parts = {part for layer in LAYERS for part in layer}
    assert {part for arrow in drawn for part in arrow} == parts
    assert {name[0] if name else "isocheck" for name in modules()} == parts


@pytest.mark.parametrize("path", PATHS)
def test_every_place_that_the_page_names_is_there(path: str) -> None:
    assert (ROOT / path).exists() or (ENGINE / path).exists()


def test_the_page_tells_where_ten_things_go() -> None:
    section = TEXT.partition("## Where a new thing goes")[2]
    rows = [line for line in section.splitlines() if line.startswith("| ") and "---" not in line]
    assert len(rows) - 1 >= 10
    assert len(PATHS) >= 20


def test_every_part_is_told_of() -> None:
    section = TEXT.partition("| part |")[2].partition("## ")[0]
    told = set(re.findall(r"`(\w+)`", section))
    assert {part for layer in LAYERS for part in layer} - {"__main__", "isocheck"} <= told


def test_every_type_and_aggregate_has_its_words() -> None:
    """What is forgotten would be met as a fault by whoever prints a pack."""
    assert set(declared._TYPES) == set(get_args(ValueType))  # noqa: SLF001 - the table itself
    assert set(declared._OPERATIONS) == set(get_args(Operation))  # noqa: SLF001 - the same
    assert set(get_args(FieldType)) <= set(get_args(ValueType))


def test_the_contract_names_every_operator() -> None:
    contract = (ROOT / "docs/dev/design.md").read_text(encoding="utf-8")
    section = contract.partition("### 5.3")[2].partition("### 5.4")[0]
    assert {op for op in OPERATORS if f"`{op}`" not in section} == set()
