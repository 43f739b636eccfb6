"""The findings of two documents side by side: the one comparison that all others stand on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Key = tuple[str, str, str | None]
"""What makes a finding the same one in two runs: its rule, its subject, its item."""
Entry = Mapping[str, Any]


def findings_by_key(document: Mapping[str, Any]) -> dict[Key, dict[str, Any]]:
    """Return the findings of a document by rule, subject and item."""
    return {(f["rule"], f["subject"], f["item"]): f for f in document["findings"]}


def side_by_side(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[tuple[Key, Entry | None, Entry | None]]:
    """Yield each finding of two documents, as it was and as it is; None where there is none.

    They come by rule, subject and item, what has no item first.
    """
    old, new = findings_by_key(before), findings_by_key(after)
    for key in sorted({*old, *new}, key=lambda key: (key[0], key[1], key[2] or "")):
        yield key, old.get(key), new.get(key)
