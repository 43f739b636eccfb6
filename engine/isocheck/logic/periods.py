"""Periods: a year, the years from one to another, a half or a quarter of a year."""

from __future__ import annotations

import re
from typing import Final, Self

_FORM: Final = re.compile(r"([0-9]{4})(?:-([0-9]{4})|-(H[12]|Q[1-4]))?")


class Period(str):
    """A period in its one form: `2019`, `2018-2020`, `2019-H1`, `2019-Q3`.

    A part of a year counts for that year: a record of it is a record of the year.
    """

    __slots__ = ("first", "last")

    first: int
    last: int

    def __new__(cls, text: str) -> Self:
        """Return the period that a text in the one form means.

        Raises:
            ValueError: the text has another form, or its years run backwards.
        """
        form = _FORM.fullmatch(text)
        if form is None:
            raise ValueError(f"not a period: {text!r}")
        period = super().__new__(cls, text)
        period.first = int(form[1])
        period.last = int(form[2] or form[1])
        if form[2] and period.first >= period.last:
            raise ValueError(f"the years run backwards: {text!r}")
        return period

    @property
    def part(self) -> str:
        """The half or quarter that it is, or an empty text."""
        _, _, rest = self.partition("-")
        return "" if rest.isdigit() else rest
