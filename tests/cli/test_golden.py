"""The reports on the sample province are as they were last read by a person.

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
GOLDEN = ROOT / "tests" / "golden"
REPORTS = {
    "sample-vi.txt": ("--lang", "vi"),
    "sample-en.txt": ("--lang", "en"),
    "sample.json": ("--format", "json", "--matcher", "interpreter"),
}


@pytest.mark.parametrize("name", REPORTS)
def test_the_report_on_the_sample_is_as_kept(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in [n for n in os.environ if n.startswith("ISOCHECK_")]:
        if variable != "ISOCHECK_UPDATE_GOLDEN":
            monkeypatch.delenv(variable)
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(program, ["facts/", *REPORTS[name]])
    assert result.exit_code == 1
    assert result.stderr == ""
    file = GOLDEN / name
    if os.environ.get("ISOCHECK_UPDATE_GOLDEN") == "1":
        file.write_text(result.stdout, encoding="utf-8", newline="\n")
    kept = file.read_text(encoding="utf-8")
    if name.endswith(".json"):
        # first what a person can read; the rest of a document of megabytes after that
        assert json.loads(result.stdout)["summary"] == json.loads(kept)["summary"]
    assert result.stdout.splitlines()[:40] == kept.splitlines()[:40]
    assert result.stdout == kept
