"""All that must hold of a case."""

from __future__ import annotations

from collections.abc import Iterator

from oracle.against import Unsound, engine, exactly, forget, sound
from oracle.case import Case
from oracle.explained import missing_helps, true_because


def unsound(case: Case, matcher: str = "interpreter") -> Iterator[Unsound]:
    """Yield what does not hold of a case."""
    forget()
    said = engine(case, matcher)
    yield from sound(case, said)
    yield from true_because(case, said)
    yield from missing_helps(case, said, matcher)
    yield from exactly(case, matcher)
