"""Random folders: complete ones, gaps in them, and what may stand in each gap (design §2)."""

from __future__ import annotations

import copy
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from random import Random
from typing import Any

from oracle.shapes import KINDS, Form, absence_known, fields_of
from oracle.world import Record

DAYS = tuple(
    date.fromisoformat(day)
    for day in (
        "2018-06-30", "2019-01-01", "2019-06-29", "2019-06-30", "2019-07-01",
        "2019-12-31", "2020-01-01", "2020-02-29", "2020-06-30", "2021-01-01",
    )
)  # fmt: skip
RUN_DAYS = DAYS[1:]
AMOUNTS = (0, 1, 2, 3, 5, 10)
YEARS = (2018, 2019, 2020)
WORDS = ("a", "b", "ab")
CODES = ("1.1", "2", "012")
COLLECTED = ("unit", "board", "paper")


CHOICES: Mapping[str, Sequence[Any]] = {
    "money": AMOUNTS, "year": YEARS, "day": DAYS, "text": WORDS, "yes_no": (True, False),
}  # fmt: skip


def simple(rng: Random, form: Form, ids: Mapping[str, Sequence[str]]) -> Any:
    """Draw a value of a field that is no group and no list of entries."""
    if form["type"] in CHOICES:
        return rng.choice(CHOICES[form["type"]])
    if form["type"] == "codes":
        some = rng.sample(CODES, rng.randint(0, 2))
        return "all" if rng.random() < 0.15 else some
    known = [i for kind in form["to"] for i in ids.get(kind, ())]
    return rng.choice(known) if known else None


def value(rng: Random, form: Form, ids: Mapping[str, Sequence[str]], *, must: bool = False) -> Any:
    """Draw whatever may stand in a field: a value, null where nothing is, entries."""
    if form["type"] == "list":
        return _entries(rng, form["of"], ids)
    if not must and rng.random() < 0.2:
        return None
    if form["type"] == "object":
        return thing(rng, form, ids)
    return simple(rng, form, ids)


def _entries(rng: Random, of: Form, ids: Mapping[str, Sequence[str]]) -> list[Any]:
    drawn = [value(rng, of, ids, must=True) for _ in range(rng.choice((0, 1, 1, 2, 2, 3)))]
    if of["type"] != "object":
        return [each for n, each in enumerate(drawn) if each is not None and each not in drawn[:n]]
    if of.get("fields", {}).get("day", {}).get("required"):
        first = {each["day"]: each for each in drawn}
        return [first[day] for day in sorted(first)]  # as people list them, and one a day
    return drawn


def thing(rng: Random, form: Form, ids: Mapping[str, Sequence[str]]) -> Record:
    """Draw a group or an entry, every field known."""
    return filled(rng, {}, form, ids, fresh=True)


def filled(
    rng: Random,
    given: Record,
    form: Form,
    ids: Mapping[str, Sequence[str]],
    *,
    fresh: bool = False,
) -> Record:
    """Return a thing with every gap filled at random; what is there stays."""
    full: Record = {k: v for k, v in given.items() if k in ("id", "kind")}
    begins, ends = ways(form)
    for name, field in form["fields"].items():
        if name in given:
            full[name] = _inside(rng, given[name], field, ids)
        elif absence_known(form, name, full):
            if fresh and rng.random() < 0.4:
                full[name] = simple(rng, field, ids)
        else:
            full[name] = value(rng, field, ids, must=field.get("required") or name == begins)
    if ends and full.get(ends) and full.get(begins) and full[begins] >= full[ends]:
        _put_right(rng, full, given, begins, ends)
    return full


def _put_right(rng: Random, full: Record, given: Record, begins: str, ends: str) -> None:
    """Let a thing end after it begins: what was given stays."""
    if ends not in given:
        full[ends] = None
    else:
        full[begins] = rng.choice([d for d in (date(2017, 1, 1), *DAYS) if d < given[ends]])


def ways(form: Form) -> tuple[str, str | None]:
    """Return the fields of the day on which a thing begins, and on which it ends."""
    dated = form.get("dated", {})
    return dated.get("on", ""), dated.get("until")


def _inside(rng: Random, given: Any, form: Form, ids: Mapping[str, Sequence[str]]) -> Any:
    if form["type"] == "object" and given is not None:
        return filled(rng, given, form, ids)
    if form["type"] == "list" and form["of"]["type"] == "object":
        return [filled(rng, each, form["of"], ids) for each in given]
    return given


def folder(rng: Random, sizes: Mapping[str, int], marked: str = "") -> list[Record]:
    """Draw the records of a folder, complete."""
    heads = [
        {"id": f"{marked}{kind[0]}{n}", "kind": kind}
        for kind, count in sizes.items()
        for n in range(1, count + 1)
    ]
    return completed(rng, heads, fresh={each["id"] for each in heads})


def completed(rng: Random, given: Sequence[Record], fresh: Collection[str] = ()) -> list[Record]:
    """Return the records with every gap filled at random."""
    ids = {k: [r["id"] for r in given if r["kind"] == k] for k in KINDS}
    done = []
    for record in given:
        full = filled(rng, record, KINDS[record["kind"]], ids, fresh=record["id"] in fresh)
        before = [r["id"] for r in done if r["kind"] in ("board", record["kind"])]
        if "parent" in fields_of(record["kind"]) and "parent" not in record:
            full["parent"] = rng.choice(before) if before and rng.random() < 0.9 else None
        done.append(full)
    return done


def with_gaps(rng: Random, given: Sequence[Record], often: float) -> list[Record]:
    """Return the records with fields left out at random."""
    return [_gaps(rng, copy.deepcopy(r), KINDS[r["kind"]], often) for r in given]


def _gaps(rng: Random, full: Record, form: Form, often: float) -> Record:
    for name, field in form["fields"].items():
        if name not in full:
            continue
        kept = field.get("required") or absence_known(form, name, full)
        if not kept and rng.random() < often:
            del full[name]
        elif field["type"] == "object" and full[name] is not None:
            _gaps(rng, full[name], field, often)
        elif field["type"] == "list" and field["of"]["type"] == "object":
            for entry in full[name]:
                _gaps(rng, entry, field["of"], often)
    return full


def declared(given: Sequence[Record], complete: str) -> list[Record]:
    """Return the records with what the file's `complete` says of them: lists empty, groups none."""
    if not complete:
        return copy.deepcopy(list(given))
    named = None if complete == "all" else complete.strip("[]").split(", ")
    return [_none_left(copy.deepcopy(r), KINDS[r["kind"]], named, "") for r in given]


def _none_left(thing: Record, form: Form, named: list[str] | None, head: str) -> Record:
    for name, field in form["fields"].items():
        path = f"{head}{name}"
        if field["type"] == "object" and thing.get(name) is not None:
            _none_left(thing[name], field, named, f"{path}.")
        wanted = field["type"] in ("object", "list", "codes") and not field.get("needed")
        if name not in thing and wanted and (named is None or path in named):
            thing[name] = None if field["type"] == "object" else []
    return thing
