"""Judging a facts folder under a given law, as a document to compare with another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from isocheck.authoring.naming import Naming
from isocheck.cli.language import Language
from isocheck.cli.runs import judged
from isocheck.evaluate.run import Evaluation
from isocheck.packs.model import Profile
from isocheck.report.document import document
from isocheck.report.loaded import read_document
from isocheck.report.selection import Selected, Selection
from isocheck.report.view import View
from isocheck.session import Call, run_of


def judged_under(profile: Profile, folder: str, as_of: str | None) -> Evaluation:
    """Judge a folder under a law; raises InputProblems."""
    return run_of(Call(folder=folder, profile=profile, as_of=as_of, matcher="interpreter"))


def whole(evaluation: Evaluation) -> dict[str, Any]:
    """Return the findings document of a run with everything in it."""
    return document(Selected(evaluation=evaluation, selection=Selection(), everything=True))


def naming_of(
    documents: Sequence[Mapping[str, Any]],
    runs: Sequence[Evaluation],
    lang: Language,
    *,
    full: bool = False,
) -> Naming:
    """Return what the subjects of two documents are called."""
    views = (View(selected=Selected(evaluation=run, full=full), lang=lang) for run in runs)
    return Naming(documents=tuple(documents), views=tuple(views), lang=lang, full=full)


def document_of(place: str, call: Call) -> tuple[dict[str, Any], Evaluation | None]:
    """Return a findings document: one that was kept in a file, or that of a facts folder.

    Of a folder the run too. Raises InputProblems.
    """
    path = Path(place)
    if path.is_dir():
        evaluation, _ = judged(call)
        return whole(evaluation), evaluation
    return read_document(path, place), None
