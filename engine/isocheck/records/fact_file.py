"""The head of a YAML fact file, and its records as they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from isocheck.errors import Location, Problem
from isocheck.records.complete import Complete, read_complete
from isocheck.records.forms import FormError, day_of, text_of
from isocheck.source.guess import closest
from isocheck.source.nodes import REFUSED, Fields, Items
from isocheck.source.yaml_reader import MAX_PROBLEMS, parse_yaml

KEYS = ("facts", "collected_on", "source", "complete", "records")
_LATER = ("supplements", "append", "corrects")  # of the format, not read yet
VERSION = "v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """The records of a fact file unchecked, what its head says, and whether it was read whole."""

    records: Items
    collected_on: date | None = None
    collected_at: Location | None = None  # where that day stands
    complete: Complete | None = None
    whole: bool = True
    repaired: Mapping[str, int] = field(default_factory=dict)
    small: tuple[str, ...] = ()


_NOT_READ = FileRead(records=Items(), whole=False)


def read_fact_file(data: bytes, shown: str, problems: list[Problem]) -> FileRead:
    """Return what a fact file holds; what is wrong with its head is added to `problems`."""
    node, found, whole = parse_yaml(data, shown, may_be_empty="records")
    problems += found
    if not whole:
        return _NOT_READ
    if not isinstance(node, Fields):
        code = "facts.empty-file" if node is None else "facts.file-form"
        problems.append(Problem(code, Location(shown, 1)))
        return _NOT_READ
    head = _Head(node, shown, problems)
    if "facts" not in node and "records" not in node:
        head.problem("facts.not-a-fact-file", "")
        return _NOT_READ
    head.known_keys()
    head.version()
    head.source()
    collected_on = head.collected_on()
    complete = head.complete()
    records = head.records()
    if records is None:
        return _NOT_READ
    at = Location(shown, node.line_of("collected_on"))
    return FileRead(records=records, collected_on=collected_on, collected_at=at, complete=complete)


class _Head:
    """Reads the keys of a fact file besides its records."""

    def __init__(self, fields: Fields, shown: str, problems: list[Problem]) -> None:
        self._fields = fields
        self._shown = shown
        self._problems = problems

    def known_keys(self) -> None:
        for key in self._fields:
            if key in _LATER:
                self.problem("facts.not-yet", key, {"name": key})
            elif key not in KEYS:
                guess = closest(key, KEYS) if len(self._problems) < MAX_PROBLEMS else ""
                args = {"name": key, "guess": guess, "known": list(KEYS)}
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

    def complete(self) -> Complete | None:
        """Return what the file is declared complete in."""
        if "complete" not in self._fields:
            return None
        if self._fields.get("supplements") == "true":
            self.problem("facts.complete-supplements", "complete")
        place = Location(self._shown, self._fields.line_of("complete"))
        complete = self._value("complete", lambda value: read_complete(value, place))
        return complete if isinstance(complete, Complete) else None

    def records(self) -> Items | None:
        records = self._fields.get("records")
        if isinstance(records, Items):
            return records
        if records is None and "records" in self._fields:  # none yet
            return Items(self._fields.line_of("records"))
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
