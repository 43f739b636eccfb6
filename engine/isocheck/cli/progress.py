"""How far a long run has come, on a terminal only."""

from __future__ import annotations

import sys
import time
from typing import Final

from isocheck.cli.exit_status import spoken

_PATIENCE: Final = 1.0  # seconds without a word


class Progress:
    """Writes one line to standard error that it takes back at the end."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._watched = sys.stderr is not None and sys.stderr.isatty()
        self._written = False

    def __call__(self, done: int, total: int) -> None:
        """Say how many rules have been judged."""
        if not self._watched or time.monotonic() - self._began < _PATIENCE:
            return
        words = "Đã rà soát {}/{} quy định" if spoken() == "vi" else "{} of {} rules judged"
        sys.stderr.write("\r\x1b[K" + words.format(done, total))
        sys.stderr.flush()
        self._written = True

    def clear(self) -> None:
        """Take the line back."""
        if self._written:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._written = False
