"""The kinds of several packs, read together: a later pack may add words to a vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from isocheck.errors import Location, Problem
from isocheck.records.kinds.kind import Kind, as_words
from isocheck.records.kinds.reading import read_sound_kinds
from isocheck.records.kinds.vocabularies import Vocabulary, clashes
from isocheck.records.kinds.vocabulary_reading import read_vocabularies


class KindsFile(NamedTuple):
    """A `kinds.yaml` as read: what it holds, its pack, and its name as shown."""

    node: Any
    pack: str
    shown: str


def read_kinds_of_packs(files: Sequence[KindsFile]) -> tuple[dict[str, Kind], list[Problem]]:
    """Return the kinds of packs, each after those that it requires, and what is wrong with them."""
    problems: list[Problem] = []
    vocabularies: dict[str, Vocabulary] = {}
    for file in files:
        vocabularies, wrong = read_vocabularies(*file, vocabularies)
        problems += wrong
    kinds: dict[str, Kind] = {}
    for file in files:
        found, wrong = read_sound_kinds(*file, vocabularies)
        problems += wrong
        for kind in found.values():
            if kind.id in kinds:
                args = {"value": kind.id, "other": kinds[kind.id].pack}
                problems.append(_problem("kind-twice", file, kind.id, file.pack, args))
            kinds.setdefault(kind.id, kind)
        problems += _ambiguous(kinds, found, file)
    return kinds, problems


def _ambiguous(kinds: dict[str, Kind], found: dict[str, Kind], file: KindsFile) -> list[Problem]:
    """Return the titles and aliases of a pack's kinds that could mean another kind."""
    return [
        _problem(
            "kinds.word-twice",
            file,
            second if second in found else first,
            f"kinds.{second}",
            {"spelling": spelling, "first": first, "second": second},
        )
        for spelling, first, second in clashes(as_words(kinds.values()).words)
        if first in found or second in found
    ]


def _problem(code: str, file: KindsFile, kind: str, where: str, args: dict[str, str]) -> Problem:
    line = file.node["kinds"].line_of(kind)
    return Problem(code, Location(file.shown, line), where, args)
