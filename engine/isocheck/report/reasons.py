"""Why a finding is as it is, in words: the comparisons of its requirement that decide it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any, Final, NamedTuple

from isocheck.finding import Because, Finding
from isocheck.packs.conditions import AllOf, AnyOf, Compare, Condition, Literal_, Not
from isocheck.packs.operators import OPERATORS
from isocheck.report.phrases import asked, counted, reason
from isocheck.report.values import day_words
from isocheck.report.view import View
from isocheck.report.words import told_as

_MOST_REASONS: Final = 3
_TELL_APART: Final = ("eq", "ne", "in", "not_in")

_Key = tuple[str, str, str]  # of a comparison: its path, operator and what it compares with


class _Way(NamedTuple):
    """One of the ways in which a group of a condition can be met."""

    group: int
    number: int


def why_words(view: View, finding: Finding) -> list[str]:
    """Return why a finding is as it is; of a share, in numbers: how many of how many."""
    numbers = counted(view, finding)
    return reasons(view, finding) if numbers is None else [numbers]


def reasons(view: View, finding: Finding) -> list[str]:
    """Return why a finding is as it is; where one of several things would do, in one sentence."""
    require = view.rules[finding.rule].require
    entries = [b for b in view.why(finding).because if not b.path.startswith("param.")]
    told = told_as(finding)
    wanted = None if told == "indeterminate" else told == "met" or told.startswith("satisf")
    chosen = [b for b in entries if b.part == "require" and b.holds is wanted]
    if not chosen and wanted is None:
        chosen = [b for b in entries if b.holds is None and b.bounded]
    cases = set() if require is None else _cases(require)
    chosen = _of_this_case(require, chosen, cases)
    compared = {(b.record, b.path) for b in chosen if b.op != "exists"}
    plainer = [
        b
        for b in chosen
        if b.path not in cases
        and b.expected != "all"
        and (b.op != "exists" or (b.record, b.path) not in compared)
    ]
    # The same comparison is made on several days and under several readings.
    alike: dict[tuple[Any, ...], list[Because]] = {}
    for b in plainer or chosen:
        alike.setdefault((b.record, *_key(b)), []).append(b)
    ways = {} if require is None or wanted else dict(_ways(require))
    day = _judged_on(view, finding)
    return [f"{words}{day}" for words in _joined(view, list(alike.values()), ways)]


def _judged_on(view: View, finding: Finding) -> str:
    """Return the day of the facts that decide, where it is an earlier one than that of the run.

    A continuing duty is judged on its last day, one that was fulfilled in time on its due day.
    """
    mode, due = view.rules[finding.rule].mode, finding.due
    if due is None or due >= view.evaluation.as_of:
        return ""
    if mode == "until" or (mode == "due" and finding.outcome == "satisfied"):
        day = day_words(due, view.lang)
        return view.say(f" (tính đến ngày {day})", f" (as of {day})")
    return ""


def _joined(view: View, groups: list[list[Because]], ways: dict[_Key, _Way]) -> list[str]:
    """Return a sentence for each comparison; one for all that are ways to the same."""
    sentences: dict[tuple[bool, int], dict[int, list[str]]] = {}
    for number, entries in enumerate(groups):
        way = ways.get(_key(entries[-1]))
        group, branch = (number, 0) if way is None else way
        branches = sentences.setdefault((way is None, group), {})
        branches.setdefault(branch, []).append(_together(view, entries))
    found = []
    for branches in sentences.values():
        if len(branches) == 1:
            found += next(iter(branches.values()))
        else:
            each = ["; ".join(words) for words in branches.values()][:_MOST_REASONS]
            listed = "; ".join(f"({number}) {words}" for number, words in enumerate(each, 1))
            found.append(view.say("chỉ cần một điều: ", "one of these is enough: ") + listed)
    return found[:_MOST_REASONS]


def _together(view: View, entries: list[Because]) -> str:
    """Return comparisons of one thing in words: as it is now, with all that readings ask for."""
    last = _within(entries)
    numbers = dict.fromkeys(b.expected for b in entries if isinstance(b.expected, int))
    if not OPERATORS[last.op].in_order or len(numbers) < 2:  # noqa: PLR2004 - nothing to choose from
        return reason(view, last)
    either = view.say(" hoặc ", " or ")
    kind = view.type_of(last.record, last.path)
    each = [asked(view, replace(last, expected=number), kind) for number in sorted(numbers)]
    readings = view.say(", tùy cách hiểu", ", depending on the reading")
    return reason(view, last, either.join(each) + readings)


def _within(entries: list[Because]) -> Because:
    """Return the latest of comparisons of one thing; within bounds where readings differ."""
    last = entries[-1]
    same = [b for b in entries if b.day == last.day]
    ends = [(b.low, b.high) if b.bounded else (b.value, b.value) for b in same]
    if len(set(ends)) == 1 or not all(_is_number(end) for pair in ends for end in pair):
        return last
    low, high = min(low for low, _ in ends), max(high for _, high in ends)
    return replace(last, value=None, bounded=True, low=low, high=high)


def _is_number(value: object) -> bool:
    return isinstance(value, (int, Fraction)) and not isinstance(value, bool)


def _cases(condition: Condition) -> set[str]:
    """Return the paths by which a condition tells cases apart: of another year, another type."""
    found: set[str] = set()
    if isinstance(condition, (AllOf, AnyOf)):
        if isinstance(condition, AnyOf):
            told = Counter(path for part in condition.parts for path in _told_by(part))
            found = {path for path, number in told.items() if number > 1}
        for part in condition.parts:
            found |= _cases(part)
    elif isinstance(condition, Not):
        found = _cases(condition.part)
    return found


def _told_by(part: Condition) -> set[str]:
    own = part.parts if isinstance(part, AllOf) else (part,)
    return {
        str(leaf.path)
        for leaf in own
        if isinstance(leaf, Compare)
        and leaf.op in _TELL_APART
        and isinstance(leaf.right, Literal_)
        and leaf.right.value is not None
    }


def _of_this_case(
    require: Condition | None, entries: list[Because], cases: set[str]
) -> list[Because]:
    """Leave out what a rule asks in another case: of another year, of another type of unit."""
    apart = {_key(b) for b in entries if b.path in cases}
    if require is None or not apart:
        return entries
    kept = {_key_of(leaf) for leaf in _leaves_of_case(require, apart)}
    return [b for b in entries if _key(b) in kept] or entries


def _leaves_of_case(condition: Condition, apart: set[_Key]) -> Iterator[Compare]:
    if isinstance(condition, Compare):
        yield condition
    elif isinstance(condition, Not):
        yield from _leaves_of_case(condition.part, apart)
    elif isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _leaves_of_case(part, apart)
    elif isinstance(condition, AnyOf):
        for part in condition.parts:
            own = part.parts if isinstance(part, AllOf) else (part,)
            if not any(isinstance(leaf, Compare) and _key_of(leaf) in apart for leaf in own):
                yield from _leaves_of_case(part, apart)


def _ways(condition: Condition, flipped: bool = False) -> Iterator[tuple[_Key, _Way]]:
    """Yield the comparisons below each group of which one part is enough, with its number."""
    if isinstance(condition, Not):
        yield from _ways(condition.part, not flipped)
    elif isinstance(condition, (AllOf, AnyOf)):
        one_is_enough = isinstance(condition, AnyOf) is not flipped
        for number, part in enumerate(condition.parts):
            if one_is_enough:
                way = _Way(id(condition), number)
                yield from ((_key_of(leaf), way) for leaf in _leaves_of_case(part, set()))
            else:
                yield from _ways(part, flipped)


def _key_of(leaf: Compare) -> _Key:
    if isinstance(leaf.right, Literal_):
        return str(leaf.path), leaf.op, _plain(leaf.right.value)
    return str(leaf.path), leaf.op, str(leaf.right.path)


def _key(entry: Because) -> _Key:
    return entry.path, entry.op, entry.expected_path or _plain(entry.expected)


def _plain(value: object) -> str:
    return str(list(value) if isinstance(value, (tuple, list)) else value)
