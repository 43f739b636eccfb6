"""All that must hold of a case, and the smallest case of which it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from helpers import MATCHERS
from isocheck.errors import EngineFault, InputProblems
from oracle import write
from oracle.against import Unsound, engine, exactly, forget, sound
from oracle.case import Case, drawn
from oracle.explained import missing_helps, true_because
from oracle.shrink import smallest

NOT_A_CASE = (InputProblems, LookupError, TypeError, ValueError, AttributeError, AssertionError)


def unsound(case: Case, matcher: str) -> Iterator[Unsound]:
    """Yield what does not hold of a case; that the two matchers disagree is a fault of its own."""
    forget()
    try:
        said = engine(case, matcher)
        yield from sound(case, said)
        yield from true_because(case, said)
        yield from missing_helps(case, said, matcher)
        yield from exactly(case, matcher)
    except EngineFault as fault:
        yield Unsound("fault", (fault.rule, fault.subject, None), str(fault), case.completions[0])


def tried(seed: int, number: int) -> str | None:
    """Return what does not hold of a drawn case, told with its smallest form; None if all does."""
    case, matcher = drawn(seed, number), MATCHERS[number % len(MATCHERS)]
    first = next(unsound(case, matcher), None)
    if first is None:
        return None
    one = replace(case, completions=(first.completion,))
    fails = _like(first, matcher)
    return told(seed, number, matcher, smallest(one, fails) if fails(one) else case, first)


def _like(first: Unsound, matcher: str) -> Callable[[Case], bool]:
    def fails(case: Case) -> bool:
        try:
            found = list(unsound(case, matcher))
        except NOT_A_CASE:
            return False  # less than a case: something it names is not there
        return any((each.what, each.key[0]) == (first.what, first.key[0]) for each in found)

    return fails


def told(seed: int, number: int, matcher: str, case: Case, first: Unsound) -> str:
    """Return a case as text: the pack, the folder, what may be so, what was said."""
    found = next(unsound(case, matcher), first)
    lines = [f"seed {seed}, number {number}, {matcher}: {first.what} {first.key}: {first.said}"]
    lines += [f"  as small as it gets: {found.what} {found.key}: {found.said}"]
    for pack in write.packs(case.law):
        for name, text in pack.files:
            if name not in ("kinds.yaml", "pack.yaml"):
                lines += [f"  {pack.id}/{name}:", *(f"    {line}" for line in text.splitlines())]
    about = f"complete: {case.complete or 'no'}"
    lines += [f"  facts on {case.day}, collected: {', '.join(case.collected)}, {about}:"]
    lines += [f"    {line}" for line in write.records(case.records).splitlines()]
    lines += [f"  so it may be (open parameters: {write.flow(found.completion.choices)}):"]
    more = [r for r in found.completion.records if r not in case.records]
    return "\n".join([*lines, *(f"    {line}" for line in write.records(more).splitlines())])
