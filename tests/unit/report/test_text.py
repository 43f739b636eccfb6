"""The report for people: what comes first, what each block says, what is kept short."""

from __future__ import annotations

from typing import Any

import pytest

from isocheck.messages.words import Language
from isocheck.report.explanation import explanation
from isocheck.report.layout import Screen, width_of
from isocheck.report.selection import FailOn, Selected, Selection
from isocheck.report.text import report
from unit.report.small import small


def text(
    lang: Language = "vi", fail_on: FailOn = "violated", *, everything: bool = False, **only: Any
) -> str:
    selected = Selected(
        evaluation=small().evaluation, everything=everything, selection=Selection(**only)
    )
    return report(selected, lang, fail_on)


def test_target_first_then_bodies_from_the_province_down_and_counts_last() -> None:
    parts = [
        "KẾT QUẢ RÀ SOÁT, tính đến ngày 31/12/2020", "Đã kết luận được 5 trên 10 kết quả",
        "CHỈ TIÊU", "Tỉnh Lạng Sơn (ls)",
        "1 – 3 trên 4 đơn vị (25% – 75%); cần ít nhất 70%, tức 3",
        "SỐ ĐƠN VỊ THEO VIỆC NẶNG NHẤT",
        "CƠ QUAN CẤP TỈNH: 1 trên 2 còn việc", "Sở A (so-a)",
        "HUYỆN MỘT: 1 trên 4 còn việc, 2 chưa đủ căn cứ",
        "\n2 đơn vị: Xã Ba, Xã Bốn", "Xã Hai (c2)", "SỐ KẾT QUẢ RÀ SOÁT",
        "Nội dung bắt buộc: 2 quá hạn hoặc không đạt", "Mã kết thúc 1",
    ]  # fmt: skip
    places = [text().index(part) for part in parts]
    assert places == sorted(places)


def test_a_finding_says_why_where_what_to_do_and_on_what_words() -> None:
    block = text().partition("Sở A (so-a)\n")[2].partition("\n\n")[0]
    assert block.splitlines() == [
        "  Chưa hoàn thành, đã quá hạn – thời hạn đến hết ngày 30/06/2020",
        "    announce [t.announce]",
        "    Vì: công bố HTQLCL còn hiệu lực: không; cần: có (facts.yaml:6)",
        "    Việc cần thực hiện: Công bố. Báo cáo: Tỉnh Lạng Sơn.",
        "    Căn cứ: law, Điều 1",
    ]


def test_a_body_that_said_nothing_takes_a_few_lines_shared_with_its_like() -> None:
    block = text().partition("\n2 đơn vị: Xã Ba, Xã Bốn\n")[2].partition("\n\n")[0]
    assert block.splitlines() == [
        "  Chưa đủ căn cứ kết luận: 2 nội dung",
        "    Thông tin còn thiếu: tình trạng áp dụng HTQLCL",
        "    Nội dung: announce; model",
    ]


def test_in_english_days_are_iso_and_words_english() -> None:
    found = text("en")
    assert "FINDINGS as of 2020-12-31" in found
    assert "Not done, overdue – due 2020-06-30" in found
    assert "Why: announcement that stands: no; needed: yes (facts.yaml:6)" in found
    assert "Exit status 1: 2 obligations need attention" in found


def test_bodies_with_nothing_open_are_named_and_shown_in_full_only_when_asked() -> None:
    assert "Sở B (so-b)" not in text()
    assert "Không còn việc: 1 – Sở B." in text()
    everything = text(everything=True)
    assert "Sở B (so-b)" in everything
    assert "Không thuộc trường hợp áp dụng" in everything
    assert "Đã hoàn thành đúng hạn" in everything


def test_the_counts_add_up() -> None:
    rows = text().partition("SỐ KẾT QUẢ RÀ SOÁT")[2].splitlines()
    numbers = [
        [int(word) for word in row.split()[-4:]] for row in rows if row and row[-1].isdigit()
    ]
    *outcomes, total = numbers
    assert len(outcomes) == 7
    assert total == [sum(column) for column in zip(*outcomes, strict=True)]
    assert total == [7, 4, 0, 11]


@pytest.mark.parametrize(
    ("fail_on", "words"),
    [("violated", "Mã kết thúc 1: có 2"), ("indeterminate", "Mã kết thúc 1: có 5"),
     ("never", "Mã kết thúc 0")],
)  # fmt: skip
def test_the_last_line_says_what_the_exit_status_means(fail_on: FailOn, words: str) -> None:
    assert words in text(fail_on=fail_on).splitlines()[-1]


def test_what_is_narrowed_says_so() -> None:
    found = text(words=("so-b",), subjects=frozenset({"so-b"}))
    assert "so-b" in found.splitlines()[5]
    assert "MỤC TIÊU" not in found
    assert "Mã kết thúc 0" in found


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("everything", [False, True])
def test_no_line_is_wider_than_eighty_columns_and_none_is_coloured(
    lang: Language, everything: bool
) -> None:
    found = text(lang, everything=everything)
    assert max(map(width_of, found.splitlines())) <= 80
    assert "\x1b" not in found
    assert not any(line != line.rstrip() for line in found.splitlines())


def test_on_a_terminal_tables_are_drawn_and_outcomes_coloured() -> None:
    selected = Selected(evaluation=small().evaluation)
    found = report(selected, "vi", "violated", Screen(colour=True, drawn=True))
    assert "┌" in found
    assert "\x1b[31m" in found


def test_an_explanation_shows_every_comparison() -> None:
    selection = Selection(words=("so-a",), subjects=frozenset({"so-a"}))
    selected = Selected(evaluation=small().evaluation, selection=selection, everything=True)
    found = explanation(selected, "vi")
    assert found.startswith("Tính đến ngày 31/12/2020.\n\nSở A (so-a) – Cơ quan cấp tỉnh\n===")
    assert (
        "- Điều kiện áp dụng tính đến ngày 30/06/2020, đúng: HTQLCL đang áp dụng: có; cần: có"
        in (" ".join(found.split()))
    )
    assert "- Yêu cầu, không đúng: công bố HTQLCL còn hiệu lực: không; cần: có" in found
