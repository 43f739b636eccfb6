"""What is declared complete: a file, or a table of the folder, that leaves nothing out (design §2).

`complete: all` stands at the top of a YAML file, `complete: {commune.csv: all}` in the settings of
the folder; a list of paths in the place of `all` says it of those fields alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from isocheck.errors import Location, Problem
from isocheck.records.forms import FormError, is_all, text_of
from isocheck.records.kinds.kind import FieldSpec, Kind
from isocheck.source.guess import closest
from isocheck.source.nodes import Items

KEY = "complete"
_LISTS = ("list", "codes")
_MOST_PATHS = 1000


@dataclass(frozen=True, slots=True)
class Complete:
    """A declaration: `paths` are the lists and groups that are none where they are left out."""

    paths: tuple[str, ...] | Literal["all"]
    at: Location
    lines: tuple[int, ...] = ()  # of each path

    def reaches(self, path: str, spec: FieldSpec, *, entry: bool) -> bool:
        """Tell whether a field that is left out is none; `entry` for one in entries of a list."""
        if not can_be_none(spec):
            return False
        return not entry if self.paths == "all" else path in self.paths


def can_be_none(spec: FieldSpec) -> bool:
    """Tell whether a field that is left out of a complete file is none: a list or a group."""
    return not spec.needed and (spec.type == "object" or spec.type in _LISTS)


def read_complete(value: object, at: Location) -> Complete:
    """Return a declaration as written; raises FormError where it is neither `all` nor a list."""
    if is_all(value):
        return Complete("all", at)
    if not isinstance(value, Items) or not 0 < len(value) <= _MOST_PATHS:
        raise FormError("facts.complete-form", value=value if isinstance(value, str) else "")
    lines = tuple(value.line_of(index) for index in range(len(value)))
    return Complete(tuple(text_of(path) for path in value), at, lines)


def path_problems(complete: Complete, kinds: Iterable[Kind]) -> Iterator[Problem]:
    """Yield what is wrong with the paths that a declaration names.

    A path must lead, in some kind, to a list or a group that its owner can be without.
    """
    if complete.paths == "all":
        return
    known: dict[str, list[FieldSpec]] = {}
    for kind in kinds:
        for path, spec in _paths(kind.fields):
            known.setdefault(path, []).append(spec)
    able = [path for path, specs in known.items() if any(map(can_be_none, specs))]
    for path, line in zip(complete.paths, complete.lines, strict=True):
        if path in able:
            continue
        code = "facts.complete-unknown"
        if path in known:
            needed = any(spec.needed for spec in known[path])
            code = "facts.complete-needed" if needed else "facts.complete-single"
        args = {"path": path, "guess": closest(path, able), "known": able}
        yield Problem(code, Location(complete.at.file, line), KEY, args)


def _paths(fields: Mapping[str, FieldSpec], prefix: str = "") -> Iterator[tuple[str, FieldSpec]]:
    """Yield every field of a record, those of objects and of entries of lists included."""
    for name, spec in fields.items():
        yield f"{prefix}{name}", spec
        within = spec if spec.of is None else spec.of
        yield from _paths(within.fields, f"{prefix}{name}.")
