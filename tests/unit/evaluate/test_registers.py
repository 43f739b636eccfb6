"""Shares, registers and payments: what is counted, and what may be (design §2, §4, §5)."""
# ruff: noqa: E501 - facts stand a record a line

from __future__ import annotations

import pytest

from helpers import TRUTHS, WORLD, pack, rule
from helpers import truth_of_value as truth
from isocheck.errors import InputProblems


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
    assert TRUTHS[found("least", "ls")] is least
    assert TRUTHS[found("over", "ls")] is over
    assert TRUTHS[found("exact", "ls")] is (least and not over)


@pytest.mark.parametrize(
    ("below", "above"),
    [
        ("33.33333333333333%", "33.33333333333334%"),
        ("33.333%", "33.334%"),
    ],
)
def test_thirds_are_exact(judge, below, above):
    """§5: shares are exact fractions, never floats; §6: every finding is the same."""
    ask = {"kind": "province", "subject": "ls"}
    facts = communes(1, 2)
    assert truth(judge, SHARE, f"{{v: {{gt: {below}}}}}", facts, **ask) is True
    assert truth(judge, SHARE, f"{{v: {{lt: {above}}}}}", facts, **ask) is True


def test_a_share_too_fine_to_compare_with_is_refused(judge):
    """§6: both deciders can work with every share that a pack may write."""
    with pytest.raises(InputProblems) as refused:
        truth(judge, SHARE, "{v: {gt: 33.333333333333333333%}}", communes(1, 2), kind="province")
    assert [problem.code for problem in refused.value.problems] == ["literal-type"]


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
C1 = "- {id: c1, kind: commune, name: Xã c1, parent: d1}\n- {id: c2, kind: commune, name: Xã c2, parent: d1}\n"
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
