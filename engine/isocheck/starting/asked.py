"""Which fields of a kind the rules of a profile ask for."""

from __future__ import annotations

from collections.abc import Iterator

from isocheck.authoring.unused import paths_of_derived, paths_of_rule
from isocheck.packs.conditions import Path, paths_of
from isocheck.packs.model import Profile, Source


def asked_of(profile: Profile, kind: str) -> frozenset[str]:
    """Return the first parts of all paths that rules and derived values read of a kind."""
    return frozenset(path.segments[0] for path in _paths(profile, kind) if path.segments)


def _paths(profile: Profile, kind: str) -> Iterator[Path]:
    """Yield the paths that are read of a record of a kind, whoever reads them."""
    rules = [*profile.rules, *(a.rule for a in profile.amendments if a.rule is not None)]
    for rule in rules:
        if kind in rule.kinds:
            yield from paths_of_rule(rule)
        if rule.per is not None and _over(rule.per.source, kind):
            yield from _entries(rule.per.source)
            yield from paths_of(rule.per.where)
    for derived in {id(d): d for d in profile.derived.values()}.values():
        source = derived.source
        if _over(source, kind):  # the members are of this kind: what is read is read of them
            yield from paths_of_derived(derived)
        elif kind in derived.kinds:
            yield from derived.operands if source is not None else paths_of_derived(derived)
            yield from _entries(source)


def _entries(source: Source | None) -> Iterator[Path]:
    if source is not None and source.entries is not None and not source.kinds:
        yield source.entries


def _over(source: Source | None, kind: str) -> bool:
    """Tell whether records of a kind, or entries of theirs, are gone through."""
    return source is not None and kind in source.kinds
