"""Random packs as Python data: rules of every mode, derived values of every operation (§4, §5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from oracle.conditions import LITERALS, condition, right
from oracle.days import number
from oracle.derivations import derivation
from oracle.folders import DAYS, folder
from oracle.scopes import Scope, Value, of_kind
from oracle.shapes import Form

SUBJECTS = ("unit", "unit", "unit", "unit", "board", "paper", "paper", "line")
TYPES = ("day", "day", "money", "text", "share", "count", "year")
OUTCOMES = ("satisfied", "satisfied_late", "due", "violated", "not_applicable")


@dataclass
class Draft:
    """A pack as it grows."""

    values: dict[str, Value] = field(default_factory=dict)
    derived: dict[str, Form] = field(default_factory=dict)
    parameters: dict[str, Form] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    rules: list[dict[str, Any]] = field(default_factory=list)
    amendments: list[dict[str, Any]] = field(default_factory=list)


def law(rng: Random) -> dict[str, Any]:
    """Draw a pack: parameters, derived values, rules, and what amends them."""
    draft = Draft()
    for n in range(rng.randint(0, 3)):
        type_ = rng.choice(TYPES)
        draft.types[f"p{n}"], draft.parameters[f"p{n}"] = type_, _parameter(rng, type_)
    for n in range(rng.randint(0, 4)):
        _derive(rng, draft, f"d{n}")
    for n in range(rng.randint(1, 3)):
        draft.rules.append(_rule(rng, draft, f"t.r{n}"))
    if rng.random() < 0.3:
        _amend(rng, draft)
    return {
        "parameters": draft.parameters,
        "derived": draft.derived,
        "rules": draft.rules,
        "amendments": draft.amendments,
        "reference": folder(rng, {"line": rng.randint(1, 2)}, marked="t."),
    }


def literal(rng: Random, type_: str) -> Any:
    return number(rng.choice(LITERALS[type_]))


def _parameter(rng: Random, type_: str) -> dict[str, Any]:
    match rng.choice(("value", "value", "readings", "unverified", "between")):
        case "readings":
            two = [{"id": name, "value": literal(rng, type_)} for name in ("one", "two")]
            return {"type": type_, "readings": two}
        case "unverified":
            return {"type": type_, "verification": "unverified"}
        case "between" if type_ in ("day", "money", "share", "count"):
            ends: list[Any] = sorted(literal(rng, type_) for _ in range(2))
            if rng.random() < 0.2:
                ends[rng.randint(0, 1)] = None
            return {"type": type_, "verification": "unverified", "between": ends}
    none = type_ == "day" and rng.random() < 0.15
    return {"type": type_, "value": None if none else literal(rng, type_)}


def _derive(rng: Random, draft: Draft, name: str) -> None:
    kind = rng.choice(SUBJECTS)
    item = rng.choice(("paper", "line")) if rng.random() < 0.15 else None
    scope = _scope(draft, kind, item)
    type_, form = derivation(rng, scope)
    draft.values[name] = Value(kind, type_, item)
    draft.derived[name] = {"for": [kind], **form}


def _scope(draft: Draft, kind: str, item: str | None) -> Scope:
    values, types = dict(draft.values), dict(draft.types)
    return of_kind(kind, item=item, values=values, parameters=types)


def _rule(rng: Random, draft: Draft, name: str) -> dict[str, Any]:
    kind = rng.choice(SUBJECTS)
    item = rng.choice(("paper", "line")) if rng.random() < 0.3 else None
    scope = _scope(draft, kind, item)
    scope = _with_outcomes(scope, draft, kind)
    rule: dict[str, Any] = {"id": name, "for": [kind], "modality": _modality(rng)}
    if rng.random() < 0.05:
        rule["verification"] = "unverified"
    if item:
        rule["per"] = _per(rng, draft, kind, item)
    if rng.random() < 0.5:
        rule["when"] = condition(rng, scope)
    if rng.random() < 0.2:
        rule["unless"] = [{"condition": condition(rng, scope)}]
    if rule["modality"] != "may" or rng.random() < 0.7:
        rule["require"] = condition(rng, scope)
    if rule["modality"] != "may":
        rule |= _mode(rng, scope, "per" in rule)
    if rng.random() < 0.1:
        rule["in_force"] = _span(rng)
    return rule


def _with_outcomes(scope: Scope, draft: Draft, kind: str) -> Scope:
    others = tuple(
        r["id"]
        for r in draft.rules
        if r["for"] == [kind] and "per" not in r and "verification" not in r
    )
    return Scope(**{**scope.__dict__, "outcomes": others})


def _modality(rng: Random) -> str:
    return rng.choice(("must", "must", "must", "should", "may"))


def _per(rng: Random, draft: Draft, kind: str, item: str) -> dict[str, Any]:
    per: dict[str, Any] = {"over": item}
    if rng.random() < 0.7:
        scope = _scope(draft, kind, None)
        member = scope.member(of_kind(item).hand, item, None)
        per["where"] = condition(rng, member)
    return per


def _mode(rng: Random, scope: Scope, per: bool) -> Mapping[str, Any]:
    mode = rng.choice(("due", "due", "always", "until"))
    if mode == "always":
        after_end = {"after_end": True} if not per and rng.random() < 0.4 else {}
        return {"always": True, **after_end}
    day = right(rng, scope, "day")
    return {mode: None if mode == "due" and rng.random() < 0.1 else day}


def _span(rng: Random) -> dict[str, date]:
    begins, ends = sorted(rng.sample(DAYS, 2))
    return rng.choice(({"from": begins}, {"until": ends}, {"from": begins, "until": ends}))


def _amend(rng: Random, draft: Draft) -> None:
    day, rule = rng.choice(DAYS), rng.choice(draft.rules)
    change: dict[str, Any]
    match rng.choice(("sets", "replaces", "repeals", "ends")):
        case "sets" if draft.types:
            name = rng.choice(list(draft.types))
            new = _parameter(rng, draft.types[name])
            while "verification" in new:  # an amendment gives a value or readings
                new = _parameter(rng, draft.types[name])
            new.pop("type")
            change = {"sets": f"t.{name}", **new}
        case "replaces":
            types = {f"t.{name}": type_ for name, type_ in draft.types.items()}
            new = _rule(rng, Draft(draft.values, types=types), rule["id"])
            while new["for"] != rule["for"] or "per" in new or "verification" in new:
                new = _rule(rng, Draft(draft.values, types=types), rule["id"])
            change = {"replaces": rule["id"], "rule": new}
        case "repeals":
            change = {"repeals": rule["id"]}
        case _:
            change = {"ends": {"kind": rng.choice(("unit", "board"))}}
    draft.amendments.append({"id": "u.change", **change, "from": day})
