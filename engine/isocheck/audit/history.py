"""The history of findings: first seen, changed, cleared, in which recorded run, by which facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from isocheck.audit.canonical import DamagedError
from isocheck.audit.changes import Key, changes_of, document_of, findings_of
from isocheck.audit.entries import CHANGES, DOCUMENT, Entry, files_of_facts
from isocheck.audit.soundness import refuse_unsound
from isocheck.audit.trail import Trail, content_of, entries, refusal

What = Literal["first", "changed", "cleared", "gone"]
_OPEN: Final = frozenset({"violated", "due", "indeterminate"})
_NOTHING: Final[Mapping[str, Any]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """A value that a finding rests on and that is another one now; None where it is not known."""

    record: str | None
    path: str
    before: Any
    after: Any
    at: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What became of a finding in one recorded run.

    `files` are the fact files that changed since the run before, `besides` what else did: `as_of`,
    `profile`, `packs`, `isocheck`.
    """

    entry: Entry
    key: Key
    what: What
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    facts: tuple[FactChange, ...] = ()
    files: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()


def history(trail: Trail, subject: str, rule: str | None = None) -> Iterator[Event]:
    """Return what became of the findings on a subject, perhaps of one rule, run by run.

    Raises InputProblems for a trail whose entries do not hold.
    """
    refuse_unsound(trail)  # what a run is told to have changed is what differs from the one before
    before: Entry | None = None
    for _, entry in entries(trail):
        yield from _events(trail, before, entry, (subject, rule))
        before = entry


def _events(
    trail: Trail, before: Entry | None, entry: Entry, wanted: tuple[str, str | None]
) -> Iterator[Event]:
    if before is None:
        for key, finding in _document(trail, entry).items():
            if _is(key, wanted):
                yield Event(entry=entry, key=key, what="first", before=None, after=finding)
        return
    if entry.changes is None:
        return
    data = content_of(trail, entry.number, entry.changes, CHANGES)
    found = [change for change in changes_of(data) if _is(change.key, wanted)]
    if not found:
        return
    old, new = _document(trail, before), _document(trail, entry)
    files, besides = _files(trail, before, entry), _besides(before, entry)
    for change in found:
        yield Event(
            entry=entry,
            key=change.key,
            what=_what(change.before, change.after),
            before=change.before,
            after=change.after,
            facts=tuple(_facts(old.get(change.key, _NOTHING), new.get(change.key, _NOTHING))),
            files=files,
            besides=besides,
        )


def _is(key: Key, wanted: tuple[str, str | None]) -> bool:
    return key[1] == wanted[0] and wanted[1] in (None, key[0])


def _what(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> What:
    if before is None:
        return "first"
    if after is None:
        return "gone"
    cleared = before["outcome"] in _OPEN and after["outcome"] not in _OPEN
    return "cleared" if cleared else "changed"


def _document(trail: Trail, entry: Entry) -> dict[Key, dict[str, Any]]:
    return findings_of(document_of(content_of(trail, entry.number, entry.document, DOCUMENT)))


def _facts(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[FactChange]:
    """Return the values that two findings rest on and that differ."""
    was, is_ = _values(old), _values(new)
    places = {(b["record"], b["path"]): b["at"] for b in new.get("because", ())}
    for place in sorted({*was, *is_}, key=lambda place: (place[0] or "", place[1])):
        if was.get(place) != is_.get(place):
            yield FactChange(
                record=place[0],
                path=place[1],
                before=was.get(place),
                after=is_.get(place),
                at=places.get(place),
            )


def _values(finding: Mapping[str, Any]) -> dict[tuple[str | None, str], Any]:
    found: dict[tuple[str | None, str], Any] = {
        (entry["record"], entry["path"]): entry["value"] for entry in finding.get("because", ())
    }
    for entry in finding.get("missing", ()):
        found.setdefault((entry["record"], entry["path"]), None)
    return found


def _files(trail: Trail, before: Entry, entry: Entry) -> tuple[str, ...]:
    try:
        was, is_ = (
            files_of_facts(content_of(trail, each.number, each.facts, "facts/"))
            for each in (before, entry)
        )
    except DamagedError as error:
        raise refusal(trail, "audit.entry-damaged", entry=entry.number) from error
    changed = {path for path, _ in was.items() ^ is_.items()}
    settings = {"isocheck.yaml"} if before.settings != entry.settings else set()
    waivers = {"waivers.yaml"} if before.waivers != entry.waivers else set()
    return tuple(sorted(changed | settings | waivers))


def _besides(before: Entry, entry: Entry) -> tuple[str, ...]:
    pairs = {
        "as_of": (before.as_of, entry.as_of),
        "profile": (before.profile, entry.profile),
        "packs": (before.packs, entry.packs),
        "isocheck": (before.isocheck, entry.isocheck),
    }
    return tuple(name for name, (was, is_) in pairs.items() if was != is_)
