"""Whatever is changed in a trail, verifying catches it and says which entry it is about."""

from __future__ import annotations

import json
import random
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from audit.series import Spoiling, World, codes, dump, named, series, users
from isocheck.audit.canonical import canonical, sha256
from isocheck.audit.merkle import Tree
from isocheck.audit.packing import unpacked
from isocheck.audit.signing import read_public_key
from isocheck.audit.tree_head import Code, code_of, next_head
from isocheck.errors import InputProblems

FLIPS = 1000
LAST = 6
CELLS = {
    "contents": ("sha256", "size", "packed_sha256", "packed"),
    "entries": ("entry",),
    "heads": ("head",),
    "signatures": ("number", "key", "signature"),
}


def cells(trail: Path) -> Iterator[tuple[str, str, int, object, bytes | int]]:
    """Each stored value: table, column, row, the content or entry it belongs to, the value."""
    with Spoiling(trail) as store:
        for table, columns in CELLS.items():
            owner = "sha256" if table == "contents" else "number"
            for column in columns:
                ask = f"SELECT rowid, {owner}, {column} FROM {table}"
                for row, belongs, value in store(ask):
                    assert isinstance(row, int)
                    assert isinstance(value, (bytes, int))
                    yield table, column, row, belongs, value


def flipped(value: bytes | int, draw: random.Random) -> bytes | int:
    """A value with one bit or byte changed."""
    if isinstance(value, int):
        return value ^ (
            1 << draw.choice((0, 1, 3, 4, 5))
        )  # signed are 2 and 6: not one for the other
    data = bytearray(value)
    data[draw.randrange(len(data))] ^= draw.randrange(1, 256)
    return bytes(data)


def test_the_series_itself_verifies(recorded: World) -> None:
    found = recorded.verify(keys=(read_public_key(str(recorded.place / "key.pub")),))
    assert (found.entries, found.present, found.problems) == (LAST, [1, 2, 3, 4, 5, 6], [])
    assert sorted(found.signed) == [2, LAST]


def test_a_thousand_flipped_bytes_are_caught_and_their_entry_named(recorded: World) -> None:
    """Facts, packs, documents, changes, heads, entries, signatures, and what keeps them."""
    draw = random.Random(6962)
    used = users(recorded.trail)
    every = list(cells(recorded.trail))
    tables = Counter(table for table, *_ in every)
    weights = [1 / tables[table] for table, *_ in every]  # each table as often as the others
    flips: Counter[str] = Counter()
    for table, column, row, belongs, value in draw.choices(every, weights, k=FLIPS):
        with Spoiling(recorded.trail) as store:
            change = f"UPDATE {table} SET {column} = ? WHERE rowid = ?"
            changed = flipped(value, draw)
            store(change, changed, row)
            found = store.verify()
        flips[table] += 1
        assert found.problems, (table, column, belongs)
        if table == "contents":
            assert isinstance(belongs, bytes)
            expected = used[belongs.hex()]
        else:
            assert isinstance(belongs, int)
            # A signature that is said to be on another head is one that this head does not have.
            moved = isinstance(changed, int) and belongs == LAST
            expected = {changed if moved else belongs}  # type: ignore[arg-type]
        assert expected <= named(found), (table, column, belongs, found.problems)
        if table != "signatures":  # a flipped number may put a signature on another head
            assert named(found) == expected
    assert sum(flips.values()) == FLIPS
    assert min(flips[table] for table in CELLS) > FLIPS / 8
    assert recorded.verify().problems == []


def test_a_changed_entry_is_no_witness_of_the_signatures_before_it(recorded: World) -> None:
    with Spoiling(recorded.trail) as store:
        (entry,) = next(iter(store("SELECT entry FROM entries WHERE number = 3")))
        assert isinstance(entry, bytes)
        at = entry.index(b'"signatures":["') + len(b'"signatures":["')
        changed = entry[:at] + (b"0" if entry[at : at + 1] != b"0" else b"1") + entry[at + 1 :]
        store("UPDATE entries SET entry = ? WHERE number = 3", changed)
        found = store.verify()
    assert [(p.code, named(found)) for p in found.problems] == [("audit.entry-changed", {3})]


def test_the_thousand_flips_reach_every_kind_of_content(recorded: World) -> None:
    """One flip in each stored file: fact files, settings, waivers, packs, profile, document."""
    draw = random.Random(1)
    used = users(recorded.trail)
    for table, column, row, belongs, value in list(cells(recorded.trail)):
        if column != "packed":
            continue
        assert isinstance(belongs, bytes)
        with Spoiling(recorded.trail) as store:
            store("UPDATE contents SET packed = ? WHERE rowid = ?", flipped(value, draw), row)
            found = store.verify()
        assert named(found) == used[belongs.hex()], table
        assert codes(found) <= {"audit.content-changed", "audit.content-extra"}


def test_a_byte_flipped_in_the_file_is_caught_or_changes_nothing_stored(
    recorded: World, copied: World
) -> None:
    """The file has room that holds nothing; all that is stored in it is watched."""
    draw = random.Random(2)
    whole = recorded.trail.read_bytes()
    before = dump(recorded.trail)
    caught = 0
    for _ in range(250):
        data = bytearray(whole)
        data[draw.randrange(len(data))] ^= draw.randrange(1, 256)
        copied.trail.write_bytes(data)
        try:
            found = copied.verify()
        except InputProblems:
            caught += 1
            continue
        if found.problems:
            caught += 1
            continue
        assert dump(copied.trail) == before
    assert caught > 75  # half of the small file is room


@pytest.mark.parametrize("entry", range(1, LAST + 1))
@pytest.mark.parametrize("tables", [("entries", "heads"), ("entries",), ("heads",)])
def test_a_deleted_entry_is_named(recorded: World, entry: int, tables: tuple[str, ...]) -> None:
    with Spoiling(recorded.trail) as store:
        for table in tables:
            store(f"DELETE FROM {table} WHERE number = ?", entry)
        found = store.verify()
    last_and_whole = entry == LAST and len(tables) == 2
    assert last_and_whole or entry in named(found)
    assert found.problems  # of the last one its signature and its contents remain


@pytest.mark.parametrize("entry", range(1, LAST))
def test_an_entry_deleted_with_all_after_it_moved_up_is_named(recorded: World, entry: int) -> None:
    with Spoiling(recorded.trail) as store:
        for table in ("entries", "heads", "signatures"):
            store(f"DELETE FROM {table} WHERE number = ?", entry)
            for number in range(entry + 1, LAST + 1):
                move = f"UPDATE {table} SET number = ? WHERE number = ?"
                store(move, number - 1, number)
        found = store.verify()
    assert entry in named(found)
    assert "audit.entry-moved" in codes(found)


@pytest.mark.parametrize(("one", "other"), [(1, 2), (2, 5), (5, 6), (1, 6)])
@pytest.mark.parametrize("tables", [("entries",), ("heads",), ("entries", "heads")])
def test_swapped_entries_are_named(
    recorded: World, one: int, other: int, tables: tuple[str, ...]
) -> None:
    with Spoiling(recorded.trail) as store:
        for table in tables:
            for old, new in ((one, 0), (other, one), (0, other)):
                store(f"UPDATE {table} SET number = ? WHERE number = ?", new, old)
        found = store.verify()
    assert {one, other} <= named(found)


@pytest.mark.parametrize("place", [0, 3, 7, 9, 1 << 40])
@pytest.mark.parametrize("with_head", [True, False])
def test_an_inserted_entry_is_named(recorded: World, place: int, with_head: bool) -> None:
    """A copy of another entry, put in anywhere; those after it are moved down where there are."""
    with Spoiling(recorded.trail) as store:
        ((entry,),) = store("SELECT entry FROM entries WHERE number = 2")
        ((head,),) = store("SELECT head FROM heads WHERE number = 2")
        if place == 3:
            for table in ("entries", "heads"):
                for number in range(LAST, place - 1, -1):
                    move = f"UPDATE {table} SET number = ? WHERE number = ?"
                    store(move, number + 1, number)
        store("INSERT INTO entries VALUES (?, ?)", place, entry)
        if with_head:
            store("INSERT INTO heads VALUES (?, ?)", place, head)
        found = store.verify()
    assert min(place, LAST + 1) in named(found)


def test_a_content_that_no_entry_names_is_told(recorded: World) -> None:
    data = b"x"
    with Spoiling(recorded.trail) as store:
        digest = bytes.fromhex(sha256(data))
        store("INSERT INTO contents VALUES (?, 1, ?, ?)", digest, digest, data)
        assert codes(store.verify()) == {"audit.content-extra"}


def test_an_edited_file_with_a_digest_that_fits_is_missing_under_its_own(copied: World) -> None:
    """Whoever edits a fact file or a pack in the store can only put in another content."""
    used = users(copied.trail)
    with closing(sqlite3.connect(copied.trail)) as connection, connection:
        rows = connection.execute("SELECT rowid, sha256, packed FROM contents").fetchall()
    for row, digest, packed in rows[::5]:
        with Spoiling(copied.trail) as store:
            other = sha256(packed)
            store(
                "UPDATE contents SET sha256 = ?, packed_sha256 = ?, size = size WHERE rowid = ?",
                bytes.fromhex(other), bytes.fromhex(other), row,
            )  # fmt: skip
            found = store.verify()
        assert named(found) >= used[digest.hex()]
        assert "audit.content-missing" in codes(found)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("sha256", "CAST(sha256 AS TEXT)"),
        ("packed", "CAST(packed AS TEXT)"),
        ("packed_sha256", "CAST(packed_sha256 AS TEXT)"),
        ("size", "size || 'x'"),
        ("size", "size + 0.5"),
    ],
)
def test_a_value_of_another_type_is_no_content(recorded: World, column: str, value: str) -> None:
    """The same bytes as a text are found by no look-up: replay would miss what verify saw."""
    used = users(recorded.trail)
    with Spoiling(recorded.trail) as store:
        for (digest,) in store("SELECT sha256 FROM contents ORDER BY rowid LIMIT 3"):
            assert isinstance(digest, bytes)
            store(f"UPDATE contents SET {column} = {value} WHERE sha256 = ?", digest)
            assert named(store.verify()) >= used[bytes(digest).hex()]


@pytest.mark.parametrize("table", ["entries", "heads"])
def test_an_entry_or_head_stored_as_text_is_named(recorded: World, table: str) -> None:
    column = {"entries": "entry", "heads": "head"}[table]
    with Spoiling(recorded.trail) as store:
        store(f"UPDATE {table} SET {column} = CAST({column} AS TEXT) WHERE number = 3")
        assert named(store.verify()) == {3}


def test_nothing_stands_behind_the_end_of_a_content(recorded: World) -> None:
    """Bytes after the compressed stream belong to nobody, even where their digest fits."""
    used = users(recorded.trail)
    with Spoiling(recorded.trail) as store:
        ((digest, packed),) = store("SELECT sha256, packed FROM contents LIMIT 1")
        assert isinstance(digest, bytes)
        assert isinstance(packed, bytes)
        longer = packed + b"hidden"
        store(
            "UPDATE contents SET packed = ?, packed_sha256 = ? WHERE sha256 = ?",
            longer, bytes.fromhex(sha256(longer)), digest,
        )  # fmt: skip
        assert named(store.verify()) == used[bytes(digest).hex()]


def test_a_content_that_unpacks_beyond_the_bound_is_refused(
    recorded: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is packed small may be huge: not a byte beyond the bound is unpacked."""
    monkeypatch.setattr("isocheck.audit.packing.LARGEST", 1 << 20)
    data = bytes(1 << 21)
    packed = zlib.compress(data)
    with Spoiling(recorded.trail) as store:
        values = (bytes.fromhex(sha256(data)), len(data), bytes.fromhex(sha256(packed)), packed)
        store("INSERT INTO contents VALUES (?, ?, ?, ?)", *values)
        found = store.verify()
    assert codes(found) == {"audit.content-extra"}
    assert unpacked(packed, len(data)) is None
    assert unpacked(packed, 1 << 20) is None


def rewritten(store: Spoiling, entry: int) -> bytes:
    """Change the officer of an entry and write all heads anew, as a forger would."""
    ((data,),) = store("SELECT entry FROM entries WHERE number = ?", entry)
    assert isinstance(data, bytes)
    fields = json.loads(data)
    fields["officer"] = "Another"
    store("UPDATE entries SET entry = ? WHERE number = ?", canonical(fields), entry)
    tree, head = Tree(), None
    for number, each in store("SELECT number, entry FROM entries ORDER BY number"):
        assert isinstance(each, bytes)
        tree, made = next_head(tree, each, head)
        head = made.data()
        store("UPDATE heads SET head = ? WHERE number = ?", head, number)
    assert head is not None
    return head


def test_an_entry_rewritten_with_its_heads_is_caught_by_the_signatures(recorded: World) -> None:
    with Spoiling(recorded.trail) as store:
        rewritten(store, 4)
        found = store.verify()
    assert codes(found) == {"audit.signature-wrong"}
    assert named(found) == {LAST}  # head 2 is of before


def test_a_trail_rewritten_whole_is_caught_by_a_head_kept_elsewhere(
    recorded: World, tmp_path: Path
) -> None:
    """Without signatures and without a head kept elsewhere it is not: the page says so."""
    kept = {n: code_of(head, n) for n, head in dump(recorded.trail)["heads"]}  # type: ignore[arg-type,misc]
    key = read_public_key(str(recorded.place / "key.pub"))
    with Spoiling(recorded.trail) as store:
        store("DELETE FROM signatures")
        for number in (3, 7):  # entries name the signatures on the head before
            found = store("SELECT entry FROM entries WHERE number = ?", number)
            for (data,) in found:
                assert isinstance(data, bytes)
                fields = json.loads(data) | {"signatures": []}
                store("UPDATE entries SET entry = ? WHERE number = ?", canonical(fields), number)
        rewritten(store, 4)
        assert store.verify().problems == []
        assert named(store.verify(kept[5])) == {5}
        assert named(store.verify(kept[2], kept[4])) == {4}
        assert codes(store.verify(keys=(key,))) == {"audit.signature-missing"}
    del tmp_path


@pytest.mark.parametrize("left", range(1, LAST))
def test_a_cut_off_tail_is_caught_by_a_head_kept_elsewhere(recorded: World, left: int) -> None:
    ((_, head),) = (row for row in dump(recorded.trail)["heads"] if row[0] == LAST)
    assert isinstance(head, bytes)
    used = users(recorded.trail)
    with Spoiling(recorded.trail) as store:
        for table in ("entries", "heads", "signatures"):
            store(f"DELETE FROM {table} WHERE number > ?", left)
        for digest, numbers in used.items():
            if min(numbers) > left:
                store("DELETE FROM contents WHERE sha256 = ?", bytes.fromhex(digest))
        assert store.verify().problems == []  # cut off cleanly
        found = store.verify(code_of(head, LAST))
        key = read_public_key(str(recorded.place / "key.pub"))
        signed = store.verify(keys=(key,))
    assert codes(found) == {"audit.cut-off"}
    assert named(found) == {LAST}
    assert bool(signed.problems) is (left != 2)


def test_a_signature_taken_away_from_an_older_head_is_noticed(recorded: World) -> None:
    """The entry after it names it."""
    with Spoiling(recorded.trail) as store:
        store("DELETE FROM signatures WHERE number = 2")
        found = store.verify()
    assert (codes(found), named(found)) == ({"audit.signature-gone"}, {2})


def test_no_signature_is_no_proof(recorded: World) -> None:
    key = read_public_key(str(recorded.place / "key.pub"))
    with Spoiling(recorded.trail) as store:
        store("DELETE FROM signatures WHERE number = ?", LAST)
        assert codes(store.verify()) == set()
        found = store.verify(keys=(key,))
    assert (codes(found), named(found)) == ({"audit.signature-missing"}, {LAST})
    other = recorded.verify(keys=(bytes(32),))
    assert (codes(other), named(other)) == ({"audit.signature-missing"}, {LAST})


def test_tables_that_are_not_ours_are_told(copied: World) -> None:
    with closing(sqlite3.connect(copied.trail)) as connection, connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON entries BEGIN SELECT 1; END")
    with pytest.raises(InputProblems) as caught:
        copied.verify()
    assert [problem.code for problem in caught.value.problems] == ["audit.store-form"]


def test_a_store_that_says_it_is_another_programs_is_told(copied: World) -> None:
    with closing(sqlite3.connect(copied.trail)) as connection, connection:
        connection.execute("PRAGMA application_id = 5")
    assert codes(copied.verify()) == {"audit.store-form"}


def test_nothing_is_added_to_a_trail_that_was_changed(copied: World) -> None:
    with closing(sqlite3.connect(copied.trail)) as connection, connection:
        connection.execute("UPDATE entries SET entry = entry || ' ' WHERE number = 2")
    before = copied.trail.read_bytes()
    with pytest.raises(InputProblems) as refused:
        copied.run()
    assert [p.code for p in refused.value.problems if p.code == "audit.broken"]
    assert copied.trail.read_bytes() == before


def test_the_series_is_the_same_whenever_it_is_made(recorded: World, tmp_path: Path) -> None:
    """But for the moment and the key: what is stored depends on the runs alone."""
    again = series(tmp_path)
    assert [row[0] for row in dump(again.trail)["contents"]] == [
        row[0] for row in dump(recorded.trail)["contents"]
    ]
    assert isinstance(again.verify().code, Code)
