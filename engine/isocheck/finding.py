"""What a run finds: values only, in the words of the findings document (design §7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

Outcome = Literal[
    "satisfied", "satisfied_late", "due", "violated", "not_applicable", "indeterminate", "waived"
]
# The order in which outcomes are listed everywhere.
OUTCOMES: tuple[Outcome, ...] = (
    "satisfied", "satisfied_late", "due", "violated", "not_applicable", "indeterminate", "waived",
)  # fmt: skip
Reason = Literal[
    "not-in-force", "condition", "exception", "unit-ended", "not-established", "no-item",
    "kind-ended", "may-not-met",
]  # fmt: skip
"""Why a rule is not applicable."""
Worlds = tuple[tuple[tuple[str, str], ...], ...]
"""Combinations of readings, each of pairs of a parameter and its reading."""
MET = frozenset({"satisfied", "satisfied_late"})
UNMET = frozenset({"due", "violated"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """One comparison that the outcome rests on.

    `value` and `expected` are typed: days, shares as fractions, numbers, texts, tuples; `low` and
    `high` stand for a value known only within bounds, `at_least` for a list known in part,
    `either` for one of two values, on either side; `at` is `file:line`; `day` the day for
    which it was read, None where that is open; `worlds` the readings under which it comes to that
    (neither stands in the document).
    """

    part: Literal["when", "unless", "require"]
    record: str
    path: str
    value: Any
    op: str
    expected: Any
    expected_path: str | None
    holds: bool | None
    at: str | None
    bounded: bool = False
    low: Any = None
    high: Any = None
    at_least: tuple[Any, ...] | None = None
    either: tuple[Any, ...] | None = None
    expected_bounded: bool = False
    expected_low: Any = None
    expected_high: Any = None
    expected_at_least: tuple[Any, ...] | None = None
    expected_either: tuple[Any, ...] | None = None
    day: date | None = field(default=None, compare=False)
    worlds: Worlds = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, order=True)
class Missing:
    """A fact that is not known: a path of a record.

    Without a record, a register not declared collected, or `param.NAME` or `rule.ID` for what the
    packs themselves leave open. With one, `param.NAME` is what that record does not say clearly.
    """

    record: str | None
    path: str

    @property
    def unclear(self) -> bool:
        """Whether the fact is there, and it is the record that is not clear."""
        return self.record is not None and self.path.startswith("param.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallied:
    """A record, or an entry of one (`path`), that an aggregate counts.

    `counts` is None where it counts perhaps, False in a share that it lowers. `value` is what is
    taken of it, less what `came_back`; each may be `{low, high}`. `date` dates it.
    """

    record: str
    path: str | None
    counts: bool | None
    value: Any
    came_back: Any
    date: date | None
    at: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What stands behind an aggregate of a record, as it was read for a day under some readings."""

    record: str
    path: str
    day: date
    members: tuple[Tallied, ...]
    worlds: Worlds = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a finding is as it is; made on demand."""

    because: tuple[Because, ...]
    tallies: tuple[Tally, ...] = ()
    missing: tuple[Missing, ...]
    stale: date | None
    details: Mapping[str, Any]
    last_day: date | None = None  # of a subject that has ended: it is judged as it stood then


@dataclass(slots=True, kw_only=True)
class Finding:
    """The outcome of one rule on one subject (and item).

    `possible` holds every outcome that remains; `dues` every due day that a reading gives.
    `explain` makes the explanation; it is not part of the document.
    """

    rule: str
    subject: str
    kind: str
    item: str | None
    outcome: Outcome
    possible: tuple[Outcome, ...]
    reason: Reason | None
    modality: Literal["must", "should", "may"]
    verification: str
    due: date | None
    dues: tuple[date, ...]
    due_verification: str | None = None  # None: the rule has no due day
    readings: tuple[ReadingOutcome, ...] = ()
    waiver: str | None = None
    evidence: Any = field(default=None, repr=False)  # what the explanation is made from


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOutcome:
    """What one reading of a parameter gives, all others left open."""

    parameter: str
    reading: str
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredAction:
    """What must be done, by whom, by when, reported to whom.

    `dues` holds every due day that a reading gives; overdue is what every one of them is past.
    `outcome` is the worst of the findings that ask for it: a limit, and a continuing duty, can be
    violated though no day has passed.
    """

    id: str
    do: Mapping[str, str]
    by: str
    report_to: tuple[str, ...]
    due: date | None
    dues: tuple[date, ...]
    due_verification: str | None
    overdue: bool
    outcome: Literal["due", "violated"]
    because_of: tuple[
        tuple[str, str, str | None], ...
    ]  # (rule, subject, item); `for` in the document
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something about the whole run that a reader must know."""

    code: str
    text: Mapping[str, str]
    kind: str | None = None
