"""Citations and places in instruments as people call them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from isocheck.messages.words import Language
from isocheck.packs.model import Citation, PackHead
from isocheck.report.view import View, instruments_of
from isocheck.report.words import VERIFICATIONS, Pair, say

_BULLET = re.compile(r"^(.*?)\s+b(\d+)$")
_PARAGRAPH = re.compile(r"^(.*?)\s+(?:p|¶)\s*(\d+)$")
_ONE_PARAGRAPH = re.compile(r"^(?!annex|closing)(.*\S)\s+¶$")
_ANNEX = re.compile(r"^annex\b\s*")
_SECTION = re.compile(r"^[IVX]+(?:\.|$)")
_PLACES: Final[dict[str, Pair]] = {
    "annex ¶": ("Biểu kèm theo, đoạn cuối", "annex, closing paragraph"),
    "annex head": ("Biểu kèm theo, phần đầu", "annex, head"),
    "annex total": ("Biểu kèm theo, dòng tổng cộng", "annex, total line"),
    "annex": ("Biểu kèm theo", "annex"),
    "closing": ("đoạn cuối", "closing paragraph"),
    "head": ("phần mở đầu", "head"),
    "title": ("tên văn bản", "title"),
    "signature": ("phần ký", "signature"),
}


def place_words(at: str, lang: Language) -> str:
    """Return a place in an instrument as people call it."""
    bullet, paragraph = _BULLET.match(at), _PARAGRAPH.match(at)
    if bullet is not None:
        head, number = place_words(bullet[1], lang), bullet[2]
        return say((f"{head}, gạch đầu dòng {number}", f"{head}, bullet {number}"), lang)
    if paragraph is not None:
        head, number = place_words(paragraph[1], lang), paragraph[2]
        return say((f"{head}, đoạn {number}", f"{head}, paragraph {number}"), lang)
    only = _ONE_PARAGRAPH.match(at)
    if only is not None:
        head = place_words(only[1], lang)
        return say((f"{head}, đoạn văn", f"{head}, paragraph"), lang)
    named = _PLACES.get("closing" if at.startswith("closing") else at)
    if named is not None:
        return say(named, lang)
    if _ANNEX.match(at):
        return say(("Biểu kèm theo, mục ", "annex, "), lang) + _ANNEX.sub("", at)
    return say((f"mục {at}", at), lang) if _SECTION.match(at) else at


def quoted_words(cites: Iterable[Citation], heads: Sequence[PackHead], lang: Language) -> list[str]:
    """Return citations: the number of the instrument, the place, the words quoted."""
    numbers = instruments_of(heads)
    return [_cited(cite, numbers, lang, quoted=True) for cite in cites]


def _cited(cite: Citation, numbers: Mapping[str, str], lang: Language, *, quoted: bool) -> str:
    text = f"{numbers.get(cite.source, cite.source)}, {place_words(cite.at, lang)}"
    return text if cite.quote is None or not quoted else f"{text}: “{cite.quote}”"


def citation_words(view: View, cite: Citation, *, quoted: bool, founded: str | None = None) -> str:
    """Return a citation: the number of the instrument, the place, the words quoted.

    `founded` is how well what cites is founded, where that is told beside the citation.
    """
    text = _cited(cite, view.instruments, view.lang, quoted=quoted)
    verification = cite.verification or founded
    if verification is not None and verification != "primary":
        text += f" [{view.pair(VERIFICATIONS[verification])}]"
    return text
