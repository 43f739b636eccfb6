"""Whatever is put into the folders, isocheck says what and where, in bounded time and memory.

Each case is a process with limits of its own: they stop one that runs away, and are far from what
any case takes, so nothing here hangs on the pace of the machine.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from hostile.laid_out import FACTS, PACKS, SPECIAL, Laid
from isocheck.packs.patterns import fault_of

ENGINE = Path(__file__).parents[2] / "engine"
MEMORY = 1 << 30
SECONDS = 300  # of the processor
NAMED = re.compile(r"(?m)^(facts|policies|small\.yaml)[^ ]*(:\d+)?: ")


def run(laid: Laid) -> subprocess.CompletedProcess[str]:
    """Run the program with limits."""

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    return subprocess.run(
        [sys.executable, "-m", "isocheck", *laid.args, "--lang", "en"],
        cwd=laid.place,
        env={**os.environ, "PYTHONPATH": str(ENGINE)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=limited,
    )


def assert_told(done: subprocess.CompletedProcess[str]) -> None:
    """Exit status 2, a file named, and no more than a person reads."""
    said = done.stderr + done.stdout
    assert done.returncode == 2, said[-2000:]
    assert NAMED.search(said), said[-2000:]
    assert "fault of its own" not in said
    assert len(said.splitlines()) < 210
    assert max(map(len, said.splitlines())) < 2_000


@pytest.mark.slow
@pytest.mark.parametrize("name", FACTS)
def test_hostile_facts_are_told(tmp_path: Path, name: str) -> None:
    laid = Laid(tmp_path)
    FACTS[name](laid)
    assert_told(run(laid))


@pytest.mark.slow
@pytest.mark.parametrize("name", PACKS)
def test_hostile_packs_are_told(tmp_path: Path, name: str) -> None:
    laid = Laid(tmp_path)
    PACKS[name](laid)
    assert_told(run(laid))


@pytest.mark.slow
@pytest.mark.parametrize("what", SPECIAL)
@pytest.mark.parametrize(
    "where", ["small.yaml", "pack.yaml", "rules/rules.yaml", "rules/more.yaml", "source.md"]
)
def test_what_is_no_file_among_packs_is_never_passed_over(
    tmp_path: Path, where: str, what: str
) -> None:
    laid = Laid(tmp_path)
    laid.law()
    path = tmp_path / (where if where == "small.yaml" else f"policies/t/1.0.0/{where}")
    path.unlink(missing_ok=True)
    SPECIAL[what](path)
    done = run(laid)
    assert_told(done)
    shown = where if where == "small.yaml" else f"policies/t/1.0.0/{where}"
    assert any(line.startswith(f"{shown}: ") for line in done.stderr.splitlines()), done.stderr


def test_a_sound_pack_beside_them_is_judged(tmp_path: Path) -> None:
    """The folder that each case spoils is in order before."""
    laid = Laid(tmp_path)
    laid.law()
    done = run(laid)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("option", ["-p", "--policy", "facts"])
@pytest.mark.parametrize("length", [400, 5_000])
def test_long_names_of_files_are_told(tmp_path: Path, option: str, length: int) -> None:
    laid = Laid(tmp_path)
    laid.law()
    name = "x" * length
    laid.args = [name] if option == "facts" else [*laid.args, option, name]
    if option == "-p":
        laid.args = ["check", *laid.args, "-p", f"{name}.yaml"]
    elif option == "facts":
        laid.args = ["check", *laid.args]
    done = run(laid)
    assert done.returncode == 2, done.stderr[-500:]
    assert "fault of its own" not in done.stderr


def test_a_word_too_long_for_a_name_is_no_body(tmp_path: Path) -> None:
    laid = Laid(tmp_path)
    laid.law()
    laid.args = ["explain", "x" * 100_000, *laid.args]
    done = run(laid)
    assert done.returncode == 2, done.stderr[-500:]
    assert "fault of its own" not in done.stderr


def test_what_would_steer_a_terminal_is_spelt_in_words_of_the_call(tmp_path: Path) -> None:
    laid = Laid(tmp_path)
    laid.law()
    sound = laid.args
    for word in ("--format", "--policy", "--only"):
        laid.args = [*sound, word, "\x1b[1m"]
        done = run(laid)
        assert done.returncode == 2, done.stderr
        assert "\x1b" not in done.stderr
        assert "x1b" in done.stderr.lower() or "U+001B" in done.stderr, word


@pytest.mark.parametrize("length", [53, 20_000])
def test_bodies_that_stand_above_one_another_without_end_are_told(
    tmp_path: Path, length: int
) -> None:
    laid = Laid(tmp_path)
    laid.law()
    units = ["  - {id: u0, kind: province, name: U}\n"]
    units += [
        f"  - {{id: u{n}, kind: public_service_unit, name: U {n}, parent: u{n - 1}}}\n"
        for n in range(1, length)
    ]
    head = "facts: v1\ncollected_on: 2020-12-31\nrecords:\n"
    (tmp_path / "facts" / "deep.yaml").write_text(head + "".join(units), encoding="utf-8")
    done = run(laid)
    assert_told(done)
    assert "facts/deep.yaml:55: u51: parent: " in done.stderr


def test_a_file_name_that_is_no_utf_8_is_spelt(tmp_path: Path) -> None:
    laid = Laid(tmp_path)
    laid.law()
    rules = os.fsencode(tmp_path / "policies/t/1.0.0/rules")
    with open(rules + b"/more\xff.yaml", "wb") as file:  # noqa: PTH123 - a name of bytes
        file.write(b"- id: t.other\n")
    done = run(laid)
    assert done.returncode == 2, done.stderr
    assert "rules/more\\xff.yaml" in done.stderr


@pytest.mark.parametrize(
    "sound",
    [
        "",
        "abc",
        ".*2018.*",
        "(.*[^0-9])?2018([^0-9].*)?",
        "[a-z]{1,20}-(a|b)",
        "a{1,1000}",
        "x*?y",
        ".*.*a?a?a?a?b",
    ],
)
def test_patterns_that_cannot_explode_are_taken(sound: str) -> None:
    assert fault_of(sound) is None


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("(a+)+", "pattern-nested"),
        ("(?:a?){1000}b", "pattern-nested"),
        ("a?" * 14 + "b", "pattern-ways"),
        ("(a|a)" * 14 + "b", "pattern-ways"),
        ("a{1,9}" * 5 + "b", "pattern-ways"),
        ("(?:a*b?)*", "pattern-nested"),
        ("(a|bc)*", "pattern-nested"),
        ("((a|bc)d){2,}", "pattern-nested"),
        (r"(a)\1", "pattern-look"),
        ("(?=a)b", "pattern-look"),
        ("a{1001}", "pattern-repeats"),
        ("a{0,1001}", "pattern-repeats"),
        ("a*b*c*", "pattern-many"),
        (".{0,999}.{0,999}.{0,999}$", "pattern-many"),
        (".*.*a?a?a?a?a?b", "pattern-ways"),
        (".*.*a{0,20}b", "pattern-ways"),
        ("x" * 501, "pattern-long"),
        ("(", "condition-pattern"),
    ],
)
def test_patterns_that_could_explode_are_refused(pattern: str, code: str) -> None:
    fault = fault_of(pattern)
    assert fault is not None
    assert fault[0] == code
