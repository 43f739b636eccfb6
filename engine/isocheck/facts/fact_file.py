"""The head of a YAML fact file, and its records as they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from isocheck.errors import Location, Problem
from isocheck.facts.forms import FormError, day_of, text_of
from isocheck.source.guess import closest
from isocheck.source.nodes import REFUSED, Fields, Items
from isocheck.source.yaml_reader import parse_yaml

KEYS = ("facts", "collected_on", "source", "records")
VERSION = "v1"


def read_fact_file(
    data: bytes, shown: str, problems: list[Problem]
) -> tuple[Items, date | None, bool]:
    """Return the records of a fact file unchecked, its day, and whether it was read whole."""
    node, found, whole = parse_yaml(data, shown)
    problems += found
    if not whole:
        return Items(), None, False
    if not isinstance(node, Fields):
        code = "facts.empty-file" if node is None else "facts.file-form"
        problems.append(Problem(code, Location(shown, 1)))
        return Items(), None, False
    head = _Head(node, shown, problems)
    if "facts" not in node and "records" not in node:
        head.problem("facts.not-a-fact-file", "")
        return Items(), None, False
    head.known_keys()
    head.version()
    head.source()
    collected_on = head.collected_on()
    records = head.records()
    return (Items(), None, False) if records is None else (records, collected_on, True)


class _Head:
    """Reads the keys of a fact file besides its records."""

    def __init__(self, fields: Fields, shown: str, problems: list[Problem]) -> None:
        self._fields = fields
        self._shown = shown
        self._problems = problems

    def known_keys(self) -> None:
        for key in self._fields:
            if key not in KEYS:
                args = {"name": key, "guess": closest(key, KEYS), "known": list(KEYS)}
                self.problem("facts.unknown-top-key", key, args)

    def version(self) -> None:
        value = self._fields.get("facts")
        if value != VERSION and value is not REFUSED:
            self.problem(
                "facts.version", "facts", {"value": value if isinstance(value, str) else ""}
            )

    def collected_on(self) -> date | None:
        if self._fields.get("collected_on") is None:
            self.problem("facts.no-collected-on", "collected_on")
            return None
        day = self._value("collected_on", day_of)
        return day if isinstance(day, date) else None

    def source(self) -> None:
        if self._fields.get("source") is not None:
            self._value("source", text_of)

    def records(self) -> Items | None:
        records = self._fields.get("records")
        if isinstance(records, Items):
            return records
        if records is not REFUSED:
            missing = "records" not in self._fields
            self.problem("facts.no-records-key" if missing else "facts.records-form", "records")
        return None

    def _value(self, key: str, read: Callable[[object], object]) -> object:
        try:
            return read(self._fields[key])
        except FormError as error:
            if error.code:
                self.problem(error.code, key, error.args_of_message)
            return None

    def problem(self, code: str, key: str, args: Mapping[str, object] | None = None) -> None:
        place = Location(self._shown, self._fields.line_of(key))
        self._problems.append(Problem(code, place, key, args or {}))
