"""The tables of the fact pages, made from the kinds that the core pack declares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from house.field_words import KINDS, Pair
from isocheck.records.kinds.kind import FieldSpec, Kind
from isocheck.records.kinds.reading import read_kinds
from isocheck.records.kinds.vocabularies import Word
from isocheck.source.yaml_reader import read_yaml
from isocheck.starting.examples import named_meaning

CORE = Path(__file__).parents[2] / "policies" / "core" / "1.0.0" / "kinds.yaml"
HEADS: Mapping[str, tuple[str, str, str, str]] = {
    "vi": ("Trường", "Tên cột", "Giá trị", "Ý nghĩa"),
    "en": ("Field", "Heading", "Value", "Meaning"),
}
TYPES: Mapping[str, Pair] = {
    "text": ("chữ", "text"),
    "day": ("ngày", "day"),
    "year": ("năm", "year"),
    "money": ("số tiền", "money"),
    "period": ("kỳ", "period"),
    "yes_no": ("`true` hoặc `false`", "`true` or `false`"),
    "reference": ("`id`", "`id`"),
    "codes": ("danh sách mã, hoặc `all`", "list of codes, or `all`"),
    "object": ("nhóm trường", "group of fields"),
    "list": ("danh sách", "list"),
}


def kinds() -> dict[str, Kind]:
    """The kinds of fact files."""
    return read_kinds(read_yaml(CORE.read_bytes(), "kinds.yaml"), "core", "kinds.yaml")


def paths(fields: Mapping[str, FieldSpec], above: str = "") -> Iterator[tuple[str, FieldSpec]]:
    """Each field below a record, `[]` after the name of a list whose entries have fields."""
    for name, spec in fields.items():
        path = above + name
        yield path, spec
        if spec.type == "object":
            yield from paths(spec.fields, f"{path}.")
        elif spec.of is not None:
            yield from paths(spec.of.fields, f"{path}[].")


def tables(lang: str) -> str:
    """A heading and a table for each kind; kinds with the same fields share one."""
    groups: dict[tuple[str, ...], list[Kind]] = {}
    for kind in kinds().values():
        groups.setdefault(tuple(path for path, _ in paths(kind.fields)), []).append(kind)
    return "\n".join(_section(members, lang) for members in groups.values())


def _section(members: list[Kind], lang: str) -> str:
    at = 0 if lang == "vi" else 1
    lines = ["### " + ", ".join(f"`{kind.id}`" for kind in members), ""]
    lines += [f"- `{kind.id}`: {KINDS[kind.id][at]}{_of_ids(kind, at)}" for kind in members]
    lines += ["", "| " + " | ".join(HEADS[lang]) + " |", "|---|---|---|---|"]
    of_all = [dict(paths(kind.fields)) for kind in members]
    for path, spec in paths(members[0].fields):
        required = (" (bắt buộc)", " (required)")[at] if spec.required else ""
        heading = "" if spec.column is None else spec.column.label[lang]
        value = _values({k.id: _value(f[path], at) for k, f in zip(members, of_all, strict=True)})
        cells = (f"`{path}`{required}", heading, value, named_meaning(spec, ("vi", "en")[at]))
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _values(of_kinds: Mapping[str, str]) -> str:
    """What can stand in a field: once, or of each kind where they differ."""
    if len(set(of_kinds.values())) == 1:
        return next(iter(of_kinds.values()))
    return "; ".join(f"`{kind}`: {value}" for kind, value in of_kinds.items())


def _of_ids(kind: Kind, at: int) -> str:
    """What the column of the ids of a kind is called in tables."""
    if kind.column is None:
        return ""
    return ("; cột mã: ", "; column of ids: ")[at] + kind.column.label[("vi", "en")[at]]


def _word(word: Word, at: int) -> str:
    label = word.in_language(("vi", "en")[at])
    return f"`{word.id}`" if label == word.id else f"{label} (`{word.id}`)"


def _value(spec: FieldSpec, at: int) -> str:
    if spec.vocabulary is not None:
        words = [_word(word, at) for word in spec.vocabulary.words.values()]
        rest = ("; khác: `{khác: …}`", "; anything else: `{other: …}`")[at]
        return ", ".join(words) + rest * spec.vocabulary.open
    if spec.type == "list" and spec.of is not None and spec.of.type != "object":
        return (("danh sách ", "list of ")[at]) + _value(spec.of, at)
    if spec.catalogue is not None:
        return TYPES["list"][at] + (", hoặc ", ", or ")[at] + "`{catalogue: id}`"
    if spec.to:
        return TYPES["reference"][at] + " (" + ", ".join(f"`{kind}`" for kind in spec.to) + ")"
    return TYPES[spec.type][at]
