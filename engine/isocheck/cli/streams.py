"""Standard output and standard error: in UTF-8, and without a fuss when nobody reads them."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable
from typing import TextIO

from isocheck.source.text import spelt_out


def write_in_utf8() -> None:
    """Make both streams write UTF-8 whatever the locale is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def say_on_stderr(line: str) -> None:
    """Write a line to standard error; a reader that is gone is no fault.

    What would steer a terminal (in a word of the call, in the name of a file) is spelled out.
    """
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(spelt_out(line.rstrip("\n"), keep="\n\t") + "\n")
        sys.stderr.flush()
    except OSError:  # nobody reads it, or nothing more can be written: the exit status says it
        _write_to_nobody(sys.stderr)


def write_on_stdout(text: str | bytes | Iterable[str]) -> None:
    """Write a text, or the lines of a long one, to standard output, if anybody reads it.

    Bytes are somebody's file: on a terminal what would steer it is spelled out.

    Raises OSError where it cannot be written for another reason (a full disk).
    """
    if sys.stdout is None:
        return
    try:
        if isinstance(text, bytes) and sys.stdout.isatty():
            shown = text.decode("utf-8", "backslashreplace")
            sys.stdout.write(spelt_out(shown, keep="\n\t"))
        elif isinstance(text, bytes):
            sys.stdout.buffer.write(text)
        else:
            sys.stdout.writelines([text] if isinstance(text, str) else text)
        sys.stdout.flush()
    except BrokenPipeError:
        _write_to_nobody(sys.stdout)
    except OSError:
        _write_to_nobody(sys.stdout)
        raise


def turn_away() -> None:
    """Turn standard output away from what cannot be written."""
    if sys.stdout is not None:
        _write_to_nobody(sys.stdout)


def _write_to_nobody(stream: TextIO) -> None:
    """Turn a stream away from what cannot be written, or Python complains again on closing."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
