"""Verifying a trail: every entry, every head, every stored content, every signature.

Each check names the entry that it is about. An entry that was changed spoils its own number only:
the tree goes on with the hash that its head has of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from isocheck.audit.canonical import DamagedError, sha256
from isocheck.audit.entries import Entry, contents_of, entry_of
from isocheck.audit.merkle import Tree, leaf_hash
from isocheck.audit.signing import key_text, signature_holds
from isocheck.audit.trail import MOST_FAULTS, Row, Signature, Trail
from isocheck.audit.tree_head import Code, Head, code_of, head_of
from isocheck.errors import Location, Problem

_NOTHING: Final[Mapping[str, object]] = {}


@dataclass(slots=True)
class Verified:
    """What verifying found.

    `present` are the entries that are there, `entries` is the number of the newest head; `signed`
    has the keys whose signatures hold, by the number of the head.
    """

    entries: int = 0
    present: list[int] = field(default_factory=list)
    code: Code | None = None
    signed: dict[int, list[bytes]] = field(default_factory=dict)
    left_out: int = 0
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class _Verifying:
    trail: Trail
    found: Verified = field(default_factory=Verified)
    at: int = 0  # the number of the row before
    tree: Tree = field(default_factory=Tree)
    entries: dict[int, Entry] = field(default_factory=dict)
    changed: set[int] = field(default_factory=set)  # entries that are not as they were
    heads: dict[int, bytes] = field(default_factory=dict)
    sound_before: bool = True  # the head before is as it was
    whole: bool = True  # the tree has all leaves so far

    def tell(self, code: str, args: Mapping[str, object] = _NOTHING) -> None:
        problems, place = self.found.problems, Location(self.trail.shown)
        if len(problems) >= MOST_FAULTS:
            problems.append(Problem("audit.enough", place, "", {"limit": MOST_FAULTS}))
            raise _EnoughError
        problems.append(Problem(code, place, "", args))

    def rows(self) -> None:
        """Check all entries and heads."""
        for row in self.trail.rows():
            self.row(row)
            self.found.entries = max(self.found.entries, row.number)

    def row(self, row: Row) -> None:
        """Check the entry and the head of one number against all before."""
        expected = self.at + 1
        if row.number < expected:
            self.tell("audit.entry-added", {"entry": row.number})
            return
        if row.number > expected:
            self.tell("audit.entries-gone", {"entry": expected, "last": row.number - 1})
            # What is gone cannot be put into the tree: from here on no root can be told.
            self.whole, self.sound_before = False, False
        self.at = row.number
        self._head(row, self._entry(row))

    def _entry(self, row: Row) -> bytes | None:
        if row.entry is None:
            if row.number not in self.trail.absent:
                self.tell("audit.entry-gone", {"entry": row.number})
            return None
        self.found.present.append(row.number)
        try:
            entry = entry_of(row.entry)
        except DamagedError:
            self.tell("audit.entry-damaged", {"entry": row.number})
        else:
            if entry.number != row.number:
                args = {"entry": row.number, "number": entry.number}
                self.tell("audit.entry-moved", args)
            self.entries[row.number] = entry
        return row.entry

    def _head(self, row: Row, entry: bytes | None) -> None:
        leaf = None if entry is None else leaf_hash(entry)
        try:
            if row.head is None:
                raise DamagedError("no head")  # noqa: TRY301 - damage as `head_of` finds it
            head = head_of(row.head)
        except DamagedError:
            code = "audit.head-gone" if row.head is None else "audit.head-changed"
            self.tell(code, {"entry": row.number})
            self.sound_before = False
            self._grow(leaf)
            return
        before = self.heads.get(row.number - 1)
        self.heads[row.number] = row.head
        claimed = bytes.fromhex(head.leaf)
        if leaf is not None and leaf != claimed:
            if self.whole and self.tree.grown(leaf).root().hex() == head.root:
                claimed = leaf  # it is the head that was changed
            else:
                self.changed.add(row.number)
                self.tell("audit.entry-changed", {"entry": row.number})
        self._grow(claimed)
        expected = Head(
            entries=row.number,
            leaf=claimed.hex(),
            root=self.tree.root().hex() if self.whole else head.root,
            previous=_previous(before) if self.sound_before else head.previous,
        )
        self.sound_before = expected == head
        if not self.sound_before:
            self.tell("audit.head-changed", {"entry": row.number})

    def _grow(self, leaf: bytes | None) -> None:
        """Put a leaf into the tree; without it no later root can be told."""
        self.whole = self.whole and leaf is not None
        if self.whole and leaf is not None:
            self.tree = self.tree.grown(leaf)

    def contents(self) -> None:
        """Check every stored content, and that everything an entry names is there."""
        lists = {entry.facts for entry in self.entries.values()}
        lists |= {pack.sha256 for entry in self.entries.values() for pack in entry.packs}
        sound: set[str] = set()
        broken: set[str] = set()
        for digest, holds in self.trail.contents():
            (sound if holds else broken).add(digest)
        kept = {digest: self.trail.content(digest) or b"" for digest in lists & sound}
        named, wanting = self._named(kept, sound)
        for digest, (what, numbers) in wanting.items():
            changed = digest in broken
            code = "audit.content-changed" if changed else "audit.content-missing"
            self.tell(code, {"entries": numbers, "what": what})
        for digest in sorted({*sound, *broken} - named):
            self.tell("audit.content-extra", {"sha256": digest})
        self.found.left_out = len(self.trail.left_out & named)

    def _named(
        self, kept: Mapping[str, bytes], sound: set[str]
    ) -> tuple[set[str], dict[str, tuple[str, list[int]]]]:
        """Return the digests that entries name, and those of them that are not in order."""
        named: set[str] = set()
        wanting: dict[str, tuple[str, list[int]]] = {}
        for number, entry in self.entries.items():
            for _, name, digest in contents_of(entry, kept.get):
                named.add(digest)
                if digest not in sound and digest not in self.trail.left_out:
                    numbers = wanting.setdefault(digest, (name, []))[1]
                    if numbers[-1:] != [number]:
                        numbers.append(number)
        return named, wanting

    def signatures(self) -> None:
        """Check every signature, and that none was taken away or put in later."""
        by_head: dict[int, list[Signature]] = {}
        for made in self.trail.signatures():
            by_head.setdefault(made.number, []).append(made)
            head = self.heads.get(made.number)
            if head is not None and signature_holds(made, head):
                self.found.signed.setdefault(made.number, []).append(made.key)
            else:
                args = {"entry": made.number, "key": key_text(made.key)}
                self.tell("audit.signature-wrong", args)
        for number, entry in self.entries.items():
            if number in self.changed:
                continue  # what it says of the signatures before it is no testimony
            there = {made.digest for made in by_head.get(number - 1, [])}
            if set(entry.signatures) - there:
                self.tell("audit.signature-gone", {"entry": number - 1})
            if there - set(entry.signatures):
                self.tell("audit.signature-late", {"entry": number - 1})

    def codes(self, codes: Iterable[Code]) -> None:
        """Check the heads kept elsewhere."""
        for code in codes:
            args = {"entry": code.number, "last": self.found.entries, "code": str(code)}
            head = self.heads.get(code.number)
            if code.number > self.found.entries:
                self.tell("audit.cut-off", args)
            elif head is None or code_of(head, code.number) != code:
                self.tell("audit.head-other", args)

    def keys(self, keys: Iterable[bytes]) -> None:
        """Check that the newest head is signed by every key given: no signature is no proof."""
        last = self.found.entries
        for key in keys:
            signed = [number for number, made in self.found.signed.items() if key in made]
            if last not in signed:
                args = {"entry": last, "key": key_text(key), "signed": max(signed, default="")}
                self.tell("audit.signature-missing", args)


class _EnoughError(Exception):
    """So much of a trail does not hold that no more of it is read."""


def _previous(before: bytes | None) -> str | None:
    return None if before is None else sha256(before)


def verify(
    trail: Trail,
    codes: Sequence[Code] = (),
    keys: Sequence[bytes] = (),
    *,
    partial: bool = False,
) -> Verified:
    """Verify a whole trail, in time linear in its size.

    `codes` are heads kept elsewhere, `keys` the public keys that must have signed the newest head.
    An export may say that it leaves entries out; that is accepted with `partial` only. Of what has
    very many faults the rest is not read.
    """
    verifying = _Verifying(trail)
    found = verifying.found
    found.problems += trail.faults
    with suppress(_EnoughError):
        verifying.rows()
        if not found.entries:
            verifying.tell("audit.empty")
        elif not found.present:
            verifying.tell("audit.nothing-here")
        elif trail.absent and not partial:
            verifying.tell("audit.entries-left-out", {"left": sorted(trail.absent)})
        verifying.contents()
        verifying.signatures()
        verifying.codes(codes)
        verifying.keys(keys)
    newest = verifying.heads.get(found.entries)
    found.code = None if newest is None else code_of(newest, found.entries)
    return found


def heads_hold(trail: Trail) -> tuple[Verified, Tree, bytes | None]:
    """Verify entries and heads alone; also return the tree and the newest head."""
    verifying = _Verifying(trail)
    with suppress(_EnoughError):
        verifying.rows()
    return verifying.found, verifying.tree, verifying.heads.get(verifying.found.entries)
