"""A run is recorded whole or not at all, whatever happens; and nothing else is taken in."""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from audit.series import FACTS, World, named, write
from isocheck.audit import record as recording
from isocheck.audit.entries import Entry, contents_of
from isocheck.audit.record import record, whole_document
from isocheck.audit.store import reading
from isocheck.audit.trail import entries, entry_numbered
from isocheck.cli import program
from isocheck.durable.matcher import available
from isocheck.errors import InputProblems

TESTS = Path(__file__).parents[1]
HERE = {"PYTHONPATH": f"{TESTS.parent / 'engine'}{os.pathsep}{TESTS}", "LANG": "en_US.UTF-8"}
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and limits are POSIX's")


def isocheck(
    made: World, *args: str, before: Callable[[], None] | None = None
) -> subprocess.Popen[bytes]:
    """Start the program in the folder of a world."""
    command = [sys.executable, "-m", "isocheck", *args, "--policy", "packs", "-p", "small.yaml"]
    return subprocess.Popen(
        command,
        cwd=made.place,
        env={**os.environ, **HERE},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=before,  # noqa: PLW1509 - sets a limit, in a process without threads
    )


def recorded_entries(made: World) -> list[Entry]:
    """The entries of a trail."""
    with reading(made.trail, "trail") as store:
        return [entry for _, entry in entries(store)]


def killed(made: World, how: str, count: int) -> dict[str, int]:
    """Kill so many runs while they are recorded."""
    done = subprocess.run(
        [sys.executable, TESTS / "audit" / "killed.py", made.place, how, str(count)],
        env={**os.environ, **HERE}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told: dict[str, int] = json.loads(done.stdout)
    return told


@POSIX
@pytest.mark.slow
def test_runs_killed_between_the_first_write_and_the_commit_leave_nothing(copied: World) -> None:
    told = killed(copied, "injected", 120)
    assert told["between"] == told["killed"] >= 100
    assert told["journals"] >= 20  # half-written files that had to be rolled back
    assert (told["broken"], told["lost"], told["whole"]) == (0, 0, 0)
    copied.run()
    assert copied.verify().present == list(range(1, 8))


@pytest.mark.slow
@POSIX
def test_runs_killed_at_any_moment_are_there_whole_or_not_at_all(copied: World) -> None:
    """At counted calls and returns: the same moments on any machine."""
    told = killed(copied, "counted", 120)
    assert told["runs"] == 120
    assert told["killed"] >= 100  # a run makes some calls more or less than the one measured
    assert (told["broken"], told["lost"]) == (0, 0)
    assert copied.verify().present == list(range(1, 8 + told["whole"]))


@POSIX
@pytest.mark.slow
def test_runs_killed_by_the_clock_too(copied: World) -> None:
    """Within a system call, say. How many are killed is the machine's affair."""
    told = killed(copied, "timed", 60)
    assert told["runs"] == 60
    assert (told["broken"], told["lost"]) == (0, 0)
    assert copied.verify().present == list(range(1, 8 + told["whole"]))


@POSIX
def test_the_very_first_run_killed_leaves_a_folder_that_can_be_recorded(fresh: World) -> None:
    told = killed(fresh, "injected", 18)
    assert (told["killed"], told["broken"], told["whole"]) == (18, 0, 0)
    fresh.run()
    found = fresh.verify()
    assert (found.present, found.problems) == ([1], [])


@POSIX
@pytest.mark.parametrize("room", [0, 3_000, 9_000, 30_000])
def test_a_full_disk_is_an_error_and_the_trail_is_as_before(copied: World, room: int) -> None:
    """No file may grow beyond a limit: what the system does when there is no room."""
    limit = copied.trail.stat().st_size + room
    copied.say(FACTS.replace("Xã Một", "Xã Mới" + "i" * 2000), "facts.yaml")
    noise = os.urandom(60_000).hex()
    write(copied.place / "packs" / "t" / "1.0.0" / "notes.md", noise)

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    process = isocheck(copied, "facts/", "--record", "-f", "json", before=limited)
    out, err = process.communicate()
    assert (process.returncode, out) == (2, b"")
    assert b"cannot be written" in err
    found = copied.verify()
    assert (found.present, found.problems) == ([1, 2, 3, 4, 5, 6], [])
    copied.run()
    assert len(copied.verify().present) == 7


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("file systems cannot be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@POSIX
def test_a_disk_that_fills_up_run_by_run(fresh: World, small_disk: Path) -> None:
    """Each run adds to the facts, until there is no room left."""
    facts = small_disk / "facts"
    fresh.facts.rename(fresh.place / "moved")
    write(facts / "isocheck.yaml", "collected: all\n")
    fresh.facts.symlink_to(facts)
    recorded = 0
    for number in range(40):
        name = os.urandom(30_000).hex()
        text = f"facts: v1\ncollected_on: 2020-12-31\n# {name}\nrecords:{FACTS}"
        try:
            (facts / "facts.yaml").write_text(text, encoding="utf-8")
            fresh.run()
        except InputProblems as error:
            told = [problem.code for problem in error.problems]
            break
        recorded = number + 1
    else:
        pytest.fail("the disk never filled up")
    assert told == ["audit.not-recorded"]
    assert recorded > 3
    found = fresh.verify()
    assert (found.present, found.problems) == (list(range(1, recorded + 1)), [])


def test_eight_writers_at_once_lose_nothing(fresh: World) -> None:
    processes = [
        isocheck(fresh, "facts/", "--record", "--officer", f"Officer {n}") for n in range(8)
    ]
    for process in processes:
        _, err = process.communicate()
        assert process.returncode == 1, err
    found = fresh.verify()
    assert (found.present, found.problems) == (list(range(1, 9)), [])
    assert {e.officer for e in recorded_entries(fresh)} == {f"Officer {n}" for n in range(8)}


@POSIX
def test_the_store_is_for_its_owner_alone(fresh: World) -> None:
    mask = os.umask(0)
    try:
        fresh.run()
        assert stat.S_IMODE(fresh.trail.stat().st_mode) == 0o600
        fresh.trail.chmod(0o666)
        assert fresh.run().private
        assert stat.S_IMODE(fresh.trail.stat().st_mode) == 0o600
    finally:
        os.umask(mask)


def test_an_entry_says_when_who_how_and_with_what(fresh: World) -> None:
    said = {} if available() else {"ISOCHECK_MATCHER": "interpreter"}
    started = datetime.now(UTC).replace(microsecond=0)
    process = isocheck(
        fresh, "facts/", "--record", "--officer", "Nguyễn Văn An", "--only", "so-a", "--all",
        "--as-of", "2020-07-01", "--matcher", "interpreter", "--fail-on", "due",
    )  # fmt: skip
    out, err = process.communicate()
    assert process.returncode == 1, err
    assert out.startswith(b"FINDINGS as of 2020-07-01")
    (entry,) = recorded_entries(fresh)
    assert f"entry 1. Head: {fresh.verify().code}" in err.decode()
    assert (entry.who, entry.officer) == ("Nguyễn Văn An", "Nguyễn Văn An")
    assert entry.account == recording.account()
    assert entry.when.utcoffset() is not None
    assert started <= entry.when <= datetime.now(UTC)
    assert entry.isocheck == recording.version()
    assert (entry.as_of, entry.engine) == ("2020-07-01", {"matcher": "interpreter"})
    assert entry.profile.file == "small.yaml"
    assert [(pack.id, pack.version) for pack in entry.packs] == [("core", "1.0.0"), ("t", "1.0.0")]
    assert entry.options == {
        "folder": "facts/", "profile": "small.yaml", "policies": ["packs"], "as_of": "2020-07-01",
        "lang": None, "matcher": "interpreter", "format": "text", "output": None,
        "only": ["so-a"], "under": [], "all": True, "fail_on": "due", "color": "auto",
            "environment": said,
    }  # fmt: skip


def test_the_document_is_the_one_that_format_json_all_writes(fresh: World) -> None:
    process = isocheck(fresh, "facts/", "--record", "-f", "json", "--all")
    out, _ = process.communicate()
    (entry,) = recorded_entries(fresh)
    with reading(fresh.trail, "trail") as store:
        assert store.content(entry.document) == out
    fresh_only = isocheck(fresh, "facts/", "--record", "-f", "json", "--only", "so-a")
    fresh_only.communicate()
    assert recorded_entries(fresh)[1].document == entry.document  # the whole run, stored once


def test_all_that_a_run_rests_on_is_stored_once_and_nothing_else(recorded: World) -> None:
    stored = {}
    with reading(recorded.trail, "trail") as store:
        for digest, holds in store.contents():
            data = store.content(digest)
            assert holds
            assert data is not None
            assert digest not in stored
            stored[digest] = data
        first, last = entry_numbered(store, 1), entry_numbered(store, 6)
        names = {name: digest for _, name, digest in contents_of(last, store.content)}
        used = {
            digest
            for _, entry in entries(store)
            for *_, digest in contents_of(entry, store.content)
        }
    assert used == stored.keys()
    for name in ("facts.yaml", "more.yaml", "isocheck.yaml"):
        assert stored[names[name]] == (recorded.facts / name).read_bytes()
    pack = recorded.place / "packs" / "t" / "1.0.0"
    for file in pack.rglob("*.*"):
        name = f"t/1.0.0/{file.relative_to(pack).as_posix()}"
        assert stored[names[name]] == file.read_bytes()
    assert stored[names["small.yaml"]] == Path(recorded.profile).read_bytes()
    document = json.loads(stored[last.document])
    assert document["facts"]["sha256"] == last.facts
    assert [p["sha256"] for p in document["packs"]] == [p.sha256 for p in last.packs]
    assert first.packs[0] == last.packs[0]
    assert first.packs[1] != last.packs[1]


def test_what_changed_since_the_run_before_is_recorded_with_what_it_was(recorded: World) -> None:
    found = recorded_entries(recorded)
    with reading(recorded.trail, "trail") as store:
        changes = [
            None if e.changes is None else json.loads(store.content(e.changes) or b"")
            for e in found
        ]
    assert changes[0] is None
    (unknown,) = changes[1] or []
    assert (unknown["rule"], unknown["subject"]) == ("t.announce", "so-b")
    assert unknown["before"]["outcome"] == "not_applicable"
    assert unknown["after"]["outcome"] == "indeterminate"
    assert {c["subject"] for c in changes[3] or [] if c["before"] is None} == {"c5"}
    assert all(c["before"] != c["after"] for listed in changes[1:] for c in listed or [])


def test_recording_goes_on_where_the_folder_asks_for_it(fresh: World) -> None:
    write(fresh.facts / "isocheck.yaml", "collected: all\naudit: true\n")
    isocheck(fresh, "facts/").communicate()
    assert fresh.verify().present == [1]
    write(fresh.facts / "isocheck.yaml", "collected: all\naudit: false\n")
    isocheck(fresh, "facts/").communicate()
    assert fresh.verify().present == [1]


def test_an_officer_without_a_recording_is_refused(fresh: World) -> None:
    process = isocheck(fresh, "facts/", "--officer", "X")
    out, err = process.communicate()
    assert (process.returncode, out) == (2, b"")
    assert err.startswith(b"--officer: ")
    assert not fresh.trail.exists()


@pytest.mark.parametrize("spoilt", ["a folder", "no store"])
def test_a_trail_that_cannot_be_written_is_an_error_and_gives_no_result(
    fresh: World, spoilt: str
) -> None:
    if spoilt == "a folder":
        fresh.trail.mkdir()
    else:
        write(fresh.trail, "this is no store, but a text of some length")
    process = isocheck(fresh, "facts/", "--record")
    out, err = process.communicate()
    assert (process.returncode, out) == (2, b"")
    assert err.startswith(b"facts/audit.sqlite: ")


def test_another_writer_is_waited_for(fresh: World, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh.run()
    monkeypatch.setattr("isocheck.audit.store._PATIENCE", 0.2)
    holder = sqlite3.connect(fresh.trail, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(InputProblems) as refused:
        fresh.run()
    assert [p.code for p in refused.value.problems] == ["audit.in-use"]
    holder.execute("ROLLBACK")
    holder.close()
    assert fresh.run().number == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("facts/facts.yaml", "facts: v1\ncollected_on: 2020-12-31\nrecords: []\n"),
        ("facts/new.yaml", "facts: v1\n"),
        ("facts/isocheck.yaml", "collected: all\ncollected_on: 2020-01-01\n"),
        ("packs/t/1.0.0/rules/rules.yaml", "[]\n"),
        ("packs/t/1.0.0/new.md", "new\n"),
        ("small.yaml", "title: {vi: Nhỏ, en: Small}\npacks: [core]\n"),
    ],
)
def test_what_changes_while_it_is_judged_is_not_recorded(
    fresh: World, name: str, text: str
) -> None:
    evaluation, rests = fresh.judge(), fresh.rests()
    write(fresh.place / name, text)
    with pytest.raises(InputProblems) as refused:
        record(evaluation, rests, options={})
    assert [p.code for p in refused.value.problems] == ["audit.changed-meanwhile"]
    assert not fresh.trail.exists()


@POSIX
def test_a_link_out_of_the_packs_is_not_followed_into_the_trail(fresh: World) -> None:
    write(fresh.place / "secret", "of no concern")
    (fresh.place / "packs/t/1.0.0/notes.md").symlink_to(fresh.place / "secret")
    with pytest.raises(InputProblems) as refused:
        fresh.run()
    assert [p.code for p in refused.value.problems] == ["audit.pack-link"]


def test_the_account_is_not_what_the_environment_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "somebody-else")
    if os.name != "nt":
        assert recording.account() != "somebody-else"


def test_letters_that_cannot_be_written_are_spelt_out(fresh: World) -> None:
    """What a command line holds need not be text."""
    options = {"folder": "facts\udcff", "only": ["\udcfe"]}
    record(fresh.judge(), fresh.rests(), options=options)
    (entry,) = recorded_entries(fresh)
    assert entry.options == {"folder": "facts\\udcff", "only": ["\\udcfe"]}
    assert fresh.verify().problems == []


@pytest.mark.parametrize("odd", ["\x1b[2J", "\x9b31m", "\u202e", "\u200b", "\n", "\udcff"])
def test_an_officer_whose_name_does_not_show_is_refused(fresh: World, odd: str) -> None:
    with pytest.raises(InputProblems) as refused:
        fresh.run(officer=f"Nguyễn{odd} Văn An")
    assert [p.code for p in refused.value.problems] == ["audit.officer-form"]
    assert not fresh.trail.exists()


@pytest.mark.parametrize("held", ["EXCLUSIVE", "IMMEDIATE"])
def test_a_store_in_use_is_said_to_be_and_is_not_damaged(
    copied: World, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    """Exit status 2, and no word of damage; readers read beside a writer that has not written."""
    monkeypatch.setattr("isocheck.audit.store._READERS_PATIENCE", 0.1)
    with closing(sqlite3.connect(copied.trail, isolation_level=None)) as holder:
        holder.execute(f"BEGIN {held}")
        for words in ("verify", "log"):
            result = CliRunner().invoke(
                program, ["audit", words, str(copied.facts), "--lang", "en"]
            )
            assert result.exit_code == (2 if held == "EXCLUSIVE" else 0), result.output
            assert "file is damaged" not in result.output
            assert ("is in use" in result.stderr) is (held == "EXCLUSIVE")
        holder.execute("ROLLBACK")
    assert copied.verify().problems == []


def test_what_is_too_large_to_be_read_again_is_not_recorded(
    fresh: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("isocheck.audit.store.LARGEST", 2000)
    with pytest.raises(InputProblems) as refused:
        fresh.run()
    assert [p.code for p in refused.value.problems] == ["audit.content-too-large"]
    assert fresh.verify().present == []


def test_the_clock_going_back_is_no_fault(fresh: World, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh.run()
    monkeypatch.setattr(recording, "now", lambda: "2001-01-01T00:00:00+00:00")
    fresh.run()
    found = fresh.verify()
    assert (found.problems, named(found)) == ([], set())


def test_the_same_run_gives_the_same_document(fresh: World) -> None:
    assert whole_document(fresh.judge()) == whole_document(fresh.judge())
