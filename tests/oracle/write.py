"""The oracle's packs and records as the YAML that isocheck reads (design §2, §5; packs.md)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from helpers import Pack
from oracle.shapes import KINDS, Form

CITES = [{"source": "law", "at": "Điều 1", "verification": "primary"}]


ANCHOR = {"id": "t.anchor", "for": ["board"], "modality": "must", "require": {"kind": "board"}}
"""A rule beside the drawn ones: a run in which nothing is judged is an error (design §8)."""


def flow(value: Any) -> str:
    """Return a value as YAML in flow form."""
    if isinstance(value, Mapping):
        inside = ", ".join(f"{key}: {flow(inner)}" for key, inner in value.items())
        return "{" + inside + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return f"{value.numerator * 100 // value.denominator}%"
    return json.dumps(value, ensure_ascii=False)


def _rule(rule: Form) -> dict[str, Any]:
    name = rule["id"].partition(".")[2]
    written = {"id": rule["id"], "title": {"vi": name, "en": name}}
    written |= {"verification": "primary", "cites": CITES} | dict(rule)
    if "unless" in rule:
        written["unless"] = [{**each, "cites": CITES} for each in rule["unless"]]
    return written


def _amendment(change: Form) -> dict[str, Any]:
    words = {"title": {"vi": "Đổi", "en": "Change"}, "reason": {"vi": "Đổi", "en": "Change"}}
    written = {**change, **words, "verification": "primary", "cites": CITES}
    if "rule" in change:
        written["rule"] = _rule(change["rule"])
    return written


def _entries(named: Mapping[str, Any]) -> str:
    return "".join(f"{name}: {flow(form)}\n" for name, form in named.items())


def _list(entries: Sequence[Any]) -> str:
    return "".join(f"- {flow(each)}\n" for each in entries)


def packs(law: Mapping[str, Any]) -> list[Pack]:
    """Return the pack of a law, and the later one that amends it."""
    kinds = {k: {"title": {"vi": k, "en": k}, **form} for k, form in KINDS.items()}
    files = {
        "kinds.yaml": f"kinds:\n  {flow(kinds)}\n",
        "parameters.yaml": _entries(law["parameters"]),
        "derived.yaml": _entries(law["derived"]),
        "rules/rules.yaml": _list([_rule(r) for r in (*law["rules"], ANCHOR | {"always": True})]),
    }
    if law["reference"]:
        files["reference.yaml"] = f"records:\n{_list(law['reference'])}"
    found = [_pack("t", "core", files)]
    if law["amendments"]:
        changes = [_amendment(change) for change in law["amendments"]]
        found.append(_pack("u", "t", {"amendments.yaml": _list(changes)}))
    return found


def _pack(name: str, requires: str, files: Mapping[str, str]) -> Pack:
    head = (
        f"id: {name}\nversion: 1.0.0\ntitle: {{vi: {name}, en: {name}}}\nrequires: [{requires}]\n"
    )
    texts = {"pack.yaml": head} | {path: text for path, text in files.items() if text}
    return Pack(name, tuple(sorted(texts.items())))


def records(of: Sequence[Mapping[str, Any]]) -> str:
    """Return records as a fact file lists them."""
    return _list(of)
