"""The columns of one table as each kind reads them, and what is wrong with its headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from isocheck.errors import Location, Problem
from isocheck.records.tables.grid import Row
from isocheck.records.tables.headings import Column, Heading, Headings

MOST_COLUMNS: Final = 500


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one kind, by the way to their field, and what each row must have.

    `required` has the name of each such field and the heading of its column, empty if there is
    none; `strange` the columns that other kinds have.
    """

    kind: str
    columns: tuple[Column, ...]
    required: tuple[tuple[str, str], ...]
    strange: tuple[tuple[int, str], ...]


class Layouts:
    """The headings of one table."""

    def __init__(
        self, shown: str, headings: Headings, row: Row, unit: str, problems: list[Problem]
    ) -> None:
        self.kind: str | None = None  # of every row, if no column says it
        self.written: dict[str, str] = {}  # the heading of each field, by its dotted name
        self.width = len(row.cells)
        self.saved_width = row.width
        self._shown = shown
        self._line = row.line
        self._headings = headings
        self._unit = unit  # other than đồng, named above the headings
        self._problems = problems
        self._columns = [headings.heading(cell) for cell in row.cells]
        self._kinds: list[str] = []  # that the rows may be of
        self._of_kind: dict[str, Layout] = {}
        self._misspelt = False  # a heading is not known: what seems missing may be there
        self.unnamed = tuple(n for n, heading in enumerate(self._columns) if not heading.written)
        self.id = self.name = self.kind_at = -1
        self._kind_of_file: str | None = None

    def begin(self, stem: str) -> bool:
        """Check the headings of a table of this name; return whether its rows can be read."""
        if self.width > MOST_COLUMNS:
            self._problem("tables.too-many-columns", count=self.width, limit=MOST_COLUMNS)
            return False
        kinds = list(self._headings.kinds)
        self._kind_of_file = self._headings.kind_of_file(stem)
        self.kind_at = self._only("kind", kinds)
        if self.kind_at < 0:
            self.kind = self._kind_of_file
            if self.kind is None:
                guess = self._headings.likely_kind(stem)
                self._problem("tables.no-kind", stem=stem, guess=guess)
                return False
            kinds = [self.kind]
        self._kinds = kinds
        self._unknown(kinds)
        self.id, self.name = self._only("id", kinds), self._only("name", kinds)
        if self.id < 0:
            names = [heading.written for heading in self._columns if heading.written]
            self._problem("tables.no-id-column", columns=names)
            return False
        if self.kind is not None:
            self.of_kind(self.kind)
        return True

    def _only(self, name: str, kinds: Sequence[str]) -> int:
        """Return where the first column stands that leads to a field of any kind; -1: nowhere."""
        ways = (name,)
        for position, heading in enumerate(self._columns):
            for kind in kinds:
                place = self._headings.places(kind).get(heading.key)
                if place is not None and place.path == ways:
                    return position
        return -1

    def _unknown(self, kinds: Sequence[str]) -> None:
        """Tell each heading that no kind of the table has."""
        unknown = [
            heading
            for heading in dict.fromkeys(self._columns)
            if not heading.aside
            and all(heading.key not in self._headings.places(kind) for kind in kinds)
        ]
        self._misspelt = bool(unknown)
        for heading, guess in zip(unknown, self._headings.guesses(unknown, kinds), strict=True):
            self._problem("tables.unknown-column", column=heading.written, guess=guess)

    def kind_of_cell(self, text: str) -> str | None:
        """Return the kind that a text names."""
        return self._headings.kind_of_cell(text)

    def no_kinds(self, text: str) -> str | None:
        """Return the kind of every row if a column of kinds says something else; tell that once.

        A table is named after its kind, and its column *Loại* says what sort of report a row is.
        """
        kind = self._kind_of_file
        if kind is None or self._headings.is_like_a_kind(text):
            return None
        word = self._headings.column_of_word(kind, text)
        column = self._headings.places(kind).get(word or "")
        label = None if column is None else column.spec.column
        guess = "" if label is None else dict(label.label)
        heading = self._columns[self.kind_at].written
        args = {"value": text, "guess": guess, "kind": self.title(kind)}
        self._problem("tables.kind-column", heading, column=heading, **args)
        self.kind, self.kind_at = kind, -1
        return kind

    def title(self, kind: str) -> Mapping[str, str]:
        """Return what people read for a kind."""
        return self._headings.kinds[kind].title

    def of_kind(self, kind: str) -> Layout:
        """Return the columns of a kind, telling what is wrong with them when first asked for."""
        layout = self._of_kind.get(kind)
        if layout is None:
            layout = self._made(kind)
            self._of_kind[kind] = layout
        return layout

    def _made(self, kind: str) -> Layout:
        columns: dict[tuple[str, ...], Column] = {}
        strange = []
        for position, heading in enumerate(self._columns):
            column = self._headings.column(kind, position, heading)
            if column is None:
                if self._of_another_kind(heading):
                    strange.append((position, heading.written))
                continue
            path = column.place.path
            if path in columns:
                self._twice(columns[path], column)
                continue
            columns[path] = self._with_unit(column)
            self.written.setdefault(column.place.dotted, column.heading)
        columns.pop(("kind",), None)
        ordered = sorted(columns.values(), key=lambda column: column.place.path)
        required = tuple(self._required(kind, columns))
        return Layout(kind, tuple(ordered), required, tuple(strange))

    def _of_another_kind(self, heading: Heading) -> bool:
        """Tell whether a heading that this kind does not have is one of another's."""
        return self.kind is None and any(
            heading.key in self._headings.places(kind) for kind in self._headings.kinds
        )

    def _with_unit(self, column: Column) -> Column:
        """Return a column that is not read if it counts in another unit, which is told."""
        if column.place.spec.type != "money":
            return column
        if self._unit:
            return replace(column, unit=self._unit)
        if column.unit:
            self._problem("tables.unit", column.heading, unit=column.unit)
        return column

    def _required(
        self, kind: str, columns: Mapping[tuple[str, ...], Column]
    ) -> Iterator[tuple[str, str]]:
        for name, spec in self._headings.kinds[kind].fields.items():
            if not spec.required:
                continue
            column = columns.get((name,))
            if column is None and not self._misspelt:
                label = name if spec.column is None else dict(spec.column.label)
                self._problem("tables.required-column", column=label, kind=self.title(kind))
            yield name, "" if column is None else column.heading

    def _twice(self, first: Column, second: Column) -> None:
        self._problem(
            "tables.column-twice",
            column=second.heading,
            position=second.position + 1,
            other=first.heading,
            first=first.position + 1,
        )

    def counts_money(self) -> bool:
        """Tell whether any column leads to an amount."""
        return any(
            place is not None and place.spec.type == "money"
            for heading in self._columns
            for place in (self._headings.places(k).get(heading.key) for k in self._kinds)
        )

    def _problem(self, code: str, where: str = "", **args: object) -> None:
        self._problems.append(Problem(code, Location(self._shown, self._line), where, args))
