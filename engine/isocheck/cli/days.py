"""Days that a call names."""

from __future__ import annotations

from datetime import date
from typing import Final

from isocheck.errors import InputProblems, Location, Problem
from isocheck.facts.forms import FormError, day_of

_OF_CALLS: Final = {"facts.day-form": "call.day-form"}  # there is no line to leave out


def day_given(where: str, text: str) -> date:
    """Return the day that an option or a variable gives; raises InputProblems."""
    try:
        return day_of(text)
    except FormError as error:
        code = _OF_CALLS.get(error.code, error.code)
        problem = Problem(code, Location(where), "", error.args_of_message)
        raise InputProblems([problem]) from error
