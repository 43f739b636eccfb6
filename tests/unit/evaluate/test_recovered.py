"""Money that came back: a sum counts what is left on the day, the payment was still made (§2)."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from helpers import WORLD, Judged, facts_of, pack, profile_of, rule
from isocheck.evaluate.run import evaluate
from isocheck.evaluate.scope import ReaderAt
from isocheck.logic.values import Value, ends

DERIVED = """
total: {for: [province], over: expenditure, sum: amount}
parts: {for: [province], over: expenditure.beneficiaries, sum: amount}
payments: {for: [province], over: expenditure, count: true}
paid: {for: [commune], over: expenditure.beneficiaries, where: {id: {eq: {fact: subject.id}}}, sum: amount}
times: {for: [commune], over: expenditure.beneficiaries, where: {id: {eq: {fact: subject.id}}}, count: true}
"""  # noqa: E501 - facts stand a record a line
COMMUNES = WORLD + "".join(
    f"- {{id: c{n}, kind: commune, name: Xã {n}, parent: d1}}\n" for n in (1, 2, 3)
)
LAW = pack(
    rule("any", "require: {total: {gte: 0}}\nalways: true", kinds="province"), derived=DERIVED
)


def paid(fields: str) -> str:
    return f"{COMMUNES}- {{id: e1, kind: expenditure, spent_on: 2019-01-01, {fields}}}\n"


def limit(condition: str, kinds: str):
    law = rule("r", f"require: {condition}\nalways: true", kinds=kinds)
    return pack(law, derived=DERIVED)


def value(judged: Judged, name: str, subject: str) -> Value:
    """What a derived value comes to on the day judged."""
    scope = judged.evaluation.judge.today
    at = scope.snapshot(scope.facts.records[subject])
    return scope.value(at, tuple(name.split(".")), ReaderAt(scope, at, at, None, ()))


def on(facts: str, day: str) -> Judged:
    profile = profile_of(LAW)
    found = evaluate(
        facts_of(profile, facts), profile, date.fromisoformat(day), matcher="interpreter"
    )
    return Judged(found)


BACK = "recovered: [{date: 2019-06-01, amount: 3}, {date: 2019-07-01, amount: 7}]"


@pytest.mark.parametrize(
    ("day", "left"),
    [
        ("2018-12-31", 0),
        ("2019-01-01", 10),
        ("2019-05-31", 10),
        ("2019-06-01", 7),
        ("2019-06-30", 7),
        ("2019-07-01", 0),
        ("2020-01-01", 0),
    ],
)
def test_a_sum_counts_what_is_left_on_the_day(judge, day, left):
    facts = paid(f"amount: 10, beneficiary: c1, {BACK}")
    made = int(day >= "2019-01-01")
    for condition, kind, subject in (
        (f"{{total: {left}}}", "province", "ls"),
        (f"{{parts: {left}}}", "province", "ls"),
        (f"{{paid: {left}}}", "commune", "c1"),
        (f"{{payments: {made}}}", "province", "ls"),  # wholly recovered, it was still made
        (f"{{times: {made}}}", "commune", "c1"),
    ):
        assert judge(limit(condition, kind), facts, day)("r", subject) == "satisfied"


def test_nothing_came_back_of_a_payment_that_does_not_say_so(judge):
    facts = paid("amount: 10, beneficiary: c1")
    assert judge(limit("{paid: 10}", "commune"), facts, "2020-01-01")("r", "c1") == "satisfied"
    written = paid("amount: 10, beneficiary: c1, recovered: []")
    assert judge(limit("{paid: 10}", "commune"), written, "2020-01-01")("r", "c1") == "satisfied"


TWO = "amount: 10, beneficiaries: [{id: c1, amount: 6}, {id: c2, amount: 4}]"


@pytest.mark.parametrize(
    ("back", "first", "second"),
    [
        ("{date: 2019-06-01, amount: 2, id: c1}", (4, 4), (4, 4)),
        ("{date: 2019-06-01, amount: 4, id: c2}", (6, 6), (0, 0)),
        ("{date: 2019-06-01, amount: 3}", (3, 6), (1, 4)),
        ("{date: 2019-06-01, amount: 5}", (1, 5), (0, 4)),  # more than the second can bear
        ("{date: 2019-06-01, amount: 10}", (0, 0), (0, 0)),
        ("{date: 2019-06-01, id: c1}", (0, 6), (4, 4)),  # how much is not known
        ("{date: 2019-06-01, amount: 2, id: c1}, {date: 2019-06-02, amount: 5}", (0, 3), (0, 3)),
    ],
)
def test_each_part_bears_what_is_meant_for_it_and_a_share_of_the_rest(back, first, second):
    found = on(paid(f"{TWO}, recovered: [{back}]"), "2020-01-01")
    assert ends(value(found, "paid", "c1"))[:2] == first
    assert ends(value(found, "paid", "c2"))[:2] == second
    before = on(paid(f"{TWO}, recovered: [{back}]"), "2019-05-31")
    assert [value(before, "paid", who) for who in ("c1", "c2")] == [6, 4]


def test_what_would_tell_whose_money_came_back_is_named_and_decides(judge):
    law = limit("{paid: {lte: 5}}", "commune")
    back = "recovered: [{{date: 2019-06-01, amount: 3{}}}]"
    found = judge(law, paid(f"{TWO}, {back.format('')}"), "2020-01-01")
    assert found("r", "c1") == "indeterminate"
    assert found.missing("r", "c1") == {("e1", "recovered.0.id")}
    assert found("r", "c2") == "satisfied"
    filled = judge(law, paid(f"{TWO}, {back.format(', id: c1')}"), "2020-01-01")
    assert filled("r", "c1") == "satisfied"
    filled = judge(law, paid(f"{TWO}, {back.format(', id: c2')}"), "2020-01-01")
    assert filled("r", "c1") == "violated"


def test_an_amount_that_came_back_and_is_not_known_is_named(judge):
    law = limit("{paid: {lte: 5}}", "commune")
    facts = paid("amount: 10, beneficiary: c1, recovered: [{date: 2019-06-01}]")
    found = judge(law, facts, "2020-01-01")
    assert found("r", "c1") == "indeterminate"
    assert found.missing("r", "c1") == {("e1", "recovered.0.amount")}
    assert judge(law, facts, "2019-05-31")("r", "c1") == "violated"


def test_whose_part_it_is_may_not_be_known_at_all(judge):
    facts = paid("amount: 10, recovered: [{date: 2019-06-01, amount: 4}]")
    assert judge(limit("{paid: {lte: 6}}", "commune"), facts, "2019-06-01")("r", "c1") == (
        "satisfied"
    )
    assert judge(limit("{paid: {lte: 6}}", "commune"), facts, "2019-05-31")("r", "c1") == (
        "indeterminate"
    )


# ---- a naive oracle -------------------------------------------------------------------------

Payment = dict[str, Any]


def drawn(rng: random.Random) -> Payment:
    """One payment of a few đồng on one to three communes, some of which came back."""
    parts = {f"c{n}": rng.randint(0, 4) for n in rng.sample((1, 2, 3), rng.randint(1, 3))}
    whole = sum(parts.values()) + rng.choice((0, 0, 1, 3))
    left, free = dict(parts), whole - sum(parts.values())
    back = []
    for _ in range(rng.randint(0, 3)):
        who = rng.choice([*parts, None])
        most = left[who] if who else sum(left.values()) + free - sum(b[1] for b in back if not b[0])
        amount = rng.randint(0, max(0, most))
        if who and sum(b[1] for b in back) + amount <= whole:
            left[who] -= amount
        elif who or sum(b[1] for b in back) + amount > whole:
            continue
        back.append((who, amount, rng.choice(("2019-06-01", "2019-07-01"))))
    return {"whole": whole, "parts": parts, "back": back}


def splits(payment: Payment, day: str) -> Iterator[dict[str, int]]:
    """Every way in which what came back by the day may fall on the parts: what each has left."""
    back = [(who, amount) for who, amount, when in payment["back"] if when <= day]
    left = dict(payment["parts"])
    for who, amount in back:
        if who:
            left[who] -= amount
    rest = sum(amount for who, amount in back if who is None)
    free = payment["whole"] - sum(payment["parts"].values())
    for shares in itertools.product(*(range(left[who] + 1) for who in left)):
        if 0 <= rest - sum(shares) <= free:
            yield {who: left[who] - share for who, share in zip(left, shares, strict=True)}


def written(payments: list[Payment]) -> str:
    text = COMMUNES
    for number, payment in enumerate(payments):
        parts = ", ".join(f"{{id: {who}, amount: {n}}}" for who, n in payment["parts"].items())
        back = ", ".join(
            f"{{date: {when}, amount: {amount}{f', id: {who}' if who else ''}}}"
            for who, amount, when in payment["back"]
        )
        text += (
            f"- {{id: e{number}, kind: expenditure, spent_on: 2019-01-01, "
            f"amount: {payment['whole']}, beneficiaries: [{parts}], recovered: [{back}]}}\n"
        )
    return text


@pytest.mark.parametrize("seed", range(60))
def test_sums_are_as_tight_as_every_way_of_splitting_what_came_back(seed):
    rng = random.Random(seed)
    payments = [drawn(rng) for _ in range(rng.randint(1, 3))]
    for day in ("2019-05-31", "2019-06-01", "2019-06-30", "2019-07-01"):
        ways = [list(splits(payment, day)) for payment in payments]
        found = on(written(payments), day)
        for who in ("c1", "c2", "c3"):
            low = sum(min(way.get(who, 0) for way in each) for each in ways)
            high = sum(max(way.get(who, 0) for way in each) for each in ways)
            assert ends(value(found, "paid", who))[:2] == (low, high), (payments, day, who)
        left = sum(
            p["whole"] - sum(amount for _, amount, when in p["back"] if when <= day)
            for p in payments
        )
        assert value(found, "total", "ls") == left
        low, high, _ = ends(value(found, "parts", "ls"))
        sums = [{sum(way.values()) for way in each} for each in ways]
        assert low <= sum(map(min, sums))
        assert high >= sum(map(max, sums))


@pytest.mark.parametrize("other", ["{id: c1, amount: 4}", "{amount: 4}"])
def test_two_parts_that_are_one_bodys_bear_together_what_came_back_of_it(judge, other):
    """§2: of 10, of which 5 came back, one part alone may have borne it, or both."""
    facts = paid(
        f"amount: 10, beneficiaries: [{{id: c1, amount: 6}}, {other}],"
        " recovered: [{date: 2019-06-01, amount: 5, id: c1}]"
    )
    for condition, outcome in (
        ("gte: 1", "satisfied"),
        ("gte: 2", "indeterminate"),
        ("lte: 4", "indeterminate"),
        ("gt: 9", "violated"),
    ):
        found = judge(limit(f"{{paid: {{{condition}}}}}", "commune"), facts, "2020-01-01")
        assert found("r", "c1") == outcome


def test_an_amount_that_is_known_to_be_none_did_not_come_back(judge):
    """§2: null is known to be none."""
    facts = paid("amount: 10, beneficiary: c1, recovered: [{date: 2019-06-01, amount: null}]")
    assert judge(limit("{paid: 10}", "commune"), facts, "2020-01-01")("r", "c1") == "satisfied"
    assert judge(limit("{total: 10}", "province"), facts, "2020-01-01")("r", "ls") == "satisfied"
