"""Citations, and whether the words they quote stand in the source (design §5)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast, get_args

from isocheck.packs.form import Form, nearest
from isocheck.packs.model import Citation, InForce, Verification
from isocheck.source.nodes import Fields

VERIFICATIONS: tuple[str, ...] = get_args(Verification)
MARKER = re.compile(r"^\[([^\]]+)\]\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of an instrument as far as it is at hand: its paragraphs by place."""

    pack: str
    paragraphs: Mapping[str, str]


def read_source(pack: str, text: str, form: Form | None = None) -> SourceText:
    """Return the paragraphs of a `source.md`: what follows a line `[place]`, up to the next one.

    A place that is marked twice is recorded in `form`; what is quoted from it may stand in either.
    """
    text = unicodedata.normalize("NFC", text)
    markers = list(MARKER.finditer(text))
    ends = [*(marker.start() for marker in markers[1:]), len(text)]
    paragraphs: dict[str, list[str]] = {}
    line, counted = 1, 0
    for marker, end in zip(markers, ends, strict=bool(markers)):
        place = marker[1].strip()
        line, counted = line + text.count("\n", counted, marker.start()), marker.start()
        if place in paragraphs and form is not None:
            form.problem("source-place-twice", line, pack, value=place)
        paragraphs.setdefault(place, []).append(_folded(text[marker.end() : end]))
    return SourceText(pack, {place: " ".join(parts) for place, parts in paragraphs.items()})


def read_citations(form: Form, node: Fields, key: str, where: str) -> tuple[Citation, ...]:
    """Return the citations below a key; none if it is not there.

    Each is held against the source at hand: its place, and the words it quotes.
    """
    if key not in node:
        return ()
    found = []
    entries = form.items(node[key], node.line_of(key), where)
    for index, entry in enumerate(entries):
        citation = _read_citation(form, entry, entries.line_of(index), where)
        if citation is not None:
            found.append(citation)
    return tuple(found)


def _read_citation(form: Form, node: Any, line: int, where: str) -> Citation | None:
    allowed = ("source", "at", "quote", "verification")
    fields = form.mapping(node, line, where, allowed, ("source", "at"))
    if fields is None:
        return None
    verification = None
    if "verification" in fields:
        verification = form.word(fields, "verification", where, VERIFICATIONS, "unverified")
    cite = Citation(
        source=form.text(fields, "source", where),
        at=form.text(fields, "at", where),
        quote=form.text(fields, "quote", where) if "quote" in fields else None,
        verification=cast("Verification | None", verification),
    )
    _check_citation(form, fields, where, cite)
    return cite


def _check_citation(form: Form, node: Fields, where: str, cite: Citation) -> None:
    """Record a citation whose place or quote does not stand in the source at hand."""
    paragraphs = form.sources.get(cite.source)
    if paragraphs is None or not cite.at:
        return
    paragraph = paragraphs.get(cite.at)
    if paragraph is None:
        if cite.quote is not None or cite.source == form.pack:
            form.problem(
                "citation-no-place", node.line_of("at"), where, source=cite.source, value=cite.at,
                suggestion=nearest(cite.at, paragraphs),
            )  # fmt: skip
    elif cite.quote is not None and _folded(cite.quote) not in paragraph:
        elsewhere = [at for at, text in paragraphs.items() if _folded(cite.quote) in text]
        form.problem(
            "citation-quote", node.line_of("quote"), where, source=cite.source, at=cite.at,
            value=cite.quote, elsewhere=elsewhere,
        )  # fmt: skip


def read_in_force(form: Form, node: Fields, key: str, where: str) -> InForce | None:
    """Return the days in force below a key, or None if it is not there."""
    if key not in node:
        return None
    fields = form.mapping(node[key], node.line_of(key), where, ("from", "until"))
    return None if fields is None else read_span(form, fields, where)


def read_span(form: Form, fields: Fields, where: str) -> InForce:
    """Return the days from `from` up to, not including, `until` of a mapping."""
    start, end = form.day(fields, "from", where), form.day(fields, "until", where)
    if start is not None and end is not None and end <= start:
        form.problem("in-force-order", fields.line_of("until"), where, start=start, value=end)
    return InForce(start=start, end=end)


def stands_in(quote: str, paragraph: str) -> bool:
    """Tell whether words stand verbatim in a paragraph as `read_source` gives it."""
    return _folded(quote) in paragraph


def _folded(text: str) -> str:
    """Fold white space and line breaks into single spaces."""
    return " ".join(text.split())
