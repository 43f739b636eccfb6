"""Reading what a `kinds.yaml` says of columns: headings, and how many digits a code has."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from isocheck.records.kinds.columns import NAME, column_clashes, heading_key
from isocheck.records.kinds.form import KindsForm
from isocheck.records.kinds.kind import Column, FieldSpec, Kind
from isocheck.source.nodes import Fields

_LANGUAGES: Final = ("vi", "en")
_MOST_DIGITS: Final = 30


def read_column(form: KindsForm, body: Fields, where: str) -> Column | None:
    """Return the heading below `column`, None if there is none."""
    if "column" not in body:
        return None
    part = body.get("column")
    if not isinstance(part, Fields) or not all(
        isinstance(part.get(language), str) and heading_key(part[language])
        for language in _LANGUAGES
    ):
        form.problem("kinds.column", body.line_of("column"), f"{where}.column")
        return None
    form.known_keys(part, (*_LANGUAGES, "aliases"), f"{where}.column")
    return Column(
        label={language: part[language] for language in _LANGUAGES},
        aliases=form.words(part, "aliases", f"{where}.column"),
    )


def read_digits(form: KindsForm, body: Fields, where: str) -> int | None:
    """Return how many digits a code has, None if that is not laid down."""
    if "digits" not in body:
        return None
    text = body.get("digits")
    if isinstance(text, str) and text.isdecimal() and 0 < int(text[:3]) <= _MOST_DIGITS:
        return int(text[:3])
    form.problem("kinds.digits", body.line_of("digits"), f"{where}.digits", most=_MOST_DIGITS)
    return None


def with_name(fields: dict[str, FieldSpec]) -> dict[str, FieldSpec]:
    """Return fields in which `name` has the heading that it has in every kind, if no other."""
    spec = fields["name"]
    return fields if spec.column is not None else fields | {"name": replace(spec, column=NAME)}


def tell_clashes(form: KindsForm, kind: Kind, line: int, where: str) -> None:
    """Record each heading that two fields of a kind share."""
    for heading, first, second in column_clashes(kind):
        args = {"heading": heading, "first": first, "second": second}
        form.problem("kinds.column-twice", line, where, **args)
