"""What is installed is whole: packs, schemas and the sample come along, and the command runs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import venv
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# a folder of the checkout, and what it is called within the wheel
SHIPPED = {
    "engine/isocheck": "isocheck",
    "policies": "isocheck/policies",
    "schemas": "isocheck/schemas",
    "facts": "isocheck/sample_facts",
}

WHERE = """
from isocheck.resources import tree
print(*map(tree, ["policies", "schemas", "facts"]), sep="\\n")
"""


def kept(folder: str) -> Iterator[Path]:
    """The files of a folder of the checkout, without what a run leaves behind."""
    for file in sorted((ROOT / folder).rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts and file.suffix != ".pyc":
            yield file.relative_to(ROOT / folder)


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """The standard output of a command that must succeed."""
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, as pip builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir")
    run(*pip, folder, ROOT, cwd=folder)
    (built,) = folder.iterdir()
    return built


@pytest.mark.slow
@pytest.mark.parametrize("folder", SHIPPED)
def test_the_wheel_holds_every_file_that_the_checkout_holds(wheel: Path, folder: str) -> None:
    """Hatchling leaves out what .gitignore names: a pack could be lost without a word."""
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    wanted = {f"{SHIPPED[folder]}/{file.as_posix()}" for file in kept(folder)}
    assert wanted
    assert wanted <= inside


@pytest.mark.slow
def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    """No tests, no caches, no drafts: only the package and its licence."""
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
        caches = [name for name in archive.namelist() if "__pycache__" in name]
        metadata = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        text = archive.read(metadata).decode("utf-8")
        entries = archive.read(metadata.replace("METADATA", "entry_points.txt")).decode("utf-8")
    assert tops == {"isocheck", metadata.split("/")[0]}
    assert caches == []
    assert "License-Expression: MIT" in text
    assert "[pytest11]\nisocheck = isocheck.pytest_plugin\n" in entries
    (extension,) = [line for line in text.splitlines() if "durable" in line and "Dist" in line]
    marker = re.sub("[ ()\"']", "", extension.partition(";")[2])
    assert marker == "python_version<3.13andplatform_system!=Windows"


@pytest.mark.slow
def test_an_installed_wheel_judges_its_own_sample(wheel: Path, tmp_path: Path) -> None:
    """From any folder, without the checkout, with the packs and the sample of the wheel."""
    venv.create(tmp_path / "venv", symlinks=os.name == "posix")
    scripts = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    site = run(
        scripts / "python", "-c", "import site; print(site.getsitepackages()[0])", cwd=tmp_path
    )
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site.strip())
    # The libraries come from the environment at hand: this is a test of the wheel, not of pip.
    libraries = find_spec("click").submodule_search_locations[0]  # type: ignore[union-attr,index]
    (Path(site.strip()) / "libraries.pth").write_text(str(Path(libraries).parent), encoding="utf-8")
    trees = run(scripts / "python", "-P", "-c", WHERE, cwd=tmp_path).splitlines()
    assert all(tree.startswith(site.strip()) for tree in trees)
    judge = (
        scripts / "python",
        "-P",
        "-m",
        "isocheck",
        trees[2],
        "--format",
        "json",
        "--fail-on",
        "never",
    )
    document = json.loads(run(*judge, cwd=tmp_path))
    assert {pack["id"] for pack in document["packs"]} == {
        "core",
        "kh34",
        "qd19",
        "tt26",
        "tt116",
        "cv419",
    }
    assert document["summary"]["judged"] > 0


def test_a_checkout_finds_its_folders_without_being_installed(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "engine")}
    trees = run(sys.executable, "-c", WHERE, cwd=tmp_path, env=env).splitlines()
    assert [Path(tree) for tree in trees] == [ROOT / "policies", ROOT / "schemas", ROOT / "facts"]


def test_every_python_that_the_package_names_is_one_it_admits() -> None:
    """The three versions that .ci/run tries are the three that the package says it runs on."""
    prefix = "Programming Language :: Python :: "
    named = {c.removeprefix(prefix) for c in PYPROJECT["project"]["classifiers"] if prefix in c}
    named.discard("3")
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert {"3.11", "3.12", "3.13"} == named
    assert PYPROJECT["project"]["requires-python"] == ">=3.11"
    tried = re.search("for version in (.+); do", ci)
    assert tried is not None
    assert set(tried.group(1).split()) == named - {"3.11"}


def test_the_version_stands_at_the_head_of_the_change_log() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = [line for line in changes.splitlines() if line.startswith("## [")]
    assert released[0] == "## [Unreleased]"
    assert released[1].startswith(f"## [{PYPROJECT['project']['version']}]")
