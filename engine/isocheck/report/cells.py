"""Texts that stand in cells of a spreadsheet: none can become a formula."""

from __future__ import annotations

import re
from typing import Final

# How a spreadsheet begins a formula; the wide forms are what some keyboards write.
_FORMULA: Final = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
# What XML cannot hold, and what steers a terminal or hides in a cell.
_UNWRITABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff"
    "\ud800-\udfff]"
)


def safe_cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, if need be after an apostrophe."""
    clean = _UNWRITABLE.sub("\ufffd", text)
    return "'" + clean if _FORMULA.match(clean.lstrip(" \u00a0\ufeff")) else clean
