"""CSV text as rows of cells: the separator, blank rows, and what a spreadsheet leaves out."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from isocheck.source.text import nfc

MAX_CELLS: Final = 2_000_000  # of a table, empty ones too; as many as a YAML file has values
SEPARATORS: Final = (";", ",", "\t")
_SEPARATOR_LINE: Final = re.compile(
    r'[ \t]*"?sep=([^\r\n"])"?[;,\t ]*(?:\r\n|\r|\n|$)', re.IGNORECASE
)
# Excel saves 16 rows at a time and leaves out the empty cells at the end that all of them have.
_BLOCK: Final = 16
_MOST_TITLE_ROWS: Final = 50  # rows in which headings are looked for


def refuse_too_long(text: str) -> None:
    """Refuse a table of more lines than it may have cells, before anything is looked for in it.

    Raises:
        GridError: it has more, empty ones too.
    """
    if max(text.count("\n"), text.count("\r")) > MAX_CELLS:
        raise GridError("tables.too-many-cells", MAX_CELLS + 1, limit=MAX_CELLS)


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not blank: the line it begins on, its cells up to the last that is filled.

    `width` counts the cells as saved; `even` tells that all rows saved with it are as wide, `alone`
    that there are none.
    """

    line: int
    cells: list[str]
    width: int
    even: bool
    alone: bool = False


class GridError(Exception):
    """A table can be read no further than this."""

    def __init__(self, code: str, line: int, **args: object) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.args_of_message = args


@dataclass(frozen=True, slots=True)
class Grid:
    """A CSV text and how its cells are separated."""

    text: str
    separator: str
    first_line: int = 1  # 2 where a line `sep=;` stands above

    def rows(self) -> Iterator[Row]:
        """Yield the rows that are not blank.

        Raises:
            GridError: quotation marks that do not match, a cell too long.
        """
        for block in self._blocks():
            widths = [len(cells) for _, cells in block if cells]
            even, alone = len(set(widths)) == 1, len(widths) == 1
            for line, cells in block:
                width = len(cells)
                stripped = [nfc(cell.strip()) if cell else cell for cell in cells]
                while stripped and not stripped[-1]:
                    stripped.pop()
                if stripped:
                    yield Row(line, stripped, width, even, alone)

    def refuse_too_many(self) -> None:
        """Refuse a table of more cells than anyone reads, before any of them is kept.

        Raises:
            GridError: it has too many, or cannot be read to its end.
        """
        if sum(map(self.text.count, (self.separator, "\n", "\r"))) <= MAX_CELLS:
            return
        count = 0
        for block in self._blocks():
            for line, cells in block:
                count += len(cells)
                if count > MAX_CELLS:
                    raise GridError("tables.too-many-cells", line, limit=MAX_CELLS)

    def _blocks(self) -> Iterator[list[tuple[int, list[str]]]]:
        source = io.StringIO(self.text, newline="")
        reader = csv.reader(source, delimiter=self.separator, strict=True)
        block: list[tuple[int, list[str]]] = []
        before = self.first_line - 1
        line = before + 1
        try:
            for cells in reader:
                block.append((line, cells))
                line = before + reader.line_num + 1
                if len(block) == _BLOCK:
                    yield block
                    block = []
        except csv.Error as error:
            yield block
            long = "limit" in str(error)
            code = "tables.cell-too-long" if long else "tables.quotes"
            raise GridError(code, line, limit=csv.field_size_limit()) from error
        yield block


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a table, and which of them has the headings (None: none has)."""

    grid: Grid
    titles: int | None  # rows above the headings


def find_headings(text: str, known: Callable[[Sequence[str]], int]) -> Found:
    """Return how a table is to be read; `known` counts the cells of a row that name columns.

    The separator is the one that yields most headings. The first row with two headings has them,
    else the first with one.
    """
    declared = _SEPARATOR_LINE.match(text)
    if declared is not None:
        grids = [Grid(text[declared.end() :], declared[1], 2)]
    else:
        grids = [Grid(text, separator) for separator in SEPARATORS]
    found = [(_heading_row(grid, known), grid) for grid in grids]
    (count, titles), grid = max(found, key=lambda pair: pair[0][0])
    return Found(grid, titles if count else None)


def _heading_row(grid: Grid, known: Callable[[Sequence[str]], int]) -> tuple[int, int]:
    """Return how many headings the heading row has, and how many rows stand above it."""
    best = (0, 0)
    try:
        for number, row in enumerate(grid.rows()):
            count = known(row.cells)
            if count > 1:
                return count, number
            if count and not best[0]:
                best = (count, number)
            if number >= _MOST_TITLE_ROWS:
                break
    except GridError:
        pass  # told when the table is read
    return best
