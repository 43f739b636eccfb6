"""Findings as a table that a spreadsheet opens with two clicks."""

from __future__ import annotations

import csv
import io
from typing import Final

from isocheck.messages.words import Language
from isocheck.report.cells import safe_cell
from isocheck.report.formats.output import Output
from isocheck.report.rows import COLUMNS, in_order, rows
from isocheck.report.words import say

# A Vietnamese Excel takes the comma for the decimal mark and `;` for what stands between cells.
_DELIMITERS: Final[dict[Language, str]] = {"vi": ";", "en": ","}


def written(output: Output) -> str:
    """Return a row a finding below one row of headings, after a byte order mark.

    Without that mark a spreadsheet reads UTF-8 as something else.
    """
    text = io.StringIO()
    text.write("\ufeff")
    writer = csv.writer(text, delimiter=_DELIMITERS[output.lang], lineterminator="\r\n")
    writer.writerow(say(column.heading, output.lang) for column in COLUMNS)
    for row in rows(output.view()):
        writer.writerow("" if value is None else safe_cell(str(value)) for value in in_order(row))
    return text.getvalue()
