"""The form of single values: from a text as written to a day, a year, money, yes or no."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import NoReturn

from isocheck.records.example_mark import is_example
from isocheck.source.nodes import REFUSED

FIRST_YEAR = 1900
LAST_YEAR = 2200
MOST_MONEY = 10**15
SMALL_MONEY = 100_000  # đồng; what is less may count thousands or millions
LONGEST_TEXT = 10_000

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{4})")
_WORDED_DAY = re.compile(r"(?i)(?:ngày )?([0-9]{1,2}) tháng ([0-9]{1,2}),? năm ([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/.\-]?([0-9]{1,2})[/.\-]?([0-9]{1,2})(?:[T ].*)?")
_MONEY = re.compile(r"0|[1-9][0-9]*")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([., _\u00a0])[0-9]{3})(?:\1[0-9]{3})*")
_CURRENCY = re.compile(r"(?i)\s*(?:đồng|đ|vnđ|vnd|₫)\.?$")
_WORDED = re.compile(r"(?i)([0-9]+(?:[.,][0-9]+)?)\s*(nghìn|ngàn|triệu|tr|tỷ|tỉ|k|m|e[0-9]{1,2})")
_FRACTION = re.compile(r"[0-9]+[.,][0-9]+")
WORTH: Mapping[str, int] = {
    "nghìn": 10**3,
    "ngàn": 10**3,
    "k": 10**3,
    "triệu": 10**6,
    "tr": 10**6,
    "m": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
}
# Written where a text is asked for, these say that there is none, or that nobody knows; taken for
# texts they would say that there is one.
_NO_TEXT = frozenset({
    "không", "không có", "chưa", "chưa có", "chưa ban hành", "chưa rõ", "không rõ", "chưa biết",
    "không biết", "khong", "khong co", "chua", "chua co", "chua ro", "khong ro", "none", "n/a",
    "unknown", "tbd", "thiếu", "thieu",
})  # fmt: skip
_YES = frozenset({"yes", "y", "on", "có", "đúng", "x", "1"})
_NO = frozenset({"no", "n", "off", "không", "sai", "0"})


ALL = frozenset({"all", "tất cả"})  # in the place of a list of codes


def is_all(value: object) -> bool:
    """Tell whether `all` stands in the place of a list, in any of its spellings."""
    return isinstance(value, str) and " ".join(value.casefold().split()) in ALL


class FormError(Exception):
    """A value is not of the form its field asks for; without a code it is reported already."""

    def __init__(self, code: str, **args: object) -> None:
        super().__init__(code)
        self.code = code
        self.args_of_message = args


def refuse_part(value: object) -> NoReturn:
    """Refuse a mapping, a list or a null where one value is expected."""
    if value is REFUSED:
        raise FormError("")
    raise FormError("facts.entry-null" if value is None else "facts.one-value")


def text_of(value: object) -> str:
    """Return a text exactly as written."""
    if value.__class__ is not str:
        refuse_part(value)
    text = str(value)
    if not text or text.isspace():
        raise FormError("facts.empty-text")
    if is_example(text):
        raise FormError("facts.still-example", value=text)
    if len(text) > LONGEST_TEXT:
        raise FormError("facts.text-too-long", length=len(text), limit=LONGEST_TEXT)
    return text


def said_of(value: object) -> str:
    """Return a text that says something: not that there is none, nor a mark for not known."""
    text = text_of(value)
    bare = " ".join(text.casefold().split()).strip(" .!()")
    if bare in _NO_TEXT or not any(char.isalnum() for char in text):
        raise FormError("facts.says-nothing", value=text)
    return text


def code_of(value: object) -> str:
    """Return a code in a list of codes; a word that stands for all of them is none."""
    text = said_of(value)
    if is_all(text):
        raise FormError("facts.all-in-list", value=text)
    return text


def day_of(value: object) -> date:
    """Return the day written as `YYYY-MM-DD`."""
    text = text_of(value)
    written = _DAY.fullmatch(text)
    if written is None:
        raise FormError("facts.day-form", value=text, suggestion=_suggested_day(text))
    year, month, day = map(int, written.groups())
    found = _real_day(year, month, day)
    if found is None:
        raise FormError("facts.day-impossible", value=text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise FormError("facts.day-range", value=text, first=FIRST_YEAR, last=LAST_YEAR)
    return found


def _suggested_day(text: str) -> str:
    """Return the day that was probably meant, as it should be written, or an empty text."""
    written = _DAY_FIRST.fullmatch(text) or _WORDED_DAY.fullmatch(" ".join(text.split()))
    if written is not None:
        day, month, year = map(int, written.groups())
        if _real_day(year, month, day) is None:
            day, month = month, day  # as Americans write it
    else:
        written = _YEAR_FIRST.fullmatch(text)
        if written is None:
            return ""
        year, month, day = map(int, written.groups())
    found = _real_day(year, month, day)
    return found.isoformat() if found is not None else ""


def _real_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_of(value: object) -> int:
    """Return a year of four digits."""
    text = text_of(value)
    if not re.fullmatch("[0-9]{4}", text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        found = re.search("(?:19|20|21)[0-9]{2}", text)
        suggestion = found.group() if found else ""
        raise FormError("facts.year-form", value=text, suggestion=suggestion)
    return int(text)


def money_of(value: object) -> int:
    """Return an amount in whole đồng."""
    text = text_of(value)
    if _MONEY.fullmatch(text):
        # the length first: turning a text of a million digits into a number takes minutes
        if len(text) > len(str(MOST_MONEY)) or int(text) > MOST_MONEY:
            raise FormError("facts.money-too-large", value=text, limit=MOST_MONEY)
        return int(text)
    bare = _CURRENCY.sub("", text)
    if re.fullmatch(r"[-−–]\s*[0-9].*", bare):
        raise FormError("facts.money-negative", value=text)
    suggestion = _suggested_money(bare)
    if not suggestion and _FRACTION.fullmatch(bare):
        raise FormError("facts.money-fraction", value=text)
    raise FormError("facts.money-form", value=text, suggestion=suggestion)


def _suggested_money(text: str) -> str:
    """Return the amount that was probably meant, in digits, or an empty text."""
    if len(text) > len("9.999.999.999.999.999 triệu"):
        return ""
    if _MONEY.fullmatch(text.lstrip("0")):
        return text.lstrip("0")
    if _GROUPED.fullmatch(text):
        return re.sub("[^0-9]", "", text)
    worded = _WORDED.fullmatch(text)
    if worded is None:
        return ""
    number, unit = worded.groups()
    unit = unit.lower()
    worth = 10 ** int(unit[1:]) if unit.startswith("e") else WORTH[unit]
    amount = Fraction(number.replace(",", ".")) * worth
    return str(amount) if amount.denominator == 1 and amount <= MOST_MONEY else ""


def yes_no_of(value: object) -> bool:
    """Return yes or no, written `true` or `false`."""
    text = text_of(value)
    if text == "true":
        return True
    if text == "false":
        return False
    word = text.casefold()
    suggestion = ""
    if word in _YES or word == "true":
        suggestion = "true"
    elif word in _NO or word == "false":
        suggestion = "false"
    raise FormError("facts.yes-no", value=text, suggestion=suggestion)
