"""Reading what a `kinds.yaml` says of days: how far ahead one may lie, and which it follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from isocheck.records.kinds.form import KindsForm
from isocheck.records.kinds.kind import OWNER, FieldSpec
from isocheck.source.guess import closest
from isocheck.source.nodes import Fields, Items

_MOST_YEARS: Final = 50
_FOLLOWED: Final = ("day", "year", "period", "reference")


def read_ahead(form: KindsForm, body: Fields, where: str) -> int | None:
    """Return how many years after the day of its file a value may lie, None if any.

    A day of which nothing is said is one on which something has happened: it lies never ahead.
    """
    if "ahead" not in body:
        event = body.get("type") == "day" and body.get("planned") != "true"
        return 0 if event else None
    text = body.get("ahead")
    if isinstance(text, str) and text.isdecimal() and int(text[:3]) <= _MOST_YEARS:
        return int(text[:3])
    form.problem("kinds.ahead", body.line_of("ahead"), f"{where}.ahead", most=_MOST_YEARS)
    return None


def read_follows(form: KindsForm, body: Fields, where: str) -> tuple[str, ...]:
    """Return what a day cannot lie before: one field, or several in a list."""
    if isinstance(body.get("follows"), Items):
        return form.words(body, "follows", where)
    word = form.word(body, "follows", where)
    return () if word is None else (word,)


def read_changes(form: KindsForm, body: Fields, of: FieldSpec | None, where: str) -> str | None:
    """Return the field that each entry of a list changes; the entries must have a day."""
    name = form.word(body, "changes", where)
    if name is None:
        return None
    known = [] if of is None or of.dated is None else [n for n in of.fields if n != of.dated.on]
    if name in known:
        return name
    args = {"field": name, "guess": closest(name, known), "known": known}
    form.problem("kinds.changes", body.line_of("changes"), f"{where}.changes", **args)
    return None


def tell_orders(form: KindsForm, node: Fields, specs: Mapping[str, FieldSpec], where: str) -> None:
    """Record each `follows` that names nothing beside its field that a day can follow."""
    known = [name for name, spec in specs.items() if spec.type in _FOLLOWED]
    for name, spec in specs.items():
        for other in spec.follows:
            if other.startswith(OWNER) or (other in known and other != name):
                continue
            body = node.get(name)
            line = body.line_of("follows") if isinstance(body, Fields) else node.line_of(name)
            args = {"field": other, "guess": closest(other, known), "known": known}
            form.problem("kinds.follows", line, f"{where}.{name}.follows", **args)


def tell_orders_of_record(
    form: KindsForm, record: Mapping[str, FieldSpec], line: int, where: str
) -> None:
    """Record each `follows: owner.FIELD` below a record that has no such field."""
    known = [OWNER + name for name, spec in _in_objects(record, "") if spec.type in _FOLLOWED]
    for path, spec in _below(record, where):
        for other in spec.follows:
            if other.startswith(OWNER) and other not in known:
                args = {"field": other, "guess": closest(other, known), "known": known}
                form.problem("kinds.follows", line, f"{path}.follows", **args)


def _in_objects(fields: Mapping[str, FieldSpec], above: str) -> Iterator[tuple[str, FieldSpec]]:
    """Yield the fields of a record and of its objects, not those of entries, with their paths."""
    for name, spec in fields.items():
        yield above + name, spec
        yield from _in_objects(spec.fields, f"{above}{name}.")


def _below(fields: Mapping[str, FieldSpec], above: str) -> Iterator[tuple[str, FieldSpec]]:
    for name, spec in fields.items():
        yield f"{above}.{name}", spec
        within = spec if spec.of is None else spec.of
        yield from _below(within.fields, f"{above}.{name}")
