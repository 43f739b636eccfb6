"""Records checked against their kinds, and their texts turned into typed values.

The nodes of a file are converted in place. What is wrong is collected, never raised: one reading
tells all. References are noted for `isocheck.records.references`, which needs every file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from isocheck.errors import Location, Problem
from isocheck.records.ahead import Ahead
from isocheck.records.base import Record
from isocheck.records.came_back import Netting, wrong_in
from isocheck.records.example_mark import is_example
from isocheck.records.field_checks import FieldCheck, Table, Tables
from isocheck.records.forms import ALL, FormError
from isocheck.records.kinds.kind import FieldSpec, Kind, as_words
from isocheck.records.sequels import wrong_sequels
from isocheck.records.single_entries import Single, parts_over_whole, spread
from isocheck.records.unchanged import unchanged
from isocheck.records.words import unknown_kind, words_of_kinds
from isocheck.source.guess import closest
from isocheck.source.nodes import REFUSED, Fields, Items
from isocheck.source.text import folded
from isocheck.source.yaml_reader import MAX_PROBLEMS

# The way to a part: (the way to its parent, its key or index); the first is the record's name.
Path = tuple[Any, Any]

_ID = re.compile(r"[^\s=]\S*")
_LONGEST_ID = 200


class Reference(NamedTuple):
    """A place that names another record."""

    target: str
    spec: FieldSpec
    holder: Fields | Items
    key: str | int
    path: Path
    file: str


class _StopCheckingError(Exception):
    """One file has more problems than anyone reads."""


class Checker:
    """Checks the records of many files against the same kinds."""

    def __init__(self, kinds: Mapping[str, Kind], *, laid_down: bool = False) -> None:
        self.references: list[Reference] = []
        self.whole = True  # False: some records were left out, so ids may seem missing
        self._kinds = kinds
        self._kind_words = as_words(kinds.values())
        self._words_allowed = words_of_kinds(kinds.values(), laid_down=laid_down)
        self._tables = Tables(kinds)
        self._laid_down = laid_down  # True for a pack's own records

    def records(
        self,
        nodes: Items,
        shown: str,
        collected_on: date | None,
        problems: list[Problem],
        ahead: Ahead | None = None,
    ) -> list[Record]:
        """Return the records of one file that have an id, in the order written.

        `ahead` gathers the days that lie after the one on which the file was collected.
        """
        ahead = ahead or Ahead(shown, collected_on, None)
        check = _FileCheck(shown, problems, self.references, ahead)
        records = []
        try:
            for index, node in enumerate(nodes):
                line = nodes.line_of(index)
                record = self._record(node, line, index, check)
                if record is None:
                    self.whole = False
                else:
                    record.collected_on = collected_on
                    records.append(record)
        except _StopCheckingError:
            self.whole = False
        problems += ahead.problems()
        return records

    def _record(self, node: object, line: int, index: int, check: _FileCheck) -> Record | None:
        label = f"#{index + 1}"
        if node.__class__ is not Fields:
            if node is not REFUSED:
                check.problem("facts.record-form", line, (None, label))
            return None
        fields: Any = node
        if is_example(fields.get("id")):
            check.problem("facts.example-record", line, (None, fields["id"]))
            return None
        identity = self._identity(fields, (None, label), check)
        path = (None, identity or label)
        kind = self._kind(fields, path, check)
        if kind is not None:
            check.fields(fields, self._tables.of_kind(kind), path)
        if identity is None:
            return None
        return Record(id=identity, kind=kind or "", values=fields, file=check.shown, line=line)

    def _identity(self, fields: Fields, path: Path, check: _FileCheck) -> str | None:
        identity = fields.get("id")
        if identity.__class__ is str and _ID.fullmatch(identity) and len(identity) <= _LONGEST_ID:
            return str(identity)
        if identity is None:
            check.problem("facts.id-missing", fields.line_of("id"), path)
        elif identity is not REFUSED:
            value = identity if isinstance(identity, str) else ""
            check.problem("facts.id-form", fields.line_of("id"), path, value=value)
        if "id" in fields:
            fields["id"] = REFUSED  # said once
        return None

    def _kind(self, fields: Fields, path: Path, check: _FileCheck) -> str | None:
        name = fields.get("kind")
        line = fields.line_of("kind")
        if not isinstance(name, str):
            if name is not REFUSED:
                check.problem("facts.kind-missing", line, path)
            return None
        known = self._kind_words.id_of(name)
        if known is None:
            args = unknown_kind(name, self._words_allowed)
            check.problem("facts.unknown-kind", line, path, kind=name, **args)
            return None
        kind = self._kinds[known]
        if kind.reference and not self._laid_down:
            check.problem("facts.kind-of-pack", line, path, kind=name, pack=kind.pack)
            return None
        if known != name:
            fields["kind"] = known
        return known


class _FileCheck:
    """Checks the parts of the records of one file."""

    def __init__(
        self, shown: str, problems: list[Problem], references: list[Reference], ahead: Ahead
    ) -> None:
        self.shown = shown
        self._ahead = ahead
        self._problems = problems
        self._left = MAX_PROBLEMS
        self._references = references

    def problem(self, code: str, line: int, path: Path, **args: object) -> None:
        self._problems.append(Problem(code, Location(self.shown, line), where(path), args))
        self._left -= 1
        if self._left <= 0:
            args = {"limit": MAX_PROBLEMS}
            place = Location(self.shown, line)
            self._problems.append(Problem("source.more-problems", place, "", args))
            raise _StopCheckingError

    def fields(self, fields: Fields, table: Table, path: Path) -> None:
        """Check and convert the fields of a record or an object."""
        checks = table.checks
        for key, value in fields.items():
            check = checks.get(key)
            if check is None:
                self._unknown_field(fields, table, key, path)
                continue
            if value is None:
                continue
            convert = check.convert
            try:
                new = convert(value) if convert else self._part(value, check, (path, key))
            except FormError as error:
                self._form_problem(error, fields.line_of(key), (path, key))
                continue
            if new is not value:
                fields[key] = new
            if check.spec.type == "reference":
                self._refer(new, check.spec, fields, key, path)
            elif check.spec.ahead is not None and self._ahead.passed(new):
                self._ahead.take(new, check.spec, fields.line_of(key), where((path, key)))
        for key in table.required:
            if fields.get(key) is None:
                code = "facts.required-null" if key in fields else "facts.required-absent"
                self.problem(code, fields.line_of(key), (path, key), field=key)
        self._together(fields, table, path)

    def _part(self, value: object, check: FieldCheck, path: Path) -> object:
        """Check a part that holds others; return it, or a word that stands for it."""
        if value is REFUSED:
            return value
        cls = value.__class__
        if is_example(value):
            raise FormError("facts.still-example", value=value)
        if check.table is not None:
            if cls is not Fields:
                raise FormError("facts.object-form", value=value if cls is str else "")
            self.fields(value, check.table, path)  # type: ignore[arg-type]
        elif cls is Items:
            self._entries(value, check, path)  # type: ignore[arg-type]
        elif check.spec.type == "codes":
            if cls is not str or folded(str(value)) not in ALL:
                raise FormError("facts.codes-form", value=value if cls is str else "")
            return "all"
        elif check.spec.catalogue is not None and cls is Fields:
            self._catalogue(value, check.spec.catalogue, path)  # type: ignore[arg-type]
        else:
            raise FormError("facts.list-form", value=value if cls is str else "")
        return value

    def _entries(self, items: Items, check: FieldCheck, path: Path) -> None:
        entry = check.entry
        assert entry is not None  # noqa: S101 - a list has entries
        convert = entry.convert
        for index, value in enumerate(items):
            try:
                if convert is not None:
                    new = convert(value)
                    if entry.spec.type == "reference":
                        self._refer(new, entry.spec, items, index, path)
                elif value is None:
                    raise FormError("facts.entry-null")  # noqa: TRY301 - told where all of its kind are
                else:
                    new = self._part(value, entry, (path, index))
            except FormError as error:
                self._form_problem(error, items.line_of(index), (path, index))
                continue
            if new is not value:
                items[index] = new
        for index, args in unchanged(items, check.spec, self.shown):
            self.problem("facts.unchanged", items.line_of(index), (path, index), **args)

    def _catalogue(self, fields: Fields, kind: str, path: Path) -> None:
        target = fields.get("catalogue")
        if is_example(target):
            line = fields.line_of("catalogue")
            self.problem("facts.still-example", line, (path, "catalogue"), value=target)
            return
        if len(fields) != 1 or not isinstance(target, str) or not target:
            raise FormError("facts.catalogue-form")
        spec = FieldSpec(name="catalogue", type="reference", to=(kind,), catalogue=kind)
        self._refer(target, spec, fields, "catalogue", path)

    def _refer(
        self, target: Any, spec: FieldSpec, holder: Fields | Items, key: str | int, path: Path
    ) -> None:
        self._references.append(Reference(target, spec, holder, key, path, self.shown))

    def _unknown_field(self, fields: Fields, table: Table, key: str, path: Path) -> None:
        known = list(table.checks)
        guess = closest(key, known)
        args = {"field": key, "guess": guess, "known": known}
        self.problem("facts.unknown-field", fields.line_of(key), path, **args)

    def _form_problem(self, error: FormError, line: int, path: Path) -> None:
        if error.code:
            self.problem(error.code, line, path, **error.args_of_message)

    def _together(self, fields: Fields, table: Table, path: Path) -> None:
        """Check what holds between the fields of one record or object."""
        for on, until in table.orders:
            first, last = fields.get(on), fields.get(until)
            if first.__class__ is date and last.__class__ is date and last < first:
                args = {"on": on, "first": first, "until": until, "last": last}
                self.problem("facts.ends-before", fields.line_of(until), (path, until), **args)
        for name, args in wrong_sequels(fields, table.sequels, self.shown):
            self.problem("facts.before-other", fields.line_of(name), (path, name), **args)
        for single in table.singles:
            self._single(fields, single, path)
        for netting in table.nettings:
            self._came_back(fields, netting, path)

    def _came_back(self, fields: Fields, netting: Netting, path: Path) -> None:
        for entry, code, args in wrong_in(fields, netting):
            name = netting.less.entries
            at: Path = (path, name)
            if entry is None:
                self.problem(code, fields.line_of(name), at, **args)
            else:
                self.problem(code, fields[name].line_of(entry), (at, entry), **args)

    def _single(self, fields: Fields, single: Single, path: Path) -> None:
        """Write `beneficiary: X` also as a list of one, and compare the parts with the whole."""
        field, entries = single.field, single.entries
        if field in fields and entries in fields:
            args = {"single": field, "several": entries}
            self.problem("facts.single-and-list", fields.line_of(field), path, **args)
        elif field in fields:
            spread(fields, single)
        for total, whole in parts_over_whole(fields, single):
            line = fields.line_of(entries)
            self.problem("facts.parts-over-whole", line, (path, entries), total=total, whole=whole)


def check_records(
    nodes: Items,
    kinds: Mapping[str, Kind],
    shown: str,
    collected_on: date | None,
    problems: list[Problem],
) -> list[Record]:
    """Return the records of one file, checked one by one; problems are added to `problems`.

    The nodes are converted in place, so they can be checked only once. References, ids that stand
    twice and cycles are for `isocheck.records.references`.
    """
    return Checker(kinds).records(nodes, shown, collected_on, problems)


def where(path: Path) -> str:
    """Return the way to a part in words: the record, then its field, entries counted from 1."""
    parts: list[str] = []
    while path[0] is not None:
        path, key = path
        parts.append(f"[{key + 1}]" if isinstance(key, int) else f".{key}")
    way = "".join(reversed(parts)).removeprefix(".")
    return f"{path[1]}: {way}" if way else str(path[1])
