"""A summary for a merge request: what is decided, what is overdue, what changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final, TypeVar

from isocheck.finding import Finding
from isocheck.report.about import older_lines
from isocheck.report.bodies import is_target
from isocheck.report.decided import decided_lines
from isocheck.report.document import document
from isocheck.report.effects import Moved, effects_of
from isocheck.report.formats.output import Output
from isocheck.report.layout import Screen
from isocheck.report.phrases import due_words
from isocheck.report.reasons import why_words
from isocheck.report.selection import Selection, failures, is_open
from isocheck.report.values import day_words, list_words, number_words
from isocheck.report.view import View
from isocheck.report.words import TOLD, Told, told_as

_T = TypeVar("_T")
_MOST_ROWS: Final = 50
_MOST_GONE: Final = 6
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>()#+!|~&])")
_ON_ONE_LINE: Final = Screen(width=100_000)
_TABLES: Final[tuple[Told, ...]] = ("violated", "unmet", "due")


def written(output: Output) -> str:
    """Return the summary as GitHub Flavored Markdown."""
    view = output.view()
    sections = [_head(view), _verdict(view, output), _decided(view), _counts(view)]
    sections.append(_changes(view, output))
    sections.append(_open_targets(view))
    sections += [_findings(view, told) for told in _TABLES]
    texts = ["\n".join(section) for section in sections]
    return "\n\n".join(text for text in texts if text) + "\n"


def plain(text: str) -> str:
    """Return a text in which nothing is taken for Markdown or HTML."""
    return _SPECIAL.sub(r"\\\1", text)


def _head(view: View) -> Iterator[str]:
    day = day_words(view.evaluation.as_of, view.lang)
    yield view.say(f"## Kết quả rà soát, tính đến ngày {day}", f"## Findings as of {day}")
    for line in older_lines(view, _ON_ONE_LINE):
        yield f"\n{plain(line)}"


def _verdict(view: View, output: Output) -> Iterator[str]:
    number = failures(output.selected.findings, output.fail_on)
    if number:
        count = number_words(number, view.lang)
        yield view.say(
            f"**{count} nội dung bắt buộc không đạt mức yêu cầu của lần chạy này.**",
            f"**{count} obligations fail this run.**",
        )


def _decided(view: View) -> Iterator[str]:
    for line in decided_lines(view, _ON_ONE_LINE):
        item = line.strip().removeprefix("* ")
        yield f"- {plain(item)}" if line.startswith(" ") else plain(line)


def _changes(view: View, output: Output) -> Iterator[str]:
    """Yield what is otherwise than in an earlier document, where one was named."""
    if output.baseline is None:
        return
    before = output.baseline
    everything = replace(view.selected, selection=Selection(), everything=True)
    chosen = view.selected.selection
    narrowed = bool(chosen.words or chosen.under)
    shown = {(f.rule, f.subject, f.item) for f in view.selected.findings}
    every = effects_of(before, document(everything, view.why)).findings
    found = [m for m in every if not narrowed or (m.rule, m.subject, m.item) in shown]
    day = day_words(date.fromisoformat(before["as_of"]), view.lang)
    count = number_words(len(found), view.lang)
    yield view.say(
        f"### Thay đổi so với kết quả tính đến ngày {day}: {count}",
        f"### Changed since the findings as of {day}: {count}",
    )
    yield from _gone(view, before)
    if not found:
        return
    yield ""
    yield from _header(
        view.say("Đối tượng", "Subject"),
        view.say("Quy định", "Rule"),
        view.say("Trước", "Before"),
        view.say("Nay", "Now"),
    )
    found.sort(key=lambda m: _pressing(view, m))
    for moved in _listed(view, found):
        item = "" if moved.item is None else f" – {view.name(moved.item)}"
        sides = ((moved.told_before, moved.dues_before), (moved.told_after, moved.dues))
        states = (_state(view, told, dues) for told, dues in sides)
        title = view.title(moved.rule) if moved.rule in view.rules else ""
        rule = f"{title} [{moved.rule}]".lstrip()
        yield _row(f"{view.name(moved.subject)}{item}", rule, *states)
    yield from _rest(view, found)


def _gone(view: View, before: Mapping[str, Any]) -> Iterator[str]:
    """Yield whom the earlier document is about and this run knows nothing of."""
    records = view.evaluation.facts.records
    gone = [each["name"] or key for key, each in before["subjects"].items() if key not in records]
    if gone:
        longest = len(gone) if view.selected.full else _MOST_GONE
        names = plain(list_words(gone, view.lang, longest))
        count = number_words(len(gone), view.lang)
        yield ""
        yield view.say(
            f"Kết quả trước có {count} đối tượng mà lần này không có: {names}.",
            f"The earlier findings are about {count} that this run does not have: {names}.",
        )


def _pressing(view: View, moved: Moved) -> tuple[object, ...]:
    """Return what to sort a change by: what most wants attention now comes first."""
    order = list(TOLD)
    told = len(order) if moved.told_after is None else order.index(moved.told_after)
    return moved.modality != "must", told, view.place_in_order(moved.subject), moved.rule


def _state(view: View, told: Told | None, dues: Sequence[str]) -> str:
    """Return what a finding was, or is, and its due days."""
    if told is None:
        return view.say("chưa có", "none")
    days = view.say(" hoặc ", " or ").join(
        day_words(date.fromisoformat(day), view.lang) for day in dues
    )
    return "; ".join(filter(None, [view.pair(TOLD[told]), days]))


def _listed(view: View, found: Sequence[_T]) -> Sequence[_T]:
    """Return what a table lists: all of it, or the first rows."""
    return found if view.selected.full else found[:_MOST_ROWS]


def _rest(view: View, found: Sequence[object]) -> Iterator[str]:
    """Yield how many rows a table leaves out."""
    number = len(found) - len(_listed(view, found))
    if number:
        rest = number_words(number, view.lang)
        yield ""
        yield view.say(f"Và {rest} kết quả khác (`--full`).", f"And {rest} more (`--full`).")


def _counts(view: View) -> Iterator[str]:
    yield from _header(view.say("Kết quả", "Outcome"), view.say("Số lượng", "Number"))
    found = [told_as(finding) for finding in view.selected.findings]
    for told, words in TOLD.items():
        if told in found:
            yield _row(view.pair(words), number_words(found.count(told), view.lang))


def _findings(view: View, told: Told) -> Iterator[str]:
    """Yield a table of the open findings of an outcome, obligations first."""
    found = [f for f in view.selected.findings if told_as(f) == told and is_open(f)]
    found.sort(key=lambda finding: (finding.modality != "must", *_place(view, finding)))
    yield from _table(view, view.pair(TOLD[told]), found)


def _open_targets(view: View) -> Iterator[str]:
    """Yield the targets that nobody can say are reached, with how far they are."""
    found = [f for f in view.selected.findings if told_as(f) == "indeterminate"]
    targets = sorted((f for f in found if is_target(view, f)), key=lambda f: _place(view, f))
    heading = view.say("Chỉ tiêu chưa rõ đã đạt hay chưa", "Targets not decided")
    yield from _table(view, heading, targets)


def _table(view: View, heading: str, found: Sequence[Finding]) -> Iterator[str]:
    """Yield a table of findings below its heading; nothing where there are none."""
    if not found:
        return
    yield f"### {heading} ({number_words(len(found), view.lang)})"
    yield ""
    yield from _header(
        view.say("Đối tượng", "Subject"),
        view.say("Quy định", "Rule"),
        view.say("Thời hạn", "Due"),
        view.say("Vì", "Why"),
    )
    for finding in _listed(view, found):
        yield _row(*_cells(view, finding))
    yield from _rest(view, found)


def _place(view: View, finding: Finding) -> tuple[object, ...]:
    return (view.place_in_order(finding.subject), finding.rule, finding.item or "")


def _cells(view: View, finding: Finding) -> Sequence[str]:
    item = "" if finding.item is None else f" – {view.name(finding.item)}"
    name = f"{view.name(finding.subject)}{item}"
    rule = f"{view.title(finding.rule)} [{finding.rule}]"
    return name, rule, due_words(view, finding), "; ".join(why_words(view, finding))


def _header(*names: str) -> Iterator[str]:
    yield _row(*names)
    yield "|" + " --- |" * len(names)


def _row(*cells: str) -> str:
    return "| " + " | ".join(plain(cell) for cell in cells) + " |"
