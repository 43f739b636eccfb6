"""What is left out: not known, none because the kinds say so, none because the file is complete."""

from __future__ import annotations

from typing import Any

import pytest

from isocheck.records.base import FactBase
from isocheck.records.folder import load_facts, where_is
from isocheck.records.kinds.kind import Kind
from isocheck.records.settings import read_settings
from isocheck.source.nodes import Fields
from unit.records.conftest import HEAD, WORLD, Files, Write

COMMUNE = "- {id: c1, kind: commune, name: Xã, parent: d1"
NOT_THERE = object()


@pytest.fixture
def load(write: Write, kinds: dict[str, Kind]) -> Any:
    def loaded(files: Files) -> FactBase:
        folder = write({"world.yaml": WORLD, **files})
        return load_facts(folder, kinds, (), read_settings(folder))

    return loaded


def head(complete: str) -> str:
    return HEAD.replace("records:", f"complete: {complete}\nrecords:")


def at(values: Fields, path: str) -> Any:
    """What stands at a path, `NOT_THERE` where it is not known."""
    node: Any = values
    for part in path.split("."):
        if node is None:
            return NOT_THERE
        node = node[int(part)] if part.isdigit() else node.get(part, NOT_THERE)
        if node is NOT_THERE:
            return node
    return node


def test_a_day_that_ends_something_is_none_where_nobody_wrote_it(load: Any) -> None:
    """§2: `dissolved_on`, `repealed_on`, `ended_on`, `withdrawn_on`: it has not ended."""
    values = load({"a.yaml": HEAD + COMMUNE + (
        ", nominated: [{date: 2018-01-01}, {date: 2019-01-01, withdrawn_on: 2019-02-01}],"
        " qms: {adopted_on: 2018-01-01, announcements: [{date: 2018-02-01}]},"
        " procedures: [{code: A}]}\n"
    )}).records["c1"].values  # fmt: skip
    for path in (
        "dissolved_on", "qms.ended_on", "qms.announcements.0.withdrawn_on",
        "nominated.0.withdrawn_on", "procedures.0.repealed_on",
    ):  # fmt: skip
        assert at(values, path) is None
    assert str(at(values, "nominated.1.withdrawn_on")) == "2019-02-01"


def test_a_day_of_beginning_that_is_left_out_lies_long_ago(load: Any) -> None:
    values = load({"a.yaml": HEAD + COMMUNE + ", procedures: [{code: A}]}\n"}).records["c1"].values
    assert at(values, "established_on") is None
    assert at(values, "procedures.0.published_on") is None


@pytest.mark.parametrize(
    ("fields", "known"),
    [
        ("type: training", None),
        ("type: đào tạo, period: 2018-2020", "2018-2020"),
        ("type: training, year: 2019, period: null", None),
        ("type: null", None),
        ("type: final-review, year: 2020", NOT_THERE),
        ("type: sơ kết", NOT_THERE),
        ("year: 2020", NOT_THERE),
    ],
)
def test_an_activity_without_a_period_has_none_but_a_review(
    fields: str, known: object, load: Any
) -> None:
    """`unless: {FIELD: [WORD]}`: not known where the field is one of the words, or not known."""
    told = load({"a.yaml": HEAD + f"- {{id: a1, kind: activity, {fields}}}\n"})
    assert at(told.records["a1"].values, "period") == known


@pytest.mark.parametrize(
    ("fields", "known"),
    [
        ("", []),
        (", established_on: null", []),
        (", established_on: 2020-01-01", NOT_THERE),
        (", established_on: 2020-01-01, predecessors: []", []),
        (", predecessors: null", None),
    ],
)
def test_a_unit_of_long_ago_was_made_of_no_other(fields: str, known: object, load: Any) -> None:
    """§2: none where `established_on` is absent too, not known where it is there."""
    values = load({"a.yaml": HEAD + COMMUNE + fields + "}\n"}).records["c1"].values
    assert at(values, "predecessors") == known


def test_every_other_absence_stays_unknown(load: Any) -> None:
    values = load({"a.yaml": HEAD + COMMUNE + ", qms: {}, nominated: [{date: 2018-01-01}]}\n"})
    values = values.records["c1"].values
    for path in (
        "code", "new_rural_standard", "committee_member", "maintenance", "procedures",
        "qms.adopted_on", "qms.scope", "qms.announcements", "qms.leadership", "nominated.0.year",
    ):  # fmt: skip
        assert at(values, path) is NOT_THERE


def test_nothing_is_said_below_a_group_that_is_none_or_not_known(load: Any) -> None:
    for fields, known in (("", NOT_THERE), (", qms: null", None)):
        values = load({"a.yaml": HEAD + COMMUNE + fields + "}\n"}).records["c1"].values
        assert at(values, "qms") is known
        assert at(values, "qms.ended_on") is NOT_THERE


def test_the_procedures_of_a_catalogue_are_asked_of_the_catalogue(load: Any) -> None:
    values = load({"a.yaml": head("all") + COMMUNE + ", procedures: {catalogue: tthc}}\n"})
    assert values.records["c1"].values["procedures"] == {"catalogue": "tthc"}


LISTS = ("nominated", "maintenance", "qms.announcements")
GROUPS = ("committee_member", "new_rural_standard", "qms.leadership", "qms.it_link")
NEVER = (
    "code", "unit_type", "qms.adopted_on", "qms.framework_model", "qms.self_built",
    "qms.standard", "qms.scope", "procedures",
)  # fmt: skip


def test_in_a_complete_file_lists_are_empty_and_groups_none(load: Any) -> None:
    """§2: days, amounts, words and references never become known by it, nor lists needed."""
    values = load({"a.yaml": head("all") + COMMUNE + ", qms: {}}\n"}).records["c1"].values
    assert [at(values, path) for path in LISTS] == [[]] * len(LISTS)
    assert [at(values, path) for path in GROUPS] == [None] * len(GROUPS)
    assert [at(values, path) for path in NEVER] == [NOT_THERE] * len(NEVER)


def test_a_file_that_is_not_complete_says_nothing_of_them(load: Any) -> None:
    files = {"b.yaml": head("all") + "- {id: c2, kind: commune, name: Xã Hai, parent: d1}\n"}
    base = load({"a.yaml": HEAD + COMMUNE + ", qms: {}}\n", **files})
    values = base.records["c1"].values
    assert {at(values, path) for path in (*LISTS, *GROUPS)} == {NOT_THERE}
    assert base.records["c1"].complete_at is None
    assert at(base.records["c2"].values, "nominated") == []


def test_a_group_that_is_left_out_of_a_complete_file_is_none(load: Any) -> None:
    values = load({"a.yaml": head("all") + COMMUNE + "}\n"}).records["c1"].values
    assert at(values, "qms") is None
    assert at(values, "qms.announcements") is NOT_THERE


def test_what_is_written_stays_as_written(load: Any) -> None:
    written = ", maintenance: null, nominated: [{date: 2018-01-01}], new_rural_standard: {}}\n"
    values = load({"a.yaml": head("all") + COMMUNE + written}).records["c1"].values
    assert at(values, "maintenance") is None
    assert len(at(values, "nominated")) == 1
    assert at(values, "new_rural_standard") == {}


def test_only_the_fields_that_are_named_become_known(load: Any) -> None:
    values = load(
        {"a.yaml": head("[maintenance, qms.announcements]") + COMMUNE + ", qms: {}}\n"}
    ).records["c1"].values  # fmt: skip
    assert at(values, "maintenance") == []
    assert at(values, "qms.announcements") == []
    others = {*LISTS, *GROUPS} - {"maintenance", "qms.announcements"}
    assert {at(values, path) for path in others} == {NOT_THERE}


def test_a_list_below_a_group_that_is_not_known_is_not_known(load: Any) -> None:
    values = load({"a.yaml": head("[qms.announcements]") + COMMUNE + "}\n"}).records["c1"].values
    assert at(values, "qms") is NOT_THERE


@pytest.mark.parametrize(
    ("complete", "known"),
    [
        ("all", NOT_THERE),
        ("tất cả", NOT_THERE),
        ("Tất  cả", NOT_THERE),
        ("[procedures.replaces]", []),
    ],
)
def test_lists_inside_entries_become_known_only_where_they_are_named(
    complete: str, known: object, load: Any
) -> None:
    text = head(complete) + COMMUNE + ", procedures: [{code: A}]}\n"
    assert at(load({"a.yaml": text}).records["c1"].values, "procedures.0.replaces") == known


def test_predecessors_are_none_in_a_complete_file_though_the_unit_is_new(load: Any) -> None:
    text = head("all") + COMMUNE + ", established_on: 2020-01-01}\n"
    assert at(load({"a.yaml": text}).records["c1"].values, "predecessors") == []


TABLE = "id,name,parent,new_rural_standard.date\nc1,Xã,d1,2019-11-20\nc2,Xã Hai,d1,\n"


def test_a_table_is_declared_complete_in_the_settings(load: Any) -> None:
    settings = "complete:\n  sub/commune.csv: all\n"
    base = load({"sub/commune.csv": TABLE, "isocheck.yaml": settings})
    first, second = base.records["c1"].values, base.records["c2"].values
    assert at(first, "new_rural_standard.date") is not NOT_THERE
    assert at(second, "new_rural_standard") is None
    assert [at(second, path) for path in ("qms", "nominated", "procedures")] == [
        None, [], NOT_THERE,
    ]  # fmt: skip
    plain = load({"sub/commune.csv": TABLE, "isocheck.yaml": "lang: vi\n"})
    assert at(plain.records["c2"].values, "nominated") is NOT_THERE


def test_where_a_declared_none_stands(load: Any) -> None:
    """§2: `at` names the line of `complete`; for a table that of the settings."""
    settings = "lang: vi\ncomplete:\n  commune.csv: [nominated, qms]\n"
    yaml = head("all").replace("facts: v1", "facts: v1\nsource: x") + (
        "\n- id: c9\n  kind: commune\n  name: Xã Chín\n  parent: d1\n"
        "  qms:\n    adopted_on: 2018-01-01\n"
    )
    base = load({"a.yaml": yaml, "commune.csv": TABLE, "isocheck.yaml": settings})
    of_table, of_yaml = base.records["c2"], base.records["c9"]
    assert where_is(of_table, ("nominated",)) == "isocheck.yaml:3"
    assert where_is(of_table, ("qms", "announcements")) == "isocheck.yaml:3"
    assert where_is(of_table, ("maintenance",)) == "commune.csv:3"
    assert where_is(of_yaml, ("nominated",)) == "a.yaml:4"
    assert where_is(of_yaml, ("qms", "announcements")) == "a.yaml:4"
    # what the kinds say of an absence stands nowhere: the record, or the group it is left out of
    assert where_is(of_yaml, ("dissolved_on",)) == "a.yaml:7"
    assert where_is(of_yaml, ("qms", "ended_on")) == "a.yaml:12"
