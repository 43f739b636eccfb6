"""Heads: what the whole trail is after each entry, and the short code that stands for a head.

A head holds the root of the tree over all entries so far, the hash of the newest one, and the
digest of the head before it. Whoever keeps one head elsewhere can tell later whether anything up to
it was changed.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Any, Final

from isocheck.audit.canonical import DamagedError, canonical, fields_of, sha256
from isocheck.audit.merkle import Tree, leaf_hash
from isocheck.errors import InputProblems, Location, Problem

FORMAT: Final = "isocheck.audit-head/v1"
_DIGEST: Final = re.compile("[0-9a-f]{64}")
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
_MISREAD: Final = str.maketrans("ILO", "110")
_DIGITS: Final = 28  # of the head's digest: 140 bits
_CHECK: Final = 2
_GROUP: Final = 5
_CODE: Final = re.compile(r"0*([1-9][0-9]{0,17})-?(.{30})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The state of a trail: how many entries, the hash of the newest, the root, the head before."""

    entries: int
    leaf: str
    root: str
    previous: str | None

    def data(self) -> bytes:
        """Return the head as bytes: what is stored, chained and signed."""
        return canonical(
            {
                "format": FORMAT,
                "entries": self.entries,
                "leaf": self.leaf,
                "root": self.root,
                "previous": self.previous,
            }
        )


def head_of(data: bytes) -> Head:
    """Return the head that some bytes hold; raises DamagedError."""
    fields = fields_of(data)
    if set(fields) != {"format", "entries", "leaf", "root", "previous"}:
        raise DamagedError("no head")
    previous = fields["previous"]
    digests = [fields["leaf"], fields["root"], *([] if previous is None else [previous])]
    if fields["format"] != FORMAT or not is_count(fields["entries"]):
        raise DamagedError("no head")
    if not all(is_digest(digest) for digest in digests):
        raise DamagedError("no head")
    return Head(
        entries=fields["entries"], leaf=fields["leaf"], root=fields["root"], previous=previous
    )


def is_digest(value: Any) -> bool:
    """Tell whether a value is a SHA-256 in hexadecimal."""
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None


def is_count(value: Any) -> bool:
    """Tell whether a value is a number of entries."""
    return type(value) is int and value > 0


def next_head(tree: Tree, entry: bytes, previous: bytes | None) -> tuple[Tree, Head]:
    """Return the tree and the head after one entry more."""
    leaf = leaf_hash(entry)
    grown = tree.grown(leaf)
    head = Head(
        entries=grown.size,
        leaf=leaf.hex(),
        root=grown.root().hex(),
        previous=None if previous is None else sha256(previous),
    )
    return grown, head


@dataclass(frozen=True, slots=True)
class Code:
    """A head as it is written on paper: the number of its newest entry, and its digits."""

    number: int
    digits: str

    def __str__(self) -> str:
        text = self.digits + _check(self.number, self.digits)
        groups = [text[at : at + _GROUP] for at in range(0, len(text), _GROUP)]
        return "-".join([str(self.number), *groups])


def code_of(data: bytes, number: int) -> Code:
    """Return the short code of a head."""
    digest = int.from_bytes(hashlib.sha256(data).digest(), "big") >> (256 - 5 * _DIGITS)
    return Code(number, _spelt(digest, _DIGITS))


def read_code(text: str) -> Code:
    """Return the code that a person typed; raises InputProblems for a slip of the pen.

    Groups may be parted by anything or nothing; I, L and O are read as the digits they look like.
    """
    parts = re.split(r"[\s\-_.–]+", text.strip().upper())
    number = parts[0]
    found = _CODE.fullmatch(f"{number}-{''.join(parts[1:]).translate(_MISREAD)}")
    if found is not None:
        code = Code(int(found[1]), found[2][:_DIGITS])
        if found[2][_DIGITS:] == _check(code.number, code.digits):
            return code
    raise InputProblems([Problem("audit.code-form", Location("--head"), "", {"value": text})])


def _check(number: int, digits: str) -> str:
    """Return two letters that a misread letter changes."""
    digest = hashlib.sha256(f"{number}-{digits}".encode()).digest()
    return _spelt(int.from_bytes(digest[:2], "big") >> 6, _CHECK)


def _spelt(value: int, length: int) -> str:
    return "".join(_ALPHABET[value >> (5 * place) & 31] for place in reversed(range(length)))
