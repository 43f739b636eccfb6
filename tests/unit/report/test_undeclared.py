"""A file that is not declared complete is named where only that is missing."""

from __future__ import annotations

from helpers import judged, pack, rule
from isocheck.report.selection import Selected
from isocheck.report.text import report

LAW = pack(
    rule("kept", "require: {maintenance: {empty: false}}\nalways: true"),
    rule("coded", "require: {code: a}\nalways: true"),
)
FACTS = """\
- {id: ls, kind: province, name: Tỉnh}
- {id: so-x, kind: department, name: Sở X, parent: ls%s}
"""


def notes(more: str, complete: str = "") -> str:
    found = judged(LAW, FACTS % more, "2020-12-31", complete=complete).evaluation
    text = " ".join(report(Selected(evaluation=found), "vi", "violated").split())
    return text.partition("LƯU Ý")[2].partition("SỐ KẾT QUẢ")[0]


def test_a_file_that_leaves_out_a_list_that_is_asked_for_is_named() -> None:
    assert "'complete: all'" in notes(", code: a")
    assert "khi đó chỗ bỏ trống là không có: facts.yaml." in notes(", code: a")


def test_what_no_declaration_would_tell_is_not_asked_for_so() -> None:
    assert "'complete: all'" not in notes(", maintenance: []")


def test_a_file_that_is_declared_complete_is_not_named() -> None:
    assert "'complete: all'" not in notes("", complete="all")
