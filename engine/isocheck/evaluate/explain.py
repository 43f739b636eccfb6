"""Why a finding is as it is: the comparisons that decide it, the facts that are missing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from isocheck.evaluate.crosscheck import part_conditions
from isocheck.evaluate.deciding import deciding
from isocheck.evaluate.evidence import Evidence
from isocheck.evaluate.findings import Judge
from isocheck.evaluate.interpreter import holds
from isocheck.evaluate.missing import (
    missing_in,
    missing_of,
    missing_of_expression,
    missing_of_presence,
    nones_of,
)
from isocheck.evaluate.rule_judgement import reader_of
from isocheck.evaluate.scope import ReaderAt
from isocheck.evaluate.shown import at_least, detail, either, shown
from isocheck.evaluate.snapshot import Days
from isocheck.evaluate.tallies import tallies_of
from isocheck.finding import Because, Explanation, Finding, Missing, Tally, Worlds
from isocheck.logic.truth import Truth
from isocheck.logic.values import AtLeast, Bounds, Open, Value
from isocheck.packs.conditions import (
    Compare,
    Expression,
    Fact,
    OutcomeIs,
    Path,
    YearEnd,
)
from isocheck.packs.model import Rule
from isocheck.packs.operators import OPERATORS
from isocheck.packs.reader import value_of
from isocheck.records.base import Record
from isocheck.records.folder import where_is


@dataclass(slots=True)
class _Found:
    judge: Judge
    open: bool
    because: dict[Because, Because] = field(default_factory=dict)
    tallies: list[Tally] = field(default_factory=list)
    missing: set[Missing] = field(default_factory=set)
    older: list[date] = field(default_factory=list)

    def keep(self, entry: Because) -> None:
        """Keep a comparison once, with the last day and all readings for which it is the same."""
        before = self.because.get(entry)
        worlds = entry.worlds if before is None else _joined(before.worlds, entry.worlds)
        self.because[entry] = replace(entry, worlds=worlds)


def explain(judge: Judge, finding: Finding) -> Explanation:
    """Return the explanation of a finding, made anew from the facts."""
    rule = judge.rules[finding.rule]
    subject = judge.today.snapshot(judge.facts.records[finding.subject])
    found = _Found(judge, open=finding.outcome == "indeterminate")
    readers = _explain_evidence(rule, subject.record, finding.evidence, judge.day, found)
    return Explanation(
        because=tuple(found.because.values()),
        tallies=tuple(found.tallies),
        missing=tuple(sorted(found.missing, key=lambda m: (m.record or "", m.path))),
        stale=min(found.older, default=None),
        details=_details(rule, readers),
        last_day=None if rule.after_end else judge.context.ended_after(subject.record),
    )


def _explain_evidence(
    rule: Rule, record: Record, evidence: Evidence, days: Days, found: _Found
) -> list[ReaderAt]:
    """Add what all that was asked comes to; return a reader of the facts for each."""
    context, item = found.judge.context, evidence.item
    readers = [reader_of(context, record, item, a.world, a.days) for a in evidence.asked]
    for asked, reader in zip(evidence.asked, readers, strict=True):
        _explain_parts(rule, reader, asked.parts, found)
    if found.open:
        _explain_open(rule, record, evidence, days, found)
    return readers


def _explain_open(
    rule: Rule, record: Record, evidence: Evidence, days: Days, found: _Found
) -> None:
    """Add what is missing besides what its comparisons want."""
    context, item = found.judge.context, evidence.item
    found.missing |= {Missing(None, kind) for kind in evidence.registers}
    for world, lives in evidence.open_dues:
        if rule.due is not None:
            reader = reader_of(context, record, item, world, lives)
            found.missing |= set(missing_of_expression(rule.due, reader))
    if rule.verification == "unverified":
        found.missing.add(Missing(None, f"rule.{rule.id}"))
    if item.there is None and item.at is not None and rule.per is not None and evidence.asked:
        scope = context.scope_of(record, days)
        world = evidence.asked[0].world
        at_item = ReaderAt(scope, item.at, scope.snapshot(record), item.at, world)
        found.missing |= set(missing_of_presence(item.at, at_item))
        found.missing |= set(missing_in(rule.per.where, at_item))


def _explain_parts(rule: Rule, reader: ReaderAt, parts: tuple[str, ...], found: _Found) -> None:
    conditions = part_conditions(rule)
    for part in parts:
        truth = holds(conditions[part], reader)
        # Whether a duty was made good since is asked whether or not it still applies.
        if part == "require" and "when" in parts and holds(conditions["when"], reader) is False:
            continue
        for leaf, here in deciding(conditions[part], reader, truth):
            if isinstance(leaf, OutcomeIs):
                _outcome(part, leaf, here, reader, found)
                continue
            found.keep(_because(part, leaf, here, reader))
            for tally in tallies_of(leaf, reader):
                _keep(found.tallies, replace(tally, worlds=(reader.world,)))
            if here is None and found.open:
                found.missing |= set(missing_of(leaf, reader))
            day = reader.scope.days.high
            found.older += [d for d in nones_of(leaf.path, reader) if d < day]


def _keep(tallies: list[Tally], tally: Tally) -> None:
    """Keep what stands behind a number once, though read for several days, under readings."""
    for position, other in enumerate(tallies):
        if replace(other, day=tally.day) == tally:
            tallies[position] = replace(tally, worlds=_joined(other.worlds, tally.worlds))
            return
    tallies.append(tally)


def _joined(some: Worlds, others: Worlds) -> Worlds:
    return tuple(dict.fromkeys((*some, *others)))


def _because(part: str, leaf: Compare, truth: Truth, reader: ReaderAt) -> Because:
    value = (
        reader.ancestors(leaf.path) if OPERATORS[leaf.op].of_ancestors else reader.read(leaf.path)
    )
    expected = value_of(leaf.right, reader)
    record, at = _place(leaf.path, reader)
    bounded, low, high = _bounds(value, truth, reader)
    expected_bounded, expected_low, expected_high = _bounds(expected, truth, reader)
    return Because(
        part=part,  # type: ignore[arg-type]
        record=record,
        path=str(leaf.path),
        value=shown(value),
        op=leaf.op,
        expected=shown(expected),
        expected_path=_named(leaf.right),
        holds=truth,
        at=at,
        bounded=bounded,
        low=low,
        high=high,
        at_least=at_least(value),
        either=either(value),
        expected_bounded=expected_bounded,
        expected_low=expected_low,
        expected_high=expected_high,
        expected_at_least=at_least(expected),
        expected_either=either(expected),
        day=_one_day(reader),
        worlds=(reader.world,),
    )


def _one_day(reader: ReaderAt) -> date | None:
    """Return the day for which a comparison is made; None for one of several, of a due day open."""
    days = reader.scope.days
    return days.high if days.low == days.high else None


def _bounds(value: Value, truth: Truth, reader: ReaderAt) -> tuple[bool, Any, Any]:
    if not isinstance(value, Bounds):
        return False, None, None
    # Where it decides nothing, that an event is not yet to come is not worth showing.
    if truth is None and value.maybe_null and value.low is None and _not_past(value, reader):
        return False, None, None
    return True, shown(value.low), shown(value.high)


def _not_past(value: Bounds, reader: ReaderAt) -> bool:
    return isinstance(value.high, date) and value.high >= reader.scope.days.low


def _named(right: Expression) -> str | None:
    return str(right.path) if isinstance(right, (Fact, YearEnd)) else None


def _place(path: Path, reader: ReaderAt) -> tuple[str, str | None]:
    """Return the record a path starts from, and where in the files its deepest part stands."""
    place = reader.place(path.head) if path.head in ("here", "item", "owner") else reader.subject
    if place is None:
        return reader.subject.record.id, None
    record = place.record
    if path.head in ("param", "as_of") or reader.scope.kinds[record.kind].reference:
        return record.id, None
    derived = reader.scope.law.profile.derived.get((record.kind, ".".join(path.segments)))
    segments = path.segments
    if derived is not None and derived.source is not None and not derived.source.kinds:
        assert derived.source.entries is not None  # noqa: S101 - a source has kinds or entries
        segments = derived.source.entries.segments  # what it is derived of stands in a list here
    if segments[0] == "former":
        segments = segments[1:]
    return record.id, where_is(record, segments)


def _outcome(part: str, leaf: OutcomeIs, truth: Truth, reader: ReaderAt, found: _Found) -> None:
    entry = Because(
        part=part,  # type: ignore[arg-type]
        record=reader.subject.record.id,
        path=f"outcome.{leaf.rule}",
        value=_outcomes(leaf, reader, found.judge),
        op="in",
        expected=tuple(sorted(leaf.outcomes)),
        expected_path=None,
        holds=truth,
        at=None,
        day=_one_day(reader),
        worlds=(reader.world,),
    )
    found.keep(entry)
    if truth is None and found.open:
        _missing_of_outcome(leaf.rule, reader, found)


def _outcomes(leaf: OutcomeIs, reader: ReaderAt, judge: Judge) -> Any:
    """Return the outcome that another rule has, or all that it may have."""
    outcomes = judge.outcomes_asked(leaf, reader)
    return outcomes[0] if len(outcomes) == 1 else outcomes or None


def _missing_of_outcome(rule_id: str, reader: ReaderAt, found: _Found) -> None:
    """Name what keeps another rule's outcome open; a rule outside the profile names itself."""
    judge = found.judge
    rule = judge.rules.get(rule_id)
    if rule is None:
        found.missing.add(Missing(None, f"rule.{rule_id}"))
        return
    record, days = reader.subject.record, reader.scope.days
    # Of what is there perhaps the outcome is open, whatever its parts come to.
    found.missing |= set(missing_of_presence(reader.scope.snapshot(record), reader))
    for item in judge.items_asked(rule, record, days):
        other = _Found(judge, open=True)
        _explain_evidence(rule, record, judge.evidence(rule, record, item, days), days, other)
        found.missing |= other.missing


def _details(rule: Rule, readers: list[ReaderAt]) -> dict[str, Any]:
    if not rule.details or not readers:
        return {}
    reader = readers[-1]
    return {
        name: (
            detail(reader.read(path))
            if name not in rule.details_each
            else _of_each(reader, rule.details_each[name], path)
        )
        for name, path in rule.details.items()
    }


def _of_each(reader: ReaderAt, each: Path, path: Path) -> list[dict[str, Any]]:
    """Return what a path reads from each record of a list; without a value it is not known."""
    scope, listed, found = reader.scope, reader.read(each), []
    ids = at_least(listed) if isinstance(listed, AtLeast) else listed
    for record_id in ids if isinstance(ids, (list, tuple)) else ():
        record = scope.facts.records.get(record_id)
        if record is None:
            continue
        here = scope.snapshot(record)
        value = ReaderAt(scope, here, here, reader.item, reader.world).read(path)
        known = isinstance(value, Bounds) or not isinstance(value, Open)
        found.append({"id": record_id, **({"value": detail(value)} if known else {})})
    return found
