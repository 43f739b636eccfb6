"""One way to write a value as bytes, so that equal values have equal digests."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from isocheck.source.text import spelt_out


class DamagedError(Exception):
    """What is stored is not in the form that isocheck writes."""


def canonical(value: Any) -> bytes:
    """Return JSON without white space, keys in order, as UTF-8."""
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return text.encode("utf-8")


def fields_of(data: bytes) -> dict[str, Any]:
    """Return the mapping that some canonical bytes hold; raises DamagedError for any others."""
    try:
        value = json.loads(data)
        exact = isinstance(value, dict) and canonical(value) == data
    except (ValueError, RecursionError) as error:
        raise DamagedError(str(error)) from error
    if not exact:
        raise DamagedError("not canonical")
    found: dict[str, Any] = value
    return found


def plain(value: Any) -> Any:
    """Return a value whose texts can be written and shown: what does not show is spelt out."""
    if isinstance(value, str):
        return spelt_out(value)
    if isinstance(value, dict):
        return {spelt_out(key): plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def sha256(data: bytes) -> str:
    """Return the SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
