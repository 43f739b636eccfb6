"""The form of findings documents that come in from outside: schemas/findings.schema.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from isocheck.resources import tree

SCHEMA = "findings.schema.json"


def first_fault(document: Mapping[str, Any]) -> str | None:
    """Return where a document is not of the form of findings documents; None if it is.

    Beyond the schema, each finding's rule and subject must be among those that the document lists.

    The place is written like `findings[3].outcome`, an empty text for the document itself.
    """
    for error in _validator().iter_errors(document):
        parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in error.path]
        return "".join(parts).removeprefix(".")
    for number, finding in enumerate(document["findings"]):
        for name, listed in (("rule", "rules"), ("subject", "subjects")):
            if finding[name] not in document[listed]:
                return f"findings[{number}].{name}"
    return None


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - most runs read no document

    schema = json.loads((tree("schemas") / SCHEMA).read_text(encoding="utf-8"))
    return Draft202012Validator(schema)
