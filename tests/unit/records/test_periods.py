"""Periods: the ways that people write them, and the years that each covers."""

from __future__ import annotations

import unicodedata

import pytest

from isocheck.logic.comparisons import covers_year
from isocheck.logic.periods import Period
from isocheck.logic.values import UNKNOWN, Bounds
from isocheck.records.periods import period_of
from isocheck.report.values import value_words

WRITTEN = [
    ("2019", "2019"),
    ("năm 2019", "2019"),
    ("Năm  2019 ", "2019"),
    ("2018-2020", "2018-2020"),
    ("2018 – 2020", "2018-2020"),
    ("giai đoạn 2018-2020", "2018-2020"),
    ("Giai đoạn 2018 - 2020", "2018-2020"),
    ("từ năm 2018 đến năm 2020", "2018-2020"),
    ("các năm 2018-2020", "2018-2020"),
    ("2019-2019", "2019"),
    ("2019-H1", "2019-H1"),
    ("H2/2019", "2019-H2"),
    ("6 tháng đầu năm 2019", "2019-H1"),
    ("06 tháng đầu năm 2019", "2019-H1"),
    ("Sáu tháng cuối năm 2019", "2019-H2"),
    ("2019-q3", "2019-Q3"),
    ("quý III/2019", "2019-Q3"),
    ("Quý 3 năm 2019", "2019-Q3"),
    ("quý iv-2019", "2019-Q4"),
    ("QUÝ I 2019", "2019-Q1"),
    ("Q2/2019", "2019-Q2"),
]


@pytest.mark.parametrize(("text", "period"), WRITTEN)
def test_a_period_is_read_as_people_write_it(text: str, period: str) -> None:
    assert period_of(text) == period
    assert period_of(unicodedata.normalize("NFD", text)) == period
    assert period_of(text.upper()) == period


@pytest.mark.parametrize(
    ("period", "years"),
    [("2019", [2019]), ("2018-2020", [2018, 2019, 2020]), ("2019-H1", [2019]), ("2018-Q4", [2018])],
)
def test_a_span_counts_for_every_year_in_it_a_part_of_a_year_for_that_year(
    period: str, years: list[int]
) -> None:
    covered = [year for year in range(2016, 2023) if covers_year(Period(period), year)]
    assert covered == years


def test_what_is_not_known_of_a_year_leaves_it_open_where_it_may_lie_outside() -> None:
    span = Period("2018-2020")
    assert covers_year(span, Bounds(2018, 2020)) is True
    assert covers_year(span, Bounds(2018, 2020, maybe_null=True)) is None
    assert covers_year(span, Bounds(2017, 2018)) is None
    assert covers_year(span, Bounds(2021, None)) is False
    assert covers_year(span, Bounds(None, 2017)) is False
    assert covers_year(span, UNKNOWN) is None
    assert covers_year(UNKNOWN, 2019) is None
    assert covers_year(None, 2019) is False
    assert covers_year(span, None) is False


@pytest.mark.parametrize(
    ("period", "vi", "en"),
    [
        ("2019", "2019", "2019"),
        ("2018-2020", "2018-2020", "2018-2020"),
        ("2019-H1", "6 tháng đầu năm 2019", "first half of 2019"),
        ("2019-Q4", "quý IV/2019", "fourth quarter of 2019"),
    ],
)
def test_a_period_in_words(period: str, vi: str, en: str) -> None:
    assert value_words(Period(period), "period", "vi") == vi
    assert value_words(period, "period", "en") == en
    assert period_of(vi) == period
