"""Ctrl-C: the program ends there and then with 130, whatever it is in the middle of.

An exception would be swallowed where Python calls back (a destructor, a callback from C), and
shown with a traceback while modules are imported. What is on disk can be lost at any moment
anyway, so ending here leaves what losing power would leave, less the files that are not whole.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Final

INTERRUPTED: Final = 130
_undoing: Final[list[Callable[[], object]]] = []


def end_when_interrupted() -> None:
    """End with 130 from now on when the person at the keyboard interrupts."""
    signal.signal(signal.SIGINT, _end)


@contextlib.contextmanager
def undone_if_interrupted(undo: Callable[[], object]) -> Iterator[None]:
    """Call `undo` before an interruption ends the program, as long as the block runs."""
    _undoing.append(undo)
    try:
        yield
    finally:
        _undoing.remove(undo)


def _end(number: int, frame: FrameType | None) -> None:
    """Undo what is not whole, and end."""
    del frame
    signal.signal(number, signal.SIG_IGN)  # one is enough
    for undo in reversed(_undoing):
        with contextlib.suppress(OSError):
            undo()
    os._exit(INTERRUPTED)
