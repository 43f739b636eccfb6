"""Writing a folder whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from isocheck.errors import InputProblems, Location, Problem
from isocheck.interrupt import undone_if_interrupted
from isocheck.source.files import shown_path, there


def refuse_folder(folder: Path) -> None:
    """Raise InputProblems where a folder cannot be begun: something is there, or nothing above."""
    shown = Location(shown_path(os.fspath(folder)))
    try:
        if there(folder):
            if not folder.is_dir() or folder.is_symlink():
                raise InputProblems([Problem("starting.not-a-folder", shown)])
            if folder.samefile(Path.cwd()):
                raise InputProblems([Problem("starting.here", shown)])
            if any(folder.iterdir()):
                raise InputProblems([Problem("starting.not-empty", shown)])
        elif not folder.absolute().parent.is_dir():
            args = {"value": shown_path(os.fspath(folder.parent))}
            raise InputProblems([Problem("starting.no-parent", shown, "", args)])
    except (OSError, ValueError) as error:
        raise _unwritable(folder, error) from error


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write files below a new folder: beside it first, then under its name, in one step.

    Raises:
        InputProblems: it cannot be written; nothing is left of it.
    """
    target = folder.absolute()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")

    def undo() -> None:
        shutil.rmtree(part, ignore_errors=True)

    with undone_if_interrupted(undo):
        try:
            part.mkdir()
            for path, text in files.items():
                _write(part / path, text)
            if target.is_dir():
                target.rmdir()  # empty, or it is refused here
            part.rename(target)
        except (OSError, ValueError) as error:
            raise _unwritable(folder, error) from error
        finally:
            undo()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(text.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())


def _unwritable(folder: Path, error: OSError | ValueError) -> InputProblems:
    number = getattr(error, "errno", None)
    shown = Location(shown_path(os.fspath(folder)))
    if number in (errno.ENOTEMPTY, errno.EEXIST):
        return InputProblems([Problem("starting.not-empty", shown)])
    reason = getattr(error, "strerror", None) or str(error)
    return InputProblems([Problem("starting.unwritable", shown, "", {"error": reason})])
