"""A trail that does not hold: what can be read of it is shown, what cannot is told."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from audit.series import World
from isocheck.audit.detect import opened
from isocheck.audit.export import exported
from isocheck.cli import program
from isocheck.errors import InputProblems

IN_PART = "what is shown is what can be read of it"
NOTHING = "so nothing is told or taken from it"


def run(*args: object) -> Result:
    """Run the program within the process, in English."""
    return CliRunner().invoke(program, [*map(str, args), "--lang", "en"])


def spoilt(made: World, *statements: str) -> World:
    """Change the store of a trail by hand."""
    with closing(sqlite3.connect(made.trail)) as store, store:
        for statement in statements:
            store.execute(statement)
    return made


DAMAGE: dict[str, tuple[tuple[str, ...], str]] = {
    "entry: a mapping": (
        ("UPDATE entries SET entry = x'7b7d' WHERE number = 3",),
        "entry 3 is not in the form of an entry",
    ),
    "entry: a text": (
        ("UPDATE entries SET entry = CAST(entry AS TEXT) WHERE number = 3",),
        "entry 3 is not in the form of an entry",
    ),
    "entry: other bytes": (
        (
            (
                "UPDATE entries SET entry = CAST(replace(CAST(entry AS TEXT), '2020-', '2019-') "
                "AS BLOB)"
            ),
        ),
        "entry 2 was changed after it was recorded",
    ),
    "entry: gone": (("DELETE FROM entries WHERE number = 3",), "entry 3 is missing"),
    "all entries gone": (("DELETE FROM entries",), "entry 6 is missing"),
    "entry and head gone": (
        ("DELETE FROM entries WHERE number = 3", "DELETE FROM heads WHERE number = 3"),
        "the entries from 3 to 3 are missing",
    ),
    "a number below one": (
        ("UPDATE entries SET number = -1 WHERE number = 3",),
        "entry -1 was put in",
    ),
    "a number beyond all": (
        ("UPDATE entries SET number = 9223372036854775807 WHERE number = 6",),
        "the entries from 7 to 9223372036854775806 are missing",
    ),
    "head: junk": (
        ("UPDATE heads SET head = x'00' WHERE number = 3",),
        "the head after entry 3 does not fit",
    ),
    "heads gone": (("DELETE FROM heads",), "the head after entry 1 is missing"),
}
SHOWN = ("log", "log -f json", "show 2", "show 2 -f json", "show 2 --content findings.json")
TAKEN = ("history so-b", "export", "export -f csv", "export -f oscal", "export --from 2030-01-01")


@pytest.mark.parametrize("name", DAMAGE)
def test_what_is_damaged_is_told_by_every_command(copied: World, name: str) -> None:
    statements, told = DAMAGE[name]
    spoilt(copied, *statements)
    gone = name == "all entries gone"
    for words in SHOWN:
        command, *more = words.split()
        result = run("audit", command, *more, copied.facts)
        assert result.exit_code == 2, (words, result.output)
        if command == "log" or not gone:
            assert told in result.stderr, words
            assert IN_PART in result.stderr, words
    for words in (*TAKEN, "prove 2"):
        command, *more = words.split()
        result = run("audit", command, *more, copied.facts)
        assert (result.exit_code, result.stdout) == (2, ""), words
        assert told in result.stderr, words
        assert NOTHING in result.stderr, words


def test_a_log_goes_on_with_the_entries_that_can_be_read(copied: World) -> None:
    statements, _ = DAMAGE["entry: a mapping"]
    spoilt(copied, *statements)
    result = run("audit", "log", copied.facts, "-f", "json")
    assert [entry["number"] for entry in json.loads(result.stdout)] == [1, 2, 4, 5, 6]
    vietnamese = CliRunner().invoke(program, ["audit", "log", str(copied.facts), "--lang", "vi"])
    assert "mục 3 không còn đúng dạng của một mục" in vietnamese.stderr
    assert "chỉ hiện những gì còn đọc được" in vietnamese.stderr
    vietnamese = CliRunner().invoke(program, ["audit", "export", str(copied.facts), "--lang", "vi"])
    assert "nên không lấy gì từ đó" in vietnamese.stderr


def test_a_replay_from_a_trail_that_does_not_hold_tells_so(copied: World) -> None:
    spoilt(copied, "UPDATE heads SET head = x'00' WHERE number = 3")
    result = run("audit", "replay", "2", copied.facts)
    assert "the same to the byte" in result.stdout
    assert (result.exit_code, IN_PART in result.stderr) == (2, True)


@pytest.mark.parametrize("how", ["gone", "other", "text"])
def test_contents_that_are_not_there_are_told_and_not_exported(copied: World, how: str) -> None:
    spoil = {
        "gone": "DELETE FROM contents",
        "other": "UPDATE contents SET packed = x'00'",
        "text": "UPDATE contents SET sha256 = CAST(sha256 AS TEXT)",
    }[how]
    spoilt(copied, spoil)
    result = run("audit", "log", copied.facts)
    assert result.exit_code == 0  # contents are read only where something of them is shown
    result = run("audit", "show", "2", copied.facts)
    assert "facts/, which entry 2 rests on, is missing" in result.stderr
    assert (result.exit_code, IN_PART in result.stderr) == (2, True)
    for words in TAKEN[:4]:
        command, *more = words.split()
        result = run("audit", command, *more, copied.facts)
        assert (result.exit_code, result.stdout) == (2, ""), words
        assert "is missing" in result.stderr


def test_an_export_of_some_entries_minds_their_contents_only(copied: World) -> None:
    with opened(copied.facts) as trail:
        lines = list(exported(trail, frozenset({6})))
    needed = {json.loads(line)["sha256"] for line in lines if '"type":"content"' in line}
    kept = ", ".join(f"x'{digest}'" for digest in needed)
    spoilt(copied, f"DELETE FROM contents WHERE sha256 NOT IN ({kept})")
    with opened(copied.facts) as trail:
        assert list(exported(trail, frozenset({6}))) == lines
        with pytest.raises(InputProblems):
            list(exported(trail, frozenset({5})))


def with_end(lines: list[str]) -> str:
    """Lines of an export with an end that fits them."""
    digest = hashlib.sha256("".join(lines).encode()).hexdigest()
    end = f'{{"lines":{len(lines)},"sha256":"{digest}","type":"end"}}\n'
    return "".join(lines) + end


EXPORTS: dict[str, Callable[[list[str]], str]] = {
    "nothing": lambda _: "",
    "one line of something else": lambda _: '{"a":1}\n',
    "cut in the middle": lambda lines: "".join(lines[: len(lines) // 2]),
    "cut within a line": lambda lines: "".join(lines)[:-9],
    "without its end": lambda lines: "".join(lines[:-1]),
    "reversed": lambda lines: "".join(reversed(lines)),
    "a line twice": lambda lines: with_end([*lines[:2], *lines[1:-1]]),
    "an entry taken out": lambda lines: with_end([*lines[:1], *lines[2:-1]]),
    **{
        f"entries: {value}": lambda lines, value=value: with_end(  # type: ignore[misc]
            [lines[0].replace("[1,2,3,4,5,6]", value), *lines[1:-1]]
        )
        for value in ('"12"', '{"1":2}', "[[1]]", "[true,2,3,4,5,6]", "[1.0,2]", "null", "7")
    },
    "left_out: a text": lambda lines: with_end(
        [lines[0].replace('"left_out":[]', f'"left_out":"{"0" * 64}"'), *lines[1:-1]]
    ),
    **{
        f"number: {value}": lambda lines, value=value: with_end(  # type: ignore[misc]
            [line.replace('"number":1,', f'"number":{value},') for line in lines[:-1]]
        )
        for value in ("1.0", "true", '"1"', "[1]", "null", "9" * 4000, "9" * 5000)
    },
}


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_that_does_not_hold_is_told_by_every_command(
    recorded: World, tmp_path: Path, name: str
) -> None:
    with opened(recorded.facts) as trail:
        lines = list(exported(trail, frozenset(range(1, 7))))
    file = tmp_path / "e.jsonl"
    file.write_text(EXPORTS[name](lines), encoding="utf-8", newline="")
    for partial in ([], ["--partial"]):
        assert run("audit", "verify", file, *partial).exit_code == 1
    for words in (*SHOWN, *TAKEN, "replay 6"):
        command, *more = words.split()
        result = run("audit", command, *more, file)
        assert result.exit_code == 2, (words, result.output)
    result = run("audit", "log", file)
    told = "holds no entry" if name == "nothing" else IN_PART
    assert told in result.stderr
    assert f"{file.as_posix()}:" in result.stderr


FORMS: dict[str, Callable[[World], object]] = {
    "cut to one byte": lambda made: made.trail.write_bytes(made.trail.read_bytes()[:1]),
    "cut to 50 bytes": lambda made: made.trail.write_bytes(made.trail.read_bytes()[:50]),
    "cut to 511 bytes": lambda made: made.trail.write_bytes(made.trail.read_bytes()[:511]),
    "cut to 4096 bytes": lambda made: made.trail.write_bytes(made.trail.read_bytes()[:4096]),
    "without tables": lambda made: spoilt(
        made, *(f"DROP TABLE {name}" for name in ("contents", "entries", "heads", "signatures"))
    ),
    "without contents": lambda made: spoilt(made, "DROP TABLE contents"),
    "another index": lambda made: spoilt(made, "CREATE INDEX i ON heads (head)"),
    "a trigger": lambda made: spoilt(
        made, "CREATE TRIGGER z AFTER INSERT ON entries BEGIN DELETE FROM entries; END"
    ),
}
CONTENTS: dict[str, Callable[[World], object]] = {
    "no contents": lambda made: spoilt(made, "DELETE FROM contents"),
    "a list of no files": lambda made: spoilt(
        made,
        f"DELETE FROM contents WHERE sha256 = x'{digests(made)['facts']}'",
    ),
    "a content changed": lambda made: spoilt(
        made,
        f"UPDATE contents SET packed = x'00' WHERE sha256 = x'{digests(made)['settings']}'",
    ),
    "a document as text": lambda made: spoilt(
        made,
        "UPDATE contents SET sha256 = CAST(sha256 AS TEXT) "
        f"WHERE sha256 = x'{digests(made)['document']}'",
    ),
}


def digests(made: World) -> dict[str, str]:
    """The digests that the newest entry names."""
    with closing(sqlite3.connect(made.trail)) as store:
        ((data,),) = store.execute("SELECT entry FROM entries WHERE number = 6")
    found: dict[str, str] = json.loads(data)
    return found


@pytest.mark.parametrize("name", {**FORMS, **CONTENTS})
def test_nothing_is_recorded_into_a_store_that_is_not_whole(copied: World, name: str) -> None:
    """Nor is it begun anew: an empty file alone is one in which nothing was ever recorded."""
    {**FORMS, **CONTENTS}[name](copied)
    before = copied.trail.read_bytes()
    assert run("audit", "verify", copied.facts).exit_code == 1
    with pytest.raises(InputProblems) as refused:
        copied.run()
    told = {
        "no contents": "audit.content-missing",
        "a list of no files": "audit.content-missing",
        "a document as text": "audit.content-missing",
        "a content changed": "audit.content-spoilt",
        "cut to 50 bytes": "audit.not-recorded",
        "cut to 511 bytes": "audit.not-recorded",
        "cut to 4096 bytes": "audit.not-recorded",
    }
    found = {problem.code for problem in refused.value.problems}
    assert told.get(name, "audit.store-form") in found
    assert copied.trail.read_bytes() == before
    if name in FORMS:
        result = run("audit", "log", copied.facts)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "isocheck lays out" in result.stderr or "damaged" in result.stderr


def test_an_empty_file_is_a_trail_that_has_not_begun(copied: World) -> None:
    copied.trail.write_bytes(b"")
    result = run("audit", "log", copied.facts)
    assert (result.exit_code, "holds no entry" in result.stderr) == (2, True)
    assert copied.run().number == 1
