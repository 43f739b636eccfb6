"""How far a run has come is said on a terminal only, and only when it takes long."""

from __future__ import annotations

import io

import pytest

from isocheck.cli import progress
from isocheck.cli.progress import Progress


class Terminal(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("terminal", "seconds", "words"),
    [(True, 2.0, "3/60"), (True, 0.5, ""), (False, 2.0, "")],
)
def test_it_is_said_after_a_while_and_taken_back(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, seconds: float, words: str
) -> None:
    clock = iter([0.0, seconds])
    stream = Terminal(terminal=terminal)
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    monkeypatch.setattr(progress, "spoken", lambda: "vi")
    shown = Progress()
    shown(3, 60)
    said = stream.getvalue()
    assert (words in said) if words else said == ""
    shown.clear()
    assert stream.getvalue().endswith("\r\x1b[K") is bool(words)
