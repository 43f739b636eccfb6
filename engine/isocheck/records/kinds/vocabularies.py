"""The words that rules compare: an id for the rules, labels and aliases for the people.

A fact file may use any of them, whatever its capitals, spaces and NFC form; the typed value is the
id. Where the law leaves the list open, something else is written `other: WORDS` and is kept so: it
equals no id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from isocheck.source.guess import closest
from isocheck.source.text import folded, in_words, without_marks

OTHER: Final[Mapping[str, str]] = {"vi": "khác", "en": "other"}
_OTHERS: Final = frozenset(map(folded, OTHER.values()))
_MARK: Final = f"{OTHER['en']}: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a vocabulary; without a label people read its id."""

    id: str
    label: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    of: tuple[str, ...] = ()  # the kinds in whose records alone it stands; empty: any

    def in_language(self, lang: str) -> str:
        """Return what people read."""
        return self.label.get(lang, self.id)

    @property
    def spellings(self) -> tuple[str, ...]:
        """All that a fact file may write for it."""
        return tuple(dict.fromkeys([self.id, *self.label.values(), *self.aliases]))


class WordError(Exception):
    """What stands in a fact file is no word of the vocabulary.

    `code` is "unknown", "bare" (`other` without saying what) or "known" (`other:` before a word
    that there is); `likely` is the spelling that was probably meant, or empty.
    """

    def __init__(self, code: str, likely: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.likely = likely


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words that a field may hold."""

    id: str
    pack: str
    words: Mapping[str, Word]
    open: bool = False
    extended_by: tuple[str, ...] = ()  # packs that add words or aliases to it
    kind: str = ""  # the kind whose words alone it has
    whole: Vocabulary | None = None  # all words, of whatever kind; none: these are all
    # of each spelling, folded: the id that it means, and how it is written
    _known: dict[str, tuple[str, str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Make the table of what each spelling means."""
        for word in self.words.values():
            for spelling in word.spellings:
                self._known.setdefault(folded(spelling), (word.id, spelling))

    def in_kind(self, kind: str) -> Vocabulary:
        """Return the vocabulary with the words alone that records of a kind may have.

        Where it has none for them the law is silent, and all of them stay.
        """
        words = {w.id: w for w in self.words.values() if not w.of or kind in w.of}
        if not words or len(words) == len(self.words):
            return self
        return replace(self, words=words, kind=kind, whole=self)

    def id_of(self, text: str) -> str | None:
        """Return the id that a spelling means, None if it is not one of the words."""
        found = self._known.get(folded(text))
        return None if found is None else found[0]

    def value_of(self, text: str) -> str:
        """Return the typed value of a word as written: its id, or `other: WORDS`.

        Raises:
            WordError: it is not one of the words, nor marked as another.
        """
        known = self.id_of(text)
        if known is not None:
            return known
        head, colon, rest = text.partition(":")
        if self.open and is_other(head):
            return self.other_of(rest if colon else "")
        raise WordError("unknown", self.likely(text)[1])

    def other_of(self, text: str) -> str:
        """Return the typed value of words that are not in the list and are marked so."""
        words = " ".join(text.split())
        if not words:
            raise WordError("bare")
        known = self.id_of(words)
        if known is not None:
            raise WordError("known", words)
        return _MARK + words

    def likely(self, text: str) -> tuple[str, str]:
        """Return the id that was probably meant and its spelling, or empty texts.

        Each of its words must be near to one of that spelling's: `ngân sách nhà nước` is no slip of
        `ngân sách trung ương`. Only spaces may be missing, or too many; or words stand around one
        spelling alone, as in `chi cơ quan thực hiện`.
        """
        meant = folded(text)
        near = closest(meant, [known for known in self._known if _may_be(meant, known)])
        if not near:
            within = [known for known in self._known if f" {known} " in f" {in_words(meant)} "]
            one = len({self._known[known][0] for known in within}) == 1
            near = max(within, key=len) if one else ""
        return self._known[near] if near else ("", "")

    def label(self, value: str, lang: str) -> str:
        """Return what people read for a typed value."""
        word = self.words.get(value)
        if word is not None:
            return word.in_language(lang)
        if self.open and value.startswith(_MARK):
            return f"{OTHER[lang]}: {value.removeprefix(_MARK)}"
        return value


def _may_be(text: str, known: str) -> bool:
    """Tell whether a text can be a slip of a spelling: word by word, or but for its spaces."""
    words, others = without_marks(text).split(), without_marks(known).split()
    if "".join(words) == "".join(others):
        return True
    pairs = zip(words, others, strict=False)
    return len(words) == len(others) and all(a == b or closest(a, [b]) for a, b in pairs)


def is_other(text: str) -> bool:
    """Tell whether a text is the mark of what is not in a list: `other`, `khác`."""
    return folded(text) in _OTHERS


def clashes(words: Mapping[str, Word]) -> Iterator[tuple[str, str, str]]:
    """Yield each spelling that two words share, with the ids of both."""
    seen: dict[str, str] = {}
    for word in words.values():
        for spelling in word.spellings:
            other = seen.setdefault(folded(spelling), word.id)
            if other != word.id:
                yield spelling, other, word.id
