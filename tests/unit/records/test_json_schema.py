"""The JSON Schemas: kept up to date, valid, and of one mind with the checking of records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from isocheck.records.checking import check_records
from isocheck.records.json_schema import (
    as_text,
    kinds_of_files,
    schema_of,
    schema_of_fact_file,
    write_schemas,
)
from isocheck.records.kinds.kind import FieldSpec, Kind
from isocheck.records.kinds.reading import read_kinds
from isocheck.source.nodes import Items
from isocheck.source.yaml_reader import read_yaml
from unit.records.bad_records import BAD_RECORDS
from unit.records.bad_values import BAD_VALUES
from unit.records.conftest import CORE, HEAD

ROOT = Path(__file__).parents[3]
# what a schema cannot say: what holds between fields and between records
BETWEEN = {
    "facts.says-nothing",
    "facts.all-in-list",
    "facts.no-document",
    "facts.document-gone",
    "facts.ends-before",
    "facts.before-other",
    "facts.unchanged",
    "facts.after-collected",
    "facts.many-after-collected",
    "facts.too-far-ahead",
    "facts.parts-over-whole",
    "facts.more-came-back",
    "facts.more-came-back-of",
    "facts.came-back-of-none",
    "facts.dangling",
    "facts.name-of-several",
    "facts.wrong-kind",
    "facts.never-kind",
    "facts.not-a-catalogue",
    "facts.parent-cycle",
    "facts.duplicate-id",
    "facts.entered-twice",
    "facts.called-alike",
    "facts.id-of-pack",
    "facts.period-order",
}
CORE_KINDS = read_kinds(read_yaml(CORE.read_bytes(), "kinds.yaml"), "core", "kinds.yaml")


def declared() -> dict[str, Kind]:
    """Return the kinds of all packs."""
    return kinds_of_files(sorted(ROOT.glob("policies/*/*/kinds.yaml")))


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(schema, format_checker=FormatChecker())


KIND = {name: validator(schema_of(kind)) for name, kind in CORE_KINDS.items()}
FACT_FILE = validator(schema_of_fact_file(CORE_KINDS))


def test_they_are_schemas() -> None:
    for each in (*KIND.values(), FACT_FILE):
        Draft202012Validator.check_schema(each.schema)


def test_the_kept_schemas_are_those_of_the_kinds(tmp_path: Path) -> None:
    """To mend: python -m isocheck.records.json_schema schemas policies/*/*/kinds.yaml."""
    for path in write_schemas(declared(), tmp_path):
        kept = ROOT / "schemas" / path.name
        assert kept.read_text(encoding="utf-8") == path.read_text(encoding="utf-8"), path.name


@pytest.mark.parametrize("kind", CORE_KINDS)
def test_the_schema_of_a_kind_is_a_schema(kind: str) -> None:
    schema = schema_of(CORE_KINDS[kind])
    validator(schema)
    assert json.loads(as_text(schema)) == schema
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    ("code", "records"), [(case[0], case[1]) for case in [*BAD_RECORDS, *BAD_VALUES]]
)
def test_the_schema_refuses_what_the_checking_refuses(code: str, records: str) -> None:
    document = read_yaml(HEAD + records, "f")
    assert FACT_FILE.is_valid(document) is (code in BETWEEN)


TEXTS = ["x", "Xã Một", "1.001612", "", " ", "all", "2018-01-01", "2019-02-30", "31/12/2020"]
TEXTS += ["1899-12-31", "2200-12-31", "2201-01-01", "2018", "18", "0", "007", "30000000", "-5"]
TEXTS += ["1.5", "1000000000000000", "1000000000000001", "true", "false", "yes", "full", "half"]
TEXTS += ["administrative-organisation", "INTERNAL-AUDIT", "tự  Thực hiện", "d1", "=a"]
ANY = st.recursive(
    st.sampled_from(TEXTS) | st.none(),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["date", "from", "id", "x"]), inner, max_size=2)
    ),
    max_leaves=4,
)


PERIODS = ["2019", "2018-2020", "2019-H1", "Năm 2019", " GIAI ĐOẠN 2018 – 2020", "Quý III/2019"]
PERIODS += ["6 tháng đầu năm 2019", "quý v/2019", "2020-2018", "2019-h3", "q3 2019", "18-20"]


def words_of(spec: FieldSpec) -> list[Any]:
    """Return what a text may be: words in some spelling, else anything."""
    vocabulary = spec.vocabulary
    if vocabulary is None:
        return ["x", "1.001612"]
    spellings = [text for word in vocabulary.words.values() for text in word.spellings]
    changed = [f"  {text.upper()} ".replace(" ", "  ") for text in spellings]
    others: list[Any] = ["khác: quỹ phúc lợi", "OTHER : x", {"other": "x"}, {" Khác": "quỹ"}]
    others += ["other:", {"other": " "}, {"other": spellings[-1].upper()}, f"khác: {spellings[0]}"]
    return [*spellings, *changed, *others]


def fitting(spec: FieldSpec) -> st.SearchStrategy[Any]:
    """Return values of the right form, mostly."""
    if spec.type == "object":
        return objects(spec.fields)
    if spec.type == "list" and spec.of is not None:
        return st.lists(fitting(spec.of), max_size=2)
    if spec.type == "codes":
        return st.just("all") | st.lists(st.sampled_from(["1.001612", "06013"]), max_size=2)
    good: dict[str, list[str]] = {
        "day": ["2018-01-01", "2020-12-31"],
        "year": ["2018", "2020"],
        "money": ["0", "30000000"],
        "yes_no": ["true", "false"],
        "period": PERIODS,
    }
    return st.sampled_from(good.get(spec.type, words_of(spec)))


def objects(specs: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Return objects whose fields fit, but for one in ten."""

    @st.composite
    def drawn(draw: st.DrawFn) -> dict[str, Any]:
        names = draw(st.lists(st.sampled_from(list(specs)), unique=True, max_size=4))
        names += [name for name, spec in specs.items() if spec.required and name not in names]
        one_in_ten = st.integers(0, 9).map(lambda n: n == 0)
        return {
            name: draw(ANY) if draw(one_in_ten) else draw(fitting(specs[name])) for name in names
        }

    return drawn()


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    kind = CORE_KINDS[draw(st.sampled_from(list(CORE_KINDS)))]
    return {"id": "r1", "kind": kind.id, **draw(objects(kind.fields))}


@given(records())
@settings(max_examples=150, deadline=None)
def test_schema_and_checking_are_of_one_mind(record: dict[str, Any]) -> None:
    """On the texts of a fact file and, where a text is a number or a truth value, on those."""
    written = json.dumps([record])
    nodes = read_yaml(written, "f")
    assert isinstance(nodes, Items)
    problems: list[Any] = []
    check_records(nodes, CORE_KINDS, "f", date(2020, 1, 1), problems)
    of_form = [problem for problem in problems if problem.code not in BETWEEN]
    for instance in (record, _as_json_has_it(record, CORE_KINDS[record["kind"]].fields)):
        errors = list(KIND[record["kind"]].iter_errors(instance))
        assert bool(errors) == bool(of_form), (errors, of_form)


def _as_json_has_it(node: Any, specs: Any) -> Any:
    """Turn amounts, years and truth values into the numbers and truth values of JSON."""
    if not isinstance(node, dict):
        return node
    return dict(_converted(node, specs))


def _converted(node: dict[str, Any], specs: Any) -> Iterator[tuple[str, Any]]:
    for name, value in node.items():
        spec = specs.get(name)
        kind = spec.type if spec is not None else ""
        if kind in {"money", "year", "period"} and isinstance(value, str) and _is_number(value):
            yield name, int(value)
        elif kind == "yes_no" and value in ("true", "false"):
            yield name, value == "true"
        elif kind == "object":
            yield name, _as_json_has_it(value, spec.fields)
        elif kind == "list" and isinstance(value, list) and spec.of is not None:
            yield name, [_as_json_has_it(entry, spec.of.fields) for entry in value]
        else:
            yield name, value


def _is_number(text: str) -> bool:
    return text.lstrip("-").isdecimal() and str(int(text)) == text


def test_a_fact_file_validates_whole() -> None:
    good = {"facts": "v1", "collected_on": "2020-12-31", "records": []}
    assert FACT_FILE.is_valid(good)
    assert FACT_FILE.is_valid({**good, "records": None})  # none yet
    for bad in ({"facts": "v2"}, {"collected_on": None}, {"records": {}}, {"x": 1}):
        assert not FACT_FILE.is_valid({**good, **bad})
    unknown = {**good, "records": [{"id": "a", "kind": "comune"}]}
    assert not FACT_FILE.is_valid(unknown)
