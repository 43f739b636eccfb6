"""The export that can be verified alone: JSON Lines, each line canonical JSON.

All heads come along, also of entries that are left out: each holds the hash of its entry, so the
whole tree can be built again.
"""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from isocheck.audit.canonical import DamagedError, canonical, fields_of, sha256
from isocheck.audit.entries import contents_of
from isocheck.audit.packing import LARGEST, LONGEST_ENTRY, unpacked
from isocheck.audit.soundness import refuse_wanting
from isocheck.audit.trail import MOST_FAULTS, Row, Signature, Trail, entries
from isocheck.audit.tree_head import is_count, is_digest
from isocheck.errors import Location, Problem

FORMAT: Final = "isocheck.audit-export/v1"
# What `without_facts` leaves out; the document still quotes the values that findings rest on.
_LONGEST_TEXT: Final = 64 * 1024
_LONGEST_LINE: Final = LARGEST  # what is longer is cut, and so no line of ours
_LONGEST_PARSED: Final = 2 * LONGEST_ENTRY + 1024  # each character of an entry may be escaped
_LONG: Final = re.compile(
    rb'{"sha256":"(?P<digest>[0-9a-f]{64})","size":(?P<size>[1-9][0-9]{0,9}),'
    rb'"type":"content","zlib":"(?P<packed>[A-Za-z0-9+/]+={0,2})"}'
)
_OF_FACTS: Final = frozenset({"facts", "settings", "waivers"})


def exported(
    trail: Trail, numbers: frozenset[int], *, without_facts: bool = False
) -> Iterator[str]:
    """Return the lines of an export of some entries, with all that they rest on.

    Raises InputProblems where something of that is not there as it was written.
    """
    refuse_wanting(trail, numbers)
    taken, left_out = _contents(trail, numbers, without_facts)
    digest = hashlib.sha256()
    count = 0
    for line in _lines(trail, numbers, taken, left_out):
        data = canonical(line) + b"\n"
        digest.update(data)
        count += 1
        yield data.decode("utf-8")
    end = {"type": "end", "lines": count, "sha256": digest.hexdigest()}
    yield canonical(end).decode("utf-8") + "\n"


def _contents(
    trail: Trail, numbers: frozenset[int], without_facts: bool
) -> tuple[list[str], list[str]]:
    """Return the digests to write, and those to leave out, each in the order of first use."""
    taken: dict[str, None] = {}
    left_out: dict[str, None] = {}
    for number, entry in entries(trail):
        if number not in numbers:
            continue
        for kind, name, digest in contents_of(entry, trail.content):
            # The list of the fact files stays: paths and digests.
            leave = without_facts and kind in _OF_FACTS and name != "facts/"
            if leave or digest in trail.left_out:
                left_out[digest] = None
            else:
                taken[digest] = None
    return list(taken), [digest for digest in left_out if digest not in taken]


def _lines(
    trail: Trail, numbers: frozenset[int], taken: list[str], left_out: list[str]
) -> Iterator[dict[str, Any]]:
    rows = list(trail.rows())
    there = {row.number for row in rows if row.entry is not None} & numbers
    yield {"type": "export", "format": FORMAT, "entries": sorted(there), "left_out": left_out}
    for row in rows:
        if row.number in there and row.entry is not None:
            yield {"type": "entry", "number": row.number, "entry": row.entry.decode("utf-8")}
        if row.head is not None:
            yield {"type": "head", "number": row.number, "head": row.head.decode("utf-8")}
    for made in trail.signatures():
        key, signature = made.key.hex(), made.signature.hex()
        yield {"type": "signature", "number": made.number, "key": key, "signature": signature}
    for digest in taken:
        data = trail.content(digest)
        if data is not None:
            yield {"type": "content", "sha256": digest} | _spelt(data)


def _spelt(data: bytes) -> dict[str, Any]:
    """Return a content as a line has it: as text, or, if long or no text, compressed."""
    try:
        if len(data) <= _LONGEST_TEXT:
            return {"text": data.decode("utf-8")}
    except UnicodeDecodeError:
        pass
    return {"size": len(data), "zlib": base64.b64encode(zlib.compress(data)).decode("ascii")}


def _read(fields: Mapping[str, Any]) -> bytes | None:
    """Return the content of a line; None if it is not what its digest says."""
    try:
        if "text" in fields:
            data = fields["text"].encode("utf-8")
        else:
            packed = base64.b64decode(fields["zlib"], validate=True)
            _demand(type(fields["size"]) is int)
            data = unpacked(packed, fields["size"])
    except (ValueError, KeyError, TypeError, AttributeError, DamagedError):
        return None
    return data if data is not None and sha256(data) == fields["sha256"] else None


class Export:
    """A trail in an export: entries and heads are held, contents read when they are asked for."""

    def __init__(self, path: Path, shown: str) -> None:
        self.shown = shown
        self.faults: list[Problem] = []
        self.left_out: frozenset[str] = frozenset()
        self._entries: dict[int, bytes] = {}
        self._heads: dict[int, bytes] = {}
        self._signatures: list[Signature] = []
        self._contents: dict[str, int] = {}  # where the line of each begins
        self._said: frozenset[int] = frozenset()
        self._path = path
        self._read_lines()
        self.absent = frozenset(self._heads) - self._said

    def rows(self) -> Iterator[Row]:
        """Return entries and heads by number."""
        for number in sorted({*self._entries, *self._heads, *self._said}):
            yield Row(number, self._entries.get(number), self._heads.get(number))

    def signatures(self) -> list[Signature]:
        """Return all signatures by number."""
        return sorted(self._signatures)

    def contents(self) -> Iterator[tuple[str, bool]]:
        """Return the digest of each content, and whether it is what it was."""
        for digest in self._contents:
            yield digest, self.content(digest) is not None

    def content(self, digest: str) -> bytes | None:
        """Return one content; None if it is missing or not what it was."""
        if digest not in self._contents:
            return None
        with self._path.open("rb") as file:
            file.seek(self._contents[digest])
            try:
                return _read(_fields(file.readline().removesuffix(b"\n")))
            except DamagedError:
                return None

    def _read_lines(self) -> None:
        digest = hashlib.sha256()
        number, begins, ended = 0, 0, False
        with self._path.open("rb") as file:
            for number, line in enumerate(iter(partial(file.readline, _LONGEST_LINE), b""), 1):
                try:
                    fields = _fields(line.removesuffix(b"\n"))
                    if ended or not line.endswith(b"\n"):
                        raise DamagedError("after the end")  # noqa: TRY301 - damage as `fields_of` finds it
                    if fields["type"] == "end":
                        ended = True
                        wanted = {"type": "end", "lines": number - 1, "sha256": digest.hexdigest()}
                        _demand(fields == wanted)
                    else:
                        _demand((number == 1) == (fields["type"] == "export"))
                        self._readers[fields["type"]](self, fields, begins)
                except (DamagedError, KeyError, TypeError, ValueError, AttributeError):
                    self._fault("audit.line", number)
                    if len(self.faults) > MOST_FAULTS:
                        return self._fault("audit.enough", number, limit=MOST_FAULTS)
                digest.update(line)
                begins += len(line)
        if not ended:
            self._fault("audit.export-cut", number + 1)
        return None

    def _fault(self, code: str, line: int, /, **args: object) -> None:
        self.faults.append(Problem(code, Location(self.shown, line), "", args))

    def _head_line(self, fields: dict[str, Any], _: int) -> None:
        said, left_out = fields["entries"], fields["left_out"]
        _demand(fields["format"] == FORMAT and type(said) is list and type(left_out) is list)
        _demand(all(map(is_count, said)) and said == sorted(set(said)))
        _demand(all(map(is_digest, left_out)))
        self._said, self.left_out = frozenset(said), frozenset(left_out)

    def _entry(self, fields: dict[str, Any], _: int) -> None:
        number = fields["number"]
        _demand(is_count(number) and number in self._said and number not in self._entries)
        self._entries[number] = fields["entry"].encode("utf-8")

    def _head(self, fields: dict[str, Any], _: int) -> None:
        number = fields["number"]
        _demand(is_count(number) and number not in self._heads)
        self._heads[number] = fields["head"].encode("utf-8")

    def _signature(self, fields: dict[str, Any], _: int) -> None:
        number, key, made = fields["number"], fields["key"], fields["signature"]
        _demand(is_count(number))
        self._signatures.append(Signature(number, bytes.fromhex(key), bytes.fromhex(made)))

    def _content(self, fields: dict[str, Any], begins: int) -> None:
        digest = fields["sha256"]
        _demand(is_digest(digest) and digest not in self._contents)
        self._contents[digest] = begins

    _readers: Final[dict[str, Callable[[Export, dict[str, Any], int], None]]] = {
        "export": _head_line,
        "entry": _entry,
        "head": _head,
        "signature": _signature,
        "content": _content,
    }


def _fields(line: bytes) -> dict[str, Any]:
    """Return the fields of a line; raises DamagedError.

    JSON takes many times its length in memory: a line longer than any entry is read as a content.
    """
    if len(line) <= _LONGEST_PARSED:
        return fields_of(line)
    found = _LONG.fullmatch(line)
    if found is None:
        raise DamagedError("no content")
    digest, packed = found["digest"].decode("ascii"), found["packed"].decode("ascii")
    return {"sha256": digest, "size": int(found["size"]), "type": "content", "zlib": packed}


def _demand(holds: bool) -> None:
    if not holds:
        raise DamagedError("no such line")
