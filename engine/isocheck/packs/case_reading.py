"""Test cases of packs: facts, a day, and the outcomes expected."""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection, Sequence
from typing import Any

from isocheck.errors import InputProblems, Problem
from isocheck.packs.condition_reading import OUTCOMES
from isocheck.packs.form import Form, as_day, as_integer, nearest, plain
from isocheck.packs.model import Case
from isocheck.records.base import FactBase
from isocheck.source.nodes import Fields, Items

_KEYS = (
    "name", "as_of", "collected", "facts", "generate", "expect", "modality", "details", "readings",
    "note",
)  # fmt: skip
_REQUIRED = ("name", "as_of", "expect")
_MOST_GENERATED = 20_000
# The records of a case, what it says is collected, the name of its file: to its facts.
FactsOf = Callable[[Items, Sequence[str], str], FactBase]


def read_case(
    form: Form, node: Any, line: int, rules: Collection[str], facts_of: FactsOf
) -> Case | None:
    """Return a test case, or None with the problems recorded.

    `facts_of` makes facts of the records of a case, and raises InputProblems: they stand in the
    case.
    """
    fields = form.mapping(node, line, "case", _KEYS, _REQUIRED)
    if fields is None:
        return None
    name = form.text(fields, "name", "case")
    as_of = as_day(fields["as_of"])
    if as_of is None:
        form.problem(
            "pack-not-a-day",
            fields.line_of("as_of"),
            name,
            key="as_of",
            value=plain(fields["as_of"]),
        )
        return None
    facts, wrong = _facts(form, fields, name, facts_of)
    return Case(
        name=name,
        as_of=as_of,
        facts=facts,
        problems=wrong,
        expect=_expect(form, fields, name, rules),
        modality=_modality(form, fields, name, rules),
        details=_besides(form, fields, "details", name, rules),
        readings=_besides(form, fields, "readings", name, rules),
        location=form.location(line),
    )


def _facts(
    form: Form, fields: Fields, name: str, facts_of: FactsOf
) -> tuple[FactBase, tuple[Problem, ...]]:
    given = fields.get("facts", Items(fields.line))
    records = form.items(given, fields.line_of("facts"), name)
    _generate(form, fields, records, name)
    collected = form.texts(fields, "collected", name)
    try:
        return facts_of(records, collected, form.shown), ()
    except InputProblems as error:
        return FactBase(), tuple(error.problems)


def _expect(form: Form, fields: Fields, name: str, rules: Collection[str]) -> dict[str, Any]:
    node = fields["expect"]
    if not isinstance(node, Fields) or not node:
        form.problem("case-expect", fields.line_of("expect"), name, value=plain(node))
        return {}
    for rule, subjects in node.items():
        _known_rule(form, node, rule, name, rules)
        if not isinstance(subjects, Fields):
            form.problem("case-expect", node.line_of(rule), name, value=plain(subjects))
            continue
        for subject, outcome in subjects.items():
            items = outcome if isinstance(outcome, Fields) else {subject: outcome}
            lines = outcome if isinstance(outcome, Fields) else subjects
            for item, word in items.items():
                if word not in OUTCOMES:
                    form.problem(
                        "condition-unknown-outcome", lines.line_of(item), name, value=plain(word),
                        words=list(OUTCOMES), suggestion=nearest(plain(word), OUTCOMES),
                    )  # fmt: skip
    return {rule: subjects for rule, subjects in node.items() if isinstance(subjects, Fields)}


def _modality(form: Form, fields: Fields, name: str, rules: Collection[str]) -> dict[str, str]:
    """Return how binding a case expects rules to be."""
    node = fields.get("modality", Fields(fields.line))
    if not isinstance(node, Fields):
        form.problem("pack-not-a-mapping", fields.line_of("modality"), name, value=plain(node))
        return {}
    for rule in node:
        _known_rule(form, node, rule, name, rules)
        form.word(node, rule, name, ("must", "should", "may"), "must")
    return {rule: str(word) for rule, word in node.items()}


def _besides(
    form: Form, fields: Fields, key: str, name: str, rules: Collection[str]
) -> dict[str, Any]:
    """Return what a case expects besides outcomes: details, or the outcome in each reading."""
    node = fields.get(key, Fields(fields.line))
    if not isinstance(node, Fields):
        form.problem("pack-not-a-mapping", fields.line_of(key), name, value=plain(node))
        return {}
    for rule, subjects in node.items():
        _known_rule(form, node, rule, name, rules)
        if not isinstance(subjects, Fields) or not all(
            isinstance(shown, Fields) for shown in subjects.values()
        ):
            form.problem("case-expect", node.line_of(rule), name, value=plain(subjects))
            return {}
    return dict(node)


def _known_rule(form: Form, node: Fields, rule: str, name: str, rules: Collection[str]) -> None:
    if rule not in rules:
        form.problem(
            "case-unknown-rule", node.line_of(rule), name, value=rule,
            suggestion=nearest(rule, rules),
        )  # fmt: skip


def _generate(form: Form, fields: Fields, records: Items, name: str) -> None:
    """Append the records of each `generate` entry: a template, `{n}` numbered from … to."""
    if "generate" not in fields:
        return
    entries = form.items(fields["generate"], fields.line_of("generate"), name)
    for index, entry in enumerate(entries):
        line = entries.line_of(index)
        keys = ("template", "from", "to")
        node = form.mapping(entry, line, name, keys, keys)
        if node is None:
            continue
        first, last = as_integer(node["from"]), as_integer(node["to"])
        if first is None or last is None or not 0 <= last - first < _MOST_GENERATED:
            form.problem(
                "case-generate", line, name, value=f"{plain(node['from'])} … {plain(node['to'])}"
            )
            continue
        width = len(str(last))
        for number in range(first, last + 1):
            records.append(_numbered(node["template"], f"{number:0{width}}"))
            records.lines.append(line)


def _numbered(node: Any, number: str) -> Any:
    """Copy nodes, with a number in place of `{n}`."""
    if isinstance(node, str):
        return node.replace("{n}", number)
    if isinstance(node, Fields):
        fields = Fields(node.line)
        fields.lines = copy.copy(node.lines)
        for key, value in node.items():
            fields[key] = _numbered(value, number)
        return fields
    if isinstance(node, Items):
        items = Items(node.line)
        items.lines = copy.copy(node.lines)
        items.extend(_numbered(entry, number) for entry in node)
        return items
    return node
