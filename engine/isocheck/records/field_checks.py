"""Kinds made ready for checking: one look-up a field, and what holds between fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from isocheck.records.came_back import Netting, nettings_of
from isocheck.records.documents import document_of
from isocheck.records.forms import (
    code_of,
    day_of,
    money_of,
    said_of,
    text_of,
    year_of,
    yes_no_of,
)
from isocheck.records.kinds.kind import Dating, FieldSpec, Kind
from isocheck.records.periods import period_of
from isocheck.records.single_entries import Single, singles_of
from isocheck.records.words import word_reader

Convert = Callable[[object], object]

_OF_EVERY_RECORD = ("id", "kind")


@dataclass(slots=True, kw_only=True)
class FieldCheck:
    """How one field is checked: a value by `convert`, an object by `table`, a list by `entry`."""

    spec: FieldSpec
    convert: Convert | None = None
    table: Table | None = None
    entry: FieldCheck | None = None


@dataclass(slots=True, kw_only=True)
class Table:
    """How the fields of one kind or object are checked, one by one and together."""

    checks: dict[str, FieldCheck] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    orders: tuple[tuple[str, str], ...] = ()  # (on, until): until is not before on
    sequels: tuple[tuple[str, str], ...] = ()  # (date, posted_on): posted_on is not before date
    singles: tuple[Single, ...] = ()  # beneficiary stands for a list of one
    nettings: tuple[Netting, ...] = ()


class Tables:
    """The tables of all kinds, made when first asked for."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self._kinds = kinds
        self._tables: dict[str, Table] = {}
        self._days: dict[str, date] = {}

    def of_kind(self, kind: str) -> Table:
        """Return the table of a kind, `id` and `kind` among its fields."""
        table = self._tables.get(kind)
        if table is None:
            declared = self._kinds[kind]
            head = {name: FieldSpec(name=name, type="text") for name in ("id", "kind")}
            table = self._table({**head, **declared.fields}, declared.dated)
            self._tables[kind] = table
        return table

    def _table(self, specs: Mapping[str, FieldSpec], dated: Dating | None) -> Table:
        orders = []
        if dated is not None and dated.until is not None:
            orders = [(dated.on, dated.until)]
        return Table(
            checks={name: self._check(spec) for name, spec in specs.items()},
            required=tuple(name for name, spec in specs.items() if spec.required),
            orders=tuple(orders),
            sequels=tuple((other, name) for name, s in specs.items() for other in s.follows),
            singles=tuple(singles_of(specs)),
            nettings=nettings_of(specs),
        )

    def _check(self, spec: FieldSpec) -> FieldCheck:
        if spec.type == "object":
            return FieldCheck(spec=spec, table=self._table(spec.fields, spec.dated))
        if spec.type == "list" and spec.of is not None:
            return FieldCheck(spec=spec, entry=self._check(spec.of))
        if spec.type == "codes":
            return FieldCheck(spec=spec, entry=FieldCheck(spec=spec, convert=code_of))
        return FieldCheck(spec=spec, convert=self._converter(spec))

    def _converter(self, spec: FieldSpec) -> Convert:
        if spec.type == "day":
            return self._day
        if spec.vocabulary is not None:
            return word_reader(spec.vocabulary)
        converters: Mapping[str, Convert] = {
            "year": year_of,
            "period": period_of,
            "money": money_of,
            "yes_no": yes_no_of,
        }
        if spec.type == "text" and spec.name not in _OF_EVERY_RECORD:
            return document_of if spec.document else said_of
        return converters.get(spec.type, text_of)

    def _day(self, value: object) -> date:
        day = self._days.get(value) if isinstance(value, str) else None
        if day is None:
            day = day_of(value)
            self._days[str(value)] = day
        return day
