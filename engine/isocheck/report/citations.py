"""Citations and places in instruments as people call them."""

from __future__ import annotations

import re
from typing import Final

from isocheck.packs.model import Citation
from isocheck.report.view import View
from isocheck.report.words import VERIFICATIONS, Pair

_BULLET = re.compile(r"^(.*?)\s+b(\d+)$")
_PARAGRAPH = re.compile(r"^(.*?)\s+(?:p|¶)\s*(\d+)$")
_ANNEX = re.compile(r"^annex\b\s*")
_SECTION = re.compile(r"^[IVX]+(?:\.|$)")
_PLACES: Final[dict[str, Pair]] = {
    "annex total": ("Biểu kèm theo, dòng tổng cộng", "annex, total line"),
    "annex": ("Biểu kèm theo", "annex"),
    "closing": ("đoạn cuối", "closing paragraph"),
    "head": ("phần mở đầu", "head"),
}


def place_words(view: View, at: str) -> str:
    """Return a place in an instrument as people call it."""
    bullet, paragraph = _BULLET.match(at), _PARAGRAPH.match(at)
    if bullet is not None:
        head = place_words(view, bullet[1])
        return view.say(f"{head}, gạch đầu dòng {bullet[2]}", f"{head}, bullet {bullet[2]}")
    if paragraph is not None:
        head = place_words(view, paragraph[1])
        return view.say(f"{head}, đoạn {paragraph[2]}", f"{head}, paragraph {paragraph[2]}")
    named = _PLACES.get("closing" if at.startswith("closing") else at)
    if named is not None:
        return view.pair(named)
    if _ANNEX.match(at):
        return view.say("Biểu kèm theo, mục ", "annex, ") + _ANNEX.sub("", at)
    return view.say(f"mục {at}", at) if _SECTION.match(at) else at


def citation_words(view: View, cite: Citation, *, quoted: bool, founded: str | None = None) -> str:
    """Return a citation: the number of the instrument, the place, the words quoted.

    `founded` is how well what cites is founded, where that is told beside the citation.
    """
    text = f"{view.instruments.get(cite.source, cite.source)}, {place_words(view, cite.at)}"
    if quoted and cite.quote is not None:
        text += f": “{cite.quote}”"
    verification = cite.verification or founded
    if verification is not None and verification != "primary":
        text += f" [{view.pair(VERIFICATIONS[verification])}]"
    return text
