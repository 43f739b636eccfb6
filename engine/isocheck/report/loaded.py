"""A findings document read back: the findings, actions and explanations that it was made of."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from isocheck.errors import InputProblems, Location, Problem
from isocheck.finding import (
    Because,
    Explanation,
    Finding,
    Missing,
    Note,
    ReadingOutcome,
    RequiredAction,
    Tallied,
    Tally,
)
from isocheck.report.document import FORMAT
from isocheck.report.document_form import first_fault
from isocheck.source.files import read_safely

Document = Mapping[str, Any]
_OF_BECAUSE: Final = frozenset(each.name for each in fields(Because))


def read_document(path: Path, shown: str) -> dict[str, Any]:
    """Return the findings document that a file holds; raises InputProblems if it is none."""
    problem = Problem("bench-document", Location(shown))
    try:
        found = json.loads(read_safely(path.resolve(), shown))
    except (ValueError, RecursionError) as error:
        raise InputProblems([problem]) from error
    return checked_document(found, shown)


def checked_document(found: Any, shown: str) -> dict[str, Any]:
    """Return what is a findings document; raises InputProblems, naming the place that is not."""
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise InputProblems([Problem("bench-document", Location(shown))])
    fault = first_fault(found)
    if fault is not None:
        raise InputProblems([Problem("bench-document-form", Location(shown), fault)])
    return found


class LoadedRun:
    """What a findings document says, as values."""

    def __init__(self, document: Document) -> None:
        """Take a document that was checked."""
        self.document = document
        self._entries = {_key(entry): entry for entry in document["findings"]}

    @property
    def as_of(self) -> date:
        """The day judged."""
        return date.fromisoformat(self.document["as_of"])

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, in the order of the document."""
        return tuple(map(_finding, self.document["findings"]))

    @cached_property
    def actions(self) -> tuple[RequiredAction, ...]:
        """The required actions."""
        return tuple(map(_action, self.document["actions"]))

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """What a reader must know of the whole run."""
        notes = self.document["notes"]
        return tuple(Note(code=n["code"], kind=n["kind"], text=n["text"]) for n in notes)

    def explain(self, finding: Finding) -> Explanation:
        """Return why a finding is as it is; raises KeyError for a finding of another run."""
        entry = self._entries[finding.rule, finding.subject, finding.item]
        return Explanation(
            because=tuple(map(_because, entry["because"])),
            tallies=tuple(map(_tally, entry.get("tallies", ()))),
            missing=tuple(Missing(e["record"], e["path"]) for e in entry["missing"]),
            stale=_day(entry["stale"]),
            details=entry["details"],
        )


def _key(entry: Document) -> tuple[str, str, str | None]:
    return entry["rule"], entry["subject"], entry["item"]


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _days(texts: Sequence[str]) -> tuple[date, ...]:
    return tuple(map(date.fromisoformat, texts))


def _finding(entry: Document) -> Finding:
    return Finding(
        rule=entry["rule"],
        subject=entry["subject"],
        kind=entry["kind"],
        item=entry["item"],
        outcome=entry["outcome"],
        possible=tuple(entry["possible"]),
        reason=entry["reason"],
        modality=entry["modality"],
        verification=entry["verification"],
        due=_day(entry["due"]),
        dues=_days(entry["dues"]),
        due_verification=entry["due_verification"],
        readings=tuple(ReadingOutcome(**reading) for reading in entry["readings"]),
        waiver=entry["waiver"],
    )


def _because(entry: Document) -> Because:
    """Return a comparison; what is a list in the document is a tuple there."""
    found: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in entry.items()
        if name in _OF_BECAUSE
    }
    found.setdefault("expected_path", None)
    found["bounded"] = "low" in entry
    found["expected_bounded"] = "expected_low" in entry
    return Because(**found)


def _tally(entry: Document) -> Tally:
    return Tally(
        record=entry["record"],
        path=entry["path"],
        day=date.fromisoformat(entry["as_of"]),
        members=tuple(map(_tallied, entry["members"])),
    )


def _tallied(entry: Document) -> Tallied:
    return Tallied(
        record=entry["record"],
        path=entry["path"],
        counts=entry["counts"],
        value=entry.get("value"),
        came_back=entry.get("came_back"),
        date=_day(entry.get("date")),
        at=entry["at"],
    )


def _action(entry: Document) -> RequiredAction:
    return RequiredAction(
        id=entry["id"],
        do=entry["do"],
        by=entry["by"],
        report_to=tuple(entry["report_to"]),
        due=_day(entry["due"]),
        dues=_days(entry["dues"]),
        due_verification=entry["due_verification"],
        overdue=entry["overdue"],
        outcome=entry.get("outcome", "violated" if entry["overdue"] else "due"),
        because_of=tuple((rule, subject, item) for rule, subject, item in entry["for"]),
        after=tuple(entry["after"]),
    )
