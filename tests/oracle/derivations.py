"""Random derived values of every operation (packs.md, derived.yaml)."""

from __future__ import annotations

from random import Random
from typing import Any

from oracle.conditions import condition
from oracle.scopes import Scope, typed
from oracle.shapes import KINDS, Form, form_at

LISTS = {"unit": ("marks", "loose", "procs", "sys.marks"), "paper": ("parts",), "board": ()}
ELSEWHERE = ("unit.marks", "unit.procs", "unit.loose", "unit.sys.marks", "paper.parts")
OF_MEMBERS = ("count", "sum", "min", "max", "latest", "any", "share", "list", "distinct")
Derivation = tuple[str, dict[str, Any]]


def derivation(rng: Random, scope: Scope) -> Derivation:
    """Draw a derived value of the record at hand: its type and its form."""
    way = rng.random()
    if way < 0.12:
        return "yes_no", {"holds": condition(rng, scope)}
    if way < 0.2 and (found := _difference(rng, scope)):
        return found
    if way < 0.28 and (found := _added(rng, scope)):
        return found
    return _aggregate(rng, scope)


def _difference(rng: Random, scope: Scope) -> Derivation | None:
    lists = [(p, t) for p, t in typed(scope, 0) if t in ("codes", "texts") and "." not in p]
    firsts = [p for p, t in lists if t == "texts"]  # what `all` less some is, nobody can list
    if not firsts:
        return None
    return "texts", {"difference": [rng.choice(firsts), rng.choice(lists)[0]]}


def _added(rng: Random, scope: Scope) -> Derivation | None:
    type_ = rng.choice(("money", "count"))
    paths = [p for p, t in typed(scope) if t == type_ and not p.startswith("param.")]
    if len(paths) < 2:
        return None
    return type_, {"add": rng.sample(paths, 2)}


def _aggregate(rng: Random, scope: Scope) -> Derivation:
    over, member = _over(rng, scope)
    form: dict[str, Any] = {"over": over}
    if rng.random() < 0.5:
        form["where"] = condition(rng, member, 1)
    if over in ("marks", "sys.marks") and rng.random() < 0.15:
        form["skip_first"] = True
    how = rng.choice(OF_MEMBERS)
    if how == "share":
        form |= {"among": condition(rng, member, 1), "where": condition(rng, member, 1)}
        return "share", {**form, "share": True}
    return _of_members(rng, form, member, how)


def _of_members(rng: Random, form: dict[str, Any], member: Scope, how: str) -> Derivation:
    paths = [(p, t) for p, t in typed(member, 0) if not p.startswith(("param.", "as_of"))]
    wanted = {
        "sum": ("money",), "min": ("day", "money", "year"), "max": ("day", "money", "year"),
        "latest": ("day",), "list": ("text",), "distinct": ("text",),
    }.get(how, ())  # fmt: skip
    fitting = [(p, t) for p, t in paths if t in wanted]
    if not fitting:
        how = rng.choice(("count", "any"))
        return ("count" if how == "count" else "yes_no"), {**form, how: True}
    path, type_ = rng.choice(fitting)
    if how == "latest":
        taken, type_ = rng.choice([(p, t) for p, t in paths if t in TAKEN])
        return type_, {**form, "latest": path, "take": taken}
    types = {"list": "texts", "distinct": "count"}
    return types.get(how, type_), {**form, how: path}


BODIES: Form = {"fields": {name: KINDS["board"]["fields"][name] for name in ("name", "n", "flag")}}
TAKEN = ("money", "year", "day", "text", "yes_no")


def _over(rng: Random, scope: Scope) -> tuple[Any, Scope]:
    own = LISTS.get(scope.subject, ())
    way = rng.random()
    if own and way < 0.4:
        over = rng.choice(own)
        form = form_at(scope.subject, tuple(over.split(".")))["of"]
        return over, scope.member(form, None, scope.subject)
    if way < 0.6:
        over = rng.choice(ELSEWHERE)
        kind, _, path = over.partition(".")
        form = form_at(kind, tuple(path.split(".")))["of"]
        return over, scope.member(form, None, kind)
    if way < 0.68:
        return ["unit", "board"], scope.member(BODIES, None, None)
    kind = rng.choice(("unit", "unit", "paper", "line"))
    return kind, scope.member(KINDS[kind], kind, None)
