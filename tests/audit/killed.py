"""Runs that are killed while they are recorded: `killed.py FOLDER injected|counted|timed COUNT`.

One process reads everything and forks a child for each run. Injected: the child sends itself
SIGKILL after so many statements of the transaction. Counted: after so many calls and returns, drawn
from the number that a whole run makes. Timed: the parent sends it after a part of the time that a
whole run took; on a machine that changes its pace a run may be done before. How many are killed
then depends on the machine, what may come of it does not. Prints what came of it as JSON.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import time
from contextlib import suppress
from pathlib import Path

from audit.series import FACTS, World, write
from isocheck.audit.record import record

STATEMENTS = 7  # at least, of each run
CONNECT = sqlite3.connect


class Stopping(sqlite3.Connection):
    """A connection that kills its process after so many writes, before the commit."""

    left = 0
    at_commit = False
    spill = False

    def execute(self, sql: str, parameters: object = (), /) -> sqlite3.Cursor:  # type: ignore[override]
        if sql == "COMMIT" and Stopping.at_commit:
            os.kill(os.getpid(), signal.SIGKILL)
        done = super().execute(sql, parameters)  # type: ignore[arg-type]
        if sql == "BEGIN IMMEDIATE" and Stopping.spill:
            # Written pages go to the disk at once: a journal is left that must be rolled back.
            super().execute("PRAGMA cache_size = 1")
        if sql.startswith(("INSERT", "CREATE")):
            Stopping.left -= 1
            if Stopping.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return done


def counting(stop: int) -> list[int]:
    """Count calls and returns of this process from here on; at number `stop` it kills itself."""
    passed = [0]

    def step(*_: object) -> None:
        passed[0] += 1
        if passed[0] == stop:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(step)
    return passed


def whole_run(made: World, how: str) -> float:
    """Record one run that nobody kills: its calls and returns, or (`timed`) its seconds."""
    evaluation, rests = made.judge(), made.rests()
    told, telling = os.pipe()
    begun = time.monotonic()
    pid = os.fork()
    if pid == 0:
        passed = counting(0) if how == "counted" else [0]
        record(evaluation, rests, options={"run": -1})
        sys.setprofile(None)
        os.write(telling, str(passed[0]).encode())
        os._exit(0)
    os.waitpid(pid, 0)
    seconds = time.monotonic() - begun
    os.close(telling)
    with os.fdopen(told) as steps:
        return int(steps.read()) if how == "counted" else seconds


def main() -> None:
    """Kill, verify, count."""
    made, how, count = World(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
    draw = random.Random(9)
    told = {"runs": 0, "killed": 0, "journals": 0, "whole": 0, "broken": 0, "between": 0, "lost": 0}
    length = 0 if how == "injected" else whole_run(made, how)
    before = len(made.verify().present) if made.trail.exists() else 0
    for number in range(count):
        # Something new each time, so that there is something to write: a pack, facts, a document.
        noise = draw.randbytes(8000).hex()
        write(made.place / "packs" / "t" / "1.0.0" / "notes.md", noise)
        made.say(f"\n# {noise}{FACTS}")
        evaluation, rests = made.judge(), made.rests()
        pid = os.fork()
        if pid == 0:
            if how == "injected":
                Stopping.left, Stopping.spill = number % STATEMENTS, number % 2 == 1
                Stopping.at_commit = Stopping.left == 0
                sqlite3.connect = lambda *a, **k: CONNECT(*a, factory=Stopping, **k)  # type: ignore[assignment]
            if how == "counted":
                counting(draw.randrange(1, int(length)))
            record(evaluation, rests, options={"run": number})
            os._exit(0)
        if how == "timed":
            time.sleep(draw.random() * length)
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        told["killed"] += killed
        told["runs"] += 1
        told["between"] += killed and how == "injected"
        journal = made.trail.with_name(made.trail.name + "-journal")
        told["journals"] += journal.exists() and journal.stat().st_size > 0
        found = made.verify() if made.trail.exists() else None
        present = [] if found is None else found.present
        problems = [] if found is None else [p.code for p in found.problems]
        empty = problems == ["audit.empty"] and before == 0
        told["broken"] += bool(problems) and not empty
        told["lost"] += len(present) < before + (not killed)
        told["whole"] += len(present) - before
        before = len(present)
    print(json.dumps(told))  # noqa: T201 - the parent process reads it


if __name__ == "__main__":
    main()
