"""Documents and changes that isocheck never wrote: told with their entry, never met as a fault.

Whoever writes a whole trail anew can put anything under a digest that fits. What a trail holds is
read as it comes, since checking each document against the schema takes longer than judging; only
where reading goes wrong is every document looked through.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from isocheck.audit.canonical import DamagedError
from isocheck.audit.changes import changes_of, document_of
from isocheck.audit.entries import CHANGES, DOCUMENT, Entry
from isocheck.audit.trail import Trail, entries
from isocheck.errors import InputProblems, Location, Problem
from isocheck.report.document_form import first_fault

_ON_THE_WAY = (DamagedError, KeyError, TypeError, ValueError, AttributeError, IndexError)


@contextmanager
def forged_is_told(trail: Trail) -> Iterator[None]:
    """Raise InputProblems where what is read from a trail fails for a document of another form.

    A failure on a trail whose documents are all in form is a fault of isocheck, and stays one.
    """
    try:
        yield
    except (*_ON_THE_WAY, RecursionError) as error:
        problems = list(_forged(trail))
        if not problems:
            raise
        raise InputProblems(problems) from error


def _forged(trail: Trail) -> Iterator[Problem]:
    for number, entry in entries(trail):
        for what, where in _faults(trail, entry):
            args = {"entry": number, "what": what, "place": where}
            yield Problem("audit.document-form", Location(trail.shown), "", args)


def _faults(trail: Trail, entry: Entry) -> Iterator[tuple[str, str]]:
    data = trail.content(entry.document)
    if data is not None:
        try:
            fault = first_fault(document_of(data))
        except (*_ON_THE_WAY, RecursionError):  # so far from the form that looking at it fails
            fault = ""
        if fault is not None:
            yield DOCUMENT, fault
    data = None if entry.changes is None else trail.content(entry.changes)
    if data is not None:
        try:
            list(changes_of(data))
        except DamagedError as error:
            yield CHANGES, str(error)
