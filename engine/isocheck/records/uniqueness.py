"""One thing entered twice: records that share what kinds say no two at one time share.

Which fields these are stands in `kinds.yaml` (`unique`). A record that has ended shares nothing
with one that began on that day or later: codes of units are used again (design §3 dates a unit).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from isocheck.errors import Location, Problem
from isocheck.messages.words import LANGUAGES, Language
from isocheck.records.base import Record
from isocheck.records.kinds.kind import Kind, Unique
from isocheck.records.named_bodies import abbreviation, letters_of
from isocheck.records.references import place_of
from isocheck.source.text import sounded

NAME = "name"
_MOST_COMPARED = 100  # records with the same code; who has more of them has other troubles

Key = tuple[str, ...]


def entered_twice(records: Sequence[Record], kinds: Mapping[str, Kind]) -> list[Problem]:
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
    told = {(problem.location.file, problem.location.line) for problem in problems}
    return problems + [p for p in _called_alike(records, kinds) if _place(p) not in told]


def _place(problem: Problem) -> tuple[str, int | None]:
    return problem.location.file, problem.location.line


def _called_alike(records: Sequence[Record], kinds: Mapping[str, Kind]) -> Iterator[Problem]:
    """Yield a problem for each record whose name is another's, said shorter or with more before it.

    `Gia Cát` and `UBND xã Gia Cát` are `Xã Gia Cát`, `Sở KH&CN` is `Sở Khoa học và Công nghệ`.
    """
    groups: dict[tuple[str, int, Key], dict[str, Record]] = {}
    for record in records:
        kind = kinds.get(record.kind)
        for number, unique in enumerate(() if kind is None else kind.unique):
            if kind is None or NAME not in unique.fields:
                continue
            rest = replace(unique, fields=tuple(name for name in unique.fields if name != NAME))
            key, name = _key(record, kind, rest), record.values.get(NAME)
            if key is None or not isinstance(name, str):
                continue
            names = groups.setdefault((kind.id, number, key), {})
            names.setdefault(letters_of(name), record)
    for (kind_id, number, _), names in groups.items():
        kind = kinds[kind_id]
        for called, record in names.items():
            for other in _alike(called, record, names):
                later, earlier = sorted((record, other), key=_where, reverse=True)
                if _are_one(earlier, later, kind, kind.unique[number]):
                    yield _problem(later, earlier, kind, kind.unique[number], "facts.called-alike")


def _where(record: Record) -> tuple[bool, str, int]:
    """Return where a record stands, those in tables after those in YAML."""
    return record.file.endswith(".csv"), record.file, record.line


def _alike(called: str, record: Record, names: Mapping[str, Record]) -> Iterator[Record]:
    """Yield the records that are called by the end of a name, or by what it stands for."""
    words = called.split()
    for number in range(1, len(words)):
        other = names.get(" ".join(words[number:]))
        if other is not None:
            yield other
    name = str(record.values[NAME])
    if len(names) <= _MOST_COMPARED and any(word.isupper() for word in name.split()):
        meant = abbreviation(name)
        yield from (r for n, r in names.items() if n != called and meant.fullmatch(n))


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


def _problem(
    record: Record,
    other: Record,
    kind: Kind,
    unique: Unique,
    code: str = "facts.entered-twice",
) -> Problem:
    field = unique.fields[0]
    dated = kind.dated
    args: dict[str, object] = {
        "value": record.values[field],
        "other": other.id,
        "name": other.values.get(NAME) or "",
        "place": place_of(other),
        "until": _named(kind, [] if dated is None or dated.until is None else [dated.until]),
        "begins": _named(kind, [] if dated is None or dated.until is None else [dated.on]),
        "apart": _named(kind, [name for name in unique.apart if name in kind.fields]),
    }
    place = Location(record.file, record.values.line_of(field))
    return Problem(code, place, f"{record.id}: {field}", args)


def _named(kind: Kind, names: Iterable[str]) -> dict[Language, list[str]]:
    """Return fields as people find them: what they mean, and the name that is typed."""
    return {lang: list(_in_words(kind, names, lang)) for lang in LANGUAGES}


def _in_words(kind: Kind, names: Iterable[str], lang: Language) -> Iterator[str]:
    for name in names:
        label = kind.fields[name].label.get(lang)
        yield f"{label} ({name})" if label else name
