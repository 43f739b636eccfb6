"""Citations, and whether the words they quote stand in the source (design §5)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast, get_args

from isocheck.packs.form import Form
from isocheck.packs.model import Citation, InForce, Verification
from isocheck.source.nodes import Fields

VERIFICATIONS: tuple[str, ...] = get_args(Verification)
_MARKER = re.compile(r"^\[([^\]]+)\]\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of an instrument as far as it is at hand: its paragraphs by place."""

    pack: str
    paragraphs: Mapping[str, str]


def read_source(pack: str, text: str) -> SourceText:
    """Return the paragraphs of a `source.md`: what follows a line `[place]`, up to the next one."""
    parts = _MARKER.split(unicodedata.normalize("NFC", text))
    places = [place.strip() for place in parts[1::2]]
    return SourceText(pack, dict(zip(places, (_folded(p) for p in parts[2::2]), strict=True)))


def read_citations(form: Form, node: Fields, key: str, where: str) -> tuple[Citation, ...]:
    """Return the citations below a key; none if it is not there."""
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
    return Citation(
        source=form.text(fields, "source", where),
        at=form.text(fields, "at", where),
        quote=form.text(fields, "quote", where) if "quote" in fields else None,
        verification=cast("Verification | None", verification),
    )


def check_citations(
    form: Form,
    line: int,
    where: str,
    cites: tuple[Citation, ...],
    sources: Mapping[str, SourceText],
) -> None:
    """Record each citation whose place or quote does not stand in the source at hand."""
    for cite in cites:
        source = sources.get(cite.source)
        if source is None:
            continue
        paragraph = source.paragraphs.get(cite.at)
        if paragraph is None:
            if cite.quote is not None or source.pack == where.split(".", maxsplit=1)[0]:
                form.problem("citation-no-place", line, where, source=cite.source, value=cite.at)
        elif cite.quote is not None and _folded(cite.quote) not in paragraph:
            form.problem(
                "citation-quote", line, where, source=cite.source, at=cite.at, value=cite.quote
            )


def read_in_force(form: Form, node: Fields, key: str, where: str) -> InForce | None:
    """Return the days in force below a key, or None if it is not there."""
    if key not in node:
        return None
    fields = form.mapping(node[key], node.line_of(key), where, ("from", "until"))
    if fields is None:
        return None
    start, end = form.day(fields, "from", where), form.day(fields, "until", where)
    if start is not None and end is not None and end <= start:
        form.problem("in-force-order", node.line_of(key), where, start=start, value=end)
    return InForce(start=start, end=end)


def _folded(text: str) -> str:
    """Fold white space, and markdown's own marks of the copy (`**`, `*`) which quotes may keep."""
    return " ".join(text.split())
