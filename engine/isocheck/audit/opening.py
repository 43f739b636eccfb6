"""Which of the forms of a trail a file is: the store, an export, a proof."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from isocheck.audit.canonical import DamagedError, fields_of
from isocheck.audit.export import Export
from isocheck.audit.prove import FORMAT as PROOF
from isocheck.audit.store import NAME, reading
from isocheck.audit.trail import Trail
from isocheck.errors import InputProblems, Location, Problem

Form = Literal["store", "export", "proof"]


def trail_file(named: Path) -> Path:
    """Return the file of a trail named by itself or by its facts folder; raises InputProblems."""
    file = named / NAME if named.is_dir() else named
    if not file.is_file():
        raise InputProblems([Problem("audit.no-trail", Location(file.as_posix()))])
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
