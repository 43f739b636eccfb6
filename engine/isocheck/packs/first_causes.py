"""Which problems of a profile to tell: not those that only follow from another one."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from isocheck.errors import Problem

_NAMED = (  # each names the path at fault
    "path-unknown", "path-ends-before", "path-no-former", "path-through-list", "path-types-differ",
    "condition-operator-type", "over-unknown", "over-no-list", "derived-operand-type",
)  # fmt: skip
_ON_FIELDS = (*_NAMED, "literal-type", "literal-not-one-of", "expression-type", "expression-shift")
_FOLLOW = {
    "kinds.yaml": (*_ON_FIELDS, "unknown-kind-in-pack", "per-no-kind", "amendment-no-target"),
    "derived.yaml": _ON_FIELDS,
    "parameters.yaml": ("parameter-unknown", "amendment-no-target"),
    "reference.yaml": ("action-unknown-body",),
    "source.md": ("citation-no-place", "citation-quote"),
    "rules": ("case-unknown-rule", "amendment-no-target"),
}


def first_causes(problems: Iterable[Problem], unreadable: Collection[str]) -> list[Problem]:
    """Return the problems without those that may only follow from others.

    What a file that could not be read declares is missing everywhere else; a field that is wrong
    in its `kinds.yaml` has no type that the conditions on it could be held against.
    """
    problems = list(problems)
    follow: set[str] = set()
    for shown in unreadable:
        follow.update(_FOLLOW.get("rules" if "/rules/" in shown else shown.rpartition("/")[2], ()))
    fields = {
        name
        for problem in problems
        if problem.code.startswith("kinds.")
        for name in problem.where.split(".")[2:]
    }
    return [p for p in problems if p.code not in follow and not _on_wrong_field(p, fields)]


def _on_wrong_field(problem: Problem, fields: Collection[str]) -> bool:
    if not fields or problem.code not in _ON_FIELDS:
        return False
    path = problem.args.get("path", problem.args.get("value"))
    return problem.code not in _NAMED or any(name in fields for name in str(path).split("."))
