"""Which of the forms of a trail a file is: the store, an export, a proof."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from isocheck.audit.canonical import DamagedError, fields_of
from isocheck.audit.export import Export
from isocheck.audit.inclusion_proof import FORMAT as PROOF
from isocheck.audit.store import NAME, reading
from isocheck.audit.trail import Trail
from isocheck.errors import InputProblems, Location, Problem
from isocheck.source.files import read_safely

_LARGEST_PROOF = 1 << 24
Form = Literal["store", "export", "proof"]


def trail_file(named: Path) -> Path:
    """Return the file of a trail named by itself or by its facts folder; raises InputProblems."""
    file = named / NAME if named.is_dir() else named
    if not file.is_file():
        raise InputProblems([Problem("audit.no-trail", Location(file.as_posix()))])
    if file.name == NAME and form_of(file) != "store":
        # An export holds only what its maker chose to take along: it is no trail of this folder.
        raise InputProblems([Problem("audit.export-in-place", Location(file.as_posix()))])
    return file


def form_of(file: Path) -> Form:
    """Return the form of a file: what does not begin like JSON is taken for a store."""
    with file.open("rb") as stream:
        line = stream.readline(1 << 20)
        more = stream.read(1)
    if not line.startswith(b'{"'):
        return "store"
    try:
        proof = not more and fields_of(line.removesuffix(b"\n")).get("format") == PROOF
    except DamagedError:
        proof = b'"' + PROOF.encode() + b'"' in line
    return "proof" if proof else "export"


def proof_in(file: Path) -> bytes:
    """Return the bytes of a proof; raises InputProblems for one that is too large to be one."""
    return read_safely(file.resolve(), file.as_posix(), _LARGEST_PROOF)


@contextmanager
def opened(named: Path) -> Iterator[Trail]:
    """Open a trail to read it; raises InputProblems if there is none."""
    file = trail_file(named)
    shown, form = file.as_posix(), form_of(file)
    if form == "proof":
        raise InputProblems([Problem("audit.not-a-trail", Location(shown))])
    if form == "store":
        with reading(file, shown) as store:
            yield store
    else:
        yield Export(file, shown)
