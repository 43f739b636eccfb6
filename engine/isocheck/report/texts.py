"""What the texts leave open, rule by rule: no missing fact of a body is the cause of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from isocheck.finding import Finding
from isocheck.report.citations import citation_words
from isocheck.report.layout import Screen, width_of, wrapped
from isocheck.report.phrases import (
    lacking,
    readings_words,
)
from isocheck.report.selection import is_open
from isocheck.report.values import number_words
from isocheck.report.view import View
from isocheck.report.words import VERIFICATIONS, Pair, outcome_words, told_as

TITLE: Pair = ("ĐIỀU VĂN BẢN CHƯA RÕ", "WHAT THE TEXTS LEAVE OPEN")
_MOST_NAMES = 4  # three of them, and how many others, when there are more
_MOST_REASONS = 4


@dataclass(slots=True, kw_only=True)
class Doubt:
    """A rule that the texts leave open: for whom they alone do, for whom facts lack as well."""

    rule: str
    alone: list[Finding] = field(default_factory=list)
    with_facts: list[Finding] = field(default_factory=list)


def doubts(view: View) -> list[Doubt]:
    """Return the rules that the texts leave open, those that touch most first."""
    found: dict[str, Doubt] = {}
    for finding in view.selected.findings:
        if told_as(finding) != "indeterminate" or not is_open(finding):
            continue
        alone = view.of_texts(finding)
        if alone or lacking(view, finding).texts:
            doubt = found.setdefault(finding.rule, Doubt(rule=finding.rule))
            (doubt.alone if alone else doubt.with_facts).append(finding)
    return sorted(found.values(), key=lambda doubt: (-len(doubt.alone), -len(doubt.with_facts)))


def texts_section(view: View, screen: Screen) -> Iterator[str]:
    """Yield a block for each rule that the texts leave open."""
    found = doubts(view)
    selection = view.selected.selection
    if selection.words or selection.under:  # told by the report on everything, once
        found = [doubt for doubt in found if doubt.rule in selection.rules]
    if not found:
        return
    title = view.pair(TITLE)
    yield from (screen.paint(title, "strong"), "=" * width_of(title))
    text = view.say(
        "Chỉ bổ sung thông tin của đơn vị thì vẫn chưa kết luận được: phải đối chiếu văn bản hoặc "
        "hỏi cơ quan ban hành.",
        "More facts about these bodies alone would not tell: the text is to be looked up, or its "
        "issuer asked.",
    )
    yield from wrapped(text, screen.width)
    for doubt in found:
        yield ""
        yield from _doubt(view, screen, doubt)


def texts_line(view: View) -> str | None:
    """Return how many findings the texts alone leave open, to stand below the table of bodies."""
    found = [finding for finding in view.selected.findings if view.of_texts(finding)]
    if not found:
        return None
    number = number_words(len(found), view.lang)
    title = view.pair(TITLE)
    selection = view.selected.selection
    if selection.words or selection.under:
        return view.say(
            f"Không tính {number} kết quả chưa kết luận được vì văn bản chưa rõ; báo cáo đầy đủ "
            "nói rõ vì sao.",
            f"Not counted: {number} findings that the texts leave open; the whole report says why.",
        )
    return view.say(
        f"Không tính {number} kết quả chưa kết luận được vì văn bản chưa rõ: xem “{title}”.",
        f"Not counted: {number} findings that the texts leave open, see “{title}”.",
    )


def _doubt(view: View, screen: Screen, doubt: Doubt) -> Iterator[str]:
    rule = view.rules[doubt.rule]
    yield from wrapped(f"{rule.title[view.lang]} [{rule.id}]", screen.width, "* ", "  ")
    if doubt.alone:
        label = view.say("Chưa kết luận được với", "Left open for")
        words = f"{label} {_whom(view, doubt.alone)}."
        first, *rest = wrapped(words, screen.width, "  ", "    ")
        yield from (screen.paint(line, "open") for line in (first, *rest))
    if doubt.with_facts:
        label = view.say("Còn thiếu cả thông tin với", "Facts are missing as well for")
        yield from wrapped(f"{label} {_whom(view, doubt.with_facts)}.", screen.width, "  ", "    ")
    for words in _why(view, doubt):
        label = view.say("Vì", "Why")
        yield from wrapped(words, screen.width, f"    {label}: ", " " * 6)
    seen = rule.id in view.quoted
    view.quoted.add(rule.id)
    for cite in rule.cites[:1] if seen else rule.cites:
        label = view.say("Căn cứ", "Basis")
        words = citation_words(view, cite, quoted=not seen)
        yield from wrapped(words, screen.width, f"    {label}: ", " " * 6)


def _whom(view: View, findings: Iterable[Finding]) -> str:
    """Return how many bodies findings are about, and the names of the first."""
    subjects = list(dict.fromkeys(finding.subject for finding in findings))
    number = number_words(len(subjects), view.lang)
    what = view.what(subjects)
    count = view.say(f"{number} {what[0]}", f"{number} {what[1]}")
    return f"{count}: {view.names(subjects, _MOST_NAMES)}"


def _why(view: View, doubt: Doubt) -> list[str]:
    """Return why: the rule was not checked, a parameter is not known, or readings disagree."""
    rule = view.rules[doubt.rule]
    if rule.verification == "unverified":
        words = view.pair(VERIFICATIONS["unverified"])
        return [words if rule.note is None else f"{words}. {rule.note[view.lang]}"]
    found: dict[str, None] = {}
    for finding in (*doubt.alone, *doubt.with_facts):
        missing = lacking(view, finding)
        found |= missing.texts if missing.facts else missing.texts | missing.registers
        said = readings_words(view, finding, lambda o: outcome_words(o, rule, view.lang))
        found |= dict.fromkeys(said)
    if not found:
        return [view.say("các cách hiểu cho kết quả khác nhau", "the readings disagree")]
    return list(found)[:_MOST_REASONS]
