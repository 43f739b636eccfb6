"""What was recorded is judged again from the trail alone."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

from audit.series import World, write
from isocheck.audit import replay as replaying
from isocheck.audit.canonical import canonical, sha256
from isocheck.audit.detect import opened
from isocheck.audit.replay import replay
from isocheck.errors import InputProblems


@pytest.fixture
def alone(copied: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """The trail of the series, with nothing else: no packs, no facts, none that come along."""
    for name in ("packs", "small.yaml"):
        path = copied.place / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for path in copied.facts.glob("*.yaml"):
        path.unlink()

    def gone(name: str) -> NoReturn:
        pytest.fail(f"looked for what comes with isocheck: {name}")

    monkeypatch.setattr("isocheck.resources.tree", gone)
    monkeypatch.setattr("isocheck.packs.folders.tree", gone)
    return copied


@pytest.mark.parametrize("entry", range(1, 7))
def test_every_entry_gives_the_same_bytes_with_the_packs_gone(alone: World, entry: int) -> None:
    with opened(alone.facts) as trail:
        found = replay(trail, entry)
    assert found.same
    assert found.recorded == found.again
    assert len(found.recorded) > 1000
    assert (found.parts, found.changes) == ((), ())


def test_newer_packs_do_not_change_what_was_judged_by_older_ones(copied: World) -> None:
    """A new version of the pack and of core is installed, the old folder is deleted."""
    old = copied.place / "packs" / "t" / "1.0.0"
    new = copied.place / "packs" / "t" / "2.0.0"
    shutil.move(old, new)
    head = (new / "pack.yaml").read_text(encoding="utf-8").replace("1.0.0", "2.0.0")
    write(new / "pack.yaml", head)
    rules = (new / "rules" / "rules.yaml").read_text(encoding="utf-8")
    write(new / "rules" / "rules.yaml", rules.replace("2020-09-30", "2099-12-31"))
    assert copied.run().number == 7
    with opened(copied.facts) as trail:
        replayed = [replay(trail, entry) for entry in range(1, 8)]
    assert all(found.same for found in replayed)
    assert replayed[6].entry.packs[1].version == "2.0.0"
    assert replayed[6].recorded != replayed[5].recorded
    assert copied.verify().problems == []


def test_an_export_can_be_judged_again_too(recorded: World, tmp_path: Path) -> None:
    from isocheck.audit.export import exported  # noqa: PLC0415 - of this test alone

    with opened(recorded.facts) as trail:
        write(tmp_path / "e.jsonl", "".join(exported(trail, frozenset({4}))))
    with opened(tmp_path / "e.jsonl") as trail:
        assert replay(trail, 4).same
        with pytest.raises(InputProblems) as refused:
            replay(trail, 3)
    assert [p.code for p in refused.value.problems] == ["audit.no-entry"]


def test_a_difference_is_shown_with_both_versions(
    alone: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if another version of isocheck found something else."""

    def other(evaluation: object) -> bytes:
        document = json.loads(whole(evaluation))  # type: ignore[arg-type]
        document["findings"][0]["outcome"] = "due"
        return json.dumps(document).encode()

    whole = replaying.whole_document
    monkeypatch.setattr(replaying, "whole_document", other)
    monkeypatch.setattr(replaying, "version", lambda: "9.9.9")
    with opened(alone.facts) as trail:
        found = replay(trail, 1)
    assert not found.same
    assert (found.entry.isocheck, found.version) != (found.version, found.entry.isocheck)
    assert found.parts == ("findings",)
    ((key, before, after),) = [(c.key, c.before, c.after) for c in found.changes]
    assert key[0].startswith("t.")
    assert (before or {})["outcome"] != (after or {})["outcome"] == "due"


def test_packs_that_this_version_does_not_take_name_both_versions(
    copied: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **more: object) -> NoReturn:
        del args, more
        raise InputProblems([])

    monkeypatch.setattr(replaying, "read_packs", refuse)
    with opened(copied.facts) as trail, pytest.raises(InputProblems) as refused:
        replay(trail, 1)
    (problem,) = refused.value.problems
    assert problem.code == "audit.replay-refused"
    assert {"then", "now"} <= set(problem.args)


@pytest.mark.parametrize("path", ["../out.yaml", "/tmp/out.yaml", "a/../../out.yaml"])  # noqa: S108 - names that a trail may not have
def test_a_trail_from_elsewhere_cannot_write_outside_its_folder(copied: World, path: str) -> None:
    """The list of fact files of an entry is forged, its digest and its heads would fit."""
    with closing(sqlite3.connect(copied.trail)) as connection, connection:
        ((data,),) = connection.execute("SELECT entry FROM entries WHERE number = 1")
        fields = json.loads(data)
        listed = f"{fields['settings']}  {path}\n".encode()
        fields["facts"] = sha256(listed)
        digest = bytes.fromhex(sha256(listed))
        import zlib  # noqa: PLC0415 - of this test alone

        packed = zlib.compress(listed)
        row = (digest, len(listed), bytes.fromhex(sha256(packed)), packed)
        connection.execute("INSERT INTO contents VALUES (?, ?, ?, ?)", row)
        connection.execute("UPDATE entries SET entry = ? WHERE number = 1", (canonical(fields),))
    with opened(copied.facts) as trail, pytest.raises(InputProblems) as refused:
        replay(trail, 1)
    assert "audit.path-unsafe" in {p.code for p in refused.value.problems}
