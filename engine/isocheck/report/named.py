"""What a word of a person names: a rule, a kind, a body or record, by id or by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from isocheck.errors import InputProblems, Location, Problem
from isocheck.packs.model import Rule
from isocheck.records.base import Record
from isocheck.records.kinds.kind import Kind
from isocheck.source.guess import closest
from isocheck.source.text import nfc, sounded, without_marks

_MOST_CANDIDATES: Final = 12


def folded(text: str) -> str:
    """Return a text as names are compared: NFC, no capitals, one space between words."""
    return " ".join(nfc(text).casefold().split())


Read = Callable[[str], str]
# how names are compared, the stricter first: as written, wherever a tone mark is set, without marks
_READINGS: Final[tuple[Read, ...]] = (folded, sounded, without_marks)


def rule_named(word: str, rules: Iterable[Rule]) -> str | None:
    """Return the rule that a word names by its id or its title."""
    return _only_one(word, {rule.id: rule.title.values() for rule in rules})


def kind_named(word: str, kinds: Mapping[str, Kind]) -> str | None:
    """Return the kind of record that a word names by its id, its title or an alias."""
    names = {key: (*kind.title.values(), *kind.aliases) for key, kind in kinds.items()}
    return _only_one(word, names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """Looks up which record a word names; `place` says where the word stands in the call."""

    records: Mapping[str, Record]
    place: str

    def record(self, word: str, among: Mapping[str, Record], *, whole: bool = False) -> str | None:
        """Return the record that a word names, None if none; raises InputProblems for several.

        The word is an id, a name, or, unless it must be `whole`, a name without its first words
        (`Cao Lộc` of `Huyện Cao Lộc`); a name may have the body above it after a comma (`Xã Tân
        Thành, Cao Lộc`). Where none is so written, tone marks may stand elsewhere in the syllable,
        or all marks be left out.
        """
        if word in among:
            return word
        if not folded(word):
            return None
        loose = () if whole else (_is_end_of_name, self._is_end_below)
        for read in _READINGS:
            for matches in (_is_id, _is_name, self._is_name_below, *loose):
                found = [record for record in among.values() if matches(record, word, read)]
                if len(found) > 1:
                    raise InputProblems([self._several(word, found)])
                if found:
                    return found[0].id
        return None

    def unknown(
        self, code: str, word: str, known: Iterable[str], records: Iterable[Record]
    ) -> Problem:
        """Return the problem that a word names nothing, with what it may mean."""
        shown = {key: key for key in known}
        for record in records:
            shown[record.id] = record.id
            if _name(record):
                shown[str(record.values["name"])] = f"{record.values['name']} ({record.id})"
        return Problem(
            code, Location(self.place), "", {"value": word, "guess": _guess(word, shown)}
        )

    def shown(self, record: Record) -> str:
        """Return an id with the name and the body above, as people tell namesakes apart."""
        above = self.above(record)
        names = [str(r.values["name"]) for r in (record, *above[:1]) if _name(r)]
        return f"{record.id} ({', '.join(names)})" if names else record.id

    def _several(self, word: str, found: list[Record]) -> Problem:
        known = [self.shown(record) for record in found[:_MOST_CANDIDATES]]
        more = len(found) - len(known)
        args = {"value": word, "known": known, "more": more or ""}
        return Problem("call.several", Location(self.place), "", args)

    def above(self, record: Record) -> list[Record]:
        """Return the bodies above a record, the nearest first."""
        found: list[Record] = []
        parent = self.records.get(str(record.values.get("parent") or ""))
        while parent is not None and parent not in found:
            found.append(parent)
            parent = self.records.get(str(parent.values.get("parent") or ""))
        return found

    def _is_name_below(self, record: Record, word: str, read: Read) -> bool:
        return self._below(record, word, read, _is_name)

    def _is_end_below(self, record: Record, word: str, read: Read) -> bool:
        return self._below(record, word, read, _is_end_of_name)

    def _below(
        self, record: Record, word: str, read: Read, matches: Callable[[Record, str, Read], bool]
    ) -> bool:
        name, comma, above = word.rpartition(",")
        if not comma or not matches(record, name, read):
            return False
        return any(
            test(body, above, read)
            for body in self.above(record)
            for test in (_is_id, _is_name, _is_end_of_name)
        )


def _name(record: Record, read: Read = folded) -> str:
    name = record.values.get("name")
    return read(name) if isinstance(name, str) else ""


def _is_id(record: Record, word: str, read: Read) -> bool:  # noqa: ARG001 - ids are ids
    return folded(record.id) == folded(word)


def _is_name(record: Record, word: str, read: Read) -> bool:
    return _name(record, read) == read(word) != ""


def _is_end_of_name(record: Record, word: str, read: Read) -> bool:
    return _name(record, read).endswith(f" {read(word)}")


def _only_one(word: str, titles: Mapping[str, Iterable[str]]) -> str | None:
    """Return the one key that a word is, or whose title it is."""
    if word in titles:
        return word
    wanted = folded(word)
    found = [key for key in titles if folded(key) == wanted]
    found = found or [key for key, words in titles.items() if wanted in map(folded, words)]
    return found[0] if len(found) == 1 else None


def _guess(word: str, shown: Mapping[str, str]) -> str:
    """Return what was probably meant; marks above and below letters are often left out."""
    bare = {without_marks(key): text for key, text in shown.items()}
    wanted = without_marks(word)
    found = closest(wanted, bare)
    if not found:
        ends = [key for key in bare if key.endswith(f" {wanted}")] if wanted else []
        found = ends[0] if len(ends) == 1 else ""
    return bare.get(found, "")
