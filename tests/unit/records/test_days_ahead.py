"""Days after the one on which a file was collected (design §2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest

from isocheck.errors import InputProblems, Problem
from isocheck.messages import render
from isocheck.records.base import FactBase
from isocheck.records.folder import load_facts
from isocheck.records.kinds.kind import FieldSpec, Kind
from isocheck.records.settings import read_settings
from unit.records.conftest import HEAD, WORLD, Files, Write

COMMUNE = "- {{id: c1, kind: commune, name: Xã Một, parent: d1, {}}}\n"
Load = Callable[[Files], FactBase]
Told = Callable[[Files], list[Problem]]


@pytest.fixture
def load(write: Write, kinds: dict[str, Kind]) -> Load:
    """Load a folder with these files."""

    def loaded(files: Files) -> FactBase:
        folder = write(files)
        return load_facts(folder, kinds, (), read_settings(folder))

    return loaded


@pytest.fixture
def told(load: Load) -> Told:
    """Return the problems of a folder with these files."""

    def problems(files: Files) -> list[Problem]:
        try:
            load(files)
        except InputProblems as error:
            return error.problems
        return []

    return problems


EVENTS = [
    "nominated: [{date: 2081-03-01, year: 2020}]",
    "qms: {announcements: [{date: 2081-03-01}]}",
    "qms: {announcements: [{date: 2020-03-01, posted_on: 2081-03-01}]}",
    "qms: {announcements: [{date: 2020-03-01, sent_on: 2081-03-01}]}",
    "qms: {announcements: [{date: 2020-03-01, withdrawn_on: 2081-03-01}]}",
    "qms: {leadership: {date: 2081-03-01}}",
    "new_rural_standard: {date: 2081-03-01}",
    "maintenance: [{date: 2081-03-01}]",
    "procedures: [{code: '1', published_on: 2081-03-01}]",
]


@pytest.mark.parametrize("fields", EVENTS)
def test_what_has_happened_lies_not_after_the_day_of_its_file(told: Told, fields: str) -> None:
    (problem,) = told({"a.yaml": WORLD + COMMUNE.format(fields)})
    assert problem.code == "facts.after-collected"
    en, vi = render(problem, "en"), render(problem, "vi")
    assert en.startswith("a.yaml:7: c1: ")
    assert "2081-03-01 is after 2020-12-31" in en
    assert "(a.yaml:2)" in en
    assert "'collected_on'" in en
    assert "2081-03-01 sau ngày thu thập thông tin là 2020-12-31 (a.yaml:2)" in vi
    earlier = fields.replace("2081-03-01", "2020-12-31")
    assert told({"a.yaml": WORLD + COMMUNE.format(earlier)}) == []


AHEAD = [  # effect days of decisions, days asked for, years
    ("qms: {{adopted_on: {}}}", 1),
    ("qms: {{adopted_on: 2018-01-01, ended_on: {}}}", 1),
    ("qms: {{standard: [{{version: '2015', from: {}}}]}}", 1),
    ("qms: {{scope: [{{covers: all, from: {}}}]}}", 1),
    ("established_on: {}", 1),
    ("dissolved_on: {}", 1),
    ("procedures: [{{code: '1', repealed_on: {}}}]", 1),
]


@pytest.mark.parametrize(("fields", "years"), AHEAD)
def test_what_is_decided_ahead_lies_near(told: Told, fields: str, years: int) -> None:
    near = fields.format(f"{2020 + years}-12-31")
    assert told({"a.yaml": WORLD + COMMUNE.format(near)}) == []
    for day in (f"{2021 + years}-01-01", "2081-01-01"):
        (problem,) = told({"a.yaml": WORLD + COMMUNE.format(fields.format(day))})
        assert problem.code == "facts.too-far-ahead"
        assert f"{day} is more than {years} year(s) after 2020-12-31" in render(problem, "en")
        assert f"quá {years} năm" in render(problem, "vi")


PLANNED = [
    ("- {{id: q, kind: report_request, date: 2020-01-01, due_on: {}-12-31}}", 2025, 2026),
    ("- {{id: p, kind: expenditure, year: {}}}", 2030, 2031),
    ("- {{id: r, kind: report, period: 2018-{}}}", 2030, 2031),
    ("- {{id: k, kind: activity, year: {}}}", 2030, 2031),
]


@pytest.mark.parametrize(("record", "last", "over"), PLANNED)
def test_what_is_asked_for_or_planned_has_a_bound_too(
    told: Told, record: str, last: int, over: int
) -> None:
    assert told({"a.yaml": WORLD + record.format(last)}) == []
    (problem,) = told({"a.yaml": WORLD + record.format(over)})
    assert problem.code == "facts.too-far-ahead"


def test_every_day_and_year_that_core_declares_has_a_bound(kinds: dict[str, Kind]) -> None:
    def unbounded(fields: Mapping[str, FieldSpec], path: str) -> Iterator[str]:
        for name, spec in fields.items():
            if spec.type in {"day", "year", "period"} and spec.ahead is None:
                yield f"{path}.{name}"
            inner = spec.of or spec
            yield from unbounded(inner.fields, f"{path}.{name}")

    core = [kind for kind in kinds.values() if kind.pack == "core"]
    assert [path for kind in core for path in unbounded(kind.fields, kind.id)] == []


def test_of_a_table_the_settings_say_when_it_was_collected(told: Told) -> None:
    (problem,) = told(
        {
            "isocheck.yaml": "lang: vi\ncollected_on: 2020-12-31\n",
            "a.yaml": WORLD,
            "expenditure.csv": "Mã khoản chi,Ngày chi\np1,31/12/2020\np2,01/01/2021\n",
        }
    )
    assert render(problem, "en").startswith("expenditure.csv:3: p2: Ngày chi: 01/01/2021 is after")
    assert "(isocheck.yaml:2)" in render(problem, "en")


def test_many_days_after_it_tell_of_the_day_of_the_file_alone(told: Told) -> None:
    entries = "".join(
        f"- {{id: p{n}, kind: expenditure, spent_on: 2020-0{n}-01}}\n" for n in range(1, 7)
    )
    text = HEAD.replace("2020-12-31", "2002-12-31") + entries
    (problem,) = told({"a.yaml": text})
    assert problem.code == "facts.many-after-collected"
    assert render(problem, "en").startswith(
        "a.yaml:2: collected_on: 6 days of the file are after 2002-12-31, the day on which its "
        "facts were collected: 2020-01-01 to 2020-06-01, the first at a.yaml:4."
    )
    five = text.replace(entries.splitlines()[0] + "\n", "")
    assert [p.code for p in told({"a.yaml": five})] == ["facts.after-collected"] * 5


def test_days_decided_ahead_are_kept_with_their_place(load: Load) -> None:
    base = load({"a.yaml": WORLD + COMMUNE.format("qms: {adopted_on: 2021-01-01}")})
    (file,) = base.files
    (ahead,) = file.ahead
    assert (ahead.record, ahead.spec.name, str(ahead.at)) == ("c1", "adopted_on", "a.yaml:7")


def test_a_table_that_does_not_say_when_it_was_collected_keeps_its_last_day(load: Load) -> None:
    table = "Mã khoản chi,Ngày chi\np1,31/12/2020\np2,01/01/2081\n"
    base = load({"a.yaml": WORLD, "expenditure.csv": table})
    assert {f.path: str(f.latest) for f in base.files} == {
        "a.yaml": "None",
        "expenditure.csv": "2081-01-01",
    }
