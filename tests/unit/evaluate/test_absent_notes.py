"""What is not in a folder and decides more than it seems to is told in a note."""

from __future__ import annotations

from pathlib import Path

import pytest

import isocheck
from helpers import WORLD, installed_profile, judged
from isocheck.finding import Note

PLAN = "kh34-alone"
ALL = """
- {id: so-khcn, kind: department, name: Sở Khoa học và Công nghệ, parent: ls}
- {id: so-tc, kind: department, name: Sở Tài chính, parent: ls}
- {id: so-tttt, kind: department, name: Sở Thông tin và Truyền thông, parent: ls}
- {id: bcd-iso, kind: steering_committee, name: Ban Chỉ đạo ISO tỉnh}
"""
TABLE = "Mã đơn vị;Tên;Trực thuộc;Ngày áp dụng\nc1;Xã Một;d1;01/05/2018\n"


def note(facts: str) -> Note | None:
    found = judged(installed_profile(PLAN), WORLD + facts, "2020-12-31").evaluation.notes
    return next((n for n in found if n.code == "named-by-rules"), None)


def test_where_all_bodies_that_rules_name_are_there_nothing_is_said() -> None:
    assert note(ALL) is None


def test_a_body_that_rules_name_and_no_record_is_is_told() -> None:
    found = note(ALL.replace("so-tc,", "tai-chinh,").replace("Sở Tài chính", "Phòng khác"))
    assert found is not None
    assert found.text["vi"].endswith("có thể bị kết luận sai: so-tc (Sở Tài chính).")
    assert found.text["en"].endswith("may be judged wrongly: so-tc (Department of Finance).")


@pytest.mark.parametrize(
    ("wanted", "given", "name"),
    [
        ("so-khcn", "skhcn", "Sở Khoa học và Công nghệ"),
        ("bcd-iso", "bcd", "Ban Chỉ đạo ISO tỉnh"),
    ],
)
@pytest.mark.parametrize("written", ["{} Lạng Sơn", "{}", "short", "&"])
def test_so_is_the_record_that_may_be_meant(
    wanted: str, given: str, name: str, written: str
) -> None:
    """A body under an id of one's own owed nothing, and nobody was told."""
    own = {"short": name.rpartition(" ")[0], "&": name.replace(" và ", " & ")}
    called = own.get(written, written.format(name))
    found = note(ALL.replace(f"id: {wanted},", f"id: {given},").replace(name, called))
    assert found is not None
    mend = f"có phải là hồ sơ '{given}'? Nếu phải thì đổi mã của hồ sơ đó thành '{wanted}'"
    assert f"{wanted} ({name}), {mend}" in found.text["vi"]
    assert f"is it the record '{given}'? If so, make its id '{wanted}'" in found.text["en"]


def of_table(folder: Path, settings: str, more: str = "") -> str:
    (folder / "isocheck.yaml").write_text(
        f"as_of: 2020-12-31\nprofile: {PLAN}\ncollected: all\ncollected_on: 2020-12-31\n{settings}",
        encoding="utf-8",
    )
    (folder / "xã.csv").write_text(TABLE, encoding="utf-8")
    (folder / "f.yaml").write_text(
        f"facts: v1\ncollected_on: 2020-12-31\nrecords:\n{WORLD}{more}", encoding="utf-8"
    )
    notes = isocheck.check(folder).notes
    return next((n.text["vi"] for n in notes if n.code == "lists-of-whole-tables"), "")


def test_the_lists_that_no_row_of_a_whole_table_has_are_named(tmp_path: Path) -> None:
    """Declared complete, a table of communes says that none was selected and none announced."""
    told = of_table(tmp_path, "complete:\n  xã.csv: all\n")
    assert "xã.csv (" in told
    assert "được lựa chọn tham gia Kế hoạch" in told
    assert "công bố HTQLCL" in told


def test_of_a_table_declared_in_part_or_not_at_all_nothing_is_said(tmp_path: Path) -> None:
    assert of_table(tmp_path, "") == ""
    assert of_table(tmp_path, "complete:\n  xã.csv: [nominated]\n") == ""
