"""What a person has to fill in for a record: example lines to write over, and what they mean."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from isocheck.messages.words import Language
from isocheck.records.example_mark import MARKS
from isocheck.records.kinds.kind import Dating, FieldSpec, Kind
from isocheck.records.kinds.vocabularies import OTHER, Vocabulary
from isocheck.starting import words
from isocheck.starting.yaml_text import followed, quoted_if_needed, scalar

_WIDTH: Final = 120
_LEGEND: Final = 100

Find = Callable[[Sequence[str]], str | None]  # the id of a record of one of some kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Writes example lines in one language; every day in them is the same.

    Each value carries the mark of an example, so that none can pass for a fact.
    """

    lang: Language
    day: date
    find: Find
    shared: Callable[[str], str]  # the id of the record of a kind of catalogue, or of its example

    def lines(self, fields: Sequence[FieldSpec], indent: str) -> Iterator[str]:
        """Yield the lines of some fields; what cannot stand in this folder is left out."""
        for spec in fields:
            flow = self._flow(spec)
            if flow is None:
                continue
            line = f"{indent}{spec.name}: {flow}"
            if spec.type in {"object", "list"} and len(line) > _WIDTH:
                yield f"{indent}{spec.name}:"
                yield from self._block(spec, indent + "  ")
            else:
                yield line

    def _block(self, spec: FieldSpec, indent: str) -> Iterator[str]:
        if spec.of is None:
            yield from self.lines(to_fill(spec.fields, spec.dated), indent)
            return
        entry = self._flow(spec.of)
        if len(f"{indent}- {entry}") <= _WIDTH:
            yield f"{indent}- {entry}"
            return
        below = list(self.lines(to_fill(spec.of.fields, spec.of.dated), indent + "  "))
        yield f"{indent}- {below[0].strip()}"
        yield from below[1:]

    def _flow(self, spec: FieldSpec) -> str | None:
        if spec.type == "object":
            flows = [(f.name, self._flow(f)) for f in to_fill(spec.fields, spec.dated)]
            shown = [f"{name}: {flow}" for name, flow in flows if flow is not None]
            return "{" + ", ".join(shown) + "}" if shown else None
        if spec.catalogue is not None:
            return f"{{catalogue: {self.marked(self.shared(spec.catalogue))}}}"
        if spec.type == "list" and spec.of is not None:
            of = spec.of if spec.of.type == "object" else _entry(spec)
            entry = self._flow(of)
            return None if entry is None else f"[{entry}]"
        value = self._value(spec)
        return None if value is None else self.marked(value)

    def marked(self, value: str) -> str:
        """Return a value as it stands in a file, with the mark of an example behind it."""
        return followed(value, f" {MARKS[self.lang]}")

    def _value(self, spec: FieldSpec) -> str | None:
        given = spec.example.get(self.lang)
        if spec.type == "reference":
            wanted = [given] if given else []
            return self.find([*wanted, *spec.to])
        if spec.vocabulary is not None:
            first = next(iter(spec.vocabulary.words))
            return quoted_if_needed(spec.vocabulary.label(given or first, self.lang))
        if spec.type == "text":
            return quoted_if_needed(given or "…")
        if given:
            return scalar(given)
        return {
            "day": self.day.isoformat(),
            "year": str(self.day.year),
            "period": str(self.day.year),
            "money": "30000000",
            "yes_no": "true",
            "codes": "all",
        }[spec.type]


def _entry(spec: FieldSpec) -> FieldSpec:
    """Return an entry of a plain list, with the example of the list."""
    assert spec.of is not None  # noqa: S101 - a list has entries
    of = spec.of
    return FieldSpec(
        name=of.name, type=of.type, vocabulary=of.vocabulary, to=of.to,
        example=spec.example or of.example,
    )  # fmt: skip


def to_fill(fields: Mapping[str, FieldSpec], dated: Dating | None) -> list[FieldSpec]:
    """Return the fields whose absence leaves something open."""
    return [spec for spec in fields.values() if not _means_something(spec, fields, dated)]


def when_it_happened(fields: Mapping[str, FieldSpec], dated: Dating | None) -> list[FieldSpec]:
    """Return the fields whose absence says that it has not happened, or that there is none."""
    return [spec for spec in fields.values() if _means_something(spec, fields, dated)]


def _means_something(
    spec: FieldSpec, fields: Mapping[str, FieldSpec], dated: Dating | None
) -> bool:
    ends = dated is not None and spec.name == dated.until
    return spec.none or ends or spec.single in fields


def legend(
    fields: Sequence[FieldSpec], lang: Language, notes: Mapping[str, str], titles: Mapping[str, str]
) -> Iterator[str]:
    """Yield a line or more for each field: its name, what it means, what can stand there.

    `notes` says more of some of the fields at the top; `titles` are those of kinds.
    """
    for spec, depth in _walk(fields, 0):
        name = "  " * depth + spec.name
        means = named_meaning(spec, lang) + (notes.get(spec.name, "") if depth == 0 else "")
        text = " · ".join(filter(None, [means, form(spec, lang, titles)]))
        head = f"  {name:<20} "
        yield from textwrap.wrap(
            text, _LEGEND, initial_indent=head, subsequent_indent=" " * 25, break_on_hyphens=False,
            break_long_words=False,
        )  # fmt: skip


def named_meaning(spec: FieldSpec, lang: Language) -> str:
    """Return what a field means, below the name by which reports call it where it is missing."""
    label, meaning = spec.label.get(lang, ""), spec.meaning.get(lang, "")
    if not label or meaning.startswith(label):
        return meaning or label
    return f"{label}: {meaning}" if meaning else label


def _walk(fields: Sequence[FieldSpec], depth: int) -> Iterator[tuple[FieldSpec, int]]:
    for spec in fields:
        yield spec, depth
        inner = spec.of if spec.of is not None else spec
        below = [*to_fill(inner.fields, inner.dated), *when_it_happened(inner.fields, inner.dated)]
        yield from _walk(below, depth + 1)


def form(spec: FieldSpec, lang: Language, titles: Mapping[str, str]) -> str:
    """Return what can stand in a field."""
    if spec.vocabulary is not None:
        return _words(spec.vocabulary, lang)
    if spec.type == "list" and spec.of is not None and spec.of.type != "object":
        return words.LIST_OF[lang].format(form(spec.of, lang, titles))
    shown = words.FORMS[spec.type][lang]
    if spec.to:
        shown += words.OF[lang].format(", ".join(titles.get(kind, kind) for kind in spec.to))
    if spec.catalogue is not None:
        shown += words.CATALOGUE[lang]
    return shown


def _words(vocabulary: Vocabulary, lang: Language) -> str:
    shown = "; ".join(word.in_language(lang) for word in vocabulary.words.values())
    rest = words.OPEN[lang].format(OTHER[lang]) if vocabulary.open else ""
    return words.ONE_OF[lang] + shown + rest


def fields_of(kind: Kind, asked: frozenset[str], given: frozenset[str]) -> list[FieldSpec]:
    """Return the fields of a kind that a person fills in: asked for, and not given already."""
    return [
        spec
        for spec in to_fill(kind.fields, kind.dated)
        if spec.name in asked and spec.name not in given
    ]
