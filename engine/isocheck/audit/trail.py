"""What a trail is to its readers, whether it stands in the store or in an export."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from isocheck.audit.canonical import DamagedError, sha256
from isocheck.audit.entries import Entry, entry_of
from isocheck.errors import InputProblems, Location, Problem

MOST_FAULTS: Final = 1_000  # that are told of one trail


@dataclass(frozen=True, slots=True)
class Row:
    """What stands under one number: an entry and the head after it, None if it is not there."""

    number: int
    entry: bytes | None
    head: bytes | None


@dataclass(frozen=True, slots=True, order=True)
class Signature:
    """An Ed25519 signature of the head after an entry, with the public key, both as bytes."""

    number: int
    key: bytes
    signature: bytes

    @property
    def digest(self) -> str:
        """The SHA-256 by which the next entry names it."""
        return sha256(f"{self.number}:".encode() + self.key + self.signature)


class Trail(Protocol):
    """A trail that can be read.

    `left_out` holds the digests that an export says it leaves out, `absent` the numbers of the
    entries; `faults` what is wrong with the file as a whole.
    """

    shown: str
    left_out: frozenset[str]
    absent: frozenset[int]
    faults: list[Problem]

    def rows(self) -> Iterator[Row]:
        """Return entries and heads by number."""
        ...

    def signatures(self) -> list[Signature]:
        """Return all signatures by number."""
        ...

    def contents(self) -> Iterator[tuple[str, bool]]:
        """Return the digest of each content, and whether it is what it was."""
        ...

    def content(self, digest: str) -> bytes | None:
        """Return one content; None if it is missing or not what it was."""
        ...


def entries(trail: Trail) -> Iterator[tuple[int, Entry]]:
    """Return the entries that can be read, by number."""
    for row in trail.rows():
        if row.entry is not None:
            try:
                yield row.number, entry_of(row.entry)
            except DamagedError:
                continue


def entry_numbered(trail: Trail, number: int) -> Entry:
    """Return one entry; raises InputProblems if it is not there or not in order."""
    last = 0
    for row in trail.rows():
        last = max(last, row.number)
        if row.number == number and row.entry is not None:
            try:
                return entry_of(row.entry)
            except DamagedError as error:
                raise refusal(trail, "audit.entry-damaged", entry=number) from error
    raise refusal(trail, "audit.no-entry", entry=number, last=last)


def content_of(trail: Trail, number: int, digest: str, what: str) -> bytes:
    """Return a content that an entry names; raises InputProblems if it is not there."""
    data = trail.content(digest)
    if data is None:
        code = "audit.left-out" if digest in trail.left_out else "audit.content-missing"
        raise refusal(trail, code, entries=[number], what=what)
    return data


def refusal(trail: Trail, code: str, /, **args: object) -> InputProblems:
    """Return one problem of a trail as what is raised."""
    return InputProblems([Problem(code, Location(trail.shown), "", args)])
