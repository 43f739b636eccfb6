"""A summary for a merge request: what is decided, what is overdue, what changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from isocheck.finding import Finding
from isocheck.report.about import older_lines
from isocheck.report.decided import decided_lines
from isocheck.report.formats.output import Output
from isocheck.report.layout import Screen
from isocheck.report.phrases import due_words
from isocheck.report.reasons import reasons
from isocheck.report.selection import failures, is_open
from isocheck.report.values import day_words, number_words
from isocheck.report.view import View
from isocheck.report.words import TOLD, Told, told_as

_MOST_ROWS: Final = 50
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>()#+!|~&])")
_ON_ONE_LINE: Final = Screen(width=100_000)
_TABLES: Final[tuple[Told, ...]] = ("violated", "unmet", "due")


def written(output: Output) -> str:
    """Return the summary as GitHub Flavored Markdown."""
    view = output.view()
    sections = [_head(view), _verdict(view, output), _decided(view), _counts(view)]
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


def _counts(view: View) -> Iterator[str]:
    yield from _header(view.say("Kết quả", "Outcome"), view.say("Số lượng", "Number"))
    found = [told_as(finding) for finding in view.selected.findings]
    for told, words in TOLD.items():
        if told in found:
            yield _row(view.pair(words), number_words(found.count(told), view.lang))


def _findings(view: View, told: Told) -> Iterator[str]:
    """Yield a table of the open findings of an outcome, obligations first."""
    found = [f for f in view.selected.findings if told_as(f) == told and is_open(f)]
    if not found:
        return
    yield f"### {view.pair(TOLD[told])} ({number_words(len(found), view.lang)})"
    yield ""
    yield from _header(
        view.say("Đối tượng", "Subject"),
        view.say("Quy định", "Rule"),
        view.say("Thời hạn", "Due"),
        view.say("Vì", "Why"),
    )
    found.sort(key=lambda finding: (finding.modality != "must", *_place(view, finding)))
    shown = found if view.selected.full else found[:_MOST_ROWS]
    for finding in shown:
        yield _row(*_cells(view, finding))
    if len(found) > len(shown):
        rest = number_words(len(found) - len(shown), view.lang)
        yield ""
        yield view.say(f"Và {rest} kết quả khác (`--full`).", f"And {rest} more (`--full`).")


def _place(view: View, finding: Finding) -> tuple[object, ...]:
    return (view.place_in_order(finding.subject), finding.rule, finding.item or "")


def _cells(view: View, finding: Finding) -> Sequence[str]:
    item = "" if finding.item is None else f" – {view.name(finding.item)}"
    name = f"{view.name(finding.subject)}{item}"
    rule = f"{view.title(finding.rule)} [{finding.rule}]"
    return name, rule, due_words(view, finding), "; ".join(reasons(view, finding))


def _header(*names: str) -> Iterator[str]:
    yield _row(*names)
    yield "|" + " --- |" * len(names)


def _row(*cells: str) -> str:
    return "| " + " | ".join(plain(cell) for cell in cells) + " |"
