"""The series of recorded runs, made once; tests that change it work on a copy."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from audit.series import World, series, world
from isocheck.durable.matcher import available


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what the machine that runs the tests has set."""
    for name in [n for n in os.environ if n.startswith(("ISOCHECK_", "LC_"))]:
        monkeypatch.delenv(name)
    if not available():  # the one sentence that says so has tests of its own
        monkeypatch.setenv("ISOCHECK_MATCHER", "interpreter")
    monkeypatch.setenv("LANG", "en_US.UTF-8")


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Six recorded runs; not to be changed."""
    return series(tmp_path_factory.mktemp("series"))


@pytest.fixture
def copied(recorded: World, tmp_path: Path) -> World:
    """A copy of the series."""
    shutil.copytree(recorded.place, tmp_path / "copy")
    return World(tmp_path / "copy")


@pytest.fixture
def fresh(tmp_path: Path) -> World:
    """A folder in which nothing was recorded yet."""
    return world(tmp_path)
