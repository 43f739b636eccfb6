"""What an explanation shows: values within bounds, lists known in part, outcomes (design §7)."""

from __future__ import annotations

from datetime import date

import pytest

from helpers import THING, WORLD, pack, rule, thing


def one(condition: str, *, kinds: str = "thing", derived: str = "", **files: str):
    more = {"derived": derived, **files} if derived else files
    return pack(rule("r", f"require: {condition}\nalways: true", kinds=kinds), kinds=THING, **more)


def test_an_expected_value_within_bounds_shows_both_ends(judge):
    """§7: a value within bounds has `low` and `high` on whichever side it stands."""
    law = one(
        "{m: {lte: {fact: v}}}", derived="v: {for: [thing], over: entries, where: {s: a}, sum: n}"
    )
    facts = thing("m: 5, entries: [{n: 6, s: a}, {n: 7}]")
    found = judge(law, facts, "2019-01-01")
    because = found.because("r", "m", "x")
    assert found("r", "x") == "satisfied"
    assert (because.expected, because.expected_low, because.expected_high) == (None, 6, 13)
    assert because.expected_bounded
    plain = judge(law, thing("m: 5, entries: [{n: 6, s: a}]"), "2019-01-01").because("r", "m", "x")
    assert (plain.expected, plain.expected_bounded) == (6, False)


def test_a_parameter_within_bounds_shows_both_ends(judge):
    """§7: `expected` too."""
    parameters = "p: {type: money, verification: unverified, between: [5, 10]}"
    law = one("{m: {lte: {param: p}}}", parameters=parameters)
    because = judge(law, thing("m: 5"), "2019-01-01").because("r", "m", "x")
    assert (because.expected, because.expected_low, because.expected_high) == (None, 5, 10)
    assert because.holds is True


def test_bounds_open_at_one_end_are_shown_where_they_decide(judge):
    """§7: a value within bounds has `low` and `high` on whichever side it stands."""
    parameters = "p: {type: day, verification: unverified, between: [null, 2019-06-29]}"
    law = one("{day: {gt: {param: p}}}", parameters=parameters)
    because = judge(law, thing("day: 2019-12-31"), "2019-06-29").because("r", "day", "x")
    assert because.holds is True
    assert (because.expected_bounded, because.expected_low) == (True, None)
    assert because.expected_high == date(2019, 6, 29)


def test_a_value_known_to_be_there_is_not_shown_as_null(judge):
    """§7: what is shown makes the comparison what it is; null would not be there."""
    law = one("{v: {exists: true}}", derived="v: {for: [thing], over: thing, min: day}")
    found = judge(law, thing("day: 2020-01-01"), "2019-06-30", collected=())
    because = found.because("r", "v", "x")
    assert (because.holds, because.bounded, because.high) == (True, True, date(2020, 1, 1))


def test_a_list_known_in_part_is_shown_as_such(judge):
    """§7: a list known in part has `at_least`, on whichever side it stands."""
    derived = "v: {for: [thing], over: entries, list: s}"
    facts = thing("names: [a, b], codes: [a], entries: [{s: a}, {n: 1}]")
    for condition, holds in (("{v: {has: a}}", True), ("{v: {has: c}}", None)):
        because = judge(one(condition, derived=derived), facts, "2019-01-01").because("r", "v", "x")
        assert (because.value, because.at_least, because.holds) == (None, ("a",), holds)
    law = one("{codes: {covers: {fact: v}}}", derived=derived)
    because = judge(law, facts, "2019-01-01").because("r", "codes", "x")
    assert (because.value, because.at_least) == (("a",), None)
    assert (because.expected, because.expected_at_least, because.holds) == (None, ("a",), None)


def test_an_outcome_is_shown_with_what_it_is(judge):
    """§7: what is shown makes the comparison what it is."""
    law = pack(
        rule("first", "when: {s: a}\nrequire: {n: 1}\nalways: true", kinds="thing"),
        rule("r", "require: {outcome: {t.first: [satisfied]}}\nalways: true", kinds="thing"),
        kinds=THING,
    )
    for fields, value, holds in (
        ("s: a, n: 1", "satisfied", True),
        ("s: a, n: 2", "violated", False),
        ("n: 1", ("satisfied", "not_applicable"), None),
    ):
        because = judge(law, thing(fields), "2019-01-01").because("r", "outcome.t.first", "x")
        assert (because.value, because.holds) == (value, holds)


# missing
def test_the_open_link_of_a_chain_of_parents_is_named(judge):
    """§7: `missing` names only what is absent."""
    law = one("{under: {value: ls}}", kinds="commune")
    facts = """
    - {id: ls, kind: province, name: Tỉnh, parent: null}
    - {id: tw, kind: province, name: Tỉnh khác}
    - {id: d1, kind: district, name: Huyện, parent: tw}
    - {id: c1, kind: commune, name: Xã c1, parent: d1}
    """
    found = judge(law, facts, "2019-01-01")
    assert found("r", "c1") == "indeterminate"
    assert found.missing("r", "c1") == {("tw", "parent")}


def test_what_is_missing_of_either_side_of_a_chain_is_named(judge):
    """§7: filling all of it decides the finding or names less."""
    law = one("{ref: {under: ls}}")
    assert judge(law, WORLD + thing(), "2019-01-01").missing("r", "x") == {("x", "ref")}
    facts = WORLD + thing("ref: d1")
    found = judge(one("{ref: {under: zz}}"), facts, "2019-01-01")
    assert found.missing("r", "x") == {("ls", "parent")}
    law = one("{ref: {under: {fact: ref.ref}}}")
    facts = WORLD + thing("ref: x2") + thing("", id="x2")
    assert judge(law, facts, "2019-01-01").missing("r", "x") == {("x2", "ref")}


def test_a_fact_behind_a_parameter_is_named(judge):
    """§7: `missing` names only what is absent: the parameter itself is not."""
    law = pack(
        rule("r", "require: {n: {lte: {param: p}}}\nalways: true", kinds="thing"),
        kinds=THING,
        parameters="p: {value: {fact: m}, type: money}",
    )
    assert judge(law, thing("n: 1"), "2019-01-01").missing("r", "x") == {("x", "m")}


# lists of entries
@pytest.mark.parametrize(
    ("entries", "empty"),
    [
        ("[]", True),
        ("null", True),
        ("[{code: a, published_on: 2020-06-30}]", True),
        ("[{code: a, repealed_on: 2018-06-30}]", True),
        ("[{code: a, published_on: 2018-06-30}]", False),
        ("[{code: a}, {code: b, published_on: 2020-06-30}]", False),
        ("{catalogue: none}", True),
        ("{catalogue: later}", True),
        ("{catalogue: some}", False),
        ("{catalogue: open}", None),
    ],
)
def test_a_list_of_entries_holds_those_that_are_there(judge, entries, empty):
    """§3: what is dated after A has not happened: not there as entry."""
    law = one("{procedures: {empty: true}}", kinds="commune")
    facts = f"""{WORLD}
- {{id: none, kind: catalogue, name: K, procedures: []}}
- {{id: later, kind: catalogue, name: K, procedures: [{{code: a, published_on: 2020-01-01}}]}}
- {{id: some, kind: catalogue, name: K, procedures: [{{code: a}}]}}
- {{id: open, kind: catalogue, name: K}}
- {{id: c1, kind: commune, name: Xã c1, parent: d1, procedures: {entries}}}
"""
    found = judge(law, facts, "2019-01-01")
    outcomes = {True: "satisfied", False: "violated", None: "indeterminate"}
    assert found("r", "c1") == outcomes[empty]
    assert found.missing("r", "c1") == ({("open", "procedures")} if empty is None else set())


def test_an_entry_whose_day_is_not_known_leaves_a_list_open(judge):
    """§3: an event whose day is not known may have happened or not."""
    law = pack(
        rule("r", "require: {lids: {empty: true}}\nalways: true", kinds="box"),
        kinds="""
        kinds:
          box:
            title: {vi: Hộp, en: Box}
            fields:
              lids:
                type: list
                of: {type: object, dated: {on: on}, fields: {on: {type: day}, n: {type: money}}}
        """,
    )
    found = judge(law, "- {id: b, kind: box, lids: [{n: 1}]}", "2019-01-01")
    assert found("r", "b") == "indeterminate"
    assert found.missing("r", "b") == {("b", "lids.0.on")}
    sure = "- {id: b, kind: box, lids: [{n: 1}, {on: 2018-01-01}]}"
    assert judge(law, sure, "2019-01-01")("r", "b") == "violated"
