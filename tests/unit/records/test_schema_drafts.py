"""The schemas in draft 7: kept up to date, valid, and of one mind with those of draft 2020-12."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft7Validator, Draft202012Validator, FormatChecker

from isocheck.packs.folders import built_in, installed
from isocheck.records.schema_drafts import in_draft_7, write_draft_7
from isocheck.source.yaml_reader import read_yaml
from unit.records.bad_records import BAD_RECORDS
from unit.records.bad_values import BAD_VALUES
from unit.records.conftest import HEAD
from unit.records.test_json_schema import records
from unit.report.test_document import made

ROOT = Path(__file__).parents[3]
SCHEMAS = ROOT / "schemas"
NAMES = sorted(path.name.removesuffix(".schema.json") for path in SCHEMAS.glob("*.schema.json"))
each_schema = pytest.mark.parametrize("name", NAMES)


def kept(name: str, folder: str = "") -> dict[str, Any]:
    path = SCHEMAS / folder / f"{name}.schema.json"
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


@cache
def both(name: str) -> tuple[Draft202012Validator, Draft7Validator]:
    checker = FormatChecker()
    return (
        Draft202012Validator(kept(name), format_checker=checker),
        Draft7Validator(kept(name, "draft-07"), format_checker=checker),
    )


def accepted(name: str, content: Any) -> bool:
    """Whether the schemas of a name accept a content; they must be of one mind."""
    current, draft_7 = (validator.is_valid(content) for validator in both(name))
    assert draft_7 == current, (name, content)
    return current


def test_the_kept_files_are_those_of_the_schemas(tmp_path: Path) -> None:
    """To mend: python -m isocheck.records.json_schema schemas policies/*/*/kinds.yaml."""
    for path in SCHEMAS.glob("*.schema.json"):
        shutil.copy(path, tmp_path)
    written = {path.name: path.read_text(encoding="utf-8") for path in write_draft_7(tmp_path)}
    kept_files = (SCHEMAS / "draft-07").iterdir()
    assert {file.name: file.read_text(encoding="utf-8") for file in kept_files} == written
    assert len(written) == len(NAMES)


@each_schema
def test_each_is_a_schema_of_draft_7(name: str) -> None:
    schema = kept(name, "draft-07")
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["$id"] != kept(name)["$id"]


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from parts(value)
    elif isinstance(schema, list):
        for entry in schema:
            yield from parts(entry)


@each_schema
def test_each_reference_leads_somewhere_and_stands_alone(name: str) -> None:
    """Draft 7 passes over whatever stands beside a reference."""
    schema = kept(name, "draft-07")
    for part in parts(schema):
        if "$ref" in part:
            assert list(part) == ["$ref"]
            head, _, defined = part["$ref"].rpartition("/")
            assert head == "#/definitions"
            assert defined in schema["definitions"]


def test_they_accept_the_sample() -> None:
    files = [file for file in (ROOT / "facts").rglob("*.yaml") if file.name != "isocheck.yaml"]
    assert len(files) > 10
    for file in files:
        content = read_yaml(file.read_bytes(), file.name)
        assert accepted("facts", content)
        for record in content["records"]:  # type: ignore[index,call-overload]
            assert accepted(record["kind"], record)  # type: ignore[index]


@pytest.mark.parametrize("pack", sorted(installed([built_in()])))
def test_they_are_of_one_mind_on_the_records_of_every_case(pack: str) -> None:
    seen = 0
    for file in sorted((built_in() / pack).glob("*/tests/*.yaml")):
        for case in read_yaml(file.read_bytes(), file.name):
            assert isinstance(case, dict)
            for record in case.get("facts", ()):
                if record["kind"] in NAMES:
                    accepted(record["kind"], record)
                    seen += 1
    assert seen or pack == "core"  # which has kinds and no rules


@pytest.mark.parametrize("text", [case[1] for case in [*BAD_RECORDS, *BAD_VALUES]])
def test_they_refuse_the_same_records(text: str) -> None:
    accepted("facts", read_yaml(HEAD + text, "f"))


def test_they_refuse_broken_records_at_all() -> None:
    cases = [*BAD_RECORDS, *BAD_VALUES]
    refused = [not accepted("facts", read_yaml(HEAD + case[1], "f")) for case in cases]
    assert sum(refused) > 50


@given(records())
@settings(max_examples=200, deadline=None)
def test_they_are_of_one_mind_on_any_record(record: dict[str, Any]) -> None:
    accepted(record["kind"], record)


def broken(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A findings document with one thing wrong, each in turn."""
    for key in document:
        yield {name: value for name, value in document.items() if name != key}
        yield {**document, key: 1}
    for key in document["findings"][0]:
        changed = copy.deepcopy(document)
        del changed["findings"][0][key]
        yield changed
    for wrong in ([], ["a"], ["a", "b", None, "d"], [1, "b", None]):
        changed = copy.deepcopy(document)
        changed["actions"][0]["for"] = [wrong]
        yield changed
    for part in ({"low": "1"}, {"low": "1", "high": 2.5}, {"at_least": 1}):
        changed = copy.deepcopy(document)
        shown = next(found for found in changed["findings"] if found["because"])
        shown["because"][0].update(part)
        yield changed


def test_they_accept_and_refuse_the_same_findings_documents() -> None:
    document = json.loads(json.dumps(made(everything=True)))
    assert accepted("findings", document)
    assert document["actions"]
    verdicts = [accepted("findings", changed) for changed in broken(document)]
    assert verdicts.count(False) > 30


def test_lists_whose_first_entries_are_told_apart_are_converted() -> None:
    schema = {"$id": "x", "prefixItems": [{"type": "string"}], "items": {"type": "number"}}
    validator = Draft7Validator(in_draft_7(schema))
    assert validator.is_valid(["a", 1])
    assert not validator.is_valid([1, 1])
    assert not validator.is_valid(["a", "b"])


def test_what_stands_beside_a_reference_still_holds() -> None:
    words = {"type": "string"}
    schema = {"$id": "x", "$defs": {"word": words}, "$ref": "#/$defs/word", "maxLength": 2}
    validator = Draft7Validator(in_draft_7(schema))
    assert validator.is_valid("ab")
    assert not validator.is_valid("abc")
    assert not validator.is_valid(1)


def test_a_keyword_that_draft_7_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="unevaluatedProperties"):
        in_draft_7({"$id": "x", "properties": {"a": {"unevaluatedProperties": False}}})
