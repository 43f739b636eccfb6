"""The words of a findings document: what people call each path in it, and words among values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from isocheck.finding import Explanation
from isocheck.messages.words import LANGUAGES
from isocheck.records.kinds.vocabularies import Vocabulary
from isocheck.report.selection import Selected
from isocheck.report.view import View


def labels_entry(selected: Selected, explained: Iterable[Explanation]) -> dict[str, Any]:
    """Return the label of each path that explanations name, in each language, with its type.

    A value that is a word of a vocabulary has its label under `words`.
    """
    views = [View(selected=selected, lang=lang) for lang in LANGUAGES]
    records = selected.evaluation.facts.records
    found: dict[str, Any] = {}
    asked: dict[tuple[str, str], Vocabulary | None] = {}
    for record, path, value in (named for why in explained for named in _named(why)):
        kind = records[record].kind if record in records else ""
        if (kind, path) not in asked:
            asked[kind, path] = views[0].vocabulary_of(record, path)
            found.setdefault(path, _label(views, record, path))
        vocabulary = asked[kind, path]
        if vocabulary is not None:
            for word in value if isinstance(value, (list, tuple)) else (value,):
                if isinstance(word, str):
                    told = {view.lang: vocabulary.label(word, view.lang) for view in views}
                    found[path].setdefault("words", {}).setdefault(word, told)
    return dict(sorted(found.items()))


def _named(why: Explanation) -> Iterator[tuple[str, str, Any]]:
    """Yield the records and paths that an explanation names, and the values found there."""
    for entry in why.because:
        yield entry.record, entry.path, entry.value
        yield entry.record, entry.path, entry.expected
        if entry.expected_path is not None:
            yield entry.record, entry.expected_path, entry.expected
    for tally in why.tallies:
        yield tally.record, tally.path, None
    for lack in why.missing:
        if lack.record is not None or lack.path.startswith("param."):
            yield lack.record or "", lack.path, None


def _label(views: list[View], record: str, path: str) -> dict[str, Any]:
    label: dict[str, Any] = {view.lang: view.path(path, record or None) for view in views}
    kind = views[0].type_of(record, path)
    return label if kind is None else {**label, "type": kind}
