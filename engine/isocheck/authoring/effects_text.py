"""What changes between two runs, as lines of text: by group of bodies, what they share once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from isocheck.authoring.naming import Naming
from isocheck.messages.words import Language
from isocheck.report.due_days import due_head, due_text
from isocheck.report.effects import SILENT, ActionChange, Effects, Moved
from isocheck.report.layout import Screen, wrapped
from isocheck.report.values import day_words
from isocheck.report.words import TOLD, Pair, Told, say

_PRESSING: Final = (*TOLD, None)
_ACTIONS: Final[dict[str, Pair]] = {
    "new": ("VIỆC MỚI", "NEW ACTIONS"),
    "moved": ("VIỆC ĐỔI THỜI HẠN", "ACTIONS DUE ON ANOTHER DAY"),
    "gone": ("VIỆC KHÔNG CÒN", "ACTIONS NO LONGER ASKED FOR"),
}


def effects_text(effects: Effects, naming: Naming, screen: Screen) -> list[str]:
    """Return what changes: the counts, then group by group of bodies, then the actions."""
    if not effects.any():
        return [naming.say("Không kết quả nào thay đổi.", "No finding changes.")]
    title = naming.say("KẾT QUẢ THAY ĐỔI", "FINDINGS THAT CHANGE")
    lines = [screen.paint(f"{title} ({len(effects.findings)})", "strong")]
    counts = Counter((moved.told_before, moved.told_after) for moved in effects.findings)
    for (before, after), number in sorted(counts.items(), key=repr):
        words = f"{_outcome(before, naming.lang)} → {_outcome(after, naming.lang)}"
        lines.append(f"  {number}: {words}")
    for heading, subjects in naming.sections(moved.subject for moved in effects.findings):
        wanted = set(subjects)
        found = [moved for moved in effects.findings if moved.subject in wanted]
        lines += ["", *_heading(heading, screen), *_findings(found, naming, screen)]
    lines += ["", *_actions_text(effects, naming, screen)]
    if naming.cut:
        words = naming.say(
            "Danh sách dài đã rút gọn; thêm --full để in đủ.",
            "Long lists are cut; --full prints them whole.",
        )
        lines += [*([] if not lines[-1] else [""]), words]
    return lines


def _heading(text: str, screen: Screen) -> list[str]:
    return [screen.paint(text.upper(), "strong")] if text else []


def _findings(found: Iterable[Moved], naming: Naming, screen: Screen) -> Iterator[str]:
    """Yield the changes of a group, each once, with those that share it."""
    shared: dict[tuple[Any, ...], list[Moved]] = {}
    for moved in sorted(found, key=_pressing):
        shared.setdefault(_change_of(moved), []).append(moved)
    for alike in shared.values():
        first = alike[0]
        text = f"{naming.rule_title(first.rule)} [{first.rule}]: {_change(first, naming.lang)}"
        yield from wrapped(text, screen.width, "  ", "    ")
        yield from wrapped(_who(alike, naming), screen.width, "    ", "      ")


def _pressing(moved: Moved) -> tuple[Any, ...]:
    return _PRESSING.index(moved.told_after), moved.rule, repr(moved.told_before)


def _change_of(moved: Moved) -> tuple[Any, ...]:
    days = () if moved.dues_before == moved.dues else (moved.dues_before, moved.dues)
    return moved.rule, moved.told_before, moved.told_after, days


def _who(alike: Sequence[Moved], naming: Naming) -> str:
    """Return whose finding it is; of what, where a rule judges several things of a body."""
    if len(alike) == 1:
        moved = alike[0]
        item = "" if moved.item is None else f" – {naming.name(moved.item)}"
        return naming.named(moved.subject) + item
    subjects = list(dict.fromkeys(moved.subject for moved in alike))
    items = list(dict.fromkeys(moved.item for moved in alike if moved.item is not None))
    names = naming.names(subjects)
    if len(subjects) > 1:
        names = f"{naming.counted(subjects)}: {names}"
    return f"{names} – {naming.names(items)}" if items else names


def _outcome(told: Told | None, lang: Language) -> str:
    return say(("không có", "none") if told is None else TOLD[told], lang)


def days_words(days: Sequence[str], founded: str | None, lang: Language) -> str:
    """Return due days in words; where there is none, why."""
    told = due_text(founded, [date.fromisoformat(day) for day in days], lang)
    if told:
        return told
    if founded is None:
        return say(("không có thời hạn", "no day"), lang)
    if founded == "unverified":
        return due_head(founded, lang)
    return say(("chưa xác định được thời hạn", "its day cannot be told yet"), lang)


def _change(moved: Moved, lang: Language) -> str:
    text = f"{_outcome(moved.told_before, lang)} → {_outcome(moved.told_after, lang)}"
    if moved.dues_before != moved.dues and moved.after not in SILENT:
        if moved.dues_before:
            was = " / ".join(_day(day, lang) for day in moved.dues_before)
            text += f"; {was} → {days_words(moved.dues, moved.founded, lang)}"
        else:
            text += f"; {days_words(moved.dues, moved.founded, lang)}"
    return text


def _day(day: str, lang: Language) -> str:
    return day_words(date.fromisoformat(day), lang)


def _actions_text(effects: Effects, naming: Naming, screen: Screen) -> Iterator[str]:
    for how, title in _ACTIONS.items():
        found = [action for action in effects.actions if action.how == how]
        if not found:
            continue
        yield screen.paint(f"{say(title, naming.lang)} ({len(found)})", "strong")
        for heading, bodies in naming.sections(action.by for action in found):
            yield from _heading(heading, screen)
            wanted = set(bodies)
            shared: dict[tuple[str, str], list[str]] = {}
            for action in found:
                if action.by in wanted:
                    key = action.do[naming.lang].rstrip("."), _days(action, naming.lang)
                    shared.setdefault(key, []).append(action.by)
            for (deed, days), whose in sorted(shared.items()):
                yield from wrapped(f"{deed}; {days}", screen.width, "  * ", "    ")
                names = naming.named(whose[0]) if len(whose) == 1 else naming.names(whose)
                yield from wrapped(names, screen.width, "    ", "      ")
        yield ""


def _days(action: ActionChange, lang: Language) -> str:
    days = days_words(action.dues, action.founded, lang)
    if action.how != "moved" or action.before is None:
        return days
    number = action.days
    span = "" if number is None else f" ({number:+d} {say(('ngày', 'days'), lang)})"
    return f"{_day(action.before, lang)} → {days}{span}"
