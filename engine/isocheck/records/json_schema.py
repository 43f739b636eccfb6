"""JSON Schemas (Draft 2020-12) of the kinds, for editors and other programs.

They say the form of a record as `isocheck.records.checking` checks it. What holds between fields
and between records (sums, orders of days, ids, references) is checked there only. A scalar may come
as JSON has it or as the text a fact file has it, since quotes make no difference in a fact file:
30000000 and "30000000" are the same amount, 1.001612 and "1.001612" the same code.

The files kept under `schemas/`, and those of draft 7 below it, are written by

    python -m isocheck.records.json_schema schemas policies/*/*/kinds.yaml
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from isocheck.errors import InputProblems
from isocheck.records.example_mark import TEXT
from isocheck.records.forms import FIRST_YEAR, LAST_YEAR, LONGEST_TEXT, MOST_MONEY
from isocheck.records.kinds.kind import Dating, FieldSpec, Kind, as_words
from isocheck.records.kinds.of_packs import KindsFile, read_kinds_of_packs
from isocheck.records.kinds.vocabularies import Vocabulary
from isocheck.records.periods import period_schema
from isocheck.records.schema_drafts import as_text, write_draft_7
from isocheck.records.word_schema import vocabulary_schema
from isocheck.source.yaml_reader import read_yaml

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_YEARS = "(19[0-9]{2}|2[01][0-9]{2}|2200)"  # FIRST_YEAR to LAST_YEAR
_DAY = f"^{_YEARS}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_MONEY = "^(0|[1-9][0-9]{0,14}|1000000000000000)$"  # up to MOST_MONEY
_TEXT: Schema = {
    "type": ["string", "number", "boolean"],
    "pattern": TEXT,
    "maxLength": LONGEST_TEXT,
}
_ALL = "^\\s*([Aa][Ll][Ll]|[Tt][Ấấ][Tt]\\s+[Cc][Ảả])\\s*$"
_COMPLETE: Schema = {
    "description": (
        "The file leaves nothing out: a list that it leaves out is empty, a group of fields is "
        "none. `all`, or the lists and groups of which that is so."
    ),
    "anyOf": [
        {"type": "string", "pattern": _ALL},
        {"type": "array", "items": {"type": "string"}, "minItems": 1},
    ],
}
_ID: Schema = {"type": ["string", "number"], "pattern": "^[^\\s=]\\S*$", "maxLength": 200}


def schema_of(kind: Kind) -> Schema:
    """Return the schema of one kind of record."""
    return {
        "$schema": DIALECT,
        "$id": f"urn:isocheck:schema:{kind.id}",
        **_record(kind),
        **_definitions(_vocabularies(kind.fields)),
    }


def schema_of_fact_file(kinds: Mapping[str, Kind]) -> Schema:
    """Return the schema of a YAML fact file, for an editor to point at."""
    in_facts = [kind for kind in kinds.values() if not kind.reference]
    by_kind = [
        {
            "if": {"properties": {"kind": _kind(kind)}, "required": ["kind"]},
            "then": {"$ref": f"#/$defs/{kind.id}"},
        }
        for kind in in_facts
    ]
    record = {
        "type": "object",
        "properties": {"kind": {"anyOf": [_kind(kind) for kind in in_facts]}},
        "required": ["id", "kind"],
        "allOf": by_kind,
    }
    words: Schema = {}
    for kind in in_facts:
        words |= _definitions(_vocabularies(kind.fields)).get("$defs", {})
    return {
        "$schema": DIALECT,
        "$id": "urn:isocheck:schema:facts:v1",
        "title": "A fact file",
        "type": "object",
        "properties": {
            "facts": {"const": "v1", "description": "The format of this file."},
            "collected_on": {**_day(), "description": "The day these facts were collected."},
            "source": {
                **_or_null(_TEXT),
                "description": "The document or person these facts come from.",
            },
            "complete": _COMPLETE,
            "records": {"type": ["array", "null"], "items": record},
        },
        "required": ["facts", "collected_on", "records"],
        "additionalProperties": False,
        "$defs": {kind.id: _record(kind) for kind in in_facts} | words,
    }


def write_schemas(kinds: Mapping[str, Kind], folder: Path) -> list[Path]:
    """Write the schema of each kind of fact files, and of a fact file; return the paths."""
    schemas = {kind.id: schema_of(kind) for kind in kinds.values() if not kind.reference}
    schemas["facts"] = schema_of_fact_file(kinds)
    paths = []
    for name, schema in schemas.items():
        path = folder / f"{name}.schema.json"
        path.write_text(as_text(schema), encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


def _record(kind: Kind) -> Schema:
    head = {"id": {**_ID, "description": "Unique over the whole folder."}}
    head["kind"] = _kind(kind)
    schema = _object(kind.fields, head, ("id", "kind"), kind.dated)
    dated = "" if kind.dated is None else f" Dated by {kind.dated.on}."
    return {
        "title": kind.title["en"],
        "description": f"{kind.title['vi']}.{dated} Left out: not known; null or []: none.",
        **schema,
    }


def _object(
    specs: Mapping[str, FieldSpec],
    head: Mapping[str, Schema],
    needed: Sequence[str] = (),
    dated: Dating | None = None,
) -> Schema:
    schema: Schema = {
        "type": "object",
        "properties": {**head, **{name: _field(spec, dated) for name, spec in specs.items()}},
        "required": [*needed, *(name for name, spec in specs.items() if spec.required)],
        "additionalProperties": False,
    }
    singles = [(spec.single, name) for name, spec in specs.items() if spec.single is not None]
    if singles:
        schema["allOf"] = [{"not": {"required": list(pair)}} for pair in singles]
    if not schema["required"]:
        del schema["required"]
    return schema


def _field(spec: FieldSpec, dated: Dating | None = None) -> Schema:
    """Return the schema of a field, null included unless it is required."""
    schema = _value(spec)
    if spec.catalogue is not None:
        named = _object({}, {"catalogue": _TEXT}, ("catalogue",))
        schema = {"anyOf": [schema, named]}
    if not spec.required:
        schema = _or_null(schema)
    said = " ".join(filter(None, (schema.get("description"), _absence(spec, dated))))
    return {**schema, "description": said} if said else schema


def _absence(spec: FieldSpec, dated: Dating | None) -> str:
    """Return what the absence of a field says, where it says something."""
    if dated is not None and spec.name == dated.until:
        return "Left out: it has not ended."
    if not spec.none:
        return ""
    if dated is not None and spec.name == dated.on:
        return "Left out: long ago."
    if spec.unless_words:
        words = " or ".join(spec.unless_words)
        return f"Left out: none; where {spec.unless} is {words}, or left out too, not known."
    if spec.unless is not None:
        return f"Left out: none; where {spec.unless} is given, not known."
    return "Left out: none."


def _value(spec: FieldSpec) -> Schema:
    """Return the schema of a value that is not null."""
    if spec.type == "object":
        return _object(spec.fields, {}, dated=spec.dated)
    if spec.type == "list":
        return {"type": "array", "items": {} if spec.of is None else _value(spec.of)}
    if spec.type == "codes":
        return {"anyOf": [{"type": "string", "pattern": _ALL}, {"type": "array", "items": _TEXT}]}
    if spec.vocabulary is not None:
        return {"$ref": f"#/$defs/{_words_name(spec.vocabulary)}"}
    if spec.type == "reference":
        return {**_TEXT, "description": _of_kinds(spec.to)}
    scalars: Mapping[str, Schema] = {
        "day": _day(),
        "year": _whole(FIRST_YEAR, LAST_YEAR, f"^{_YEARS}$"),
        "money": {**_whole(0, MOST_MONEY, _MONEY), "description": "Whole đồng."},
        "period": period_schema(),
        "yes_no": {"enum": [True, False, "true", "false"]},
    }
    return scalars.get(spec.type, _TEXT)


def _kind(kind: Kind) -> Schema:
    return vocabulary_schema(as_words([kind]))


def _vocabularies(specs: Mapping[str, FieldSpec]) -> Iterator[Vocabulary]:
    """Yield the vocabularies of fields, and of those below them."""
    for spec in specs.values():
        if spec.vocabulary is not None:
            yield spec.vocabulary
        yield from _vocabularies(spec.fields)
        if spec.of is not None:
            yield from _vocabularies({"of": spec.of})


def _definitions(vocabularies: Iterable[Vocabulary]) -> Schema:
    found = {_words_name(words): vocabulary_schema(words) for words in vocabularies}
    return {"$defs": found} if found else {}


def _words_name(vocabulary: Vocabulary) -> str:
    return ".".join(filter(None, ("words", vocabulary.id, vocabulary.kind)))


def _day() -> Schema:
    return {"type": "string", "format": "date", "pattern": _DAY}


def _whole(least: int, most: int, pattern: str) -> Schema:
    return {"type": ["integer", "string"], "minimum": least, "maximum": most, "pattern": pattern}


def _or_null(schema: Schema) -> Schema:
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    types = schema["type"]
    return {**schema, "type": [*([types] if isinstance(types, str) else types), "null"]}


def _of_kinds(kinds: Iterable[str]) -> str:
    named = ", ".join(kinds)
    return f"The id of a record of kind {named}." if named else "The id of a record."


def kinds_of_files(files: Iterable[Path]) -> dict[str, Kind]:
    """Return the kinds of some `kinds.yaml`, the words of a vocabulary from all of them.

    Raises:
        InputProblems: what is wrong in the files.
    """
    read = [
        KindsFile(read_yaml(file.read_bytes(), file.as_posix()), file.parent.parent.name, str(file))
        for file in files
    ]
    kinds, problems = read_kinds_of_packs(read)
    if problems:
        raise InputProblems(problems)
    return kinds


def _main(arguments: Sequence[str]) -> None:
    folder, *files = map(Path, arguments)
    write_schemas(kinds_of_files(sorted(files)), folder)
    write_draft_7(folder)


if __name__ == "__main__":
    _main(sys.argv[1:])
