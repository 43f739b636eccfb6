"""Random conditions, typed as the pack language has them (packs.md, Conditions)."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from oracle.folders import AMOUNTS, CODES, DAYS, WORDS, YEARS
from oracle.scopes import Scope, typed

OUTCOMES = ("satisfied", "satisfied_late", "due", "violated", "not_applicable")
ORDERED = ("lt", "lte", "gt", "gte", "eq", "ne")
PATTERNS = ("a", "a.*", "[ab]", "a|b", ".+")
SPANS = ({"days": 1}, {"months": 6}, {"years": 1}, {"months": 1, "days": 1})
MANY = ("entries", "texts", "ids", "codes")


def condition(rng: Random, scope: Scope, deep: int = 2) -> dict[str, Any]:
    """Draw a condition."""
    way = rng.random()
    if deep and way < 0.25:
        some = [condition(rng, scope, deep - 1) for _ in range(rng.randint(1, 2))]
        return {rng.choice(("all", "any")): [*some, condition(rng, scope, deep - 1)]}
    if deep and way < 0.33:
        return {"not": condition(rng, scope, deep - 1)}
    if scope.outcomes and way < 0.45:
        wanted = rng.sample(OUTCOMES, rng.randint(1, 3))
        return {"outcome": {rng.choice(scope.outcomes): wanted}}
    if scope.kind in ("unit", "board") and way < 0.5:
        return {"under": _top(rng)}
    return comparison(rng, scope)


def _top(rng: Random) -> Any:
    return rng.choice(({"fact": "subject.id"}, {"value": "b1"}, {"value": "u1"}))


def comparison(rng: Random, scope: Scope) -> dict[str, Any]:
    paths = typed(scope)
    declared = [(p, t) for p, t in paths if p.rpartition(".")[2] in scope.values]
    path, type_ = rng.choice(declared if declared and rng.random() < 0.5 else paths)
    constraint = _constraint(rng, scope, type_)
    if type_ in ORDERABLE and rng.random() < 0.1:
        constraint |= _constraint(rng, scope, type_)
    beside = comparison(rng, scope) if rng.random() < 0.1 else {}
    return {**beside, path: constraint}


def _constraint(rng: Random, scope: Scope, type_: str) -> dict[str, Any]:
    if type_ in MANY and rng.random() < 0.4:
        return {"empty": rng.random() < 0.5}
    if type_ == "group" or (type_ not in MANY and rng.random() < 0.25):
        return {rng.choice(("exists", "not_exists")): True}
    if type_ in ORDERABLE:
        return {rng.choice(ORDERED): right(rng, scope, type_)}
    return _OF_TYPE.get(type_.partition(" ")[0], _of_list)(rng, scope, type_)


ORDERABLE = ("money", "year", "day", "count", "share")


def _of_text(rng: Random, scope: Scope, type_: str) -> dict[str, Any]:
    way = rng.random()
    if way < 0.2:
        return {"matches": rng.choice(PATTERNS)}
    if way < 0.4:
        return {"in": rng.sample(WORDS, 2)}
    return {rng.choice(("eq", "ne")): right(rng, scope, type_)}


def _of_flag(rng: Random, scope: Scope, type_: str) -> dict[str, Any]:
    return {rng.choice(("eq", "eq", "ne")): right(rng, scope, type_)}


def _of_reference(rng: Random, scope: Scope, type_: str) -> dict[str, Any]:
    if type_ in ("to unit", "to board", "to unit/board") and rng.random() < 0.3:
        return {"under": _top(rng)}
    return {rng.choice(("eq", "eq", "ne")): right(rng, scope, type_)}


def _of_list(rng: Random, scope: Scope, type_: str) -> dict[str, Any]:
    match type_:
        case "ids":
            return {"has": {"fact": "subject.id"} if scope.subject == "unit" else "u1"}
        case "entries":
            return {"empty": rng.random() < 0.5}
    lists = [p for p, t in typed(scope) if t in ("codes", "texts")]
    if rng.random() < 0.5:
        some = rng.sample(CODES, rng.randint(1, 2))
        return {"covers": {"fact": rng.choice(lists)} if lists and rng.random() < 0.6 else some}
    return {"has": rng.choice(CODES)}


_OF_TYPE: dict[str, Callable[[Random, Scope, str], dict[str, Any]]] = {
    "text": _of_text,
    "yes_no": _of_flag,
    "to": _of_reference,
}


def right(rng: Random, scope: Scope, type_: str) -> Any:
    """Draw what stands on the right of a comparison, or a due day."""
    way = rng.random()
    known = [(p, t) for p, t in typed(scope) if t == type_]
    facts = [p for p, _ in known if not p.startswith("param.")]
    names = [p.removeprefix("param.") for p, _ in known if p.startswith("param.")]
    given: Any
    if facts and way < 0.35:
        given = {"fact": rng.choice(facts)}
    elif names and way < 0.6:
        given = {"param": rng.choice(names)}
    elif type_ == "day" and way < 0.7:
        years = [p for p, t in typed(scope) if t == "year" and not p.startswith("param.")]
        given = {"year_end": rng.choice(years)} if years else rng.choice(DAYS)
    else:
        return _literal(rng, type_)
    if type_ == "day" and isinstance(given, dict) and rng.random() < 0.25:
        way_ = rng.choice(("plus", "minus"))
        counts = [p for p, t in typed(scope) if t == "count" and p.startswith("param.")]
        if counts and rng.random() < 0.5:
            count = rng.choice(counts).removeprefix("param.")
            given[way_] = {rng.choice(("days", "months", "years")): {"param": count}}
        else:
            given[way_] = rng.choice(SPANS)
    return given


def _literal(rng: Random, type_: str) -> Any:
    if type_ == "yes_no":
        return rng.random() < 0.5
    if type_.startswith("to "):
        kind = type_.removeprefix("to ").partition("/")[0]
        return "t.l1" if kind == "line" else f"{kind[0]}{rng.randint(1, 2)}"
    return rng.choice(LITERALS[type_])


LITERALS: dict[str, tuple[Any, ...]] = {
    "money": AMOUNTS,
    "year": YEARS,
    "day": DAYS,
    "text": WORDS,
    "share": ("0%", "25%", "50%", "75%", "100%"),
    "count": (0, 1, 2, 3),
}
