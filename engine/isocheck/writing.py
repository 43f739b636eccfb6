"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from isocheck.errors import InputProblems, Location, Problem
from isocheck.interrupt import undone_if_interrupted


def write_whole(text: str | bytes | Iterable[str], output: str) -> None:
    """Write a text, or the lines of a long one, to a file; raises InputProblems if it cannot be.

    The file is as it was until all is written, whatever happens meanwhile.
    """
    lines = [text] if isinstance(text, (str, bytes)) else text
    chunks = (line if isinstance(line, bytes) else line.encode("utf-8") for line in lines)
    try:
        _write(chunks, where_links_lead(output))
    except OSError as error:
        raise unwritable(output, error.strerror or type(error).__name__) from error


def where_links_lead(output: str) -> Path:
    """Return the path that a name of a file stands for; raises OSError if a link leads to itself.

    What `Path.resolve` does with such a link hangs on the version: RuntimeError before CPython
    3.13, and the link's own path since, which a result would then be written over.
    """
    try:
        path = Path(output).resolve()
    except RuntimeError as error:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from error
    if path.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return path


def unwritable(output: str, error: str) -> InputProblems:
    """Return what is raised for a file that cannot be written."""
    return InputProblems([Problem("call.output", Location(output), "", {"error": error})])


def _write(chunks: Iterable[bytes], path: Path) -> None:
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        with path.open("wb") as device:  # a device or a pipe is written to, not replaced
            device.writelines(chunks)
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with undone_if_interrupted(lambda: part.unlink(missing_ok=True)):
        try:
            with part.open("xb") as file:
                file.writelines(chunks)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
