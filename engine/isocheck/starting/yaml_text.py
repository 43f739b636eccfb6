"""YAML as a person would write it."""

from __future__ import annotations

import json
import re
from typing import Final

_PLAIN: Final = re.compile(r"[^\W\d_][\w]*(?:[ /.-]+[\w()]+)*|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4,}")
_NUMBER_OF_DOCUMENT: Final = re.compile(r"[0-9]+/[\w-]+")
_MEANS_MORE: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def scalar(text: str) -> str:
    """Return a text as a value, in quotes where YAML would read something else."""
    if text.casefold() in {"true", "false"} or text in {"all", "null"}:
        return text
    return quoted_if_needed(text)


def quoted_if_needed(text: str) -> str:
    """Return a text that is no word of YAML, in quotes where YAML would read something else."""
    fits = _PLAIN.fullmatch(text) or _NUMBER_OF_DOCUMENT.fullmatch(text)
    if fits and text.casefold() not in _MEANS_MORE:
        return text
    return json.dumps(text, ensure_ascii=False)


def followed(value: str, words: str) -> str:
    """Return a value as it stands in a file with words behind it, in the same quotes."""
    return f'{value[:-1]}{words}"' if value.startswith('"') else value + words


def name(text: str) -> str:
    """Return a name as a value: always a text."""
    plain = _PLAIN.fullmatch(text) is not None and not text[0].isdigit()
    if plain and text.casefold() not in _MEANS_MORE:
        return text
    return json.dumps(text, ensure_ascii=False)
