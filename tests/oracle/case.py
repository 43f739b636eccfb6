"""One case: a pack, a folder with gaps, a day; and what may be so in it (design §2, §4)."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

from oracle import folders, packs
from oracle.shapes import Form
from oracle.world import Record, World


@dataclass(frozen=True)
class Completion:
    """What is so in one world: every record, every field, one choice for each open parameter."""

    records: tuple[Record, ...]
    choices: Mapping[str, Any]
    last_of_equals: bool = False


@dataclass(frozen=True)
class Case:
    """A pack and a folder with gaps; the registers declared collected; completions drawn of it."""

    law: Mapping[str, Any]
    records: tuple[Record, ...]
    collected: tuple[str, ...]
    day: date
    completions: tuple[Completion, ...]
    complete: str = ""

    def world(self, completion: Completion) -> World:
        everything = [*self.law["reference"], *completion.records]
        by_id = {record["id"]: record for record in everything}
        return World(
            self.law, by_id, completion.choices, completion.last_of_equals, run_day=self.day
        )

    def rules(self) -> Iterator[tuple[Form, bool]]:
        return World(self.law, {}, run_day=self.day).rules()


def drawn(seed: int, number: int, completions: int = 4) -> Case:
    """Draw a case: the same seed and number give the same one."""
    rng = Random(f"{seed}/{number}")
    law = packs.law(rng)
    sizes = {"board": 1, "unit": rng.randint(1, 3), "paper": rng.randint(0, 3)}
    full = folders.folder(rng, sizes)
    often = rng.choice((0.0, 0.05, 0.15, 0.3))
    given = tuple(folders.with_gaps(rng, full, often))
    collected = folders.COLLECTED
    if rng.random() < 0.4 and often:
        collected = tuple(k for k in collected if rng.random() < 0.5)
    complete = rng.choice(("", "", "", "all", "[marks, sys.marks, inner]"))
    full_ones = tuple(folders.declared(given, complete))
    drawn_ones = tuple(
        completion(rng, law, full_ones, collected) for _ in range(completions if often else 1)
    )
    return Case(law, given, collected, rng.choice(folders.RUN_DAYS), drawn_ones, complete)


def completion(
    rng: Random, law: Mapping[str, Any], given: tuple[Record, ...], collected: tuple[str, ...]
) -> Completion:
    """Draw what may be so where the folder has a gap: fields, records, open parameters."""
    more = [
        {"id": f"z{kind[0]}{n}", "kind": kind}
        for kind in folders.COLLECTED
        if kind not in collected
        for n in range(rng.choice((0, 0, 1, 2)))
    ]
    records = folders.completed(rng, [*copy.deepcopy(given), *more], {m["id"] for m in more})
    return Completion(tuple(records), _choices(rng, law), rng.random() < 0.5)


def _choices(rng: Random, law: Mapping[str, Any]) -> dict[str, Any]:
    found = {name: _choice(rng, form, form["type"]) for name, form in law["parameters"].items()}
    for change in law["amendments"]:
        if "sets" in change:
            found[change["id"]] = _choice(
                rng, change, law["parameters"][change["sets"][2:]]["type"]
            )
    return found


def _choice(rng: Random, form: Mapping[str, Any], type_: str) -> Any:
    if "readings" in form:
        return rng.choice(form["readings"])["id"]
    if "between" in form:
        return Fraction(rng.choice((0, 1, 2, 3, 4)), 4)
    return packs.literal(rng, type_)
