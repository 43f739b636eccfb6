"""The changes of the engine's code that the mutation run tries, and the list of survivors."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
import yaml

from engine_mutation.mutants import ENGINE, mutants_in, mutants_of
from engine_mutation.run import LISTED, MODULES, TESTS
from engine_mutation.trial import KILLED, SURVIVED, started


def made(line: str, *, given: str = "a, b, low, high, days") -> set[str]:
    """Return what the body of a function, one line, is changed into."""
    text = f"def f({given}):\n    {line}\n"
    return {m.becomes for m in mutants_in(text, "m") if m.where == "f"}


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("return a < b", {"return a <= b"}),
        ("return a is b", {"return a is not b"}),
        ("return not a", {"return a"}),
        ("return a and b", {"return a or b", "return a", "return b"}),
        ("return True", {"return False", "return None"}),
        ("return None", {"return True", "return False"}),
        ("return low", {"return high"}),
        ("return min(a)", {"return max(a)"}),
        ("return any(a)", {"return all(a)"}),
        ("return a - 1", {"return a + 1", "return a", "return a - 2", "return a - 0"}),
        ("return f(a, b=days)", {"return f(a)"}),
        ("return [x for x in a if x]", {"return [x for x in a]"}),
        ("a.add(b)", {"pass"}),
        ("a |= b", {"pass"}),
    ],
)
def test_each_kind_of_change_is_made(line, changed):
    assert made(line) == changed


def test_a_docstring_a_type_and_what_cannot_be_are_left_alone():
    text = '''
def f(a: int = None) -> int | None:
    """Say low."""
    assert a is not None
    raise ValueError(a - 1)
'''
    assert mutants_in(text, "m") == []


def test_lines_that_read_alike_are_told_apart():
    text = "def f(a):\n    g(a)\n    g(a)\n"
    assert [m.key for m in mutants_in(text, "m")] == ["m:f: g(a) -> pass", "m:f: g(a) -> pass (1)"]


def test_every_survivor_that_is_listed_is_a_mutant_and_has_its_reason():
    listed = yaml.safe_load(LISTED.read_text(encoding="utf-8"))
    keys = {m.key for module in MODULES for m in mutants_of(module)}
    assert {each["mutant"] for each in listed} <= keys
    assert all(len(each["why"]) > 20 for each in listed)


def test_the_modules_are_those_of_the_evaluation_and_its_logic():
    assert {"evaluate.rule_judgement", "logic.values"} <= set(MODULES)
    assert all((ENGINE / f"{m.replace('.', '/')}.py").is_file() for m in MODULES)


def test_a_change_is_noticed_and_without_one_nothing_is():
    def comes_to(mutant, cases=3):
        child, pipe = started(mutant, (), cases, 120)
        _, status = os.waitpid(child, 0)
        os.close(pipe)
        return os.waitstatus_to_exitcode(status)

    assert comes_to(None) == SURVIVED
    changed = next(m for m in mutants_of("evaluate.outcomes") if m.where == "judge_limit")
    assert comes_to(changed) == KILLED


def test_a_change_outside_of_functions_is_noticed_by_a_process_that_imports_it():
    key = "logic.days:Shift: months: int = 0 -> months: int = 1"
    mutant = next(m for m in mutants_of("logic.days") if m.key == key)
    assert not mutant.within
    command = [sys.executable, "-m", "engine_mutation.trial", mutant.module, mutant.key, "0"]
    paths = os.pathsep.join((str(TESTS), str(TESTS.parent / "engine")))
    done = subprocess.run(
        [*command, str(TESTS / "unit/logic/test_days.py")],
        env={**os.environ, "PYTHONPATH": paths},
        cwd=TESTS.parent,
        capture_output=True,
        check=False,
    )
    assert done.returncode == KILLED, done.stderr.decode()
