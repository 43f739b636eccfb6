"""`pack.yaml`: what a pack is, which instrument it encodes, what it requires and names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from isocheck.packs.citation_reading import read_in_force
from isocheck.packs.folders import PackFolder
from isocheck.packs.form import Form, plain
from isocheck.packs.model import ALWAYS_IN_FORCE, PackHead, Text
from isocheck.source.nodes import Fields

_KEYS = (
    "id", "version", "title", "instrument", "cited", "in_force", "requires", "fact_ids",
    "changelog", "note",
)  # fmt: skip
_INSTRUMENT_KEYS = ("number", "kind", "issuer", "issued", "title", "url", "note")


def read_head(
    form: Form, node: object, folder: PackFolder, before: Sequence[PackFolder], digest: str
) -> PackHead | None:
    """Return what `pack.yaml` says; `before` are the packs that stand before it in the profile."""
    fields = form.mapping(node, 1, folder.id, _KEYS, ("id", "version", "title"))
    if fields is None:
        return None
    for key, wanted in (("id", folder.id), ("version", folder.version)):
        if fields[key] != wanted:
            value = plain(fields[key])
            line = fields.line_of(key)
            form.problem("pack-folder-name", line, folder.id, key=key, value=value, wanted=wanted)
    earlier = {name for f in before for name in (f.id, f"{f.id}@{f.version}")}
    for required in form.texts(fields, "requires", folder.id):
        if required not in earlier:
            form.problem("pack-requires", fields.line_of("requires"), folder.id, value=required)
    return PackHead(
        id=folder.id,
        version=folder.version,
        title=form.both_languages(fields, "title", folder.id),
        instrument=_instrument(form, fields, folder.id),
        cited=_cited(form, fields, folder.id),
        in_force=read_in_force(form, fields, "in_force", folder.id) or ALWAYS_IN_FORCE,
        requires=form.texts(fields, "requires", folder.id),
        fact_ids=_fact_ids(form, fields, folder.id),
        sha256=digest,
        location=form.location(1),
    )


def _instrument(form: Form, head: Fields, where: str) -> dict[str, str] | None:
    if "instrument" not in head:
        return None
    line = head.line_of("instrument")
    inner = form.mapping(head["instrument"], line, where, _INSTRUMENT_KEYS, ("number",))
    return {key: plain(value) for key, value in (inner or {}).items()}


def _cited(form: Form, head: Fields, where: str) -> Mapping[str, str]:
    """Return the numbers of instruments that are cited and whose packs may not be at hand."""
    if "cited" not in head:
        return {}
    inner = form.mapping_of_any(head["cited"], head.line_of("cited"), where)
    return {key: plain(value) for key, value in (inner or {}).items()}


def _fact_ids(form: Form, head: Fields, where: str) -> Mapping[str, Text]:
    """Return the bodies of the facts that the rules name, each with its title."""
    if "fact_ids" not in head:
        return {}
    inner = form.mapping_of_any(head["fact_ids"], head.line_of("fact_ids"), where)
    return {} if inner is None else {key: form.both_languages(inner, key, where) for key in inner}
