"""Names in the place of ids: a table's are read where one record alone has them, others suggested.

Names are compared as they are read aloud: capitals, spaces and the place of a tone mark in its
syllable (`Hòa`, `Hoà`) make no difference.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping

from isocheck.records.base import Record
from isocheck.records.checking import Reference
from isocheck.records.kinds.kind import FieldSpec, Kind
from isocheck.source.guess import MOST_NEAR
from isocheck.source.nodes import Fields, Items
from isocheck.source.text import in_words, sounded, without_marks

_FEWEST, _MOST = 2, 8  # letters of an abbreviation
_LONGEST = 100  # a longer text is not the name of a body
REPAIRED = "reference"  # what is counted of a table for each name that was read


class Names:
    """The records by their names, made ready when first asked for."""

    def __init__(self, known: Mapping[str, Record], kinds: Mapping[str, Kind]) -> None:
        self._known = known
        self._kinds = kinds
        self._by_name: dict[str, list[Record]] | None = None
        self._by_letters: dict[str, list[Record]] | None = None

    def of(self, name: str, spec: FieldSpec) -> list[str]:
        """Return the ids of the records with a name that a reference may name."""
        if self._by_name is None:
            self._by_name = self._by(sounded)
        return self._ids(self._by_name.get(sounded(name), ()), spec)

    def near(self, name: str, spec: FieldSpec) -> list[str]:
        """Return the ids of those whose names have the same letters, whatever their accents."""
        return self._ids(self._lettered().get(letters_of(name), ()), spec)

    def shortened(self, name: str, spec: FieldSpec) -> list[str]:
        """Return the ids of those that people call by such a name, unless they are many.

        `UBND tỉnh` is said of `UBND tỉnh Lạng Sơn`, `Cao Lộc` of `Huyện Cao Lộc`, `Sở KH&CN` of
        `Sở Khoa học và Công nghệ`, `UBND huyện Cao Lộc` of `Huyện Cao Lộc`; a document by its
        number. Too much begins or ends with one word of one syllable.
        """
        if len(name) > _LONGEST:
            return []
        whole, called = letters_of(name), abbreviation(name)
        found = [r for r in self._known.values() if self._document(r) == whole]
        for other, records in self._lettered().items():
            longer = " " in whole and (other.startswith(whole + " ") or other.endswith(" " + whole))
            shorter = " " in other and whole.endswith(" " + other)
            if longer or shorter or called.fullmatch(other):
                found += records
        ids = sorted(set(self._ids(found, spec)))
        return ids if len(ids) <= MOST_NEAR else []

    def called(self, identity: str) -> str | None:
        """Return what people know a record by; nothing where no record has the id."""
        record = self._known.get(identity)
        kind = None if record is None else self._kinds.get(record.kind)
        return None if record is None or kind is None else kind.called(record.values)

    def _document(self, record: Record) -> str | None:
        """Return the number of the document that a record without a name is known by."""
        kind = self._kinds.get(record.kind)
        number = None if kind is None or not kind.known_by else record.values.get(kind.known_by)
        return letters_of(number) if isinstance(number, str) else None

    def _lettered(self) -> Mapping[str, list[Record]]:
        if self._by_letters is None:
            self._by_letters = self._by(letters_of)
        return self._by_letters

    def _by(self, compared: Callable[[str], str]) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = {}
        for record in self._known.values():
            held = record.values.get("name")
            if isinstance(held, str):
                found.setdefault(compared(held), []).append(record)
        return found

    @staticmethod
    def _ids(records: Iterable[Record], spec: FieldSpec) -> list[str]:
        return sorted(
            record.id
            for record in records
            if (not spec.to or record.kind in spec.to) and record.kind not in spec.never
        )


def abbreviation(name: str) -> re.Pattern[str]:
    """Return what a name means in which words of capitals stand for the first letters of words."""
    parts = []
    for word in name.split():
        letters = letters_of(word).replace(" ", "")
        whole = re.escape(letters_of(word))
        if word.isupper() and _FEWEST <= len(letters) <= _MOST:
            each = r" (?:va )?".join(rf"{re.escape(letter)}\w*" for letter in letters)
            whole = f"(?:{whole}|{each})"
        parts.append(whole)
    return re.compile(" ".join(parts))


def letters_of(name: str) -> str:
    """Return a name without accents: names that differ by a slip of one have it alike."""
    return in_words(without_marks(name))


def read_names(
    references: Iterable[Reference],
    known: Mapping[str, Record],
    kinds: Mapping[str, Kind],
    tables: Collection[str],
) -> tuple[list[Reference], Counter[str]]:
    """Return references in which a name in a table is an id, and how many each table had.

    The records are changed in place. A name that several records have stays as it is.
    """
    names = Names(known, kinds)
    read: Counter[str] = Counter()
    found = []
    for reference in references:
        if reference.target not in known and reference.file in tables:
            ids = names.of(reference.target, reference.spec)
            if len(ids) == 1:
                reference = _written(reference, ids[0])  # noqa: PLW2901 - the same one, as it is read
                read[reference.file] += 1
        found.append(reference)
    return found, read


def _written(reference: Reference, identity: str) -> Reference:
    """Write an id where a name stands, and where what stands for a list was spread."""
    holder, key = reference.holder, reference.key
    if isinstance(holder, Fields):
        for entries in holder.values():
            for entry in entries if isinstance(entries, Items) else ():
                if isinstance(entry, Fields) and entry.get("id") == reference.target:
                    entry["id"] = identity
    holder[key] = identity  # type: ignore[index]
    return reference._replace(target=identity)
