"""What has a name is called by it; what has none by its kind and document."""

from __future__ import annotations

import pytest

from helpers import WORLD, judged, pack, rule
from isocheck.errors import InputProblems
from isocheck.records.base import Record
from isocheck.report.named import Lookup
from isocheck.report.selection import Selected, Selection
from isocheck.report.text import report
from isocheck.source.nodes import Fields

LAW = pack(
    rule(
        "answer",
        """
        per: {over: report_request, where: {to: {has: {fact: subject.id}}}}
        require: {answers: {gte: 1}}
        due: {fact: item.due_on}
        """,
        kinds="district",
    ),
    derived="""
        answers:
          for: [district]
          over: report
          where: {answers: {eq: {fact: item.id}}, from: {eq: {fact: subject.id}}}
          count: true
    """,
)
REQUEST = "- {id: q1, kind: report_request, to: [d1], date: 2020-01-02, due_on: 2020-02-01"


def printed(request: str) -> str:
    evaluation = judged(LAW, WORLD + request, "2020-12-31").evaluation
    return report(
        Selected(evaluation=evaluation, everything=False, selection=Selection()), "vi", "violated"
    )


def test_an_item_is_called_by_its_name() -> None:
    named = printed(REQUEST + ", name: Yêu cầu báo cáo quý I, document: 12/BCĐ}\n")
    assert "Yêu cầu báo cáo quý I" in named
    assert "12/BCĐ" not in named


def test_an_item_without_a_name_is_called_by_its_kind_and_document_or_id() -> None:
    assert "Văn bản yêu cầu báo cáo 12/BCĐ" in printed(REQUEST + ", document: 12/BCĐ}\n")
    assert "Văn bản yêu cầu báo cáo q1" in printed(REQUEST + "}\n")


def named(word: str, *names: str) -> str | None:
    records = {
        f"c{n}": Record(id=f"c{n}", kind="commune", values=given(name), file="a.yaml", line=n)
        for n, name in enumerate(names, 1)
    }
    return Lookup(records=records, place="--only").record(word, records)


def given(name: str) -> Fields:
    fields = Fields(1)
    fields.put("name", name, 1)
    return fields


def test_a_tone_mark_may_stand_elsewhere_in_its_syllable() -> None:
    assert named("Xã Hoà Bình", "Xã Hòa Bình", "Xã Hoa Bình") == "c1"
    assert named("thuỷ hùng", "Xã Thủy Hùng") == "c1"


def test_a_name_as_written_goes_before_one_that_is_like_it_without_marks() -> None:
    assert named("Xã Hoa", "Xã Hòa", "Xã Hoa") == "c2"
    with pytest.raises(InputProblems):
        named("xa hoa", "Xã Hòa", "Xã Hoa")
