"""The headings of a table: which column leads to which field of which kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from isocheck.records.kinds.columns import Place, heading_key, places_of
from isocheck.records.kinds.kind import Kind, as_words
from isocheck.source.guess import MOST_NEAR, closest
from isocheck.source.text import folded, without_marks

_ASIDE: Final = re.compile(r"(?:ghi chú|note|notes)\b.*|stt|tt|số tt|số thứ tự|#", re.DOTALL)
_UNIT: Final = (
    r"(?:(?:1(?:[.,]?000)+|trăm|nghìn|ngàn|triệu|tỷ|tỉ)\s*(?:nghìn|triệu|tỷ|tỉ)?\s*"
    r"(?:đồng|đ|vnđ|vnd)?|trđ|tr\.?\s?(?:đồng|đ)|usd|eur|\$|(?:thousands?|millions?|billions?)"
    r"(?: of)?(?: vnd| đồng| dong)?)"
)
_UNIT_IN_HEADING: Final = re.compile(rf"(?<![^\W\d_])({_UNIT})(?![^\W_])")
_UNIT_NAMED: Final = re.compile(
    rf"(?<![^\W\d_])(?:đvt|đơn vị(?: tính)?|tính bằng|unit|in)\s*[:\-]?\s*\(?\s*({_UNIT})(?![^\W_])"
)
_UNIT_ALONE: Final = re.compile(rf"[(\[]?\s*({_UNIT})\s*[)\]]?\.?")
_UNIT_BEFORE: Final = re.compile(r"[\s,:(\-]*(?:đvt|đơn vị(?: tính)?|tính bằng|unit|in)?[\s:(\-]*$")
_YEARS_AT_THE_END: Final = re.compile(
    r"[\s_\-.]*(?:năm[\s_]*)?(?:19|20|21)[0-9]{2}(?:\s*[-–_]\s*(?:19|20|21)[0-9]{2})?$",
    re.IGNORECASE,
)
_LONGEST: Final = 200  # characters: what is longer is no heading, nor a line that names a unit
_MOST_GUESSES: Final = 20


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as written, on one line, what it is matched by, and the unit that it names."""

    written: str
    key: str
    unit: str = ""

    @property
    def aside(self) -> bool:
        """Whether the column is for people only: notes, numbers of rows, no heading at all."""
        return not self.written or _ASIDE.fullmatch(self.key) is not None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table for one kind: where it stands, its heading, and where it leads."""

    position: int
    heading: str
    place: Place
    unit: str = ""  # other than đồng, of an amount: its cells cannot be read


class Headings:
    """What the columns of tables may be called, for all kinds of fact files."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self.kinds = {kind.id: kind for kind in kinds.values() if not kind.reference}
        self._words = as_words(self.kinds.values())
        self._places: dict[str, Mapping[str, Place]] = {}
        self._all: dict[str, str] = {}  # every heading of any kind, and how it is written

    def kind_of_cell(self, text: str) -> str | None:
        """Return the kind that a text names: by id, title or alias."""
        return self._words.id_of(text)

    def kind_of_file(self, stem: str) -> str | None:
        """Return the kind that a table is named after; years may follow its name."""
        for name in dict.fromkeys([stem, _YEARS_AT_THE_END.sub("", stem)]):
            for spelling in dict.fromkeys([name, re.sub(r"[_\s-]+", " ", name)]):
                kind = self._words.id_of(spelling)
                if kind is not None:
                    return kind
        return None

    def likely_kind(self, stem: str) -> str:
        """Return the kind's name that a file name was probably meant to be."""
        return self._words.likely(stem)[1]

    def is_like_a_kind(self, text: str) -> bool:
        """Tell whether a text was probably meant to name a kind."""
        return self._words.likely(text)[1] != ""

    def column_of_word(self, kind: str, text: str) -> str | None:
        """Return the dotted name of a field of a kind that can be a word, None if none can."""
        for place, _ in places_of(self.kinds[kind]):
            words = place.spec.vocabulary
            if words is not None and words.id_of(text) is not None:
                return place.dotted
        return None

    def places(self, kind: str) -> Mapping[str, Place]:
        """Return where each heading of a kind leads."""
        found = self._places.get(kind)
        if found is None:
            found = {
                heading_key(word): place
                for place, words in places_of(self.kinds[kind])
                for word in words
            }
            self._places[kind] = found
        return found

    def known(self, cells: Sequence[str]) -> int:
        """Return how many cells of a row are headings of any kind, each counted once."""
        return len({key for key in map(_key_of, cells) if key in self._spellings()})

    def heading(self, cell: str) -> Heading:
        """Return a heading as read from its cell."""
        written = " ".join(cell[:_LONGEST].split())
        low = folded(written)
        unit = _UNIT_IN_HEADING.search(low)
        key = heading_key(written)
        if unit is None or key in self._spellings():
            return Heading(written, key, "" if unit is None else unit[1].strip())
        before = heading_key(_UNIT_BEFORE.sub("", low[: unit.start()]))
        return Heading(written, before if before in self._spellings() else key, unit[1].strip())

    def column(self, kind: str, position: int, heading: Heading) -> Column | None:
        """Return the column of a kind that a heading names, None if it names none."""
        place = self.places(kind).get(heading.key)
        if place is None:
            return None
        unit = heading.unit if place.spec.type == "money" else ""
        return Column(position, heading.written, place, unit)

    def guesses(self, headings: Sequence[Heading], kinds: Sequence[str]) -> Iterator[str]:
        """Yield for each heading that is not known what was probably meant: one, or several.

        `Đơn vị` may be short for `Đơn vị chi` as well as for `Đơn vị thụ hưởng`.
        """
        words = {
            without_marks(heading_key(word)): word
            for kind in kinds
            for place, words in places_of(self.kinds[kind])
            for word in words
        }
        for number, heading in enumerate(headings):
            key = without_marks(heading.key)
            if number >= _MOST_GUESSES:
                yield ""
                continue
            longer = [word for word in words if word.startswith(f"{key} ")]
            near = closest(key, words)
            meant = longer if len(longer) > 1 else [near] if near else []
            yield "', '".join(words[word] for word in meant[:MOST_NEAR])

    def _spellings(self) -> Mapping[str, str]:
        if not self._all:
            for kind in self.kinds.values():
                for _, words in places_of(kind):
                    self._all.update((heading_key(word), word) for word in words)
        return self._all


def _key_of(cell: str) -> str:
    return heading_key(cell) if cell and len(cell) <= _LONGEST else ""


def unit_of_title(cells: Sequence[str]) -> str:
    """Return the unit other than đồng that a row above the headings names, or an empty text."""
    for cell in cells:
        low = folded(cell[:_LONGEST])
        found = _UNIT_NAMED.search(low) or _UNIT_ALONE.fullmatch(low)
        if found is not None:
            return found[1].strip()
    return ""
