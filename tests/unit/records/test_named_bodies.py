"""Names where ids are asked for: read in tables, suggested in YAML, never guessed."""

from __future__ import annotations

import pytest

from isocheck.messages import render
from isocheck.records.folder import load_facts
from isocheck.records.kinds.kind import Kind
from unit.records.conftest import HEAD, WORLD, Told, Write

COMMUNES = (
    HEAD
    + """\
- {id: c1, kind: commune, name: Xã Hòa Bình, parent: d1}
- {id: d2, kind: district, name: Huyện Hai, parent: ls}
- {id: c2, kind: commune, name: Xã Hòa Bình, parent: d2}
- {id: c3, kind: commune, name: Xã Ba, parent: d1}
"""
)


@pytest.mark.parametrize("name", ["Xã Ba", "xã  BA", "c3"])
def test_a_name_that_one_record_has_is_read_in_a_table(
    name: str, write: Write, kinds: dict[str, Kind]
) -> None:
    table = f"Mã khoản chi;Năm;Đơn vị thụ hưởng;Số tiền\ne1;2019;{name};30000000\n"
    files = {"world.yaml": WORLD, "a.yaml": COMMUNES, "expenditure.csv": table}
    base = load_facts(write(files), kinds)
    spent = base.records["e1"].values
    assert spent["beneficiary"] == "c3"
    assert spent["beneficiaries"][0]["id"] == "c3"
    (file,) = [file for file in base.files if file.path == "expenditure.csv"]
    assert dict(file.repaired) == ({} if name == "c3" else {"reference": 1})


def test_names_in_a_list_and_above_are_read(write: Write, kinds: dict[str, Kind]) -> None:
    files = {
        "world.yaml": WORLD,
        "commune.csv": "Mã;Tên;Trực thuộc\nc1;Xã Một;Huyện Một\n",
        "report.csv": "Mã báo cáo;Nơi nhận\nr2;Lạng sơn\n",
    }
    base = load_facts(write(files), kinds)
    assert base.records["c1"].values["parent"] == "d1"
    assert list(base.records["r2"].values["to"]) == ["ls"]


def test_a_name_that_several_records_have_is_told_with_their_ids(told: Told) -> None:
    table = "Mã khoản chi;Đơn vị thụ hưởng\ne1;Xã Hoà Bình\n"
    (problem,) = told({"a.yaml": COMMUNES, "expenditure.csv": table})
    assert render(problem, "en").startswith(
        "expenditure.csv:2: e1: Đơn vị thụ hưởng: 'Xã Hoà Bình' is the name of several records: "
        "'c1' (a.yaml:4), 'c2' (a.yaml:6). Write the id of the one that is meant."
    )


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("Xã Bá", "'c3' (Xã Ba)"),
        ("xa ba", "'c3' (Xã Ba)"),
        ("Xã Hoa Bình", "'c1' (Xã Hòa Bình), 'c2' (Xã Hòa Bình)"),
    ],
)
def test_a_name_with_a_slip_of_an_accent_is_suggested_not_read(
    told: Told, name: str, guess: str
) -> None:
    table = f"Mã khoản chi;Đơn vị thụ hưởng\ne1;{name}\n"
    (problem,) = told({"a.yaml": COMMUNES, "expenditure.csv": table})
    assert f"no record has the id '{name}'. Did you mean {guess}?" in render(problem, "en")


def test_a_kind_that_cannot_stand_there_is_not_meant(told: Told) -> None:
    table = "Mã;Tên;Trực thuộc\nc1;Xã Một;Xã Ba\n"
    files = {"a.yaml": HEAD + "- {id: c3, kind: commune, name: Xã Ba, parent: d1}\n"}
    (problem,) = told({**files, "commune.csv": table})
    assert problem.code == "facts.dangling"


def test_a_name_in_yaml_is_told_with_its_id(told: Told) -> None:
    (problem,) = told({"a.yaml": HEAD + "- {id: c1, kind: commune, name: X, parent: huyện một}\n"})
    assert "Did you mean 'd1' (Huyện Một)?" in render(problem, "en")


SHORT = {
    "xã Ba Sơn": "'c1' (Xã Ba Sơn Hạ)",
    "Ba Sơn Hạ": "'c1' (Xã Ba Sơn Hạ)",
    "UBND xã Ba Sơn Hạ": "'c1' (Xã Ba Sơn Hạ)",
    "Sở KH&CN": "'so-khcn' (Sở Khoa học và Công nghệ)",
    "Sở KHCN": "'so-khcn' (Sở Khoa học và Công nghệ)",
    "BCĐ ISO": "'bcd' (Ban Chỉ đạo ISO)",
    "Xã": None,
    "Sở": None,
    "Sở TNMT": None,
}


@pytest.mark.parametrize(("name", "guess"), SHORT.items(), ids=SHORT)
def test_a_name_said_short_is_suggested_whole(told: Told, name: str, guess: str | None) -> None:
    bodies = (
        HEAD
        + "- {id: c1, kind: commune, name: Xã Ba Sơn Hạ, parent: d1}\n"
        + "- {id: so-khcn, kind: department, name: Sở Khoa học và Công nghệ, parent: ls}\n"
        + "- {id: bcd, kind: steering_committee, name: Ban Chỉ đạo ISO}\n"
    )
    table = f"Mã báo cáo;Nơi gửi\nr9;{name}\n"
    (problem,) = told({"a.yaml": bodies, "report.csv": table})
    suggested = render(problem, "en").partition("Did you mean ")[2].partition("?")[0]
    assert suggested == (guess or "")


def test_a_document_is_suggested_by_its_number(told: Told) -> None:
    asked = HEAD + "- {id: q1, kind: report_request, document: 05/CV, date: 2019-01-01}\n"
    table = "Mã báo cáo;Trả lời văn bản\nr9;05/cv\n"
    (problem,) = told({"a.yaml": asked, "report.csv": table})
    assert "Did you mean 'q1' (05/CV)?" in render(problem, "en")


@pytest.mark.parametrize("above", ["Huyện Một", "d1"])
def test_a_body_written_twice_is_told_however_what_is_above_it_is_written(
    told: Told, above: str
) -> None:
    table = f"Mã;Tên;Trực thuộc\nc9;Xã Ba;{above}\n"
    (problem,) = told({"a.yaml": COMMUNES, "commune.csv": table})
    assert problem.code == "facts.entered-twice"
