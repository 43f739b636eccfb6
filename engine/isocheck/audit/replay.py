"""Judging a recorded run again, from what the trail holds and from nothing else."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from isocheck.audit.canonical import DamagedError
from isocheck.audit.changes import Change, changes, document_of
from isocheck.audit.entries import (
    DOCUMENT,
    SETTINGS,
    WAIVERS,
    Entry,
    PackUsed,
    files_of_facts,
    files_of_pack,
)
from isocheck.audit.record import version, whole_document
from isocheck.audit.trail import Trail, content_of, entry_numbered, refusal
from isocheck.durable.matcher import available
from isocheck.errors import InputProblems, Location, Problem
from isocheck.evaluate.run import Evaluation
from isocheck.packs.folders import PackFolder, chosen_packs, find_profile, parts_of
from isocheck.packs.loading import read_packs
from isocheck.session import Call, run_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """Both documents of a run, the recorded one and the one found now, and how they differ.

    `parts` are the parts of the document that differ, `changes` the findings that do.
    """

    entry: Entry
    recorded: bytes
    again: bytes
    version: str
    engine: Mapping[str, Any]
    parts: tuple[str, ...]
    changes: tuple[Change, ...]

    @property
    def same(self) -> bool:
        """Tell whether every byte is the same."""
        return self.recorded == self.again


def replay(trail: Trail, number: int) -> Replayed:
    """Judge the run of an entry again.

    No pack that is installed is looked at. Raises InputProblems if the trail does not hold what the
    run rested on.
    """
    entry = entry_numbered(trail, number)
    recorded = content_of(trail, number, entry.document, DOCUMENT)
    with tempfile.TemporaryDirectory(prefix="isocheck-") as folder:
        try:
            evaluation = _evaluated(trail, entry, Path(folder))
        except InputProblems as error:
            args = {"entry": number, "then": entry.isocheck, "now": version()}
            refused = Problem("audit.replay-refused", Location(trail.shown), "", args)
            raise InputProblems([*error.problems, refused]) from error
        again = whole_document(evaluation)
    then, now = document_of(recorded), document_of(again)
    return Replayed(
        entry=entry,
        recorded=recorded,
        again=again,
        version=version(),
        engine=now["engine"],
        parts=tuple(key for key in sorted({*then, *now}) if then.get(key) != now.get(key)),
        changes=tuple(changes(then, now)),
    )


def _evaluated(trail: Trail, entry: Entry, folder: Path) -> Evaluation:
    profile_file = folder / "profile" / _safe(trail, entry, entry.profile.file)
    _write(trail, entry, profile_file, entry.profile.sha256)
    packs = [_pack(trail, entry, pack, folder / "packs") for pack in entry.packs]
    found = find_profile(str(profile_file), [])
    if not parts_of(entry.profile.id)[1]:  # else packs were added to those of the file
        packs = chosen_packs(found, {pack.id: [pack] for pack in packs})
    profile = read_packs(entry.profile.id, packs)
    facts = _facts(trail, entry, folder / "facts")
    wanted = entry.engine.get("matcher")
    matcher = wanted if wanted == "durable-rules" and available() else "interpreter"
    call = Call(folder=str(facts), profile=profile, as_of=entry.as_of, matcher=matcher)
    return run_of(call, environment={})  # as it was recorded, whatever is set today


def _facts(trail: Trail, entry: Entry, folder: Path) -> Path:
    folder.mkdir()
    try:
        listed = files_of_facts(content_of(trail, entry.number, entry.facts, "facts/"))
    except DamagedError as error:
        raise refusal(trail, "audit.entry-damaged", entry=entry.number) from error
    for path, digest in listed.items():
        _write(trail, entry, folder / _safe(trail, entry, path), digest)
    for name, digest_ in ((SETTINGS, entry.settings), (WAIVERS, entry.waivers)):
        if digest_ is not None:
            _write(trail, entry, folder / name, digest_)
    return folder


def _pack(trail: Trail, entry: Entry, pack: PackUsed, folder: Path) -> PackFolder:
    place = folder / _safe(trail, entry, f"{pack.id}/{pack.version}")
    try:
        listed = files_of_pack(content_of(trail, entry.number, pack.sha256, f"{pack.id}/"))
    except DamagedError as error:
        raise refusal(trail, "audit.entry-damaged", entry=entry.number) from error
    for path, digest in listed.items():
        _write(trail, entry, place / _safe(trail, entry, path), digest)
    return PackFolder(id=pack.id, version=pack.version, path=place, shown=pack.shown)


def _write(trail: Trail, entry: Entry, path: Path, digest: str) -> None:
    data = content_of(trail, entry.number, digest, path.name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:  # a name too long, a file where another name wants a folder
        raise refusal(trail, "audit.path-unsafe", entry=entry.number, path=path.name) from error


def _safe(trail: Trail, entry: Entry, path: str) -> PurePosixPath:
    """Return a path below the folder; a trail from elsewhere may name any."""
    found = PurePosixPath(path)
    odd = "\0" in path or (os.name == "nt" and ("\\" in path or ":" in path))
    if not found.parts or found.is_absolute() or ".." in found.parts or odd:
        raise refusal(trail, "audit.path-unsafe", entry=entry.number, path=path)
    return found
