"""A trail written anew by somebody who knows how: no command meets it unprepared."""

from __future__ import annotations

import json
import random
import re
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from audit.series import World
from isocheck.audit.canonical import canonical, sha256
from isocheck.audit.entries import DOCUMENT
from isocheck.audit.merkle import Tree
from isocheck.audit.tree_head import next_head
from isocheck.cli import program
from isocheck.cli.streams import write_on_stdout

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
ODD = "\x1b]0;owned\x07\x9b31m\u202etxt\u200b"
COMMANDS = (
    "log", "log -f json", "show 6", "show 6 -f json", "verify", "verify -f json", "history so-b",
    "history so-b -f json", "history nobody", "replay 6", "replay 6 -f json", "export",
    "export --body so-b", "export -f csv", "export -f oscal", "export --rule t.announce -f csv",
)  # fmt: skip


def forged(made: World, what: str, change: Callable[[Any], Any], entry: int = 6) -> None:
    """Put another content in the place of one, and write entries and heads anew, unsigned."""
    with closing(sqlite3.connect(made.trail)) as store, store:
        rows = dict(store.execute("SELECT number, entry FROM entries ORDER BY number"))
        fields = {number: json.loads(data) for number, data in rows.items()}
        if what == "entry":
            fields[entry] = change(fields[entry])
        else:
            key = bytes.fromhex(fields[entry][what])
            ((packed,),) = store.execute("SELECT packed FROM contents WHERE sha256 = ?", (key,))
            other = change(zlib.decompress(packed))
            packed = zlib.compress(other)
            digests = (bytes.fromhex(sha256(other)), bytes.fromhex(sha256(packed)))
            store.execute(
                "INSERT OR REPLACE INTO contents VALUES (?, ?, ?, ?)",
                (digests[0], len(other), digests[1], packed),
            )
            fields[entry][what] = digests[0].hex()
        store.execute("DELETE FROM signatures")
        tree, head = Tree(), None
        for number, each in fields.items():
            data = canonical({**each, "signatures": []} if isinstance(each, dict) else each)
            tree, new = next_head(tree, data, head)
            head = new.data()
            store.execute("UPDATE entries SET entry = ? WHERE number = ?", (data, number))
            store.execute("UPDATE heads SET head = ? WHERE number = ?", (head, number))


def run(made: World, words: str) -> Result:
    """Run an audit command on a trail."""
    command, *more = words.split()
    args = ["audit", command, *more, str(made.facts), "--lang", "en"]
    return CliRunner().invoke(program, args)


def of_document(change: Callable[[dict[str, Any]], object]) -> Callable[[bytes], bytes]:
    """Change a findings document in place."""

    def changed(data: bytes) -> bytes:
        document = json.loads(data)
        change(document)
        return json.dumps(document).encode()

    return changed


DOCUMENTS: dict[str, Callable[[bytes], bytes]] = {
    "no JSON": lambda _: b"{",
    "a list": lambda _: b"[]",
    "deep": lambda _: b"[" * 100_000,
    "findings: none": of_document(lambda d: d.pop("findings")),
    "findings: numbers": of_document(lambda d: d.update(findings=[1, 2])),
    "finding without a rule": of_document(lambda d: d["findings"][0].pop("rule")),
    "a rule that is a list": of_document(lambda d: d["findings"][0].update(rule=[])),
    "an outcome unheard of": of_document(lambda d: d["findings"][0].update(outcome="fine")),
    "rules: none": of_document(lambda d: d.update(rules=None)),
    "rules: empty": of_document(lambda d: d.update(rules={})),
    "subjects: a text": of_document(lambda d: d.update(subjects="x")),
    "a title of no language": of_document(
        lambda d: [rule.update(title="x") for rule in d["rules"].values()]
    ),
    "because: a number": of_document(lambda d: [f.update(because=7) for f in d["findings"]]),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_forged_document_is_told_and_never_a_fault(copied: World, name: str) -> None:
    forged(copied, "document", DOCUMENTS[name])
    told = []
    for words in COMMANDS:
        result = run(copied, words)
        assert result.exit_code in {0, 1, 2}, (words, result.output)
        told.append(f"entry 6: {DOCUMENT} is not in the form" in result.stderr)
    assert any(told), "no command read what was forged"


def one_change(**other: object) -> bytes:
    """Stored changes of one finding, with something else in it."""
    fine = {"rule": "t.announce", "subject": "so-b", "item": None, "before": None, "after": None}
    return canonical([fine | {"after": {"outcome": "satisfied"}} | other])


CHANGES: dict[str, bytes] = {
    "no JSON": b"[",
    "a mapping": b"{}",
    "numbers": b"[1]",
    "without sides": b'[{"rule": "t.announce", "subject": "so-b", "item": null}]',
    "a side that is a text": canonical(
        [{"rule": "t.announce", "subject": "so-b", "item": None, "before": "x", "after": None}]
    ),
    "an outcome unheard of": canonical(
        [
            {
                "rule": "t.announce", "subject": "so-b", "item": None,
                "before": {"outcome": "fine"}, "after": None,
            }
        ]
    ),
    "an outcome that is a list": one_change(after={"outcome": []}),
    "an outcome that is a mapping": one_change(before={"outcome": {}}),
    "an item that is an empty list": one_change(item=[]),
    "an item that is false": one_change(item=False),
    "an item that is nought": one_change(item=0),
    "a rule that is none": one_change(rule=None),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", CHANGES)
def test_forged_changes_are_told_and_never_a_fault(copied: World, name: str) -> None:
    forged(copied, "changes", lambda _: CHANGES[name])
    told = []
    for words in COMMANDS:
        result = run(copied, words)
        assert result.exit_code in {0, 1, 2}, (words, result.output)
        told.append("entry 6: changes.json is not in the form" in result.stderr)
    assert any(told)


ENTRIES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "a day that is none": lambda e: e | {"as_of": "2020-13-01"},
    "an engine without a matcher": lambda e: e | {"engine": {}},
    "a matcher that is a list": lambda e: e | {"engine": {"matcher": []}},
    "options of any kind": lambda e: e | {"options": {"x": [None, {}]}},
    "a file name of five thousand letters": lambda e: (
        e | {"profile": e["profile"] | {"file": "x" * 5000}}
    ),
    "a file name with a zero": lambda e: e | {"profile": e["profile"] | {"file": "a\0b"}},
    "a pack that climbs": lambda e: e | {"packs": [{**e["packs"][0], "id": "../../x"}]},
    "no packs": lambda e: e | {"packs": []},
}


@pytest.mark.parametrize("name", ENTRIES)
def test_a_forged_entry_is_told_and_never_a_fault(copied: World, name: str) -> None:
    forged(copied, "entry", ENTRIES[name])
    for words in COMMANDS:
        result = run(copied, words)
        assert result.exit_code in {0, 1, 2}, (words, result.output)
    assert not list(copied.place.parent.rglob("x" * 100 + "*"))


@pytest.mark.slow
def test_a_hundred_documents_changed_at_random_end_in_no_fault(copied: World) -> None:
    draw = random.Random(77)
    before = copied.trail.read_bytes()
    strange = (None, 0, -1, "x", [], {}, True, [[]], {"a": 1}, 1e300)

    def at_random(document: dict[str, Any]) -> None:
        here: Any = document
        while True:
            keys = list(here) if isinstance(here, dict) else list(range(len(here)))
            key = draw.choice(keys)
            if isinstance(here[key], (dict, list)) and here[key] and draw.random() < 0.8:
                here = here[key]
                continue
            here[key] = draw.choice(strange)
            return

    for _ in range(100):
        copied.trail.write_bytes(before)
        forged(copied, "document", of_document(at_random))
        for words in draw.sample(COMMANDS, 3):
            result = run(copied, words)
            assert result.exit_code in {0, 1, 2}, (words, result.output)


def test_nothing_is_recorded_on_a_forged_document(copied: World) -> None:
    forged(copied, "document", DOCUMENTS["findings: numbers"])
    args = ["check", str(copied.facts), "--policy", str(copied.place / "packs"), "--record"]
    result = CliRunner().invoke(program, [*args, "-p", copied.profile, "--lang", "en"])
    assert result.exit_code == 2, result.output
    assert "is not in the form that isocheck writes, at findings[0]" in result.stderr
    assert len(copied.verify().present) == 6


def test_what_a_trail_holds_does_not_steer_a_terminal(copied: World) -> None:
    """Names, accounts, options, values: read back, they are spelled out."""

    def odd(document: dict[str, Any]) -> None:
        for subject in document["subjects"].values():
            subject["name"] = f"Sở{ODD}"
        for finding in document["findings"]:
            for because in finding["because"]:
                because["value"] = because["at"] = ODD
        for rule in document["rules"].values():
            rule["title"] = {"vi": ODD, "en": ODD}

    forged(copied, "document", of_document(odd))
    forged(
        copied,
        "entry",
        lambda e: (
            e
            | {"officer": ODD, "account": ODD, "isocheck": ODD, "options": {ODD: ODD}}
            | {"engine": {"matcher": ODD}, "profile": e["profile"] | {"id": ODD, "file": ODD}}
        ),
    )
    shown = 0
    for words in COMMANDS:
        if words in {
            "export",
            "export --body so-b",
        }:  # a file for another machine, kept to the byte
            continue
        result = run(copied, words)
        found = STEERING.search(result.output.replace("\r\n", "\n").removeprefix("\ufeff"))
        assert found is None, (words, result.output[max(0, found.start() - 60) : found.end() + 9])
        shown += "owned" in result.output
    assert shown >= 6


@pytest.mark.parametrize("table", ["contents", "entries", "heads", "signatures"])
def test_a_view_without_end_in_the_place_of_a_table_is_not_read(copied: World, table: str) -> None:
    with closing(sqlite3.connect(copied.trail)) as store, store:
        columns = [row[1] for row in store.execute(f"PRAGMA table_info({table})")]
        store.execute(f"ALTER TABLE {table} RENAME TO other")
        chosen = ", ".join(f"x AS {name}" for name in columns)
        endless = "WITH RECURSIVE c(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM c)"
        store.execute(f"CREATE VIEW {table} AS {endless} SELECT {chosen} FROM c")
    for words in COMMANDS:
        result = run(copied, words)
        assert result.exit_code == (1 if words.startswith("verify") else 2), words
        assert "this is not how isocheck lays out an audit trail" in result.output, words
    args = ["check", str(copied.facts), "--policy", str(copied.place / "packs"), "--record"]
    result = CliRunner().invoke(program, [*args, "-p", copied.profile, "--lang", "en"])
    assert result.exit_code == 2, result.output
    assert "this is not how isocheck lays out an audit trail" in result.stderr


class Terminal(TextIOWrapper):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_stored_content_is_spelled_out_on_a_terminal_and_kept_to_the_byte_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = f"records:\n\t{ODD}\n".encode()
    file, terminal = (kind(BytesIO(), encoding="utf-8") for kind in (TextIOWrapper, Terminal))
    for stream in (file, terminal):
        monkeypatch.setattr("sys.stdout", stream)
        write_on_stdout(data)
        stream.seek(0)
    assert file.buffer.read() == data
    text = terminal.buffer.read().decode()
    assert STEERING.search(text) is None
    assert text.startswith("records:\n\t\\x1b]0;owned\\x07")


def test_an_export_is_kept_to_the_byte_in_a_file(copied: World, tmp_path: Path) -> None:
    forged(copied, "entry", lambda e: e | {"officer": ODD})
    file = tmp_path / "export.jsonl"
    assert run(copied, f"export -o {file}").exit_code == 0
    result = CliRunner().invoke(program, ["audit", "verify", str(file), "--lang", "en"])
    assert result.exit_code == 0, result.output
