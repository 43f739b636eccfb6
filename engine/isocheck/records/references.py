"""What holds between records: ids that stand once, references that lead somewhere, no cycles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from isocheck.errors import Location, Problem
from isocheck.records.base import Record
from isocheck.records.checking import Reference, where
from isocheck.records.kinds.kind import Kind
from isocheck.records.named_bodies import Names
from isocheck.source.guess import MOST_NEAR, nearest_ids
from isocheck.source.nodes import Items

DEEPEST = 50  # bodies above one another: a province has three or four levels
_MOST_GUESSES = 20  # a guess among thousands of ids takes long; the first ones tell the pattern

_WRONG_KIND = {True: "facts.not-a-catalogue", False: "facts.wrong-kind"}


def duplicate_ids(records: Iterable[Record], laid_down: Mapping[str, Record]) -> list[Problem]:
    """Return a problem for each record whose id stands already, here or in a pack."""
    problems = []
    first: dict[str, Record] = {}
    for record in records:
        place = Location(record.file, record.line)
        of_pack = laid_down.get(record.id)
        earlier = first.setdefault(record.id, record)
        if of_pack is not None:
            args: dict[str, object] = {"id": record.id, "place": place_of(of_pack)}
            problems.append(Problem("facts.id-of-pack", place, record.id, args))
        elif earlier is not record:
            args = {"id": record.id, "place": place_of(earlier)}
            problems.append(Problem("facts.duplicate-id", place, record.id, args))
    return problems


def place_of(record: Record) -> str:
    """Return `file:line` of a record."""
    return f"{record.file}:{record.line}"


def dangling_references(
    references: Iterable[Reference], known: Mapping[str, Record], kinds: Mapping[str, Kind]
) -> list[Problem]:
    """Return a problem for each reference to no record, or to one of a kind that may not be."""
    problems = []
    guesses: dict[str, str] = {}
    names = Names(known, kinds)
    for reference in references:
        target = known.get(reference.target)
        spec = reference.spec
        if target is None:
            of_name = names.of(reference.target, spec)
            if len(of_name) > 1:
                args: dict[str, object] = {"name": reference.target, "ids": _placed(of_name, known)}
                problems.append(_problem("facts.name-of-several", reference, args))
                continue
            guess = _guess(reference, known, names, guesses)
            args = {"id": reference.target, "guess": guess}
            problems.append(_problem("facts.dangling", reference, args))
        elif spec.to and target.kind and target.kind not in spec.to:
            args = {"id": target.id, **_named(kinds, target.kind, spec.to)}
            problems.append(_problem(_WRONG_KIND[spec.catalogue is not None], reference, args))
        elif target.kind in spec.never:
            args = {"id": target.id, **_named(kinds, target.kind, spec.never)}
            problems.append(_problem("facts.never-kind", reference, args))
    return problems


def _named(kinds: Mapping[str, Kind], kind: str, others: Iterable[str]) -> dict[str, object]:
    """Return kinds as messages name them: in Vietnamese by their titles."""
    found = [name for name in others if name in kinds]
    return {
        "kind": {"en": kind, "vi": kinds[kind].title["vi"]},
        "kinds": {"en": found, "vi": [kinds[name].title["vi"] for name in found]},
    }


def _problem(code: str, reference: Reference, args: Mapping[str, object]) -> Problem:
    holder, key = reference.holder, reference.key
    line = holder.line_of(key)  # type: ignore[arg-type]
    return Problem(code, Location(reference.file, line), where((reference.path, key)), args)


def _placed(ids: Iterable[str], known: Mapping[str, Record]) -> str:
    """Return ids with where each stands, the first ones of many."""
    told = [f"'{name}' ({place_of(known[name])})" for name in ids]
    return ", ".join(told[:MOST_NEAR]) + (", …" if len(told) > MOST_NEAR else "")


def _named_id(name: str, names: Names) -> str:
    """Return an id with the name of its record, for who knows the body by its name."""
    held = names.called(name)
    return f"'{name}'" if held is None else f"'{name}' ({held})"


def _guess(
    reference: Reference, known: Mapping[str, Record], names: Names, guesses: dict[str, str]
) -> str:
    """Return the ids that were probably meant: those of a name, or those nearest to an id."""
    target = reference.target
    if target not in guesses:
        if len(guesses) >= _MOST_GUESSES:
            return ""
        several = _several(reference, known, names)
        spec = reference.spec
        found = names.of(target, spec) or names.near(target, spec)
        found = found or names.shortened(target, spec) or nearest_ids(target, known)
        guesses[target] = several or ", ".join(_named_id(n, names) for n in found[:MOST_NEAR])
    return guesses[target]


def _several(reference: Reference, known: Mapping[str, Record], names: Names) -> str:
    """Return several ids as they are written in a list, where a comma stands between them."""
    if not isinstance(reference.holder, Items):
        return ""  # one alone can stand there
    parts = [part.strip() for part in reference.target.split(",")]
    found = [
        [part] if part in known else names.of(part, reference.spec)
        for part in parts[:_MOST_GUESSES]
    ]
    if len(parts) == 1 or any(len(ids) != 1 for ids in found):
        return ""
    ids = [ids[0] for ids in found]
    told = "; ".join(ids) if reference.file.endswith(".csv") else f"[{', '.join(ids)}]"
    return f"'{told}'"


def parent_cycles(records: Mapping[str, Record]) -> list[Problem]:
    """Return a problem for each cycle of `parent`, once, at its first record, and for long chains.

    Of a chain of more than DEEPEST bodies the first one that lies too deep is told.
    """
    problems = []
    done: dict[str, int] = {}  # how many bodies stand above
    for start in records:
        trail: dict[str, None] = {}
        here: object = start
        while isinstance(here, str) and here in records and here not in done and here not in trail:
            trail[here] = None
            here = records[here].values.get("parent")
        if isinstance(here, str) and here in trail:
            names = list(trail)
            cycle = names[names.index(here) :]
            problems.append(_cycle_problem(records[here], cycle))
        above = done.get(here, -1) if isinstance(here, str) and here not in trail else -1
        for deep, name in enumerate(reversed(trail), above + 1):
            done[name] = deep
            if deep == DEEPEST + 1:
                problems.append(_depth_problem(records[name]))
    return problems


def _depth_problem(record: Record) -> Problem:
    place = Location(record.file, record.values.line_of("parent"))
    return Problem("facts.parents-deep", place, f"{record.id}: parent", {"limit": DEEPEST})


def _cycle_problem(record: Record, cycle: list[str]) -> Problem:
    shown = cycle if len(cycle) <= _MOST_GUESSES else [*cycle[:_MOST_GUESSES], "…"]
    chain = " → ".join([*shown, record.id])
    place = Location(record.file, record.values.line_of("parent"))
    return Problem("facts.parent-cycle", place, f"{record.id}: parent", {"chain": chain})
