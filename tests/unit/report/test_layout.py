"""Lines keep their width, whatever the letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isocheck.report.layout import (
    Screen,
    padded,
    readable_width,
    table,
    unbroken,
    width_of,
    wrapped,
)

VIETNAMESE = "Sở Văn hóa, Thể thao và Du lịch chưa đủ căn cứ kết luận về duy trì"
WORDS = st.lists(st.sampled_from([*VIETNAMESE.split(), "c-06187-2020", "中文", "a"]), max_size=40)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_vietnamese_letter_takes_one_column_in_either_form(form: str) -> None:
    assert width_of(unicodedata.normalize(form, "Huyện Tràng Định")) == 16  # type: ignore[arg-type]


def test_a_wide_letter_takes_two_columns() -> None:
    assert width_of("中文") == 4
    assert padded("中", 4) + "|" == "中  |"
    assert padded("7", 3, right=True) == "  7"


@given(WORDS, st.integers(20, 90))
def test_no_line_is_wider_than_asked_and_no_word_is_lost(words: list[str], width: int) -> None:
    lines = wrapped(" ".join(words), width, "  * ", "    ")
    assert all(width_of(line) <= width for line in lines)
    assert " ".join(" ".join(lines).replace("*", "").split()) == " ".join(words)


def test_a_word_wider_than_a_line_stays_whole() -> None:
    path = "districts/188-loc-binh-with-a-very-long-name.yaml:100"
    assert wrapped(f"at {path} here", 20) == ["at", path, "here"]


def test_a_command_that_is_to_be_copied_stays_on_one_line() -> None:
    call = unbroken("isocheck explain ls 'two words'")
    assert wrapped(f"run: {call} now", 12) == ["run:", "isocheck explain ls 'two words'", "now"]


def test_the_first_line_begins_otherwise_than_the_rest() -> None:
    assert wrapped("one two three", 9, "- ", "    ") == ["- one two", "    three"]
    assert wrapped("one two", 6, "- ") == ["- one", "  two"]


def test_a_plain_table_lines_up_and_sets_the_total_apart() -> None:
    lines = table(
        [("", "Bắt buộc"), ("", "số")], [("Đạt", "1"), ("Tổng", "12")], drawn=False,
        last_is_total=True,
    )  # fmt: skip
    assert lines == [
        "      Bắt buộc",
        "            số",
        "----  --------",
        "Đạt          1",
        "----  --------",
        "Tổng        12",
    ]


def test_a_drawn_table_has_lines_of_one_width() -> None:
    lines = table([("Cơ quan", "Tổng")], [("UBND cấp xã", "200")], drawn=True)
    assert len({width_of(line) for line in lines}) == 1
    assert lines[0][0] + lines[-1][0] == "┌└"


@pytest.mark.parametrize(("columns", "width"), [(200, 100), (80, 80), (20, 40)])
def test_a_terminal_is_used_as_far_as_lines_stay_readable(columns: int, width: int) -> None:
    assert readable_width(columns) == width


def test_colour_only_where_there_is_colour() -> None:
    assert Screen().paint("x", "alarm") == "x"
    assert Screen(colour=True).paint("x", "alarm") == "\x1b[31mx\x1b[0m"
    assert Screen(colour=True).paint("x", None) == "x"
