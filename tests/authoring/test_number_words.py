"""Numbers written out in Vietnamese are read, and what is no number is not."""

from __future__ import annotations

import pytest

from isocheck.packs.number_words import number_in_words

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def written(number: int) -> str:
    """A number below a million written out as a clerk would."""
    if number >= 1000:
        rest = number % 1000
        text = f"{written(number // 1000)} nghìn"
        return text if not rest else f"{text} {hundreds(rest)}"
    return hundreds(number) if number >= 100 else tens(number)


def hundreds(number: int) -> str:
    rest = number % 100
    text = f"{DIGITS[number // 100]} trăm"
    if not rest:
        return text
    return f"{text} linh {DIGITS[rest]}" if rest < 10 else f"{text} {tens(rest)}"


def tens(number: int) -> str:
    if number < 10:
        return DIGITS[number]
    ten, one = divmod(number, 10)
    text = "mười" if ten == 1 else f"{DIGITS[ten]} mươi"
    last = {0: "", 1: "một" if ten == 1 else "mốt", 4: "bốn" if ten == 1 else "tư", 5: "lăm"}
    return f"{text} {last.get(one, DIGITS[one])}".strip()


def test_every_number_below_twenty_thousand_is_read_as_written() -> None:
    assert [n for n in range(20_000) if number_in_words(written(n)) != n] == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ba tỷ không trăm sáu mươi triệu đồng chẵn", 3_060_000_000),
        ("Ba tỉ không trăm sáu mươi triệu đồng", 3_060_000_000),
        ("một tỷ sáu trăm triệu đồng chẵn./.", 1_600_000_000),
        ("hai nghìn tỷ", 2_000_000_000_000),
        ("một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy", 1_234_567),
        ("chín trăm lẻ năm ngàn", 905_000),
    ],
)
def test_sums_of_money_are_read(text: str, number: int) -> None:
    assert number_in_words(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "đồng", "trăm", "hai ba", "mười mươi", "một nghìn triệu", "ba tỷ tỷ", "ba xã", "linh"],
)
def test_what_is_no_number_is_not_read(text: str) -> None:
    assert number_in_words(text) is None
