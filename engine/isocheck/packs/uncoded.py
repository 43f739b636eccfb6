"""`uncoded.yaml`: the paragraphs of an instrument that carry no rule, each with the reason."""

from __future__ import annotations

from typing import Any

from isocheck.packs.citation_reading import stands_in
from isocheck.packs.form import Form, nearest, plain
from isocheck.packs.model import Uncoded
from isocheck.source.nodes import Fields

_KEYS = ("at", "quote", "reason")


def read_uncoded(form: Form, node: Any) -> list[Uncoded]:
    """Return what a pack lists as carrying no rule; unknown places and words are recorded.

    `at` may name several places that share a reason. With `quote` only those words of the place
    carry no rule.
    """
    if node is None:
        return []
    found: list[Uncoded] = []
    entries = form.items(node, 1, form.pack)
    for index, entry in enumerate(entries):
        line = entries.line_of(index)
        fields = form.mapping(entry, line, "uncoded", _KEYS, ("at", "reason"))
        if fields is not None:
            found += _read_entry(form, fields, line, found)
    return found


def _read_entry(form: Form, fields: Fields, line: int, before: list[Uncoded]) -> list[Uncoded]:
    places = form.texts(fields, "at", "uncoded")
    if not places:
        form.problem(
            "pack-not-a-text", fields.line_of("at"), "uncoded", key="at", value=plain(fields["at"])
        )
    reason = form.both_languages(fields, "reason", "uncoded")
    quote = form.text(fields, "quote", "uncoded") if "quote" in fields else None
    paragraphs = form.sources.get(form.pack, {})
    found: list[Uncoded] = []
    for place in places:
        paragraph = paragraphs.get(place)
        if paragraph is None:
            form.problem(
                "citation-no-place", fields.line_of("at"), "uncoded", source=form.pack, value=place,
                suggestion=nearest(place, paragraphs),
            )  # fmt: skip
            continue
        if quote and not stands_in(quote, paragraph):
            form.problem(
                "citation-quote", fields.line_of("quote"), "uncoded", source=form.pack, at=place,
                value=quote, elsewhere=[],
            )  # fmt: skip
        if any((u.at, u.quote) == (place, quote) for u in [*before, *found]):
            form.problem("uncoded-twice", fields.line_of("at"), "uncoded", value=place)
        found.append(
            Uncoded(
                pack=form.pack,
                at=place,
                quote=quote,
                reason=reason,
                location=form.location(line),
            )
        )
    return found
