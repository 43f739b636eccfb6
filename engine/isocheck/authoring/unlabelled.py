"""What people would read by its name as written, since the pack gives it no label."""

from __future__ import annotations

from collections.abc import Iterator

from isocheck.authoring.pack_view import OpenedPack
from isocheck.errors import Location, Problem
from isocheck.source.files import read_safely
from isocheck.source.nodes import Fields
from isocheck.source.yaml_reader import read_yaml

_OF_ITSELF = ("id", "name")  # fields that reports call alike in every kind


def unlabelled(pack: OpenedPack) -> Iterator[Problem]:
    """Find words, fields, derived values and parameters of a pack that have no label."""
    yield from _of_kinds(pack)
    for value in pack.derived:
        if not value.label:
            yield Problem("bench-no-label", value.location, value.name, {"value": value.name})
    for variants in pack.profile.parameters.values():
        for parameter in variants:
            called = parameter.label or parameter.note
            if parameter.pack == pack.id and not called:
                args = {"value": parameter.id.partition(".")[2]}
                yield Problem("bench-no-label", parameter.location, parameter.id, args)


def _of_kinds(pack: OpenedPack) -> Iterator[Problem]:
    path, shown = pack.folder.path / "kinds.yaml", f"{pack.folder.shown}/kinds.yaml"
    node = read_yaml(read_safely(path.resolve(), shown), shown) if path.is_file() else None
    if not isinstance(node, Fields):
        return
    for name, body in (node.get("vocabularies") or {}).items():
        for word, parts in body["words"].items():
            if "extends" not in body and (parts is None or "label" not in parts):
                place = Location(shown, body["words"].line_of(word))
                yield Problem("bench-no-label", place, f"vocabularies.{name}", {"value": word})
    for part in ("shapes", "kinds"):
        for name, body in (node.get(part) or {}).items():
            yield from _of_fields(body, f"{part}.{name}", shown)


def _of_fields(body: Fields, where: str, shown: str) -> Iterator[Problem]:
    """Find the fields of a kind, a shape, a group or the entries of a list that have no label."""
    fields = body.get("fields")
    if not isinstance(fields, Fields):
        fields = Fields()
    for name, spec in fields.items():
        below = f"{where}.{name}"
        if not isinstance(spec, Fields):
            continue
        if "label" not in spec and "shape" not in spec and name not in _OF_ITSELF:
            place = Location(shown, fields.line_of(name))
            yield Problem("bench-no-label", place, below, {"value": name})
        yield from _of_fields(spec, below, shown)
    if isinstance(body.get("of"), Fields):
        yield from _of_fields(body["of"], where, shown)
