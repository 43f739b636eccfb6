"""What is open, body by body: the middle of the text report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, cast

from isocheck.finding import Finding, Outcome
from isocheck.report.citations import citation_words
from isocheck.report.layout import Screen, wrapped
from isocheck.report.phrases import (
    Lacking,
    action_words,
    counted,
    detail_lines,
    due_words,
    ended_words,
    lacking,
    note_words,
    readings_words,
)
from isocheck.report.reasons import why_words
from isocheck.report.selection import is_open
from isocheck.report.tallies import behind_words
from isocheck.report.view import View
from isocheck.report.words import REASONS, VERIFICATIONS, finding_words, outcome_words, say, told_as

Worst = Literal["violated", "due", "indeterminate"]
_ORDER: Final[tuple[Outcome, ...]] = (
    "violated", "due", "indeterminate", "waived", "satisfied_late", "satisfied", "not_applicable",
)  # fmt: skip
_ROLES: Final[dict[str, str]] = {"violated": "alarm", "due": "warn", "indeterminate": "open"}
_MOST_TITLES: Final = 3


@dataclass(slots=True, kw_only=True)
class Body:
    """A subject and its findings; `worst` is the outcome that most wants attention.

    What only the texts leave open is no matter of the body: it is told by rule.
    """

    id: str
    kind: str
    findings: list[Finding] = field(default_factory=list)
    of_texts: list[Finding] = field(default_factory=list)
    targets: list[Finding] = field(default_factory=list)

    @property
    def worst(self) -> Worst | None:
        """The most pressing outcome of what is open, None if nothing is."""
        found = {_pressing(f) for f in (*self.findings, *self.targets) if is_open(f)}
        return cast("Worst | None", next((o for o in _ORDER if o in found), None))

    @property
    def waived(self) -> bool:
        """Whether something is waived: that is shown, though nothing is left to do."""
        return any(finding.outcome == "waived" for finding in self.findings)

    def in_order(self) -> list[Finding]:
        """Return all findings, the most pressing first."""
        found = [*self.targets, *self.findings, *self.of_texts]
        return sorted(found, key=_place)


def _pressing(finding: Finding) -> Outcome:
    """Return how pressing a finding is: what is not met is at least still to be done."""
    return "due" if told_as(finding) == "unmet" else finding.outcome


def _place(finding: Finding) -> int:
    return _ORDER.index(_pressing(finding))


def is_target(view: View, finding: Finding) -> bool:
    """Tell whether a finding is about a target, as its pack declares (`form: target`)."""
    return view.rules[finding.rule].form == "target" and finding.outcome != "not_applicable"


def bodies_of(view: View) -> list[Body]:
    """Return the subjects judged, by the order of their kinds and then of their names."""
    found: dict[str, Body] = {}
    for finding in view.selected.findings:
        body = found.setdefault(finding.subject, Body(id=finding.subject, kind=finding.kind))
        if is_target(view, finding):
            body.targets.append(finding)
        else:
            (body.of_texts if view.of_texts(finding) else body.findings).append(finding)
    kinds = list(view.evaluation.profile.kinds)
    return sorted(found.values(), key=lambda b: (kinds.index(b.kind), view.place_in_order(b.id)))


def shown_of(view: View, body: Body) -> list[Finding]:
    """Return the findings of a body that the report shows, the most pressing first."""
    everything = view.selected.everything
    shown = [f for f in body.findings if everything or is_open(f) or f.outcome == "waived"]
    shown += body.of_texts if everything else []
    return sorted(shown, key=_place)


def parts_of(view: View, screen: Screen, body: Body) -> Iterator[list[str]]:
    """Yield what a body has to show, a part for each finding, one for all that facts leave open."""
    shown = shown_of(view, body)
    together = [f for f in shown if told_as(f) == "indeterminate" and _is_lacking(view, f)]
    if len(together) == 1:
        together = []
    merged = {id(finding) for finding in together}
    alone = [finding for finding in shown if id(finding) not in merged]
    for alike in _alike(view, screen, alone):
        yield list(finding_lines(view, screen, alike[0], alike))
    if together:
        yield list(_lacking(view, screen, together))


def _alike(view: View, screen: Screen, findings: list[Finding]) -> Iterable[list[Finding]]:
    """Return findings, those of several items together of which the same is to be said."""
    found: dict[tuple[object, ...], list[Finding]] = {}
    draft, places = view.draft, view.places
    view.draft, view.places = True, False
    for finding in findings:
        key: tuple[object, ...] = (id(finding),)
        if finding.item is not None:
            key = (finding.rule, *finding_lines(view, screen, finding, ()))
        found.setdefault(key, []).append(finding)
    view.draft, view.places = draft, places
    return found.values()


def _is_lacking(view: View, finding: Finding) -> bool:
    """Tell whether a finding can be told in one block with all that facts leave open."""
    found = lacking(view, finding)
    return found.facts or bool(found.registers)


def _lacking(view: View, screen: Screen, findings: list[Finding]) -> Iterator[str]:
    """Yield one block for all that missing facts leave open for a body."""
    missing = Lacking()
    for finding in findings:
        missing.add(lacking(view, finding))
    missing.texts.clear()  # told by rule, near the end of the report
    titles = list(dict.fromkeys(view.title(finding.rule) for finding in findings))
    label = view.say("Chưa đủ căn cứ kết luận", "Cannot be told yet")
    rules = view.say(f"{len(titles)} nội dung", f"{len(titles)} matters")
    yield "  " + screen.paint(f"{label}: {rules}", "open")
    for words in missing.words(view):
        yield from _labelled(view, screen, ("Thông tin còn thiếu", "Missing facts"), words)
    longest = len(titles) if view.selected.full else _MOST_TITLES
    view.cut |= len(titles) > longest
    kept = titles if len(titles) <= longest else titles[:longest]
    words = "; ".join(kept)
    if len(kept) < len(titles):
        rest = len(titles) - len(kept)
        words += view.say(f"; và {rest} nội dung khác", f"; and {rest} more")
    yield from _labelled(view, screen, ("Nội dung", "Matters"), words)


def _labelled(view: View, screen: Screen, label: tuple[str, str], text: str) -> list[str]:
    return wrapped(text, screen.width, f"    {say(label, view.lang)}: ", " " * 6)


def finding_lines(
    view: View, screen: Screen, finding: Finding, alike: Sequence[Finding] | None = None
) -> Iterator[str]:
    """Yield a finding: its outcome and day, its rule, why, what is missing, what to do.

    `alike` are the findings of other items that are told with it.
    """
    rule = view.rules[finding.rule]
    label = finding_words(finding, rule, view.lang)
    day = due_words(view, finding)
    text = f"{label} – {day}" if day and finding.outcome != "not_applicable" else label
    first, *rest = wrapped(text, screen.width, "  ")
    yield from (screen.paint(line, _ROLES.get(_pressing(finding))) for line in (first, *rest))
    told = [finding] if alike is None else alike
    items = [view.name(f.item) for f in told if f.item is not None]
    item = f" – {'; '.join(items)}" if items else ""
    yield from wrapped(f"{rule.title[view.lang]}{item} [{rule.id}]", screen.width, "    ")
    last = None if finding.outcome == "not_applicable" else view.why(finding).last_day
    if last is not None:
        yield from _labelled(view, screen, ("Lưu ý", "Note"), ended_words(view, last))
    if not is_open(finding):
        yield from _closed(view, screen, finding)
        return
    numbers = counted(view, finding)
    for words in why_words(view, finding):
        yield from _labelled(view, screen, ("Vì", "Why"), words)
    for words in [] if numbers is not None else detail_lines(view, finding):
        yield from _labelled(view, screen, ("Chi tiết", "Details"), words)
    for words in () if view.listing else behind_words(view, finding):
        yield from _labelled(view, screen, ("Tính từ", "Made up of"), words)
    yield from _open(view, screen, finding)


def _closed(view: View, screen: Screen, finding: Finding) -> Iterator[str]:
    if finding.waiver is not None:
        label = ("Văn bản cho phép miễn thực hiện", "Waiver")
        yield from _labelled(view, screen, label, finding.waiver)
    if told_as(finding) == "met":
        yield from _missing(view, screen, finding)
    if finding.reason is not None:
        yield from _labelled(view, screen, ("Vì", "Why"), view.pair(REASONS[finding.reason]))
    if finding.outcome == "satisfied" and finding.modality == "may":  # what it shows is all it says
        for words in detail_lines(view, finding):
            yield from _labelled(view, screen, ("Chi tiết", "Details"), words)


def _missing(view: View, screen: Screen, finding: Finding) -> Iterator[str]:
    words = "; ".join(lacking(view, finding).words(view))
    if words:
        yield from _labelled(view, screen, ("Thông tin còn thiếu", "Missing facts"), words)


def _open(view: View, screen: Screen, finding: Finding) -> Iterator[str]:
    """Yield what is missing, what to do, and what it stands on."""
    rule = view.rules[finding.rule]
    if finding.outcome == "indeterminate":
        yield from _missing(view, screen, finding)
    for words in readings_words(view, finding, lambda o: outcome_words(o, rule, view.lang)):
        yield from _labelled(view, screen, ("Cách hiểu", "Readings"), words)
    action = view.actions.get((finding.rule, finding.subject, finding.item))
    if action is not None:
        label = ("Việc cần thực hiện", "To do")
        yield from _labelled(view, screen, label, action_words(view, action))
    stale = view.why(finding).stale
    if stale is not None:
        words = view.say(
            f"dựa trên thông tin thu thập ngày {stale:%d/%m/%Y}",
            f"rests on facts collected on {stale}",
        )
        yield from _labelled(view, screen, ("Lưu ý", "Note"), words)

    if not view.draft:
        yield from _basis(view, screen, finding)


def _basis(view: View, screen: Screen, finding: Finding) -> Iterator[str]:
    """Yield the words that a finding stands on, and how they are read."""
    rule = view.rules[finding.rule]
    if finding.item is not None and (rule.id, finding.subject) in view.cited:
        return
    view.cited.add((rule.id, finding.subject))
    seen = rule.id in view.quoted
    view.quoted.add(rule.id)
    for cite in rule.cites[:1] if seen else rule.cites:
        founded = rule.verification if seen else None  # else told on a line of its own
        words = citation_words(view, cite, quoted=not seen, founded=founded)
        yield from _labelled(view, screen, ("Căn cứ", "Basis"), words)
    notes = list(note_words(view, finding))
    if rule.verification != "primary" and not seen:
        words = view.pair(VERIFICATIONS[rule.verification])
        if notes and rule.note is not None and notes[0] == rule.note[view.lang]:
            words += f". {notes.pop(0)}"
        yield from _labelled(view, screen, ("Mức đối chiếu", "Verification"), words)
    for words in notes:
        yield from _labelled(view, screen, ("Cách hiểu", "As the pack reads it"), words)
