"""What a run says of days after the one on which their file was collected."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from helpers import WORLD, judged, pack, rule
from isocheck.api import check
from isocheck.finding import Note

LAW = pack(rule("r", "require: {qms.applied: true}\nalways: true", kinds="commune"))
COMMUNE = "- {id: c1, kind: commune, name: Xã Một, parent: d1, qms: {adopted_on: %s}}\n"


def notes_of(adopted_on: str) -> dict[str, Note]:
    run = judged(LAW, WORLD + COMMUNE % adopted_on, "2019-01-31", collected_on="2018-12-31")
    return {note.code: note for note in run.evaluation.notes}


def test_a_day_decided_ahead_is_named_with_its_place() -> None:
    note = notes_of("2019-01-01")["decided-ahead"]
    assert "Xã Một 01/01/2019 (facts.yaml:7)" in note.text["vi"]
    assert note.text["vi"].startswith("Các ngày sau đây muộn hơn ngày thu thập")
    assert "ngày áp dụng HTQLCL của" in note.text["vi"]
    assert "day the QMS was adopted of Xã Một, 2019-01-01 (facts.yaml:7)" in note.text["en"]
    assert "decided-ahead" not in notes_of("2018-12-31")


def test_it_counts_from_its_day_on() -> None:
    for day, outcome in (("2018-12-31", "violated"), ("2019-01-01", "satisfied")):
        facts = WORLD + COMMUNE % "2019-01-01"
        assert judged(LAW, facts, day, collected_on="2018-12-31")("r", "c1") == outcome


def test_a_table_without_its_day_is_named_where_it_has_days_after_the_run(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(f"facts: v1\ncollected_on: 2020-12-31\nrecords:{WORLD}")
    (tmp_path / "expenditure.csv").write_text("Mã khoản chi,Ngày chi\np1,01/01/2081\n")
    day = date(2020, 12, 31)
    notes = {note.code: note.text for note in check(tmp_path, as_of=day).notes}
    assert "expenditure.csv (collected_on" in notes["not-dated"]["vi"]
    assert "muộn nhất 01/01/2081" in notes["not-dated"]["vi"]
    assert "the last 2081-01-01" in notes["not-dated"]["en"]
    (tmp_path / "expenditure.csv").write_text("Mã khoản chi,Ngày chi\np1,31/12/2020\n")
    assert "not-dated" not in {note.code for note in check(tmp_path, as_of=day).notes}
