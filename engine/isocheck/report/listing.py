"""Lists for people and programs: the rules of a profile, the actions of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import Any

from isocheck.evaluate.shown import shown
from isocheck.finding import RequiredAction
from isocheck.logic.values import end_of_year, moved
from isocheck.messages.words import Language
from isocheck.packs.conditions import Expression, Literal_, YearEnd
from isocheck.packs.labels import Labels
from isocheck.packs.law import Law, amended_parameters, due_parameter, due_verification, law_on
from isocheck.packs.model import Amendment, InForce, Parameter, Profile, Rule
from isocheck.report.about import about_lines
from isocheck.report.document import as_text, citation_entry
from isocheck.report.due_days import due_head, due_text
from isocheck.report.layout import Screen, width_of, wrapped
from isocheck.report.values import day_words
from isocheck.report.view import View
from isocheck.report.words import MODALITIES, VERIFICATIONS, say


def rule_entries(
    profile: Profile, day: date | None, *, read_on: date | None = None
) -> list[dict[str, Any]]:
    """Return the rules and amendments of a profile; with a day, those that are law on it.

    Without it all are listed, with parameters as findings of the day `read_on` read them; without
    that day too, as they were last amended.
    """
    versions = {pack.id: pack.version for pack in profile.packs}
    law = None if day is None else law_on(profile, day)
    rules = profile.rules if law is None else _in_force(law)
    amendments = (a for a in profile.amendments if day is None or a.in_force.on(day))
    reading = law if law is not None or read_on is None else law_on(profile, read_on)
    parameters: Mapping[str, Parameter] = (
        amended_parameters(profile, profile.amendments) if reading is None else reading.parameters
    )
    entries = [_rule(rule, versions[rule.pack], parameters) for rule in rules]
    return entries + [_amendment(a, versions[a.pack]) for a in amendments]


def _in_force(law: Law) -> list[Rule]:
    return [rule for rule in law.rules if rule.id not in law.repealed]


def _rule(rule: Rule, version: str, parameters: Mapping[str, Parameter]) -> dict[str, Any]:
    return {
        "id": rule.id,
        "type": "rule",
        "pack": rule.pack,
        "version": version,
        "title": dict(rule.title),
        "for": list(rule.kinds),
        "modality": rule.modality,
        "verification": rule.verification,
        "in_force": _days(rule.in_force),
        "due": expression_entry(rule.due),
        "dues": [day.isoformat() for day in _due_days(rule, parameters)],
        "due_verification": due_verification(rule, parameters),
        "mode": rule.mode,
        "cites": [citation_entry(cite) for cite in rule.cites],
    }


def _amendment(amendment: Amendment, version: str) -> dict[str, Any]:
    return {
        "id": amendment.id,
        "type": "amendment",
        "pack": amendment.pack,
        "version": version,
        "title": None if amendment.reason is None else dict(amendment.reason),
        "for": [amendment.target],
        "modality": None,
        "verification": amendment.verification,
        "in_force": _days(amendment.in_force),
        "due": None,
        "dues": [],
        "due_verification": None,
        "does": amendment.does,
        "cites": [citation_entry(cite) for cite in amendment.cites],
    }


def _days(days: InForce) -> dict[str, str | None]:
    return {
        "from": None if days.start is None else days.start.isoformat(),
        "until": None if days.end is None else days.end.isoformat(),
    }


def expression_entry(expression: Expression | None) -> Any:
    """Return a due day as a pack writes it: a day, or where the day is found."""
    if expression is None:
        return None
    if isinstance(expression, Literal_):
        return as_text(shown(expression.value))
    path = expression.path
    head = "param" if path.head == "param" else "fact"
    text = path.segments[0] if path.head == "param" else str(path)
    entry: dict[str, Any] = {"year_end" if isinstance(expression, YearEnd) else head: text}
    shift = expression.shift
    plus: dict[str, Any] = {"days": shift.days, "months": shift.months, "years": shift.years}
    plus = {unit: number for unit, number in plus.items() if number}
    minus: dict[str, Any] = {}
    for span in expression.by:
        side, other = (plus, minus) if span.sign > 0 else (minus, plus)
        if span.unit in side:  # a number the other way
            other[span.unit] = -side[span.unit]
        side[span.unit] = {"param": span.path.segments[0]}
    sides = {"plus": plus, "minus": minus}
    return entry | {name: spans for name, spans in sides.items() if spans}


def rules_text(
    entries: Iterable[dict[str, Any]], profile: Profile, lang: Language, screen: Screen
) -> str:
    """Return the rules as text, a block each."""
    lines: list[str] = []
    rules = {rule.id: rule for rule in profile.rules}
    labels = Labels.of(profile, lang)
    parameters = amended_parameters(profile, profile.amendments)
    for entry in entries:
        places = _due_places(rules[entry["id"]], parameters, labels) if entry["id"] in rules else []
        lines.append(screen.paint(entry["id"], "strong"))
        lines += wrapped((entry["title"] or {}).get(lang, ""), screen.width, "  ")
        lines += wrapped("; ".join(_rule_words(entry, profile, places, lang)), screen.width, "  ")
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"


def _rule_words(
    entry: dict[str, Any], profile: Profile, places: Sequence[str], lang: Language
) -> Iterator[str]:
    if entry["type"] == "amendment":
        yield say(("Sửa đổi", "Amendment"), lang)
    else:
        yield say(MODALITIES[entry["modality"]], lang)
    yield ", ".join(_target_words(profile, target, lang) for target in entry["for"])
    start = entry["in_force"]["from"]
    if start is not None:
        day = day_words(date.fromisoformat(start), lang)
        yield say((f"hiệu lực từ {day}", f"in force from {day}"), lang)
    yield from _due_of_rule(entry, places, lang)
    yield say(VERIFICATIONS[entry["verification"]], lang)


def _due_of_rule(entry: dict[str, Any], places: Sequence[str], lang: Language) -> Iterator[str]:
    """Yield the due day of a rule: the day, or where the day of each case is found."""
    verification = entry["due_verification"]
    days = [*map(date.fromisoformat, entry["dues"])]
    due = due_text(verification, days, lang, entry.get("mode", "due"))
    if due:
        yield due
    elif verification is not None:
        words = say((" hoặc ", " or "), lang).join(places)
        yield f"{due_head(verification, lang)}: {words}" if words else due_head(verification, lang)


def _due_places(rule: Rule, parameters: Mapping[str, Parameter], labels: Labels) -> list[str]:
    """Return in words where the due day of each case is found, if it rests on facts."""
    return [
        _place_words(expression, rule, labels)
        for expression in _due_expressions(rule, parameters)
        if not isinstance(expression, Literal_) and expression.path.head != "param"
    ]


def _place_words(expression: Expression, rule: Rule, labels: Labels) -> str:
    if isinstance(expression, Literal_):
        return ""
    path, lang = str(expression.path), labels.lang
    label = labels.path(path, rule.kinds)
    if label == path or ": " in label or expression.shift or expression.by:
        return say(("tùy từng trường hợp", "as the case may be"), lang)
    if isinstance(expression, YearEnd):
        return say((f"đến hết ngày 31/12 của {label}", f"31 December of the {label}"), lang)
    return say((f"theo {label}", f"the {label}"), lang)


def _target_words(profile: Profile, target: str, lang: Language) -> str:
    """Return what a rule or an amendment is for: kinds, a rule, a parameter."""
    if target in profile.kinds:
        return profile.kinds[target].title[lang]
    rule = next((rule for rule in profile.rules if rule.id == target), None)
    if rule is not None:
        return rule.title[lang]
    path = f"param.{target}"
    label = Labels.of(profile, lang).path(path)
    return target if label == path else label


def _due_days(rule: Rule, parameters: Mapping[str, Parameter]) -> list[date]:
    """Return the due days that rest on no fact: the day written, or what readings give."""
    due = rule.due
    if due is None or isinstance(due, Literal_):
        found = None if due is None else due.value
        return [found] if isinstance(found, date) else []
    parameter = due_parameter(rule, parameters)
    bases = [] if parameter is None else _numbers(parameter)
    if isinstance(due, YearEnd):
        bases = [end_of_year(base) for base in bases]
    choices = [
        _numbers(parameters[span.path.segments[0]])
        for span in due.by
        if span.path.segments[0] in parameters
    ]
    values = [
        moved(base, due.shift, [(s.unit, s.sign, n) for s, n in zip(due.by, numbers, strict=True)])
        for base in bases
        for numbers in product(*choices)
    ]
    return sorted({value for value in values if isinstance(value, date)})


def _numbers(parameter: Parameter) -> list[Any]:
    """Return the values that the readings of a parameter give without any fact."""
    return [r.value.value for r in parameter.readings if isinstance(r.value, Literal_)]


def _due_expressions(rule: Rule, parameters: Mapping[str, Parameter]) -> list[Expression]:
    parameter = due_parameter(rule, parameters)
    if parameter is not None:
        return [reading.value for reading in parameter.readings]
    return [] if rule.due is None else [rule.due]


def actions_text(view: View, actions: Iterable[RequiredAction], screen: Screen) -> str:
    """Return what is to be done, body by body by their names, what is due first coming first."""
    by_body: dict[str, list[RequiredAction]] = {}
    for action in actions:
        by_body.setdefault(action.by, []).append(action)
    if not by_body:
        nothing = view.say("Không có việc nào cần thực hiện.", "Nothing is to be done.")
        return "\n".join([*about_lines(view, screen), nothing]) + "\n"
    lines: list[str] = [*about_lines(view, screen), ""]
    for body in sorted(by_body, key=view.place_in_order):
        wanted = by_body[body]
        name = f"{view.name(body)} ({body})"
        lines += [screen.paint(name, "strong"), "=" * width_of(name)]
        for action in wanted:
            lines += _action(view, action, screen)
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"


def _action(view: View, action: RequiredAction, screen: Screen) -> Iterator[str]:
    yield from wrapped(action.do[view.lang], screen.width, "* ", "  ")
    words = [_when(view, action)]
    if action.report_to:
        names = ", ".join(view.name(who) for who in action.report_to)
        words.append(view.say("báo cáo ", "report to ") + names)
    yield from wrapped("; ".join(words), screen.width, "  ")
    about = list(dict.fromkeys(_about(view, action, key) for key in action.because_of))
    rules = view.say("Mã quy định: ", "Rules: ")
    yield from wrapped(rules + ", ".join(about), screen.width, "  ")


def _when(view: View, action: RequiredAction) -> str:
    """Return by when: the last good day, or why there is none."""
    mode = view.rules[action.because_of[0][0]].mode
    due = due_text(action.due_verification, action.dues, view.lang, mode)
    if action.due is None and len(action.dues) == 1:
        due += view.say(", hoặc ngày khác chưa xác định được", ", or another day not known")
    broken = view.say("hiện không đạt, cần khắc phục", "not met now, to be mended")
    if due and action.overdue:
        return due + view.say(" (quá hạn)", " (overdue)")
    if due and action.outcome == "violated":  # a continuing duty can fail before its last day
        return f"{broken}; {due}"
    if due:
        perhaps = view.say(" (có thể đã quá hạn)", " (perhaps overdue)")
        return due + (perhaps if min(action.dues) < view.evaluation.as_of else "")
    return _why_no_day(view, action, broken)


def _why_no_day(view: View, action: RequiredAction, broken: str) -> str:
    if action.due_verification is None:  # a limit, or a duty that has no day
        return (
            broken if action.outcome == "violated" else view.say("không có thời hạn", "no day set")
        )
    if action.overdue:
        return view.say(
            "quá hạn, dù thời hạn cụ thể chưa xác định được", "overdue, whichever day it is"
        )
    if action.due_verification == "unverified":
        return view.say(
            "thời hạn chưa đối chiếu được văn bản", "the text of its due day was not seen"
        )
    return view.say("chưa ghi thời hạn", "no due day is recorded")


def _about(view: View, action: RequiredAction, key: tuple[str, str, str | None]) -> str:
    rule, subject, item = key
    of = [] if subject == action.by else [view.name(subject)]
    of += [] if item is None else [view.name(item)]
    return f"{rule} ({', '.join(of)})" if of else rule
