"""CSV tables of facts, as a spreadsheet program saves them: a row a record.

The parts stand apart from CSV but for `isocheck.records.tables.grid`: `headings` and `layout` know
the columns, `cells` and `cell_values` what a cell says, `rows` makes the records.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from isocheck.errors import InputProblems, Location, Problem
from isocheck.records.kinds.kind import Kind
from isocheck.records.tables.grid import GridError, Row, find_headings, refuse_too_long
from isocheck.records.tables.headings import Headings, unit_of_title
from isocheck.records.tables.layout import Layouts
from isocheck.records.tables.rows import Rows
from isocheck.source.nodes import Items
from isocheck.source.text import decoded, nfc
from isocheck.source.yaml_reader import MAX_PROBLEMS


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRead:
    """The rows of a table as records unchecked, and whether it was read whole.

    `repaired` counts by type the values that were not written in their one form; `headings` has
    the heading of each field, by its dotted name; `small` those of amounts that are all small.
    """

    records: Items = field(default_factory=Items)
    whole: bool = False
    repaired: Mapping[str, int] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    small: tuple[str, ...] = ()


class TableReader:
    """Reads tables of the same kinds."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self._headings = Headings(kinds)

    def read(self, data: bytes, shown: str, stem: str, problems: list[Problem]) -> TableRead:
        """Return what a table holds; what is wrong with it is added to `problems`.

        Raises:
            InputProblems: the file is not UTF-8 text.
        """
        try:
            text = decoded(data, shown)
        except InputProblems as error:
            told = [_spoken_of_tables(problem) for problem in error.problems]
            raise InputProblems(told) from error
        reading = _Reading(shown, self._headings, problems)
        try:
            return reading.read(text, nfc(stem))
        except GridError as error:
            reading.problem(error.code, error.line, **error.args_of_message)
            return reading.result(whole=False)


def _spoken_of_tables(problem: Problem) -> Problem:
    """Say how a spreadsheet program saves UTF-8 when a table is something else."""
    if problem.code in {"source.utf-16", "source.not-utf-8"}:
        return Problem("tables.encoding", problem.location, problem.where, problem.args)
    return problem


class _Reading:
    """One table being read."""

    def __init__(self, shown: str, headings: Headings, problems: list[Problem]) -> None:
        self._shown = shown
        self._headings = headings
        self._problems = problems
        self._limit = len(problems) + MAX_PROBLEMS
        self._layouts: Layouts | None = None
        self._rows: Rows | None = None

    def read(self, text: str, stem: str) -> TableRead:
        refuse_too_long(text)
        found = find_headings(text, self._headings.known)
        found.grid.refuse_too_many()
        unit, unit_line = "", 0
        first: Row | None = None
        for number, row in enumerate(found.grid.rows()):
            first = first or row
            if self._rows is not None:
                self._rows.add(row)
                if len(self._problems) >= self._limit:
                    self.problem("source.more-problems", row.line, limit=MAX_PROBLEMS)
                    return self.result(whole=False)
            elif number == found.titles:
                if not self._begin(row, stem, unit, unit_line):
                    return self.result(whole=False)
            elif found.titles is None:
                break
            elif not unit:
                unit, unit_line = unit_of_title(row.cells), row.line
        if first is None:
            self.problem("tables.empty", 1)
        elif found.titles is None:
            cells = [cell for cell in first.cells if cell]
            self.problem("tables.no-headings", first.line, cells=cells)
        return self.result(whole=self._rows is not None and self._rows.whole)

    def _begin(self, row: Row, stem: str, unit: str, unit_line: int) -> bool:
        """Take a row for the headings; return whether the rows below it can be read."""
        layouts = Layouts(self._shown, self._headings, row, unit, self._problems)
        if not layouts.begin(stem):
            return False
        if unit and layouts.counts_money():
            self.problem("tables.unit", unit_line, unit=unit)
        self._layouts = layouts
        self._rows = Rows(self._shown, layouts, self._problems)
        return True

    def result(self, *, whole: bool) -> TableRead:
        if self._rows is None or self._layouts is None:
            return TableRead()
        return TableRead(
            records=self._rows.records,
            whole=whole,
            repaired=dict(sorted(self._rows.repaired.items())),
            headings=self._layouts.written,
            small=self._rows.small(),
        )

    def problem(self, code: str, line: int, **args: object) -> None:
        self._problems.append(Problem(code, Location(self._shown, line), "", args))


_ENTRY: Final = re.compile(r"\[[0-9]+\]$")
_FIELDS: Final = ("field", "on", "until", "single", "several")  # arguments that name fields


def by_headings(
    problems: Iterable[Problem], headings: Mapping[str, Mapping[str, str]]
) -> Iterator[Problem]:
    """Yield problems in which tables are told as they are written: headings for fields, days."""
    for problem in problems:
        written = headings.get(problem.location.file, {})
        record, _, path = problem.where.rpartition(": ")
        heading = written.get(_ENTRY.sub("", path))
        above = path.rpartition(".")[0]
        named = {
            name: written.get(f"{above}.{problem.args[name]}".lstrip("."), problem.args[name])
            for name in _FIELDS
            if written and name in problem.args
        }
        if written and "other" in problem.args:
            named["other"] = written.get(str(problem.args["other"]), problem.args["other"])
        if written:
            days = {k: v for k, v in problem.args.items() if isinstance(v, date)}
            named |= {name: f"{day:%d/%m/%Y}" for name, day in days.items()}
        if heading is None and not named:
            yield problem
            continue
        where = problem.where if heading is None else f"{record}: {heading}"
        yield replace(problem, where=where, args={**problem.args, **named})
