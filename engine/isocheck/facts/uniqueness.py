"""One thing entered twice: records that share what kinds say no two at one time share.

Which fields these are stands in `kinds.yaml` (`unique`). A record that has ended shares nothing
with one that began on that day or later: codes of units are used again (design §3 dates a unit).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from isocheck.errors import Location, Problem
from isocheck.facts.base import Record
from isocheck.facts.references import place_of
from isocheck.messages.words import LANGUAGES, Language
from isocheck.packs.kinds import Kind, Unique
from isocheck.source.text import sounded

_MOST_COMPARED = 100  # records with the same code; who has more of them has other troubles

Key = tuple[str, ...]


def entered_twice(records: Iterable[Record], kinds: Mapping[str, Kind]) -> list[Problem]:
    """Return a problem for each record that shares with an earlier one what no two share."""
    problems = []
    earlier: dict[tuple[str, int, Key], list[Record]] = {}
    for record in records:
        kind = kinds.get(record.kind)
        for number, unique in enumerate(() if kind is None else kind.unique):
            assert kind is not None  # noqa: S101 - it has what is gone through
            key = _key(record, kind, unique)
            if key is None:
                continue
            alike = earlier.setdefault((kind.id, number, key), [])
            other = next((one for one in alike if _are_one(one, record, kind, unique)), None)
            if other is not None:
                problems.append(_problem(record, other, kind, unique))
                break
            if len(alike) < _MOST_COMPARED:
                alike.append(record)
    return problems


def _key(record: Record, kind: Kind, unique: Unique) -> Key | None:
    """Return what a record is compared by, None where a part of it is not known, or none."""
    key = []
    for name in unique.fields:
        compared = _compared(record, kind, name)
        if compared is None:
            return None
        key.append(compared)
    return tuple(key)


def _compared(record: Record, kind: Kind, name: str) -> str | None:
    """Return a value as it is compared: a code with its zeros, a text as it is read aloud."""
    value = record.values.get(name)
    if not isinstance(value, (str, int, date)):
        return None
    spec = kind.fields[name]
    text = str(value)
    if spec.digits is not None:
        return text.zfill(spec.digits)
    return sounded(text) if spec.type == "text" else text


def _are_one(first: Record, second: Record, kind: Kind, unique: Unique) -> bool:
    """Tell whether two records with the same key are not told apart, by a field or by time."""
    if first.id == second.id:
        return False  # told already
    for name in unique.apart:
        values = {_compared(first, kind, name), _compared(second, kind, name)}
        if None not in values and len(values) > 1:
            return False
    return _begins_before_end(first, second, kind) and _begins_before_end(second, first, kind)


def _begins_before_end(first: Record, second: Record, kind: Kind) -> bool:
    """Tell whether one record began before the other ended, as far as that is known."""
    if kind.dated is None or kind.dated.until is None:
        return True
    begins, ends = first.values.get(kind.dated.on), second.values.get(kind.dated.until)
    return not (isinstance(begins, date) and isinstance(ends, date) and ends <= begins)


def _problem(record: Record, other: Record, kind: Kind, unique: Unique) -> Problem:
    field = unique.fields[0]
    dated = kind.dated
    args: dict[str, object] = {
        "value": record.values[field],
        "other": other.id,
        "place": place_of(other),
        "until": _named(kind, [] if dated is None or dated.until is None else [dated.until]),
        "begins": _named(kind, [] if dated is None or dated.until is None else [dated.on]),
        "apart": _named(kind, [name for name in unique.apart if name in kind.fields]),
    }
    place = Location(record.file, record.values.line_of(field))
    return Problem("facts.entered-twice", place, f"{record.id}: {field}", args)


def _named(kind: Kind, names: Iterable[str]) -> dict[Language, list[str]]:
    """Return fields as people find them: what they mean, and the name that is typed."""
    return {lang: list(_in_words(kind, names, lang)) for lang in LANGUAGES}


def _in_words(kind: Kind, names: Iterable[str], lang: Language) -> Iterator[str]:
    for name in names:
        label = kind.fields[name].label.get(lang)
        yield f"{label} ({name})" if label else name
