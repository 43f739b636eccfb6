"""Which entries an export takes: a span of days, a body, a rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from isocheck.audit.changes import document_of
from isocheck.audit.entries import DOCUMENT, Entry
from isocheck.audit.trail import Trail, content_of, entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is asked for; None: everything. Days are those of the recording, in UTC, inclusive."""

    start: date | None = None
    end: date | None = None
    body: str | None = None
    rule: str | None = None

    def days(self, entry: Entry) -> bool:
        """Tell whether an entry was recorded within the span."""
        day = entry.when.date()
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def finding(self, finding: Mapping[str, Any]) -> bool:
        """Tell whether a finding is one of the body and the rule."""
        return self.body in (None, finding["subject"]) and self.rule in (None, finding["rule"])


def chosen(trail: Trail, choice: Choice) -> frozenset[int]:
    """Return the numbers of the entries asked for.

    Of a body or a rule those entries whose document has a finding; each is taken whole.
    """
    numbers: Iterable[int] = (n for n, entry in entries(trail) if choice.days(entry))
    if choice.body is not None or choice.rule is not None:
        within = frozenset(numbers)
        numbers = (n for n, entry in entries(trail) if n in within and _has(trail, entry, choice))
    return frozenset(numbers)


def document(trail: Trail, entry: Entry) -> dict[str, Any]:
    """Return the findings document of an entry."""
    return document_of(content_of(trail, entry.number, entry.document, DOCUMENT))


def _has(trail: Trail, entry: Entry, choice: Choice) -> bool:
    return any(map(choice.finding, document(trail, entry)["findings"]))
