"""What leaves a trail: exports that verify alone, proofs, tables, OSCAL; keys and codes."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import re
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from audit.series import FACTS, World, named, sign_newest, write
from isocheck.audit.detect import opened
from isocheck.audit.export import exported
from isocheck.audit.tree_head import code_of, read_code
from isocheck.audit.verify import Verified, verify
from isocheck.cli import program
from isocheck.errors import InputProblems
from isocheck.report.cells import safe_cell

TESTS = Path(__file__).parents[1]
EVERY = frozenset(range(1, 7))
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def run(*args: str, **more: Any) -> Result:
    """Run the program within the process."""
    return CliRunner().invoke(program, args, **more)


def export_of(made: World, numbers: frozenset[int] = EVERY, *, without_facts: bool = False) -> str:
    """An export as text."""
    with opened(made.facts) as trail:
        return "".join(exported(trail, numbers, without_facts=without_facts))


def verified(path: Path, *, partial: bool = False) -> Verified:
    """An export, verified."""
    with opened(path) as trail:
        return verify(trail, partial=partial)


def test_an_export_verifies_in_a_clean_environment_with_the_public_key_alone(
    recorded: World, tmp_path: Path
) -> None:
    """Another folder, another process, no packs, no settings, nothing of this machine's."""
    write(tmp_path / "export.jsonl", export_of(recorded))
    public = (recorded.place / "key.pub").read_text(encoding="ascii")
    write(tmp_path / "officer.pub", public)
    environment = {"PYTHONPATH": str(TESTS.parent / "engine"), "LANG": "en_US.UTF-8"}
    command = [sys.executable, "-m", "isocheck", "audit", "verify", "export.jsonl"]
    done = subprocess.run(
        [*command, "--key", "officer.pub"], cwd=tmp_path, env=environment, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Entries: 6.\nHead: 6-")
    assert "Signed up to entry 6: ed25519:" in done.stdout
    assert {p.name for p in tmp_path.iterdir()} == {"export.jsonl", "officer.pub"}


def test_each_byte_of_an_export_is_watched(recorded: World, tmp_path: Path) -> None:
    draw = random.Random(3)
    data = export_of(recorded).encode()
    file = tmp_path / "export.jsonl"
    for _ in range(60):
        changed = bytearray(data)
        changed[draw.randrange(len(data))] ^= draw.randrange(1, 256)
        file.write_bytes(changed)
        assert run("audit", "verify", str(file)).exit_code in (1, 2)


@pytest.mark.parametrize("spoil", ["cut", "drop", "double", "swap"])
def test_lines_cannot_be_cut_dropped_doubled_or_swapped(
    recorded: World, tmp_path: Path, spoil: str
) -> None:
    lines = export_of(recorded).splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if '"type":"entry"' in line) + 2
    spoilt = {
        "cut": lines[:at],
        "drop": lines[:at] + lines[at + 1 :],
        "double": lines[: at + 1] + lines[at:],
        "swap": [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]],
    }[spoil]
    write(tmp_path / "e.jsonl", "".join(spoilt))
    assert verified(tmp_path / "e.jsonl").problems


def test_a_changed_entry_of_an_export_is_named(recorded: World, tmp_path: Path) -> None:
    """Even where the sum at the end is written anew."""
    import hashlib  # noqa: PLC0415 - of this test alone

    lines = export_of(recorded).splitlines(keepends=True)[:-1]
    changed = [line.replace("Trần Thị Bình", "Another") for line in lines]
    assert changed != lines
    digest = hashlib.sha256("".join(changed).encode()).hexdigest()
    end = f'{{"lines":{len(lines)},"sha256":"{digest}","type":"end"}}\n'
    write(tmp_path / "e.jsonl", "".join(changed) + end)
    assert named(verified(tmp_path / "e.jsonl")) == {6}


def test_an_export_of_a_part_is_held_by_the_heads_of_the_whole(
    recorded: World, tmp_path: Path
) -> None:
    write(tmp_path / "e.jsonl", export_of(recorded, frozenset({2, 5})))
    found = verified(tmp_path / "e.jsonl", partial=True)
    assert (found.problems, found.present, found.entries) == ([], [2, 5], 6)
    assert sorted(found.signed) == [2, 6]
    assert str(found.code) == str(recorded.verify().code)
    result = run("audit", "verify", str(tmp_path / "e.jsonl"), "--partial")
    assert result.exit_code == 0
    assert "2 of the 6 entries of the trail are here: 2, 5." in result.stdout
    result = run("audit", "verify", str(tmp_path / "e.jsonl"), "--lang", "en")
    assert result.exit_code == 1
    assert "not all entries are here; left out: 1, 3, 4, 6." in result.stdout


@pytest.mark.parametrize("partial", [True, False])
def test_an_export_without_any_entry_verifies_nothing(
    recorded: World, tmp_path: Path, partial: bool
) -> None:
    write(tmp_path / "e.jsonl", export_of(recorded, frozenset()))
    found = verified(tmp_path / "e.jsonl", partial=partial)
    assert {p.code for p in found.problems} == {"audit.nothing-here"}


@pytest.mark.parametrize("numbers", [frozenset(), frozenset({2}), EVERY])
@pytest.mark.parametrize("named", ["facts", "facts/audit.sqlite"])
def test_an_export_in_the_place_of_the_trail_does_not_verify(
    copied: World, named: str, numbers: frozenset[int]
) -> None:
    """It holds what its maker chose; whoever names the folder asks for the trail."""
    text = export_of(copied, numbers)
    copied.trail.unlink()
    write(copied.trail, text)
    result = run("audit", "verify", str(copied.place / named), "--partial", "--lang", "en")
    assert result.exit_code == 1
    assert "an export or a proof stands in the place of the audit trail" in result.stdout
    for words in ("log", "sign"):
        more = ["--key", str(copied.place / "key")] if words == "sign" else []
        assert run("audit", words, str(copied.place / named), *more).exit_code == 2


def test_an_export_without_facts_keeps_their_digests(recorded: World, tmp_path: Path) -> None:
    text = export_of(recorded, without_facts=True)
    write(tmp_path / "e.jsonl", text)
    found = verified(tmp_path / "e.jsonl")
    assert found.problems == []
    assert found.left_out == 5  # facts.yaml as it was twice, more.yaml, settings twice
    assert "qms: {adopted_on" not in text
    assert "facts.yaml" in text  # in the list
    shown = run("audit", "show", "1", str(tmp_path / "e.jsonl")).stdout
    (digest,) = re.findall(r"([0-9a-f]{64})  facts.yaml", shown)
    assert digest in text
    refused = run("audit", "replay", "1", str(tmp_path / "e.jsonl"))
    assert refused.exit_code == 2
    assert "left out" in refused.stderr


@pytest.mark.parametrize("entry", range(1, 7))
def test_one_entry_is_proved_against_a_signed_head(
    recorded: World, tmp_path: Path, entry: int
) -> None:
    proof = tmp_path / "proof.json"
    facts, key = str(recorded.facts), str(recorded.place / "key.pub")
    assert run("audit", "prove", str(entry), facts, "-o", str(proof)).exit_code == 0
    result = run("audit", "verify", str(proof), "--key", key)
    assert result.exit_code == 0, result.stdout
    assert f"1 of the 6 entries of the trail are here: {entry}." in result.stdout
    assert "Signed up to entry 6" in result.stdout
    content = json.loads(proof.read_text(encoding="utf-8"))
    assert set(content) == {"format", "number", "entry", "head", "path", "signatures"}
    draw = random.Random(entry)
    data = proof.read_bytes()
    for _ in range(40):
        changed = bytearray(data)
        changed[draw.randrange(len(data))] ^= draw.randrange(1, 256)
        proof.write_bytes(changed)
        assert run("audit", "verify", str(proof), "--key", key).exit_code in (1, 2)


def test_a_proof_needs_a_head_that_is_signed_or_named(fresh: World, tmp_path: Path) -> None:
    code = str(fresh.run().code)
    facts = (str(fresh.facts),)
    refused = run("audit", "prove", "1", *facts)
    assert (refused.exit_code, "is signed" in refused.stderr) == (2, True)
    proof = run("audit", "prove", "1", *facts, "--head", code).stdout
    write(tmp_path / "p.json", proof)
    assert run("audit", "verify", str(tmp_path / "p.json"), "--head", code).exit_code == 0
    other = str(code_of(b"x", 1))
    assert run("audit", "verify", str(tmp_path / "p.json"), "--head", other).exit_code == 1
    fresh.run()
    assert run("audit", "verify", str(fresh.facts), "--head", code).exit_code == 0
    assert run("audit", "verify", str(fresh.facts), "--head", other).exit_code == 1


def test_a_code_is_read_as_people_write_it_and_a_slip_is_told() -> None:
    """Of one head, always the same: two letters that check let one slip in a thousand pass."""
    code = code_of(b"a head", 6)
    text = str(code)
    assert re.fullmatch(r"6(-[0-9A-HJKMNP-TV-Z]{5}){6}", text)
    number, _, digits = text.partition("-")
    for written in (text.lower(), f" {number} {digits.replace('-', ' ')} ", text.replace("0", "O")):
        assert read_code(written) == code
    slips = [text[:-1], text + "7", text.replace("6-", "5-", 1), "", "6", "x"]
    slips += [text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :] for at in (2, 9, 30)]
    for slip in slips:
        with pytest.raises(InputProblems):
            read_code(slip)


def test_a_key_is_made_for_its_owner_and_never_written_over(tmp_path: Path) -> None:
    key = tmp_path / "officer"
    made = run("audit", "key", "new", str(key))
    assert made.exit_code == 0
    assert made.stdout.startswith("ed25519:")
    if os.name != "nt":
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert "PUBLIC KEY" in (tmp_path / "officer.pub").read_text(encoding="ascii")
    before = key.read_bytes()
    assert run("audit", "key", "new", str(key)).exit_code == 2
    assert key.read_bytes() == before


def test_the_public_key_may_be_given_as_its_line(copied: World) -> None:
    line = run("audit", "key", "new", str(copied.place / "other")).stdout.strip()
    signed = run("audit", "sign", str(copied.facts), "--key", str(copied.place / "other"))
    assert signed.exit_code == 0
    assert line in signed.stdout
    for key in (line, str(copied.place / "other.pub"), str(copied.place / "key.pub")):
        assert run("audit", "verify", str(copied.facts), "--key", key).exit_code == 0


def test_keys_that_are_of_no_use_are_refused(copied: World) -> None:
    facts = str(copied.facts)
    private = copied.place / "key"
    write(copied.place / "text", "no key")
    for key in ("ed25519:AAAA", "ed25519:!", str(copied.place / "text"), str(private)):
        assert run("audit", "verify", facts, "--key", key).exit_code == 2, key
    assert run("audit", "sign", facts, "--key", str(copied.place / "key.pub")).exit_code == 2
    if os.name != "nt":
        private.chmod(0o644)
        refused = run("audit", "sign", facts, "--key", str(private))
        assert "others than its owner" in refused.stderr


def test_a_trail_that_does_not_verify_is_not_signed(copied: World) -> None:
    import sqlite3  # noqa: PLC0415 - of this test alone

    with closing(sqlite3.connect(copied.trail)) as connection, connection:
        connection.execute("UPDATE contents SET packed = packed || 'x' WHERE rowid = 3")
    with pytest.raises(InputProblems):
        sign_newest(copied)


def test_an_export_is_not_signed(copied: World) -> None:
    write(copied.place / "e.jsonl", export_of(copied))
    signed = run("audit", "sign", str(copied.place / "e.jsonl"), "--key", str(copied.place / "key"))
    assert signed.exit_code == 2


def test_signing_without_the_library_says_what_to_install(
    recorded: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [n for n in sys.modules if n.split(".")[0] == "cryptography"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "cryptography", None)
    refused = run("audit", "verify", str(recorded.facts))
    assert refused.exit_code == 2  # signatures that cannot be checked are not passed over
    assert "pip install 'isocheck[audit]'" in refused.stderr


def test_a_trail_without_signatures_verifies_without_the_library(
    fresh: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh.run()
    monkeypatch.setitem(sys.modules, "cryptography", None)
    assert run("audit", "verify", str(fresh.facts)).exit_code == 0


def test_a_workbook_without_the_library_says_what_to_install(
    recorded: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    refused = run("audit", "export", str(recorded.facts), "--format", "xlsx")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "pip install 'isocheck[excel]'" in refused.stderr


FORMULAS = [
    '=HYPERLINK("http://x","y")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "'=1",
]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_cannot_become_a_formula(text: str) -> None:
    assert not safe_cell(text).startswith(DANGEROUS)
    assert not safe_cell(text).lstrip(" ").startswith(DANGEROUS)
    assert safe_cell(text).removeprefix("'") == text.removeprefix("'")


@pytest.mark.parametrize("text", ["", "Xã Một", "2020-06-30", "x=1", "(=1)"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert safe_cell(text) == text


@pytest.fixture
def hostile(fresh: World) -> World:
    """A trail in whose names formulas stand."""
    names = {"Sở A": "=1+1", "Xã Một": "+cmd|' /C calc'!A0", "Xã Hai": "@SUM(A1)", "Xã Ba": "-1"}
    text = FACTS
    for name, formula in names.items():
        text = text.replace(f"name: {name}", f'name: "{formula}"')
    fresh.say(text)
    fresh.run(officer="=officer")
    return fresh


def test_no_cell_of_a_csv_can_become_a_formula(hostile: World) -> None:
    result = run("audit", "export", str(hostile.facts), "--format", "csv")
    assert result.exit_code == 0
    assert result.stdout.startswith("\ufeffEntry,Recorded at (UTC),By,")
    rows = list(csv.reader(io.StringIO(result.stdout.removeprefix("\ufeff"))))
    cells = [cell for row in rows for cell in row]
    assert "'=officer" in cells
    assert {"'=1+1", "'@SUM(A1)", "'-1"} <= set(cells)
    assert [cell for cell in cells if cell.startswith(DANGEROUS)] == []


def test_no_cell_of_a_workbook_is_a_formula(hostile: World, tmp_path: Path) -> None:
    file = tmp_path / "table.xlsx"
    export = ("audit", "export", str(hostile.facts), "--format", "xlsx", "-o", str(file))
    assert run(*export).exit_code == 0
    sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s", "n"}
    texts = [str(cell.value) for cell in cells if cell.data_type == "s"]
    assert "'=1+1" in texts
    assert [text for text in texts if text.startswith(DANGEROUS)] == []


def test_a_table_holds_the_findings_asked_for_and_what_they_were(recorded: World) -> None:
    def table(*args: str) -> list[dict[str, str]]:
        text = run("audit", "export", str(recorded.facts), "-f", "csv", *args).stdout
        return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))

    every = table()
    assert {row["Entry"] for row in every} == {"1", "2", "3", "4", "5", "6"}
    body = table("--body", "so-b", "--rule", "t.announce")
    assert {row["Subject id"] for row in body} == {"so-b"}
    told = {row["Entry"]: (row["Outcome code"], row["Last time"]) for row in body}
    assert told["2"] == ("indeterminate", "Does not apply")
    assert told["6"] == ("not_applicable", "Cannot be told yet")
    assert "1" not in told
    day = every[0]["Recorded at (UTC)"][:10]
    assert table("--from", day, "--to", day) == every
    for args in (("--to", "2001-01-01"), ("--body", "nobody"), ("--from", "31/12/2020")):
        assert run("audit", "export", str(recorded.facts), "-f", "csv", *args).exit_code == 2


def test_the_history_of_a_finding(recorded: World) -> None:
    facts = (str(recorded.facts),)
    result = run("audit", "history", "so-b", "t.announce", *facts, "--format", "json")
    events = json.loads(result.stdout)
    assert [(e["entry"], e["what"], e["after"]) for e in events] == [
        (1, "first", "not_applicable"),
        (2, "changed", "indeterminate"),
        (3, "changed", "indeterminate"),
        (4, "changed", "indeterminate"),
        (5, "changed", "indeterminate"),
        (6, "cleared", "not_applicable"),
    ]
    assert events[1]["files"] == ["facts.yaml"]
    assert {fact["path"] for fact in events[1]["facts"]} == {"qms.applied"}
    assert events[2]["besides"] == ["as_of"]
    assert events[4]["besides"] == ["packs"]
    text = run("audit", "history", "so-b", *facts).stdout
    assert "entry 6" in text
    assert "cleared: Cannot be told yet → Does not apply" in text
    assert text.startswith("Sở B (so-b) – announce [t.announce]\n")
    assert "    QMS applied: – → no (facts.yaml:7)" in text.splitlines()
    assert "qms.applied" not in text
    assert run("audit", "history", "sở b", *facts).stdout == text
    refused = run("audit", "history", "so-bb", *facts)
    assert (refused.exit_code, "Did you mean 'so-b'?" in refused.stderr) == (2, True)


def test_log_and_show_list_what_is_there(recorded: World) -> None:
    facts = str(recorded.facts)
    log = run("audit", "log", facts)
    assert len(log.stdout.splitlines()) == 12
    assert str(recorded.verify().code) in log.stdout
    listed = json.loads(run("audit", "log", facts, "--format", "json").stdout)
    assert [entry["number"] for entry in listed] == [1, 2, 3, 4, 5, 6]
    assert listed[5]["officer"] == "Trần Thị Bình"
    shown = run("audit", "show", "6", facts).stdout
    assert "Officer: Trần Thị Bình" in shown
    assert "Options: --" in shown
    assert "t/1.0.0/rules/rules.yaml" in shown
    content = ("audit", "show", "6", facts, "--content")
    assert run(*content, "facts.yaml").stdout == (recorded.facts / "facts.yaml").read_text("utf-8")
    assert "Did you mean 'facts.yaml'?" in run(*content, "fact.yaml").stderr
    assert run("audit", "show", "7", facts).exit_code == 2
    assert run("audit", "log", str(recorded.place)).exit_code == 2


def test_verifying_as_json_names_entries(copied: World) -> None:
    import sqlite3  # noqa: PLC0415 - of this test alone

    facts = str(copied.facts)
    whole = json.loads(run("audit", "verify", facts, "--format", "json").stdout)
    assert (whole["intact"], whole["entries"], whole["problems"]) == (True, 6, [])
    with closing(sqlite3.connect(copied.trail)) as connection, connection:
        connection.execute("UPDATE entries SET entry = entry || ' ' WHERE number = 4")
    result = run("audit", "verify", facts, "--format", "json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert not told["intact"]
    assert {number for p in told["problems"] for number in p["entries"]} == {4}


def test_a_file_that_is_no_store_any_more_is_damage_not_a_slip_of_the_call(copied: World) -> None:
    data = copied.trail.read_bytes()
    copied.trail.write_bytes(b"x" + data[1:])
    result = run("audit", "verify", str(copied.facts))
    assert (result.exit_code, "damaged" in result.stdout) == (1, True)
    copied.trail.write_bytes(b"")
    result = run("audit", "verify", str(copied.facts))
    assert (result.exit_code, "holds no entry" in result.stdout) == (1, True)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_everything_is_said_in_both_languages(recorded: World, lang: str) -> None:
    facts = str(recorded.facts)
    calls = [("log", facts), ("verify", facts)]
    calls += [(*words, facts) for words in (("show", "1"), ("replay", "1"))]  # type: ignore[misc]
    calls.append(("history", "so-a", facts))  # type: ignore[arg-type]
    for args in calls:
        result = run("audit", *args, "--lang", lang)
        assert result.exit_code == 0
        assert bool(re.search("[ạểữệục]", result.stdout)) or lang == "en" or args[0] == "log"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_oscal_export_is_valid_under_the_models_of_trestle(
    recorded: World, tmp_path: Path, lang: str
) -> None:
    from trestle.oscal import OSCAL_VERSION  # noqa: PLC0415 - slow to import
    from trestle.oscal.assessment_results import AssessmentResults  # noqa: PLC0415 - of this test alone

    file = tmp_path / "results.json"
    export = ("audit", "export", str(recorded.facts), "--format", "oscal", "--lang", lang)
    assert run(*export, "-o", str(file)).exit_code == 0
    results = AssessmentResults.oscal_read(file)
    assert results is not None
    assert len(results.results) == 6
    assert json.loads(file.read_text("utf-8"))["assessment-results"]["metadata"][
        "oscal-version"
    ] == OSCAL_VERSION  # fmt: skip
    states = {f.target.status.state.value for r in results.results for f in r.findings or []}
    assert states == {"satisfied", "not-satisfied"}
    before = file.read_bytes()
    assert run(*export, "-o", str(file)).exit_code == 0
    assert file.read_bytes() == before
