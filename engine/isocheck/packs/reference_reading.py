"""`reference.yaml`: the records that packs lay down, checked against the kinds of all of them."""

from __future__ import annotations

from collections.abc import Mapping

from isocheck.errors import InputProblems, Problem
from isocheck.records.base import Record
from isocheck.records.folder import reference_records
from isocheck.records.kinds.kind import Kind
from isocheck.records.references import duplicate_ids
from isocheck.source.nodes import Items


def read_references(
    nodes: Mapping[str, Items], kinds: Mapping[str, Kind], problems: list[Problem]
) -> tuple[Record, ...]:
    """Return the records of several packs, by the file of each; what is wrong goes to `problems`.

    The nodes become values in place: they are not to be read again.
    """
    records: list[Record] = []
    wrong: list[Problem] = []
    for shown, items in nodes.items():
        try:
            records += reference_records(items, kinds, shown)
        except InputProblems as error:
            wrong += error.problems
    problems += [*wrong, *duplicate_ids(records, {})]
    return tuple(records)
