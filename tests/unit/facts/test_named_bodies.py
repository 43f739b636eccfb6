"""Names where ids are asked for: read in tables, suggested in YAML, never guessed."""

from __future__ import annotations

import pytest

from isocheck.facts.folder import load_facts
from isocheck.messages import render
from isocheck.packs.kinds import Kind
from unit.facts.conftest import HEAD, WORLD, Told, Write

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


def test_a_name_said_short_is_suggested_whole(told: Told) -> None:
    communes = HEAD + "- {id: c1, kind: commune, name: Xã Ba Sơn Hạ, parent: d1}\n"
    table = "Mã khoản chi;Đơn vị thụ hưởng\ne1;xã Ba Sơn\ne2;Xã\n"
    short, one_word = told({"a.yaml": communes, "expenditure.csv": table})
    assert "Did you mean 'c1' (Xã Ba Sơn Hạ)?" in render(short, "en")
    assert "Did you mean" not in render(one_word, "en")


@pytest.mark.parametrize("above", ["Huyện Một", "d1"])
def test_a_body_written_twice_is_told_however_what_is_above_it_is_written(
    told: Told, above: str
) -> None:
    table = f"Mã;Tên;Trực thuộc\nc9;Xã Ba;{above}\n"
    (problem,) = told({"a.yaml": COMMUNES, "commune.csv": table})
    assert problem.code == "facts.entered-twice"
