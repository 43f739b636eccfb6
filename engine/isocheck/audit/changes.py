"""What became of findings from one recorded run to the next."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, get_args

from isocheck.audit.canonical import DamagedError, canonical
from isocheck.finding import Outcome
from isocheck.report.findings_diff import Key, side_by_side

# What makes a finding another one. Evidence is not among it: a line number is no change.
_TRACKED: Final = (
    "outcome", "reason", "modality", "verification", "due", "dues", "possible", "readings",
    "waiver",
)  # fmt: skip
_KEYS: Final = {"rule", "subject", "item", "before", "after"}
OUTCOMES: Final = frozenset(get_args(Outcome))
State = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A finding that changed: what it was, what it is; None where there was or is none."""

    key: Key
    before: State | None
    after: State | None


def document_of(data: bytes) -> dict[str, Any]:
    """Return a stored findings document; raises DamagedError if it is none."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DamagedError("no document") from error
    if not isinstance(found, dict) or not isinstance(found.get("findings"), list):
        raise DamagedError("no document")
    return found


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """Return how the findings of one document differ from those of the one before."""
    states = ((key, _state(was), _state(is_)) for key, was, is_ in side_by_side(before, after))
    return [Change(key, was, is_) for key, was, is_ in states if was != is_]


def changes_data(found: list[Change]) -> bytes:
    """Return changes as they are stored."""
    return canonical(
        [
            {
                "rule": change.key[0],
                "subject": change.key[1],
                "item": change.key[2],
                "before": change.before,
                "after": change.after,
            }
            for change in found
        ]
    )


def changes_of(data: bytes) -> Iterator[Change]:
    """Return stored changes; raises DamagedError, naming the place, for what is no list of them."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DamagedError("") from error
    if not isinstance(found, list):
        raise DamagedError("")
    for number, entry in enumerate(found):
        if not (isinstance(entry, dict) and set(entry) == _KEYS):
            raise DamagedError(f"[{number}]")
        rule, subject, item = entry["rule"], entry["subject"], entry["item"]
        if not all(isinstance(text, str) for text in (rule, subject, "" if item is None else item)):
            raise DamagedError(f"[{number}]")
        for side in ("before", "after"):
            if not _is_state(entry[side]):
                raise DamagedError(f"[{number}].{side}")
        yield Change((rule, subject, item), entry["before"], entry["after"])


def _is_state(found: Any) -> bool:
    """Tell whether a value is what a finding was, or None where there was none."""
    if found is None:
        return True
    outcome = found.get("outcome") if isinstance(found, dict) else None
    return isinstance(outcome, str) and outcome in OUTCOMES


def _state(finding: Mapping[str, Any] | None) -> State | None:
    return None if finding is None else {name: finding.get(name) for name in _TRACKED}
