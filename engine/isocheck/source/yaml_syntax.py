"""Errors of YAML's syntax, named so that a clerk can mend them."""

from __future__ import annotations

import re

import yaml

from isocheck.errors import Location, Problem

MAX_DEPTH = 50  # lists and mappings within each other
# What the parsers say (the C one and the Python one), and the message that fits.
_CAUSES = (
    (r"maximum nesting depth", "yaml.too-deep"),  # PyYAML 6.0.4, before we have counted to ours
    (r"mapping values are not allowed", "yaml.colon"),
    (r"(while scanning a quoted scalar.*end of (stream|line))", "yaml.open-quote"),
    (r"document (indicator|separator)", "yaml.open-quote"),
    (r"expected ','|flow (sequence|mapping|node)", "yaml.open-bracket"),
    (r"could not find expected ':'", "yaml.no-colon"),
    (r"escape", "yaml.escape"),
    (r"cannot start any token", "yaml.reserved-character"),
    (r"undefined tag handle|scanning a tag", "yaml.tag-form"),
    (r"expected alphabetic or numeric|scanning an (alias|anchor)", "yaml.anchor-form"),
    (
        r"block (end|collection|mapping|sequence|entry)|expected key|'-' indicator",
        "yaml.indentation",
    ),
    (r"document start", "yaml.indentation"),
)

# Told on the line where the thing begins; where the parser gave up tells a person nothing.
_AT_ITS_START = frozenset({"yaml.open-quote", "yaml.open-bracket", "yaml.no-colon"})


def syntax_problem(error: yaml.YAMLError, text: str, shown: str) -> Problem:
    """Return the problem that the parser met, on the line where a person would look."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem("yaml.syntax", Location(shown), "", {"text": ""})
    mark = error.problem_mark or error.context_mark
    said = f"{error.context or ''}: {error.problem or ''}".lower()
    code = next((c for pattern, c in _CAUSES if re.search(pattern, said, re.DOTALL)), "yaml.syntax")
    if code in _AT_ITS_START and error.context_mark is not None:
        mark = error.context_mark
    number, column = (mark.line, mark.column) if mark is not None else (0, 0)
    line = _line(text, number)
    if re.match(r"\s*\t", line) or line[column : column + 1] == "\t":
        code = "yaml.tab"
    args: dict[str, object] = {"text": line.strip(), "limit": MAX_DEPTH}
    return Problem(code, Location(shown, number + 1), "", args)


def _line(text: str, number: int) -> str:
    """Return one line of the text without splitting all of it."""
    start = 0
    for _ in range(number):
        start = text.find("\n", start) + 1
        if start == 0:
            return ""
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)][:200]
