"""Conditions in the words of people, for lists of what differs and for pages of packs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from isocheck.authoring.wording import place_words, value_words
from isocheck.finding import Outcome
from isocheck.messages.words import Language
from isocheck.packs.conditions import (
    AllOf,
    Compare,
    Condition,
    Expression,
    Fact,
    Literal_,
    Not,
    OutcomeIs,
    Path,
)
from isocheck.packs.labels import Labels
from isocheck.packs.model import Profile
from isocheck.packs.operators import OPERATORS
from isocheck.report.words import OUTCOMES_TOGETHER, Pair, say

_IN_FORCE: Final[Pair] = ("đang tồn tại", "in force")
_HEADS: Final[Mapping[str, tuple[Pair, Pair]]] = {  # the record itself, and what it has
    "subject": (
        ("đối tượng được rà soát", "the subject"),
        ("{} của đối tượng", "{} of the subject"),
    ),
    "item": (("mục được xét", "the item"), ("{} của mục", "{} of the item")),
    "owner": (("hồ sơ chứa mục", "its record"), ("{} của hồ sơ", "{} of its record")),
}


def path_words(path: Path, labels: Labels) -> str:
    """Return what a path reads, and of what where that is not the record at hand."""
    if path.segments == ("in_force",):
        label = say(_IN_FORCE, labels.lang)
    else:
        label = labels.path(".".join(path.segments) or str(path))
    if path.head == "param":
        label = labels.path(str(path))
    heads, lang = _HEADS.get(path.head), labels.lang
    if heads is None:
        return label
    return say(heads[0], lang) if path.segments == ("id",) else say(heads[1], lang).format(label)


def condition_words(profile: Profile, condition: Condition | None, lang: Language) -> str:
    """Return a condition in words; an empty text where there is none, or nothing is asked."""
    if condition is None or condition == AllOf(()):
        return ""
    return _words(profile, condition, lang)


def _words(profile: Profile, condition: Condition, lang: Language) -> str:
    if isinstance(condition, Compare):
        return _compared(profile, condition, lang)
    if isinstance(condition, OutcomeIs):
        rule = next((r for r in profile.rules if r.id == condition.rule), None)
        title = condition.rule if rule is None else rule.title[lang]
        outcomes: list[Outcome] = [o for o in OUTCOMES_TOGETHER if o in condition.outcomes]
        told = ", ".join(say(OUTCOMES_TOGETHER[outcome], lang).lower() for outcome in outcomes)
        return say((f"kết quả của “{title}”: {told}", f"the finding of “{title}”: {told}"), lang)
    if isinstance(condition, Not):
        return say(("không phải: ", "not: "), lang) + f"({_words(profile, condition.part, lang)})"
    if not condition.parts:
        return say(("luôn đúng", "always"), lang)
    joined = ("; và ", "; and ") if isinstance(condition, AllOf) else ("; hoặc ", "; or ")
    parts = (_inner(profile, part, lang) for part in condition.parts)
    return say(joined, lang).join(parts)


def _inner(profile: Profile, part: Condition, lang: Language) -> str:
    words = _words(profile, part, lang)
    return words if isinstance(part, (Compare, OutcomeIs, Not)) else f"({words})"


def _compared(profile: Profile, leaf: Compare, lang: Language) -> str:
    label, op = path_words(leaf.path, Labels.of(profile, lang)), leaf.op
    asked = leaf.right.value if isinstance(leaf.right, Literal_) else None
    operator = OPERATORS[op]
    if operator.stated_not is not None:
        return f"{label}: " + say(operator.stated if asked is True else operator.stated_not, lang)
    if isinstance(asked, bool) and op in ("eq", "ne"):
        yes = (op == "eq") == asked
        return f"{label}: " + say(("có", "yes") if yes else ("không", "no"), lang)
    asked_of = replace(leaf.path, type=operator.shown_as or leaf.path.type)
    right = _right(profile, asked_of, leaf.right, lang)
    of_path = None if isinstance(leaf.right, Literal_) else operator.stated_of_path
    return f"{label} {say(of_path or operator.stated, lang)} {right}"


def _right(profile: Profile, path: Path, right: Expression, lang: Language) -> str:
    if isinstance(right, Fact) and right.path.head != "param" and not (right.shift or right.by):
        return path_words(right.path, Labels.of(profile, lang))
    if not isinstance(right, Literal_):
        return place_words(profile, right, lang)
    value = right.value
    if isinstance(value, (list, tuple)):
        return ", ".join(_literal(path, each, lang) for each in value)
    return _literal(path, value, lang)


def _literal(path: Path, value: object, lang: Language) -> str:
    if value is None:
        return say(("không có", "none"), lang)
    if isinstance(value, str) and path.vocabulary is not None:
        return path.vocabulary.label(value, lang)
    return value_words(value, path.type, lang)
