"""Reading what a kind of a `kinds.yaml` says of reporting lines: which field has which part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields as parts_of

from isocheck.records.kinds.form import KindsForm
from isocheck.records.kinds.kind import FieldSpec, ReportingLine
from isocheck.source.guess import closest
from isocheck.source.nodes import Fields

PARTS = tuple(part.name for part in parts_of(ReportingLine))


def read_line(
    form: KindsForm, body: Fields, fields: Mapping[str, FieldSpec], where: str
) -> ReportingLine | None:
    """Return which field of a kind has which part of a reporting line, as written below `line`."""
    if "line" not in body:
        return None
    at = f"{where}.line"
    named = form.mapping(body, "line", where)
    form.known_keys(named, PARTS, at)
    found: dict[str, str] = {}
    for part in PARTS:
        name = form.word(named, part, at)
        if name is None:
            continue
        if name not in fields:
            args = {"field": name, "guess": closest(name, fields), "known": list(fields)}
            form.problem("kinds.line-field", named.line_of(part), at, **args)
        found[part] = name
    return ReportingLine(**found)
