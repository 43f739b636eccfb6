"""The findings document (design §7)."""

from __future__ import annotations

from isocheck.report.document import document, serialised
from isocheck.report.formats.output import Output


def written(output: Output) -> str:
    """Return the findings document as text."""
    return serialised(document(output.selected))
