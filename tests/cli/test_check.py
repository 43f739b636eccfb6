"""`isocheck check`: results, exit statuses, settings, and what goes wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cli.folder import Run, Start, write
from helpers import rule
from isocheck.errors import EngineFault


def test_a_run_reports_on_standard_output_and_exits_with_1_for_a_breach(run: Run) -> None:
    result = run("check", "facts")
    assert result.exit_code == 1
    assert result.stdout.startswith("KẾT QUẢ RÀ SOÁT, tính đến ngày 31/12/2020\n")
    assert result.stderr == ""


def test_the_folder_alone_means_check_and_options_may_come_first(run: Run) -> None:
    whole = run("check", "facts").stdout
    assert run("facts/").stdout == whole
    assert run("facts").stdout == whole
    assert run("facts", "--lang", "vi").stdout == whole
    assert run("--lang", "vi", "facts").stdout == whole
    named = str(Path("facts").resolve())  # printed commands repeat it
    assert run(named).stdout.replace("\n      ", " ").replace(f" {named}", "").split() == (
        whole.split()
    )


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((), 1),
        (("--fail-on", "never"), 0),
        (("--only", "so-b"), 0),
        (("--only", "so-a"), 1),
        (("--only", "t.model"), 0),
        (("--only", "c3"), 0),
        (("--only", "c3", "--fail-on", "indeterminate"), 1),
        (("--only", "province", "--fail-on", "due"), 0),
        (("--as-of", "2020-01-31"), 0),
        (("--as-of", "2020-01-31", "--fail-on", "due"), 1),
    ],
)
def test_the_exit_status(run: Run, options: tuple[str, ...], status: int) -> None:
    assert run("facts/", *options).exit_code == status


def test_json_is_one_document_and_nothing_else(run: Run) -> None:
    result = run("facts/", "--format", "json")
    found = json.loads(result.stdout)
    assert found["format"] == "isocheck.findings/v1"
    assert found["profile"] == "small"
    assert result.stdout == run("facts/", "-f", "json").stdout
    assert result.exit_code == 1


def test_an_output_file_is_written_whole_and_replaces_the_old_one(run: Run, place: Path) -> None:
    write(place / "out.json", "old")
    result = run("facts/", "-f", "json", "-o", "out.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert json.loads((place / "out.json").read_text(encoding="utf-8"))["summary"]["judged"] == 11
    assert [p.name for p in place.iterdir() if "part" in p.name] == []


def test_a_run_that_goes_wrong_leaves_the_old_file_alone(run: Run, place: Path) -> None:
    write(place / "out.json", "old")
    write(place / "facts" / "bad.yaml", "facts: v1\nrecords:\n  - {id: z, kind: comune}\n")
    assert run("facts/", "-f", "json", "-o", "out.json").exit_code == 2
    assert (place / "out.json").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("output", ["nowhere/out.txt", "facts"])
def test_a_file_that_cannot_be_written_is_said_before_anything_is_judged(
    run: Run, output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("isocheck.cli.check.judged", lambda call: pytest.fail(f"judged {call}"))
    result = run("facts/", "-o", output)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{output}: không ghi được")


def test_every_problem_is_told_in_one_go_with_file_and_line(run: Run, place: Path) -> None:
    write(
        place / "facts" / "sub" / "bad.yaml",
        "facts: v1\ncollected_on: 2020-12-31\nrecords:\n"
        "  - {id: z, kind: comune, name: Z}\n  - {id: c1, kind: commune, name: X, parent: d1}\n",
    )
    result = run("facts/", "--as-of", "31/12/2020")
    assert (result.exit_code, result.stdout) == (2, "")
    *lines, last = result.stderr.splitlines()
    assert lines[0].startswith("--as-of: ")
    assert "Hãy ghi 2020-12-31" in lines[0]
    assert any(line.startswith("facts/sub/bad.yaml:4: z: ") for line in lines)
    assert any("'commune'" in line for line in lines)
    assert any("c1" in line for line in lines[2:])
    assert last == f"Có {len(lines)} lỗi; chưa rà soát nội dung nào."


@pytest.mark.parametrize(
    ("lang", "shown", "total"),
    [
        ("vi", "… và ít nhất 802 lỗi nữa", "Có ít nhất 1002 lỗi; chưa rà soát nội dung nào."),
        ("en", "… and at least 802 more", "At least 1002 problems; nothing was judged."),
    ],
)
def test_where_reading_stopped_the_rest_is_a_least_number(
    run: Run, place: Path, lang: str, shown: str, total: str
) -> None:
    """A file is not read behind its first thousand problems; 1,200 are there and one besides."""
    twice = "".join(f"  - {{id: x{n}, f{n}: a, f{n}: a}}\n" for n in range(1200))
    write(place / "facts" / "bad.yaml", "facts: v1\ncollected_on: 2020-12-31\nrecords:\n" + twice)
    write(place / "facts" / "isocheck.yaml", "profile: small.yaml\ncollected: [comune]\n")
    *_, more, last = run("facts/", "--lang", lang).stderr.splitlines()
    assert (more, last) == (shown, total)


@pytest.mark.parametrize(
    ("lang", "shown", "total"),
    [
        ("vi", "… và 700 lỗi nữa", "Có 900 lỗi; chưa rà soát nội dung nào."),
        ("en", "… and 700 more", "900 problems; nothing was judged."),
    ],
)
def test_what_was_read_to_its_end_is_counted(
    run: Run, place: Path, lang: str, shown: str, total: str
) -> None:
    unknown = "".join(
        f"  - {{id: x{n}, kind: commune, name: Xã {n}, parent: d1, foo{n}: bar}}\n"
        for n in range(900)
    )
    write(place / "facts" / "bad.yaml", "facts: v1\ncollected_on: 2020-12-31\nrecords:\n" + unknown)
    *_, more, last = run("facts/", "--lang", lang).stderr.splitlines()
    assert (more, last) == (shown, total)


@pytest.mark.parametrize("number", [3, 4, 900])
def test_a_mistake_made_again_and_again_is_told_once(run: Run, place: Path, number: int) -> None:
    """A body that is nowhere, named by each of many records: one thing is to be mended."""
    records = "".join(
        f"  - {{id: x{n}, kind: commune, name: Xã {n}, parent: d9}}\n" for n in range(number)
    )
    write(place / "facts" / "bad.yaml", "facts: v1\ncollected_on: 2020-12-31\nrecords:\n" + records)
    *lines, last = run("facts/", "--lang", "vi").stderr.splitlines()
    assert last == f"Có {number} lỗi; chưa rà soát nội dung nào."
    if number == 3:
        assert len(lines) == 3
        return
    (line,) = lines
    assert line.startswith("facts/bad.yaml:4: x0: parent: không có hồ sơ nào có id 'd9'.")
    more = ", …" if number > 4 else ""
    assert line.endswith(
        f"(Lỗi này còn ở {number - 1} chỗ khác: facts/bad.yaml:5, facts/bad.yaml:6, "
        f"facts/bad.yaml:7{more})"
    )


def test_the_same_of_two_fields_is_two_mistakes(run: Run, place: Path) -> None:
    records = "".join(
        f"  - {{id: x{n}, kind: commune, name: Xã {n}, parent: d9, "
        "nominated: [{year: 2018, date: 2018-03-01, by: d9}]}\n"
        for n in range(9)
    )
    write(place / "facts" / "bad.yaml", "facts: v1\ncollected_on: 2020-12-31\nrecords:\n" + records)
    lines = run("facts/", "--lang", "en").stderr.splitlines()
    assert [line.partition(": no record")[0] for line in lines[:-1]] == [
        "facts/bad.yaml:4: x0: nominated[1].by",
        "facts/bad.yaml:4: x0: parent",
    ]
    assert all("(The same at 8 more places: " in line for line in lines[:-1])


def test_problems_are_told_in_english_where_english_is_asked_for(run: Run, place: Path) -> None:
    write(place / "facts" / "isocheck.yaml", "profile: small.yaml\ncollected: [comune]\n")
    result = run("facts/", "--lang", "en")
    assert result.exit_code == 2
    assert result.stderr.startswith("facts/isocheck.yaml:2: collected: ")
    assert result.stderr.splitlines()[-1] == "1 problem; nothing was judged."


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("nowhere/",), "nowhere: không có thư mục này"),
        (("facts/", "--only", "communne"), "Có phải 'commune'?"),
        (("facts/", "--policy", "nopacks"), "nopacks: không có thư mục bộ quy định này"),
        (("facts/", "-p", "nothing"), "không có hệ văn bản áp dụng 'nothing'"),
        (("nowhere/", "-p", "nothing"), "không có hệ văn bản áp dụng 'nothing'"),
    ],
)
def test_a_call_that_cannot_be_followed(run: Run, args: tuple[str, ...], words: str) -> None:
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


def test_waivers_are_refused_until_they_are_weighed(run: Run, place: Path) -> None:
    write(place / "facts" / "waivers.yaml", "waivers: []\n")
    for call in (("facts/",), ("explain", "so-a"), ("facts", "check"), ("diff", "facts")):
        result = run(*call)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("facts/waivers.yaml: chương trình chưa xét")


@pytest.fixture
def added(place: Path) -> None:
    """A second pack, which no profile names."""
    head = "id: u\nversion: 1.0.0\ntitle: {vi: Thêm, en: More}\nrequires: [core]\n"
    write(place / "packs/u/1.0.0/pack.yaml", head)
    model = rule("u.name", "form: state\nrequire: {name: {exists: true}}\nalways: true\n")
    write(place / "packs/u/1.0.0/rules/rules.yaml", model)


@pytest.mark.usefixtures("added")
@pytest.mark.parametrize(
    "call",
    [
        "facts/ --all -f json",
        "explain so-a u.name",
        "actions facts/",
        "rules",
        "lines",
        "facts check",
        "diff facts",
        "packs check",
        "packs diff small.yaml small.yaml+u",
        "facts/ --record",
    ],
)
def test_a_pack_can_be_added_to_a_profile_wherever_one_is_named(run: Run, call: str) -> None:
    law = () if call.startswith("packs diff") else ("-p", "small.yaml+u")
    result = run(*call.split(), *law)
    assert result.exit_code in {0, 1}, result.stderr
    if call in {"facts/ --all -f json", "explain so-a u.name", "rules"}:
        assert "u.name" in result.stdout


@pytest.mark.usefixtures("added")
def test_what_a_pack_was_added_to_is_judged_again_from_the_trail(run: Run, place: Path) -> None:
    settings = "profile: small.yaml+u\ncollected: all\n"
    write(place / "facts" / "isocheck.yaml", settings)
    assert run("facts/", "--record").exit_code == 1
    found = json.loads(run("facts/", "-f", "json", "--all").stdout)
    assert found["profile"] == "small+u"
    assert [pack["id"] for pack in found["packs"]] == ["core", "t", "u"]
    again = run("audit", "replay", "1", law=False)
    assert again.exit_code == 0, again.stderr
    shown = json.loads(run("audit", "show", "1", "-f", "json", law=False).stdout)
    assert shown["profile"]["id"] == "small+u"


@pytest.mark.parametrize("name", ["small.yaml+v", "small.yaml+", "small.yaml+core@9.9.9"])
def test_a_pack_that_cannot_be_added_is_told(run: Run, name: str) -> None:
    result = run("facts/", "-p", name)
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_plus_sign_in_the_name_of_a_file_adds_nothing(run: Run, place: Path) -> None:
    (place / "small.yaml").rename(place / "a+b.yaml")
    assert run("facts/", "-p", "a+b.yaml").exit_code == 1


def test_a_folder_without_facts_is_no_success(run: Run, place: Path) -> None:
    (place / "facts" / "facts.yaml").unlink()
    result = run("facts/")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "không có gì để rà soát" in result.stderr


def test_a_day_on_which_no_rule_is_in_force_is_no_success(run: Run, place: Path) -> None:
    write(place / "packs/t/1.0.0/pack.yaml", dict_of_law() + "in_force: {from: 2018-02-23}\n")
    result = run("facts/", "--as-of", "2017-01-01")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--as-of" in result.stderr


def dict_of_law() -> str:
    return "id: t\nversion: 1.0.0\ntitle: {vi: t, en: t}\nrequires: [core]\n"


def test_without_any_day_the_day_is_asked_for(run: Run, place: Path) -> None:
    (place / "facts" / "facts.yaml").unlink()
    write(place / "facts" / "province.csv", "id,name\nls,Tỉnh Lạng Sơn\n")
    assert "--as-of: chưa rõ" in run("facts/").stderr
    assert run("facts/", "--as-of", "2020-12-31").exit_code == 0


def test_settings_come_from_the_call_then_the_environment_then_the_folder(
    run: Run, place: Path
) -> None:
    def day(*args: str, **env: str) -> str:
        found: dict[str, str] = json.loads(run("facts/", "-f", "json", *args, env=env).stdout)
        return found["as_of"]

    assert day() == "2020-12-31"
    settings = "profile: small.yaml\ncollected: all\nas_of: 2020-03-01\nlang: en\n"
    write(place / "facts" / "isocheck.yaml", settings)
    assert day() == "2020-03-01"
    assert day(ISOCHECK_AS_OF="2020-02-01") == "2020-02-01"
    assert day("--as-of", "2020-01-01", ISOCHECK_AS_OF="2020-02-01") == "2020-01-01"


def test_the_language_comes_from_the_call_the_environment_the_folder_the_locale(
    run: Run, place: Path
) -> None:
    def speaks_english(*args: str, **env: str) -> bool:
        return run("facts/", *args, env=env).stdout.startswith("FINDINGS")

    assert not speaks_english(LANG="C")
    assert speaks_english(LANG="en_GB.UTF-8")
    assert not speaks_english(LANG="en_GB.UTF-8", LC_ALL="vi_VN.UTF-8")
    write(place / "facts" / "isocheck.yaml", "profile: small.yaml\ncollected: all\nlang: vi\n")
    assert not speaks_english(LANG="en_GB.UTF-8")
    assert speaks_english(ISOCHECK_LANG="en")
    assert not speaks_english("--lang", "vi", ISOCHECK_LANG="en")


@pytest.mark.parametrize("name", ["ISOCHECK_LANG", "ISOCHECK_MATCHER", "ISOCHECK_PROFILE"])
def test_a_setting_of_the_environment_that_means_nothing_is_told(run: Run, name: str) -> None:
    result = run("facts/", env={name: "nonsense"})
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nonsense" in result.stderr


def test_the_matcher_asked_for_is_the_one_that_judges(run: Run) -> None:
    result = run("facts/", "-f", "json", "--matcher", "interpreter")
    assert json.loads(result.stdout)["engine"] == {"matcher": "interpreter"}
    assert result.stderr == ""


def test_without_durable_rules_the_interpreter_judges_and_says_so_once(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ISOCHECK_MATCHER", raising=False)
    monkeypatch.setattr("isocheck.evaluate.durable_answers.available", lambda: False)
    monkeypatch.setattr("isocheck.session.available", lambda: False)
    result = run("facts/", "-f", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["engine"] == {"matcher": "interpreter"}
    assert len(result.stderr.splitlines()) == 1
    refused = run("facts/", "--matcher", "durable-rules")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.startswith("--matcher: ")


@pytest.mark.parametrize(
    "fault", [EngineFault("they differ", rule="t.r", subject="so-a"), KeyError("x")]
)
def test_a_fault_of_the_program_is_3_and_no_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def fail(*args: Any, **more: Any) -> None:
        del args, more
        raise fault

    monkeypatch.setattr("isocheck.session.evaluate", fail)
    result = run("facts/")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith("Rất tiếc")
    assert "Traceback" not in result.stderr
    if isinstance(fault, EngineFault):
        assert "(t.r, so-a): they differ" in result.stderr
    shown = run("facts/", "--traceback")
    assert shown.exit_code == 3
    assert shown.stderr.count("Traceback") == 1


def test_a_traceback_of_wrong_facts_only_when_asked_for(run: Run) -> None:
    assert "Traceback" not in run("nowhere/").stderr
    assert "Traceback" in run("nowhere/", "--traceback").stderr


def test_colour_only_when_it_is_asked_for_or_on_a_terminal(run: Run) -> None:
    assert "\x1b[" not in run("facts/").stdout
    assert "\x1b[31m" in run("facts/", "--color", "always").stdout
    assert "\x1b[" not in run("facts/", "--color", "never").stdout


def test_the_words_are_utf_8_whatever_the_locale(start: Start) -> None:
    result = start("facts/", "--policy", "packs", env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert result.returncode == 1
    assert result.stdout.decode("utf-8").startswith("KẾT QUẢ RÀ SOÁT")


def test_a_reader_that_leaves_is_no_fault(place: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(
        [sys.executable, "-m", "isocheck", "facts/", "--policy", "packs"],
        cwd=place, stdout=writer, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    os.close(writer)
    assert result.returncode == 1
    assert result.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="devices have other names there")
def test_a_device_is_written_to_and_not_replaced(run: Run) -> None:
    before = Path(os.devnull).stat()
    assert run("facts/", "-o", os.devnull).exit_code == 1
    assert Path(os.devnull).stat().st_ino == before.st_ino


def test_a_profile_that_the_folder_names_is_mended_there(run: Run, place: Path) -> None:
    write(place / "facts" / "isocheck.yaml", "profile: lang-son\n")
    told = run("facts/", "--lang", "en").stderr
    assert told.startswith("facts/isocheck.yaml: there is no profile 'lang-son'.")
    assert run("facts/", "-p", "lang-son", "--lang", "en").stderr.startswith("policies/profiles/")


def test_the_summary_says_that_the_facts_are_older_than_the_day_judged(run: Run) -> None:
    told = "The facts were collected up to "
    assert told in run("facts/", "-f", "markdown", "--as-of", "2030-01-01", "--lang", "en").stdout
    assert told not in run("facts/", "-f", "markdown", "--lang", "en").stdout
