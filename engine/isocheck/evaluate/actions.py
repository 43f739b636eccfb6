"""Required actions: who must do what by when, merged where rules name the same action."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from isocheck.evaluate.findings import Judge
from isocheck.evaluate.scope import ReaderAt
from isocheck.finding import UNMET, Finding, RequiredAction
from isocheck.logic.values import Open
from isocheck.packs.citation_reading import VERIFICATIONS
from isocheck.packs.conditions import Expression
from isocheck.packs.model import Rule
from isocheck.packs.reader import value_of

_ByRule = dict[tuple[str, str], list[tuple[str | None, str]]]


def required_actions(judge: Judge, findings: Iterable[Finding]) -> list[RequiredAction]:
    """Return the actions that findings ask for, those due first coming first."""
    actions: dict[str, RequiredAction] = {}
    by_rule: _ByRule = {}
    for finding in findings:
        if not UNMET.issuperset(finding.possible):
            continue  # what is not met is to be done, be it due or overdue
        action = _action(judge, finding)
        if action is None:
            continue
        merged = actions.get(action.id)
        actions[action.id] = action if merged is None else _merged(merged, action)
        of_rule = by_rule.setdefault((finding.rule, finding.subject), [])
        of_rule.append((finding.item, action.id))
    ordered = [_after_resolved(judge, action, by_rule) for action in actions.values()]
    return sorted(ordered, key=lambda a: (not a.dues, a.dues, a.id))


def _same_items(judge: Judge, rule: Rule, other: str) -> bool:
    """Tell whether two rules are judged on items of the same kinds."""
    per, pers = rule.per, judge.rules[other].per
    return per is not None and pers is not None and per.source.kinds == pers.source.kinds


def _action(judge: Judge, finding: Finding) -> RequiredAction | None:
    rule = judge.rules[finding.rule]
    if rule.action is None:
        return None
    reader = _reader(judge, finding)
    by = _who(rule.action.by, reader) or finding.subject
    body = judge.facts.records.get(by)
    if body is not None and judge.context.ended_after(body) is not None:
        return None  # nothing can be asked of what is no more
    report_to = (_who(expression, reader) for expression in rule.action.report_to)
    days = (finding.due,) if finding.due is not None else finding.dues
    if rule.mode == "until" and days and max(days) < judge.law.day:
        return None  # it was not kept up to its last day, and nothing done since can change that
    overdue = finding.outcome == "violated" and rule.mode == "due"
    no_day = "past" if overdue else "no-day"  # what is due is not told with what is overdue
    return RequiredAction(
        id=f"{rule.action.id}/{by}/{'-or-'.join(map(str, days)) or no_day}",
        do=rule.action.do,
        by=by,
        report_to=tuple(sorted({who for who in report_to if who is not None})),
        due=finding.due,
        dues=days,
        due_verification=finding.due_verification,
        overdue=overdue,
        outcome="violated" if finding.outcome == "violated" else "due",
        because_of=((finding.rule, finding.subject, finding.item),),
        after=(),
    )


def _better(*verifications: str | None) -> str | None:
    """Return the best of the foundations on which rules that share an action give its day."""
    return min((v for v in verifications if v), key=VERIFICATIONS.index, default=None)


def _reader(judge: Judge, finding: Finding) -> ReaderAt:
    subject = judge.today.snapshot(judge.facts.records[finding.subject])
    item = finding.evidence.item.at
    world = judge.law.worlds(judge.rules[finding.rule])[0]
    return ReaderAt(judge.today, subject, subject, item, world)


def _who(expression: Expression, reader: ReaderAt) -> str | None:
    value = value_of(expression, reader)
    if value is None or isinstance(value, Open):
        return None
    return str(value)


def _merged(one: RequiredAction, other: RequiredAction) -> RequiredAction:
    return replace(
        one,
        report_to=tuple(sorted({*one.report_to, *other.report_to})),
        due_verification=_better(one.due_verification, other.due_verification),
        overdue=one.overdue or other.overdue,
        outcome="violated" if "violated" in {one.outcome, other.outcome} else "due",
        because_of=tuple(sorted({*one.because_of, *other.because_of}, key=repr)),
    )


def _after_resolved(judge: Judge, action: RequiredAction, by_rule: _ByRule) -> RequiredAction:
    """Name the open actions of the same subjects that must come first.

    Where both rules are judged on the same items, what comes first is of the same item: who
    selects for one year need not have selected for the next.
    """
    before: set[str] = set()
    for rule_id, subject, item in action.because_of:
        rule = judge.rules[rule_id]
        for earlier in rule.action.after if rule.action is not None else ():
            found = by_rule.get((earlier, subject), ())
            before.update(
                i for of, i in found if of == item or not _same_items(judge, rule, earlier)
            )
    return replace(action, after=tuple(sorted(before - {action.id})))
