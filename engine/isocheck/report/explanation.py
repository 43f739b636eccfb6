"""Why the findings of one subject are as they are, every comparison of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from isocheck.finding import Because, Finding
from isocheck.messages.words import Language
from isocheck.report.about import about_lines
from isocheck.report.bodies import Body, finding_lines
from isocheck.report.layout import Screen, width_of, wrapped
from isocheck.report.phrases import note_words, reason, under_words
from isocheck.report.selection import Selected
from isocheck.report.tallies import behind_lines
from isocheck.report.values import day_words
from isocheck.report.view import View

_PARTS: Final = {
    "when": ("Điều kiện áp dụng", "Applies when"),
    "unless": ("Trường hợp ngoại lệ", "Unless"),
    "require": ("Yêu cầu", "Asked for"),
}
_MARKS: Final = {
    True: ("đúng", "holds"),
    False: ("không đúng", "does not hold"),
    None: ("chưa rõ", "not known"),
}


def explanation(selected: Selected, lang: Language, screen: Screen | None = None) -> str:
    """Return the findings of a selection with every comparison that decides them."""
    screen = screen or Screen()
    selected.full = True
    view = View(selected=selected, lang=lang, listing=True)
    subjects = dict.fromkeys(finding.subject for finding in selected.findings)
    blocks = ["\n".join(about_lines(view, screen))]
    for subject in subjects:
        findings = [f for f in selected.findings if f.subject == subject]
        body = Body(id=subject, kind=findings[0].kind, findings=findings)
        name = f"{view.name(subject)} ({subject}) – {view.kind_title(body.kind)}"
        head = [screen.paint(name, "strong"), "=" * width_of(name)]
        blocks.append("\n".join(head))
        blocks += ["\n".join(_finding(view, screen, f)) for f in body.in_order()]
    return "\n\n".join(blocks) + "\n"


def _finding(view: View, screen: Screen, finding: Finding) -> Iterator[str]:
    yield from finding_lines(view, screen, finding)
    entries = list(dict.fromkeys(view.why(finding).because))
    days: dict[tuple[object, ...], set[object]] = {}
    for entry in entries:
        days.setdefault(_compared(entry), set()).add(entry.day)
    for entry in entries:
        when = _when(view, entry, of_several=len(days[_compared(entry)]) > 1)
        given = under_words(view, finding, entry.worlds)
        words = _line(view, entry, f"{when} {given}".rstrip())
        yield from wrapped(words, screen.width, "    - ", "      ")
    yield from behind_lines(view, screen, finding)
    for note in note_words(view, finding):
        label = view.say("Cách hiểu", "As the pack reads it")
        yield from wrapped(f"{label}: {note}", screen.width, "    ", " " * 6)


def _compared(entry: Because) -> tuple[object, ...]:
    """Return what tells a comparison from others, whatever it comes to on a day."""
    return entry.part, entry.record, entry.path, entry.op, entry.expected_path


def _when(view: View, entry: Because, *, of_several: bool) -> str:
    """Return the day of a comparison, where it is an earlier one, or one of several."""
    earlier = entry.day is not None and entry.day < view.evaluation.as_of
    if entry.day is None or not (of_several or earlier):
        return ""
    day = day_words(entry.day, view.lang)
    return view.say(f" tính đến ngày {day}", f" as of {day}")


def _line(view: View, entry: Because, apart: str) -> str:
    """Return a comparison in words, with what tells it from others of the same."""
    part = view.pair(_PARTS[entry.part])
    return f"{part}{apart}, {view.pair(_MARKS[entry.holds])}: {reason(view, entry)}"
