"""What changes between two runs: findings, and what that means in actions and days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from isocheck.messages.words import Language
from isocheck.report.layout import Screen, wrapped
from isocheck.report.values import day_words
from isocheck.report.words import OUTCOMES_TOGETHER, say

Document = Mapping[str, Any]
Key = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A finding that is not as it was; None where there was, or is, no such finding."""

    rule: str
    subject: str
    item: str | None
    before: str | None
    after: str | None
    due_before: str | None
    due_after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionChange:
    """An action that is new, gone, or due on another day."""

    how: str  # new, moved, gone
    id: str
    by: str
    do: Mapping[str, str]
    before: str | None
    after: str | None

    @property
    def days(self) -> int | None:
        """By how many days it moved; None where it has no day before or after."""
        if self.how != "moved" or self.before is None or self.after is None:
            return None
        return (date.fromisoformat(self.after) - date.fromisoformat(self.before)).days


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """Everything that changes between two findings documents."""

    findings: tuple[Moved, ...]
    actions: tuple[ActionChange, ...]
    names: Mapping[str, str]

    def counts(self) -> Counter[tuple[str | None, str | None]]:
        """Return how many findings went from which outcome to which."""
        return Counter((m.before, m.after) for m in self.findings)

    def any(self) -> bool:
        """Tell whether anything changes."""
        return bool(self.findings or self.actions)


def effects_of(before: Document, after: Document) -> Effects:
    """Return what changes from one findings document to another."""
    names = {
        key: subject["name"]
        for document in (before, after)
        for key, subject in document["subjects"].items()
        if subject.get("name")
    }
    return Effects(
        findings=tuple(_moved(_by_key(before), _by_key(after))),
        actions=tuple(_actions(before["actions"], after["actions"])),
        names=names,
    )


def _by_key(document: Document) -> dict[Key, Mapping[str, Any]]:
    return {(f["rule"], f["subject"], f["item"]): f for f in document["findings"]}


def _moved(
    before: Mapping[Key, Mapping[str, Any]], after: Mapping[Key, Mapping[str, Any]]
) -> Iterator[Moved]:
    """Yield the findings that differ.

    What does not apply is not counted as a change where there was, or is, no such rule.
    """
    for key in sorted({*before, *after}, key=repr):
        old, new = before.get(key, {}), after.get(key, {})
        was, now = old.get("outcome"), new.get("outcome")
        silent = {None, "not_applicable"}
        if (was in silent and now in silent) or (was, old.get("dues")) == (now, new.get("dues")):
            continue
        yield Moved(
            rule=key[0], subject=key[1], item=key[2], before=was, after=now,
            due_before=old.get("due"), due_after=new.get("due"),
        )  # fmt: skip


def _actions(
    before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]
) -> Iterator[ActionChange]:
    sides = [_by_deed(actions) for actions in (before, after)]
    for deed in sorted({*sides[0], *sides[1]}):
        old, new = (dict(side.get(deed, {})) for side in sides)
        for day in [day for day in old if day in new]:
            del old[day], new[day]
        pairs = zip(sorted(old, key=str), sorted(new, key=str), strict=False)
        moved = list(pairs)
        for was, now in moved:
            yield _change("moved", new.pop(now), was, now)
            del old[was]
        for was, action in old.items():
            yield _change("gone", action, was, None)
        for now, action in new.items():
            yield _change("new", action, None, now)


def _by_deed(
    actions: Iterable[Mapping[str, Any]],
) -> dict[tuple[str, str], dict[str | None, Mapping[str, Any]]]:
    """Return the actions by what is done and who does it, then by day."""
    found: dict[tuple[str, str], dict[str | None, Mapping[str, Any]]] = {}
    for action in actions:
        deed = action["id"].rpartition("/")[0], action["by"]
        found.setdefault(deed, {})[action["due"]] = action
    return found


def _change(
    how: str, action: Mapping[str, Any], before: str | None, after: str | None
) -> ActionChange:
    return ActionChange(
        how=how, id=action["id"].rpartition("/")[0], by=action["by"], do=action["do"],
        before=before, after=after,
    )  # fmt: skip


def effects_entry(effects: Effects) -> dict[str, Any]:
    """Return what changes, for programs."""
    return {
        "counts": [
            {"before": before, "after": after, "findings": number}
            for (before, after), number in sorted(effects.counts().items(), key=repr)
        ],
        "findings": [
            {
                "rule": m.rule, "subject": m.subject, "item": m.item, "before": m.before,
                "after": m.after, "due_before": m.due_before, "due_after": m.due_after,
            }
            for m in effects.findings
        ],
        "actions": [
            {
                "change": a.how, "id": a.id, "by": a.by, "do": dict(a.do), "before": a.before,
                "after": a.after, "days": a.days,
            }
            for a in effects.actions
        ],
    }  # fmt: skip


def effects_text(effects: Effects, lang: Language, screen: Screen) -> list[str]:
    """Return what changes as lines of text: the counts, then body by body, then the actions."""
    if not effects.any():
        return [say(("Không kết quả nào thay đổi.", "No finding changes."), lang)]
    title = say(("KẾT QUẢ THAY ĐỔI", "FINDINGS THAT CHANGE"), lang)
    lines = [screen.paint(f"{title} ({len(effects.findings)})", "strong")]
    for (before, after), number in sorted(effects.counts().items(), key=repr):
        lines.append(f"  {number}: {_outcome(before, lang)} → {_outcome(after, lang)}")
    by_subject: dict[str, list[Moved]] = {}
    for moved in effects.findings:
        by_subject.setdefault(moved.subject, []).append(moved)
    for subject, found in by_subject.items():
        lines += ["", _name(effects, subject)]
        for moved in found:
            lines += wrapped(_finding(moved, lang), screen.width, "  ", "    ")
    return [*lines, "", *_actions_text(effects, lang, screen)]


def _name(effects: Effects, who: str) -> str:
    return f"{effects.names[who]} ({who})" if who in effects.names else who


def _outcome(outcome: str | None, lang: Language) -> str:
    if outcome is None:
        return say(("không có", "none"), lang)
    return say(OUTCOMES_TOGETHER[outcome], lang)  # type: ignore[index]


def _day(day: str | None, lang: Language) -> str:
    if day is None:
        return say(("không có thời hạn", "no day"), lang)
    return day_words(date.fromisoformat(day), lang)


def _finding(moved: Moved, lang: Language) -> str:
    item = f" ({moved.item})" if moved.item else ""
    text = f"{moved.rule}{item}: {_outcome(moved.before, lang)} → {_outcome(moved.after, lang)}"
    if moved.due_before != moved.due_after:
        due = say(("thời hạn", "due"), lang)
        text += f"; {due} {_day(moved.due_before, lang)} → {_day(moved.due_after, lang)}"
    return text


def _actions_text(effects: Effects, lang: Language, screen: Screen) -> Iterator[str]:
    titles = {
        "new": ("VIỆC MỚI", "NEW ACTIONS"),
        "moved": ("VIỆC ĐỔI THỜI HẠN", "ACTIONS DUE ON ANOTHER DAY"),
        "gone": ("VIỆC KHÔNG CÒN", "ACTIONS NO LONGER ASKED FOR"),
    }
    for how, title in titles.items():
        found = [action for action in effects.actions if action.how == how]
        if not found:
            continue
        yield screen.paint(f"{say(title, lang)} ({len(found)})", "strong")
        for action in found:
            day = _day(action.after if how != "gone" else action.before, lang)
            if how == "moved":
                number = action.days
                span = "" if number is None else f" ({number:+d} {say(('ngày', 'days'), lang)})"
                day = f"{_day(action.before, lang)} → {day}{span}"
            text = f"{_name(effects, action.by)}: {action.do[lang]}; {day}"
            yield from wrapped(text, screen.width, "* ", "  ")
        yield ""
