"""Findings for programs that read line by line: one flat object of JSON a finding."""

from __future__ import annotations

import json

from isocheck.report.formats.output import Output
from isocheck.report.rows import COLUMNS, rows


def written(output: Output) -> str:
    """Return a line a finding; every line has every key, in the same order."""
    return "".join(
        json.dumps({column.key: row[column.key] for column in COLUMNS}, ensure_ascii=False) + "\n"
        for row in rows(output.view())
    )
