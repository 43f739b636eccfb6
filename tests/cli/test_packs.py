"""`isocheck packs …`, `lines` and `diff`: what they print, where, and how they end."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import Result

from authoring.packs_on_disk import add, folder_of, line_of, spoil
from cli.folder import Run


@pytest.fixture
def packs(run: Run, place: Path):
    """Run `isocheck packs …` with the packs below `mine-packs`, which holds a new pack."""
    root = place / "mine-packs"
    folder_of(root)

    def invoke(*args: str) -> Result:
        return run("packs", *args, "--policy", str(root), "--lang", "en", law=False)

    invoke.root = root  # type: ignore[attr-defined]
    return invoke


def test_packs_are_listed_with_versions_and_profiles(packs) -> None:
    entries = {entry["id"]: entry for entry in json.loads(packs("list", "-f", "json").stdout)}
    assert {"core", "kh34", "cv419", "mine"} <= entries.keys()
    assert entries["mine"]["rules"] == 1
    assert entries["mine"]["cases"] == 4
    assert "kh34-alone" in entries["kh34"]["profiles"]
    assert "mine 1.0.0\n  Pack mine" in packs("list").stdout


def test_a_pack_is_shown_in_each_form(packs, place: Path) -> None:
    assert packs("show", "mine").stdout.startswith("# Pack mine")
    assert packs("show", "mine@1.0.0", "-f", "html").stdout.startswith("<!DOCTYPE html>")
    page = json.loads(packs("show", "mine", "-f", "json").stdout)
    assert [p["at"] for p in page["paragraphs"]] == ["1", "2"]
    assert packs("show", "mine", "-o", str(place / "page.md")).stdout == ""
    wrong = packs("show", "mine@2.0.0")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "'mine@2.0.0' is not installed" in wrong.stderr


@pytest.mark.parametrize("command", ["check", "test", "coverage", "mutate"])
def test_a_sound_pack_passes(packs, command: str) -> None:
    result = packs(command, "mine")
    assert result.exit_code == 0, result.output
    json.loads(packs(command, "mine", "-f", "json").stdout)


def test_check_ends_with_1_where_something_lacks_and_2_where_it_is_wrong(packs) -> None:
    add(packs.root, "parameters.yaml", "spare: {value: 5}\n")
    lacking = packs("check", "mine")
    line = line_of(packs.root, "parameters.yaml", "spare")
    assert lacking.exit_code == 1
    assert f"mine-packs/mine/1.0.0/parameters.yaml:{line}: mine.spare:" in lacking.stdout
    spoil(packs.root, "rules/rules.yaml", "quote: Các cơ quan", "quote: Mọi cơ quan")
    wrong = packs("check", "mine")
    line = line_of(packs.root, "rules/rules.yaml", "quote:")
    assert wrong.exit_code == 2
    assert f"mine-packs/mine/1.0.0/rules/rules.yaml:{line}: mine.announce:" in wrong.stdout
    entry = json.loads(packs("check", "mine", "-f", "json").stdout)
    assert [problem["code"] for problem in entry["wrong"]] == ["citation-quote"]


def test_check_shows_the_discrepancies_of_the_plan(run: Run) -> None:
    entry = json.loads(run("packs", "check", "kh34", "-f", "json", law=False).stdout)
    computed = {d["at"]: d["computed"] for d in entry["discrepancies"] if d["from_cells"]}
    assert (computed["annex I.1"], computed["annex I.4"]) == (60, 110)


def test_a_due_day_off_by_one_fails_its_cases_with_their_places(packs) -> None:
    spoil(packs.root, "parameters.yaml", "value: 2021-06-30", "value: 2021-06-29")
    result = packs("test", "mine")
    assert result.exit_code == 1
    line = line_of(packs.root, "tests/announce.yaml", "Announced on the last day")
    assert f"mine-packs/mine/1.0.0/tests/announce.yaml:{line}: Announced on" in result.stdout
    assert "expected satisfied, found satisfied_late" in result.stdout
    suites = ET.fromstring(packs("test", "mine", "-f", "junit").stdout)  # noqa: S314 - we wrote it ourselves
    assert [suite.attrib["failures"] for suite in suites] == ["2"]
    assert len(suites.findall(".//failure")) == 2
    assert packs("mutate", "mine").exit_code == 1


def test_a_case_that_fails_for_want_of_facts_says_which(packs) -> None:
    spoil(packs.root, "tests/announce.yaml", "so-c: indeterminate", "so-c: violated")
    result = packs("test", "mine")
    assert result.exit_code == 1
    words = "expected violated, found indeterminate; missing: so-c qms.announcements"
    assert f"mine.announce so-c: {words}" in result.stdout
    (failed,) = [
        c for c in json.loads(packs("test", "mine", "-f", "json").stdout) if not c["passed"]
    ]
    missing = [{"record": "so-c", "path": "qms.announcements"}]
    assert [d["missing"] for d in failed["differences"]] == [missing]


def test_a_dropped_paragraph_leaves_a_gap_with_its_place(packs) -> None:
    add(packs.root, "source.md", "\n[3]\nCác cơ quan báo cáo hằng năm.\n")
    result = packs("coverage", "mine")
    line = line_of(packs.root, "source.md", "[3]")
    assert result.exit_code == 1
    assert f"mine-packs/mine/1.0.0/source.md:{line}: no rule encodes [3]" in result.stdout


@pytest.mark.slow
def test_survivors_below_the_threshold_end_with_1(packs) -> None:
    spoil(packs.root, "tests/announce.yaml", "as_of: 2021-06-30", "as_of: 2021-06-01")
    spoil(packs.root, "tests/announce.yaml", "date: 2021-06-30", "date: 2021-06-01")
    result = packs("mutate", "mine")
    assert result.exit_code == 1
    assert "mine.announcing_due: value: 2021-06-30 → 2021-06-29" in result.stdout
    assert packs("mutate", "mine", "--threshold", "50").exit_code == 0
    assert packs("mutate", "mine", "--only", "mine.announce").exit_code == 0
    assert (
        "Did you mean 'mine.announce'?" in packs("mutate", "mine", "--only", "mine.anounce").stderr
    )


def test_a_new_pack_is_written_once(run: Run, place: Path) -> None:
    result = run("packs", "new", "fresh", "here", law=False)
    assert result.exit_code == 0
    assert (place / "here" / "fresh" / "1.0.0" / "pack.yaml").is_file()
    again = run("packs", "new", "fresh", "here", law=False)
    assert (again.exit_code, again.stdout) == (2, "")
    assert run("packs", "new", "Bad Id", "here", law=False).exit_code == 2


def test_a_new_pack_is_modelled_on_what_another_brings(run: Run, place: Path) -> None:
    for pack in ("alike", "bare"):
        run("packs", "new", pack, "models", law=False)
    model = place / "models" / "alike" / "1.0.0" / "new" / "rules"
    model.mkdir(parents=True)
    (model / "first.yaml").write_text("- id: PACK_ID.first\n", encoding="utf-8")
    call = ("packs", "new", "made", "here", "--policy", "models", "--lang", "en")
    unclear = run(*call, law=False)
    assert (unclear.exit_code, unclear.stdout) == (2, "")
    assert "Name one with --from: alike, core." in unclear.stderr
    without = run(*call, "--from", "bare", law=False)
    assert "'bare' has no folder `new`" in without.stderr
    assert not (place / "here").exists()
    assert run(*call, "--from", "alike", law=False).exit_code == 0
    made = [p for p in (place / "here").rglob("*") if p.is_file()]
    assert [p.relative_to(place / "here").as_posix() for p in made] == [
        "made/1.0.0/rules/first.yaml"
    ]
    assert made[0].read_text(encoding="utf-8") == "- id: made.first\n"
    assert run("packs", "check", "alike", "--policy", "models", law=False).exit_code == 0
    (model / "linked.yaml").symlink_to(place / "small.yaml")
    linked = run(*call[:2], "other", *call[3:], "--from", "alike", law=False)
    assert (linked.exit_code, linked.stdout) == (2, "")
    assert "models/alike/1.0.0/new/rules/linked.yaml: this is a symbolic link" in linked.stderr
    (model / "linked.yaml").unlink()
    (model / "first.yaml").write_bytes(b"\xff\xfe")
    spoilt = run(*call[:2], "other", *call[3:], "--from", "alike", law=False)
    assert (spoilt.exit_code, spoilt.stdout) == (2, "")
    assert "models/alike/1.0.0/new/rules/first.yaml" in spoilt.stderr


def test_an_empty_name_is_no_profile(run: Run) -> None:
    result = run("facts", "-p", "", "--lang", "en", law=False)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no profile ''" in result.stderr


@pytest.mark.parametrize("call", [("facts",), ("packs", "list"), ("rules",)])
def test_an_empty_name_is_no_folder_of_packs(run: Run, call: tuple[str, ...]) -> None:
    result = run(*call, "--policy", "", "--lang", "en", law=False)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("--policy: there is no such folder of packs")


def test_a_circular_added_says_what_it_changes_for_whom(run: Run) -> None:
    call = ("packs", "diff", "small.yaml", "small.yaml", "facts", "--policy", "packs")
    same = run(*call, law=False)
    assert same.exit_code == 0, same.output
    assert same.stdout.startswith("Hai bên như nhau.")
    result = run(
        "packs", "diff", "kh34-alone", "kh34-alone+cv419", "-f", "json", "--lang", "en", law=False
    )
    assert result.exit_code == 1
    found = json.loads(result.stdout)["differences"]
    assert "cv419.conversion-deadline" in {d["id"] for d in found}


@pytest.mark.parametrize(
    "call",
    [
        ("packs", "diff", "kh34-alone", "kh34-alone+cv419", "facts"),
        ("diff", "facts", "facts", "--was-of", "2020-06-30", "--as-of", "2020-07-01"),
    ],
)
def test_what_changed_is_told_in_the_language_of_the_folder(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch, call: tuple[str, ...]
) -> None:
    settings = place / "facts" / "isocheck.yaml"
    given = settings.read_text(encoding="utf-8")
    told = {}
    for lang in ("vi", "en"):
        settings.write_text(f"lang: {lang}\n{given}", encoding="utf-8")
        told[lang] = run(*call, law=call[0] == "diff").stdout
    assert told["vi"] != told["en"]
    assert run(*call, "--lang", "vi", law=call[0] == "diff").stdout == told["vi"]
    monkeypatch.setenv("ISOCHECK_LANG", "vi")
    assert run(*call, law=call[0] == "diff").stdout == told["vi"]


def test_what_changed_between_two_days_is_told(run: Run, place: Path) -> None:
    call = ("diff", "facts", "facts", "--was-of", "2020-06-30", "--as-of", "2020-07-01")
    result = run(*call, "-f", "json", "--lang", "en")
    assert result.exit_code == 1
    moved = json.loads(result.stdout)["findings"]
    assert {(m["before"], m["after"]) for m in moved} == {("due", "violated")}
    kept = place / "before.json"
    run("facts", "--as-of", "2020-06-30", "--all", "--format", "json", "-o", str(kept))
    again = run("diff", "before.json", "facts", "--as-of", "2020-07-01", "-f", "json")
    assert json.loads(again.stdout)["findings"] == moved
    text = run(*call, "--lang", "en").stdout
    assert "Not done yet, still in time → Overdue or not met" in text
    assert run("diff", "facts", "facts").exit_code == 0
    assert run("diff", "facts").exit_code == 0  # with facts/ again
    assert run("diff", "small.yaml", "facts").exit_code == 2


@pytest.mark.parametrize(
    ("form", "start"),
    [("text", ""), ("json", "["), ("dot", "digraph"), ("mermaid", "flowchart LR")],
)
def test_lines_in_each_form(run: Run, form: str, start: str) -> None:
    result = run("lines", "-p", "kh34-alone", "--format", form, law=False)
    assert result.exit_code == 0
    assert result.stdout.startswith(start)


def test_the_lines_of_a_body_are_found_by_its_id_name_and_kind(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lines(*words: str) -> str:
        return run("lines", *words, "-p", "kh34-alone", law=False).stdout

    of_districts = lines("district")
    assert "kh34.line." in of_districts
    assert lines("UBND cấp huyện") == of_districts
    assert lines("Huyện Một", "facts") == of_districts
    assert lines("facts/", "d1") == of_districts
    assert lines("huyện một") == of_districts
    wrong = run("lines", "so-khc", "-p", "kh34-alone", law=False)
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    monkeypatch.chdir("packs")  # no facts/ here
    wrong = run("lines", "so-khc", "-p", "kh34-alone", law=False)
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "so-khcn" in wrong.stderr
