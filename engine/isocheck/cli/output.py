"""Writing results: to standard output, or to a file that is written whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from isocheck.cli.streams import write_on_stdout
from isocheck.report.layout import PLAIN_WIDTH, Screen, readable_width
from isocheck.writing import unwritable, write_whole


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
        raise unwritable(str(output), os.strerror(errno.EISDIR))
    if not path.parent.is_dir():
        raise unwritable(str(output), os.strerror(errno.ENOENT))
    if not os.access(path.parent, os.W_OK):
        raise unwritable(str(output), os.strerror(errno.EACCES))


def write_result(text: str | bytes | Iterable[str], output: str | None) -> None:
    """Write a result, or the lines of a long one, to standard output or to a file.

    Raises InputProblems if it cannot be written.
    """
    if output is not None and output != "-":
        write_whole(text, output)
        return
    try:
        write_on_stdout(text)
    except OSError as error:
        raise unwritable("-", error.strerror or type(error).__name__) from error
