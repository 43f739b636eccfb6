"""Writing results: to standard output, or to a file that is written whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

from isocheck.cli.streams import write_on_stdout
from isocheck.errors import InputProblems, Location, Problem
from isocheck.interrupt import undone_if_interrupted
from isocheck.report.layout import PLAIN_WIDTH, Screen, readable_width


def screen_for(color: str, output: str | None) -> Screen:
    """Return how the report is laid out where it goes."""
    terminal = on_terminal(output)
    wanted = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Screen(
        width=readable_width(shutil.get_terminal_size().columns) if terminal else PLAIN_WIDTH,
        colour=color == "always" or (color == "auto" and wanted),
        drawn=terminal,
    )


def on_terminal(output: str | None) -> bool:
    """Tell whether a result goes to a terminal, where some characters would be obeyed."""
    return output in (None, "-") and sys.stdout is not None and sys.stdout.isatty()


def refuse_unwritable(output: str | None) -> None:
    """Raise InputProblems before any work is done for a file that cannot be written."""
    if output in (None, "-"):
        return
    path = Path(str(output)).resolve()
    if path.is_dir():
        raise _unwritable(str(output), os.strerror(errno.EISDIR))
    if not path.parent.is_dir():
        raise _unwritable(str(output), os.strerror(errno.ENOENT))
    if not os.access(path.parent, os.W_OK):
        raise _unwritable(str(output), os.strerror(errno.EACCES))


def _unwritable(output: str, error: str) -> InputProblems:
    return InputProblems([Problem("call.output", Location(output), "", {"error": error})])


def write_result(text: str | bytes | Iterable[str], output: str | None) -> None:
    """Write a result, or the lines of a long one, to standard output or to a file.

    Raises InputProblems if it cannot be written.
    """
    try:
        if output is None or output == "-":
            write_on_stdout(text)
            return
        lines = [text] if isinstance(text, (str, bytes)) else text
        chunks = (line if isinstance(line, bytes) else line.encode("utf-8") for line in lines)
        _write_file(chunks, Path(output).resolve())
    except OSError as error:
        raise _unwritable(output or "-", error.strerror or type(error).__name__) from error


def _write_file(chunks: Iterable[bytes], path: Path) -> None:
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
