"""Whatever is wrong in a pack file, loading it succeeds or tells problems that can be shown."""

from __future__ import annotations

import shutil
from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random

import pytest

from isocheck.errors import InputProblems, Location, Problem
from isocheck.messages import LANGUAGES, render
from isocheck.packs import loading
from isocheck.packs.folders import built_in
from isocheck.packs.reachable import reachable_outcomes
from isocheck.source.nodes import Fields, Items
from isocheck.source.yaml_reader import read_yaml
from packs.mutants import mutate, text_of

ROUNDS = 16
QUICK = 1  # rounds that the suite runs; `-m slow` the others
MUTANTS = 20  # a round
PACKS = ("core", "kh34", "cv419")


@cache
def _read_once(data: bytes, shown: str) -> Fields | Items | str | None:
    return read_yaml(data, shown)


def read_from_memory(data: bytes, shown: str) -> Fields | Items | str | None:
    """Read each content of a file once: all but one are the same in every mutant."""
    nodes = _read_once(data, shown)
    records = "/tests/" in shown or shown.endswith("reference.yaml")  # become values in place
    return deepcopy(nodes) if records else nodes


@pytest.fixture
def policies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(loading, "read_yaml", read_from_memory)
    for pack in PACKS:
        shutil.copytree(built_in() / pack, tmp_path / "policies" / pack)
    (tmp_path / "p.yaml").write_text(f"packs: [{', '.join(PACKS)}]\n", encoding="utf-8")
    return tmp_path / "policies"


def load(policies: Path, *, with_cases: bool) -> None:
    """Load the profile and what rests on it without facts."""
    name = str(policies.parent / "p.yaml")
    profile = loading.load_profile(name, [policies], with_cases=with_cases)
    for rule in profile.rules:
        assert reachable_outcomes(profile, rule)


def problems_of(policies: Path, done: str, *, with_cases: bool) -> list[Problem]:
    """Return what is told; anything raised but problems is a fault."""
    try:
        load(policies, with_cases=with_cases)
    except InputProblems as told:
        return told.problems or [Problem("none", Location("nothing told"))]
    except Exception as fault:
        raise AssertionError(done) from fault
    return []


@pytest.mark.parametrize(
    "seed",
    [
        seed if seed < QUICK else pytest.param(seed, marks=pytest.mark.slow)
        for seed in range(ROUNDS)
    ],
)
def test_a_mutated_pack_loads_or_is_told(seed: int, policies: Path) -> None:
    random = Random(seed)
    files = sorted(policies.rglob("*.yaml"))
    told = 0
    for _ in range(MUTANTS):
        file = random.choice(files)
        sound = file.read_bytes()
        document = read_yaml(sound, file.name)
        assert isinstance(document, (Fields, Items))
        done = mutate(document, random)
        file.write_text(text_of(document), encoding="utf-8")
        problems = problems_of(policies, f"{file}: {done}", with_cases="tests" in file.parts)
        for problem in problems:
            assert problem.location.file.startswith("policies/"), (file, done)
            assert problem.location.line, (file, done, problem.code)
            assert all(render(problem, lang).isprintable() for lang in LANGUAGES)
        told += bool(problems)
        file.write_bytes(sound)
    assert told  # not every change is harmless
