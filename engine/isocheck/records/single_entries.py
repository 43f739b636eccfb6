"""A field that stands for a list of one entry (`single` in `kinds.yaml`): `beneficiary: X`.

The entry names what the field names, and has the whole of each amount that the record has under the
same name; amounts of several entries come to no more than that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from isocheck.records.kinds.kind import FieldSpec
from isocheck.source.nodes import Fields, Items


class Single(NamedTuple):
    """A field, the list that it stands for, and the amounts that record and entry both have."""

    field: str
    entries: str
    reference: str
    amounts: tuple[str, ...]


def singles_of(specs: Mapping[str, FieldSpec]) -> Iterator[Single]:
    """Yield the fields of a kind that stand for a list of one entry."""
    for name, spec in specs.items():
        if spec.single is None or spec.of is None:
            continue
        parts = spec.of.fields
        reference = next((n for n, part in parts.items() if part.type == "reference"), "id")
        money = [n for n, part in parts.items() if part.type == "money"]
        amounts = tuple(n for n in money if n in specs and specs[n].type == "money")
        yield Single(spec.single, name, reference, amounts)


def spread(fields: Fields, single: Single) -> None:
    """Write a field that stands for a list also as the list of one entry."""
    line = fields.line_of(single.field)
    entries = Items(line)
    if fields[single.field] is not None:
        entry = Fields(line)
        entry.put(single.reference, fields[single.field], line)
        for amount in single.amounts:
            if amount in fields:
                entry.put(amount, fields[amount], fields.line_of(amount))
        entries.add(entry, line)
    fields.put(single.entries, entries, line)


def parts_over_whole(fields: Fields, single: Single) -> Iterator[tuple[int, int]]:
    """Yield what the parts of an amount come to, and the whole, where they come to more."""
    yield from ((total, whole) for total, whole, _ in _sums(fields, single) if total > whole)


def parts_below_whole(fields: Fields, single: Single) -> Iterator[tuple[int, int]]:
    """Yield what the parts of an amount come to, and the whole, where all are known and less."""
    yield from (
        (total, whole) for total, whole, known in _sums(fields, single) if known and total < whole
    )


def _sums(fields: Fields, single: Single) -> Iterator[tuple[int, int, bool]]:
    """Yield for each amount the sum of its parts, the whole, and whether each part is known."""
    parts = fields.get(single.entries)
    for amount in single.amounts if isinstance(parts, Items) and parts else ():
        whole = fields.get(amount)
        found = [part.get(amount) for part in parts or () if isinstance(part, Fields)]
        known = [each for each in found if isinstance(each, int)]
        if isinstance(whole, int):
            yield sum(known), whole, len(known) == len(found)
