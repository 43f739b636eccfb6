"""Every message about facts: asserted with file, line, and the value that a person has to mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from isocheck.errors import InputProblems, Problem
from isocheck.messages import CATALOGUE, render
from isocheck.records.folder import load_facts
from isocheck.records.kinds.kind import Kind
from isocheck.records.settings import Settings, read_settings
from unit.records.bad_cells import BAD_CELLS
from unit.records.bad_heads import BAD_HEADS, BAD_SETTINGS
from unit.records.bad_records import BAD_RECORDS
from unit.records.bad_tables import BAD_TABLES
from unit.records.bad_values import BAD_VALUES
from unit.records.conftest import HEAD, WORLD, Told, Write


def assert_told(problems: list[Problem], code: str, begins: str) -> None:
    """One problem, in both languages, with its place and its value."""
    assert [problem.code for problem in problems] == [code]
    english = render(problems[0], "en")
    assert english.startswith(begins), english
    assert render(problems[0], "vi").startswith(str(problems[0].location) + ": ")


@pytest.mark.parametrize(
    ("code", "records", "line", "told_as"),
    [*BAD_RECORDS, *BAD_VALUES],
    ids=[f"{case[0]}-{n}" for n, case in enumerate([*BAD_RECORDS, *BAD_VALUES])],
)
def test_a_bad_record_is_told_with_its_line(
    code: str, records: str, line: int, told_as: str, told: Told
) -> None:
    file = "world" if code == "facts.duplicate-id" else "bad"  # the later file repeats the id
    problems = told({"bad.yaml": HEAD + records + "\n"})
    assert_told(problems, code, f"{file}.yaml:{line}: {told_as}")


@pytest.mark.parametrize("case", BAD_TABLES)
def test_a_bad_table_is_told_with_its_line(
    case: tuple[str, str, str | bytes, int, str], told: Told
) -> None:
    code, name, text, line, told_as = case
    place = f"{name}:{line}" if line else name
    assert_told(told({name: text}), code, f"{place}: {told_as}")


@pytest.mark.parametrize(("code", "text", "line", "told_as"), BAD_HEADS)
def test_a_bad_head_is_told_with_its_line(
    code: str, text: str, line: int, told_as: str, told: Told
) -> None:
    assert_told(told({"sub/bad.yml": text}), code, f"sub/bad.yml:{line}: {told_as}")


@pytest.mark.parametrize(("code", "text", "line", "told_as"), BAD_SETTINGS)
def test_bad_settings_are_told_with_their_line(
    code: str, text: str, line: int, told_as: str, write: Write
) -> None:
    folder = write({"isocheck.yaml": text})
    with pytest.raises(InputProblems) as caught:
        read_settings(folder)
    assert_told(caught.value.problems, code, f"isocheck.yaml:{line}: {told_as}")


def test_a_collected_kind_that_no_pack_declares(write: Write, kinds: dict[str, Kind]) -> None:
    folder = write(
        {
            "isocheck.yaml": "collected:\n  - commune\n  - reprot\n",
            "a.yaml": HEAD + "- {id: ls, kind: province, name: P}\n",
        }
    )
    with pytest.raises(InputProblems) as caught:
        load_facts(folder, kinds, (), read_settings(folder))
    begins = "isocheck.yaml:3: collected: no pack declares a kind 'reprot' for fact files. Did you"
    assert_told(caught.value.problems, "settings.collected-kind", begins)


def test_a_table_declared_complete_that_is_not_there(write: Write, kinds: dict[str, Kind]) -> None:
    world = {"world.yaml": WORLD, "sub/commune.csv": "id,name,parent\nc1,Xã,d1\n"}
    wrong = (
        (
            "sub/comune.csv",
            "settings.complete-table",
            "there is no table 'sub/comune.csv' in the folder. Did you mean 'sub/commune.csv'?",
        ),
        (
            "world.yaml",
            "settings.complete-yaml",
            "'world.yaml' is no table. A YAML file says it itself: write 'complete: all' at its",
        ),
    )
    for table, code, told_as in wrong:
        folder = write({**world, "isocheck.yaml": f"lang: vi\ncomplete:\n  {table}: all\n"})
        with pytest.raises(InputProblems) as caught:
            load_facts(folder, kinds, (), read_settings(folder))
        assert_told(caught.value.problems, code, f"isocheck.yaml:3: complete: {told_as}")


def test_a_field_that_a_table_is_declared_complete_in_is_told_with_its_line(
    write: Write, kinds: dict[str, Kind]
) -> None:
    settings = "complete:\n  commune.csv:\n    - nominated\n    - maintenence\n"
    table = "id,name,parent\nc1,Xã,d1\n"
    folder = write({"world.yaml": WORLD, "commune.csv": table, "isocheck.yaml": settings})
    with pytest.raises(InputProblems) as caught:
        load_facts(folder, kinds, (), read_settings(folder))
    begins = "isocheck.yaml:4: complete: no kind has a list or a group of fields 'maintenence'. Did"
    assert_told(caught.value.problems, "facts.complete-unknown", begins)


def test_a_file_that_supplements_others_cannot_be_complete(told: Told) -> None:
    text = "facts: v1\nsupplements: true\ncollected_on: 2020-12-31\ncomplete: all\nrecords: []\n"
    problems = told({"bad.yaml": text})
    assert [(p.code, p.location.line) for p in problems] == [
        ("facts.not-yet", 2),
        ("facts.complete-supplements", 4),
    ]
    assert render(problems[1], "en") == (
        "bad.yaml:4: complete: a file with 'supplements: true' cannot be declared complete. "
        "It adds to records that stand elsewhere: say it in the file that holds them."
    )


def test_a_folder_without_facts_is_told(write: Write, kinds: dict[str, Kind]) -> None:
    for files, code in (
        ({"README.md": "hello"}, "facts.no-files"),
        ({"a.yaml": HEAD.replace("records:", "records: []")}, "facts.no-records"),
    ):
        folder = write(files)
        with pytest.raises(InputProblems) as caught:
            load_facts(folder, kinds, (), Settings())
        assert_told(caught.value.problems, code, f"{folder}: the f")


def test_everything_is_told_in_one_go_and_in_order(told: Told) -> None:
    bad = "- {id: a, kind: comune}\n- {id: b, kind: expenditure, amount: -1, year: x}\n"
    problems = told(
        {
            "b.yaml": HEAD + bad,
            "a.yaml": HEAD + "- {id: c, id: d, kind: province}\n",
            "c.csv": "id,kind,name\nx,province\n",
            "d.yaml": "facts: [v1\n",
            "e.xlsx": b"PK",
        }
    )
    assert [(str(p.location), p.code) for p in problems] == [
        ("a.yaml:4", "yaml.duplicate-key"),
        ("a.yaml:4", "facts.required-absent"),
        ("b.yaml:4", "facts.unknown-kind"),
        ("b.yaml:5", "facts.money-negative"),
        ("b.yaml:5", "facts.year-form"),
        ("c.csv:2", "tables.short-row"),
        ("d.yaml:1", "yaml.open-bracket"),
        ("e.xlsx", "files.spreadsheet"),
    ]


def test_a_reference_into_a_file_that_could_not_be_read_is_not_told(told: Told) -> None:
    problems = told(
        {
            "a.yaml": HEAD + "- {id: c, kind: commune, name: X, parent: d9}\n",
            "b.yaml": HEAD + "- {id: d9, kind: district, name: D, parent: ls\n",
        }
    )
    assert [p.code for p in problems] == ["yaml.open-bracket"]


def test_a_file_of_another_kind_is_not_checked_to_its_end(told: Told) -> None:
    fields = "".join(f"  f{n}: x\n" for n in range(5000))
    problems = told({"bad.yaml": HEAD + "- id: a\n  kind: province\n  name: P\n" + fields})
    assert len(problems) == 1001
    assert problems[-1].code in {"source.more-problems", "facts.unknown-field"}
    assert "source.more-problems" in {p.code for p in problems}


def test_every_message_about_facts_is_asserted_above() -> None:
    tables = [BAD_RECORDS, BAD_VALUES, BAD_TABLES, BAD_HEADS, BAD_SETTINGS]
    asserted = {str(case[0]) for table in tables for case in table}
    asserted |= {case[0] for case in BAD_CELLS} | {"tables.code-comma"}  # in test_cells.py
    asserted |= {"facts.no-files", "facts.no-records", "settings.collected-kind"}
    asserted |= {"settings.complete-table", "settings.complete-yaml", "facts.complete-supplements"}
    asserted |= {"facts.parents-deep"}  # in test_folder.py
    asserted |= {"facts.files-not-read", "facts.too-many-records"}  # in test_too_much.py
    ours = {code for code in CATALOGUE if code.startswith(("facts.", "tables.", "settings."))}
    assert ours - asserted == set()
    assert len(asserted) > 60


def test_a_mark_in_a_column_of_documents_is_told_by_its_heading(told: Told) -> None:
    table = "Mã đơn vị;Tên;Trực thuộc;Mô hình khung\nc1;Xã Một;d1;x\nc2;Xã Hai;d1;0\n"
    problems = told({"commune.csv": table})
    assert [(p.code, p.where) for p in problems] == [
        ("facts.no-document", "c1: Mô hình khung"),
        ("facts.no-document", "c2: Mô hình khung"),
    ]
    assert render(problems[0], "vi") == (
        "commune.csv:2: c1: Mô hình khung: 'x' không phải số hay tên văn bản, nhưng sẽ bị hiểu là "
        "đã có văn bản. Có lẽ ý là có. Có văn bản thì ghi số hoặc tên. Việc chưa làm, "
        "chưa ban hành thì bỏ cả mục, cả hồ sơ, vì chỉ ghi null ở đây thì phần còn lại vẫn được "
        "tính. Đã làm mà không có văn bản này thì ghi null (trong bảng: không); chưa biết thì bỏ "
        "trường đó, để trống ô."
    )
    assert "Probably it says that there is none." in render(problems[1], "en")


def test_what_may_be_a_real_value_stays(write: Write, kinds: dict[str, Kind]) -> None:
    text = HEAD + "- {id: p, kind: department, name: X, parent: ls, code: '0'}\n"
    text += "- {id: r, kind: report, number: '1'}\n"
    base = load_facts(write({"world.yaml": WORLD, "a.yaml": text}), kinds)
    assert base.records["p"].values["code"] == "0"
    assert base.records["r"].values["number"] == "1"


def test_a_message_in_vietnamese(told: Told) -> None:
    problems = told({"bad.yaml": HEAD + "- {id: e, kind: expenditure, amount: 30 triệu}\n"})
    assert render(problems[0], "vi") == (
        "bad.yaml:4: e: amount: '30 triệu' không phải số tiền nguyên đồng. "
        "Hãy ghi 30000000. Số tiền chỉ ghi bằng chữ số."
    )


def test_a_missing_folder_and_a_file_in_its_place(tmp_path: Path, kinds: dict[str, Kind]) -> None:
    (tmp_path / "file").write_text("x")
    for name, code in (("none", "files.no-folder"), ("file", "files.not-a-folder")):
        with pytest.raises(InputProblems) as caught:
            load_facts(tmp_path / name, kinds)
        assert caught.value.problems[0].code == code
        assert name in render(caught.value.problems[0], "en")
