"""Whatever somebody puts into a trail, reading it takes bounded time and memory."""

from __future__ import annotations

import base64
import sqlite3
import tracemalloc
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from audit.series import World, codes
from audit.test_damaged import IN_PART, NOTHING, run, spoilt, with_end
from isocheck.audit.canonical import DamagedError, canonical, sha256
from isocheck.audit.detect import opened
from isocheck.audit.entries import facts_list, files_of_facts
from isocheck.audit.export import exported
from isocheck.audit.packing import PIECE, unpacked, unpacks
from isocheck.audit.store import reading
from isocheck.audit.verify import verify
from isocheck.errors import InputProblems

EVERY = frozenset(range(1, 7))


def few(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """Lower the number of faults that are told of a trail."""
    for module in ("verify", "export"):
        monkeypatch.setattr(f"isocheck.audit.{module}.MOST_FAULTS", most)


@pytest.mark.parametrize("table", ["entries", "heads", "contents", "signatures"])
def test_a_store_full_of_junk_is_not_read_to_its_end(
    copied: World, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    few(monkeypatch, 20)
    row = {
        "entries": "SELECT x + 100, x'7b7d' FROM c",
        "heads": "SELECT x + 100, x'7b7d' FROM c",
        "contents": "SELECT CAST(x AS BLOB), 1, x'00', x'00' FROM c",
        "signatures": "SELECT 3, CAST(x AS BLOB), x'00' FROM c",
    }[table]
    numbers = "WITH RECURSIVE c(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM c WHERE x < 50)"
    spoilt(copied, f"INSERT INTO {table} {numbers} {row}")
    found = copied.verify()
    assert len(found.problems) == 21
    assert found.problems[-1].code == "audit.enough"
    result = run("audit", "verify", copied.facts)
    assert "more than 20 things are not as they were written" in result.stdout
    if table in {"entries", "heads"}:
        for words in ("log", "show", "replay", "export", "history"):
            more = {"show": ["2"], "replay": ["2"], "history": ["so-b"]}.get(words, [])
            result = run("audit", words, *more, copied.facts)
            assert (result.exit_code, result.stdout) == (2, ""), words
            assert "more than 20 things" in result.stderr
            assert NOTHING in result.stderr
        with pytest.raises(InputProblems) as refused:
            copied.run()
        assert "audit.enough" in {problem.code for problem in refused.value.problems}


def test_an_export_full_of_junk_is_not_read_to_its_end(
    recorded: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few(monkeypatch, 20)
    with opened(recorded.facts) as trail:
        lines = list(exported(trail, EVERY))
    file = tmp_path / "e.jsonl"
    file.write_text("".join([*lines[:3], *["junk\n"] * 50, *lines[3:]]), encoding="utf-8")
    with opened(file) as trail:
        assert [problem.code for problem in trail.faults][-2:] == ["audit.line", "audit.enough"]
        assert len(trail.faults) == 22
        assert verify(trail).problems[-1].code == "audit.enough"
    assert run("audit", "log", file).exit_code == 2


@pytest.mark.parametrize("table", ["entries", "heads"])
def test_an_entry_or_head_beyond_the_bound_is_damage(
    copied: World, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    """It is not read: JSON takes many times its length in memory."""
    column = {"entries": "entry", "heads": "head"}[table]
    monkeypatch.setattr("isocheck.audit.store.LONGEST_ENTRY", 20_000)
    long = canonical({"a": [1] * 20_000}).hex()
    spoilt(copied, f"UPDATE {table} SET {column} = x'{long}' WHERE number = 3")
    with reading(copied.trail, "trail") as store:
        found = {row.number: (row.entry, row.head) for row in store.rows()}
    assert found[3][table == "heads"] == b""
    wanted = {"entries": "audit.entry-damaged", "heads": "audit.head-changed"}[table]
    assert wanted in codes(copied.verify())
    assert IN_PART in run("audit", "log", copied.facts).stderr


def test_an_entry_that_could_not_be_read_again_is_not_recorded(
    fresh: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("isocheck.audit.store.LONGEST_ENTRY", 100)
    with pytest.raises(InputProblems) as refused:
        fresh.run()
    assert [p.code for p in refused.value.problems] == ["audit.content-too-large"]
    monkeypatch.undo()
    assert fresh.run().number == 1


def test_a_long_line_of_an_export_is_a_content_or_damage(
    recorded: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(recorded.facts) as trail:
        lines = list(exported(trail, EVERY))[:-1]
    bound = max(len(line) for line in lines if '"type":"content"' not in line)
    monkeypatch.setattr("isocheck.audit.export._LONGEST_PARSED", bound)
    monkeypatch.setattr("isocheck.audit.export._LONGEST_TEXT", bound // 4)
    with opened(recorded.facts) as trail:
        lines = list(exported(trail, EVERY))[:-1]
    data = b"not to be packed: " + bytes(range(256)) * 999
    packed = base64.b64encode(zlib.compress(data, 0)).decode("ascii")
    line = {"sha256": sha256(data), "size": len(data), "type": "content", "zlib": packed}
    file = tmp_path / "e.jsonl"
    file.write_text(with_end([*lines, canonical(line).decode() + "\n"]), encoding="utf-8")
    with opened(file) as trail:
        assert trail.faults == []
        assert trail.content(sha256(data)) == data
        assert codes(verify(trail)) == {"audit.content-extra"}
    line["size"] = [1] * bound  # type: ignore[assignment]
    file.write_text(with_end([*lines, canonical(line).decode() + "\n"]), encoding="utf-8")
    with opened(file) as trail:
        assert [problem.code for problem in trail.faults] == ["audit.line"]


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 7])
@pytest.mark.parametrize("cut", [1, 7, 4096, 1 << 30])
def test_a_content_is_unpacked_piece_by_piece(size: int, cut: int) -> None:
    data = (bytes(range(256)) * (size // 256 + 1))[:size]
    packed = zlib.compress(data)
    pieces = [packed[at : at + cut] for at in range(0, len(packed), cut)]
    taken: list[bytes] = []
    assert unpacks(pieces, size, taken.append)
    assert b"".join(taken) == data
    assert max(map(len, taken), default=0) <= PIECE
    assert not unpacks([*pieces, b"x"], size, taken.append)
    assert not unpacks([*pieces[:-1], pieces[-1] + b"x"], size, taken.append)
    assert not unpacks(pieces[:-1], size, taken.append)
    assert not unpacks(pieces, size + 1, taken.append)
    assert not unpacks(pieces, size - 1, taken.append)
    assert unpacked(packed, size) == data


def test_verifying_a_content_that_is_large_unpacked_takes_little_memory(copied: World) -> None:
    size = 64 * PIECE
    packed, digest = zlib.compress(bytes(size)), sha256(bytes(size))
    with closing(sqlite3.connect(copied.trail)) as store, store:
        values = (bytes.fromhex(digest), size, bytes.fromhex(sha256(packed)), packed)
        store.execute("INSERT INTO contents VALUES (?, ?, ?, ?)", values)
    tracemalloc.start()
    try:
        assert codes(copied.verify()) == {"audit.content-extra"}
        assert tracemalloc.get_traced_memory()[1] < size / 4
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"\n" * 9,
        lambda line: line + line,
        lambda line: line + b"\n",
        lambda line: line[:-1],
        lambda line: line + b"\xff\n",
        lambda line: b"x" + line,
    ],
)
def test_a_list_of_files_of_another_form_is_none(spoil) -> None:  # type: ignore[no-untyped-def]
    line = facts_list({"a b.yaml": "0" * 64})
    assert files_of_facts(line) == {"a b.yaml": "0" * 64}
    assert files_of_facts(b"") == {}
    with pytest.raises(DamagedError):
        files_of_facts(spoil(line))


def test_rows_without_end_are_not_waited_for(copied: World) -> None:
    """A page that leads back to itself gives the same rows again and again."""
    spoilt(copied, "DELETE FROM signatures")
    with closing(sqlite3.connect(copied.trail, isolation_level=None)) as store:
        store.execute("BEGIN")
        for number in range(7, 400):
            store.execute("INSERT INTO entries VALUES (?, zeroblob(900))", (number,))
        store.execute("COMMIT")
        ((root, size),) = store.execute(
            "SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_master "
            "WHERE name = 'entries'"
        )
    data = bytearray(copied.trail.read_bytes())
    page = data[(root - 1) * size : root * size]
    assert page[0] == 5, "an interior page"
    cells = int.from_bytes(page[3:5], "big")
    first = int.from_bytes(page[12:14], "big")
    child = page[first : first + 4]
    for cell in range(cells):  # every pointer leads to the first leaf
        at = int.from_bytes(page[12 + 2 * cell : 14 + 2 * cell], "big")
        data[(root - 1) * size + at : (root - 1) * size + at + 4] = child
    copied.trail.write_bytes(data)
    result = run("audit", "log", copied.facts)
    assert (result.exit_code, "damaged" in result.stderr) == (2, True), result.output
    assert run("audit", "verify", copied.facts).exit_code == 1
    with pytest.raises(InputProblems):
        copied.run()
