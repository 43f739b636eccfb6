"""Days, amounts, years and yes or no as people write them in the cells of a table.

What is certain is read, and told if it was not written in its one form; what is not certain is an
error with the likely meaning. The day stands before the month, always.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from fractions import Fraction
from typing import Final, NamedTuple

from isocheck.records.forms import FIRST_YEAR, LAST_YEAR, MOST_MONEY, WORTH, FormError
from isocheck.records.periods import period_of
from isocheck.source.text import folded

FIRST_DAY_YEAR: Final = 1945  # a spreadsheet shows an empty day as one of 1899 or 1900
LAST_DAY_YEAR: Final = 2100
YES: Final = frozenset({"có", "x", "yes", "true", "đúng"})
NO: Final = frozenset({"không", "no", "false", "sai"})
_EPOCH: Final = date(1899, 12, 30)  # day 0 of the numbers that spreadsheets keep for days
_LONGEST: Final = 60
_CENTURY: Final = 50  # of two digits: smaller ones are of this century, the others of the last
_SEPARATED: Final = r"(?P<day>[0-9]{1,2}) ?([/.\-]) ?(?P<month>[0-9]{1,2}) ?\2 ?"

_ISO: Final = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_DAY_FIRST: Final = re.compile(_SEPARATED + "(?P<year>[0-9]{4})")
_SHORT_YEAR: Final = re.compile(_SEPARATED + "(?P<year>[0-9]{2})")
_WORDED_DAY: Final = re.compile(
    r"(?:ngày )?(?P<day>[0-9]{1,2}) tháng (?P<month>[0-9]{1,2}),? năm (?P<year>[0-9]{4})"
)
_YEAR_FIRST: Final = re.compile(r"([0-9]{4}) ?([/.\-]) ?([0-9]{1,2}) ?\2 ?([0-9]{1,2})")
_TIME: Final = re.compile(
    r"[ t][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?(?:am|pm|sa|ch))?$"
)
_SERIAL: Final = re.compile(r"([0-9]{5})(?:[.,][0-9]+)?")

_CURRENCY: Final = re.compile(r" ?(?:đồng|đ|vnđ|vnd|₫)\.?$")
_DIGITS: Final = re.compile(r"0|[1-9][0-9]*")
_GROUPED: Final = re.compile(
    r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+(?:,0{1,2})?|(?:,[0-9]{3})+(?:\.0{1,2})?|(?: [0-9]{3})+)"
)
_ONE_COMMA: Final = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_WORDED: Final = re.compile(r"([0-9]+(?:[.,][0-9]+)?) ?(nghìn|ngàn|triệu|tr|tỷ|tỉ|k|m)")
_POWER: Final = re.compile(r"([0-9](?:[.,][0-9]{1,15})?)e\+?([0-9]{1,2})")
_FRACTION: Final = re.compile(r"[0-9]+[.,][0-9]+")
_NEGATIVE: Final = re.compile(r"[-−–] ?[0-9].*|\([0-9][^()]*\)")


class Value(NamedTuple):
    """What a cell says, as a YAML file would, and whether it was written otherwise."""

    text: str
    repaired: bool = False


def day_value(cell: str) -> Value:
    """Return the day that a cell names, in ISO form."""
    text = _TIME.sub("", _flat(cell))
    iso = _ISO.fullmatch(text)
    written = iso or _DAY_FIRST.fullmatch(text) or _WORDED_DAY.fullmatch(text)
    if written is None:
        raise _no_day(text, cell)
    year, month, day = (int(written[part]) for part in ("year", "month", "day"))
    found = _real(year, month, day)
    if found is None:
        turned = _real(year, day, month)
        if turned is not None and iso is None:
            raise FormError("tables.day-turned", value=cell, suggestion=_shown(turned))
        raise FormError("tables.day-impossible", value=cell)
    if not FIRST_DAY_YEAR <= year <= LAST_DAY_YEAR:
        first, last = FIRST_DAY_YEAR, LAST_DAY_YEAR
        raise FormError("tables.day-range", value=cell, first=first, last=last)
    return Value(found.isoformat(), found.isoformat() != cell)


def _no_day(text: str, cell: str) -> FormError:
    """Return what to tell of a cell that names no day for certain."""
    short = _SHORT_YEAR.fullmatch(text)
    if short is not None:
        year = int(short["year"])
        year += 2000 if year < _CENTURY else 1900
        likely = _real(year, int(short["month"]), int(short["day"]))
        return FormError("tables.day-short-year", value=cell, suggestion=_shown(likely))
    serial = _SERIAL.fullmatch(text)
    if serial is not None:
        counted = _EPOCH + timedelta(days=int(serial[1]))
        if FIRST_DAY_YEAR <= counted.year <= LAST_DAY_YEAR:
            return FormError("tables.day-number", value=cell, suggestion=_shown(counted))
    turned = _YEAR_FIRST.fullmatch(text)
    likely_day = None if turned is None else _real(int(turned[1]), int(turned[3]), int(turned[4]))
    return FormError("tables.day-form", value=cell, suggestion=_shown(likely_day))


def money_value(cell: str) -> Value:
    """Return the amount that a cell names, in digits."""
    text = _flat(cell)
    bare = _CURRENCY.sub("", text)
    if _DIGITS.fullmatch(bare):
        digits = bare
    elif _GROUPED.fullmatch(bare):
        if bare == text and _ONE_COMMA.fullmatch(bare):
            # thirty thousand where commas group digits, thirty where they end them
            raise FormError("tables.money-comma", value=cell, suggestion=bare.replace(",", "."))
        digits = re.sub(r"[.,]0{1,2}$|[., ]", "", bare)
    else:
        raise _no_money(bare, cell)
    if len(digits) > len(str(MOST_MONEY)) or int(digits) > MOST_MONEY:
        raise FormError("tables.money-large", value=cell, limit=grouped(MOST_MONEY))
    return Value(digits, digits != cell)


def _no_money(text: str, cell: str) -> FormError:
    """Return what to tell of a cell that names no amount for certain."""
    if _NEGATIVE.fullmatch(text):
        return FormError("tables.money-negative", value=cell)
    worded, power = _WORDED.fullmatch(text), _POWER.fullmatch(text)
    likely = ""
    if worded is not None:
        likely = _whole(Fraction(worded[1].replace(",", ".")) * WORTH[worded[2]])
    elif power is not None:
        likely = _whole(Fraction(power[1].replace(",", ".")) * 10 ** int(power[2]))
        return FormError("tables.money-power", value=cell, suggestion=likely)
    elif _FRACTION.fullmatch(text):
        return FormError("tables.money-fraction", value=cell)
    return FormError("tables.money-form", value=cell, suggestion=likely)


def _whole(amount: Fraction) -> str:
    whole = amount.denominator == 1 and amount <= MOST_MONEY
    return grouped(int(amount)) if whole else ""


def grouped(amount: int) -> str:
    """Return an amount as it is written in Vietnamese."""
    return f"{amount:,}".replace(",", ".")


def year_value(cell: str) -> Value:
    """Return the year that a cell names, of four digits."""
    text = _flat(cell)
    found = re.fullmatch("(?:năm |year )?([0-9]{4})", text)
    if found is not None and FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        return Value(found[1], found[1] != cell)
    digits = re.sub(r"[.,]0$|(?<=^[12])[.,](?=[0-9]{3}$)", "", text)
    likely = re.search("(?:19|20|21)[0-9]{2}", digits)
    suggestion = likely.group() if likely else ""
    raise FormError("tables.year-form", value=cell, suggestion=suggestion)


def yes_no_value(cell: str) -> Value:
    """Return `true` or `false` as a cell says it; `không` says no here."""
    word = _flat(cell)
    if word in YES:
        return Value("true", word != "true")
    if word in NO:
        return Value("false", word != "false")
    raise FormError("tables.yes-no", value=cell)


def period_value(cell: str) -> Value:
    """Return the period that a cell names, in its one form."""
    text = str(period_of(cell))
    return Value(text, text != cell)


def _flat(cell: str) -> str:
    """Return a short text in small letters, words one space apart; a long one says nothing."""
    return folded(cell) if len(cell) <= _LONGEST else ""


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shown(day: date | None) -> str:
    return "" if day is None else f"{day:%d/%m/%Y}"
