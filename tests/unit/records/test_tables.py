"""CSV tables give the same records as YAML files."""

from __future__ import annotations

from datetime import date

import pytest

from isocheck.records.base import FactBase
from isocheck.records.folder import load_facts, where_is
from isocheck.records.kinds.kind import Kind
from isocheck.records.settings import Settings
from unit.records.conftest import HEAD, WORLD, Write

YAML = (
    HEAD
    + """\
- kind: commune
  id: c1
  name: Xã "Một", phía đông
  parent: d1
  code: 06013
  dissolved_on: null
  qms: {adopted_on: 2018-11-05, self_built: true, leadership: {date: 2018-10-01}}
  procedures: {catalogue: tthc}
- {kind: commune, id: c2, name: Xã Hai, parent: d1, qms: null, nominated: null}
"""
)
COMMAS = (
    "id,name,parent,code,dissolved_on,qms,qms.adopted_on,qms.self_built,qms.leadership.date,"
    "procedures.catalogue,nominated\r\n"
    'c1,"Xã ""Một"", phía đông",d1,06013,none,,2018-11-05,TRUE,2018-10-01,tthc,\r\n'
    "\r\n"
    ",,,,,,,,,,\r\n"
    " c2 ,Xã Hai,d1,,,Không,,,,,NONE\r\n"
)


def loaded(write: Write, kinds: dict[str, Kind], name: str, text: str | bytes) -> FactBase:
    folder = write({"world.yaml": WORLD, name: text})
    settings = Settings(collected_on=date(2020, 6, 30))
    base = load_facts(folder, kinds, (), settings)
    (folder / name).unlink()
    return base


@pytest.mark.parametrize(
    "text",
    [
        COMMAS,
        "\ufeff" + COMMAS,
        COMMAS.replace("\r\n", "\n"),
        COMMAS.replace('""Một"", phía', '""Một"", phía').replace("Không", "kho\u0302ng"),
    ],
    ids=["as Excel saves it", "with a byte order mark", "with plain line ends", "decomposed"],
)
def test_a_table_gives_the_records_of_a_yaml_file(
    text: str, write: Write, kinds: dict[str, Kind]
) -> None:
    from_yaml = loaded(write, kinds, "y.yaml", YAML)
    from_table = loaded(write, kinds, "commune.csv", text)
    for name in ("c1", "c2"):
        assert from_table.records[name].values == from_yaml.records[name].values
    assert from_table.records["c1"].collected_on == date(2020, 6, 30)
    assert where_is(from_table.records["c2"], ["name"]) == "commune.csv:5"


def test_semicolons_as_excel_in_vietnam_writes_them(write: Write, kinds: dict[str, Kind]) -> None:
    text = (
        'id;kind;from;to;sent_on;name\nr1;report;d1;"ls; d1;";2019-01-02;\nq;province;;;;Tỉnh, Q\n'
    )
    base = loaded(write, kinds, "mixed.csv", text)
    assert base.records["r1"].values == {
        "id": "r1",
        "kind": "report",
        "from": "d1",
        "to": ["ls", "d1"],
        "sent_on": date(2019, 1, 2),
    }
    assert base.records["q"].values["name"] == "Tỉnh, Q"


def test_a_list_in_a_table_of_commas(write: Write, kinds: dict[str, Kind]) -> None:
    text = "id,open_points,follows\ni1,mục 1; mục 2,\ni2,none,i1\ni3,,none\n"
    base = loaded(write, kinds, "inspection.csv", text)
    assert base.records["i1"].values["open_points"] == ["mục 1", "mục 2"]
    assert base.records["i2"].values["open_points"] is None
    assert "open_points" not in base.records["i3"].values
    assert base.records["i3"].values["follows"] is None


def test_lines_are_right_after_cells_of_several_lines(write: Write, kinds: dict[str, Kind]) -> None:
    text = 'id,name\n\np1,"Tỉnh\nMột"\np2,Tỉnh Hai\n'
    base = loaded(write, kinds, "province.csv", text)
    assert (base.records["p1"].line, base.records["p2"].line) == (3, 5)
    assert base.records["p1"].values["name"] == "Tỉnh\nMột"


def test_codes_survive_in_a_table(write: Write, kinds: dict[str, Kind]) -> None:
    codes = ["06013", "3083", "1.001610", "1.00161", "no", "012", "1e3"]
    rows = "".join(f"c{n},Sở,ls,{code}\n" for n, code in enumerate(codes))
    base = loaded(write, kinds, "department.csv", "id,name,parent,code\n" + rows)
    assert [base.records[f"c{n}"].values["code"] for n in range(len(codes))] == codes


def test_a_table_needs_no_day(write: Write, kinds: dict[str, Kind]) -> None:
    base = load_facts(write({"province.csv": "id,name\np1,Tỉnh\n"}), kinds)
    assert base.latest_collected_on is None
    assert base.records["p1"].kind == "province"
