"""Which language the program speaks before a facts folder says otherwise."""

from __future__ import annotations

import os
from typing import Final, Literal

Language = Literal["vi", "en"]
_APART: Final = "\0"


def locale_language() -> Language:
    """Return the language of the locale: English where it is English, else Vietnamese."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "en" if value.lower().startswith("en") else "vi"
    return "vi"


def help_language() -> Language:
    """Return the language of the help: that of `ISOCHECK_LANG`, else of the locale."""
    return language_named() or locale_language()


def language_named() -> Language | None:
    """Return the language that `ISOCHECK_LANG` names, if it names one."""
    named = os.environ.get("ISOCHECK_LANG")
    if named == "vi":
        return "vi"
    return "en" if named == "en" else None


def told(vi: str, en: str) -> str:
    """Return a text of the help in both languages.

    It is declared before the call is read; `chosen` takes the language that the call asks for.
    """
    return f"{vi}{_APART}{en}"


def chosen(text: str, lang: Language) -> str:
    """Return a text of the help in a language; what is said in one form alone is as it is."""
    vi, apart, en = text.partition(_APART)
    return en if apart and lang == "en" else vi
