"""The program as a whole: how words are understood, how quickly it starts, its help."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from cli.folder import Run, Start
from isocheck.cli import program
from isocheck.cli.language import help_language, locale_language
from isocheck.cli.program import COMMANDS, means_check

HEAVY = ("yaml", "jsonschema", "durable_rules_engine", "isocheck.evaluate", "isocheck.packs",
         "isocheck.facts", "isocheck.report", "isocheck.messages", "hashlib")  # fmt: skip


@pytest.mark.parametrize(
    ("words", "check"),
    [
        ("", False),
        ("--help", False),
        ("--version", False),
        ("check facts", False),
        ("facts", True),
        ("facts/", True),
        ("facts -f json", True),
        ("facts --help", False),
        ("facts check", False),
        ("./facts", True),
        ("../x", True),
        ("a\\b", True),
        ("-f json facts", True),
        ("rules", False),
        ("chek", False),
        ("small.yaml", True),
    ],
)
def test_what_the_first_word_means(place: Path, words: str, check: bool) -> None:
    del place
    assert means_check(words.split()) is check


def test_facts_without_such_a_folder_is_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert means_check(["facts"]) is False


def test_a_word_that_is_neither_command_nor_folder_is_refused_with_a_guess(run: Run) -> None:
    result = run("chek", "facts", law=False)
    assert result.exit_code == 2
    assert "Có phải 'check'?" in result.stderr


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom isocheck.cli import program\n"
        "try:\n    program.main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print(' '.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert "click" in loaded
    assert [name for name in HEAVY if name in loaded] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_that_ends_with_an_example(name: str, run: Run) -> None:
    command = program.get_command(click.Context(program), name)
    assert command is not None
    inner = list(command.commands.values()) if isinstance(command, click.Group) else [command]
    for each in inner:
        assert each.help is not None
        assert "\nVí dụ:\n  isocheck " in each.help or "\nExample:\n  isocheck " in each.help
    assert run(name, "--help", law=False).exit_code == 0


def test_the_help_of_the_program_lists_every_command(run: Run) -> None:
    text = run("--help", law=False).stdout
    assert all(f"\n  {name} " in text for name in COMMANDS)


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version", law=False).stdout.startswith("isocheck 0.")


@pytest.mark.parametrize(
    ("locale", "language"), [("en_US.UTF-8", "en"), ("vi_VN", "vi"), ("C", "vi"), ("", "vi")]
)
def test_the_language_of_the_locale(
    monkeypatch: pytest.MonkeyPatch, locale: str, language: str
) -> None:
    monkeypatch.setenv("LANG", locale)
    assert locale_language() == language
    assert help_language() == language
    monkeypatch.setenv("ISOCHECK_LANG", "en")
    assert help_language() == "en"


def test_explain_shows_one_subject_and_names_a_wrong_one(run: Run) -> None:
    result = run("explain", "so-a", "t.announce")
    assert result.exit_code == 0
    assert "Yêu cầu, không đúng: công bố HTQLCL còn hiệu lực: không" in result.stdout
    wrong = run("explain", "so-aa")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "Có phải 'so-a'?" in wrong.stderr
    assert "Có phải 't.announce'?" in run("explain", "so-a", "t.announc").stderr


@pytest.mark.parametrize(
    "words",
    [
        ("so-a", "t.announce", "facts"),
        ("facts/", "so-a", "t.announce"),
        ("sở a", "t.announce"),
        ("so-a", "./facts", "Announce"),
    ],
)
def test_explain_takes_names_and_the_folder_in_any_place(run: Run, words: tuple[str, ...]) -> None:
    assert run("explain", *words).stdout == run("explain", "so-a", "t.announce").stdout


def test_explain_takes_in_all_below_a_body(run: Run) -> None:
    whole = run("explain", "--under", "huyện một", "-f", "json")
    found = json.loads(whole.stdout)
    assert {f["subject"] for f in found["findings"]} == {"c1", "c2", "c3", "c4"}
    assert found["under"] == ["huyện một"]
    one = json.loads(run("explain", "--under", "d1", "t.model", "facts", "-f", "json").stdout)
    assert {f["rule"] for f in one["findings"]} == {"t.model"}
    assert len(one["findings"]) == 4


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "còn thiếu mã hoặc tên đơn vị."),
        (("facts/",), "còn thiếu mã hoặc tên đơn vị."),
        (("so-a", "t.announce", "x"), "thừa 'x'."),
        (("so-a", "facts/", "./facts"), "thừa thư mục './facts'."),
        (("--under", "d1", "so-a", "t.model"), "thừa 't.model'."),
        (("so-a", "nowhere/"), "nowhere: không có thư mục này"),
    ],
)
def test_explain_refuses_what_it_cannot_follow(run: Run, words: tuple[str, ...], said: str) -> None:
    result = run("explain", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_a_run_narrowed_to_a_district_shows_and_fails_by_it_alone(run: Run) -> None:
    found = json.loads(run("facts/", "--under", "Huyện Một", "-f", "json").stdout)
    assert {f["subject"] for f in found["findings"]} == {"c1", "c2", "c3", "c4"}
    assert "Thuộc:" in run("facts/", "--under", "Huyện Một").stdout
    told = run("facts/", "--under", "d1", "--only", "c1").stdout
    assert "Thuộc:              Huyện Một (d1)\n" in told
    assert "Chỉ xem:            Xã Một (c1)\n" in told
    listed = json.loads(run("actions", "--under", "Huyện Một", "-f", "json").stdout)
    assert [action["by"] for action in listed] == ["c2"]
    nothing = run("facts/", "--under", "Huyện Một", "--only", "department")
    assert (nothing.exit_code, nothing.stdout) == (2, "")
    assert "không có kết quả nào thuộc tất cả" in nothing.stderr


def test_the_folder_is_facts_where_none_is_named(run: Run) -> None:
    whole = run("check", "facts").stdout
    assert run("check").stdout == whole
    assert run("--color", "never").stdout == whole


def test_explain_as_json_is_a_findings_document_of_the_subject(run: Run) -> None:
    found = json.loads(run("explain", "so-b", "--format", "json").stdout)
    assert [(f["subject"], f["outcome"]) for f in found["findings"]] == [("so-b", "not_applicable")]


def test_a_comparison_says_which_runs_it_compares(run: Run) -> None:
    told = run("diff", "facts", "facts", "--was-of", "2020-06-30", "--as-of", "2031-01-01").stdout
    head = " ".join(told.partition("\n\n")[0].split())
    assert head.startswith("So facts tính đến ngày 30/06/2020 với facts tính đến ngày 01/01/2031.")
    assert "trước ngày rà soát 01/01/2031" in head


def test_actions_are_listed_by_body(run: Run) -> None:
    text = run("actions", "facts").stdout
    head, _, bodies = text.partition("\n\n")
    assert head == "Tính đến ngày 31/12/2020; thông tin trong thư mục facts."
    assert bodies.partition("\n\n")[2].splitlines()[:5] == [
        "Xã Hai (c2)", "===========", "* Công bố",
        "  thời hạn đến hết ngày 30/06/2020 (quá hạn); báo cáo Huyện Một",
        "  Mã quy định: t.announce",
    ]  # fmt: skip
    listed = json.loads(run("actions", "facts", "-f", "json", "--only", "so-a").stdout)
    assert [action["by"] for action in listed] == ["so-a"]
    nothing = run("actions", "facts", "--only", "so-b")
    assert nothing.stdout.splitlines()[1:] == ["Không có việc nào cần thực hiện."]


def test_rules_are_listed_with_their_days_and_citations(run: Run) -> None:
    listed = json.loads(run("rules", "-p", "small.yaml", "-f", "json").stdout)
    assert [rule["id"] for rule in listed] == ["t.announce", "t.model", "t.target"]
    assert listed[0] | {"title": None, "cites": None} == {
        "id": "t.announce", "type": "rule", "pack": "t", "version": "1.0.0", "title": None,
        "for": ["department", "commune"], "modality": "must", "verification": "primary",
        "in_force": {"from": None, "until": None}, "due": "2020-06-30", "dues": ["2020-06-30"],
            "due_verification": "primary", "mode": "due",
        "cites": None,
    }  # fmt: skip
    text = run("rules", "-p", "small.yaml").stdout
    assert "Bắt buộc; Cơ quan cấp tỉnh, UBND cấp xã; thời hạn đến hết ngày 30/06/2020" in text


def test_rules_are_those_of_the_profile_of_the_folder(run: Run, place: Path) -> None:
    named = run("rules", "-p", "small.yaml").stdout
    assert run("rules").stdout == named
    assert run("rules", "facts/").stdout == named
    settings = "profile: small.yaml\ncollected: all\nas_of: 2001-01-01\n"
    (place / "facts" / "isocheck.yaml").write_text(settings, encoding="utf-8")
    assert run("rules").stdout == named  # the day of the folder narrows nothing
    assert run("rules", "nowhere").exit_code == 2


def test_a_due_day_is_listed_as_the_law_has_it_on_the_day_of_the_folder(
    run: Run, place: Path
) -> None:
    """The official letter makes of a day not yet set two readings of one."""

    def due(*words: str) -> tuple[list[str], str]:
        listed = json.loads(run("rules", *words, "-f", "json", law=False).stdout)
        (rule,) = [rule for rule in listed if rule["id"] == "kh34.convert-2015"]
        return rule["dues"], rule["due_verification"]

    amended = (["2021-06-29", "2021-06-30"], "interpretation")
    law = ("-p", "lang-son-2018-2020")
    assert due(*law) == amended  # without a day: as last amended
    assert due(*law, "--as-of", "2020-12-31") == amended
    assert due("-p", "kh34-alone") == ([], "primary")
    settings = "profile: lang-son-2018-2020\nas_of: {}\n"
    folder = place / "facts" / "isocheck.yaml"
    folder.write_text(settings.format("2018-02-21"), encoding="utf-8")
    assert due("facts/") == amended  # in force from that day
    folder.write_text(settings.format("2018-02-20"), encoding="utf-8")
    assert due("facts/") == ([], "primary")


def test_amendments_are_listed_on_the_days_on_which_they_are_law(run: Run) -> None:
    def ids(*args: str) -> set[str]:
        call = ("rules", "-p", "lang-son-2018-2020", "-f", "json")
        listed = json.loads(run(*call, *args, law=False).stdout)
        return {entry["id"] for entry in listed if entry["type"] == "amendment"}

    assert "cv419.conversion-deadline" in ids()
    assert "cv419.conversion-deadline" in ids("--as-of", "2020-12-31")
    assert ids("--as-of", "2018-02-01") == set()


def test_the_form_of_facts_is_checked_without_judging(run: Run, place: Path) -> None:
    assert run("facts", "check", "facts").stdout == "Đúng hình thức: 1 tệp, 8 hồ sơ.\n"
    entry = json.loads(run("facts", "check", "facts", "-f", "json").stdout)
    assert (entry["files"], entry["records"], len(entry["sha256"])) == (1, 8, 64)
    (place / "facts" / "more.yaml").write_text("facts: v1\nrecords: [{id: q}]\n", encoding="utf-8")
    wrong = run("facts", "check", "facts")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert wrong.stderr.startswith("facts/more.yaml:")
    assert entry["problems"] == []
    told = run("facts", "check", "facts", "-f", "json", "-o", "told.json")
    assert (told.exit_code, told.stdout, told.stderr) == (2, "", "")
    problems = json.loads((place / "told.json").read_text(encoding="utf-8"))["problems"]
    assert len(problems) == len(wrong.stderr.splitlines()) - 1
    assert {p["file"] for p in problems} == {"facts/more.yaml"}
    for problem, line in zip(problems, wrong.stderr.splitlines(), strict=False):
        assert problem["text"]["vi"] == line
        assert line.startswith(f"facts/more.yaml:{problem['line']}: ")


def test_schemas_are_printed_and_misspelt_ones_guessed(run: Run) -> None:
    found = json.loads(run("schema", "findings", law=False).stdout)
    assert found["$id"] == "urn:isocheck:schema:findings"
    assert json.loads(run("schema", "commune", law=False).stdout)["type"] == "object"
    draft_7 = json.loads(run("schema", "facts", "--draft", "7", law=False).stdout)
    assert draft_7["$schema"] == "http://json-schema.org/draft-07/schema#"
    wrong = run("schema", "comune", law=False)
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "Có phải 'commune'?" in wrong.stderr


def test_python_m_isocheck_is_isocheck(start: Start) -> None:
    done = start("facts/", "--policy", "packs", "--only", "so-b", "--lang", "en")
    assert done.returncode == 0
    assert done.stdout.startswith(b"FINDINGS as of 2020-12-31")
