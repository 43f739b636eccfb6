"""Whole processes, timed side by side: wall seconds, and the most memory that each held."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

Command = Sequence[str]

# Run isocheck; at the end, name the modules that came from where libraries are installed.
_LIST_LIBRARIES = """
import atexit, sys, sysconfig
libraries = tuple(sysconfig.get_path(name) for name in ("purelib", "platlib"))
def installed(name, module):
    file = getattr(module, "__file__", None) or ""
    return "." not in name and not name.startswith("_") and file.startswith(libraries)
def report():
    found = [name for name, module in list(sys.modules.items()) if installed(name, module)]
    print(*(name for name in found if name != "isocheck"), file=sys.stderr)
atexit.register(report)
sys.argv[0] = "isocheck"
from isocheck.cli import main
main()
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The medians of several runs of one command."""

    seconds: float
    peak_mb: float
    runs: int


def alternating(commands: Mapping[str, Command], runs: int) -> dict[str, Measured]:
    """Run the commands in turns, so that a busy moment falls on all of them; return the medians.

    One run of each comes first and does not count: it fills the file cache and writes byte code.
    """
    for command in commands.values():
        _once(command)
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(_once(command))
    return {
        name: Measured(
            seconds=median(seconds for seconds, _ in several),
            peak_mb=max(peak for _, peak in several),
            runs=runs,
        )
        for name, several in taken.items()
    }


def libraries_of(*arguments: str) -> list[str]:
    """Return the libraries that a run of isocheck imports, beside Python's own and isocheck."""
    done = subprocess.run(
        [sys.executable, "-c", _LIST_LIBRARIES, *arguments],
        env=_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    return done.stderr.splitlines()[-1].split()


def _once(command: Command) -> tuple[float, float]:
    """Return the wall seconds and the peak memory in MB of one process."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    errors = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(
            f"{' '.join(command)}: exit {process.returncode}\n{errors.decode()[-2000:]}"
        )
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    return seconds, usage.ru_maxrss / unit


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("ISOCHECK_")}


Row = tuple[str, str, str, str, str]


def table(rows: Sequence[Row], show: Callable[[str], None] = print) -> None:
    """Show rows as a Markdown table."""
    head: Row = ("what", "ratio", "aim", "seconds", "peak memory")
    for row in (head, ("---", "---:", "---:", "---", "---"), *rows):
        show("| " + " | ".join(row) + " |")
