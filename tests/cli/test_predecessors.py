"""`kh34.merged-nominated` says of each predecessor what was, in text and in the document."""

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from cli.folder import Run, write

SCHEMA = Path(__file__).parents[2] / "schemas" / "findings.schema.json"
RULE = "kh34.merged-nominated"
FACTS = """facts: v1
collected_on: 2020-06-30
source: sổ theo dõi
records:
  - {id: ls, kind: province, name: Lạng Sơn}
  - {id: d1, kind: district, name: UBND huyện, parent: ls}
  - {id: c1, kind: commune, name: Xã Một, parent: d1, dissolved_on: 2020-01-01,
     nominated: [{year: 2018, date: 2018-03-20}],
     qms: {adopted_on: 2018-09-01, announcements: [{date: 2018-12-20}]}}
  - {id: c2, kind: commune, name: Xã Hai, parent: d1, dissolved_on: 2020-01-01,
     nominated: [], qms: null}
  - {id: c3, kind: commune, name: Xã Ba, parent: d1, dissolved_on: 2020-01-01}
  - {id: c4, kind: commune, name: Xã Mới, parent: d1, established_on: 2020-01-01, nominated: [],
     qms: null,
     predecessors: [{id: c1, extent: full}, {id: c2, extent: full}, {id: c3, extent: part}]}
  - {id: e1, kind: expenditure, year: 2018, line: consulting, amount: 20000000,
     spent_on: 2018-06-01, beneficiary: c1, recovered: [{date: 2019-01-15, amount: 5000000}]}
  - {id: e2, kind: expenditure, year: 2018, line: consulting, amount: 9000000,
     spent_on: 2018-06-01, beneficiaries: [{id: c2, amount: 4000000}, {id: c3}]}
"""
SHOWN = {
    "predecessors": ["c1", "c2", "c3"],
    "nominated": [{"id": "c1", "value": 2018}, {"id": "c2", "value": None}, {"id": "c3"}],
    "nominated_last": [{"id": "c1", "value": 2018}, {"id": "c2", "value": None}, {"id": "c3"}],
    "announced": [{"id": "c1", "value": "2018-12-20"}, {"id": "c2", "value": None}, {"id": "c3"}],
    "money": [
        {"id": "c1", "value": 15000000},
        {"id": "c2", "value": 4000000},
        {"id": "c3", "value": {"low": 0, "high": None}},
    ],
}


def test_each_predecessor_is_shown_with_what_was_spent_on_it(place: Path, run: Run) -> None:
    write(place / "merged" / "isocheck.yaml", "profile: kh34-alone\ncollected: all\n")
    write(place / "merged" / "facts.yaml", FACTS)
    told = " ".join(run("explain", "c4", RULE, "merged", law=False).output.split())
    for which in ("đầu tiên", "cuối cùng"):
        assert (
            f"Được lựa chọn {which} cho năm: Xã Một: 2018; Xã Hai: không có; Xã Ba: chưa rõ" in told
        )
    assert "Công bố còn hiệu lực: Xã Một: 20/12/2018; Xã Hai: không có; Xã Ba: chưa rõ" in told
    assert "Xã Một: 15.000.000 đồng; Xã Hai: 4.000.000 đồng; Xã Ba: chưa rõ" in told
    document = json.loads(run("merged", "-f", "json", "--fail-on", "never", law=False).output)
    assert next(f["details"] for f in document["findings"] if f["rule"] == RULE) == SHOWN
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(document)) == []
