"""Reading the `vocabularies` of a pack's `kinds.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from isocheck.errors import Problem
from isocheck.records.kinds.form import KindsForm
from isocheck.records.kinds.vocabularies import Vocabulary, Word, clashes
from isocheck.source.guess import closest
from isocheck.source.nodes import Fields

_KEYS = ("open", "extends", "words")
_WORD_KEYS = ("label", "aliases", "of")
_LANGUAGES = ("vi", "en")


def read_vocabularies(
    document: object, pack: str, shown: str, earlier: Mapping[str, Vocabulary]
) -> tuple[dict[str, Vocabulary], list[Problem]]:
    """Return the vocabularies of some packs with those of one more, and what is wrong with these.

    `extends: PACK` adds words, or aliases of words, to a vocabulary of an earlier pack.
    """
    reader = _VocabularyReader(pack, shown)
    return reader.read(document, earlier), reader.problems


class _VocabularyReader(KindsForm):
    """Builds vocabularies and collects the problems of the file."""

    def read(self, document: object, earlier: Mapping[str, Vocabulary]) -> dict[str, Vocabulary]:
        found = dict(earlier)
        declared = (
            self.mapping(document, "vocabularies", "") if isinstance(document, Fields) else Fields()
        )
        for name in declared:
            where, line = f"vocabularies.{name}", declared.line_of(name)
            body = declared[name]
            if not isinstance(body, Fields):
                self.problem("kinds.mapping-expected", line, where)
                continue
            self.known_keys(body, _KEYS, where)
            if self._its_place(name, body, found, line, where):
                found[name] = self._vocabulary(name, body, found.get(name), where)
        return found

    def _its_place(
        self, name: str, body: Fields, found: Mapping[str, Vocabulary], line: int, where: str
    ) -> bool:
        """Tell whether a vocabulary is new, or extends the one of the pack that it names."""
        known = found.get(name)
        extends = self.word(body, "extends", where)
        if known is not None and extends != known.pack:
            self.problem("kinds.vocabulary-twice", line, where, name=name, pack=known.pack)
            return False
        if known is None and extends is not None:
            args = {"name": name, "pack": extends, "guess": closest(name, found)}
            self.problem("kinds.vocabulary-unknown", body.line_of("extends"), where, **args)
            return False
        return True

    def _vocabulary(
        self, name: str, body: Fields, known: Vocabulary | None, where: str
    ) -> Vocabulary:
        entries = self.mapping(body, "words", where)
        if not entries:
            self.problem("kinds.vocabulary-empty", body.line_of("words"), where)
        words = dict(known.words) if known is not None else {}
        for identity in entries:
            word = self._word_of(identity, entries, f"{where}.{identity}")
            words[identity] = self._added(words.get(identity), word, entries, where)
        for spelling, first, second in clashes(words):
            at = second if second in entries else first
            args = {"spelling": spelling, "first": first, "second": second}
            self.problem("kinds.word-twice", entries.line_of(at), f"{where}.{at}", **args)
        is_open = self.flag(body, "open", where)
        if known is not None:
            by = (*known.extended_by, self.pack)
            return replace(known, words=words, open=known.open or is_open, extended_by=by)
        return Vocabulary(id=name, pack=self.pack, words=words, open=is_open)

    def _word_of(self, identity: str, entries: Fields, where: str) -> Word:
        body = entries[identity]
        if body is None:
            return Word(id=identity)
        if not isinstance(body, Fields):
            self.problem("kinds.mapping-expected", entries.line_of(identity), where)
            return Word(id=identity)
        self.known_keys(body, _WORD_KEYS, where)
        lists = {key: self.words(body, key, where) for key in ("aliases", "of")}
        return Word(id=identity, label=self._label(body, where), **lists)

    def _label(self, body: Fields, where: str) -> Mapping[str, str]:
        label = body.get("label")
        if "label" not in body:
            return {}
        if not isinstance(label, Fields) or not all(
            isinstance(label.get(language), str) and label[language].strip()
            for language in _LANGUAGES
        ):
            self.problem("kinds.label", body.line_of("label"), where)
            return {}
        self.known_keys(label, _LANGUAGES, f"{where}.label")
        return {language: label[language] for language in _LANGUAGES}

    def _added(self, known: Word | None, word: Word, entries: Fields, where: str) -> Word:
        """Return a word with what a later pack adds to it: aliases, and no other label."""
        if known is None:
            return word
        if word.label:
            self.problem("kinds.label-twice", entries.line_of(word.id), f"{where}.{word.id}")
        return replace(known, aliases=(*known.aliases, *word.aliases))
