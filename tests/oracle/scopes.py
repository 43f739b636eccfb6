"""What a condition may name at the place where it stands: paths and their types (packs.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from oracle.shapes import KINDS, Form

Typed = tuple[str, str]  # a path and its type
LISTS = {"text": "texts", "reference": "ids", "object": "entries"}


@dataclass(frozen=True)
class Value:
    """A derived value: the kind it is of, its type, the kind of item it needs."""

    kind: str
    type: str
    item: str | None = None


@dataclass(frozen=True)
class Scope:
    """The forms at hand, of the subject, the item and the owner; what is declared so far."""

    hand: Form
    subject: str
    kind: str | None = None  # the kind of the record at hand; an entry has none
    item: str | None = None
    owner: str | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)
    outcomes: tuple[str, ...] = ()

    def member(self, form: Form, kind: str | None, owner: str | None) -> Scope:
        return replace(self, hand=form, kind=kind, owner=owner, outcomes=())


def of_kind(kind: str, **about: Any) -> Scope:
    return Scope(KINDS[kind], kind, kind, **about)


def typed(scope: Scope, deep: int = 1) -> list[Typed]:
    """Return every path that a condition may name here."""
    found = list(_below(scope, scope.hand, scope.kind, deep))
    heads = [("subject", scope.subject)] if scope.kind is None or scope.owner else []
    heads += [("subject", scope.subject)] if scope.kind != scope.subject else []
    heads += [(h, k) for h, k in (("item", scope.item), ("owner", scope.owner)) if k]
    for head, kind in dict.fromkeys(heads):
        found += [(f"{head}.{p}", t) for p, t in _below(scope, KINDS[kind], kind, 0)]
    found += [(f"param.{name}", type_) for name, type_ in scope.parameters.items()]
    return [*found, ("as_of", "day")]


def _below(scope: Scope, form: Form, kind: str | None, deep: int) -> Iterator[Typed]:
    if kind is not None:
        yield "id", f"to {kind}"
        yield from _declared(scope, kind)
        if form.get("body"):
            yield "in_force", "yes_no"
    for name, inner in form["fields"].items():
        yield from _field(scope, name, inner, deep)


def _declared(scope: Scope, kind: str) -> Iterator[Typed]:
    for name, each in scope.values.items():
        if each.kind == kind and each.item in (None, scope.item):
            yield name, each.type


def _field(scope: Scope, name: str, inner: Form, deep: int) -> Iterator[Typed]:
    match inner["type"]:
        case "object":
            for head in (name, f"former.{name}") if "until" in inner.get("dated", {}) else (name,):
                yield head, "group"
                for path, type_ in _below(scope, inner, None, deep - 1):
                    yield f"{head}.{path}", type_
        case "reference":
            yield name, f"to {'/'.join(inner['to'])}"
            if deep > 0 and len(inner["to"]) == 1:
                target = inner["to"][0]
                for path, type_ in _below(scope, KINDS[target], target, deep - 1):
                    yield f"{name}.{path}", type_
        case "list":
            yield name, LISTS[inner["of"]["type"]]
        case other:
            yield name, other
