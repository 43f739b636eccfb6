"""A small province on disk, and ways to run the program on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.folder import Run, Start, write
from isocheck.cli import program
from isocheck.durable.matcher import available
from unit.report.small import FACTS, LAW


@pytest.fixture(autouse=True)
def in_vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what the machine that runs the tests has set."""
    for name in [n for n in os.environ if n.startswith(("ISOCHECK_", "LC_"))]:
        monkeypatch.delenv(name)
    if not available():  # the one sentence that says so has tests of its own
        monkeypatch.setenv("ISOCHECK_MATCHER", "interpreter")
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with `facts/` and the small law beside it."""
    write(
        tmp_path / "facts" / "facts.yaml", f"facts: v1\ncollected_on: 2020-12-31\nrecords:{FACTS}"
    )
    write(tmp_path / "facts" / "isocheck.yaml", "profile: small.yaml\ncollected: all\n")
    for name, text in LAW.files:
        write(tmp_path / "packs" / LAW.id / "1.0.0" / name, text)
    write(tmp_path / "small.yaml", "title: {vi: Nhỏ, en: Small}\npacks: [core, t]\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(place: Path) -> Run:
    """Run the program within the process, in the folder, with the small law."""
    assert Path.cwd() == place

    def invoke(*args: str, law: bool = True, env: dict[str, str] | None = None) -> Result:
        more = ["--policy", "packs"] if law else []
        return CliRunner().invoke(program, [*args, *more], env=env)

    return invoke


@pytest.fixture
def start(place: Path) -> Start:
    """Run the program as a process of its own."""

    def invoke(*args: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "isocheck", *args]
        return subprocess.run(
            command, cwd=place, env={**os.environ, **(env or {})}, capture_output=True, check=False
        )

    return invoke
