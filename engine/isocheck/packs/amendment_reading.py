"""Amendments: what a later pack sets, replaces, repeals or ends, and from which day."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Literal, cast

from isocheck.packs.citation_reading import VERIFICATIONS, read_citations, read_span
from isocheck.packs.conditions import ValueType
from isocheck.packs.environment import Place, Places
from isocheck.packs.form import nearest, plain
from isocheck.packs.model import Amendment, InForce, Parameter, Rule, Verification
from isocheck.packs.parameter_reading import read_readings
from isocheck.packs.rule_reading import RuleContext, read_rule
from isocheck.source.nodes import Fields

_DOES = ("sets", "replaces", "repeals", "ends")
_KEYS = (
    *_DOES, "id", "from", "until", "over", "value", "computed", "readings", "rule", "reason",
    "cites", "verification", "title", "note",
)  # fmt: skip


def read_amendment(
    context: RuleContext, node: Any, line: int, rules: Collection[str], packs: frozenset[str]
) -> Amendment | None:
    """Return an amendment, or None with the problems recorded."""
    form = context.reader.form
    fields = form.mapping(node, line, "amendment", _KEYS, ("id", "from"))
    if fields is None:
        return None
    where = form.text(fields, "id", "amendment")
    named = [key for key in _DOES if key in fields]
    if len(named) != 1:
        form.problem("amendment-form", line, where, value=", ".join(named))
        return None
    does = cast("Literal['sets', 'replaces', 'repeals', 'ends']", named[0])
    target = _target(context, fields, does, where, rules)
    if target is None:
        return None
    in_force = read_span(form, fields, where)
    cites = read_citations(form, fields, "cites", where)
    verification = form.word(fields, "verification", where, VERIFICATIONS, "secondary")
    return Amendment(
        id=where,
        pack=context.reader.pack,
        does=does,
        target=target,
        in_force=in_force,
        over=_over(context, fields, where, packs),
        parameter=_parameter(context, fields, line, where, target, in_force)
        if does == "sets"
        else None,
        rule=_rule(context, fields, line, where, target) if does == "replaces" else None,
        reason=form.both_languages(fields, "reason", where) if "reason" in fields else None,
        cites=cites,
        verification=cast("Verification", verification),
        location=form.location(line),
    )


def _over(context: RuleContext, fields: Fields, where: str, packs: frozenset[str]) -> str | None:
    if "over" not in fields:
        return None
    form = context.reader.form
    over = form.text(fields, "over", where)
    if over not in packs:
        form.problem(
            "amendment-over", fields.line_of("over"), where, value=over, known=sorted(packs)
        )
    return over


def _target(
    context: RuleContext, fields: Fields, does: str, where: str, rules: Collection[str]
) -> str | None:
    form, environment = context.reader.form, context.reader.environment
    line = fields.line_of(does)
    node = fields[does]
    if does == "ends":
        target = node.get("kind") if isinstance(node, Fields) and list(node) == ["kind"] else node
        known = set(environment.kinds)
    else:
        target, known = node, set(environment.parameter_types if does == "sets" else rules)
    if not isinstance(target, str) or target not in known:
        form.problem(
            "amendment-no-target", line, where, value=plain(target), does=does,
            suggestion=nearest(plain(target), known),
        )  # fmt: skip
        return None
    if does == "sets" and target in environment.not_read:
        return None
    return target


def _parameter(  # noqa: PLR0913, PLR0917 - what it is read with
    context: RuleContext, fields: Fields, line: int, where: str, target: str, in_force: InForce
) -> Parameter:
    reader = context.reader
    kind: ValueType = reader.environment.parameter_types[target]
    places = Places(Place(), item=Place(), pack=reader.pack)
    readings = read_readings(reader, fields, where, kind, places)
    if "value" in fields and "readings" in fields:
        reader.form.problem(
            "parameter-form",
            line,
            where,
            value="value, readings",
            verification=fields.get("verification", "secondary"),
        )
    elif "value" not in fields and "readings" not in fields:
        reader.form.problem("amendment-no-value", line, where, value=target)
    verification = reader.form.word(fields, "verification", where, VERIFICATIONS, "secondary")
    return Parameter(
        id=target,
        pack=reader.pack,
        type=kind,
        readings=readings,
        verification=cast("Verification", verification),
        cites=read_citations(reader.form, fields, "cites", where),
        in_force=in_force,
        location=reader.form.location(line),
        amended_by=where,
    )


def _rule(context: RuleContext, fields: Fields, line: int, where: str, target: str) -> Rule | None:
    if "rule" not in fields:
        context.reader.form.problem("amendment-no-rule", line, where, value=target)
        return None
    rule = read_rule(context, fields["rule"], fields.line_of("rule"), replaces=target)
    if rule is not None and rule.id != target:
        at = fields["rule"].line_of("id")
        context.reader.form.problem("amendment-rule-id", at, where, value=rule.id, target=target)
    return rule
