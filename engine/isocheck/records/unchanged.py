"""Entries of a list that change nothing, though each is there for that (`changes`, kinds.yaml)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from isocheck.errors import Location
from isocheck.records.kinds.kind import FieldSpec
from isocheck.source.nodes import Fields, Items


def unchanged(items: Items, spec: FieldSpec, shown: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the number of each entry that says the same as the one before it, with the details.

    What an entry does not say, or says of a day that is not known, is compared with nothing.
    """
    if spec.changes is None or spec.of is None or spec.of.dated is None:
        return
    on, of = spec.of.dated.on, spec.changes
    dated = [
        (entry[on], number, entry)
        for number, entry in enumerate(items)
        if isinstance(entry, Fields) and entry.get(on).__class__ is date
    ]
    dated.sort(key=lambda each: each[:2])
    for (first, _, earlier), (day, number, later) in pairwise(dated):
        if of in earlier and of in later and _said(earlier[of]) == _said(later[of]):
            place = Location(shown, earlier.line)
            yield number, {"value": day, "first": first, "field": of, "place": place}


def _said(value: object) -> object:
    """Return a value as it is compared: codes in any order are the same codes."""
    return frozenset(value) if isinstance(value, Items) else value
