"""CSV tables of facts: a row a record."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from isocheck.errors import InputProblems, Location, Problem
from isocheck.facts.forms import FormError
from isocheck.packs.kinds import FieldSpec, Kind
from isocheck.source.guess import closest
from isocheck.source.nodes import Fields, Items
from isocheck.source.text import decoded, nfc
from isocheck.source.yaml_reader import MAX_PROBLEMS

_NONE = frozenset({"none", "không"})
_HEAD = {name: FieldSpec(name=name, type="text") for name in ("id", "kind")}
_MOST_COLUMNS = 500


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of one kind: the way to its field, and the field."""

    name: str
    path: tuple[str, ...]
    spec: FieldSpec


def read_table(
    data: bytes, shown: str, stem: str, kinds: Mapping[str, Kind], problems: list[Problem]
) -> tuple[Items, bool]:
    """Return the rows of a table as records unchecked, and whether it was read whole.

    Raises:
        InputProblems: the file is not UTF-8 text.
    """
    table = _Table(shown, nfc(stem), kinds, problems)
    try:
        table.read(decoded(data, shown))
    except InputProblems as error:
        raise InputProblems([_spoken_of_tables(problem) for problem in error.problems]) from error
    return table.records, table.whole


def _spoken_of_tables(problem: Problem) -> Problem:
    """Say how a spreadsheet program saves UTF-8 when a table is something else."""
    if problem.code in {"source.utf-16", "source.not-utf-8"}:
        return Problem("tables.encoding", problem.location, problem.where, problem.args)
    return problem


class _Table:
    """Reads one table."""

    def __init__(
        self, shown: str, stem: str, kinds: Mapping[str, Kind], problems: list[Problem]
    ) -> None:
        self.records = Items(1)
        self.whole = True
        self._shown = shown
        self._stem = stem
        self._kinds = {kind.id: kind for kind in kinds.values() if not kind.reference}
        self._problems = problems
        self._limit = len(problems) + MAX_PROBLEMS
        self._names: list[str] = []
        self._columns: dict[str, list[_Column | None]] = {}  # of each kind, by position

    def read(self, text: str) -> None:
        """Read all rows."""
        header = text.split("\n", 1)[0]
        if "\t" in header and ";" not in header and "," not in header:
            self._stop("tables.tabs", 1)
            return
        delimiter = ";" if header.count(";") > header.count(",") else ","
        for line, cells in self._rows(text, delimiter):
            if self._names:
                self._row(cells, line)
            else:
                self._header(cells, line)
            if not self.whole:
                return
            if len(self._problems) >= self._limit:
                self._stop("source.more-problems", line, limit=MAX_PROBLEMS)
                return
        if not self._names:
            self._stop("tables.empty", 1)

    def _rows(self, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
        """Give each row that is not blank, with the line it begins on."""
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        line = 1
        try:
            for cells in reader:
                stripped = [nfc(cell.strip()) for cell in cells]
                if any(stripped):
                    yield line, stripped
                line = reader.line_num + 1
        except csv.Error as error:
            code = "tables.cell-too-long" if "limit" in str(error) else "tables.quotes"
            self._stop(code, line, limit=csv.field_size_limit())

    def _header(self, names: list[str], line: int) -> None:
        if len(names) > _MOST_COLUMNS:
            self._stop("tables.too-many-columns", line, count=len(names), limit=_MOST_COLUMNS)
            return
        self._names = names
        for position, name in enumerate(names):
            if not name:
                self._problem("tables.column-unnamed", line, position=position + 1)
            elif name in names[:position]:
                first = names.index(name) + 1
                self._problem("tables.column-twice", line, name, column=name, first=first)
        if "kind" in names:
            kinds = list(self._kinds.values())
        elif self._stem in self._kinds:
            kinds = [self._kinds[self._stem]]
        else:
            guess = closest(self._stem, self._kinds)
            self._stop("tables.no-kind", line, stem=self._stem, guess=guess)
            return
        self._unknown_columns(kinds, line)

    def _unknown_columns(self, kinds: list[Kind], line: int) -> None:
        for name in dict.fromkeys(filter(None, self._names)):
            if any(_resolved(name, kind) is not None for kind in kinds):
                continue
            known = [field for kind in kinds for field in (*_HEAD, *_paths(kind.fields))]
            guess = closest(name.lower(), dict.fromkeys(known))
            self._problem("tables.unknown-column", line, name, column=name, guess=guess)

    def _row(self, cells: list[str], line: int) -> None:
        if len(cells) != len(self._names):
            code = "tables.too-many-cells" if len(cells) > len(self._names) else "tables.few-cells"
            self._problem(code, line, cells[0], count=len(cells), columns=len(self._names))
            return
        record = Fields(line)
        by_name = dict(zip(self._names, cells, strict=True))
        kind = by_name.get("kind", self._stem)
        label = by_name.get("id", "")
        if "kind" not in by_name:
            record.put("kind", kind, line)
        for position, cell in enumerate(cells):
            if cell:
                self._cell(record, kind, position, cell, label)
        self.records.add(record, line)

    def _cell(self, record: Fields, kind: str, position: int, cell: str, label: str) -> None:
        name = self._names[position]
        column = self._columns_of(kind)[position]
        if column is not None:
            self._put(record, column, cell, label)
        elif kind in self._kinds and self._known_to_some(name):
            self._problem("tables.not-of-kind", record.line, label, column=name, kind=kind)

    def _known_to_some(self, name: str) -> bool:
        """Tell whether a column is known to another kind; otherwise the header was told off."""
        return any(_resolved(name, kind) is not None for kind in self._kinds.values())

    def _put(self, record: Fields, column: _Column, cell: str, label: str) -> None:
        line = record.line
        try:
            value = None if cell.casefold() in _NONE else _value(cell, column.spec, line)
            holder: object = record
            for part in column.path[:-1]:
                if isinstance(holder, Fields) and part not in holder:
                    holder.put(part, Fields(line), line)
                holder = holder[part] if isinstance(holder, Fields) else None
            if not isinstance(holder, Fields) or column.path[-1] in holder:
                raise FormError("tables.column-conflict")  # noqa: TRY301
            holder.put(column.path[-1], value, line)
        except FormError as error:
            where = f"{label}: {column.name}"
            self._problem(error.code, line, where, column=column.name, value=cell)

    def _columns_of(self, kind: str) -> list[_Column | None]:
        columns = self._columns.get(kind)
        if columns is None:
            declared = self._kinds.get(kind)
            columns = [_resolved(name, declared) for name in self._names]
            if len(self._columns) < len(self._kinds) + 1:
                self._columns[kind] = columns
        return columns

    def _problem(self, code: str, line: int, where: str = "", **args: object) -> None:
        self._problems.append(Problem(code, Location(self._shown, line), where, args))

    def _stop(self, code: str, line: int, **args: object) -> None:
        self._problem(code, line, "", **args)
        self.whole = False


def _resolved(name: str, kind: Kind | None) -> _Column | None:
    """Return the column for a dotted name, or None if the kind has no such field."""
    path = tuple(name.split("."))
    specs: Mapping[str, FieldSpec] = {**_HEAD, **(kind.fields if kind is not None else {})}
    spec = None
    for part in path:
        spec = specs.get(part)
        if spec is None:
            return None
        specs = spec.fields
        if spec.catalogue is not None:
            specs = {"catalogue": FieldSpec(name="catalogue", type="reference")}
    return None if spec is None else _Column(name, path, spec)


def _paths(specs: Mapping[str, FieldSpec], prefix: str = "") -> Iterator[str]:
    """Give the dotted name of every field that a column can hold."""
    for name, spec in specs.items():
        if spec.type == "object":
            yield from _paths(spec.fields, f"{prefix}{name}.")
        else:
            yield prefix + name


def _value(cell: str, spec: FieldSpec, line: int) -> object:
    """Return what a cell holds, as a YAML file would give it."""
    if spec.type == "object":
        raise FormError("tables.object-cell")
    if spec.type == "list" and (spec.of is None or spec.of.type in {"object", "list"}):
        raise FormError("tables.yaml-only")
    if spec.type == "list" or (spec.type == "codes" and cell != "all"):
        items = Items(line)
        for part in cell.split(";"):
            if part.strip():
                items.add(part.strip(), line)
        return items
    if spec.type == "yes_no" and cell in {"TRUE", "FALSE"}:
        return cell.lower()  # as spreadsheet programs write it whatever one types
    return cell
