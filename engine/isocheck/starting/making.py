"""From what a person asks for to a folder on disk, and what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from isocheck.errors import InputProblems, Location, Problem
from isocheck.messages.words import Language
from isocheck.packs.folders import built_in, named_packs
from isocheck.packs.model import Profile
from isocheck.packs.starting import Plan, read_plan
from isocheck.source.files import shown_path
from isocheck.source.nodes import Fields
from isocheck.source.text import CONTROL
from isocheck.starting.beside import take_beside
from isocheck.starting.folder import Known, Start, Wanted, records_of
from isocheck.starting.rows import UnitList, read_list
from isocheck.starting.units import Province, Reading, Unit
from isocheck.starting.vscode import settings_of_editor
from isocheck.starting.writing import refuse_folder, write_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a call asks for."""

    folder: Path
    units: tuple[Path, ...]
    province: str
    lang: Language
    profile: str
    policies: tuple[Path, ...]
    as_of: date
    collected_on: date
    vscode: bool = False  # whether an editor is to know what may stand in the files

    @property
    def as_typed(self) -> str:
        """The folder as a person types it in a command."""
        shown = shown_path(self.folder.as_posix())
        return f'"{shown}"' if " " in shown else shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was made: the files, how many records of each kind, what to mind."""

    name: str
    folder: str  # as typed
    readme: str
    files: tuple[str, ...]
    counts: Mapping[str, int]
    padded: tuple[tuple[str, str], ...]
    skipped_levels: tuple[str, ...]  # kinds of levels of which the list has none
    without_codes: int
    title: str = ""  # of the profile
    profiles: tuple[str, ...] = ()  # that are installed


def make(asked: Asked, profile: Profile, earlier: Sequence[Problem] = ()) -> Made:
    """Write the folder and say what stands in it; `earlier` is wrong with the call already.

    Raises:
        InputProblems: everything that is wrong with the call and the lists; nothing is written.
    """
    roots = [built_in(), *asked.policies]
    (_, _, node), folders = named_packs(asked.profile, roots)
    plan = read_plan(folders, profile.kinds)
    problems: list[Problem] = list(earlier)
    lists: list[UnitList] = []
    try:
        refuse_folder(asked.folder)
    except InputProblems as error:
        problems += error.problems
    for path in asked.units:
        try:
            lists.append(read_list(path, plan))
        except InputProblems as error:
            problems += error.problems
    whole = len(lists) == len(asked.units)
    lists, beside = take_beside(lists, plan)
    try:
        found = _province(asked, plan, profile, lists, whole=whole)
    except InputProblems as error:
        problems += error.problems
    if problems:
        raise InputProblems(problems)
    records = records_of(found.units, plan, profile.kinds, beside)
    wanted = _wanted(asked, node)
    files = Start(wanted=wanted, plan=plan, profile=profile, records=records).files()
    editor = settings_of_editor(files, profile.kinds) if asked.vscode else {}
    write_folder(asked.folder, {**files, **editor})
    profiles = sorted(file.stem for root in roots for file in (root / "profiles").glob("*.yaml"))
    made = _made(asked, files, records, found, plan)
    return replace(made, title=wanted.title, profiles=tuple(profiles))


def _province(
    asked: Asked, plan: Plan, profile: Profile, lists: Sequence[UnitList], *, whole: bool
) -> Province:
    """Return the units of the lists below their province, which the call may name."""
    if not plan.levels or "parent" not in plan.fields:
        raise InputProblems([Problem("starting.no-levels", Location("--profile"))])
    if not whole:
        raise InputProblems([problem for one in lists for problem in one.problems])
    if lists:
        found = Reading(plan, profile.kinds, asked.province).read(lists)
    elif asked.province:
        found = Province()
    else:
        raise InputProblems([Problem("units.name-province", Location("--province"))])
    if not found.units or found.units[0].level > 0:
        place = Location("--province")
        if not any(map(str.isalpha, asked.province)) or CONTROL.search(asked.province):
            raise InputProblems([Problem("units.name-province", place)])
        found.add_top(Unit(level=0, name=asked.province, code="", at=place), plan)
    return found


def _wanted(asked: Asked, node: Fields) -> Wanted:
    title = node.get("title")
    said = title.get(asked.lang) if isinstance(title, Fields) else None
    return Wanted(
        lang=asked.lang,
        profile=asked.profile,
        title=said or asked.profile,
        as_of=asked.as_of,
        collected_on=asked.collected_on,
        source="; ".join(path.name for path in asked.units),
        folder=asked.as_typed,
    )


def _made(
    asked: Asked, files: Mapping[str, str], records: Sequence[Known], found: Province, plan: Plan
) -> Made:
    counts = Counter(record.kind for record in records)
    levels = [level.kind for level in plan.levels]
    lowest = max((n for n, kind in enumerate(levels) if counts[kind]), default=0)
    return Made(
        name=records[0].name,
        folder=asked.as_typed,
        readme=next(iter(files)),
        files=tuple(files),
        counts=counts,
        padded=tuple(found.padded.items()),
        skipped_levels=tuple(kind for kind in levels[:lowest] if not counts[kind]),
        without_codes=sum(not unit.code for unit in found.units if unit.level > 0),
    )
