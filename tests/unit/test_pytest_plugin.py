"""The plugin for pytest: off unless asked for; then each case of a pack is a test."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from authoring.packs_on_disk import add, folder_of, spoil
from house.pages import ROOT
from isocheck.authoring.pack_view import opened
from isocheck.authoring.run_cases import results_of, results_text
from isocheck.errors import InputProblems
from isocheck.messages import LANGUAGES, Language, render_all
from isocheck.pytest_plugin import cases as loaded

CASES = "packs/mine/1.0.0/tests/announce.yaml"
LATE = "Announced a day late"
HEAVY = ("yaml", "click", "jsonschema", "isocheck.packs", "isocheck.authoring", "isocheck.cli")


@pytest.fixture
def place(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a pack of its own and a test in Python; the plugin is there, and off."""
    assert loaded  # imported once, not anew in each of the runs within this process
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("ISOCHECK_LANG", "en")
    pytester.makepyfile("def test_of_python():\n    pass\n")
    folder_of(pytester.path / "packs")
    return pytester.path


def run(pytester: pytest.Pytester, *args: str, on: str = "packs") -> pytest.RunResult:
    option = f"isocheck_packs = {on}\n" if on else ""
    pytester.makeini(f"[pytest]\n{option}")
    return pytester.runpytest_inprocess("-p", "isocheck.pytest_plugin", *args)


def test_without_the_option_no_case_is_a_test(pytester: pytest.Pytester, place: Path) -> None:
    result = run(pytester, on="")
    result.assert_outcomes(passed=1)
    assert (place / CASES).is_file()


def test_without_the_option_nothing_heavy_is_imported(
    pytester: pytest.Pytester, place: Path
) -> None:
    """Pytest imports the plugin in every project of the environment."""
    names = ", ".join(map(repr, HEAVY))
    (place / "test_of_modules.py").write_text(
        f"import sys\ndef test_it():\n    assert 'isocheck.pytest_plugin' in sys.modules\n"
        f"    assert [n for n in sys.modules if n.startswith(({names}))] == []\n",
        encoding="utf-8",
    )
    pytester.makeini("[pytest]\n")
    result = pytester.runpytest_subprocess("-p", "isocheck.pytest_plugin")
    result.assert_outcomes(passed=2)


@pytest.mark.usefixtures("place")
def test_each_case_is_a_test_with_its_sentence_for_a_name(pytester: pytest.Pytester) -> None:
    result = run(pytester, "--verbose")
    result.assert_outcomes(passed=5)
    result.stdout.fnmatch_lines([f"{CASES}::{LATE} PASSED*"])


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("words", [(f"{CASES}::{LATE}",), ("-k", "late")])
def test_one_case_can_be_chosen(pytester: pytest.Pytester, words: tuple[str, ...]) -> None:
    result = run(pytester, *words)
    assert result.parseoutcomes()["passed"] == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_case_that_fails_says_what_packs_test_says(
    pytester: pytest.Pytester, place: Path, monkeypatch: pytest.MonkeyPatch, lang: Language
) -> None:
    monkeypatch.setenv("ISOCHECK_LANG", lang)
    spoil(place / "packs", "tests/announce.yaml", "satisfied_late", "violated")
    result = run(pytester)
    result.assert_outcomes(passed=4, failed=1)
    *told, _ = results_text(results_of("mine", [place / "packs"], None), lang).splitlines()
    assert len(told) >= 2
    assert "\n".join(told).strip() in result.stdout.str()
    assert "Traceback" not in result.stdout.str()


def test_a_pack_that_cannot_be_read_is_told_whole(pytester: pytest.Pytester, place: Path) -> None:
    root = spoil(place / "packs", "rules/rules.yaml", "modality: must", "modality: mst")
    result = run(pytester)
    assert result.ret == pytest.ExitCode.INTERRUPTED
    with pytest.raises(InputProblems) as error:
        opened("mine", [root])
    for line in render_all(error.value, "en"):
        assert line in result.stdout.str()


def test_cases_of_one_name_are_told_apart(pytester: pytest.Pytester, place: Path) -> None:
    text = (place / CASES).read_text(encoding="utf-8")
    add(place / "packs", "tests/announce.yaml", text)
    result = run(pytester, "--collect-only", "-q")
    ids = [line for line in result.stdout.lines if line.startswith(CASES)]
    assert len(ids) == len(set(ids)) == 8
    assert any(line.startswith(f"{CASES}::{LATE} (") for line in ids)


def test_other_files_are_left_alone(pytester: pytest.Pytester, place: Path) -> None:
    """Those of packs in folders that are not named, and those of a pack that hold no cases."""
    shutil.copytree(place / "packs", place / "others")
    add(place / "packs", "new/tests/more.yaml", "- {}\n")
    result = run(pytester, "--collect-only", "-q")
    found = {line.partition("::")[0] for line in result.stdout.lines if "::" in line}
    assert {name for name in found if name.endswith(".yaml")} == {CASES}


def test_of_two_packs_of_one_version_the_cases_of_a_folder_are_for_its_own(
    pytester: pytest.Pytester, place: Path
) -> None:
    """A pack that comes with isocheck, changed in a folder of one's own, is judged as changed."""
    shutil.copytree(ROOT / "policies" / "cv419", place / "packs" / "cv419")
    rules = place / "packs" / "cv419" / "1.0.0" / "rules"
    for file in rules.iterdir():
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("verification: secondary", "verification: unverified"))
    before = len(opened("cv419").profile.cases["cv419"])
    result = run(pytester, "packs/cv419")
    outcomes = result.parseoutcomes()
    assert outcomes["failed"] > 0
    assert outcomes["failed"] + outcomes.get("passed", 0) == before


def test_the_plugin_comes_with_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"]["pytest11"] == {"isocheck": "isocheck.pytest_plugin"}
