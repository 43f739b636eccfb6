"""A pack to begin with: what another pack brings in its folder `new/`, under a name of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from isocheck.errors import InputProblems, Location, Problem
from isocheck.packs.belonging import MODEL
from isocheck.packs.folders import PackFolder, built_in, installed
from isocheck.packs.form import nearest
from isocheck.source.files import read_if_there, shown_path

_FIRST_VERSION: Final = "1.0.0"
_MARK: Final = "PACK_ID"  # stands for the id of the new pack
_ID: Final = re.compile(r"[a-z][a-z0-9-]{0,39}")


def new_pack(
    name: str, root: Path, model: str | None = None, policies: Sequence[Path] = ()
) -> list[Path]:
    """Write a pack below a folder of packs and return its files; raises InputProblems.

    `model` is the pack whose `new/` is taken; without it the only one that has such a folder.
    Nothing that is there already is written over.
    """
    if not _ID.fullmatch(name):
        raise InputProblems([Problem("bench-pack-id", Location("ID"), "", {"value": name})])
    folder = root / name
    if folder.exists():
        raise InputProblems([Problem("bench-there-already", Location(folder.as_posix()))])
    files = _first_files(_model(model, policies))
    written = []
    try:
        for file, text in files.items():
            path = folder / _FIRST_VERSION / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace(_MARK, name), encoding="utf-8")
            written.append(path)
    except OSError as error:
        args = {"error": error.strerror or str(error)}
        place = Location(folder.as_posix())
        raise InputProblems([Problem("call.output", place, "", args)]) from error
    return written


def _model(name: str | None, policies: Sequence[Path]) -> PackFolder:
    """Return the pack that is the model of new ones, in its newest version."""
    newest = [versions[-1] for versions in installed([built_in(), *policies]).values()]
    known = {folder.id: folder for folder in newest if (folder.path / MODEL).is_dir()}
    if name is None and len(known) == 1:
        return next(iter(known.values()))
    if name is None or name not in known:
        value = name or ""
        args = {"value": value, "suggestion": nearest(value, known), "known": sorted(known)}
        raise InputProblems([Problem("bench-no-model", Location("--from"), "", args)])
    return known[name]


def _first_files(model: PackFolder) -> dict[str, str]:
    """Return the text of each file of a model by its path in the new pack."""
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for path in model.files():
        below = path.relative_to(model.path)
        if below.parts[0] != MODEL:
            continue
        shown = shown_path(f"{model.shown}/{below.as_posix()}")
        if path.is_symlink():  # what it leads to is no part of the pack
            problems.append(Problem("bench-model-link", Location(shown)))
            continue
        try:
            data = read_if_there(path, shown) or b""
            found[below.relative_to(MODEL).as_posix()] = data.decode("utf-8")
        except InputProblems as error:
            problems += error.problems
        except UnicodeDecodeError:
            problems.append(Problem("bench-model-text", Location(shown)))
    if problems:
        raise InputProblems(problems)
    return found
