"""Days, spans and periods (design §2, §5)."""

from __future__ import annotations

from datetime import date

import pytest

from isocheck.logic.days import FIRST_DAY, LAST_DAY, LONGEST, NO_SHIFT, Shift, year_end
from isocheck.logic.periods import Period


@pytest.mark.parametrize(
    ("span", "day", "moved"),
    [
        ({"days": 1}, date(2019, 12, 31), date(2020, 1, 1)),
        ({"days": -1}, date(2019, 1, 1), date(2018, 12, 31)),
        ({"months": 1}, date(2019, 1, 31), date(2019, 2, 28)),
        ({"months": 12}, date(2019, 1, 31), date(2020, 1, 31)),
        ({"months": -1}, date(2019, 1, 15), date(2018, 12, 15)),
        ({"years": 1}, date(2020, 2, 29), date(2021, 2, 28)),
        ({"years": 1, "months": 1, "days": 1}, date(2019, 1, 31), date(2020, 3, 1)),
    ],
)
def test_a_day_is_moved_by_years_and_months_and_then_by_days(span, day, moved):
    assert Shift(**span).applied_to(day) == moved
    assert Shift(**span)


def test_no_span_moves_nothing():
    assert not NO_SHIFT
    assert NO_SHIFT.applied_to(date(2019, 5, 31)) == date(2019, 5, 31)
    assert year_end(2019) == date(2019, 12, 31)


def test_the_days_that_may_be_written_can_all_be_moved_by_the_longest_spans():
    assert (date(1900, 1, 1), date(2200, 12, 31)) == (FIRST_DAY, LAST_DAY)
    assert LONGEST == {"days": 36_500, "months": 1_200, "years": 100}
    for unit, number in LONGEST.items():
        assert Shift(**{unit: number}).applied_to(LAST_DAY).year >= 2300
        assert Shift(**{unit: -number}).applied_to(FIRST_DAY).year <= 1800


def test_years_that_do_not_run_forward_are_no_period():
    for text in ("2019-2019", "2020-2019", "2019-Q5", "2019-H3", "19"):
        with pytest.raises(ValueError, match=text):
            Period(text)
    assert (Period("2019-2020").first, Period("2019-2020").last) == (2019, 2020)
