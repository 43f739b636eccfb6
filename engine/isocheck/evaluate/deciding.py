"""Which comparisons make a condition what it is."""

from __future__ import annotations

from collections.abc import Iterator

from isocheck.evaluate.interpreter import holds
from isocheck.evaluate.scope import ReaderAt
from isocheck.logic.truth import Truth
from isocheck.packs.conditions import AllOf, AnyOf, Compare, Condition, Not, OutcomeIs


def deciding(
    condition: Condition, reader: ReaderAt, truth: Truth
) -> Iterator[tuple[Compare | OutcomeIs, Truth]]:
    """Yield the comparisons that make a condition what it is, each with its own truth."""
    if isinstance(condition, Not):
        inner = holds(condition.part, reader)
        yield from deciding(condition.part, reader, inner)
    elif isinstance(condition, (AllOf, AnyOf)):
        settled = isinstance(condition, AnyOf)
        truths = [(part, holds(part, reader)) for part in condition.parts]
        # A settled group rests on the parts that settle it; an open one on those that are open.
        wanted = truth if truth is settled or truth is None else None
        for part, here in truths:
            if (wanted is None and truth is not None) or here is wanted:
                yield from deciding(part, reader, here)
    else:
        yield condition, truth
