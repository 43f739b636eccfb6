"""Values as people write them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from isocheck.report.values import (
    day_words,
    list_words,
    percent_words,
    range_words,
    typed,
    value_words,
)


@pytest.mark.parametrize(
    ("value", "kind", "vi", "en"),
    [
        (None, "day", "không có", "none"),
        (True, "yes_no", "có", "yes"),
        (False, "yes_no", "không", "no"),
        (32500000, "money", "32.500.000 đồng", "32,500,000 VND"),
        (2018, "year", "2018", "2018"),
        (1234, "count", "1.234", "1,234"),
        (date(2019, 7, 1), "day", "01/07/2019", "2019-07-01"),
        ("2019-07-01", "text", "2019-07-01", "2019-07-01"),
        (Fraction(117, 200), "share", "58,5%", "58.5%"),
        ("117/200", "text", "117/200", "117/200"),
        ("all", "codes", "tất cả", "all"),
        (["1.000774", "2.000004"], "codes", "1.000774, 2.000004", "1.000774, 2.000004"),
        ([], "codes", "không có", "none"),
    ],
)
def test_a_value_in_words(value: Any, kind: Any, vi: str, en: str) -> None:
    assert value_words(value, kind, "vi") == vi
    assert value_words(value, kind, "en") == en


def test_a_day_is_written_day_first_in_vietnamese() -> None:
    assert day_words(date(2020, 1, 9), "vi") == "09/01/2020"


@pytest.mark.parametrize(
    ("share", "words"),
    [(Fraction(6996, 10000), "69.9%"), (Fraction(7, 10), "70%"), (Fraction(1, 3), "33.3%")],
)
def test_a_share_is_never_rounded_up_to_a_target(share: Fraction, words: str) -> None:
    assert percent_words(share, "en") == words


def test_a_text_is_a_share_only_in_the_form_of_one() -> None:
    assert typed("133/200", "share") == Fraction(133, 200)
    assert typed("5/QĐ", "share") == "5/QĐ"
    assert typed("1/0", "share") == "1/0"
    assert typed("133/200", "text") == "133/200"
    assert typed(3, "share") == 3
    assert typed("2020-12-31", "day") == date(2020, 12, 31)
    assert typed("2020-12-31", "text") == "2020-12-31"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(1, 3, "1 – 3"), (2, 2, "2"), (None, 3, "at most 3"), (1, None, "at least 1"),
     (None, None, "not known"), (0, None, "not known"), (0, 2, "0 – 2")],
)  # fmt: skip
def test_a_value_within_bounds(low: Any, high: Any, words: str) -> None:
    assert range_words(low, high, "count", "en") == words


def test_a_long_list_is_cut_with_the_number_of_the_rest() -> None:
    names = [f"Xã {n}" for n in range(40)]
    cut = list_words(names, "vi", 4, ("đơn vị", "others"))
    assert cut == "Xã 0, Xã 1, Xã 2 và 37 đơn vị khác"
