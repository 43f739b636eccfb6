"""Mutants of the engine: `python tests/engine_mutation/run.py evaluate.judging logic.truth`.

It tells the mutants that no test and no case of the oracle notices, as lines of a diff. Those that
are known to be harmless stand in `survivors.yaml`, each with the reason; any other is new. What
came of a mutant is kept, so that a run that was stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent / "engine")]

from engine_mutation.mutants import ENGINE, Mutant, mutants_of, path_of, source_of  # noqa: E402 - the tests are no package: the path comes first
from engine_mutation.trial import KILLED, SURVIVED, passes, started  # noqa: E402 - the tests are no package: the path comes first

RUN_WITH = (
    "unit/evaluate",
    "unit/logic",
    "packs/test_pack_cases.py",
    "unit/packs",
    "unit/records/test_periods.py",
)
APART = ("unit/logic", "unit/evaluate", "unit/records/test_periods.py")
READ_ANYWAY = "tests/packs/"  # their packs are read when the tests are collected
CONTROLLED = 50  # tests
KEPT = TESTS.parent / "build" / "engine-mutation.jsonl"
LISTED = HERE / "survivors.yaml"
MODULES = sorted(
    f"{layer}.{path.stem}"
    for layer in ("evaluate", "logic")
    for path in (ENGINE / layer).glob("*.py")
    if path.stem != "__init__"
)


@dataclass
class Run:
    """What is tried, and what came of it."""

    asked: argparse.Namespace
    kept: dict[str, dict[str, Any]]
    lines: dict[tuple[str, int], list[int]] = field(default_factory=lambda: defaultdict(list))
    seconds: list[float] = field(default_factory=list)
    killers: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    begun: float = field(default_factory=time.monotonic)

    def pytest_runtestloop(self, session: Any) -> bool:
        """Take the place of pytest's own loop: every test once, then the mutants."""
        self._measure(session.items)
        wanted = [m for module in self.asked.modules for m in chosen(module, self.asked)]
        open_ones = sorted((m for m in wanted if self._is_open(m)), key=lambda m: not m.within)
        print(f"{len(wanted)} mutants, {len(open_ones)} of them to try", flush=True)
        self._control(session.items)
        alive: dict[int, tuple[Mutant, int]] = {}
        for mutant in open_ones:
            if not mutant.within:
                self._keep(mutant, _apart(mutant, self.asked.oracle))
                continue
            while len(alive) >= self.asked.jobs:
                self._wait(alive)
            child, pipe = started(mutant, *self._tests_of(mutant, session.items))
            alive[child] = mutant, pipe
        while alive:
            self._wait(alive)
        return True

    def _control(self, items: Sequence[Any]) -> None:
        """See that in a child, without a mutant, nothing fails: else all would seem killed."""
        child, pipe = started(None, items[:: len(items) // CONTROLLED or 1], 2, 300)
        _, status = os.waitpid(child, 0)
        with os.fdopen(pipe, "rb") as told:
            if status != SURVIVED:
                raise SystemExit(f"without any mutant: {told.read().decode()}")

    def _measure(self, items: Sequence[Any]) -> None:
        """Note which lines each test reaches; one that is measured already is not run again."""
        path = self.asked.kept.with_suffix(".reached.json")
        text = "".join(map(digest, MODULES))
        known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        known = known if known.get("") == text else {"": text}
        for number, item in enumerate(items):
            if item.nodeid not in known:
                known[item.nodeid] = reached_by(item)
            elif not item.nodeid.startswith(READ_ANYWAY):
                passes(item)  # so that the packs that it has are read when the children begin
            seconds, lines = known[item.nodeid]
            self.seconds.append(seconds)
            for module, line in lines:
                self.lines[module, line].append(number)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(known), encoding="utf-8")

    def _tests_of(self, mutant: Mutant, items: Sequence[Any]) -> tuple[list[Any], int, int]:
        first, last = mutant.lines
        numbers = {n for at in range(first, last + 1) for n in self.lines[mutant.module, at]}
        before = {test: -place for place, test in enumerate(self.killers[mutant.where])}
        names = {n: items[n].nodeid for n in numbers}
        ordered = sorted(numbers, key=lambda n: (before.get(names[n], 1), self.seconds[n]))
        rising = accumulate(self.seconds[n] for n in ordered)
        ordered = [n for n, sum_ in zip(ordered, rising, strict=True) if sum_ <= self.asked.budget]
        limit = 30 + 3 * self.asked.budget + self.asked.oracle
        return [items[n] for n in ordered], self.asked.oracle, int(limit)

    def _is_open(self, mutant: Mutant) -> bool:
        known = self.kept.get(mutant.key)
        if known is None or known["source"] != digest(mutant.module):
            return True
        return bool(self.asked.again) and not known["killed"]

    def _wait(self, alive: dict[int, tuple[Mutant, int]]) -> None:
        child, status = os.wait()
        mutant, pipe = alive.pop(child)
        with os.fdopen(pipe, "rb") as told:
            by = told.read().decode(errors="replace")
        self._keep(mutant, None if status == SURVIVED else by or "the limit of time or memory")

    def _keep(self, mutant: Mutant, by: str | None) -> None:
        killers = self.killers[mutant.where]  # likely to notice the next one in the function too
        killers[:] = [*(each for each in killers if each != by), by or ""]
        entry = {"key": mutant.key, "source": digest(mutant.module)}
        entry |= {"killed": by is not None, "by": by}
        self.kept[mutant.key] = entry
        self.asked.kept.parent.mkdir(parents=True, exist_ok=True)
        with self.asked.kept.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
        if by is None:
            print(f"survives: {mutant.module}, {mutant.where or 'outside of functions'}")
            print(f"  - {mutant.was}\n  + {mutant.becomes}", flush=True)


def reached_by(item: Any) -> tuple[float, list[tuple[str, int]]]:
    """Run a test; return the seconds of the processor and the lines of the modules it reaches."""
    files = {str(path_of(module)): module for module in MODULES}
    reached: set[tuple[str, int]] = set()

    def line(frame: Any, event: str, _: Any) -> Any:
        del event
        reached.add((files[frame.f_code.co_filename], frame.f_lineno))
        return line

    def call(frame: Any, event: str, about: Any) -> Any:
        return line(frame, event, about) if frame.f_code.co_filename in files else None

    begun = time.process_time()
    sys.settrace(call)
    try:
        passed = passes(item)
    finally:
        sys.settrace(None)
    if not passed:
        raise SystemExit(f"{item.nodeid} fails without any mutant")
    return time.process_time() - begun, sorted(reached)


def _apart(mutant: Mutant, oracle: int) -> str | None:
    tests = [str(TESTS / each) for each in APART]
    command = [sys.executable, "-m", "engine_mutation.trial", mutant.module, mutant.key]
    paths = os.pathsep.join((str(TESTS), str(TESTS.parent / "engine")))
    done = subprocess.run(
        [*command, str(oracle), *tests],
        cwd=TESTS.parent,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        check=False,
    )
    return "a test" if done.returncode == KILLED else None if not done.returncode else "an end"


def digest(module: str) -> str:
    """Return what tells one text of a module from another."""
    return hashlib.sha256(source_of(module).encode()).hexdigest()[:12]


def chosen(module: str, asked: argparse.Namespace) -> list[Mutant]:
    """Return the mutants of a module that are asked for: all, or some drawn by a seed."""
    every = mutants_of(module)
    if asked.sample is None or asked.sample >= len(every):
        return every
    return Random(f"{asked.seed}/{module}").sample(every, asked.sample)


def kept(path: Path) -> dict[str, dict[str, Any]]:
    """Return what came of the mutants tried before, the last time that each was."""
    if not path.exists():
        return {}
    entries = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {entry["key"]: entry for entry in entries}


def listed() -> dict[str, str]:
    """Return the survivors that are known, and why each is harmless."""
    read = yaml.safe_load(LISTED.read_text(encoding="utf-8")) or []
    return {each["mutant"]: each["why"] for each in read}


def told(run: Run) -> Iterator[str]:
    """Yield what came of all: a line a module, the new survivors, the list's own errors."""
    known = listed()
    new: list[Mutant] = []
    for module in run.asked.modules:
        tried = [m for m in mutants_of(module) if m.key in run.kept]
        tried = [m for m in tried if run.kept[m.key]["source"] == digest(module)]
        alive = [m for m in tried if not run.kept[m.key]["killed"]]
        new += [m for m in alive if m.key not in known]
        count = Counter(m.key in known for m in alive)
        yield (
            f"{module}: {len(tried)} tried of {len(mutants_of(module))},"
            f" {len(tried) - len(alive)} killed, {len(alive)} survived:"
            f" {count[True]} listed, {count[False]} new"
        )
    for mutant in new:
        yield f"new: {mutant.key}"
    every = {m.key for module in MODULES for m in mutants_of(module)}
    for key in known:
        if key not in every:
            yield f"listed, and no mutant any more: {key}"
        elif run.kept.get(key, {}).get("killed"):
            yield f"listed, and killed by {run.kept[key]['by']}: {key}"


def main() -> int:
    """Try the mutants; exit with 1 if one survives that is not listed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", default=MODULES, help="such as evaluate.judging")
    parser.add_argument("--sample", type=int, help="so many of each module, drawn by --seed")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--oracle", type=int, default=60, help="cases a mutant")
    parser.add_argument("--budget", type=float, default=60, help="seconds of tests a mutant")
    parser.add_argument("--jobs", type=int, default=1, help="children at a time")
    parser.add_argument("--again", action="store_true", help="try those that survived once more")
    parser.add_argument("--kept", type=Path, default=KEPT)
    asked = parser.parse_args()
    run = Run(asked, kept(asked.kept))
    import pytest  # noqa: PLC0415 - after the paths are set

    plain = ["-q", "-s", "-p", "no:cacheprovider", "-k", "not durable-rules"]
    pytest.main([*(str(TESTS / each) for each in RUN_WITH), *plain], plugins=[run])
    lines = [*told(run)]
    print("\n".join(lines), f"\nseed {asked.seed}, {time.monotonic() - run.begun:.0f} s")
    return 1 if any(line.startswith(("new:", "listed,")) for line in lines) else 0


if __name__ == "__main__":
    sys.exit(main())
