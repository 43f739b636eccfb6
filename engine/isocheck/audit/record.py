"""Recording a run: all of it in one transaction, or nothing."""

from __future__ import annotations

import getpass
import importlib.metadata
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from isocheck.audit.canonical import plain
from isocheck.audit.changes import changes, changes_data, document_of
from isocheck.audit.entries import Entry, entry_of
from isocheck.audit.forged import forged_is_told
from isocheck.audit.inputs import Gathered, Rests, gather
from isocheck.audit.signing import signed
from isocheck.audit.soundness import refuse_unfounded
from isocheck.audit.store import NAME, Store, is_private, writing
from isocheck.audit.trail import content_of, entry_numbered
from isocheck.audit.tree_head import Code, code_of, next_head
from isocheck.audit.verify import heads_hold, verify
from isocheck.errors import InputProblems, Location, Problem
from isocheck.evaluate.run import Evaluation
from isocheck.report.document import document as findings_document
from isocheck.report.document import serialised
from isocheck.report.selection import Selected


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """Where a run was recorded: its number, and the code of the head after it."""

    file: str
    number: int
    code: Code
    private: bool  # only its owner can read the store


def record(
    evaluation: Evaluation,
    rests: Rests,
    *,
    options: Mapping[str, Any],
    officer: str | None = None,
) -> Recorded:
    """Append a run to the trail beside its facts.

    The findings document is stored as `--format json --all` writes it. Raises InputProblems if the
    run cannot be recorded whole; then nothing of it is.
    """
    gathered = gather(evaluation, rests)
    document = whole_document(evaluation)
    path = rests.folder / NAME
    _refuse_unreadable(officer, "--officer")
    with writing(path, path.as_posix()) as store, forged_is_told(store):
        number, code = _append(store, gathered, evaluation, document, options, officer)
    return Recorded(file=path.as_posix(), number=number, code=code, private=is_private(path))


def _refuse_unreadable(text: str | None, option: str) -> None:
    """Raise InputProblems for a name with characters that do not show, or that steer a terminal."""
    odd = next((c for c in text or "" if not c.isprintable()), None)
    if odd is not None:
        args = {"character": f"U+{ord(odd):04X}"}
        raise InputProblems([Problem("audit.officer-form", Location(option), "", args)])


def whole_document(evaluation: Evaluation) -> bytes:
    """Return the findings document of a run with everything listed."""
    selected = Selected(evaluation=evaluation, everything=True)
    return serialised(findings_document(selected)).encode("utf-8")


def _append(  # noqa: PLR0913, PLR0917 - what an entry is made of
    store: Store,
    gathered: Gathered,
    evaluation: Evaluation,
    document: bytes,
    options: Mapping[str, Any],
    officer: str | None,
) -> tuple[int, Code]:
    before, tree, newest = heads_hold(store)
    if before.problems:
        raise InputProblems([*before.problems, Problem("audit.broken", Location(store.shown))])
    refuse_unfounded(store)
    number = tree.size + 1
    for data in gathered.contents:
        store.add_content(data)
    found = document_of(document)
    entry = Entry(
        number=number,
        recorded_at=now(),
        account=account(),
        officer=officer,
        isocheck=version(),
        as_of=evaluation.as_of.isoformat(),
        engine=found["engine"],
        options=plain(dict(options)),
        profile=gathered.profile,
        packs=gathered.packs,
        facts=gathered.facts,
        settings=gathered.settings,
        waivers=gathered.waivers,
        document=store.add_content(document),
        changes=_changes(store, number, found),
        signatures=tuple(s.digest for s in store.signatures() if s.number == number - 1),
    )
    data = entry.data()
    entry_of(data)  # what could not be read again is not written
    _, head = next_head(tree, data, newest)
    store.add_entry(number, data, head.data())
    return number, code_of(head.data(), number)


def _changes(store: Store, number: int, document: Mapping[str, Any]) -> str | None:
    """Store what changed since the run before, if there was one."""
    if number == 1:
        return None
    last = entry_numbered(store, number - 1)
    before = content_of(store, number - 1, last.document, "findings.json")
    return store.add_content(changes_data(changes(document_of(before), document)))


def sign(path: Path, private: Path) -> tuple[int, Code, str]:
    """Sign the newest head of a trail; return its number, its code and the key.

    Raises InputProblems for a trail that does not verify: what is broken is not signed.
    """
    with writing(path, path.as_posix()) as store:
        store.examine()
        found = verify(store)
        if found.problems or found.code is None:
            raise InputProblems(found.problems)
        head = next(row.head for row in store.rows() if row.number == found.entries)
        assert head is not None  # noqa: S101 - a head that is missing is a problem
        made = signed(private, found.entries, head)
        store.add_signature(made)
    return found.entries, found.code, made.key.hex()


def now() -> str:
    """Return the moment, in UTC, to the second: the one place that reads the clock."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def account() -> str:
    """Return the account that runs isocheck; what the environment claims does not count."""
    try:
        import pwd  # noqa: PLC0415 - not on Windows
    except ImportError:
        return getpass.getuser()
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def version() -> str:
    """Return the version of isocheck."""
    try:
        return importlib.metadata.version("isocheck")
    except importlib.metadata.PackageNotFoundError:
        return "unknown"
