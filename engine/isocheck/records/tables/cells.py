"""The cells of a table: what each says, as a YAML file would give it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from isocheck.records.example_mark import is_example
from isocheck.records.forms import ALL, FormError
from isocheck.records.kinds.columns import Place
from isocheck.records.kinds.kind import FieldSpec
from isocheck.records.tables.cell_values import (
    YES,
    Value,
    day_value,
    money_value,
    period_value,
    year_value,
    yes_no_value,
)  # fmt: skip
from isocheck.records.words import word_reader
from isocheck.source.nodes import Fields, Items
from isocheck.source.text import folded

_NONE_ITSELF: Final = "none"  # also where the others would say no
NONE: Final = frozenset({"không", _NONE_ITSELF, "không có"})
_UNCLEAR: Final = frozenset(
    {
        "-", "–", "—", "…", "...", "chưa rõ", "không rõ", "chưa biết", "không biết",
        "chưa xác định", "n/a", "unknown", "not known", "null",
    }
)  # fmt: skip
_QUESTION: Final = re.compile(r"\?+")
_HASHES: Final = re.compile("#{2,}")
_ERROR: Final = re.compile(r"#(?:[A-Z][A-Z0-9/_]{1,20}[!?]|N/A|GETTING_DATA)")
_POWER: Final = re.compile(r"[0-9](?:[.,][0-9]+)?E[+-][0-9]{2,3}")
_MONTH: Final = re.compile(
    r"([0-9]{1,2})-(?:thg ?([0-9]{1,2})|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    r"(?:-[0-9]{2,4})?",
    re.IGNORECASE,
)
_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_COMMA_IN_CODE: Final = re.compile("[0-9]+,[0-9]+")
_GROUPED_CODE: Final = re.compile("[0-9]{1,3}(?:[., ][0-9]{3})+")
_LONGEST_MARK: Final = 60  # characters: what is longer says more than that it is not known

_VALUES: Final[Mapping[str, Callable[[str], Value]]] = {
    "day": day_value,
    "money": money_value,
    "year": year_value,
    "period": period_value,
    "yes_no": yes_no_value,
}


def read_cell(cell: str, place: Place, line: int) -> tuple[object, str]:
    """Return what a cell that is not empty says, and the type of what was repaired, if it was.

    Raises:
        FormError: it says nothing, or nothing that is certain.
    """
    spec = place.spec
    _refuse_unreadable(cell)
    if spec.vocabulary is not None and spec.vocabulary.id_of(cell) is not None:
        return _text(cell, spec), ""
    low = folded(cell) if len(cell) <= _LONGEST_MARK else ""
    if low in _UNCLEAR or _QUESTION.fullmatch(low):
        raise FormError("tables.unclear", value=cell)
    if low in NONE and (spec.type != "yes_no" or low == _NONE_ITSELF):
        return None, ""
    read = _VALUES.get(spec.type)
    if read is not None:
        value = read(cell)
        return value.text, spec.type if value.repaired else ""
    return _read_part(cell, low, spec, line), ""


def _read_part(cell: str, low: str, spec: FieldSpec, line: int) -> object:
    """Return a group, a list or a text."""
    if spec.type == "object":
        return _group(cell, low, line)
    if spec.type == "list" and (spec.of is None or spec.of.type in {"object", "list"}):
        raise FormError("tables.yaml-only", value=cell)
    if spec.type == "codes" and low in ALL:
        return "all"
    if spec.type in {"list", "codes"}:
        return _items(cell, spec, line)
    return _text(cell, spec)


def _refuse_unreadable(cell: str) -> None:
    """Refuse what a spreadsheet writes where it has no value, or another than was typed."""
    if cell[0] == "#" and _HASHES.fullmatch(cell):
        raise FormError("tables.hashes")
    if cell[0] == "#" and _ERROR.fullmatch(cell):
        raise FormError("tables.error-cell", value=cell)
    if cell[0] == "=":
        raise FormError("tables.formula", value=cell)
    if is_example(cell):
        raise FormError("facts.still-example", value=cell)


def _group(cell: str, low: str, line: int) -> Fields:
    """Return a group of which only that it is there is known."""
    if low not in YES:
        raise FormError("tables.object-cell", value=cell)
    return Fields(line)


def _items(cell: str, spec: FieldSpec, line: int) -> Items:
    entry = spec.of if spec.of is not None else spec
    items = Items(line)
    for part in cell.split(";"):
        text = part.strip()
        if text:
            items.add(_text(text, entry), line)
    return items


def _text(cell: str, spec: FieldSpec) -> str:
    """Return a text as it stands, unless a spreadsheet has turned it into something else."""
    if spec.vocabulary is not None:
        return word_reader(spec.vocabulary, in_table=True)(cell)
    if _POWER.fullmatch(cell):
        likely = f"{float(cell.replace(',', '.')):.6f}" if cell[-3:] == "+00" else ""
        raise FormError("tables.code-power", value=cell, suggestion=likely)
    month = _MONTH.fullmatch(cell) if len(cell) <= _LONGEST_MARK else None
    if month is not None:
        number = month[2] or str(_MONTHS.index(month[3].lower()) + 1)
        raise FormError("tables.text-as-day", value=cell, suggestion=f"{month[1]}/{number}")
    if spec.type == "codes" and _COMMA_IN_CODE.fullmatch(cell):
        raise FormError("tables.code-comma", value=cell, suggestion=cell.replace(",", "."))
    if spec.digits is not None:
        _refuse_lost_digits(cell, spec.digits)
    return cell


def _refuse_lost_digits(cell: str, digits: int) -> None:
    """Refuse a code of which the zeros at the front are gone, or that is written as a number."""
    bare = re.sub("[., ]", "", cell) if _GROUPED_CODE.fullmatch(cell) else cell
    if not (bare.isascii() and bare.isdecimal()) or len(bare) > digits:
        return
    if len(bare) < digits or bare != cell:
        suggestion = bare.zfill(digits)
        raise FormError("tables.code-digits", value=cell, digits=digits, suggestion=suggestion)
