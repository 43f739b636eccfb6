"""Single sentences of the report."""

from __future__ import annotations

import pytest

from helpers import judged, pack, rule
from isocheck.finding import Because
from isocheck.packs.model import Citation
from isocheck.report.citations import citation_words, place_words
from isocheck.report.phrases import reason
from isocheck.report.selection import Selected
from isocheck.report.view import View
from unit.report.small import small

VIETNAMESE = View(selected=Selected(evaluation=small().evaluation), lang="vi")
ENGLISH = View(selected=Selected(evaluation=small().evaluation), lang="en")


@pytest.mark.parametrize(
    ("at", "vi", "en"),
    [
        ("III.3.1 b2", "mục III.3.1, gạch đầu dòng 2", "III.3.1, bullet 2"),
        ("IV.2.4 ¶1", "mục IV.2.4, đoạn 1", "IV.2.4, paragraph 1"),
        ("annex II.1", "Biểu kèm theo, mục II.1", "annex, II.1"),
        ("annex ¶", "Biểu kèm theo, đoạn cuối", "annex, closing paragraph"),
        ("annex total", "Biểu kèm theo, dòng tổng cộng", "annex, total line"),
        ("head", "phần mở đầu", "head"),
        ("Điều 4 khoản 3", "Điều 4 khoản 3", "Điều 4 khoản 3"),
    ],
)
def test_a_place_is_called_as_people_call_it(at: str, vi: str, en: str) -> None:
    assert place_words(at, "vi") == vi
    assert place_words(at, "en") == en


def test_a_citation_names_the_instrument_the_place_the_words_and_how_well_they_are_known() -> None:
    law = pack(
        rule("r", "require: {name: a}\nalways: true", kinds="province"),
        head="cited: {qd19: 19/2014/QĐ-TTg}",
    )
    run = judged(law, "- {id: ls, kind: province, name: Tỉnh}\n", "2020-12-31").evaluation
    view = View(selected=Selected(evaluation=run), lang="vi")
    cite = Citation(source="qd19", at="Điều 4", quote="công bố", verification="secondary")
    whole = "19/2014/QĐ-TTg, Điều 4: “công bố” [Theo nguồn tóm tắt]"
    assert citation_words(view, cite, quoted=True) == whole
    assert "công bố" not in citation_words(view, cite, quoted=False)
    primary = Citation(source="other", at="Điều 4", verification="primary")
    assert citation_words(VIETNAMESE, primary, quoted=True) == "other, Điều 4"


def test_a_record_without_a_name_is_called_by_its_kind() -> None:
    assert VIETNAMESE.name("so-a") == "Sở A"
    assert VIETNAMESE.name("nobody") == "nobody"
    assert VIETNAMESE.names(["c1", "c2", "c3", "c4"], 3) == "Xã Ba, Xã Bốn và 2 đơn vị khác"


@pytest.mark.parametrize(
    ("shown", "vi", "en"),
    [
        (
            {"op": "lte", "expected_bounded": True, "expected_low": 6, "expected_high": 13},
            "n: 5; cần: không quá 6 – 13",
            "n: 5; needed: at most 6 – 13",
        ),
        (
            {"op": "lte", "expected_bounded": True, "expected_low": 6},
            "n: 5; cần: chưa rõ (ít nhất 6)",
            "n: 5; needed: not known (at least 6)",
        ),
        (
            {"op": "covers", "value": None, "at_least": ("a",), "expected_at_least": ("b",)},
            "n: ít nhất gồm a; cần: ít nhất gồm b",
            "n: at least a; needed: at least b",
        ),
        (
            {"op": "covers", "value": None, "at_least": (), "expected_at_least": ()},
            "n: chưa rõ; cần: chưa rõ",
            "n: not known; needed: not known",
        ),
        (
            {"op": "eq", "value": None, "either": ("a", None), "expected_either": (True, False)},
            "n: a hoặc không có; cần: có hoặc không",
            "n: a or none; needed: yes or no",
        ),
    ],
)
def test_what_is_known_in_part_is_said_on_either_side(shown, vi: str, en: str) -> None:
    """design.md §7: bounds and lists known in part, what is asked for too."""
    given = {"value": 5, "expected": None, "expected_path": None, "holds": None, "at": None}
    entry = Because(part="require", record="so-a", path="n", **given | shown)
    assert reason(VIETNAMESE, entry) == vi
    assert reason(ENGLISH, entry) == en
