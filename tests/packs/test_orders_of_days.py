"""For every day of a fact file it is decided which day beside it it cannot lie before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from helpers import installed_profile
from isocheck.records.kinds.kind import Dating, FieldSpec

# Days that may lie before or after any other beside them, and why.
FREE = {
    "commune.new_rural_standard.date": "the unit may have met the standard at any time",
    "committee_member.date": "a member may join at any time",
    "qms.leadership.date": "who leads may be named before or after the system is adopted",
    "qms.internal_link.date": "the link may be there before the system is adopted",
    "qms.it_link.date": "the same",
}


def days(
    fields: Mapping[str, FieldSpec], dated: Dating | None, above: str
) -> Iterator[tuple[str, bool]]:
    """Yield each day with whether its place among the days beside it is told."""
    for name, spec in fields.items():
        path = f"{above}.{name}"
        if spec.type == "day":
            told = bool(spec.follows) or (dated is not None and name in dated_days(dated))
            alone = not any(o.type == "day" for n, o in fields.items() if n != name)
            yield path, told or alone
        within = spec if spec.of is None else spec.of
        yield from days(within.fields, within.dated, path)


def dated_days(dated: Dating) -> tuple[str, ...]:
    return tuple(day for day in (dated.on, dated.until, "withdrawn_on") if day is not None)


def test_every_day_beside_another_is_told_apart_from_it() -> None:
    for kind in installed_profile("lang-son-2018-2020").kinds.values():
        if kind.reference:
            continue
        for path, told in days(kind.fields, kind.dated, kind.id):
            free = any(path.endswith(name) for name in FREE)
            assert told or free, f"{path}: which day does it follow?"
