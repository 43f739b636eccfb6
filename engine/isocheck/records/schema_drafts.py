"""The same schemas in draft 7 of JSON Schema, which more editors understand than draft 2020-12.

Each schema of draft 2020-12 is written as one of draft 7 that accepts the same. A keyword that is
not known here is refused, so that a new one is thought of before it is lost.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

Schema = dict[str, Any]

FOLDER: Final = "draft-07"  # below that of the schemas
SUFFIX: Final = ".schema.json"
DRAFT_7: Final = "http://json-schema.org/draft-07/schema#"

# The same in both drafts, and what stands below them is no schema.
_PLAIN: Final = frozenset(
    {
        "title", "description", "type", "const", "enum", "format", "pattern",
        "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems",
        "minProperties", "maxProperties", "required",
    }
)  # fmt: skip
_RENAMED: Final = {"$defs": "definitions", "dependentRequired": "dependencies"}


def in_draft_7(schema: Schema) -> Schema:
    """Return a whole schema of draft 2020-12 as one of draft 7; raises ValueError."""
    inner = {key: value for key, value in schema.items() if key not in ("$schema", "$id")}
    return {"$schema": DRAFT_7, "$id": f"{schema['$id']}:{FOLDER}", **_converted(inner)}


def as_text(schema: Schema) -> str:
    """Return a schema as its kept file has it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_draft_7(folder: Path) -> list[Path]:
    """Write each schema of a folder in draft 7 too, into a folder of its own; return the paths."""
    (folder / FOLDER).mkdir(exist_ok=True)
    paths = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        schema = in_draft_7(json.loads(path.read_text(encoding="utf-8")))
        paths.append(folder / FOLDER / path.name)
        paths[-1].write_text(as_text(schema), encoding="utf-8", newline="\n")
    return paths


def _converted(schema: Any) -> Any:
    """Return one schema, or the true or false that stands for one."""
    if isinstance(schema, bool):
        return schema
    found: Schema = {}
    for key, value in schema.items():
        if key in _PLAIN:
            found[key] = value
        elif key in _KEYWORDS:
            found[_RENAMED.get(key, key)] = _KEYWORDS[key](value)
        elif key not in ("prefixItems", "items"):
            raise ValueError(f"the keyword {key!r} has no form in draft 7 yet")
    found |= _items(schema)
    # Draft 7 reads nothing beside a reference.
    if "$ref" in found and len(found) > 1:
        found["allOf"] = [{"$ref": found.pop("$ref")}, *found.get("allOf", [])]
    return found


def _items(schema: Schema) -> Schema:
    """Return what is said of the entries of a list: of the first ones, and of all others."""
    rest = {"items": _converted(schema["items"])} if "items" in schema else {}
    if "prefixItems" not in schema:
        return rest
    first = {"items": [_converted(entry) for entry in schema["prefixItems"]]}
    return first | ({"additionalItems": rest["items"]} if rest else {})


def _named(schemas: Mapping[str, Any]) -> Schema:
    return {name: _converted(schema) for name, schema in schemas.items()}


def _listed(schemas: list[Any]) -> list[Any]:
    return [_converted(schema) for schema in schemas]


def _reference(target: str) -> str:
    return target.replace("#/$defs/", "#/definitions/", 1)


def _same(value: Any) -> Any:
    return value


_KEYWORDS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "$ref": _reference,
    "$defs": _named,
    "properties": _named,
    "patternProperties": _named,
    "additionalProperties": _converted,
    "propertyNames": _converted,
    "contains": _converted,
    "dependentRequired": _same,
    "not": _converted,
    "if": _converted,
    "then": _converted,
    "else": _converted,
    "allOf": _listed,
    "anyOf": _listed,
    "oneOf": _listed,
}
