"""The reports on the sample province are as they were when a person last read them.

`ISOCHECK_UPDATE_GOLDEN=1` writes them anew; read what changed before keeping it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from isocheck.cli import program

ROOT = Path(__file__).parents[2]
UPDATE = os.environ.get("ISOCHECK_UPDATE_GOLDEN") == "1"  # read before a fixture takes it away
GOLDEN = ROOT / "tests" / "golden"
REPORTS = {
    "sample-vi.txt": ("--lang", "vi"),
    "sample-en.txt": ("--lang", "en"),
    # the whole document takes megabytes; these bodies show every part of it
    "sample.json": (
        *("--format", "json", "--matcher", "interpreter"),
        *("--only", "province", "--only", "steering_committee", "--only", "department"),
    ),
}


@pytest.mark.parametrize("name", REPORTS)
def test_the_report_on_the_sample_is_as_kept(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(program, ["facts/", *REPORTS[name]])
    assert result.exit_code == 1
    assert result.stderr == ""
    file = GOLDEN / name
    if UPDATE:
        file.write_text(result.stdout, encoding="utf-8", newline="\n")
    kept = file.read_text(encoding="utf-8")
    if name.endswith(".json"):
        # first what is short enough to read in a failure
        assert json.loads(result.stdout)["summary"] == json.loads(kept)["summary"]
    assert result.stdout.splitlines()[:40] == kept.splitlines()[:40]
    assert result.stdout == kept
