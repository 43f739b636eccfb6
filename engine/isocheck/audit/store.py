"""The store: one SQLite file beside the facts, written whole or not at all.

A rollback journal and full synchronisation, so that it holds on a network drive too.
"""

from __future__ import annotations

import hashlib
import heapq
import io
import itertools
import os
import sqlite3
import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from isocheck.audit.canonical import sha256
from isocheck.audit.packing import LARGEST, LONGEST_ENTRY, PIECE, unpacks
from isocheck.audit.trail import Row, Signature
from isocheck.errors import InputProblems, Location, Problem

NAME: Final = "audit.sqlite"
_APPLICATION: Final = 0x69736F63  # "isoc"
_VERSION: Final = 1
_PATIENCE: Final = 60.0  # seconds that a writer waits for another one
_READERS_PATIENCE: Final = 10.0
_CONTENTS: Final = (
    "SELECT rowid, sha256, size, packed_sha256, CAST(typeof(packed) AS BLOB) FROM contents"
)
_SCHEMA: Final = (
    """CREATE TABLE contents (
    sha256 BLOB PRIMARY KEY, size INTEGER NOT NULL, packed_sha256 BLOB NOT NULL,
    packed BLOB NOT NULL)""",
    "CREATE TABLE entries (number INTEGER PRIMARY KEY, entry BLOB NOT NULL)",
    "CREATE TABLE heads (number INTEGER PRIMARY KEY, head BLOB NOT NULL)",
    """CREATE TABLE signatures (
    number INTEGER NOT NULL, key BLOB NOT NULL, signature BLOB NOT NULL,
    PRIMARY KEY (number, key))""",
)
_OURS: Final = frozenset(statement.encode() for statement in _SCHEMA)


class Store:
    """A trail in its store."""

    left_out: frozenset[str] = frozenset()
    absent: frozenset[int] = frozenset()

    def __init__(self, connection: sqlite3.Connection, shown: str) -> None:
        self.shown = shown
        self.faults: list[Problem] = []
        self._connection = connection
        connection.text_factory = _Text

    def rows(self) -> Iterator[Row]:
        """Return entries and heads by number."""
        both = heapq.merge(
            self._numbered("entry", "entries"), self._numbered("head", "heads"), key=_first
        )
        for number, found in itertools.groupby(both, key=_first):
            row = {sort: data for _, sort, data in found}
            yield Row(number, row.get("entry"), row.get("head"))

    def _numbered(self, sort: str, table: str) -> Iterator[tuple[int, str, bytes]]:
        """Return entries or heads by number; what has another type or is too long is no bytes."""
        ask = (
            f"SELECT number, CASE WHEN typeof({sort}) = 'blob' AND length({sort}) <= ? "  # noqa: S608 - our own names
            f"THEN {sort} ELSE x'' END FROM {table} ORDER BY number"
        )
        for number, data in self._rising(1, ask, LONGEST_ENTRY):
            yield _number(number), sort, data

    def signatures(self) -> list[Signature]:
        """Return all signatures by number."""
        ask = "SELECT number, key, signature FROM signatures ORDER BY number, key"
        found = self._rising(2, ask)
        return [
            Signature(_number(number), _bytes(key) or b"", _bytes(made) or b"")
            for number, key, made in found
        ]

    def contents(self) -> Iterator[tuple[str, bool]]:
        """Return the digest of each content, and whether it is what it was."""
        for row in self._rising(1, f"{_CONTENTS} ORDER BY rowid"):
            name = (_bytes(row[1]) or b"").hex()
            yield name, self._unpacks(name, row, _nowhere)

    def content(self, digest: str) -> bytes | None:
        """Return one content; None if it is missing or not what it was."""
        for row in self._ask(f"{_CONTENTS} WHERE sha256 = ?", bytes.fromhex(digest)):
            data = io.BytesIO()
            return data.getvalue() if self._unpacks(digest, row, data.write) else None
        return None

    def _unpacks(self, digest: str, row: tuple[Any, ...], take: Callable[[bytes], object]) -> bool:
        """Hand out a content piece by piece, and tell whether its row is as it was written."""
        rowid, _, size, packed_sha256, sort = row
        if sort != b"blob" or type(size) is not int or type(packed_sha256) is not bytes:
            return False
        packed, whole = hashlib.sha256(), hashlib.sha256()

        def taken(data: bytes) -> None:
            whole.update(data)
            take(data)

        with self._connection.blobopen("contents", "packed", rowid, readonly=True) as blob:
            pieces = _hashed(iter(lambda: blob.read(PIECE), b""), packed)
            holds = unpacks(pieces, size, taken)
        return holds and packed.digest() == packed_sha256 and whole.hexdigest() == digest

    def digests(self) -> frozenset[str]:
        """Return the digests under which contents are stored, whatever stands there."""
        found = self._rising(1, "SELECT sha256 FROM contents ORDER BY sha256")
        return frozenset((_bytes(digest) or b"").hex() for (digest,) in found)

    def examine(self) -> None:
        """Look for faults of the file itself; its tables were looked at when it was opened."""
        (application,), (version,) = (
            next(iter(self._ask(f"PRAGMA {name}"))) for name in ("application_id", "user_version")
        )
        if (application, version) != (_APPLICATION, _VERSION):
            self.faults.append(Problem("audit.store-form", Location(self.shown)))
        found = [bytes(line) for (line,) in self._ask("PRAGMA integrity_check(20)")]
        if found != [b"ok"]:
            reason = b"; ".join(found).decode("utf-8", "replace")
            self.faults.append(_damaged(self.shown, reason))

    def add_content(self, data: bytes) -> str:
        """Store some bytes unless they are stored already; return their digest.

        Raises InputProblems for what is too large to be read again, and where what is stored
        already is not what it was.
        """
        self._hold_size(len(data), LARGEST)
        digest = sha256(data)
        key = bytes.fromhex(digest)
        if list(self._ask("SELECT 1 FROM contents WHERE sha256 = ?", key)):
            if self.content(digest) is None:
                args = {"sha256": digest}
                raise InputProblems(
                    [Problem("audit.content-spoilt", Location(self.shown), "", args)]
                )
        else:
            packed = zlib.compress(data)
            values = (key, len(data), bytes.fromhex(sha256(packed)), packed)
            self._connection.execute("INSERT INTO contents VALUES (?, ?, ?, ?)", values)
        return digest

    def add_entry(self, number: int, entry: bytes, head: bytes) -> None:
        """Append an entry and the head after it; raises InputProblems for one too long to read."""
        self._hold_size(len(entry), LONGEST_ENTRY)
        self._connection.execute("INSERT INTO entries VALUES (?, ?)", (number, entry))
        self._connection.execute("INSERT INTO heads VALUES (?, ?)", (number, head))

    def add_signature(self, made: Signature) -> None:
        """Keep a signature; one by the same key of the same head is replaced."""
        values = (made.number, made.key, made.signature)
        self._connection.execute("INSERT OR REPLACE INTO signatures VALUES (?, ?, ?)", values)

    def _rising(self, keys: int, statement: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """Return rows whose first columns rise, as the statement orders them.

        Pages of a forged file may lead back to themselves: rows without end.
        """
        before: list[tuple[int, Any]] = []
        for row in self._ask(statement, *values):
            here = [_rank(value) for value in row[:keys]]
            if here <= before:
                raise sqlite3.DatabaseError("rows are not in order")
            before = here
            yield row

    def _hold_size(self, size: int, limit: int) -> None:
        if size > limit:
            args = {"size": size, "limit": limit}
            raise InputProblems(
                [Problem("audit.content-too-large", Location(self.shown), "", args)]
            )

    def _ask(self, statement: str, *values: object) -> Iterator[tuple[Any, ...]]:
        # Not `yield from`: it would close the cursor of a store that may be closed by then.
        for row in self._connection.execute(statement, values):  # noqa: UP028 - as said
            yield row


class _Text(bytes):
    """A value stored as text: of the type that no column of a trail has."""

    __slots__ = ()


def _first(row: tuple[int, str, bytes]) -> int:
    return row[0]


def _bytes(value: object) -> bytes | None:
    """Return bytes as they are; None for what only a hand other than ours can have put there."""
    return value if type(value) is bytes else None


def _number(value: object) -> int:
    """Return a number; what is none in a column of numbers is damage."""
    if type(value) is not int:
        raise sqlite3.DatabaseError("a number is missing")
    return value


def _rank(value: Any) -> tuple[int, Any]:
    """Return a value as SQLite orders it: nothing, numbers, texts, bytes."""
    if value is None:
        return 0, 0
    if isinstance(value, bytes):
        return 2 if type(value) is _Text else 3, value
    return 1, value


def _hashed(pieces: Iterator[bytes], digest: hashlib._Hash) -> Iterator[bytes]:
    for piece in pieces:
        digest.update(piece)
        yield piece


def _nowhere(data: bytes) -> None:
    """Take in a content that is only looked at."""


@contextmanager
def reading(path: Path, shown: str) -> Iterator[Store]:
    """Open a store to read it as it is at one moment.

    Raises InputProblems if SQLite cannot make sense of it. What a killed process left half written
    is rolled back first, where the file may be written.
    """
    mode = "rw" if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) else "ro"
    try:
        with closing(_connected(path, mode, _READERS_PATIENCE)) as connection:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("BEGIN")
            if _is_blank(connection, path):
                with closing(_connected(path, "memory", 0)) as nothing:
                    _lay_out(nothing)
                    yield Store(nothing, shown)
                return
            _hold_tables(connection, shown)
            yield Store(connection, shown)
    except sqlite3.DatabaseError as error:
        raise InputProblems([_refused(shown, error)]) from error


@contextmanager
def writing(path: Path, shown: str) -> Iterator[Store]:
    """Open a store to add to it: all that is added, or nothing; one writer at a time.

    The file is made if there is none. Raises InputProblems if it cannot be written.
    """
    try:
        _make(path, shown)
        with closing(_connected(path, "rw", _PATIENCE)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("BEGIN IMMEDIATE")
            try:
                if _is_blank(connection, path):
                    _lay_out(connection)
                _hold_tables(connection, shown)
                yield Store(connection, shown)
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # SQLite may have rolled back by itself
                    connection.execute("ROLLBACK")
                raise
    except (sqlite3.Error, OSError) as error:
        if _in_use(error):
            raise InputProblems([Problem("audit.in-use", Location(shown))]) from error
        reason = getattr(error, "strerror", None) or str(error)
        raise InputProblems(
            [Problem("audit.not-recorded", Location(shown), "", {"reason": reason})]
        ) from error


def is_private(path: Path) -> bool:
    """Tell whether nobody but its owner may read a file (always so on Windows)."""
    return os.name == "nt" or not path.stat().st_mode & 0o077


def _make(path: Path, shown: str) -> None:
    """Make the file for its owner alone, or make it so again."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise InputProblems([Problem("files.not-ordinary", Location(shown))]) from None
        if not is_private(path):
            with suppress(OSError):  # another owner's, or a drive that knows no such rights
                path.chmod(0o600)


def _connected(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    address = f"{path.resolve().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=patience, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _lay_out(connection: sqlite3.Connection) -> None:
    """Make the tables of a new store."""
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    connection.execute(f"PRAGMA user_version = {_VERSION}")
    for statement in _SCHEMA:
        connection.execute(statement)


def _is_blank(connection: sqlite3.Connection, path: Path) -> bool:
    """Tell whether nothing was ever committed: a process killed before leaves an empty file.

    A file with something in it and no table is a trail that was spoilt, not one to begin.
    """
    return not list(connection.execute("SELECT 1 FROM sqlite_master")) and not path.stat().st_size


def _hold_tables(connection: sqlite3.Connection, shown: str) -> None:
    """Refuse a store that has other tables or more than tables; raises InputProblems.

    A view may have no end, a trigger may write, and a table that is gone was not empty.
    """
    ask = "SELECT CAST(sql AS BLOB) FROM sqlite_master WHERE sql NOT NULL"
    if sorted(sql for (sql,) in connection.execute(ask)) != sorted(_OURS):
        raise InputProblems([Problem("audit.store-form", Location(shown))])


def _in_use(error: Exception) -> bool:
    """Tell whether another process holds the store; its code may be extended (busy recovery)."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def _refused(shown: str, error: sqlite3.DatabaseError) -> Problem:
    """Return what keeps a store from being read: another process, the system, or damage."""
    if _in_use(error):
        return Problem("audit.in-use", Location(shown))
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR}:
        return Problem("audit.store-unreadable", Location(shown), "", {"reason": str(error)})
    return _damaged(shown, str(error))


def _damaged(shown: str, reason: str) -> Problem:
    return Problem("audit.store-damaged", Location(shown), "", {"reason": reason})
