"""The hooks for pre-commit: those of the project, and those that its users can take."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from authoring.packs_on_disk import folder_of, spoil
from house.pages import ROOT
from isocheck.cli.hooks import calls_for

CONFIG = ROOT / ".pre-commit-config.yaml"
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
# What pre-commit knows of a hook (https://pre-commit.com/#creating-new-hooks).
NEEDED = {"id", "name", "entry", "language"}
KNOWN = NEEDED | {
    "alias", "files", "exclude", "types", "types_or", "exclude_types", "always_run", "fail_fast",
    "verbose", "pass_filenames", "require_serial", "description", "language_version",
    "minimum_pre_commit_version", "args", "stages", "additional_dependencies", "log_file",
}  # fmt: skip


def hooks(file: Path) -> dict[str, dict[str, Any]]:
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    found = content if file == MANIFEST else [h for r in content["repos"] for h in r["hooks"]]
    return {hook["id"]: hook for hook in found}


OFFERED, OURS = hooks(MANIFEST), hooks(CONFIG)


def tracked() -> list[str]:
    """The files of the checkout, as git would list them."""
    folders = ("policies", "facts", "engine", "tests", "docs")
    found = (path for folder in folders for path in (ROOT / folder).rglob("*"))
    return [path.relative_to(ROOT).as_posix() for path in found if path.is_file()]


def taken(hook: dict[str, Any], files: list[str]) -> set[str]:
    """The files that a hook is run for, as pre-commit chooses them."""
    wanted, not_wanted = re.compile(hook.get("files", "")), re.compile(hook.get("exclude", "^$"))
    return {file for file in files if wanted.search(file) and not not_wanted.search(file)}


@pytest.mark.parametrize(
    "hook", [*OFFERED.values(), *OURS.values()], ids=[*OFFERED, *(f"our-{id_}" for id_ in OURS)]
)
def test_a_hook_has_what_pre_commit_asks_for_and_nothing_that_it_does_not_know(
    hook: dict[str, Any],
) -> None:
    assert hook.keys() >= NEEDED
    assert hook.keys() <= KNOWN
    assert all(isinstance(hook[key], str) and hook[key] for key in NEEDED)
    assert hook["language"] in {"python", "system"}
    assert all(isinstance(word, str) for word in hook.get("args", []))
    for key in ("pass_filenames", "require_serial"):
        assert isinstance(hook.get(key, False), bool)
    assert taken(hook, [*tracked(), "README.md"])


def test_pre_commit_itself_accepts_both_files() -> None:
    clientlib = pytest.importorskip("pre_commit.clientlib")
    assert [hook["id"] for hook in clientlib.load_manifest(MANIFEST)] == list(OFFERED)
    repos = clientlib.load_config(CONFIG)["repos"]
    assert [hook["id"] for repo in repos for hook in repo["hooks"]] == list(OURS)


def test_the_hooks_of_the_project_run_the_tools_that_make_setup_installs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    dev = {re.split("[<>=]", name)[0] for name in project["optional-dependencies"]["dev"]}
    assert "pre-commit" in dev
    for hook in OURS.values():
        if hook["language"] == "system":
            folder, _, tool = hook["entry"].split()[0].rpartition("/")
            assert folder == ".venv/bin"
            assert tool in dev | {"python", "isocheck"}
        else:
            assert all("==" in need for need in hook["additional_dependencies"])


def test_the_hook_for_packs_runs_for_the_files_of_packs_and_no_others() -> None:
    files = tracked()
    wanted = {
        file
        for file in files
        if re.match(r"policies/(\w+/\d+\.\d+\.\d+/.+\.(yaml|md)|profiles/\w+\.yaml)$", file)
    }
    found = taken(OFFERED["isocheck-packs"], files)
    assert wanted
    assert wanted <= found
    assert all(file.startswith(("policies/", "docs/tutorial/", "docs/examples/")) for file in found)


def test_the_hook_for_facts_runs_for_the_files_of_the_folder() -> None:
    found = taken(OFFERED["isocheck-facts"], tracked())
    assert found == {file for file in tracked() if file.startswith("facts/")}


def run(hook: str, *files: str, cwd: Path, args: list[str] | None = None) -> tuple[int, str]:
    """Run what pre-commit would: the entry, the arguments, the files; status and output."""
    about = OFFERED[hook]
    entry = shlex.split(about["entry"])
    program = [sys.executable] if entry[0] == "python" else [sys.executable, "-m", entry[0]]
    more = about.get("args", []) if args is None else args
    names = files if about.get("pass_filenames", True) else ()
    env = {name: value for name, value in os.environ.items() if not name.startswith("ISOCHECK_")}
    done = subprocess.run(
        [*program, *entry[1:], *more, *names],
        cwd=cwd, env={**env, "ISOCHECK_LANG": "en"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def test_the_hook_for_facts_checks_the_folder(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "facts", tmp_path / "facts")
    assert run("isocheck-facts", cwd=tmp_path)[0] == 0
    shutil.move(tmp_path / "facts", tmp_path / "ours")
    assert run("isocheck-facts", cwd=tmp_path, args=["ours/"])[0] == 0
    (tmp_path / "ours" / "more.yaml").write_text("facts: v1\nrecords: [{id: a}]\n")
    status, told = run("isocheck-facts", cwd=tmp_path, args=["ours/"])
    assert status == 2
    assert "ours/more.yaml:2" in told


def test_the_hook_for_packs_checks_and_tries_the_packs_that_changed(tmp_path: Path) -> None:
    file = folder_of(tmp_path / "packs") / "rules" / "rules.yaml"
    changed = file.relative_to(tmp_path).as_posix()
    status, told = run("isocheck-packs", changed, cwd=tmp_path)
    assert status == 0, told
    assert "4 cases: 4 passed, 0 failed." in told


@pytest.mark.parametrize(
    ("change", "status", "words"),
    [
        (("rules/rules.yaml", "modality: must", "modality: mst"), 2, "rules.yaml:"),
        (("tests/announce.yaml", "satisfied_late", "violated"), 1, "expected violated, found"),
    ],
)
def test_the_hook_for_packs_fails_where_something_is_wrong(
    tmp_path: Path, change: tuple[str, str, str], status: int, words: str
) -> None:
    spoil(tmp_path / "packs", *change)
    found, told = run("isocheck-packs", f"packs/mine/1.0.0/{change[0]}", cwd=tmp_path)
    assert found == status, told
    assert words in told


def test_each_pack_is_checked_and_tried_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        for file in ("pack.yaml", "rules/one.yaml", "tests/one.yaml"):
            path = tmp_path / "packs" / name / "1.0.0" / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
    changed = ["packs/a/1.0.0/rules/one.yaml", "packs/a/1.0.0/tests/one.yaml"]
    changed += ["packs/b/1.0.0/pack.yaml"]
    assert list(calls_for(changed)) == [
        ["packs", "check", "a@1.0.0", "--policy", "packs"],
        ["packs", "test", "a@1.0.0", "--policy", "packs"],
        ["packs", "check", "b@1.0.0", "--policy", "packs"],
        ["packs", "test", "b@1.0.0", "--policy", "packs"],
    ]
    assert list(calls_for(["other/1.0.0/readme.md", "notes.md"])) == []


def test_where_profiles_stand_beside_the_packs_everything_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "packs" / "profiles").mkdir(parents=True)
    (tmp_path / "packs" / "a" / "1.0.0").mkdir(parents=True)
    (tmp_path / "packs" / "a" / "1.0.0" / "pack.yaml").touch()
    assert list(calls_for(["packs/profiles/here.yaml"])) == [
        ["packs", "check", "--policy", "packs"]
    ]
    assert list(calls_for(["packs/a/1.0.0/pack.yaml"])) == [
        ["packs", "check", "--policy", "packs"],
        ["packs", "test", "a@1.0.0", "--policy", "packs"],
    ]
