"""The mark that a value of an example carries until a person has written over it.

`isocheck init` writes it behind every value of its examples, days and amounts too; what still
carries it is no fact.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from isocheck.messages.words import Language

MARKS: Final[Mapping[Language, str]] = {"vi": "(ví dụ)", "en": "(example)"}
_MARK: Final = re.compile("|".join(map(re.escape, MARKS.values())), re.IGNORECASE)
# For a JSON Schema, which cannot say that capitals make no difference: how a text without the mark
# begins, and one that says something.
NO_EXAMPLE: Final = "^(?![\\s\\S]*\\((ví dụ|Ví dụ|VÍ DỤ|example|Example|EXAMPLE)\\))"
TEXT: Final = f"{NO_EXAMPLE}[\\s\\S]*\\S"


def is_example(text: object) -> bool:
    """Tell whether a text, in NFC as files are read, carries the mark in either language."""
    return isinstance(text, str) and "(" in text and _MARK.search(text) is not None
