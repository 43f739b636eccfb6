"""The JSON Schema of a vocabulary: every spelling, whatever its capitals and spaces.

A schema has no way to say that capitals make no difference but to name both forms of each letter.
Its texts are in NFC: a fact file is brought into that form when it is read.
"""

from __future__ import annotations

import re
from typing import Any

from isocheck.records.example_mark import NO_EXAMPLE, TEXT
from isocheck.records.kinds.vocabularies import OTHER, Vocabulary
from isocheck.source.text import folded

Schema = dict[str, Any]


def vocabulary_schema(vocabulary: Vocabulary) -> Schema:
    """Return the schema of the words that a field may hold."""
    spellings = [text for word in vocabulary.words.values() for text in word.spellings]
    numbers = [int(text) for text in spellings if text.isascii() and text.isdecimal()]
    words = _alternatives(spellings)
    forms: list[Schema] = [
        {"enum": [*spellings, *numbers]},
        {"type": "string", "pattern": f"^\\s*{words}\\s*$"},
    ]
    if vocabulary.open:
        mark = _alternatives(OTHER.values())
        taken = {"pattern": f"^\\s*({mark}\\s*:\\s*)?{words}\\s*$"}
        text = {"type": ["string", "number", "boolean"], "pattern": TEXT, "not": taken}
        others = f"{NO_EXAMPLE}\\s*{mark}\\s*:\\s*\\S"
        forms += [
            {"type": "string", "pattern": others, "not": taken},
            {
                "type": "object",
                "patternProperties": {f"^\\s*{mark}\\s*$": text},
                "additionalProperties": False,
                "minProperties": 1,
                "maxProperties": 1,
            },
        ]
    return {"description": _described(vocabulary), "anyOf": forms}


def _described(vocabulary: Vocabulary) -> str:
    """Return the words with their labels, as an editor shows them."""
    parts = [
        f"{word.id} ({word.in_language('vi')} · {word.in_language('en')})"
        for word in vocabulary.words.values()
    ]
    rest = f"; {OTHER['en']}: … ({OTHER['vi']}: …)" if vocabulary.open else ""
    return "; ".join(parts) + rest


def _alternatives(spellings: Any) -> str:
    patterns = dict.fromkeys(_pattern(folded(text)) for text in spellings)
    return "(" + "|".join(patterns) + ")"


def _pattern(text: str) -> str:
    """Return the pattern of a folded text in either case, with any white space for a space."""
    return "".join("\\s+" if c == " " else _letter(c) for c in text)


def _letter(letter: str) -> str:
    upper = letter.upper()
    if upper != letter and len(upper) == 1:
        return f"[{upper}{letter}]"
    return re.escape(letter) if letter in ".*+?()[]{}|^$\\/" else letter
