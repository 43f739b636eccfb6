"""Patterns of `matches` that cannot explode (design §5): decided when a pack is read.

A text of 10,000 letters is matched in a time that its length and the pattern's bound: no repeat
within a repeat, no choice within one, no look back, no look around, few repeats side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

MOST_STEPS: Final = 20  # dots of a path
LONGEST: Final = 500  # letters of a pattern
MOST_REPEATS: Final = 1_000  # of one repeat with an upper end
MOST_OPEN: Final = 2  # repeats of many times in one pattern: with three it grows with the cube
_SMALL: Final = 20  # times: a repeat up to here counts for none
MOST_WAYS: Final = 10_000  # in which small repeats and choices side by side can be taken together
MOST_WAYS_BESIDE: Final = 20  # the same beside two repeats of many times

_REPEATS: Final = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_NEVER: Final = ("GROUPREF", "GROUPREF_EXISTS", "ASSERT", "ASSERT_NOT")


def fault_of(pattern: object) -> tuple[str, dict[str, object]] | None:
    """Return the code and the arguments of what is wrong with a pattern; None if it is sound."""
    text = pattern if isinstance(pattern, str) else "["
    if len(text) > LONGEST:
        return "pattern-long", {"limit": LONGEST}
    try:
        re.compile(text)
        parsed = re._parser.parse(text)  # type: ignore[attr-defined]  # noqa: SLF001 - no other parser
    except re.error as error:
        return "condition-pattern", {"error": str(error)}
    except (RecursionError, OverflowError):
        return "pattern-nested", {}
    found = list(_parts(parsed, within=False))
    for fault in ("pattern-look", "pattern-nested", "pattern-repeats"):
        if fault in found:
            return fault, {"limit": MOST_REPEATS}
    if found.count("open") > MOST_OPEN:
        return "pattern-many", {"limit": MOST_OPEN}
    most = MOST_WAYS if found.count("open") < MOST_OPEN else MOST_WAYS_BESIDE
    return ("pattern-ways", {"limit": most}) if _ways(parsed) > most else None


def _ways(parsed: Any) -> int:
    """Return in how many ways the small repeats and choices of a pattern can be taken together."""
    ways = 1
    for op, argument in parsed:
        name = str(op)
        if name in _REPEATS:
            least, most, inner = argument
            ways *= (most - least + 1 if most <= _SMALL else 1) * _ways(inner)
        elif name == "BRANCH":
            ways *= sum(_ways(inner) for inner in argument[1])
        else:
            for inner in _inner(name, argument):
                ways *= _ways(inner)
    return ways


def _parts(parsed: Any, *, within: bool) -> Iterator[str]:
    """Yield what is wrong in a part of a pattern, and `open` for each repeat of many times."""
    for op, argument in parsed:
        name = str(op)
        if name in _NEVER:
            yield "pattern-look"
        elif name in _REPEATS:
            _, most, inner = argument
            yield from _of_repeat(most, within)
            yield from _parts(inner, within=within or most > 1)
        elif name == "BRANCH" and within:
            yield "pattern-nested"
        for inner in _inner(name, argument):
            yield from _parts(inner, within=within)


def _of_repeat(most: Any, within: bool) -> Iterator[str]:
    if within:  # also what may be there once: a repeat of it can be taken in ever so many ways
        yield "pattern-nested"
    if MOST_REPEATS < most < re._constants.MAXREPEAT:  # type: ignore[attr-defined]  # noqa: SLF001 - no other parser
        yield "pattern-repeats"
    if most > _SMALL:
        yield "open"


def _inner(name: str, argument: Any) -> list[Any]:
    """Return the parts of a choice or a group."""
    if name == "BRANCH":
        return list(argument[1])
    if name == "SUBPATTERN":
        return [argument[3]]
    return [argument] if name == "ATOMIC_GROUP" else []
