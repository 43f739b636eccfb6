"""Writing results: to standard output, or to a file that is written whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from isocheck.cli.streams import write_on_stdout
from isocheck.errors import InputProblems, Location, Problem
from isocheck.report.layout import PLAIN_WIDTH, Screen, readable_width
from isocheck.source.files import READ_SUFFIXES, TRAIL
from isocheck.writing import unwritable, where_links_lead, write_whole


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


def refuse_unwritable(output: str | None, folders: Iterable[str] = ()) -> None:
    """Raise InputProblems before any work is done for a file that cannot be written, or must not.

    A result takes no place of the trail, and none among the facts of `folders`: there it would be
    read as facts, or stand where they stood.
    """
    if output is None or output == "-":
        return
    try:
        path = where_links_lead(output)
        code = _unwritable_for(path)
        among_facts = _is_read_as_facts(path, folders)
    except OSError as error:
        raise unwritable(output, error.strerror or type(error).__name__) from error
    if code is not None:
        raise unwritable(output, os.strerror(code))
    if among_facts:
        raise InputProblems([Problem("call.output-among-facts", Location(output))])


def _unwritable_for(path: Path) -> int | None:
    """Return the number of the error for which a file cannot be written; None if it can."""
    if path.is_dir():
        return errno.EISDIR
    if not path.parent.is_dir():
        return errno.ENOENT
    return None if os.access(path.parent, os.W_OK) else errno.EACCES


def _is_read_as_facts(path: Path, folders: Iterable[str]) -> bool:
    """Tell whether a file is a trail, or stands where a facts folder is read."""
    if path.name.startswith(TRAIL):
        return True
    roots = (Path(folder).resolve() for folder in folders if os.path.isdir(folder))  # noqa: PTH112 - no name is too long for it
    below = any(path.is_relative_to(root) for root in roots)
    return below and path.suffix.lower() in READ_SUFFIXES


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
