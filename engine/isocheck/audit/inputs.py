"""Everything that a run rested on, as bytes: facts, settings, waivers, packs, the profile.

Each file is read again and held against what was judged: a file that has changed meanwhile stops
the recording. Nothing outside the facts folder, the folders of packs and the profile is taken in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from isocheck.audit.canonical import plain, sha256
from isocheck.audit.entries import (
    PackUsed,
    ProfileUsed,
    facts_list,
    files_of_facts,
    files_of_pack,
    pack_list,
)
from isocheck.errors import InputProblems, Location, Problem
from isocheck.evaluate.run import Evaluation
from isocheck.packs.folders import PackFolder, built_in, named_packs, parts_of
from isocheck.records.settings import Settings, settings_of
from isocheck.source.files import FactFolder, SourceFile, fact_files, read_safely, shown_path

_LARGEST: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Rests:
    """Where a run was made: its folder and settings, the profile named, folders of packs."""

    folder: Path
    settings: Settings
    profile: str
    policies: Sequence[Path] = ()


@dataclass(slots=True, kw_only=True)
class Gathered:
    """The bytes to store, and by which digests an entry names them."""

    contents: list[bytes] = field(default_factory=list)
    facts: str = ""
    settings: str | None = None
    waivers: str | None = None
    profile: ProfileUsed
    packs: tuple[PackUsed, ...] = ()

    def take(self, data: bytes) -> str:
        """Take in some bytes; return their digest."""
        self.contents.append(data)
        return sha256(data)


def gather(evaluation: Evaluation, rests: Rests) -> Gathered:
    """Return all that a run rested on; raises InputProblems if it is not what was judged."""
    roots = [built_in(), *rests.policies]
    found, folders = named_packs(rests.profile, roots)
    file = _profile_file(parts_of(rests.profile)[0], roots)
    data = read_safely(file.resolve(), found[1])
    profile = ProfileUsed(id=found[0], file=plain(file.name), sha256=sha256(data))
    gathered = Gathered(profile=profile)
    gathered.take(data)
    try:
        _take_facts(gathered, evaluation, rests)
    except InputProblems as error:
        raise InputProblems(_below(rests.folder, problem) for problem in error.problems) from error
    judged = {(pack.id, pack.version): pack.sha256 for pack in evaluation.profile.packs}
    if {(folder.id, folder.version) for folder in folders} != judged.keys():
        raise _changed(found[1])
    gathered.packs = tuple(
        _pack(gathered, folder, judged[folder.id, folder.version]) for folder in folders
    )
    return gathered


def _profile_file(name: str, roots: Sequence[Path]) -> Path:
    """Return the file of a profile, as `find_profile` finds it."""
    if name.endswith((".yaml", ".yml")):
        return Path(name)
    candidates = [root / "profiles" / f"{name}.yaml" for root in reversed(roots)]
    return next(candidate for candidate in candidates if candidate.is_file())


def _take_facts(gathered: Gathered, evaluation: Evaluation, rests: Rests) -> None:
    found = fact_files(rests.folder)
    files: dict[str, str] = {}
    for file in found.files:
        data, digest = file.read()
        if file.path in files:
            raise _refused("audit.same-path", file.path)
        files[file.path] = digest
        gathered.take(data)
    judged = {file.path: file.sha256 for file in evaluation.facts.files}
    if files != judged:
        changed = sorted(path for path, _ in files.items() ^ judged.items())
        raise _changed(changed[0])
    listed = facts_list(files)
    if files_of_facts(listed) != files:  # never so: paths are shown without line breaks
        raise _refused("audit.path-form", ".")
    gathered.facts = gathered.take(listed)
    gathered.settings = _settings(gathered, found, rests.settings)
    if found.waivers is not None:
        gathered.waivers = gathered.take(found.waivers.read()[0])


def _settings(gathered: Gathered, found: FactFolder, judged: Settings) -> str | None:
    file: SourceFile | None = found.settings
    settings = Settings() if file is None else settings_of(file)
    if settings != judged:
        raise _changed("isocheck.yaml")
    return None if file is None else gathered.take(file.read()[0])


def _pack(gathered: Gathered, folder: PackFolder, judged: str) -> PackUsed:
    root = folder.path.parent.parent.resolve()
    files: dict[str, str] = {}
    for path in folder.files():
        name = path.relative_to(folder.path).as_posix()
        shown = f"{folder.shown}/{name}"
        real = path.resolve()
        if not real.is_relative_to(root):
            raise _refused("audit.pack-link", shown)
        if "\n" in name:
            raise _refused("audit.path-form", folder.shown)
        data = read_safely(real, shown, _LARGEST)
        files[name] = gathered.take(data) if name not in files else files[name]
    listed = pack_list(files)
    if sha256(listed) != judged or files_of_pack(listed) != files:
        raise _changed(folder.shown)
    gathered.take(listed)
    return PackUsed(id=folder.id, version=folder.version, shown=folder.shown, sha256=judged)


def _below(folder: Path, problem: Problem) -> Problem:
    """Return a problem of the facts folder with its file as seen from where the call was made."""
    file = (folder / problem.location.file).as_posix()
    return replace(problem, location=Location(shown_path(file), problem.location.line))


def _changed(what: str) -> InputProblems:
    return _refused("audit.changed-meanwhile", what)


def _refused(code: str, file: str) -> InputProblems:
    return InputProblems([Problem(code, Location(file))])
