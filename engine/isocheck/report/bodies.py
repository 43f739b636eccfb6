"""What is open, body by body: the middle of the text report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, cast

from isocheck.finding import Finding, Outcome
from isocheck.report.layout import Screen, width_of, wrapped
from isocheck.report.phrases import (
    Lacking,
    action_words,
    citation_words,
    counted,
    detail_lines,
    due_words,
    lacking,
    readings_words,
    reasons,
)
from isocheck.report.selection import is_open
from isocheck.report.view import View
from isocheck.report.words import REASONS, VERIFICATIONS, outcome_words, say

Worst = Literal["violated", "due", "indeterminate"]
BODY_KINDS: Final = (
    "province",
    "steering_committee",
    "department",
    "district",
    "commune",
    "public_service_unit",
)
_ORDER: Final[tuple[Outcome, ...]] = (
    "violated", "due", "indeterminate", "waived", "satisfied_late", "satisfied", "not_applicable",
)  # fmt: skip
_ROLES: Final[dict[str, str]] = {"violated": "alarm", "due": "warn", "indeterminate": "open"}
_MANY: Final = frozenset({"commune", "public_service_unit"})  # kinds of which there are many
_MOST_NAMES: Final = 24


@dataclass(slots=True, kw_only=True)
class Body:
    """A subject and its findings; `worst` is the outcome that most wants attention.

    What only the texts leave open is no matter of the body: it is told by rule.
    """

    id: str
    kind: str
    findings: list[Finding] = field(default_factory=list)
    of_texts: list[Finding] = field(default_factory=list)

    @property
    def worst(self) -> Worst | None:
        """The most pressing outcome of what is open, None if nothing is."""
        found = {finding.outcome for finding in self.findings if is_open(finding)}
        return cast("Worst | None", next((o for o in _ORDER if o in found), None))

    @property
    def waived(self) -> bool:
        """Whether something is waived: that is shown, though nothing is left to do."""
        return any(finding.outcome == "waived" for finding in self.findings)

    def in_order(self) -> list[Finding]:
        """Return all findings, the most pressing first."""
        found = [*self.findings, *self.of_texts]
        return sorted(found, key=lambda finding: _ORDER.index(finding.outcome))


def bodies_of(view: View) -> list[Body]:
    """Return the subjects judged: kinds from the province down, the most pressing first."""
    found: dict[str, Body] = {}
    for finding in view.selected.findings:
        body = found.setdefault(finding.subject, Body(id=finding.subject, kind=finding.kind))
        (body.of_texts if view.of_texts(finding) else body.findings).append(finding)
    kinds = {
        kind: place for place, kind in enumerate([*BODY_KINDS, *view.evaluation.profile.kinds])
    }
    ranks = [*_ORDER[:3], None]
    order = {kind: min(p for k, p in kinds.items() if k == kind) for kind in kinds}
    order |= {kind: place for place, kind in enumerate(BODY_KINDS)}
    return sorted(found.values(), key=lambda b: (order[b.kind], ranks.index(b.worst), b.id))


def body_sections(view: View, screen: Screen, bodies: Iterable[Body]) -> Iterator[list[str]]:
    """Yield a section for each kind that has something to show."""
    by_kind: dict[str, list[Body]] = {}
    for body in bodies:
        by_kind.setdefault(body.kind, []).append(body)
    for kind, members in by_kind.items():
        shown = [b for b in members if view.selected.everything or b.worst or b.waived]
        if not shown:
            continue
        open_ = sum(body.worst is not None for body in members)
        text = view.kind_title(kind).upper() + view.say(
            f": {open_} trên {len(members)} còn việc",
            f": {open_} of {len(members)} with open matters",
        )
        lines = [screen.paint(text, "strong"), "=" * width_of(text)]
        for names, block in _merged(view, screen, shown):
            lines += ["", *names, *block]
        del lines[2]
        quiet = len(members) - len(shown)
        if quiet:
            more = view.say(f"Không còn việc: {quiet}.", f"Nothing open: {quiet}.")
            lines += ["", more]
        yield lines


def _merged(
    view: View, screen: Screen, bodies: Iterable[Body]
) -> Iterator[tuple[list[str], list[str]]]:
    """Yield names with their block; bodies of one parent that lack or owe the same share one."""
    alike: dict[tuple[object, ...], list[Body]] = {}
    for body in bodies:
        alike.setdefault(_key(view, screen, body), []).append(body)
    for members in alike.values():
        view.places = len(members) == 1
        block = list(_block(view, screen, members[0]))
        view.places = True
        yield _names(view, screen, members), block


def _key(view: View, screen: Screen, body: Body) -> tuple[object, ...]:
    """Return what bodies that share a block have in common: what it says but for the places."""
    overdue = any(f.outcome == "violated" and f.modality == "must" for f in body.findings)
    shared = body.worst == "indeterminate" or (body.kind in _MANY and not overdue)
    if not shared or body.waived or view.selected.everything:
        return (body.id,)
    view.places, view.draft = False, True
    block = list(_block(view, screen, body))
    view.places, view.draft = True, False
    return (view.evaluation.facts.records[body.id].values.get("parent"), *block)


def _names(view: View, screen: Screen, members: list[Body]) -> list[str]:
    first = members[0]
    if len(members) == 1:
        names = f"{view.name(first.id)} ({first.id})"
        lines = wrapped(names, screen.width)
    else:
        names = view.names([body.id for body in members], _MOST_NAMES)
        parent = view.evaluation.facts.records[first.id].values.get("parent")
        of = view.say(" thuộc", " of") + f" {view.name(parent)}" if parent else ""
        count = f"{len(members)} {view.pair(view.what([body.id for body in members]))}"
        lines = wrapped(f"{count}{of}: {names}", screen.width, "", "  ")
    return [screen.paint(line, "strong") for line in lines]


def _block(view: View, screen: Screen, body: Body) -> Iterator[str]:
    everything = view.selected.everything
    shown = [f for f in body.findings if everything or is_open(f) or f.outcome == "waived"]
    shown += body.of_texts if everything else []
    together = [f for f in shown if f.outcome == "indeterminate" and _is_lacking(view, body, f)]
    if len(together) == 1 or body.kind == "province":  # its targets stand each for itself
        together = []
    merged = {id(finding) for finding in together}
    for finding in body.in_order():
        if id(finding) not in merged and any(finding is other for other in shown):
            yield from finding_lines(view, screen, finding)
    if together:
        yield from _lacking(view, screen, together)


def _is_lacking(view: View, body: Body, finding: Finding) -> bool:
    """Tell whether a finding can be told in one block with all that facts leave open."""
    found = lacking(view, finding)
    return found.facts or (body.kind in _MANY and bool(found.registers))


def _lacking(view: View, screen: Screen, findings: list[Finding]) -> Iterator[str]:
    """Yield one block for all that missing facts leave open for a body."""
    missing = Lacking()
    items: dict[str, list[str]] = {}
    for finding in findings:
        missing.add(lacking(view, finding))
        of_rule = items.setdefault(finding.rule, [])
        of_rule += [] if finding.item is None else [view.name(finding.item)]
    missing.texts.clear()  # told by rule, near the end of the report
    label = view.say("Chưa đủ căn cứ kết luận", "Cannot be told yet")
    rules = view.say(f"{len(items)} quy định", f"{len(items)} rules")
    yield "  " + screen.paint(f"{label}: {rules}", "open")
    for words in missing.words(view):
        yield from _labelled(view, screen, ("Thông tin còn thiếu", "Missing facts"), words)
    ids = (f"{rule} ({', '.join(names)})" if names else rule for rule, names in items.items())
    yield from _labelled(view, screen, ("Quy định", "Rules"), ", ".join(ids))


def _labelled(view: View, screen: Screen, label: tuple[str, str], text: str) -> list[str]:
    return wrapped(text, screen.width, f"    {say(label, view.lang)}: ", " " * 6)


def finding_lines(view: View, screen: Screen, finding: Finding) -> Iterator[str]:
    """Yield a finding: its outcome and day, its rule, why, what is missing, what to do."""
    rule = view.rules[finding.rule]
    label = outcome_words(finding.outcome, rule, view.lang)
    day = due_words(view, finding)
    text = f"{label} – {day}" if day and finding.outcome != "not_applicable" else label
    first, *rest = wrapped(text, screen.width, "  ")
    yield from (screen.paint(line, _ROLES.get(finding.outcome)) for line in (first, *rest))
    item = "" if finding.item is None else f" – {view.name(finding.item)}"
    yield from wrapped(f"{rule.title[view.lang]}{item} [{rule.id}]", screen.width, "    ")
    if not is_open(finding):
        yield from _closed(view, screen, finding)
        return
    numbers = counted(view, finding)
    for words in [numbers] if numbers is not None else reasons(view, finding):
        yield from _labelled(view, screen, ("Vì", "Why"), words)
    for words in [] if numbers is not None else detail_lines(view, finding):
        yield from _labelled(view, screen, ("Chi tiết", "Details"), words)
    yield from _open(view, screen, finding)


def _closed(view: View, screen: Screen, finding: Finding) -> Iterator[str]:
    if finding.waiver is not None:
        label = ("Văn bản cho phép miễn thực hiện", "Waiver")
        yield from _labelled(view, screen, label, finding.waiver)
    if finding.reason is not None:
        yield from _labelled(view, screen, ("Vì", "Why"), view.pair(REASONS[finding.reason]))


def _open(view: View, screen: Screen, finding: Finding) -> Iterator[str]:
    """Yield what is missing, what to do, and what it stands on."""
    rule = view.rules[finding.rule]
    if finding.outcome == "indeterminate":
        words = "; ".join(lacking(view, finding).words(view))
        if words:
            yield from _labelled(view, screen, ("Thông tin còn thiếu", "Missing facts"), words)
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

    if view.draft or (finding.item is not None and (rule.id, finding.subject) in view.cited):
        return
    view.cited.add((rule.id, finding.subject))
    seen = rule.id in view.quoted
    view.quoted.add(rule.id)
    for cite in rule.cites[:1] if seen else rule.cites:
        words = citation_words(view, cite, quoted=not seen)
        yield from _labelled(view, screen, ("Căn cứ", "Basis"), words)
    if rule.verification != "primary" and not seen:
        words = view.pair(VERIFICATIONS[rule.verification])
        if rule.note is not None:
            words += f". {rule.note[view.lang]}"
        yield from _labelled(view, screen, ("Mức đối chiếu", "Verification"), words)
