"""Members that are found by an index: it holds for what it was made of, and for nothing else."""

from __future__ import annotations

from helpers import THING, WORLD, pack, rule, thing

COUNT = "v: {for: [thing], over: thing, where: {mine: {eq: {fact: subject.id}}}, count: true}"


def law(mine: str, per: str = "", **files: str):
    derived = f"mine: {{for: [thing], over: entries, {mine}, latest: day, take: ref}}\n{COUNT}"
    require = f"{per}require: {{v: {{eq: 1}}}}\nalways: true"
    return pack(rule("r", require, kinds="thing"), kinds=THING, derived=derived, **files)


FACTS = thing(
    "entries: [{day: 2019-01-01, n: 5, ref: x}, {day: 2019-01-02, n: 10, ref: y}]"
) + thing("entries: []", id="y")


def test_members_joined_on_what_a_reading_decides_are_those_of_each_reading(judge):
    """§4: one choice per parameter is a world, the same throughout all that it depends on."""
    parameters = "p: {readings: [{id: low, value: 5}, {id: high, value: 10}]}"
    law_ = law("where: {n: {lte: {param: p}}}", parameters=parameters)
    found = judge(law_, FACTS, "2019-12-31")
    assert found.possible("r", "x") == {"satisfied", "violated"}
    assert found.possible("r", "y") == {"satisfied", "violated"}


def test_members_joined_on_what_an_item_decides_are_those_of_each_item(judge):
    """§4: each rule × subject × item gets exactly one outcome."""
    law_ = law("where: {n: {lte: {fact: item.amount}}}", per="per: {over: allocation}\n")
    facts = FACTS + "".join(
        f"- {{id: {name}, kind: allocation, date: 2019-01-01, amount: {amount}}}\n"
        for name, amount in (("a1", 5), ("a2", 10))
    )
    found = judge(law_, facts, "2019-12-31")
    assert (found("r", "x", "a1"), found("r", "x", "a2")) == ("satisfied", "violated")
    assert (found("r", "y", "a1"), found("r", "y", "a2")) == ("violated", "satisfied")


def test_a_list_of_all_codes_joins_every_member_that_has_one(judge):
    """§2: `all` holds every code."""
    law_ = pack(
        rule("r", "require: {v: 2}\nalways: true", kinds="thing"),
        kinds=THING,
        derived="""
        v: {for: [thing], over: thing, where: {subject.codes: {has: {fact: s}}}, count: true}
        """,
    )
    others = thing("s: '1'", id="y") + thing("s: '2'", id="z")
    for codes, outcome in (
        ("all", "satisfied"),
        ("['1', '2']", "satisfied"),
        ("['1']", "violated"),
    ):
        found = judge(law_, thing(f"s: null, codes: {codes}") + others, "2019-12-31")
        assert found("r", "x") == outcome


def test_what_two_fields_of_one_member_say_is_compared_in_that_member(judge):
    """packs: a bare path in `where` is the member, on either side, and never the subject."""
    law_ = pack(
        rule("own", "require: {own: 1}\nalways: true", kinds="inspection"),
        rule("self", "require: {to_self: 1}\nalways: true", kinds="report"),
        derived="""
        own: {for: [inspection], over: inspection, where: {by: {eq: {fact: for}}}, count: true}
        to_self: {for: [report], over: report, where: {to: {has: {fact: from}}}, count: true}
        """,
    )
    facts = WORLD + (
        "- {id: i1, kind: inspection, date: 2019-01-01, by: d1, for: d1}\n"
        "- {id: i2, kind: inspection, date: 2019-01-01, by: d1, for: d2}\n"
        "- {id: r1, kind: report, sent_on: 2019-01-01, from: d1, to: [ls, d1]}\n"
        "- {id: r2, kind: report, sent_on: 2019-01-01, from: d1, to: [ls, d2]}\n"
    )
    found = judge(law_, facts, "2019-12-31")
    assert {found("own", i) for i in ("i1", "i2")} == {"satisfied"}
    assert {found("self", r) for r in ("r1", "r2")} == {"satisfied"}


def test_a_register_without_a_record_and_what_it_is_searched_by_are_both_named(judge):
    """§7: `missing` names all that is absent, and not only what would do next."""
    law_ = pack(
        rule("r", "require: {v: {gte: 1}}\nalways: true", kinds="thing"),
        kinds=THING,
        derived="""
        v: {for: [thing], over: report, where: {from: {eq: {fact: subject.ref}}}, count: true}
        """,
    )
    found = judge(law_, thing(), "2019-12-31", collected=("thing",))
    assert found("r", "x") == "indeterminate"
    assert found.missing("r", "x") == {(None, "report"), ("x", "ref")}
    assert judge(law_, thing(), "2019-12-31")("r", "x") == "violated"
