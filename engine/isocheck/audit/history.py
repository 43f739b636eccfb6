"""The history of findings: first seen, changed, cleared, in which recorded run, by which facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from isocheck.audit.canonical import DamagedError
from isocheck.audit.changes import changes_of, document_of
from isocheck.audit.entries import CHANGES, DOCUMENT, Entry, files_of_facts
from isocheck.audit.soundness import refuse_unsound
from isocheck.audit.trail import Trail, content_of, entries, refusal
from isocheck.records.base import Record
from isocheck.report.findings_diff import Key, findings_by_key
from isocheck.source.nodes import Fields

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
    label: Mapping[str, Any] | None = None  # what the document calls the path, and its type


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What became of a finding in one recorded run.

    `files` are the fact files that changed since the run before, `besides` what else did: `as_of`,
    `profile`, `packs`, `isocheck`. `names` has the names of subject and item, `title` the rule's.
    """

    entry: Entry
    key: Key
    what: What
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    facts: tuple[FactChange, ...] = ()
    files: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    title: Mapping[str, Any] = field(default_factory=dict)


def history(trail: Trail, subject: str, rule: str | None = None) -> Iterator[Event]:
    """Return what became of the findings on a subject, perhaps of one rule, run by run.

    Raises InputProblems for a trail whose entries do not hold.
    """
    refuse_unsound(trail)  # what a run is told to have changed is what differs from the one before
    before: Entry | None = None
    for _, entry in entries(trail):
        yield from _events(trail, before, entry, (subject, rule))
        before = entry


def subjects_of(trail: Trail) -> dict[str, Record]:
    """Return the subjects that the runs of a trail judged, as the last of them calls each."""
    found: dict[str, Record] = {}
    for _, entry in entries(trail):
        subjects = _document(trail, entry).get("subjects")
        for key, about in subjects.items() if isinstance(subjects, dict) else ():
            values = Fields()
            values.update(about if isinstance(about, dict) else {})
            found[key] = Record(id=key, kind="", values=values, file="", line=0)
    return found


def _events(
    trail: Trail, before: Entry | None, entry: Entry, wanted: tuple[str, str | None]
) -> Iterator[Event]:
    new = _document(trail, entry)
    if before is None:
        for key, finding in findings_by_key(new).items():
            if _is(key, wanted):
                about = _about(key, new)
                yield Event(entry=entry, key=key, what="first", before=None, after=finding, **about)
        return
    if entry.changes is None:
        return
    data = content_of(trail, entry.number, entry.changes, CHANGES)
    found = [change for change in changes_of(data) if _is(change.key, wanted)]
    if not found:
        return
    old = _document(trail, before)
    was, is_ = findings_by_key(old), findings_by_key(new)
    labels = {**_labels(old), **_labels(new)}
    files, besides = _files(trail, before, entry), _besides(before, entry)
    for change in found:
        yield Event(
            entry=entry,
            key=change.key,
            what=_what(change.before, change.after),
            before=change.before,
            after=change.after,
            facts=tuple(
                replace(fact, label=labels.get(fact.path))
                for fact in _facts(was.get(change.key, _NOTHING), is_.get(change.key, _NOTHING))
            ),
            files=files,
            besides=besides,
            **_about(change.key, new if change.key in is_ else old),
        )


def _about(key: Key, document: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a document calls the subject, the item and the rule of a finding."""
    rule, *records = key
    subjects, rules = document.get("subjects"), document.get("rules")
    known = subjects if isinstance(subjects, dict) else {}
    found = (known.get(record) for record in records if record is not None)
    names = (about["name"] for about in found if isinstance(about, dict) and about.get("name"))
    told = rules.get(rule) if isinstance(rules, dict) else None
    title = told.get("title") if isinstance(told, dict) else None
    return {"names": tuple(map(str, names)), "title": title if isinstance(title, dict) else {}}


def _labels(document: Mapping[str, Any]) -> Mapping[str, Any]:
    found = document.get("labels")
    labels = found.items() if isinstance(found, dict) else ()
    return {path: label for path, label in labels if isinstance(label, dict)}


def _is(key: Key, wanted: tuple[str, str | None]) -> bool:
    return key[1] == wanted[0] and wanted[1] in (None, key[0])


def _what(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> What:
    if before is None:
        return "first"
    if after is None:
        return "gone"
    cleared = before["outcome"] in _OPEN and after["outcome"] not in _OPEN
    return "cleared" if cleared else "changed"


def _document(trail: Trail, entry: Entry) -> dict[str, Any]:
    return document_of(content_of(trail, entry.number, entry.document, DOCUMENT))


def _facts(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[FactChange]:
    """Return the values that both findings rest on, or lack, and that differ.

    What one of them does not name may have been the same then.
    """
    was, is_ = _values(old), _values(new)
    places = {(b["record"], b["path"]): b["at"] for b in new.get("because", ())}
    for place in sorted(was.keys() & is_.keys(), key=lambda place: (place[0] or "", place[1])):
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
