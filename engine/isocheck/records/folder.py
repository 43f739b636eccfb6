"""A facts folder read whole: every problem of every file in one go, or the facts."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from isocheck.errors import InputProblems, Location, Problem
from isocheck.records.absences import Absences
from isocheck.records.ahead import Ahead
from isocheck.records.base import FactBase, FactFile, Record
from isocheck.records.checking import Checker
from isocheck.records.complete import Complete, path_problems
from isocheck.records.fact_file import FileRead, read_fact_file
from isocheck.records.kinds.kind import Kind
from isocheck.records.named_bodies import REPAIRED, read_names
from isocheck.records.references import dangling_references, duplicate_ids, parent_cycles
from isocheck.records.sequels import Sequels
from isocheck.records.settings import Settings, unknown_tables
from isocheck.records.tables.reading import TableReader, by_headings
from isocheck.records.uniqueness import entered_twice
from isocheck.records.words import unknown_kind, words_of_kinds
from isocheck.source.files import SETTINGS, SourceFile, fact_files, shown_path
from isocheck.source.nodes import OF_THE_FILE, Fields, Items
from isocheck.source.yaml_reader import MAX_PROBLEMS

_MOST_PROBLEMS = 20_000  # of a folder; who has more mends those first
_MOST_RECORDS = 200_000  # of a folder before its last file; the whole country has some 12,000 units


def load_facts(
    folder: Path,
    kinds: Mapping[str, Kind],
    reference: Iterable[Record] = (),
    settings: Settings | None = None,
) -> FactBase:
    """Return the facts of a folder, checked, with the records that the packs lay down.

    Raises:
        InputProblems: every problem of every file; also when there is nothing to judge.
    """
    found = fact_files(folder)
    loading = _Loading(kinds, settings or Settings(), list(found.problems))
    if found.waivers is not None:  # a verdict that leaves one out of account would mislead
        loading.problems.append(Problem("files.waivers", Location(found.waivers.path)))
    with _collector_paused():
        loading.problems += unknown_tables(loading.settings, [f.path for f in found.files])
        for number, file in enumerate(found.files):
            if loading.stops(file, len(found.files) - number):
                break
            loading.take(file)
        return loading.finish(folder, tuple(reference))


def records_of_case(
    nodes: Items,
    kinds: Mapping[str, Kind],
    reference: Iterable[Record],
    shown: str,
    collected: Sequence[str] = (),
) -> FactBase:
    """Return the facts that a pack's test case gives, with the same checks as a folder's.

    `collected` names kinds, or `all` alone; the nodes become values in place.

    Raises:
        InputProblems: every problem of the case.
    """
    every = tuple(collected) == ("all",)
    settings = Settings(collected="all" if every else frozenset(collected))
    loading = _Loading(kinds, settings, [])
    loading.records = loading.checker.records(nodes, shown, None, loading.problems)
    return loading.base(tuple(reference))


def reference_records(nodes: Items, kinds: Mapping[str, Kind], shown: str) -> list[Record]:
    """Return the records that a pack lays down; its own kinds are allowed here.

    What they refer to may stand in another pack or in the facts: that is not checked. The nodes
    become values in place.

    Raises:
        InputProblems: every problem of the records.
    """
    problems: list[Problem] = []
    records = Checker(kinds, laid_down=True).records(nodes, shown, None, problems)
    problems += duplicate_ids(records, {})
    if problems:
        raise InputProblems(problems)
    absences = Absences(kinds)
    for record in records:
        absences.settle(record)
    return records


def facts_digest(files: Iterable[FactFile]) -> str:
    """Return the SHA-256 of the folder's facts.

    It is taken over one line a file, in the order of their paths (by code point): the file's
    SHA-256 in hexadecimal, two spaces, its path below the folder with `/`, a line feed; in UTF-8.
    """
    lines = sorted((file.path, file.sha256) for file in files)
    listing = "".join(f"{digest}  {path}\n" for path, digest in lines)
    return hashlib.sha256(listing.encode("utf-8")).hexdigest()


def where_is(record: Record, path: Sequence[str | int]) -> str:
    """Return `file:line` of the deepest part of the path that stands in the record's file.

    What is none because the file is declared complete stands where that is declared.
    """
    line = record.line
    node: object = record.values
    for part in path:
        in_fields = isinstance(node, Fields) and part in node
        in_items = isinstance(node, Items) and isinstance(part, int) and 0 <= part < len(node)
        if not (in_fields or in_items):
            break
        holder: Any = node
        line, node = holder.line_of(part), holder[part]
    if line == OF_THE_FILE and record.complete_at is not None:
        return record.complete_at
    return f"{record.file}:{line}"


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector from walking, again and again, what is only being built up."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(slots=True)
class _Loading:
    """What has been read so far."""

    kinds: Mapping[str, Kind]
    settings: Settings
    problems: list[Problem]
    records: list[Record] = field(default_factory=list)
    files: list[FactFile] = field(default_factory=list)
    complete: dict[str, Complete] = field(default_factory=dict)  # by the path of the file
    whole: bool = True  # False: a file could not be read to its end
    headings: dict[str, Mapping[str, str]] = field(default_factory=dict)  # of each table
    checker: Checker = field(init=False)
    tables: TableReader = field(init=False)

    def __post_init__(self) -> None:
        self.checker = Checker(self.kinds)
        self.tables = TableReader(self.kinds)

    def take(self, file: SourceFile) -> None:
        """Read one file."""
        try:
            data, digest = file.read()
            if file.suffix == ".csv":
                read = self._table(data, file)
            else:
                read = read_fact_file(data, file.path, self.problems)
        except InputProblems as error:
            self.problems.extend(error.problems)
            self.whole = False
            return
        self.whole = self.whole and read.whole
        day, complete = read.collected_on, read.complete
        if complete is not None:
            in_facts = (kind for kind in self.kinds.values() if not kind.reference)
            self.problems += path_problems(complete, in_facts)
            self.complete[file.path] = complete
        ahead = Ahead(file.path, day, read.collected_at)
        self.records += self.checker.records(read.records, file.path, day, self.problems, ahead)
        about = FactFile(file.path, digest, day, complete, read.repaired, read.small)
        self.files.append(replace(about, ahead=tuple(ahead.known), latest=ahead.latest))

    def stops(self, file: SourceFile, rest: int) -> bool:
        """Tell whether there is enough to mend, or too much to hold, before a file is read."""
        if len(self.problems) >= _MOST_PROBLEMS:
            args: dict[str, object] = {"count": rest, "limit": _MOST_PROBLEMS}
            self.problems.append(Problem("facts.files-not-read", Location(file.path), "", args))
        elif len(self.records) > _MOST_RECORDS:
            args = {"limit": _MOST_RECORDS}
            self.problems.append(Problem("facts.too-many-records", Location(file.path), "", args))
        else:
            return False
        self.whole = False
        return True

    def _table(self, data: bytes, file: SourceFile) -> FileRead:
        """Read a table; what a YAML file says in its head stands in the settings."""
        read = self.tables.read(data, file.path, file.stem, self.problems)
        self.headings[file.path] = read.headings
        return FileRead(
            records=read.records,
            collected_on=self.settings.collected_on,
            collected_at=Location(SETTINGS, self.settings.lines.get("collected_on")),
            complete=self.settings.complete.get(file.path),
            whole=read.whole,
            repaired=read.repaired,
            small=read.small,
        )

    def finish(self, folder: Path, reference: Sequence[Record]) -> FactBase:
        """Return the facts once all files are read."""
        if not self.problems and not self.records:
            code = "facts.no-records" if self.files else "facts.no-files"
            self.problems.append(Problem(code, Location(shown_path(str(folder)))))
        return self.base(reference)

    def base(self, reference: Sequence[Record]) -> FactBase:
        """Return the facts, once everything between records holds."""
        laid_down = {record.id: record for record in reference}
        collected = self._collected()
        self.problems += duplicate_ids(self.records, laid_down)
        known = {record.id: record for record in reversed(self.records)} | laid_down
        self._read_names(known)  # first: what is one body is compared by its id, however written
        self.problems += entered_twice(self.records, self.kinds)
        if self.whole and self.checker.whole:
            # otherwise what a reference names may stand in what was not read
            self.problems += dangling_references(self.checker.references, known, self.kinds)
        self.problems += parent_cycles({r.id: known[r.id] for r in self.records})
        sequels = Sequels(self.kinds, known)
        self.problems += [wrong for record in self.records for wrong in sequels.wrong_in(record)]
        if self.problems:
            raise InputProblems(by_headings(self.problems, self.headings))
        absences = Absences(self.kinds)
        for record in self.records:
            absences.settle(record, self.complete.get(record.file))
        base = FactBase(collected=collected, files=tuple(self.files))
        base.add(reference)
        base.add(self.records)
        return base

    def _read_names(self, known: Mapping[str, Record]) -> None:
        """Read the names that tables give in the place of ids, and count them."""
        checker = self.checker
        checker.references, read = read_names(checker.references, known, self.kinds, self.headings)
        for number, file in enumerate(self.files):
            if read[file.path]:
                repaired = dict(sorted({**file.repaired, REPAIRED: read[file.path]}.items()))
                self.files[number] = replace(file, repaired=repaired)

    def _collected(self) -> frozenset[str]:
        """Return the collected kinds; what packs lay down is always there in full."""
        in_facts = {kind.id for kind in self.kinds.values() if not kind.reference}
        of_packs = frozenset(self.kinds) - in_facts
        named = self.settings.collected
        if named == "all":
            return of_packs | in_facts
        words = words_of_kinds(self.kinds.values())
        known = {kind: words.id_of(kind) for kind in named}
        unknown = sorted(kind for kind, found in known.items() if found is None)
        for number, kind in enumerate(unknown):
            line = self.settings.kind_lines.get(kind)
            args = {"kind": kind, **unknown_kind(kind, words, guessed=number < MAX_PROBLEMS)}
            place = Location(SETTINGS, line)
            self.problems.append(Problem("settings.collected-kind", place, "collected", args))
        return of_packs | {kind for kind in known.values() if kind is not None}
