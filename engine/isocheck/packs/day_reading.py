"""Reading what a `kinds.yaml` says of days: how far ahead one may lie, and which it follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from isocheck.packs.kinds import FieldSpec
from isocheck.packs.kinds_form import KindsForm
from isocheck.source.guess import closest
from isocheck.source.nodes import Fields

_MOST_YEARS: Final = 50


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


def tell_orders(form: KindsForm, node: Fields, specs: Mapping[str, FieldSpec], where: str) -> None:
    """Record each `follows` that names no day, year or period beside its field."""
    known = [name for name, spec in specs.items() if spec.type in ("day", "year", "period")]
    for name, spec in specs.items():
        if spec.follows is None or (spec.follows in known and spec.follows != name):
            continue
        body = node.get(name)
        line = body.line_of("follows") if isinstance(body, Fields) else node.line_of(name)
        args = {"field": spec.follows, "guess": closest(spec.follows, known), "known": known}
        form.problem("kinds.follows", line, f"{where}.{name}.follows", **args)
