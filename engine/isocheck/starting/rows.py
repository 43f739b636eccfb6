"""A list of units as a spreadsheet program saves it: its headings, and its rows below them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from isocheck.errors import InputProblems, Location, Problem
from isocheck.packs.starting import Plan
from isocheck.source.files import read_if_there, shown_path
from isocheck.source.guess import closest
from isocheck.source.text import decoded, in_words, nfc
from isocheck.source.yaml_reader import MAX_PROBLEMS

_SPREADSHEETS: Final = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods")
_ZIP: Final = b"PK\x03\x04"
_MOST_TITLES: Final = 20  # rows above the headings
_MOST_ROWS: Final = 100_000  # the whole country has some 11,000 communes
_MOST_COLUMNS: Final = 500
_LONGEST: Final = 200  # characters of a name
_SHOWN: Final = 8  # headings in a message

Column = tuple[str, int]  # what it holds, and of which level; -1: of the unit of the row


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its line, and the cells that are not empty by what they hold."""

    line: int
    cells: Mapping[Column, str]
    headings: Mapping[Column, str]

    def of(self, what: str, level: int = -1) -> str:
        """Return what a cell holds, an empty text if there is none."""
        return self.cells.get((what, level), "")


@dataclass(slots=True)
class UnitList:
    """A list as read: its name as shown, its rows, the levels that its columns name."""

    shown: str
    rows: list[Row] = field(default_factory=list)
    levels: tuple[int, ...] = ()
    problems: list[Problem] = field(default_factory=list)

    def problem(self, code: str, line: int, where: str = "", **args: object) -> None:
        """Record what is wrong with the list."""
        self.problems.append(Problem(code, Location(self.shown, line), where, args))


def read_list(path: Path, plan: Plan) -> UnitList:
    """Return what a list holds, and what is wrong with its form.

    Raises:
        InputProblems: it is no file that can be read as a table.
    """
    shown = shown_path(path.as_posix())
    text = _text(path, shown)
    found = UnitList(shown)
    columns: list[Column | None] = []
    names: list[str] = []
    known = _headings(plan)
    titles: list[tuple[int, list[str]]] = []
    for line, cells in _table(text, found):
        if len(cells) > _MOST_COLUMNS or len(found.rows) >= _MOST_ROWS:
            code = "units.rows" if len(cells) <= _MOST_COLUMNS else "tables.too-many-columns"
            limit = _MOST_ROWS if len(cells) <= _MOST_COLUMNS else _MOST_COLUMNS
            found.problem(code, line, count=len(cells), limit=limit)
            break
        if columns:
            _take(found, line, cells, columns, names)
        elif _is_heading(cells, known, first=not titles):
            names, columns = cells, _columns(found, line, cells, known)
        elif len(titles) < _MOST_TITLES:
            titles.append((line, cells))
        if len(found.problems) >= MAX_PROBLEMS:
            found.problem("source.more-problems", line, limit=MAX_PROBLEMS)
            break
    if not columns and not found.problems:
        _no_headings(found, titles, known)
    elif not found.rows and not found.problems:
        found.problem("units.empty", 1)
    found.levels = tuple(sorted({level for column in columns if column for level in column[1:]}))
    return found


def _text(path: Path, shown: str) -> str:
    data = read_if_there(path, shown)
    if data is None:
        raise InputProblems([Problem("units.no-file", Location(shown))])
    if data.startswith(_ZIP) or shown.lower().endswith(_SPREADSHEETS):
        raise InputProblems([Problem("units.spreadsheet", Location(shown))])
    try:
        return decoded(data, shown)
    except InputProblems as error:
        told = [
            Problem("tables.encoding", p.location) if p.code.startswith("source.") and
            p.code in {"source.utf-16", "source.not-utf-8"} else p
            for p in error.problems
        ]  # fmt: skip
        raise InputProblems(told) from error


def _table(text: str, found: UnitList) -> Iterator[tuple[int, list[str]]]:
    """Give each row that is not blank with the line it begins on."""
    first = text.split("\n", 1)[0]
    skipped = 0
    if first.lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        delimiter, skipped = first.strip()[-1], 1
        text = text.partition("\n")[2]
    else:
        sample = "\n".join(text.split("\n", _MOST_TITLES)[:_MOST_TITLES])
        delimiter = max(";\t,", key=sample.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            stripped = [nfc(" ".join(cell.split())) for cell in cells]
            if any(stripped):
                yield line + skipped, stripped
            line = reader.line_num + 1
    except csv.Error as error:
        code = "tables.cell-too-long" if "limit" in str(error) else "tables.quotes"
        found.problem(code, line + skipped, limit=csv.field_size_limit())


def _headings(plan: Plan) -> dict[str, Column]:
    """Return what the column below each heading holds."""
    own = plan.own
    lists: list[tuple[str, int, Sequence[str]]] = [
        ("name", -1, own.names), ("code", -1, own.codes), ("type", -1, own.types),
        ("rank", -1, own.ranks),
    ]  # fmt: skip
    for number, level in enumerate(plan.levels):
        lists += [("name", number, level.names), ("code", number, level.codes)]
    return {in_words(word): (what, level) for what, level, words in lists for word in words}


def _is_heading(cells: Sequence[str], known: Mapping[str, Column], *, first: bool) -> bool:
    found = [known[in_words(cell)] for cell in cells if in_words(cell) in known]
    names = any(what == "name" for what, _ in found)
    return names and (len(found) > 1 or (first and len(found) == len(list(filter(None, cells)))))


def _columns(
    found: UnitList, line: int, cells: Sequence[str], known: Mapping[str, Column]
) -> list[Column | None]:
    """Return what each column holds; a column that says nothing of units is left aside."""
    columns: list[Column | None] = []
    for cell in cells:
        column = known.get(in_words(cell))
        if column is not None and column in columns:
            first = cells[columns.index(column)]
            found.problem("units.column-twice", line, cell, first=first, second=cell)
            column = None
        columns.append(column)
    return columns


def _take(
    found: UnitList, line: int, cells: list[str], columns: list[Column | None], names: list[str]
) -> None:
    """Take in one row."""
    if any(cells[len(columns) :]):
        found.problem("units.more-cells", line, cells[0], count=len(cells), columns=len(columns))
        return
    held = [(column, cell, name) for column, cell, name in zip(columns, cells, names, strict=False)]
    row = {column: cell for column, cell, _ in held if column is not None and cell}
    if any(len(cell) > _LONGEST for cell in row.values()):
        found.problem("units.cell-long", line, "", limit=_LONGEST)
        return
    if not any(what in {"name", "code"} for what, _ in row):
        shown = next(filter(None, cells))
        found.problem("units.no-unit", line, "", value=shown)
        return
    by_column = {column: name for column, name in zip(columns, names, strict=True) if column}
    found.rows.append(Row(line, row, by_column))


def _no_headings(
    found: UnitList, titles: list[tuple[int, list[str]]], known: Mapping[str, Column]
) -> None:
    """Tell that no row holds headings that are known, and which were probably meant."""
    line, cells = titles[0] if titles else (1, [])
    shown = [cell for cell in cells if cell][:_SHOWN]
    near = [(cell, closest(in_words(cell), known)) for cell in shown if in_words(cell) not in known]
    guess = next((f"'{cell}': '{word}'" for cell, word in near if word), "")
    found.problem("units.no-headings" if titles else "units.empty", line, known=shown, guess=guess)
