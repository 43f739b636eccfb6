"""Reading a trail that does not hold: what can be read is shown, what cannot is told."""

from __future__ import annotations

from collections.abc import Sequence

from isocheck.audit.trail import Trail
from isocheck.cli.exit_status import spoken
from isocheck.cli.streams import say_on_stderr
from isocheck.errors import InputProblems, Location, Problem
from isocheck.messages import render_all


def say_unsound(trail: Trail, problems: Sequence[Problem], status: int = 0) -> int:
    """Say on standard error what does not hold of a trail that was shown; return the exit status.

    It is `status` where nothing is told.
    """
    if not problems:
        return status
    shown = Problem("audit.shown-in-part", Location(trail.shown))
    for line in render_all(InputProblems(problems), spoken()):
        say_on_stderr(line)
    for line in render_all(InputProblems([shown]), spoken()):
        say_on_stderr(line)
    return 2
