"""Members that are found by an index: it holds for what it was made of, and for nothing else."""

from __future__ import annotations

from helpers import THING, pack, rule, thing

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
