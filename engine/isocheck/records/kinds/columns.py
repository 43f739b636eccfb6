"""What the columns of a table are called: the headings that kinds give to the fields of a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from isocheck.records.kinds.kind import CATALOGUE, Column, FieldSpec, Kind
from isocheck.source.text import folded

_IN_BRACKETS: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# What the columns are called that stand in the tables of any kind.
ID: Final = Column(label={"vi": "Mã", "en": "ID"}, aliases=("Mã hồ sơ", "Record"))
KIND: Final = Column(label={"vi": "Loại", "en": "Kind"}, aliases=("Loại hồ sơ", "Kind of record"))
NAME: Final = Column(label={"vi": "Tên", "en": "Name"}, aliases=("Tên gọi",))
_ID_SPEC: Final = FieldSpec(name="id", type="text", required=True, column=ID)
_KIND_SPEC: Final = FieldSpec(name="kind", type="text", column=KIND)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a column leads within a record: the way to a field, and the field."""

    path: tuple[str, ...]
    spec: FieldSpec
    above: FieldSpec | None = None  # the group or list that the field stands in

    @property
    def dotted(self) -> str:
        """The name of the column as in a YAML file."""
        return ".".join(self.path)


def heading_key(heading: str) -> str:
    """Return what a heading is matched by: without capitals, brackets and marks at its end."""
    return folded(_IN_BRACKETS.sub(" ", heading)).strip(" :*")


def places_of(kind: Kind | None) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """Yield each field that a column can hold, with all that the column may be called."""
    own = kind.column if kind is not None else None
    names = ("id", *_words(ID), *(() if own is None else _words(own)))
    yield Place(("id",), _ID_SPEC), names
    yield Place(("kind",), _KIND_SPEC), ("kind", *_words(KIND))
    if kind is not None:
        yield from _below(kind.fields, (), None)


def _below(
    specs: Mapping[str, FieldSpec], above: tuple[str, ...], holder: FieldSpec | None
) -> Iterator[tuple[Place, tuple[str, ...]]]:
    for name, spec in specs.items():
        path = (*above, name)
        words = (".".join(path), *(() if spec.column is None else _words(spec.column)))
        if spec.catalogue is not None:
            named = FieldSpec(name=CATALOGUE, type="reference")
            whole = (*path, CATALOGUE)
            yield Place(whole, named, spec), (".".join(whole), *words)
            continue
        yield Place(path, spec, holder), words
        if spec.type == "object":
            yield from _below(spec.fields, path, spec)


def _words(column: Column) -> tuple[str, ...]:
    return (*column.label.values(), *column.aliases)


def column_clashes(kind: Kind) -> Iterator[tuple[str, str, str]]:
    """Yield each heading that two fields of a kind share, with the names of both."""
    seen: dict[str, str] = {}
    for place, words in places_of(kind):
        for word in words:
            other = seen.setdefault(heading_key(word), place.dotted)
            if other != place.dotted:
                yield word, other, place.dotted
