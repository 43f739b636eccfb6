"""One mutant tried: its code put into a forked child that has the tests loaded (POSIX).

Nothing is written: the engine's files stay as they are. A mutant outside of one function's body
is tried in a process of its own, which imports the changed module.
"""

from __future__ import annotations

import ast
import contextlib
import gc
import inspect
import os
import resource
import signal
import sys
import types
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from typing import Any

from engine_mutation.mutants import Mutant, changed, mutants_of, path_of, source_of

SURVIVED, KILLED = 0, 1
SEED = 7
MORE_MEMORY = 2 << 30


def code_of(mutant: Mutant) -> types.CodeType:
    """Return the code of the module with the change made."""
    tree = changed(ast.parse(source_of(mutant.module)), mutant.change)
    return compile(tree, str(path_of(mutant.module)), "exec")


def put_in(mutant: Mutant) -> bool:
    """Give the function that a mutant is in its changed code; False where that cannot be."""
    target = _function(mutant)
    code = next((c for c in _codes(code_of(mutant)) if c.co_qualname == mutant.where), None)
    if target is None or code is None or code.co_freevars != target.__code__.co_freevars:
        return False
    target.__code__ = code
    return True


def _function(mutant: Mutant) -> types.FunctionType | None:
    found: Any = import_module(f"isocheck.{mutant.module}")
    for name in mutant.where.split("."):
        found = inspect.getattr_static(found, name, None)
    if isinstance(found, property):
        found = found.fget
    found = getattr(found, "__func__", getattr(found, "__wrapped__", found))
    return found if isinstance(found, types.FunctionType) else None


def _codes(code: types.CodeType) -> Iterator[types.CodeType]:
    for each in code.co_consts:
        if isinstance(each, types.CodeType):
            yield each
            yield from _codes(each)


class Changed(SourceFileLoader):
    """Loads a module with one change made."""

    mutant: Mutant

    def get_code(self, fullname: str) -> types.CodeType:
        del fullname
        return code_of(self.mutant)


class Finder(PathFinder):
    """Finds the changed module before all others do."""

    mutant: Mutant

    @classmethod
    def find_spec(cls, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if fullname != f"isocheck.{cls.mutant.module}":
            return None
        spec = super().find_spec(fullname, path, target)
        assert spec is not None
        loader = Changed(fullname, str(path_of(cls.mutant.module)))
        loader.mutant = cls.mutant
        spec.loader = loader
        return spec


def oracle_notices(count: int) -> str | None:
    """Return the first case of the oracle that does not hold."""
    from oracle.case import drawn  # noqa: PLC0415 - it imports the engine
    from oracle.check import unsound  # noqa: PLC0415 - the engine is mutated first

    for number in range(count):
        if next(unsound(drawn(SEED, number), "interpreter"), None) is not None:
            return f"oracle case {number}"
    return None


def started(
    mutant: Mutant | None, items: Iterable[Any], oracle: int, seconds: int
) -> tuple[int, int]:
    """Start a child that tries a mutant, or none; return it and the pipe that names its killer."""
    gc.freeze()  # what there is stays shared with the child
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    os.close(reading)
    with contextlib.suppress(BaseException):
        _quiet(seconds)
        told = _killer(mutant, items, oracle)
        os.write(writing, (told or "").encode())
        os._exit(SURVIVED if told is None else KILLED)
    os.write(writing, b"it cannot be run")
    os._exit(KILLED)


def passes(item: Any) -> bool:
    """Run a test, which may have run before, and return whether it passes."""
    from _pytest.runner import runtestprotocol  # noqa: PLC0415 - pytest is running

    item._initrequest()  # noqa: SLF001 - what its fixtures gave before is given up
    reports = runtestprotocol(item, log=False, nextitem=None)
    return not any(report.failed for report in reports)


def _quiet(seconds: int) -> None:
    """Take the output and so much of the processor's time; the pace of the machine is no matter."""
    gc.disable()
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + MORE_MEMORY,) * 2)


def _killer(mutant: Mutant | None, items: Iterable[Any], oracle: int) -> str | None:
    if mutant is not None and not put_in(mutant):
        raise RuntimeError(mutant.key)
    for item in items:
        if not passes(item):
            return str(item.nodeid)
    try:
        return oracle_notices(oracle)
    except Exception as error:  # noqa: BLE001 - whatever it ends in, it is noticed
        return f"the oracle: {error!r}"[:200]


def apart(module: str, key: str, oracle: int, tests: list[str]) -> int:
    """Try a mutant in this process, which has not imported the engine yet."""
    Finder.mutant = next(m for m in mutants_of(module) if m.key == key)
    sys.meta_path.insert(0, Finder)
    import pytest  # noqa: PLC0415 - the engine is imported below it

    # Rewriting asserts would take the engine, which has a plugin, from the finder above.
    chosen = [
        *tests,
        "--assert=plain",
        "-x",
        "-q",
        "-k",
        "not durable-rules",
        "-p",
        "no:cacheprovider",
    ]
    if pytest.main(chosen) != pytest.ExitCode.OK:
        return KILLED
    try:
        return SURVIVED if oracle_notices(oracle) is None else KILLED
    except Exception:  # noqa: BLE001 - whatever a mutant raises kills it
        return KILLED


if __name__ == "__main__":
    sys.exit(apart(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:]))
