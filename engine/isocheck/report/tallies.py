"""What stands behind a number, in words: payments, bodies, entries, each with its place."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import Any, Final

from isocheck.finding import Finding, Tallied, Tally
from isocheck.records.kinds.kind import FieldSpec
from isocheck.report.layout import Screen, unbroken, wrapped
from isocheck.report.phrases import under_words
from isocheck.report.values import day_words, number_words
from isocheck.report.view import View
from isocheck.report.words import Pair

_MOST_SHOWN: Final = 4
_TOLD: Final = frozenset({"text", "year", "reference"})  # of an entry, what tells it from others
_GROUPS: Final[tuple[tuple[bool | None, Pair, Pair], ...]] = (
    (True, ("Được tính vào “{}”", "Counted in “{}”"), ("đạt", "met")),
    (False, ("", ""), ("không đạt", "not met")),
    (None, ("Có thể được tính vào “{}”", "Perhaps counted in “{}”"), ("chưa rõ", "not known")),
)


def behind_lines(view: View, screen: Screen, finding: Finding) -> Iterator[str]:
    """Yield every member of each number that a finding compares, a line each."""
    for tally in view.why(finding).tallies:
        yield from _tally_lines(view, screen, finding, tally)


def _tally_lines(view: View, screen: Screen, finding: Finding, tally: Tally) -> Iterator[str]:
    share = view.type_of(tally.record, tally.path) == "share"
    label = view.path(tally.path, tally.record)
    when = _day_apart(view, finding, tally)
    for counts, of_number, of_share in _GROUPS:
        members = [member for member in tally.members if member.counts is counts]
        if not members:
            continue
        head = f"{label}, {view.pair(of_share)}" if share else view.pair(of_number).format(label)
        number = number_words(len(members), view.lang)
        yield from wrapped(f"{head}{when}: {number}", screen.width, "    ", " " * 6)
        for member in sorted(members, key=lambda m: _order(view, m)):
            words = member_words(view, finding, tally, member)
            yield from wrapped(words, screen.width, "      + ", " " * 8)


def _order(view: View, member: Tallied) -> tuple[object, ...]:
    """Return what to sort by: the day, of what has none the name as Vietnamese sorts."""
    if member.date is not None:
        return (member.date.isoformat(),)
    return ("~", *view.place_in_order(member.record), member.path or "")


def _day_apart(view: View, finding: Finding, tally: Tally) -> str:
    """Return for which day and readings a number was read, where it was read for several."""
    tallies = view.why(finding).tallies
    alike = [t for t in tallies if (t.record, t.path) == (tally.record, tally.path)]
    if len(alike) == 1:
        return ""
    day = day_words(tally.day, view.lang)
    several = len({other.day for other in alike}) > 1
    told = [view.say(f"tính đến ngày {day}", f"as of {day}")] if several else []
    told.append(under_words(view, finding, tally.worlds))
    words = ", ".join(filter(None, told))
    return f" ({words})" if words else ""


def behind_words(view: View, finding: Finding) -> Iterator[str]:
    """Yield what stands behind the numbers that a finding breaks: a few members, or how many.

    They are records: entries of a list of the subject stand where the list does.
    """
    why = view.why(finding)
    broken = {b.path for b in why.because if b.part == "require" and b.holds is False}
    latest = {(tally.record, tally.path): tally for tally in why.tallies}
    words: dict[str, None] = {}
    for tally in latest.values():
        share = view.type_of(tally.record, tally.path) == "share"
        others = any(member.record != tally.record for member in tally.members)
        if not others or not (share or tally.path in broken):
            continue
        words[_short(view, finding, tally, share=share)] = None
    yield from words


def _short(view: View, finding: Finding, tally: Tally, *, share: bool) -> str:
    number = len(tally.members)
    if not share and (number <= _MOST_SHOWN or view.selected.full):
        return "; ".join(member_words(view, finding, tally, m) for m in tally.members)
    call = f"isocheck explain {shlex.quote(finding.subject)} {finding.rule}{view.selected.again}"
    return f"{_number_words(view, tally)}; " + view.say(
        f"liệt kê đủ: {unbroken(call)}", f"to list all: {unbroken(call)}"
    )


def _number_words(view: View, tally: Tally) -> str:
    """Return how many members there are, of what kind."""
    number = number_words(len(tally.members), view.lang)
    ids = [member.record for member in tally.members]
    kinds = {view.evaluation.facts.records[record_id].kind for record_id in ids}
    what = view.what(ids)
    if len(kinds) > 1 or len(set(ids)) < len(ids) or what[1] == "bodies":
        return f"{number} {view.pair(what)}"
    kind = view.evaluation.profile.kinds[kinds.pop()]
    if kind.plural:
        return f"{number} {kind.plural[view.lang]}"
    title = kind.title[view.lang]
    return view.say(f"{number} hồ sơ “{title}”", f"{number} of “{title}”")


def member_words(view: View, finding: Finding, tally: Tally, member: Tallied) -> str:
    """Return a member: its day, what is taken of it, what it is, where it stands."""
    kind = view.type_of(tally.record, tally.path)
    parts = [] if member.date is None else [day_words(member.date, view.lang)]
    if member.value is not None and kind != "count":  # of a count, what it is says enough
        vocabulary = view.vocabulary_of(tally.record, tally.path)
        parts.append(view.words(member.value, kind, vocabulary))
    elif kind == "money":
        parts.append(view.say("chưa rõ số tiền", "amount not known"))
    if member.came_back is not None:
        came_back = view.words(member.came_back, kind)
        parts.append(view.say(f"đã trừ {came_back} thu hồi", f"less {came_back} that came back"))
    what = _what(view, finding, tally, member)
    text = " – ".join(filter(None, (", ".join(parts), what)))
    return f"{text} ({member.at})" if member.at and view.places else text


def _what(view: View, finding: Finding, tally: Tally, member: Tallied) -> str:
    """Return what a member is called: its record, unless it is the one at hand, and its entry."""
    other = member.record not in {tally.record, finding.subject}
    words = [view.name(member.record)] if other else []
    if member.path is not None:
        told = {tally.record, finding.subject, member.record}
        if view.type_of(tally.record, tally.path) != "count":
            told.add(str(member.value))  # told before
        words += _entry_words(view, member, told)
    return ", ".join(words)


def _entry_words(view: View, member: Tallied, told: set[str]) -> Iterator[str]:
    """Yield what tells an entry of a list from others: its words, years and references."""
    assert member.path is not None  # noqa: S101 - of an entry
    record = view.evaluation.facts.records[member.record]
    spec, value = _entry(view, record.kind, record.values, member.path)
    if spec is None or not isinstance(value, dict):
        yield view.path(member.path, member.record)  # a list that is not known
        return
    for name, field in spec.fields.items():
        one = value.get(name)
        if one is None or field.type not in _TOLD or str(one) in told:
            continue
        yield view.words(one, field.type, field.vocabulary)


def _entry(view: View, kind: str, values: Any, path: str) -> tuple[FieldSpec | None, Any]:
    """Return an entry of a list of a record, and what its fields are."""
    fields: Any = view.evaluation.profile.kinds[kind].fields
    spec: FieldSpec | None = None
    for part in path.split("."):
        if part.isdigit():
            if not isinstance(values, (list, tuple)):
                return None, None
            values = values[int(part)]
        else:
            spec = fields[part]
            values = values.get(part) if isinstance(values, dict) else None
            fields = spec.of.fields if spec.of is not None else spec.fields
    return (None if spec is None else spec.of), values
