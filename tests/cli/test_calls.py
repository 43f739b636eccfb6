"""Wrong calls are told in the language of the rest; nobody's Ctrl-C or closed pipe is a fault."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from cli.folder import Run
from isocheck.cli import program
from isocheck.cli.program import COMMANDS

WRONG = [
    ("check facts --nope", "không có tùy chọn '--nope'.", "there is no option '--nope'."),
    (
        "check facts --onli x",
        "không có tùy chọn '--onli'. Có phải '--only'?",
        "there is no option '--onli'. Did you mean '--only'?",
    ),
    (
        "facts/ --fail-on x",
        "'--fail-on' nhận một trong các giá trị: violated, due, indeterminate, never.",
        "'--fail-on' is one of: violated, due, indeterminate, never.",
    ),
    ("facts/ x y", "thừa 'x', 'y'.", "'x', 'y': one word too many."),
    (
        "facts/ --all=3",
        "tùy chọn '--all' không nhận giá trị.",
        "the option '--all' takes no value.",
    ),
    ("audit show x", "'x' không phải số của một mục;", "'x' is no number of an entry;"),
    ("audit show", "còn thiếu số của mục.", "the number of the entry is missing."),
    ("audit replay 1 2", "thừa '2'.", "'2': one word too many."),
    ("audit history", "còn thiếu mã đơn vị hoặc hồ sơ.", "the id of a body or record is missing."),
    (
        "audit show 1 --facts ho-so",
        "hãy ghi thẳng nơi có nhật ký: program audit show … ho-so",
        "write the place of the trail itself: program audit show … ho-so",
    ),
    ("audit history a --facts ho-so", "audit history … ho-so", "… ho-so"),
    ("audit prove 1 --facts ho-so", "audit prove … ho-so", "… ho-so"),
    ("audit replay 1 --facts ho-so", "audit replay … ho-so", "… ho-so"),
    ("audit export --facts ho-so", "audit export … ho-so", "… ho-so"),
    ("audit sign", "còn thiếu tùy chọn '--key'.", "the option '--key' is missing."),
    (
        "packs mutate --threshold 200",
        "'--threshold' phải là số từ 0 đến 100.",
        "'--threshold' is a number, 0 to 100.",
    ),
    ("packs chekc", "không có lệnh 'chekc'. Có phải 'check'?", "Did you mean 'check'?"),
    ("chekc", "không có thư mục 'chekc'. Có phải 'check'?", "Did you mean 'check'?"),
]


@pytest.mark.parametrize(("call", "vi", "en"), WRONG)
def test_a_wrong_call_is_told_in_the_language_asked_for(
    run: Run, call: str, vi: str, en: str
) -> None:
    result = run(*call.split(), law=False)
    assert (result.exit_code, result.stdout) == (2, "")
    assert vi in result.stderr
    assert result.stderr.startswith("Cách dùng: ")
    english = run(*call.split(), law=False, env={"ISOCHECK_LANG": "en"})
    assert (english.exit_code, english.stdout) == (2, "")
    assert en in english.stderr
    assert "Error: " in english.stderr


def test_a_value_that_is_left_out_is_asked_for(run: Run) -> None:
    result = run("facts/", "--as-of", law=False)
    assert result.exit_code == 2
    assert "sau tùy chọn '--as-of' phải có giá trị." in result.stderr


def test_the_language_of_an_error_is_the_one_of_the_call(run: Run) -> None:
    assert "there is no option" in run("facts/", "--nope", "--lang", "en", law=False).stderr
    assert "there is no option" in run("--lang=en", "--nope", law=False).stderr
    english = {"ISOCHECK_LANG": "en"}
    assert (
        "không có tùy chọn" in run("facts/", "--nope", "--lang=vi", law=False, env=english).stderr
    )


def test_a_day_of_a_call_is_no_line_to_leave_out(run: Run) -> None:
    for words in (("facts/", "--as-of", "31/12/2020"), ("audit", "export", "--from", "31/12/2020")):
        wrong = run(*words, law=False)
        assert (wrong.exit_code, wrong.stdout) == (2, "")
        assert "không phải ngày ghi theo năm-tháng-ngày. Hãy ghi 2020-12-31" in wrong.stderr
        assert "bỏ cả dòng" not in wrong.stderr


@pytest.mark.parametrize(
    ("file", "words"),
    [("nowhere/x.txt", "không có tệp hoặc thư mục này"), ("facts", "đó là một thư mục")],
)
def test_what_the_system_says_of_a_file_is_said_in_vietnamese(
    run: Run, file: str, words: str
) -> None:
    wrong = run("facts/", "-o", file)
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert f"{file}: không ghi được kết quả vào tệp này: {words}." in wrong.stderr
    english = run("facts/", "-o", file, "--lang", "en")
    assert words not in english.stderr


def every_call() -> list[tuple[str, ...]]:
    calls: list[tuple[str, ...]] = [()]
    for name in COMMANDS:
        command = program.get_command(click.Context(program), name)
        calls.append((name,))
        if isinstance(command, click.Group):
            calls += [(name, inner) for inner in command.commands]
    return calls


@pytest.mark.parametrize("call", every_call(), ids=" ".join)
def test_h_is_help_everywhere_and_in_one_language(run: Run, call: tuple[str, ...]) -> None:
    result = run(*call, "-h", law=False)
    assert result.exit_code == 0
    assert result.stdout == run(*call, "--help", law=False).stdout
    assert result.stdout.startswith("Cách dùng: ")
    for english in ("Usage", "Options", "Commands", "Show this", "default:", "required"):
        assert english not in result.stdout


@pytest.mark.parametrize("call", every_call(), ids=" ".join)
@pytest.mark.parametrize("where", ["before", "behind", "after"])
def test_help_speaks_the_language_that_the_call_asks_for(
    run: Run, call: tuple[str, ...], where: str
) -> None:
    """Both in one process: the words of a command are chosen when it is called."""
    for lang, other, start in (("en", "vi", "Usage: "), ("vi", "en", "Cách dùng: ")):
        asked = ("--lang", lang)
        words = {
            "before": (*asked, *call, "-h"), "behind": (*call, *asked, "-h"),
            "after": (*call, "-h", *asked),
        }[where]  # fmt: skip
        result = run(*words, law=False, env={"ISOCHECK_LANG": other})
        assert result.exit_code == 0, result.stderr
        assert result.stdout.startswith(start)
        assert ("Options:" in result.stdout) == (lang == "en")


@pytest.mark.parametrize("call", every_call(), ids=" ".join)
def test_what_stands_for_a_value_in_vietnamese_help_is_vietnamese(
    run: Run, call: tuple[str, ...]
) -> None:
    text = run(*call, "-h", law=False).stdout
    usage = " ".join(text.partition("\n\n")[0].split()).removeprefix("Cách dùng: isocheck")
    values = re.findall(r"^  (?:-\w, )?--[a-z-]+ (\S+)", text, re.MULTILINE)
    words = [w for w in re.findall(r"[^\W\d]+", f"{usage} {' '.join(values)}") if w.isupper()]
    english = {
        "FILE", "NAME", "FOLDER", "DIR", "RULE", "SUBJECT", "BODY", "KIND", "PACK", "VERSION",
        "ENTRY", "TRAIL", "CODE", "PUBLIC", "PRIVATE", "ID", "YYYY", "DD", "COMMAND", "OPTIONS",
        "INTEGER", "FLOAT", "TEXT", "RANGE", "OLD", "NEW", "PROFILE", "PERCENT",
    }  # fmt: skip
    assert not english.intersection(words), words


def test_words_before_a_command_are_heard_for_all_that_follows(run: Run) -> None:
    assert run("--lang", "en", "packs", "list", law=False).stdout.startswith("core 1.0.0\n  The")
    assert run("packs", "--lang=en", "list", law=False).stdout.startswith("core 1.0.0\n  The")
    assert "FINDINGS" in run("--lang", "en", "facts/").stdout
    assert "is not installed" in run("--lang", "en", law=False).stderr  # a run of facts/
    wrong = run("--lang", "en", "packs", "show", law=False)
    assert wrong.stderr.startswith("Usage: program packs show [OPTIONS] PACK[@VERSION]")
    assert "Error: PACK[@VERSION] is missing." in wrong.stderr


def test_a_group_without_a_command_shows_its_help_and_does_nothing(run: Run) -> None:
    result = run("packs", law=False)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Lệnh:" in result.stderr


INTERRUPTED = """
import os, signal, sys
begun, calls, wanted = False, 0, int(sys.argv[1])
def count(frame, event, arg):
    global begun, calls
    begun = begun or frame.f_code.co_name == "import_module"  # of the command line: all that counts
    if begun and event in ("call", "c_call"):
        calls += 1
        if calls == wanted:
            sys.setprofile(None)
            os.kill(os.getpid(), signal.SIGINT)
from isocheck import __main__
sys.argv = ["isocheck", *sys.argv[2:]]
sys.setprofile(count)
try:
    __main__.main()
finally:
    sys.setprofile(None)
    if wanted == 0:
        sys.stderr.write(str(calls))
"""
ENDED = 130


def interrupted(place: Path, after: int, *args: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program, and interrupt it before the call of this number; 0: count them."""
    command = [sys.executable, "-c", INTERRUPTED, str(after), *args, "--policy", "packs"]
    return subprocess.run(command, cwd=place, capture_output=True, check=False)


@pytest.mark.slow
def test_an_interruption_ends_with_130_whenever_it_comes(place: Path) -> None:
    """Twenty moments from the first import to the last line, drawn from the run's own length."""
    call = ("facts/", "-f", "json", "-o", "out.json")
    interrupted(place, 0, *call)  # the first run of a fresh copy compiles, and is longer
    whole = interrupted(place, 0, *call)
    assert whole.returncode == 1, whole.stderr
    written = (place / "out.json").read_bytes()
    (place / "out.json").unlink()
    length = int(whole.stderr) * 99 // 100  # a run makes some calls more or less than another
    for after in [1 + (length - 2) * step // 19 for step in range(20)]:
        found = interrupted(place, after, *call)
        assert (after, found.returncode) == (after, ENDED), found.stderr
        assert (found.stdout, found.stderr) == (b"", b"")
        assert not list(place.glob("*.part")), "a part of a result is left"
        assert not list(place.glob(".*.part")), "a part of a result is left"
        if (place / "out.json").exists():
            assert (place / "out.json").read_bytes() == written


@pytest.mark.parametrize("call", ["-h", "--version", "facts/", "facts/ -f json", "rules"])
def test_a_reader_that_leaves_changes_nothing_but_what_is_read(place: Path, call: str) -> None:
    command = [sys.executable, "-m", "isocheck", *call.split()]
    if call.startswith("facts"):
        command += ["--policy", "packs"]
    whole = subprocess.run(command, cwd=place, capture_output=True, check=False)
    reader, writer = os.pipe()
    os.close(reader)
    left = subprocess.run(command, cwd=place, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (left.returncode, left.stderr) == (whole.returncode, whole.stderr)
    gone = subprocess.run(
        command, cwd=place, stdout=writer_closed(), stderr=writer_closed(), check=False
    )
    assert gone.returncode == whole.returncode


def writer_closed() -> int:
    """Return the end of a pipe that nobody reads."""
    reader, writer = os.pipe()
    os.close(reader)
    return writer


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes them there in another way")
def test_closed_streams_are_no_fault(place: Path) -> None:
    command = f'"{sys.executable}" -m isocheck facts/ --policy packs >&- 2>&-'
    assert subprocess.run(command, shell=True, cwd=place, check=False).returncode == 1  # noqa: S602 - a pipe of the shell is what is tried


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told(place: Path) -> None:
    command = [sys.executable, "-m", "isocheck", "facts/", "--policy", "packs"]
    with Path("/dev/full").open("wb") as full:
        found = subprocess.run(command, cwd=place, stdout=full, stderr=subprocess.PIPE, check=False)
    assert found.returncode == 2
    assert "không ghi được kết quả".encode() in found.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", ["-h", "--version", "explain -h"])
def test_help_that_cannot_be_written_is_told(place: Path, words: str) -> None:
    command = [sys.executable, "-m", "isocheck", *words.split()]
    with Path("/dev/full").open("wb") as full:
        found = subprocess.run(command, cwd=place, stdout=full, stderr=subprocess.PIPE, check=False)
    assert found.returncode == 2, found.stderr
    assert b"No space left on device" in found.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", ["nosuch/", "audit log facts/", "check --nonesuch"])
def test_what_is_wrong_keeps_its_exit_status_though_it_cannot_be_said(
    place: Path, words: str
) -> None:
    command = [sys.executable, "-m", "isocheck", *words.split()]
    with Path("/dev/full").open("wb") as full:
        assert subprocess.run(command, cwd=place, stderr=full, check=False).returncode == 2


@pytest.mark.parametrize(
    "output",
    ["facts/province.yaml", "facts/new.csv", "facts/deep/../b.YML", "facts/isocheck.yaml",
     "facts/audit.sqlite", "audit.sqlite", "./facts/a.xlsx"],
)  # fmt: skip
@pytest.mark.parametrize("option", ["-o", "-f"])
def test_no_result_takes_the_place_of_facts_or_of_the_trail(
    run: Run, place: Path, output: str, option: str
) -> None:
    (place / "facts" / "deep").mkdir()
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    more = (option, output) if option == "-o" else (option, f"json:{output}")
    result = run("facts", *more, "--lang", "en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{output}: a result may not stand where facts are read" in result.stderr
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == before


def test_a_result_may_stand_beside_facts_under_a_name_that_is_none_of_theirs(
    run: Run, place: Path
) -> None:
    assert run("facts", "-f", "json", "-o", "facts/found.json").exit_code == 1
    assert (place / "facts" / "found.json").is_file()


def test_a_name_that_no_file_can_have_is_told(run: Run, place: Path) -> None:
    (place / "round").symlink_to("round")
    for name in ("x" * 300, "round"):
        result = run("facts", "-o", name, "--lang", "en")
        assert (result.exit_code, result.stdout) == (2, ""), result.stderr
        assert f"{name}: the results cannot be written there" in result.stderr


def test_one_file_spelled_in_two_ways_is_one_file(run: Run, place: Path) -> None:
    result = run("facts", "-f", "json:a.out", "-f", "csv:./a.out", "--lang", "en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "the file './a.out' is named twice" in result.stderr
    assert not (place / "a.out").exists()


@pytest.mark.parametrize(
    "call",
    ["diff {} {}", "audit verify {}", "audit log {}", "audit export {} -o a.jsonl",
     "facts check {}", "packs new aa {}/b", "packs test {}"],
)  # fmt: skip
def test_a_name_too_long_for_any_file_is_told_by_every_command(run: Run, call: str) -> None:
    result = run(*call.replace("{}", "x" * 400).split(), "--lang", "en", law=False)
    assert (result.exit_code, result.stdout) == (2, ""), result.stderr
    assert "xxx" in result.stderr
    assert "fault of its own" not in result.stderr


def test_a_folder_taken_for_a_body_is_told_how_a_folder_is_written(run: Run) -> None:
    result = run("lines", "facts", "--lang", "en")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "begins, passes or ends at 'facts'. If it is a folder, write 'facts/'." in result.stderr
