"""What Tab offers: commands, options, bodies, rules, kinds, packs; nothing else is ever said."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import get_completion_class
from click.testing import CliRunner

from cli.folder import write
from cli.test_program import HEAVY
from isocheck.cli import candidates, program
from isocheck.cli.program import COMMANDS

DOCS = Path(__file__).parents[2] / "docs"
SHELLS = ("bash", "zsh", "fish", "powershell")


def asked(line: str) -> dict[str, str]:
    """What a shell puts into the environment; the last word is the one being typed."""
    words = line.split(" ")
    return {
        "_ISOCHECK_COMPLETE": "bash_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }


def offered(line: str) -> list[str]:
    """What is offered for a line, as `sort,word`; nothing else may be said."""
    result = CliRunner().invoke(program, [], prog_name="isocheck", env=asked(line))
    assert result.exit_code == 0
    assert result.stderr == ""
    return result.stdout.split()


def words(line: str) -> list[str]:
    """The words that are offered."""
    found = offered(line)
    assert all(entry.startswith("plain,") for entry in found), found
    return [entry.partition(",")[2] for entry in found]


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("isocheck ex", "explain"),
        ("isocheck fac", "facts"),
        ("isocheck facts ch", "check"),
        ("isocheck packs cov", "coverage"),
        ("isocheck explain so-", "so-a"),
        ("isocheck explain facts/ so-", "so-a"),
        ("isocheck explain --policy packs so-a t.", "t.announce"),
        ("isocheck explain --policy packs --under so-a t.", "t.announce"),
        ("isocheck facts/ --policy packs --only t.an", "t.announce"),
        ("isocheck facts/ --policy packs --only depart", "department"),
        ("isocheck facts/ --only so-b", "so-b"),
        ("isocheck facts/ --under so-b", "so-b"),
        ("isocheck check --only=so-b", "so-b"),
        ("isocheck actions --prof", "--profile"),
        ("isocheck rules -p kh", "kh34-alone"),
        ("isocheck packs show kh", "kh34"),
        ("isocheck packs show kh34@", "kh34@1.0.0"),
        ("isocheck packs test --policy packs t", "t"),
        ("isocheck packs diff kh34@1.0.0 cv", "cv419"),
        ("isocheck schema comm", "commune"),
        ("isocheck schema commune --draft ", "2020-12"),
        ("isocheck lines so-b", "so-b"),
        ("isocheck audit history so-b", "so-b"),
        ("isocheck facts/ --lang v", "vi"),
        ("isocheck nothing wha", ""),
        ("isocheck explain zzz", ""),
    ],
)
def test_a_line_is_carried_on(line: str, first: str) -> None:
    assert words(line)[:1] == ([first] if first else [])


@pytest.mark.usefixtures("place")
def test_the_first_word_is_a_command_or_a_folder() -> None:
    assert words("isocheck ") == list(COMMANDS)
    assert offered("isocheck fo") == ["dir,fo"]


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("line", ["isocheck pa", "isocheck packs co", "isocheck check --prof"])
def test_what_stands_beside_a_word_is_in_one_language(line: str, lang: str) -> None:
    env = {**asked(line), "_ISOCHECK_COMPLETE": "zsh_complete", "ISOCHECK_LANG": lang}
    told = CliRunner().invoke(program, [], prog_name="isocheck", env=env).stdout.splitlines()[2]
    assert "\0" not in told
    assert told.isascii() is (lang == "en")


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("isocheck check fa", "dir,fa"),
        ("isocheck check --policy pa", "dir,pa"),
        ("isocheck facts/ -o re", "file,re"),
        ("isocheck explain so-a t.announce fa", "dir,fa"),
        ("isocheck lines so-a fa", "dir,fa"),
        ("isocheck init ne", "dir,ne"),
        ("isocheck init new --units li", "file,li"),
    ],
)
def test_folders_and_files_are_left_to_the_shell(line: str, entry: str) -> None:
    assert offered(line) == [entry]


@pytest.mark.usefixtures("place")
def test_rules_are_those_of_the_profile_of_the_folder() -> None:
    """`isocheck.yaml` of the small province names one with a pack of its own."""
    rules = words("isocheck explain --policy packs so-a ")
    assert rules
    assert all(rule.startswith("t.") for rule in rules)
    named = words("isocheck explain -p kh34-alone so-a ")
    assert all(rule.startswith("kh34.") for rule in named)
    assert len(named) > 50


def test_ids_are_found_however_a_file_is_written(place: Path) -> None:
    write(
        place / "facts" / "block.yaml",
        "facts: v1\ncollected_on: 2020-12-31\nrecords:\n"
        "- kind: commune\n  id: zz-1\n  name: Xã Một\n"
        '- id: "zz-2"\n  kind: commune\n  qms:\n    scope: []\n  name: \'Xã "Hai"\'\n'
        "- {kind: commune, id: zz-3, name: Xã Ba, parent: d}\n",
    )
    write(
        place / "facts" / "UBND cấp xã 2020.csv",
        "\ufeffDANH SÁCH XÃ;;;\nSTT;Tên gọi;Mã hồ sơ;Trực thuộc\n1;Xã Bốn;zz-4;d\n2;;zz-5;d\n",
    )
    env = {**asked("isocheck explain --policy packs zz"), "_ISOCHECK_COMPLETE": "zsh_complete"}
    lines = CliRunner().invoke(program, [], prog_name="isocheck", env=env).stdout.splitlines()
    found = dict(zip(lines[1::3], lines[2::3], strict=True))
    assert found == {
        "zz-1": "Xã Một", "zz-2": 'Xã "Hai"', "zz-3": "Xã Ba", "zz-4": "Xã Bốn", "zz-5": "_",
    }  # fmt: skip


def test_what_would_steer_the_terminal_is_never_offered(place: Path) -> None:
    write(place / "facts" / "bad.yaml", "- id: zz\x1b[2J\n- id: zz-2\n  name: \x1b]0;x\x07\n")
    assert words("isocheck explain zz") == ["zz-2"]  # without what it is called
    env = {**asked("isocheck explain zz"), "_ISOCHECK_COMPLETE": "zsh_complete"}
    assert "\x1b" not in CliRunner().invoke(program, [], prog_name="isocheck", env=env).stdout


BROKEN: list[dict[str, str | bytes]] = [
    {"facts/facts.yaml": "facts: v1\nrecords: [{{{"},
    {"facts/facts.yaml": b"\xff\xfe\x00\x01"},
    {"facts/isocheck.yaml": "profile: [a"},
    {"facts/isocheck.yaml": "profile: no-such\n"},
    {"small.yaml": "packs: 7\n"},
    {"packs/t/1.0.0/pack.yaml": ":::"},
    {"packs/t/1.0.0/rules/rules.yaml": "- {id: [x]}\n- 7\n"},
    {"packs/t/1.0.0/kinds.yaml": "kinds: 7\n"},
]


@pytest.mark.parametrize("files", BROKEN, ids=lambda files: next(iter(files)))
def test_a_broken_folder_offers_what_can_be_made_out_and_says_nothing(
    place: Path, files: dict[str, str | bytes]
) -> None:
    write(place / "facts" / "more.yaml", "- id: so-c\n")
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)
    for line in (
        "isocheck facts/ --policy packs --only ",
        "isocheck explain --policy packs so-a ",
        "isocheck packs test --policy packs ",
        "isocheck rules --policy packs -p ",
    ):
        words(line)  # says nothing else
    assert "so-c" in words("isocheck explain so-")
    assert "kh34" in words("isocheck packs test --policy packs ")


def test_without_a_folder_there_are_no_bodies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert words("isocheck explain so-") == []
    assert words("isocheck explain nowhere/ so-") == []


@pytest.mark.usefixtures("place")
def test_a_fault_says_nothing_either(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("x")

    monkeypatch.setattr(candidates, "bodies", fail)
    assert words("isocheck explain so-") == []
    monkeypatch.setattr("click.shell_completion.BashComplete.get_completion_args", fail)
    assert words("isocheck ex") == []


@pytest.mark.parametrize(
    ("line", "none_of"),
    [
        ("isocheck ex", HEAVY),
        ("isocheck explain so-", ("jsonschema", "durable_rules_engine")),
    ],
)
def test_it_costs_little(place: Path, line: str, none_of: tuple[str, ...]) -> None:
    """No command is imported for the names of commands, no engine for those of bodies."""
    code = (
        "import sys, atexit\n"
        f"atexit.register(lambda: print([n for n in sys.modules if n.startswith({none_of!r})], "
        "file=sys.stderr))\n"
        "from isocheck.cli import main\nmain()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=place, env={**os.environ, **asked(line)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.startswith("plain,")
    assert done.stderr == "[]\n"


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_gets_its_script(shell: str) -> None:
    if get_completion_class(shell) is None:
        pytest.skip(f"this click does not know {shell}")
    env = {"_ISOCHECK_COMPLETE": f"{shell}_source"}
    result = CliRunner().invoke(program, [], prog_name="isocheck", env=env)
    assert result.exit_code == 0
    assert f"{shell}_complete" in result.stdout
    assert "_ISOCHECK_COMPLETE" in result.stdout


@pytest.mark.parametrize("guide", ["en/guide.md", "vi/huong-dan.md"])
def test_the_guides_have_the_line_for_each_shell(guide: str) -> None:
    text = (DOCS / guide).read_text(encoding="utf-8")
    assert set(re.findall(r'_ISOCHECK_COMPLETE ?= ?"?(\w+)_source', text)) == set(SHELLS)


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_a_real_bash_offers_the_bodies_of_the_folder(place: Path) -> None:
    tool = place / "bin" / "isocheck"
    write(tool, f'#!/bin/sh\nexec "{sys.executable}" -m isocheck "$@"\n')
    tool.chmod(0o755)
    script = (
        'eval "$(_ISOCHECK_COMPLETE=bash_source isocheck)"\n'
        "COMP_WORDS=(isocheck explain so-) COMP_CWORD=2\n"
        '_isocheck_completion isocheck\nprintf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    env = {**os.environ, "PATH": f"{tool.parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        cwd=place, env=env, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert {"so-a", "so-b"} <= set(done.stdout.split())
