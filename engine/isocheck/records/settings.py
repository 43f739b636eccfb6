"""The settings of a facts folder: its `isocheck.yaml`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

from isocheck.errors import InputProblems, Location, Problem
from isocheck.records.complete import Complete, read_complete
from isocheck.records.forms import FormError, day_of, is_all, text_of, yes_no_of
from isocheck.source.files import SETTINGS, SourceFile, fact_files, shown_path
from isocheck.source.guess import closest
from isocheck.source.nodes import REFUSED, Fields, Items
from isocheck.source.text import nfc
from isocheck.source.yaml_reader import MAX_PROBLEMS, parse_yaml

YAML_SUFFIXES = (".yaml", ".yml")
KEYS = ("profile", "as_of", "lang", "collected", "collected_on", "complete", "audit")

# The day to judge for is no event that may not have happened yet.
_OF_SETTINGS = {("as_of", "facts.day-form"): "call.day-form"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What `isocheck.yaml` says; None where it says nothing."""

    profile: str | None = None
    as_of: date | None = None
    lang: Literal["vi", "en"] | None = None
    collected: frozenset[str] | Literal["all"] = frozenset()
    collected_on: date | None = None  # of the tables, which have no header of their own
    complete: Mapping[str, Complete] = field(default_factory=dict)  # of the tables, by path
    audit: bool | None = None
    lines: Mapping[str, int] = field(default_factory=dict)  # where each key stands
    kind_lines: Mapping[str, int] = field(default_factory=dict)  # where each collected kind stands


def read_settings(folder: Path) -> Settings:
    """Return the settings of the folder; without an `isocheck.yaml` nothing is set.

    Raises:
        InputProblems: the file cannot be read, or says something it cannot say.
    """
    found = fact_files(folder)
    about = [p for p in found.problems if p.location.file in {SETTINGS, shown_path(str(folder))}]
    if about:
        raise InputProblems(about)
    return Settings() if found.settings is None else settings_of(found.settings)


def settings_of(file: SourceFile) -> Settings:
    """Return what an `isocheck.yaml` says."""
    data, _ = file.read()
    node, problems, _ = parse_yaml(data, file.path)
    if not problems and node is not None and not isinstance(node, Fields):
        problems = [Problem("settings.form", Location(file.path, 1))]
    fields = node if isinstance(node, Fields) else Fields()
    values: dict[str, Any] = {}
    for key, value in fields.items():
        try:
            if key not in KEYS:
                guess = closest(key, KEYS) if len(problems) < MAX_PROBLEMS else ""
                args = {"name": key, "guess": guess, "known": list(KEYS)}
                raise FormError("settings.unknown-key", **args)  # noqa: TRY301 - told where all of its kind are
            if value is not None and value is not REFUSED:
                values[key] = _READERS[key](value)
        except FormError as error:
            if error.code:
                place = Location(file.path, fields.line_of(key))
                code = _OF_SETTINGS.get((key, error.code), error.code)
                problems.append(Problem(code, place, key, error.args_of_message))
    if problems:
        raise InputProblems(problems)
    lines = {key: fields.line_of(key) for key in fields}
    return Settings(**values, lines=lines, kind_lines=_kind_lines(fields))


def unknown_tables(settings: Settings, paths: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each table declared complete that is no table of the folder."""
    tables = [path for path in paths if not path.lower().endswith(YAML_SUFFIXES)]
    for name, complete in settings.complete.items():
        if name in tables:
            continue
        code = "settings.complete-yaml" if name in paths else "settings.complete-table"
        args = {"table": name, "guess": closest(name, tables), "known": tables}
        yield Problem(code, complete.at, "complete", args)


def _lang(value: object) -> str:
    text = text_of(value)
    if text not in {"vi", "en"}:
        raise FormError("settings.lang", value=text)
    return text


def _collected(value: object) -> frozenset[str] | Literal["all"]:
    if is_all(value):
        return "all"
    if not isinstance(value, Items):
        shown = value if isinstance(value, str) else ""
        raise FormError("settings.collected", value=shown)
    return frozenset(text_of(kind) for kind in value)


def _complete(value: object) -> Mapping[str, Complete]:
    """Return which tables are declared complete, and in what."""
    if not isinstance(value, Fields) or not value:
        raise FormError("settings.complete")
    return {
        nfc(table): read_complete(what, Location(SETTINGS, value.line_of(table)))
        for table, what in value.items()
    }


def _kind_lines(fields: Fields) -> Mapping[str, int]:
    kinds = fields.get("collected")
    if not isinstance(kinds, Items):
        return {}
    return {kind: kinds.line_of(index) for index, kind in enumerate(kinds)}


_READERS: Mapping[str, Callable[[object], object]] = {
    "profile": text_of,
    "as_of": day_of,
    "lang": _lang,
    "collected": _collected,
    "collected_on": day_of,
    "complete": _complete,
    "audit": yes_no_of,
}
