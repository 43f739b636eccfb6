"""The records that the packs of a profile lay down."""

from __future__ import annotations

from isocheck.errors import InputProblems, Problem
from isocheck.packs.case_reading import copied
from isocheck.packs.model import Profile
from isocheck.records.base import Record
from isocheck.records.folder import reference_records
from isocheck.records.references import duplicate_ids


def records_laid_down(profile: Profile) -> list[Record]:
    """Return the reference records of a profile's packs, checked; raises InputProblems."""
    problems: list[Problem] = []
    records: list[Record] = []
    for shown, nodes in profile.reference.items():
        try:
            records += reference_records(copied(nodes), profile.kinds, shown)
        except InputProblems as error:
            problems += error.problems
    problems += duplicate_ids(records, {})
    if problems:
        raise InputProblems(problems)
    return records
