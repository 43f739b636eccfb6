"""The form of a message: what is wrong, and what to do, in each language.

The texts are `str.format` templates over a problem's arguments. A part in `[[…]]` is left out when
one of its arguments is empty, so that "Did you mean …?" stands only where there is a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")
Words = tuple[str, str]  # (what is wrong, how to mend it), both without regard to the line
Messages = Mapping[str, Mapping[Language, Words]]
