"""What changes between two runs: findings, and what that means in actions and days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from isocheck.report.findings_diff import side_by_side
from isocheck.report.words import Told, told_of

Document = Mapping[str, Any]
SILENT: Final = frozenset({None, "not_applicable"})  # nothing is asked for
OF_TEXTS: Final = ("param.", "rule.")  # what the packs leave open; else it is a register


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A finding that is not as it was; None where there was, or is, no such finding."""

    rule: str
    subject: str
    item: str | None
    before: str | None
    after: str | None
    told_before: Told | None  # what they count as for people
    told_after: Told | None
    due_before: str | None
    due_after: str | None
    dues_before: tuple[str, ...] = ()  # all that readings give
    dues: tuple[str, ...] = ()
    founded: str | None = None  # how well the day is founded
    modality: str = "must"
    missing: tuple[tuple[str | None, str], ...] = ()  # what keeps it open now: (record, path)
    of_texts: bool = False  # whether it is the texts that leave it open


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionChange:
    """An action that is new, gone, or due on another day."""

    how: str  # new, moved, gone
    id: str
    by: str
    do: Mapping[str, str]
    before: str | None
    after: str | None
    dues: tuple[str, ...] = ()  # all that readings give: now, or as it was where it is gone
    founded: str | None = None  # how well that day is founded

    @property
    def days(self) -> int | None:
        """By how many days it moved; None where it has no day before or after."""
        if self.how != "moved" or self.before is None or self.after is None:
            return None
        return (date.fromisoformat(self.after) - date.fromisoformat(self.before)).days


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """Everything that changes between two findings documents."""

    findings: tuple[Moved, ...]
    actions: tuple[ActionChange, ...]

    def counts(self) -> Counter[tuple[str | None, str | None]]:
        """Return how many findings went from which outcome to which."""
        return Counter((m.before, m.after) for m in self.findings)

    def any(self) -> bool:
        """Tell whether anything changes."""
        return bool(self.findings or self.actions)


def effects_of(before: Document, after: Document) -> Effects:
    """Return what changes from one findings document to another."""
    return Effects(
        findings=tuple(_moved(before, after)),
        actions=tuple(_actions(before["actions"], after["actions"])),
    )


def _moved(before: Document, after: Document) -> Iterator[Moved]:
    """Yield the findings that differ.

    What does not apply is not counted as a change where there was, or is, no such rule.
    """
    for key, there, here in side_by_side(before, after):
        old, new = there or {}, here or {}
        was, now = old.get("outcome"), new.get("outcome")
        if was in SILENT and now in SILENT:
            continue
        if (_told(old), old.get("dues")) == (_told(new), new.get("dues")):
            continue
        missing = tuple((m["record"], m["path"]) for m in new.get("missing", ()))
        yield Moved(
            rule=key[0], subject=key[1], item=key[2], before=was, after=now,
            told_before=_told(old), told_after=_told(new),
            due_before=old.get("due"), due_after=new.get("due"),
            dues_before=tuple(old.get("dues", ())), dues=tuple(new.get("dues", ())),
            founded=new.get("due_verification"), modality=(new or old).get("modality", "must"),
            missing=missing, of_texts=_of_texts(new, missing),
        )  # fmt: skip


def _told(finding: Mapping[str, Any]) -> Told | None:
    return told_of(finding["outcome"], finding["possible"]) if finding else None


def _of_texts(finding: Mapping[str, Any], missing: Sequence[tuple[str | None, str]]) -> bool:
    """Tell whether the texts leave a finding open though no fact is missing."""
    if _told(finding) != "indeterminate":
        return False
    if finding["verification"] == "unverified" and "not_applicable" not in finding["possible"]:
        return True
    return all(record is None and path.startswith(OF_TEXTS) for record, path in missing)


def _actions(
    before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]
) -> Iterator[ActionChange]:
    sides = [_by_deed(actions) for actions in (before, after)]
    for deed in sorted({*sides[0], *sides[1]}):
        old, new = (dict(side.get(deed, {})) for side in sides)
        for when in [when for when in old if when in new]:
            del old[when], new[when]
        moved = list(zip(sorted(old, key=str), sorted(new, key=str), strict=False))
        for was, now in moved:
            gone, action = old.pop(was), new.pop(now)
            yield _change("moved", action, gone["due"], action["due"])
        for action in old.values():
            yield _change("gone", action, action["due"], None)
        for action in new.values():
            yield _change("new", action, None, action["due"])


def _by_deed(
    actions: Iterable[Mapping[str, Any]],
) -> dict[tuple[str, str], dict[str, Mapping[str, Any]]]:
    """Return the actions by what is done and who does it, then by when: a day, past, none."""
    found: dict[tuple[str, str], dict[str, Mapping[str, Any]]] = {}
    for action in actions:
        deed, _, when = action["id"].rpartition("/")
        found.setdefault((deed, action["by"]), {})[when] = action
    return found


def _change(
    how: str, action: Mapping[str, Any], before: str | None, after: str | None
) -> ActionChange:
    return ActionChange(
        how=how, id=action["id"].rpartition("/")[0], by=action["by"], do=action["do"],
        before=before, after=after, dues=tuple(action["dues"]), founded=action["due_verification"],
    )  # fmt: skip


def effects_entry(effects: Effects) -> dict[str, Any]:
    """Return what changes, for programs."""
    return {
        "counts": [
            {"before": before, "after": after, "findings": number}
            for (before, after), number in sorted(effects.counts().items(), key=repr)
        ],
        "findings": [
            {
                "rule": m.rule, "subject": m.subject, "item": m.item, "before": m.before,
                "after": m.after, "due_before": m.due_before, "due_after": m.due_after,
            }
            for m in effects.findings
        ],
        "actions": [
            {
                "change": a.how, "id": a.id, "by": a.by, "do": dict(a.do), "before": a.before,
                "after": a.after, "days": a.days,
            }
            for a in effects.actions
        ],
    }  # fmt: skip
