"""What stands behind a number: the members of each aggregate that was compared (design §7)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from helpers import THING, WORLD, Judged, pack, rule, thing
from isocheck.finding import Tallied, Tally


def law(derived: str, condition: str, *, mode: str = "always: true", kinds: str = "commune") -> Any:
    return pack(
        rule("r", f"require: {condition}\n{mode}", kinds=kinds),
        kinds=THING,
        derived=f"v: {{for: [{kinds}], {derived}}}",
    )


def tally(found: Judged, subject: str = "c1") -> Tally:
    (only,) = found.why("r", subject).tallies
    return only


def seen(found: Judged, subject: str = "c1") -> list[tuple[str, str | None, Any]]:
    return [(m.record, m.path, m.counts) for m in tally(found, subject).members]


COMMUNE = f"{WORLD}- {{id: c1, kind: commune, name: Xã Một, parent: d1}}\n"
PAID = COMMUNE + """
- {id: late, kind: expenditure, year: 2019, amount: 500, beneficiary: c1, spent_on: 2019-05-02}
- {id: both, kind: expenditure, year: 2019, amount: 900, spent_on: 2019-03-01, document: PC 2,
   beneficiaries: [{id: d1, amount: 600}, {id: c1, amount: 300}]}
- {id: other, kind: expenditure, year: 2019, amount: 100, beneficiary: d1, spent_on: 2019-04-01}
- {id: coming, kind: expenditure, year: 2019, amount: 50, beneficiary: c1, spent_on: 2020-04-01}
"""  # fmt: skip
SPENT = "over: expenditure.beneficiaries, where: {id: {eq: {fact: subject.id}}}, sum: amount"


def test_the_payments_behind_a_sum_are_listed_with_day_amount_and_place(judge):
    """A limit that is exceeded names what was spent, the earliest first; not what is to come."""
    found = judge(law(SPENT, "{v: {lte: 700}}"), PAID, "2019-12-31")
    assert found("r", "c1") == "violated"
    assert tally(found) == Tally(
        record="c1",
        path="v",
        day=date(2019, 12, 31),
        members=(
            Tallied(
                record="both", path="beneficiaries.1", counts=True, value=300, came_back=None,
                date=date(2019, 3, 1), at="facts.yaml:11",
            ),
            Tallied(
                record="late", path="beneficiaries.0", counts=True, value=500, came_back=None,
                date=date(2019, 5, 2), at="facts.yaml:9",
            ),
        ),
    )  # fmt: skip


def test_what_came_back_of_a_payment_is_told_apart_from_what_is_left(judge):
    facts = (
        COMMUNE
        + """
- {id: a, kind: expenditure, year: 2019, amount: 500, beneficiary: c1, spent_on: 2019-05-02,
   recovered: [{date: 2019-06-01, amount: 200}, {date: 2020-06-01, amount: 100}]}
"""
    )
    (member,) = tally(judge(law(SPENT, "{v: {lte: 1}}"), facts, "2019-12-31")).members
    assert (member.value, member.came_back) == (300, 200)


def test_what_came_back_of_nobody_in_particular_is_within_bounds(judge):
    facts = (
        COMMUNE
        + """
- {id: a, kind: expenditure, year: 2019, amount: 500, spent_on: 2019-05-02,
   beneficiaries: [{id: d1, amount: 200}, {id: c1, amount: 300}],
   recovered: [{date: 2019-06-01, amount: 250}]}
"""
    )
    (member,) = tally(judge(law(SPENT, "{v: {lte: 1}}"), facts, "2019-12-31")).members
    assert member.value == {"low": 50, "high": 250}
    assert member.came_back == {"low": 50, "high": 250}


def test_a_payment_of_which_something_is_not_known_counts_perhaps(judge):
    facts = PAID + "- {id: open, kind: expenditure, year: 2019, beneficiary: c1}\n"
    found = judge(law(SPENT, "{v: {lte: 900}}"), facts, "2019-12-31")
    assert seen(found) == [
        ("both", "beneficiaries.1", True), ("late", "beneficiaries.0", True),
        ("open", "beneficiaries.0", None),
    ]  # fmt: skip
    assert tally(found).members[-1].value is None


COMMUNES = WORLD + """
- {id: c1, kind: commune, name: Xã Một, parent: d1, unit_type: xã, established_on: 2015-01-01}
- {id: c2, kind: commune, name: Xã Hai, parent: d1, unit_type: phường}
- {id: c3, kind: commune, name: Xã Ba, parent: d1}
- {id: c4, kind: commune, name: Xã Bốn, parent: d2, unit_type: xã}
"""  # fmt: skip


def test_a_share_tells_who_counts_who_does_not_and_who_perhaps(judge):
    share = "over: commune, among: {parent: d1}, where: {unit_type: xã}, share: true"
    found = judge(law(share, "{v: {gte: 70%}}", kinds="province"), COMMUNES, "2019-12-31")
    assert seen(found, "ls") == [("c1", None, True), ("c2", None, False), ("c3", None, None)]
    assert {member.date for member in tally(found, "ls").members} == {None}


@pytest.mark.parametrize(
    ("operation", "members"),
    [
        ("count: true", [("c1", True, None), ("c3", None, None), ("c4", True, None)]),
        ("any: true", [("c1", True, None), ("c3", None, None), ("c4", True, None)]),
        ("distinct: parent", [("c1", True, "d1"), ("c3", None, "d1"), ("c4", True, "d2")]),
    ],
)
def test_what_is_counted_is_named(judge, operation, members):
    derived = f"over: commune, where: {{unit_type: xã}}, {operation}"
    condition = "{v: true}" if operation.startswith("any") else "{v: {gte: 9}}"
    found = judge(law(derived, condition, kinds="province"), COMMUNES, "2019-12-31")
    assert [(m.record, m.counts, m.value) for m in tally(found, "ls").members] == members


@pytest.mark.parametrize("operation", ["max: day", "min: day", "latest: day, take: day"])
def test_entries_are_named_by_where_they_stand_in_their_record(judge, operation):
    facts = WORLD + thing("entries: [{day: 2019-02-01}, {day: 2019-01-01}]")
    found = judge(law(f"over: entries, {operation}", "{v: 2018-01-01}", kinds="thing"), facts,
                  "2019-12-31")  # fmt: skip
    members = tally(found, "x").members
    assert [(m.record, m.path, m.value) for m in members] == [
        ("x", "entries.0", date(2019, 2, 1)), ("x", "entries.1", date(2019, 1, 1)),
    ]  # fmt: skip


def test_a_number_behind_a_number_a_condition_and_a_reference_has_its_members_too(judge):
    """What is added up, what `holds`, and what is read through a reference."""
    added = pack(
        rule("r", "require: {w: {lte: 700}}\nalways: true", kinds="commune"),
        kinds=THING,
        derived=f"v: {{for: [commune], {SPENT}}}\nw: {{for: [commune], add: [v, v]}}",
    )
    assert len(tally(judge(added, PAID, "2019-12-31")).members) == 2
    held = pack(
        rule("r", "require: {w: true}\nalways: true", kinds="commune"),
        derived=f"v: {{for: [commune], {SPENT}}}\nw: {{for: [commune], holds: {{v: {{lte: 1}}}}}}",
    )
    assert len(tally(judge(held, PAID, "2019-12-31")).members) == 2
    beyond = pack(
        rule("r", "require: {parent.v: {gte: 9}}\nalways: true", kinds="commune"),
        derived="v: {for: [district], over: commune, where: {parent: {eq: {fact: subject.id}}}, "
        "count: true}",
    )
    assert [m.record for m in tally(judge(beyond, COMMUNE, "2019-12-31")).members] == ["c1"]


def test_a_list_of_what_the_facts_hold_and_a_count_of_nothing_need_no_tally(judge):
    words = law("over: commune, list: unit_type", "{v: {has: thị trấn}}", kinds="province")
    listed = judge(words, COMMUNES, "2019-12-31")
    assert listed.why("r", "ls").tallies == ()
    nothing = judge(law(SPENT, "{v: {gte: 1}}"), COMMUNE, "2019-12-31")
    assert nothing.why("r", "c1").tallies == ()


def test_a_number_read_for_two_days_has_a_tally_of_each_day_where_they_differ(judge):
    """§4: after the due day the rule is judged on that day, then on the day of the run."""
    found = judge(law(SPENT, "{v: {gte: 900}}", mode="due: 2019-04-30"), PAID, "2019-12-31")
    assert [(t.day, len(t.members)) for t in found.why("r", "c1").tallies] == [
        (date(2019, 4, 30), 1), (date(2019, 12, 31), 2),
    ]  # fmt: skip
    alike = judge(law(SPENT, "{v: {gte: 900}}", mode="due: 2019-11-30"), PAID, "2019-12-31")
    assert [(t.day, len(t.members)) for t in alike.why("r", "c1").tallies] == [
        (date(2019, 12, 31), 2),
    ]  # fmt: skip
