"""A small series of recorded runs, and ways to look at and to spoil a trail."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

from isocheck.audit.entries import contents_of
from isocheck.audit.inputs import Rests
from isocheck.audit.record import Recorded, record
from isocheck.audit.signing import new_key
from isocheck.audit.store import NAME, Store, reading
from isocheck.audit.trail import entries
from isocheck.audit.tree_head import Code
from isocheck.audit.verify import Verified, verify
from isocheck.cli.audit import entries_of
from isocheck.evaluate.run import Evaluation, evaluate
from isocheck.packs.loading import load_profile
from isocheck.records.folder import load_facts
from isocheck.records.settings import read_settings
from unit.report.small import FACTS, LAW

DAY = "2020-12-31"


def write(path: Path, text: str) -> None:
    """Write a file, and the folders it stands in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@dataclass(frozen=True)
class World:
    """A folder with `facts/`, `packs/` and the profile `small.yaml`."""

    place: Path

    @property
    def facts(self) -> Path:
        return self.place / "facts"

    @property
    def trail(self) -> Path:
        return self.facts / NAME

    @property
    def profile(self) -> str:
        return (self.place / "small.yaml").as_posix()

    def judge(self, day: str = DAY) -> Evaluation:
        """Judge the folder as it is."""
        profile = load_profile(self.profile, [self.place / "packs"])
        settings = read_settings(self.facts)
        facts = load_facts(self.facts, profile.kinds, profile.reference, settings)
        return evaluate(facts, profile, date.fromisoformat(day), matcher="interpreter")

    def rests(self) -> Rests:
        """Where a run of this folder is made."""
        return Rests(
            folder=self.facts,
            settings=read_settings(self.facts),
            profile=self.profile,
            policies=[self.place / "packs"],
        )

    def run(self, day: str = DAY, officer: str | None = None) -> Recorded:
        """Judge the folder and record it."""
        options = {"as_of": day, "only": []}
        return record(self.judge(day), self.rests(), options=options, officer=officer)

    def say(self, text: str, name: str = "facts.yaml") -> None:
        """Write a fact file."""
        write(self.facts / name, f"facts: v1\ncollected_on: 2020-12-31\nrecords:{text}")

    def verify(self, *codes: Code, keys: tuple[bytes, ...] = ()) -> Verified:
        """Verify the trail as the command does."""
        with reading(self.trail, "trail") as store:
            store.examine()
            return verify(store, codes, keys)


def world(place: Path) -> World:
    """Lay out the small law and the small province."""
    made = World(place)
    made.say(FACTS)
    write(made.facts / "isocheck.yaml", "collected: all\n")
    for name, text in LAW.files:
        write(place / "packs" / LAW.id / "1.0.0" / name, text)
    write(place / "small.yaml", "title: {vi: Nhỏ, en: Small}\npacks: [core, t]\n")
    return made


def series(place: Path) -> World:
    """Record six runs: facts, settings, the day and a pack change; heads 2 and 6 are signed."""
    made = world(place)
    key = place / "key"
    new_key(key)
    made.run(officer="Nguyễn Văn An")
    made.say(FACTS.replace("name: Sở B, parent: ls, qms: null", "name: Sở B, parent: ls"))
    made.run()
    sign_newest(made)
    write(made.facts / "isocheck.yaml", "collected: all\nlang: en\n")
    made.run("2020-03-31")
    made.say("\n- {id: c5, kind: commune, name: Xã Năm, parent: d1}\n", "more.yaml")
    made.run()
    rules = made.place / "packs/t/1.0.0/rules/rules.yaml"
    write(rules, rules.read_text(encoding="utf-8").replace("2020-06-30", "2020-09-30"))
    made.run()
    made.say(FACTS)
    made.run(officer="Trần Thị Bình")
    sign_newest(made)
    return made


def sign_newest(made: World) -> Code:
    """Sign the trail with the key of the world."""
    from isocheck.audit.record import sign  # noqa: PLC0415 - needs the extra for signing

    return sign(made.trail, made.place / "key")[1]


def named(found: Verified) -> set[int]:
    """The entries that the problems name."""
    return {number for problem in found.problems for number in entries_of(problem)}


def codes(found: Verified) -> set[str]:
    """The codes of the problems."""
    return {problem.code for problem in found.problems}


def users(trail: Path) -> dict[str, set[int]]:
    """Which entries rest on each content."""
    used: dict[str, set[int]] = {}
    with reading(trail, "trail") as store:
        for number, entry in entries(store):
            for _, _, digest in contents_of(entry, store.content):
                used.setdefault(digest, set()).add(number)
    return used


def dump(trail: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that is stored, table by table."""
    tables = ("contents", "entries", "heads", "signatures")
    with closing(sqlite3.connect(trail)) as connection:
        return {t: list(connection.execute(f"SELECT * FROM {t} ORDER BY 1, 2")) for t in tables}


class Spoiling:
    """A trail that is spoilt within a transaction that never ends well."""

    def __init__(self, trail: Path) -> None:
        self.connection = sqlite3.connect(trail, isolation_level=None)
        self.connection.text_factory = bytes

    def __enter__(self) -> Self:
        self.connection.execute("BEGIN")
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.execute("ROLLBACK")
        self.connection.close()

    def __call__(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        return list(self.connection.execute(statement, values))

    def verify(self, *trusted: Code, keys: tuple[bytes, ...] = ()) -> Verified:
        """Verify the trail as it is now."""
        return verify(Store(self.connection, "trail"), trusted, keys)
