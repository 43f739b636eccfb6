"""Derived values and aggregates over lists and other values (design §4, §5)."""
# ruff: noqa: E501 - facts stand a record a line

from __future__ import annotations

import pytest

from helpers import THING, TRUTHS, WORLD, department, pack, rule, thing
from helpers import truth_of_value as truth

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


def test_a_list_that_is_not_known_may_hold_any_number_of_what_the_subject_says(judge):
    """§4: bounds hold every completion: one amount of the subject for each entry there may be."""
    for amount in ("subject.n", "owner.n"):
        derived = f"over: thing.entries, sum: {amount}"
        assert truth(judge, derived, "{v: {lt: 2}}", thing("n: 1"), collected="all") is None
        assert truth(judge, derived, "{v: {gte: 0}}", thing("n: 1"), collected="all") is True
        two = thing("n: 1, entries: [{s: a}, {s: b}]")
        assert truth(judge, derived, "{v: 2}", two, collected="all") is True


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
        facts += f"- {{id: c{number}, kind: commune, name: Xã c{number}, parent: d1, procedures: {own}, {system % covers}}}\n"
    facts += "- {id: c4, kind: commune, name: Xã c4, parent: d1, procedures: {catalogue: tthc}, qms: null}\n"
    found = judge(law, facts, "2019-01-01")
    outcomes = [found("r", f"c{n}") for n in range(5)]
    assert outcomes == ["satisfied", "violated", "satisfied", "satisfied", "violated"]


def test_a_sum_of_values_of_which_only_the_most_is_known_is_at_most_that(judge):
    """§4: a value within bounds decides where every value in them decides alike."""
    facts = thing("entries: [{n: 5}, {s: a}]") + thing("entries: [{n: 3}]", id="y")
    for condition, holds in (("{lte: 8}", True), ("{lte: 7}", None), ("{gte: 3}", True)):
        law = pack(
            rule("r", f"require: {{total: {condition}}}\nalways: true", kinds="thing"),
            kinds=THING,
            derived="""
            least: {for: [thing], over: entries, min: n}
            total: {for: [thing], over: thing, sum: least}
            """,
        )
        found = judge(law, facts, "2019-12-31")
        assert TRUTHS[found("r", "x")] is holds


@pytest.mark.parametrize(
    ("condition", "holds"),
    [("{gte: 10}", True), ("{gt: 10}", None), ("{lt: 20}", None), ("{lte: 20}", True)],
)
def test_what_is_added_of_values_within_bounds_lies_within_both_sums(judge, condition, holds):
    """§4: the least of all added, and the most of all."""
    law = pack(
        rule("r", f"require: {{both: {condition}}}\nalways: true", kinds="thing"),
        kinds=THING,
        derived="""
        v: {for: [thing], over: entries, where: {s: a}, sum: n}
        both: {for: [thing], add: [v, v]}
        """,
    )
    found = judge(law, thing("entries: [{n: 5, s: a}, {n: 5}]"), "2019-12-31")
    assert TRUTHS[found("r", "x")] is holds


LISTS = """
kinds:
  box:
    title: {vi: Hộp, en: Box}
    fields:
      sys:
        type: object
        dated: {on: on, until: until}
        fields:
          on: {type: day}
          until: {type: day}
          inner:
            type: object
            fields: {lids: {type: list, of: {type: object, fields: {n: {type: money}}}}}
      turns:
        type: list
        of:
          type: object
          dated: {on: from}
          fields:
            sent: {type: day, required: true}
            from: {type: day, required: true}
            n: {type: money}
"""


def test_the_first_entry_is_that_of_the_day_that_dates_it(judge):
    """packs: an entry may have other days, whichever stands first among its fields."""
    law = pack(
        rule("r", "require: {v: 2}\nalways: true", kinds="box"),
        kinds=LISTS,
        derived="v: {for: [box], over: turns, skip_first: true, max: n}",
    )
    turns = "{from: 2019-01-01, sent: 2019-12-01, n: 1}, {from: 2019-06-01, sent: 2019-07-01, n: 2}"
    facts = f"- {{id: b, kind: box, turns: [{turns}]}}\n"
    assert judge(law, facts, "2019-12-31")("r", "b") == "satisfied"


def test_the_entries_of_a_group_in_a_group_that_has_ended_are_its_former_ones(judge):
    """packs: `former.` is about the group that ends, not about those in it."""
    law = pack(
        rule("was", "require: {was: 2}\nalways: true", kinds="box"),
        rule("has", "require: {has: 0}\nalways: true", kinds="box"),
        kinds=LISTS,
        derived="""
        was: {for: [box], over: former.sys.inner.lids, count: true}
        has: {for: [box], over: sys.inner.lids, count: true}
        """,
    )
    sys = "sys: {on: 2018-01-01, until: 2019-01-01, inner: {lids: [{n: 1}, {n: 2}]}}"
    found = judge(law, f"- {{id: b, kind: box, {sys}}}\n", "2019-12-31")
    assert (found("was", "b"), found("has", "b")) == ("satisfied", "satisfied")
