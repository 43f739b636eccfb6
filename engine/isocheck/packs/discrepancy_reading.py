"""What does not agree inside an instrument: declared, or computed from its figures."""

from __future__ import annotations

from typing import Any

from isocheck.packs.annex_reading import figure
from isocheck.packs.citation_reading import read_citations
from isocheck.packs.form import Form
from isocheck.packs.model import Discrepancy

_KEYS = ("at", "printed", "computed", "note", "quotes")


def declared_discrepancies(form: Form, node: Any) -> list[Discrepancy]:
    """Return the discrepancies that `discrepancies.yaml` declares, with the words they rest on."""
    if node is None:
        return []
    found = []
    entries = form.items(node, 1, form.pack)
    for index, entry in enumerate(entries):
        line = entries.line_of(index)
        fields = form.mapping(entry, line, "discrepancy", _KEYS, _KEYS[:4])
        if fields is None:
            continue
        found.append(
            Discrepancy(
                source=form.pack,
                at=form.text(fields, "at", "discrepancy"),
                printed=figure(fields["printed"]),
                computed=figure(fields["computed"]),
                note=form.both_languages(fields, "note", "discrepancy"),
                cites=read_citations(form, fields, "quotes", "discrepancy"),
                location=form.location(line),
            )
        )
    return found
