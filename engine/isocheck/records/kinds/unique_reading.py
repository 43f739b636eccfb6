"""Reading what a kind of a `kinds.yaml` says of what no two of its records share."""

from __future__ import annotations

from collections.abc import Mapping

from isocheck.records.kinds.form import KindsForm
from isocheck.records.kinds.kind import FieldSpec, Unique
from isocheck.source.guess import closest
from isocheck.source.nodes import Fields, Items

_KEYS = ("fields", "apart")
_COMPARED = ("text", "reference", "day", "year", "money", "period")


def read_unique(
    form: KindsForm, body: Fields, fields: Mapping[str, FieldSpec], where: str
) -> tuple[Unique, ...]:
    """Return what no two records of a kind share, as written below `unique`."""
    if "unique" not in body:
        return ()
    at = f"{where}.unique"
    entries = body["unique"]
    if not isinstance(entries, Items) or not entries:
        form.problem("kinds.unique", body.line_of("unique"), at)
        return ()
    found = []
    for index, entry in enumerate(entries):
        if not isinstance(entry, Fields) or "fields" not in entry:
            form.problem("kinds.unique", entries.line_of(index), at)
            continue
        form.known_keys(entry, _KEYS, at)
        names = {key: form.words(entry, key, at) for key in _KEYS}
        known = [name for name, spec in fields.items() if spec.type in _COMPARED]
        for name in (name for key in _KEYS for name in names[key] if name not in known):
            args = {"field": name, "guess": closest(name, known), "known": known}
            form.problem("kinds.unique-field", entries.line_of(index), at, **args)
        found.append(Unique(fields=names["fields"], apart=names["apart"]))
    return tuple(found)
