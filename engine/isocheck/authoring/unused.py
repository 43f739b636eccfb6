"""Parameters and derived values that nothing of a pack, or of those around it, uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from isocheck.authoring.pack_view import OpenedPack
from isocheck.errors import Problem
from isocheck.packs.conditions import Path, paths_of, paths_of_expression
from isocheck.packs.linking import conditions_of, paths_of_details, variants
from isocheck.packs.model import Derived, Profile, Rule


def unused(pack: OpenedPack) -> Iterator[Problem]:
    """Yield what a pack declares and nothing reads.

    A pack without rules declares for others; nothing of it counts as unused.
    """
    if not pack.rules:
        return
    paths = list(_paths(pack.profile))
    parameters = {path.segments[0] for path in paths if path.head == "param"}
    for name, found in pack.profile.parameters.items():
        if found[0].pack == pack.id and name not in parameters:
            yield Problem("bench-unused-parameter", found[0].location, name, {"value": name})
    for derived in pack.derived:
        if not any(
            _reads(path, derived.name)
            for path, owner in _owned(pack.profile)
            if owner is not derived
        ):
            args = {"value": derived.name}
            yield Problem("bench-unused-derived", derived.location, derived.name, args)


def _reads(path: Path, name: str) -> bool:
    """Tell whether a stretch of a path is a name: a reference may be crossed before it."""
    text = path.segments
    return any(
        ".".join(text[start:end]) == name for start, end in combinations(range(len(text) + 1), 2)
    )


def _paths(profile: Profile) -> Iterator[Path]:
    yield from (path for path, _ in _owned(profile))


def _owned(profile: Profile) -> Iterator[tuple[Path, Derived | None]]:
    """Yield every path that a profile reads, with the derived value that reads it."""
    rules: Iterable[Rule] = [
        *profile.rules,
        *(a.rule for a in profile.amendments if a.rule is not None),
    ]
    for rule in rules:
        yield from ((path, None) for path in paths_of_rule(rule))
    for derived in {id(d): d for d in profile.derived.values()}.values():
        yield from ((path, derived) for path in paths_of_derived(derived))
    for name in profile.parameters:
        for parameter in variants(profile, name):
            values = [reading.value for reading in parameter.readings]
            for expression in (*values, *(parameter.between or ())):
                yield from ((path, None) for path in paths_of_expression(expression))


def paths_of_rule(rule: Rule) -> Iterator[Path]:
    """Yield every path of a rule, those of its details and its action included."""
    for condition in conditions_of(rule):
        yield from paths_of(condition)
    yield from paths_of_expression(rule.due)
    yield from paths_of_details(rule)
    if rule.action is not None:
        for expression in (rule.action.by, *rule.action.report_to):
            yield from paths_of_expression(expression)


def paths_of_derived(derived: Derived) -> Iterator[Path]:
    """Yield every path of a derived value."""
    for condition in (derived.among, derived.where):
        if condition is not None:
            yield from paths_of(condition)
    entries = derived.source.entries if derived.source is not None else None
    paths = (derived.take, derived.by, entries, *derived.operands)
    yield from (path for path in paths if path is not None)
