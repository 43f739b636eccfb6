"""The facts of one run: checked records, where each stands, and which registers are complete."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from isocheck.records.ahead import DayAhead
from isocheck.records.complete import Complete
from isocheck.source.nodes import Fields


@dataclass(slots=True, kw_only=True)
class Record:
    """One checked record.

    `values` holds typed values: str, int, bool, date, None (known to be none), Fields and Items;
    a field that is not there is not known. `kind` is the id of a kind, `complete_at` the
    `file:line` of the declaration that its file is complete.
    """

    id: str
    kind: str
    values: Fields
    file: str
    line: int
    collected_on: date | None = None
    complete_at: str | None = None


@dataclass(frozen=True, slots=True)
class FactFile:
    """A fact file that was read: its path below the folder, with `/`, and its digest.

    `ahead` has the days after `collected_on` that were decided by then; `latest` is the last day of
    an event where the file does not say when it was collected. `repaired` counts by type the values
    of a table that were not written in their one form; `small` has the headings of amounts that are
    all so small that they may count thousands.
    """

    path: str
    sha256: str
    collected_on: date | None = None
    complete: Complete | None = None
    repaired: Mapping[str, int] = field(default_factory=dict)
    small: tuple[str, ...] = ()
    ahead: tuple[DayAhead, ...] = ()
    latest: date | None = None


@dataclass(slots=True)
class FactBase:
    """All records of a run, those of the packs' reference files included."""

    records: dict[str, Record] = field(default_factory=dict)
    by_kind: dict[str, list[Record]] = field(default_factory=dict)
    collected: frozenset[str] = frozenset()  # kinds whose every record is here
    files: tuple[FactFile, ...] = ()

    def add(self, records: Iterable[Record]) -> None:
        """Add records whose ids are known to be new."""
        for record in records:
            self.records[record.id] = record
            self.by_kind.setdefault(record.kind, []).append(record)

    @property
    def latest_collected_on(self) -> date | None:
        """The latest `collected_on` of any fact file."""
        return max((f.collected_on for f in self.files if f.collected_on), default=None)
