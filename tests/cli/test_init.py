"""`isocheck init`: a folder that is sound at once, and says what is missing."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft7Validator

from house.test_vietnamese import foreign, without_ids
from isocheck.cli import program
from isocheck.errors import InputProblems
from isocheck.messages import CATALOGUE
from isocheck.messages.words import LANGUAGES, Language
from isocheck.packs.loading import load_profile
from isocheck.records.example_mark import MARKS
from isocheck.records.folder import load_facts
from isocheck.records.settings import read_settings
from isocheck.resources import tree
from isocheck.source.yaml_reader import read_yaml
from isocheck.starting import writing
from isocheck.starting.asked import asked_of

SMALL = """\
Mã,Tên,Cấp,Mã huyện,Tên huyện
06187,Thị trấn Một,Thị trấn,183,Huyện Giả Định
06190,Xã Hai,Xã,183,Huyện Giả Định
06193,Xã Ba,Xã,184,Huyện Thứ Hai
"""
TWO_LEVELS = """\
code,name,type,province_code,province
00001,Phường Một,phường,20,Tỉnh Giả Định
00002,Xã Hai,xã,20,Tỉnh Giả Định
"""
CALL = ("init", "so-lieu", "--units", "list.csv", "--province", "Tỉnh Giả Định")
DAY = ("--as-of", "2020-12-31")
OUT_OF_USE = re.compile(r"(#?)( *)# (.*)")


@pytest.fixture(autouse=True)
def empty_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work where there is only a small list."""
    (tmp_path / "list.csv").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def run(*args: str) -> Result:
    return CliRunner().invoke(program, args)


def made(*args: str, lang: str = "vi") -> dict[str, str]:
    """Make the folder and return its files."""
    result = run(*(args or CALL), *DAY, "--lang", lang)
    assert result.exit_code == 0, result.stderr
    return texts(Path("so-lieu"))


def texts(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {p.relative_to(folder).as_posix(): p.read_bytes().decode() for p in files}


def sample_list() -> str:
    """The districts and communes of the sample province, as a list."""
    profile = load_profile("lang-son-2018-2020")
    folder = tree("facts")
    facts = load_facts(folder, profile.kinds, profile.reference, read_settings(folder))
    rows = ["Tên,Mã,Tên huyện,Mã huyện"]
    for record in facts.records.values():
        if record.kind == "commune" and record.values.get("dissolved_on") is None:
            above = facts.records[record.values["parent"]].values
            cells = (record.values["name"], record.values["code"], above["name"], above["code"])
            rows.append(",".join(cells))
    return "\n".join(dict.fromkeys(rows)) + "\n"


def put_to_use(folder: Path) -> None:
    """Take the `# ` away from every example line, and write over what it says, as a person does."""
    for path in folder.rglob("*.yaml"):
        lines = list(in_use(path.read_text(encoding="utf-8"), path.name == "isocheck.yaml"))
        path.write_text(written_over("\n".join(lines)), encoding="utf-8")


def written_over(text: str) -> str:
    """Return examples as facts: here what they say happens to be so."""
    return re.sub(r" \((?:ví dụ|example)\)", "", text)


def in_use(text: str, settings: bool) -> Iterator[str]:
    below = False
    for line in text.split("\n"):
        below = below or line == "records:"
        if below and (found := re.fullmatch(r"( +)# (.*)", line)):
            yield found[1] + found[2]
        elif re.match(r"# (complete|source|collected_on|collected):", line) or (
            settings and line.startswith("#   - ")
        ):
            yield line[2:]
        else:
            yield line


@pytest.mark.slow
@pytest.mark.parametrize(
    ("of", "lang"),
    [
        ("small", "vi"), ("small", "en"), ("two levels", "vi"), ("no list", "en"),
        pytest.param("sample", "vi", marks=pytest.mark.slow),
    ],
)  # fmt: skip
def test_the_folder_is_sound_is_judged_and_its_examples_are_valid(of: str, lang: str) -> None:
    given = {"small": SMALL, "two levels": TWO_LEVELS, "sample": sample_list(), "no list": ""}[of]
    Path("list.csv").write_text(given, encoding="utf-8")
    made(*(CALL if given else (*CALL[:2], *CALL[4:])), lang=lang)
    assert run("facts", "check", "so-lieu").exit_code == 0
    result = run("check", "so-lieu", "--matcher", "interpreter")
    assert result.exit_code in {0, 1}, result.stderr
    first = result.stdout.split("\n\n")[1]
    assert first.startswith(
        "Chưa kết luận được nội dung nào" if lang == "vi" else "Nothing is decided"
    )
    put_to_use(Path("so-lieu"))
    result = run("facts", "check", "so-lieu")
    assert result.exit_code == 0, result.stderr


@dataclass(frozen=True)
class Example:
    """Some lines of a file that are an example together: a new record, or a field of one."""

    file: str
    first: int
    lines: tuple[str, ...]

    def put_to_use(self, files: dict[str, str]) -> str:
        """Return its file with the `# ` away from these lines alone."""
        lines = files[self.file].split("\n")
        lines[self.first : self.first + len(self.lines)] = self.lines
        return "\n".join(lines)

    def says(self) -> Any:
        """Return what stands there, as it is read."""
        return read_yaml(textwrap.dedent("\n".join(self.lines)), self.file)


def examples(files: dict[str, str]) -> Iterator[Example]:
    """Yield each example that stands in files by itself."""
    for name, text in files.items():
        if not name.endswith(".yaml"):
            continue
        lines = text.split("\n")
        found: list[str] = []
        for number, line in enumerate([*lines, ""]):
            example = re.fullmatch("( +)# (.*)", line)
            new_field = example and len(example[1]) == 4 and example[2][0] != " "
            if found and (not example or new_field):
                yield Example(name, number - len(found), tuple(found))
                found = []
            if example:
                found.append(example[1] + example[2])


def values(node: object) -> Iterator[object]:
    """Yield what a person would write over: each value but the kind."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key != "kind":
                yield from values(value)
    elif isinstance(node, list):
        for value in node:
            yield from values(value)
    else:
        yield node


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("of", ["small", "no list"])
def test_no_example_counts_as_a_fact_while_it_is_as_it_was(of: str, lang: Language) -> None:
    """Each is refused by itself: the record as a whole, or each of its values."""
    files = made(*(CALL if of == "small" else (*CALL[:2], *CALL[4:])), lang=lang)
    profile = load_profile("lang-son-2018-2020")
    laid_down = profile.reference
    kinds = set()
    found = list(examples(files))
    for example in found:
        said = list(values(example.says()))
        assert said
        assert all(str(value).endswith(f" {MARKS[lang]}") for value in said), example
        path = Path("so-lieu", example.file)
        path.write_text(example.put_to_use(files), encoding="utf-8")
        with pytest.raises(InputProblems) as refused:
            load_facts(Path("so-lieu"), profile.kinds, laid_down)
        path.write_text(files[example.file], encoding="utf-8")
        codes = [problem.code for problem in refused.value.problems]
        whole = example.lines[0].startswith("  - id:")
        assert codes == (["facts.example-record"] if whole else ["facts.still-example"] * len(said))
        kinds |= {example.says()[0]["kind"]} if whole else set()
    bodies = {kind.id for kind in profile.kinds.values() if kind.body or kind.reference}
    assert kinds >= profile.kinds.keys() - bodies


def test_what_is_filled_in_by_the_examples_leaves_open_only_what_the_texts_leave_open() -> None:
    """Nothing that a rule asks for is missing in the examples."""
    made(lang="en")
    put_to_use(Path("so-lieu"))
    result = run("check", "so-lieu", "--matcher", "interpreter")
    (line,) = re.findall(r"Not decided: .*", result.stdout)
    assert "for want of facts" not in line
    assert "left open by the texts" in line


def test_the_same_call_gives_the_same_bytes() -> None:
    first = made()
    run("init", "other", *CALL[2:], *DAY)
    second = texts(Path("other"))
    assert {n: t.replace("so-lieu", "other") for n, t in first.items()} == second
    assert all("\r" not in text and text.endswith("\n") for text in first.values())


def test_nothing_is_invented() -> None:
    """All that stands outside comments is the list's, the call's or a pack's."""
    for name, text in made().items():
        if not name.endswith(".yaml"):
            continue
        said = {line.split("#")[0].strip() for line in text.split("\n")} - {""}
        keys = {line.removeprefix("- ").partition(":")[0] for line in said}
        head = {"facts", "collected_on", "source", "records", "profile", "as_of", "lang"}
        assert keys <= head | {"id", "kind", "name", "parent", "code", "unit_type"}, name


def test_the_files_are_those_of_the_units() -> None:
    files = made()
    assert list(files)[:4] == [
        "DOC-TRUOC.txt", "co-quan-cap-tinh.yaml", "cong-viec/bao-cao.yaml",
        "cong-viec/hoat-dong.yaml",
    ]  # fmt: skip
    assert "huyen/183-huyen-gia-dinh.yaml" in files
    assert "xa.yaml" not in files
    district = files["huyen/183-huyen-gia-dinh.yaml"]
    assert re.findall(r"^  - id: (\S+)", district, re.MULTILINE) == ["d-183", "c-06187", "c-06190"]
    for name in files:
        assert name in files["DOC-TRUOC.txt"] or name == "DOC-TRUOC.txt"


def test_a_body_is_asked_for_what_the_rules_ask_of_its_kind() -> None:
    files = made()
    commune = files["huyen/184-huyen-thu-hai.yaml"].partition("- id: c-06193")[2]
    asked = re.findall(r"^    # (\w+):", commune, re.MULTILINE)
    assert asked == ["new_rural_standard", "nominated", "qms", "procedures", "maintenance"]
    assert "committee_member" in files["co-quan-cap-tinh.yaml"]


def test_what_a_person_reads_in_vietnamese_is_vietnamese() -> None:
    """Besides the names of fields, of kinds and files, which are typed."""
    profile = load_profile("lang-son-2018-2020")
    typed = {"null", "true", "false", "complete", "collected", "records", "id", "Notepad", "csv"}
    typed |= {"yaml", "txt", "facts", "check", "Excel", "all", "catalogue", "CSV", "TRUOC", "DOC"}
    fields = {f for kind in profile.kinds.values() for f in names(kind.fields)}
    for name, text in made().items():
        comments = "\n".join(line for line in text.split("\n") if line.startswith("#"))
        words = comments if name.endswith(".yaml") else text
        words = re.sub(r"[\w/-]+\.(yaml|txt|csv)", "", re.sub(r"\b\w+_\w+\b", "", words))
        left = foreign(without_ids(words)) - typed - {w for f in fields for w in f.split("_")}
        assert left - set(profile.kinds) == set(), name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_reports_call_a_missing_fact_is_found_beside_its_field(lang: Language) -> None:
    files = made(lang=lang)
    profile = load_profile("lang-son-2018-2020")
    lines = [re.sub("^# *", "", line) for text in files.values() for line in text.split("\n")]
    text = " ".join(" ".join(lines).split())
    given = {"name", "parent", "code", "unit_type"}  # by the list
    sought = 0
    for kind in profile.kinds.values():
        for name in set() if kind.reference else asked_of(profile, kind.id) & kind.fields.keys():
            if name not in given:
                assert kind.fields[name].label[lang] in text, (kind.id, name)
                sought += 1
    assert sought > 40


def names(fields: object) -> Iterator[str]:
    for name, spec in fields.items():  # type: ignore[attr-defined]
        yield name
        yield from names(spec.fields)
        if spec.of is not None:
            yield from names(spec.of.fields)


def test_it_ends_with_what_was_made_and_what_comes_next() -> None:
    result = run(*CALL, *DAY)
    first, *rest = result.stdout.splitlines()
    assert first.startswith(
        "Đã tạo thư mục so-lieu: 16 tệp. Hồ sơ có sẵn: Tỉnh 1, UBND cấp huyện 2"
    )
    assert rest[-2:] == ["  isocheck facts check so-lieu", "  isocheck check so-lieu"]


def test_a_list_without_districts_is_told() -> None:
    Path("list.csv").write_text(TWO_LEVELS.replace("00002", "2"), encoding="utf-8")
    result = run("init", "so-lieu", "--units", "list.csv", *DAY, "--lang", "en")
    assert "The list has no District: the units below stand directly below Tỉnh" in result.stdout
    assert "1 codes got back the zeros that a spreadsheet took: 2 is 00002, say." in result.stdout
    assert 'parent: p-20\n    code: "00002"' in texts(Path("so-lieu"))["communes.yaml"]


AGENCIES = """\
id,name_vi,name_en
so-nv,Sở Nội vụ,Department of Home Affairs
so-khcn,Sở Khoa học và Công nghệ,Department of Science and Technology
bcd-iso,Ban Chỉ đạo ISO tỉnh,Steering committee
,Văn phòng UBND tỉnh,Office
"""


def test_agencies_of_a_list_stand_beside_the_units() -> None:
    Path("agencies.csv").write_text(AGENCIES, encoding="utf-8")
    files = made(*CALL, "--units", "agencies.csv")
    text = files["co-quan-cap-tinh.yaml"]
    found = re.findall(r"^  - id: (\S+)", text, re.MULTILINE)
    assert found == ["so-khcn", "so-tc", "so-tttt", "so-nv", "van-phong-ubnd-tinh"]
    assert "list.csv; agencies.csv" in text
    assert run("facts", "check", "so-lieu").exit_code == 0


def test_a_list_of_agencies_alone_will_do_and_what_is_none_of_them_is_told() -> None:
    Path("list.csv").write_text(AGENCIES, encoding="utf-8")
    assert "so-nv" in made()["co-quan-cap-tinh.yaml"]
    Path("list.csv").write_text(AGENCIES + "x,Tỉnh ủy,\nso-nv,Sở Nội vụ,\n", encoding="utf-8")
    told = refused("init", "other", *CALL[2:], *DAY, "--lang", "en")
    assert "list.csv:7: Sở Nội vụ: the id 'so-nv' stands in the list twice." in told


def refused(*args: str) -> str:
    """Run a call that is wrong; nothing is left of it. Return what is told."""
    before = set(Path().iterdir())
    result = run(*args)
    assert result.exit_code == 2, result.output
    assert set(Path().iterdir()) == before
    return result.stderr


def test_a_folder_that_is_not_empty_is_left_alone() -> None:
    Path("so-lieu").mkdir()
    Path("so-lieu/mine.yaml").write_text("x", encoding="utf-8")
    told = refused(*CALL, *DAY, "--lang", "en")
    assert told.startswith("so-lieu: the folder is there and is not empty; nothing in it is")
    assert texts(Path("so-lieu")) == {"mine.yaml": "x"}
    Path("so-lieu/mine.yaml").unlink()
    assert run(*CALL, *DAY).exit_code == 0  # an empty one will do


def test_what_is_wrong_with_a_call_is_told() -> None:
    assert "list.csv: there is a folder" not in refused(*CALL)
    assert "--as-of: chưa rõ danh sách đúng vào ngày nào. Hãy thêm --as-of" in refused(*CALL)
    english = (*DAY, "--lang", "en")
    at = ("init", "list.csv", *CALL[2:])
    assert "list.csv: something that is no folder has this name" in refused(*at, *english)
    assert ".: this is the folder that you are in;" in refused("init", ".", *CALL[2:], *english)
    at = ("init", "a/b", *CALL[2:])
    assert "a/b: there is no folder 'a' to put it in." in refused(*at, *english)
    assert "it is not said which province this is" in refused("init", "x", *english)
    wrong = refused(*CALL, *english, "--collected-on", "31/12/2020")
    assert "--collected-on: '31/12/2020' is no day" in wrong or "2020-12-31" in wrong


def test_errors_of_every_list_and_of_the_folder_come_in_one_go() -> None:
    Path("so-lieu").touch()
    Path("bad.csv").write_text("Tên,Huyện\nTổng cộng,\n,Huyện Một\n", encoding="utf-8")
    told = refused(*CALL, "--units", "bad.csv", "--units", "none.csv", *DAY, "--lang", "en")
    assert "so-lieu: something that is no folder" in told
    assert "none.csv: there is no such file" in told


def test_the_day_that_is_missing_is_told_with_what_is_wrong_with_the_list() -> None:
    Path("bad.csv").write_text("Tên,Huyện\n,Huyện Một\n", encoding="utf-8")
    told = refused(*CALL[:2], "--units", "none.csv", "--lang", "en")
    assert "--as-of" in told
    assert "none.csv: there is no such file" in told
    assert told.rstrip().endswith("problems; no folder was made.")
    assert refused(*CALL).rstrip().endswith("chưa tạo thư mục nào.")


def test_the_profile_that_nobody_named_is_told() -> None:
    result = run(*CALL, *DAY, "--lang", "en")
    assert (
        "No --profile was given: the profile is lang-son-2018-2020, Lạng Sơn, 2018 to 2020. "
        in result.stdout
    )
    assert "(kh34-alone, lang-son-2025)" in result.stdout
    named = run("init", "other", *CALL[2:], *DAY, "--lang", "en", "-p", "lang-son-2018-2020")
    assert "--profile" not in named.stdout


def test_a_profile_that_says_nothing_of_lists_is_told(tmp_path: Path) -> None:
    pack = tmp_path / "packs" / "own" / "1.0.0"
    pack.mkdir(parents=True)
    head = "id: own\nversion: 1.0.0\ntitle: {vi: Riêng, en: Own}\n"
    (pack / "pack.yaml").write_text(head, encoding="utf-8")
    (tmp_path / "own.yaml").write_text("packs: [own]\n", encoding="utf-8")
    more = ("--policy", "packs", "--profile", "own.yaml", "--lang", "en")
    assert "do not say how a list of units is read" in refused(*CALL, *DAY, *more)


@pytest.mark.parametrize("fails_at", [1, 7, 16])
def test_a_disk_that_is_full_leaves_nothing(fails_at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == fails_at:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    told = refused(*CALL, *DAY, "--lang", "en")
    assert "so-lieu: the folder cannot be written: No space left on device." in told
    assert len(calls) == fails_at


@pytest.mark.parametrize("killed_at", [1, 16])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_killed_leaves_no_folder(killed_at: int, number: signal.Signals) -> None:
    code = (
        "import os, sys\n"
        "from isocheck.__main__ import main\n"
        "real, calls = os.fsync, []\n"
        "def fsync(descriptor):\n"
        "    real(descriptor)\n"
        "    calls.append(descriptor)\n"
        f"    if len(calls) == {killed_at}: os.kill(os.getpid(), {int(number)})\n"
        "os.fsync = fsync\n"
        "main()\n"
    )
    ended = subprocess.run([sys.executable, "-c", code, *CALL, *DAY], check=False)
    assert ended.returncode == (-signal.SIGKILL if number == signal.SIGKILL else 130)
    assert not Path("so-lieu").exists()
    left = [path.name for path in Path().iterdir() if path.name != "list.csv"]
    assert left == [] if number == signal.SIGINT else all(n.startswith(".so-lieu") for n in left)
    assert run(*CALL, *DAY).exit_code == 0


def test_every_message_about_the_folder_is_asserted() -> None:
    asserted = {
        "starting.not-a-folder", "starting.not-empty", "starting.no-parent", "starting.unwritable",
        "starting.here", "starting.no-day", "starting.no-levels",
    }  # fmt: skip
    assert {code for code in CATALOGUE if code.startswith("starting.")} == asserted


def test_an_editor_is_told_what_the_files_may_say() -> None:
    plain = made()
    result = run("init", "with-editor", *CALL[2:], *DAY, "--vscode")
    assert "redhat.vscode-yaml" in result.stdout
    files = texts(Path("with-editor"))
    editor = {name: text for name, text in files.items() if name.startswith(".vscode/")}
    assert sorted(editor) == [
        ".vscode/extensions.json", ".vscode/facts.schema.json", ".vscode/settings.json",
    ]  # fmt: skip
    assert len(files) == len(plain) + len(editor)
    ((at, patterns),) = json.loads(editor[".vscode/settings.json"])["yaml.schemas"].items()
    facts = {n for n in plain if n.endswith(".yaml") and n != "isocheck.yaml"}
    assert len(facts) > 3
    matched = {n for n in plain if any(fnmatch(f"/{n}", pattern) for pattern in patterns)}
    assert matched == facts
    schema = json.loads(files[at.removeprefix("./")])
    validator = Draft7Validator(schema)
    for name in facts:
        validator.validate(read_yaml(files[name], name, empty_is_null=True))
    assert not validator.is_valid({"facts": "v1", "records": [{"id": "x", "kind": "x", "y": 1}]})
    assert run("facts", "check", "with-editor").exit_code == 0
