"""What in a pack encodes which words of its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from isocheck.authoring.lines import reporting_lines
from isocheck.errors import Location
from isocheck.packs.linking import variants
from isocheck.packs.model import Citation, Profile, Rule

What = Literal["rule", "parameter", "derived", "amendment", "discrepancy", "reporting_line"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """A thing of a pack and the words it stands on."""

    what: What
    id: str
    cites: tuple[Citation, ...]
    location: Location | None
    verification: str | None = None

    def at(self, source: str) -> set[str]:
        """Return the places of an instrument that it cites."""
        return {cite.at for cite in self.cites if cite.source == source}


def encodings_of(profile: Profile, pack: str) -> list[Encoding]:
    """Return everything in a pack that cites anything."""
    return [e for e in _all(profile) if e.cites and _owner(profile, e) == pack]


def _owner(profile: Profile, encoding: Encoding) -> str:
    file = encoding.location.file if encoding.location is not None else ""
    packs = [head.id for head in profile.packs]
    parts = file.split("/")
    return next((part for part in reversed(parts[:-1]) if part in packs), "")


def _all(profile: Profile) -> Iterator[Encoding]:
    for rule in profile.rules:
        yield _of_rule(rule)
    for name in profile.parameters:
        for parameter in variants(profile, name):
            cites = [*parameter.cites, *(c for r in parameter.readings for c in r.cites)]
            what: What = "parameter" if parameter.amended_by is None else "amendment"
            yield Encoding(
                what=what,
                id=parameter.amended_by or parameter.id,
                cites=tuple(cites),
                location=parameter.location,
                verification=parameter.verification,
            )
    for derived in {id(d): d for d in profile.derived.values()}.values():
        yield Encoding(
            what="derived", id=derived.name, cites=derived.cites, location=derived.location
        )
    for amendment in profile.amendments:
        cites = [*amendment.cites]
        if amendment.rule is not None:
            cites += _of_rule(amendment.rule).cites
        if amendment.parameter is None:
            yield Encoding(
                what="amendment", id=amendment.id, cites=tuple(cites), location=amendment.location
            )
    for entry in profile.discrepancies:
        here = Citation(source=entry.source, at=entry.at)
        yield Encoding(
            what="discrepancy", id=entry.at, cites=(here, *entry.cites), location=entry.location
        )
    for line in reporting_lines(profile):
        yield Encoding(what="reporting_line", id=line.id, cites=line.cites, location=line.location,
            verification=line.verification,
        )  # fmt: skip


def _of_rule(rule: Rule) -> Encoding:
    cites = [*rule.cites, *(cite for e in rule.unless for cite in e.cites)]
    return Encoding(
        what="rule", id=rule.id, cites=tuple(cites), location=rule.location,
        verification=rule.verification,
    )  # fmt: skip
