"""A sound folder: typed values, the three absences, registers, digests, and where things stand."""

from __future__ import annotations

import hashlib
import random
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from isocheck.errors import InputProblems
from isocheck.messages import render
from isocheck.records.base import FactBase, FactFile
from isocheck.records.checking import check_records
from isocheck.records.folder import (
    facts_digest,
    load_facts,
    records_of_case,
    reference_records,
    where_is,
)
from isocheck.records.kinds.kind import Kind
from isocheck.records.settings import Settings, read_settings
from isocheck.source.nodes import Items
from isocheck.source.yaml_reader import read_yaml
from unit.records.conftest import HEAD, WORLD, Write

FULL = (
    HEAD
    + """\
- id: c1
  kind: commune
  name: Xã Một
  parent: d1
  code: 06013
  established_on: 2001-02-03
  dissolved_on: null
  nominated: []
  qms:
    adopted_on: 2018-11-05
    self_built: false
    scope:
      - {from: 2018-11-05, covers: all}
      - {from: 2019-07-01, covers: [1.001610, "1.00161"]}
  procedures: {catalogue: tthc}
- {id: e1, kind: expenditure, year: 2019, amount: 30000000, beneficiary: c1}
- {id: e2, kind: expenditure, beneficiary: null}
- {id: e3, kind: expenditure, amount: null, beneficiary: c1}
- {id: e4, kind: expenditure, amount: 5, beneficiaries: [{id: c1, amount: 2}, {id: d1}]}
"""
)


@pytest.fixture
def base(write: Write, kinds: dict[str, Kind]) -> FactBase:
    return load_facts(write({"world.yaml": WORLD, "sub/full.yaml": FULL}), kinds)


def test_values_are_typed_and_codes_stay_as_written(base: FactBase) -> None:
    values = base.records["c1"].values
    assert values["code"] == "06013"
    assert values["established_on"] == date(2001, 2, 3)
    assert values["qms"]["self_built"] is False
    assert values["qms"]["scope"][0]["covers"] == "all"
    assert values["qms"]["scope"][1]["covers"] == ["1.001610", "1.00161"]
    assert base.records["e1"].values["year"] == 2019
    assert base.records["e1"].values["amount"] == 30_000_000
    assert base.records["c1"].collected_on == date(2020, 12, 31)


def test_absent_null_and_empty_stay_three_things(base: FactBase) -> None:
    values = base.records["c1"].values
    assert "maintenance" not in values
    assert values["dissolved_on"] is None
    assert values["nominated"] == []
    assert isinstance(values["nominated"], Items)


def test_a_single_beneficiary_is_a_list_of_one(base: FactBase) -> None:
    several = {name: record.values.get("beneficiaries") for name, record in base.records.items()}
    assert several["e1"] == [{"id": "c1", "amount": 30_000_000}]
    assert several["e2"] == []
    assert several["e3"] == [{"id": "c1", "amount": None}]
    assert several["e4"] == [{"id": "c1", "amount": 2}, {"id": "d1"}]
    assert base.records["e2"].values["beneficiary"] is None


def test_where_is_names_the_deepest_part_that_stands_in_the_file(base: FactBase) -> None:
    commune = base.records["c1"]
    for path, line in (
        ((), 4),
        (("code",), 8),
        (("qms", "adopted_on"), 13),
        (("qms", "scope", 1, "covers", 0), 17),
        (("qms", "scope", 7), 15),
        (("qms", "last_announced_on"), 12),
        (("maintenance",), 4),
        (("code", "x"), 8),
    ):
        assert where_is(commune, path) == f"sub/full.yaml:{line}"
    assert where_is(base.records["e1"], ["beneficiaries", 0, "id"]) == "sub/full.yaml:19"


def test_records_keep_the_order_of_files_and_lines(base: FactBase) -> None:
    assert list(base.records) == ["c1", "e1", "e2", "e3", "e4", "ls", "d1", "tthc"]
    assert [record.id for record in base.by_kind["expenditure"]] == ["e1", "e2", "e3", "e4"]
    assert [file.path for file in base.files] == ["sub/full.yaml", "world.yaml"]
    assert base.latest_collected_on == date(2020, 12, 31)


def test_the_digest_is_over_sorted_paths_and_file_digests(base: FactBase) -> None:
    lines = [
        f"{hashlib.sha256(FULL.encode()).hexdigest()}  sub/full.yaml\n",
        f"{hashlib.sha256(WORLD.encode()).hexdigest()}  world.yaml\n",
    ]
    assert facts_digest(base.files) == hashlib.sha256("".join(lines).encode()).hexdigest()
    assert facts_digest(reversed(base.files)) == facts_digest(base.files)
    changed = [FactFile(base.files[0].path, "0" * 64), base.files[1]]
    assert facts_digest(changed) != facts_digest(base.files)


def test_a_file_whose_records_are_left_empty_has_none_yet(
    write: Write, kinds: dict[str, Kind]
) -> None:
    empty = "facts: v1\ncollected_on: 2020-12-31\nrecords:\n  # - id: x\n"
    base = load_facts(write({"a.yaml": WORLD, "b.yaml": empty}), kinds, settings=Settings())
    assert [file.path for file in base.files] == ["a.yaml", "b.yaml"]
    assert {record.file for record in base.records.values()} == {"a.yaml"}


def test_reserved_files_are_no_facts(write: Write, kinds: dict[str, Kind]) -> None:
    plain = load_facts(write({"world.yaml": WORLD}), kinds)
    files = {"isocheck.yaml": "lang: vi\n", "audit.sqlite": b"\0"}
    with_reserved = load_facts(write({"world.yaml": WORLD, **files}), kinds)
    assert with_reserved.files == plain.files


def test_waivers_are_refused_as_long_as_nothing_weighs_them(
    write: Write, kinds: dict[str, Kind]
) -> None:
    with pytest.raises(InputProblems) as caught:
        load_facts(write({"world.yaml": WORLD, "waivers.yaml": "waivers: []\n"}), kinds)
    assert [(p.code, str(p.location)) for p in caught.value.problems] == [
        ("files.waivers", "waivers.yaml")
    ]


def test_collected_kinds(write: Write, kinds: dict[str, Kind]) -> None:
    of_packs = {"plan_year"}
    in_facts = set(kinds) - of_packs
    for text, expected in (
        ("lang: vi\n", of_packs),
        ("collected: [commune, report]\n", {"commune", "report"} | of_packs),
        ("collected: all\n", in_facts | of_packs),
        ("collected: null\n", of_packs),
    ):
        folder = write({"world.yaml": WORLD, "isocheck.yaml": text})
        assert load_facts(folder, kinds, (), read_settings(folder)).collected == expected


def test_settings_are_read(write: Write) -> None:
    text = (
        "profile: lang-son-2018-2020\nas_of: 2020-12-31\nlang: en\ncollected: [commune]\n"
        "collected_on: 2020-11-30\naudit: true\n"
    )
    settings = read_settings(write({"isocheck.yaml": text}))
    assert settings.profile == "lang-son-2018-2020"
    assert settings.as_of == date(2020, 12, 31)
    assert settings.lang == "en"
    assert settings.collected == {"commune"}
    assert settings.collected_on == date(2020, 11, 30)
    assert settings.audit is True
    assert read_settings(write({"isocheck.yaml": "# nothing\n"})) == Settings()


def test_without_settings_nothing_is_set(write: Write) -> None:
    assert read_settings(write({"a.yaml": WORLD})) == Settings()


def test_unicode_spellings_of_an_id_are_one_id(write: Write, kinds: dict[str, Kind]) -> None:
    composed = "xã-hòa"
    decomposed = unicodedata.normalize("NFD", composed)
    text = WORLD + f"- {{id: {composed}, kind: province, name: X, parent: {decomposed}}}\n"
    with pytest.raises(InputProblems) as caught:
        load_facts(write({"a.yaml": text}), kinds)
    assert [p.code for p in caught.value.problems] == ["facts.parent-cycle"]


def test_a_case_of_a_pack_is_checked_like_a_folder(kinds: dict[str, Kind]) -> None:
    reference = reference_records(_items("- {id: y18, kind: plan_year, name: 2018}"), kinds, "r")
    facts = "- {id: ls, kind: province, name: P}\n"
    facts += "- {id: d1, kind: district, name: D, parent: ls, established_on: 2001-01-01}\n"
    base = records_of_case(_items(facts), kinds, reference, "t.yaml", collected=("all",))
    assert list(base.records) == ["y18", "ls", "d1"]
    assert "district" in base.collected
    bad = _items(facts.replace("parent: ls", "parent: lc"))
    with pytest.raises(InputProblems) as caught:
        records_of_case(bad, kinds, reference, "t.yaml")
    assert [(p.code, str(p.location)) for p in caught.value.problems] == [
        ("facts.dangling", "t.yaml:2")
    ]
    assert records_of_case(_items("[]"), kinds, (), "t.yaml").records == {}


def test_records_of_a_pack_are_checked(kinds: dict[str, Kind]) -> None:
    with pytest.raises(InputProblems) as caught:
        reference_records(
            _items("- {id: a, kind: plan_year, nam: x}\n- {id: a, kind: plan_year}"), kinds, "r"
        )
    codes = [p.code for p in caught.value.problems]
    assert codes == ["facts.unknown-field", "facts.duplicate-id"]


def test_check_records_adds_to_the_problems(kinds: dict[str, Kind]) -> None:
    problems = []
    nodes = _items("- {id: a, kind: province, name: P}\n- {id: b, kind: province}")
    records = check_records(nodes, kinds, "f", date(2020, 1, 1), problems)
    assert [record.id for record in records] == ["a", "b"]
    assert [problem.code for problem in problems] == ["facts.required-absent"]


def test_many_records_of_a_long_chain_of_parents(write: Write, kinds: dict[str, Kind]) -> None:
    """A chain of 20,000 parents is walked once, in any order, and told where 51 stand above."""
    chain = [f"- {{id: p{n}, kind: province, name: P, parent: p{n + 1}}}" for n in range(20_000)]
    chain.append("- {id: p20000, kind: province, name: P}")
    random.Random(1).shuffle(chain)
    with pytest.raises(InputProblems) as caught:
        load_facts(write({"a.yaml": HEAD + "\n".join(chain) + "\n"}), kinds)
    (problem,) = caught.value.problems
    assert (problem.code, problem.where) == ("facts.parents-deep", "p19949: parent")
    assert render(problem, "en").endswith(
        "more than 50 bodies stand above this one, each below the next. "
        "Name the body directly above: no administration has so many levels."
    )


def test_fifty_bodies_may_stand_above_one(write: Write, kinds: dict[str, Kind]) -> None:
    chain = [f"- {{id: p{n}, kind: province, name: P, parent: p{n + 1}}}" for n in range(50)]
    chain.append("- {id: p50, kind: province, name: P}")
    assert len(load_facts(write({"a.yaml": HEAD + "\n".join(chain) + "\n"}), kinds).records) == 51


def _items(text: str) -> Items:
    node = read_yaml(text, "t.yaml")
    assert isinstance(node, Items)
    return node


def test_the_files_of_a_folder_may_come_from_anywhere(kinds: dict[str, Kind]) -> None:
    missing = Path("/does/not/exist")
    with pytest.raises(InputProblems):
        read_settings(missing)
    with pytest.raises(InputProblems):
        load_facts(missing, kinds)


def test_any_record_may_have_a_name_in_yaml_and_in_a_table(
    write: Write, kinds: dict[str, Kind]
) -> None:
    """§2: `name` is required of bodies and catalogues and may be given to any record."""
    own = [kind for kind in kinds.values() if not kind.reference]
    yaml = HEAD + "".join(
        f"- {{id: x-{kind.id}, kind: {kind.id}, name: Tên {kind.id}"
        f"{', parent: ls' if 'parent' in kind.fields else ''}}}\n"
        for kind in own
    )
    table = "id,kind,name,parent\n" + "".join(
        f"y-{kind.id},{kind.id},Tên khác {kind.id},{'ls' if 'parent' in kind.fields else ''}\n"
        for kind in own
    )
    base = load_facts(write({"world.yaml": WORLD, "a.yaml": yaml, "b.csv": table}), kinds)
    assert len(own) > 10
    for kind in own:
        for first in "xy":
            assert base.records[f"{first}-{kind.id}"].values["name"].startswith("Tên ")
