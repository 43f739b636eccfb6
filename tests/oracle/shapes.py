"""The kinds of the oracle's packs, as data: what `kinds.yaml` says of them (packs.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Form = Mapping[str, Any]

MARK: Form = {
    "type": "object",
    "dated": {"on": "day"},
    "fields": {
        "day": {"type": "day", "required": True},
        "n": {"type": "money"},
        "s": {"type": "text"},
        "ref": {"type": "reference", "to": ["unit"]},
        "off": {"type": "day", "absent": "none"},
        "plan": {"type": "day", "planned": True},
    },
}
LOOSE: Form = {
    "type": "object",
    "dated": {"on": "on"},
    "fields": {"on": {"type": "day"}, "n": {"type": "money"}, "s": {"type": "text"}},
}
PROC: Form = {
    "type": "object",
    "dated": {"on": "since", "until": "till"},
    "fields": {
        "code": {"type": "text"},
        "since": {"type": "day", "absent": "none"},
        "till": {"type": "day"},
    },
}
SYS: Form = {
    "type": "object",
    "dated": {"on": "on", "until": "till"},
    "fields": {
        "on": {"type": "day"},
        "till": {"type": "day"},
        "n": {"type": "money"},
        "s": {"type": "text"},
        "flag": {"type": "yes_no"},
        "codes": {"type": "codes"},
        "marks": {"type": "list", "of": MARK},
    },
}
INNER: Form = {
    "type": "object",
    "fields": {"n": {"type": "money"}, "ev": {"type": "day"}, "s": {"type": "text"}},
}
PART: Form = {
    "type": "object",
    "fields": {"id": {"type": "reference", "to": ["unit"]}, "n": {"type": "money"}},
}
KINDS: Mapping[str, Form] = {
    "unit": {
        "body": True,
        "dated": {"on": "begun", "until": "gone"},
        "fields": {
            "name": {"type": "text", "required": True},
            "parent": {"type": "reference", "to": ["unit", "board"]},
            "begun": {"type": "day", "absent": "none"},
            "gone": {"type": "day"},
            "n": {"type": "money"},
            "y": {"type": "year"},
            "plan": {"type": "day", "planned": True},
            "ev": {"type": "day"},
            "s": {"type": "text"},
            "flag": {"type": "yes_no"},
            "codes": {"type": "codes"},
            "more": {"type": "codes"},
            "ref": {"type": "reference", "to": ["unit"]},
            "about": {"type": "reference", "to": ["paper"]},
            "sys": SYS,
            "inner": INNER,
            "marks": {"type": "list", "of": MARK},
            "loose": {"type": "list", "of": LOOSE},
            "procs": {"type": "list", "of": PROC},
            "merged": {"type": "codes", "absent": "none", "unless": "begun"},
        },
    },
    "board": {
        "body": True,
        "fields": {
            "name": {"type": "text", "required": True},
            "parent": {"type": "reference", "to": ["board"]},
            "n": {"type": "money"},
            "flag": {"type": "yes_no"},
        },
    },
    "paper": {
        "dated": {"on": "day"},
        "fields": {
            "day": {"type": "day"},
            "y": {"type": "year"},
            "n": {"type": "money"},
            "s": {"type": "text"},
            "by": {"type": "reference", "to": ["unit"]},
            "answers": {"type": "reference", "to": ["paper"]},
            "due_on": {"type": "day", "planned": True},
            "ev": {"type": "day"},
            "sent": {"type": "list", "needed": True, "of": {"type": "reference", "to": ["unit"]}},
            "parts": {"type": "list", "of": PART},
        },
    },
    "line": {
        "reference": True,
        "fields": {
            "name": {"type": "text", "required": True},
            "y": {"type": "year", "required": True},
            "cap": {"type": "money", "required": True},
            "day": {"type": "day", "required": True, "planned": True},
        },
    },
}
SIMPLE = ("money", "year", "day", "text", "yes_no", "reference")
Path = tuple[str, ...]


def fields_of(kind: str) -> Mapping[str, Form]:
    return KINDS[kind]["fields"]  # type: ignore[no-any-return]


def paths_below(form: Form, head: Path = ()) -> Iterator[tuple[Path, Form]]:
    """Yield each field and, through groups, each field below it."""
    for name, field in form["fields"].items():
        yield (*head, name), field
        if field["type"] == "object":
            yield from paths_below(field, (*head, name))


def form_at(kind: str, path: Path) -> Form:
    """Return the form of a field, through groups."""
    form = KINDS[kind]
    for part in path:
        form = form["fields"][part]
    return form


def absence_known(form: Form, name: str, thing: Mapping[str, Any]) -> bool:
    """Return whether a field left out says something: none, long ago, not ended (design §2)."""
    field = form["fields"][name]
    if form.get("dated", {}).get("until") == name:
        return True
    return "absent" in field and field.get("unless") not in thing
