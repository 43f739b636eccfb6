"""The report for people."""

from __future__ import annotations

from isocheck.report.formats.output import Output
from isocheck.report.text import report


def written(output: Output) -> str:
    """Return the report of a run as text."""
    return report(output.selected, output.lang, output.fail_on, output.screen)
