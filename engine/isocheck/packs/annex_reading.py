"""`annex.yaml`: the figures of an instrument as it prints them, cell by cell."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from isocheck.packs.annex import Annex, Claim, InWords, Row, discrepancies_of
from isocheck.packs.form import Form, as_integer, as_share, nearest, plain
from isocheck.packs.model import Discrepancy
from isocheck.packs.number_words import number_in_words
from isocheck.source.nodes import Fields, Items

_KEYS = ("unit", "columns", "rows", "words", "claims")
_ROW_KEYS = ("id", "at", "cells", "total", "adds", "label")
_WORD_KEYS = ("at", "figure", "words", "row")
_CLAIM_KEYS = ("at", "printed", "product", "share", "of", "note")


def computed_discrepancies(form: Form, node: Any) -> list[Discrepancy]:
    """Return what does not add up in the figures that a pack transcribes."""
    annex = read_annex(form, node)
    return [] if annex is None else discrepancies_of(annex)


def figure(node: Any) -> Any:
    """Return a node as a whole number where it is written as one, else as it is written."""
    number = as_integer(node)
    return plain(node) if number is None else number


def read_annex(form: Form, node: Any) -> Annex | None:
    """Return the figures of a pack; None if it transcribes none, or with problems recorded."""
    if node is None:
        return None
    fields = form.mapping(node, 1, "annex", _KEYS)
    if fields is None:
        return None
    before = len(form.problems)
    columns = form.texts(fields, "columns", "annex")
    unit = _number(form, fields, "unit", "annex") if "unit" in fields else 1
    rows = [_row(form, entry, line, len(columns)) for entry, line in _entries(form, fields, "rows")]
    words = [_in_words(form, entry, line) for entry, line in _entries(form, fields, "words")]
    claims = [_claim(form, entry, line) for entry, line in _entries(form, fields, "claims")]
    annex = Annex(
        pack=form.pack,
        unit=unit,
        columns=columns,
        rows=tuple(row for row in rows if row is not None),
        in_words=tuple(words),
        claims=tuple(claim for claim in claims if claim is not None),
    )
    _check_rows(form, annex)
    return annex if len(form.problems) == before else None


def _entries(form: Form, fields: Fields, key: str) -> list[tuple[Fields, int]]:
    """Return the mappings of a list that a key holds, with their lines."""
    if key not in fields:
        return []
    keys = {"rows": _ROW_KEYS, "words": _WORD_KEYS, "claims": _CLAIM_KEYS}[key]
    required = {
        "rows": ("id", "at", "cells", "total"),
        "words": ("at", "figure", "words"),
        "claims": ("at", "printed", "note"),
    }[key]
    entries = form.items(fields[key], fields.line_of(key), "annex")
    found = []
    for index, entry in enumerate(entries):
        line = entries.line_of(index)
        read = form.mapping(entry, line, "annex", keys, required)
        if read is not None:
            found.append((read, line))
    return found


def _row(form: Form, node: Fields, line: int, columns: int) -> Row | None:
    name = form.text(node, "id", "annex")
    cells = _numbers(form, node, "cells", name)
    if len(cells) != columns:
        args = {"value": len(cells), "columns": columns}
        form.problem("annex-columns", node.line_of("cells"), name, **args)
        return None
    return Row(
        id=name,
        at=_place(form, node, name),
        cells=cells,
        total=_number(form, node, "total", name),
        adds=form.texts(node, "adds", name),
        label=form.text(node, "label", name) if "label" in node else None,
        location=form.location(line),
    )


def _in_words(form: Form, node: Fields, line: int) -> InWords:
    words = form.text(node, "words", "annex")
    if words and number_in_words(words) is None:
        form.problem("annex-words", node.line_of("words"), "annex", value=words)
    return InWords(
        at=_place(form, node, "annex"),
        figure=_number(form, node, "figure", "annex"),
        words=words,
        row=form.text(node, "row", "annex") if "row" in node else None,
        location=form.location(line),
    )


def _claim(form: Form, node: Fields, line: int) -> Claim | None:
    share = as_share(node["share"]) if "share" in node else None
    of = _number(form, node, "of", "annex") if "of" in node else 0
    product = _numbers(form, node, "product", "annex") if "product" in node else ()
    whole = share is not None and of > 0 and not product
    if not whole and (not product or "share" in node or "of" in node):
        form.problem("annex-claim", line, "annex")
        return None
    return Claim(
        at=_place(form, node, "annex"),
        printed=_numbers(form, node, "printed", "annex"),
        product=product,
        share=None if share is None else Fraction(share),
        of=of,
        note=form.both_languages(node, "note", "annex"),
        location=form.location(line),
    )


def _check_rows(form: Form, annex: Annex) -> None:
    """Record rows that are named but not there, and ids that stand twice."""
    known = [row.id for row in annex.rows]
    for row in annex.rows:
        if known.count(row.id) > 1:
            form.problem("annex-row-twice", row.location.line or 1, row.id, value=row.id)
        for name in row.adds:
            if name not in known or name == row.id:
                _unknown_row(form, row.location.line, name, known)
    for word in annex.in_words:
        if word.row is not None and word.row not in known:
            _unknown_row(form, word.location.line, word.row, known)


def _unknown_row(form: Form, line: int | None, name: str, known: list[str]) -> None:
    args = {"value": name, "suggestion": nearest(name, known), "known": known}
    form.problem("annex-no-row", line or 1, "annex", **args)


def _place(form: Form, node: Fields, where: str) -> str:
    place = form.text(node, "at", where)
    paragraphs = form.sources.get(form.pack)
    if paragraphs is not None and place not in paragraphs:
        form.problem(
            "citation-no-place", node.line_of("at"), where, source=form.pack, value=place,
            suggestion=nearest(place, paragraphs),
        )  # fmt: skip
    return place


def _number(form: Form, node: Fields, key: str, where: str) -> int:
    value = node.get(key)
    number = as_integer(value)
    if number is None:
        form.problem("annex-number", node.line_of(key), where, key=key, value=plain(value))
    return number or 0


def _numbers(form: Form, node: Fields, key: str, where: str) -> tuple[int, ...]:
    """Return a list of whole numbers; null, a cell left blank, is 0. One alone is a list of one."""
    value = node[key]
    line = node.line_of(key)
    entries = value if isinstance(value, Items) else [value]
    found = []
    for index, entry in enumerate(entries):
        number = 0 if entry is None and isinstance(value, Items) else as_integer(entry)
        if number is None:
            at = value.line_of(index) if isinstance(value, Items) else line
            form.problem("annex-number", at, where, key=key, value=plain(entry))
        found.append(number or 0)
    return tuple(found)
