"""Derived values and aggregates, of known members and of doubtful ones (design §2, §4, §5)."""
# ruff: noqa: E501, PLR0913

from __future__ import annotations

import pytest

from helpers import THING, WORLD, department, pack, rule, thing

WORDS = {"satisfied": True, "violated": False, "indeterminate": None}


def truth(judge, derived: str, condition: str, facts: str, *, kind: str = "thing", subject: str = "x",
          day: str = "2019-12-31", **about) -> bool | None:  # fmt: skip
    """Return what a condition on the derived value `v` comes to."""
    law = pack(
        rule("r", f"require: {condition}\nalways: true", kinds=kind),
        kinds=THING,
        derived=f"v: {{for: [{kind}], {derived}}}",
    )
    return WORDS[judge(law, WORLD + facts, day, **about)("r", subject)]


THREE = "entries: [{n: 5, day: 2019-01-01, s: a}, {n: 7, day: 2019-03-01, s: b}, {n: 5, day: 2019-02-01, s: a}]"


@pytest.mark.parametrize(
    ("derived", "value"),
    [
        ("count: true", "3"),
        ("sum: n", "17"),
        ("min: n", "5"),
        ("max: n", "7"),
        ("min: day", "2019-01-01"),
        ("max: day", "2019-03-01"),
        ("latest: day, take: s", "b"),
        ("latest: day, take: n", "7"),
        ("any: true", "true"),
        ("distinct: s", "2"),
        ("where: {s: a}, count: true", "2"),
        ("where: {s: a}, sum: n", "10"),
        ("where: {s: c}, count: true", "0"),
        ("among: {n: {gte: 0}}, where: {s: a}, share: true", "2/3"),
        ("among: {n: {gte: 0}}, where: {s: c}, share: true", "0"),
        ("where: {s: c}, any: true", "false"),
        ("where: {s: c}, sum: n", "0"),
        ("where: {s: c}, min: n", "null"),
        ("where: {s: c}, max: day", "null"),
        ("where: {s: c}, latest: day, take: s", "null"),
        ("where: {s: c}, distinct: s", "0"),
        ("among: {s: c}, where: {n: 5}, share: true", "null"),
        ("where: {n: {lt: {fact: subject.n}}}, count: true", "2"),
    ],
)
def test_each_operation_on_the_entries_of_a_list(judge, derived, value):
    """packs: what each operation gives, and of nothing."""
    between = "{v: {gt: 66%, lt: 67%}}"  # two thirds cannot be written
    condition = between if value == "2/3" else f"{{v: {value}}}"
    assert truth(judge, f"over: entries, {derived}", condition, thing(f"n: 6, {THREE}")) is True


@pytest.mark.parametrize("entries", ["entries: []", "entries: null"])
@pytest.mark.parametrize(
    ("derived", "value"),
    [("count: true", "0"), ("sum: n", "0"), ("min: n", "null"), ("max: day", "null"),
     ("latest: day, take: s", "null"), ("any: true", "false"), ("among: {n: 1}, where: {s: a}, share: true", "null"),
     ("distinct: s", "0")],
)  # fmt: skip
def test_each_operation_on_nothing(judge, entries, derived, value):
    """§4: count and sum of nothing are 0; min, max, latest and share of nothing are null."""
    assert truth(judge, f"over: entries, {derived}", f"{{v: {value}}}", thing(entries)) is True


@pytest.mark.parametrize(
    "derived", ["count: true", "sum: n", "min: n", "max: day", "latest: day, take: s", "any: true",
                "among: {n: 1}, where: {s: a}, share: true", "distinct: s"],
)  # fmt: skip
def test_a_list_that_is_not_written_gives_nothing_known(judge, derived):
    """§2: a field that is absent is not known."""
    assert truth(judge, f"over: entries, {derived}", "{v: {exists: true}}", thing()) in (None, True)
    values = {"any: true": "true", "latest: day, take: s": "a", "max: day": "2019-01-01"}
    value = values.get(derived, "1")
    assert truth(judge, f"over: entries, {derived}", f"{{v: {value}}}", thing()) is None


def test_a_list_gives_its_texts_without_repetition_and_none_of_nothing(judge):
    """packs: `list` gives the texts; of nothing, []."""
    derived = "over: entries, list: s"
    assert truth(judge, derived, "{v: {has: b}}", thing(THREE)) is True
    assert truth(judge, derived, "{v: {has: c}}", thing(THREE)) is False
    assert truth(judge, derived, "{v: {empty: true}}", thing("entries: []")) is True
    assert truth(judge, derived, "{v: {empty: true}}", thing(THREE)) is False
    assert truth(judge, derived, "{v: {has: b}}", thing("entries: [{s: a}, {n: 1}]")) is None


def test_a_list_with_an_entry_that_is_not_known_still_holds_the_others(judge):
    """§4: indeterminate is only what the facts do not decide."""
    derived = "over: entries, list: s"
    assert truth(judge, derived, "{v: {has: a}}", thing("entries: [{s: a}, {n: 1}]")) is True
    assert truth(judge, derived, "{v: {empty: true}}", thing("entries: [{s: a}, {n: 1}]")) is False


def test_the_first_entry_that_is_skipped_is_the_one_of_the_first_day(judge):
    """packs: the first version of the scope is no change, wherever it is written."""
    for first, second in (("2019-01-01", "2019-06-01"), ("2019-06-01", "2019-01-01")):
        facts = department(
            "qms: {adopted_on: 2018-01-01, ended_on: null, scope:"
            f" [{{from: {first}, covers: []}}, {{from: {second}, covers: all}}]}}"
        ).removeprefix(WORLD)
        law = pack(
            rule("late", "require: {qms.scope.changed_on: 2019-06-01}\nalways: true"),
            rule("none", "require: {qms.scope.changed_on: null}\nalways: true"),
        )
        assert judge(law, WORLD + facts, "2019-05-31")("none") == "satisfied"
        assert judge(law, WORLD + facts, "2019-06-01")("late") == "satisfied"


def test_latest_of_two_of_the_same_day_is_what_they_agree_on(judge):
    """§4: indeterminate where the facts do not decide; the order of entries is no fact."""
    derived = "over: entries, latest: day, take: s"
    same = "entries: [{day: 2019-01-01, s: a}, {day: 2019-01-01, s: a}]"
    assert truth(judge, derived, "{v: a}", thing(same)) is True
    tie = ["{day: 2019-01-01, s: a}", "{day: 2019-01-01, s: b}"]
    for entries in (tie, tie[::-1]):
        facts = thing(f"entries: [{', '.join(entries)}]")
        assert truth(judge, derived, "{v: a}", facts) is None
        assert truth(judge, derived, "{v: b}", facts) is None


def test_latest_of_two_of_the_same_day_is_one_of_them(judge):
    """§4: indeterminate is only what the facts do not decide."""
    facts = thing("entries: [{day: 2019-01-01, s: a}, {day: 2019-01-01, s: b}]")
    assert truth(judge, "over: entries, latest: day, take: s", "{v: c}", facts) is False


def test_latest_with_a_day_that_is_not_known_may_be_that_one(judge):
    """§4: never too few."""
    derived = "over: entries, latest: day, take: s"
    facts = thing("entries: [{day: 2019-01-01, s: a}, {s: b}]")
    assert truth(judge, derived, "{v: a}", facts) is None
    assert truth(judge, derived, "{v: b}", facts) is None
    agree = thing("entries: [{day: 2019-01-01, s: a}, {s: a}]")
    assert truth(judge, derived, "{v: a}", agree) is True


def test_latest_takes_what_is_not_known_of_the_latest(judge):
    """§2: a field that is absent is not known, one of an older entry does not stand in."""
    derived = "over: entries, latest: day, take: s"
    facts = thing("entries: [{day: 2019-01-01, s: a}, {day: 2019-02-01}]")
    assert truth(judge, derived, "{v: a}", facts) is None
    older = thing("entries: [{day: 2019-01-01}, {day: 2019-02-01, s: a}]")
    assert truth(judge, derived, "{v: a}", older) is True


def test_a_member_whose_group_is_not_known_counts_as_nought_to_one(judge):
    """§4: a member whose group is not known counts in every group it may belong to as 0 to 1."""
    facts = thing("entries: [{n: 1, s: a}, {n: 1}, {n: 1, s: b}]")
    derived = "over: entries, where: {s: a}, count: true"
    assert truth(judge, derived, "{v: {gte: 1}}", facts) is True
    assert truth(judge, derived, "{v: {lte: 2}}", facts) is True
    assert truth(judge, derived, "{v: {gte: 2}}", facts) is None
    assert truth(judge, derived, "{v: {gte: 3}}", facts) is False
    assert truth(judge, derived, "{v: 0}", facts) is False
    assert truth(judge, derived, "{v: 1}", facts) is None
    some = "over: entries, where: {s: c}, any: true"
    assert truth(judge, some, "{v: true}", facts) is None
    assert truth(judge, some.replace("c", "a", 1), "{v: true}", facts) in (True, None)


def test_a_sum_takes_a_doubtful_member_as_nothing_or_all_of_it(judge):
    """§4: in every group it may belong to as 0 to 1."""
    facts = thing("entries: [{n: 5, s: a}, {n: 7}, {n: 100, s: b}]")
    derived = "over: entries, where: {s: a}, sum: n"
    assert truth(judge, derived, "{v: {gte: 5}}", facts) is True
    assert truth(judge, derived, "{v: {lte: 12}}", facts) is True
    assert truth(judge, derived, "{v: {lte: 11}}", facts) is None
    assert truth(judge, derived, "{v: {gte: 6}}", facts) is None
    assert truth(judge, derived, "{v: {gt: 12}}", facts) is False


def test_an_amount_that_is_not_known_leaves_a_sum_open_above(judge):
    """§2: a sum is a lower bound where something is not known; money is never negative."""
    facts = thing("entries: [{n: 5}, {s: a}]")
    assert truth(judge, "over: entries, sum: n", "{v: {gte: 5}}", facts) is True
    assert truth(judge, "over: entries, sum: n", "{v: {lt: 5}}", facts) is False
    assert truth(judge, "over: entries, sum: n", "{v: {lte: 1000}}", facts) is None
    assert truth(judge, "over: entries, sum: n", "{v: 5}", facts) is None


def test_least_and_greatest_with_a_value_that_is_not_known(judge):
    """§4: a value within bounds decides where both ends do."""
    facts = thing("entries: [{n: 5, day: 2019-03-01}, {s: a}]")
    assert truth(judge, "over: entries, min: n", "{v: {lte: 5}}", facts) is True
    assert truth(judge, "over: entries, min: n", "{v: {gt: 5}}", facts) is False
    assert truth(judge, "over: entries, min: n", "{v: {gte: 3}}", facts) is None
    assert truth(judge, "over: entries, max: n", "{v: {gte: 5}}", facts) is True
    assert truth(judge, "over: entries, max: n", "{v: {lte: 5}}", facts) is None
    assert truth(judge, "over: entries, max: day", "{v: {gte: 2019-03-01}}", facts) is True
    assert truth(judge, "over: entries, max: day", "{v: {lte: 2019-03-01}}", facts) is None
    assert truth(judge, "over: entries, max: day", "{v: {exists: true}}", facts) is True


def test_a_value_that_is_known_to_be_none_is_neither_least_nor_greatest(judge):
    """§4: null stands beside no ordering."""
    facts = thing("entries: [{n: 5, day: 2019-03-01}, {n: 7, day: null}]")
    assert truth(judge, "over: entries, max: day", "{v: 2019-03-01}", facts) is True
    assert truth(judge, "over: entries, min: day", "{v: 2019-03-01}", facts) is True


# shares
def communes(holding: int, failing: int, *more: str) -> str:
    records = [
        f"qms: {{adopted_on: 2018-01-01, ended_on: null}}, code: a{n}" for n in range(holding)
    ]
    records += [f"qms: null, code: b{n}" for n in range(failing)]
    return "".join(
        f"- {{id: c{n}, kind: commune, name: Xã {n}, parent: d1, {fields}}}\n"
        for n, fields in enumerate([*records, *more])
    )


SHARE = "over: commune, among: {all: [{under: {fact: subject.id}}, {in_force: true}]}, where: {qms.applied: true}, share: true"


@pytest.mark.parametrize(("holding", "least", "over"), [(139, False, False), (140, True, False), (141, True, True)])  # fmt: skip
def test_a_share_is_an_exact_fraction(judge, holding, least, over):
    """§5: shares are exact fractions, never floats."""
    facts = communes(holding, 200 - holding)
    law = pack(
        rule("least", "require: {v: {gte: {param: target}}}\nalways: true", kinds="province"),
        rule("over", "require: {v: {gt: {param: target}}}\nalways: true", kinds="province"),
        rule("exact", "require: {v: {eq: 70%}}\nalways: true", kinds="province"),
        parameters="target: {value: 70%}",
        derived=f"v: {{for: [province], {SHARE}}}",
    )
    found = judge(law, WORLD + facts, "2019-12-31")
    assert WORDS[found("least", "ls")] is least
    assert WORDS[found("over", "ls")] is over
    assert WORDS[found("exact", "ls")] is (least and not over)


@pytest.mark.parametrize(
    ("below", "above"),
    [
        ("33.33333333333333%", "33.33333333333334%"),
        ("33.333333333333333333%", "33.333333333333333334%"),
    ],
)
def test_thirds_are_exact(judge, below, above):
    """§5: shares are exact fractions, never floats; §6: every finding is the same."""
    ask = {"kind": "province", "subject": "ls"}
    facts = communes(1, 2)
    assert truth(judge, SHARE, f"{{v: {{gt: {below}}}}}", facts, **ask) is True
    assert truth(judge, SHARE, f"{{v: {{lt: {above}}}}}", facts, **ask) is True


def test_members_of_whom_nothing_is_known_bound_a_share(judge):
    """§4: a value within bounds decides where both ends do."""
    facts = communes(139, 60, "code: z")
    ask = {"kind": "province", "subject": "ls"}
    assert truth(judge, SHARE, "{v: {gte: 70%}}", facts, **ask) is None
    assert truth(judge, SHARE, "{v: {gt: 70%}}", facts, **ask) is False
    assert truth(judge, SHARE, "{v: {gte: 69.5%}}", facts, **ask) is True


def test_members_whose_group_is_not_known_bound_a_share_on_both_sides_of_the_bar(judge):
    """§4: such a member counts as 0 to 1, above and below the bar at once."""
    share = "over: commune, among: {unit_type: xã}, where: {qms.applied: true}, share: true"
    system = "qms: {adopted_on: 2018-01-01, ended_on: null}"
    members = [f"unit_type: xã, {system}"] * 7 + ["unit_type: xã, qms: null"] * 3
    ask = {"kind": "province", "subject": "ls"}
    failing = communes(0, 0, *members, "qms: null")  # 7/10 or 7/11
    assert truth(judge, share, "{v: {gte: 70%}}", failing, **ask) is None
    assert truth(judge, share, "{v: {gt: 70%}}", failing, **ask) is False
    assert truth(judge, share, "{v: {gte: 63%}}", failing, **ask) is True
    holding = communes(0, 0, *members, system)  # 7/10 or 8/11
    assert truth(judge, share, "{v: {gte: 70%}}", holding, **ask) is True
    assert truth(judge, share, "{v: {lte: 70%}}", holding, **ask) is None
    assert truth(judge, share, "{v: {gt: 73%}}", holding, **ask) is False
    lone = communes(0, 0, system)  # 1/1 or nothing at all
    assert truth(judge, share, "{v: {gte: 70%}}", lone, **ask) is None
    assert truth(judge, share, "{v: {lt: 70%}}", lone, **ask) is False


# registers
@pytest.mark.parametrize(
    ("derived", "condition", "holds"),
    [
        ("count: true", "{v: {gte: 2}}", True),
        ("count: true", "{v: {lte: 2}}", None),
        ("count: true", "{v: {lt: 2}}", False),
        ("count: true", "{v: {gte: 3}}", None),
        ("sum: amount", "{v: {gte: 12}}", True),
        ("sum: amount", "{v: {lte: 12}}", None),
        ("sum: amount", "{v: {lt: 12}}", False),
        ("min: amount", "{v: {lte: 5}}", True),
        ("min: amount", "{v: {gte: 5}}", None),
        ("max: amount", "{v: {gte: 7}}", True),
        ("max: amount", "{v: {lte: 7}}", None),
        ("any: true", "{v: true}", True),
        ("where: {amount: 9}, any: true", "{v: true}", None),
        ("where: {amount: 9}, count: true", "{v: 0}", None),
        ("list: document", "{v: {has: b}}", None),
        ("distinct: document", "{v: {gte: 1}}", True),
        ("distinct: document", "{v: {lte: 1}}", None),
        ("among: {amount: {gte: 0}}, where: {amount: 5}, share: true", "{v: {gte: 50%}}", None),
        ("latest: spent_on, take: document", "{v: a}", None),
    ],
)
def test_without_the_whole_register_what_is_there_is_a_lower_bound(
    judge, derived, condition, holds
):
    """§2: without `collected` a count or a sum is a lower bound, and absence decides nothing."""
    facts = (
        "- {id: e1, kind: expenditure, amount: 5, spent_on: 2019-01-01, document: a}\n"
        "- {id: e2, kind: expenditure, amount: 7, spent_on: 2019-02-01, document: a}\n"
    )
    ask = {"kind": "province", "subject": "ls"}
    partly = truth(
        judge, f"over: expenditure, {derived}", condition, facts, collected=["report"], **ask
    )
    assert partly is holds
    whole = truth(
        judge, f"over: expenditure, {derived}", condition, facts, collected=["expenditure"], **ask
    )
    assert whole is not None
    if holds is not None:
        assert whole is holds


def test_without_the_whole_register_a_list_still_holds_what_is_there(judge):
    """§4: indeterminate is only what the facts do not decide."""
    facts = "- {id: e1, kind: expenditure, amount: 5, spent_on: 2019-01-01, document: a}\n"
    ask = {"kind": "province", "subject": "ls", "collected": []}
    derived = "over: expenditure, list: document"
    assert truth(judge, derived, "{v: {has: a}}", facts, **ask) is True
    assert truth(judge, derived, "{v: {empty: false}}", facts, **ask) is True


def test_a_register_without_a_record_is_nothing_only_if_it_is_collected(judge):
    """§2: a record that is absent is not known, unless its kind is declared collected."""
    for derived, condition in [("count: true", "{v: 0}"), ("sum: amount", "{v: 0}"),
                               ("max: amount", "{v: null}"), ("any: true", "{v: false}")]:  # fmt: skip
        ask = {"kind": "province", "subject": "ls"}
        derived_ = f"over: expenditure, {derived}"
        assert truth(judge, derived_, condition, "", collected="all", **ask) is True
        assert truth(judge, derived_, condition, "", collected=["expenditure"], **ask) is True
        assert truth(judge, derived_, condition, "", collected=[], **ask) is None


def test_several_kinds_make_one_register(judge):
    """packs: `over` is a kind or a list of kinds; each must be collected."""
    facts = "- {id: e1, kind: expenditure, amount: 5, spent_on: 2019-01-01}\n- {id: a1, kind: allocation, amount: 7, date: 2019-01-01}\n"
    ask = {"kind": "province", "subject": "ls"}
    both = "over: [expenditure, allocation], count: true"
    assert truth(judge, both, "{v: 2}", facts, **ask) is True
    assert truth(judge, both, "{v: 2}", facts, collected=["expenditure"], **ask) is None
    assert truth(judge, both, "{v: {gte: 2}}", facts, collected=["expenditure"], **ask) is True


# beneficiaries
SPENT = "over: expenditure.beneficiaries, where: {id: {eq: {fact: subject.id}}}, sum: amount"
PAYMENTS = "over: expenditure.beneficiaries, where: {id: {eq: {fact: subject.id}}}, count: true"
C1 = "- {id: c1, kind: commune, name: Xã, parent: d1}\n- {id: c2, kind: commune, name: Xã, parent: d1}\n"
ASK = {"kind": "commune", "subject": "c1"}


def expenditures(*fields: str) -> str:
    return C1 + "".join(
        f"- {{id: e{n}, kind: expenditure, spent_on: 2019-01-01, {each}}}\n"
        for n, each in enumerate(fields)
    )


def test_one_beneficiary_is_an_entry_with_the_whole_amount(judge):
    """core: `beneficiary: X` is one entry {id: X, amount: the whole amount}."""
    facts = expenditures(
        "amount: 20, beneficiary: c1",
        "amount: 9, beneficiaries: [{id: c1, amount: 4}, {id: c2, amount: 5}]",
    )
    assert truth(judge, SPENT, "{v: 24}", facts, **ASK) is True
    assert truth(judge, PAYMENTS, "{v: 2}", facts, **ASK) is True


def test_an_expenditure_for_nobody_is_nobodys(judge):
    """§2: null or [] is known to be none."""
    for none in ("beneficiary: null", "beneficiaries: []", "beneficiaries: null"):
        facts = expenditures("amount: 20, beneficiary: c1", f"amount: 5, {none}")
        assert truth(judge, SPENT, "{v: 20}", facts, **ASK) is True
        assert truth(judge, PAYMENTS, "{v: 1}", facts, **ASK) is True


def test_an_expenditure_for_whom_is_not_known_may_be_anybodys(judge):
    """§4: counts in every group it may belong to."""
    facts = expenditures("amount: 20, beneficiary: c1", "amount: 5")
    assert truth(judge, SPENT, "{v: {gte: 20}}", facts, **ASK) is True
    assert truth(judge, SPENT, "{v: {lte: 20}}", facts, **ASK) is None
    assert truth(judge, SPENT, "{v: {lt: 20}}", facts, **ASK) is False
    assert truth(judge, PAYMENTS, "{v: {gte: 1}}", facts, **ASK) is True
    assert truth(judge, PAYMENTS, "{v: 1}", facts, **ASK) is None


def test_the_record_that_holds_an_entry_is_its_owner(judge):
    """packs: `owner.` is the record that holds the list entry at hand."""
    facts = expenditures(
        "amount: 20, year: 2018, beneficiary: c1", "amount: 7, year: 2019, beneficiary: c1"
    )
    of_2019 = "over: expenditure.beneficiaries, where: {id: {eq: {fact: subject.id}}, owner.year: 2019}, sum: amount"
    assert truth(judge, of_2019, "{v: 7}", facts, **ASK) is True
    first = (
        "over: expenditure.beneficiaries, where: {id: {eq: {fact: subject.id}}}, min: owner.year"
    )
    assert truth(judge, first, "{v: 2018}", facts, **ASK) is True


def test_an_entry_of_an_expenditure_whose_day_is_not_known_may_be_there(judge):
    """§3: an event whose day is not known may have happened or not."""
    facts = C1 + "- {id: e1, kind: expenditure, amount: 20, beneficiary: c1}\n"
    assert truth(judge, SPENT, "{v: {lte: 20}}", facts, **ASK) is True
    assert truth(judge, SPENT, "{v: {gte: 20}}", facts, **ASK) is None


def test_an_amount_of_a_beneficiary_that_is_not_known(judge):
    """§2: what is not known leaves the sum a lower bound."""
    facts = expenditures("amount: 20, beneficiary: c1", "amount: 9, beneficiaries: [{id: c1}]")
    assert truth(judge, SPENT, "{v: {gte: 20}}", facts, **ASK) is True
    assert truth(judge, SPENT, "{v: 20}", facts, **ASK) is None


# without members
def test_a_difference_is_what_the_second_lacks(judge):
    """packs: entries of a that b lacks."""
    derived = "difference: [codes, more]"
    for facts, condition, holds in [
        ("codes: [a, b], more: [b]", "{v: {has: a}}", True),
        ("codes: [a, b], more: [b]", "{v: {has: b}}", False),
        ("codes: [a], more: [a, b]", "{v: {empty: true}}", True),
        ("codes: [a, b], more: all", "{v: {empty: true}}", True),
        ("codes: [], more: []", "{v: {empty: true}}", True),
        ("codes: [a]", "{v: {empty: true}}", None),
        ("codes: [a]", "{v: {has: b}}", False),
        ("codes: []", "{v: {empty: true}}", True),
        ("more: all", "{v: {empty: true}}", True),
        ("more: [a]", "{v: {empty: true}}", None),
        ("codes: [a], more: null", "{v: {has: a}}", True),
    ]:
        found = truth(judge, derived, condition, thing(facts))
        assert found is holds or (found is None and len(facts.split(": ")) == 2), (facts, condition)


def test_a_sum_of_numbers_adds_what_is_known(judge):
    """packs: `add` is a sum of numbers; §4: arithmetic gives null."""
    derived = "add: [n, m]"
    assert truth(judge, derived, "{v: 12}", thing("n: 5, m: 7")) is True
    assert truth(judge, derived, "{v: {gte: 5}}", thing("n: 5, m: null")) is False
    assert truth(judge, derived, "{v: null}", thing("n: 5, m: null")) is True
    assert truth(judge, derived, "{v: 12}", thing("n: 5")) is None


def test_a_condition_holds_or_not_as_a_value(judge):
    """packs: `holds: CONDITION`."""
    derived = "holds: {n: {gte: 5}}"
    assert truth(judge, derived, "{v: true}", thing("n: 5")) is True
    assert truth(judge, derived, "{v: false}", thing("n: 4")) is True
    assert truth(judge, derived, "{v: true}", thing()) is None
    assert truth(judge, derived, "{v: {exists: true}}", thing("n: 4")) is True


def test_derived_values_use_each_other(judge):
    """§5: aggregates may use each other without a cycle."""
    law = pack(
        rule("r", "require: {w: 2}\nalways: true", kinds="province"),
        kinds=THING,
        derived="""
        total: {for: [thing], over: entries, sum: n}
        big: {for: [thing], holds: {total: {gte: 10}}}
        w: {for: [province], over: thing, where: {big: true}, count: true}
        """,
    )
    facts = WORLD + "".join(
        thing(f"entries: [{{n: {a}}}, {{n: {b}}}]", id=f"x{a}{b}")
        for a, b in [(5, 5), (4, 5), (9, 9)]
    )
    assert judge(law, facts, "2019-01-01")("r", "ls") == "satisfied"


def test_a_merged_catalogue_serves_many_units(judge):
    """§2: procedures: {catalogue: …} or a list of its own."""
    law = pack(
        rule(
            "r", "require: {procedures.outside_scope: {empty: true}}\nalways: true", kinds="commune"
        )
    )
    system = (
        "qms: {adopted_on: 2018-01-01, ended_on: null, scope: [{from: 2018-01-01, covers: %s}]}"
    )
    facts = WORLD + "- {id: tthc, kind: catalogue, name: T, procedures: [{code: a}, {code: b}]}\n"
    for number, (covers, own) in enumerate(
        [
            ("[a, b]", "{catalogue: tthc}"),
            ("[a]", "{catalogue: tthc}"),
            ("[a]", "[{code: a}]"),
            ("all", "{catalogue: tthc}"),
        ]
    ):
        facts += f"- {{id: c{number}, kind: commune, name: Xã, parent: d1, procedures: {own}, {system % covers}}}\n"
    facts += "- {id: c4, kind: commune, name: Xã, parent: d1, procedures: {catalogue: tthc}, qms: null}\n"
    found = judge(law, facts, "2019-01-01")
    outcomes = [found("r", f"c{n}") for n in range(5)]
    assert outcomes == ["satisfied", "violated", "satisfied", "satisfied", "violated"]
