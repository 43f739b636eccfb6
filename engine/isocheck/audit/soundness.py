"""What does not hold of a trail that is read: told with what is shown, or reason to take nothing.

Entries and heads are read anew, contents only where an entry names them.
"""

from __future__ import annotations

from collections.abc import Iterator

from isocheck.audit.entries import Entry, contents_of, named_directly
from isocheck.audit.store import Store
from isocheck.audit.trail import Trail, entries
from isocheck.audit.verify import heads_hold
from isocheck.errors import InputProblems, Location, Problem


def unsound(trail: Trail) -> list[Problem]:
    """Return what is wrong with a file and with its entries and heads; not with its contents.

    Raises InputProblems where that is so much that it was not read to its end.
    """
    found = [*trail.faults, *heads_hold(trail)[0].problems]
    if any(problem.code == "audit.enough" for problem in found):
        _refuse(trail, found)
    return found


def refuse_unsound(trail: Trail) -> None:
    """Raise InputProblems for a trail whose entries and heads do not hold."""
    _refuse(trail, unsound(trail))


def refuse_wanting(trail: Trail, numbers: frozenset[int]) -> None:
    """Raise InputProblems unless all that some entries rest on is there as it was written."""
    found: list[Problem] = []
    sound: set[str] = set()
    for number, entry in entries(trail):
        if number in numbers:
            found += wanting(trail, entry, sound)
    _refuse(trail, found)


def refuse_unfounded(store: Store) -> None:
    """Raise InputProblems for a trail with an entry that rests on what is not stored any more.

    Whether a content is there is asked, not whether it is what it was: recording takes no longer
    for the contents of the runs before.
    """
    there = store.digests()
    found = [
        Problem("audit.content-missing", Location(store.shown), "", {"entries": [n], "what": name})
        for n, entry in entries(store)
        for _, name, digest in named_directly(entry)
        if digest not in there
    ]
    if found:
        raise InputProblems([*found, Problem("audit.broken", Location(store.shown))])


def wanting(trail: Trail, entry: Entry, sound: set[str] | None = None) -> Iterator[Problem]:
    """Return a problem for each content of an entry that is not there as it was written.

    `sound` holds the digests that are known to be, and takes in those found so.
    """
    known = set() if sound is None else sound
    for _, name, digest in contents_of(entry, trail.content):
        if digest in known or digest in trail.left_out:
            continue
        if trail.content(digest) is None:
            args = {"entries": [entry.number], "what": name}
            yield Problem("audit.content-missing", Location(trail.shown), "", args)
        else:
            known.add(digest)


def _refuse(trail: Trail, problems: list[Problem]) -> None:
    if problems:
        raise InputProblems([*problems, Problem("audit.not-taken", Location(trail.shown))])
