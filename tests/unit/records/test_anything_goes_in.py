"""Whatever a file holds, it is taken or told of: nothing else is ever raised."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from isocheck.errors import InputProblems
from isocheck.messages import LANGUAGES, render_all
from isocheck.records.folder import load_facts
from isocheck.records.kinds.kind import Kind
from isocheck.records.kinds.reading import read_kinds
from isocheck.records.settings import read_settings
from isocheck.source.yaml_reader import read_yaml

WORD_LIST = """
id kind kinds shapes fields type shape include dated life on until from to of required
vocabulary vocabularies words label aliases open extends vi en
single catalogue title vi en text day list object codes reference facts v1 records collected_on
source 2020-12-31 profile as_of lang collected all audit true none commune report parent qms
name procedures beneficiary beneficiaries amount expenditure 5 to d1
"""
WORDS = st.sampled_from(WORD_LIST.split())
NODES = st.recursive(
    WORDS | st.none() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=25,
)
QUICK = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def told(error: InputProblems) -> None:
    for lang in LANGUAGES:
        assert all(line.isprintable() for line in render_all(error, lang))


@given(NODES)
@QUICK
def test_kinds(node: Any) -> None:
    for document in (node, {"kinds": {"k": node}}, {"kinds": {"k": {"fields": {"f": node}}}}):
        try:
            read_kinds(read_yaml(json.dumps(document), "k"), "p", "k")
        except InputProblems as error:
            told(error)


@given(NODES)
@QUICK
def test_settings_and_fact_files(tmp_path: Path, kinds: Mapping[str, Kind], node: Any) -> None:
    head = {"facts": "v1", "collected_on": "2020-12-31"}
    for document in (node, {**head, "records": node}, {**head, "records": [node]}):
        written = json.dumps(document)
        (tmp_path / "isocheck.yaml").write_text(written, encoding="utf-8")
        (tmp_path / "a.yaml").write_text(written, encoding="utf-8")
        for read in (lambda: read_settings(tmp_path), lambda: load_facts(tmp_path, kinds)):
            try:
                read()
            except InputProblems as error:
                told(error)


@given(st.binary(max_size=60) | st.text('idkn,;"\n\t\r x', max_size=60))
@QUICK
def test_tables_and_yaml_of_any_bytes(
    tmp_path: Path, kinds: Mapping[str, Kind], data: bytes | str
) -> None:
    written = data if isinstance(data, bytes) else data.encode()
    (tmp_path / "isocheck.yaml").unlink(missing_ok=True)
    (tmp_path / "commune.csv").write_bytes(b"id,name,parent\n" + written)
    (tmp_path / "x.csv").write_bytes(written)
    (tmp_path / "a.yaml").write_bytes(written)
    try:
        load_facts(tmp_path, kinds)
    except InputProblems as error:
        told(error)
