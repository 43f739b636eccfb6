"""Words of a vocabulary as fact files have them: from a spelling to the id that it means."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from isocheck.records.forms import FormError, text_of
from isocheck.records.kinds.kind import Kind, as_words
from isocheck.records.kinds.vocabularies import OTHER, Vocabulary, WordError, is_other
from isocheck.source.nodes import Fields

_LANGUAGES = tuple(OTHER)
_CODES = {"bare": "facts.other-bare", "known": "facts.other-known"}


def word_reader(vocabulary: Vocabulary, *, in_table: bool = False) -> Callable[[object], str]:
    """Return the function that turns a word as written into its typed value."""

    def read(value: object) -> str:
        other = _marked(value, vocabulary)
        text = text_of(value if other is None else other)
        try:
            return vocabulary.value_of(text) if other is None else vocabulary.other_of(text)
        except WordError as error:
            raise _told(error, text, vocabulary, in_table=in_table) from error

    return read


def _marked(value: object, vocabulary: Vocabulary) -> object:
    """Return what stands after `other` where a list of words is open, else None."""
    if not vocabulary.open or not isinstance(value, Fields) or len(value) != 1:
        return None
    ((key, other),) = value.items()
    return other if is_other(key) else None


def _told(error: WordError, text: str, vocabulary: Vocabulary, *, in_table: bool) -> FormError:
    if error.code != "unknown":
        return FormError(_CODES[error.code], value=text, guess=error.likely)
    form = "{head}: {text}" if in_table else "{{{head}: {text}}}"
    other = {
        lang: form.format(head=OTHER[lang], text=text) if vocabulary.open else ""
        for lang in _LANGUAGES
    }
    words = {
        lang: [word.in_language(lang) for word in vocabulary.words.values()] for lang in _LANGUAGES
    }
    return FormError("facts.not-a-word", value=text, guess=error.likely, words=words, other=other)


def words_of_kinds(kinds: Iterable[Kind], *, laid_down: bool = False) -> Vocabulary:
    """Return the kinds that records of facts may have, as words; those of packs where asked."""
    return as_words(kind for kind in kinds if laid_down or not kind.reference)


def unknown_kind(name: str, words: Vocabulary, *, guessed: bool = True) -> dict[str, object]:
    """Return what to tell of a kind that there is not: the likely one, and those that there are.

    A guess takes long; of a great many kinds the first ones tell the pattern.
    """
    return {
        "guess": words.likely(name)[1] if guessed else "",
        "known": {lang: [w.in_language(lang) for w in words.words.values()] for lang in _LANGUAGES},
    }
