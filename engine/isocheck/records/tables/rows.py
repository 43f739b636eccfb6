"""The rows of a table: each a record, in the order of the fields whatever that of the columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from isocheck.errors import Location, Problem
from isocheck.records.forms import SMALL_MONEY, FormError
from isocheck.records.kinds.columns import Place
from isocheck.records.kinds.kind import CATALOGUE
from isocheck.records.tables.cells import NONE, read_cell
from isocheck.records.tables.grid import Row
from isocheck.records.tables.headings import Column
from isocheck.records.tables.layout import Layout, Layouts
from isocheck.source.nodes import REFUSED, Fields, Items
from isocheck.source.text import folded

_TOTALS: Final = re.compile(
    r"(?:tổng cộng|tổng số|grand total)\b.*|(?:tc|ts|t\.c|t\.s)[\s:.]*"
    r"|(?:tổng|cộng|total|sum|subtotal)"
    r"(?:[\s:.,()+=\-/0-9ivx]*|\s+(?:năm|quý|tháng|kỳ|phần|mục|trang|dồn|for|of)\b.*)",
    re.DOTALL,
)
_ONE_WORD_WITH_DIGITS: Final = re.compile(r"\S*[0-9-]\S*")  # an id rather than a word for totals
_BLANK: Final = re.compile(r"\s")
_LONGEST_LABEL: Final = 200
_NUMBER: Final = re.compile(r"\(?([0-9]{1,2}|[A-C])\)?")
_FEWEST_NUMBERS: Final = 3  # cells of a row that numbers the columns


class Rows:
    """Turns the rows below the headings into records, and collects what is wrong."""

    def __init__(self, shown: str, layouts: Layouts, problems: list[Problem]) -> None:
        self.records = Items(1)
        self.whole = True  # False: a row was left out whose id is not known
        self.repaired: Counter[str] = Counter()
        self._largest: dict[str, int] = {}  # amount of each column
        self._shown = shown
        self._layouts = layouts
        self._problems = problems
        self._first = True
        self._kinds_said = False  # by the column of kinds, of a row before
        self._unnamed: set[int] = set()

    def small(self) -> tuple[str, ...]:
        """Return the headings of amounts that are all so small that they may count thousands."""
        return tuple(heading for heading, most in self._largest.items() if 0 < most < SMALL_MONEY)

    def add(self, row: Row) -> None:
        """Read one row."""
        first, self._first = self._first, False
        if first and _numbers_the_columns(row.cells):
            return
        totals = self._totals(row)
        if totals:
            self._problem("tables.totals", row.line, "", value=totals)
        elif self._fits(row):
            self._record(row)

    def _totals(self, row: Row) -> str:
        """Return the words by which a row says that it adds up others, or an empty text."""
        layouts = self._layouts
        for cell in (
            next(filter(None, row.cells)),
            _cell(row, layouts.id),
            _cell(row, layouts.name),
        ):
            if _says_totals(cell):
                return cell
        return ""

    def _fits(self, row: Row) -> bool:
        """Tell whether a row has a cell for each column and no more; if not, say so once."""
        columns, wider = self._layouts.width, row.width > self._layouts.saved_width
        if len(row.cells) > columns:
            code, count = "tables.long-row", len(row.cells)
        elif wider and (row.alone or not row.even):  # one more, and the last of them is empty
            code, count, columns = "tables.long-row", row.width, self._layouts.saved_width
        elif row.width < columns and not row.even:
            code, count = "tables.short-row", row.width
        else:
            return True
        label = _cell(row, self._layouts.id)
        self._problem(code, row.line, label, count=count, columns=columns)
        if self._layouts.id == 0 and label:
            record = Fields(row.line)  # what it says may stand in wrong columns, but it is there
            record.put("id", label, row.line)
            record.put("kind", REFUSED, row.line)
            self.records.add(record, row.line)
        else:
            self.whole = False
        return False

    def _record(self, row: Row) -> None:
        label = _cell(row, self._layouts.id)
        if not label:
            self._problem("tables.no-id", row.line, "", value=next(filter(None, row.cells)))
            return
        if _BLANK.search(label):
            self._problem("tables.id-form", row.line, "", value=label)
            self.whole = False
            return
        record = Fields(row.line)
        self.records.add(record, row.line)
        kind = self._kind(row, record)
        layout = None if kind is None else self._layouts.of_kind(kind)
        if layout is None:
            record.put("id", label, row.line)  # its kind is told when the record is checked
            return
        for column in layout.columns:
            cell = _cell(row, column.position)
            if cell:
                self._put(record, column, cell, label, _others(row, layout, column))
        for position, name in layout.strange:
            if _cell(row, position):
                title = self._layouts.title(layout.kind)
                self._problem("tables.not-of-kind", row.line, label, column=name, kind=title)
        self._required(record, layout, label)
        self._stray(row, label)

    def _kind(self, row: Row, record: Fields) -> str | None:
        """Return the kind of a row, and put what the row says of it into its record."""
        if self._layouts.kind_at < 0:
            record.put("kind", self._layouts.kind, row.line)
            return self._layouts.kind
        named = _cell(row, self._layouts.kind_at)
        if not named:
            return None
        kind = self._layouts.kind_of_cell(named)
        if kind is None and not self._kinds_said:
            kind = self._layouts.no_kinds(named)
        self._kinds_said = self._kinds_said or kind is not None
        record.put("kind", kind or named, row.line)
        return kind

    def _put(
        self, record: Fields, column: Column, cell: str, label: str, others: Mapping[str, str]
    ) -> None:
        place = column.place
        value: object = REFUSED
        try:
            if not column.unit:
                value, repaired = read_cell(cell, place, record.line)
                if repaired:
                    self.repaired[repaired] += 1
                if place.spec.type == "money" and isinstance(value, str):
                    largest = self._largest.get(column.heading, 0)
                    self._largest[column.heading] = max(largest, int(value))
            _place(record, place, value)
        except FormError as error:
            where = f"{label}: {column.heading}"
            args = {"column": column.heading, "value": cell, **others, **error.args_of_message}
            self._problem(error.code, record.line, where, **args)
            if value is REFUSED:
                _place(record, place, REFUSED)

    def _required(self, record: Fields, layout: Layout, label: str) -> None:
        """Say which cells must be filled; a column that is not there was told with the headings."""
        for name, heading in layout.required:
            if record.get(name) is not None:
                continue
            if heading:
                where = f"{label}: {heading}"
                self._problem("tables.required-cell", record.line, where, column=heading)
            if name in record:
                record[name] = REFUSED
            else:
                record.put(name, REFUSED, record.line)

    def _stray(self, row: Row, label: str) -> None:
        """Say which column has values and no heading, once."""
        for position in self._layouts.unnamed:
            cell = _cell(row, position)
            if cell and position not in self._unnamed:
                self._unnamed.add(position)
                args = {"position": position + 1, "value": cell}
                self._problem("tables.column-unnamed", row.line, label, **args)

    def _problem(self, code: str, line: int, where: str, **args: object) -> None:
        self._problems.append(Problem(code, Location(self._shown, line), where, args))


def _cell(row: Row, position: int) -> str:
    return row.cells[position] if 0 <= position < len(row.cells) else ""


def _others(row: Row, layout: Layout, column: Column) -> Mapping[str, str]:
    """Return the column of the same group of fields that a cell may contradict, and what it says.

    That is one that says that there is none, or else the first.
    """
    filled = [
        (other.heading, _cell(row, other.position))
        for other in layout.columns
        if other is not column and other.place.path[0] == column.place.path[0]
        and _cell(row, other.position)
    ]  # fmt: skip
    filled.sort(key=lambda pair: folded(pair[1]) not in NONE)
    return {"other": filled[0][0], "said": filled[0][1]} if filled else {}


def _says_totals(cell: str) -> bool:
    if not cell or len(cell) > _LONGEST_LABEL or _ONE_WORD_WITH_DIGITS.fullmatch(cell):
        return False
    return _TOTALS.fullmatch(folded(cell)) is not None


def _numbers_the_columns(cells: Sequence[str]) -> bool:
    """Tell whether a row numbers the columns, as official tables do: A, B, 1, 2, 3."""
    marks = [_NUMBER.fullmatch(cell) for cell in cells if cell]
    if len(marks) < _FEWEST_NUMBERS:
        return False
    found = [mark[1] if mark is not None else "" for mark in marks]
    letters = [mark for mark in found if mark.isalpha()]
    expected = [*"ABC"[: len(letters)], *(str(n + 1) for n in range(len(found) - len(letters)))]
    return found == expected


def _place(record: Fields, place: Place, value: object) -> None:
    """Put a value where its column leads.

    None on the day that dates a group, or in the place of a catalogue, says that there is no group
    and no list.

    Raises:
        FormError: another column of the row says otherwise.
    """
    path = place.path
    if value is None and place.above is not None and _stands_for(place, path[-1]):
        path = path[:-1]
    holder: Fields = record
    for part in path[:-1]:
        if part not in holder:
            holder.put(part, Fields(record.line), record.line)
        below = holder[part]
        if below is REFUSED or (below is None and value is None):
            return
        if not isinstance(below, Fields):
            raise FormError("tables.column-conflict")
        holder = below
    _put_last(holder, path[-1], value, record.line)


def _stands_for(place: Place, name: str) -> bool:
    """Tell whether a column says by itself whether the group or list above it is there."""
    above = place.above
    if above is None:
        return False
    return name == CATALOGUE or (above.dated is not None and above.dated.on == name)


def _put_last(holder: Fields, name: str, value: object, line: int) -> None:
    if name not in holder:
        holder.put(name, value, line)
        return
    old = holder[name]
    if REFUSED in (old, value) or (old is None and value is None):
        return
    raise FormError("tables.column-conflict")
