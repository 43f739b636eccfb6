"""The findings document: what a run found, for programs (design §7)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final

from isocheck.evaluate.run import Evaluation
from isocheck.finding import (
    OUTCOMES,
    Because,
    Explanation,
    Finding,
    Note,
    RequiredAction,
    Tallied,
    Tally,
)
from isocheck.packs.law import Law, due_verification
from isocheck.packs.model import Citation, Discrepancy, Profile, Rule
from isocheck.records.base import FactBase, Record
from isocheck.records.folder import facts_digest
from isocheck.report.document_labels import labels_entry
from isocheck.report.selection import Selected

FORMAT: Final = "isocheck.findings/v1"
# How a run was made is said under `engine`: the rest is the same whatever made it.
_OF_THE_ENGINE: Final = frozenset({"interpreter-alone"})


def document(
    selected: Selected, why: Callable[[Finding], Explanation] | None = None
) -> dict[str, Any]:
    """Return the findings document of a run; `why` explains where that was done before."""
    evaluation = selected.evaluation
    why = why or evaluation.explain
    listed = [f for f in selected.findings if selected.everything or f.outcome != "not_applicable"]
    explained = [why(finding) for finding in listed]
    found: dict[str, Any] = {
        "format": FORMAT,
        "as_of": evaluation.as_of.isoformat(),
        "profile": evaluation.profile.id,
        "packs": [
            {"id": pack.id, "version": pack.version, "sha256": pack.sha256}
            for pack in evaluation.profile.packs
        ],
        "facts": facts_entry(evaluation.facts, evaluation.profile),
        "engine": _engine(evaluation),
    }
    if selected.selection.words:
        found["only"] = list(selected.selection.words)
    if selected.selection.under:
        found["under"] = list(selected.selection.under)
    return found | {
        "notes": [_note(n) for n in evaluation.notes if n.code not in _OF_THE_ENGINE],
        "rules": {
            rule.id: _rule(rule, evaluation.law) for rule in sorted(evaluation.law.rules, key=_id)
        },
        "subjects": {
            record.id: _subject(record)
            for record in (evaluation.facts.records[i] for i in sorted({f.subject for f in listed}))
        },
        "summary": _summary(selected),
        "findings": [_finding(f, told) for f, told in zip(listed, explained, strict=True)],
        "actions": [action_entry(action) for action in selected.actions],
        "discrepancies": [_discrepancy(entry) for entry in evaluation.profile.discrepancies],
        "labels": labels_entry(selected, explained),
    }


def _note(note: Note) -> dict[str, Any]:
    return {"code": note.code, "kind": note.kind, "text": dict(note.text)}


def _discrepancy(entry: Discrepancy) -> dict[str, Any]:
    return {
        "source": entry.source,
        "at": entry.at,
        "printed": entry.printed,
        "computed": entry.computed,
        "note": dict(entry.note),
    }


def serialised(content: Any) -> str:
    """Return a document as text: the same bytes for the same content."""
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _id(rule: Rule) -> str:
    return rule.id


def facts_entry(facts: FactBase, profile: Profile) -> dict[str, Any]:
    """Return what facts a run rests on; what the packs lay down is not counted."""
    records = (r for r in facts.records.values() if not profile.kinds[r.kind].reference)
    complete = {
        file.path: "all" if file.complete.paths == "all" else list(file.complete.paths)
        for file in facts.files
        if file.complete is not None
    }
    return {
        "files": len(facts.files),
        "records": sum(1 for _ in records),
        "sha256": facts_digest(facts.files),
        "complete": complete,
        "repaired": {file.path: dict(file.repaired) for file in facts.files if file.repaired},
    }


def _engine(evaluation: Evaluation) -> dict[str, Any]:
    if evaluation.matcher_version is None:
        return {"matcher": evaluation.matcher}
    return {
        "matcher": evaluation.matcher,
        "version": evaluation.matcher_version,
        "cross_checked": True,
    }


def _rule(rule: Rule, law: Law) -> dict[str, Any]:
    return {
        "pack": rule.pack,
        "title": dict(rule.title),
        "modality": rule.modality,
        "form": rule.form,
        "verification": rule.verification,
        "due_verification": due_verification(rule, law.parameters),
        "cites": [citation_entry(cite) for cite in rule.cites],
        "amended_by": list(rule.amended_by),
    }


def citation_entry(cite: Citation) -> dict[str, str]:
    """Return a citation; a key that says nothing is left out."""
    entry = {"source": cite.source, "at": cite.at}
    if cite.quote is not None:
        entry["quote"] = cite.quote
    if cite.verification is not None:
        entry["verification"] = cite.verification
    return entry


def _subject(record: Record) -> dict[str, Any]:
    return {
        "kind": record.kind,
        "name": record.values.get("name"),
        "parent": record.values.get("parent"),
    }


def _summary(selected: Selected) -> dict[str, Any]:
    counts = Counter(finding.outcome for finding in selected.findings)
    violated = (f for f in selected.findings if f.outcome == "violated" and f.modality == "must")
    return {
        "judged": len(selected.findings),
        "outcomes": {outcome: counts[outcome] for outcome in OUTCOMES},
        "must_violated": sum(1 for _ in violated),
        "rules_without_subject": list(selected.evaluation.rules_without_subject),
    }


def _finding(finding: Finding, why: Explanation) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "subject": finding.subject,
        "kind": finding.kind,
        "item": finding.item,
        "outcome": finding.outcome,
        "reason": finding.reason,
        "modality": finding.modality,
        "due": _day(finding.due),
        "dues": [day.isoformat() for day in finding.dues],
        "due_verification": finding.due_verification,
        "verification": finding.verification,
        "because": [_because(entry) for entry in why.because],
        "tallies": [_tally(tally) for tally in why.tallies],
        "missing": [{"record": entry.record, "path": entry.path} for entry in why.missing],
        "possible": list(finding.possible),
        "readings": [
            {"parameter": r.parameter, "reading": r.reading, "outcome": r.outcome}
            for r in finding.readings
        ],
        "stale": _day(why.stale),
        "details": as_text(why.details),
        "waiver": finding.waiver,
    }


def as_text(value: Any) -> Any:
    """Return a value of the evidence as the document has it: days in ISO form, shares `n/d`.

    This is the only place where a value becomes text for programs.
    """
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, Mapping):
        return {key: as_text(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return tuple(as_text(each) for each in value)
    return value


def _because(entry: Because) -> dict[str, Any]:
    found: dict[str, Any] = {
        "part": entry.part,
        "record": entry.record,
        "path": entry.path,
        "value": as_text(entry.value),
    }
    if entry.bounded:
        found |= {"low": as_text(entry.low), "high": as_text(entry.high)}
    if entry.at_least is not None:
        found["at_least"] = as_text(entry.at_least)
    if entry.either is not None:
        found["either"] = as_text(entry.either)
    found |= {"op": entry.op, "expected": as_text(entry.expected)}
    if entry.expected_bounded:
        low, high = entry.expected_low, entry.expected_high
        found |= {"expected_low": as_text(low), "expected_high": as_text(high)}
    if entry.expected_at_least is not None:
        found["expected_at_least"] = as_text(entry.expected_at_least)
    if entry.expected_either is not None:
        found["expected_either"] = as_text(entry.expected_either)
    if entry.expected_path is not None:
        found["expected_path"] = entry.expected_path
    return found | {"holds": entry.holds, "at": entry.at}


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "record": tally.record,
        "path": tally.path,
        "as_of": tally.day.isoformat(),
        "members": [_tallied(member) for member in tally.members],
    }


def _tallied(member: Tallied) -> dict[str, Any]:
    """Return a member of a tally; a key that says nothing is left out."""
    found = {"record": member.record, "path": member.path, "counts": member.counts}
    value, came_back = as_text(member.value), as_text(member.came_back)
    more = {"date": _day(member.date), "value": value, "came_back": came_back}
    told = {key: value for key, value in more.items() if value is not None}
    return found | told | {"at": member.at}


def action_entry(action: RequiredAction) -> dict[str, Any]:
    """Return a required action as the document has it."""
    return {
        "id": action.id,
        "do": dict(action.do),
        "by": action.by,
        "report_to": list(action.report_to),
        "due": _day(action.due),
        "dues": [day.isoformat() for day in action.dues],
        "due_verification": action.due_verification,
        "overdue": action.overdue,
        "outcome": action.outcome,
        "for": [list(key) for key in action.because_of],
        "after": list(action.after),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
