"""The operators of conditions, a row each: types, comparison and words side by side.

How an operator compiles to a count against a threshold stands in `durable/counts.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from isocheck.logic import comparisons
from isocheck.logic.days import FIRST_DAY, LAST_DAY
from isocheck.logic.truth import Truth
from isocheck.logic.values import Value
from isocheck.packs.conditions import ValueType
from isocheck.packs.environment import LISTS, NUMBERS, TEXTS, Typed
from isocheck.packs.form import as_day, as_integer, as_period, as_share, as_yes_no
from isocheck.source.nodes import Items

Pair = tuple[str, str]  # Vietnamese, English
Comparison = Callable[[Value, Value], Truth]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """What one operator compares, how, and what people read of it.

    `decide` takes what is not known or known in part on either side. `asked` says in a report what
    was needed, `{}` for the right-hand side; `stated` stands between both sides of a condition.
    """

    fits: Callable[[Typed], bool]  # what may stand on its left
    decide: Comparison
    asked: Pair
    stated: Pair
    right: Literal["value", "flag", "pattern", "choices"] = "value"
    right_type: Callable[[Typed], Typed] = lambda left: left
    asked_of_days: Pair | None = None  # where days are compared, if they have words of their own
    asked_not: Pair | None = None  # of a flag that is false
    stated_not: Pair | None = None
    stated_of_path: Pair | None = None  # where a path stands on the right, whose name says more
    shown_as: ValueType | None = None  # the right-hand side, where not as a value of the left is
    of_ancestors: bool = False  # compares the ids above the record that a path names
    in_order: bool = False

    def asked_words(self, kind: ValueType | None) -> Pair:
        """Return the words for what was needed of a value of a type."""
        return self.asked_of_days if kind == "day" and self.asked_of_days else self.asked


def _of_lists_of_texts(left: Typed) -> bool:
    return left.type in LISTS and not left.of_entries


def _in_order(left: Typed) -> bool:
    return left.type in NUMBERS or left.type in ("day", "share")


def _single(left: Typed) -> bool:
    return left.type not in LISTS and left.type != "object"


def _any(_left: Typed) -> bool:
    return True


_IS_THERE: Final[Pair] = ("có", "present")
_IS_NOT: Final[Pair] = ("không có", "absent")

OPERATORS: Final[Mapping[str, Operator]] = {
    "eq": Operator(fits=_single, decide=comparisons.equal, asked=("{}", "{}"), stated=("=", "=")),
    "ne": Operator(
        fits=_single,
        decide=comparisons.differ,
        asked=("khác {}", "other than {}"),
        stated=("≠", "≠"),
    ),
    "lt": Operator(
        fits=_in_order,
        in_order=True,
        decide=comparisons.less,
        asked=("dưới {}", "below {}"),
        asked_of_days=("trước ngày {}", "before {}"),
        stated=("<", "<"),
    ),
    "lte": Operator(
        fits=_in_order,
        in_order=True,
        decide=comparisons.at_most,
        asked=("không quá {}", "at most {}"),
        asked_of_days=("không sau ngày {}", "no later than {}"),
        stated=("≤", "≤"),
    ),
    "gt": Operator(
        fits=_in_order,
        in_order=True,
        decide=comparisons.more,
        asked=("trên {}", "over {}"),
        asked_of_days=("sau ngày {}", "after {}"),
        stated=(">", ">"),
    ),
    "gte": Operator(
        fits=_in_order,
        in_order=True,
        decide=comparisons.at_least,
        asked=("ít nhất {}", "at least {}"),
        asked_of_days=("từ ngày {} trở đi", "on or after {}"),
        stated=("≥", "≥"),
    ),
    "in": Operator(
        fits=_single,
        right="choices",
        decide=comparisons.is_one_of,
        asked=("một trong: {}", "one of: {}"),
        stated=("là một trong", "is one of"),
    ),
    "has": Operator(
        fits=_of_lists_of_texts,
        right_type=lambda left: Typed("text", vocabulary=left.vocabulary),
        decide=comparisons.has,
        asked=("có {}", "with {}"),
        stated=("có", "holds"),
    ),
    "has_any": Operator(
        fits=_of_lists_of_texts,
        decide=comparisons.has_any,
        asked=("có ít nhất một trong: {}", "with one of: {}"),
        stated=("có ít nhất một trong", "holds one of"),
    ),
    "exists": Operator(
        fits=_any,
        right="flag",
        decide=comparisons.exists,
        asked=_IS_THERE,
        asked_not=_IS_NOT,
        stated=_IS_THERE,
        stated_not=_IS_NOT,
    ),
    "not_exists": Operator(
        fits=_any,
        right="flag",
        decide=comparisons.not_exists,
        asked=_IS_NOT,
        asked_not=_IS_THERE,
        stated=_IS_NOT,
        stated_not=_IS_THERE,
    ),
    "matches": Operator(
        fits=lambda left: left.type in TEXTS,
        right="pattern",
        decide=comparisons.matches,
        asked=("theo mẫu {}", "of the form {}"),
        stated=("theo mẫu", "has the form"),
    ),
    "empty": Operator(
        fits=lambda left: left.type in LISTS,
        right="flag",
        decide=comparisons.empty,
        asked=("không còn mục nào", "none left"),
        asked_not=("có ít nhất một mục", "at least one"),
        stated=("không có mục nào", "no entry"),
        stated_not=("có ít nhất một mục", "at least one entry"),
    ),
    "covers": Operator(
        fits=_of_lists_of_texts,
        decide=comparisons.covers,
        asked=("gồm {}", "with {}"),
        stated=("gồm", "covers"),
    ),
    "covers_year": Operator(
        fits=lambda left: left.type == "period",
        right_type=lambda _: Typed("year"),
        shown_as="year",
        decide=comparisons.covers_year,
        asked=("có năm {}", "with the year {}"),
        stated=("gồm năm", "covers the year"),
        stated_of_path=("gồm", "covers"),
    ),
    "under": Operator(
        fits=lambda left: left.type == "reference",
        right_type=lambda _: Typed("reference"),
        decide=comparisons.has,
        of_ancestors=True,
        asked=("thuộc {}", "below {}"),
        stated=("thuộc", "is below"),
    ),
}

_LITERALS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "day": as_day,
    "share": as_share,
    "yes_no": as_yes_no,
    "period": as_period,
}


def looks_for_texts(operator: Operator) -> bool:
    """Tell whether an operator looks for texts in a list: one of things with fields has none."""
    return operator.fits is _of_lists_of_texts


def literal_of(node: Any, kind: ValueType) -> Any:
    """Return a node as a value of a type, or None if it is none."""
    read = _LITERALS.get(kind)
    if read is not None:
        return read(node)
    if kind in NUMBERS:
        number = as_integer(node)
        fits = kind != "year" or number is None or FIRST_DAY.year <= number <= LAST_DAY.year
        return number if fits else None
    if kind in LISTS:
        texts = isinstance(node, Items) and all(isinstance(entry, str) for entry in node)
        return list(node) if texts else "all" if node == "all" else None
    return node if isinstance(node, str) and node else None
