"""When a rule applies: `when`, `unless` and strong Kleene logic (design §4)."""
# ruff: noqa: E501 - facts stand a record a line

from __future__ import annotations

from itertools import product

import pytest

from helpers import pack, rule, thing

STATES = {True: "yes", False: "no", None: None}


def flags(**values: bool | None) -> str:
    """Return a thing whose texts say yes or no; None leaves the fact out."""
    said = [f"{key}: {STATES[value]}" for key, value in values.items() if value is not None]
    return thing(", ".join(said))


FLAGS = """
kinds:
  thing:
    title: {vi: Vật, en: Thing}
    body: true
    fields: {w: {type: text}, u: {type: text}, r: {type: text}, a: {type: text}, b: {type: text}}
"""
EXCEPTION = (
    "unless: [{condition: {u: 'yes'}, cites: [{source: law, at: Điều 2, verification: primary}]}]"
)


def kleene_and(*truths: bool | None) -> bool | None:
    return False if False in truths else None if None in truths else True


def kleene_not(truth: bool | None) -> bool | None:
    return None if truth is None else not truth


@pytest.mark.parametrize(("w", "u", "r"), [*product(STATES, repeat=3)])
def test_a_rule_applies_when_its_conditions_hold_and_no_exception_does(judge, w, u, r):
    """§4: unknown applying gives not_applicable ∪ what the requirement gives."""
    law = pack(
        rule(
            "r",
            f"when: {{w: 'yes'}}\n{EXCEPTION}\nrequire: {{r: 'yes'}}\nalways: true",
            kinds="thing",
        ),
        kinds=FLAGS,
    )
    applies = kleene_and(w, kleene_not(u))
    required = {True: {"satisfied"}, False: {"violated"}, None: {"satisfied", "violated"}}[r]
    expected = set() if applies is False else set(required)
    if applies is not True:
        expected |= {"not_applicable"}
    found = judge(law, flags(w=w, u=u, r=r), "2019-01-01")
    assert found.possible("r", "x") == expected
    outcome = next(iter(expected)) if len(expected) == 1 else "indeterminate"
    assert found("r", "x") == outcome


@pytest.mark.parametrize(("a", "b"), [*product(STATES, repeat=2)])
def test_all_any_and_not_follow_strong_kleene_logic(judge, a, b):
    """§4: conditions are three-valued (strong Kleene)."""
    both, either = "[{a: 'yes'}, {b: 'yes'}]", "[{a: 'yes'}, {b: 'yes'}]"
    law = pack(
        rule("all", f"require: {{all: {both}}}\nalways: true", kinds="thing"),
        rule("mapping", "require: {a: 'yes', b: 'yes'}\nalways: true", kinds="thing"),
        rule("any", f"require: {{any: {either}}}\nalways: true", kinds="thing"),
        rule("not", "require: {not: {a: 'yes'}}\nalways: true", kinds="thing"),
        rule("nor", f"require: {{not: {{any: {either}}}}}\nalways: true", kinds="thing"),
        kinds=FLAGS,
    )
    found = judge(law, flags(a=a, b=b), "2019-01-01")
    words = {True: "satisfied", False: "violated", None: "indeterminate"}
    some = kleene_not(kleene_and(kleene_not(a), kleene_not(b)))
    assert found("all", "x") == words[kleene_and(a, b)]
    assert found("mapping", "x") == words[kleene_and(a, b)]
    assert found("any", "x") == words[some]
    assert found("not", "x") == words[kleene_not(a)]
    assert found("nor", "x") == words[kleene_not(some)]


def test_one_exception_of_several_is_enough(judge):
    """§4: a rule applies when no `unless` holds."""
    cites = "cites: [{source: law, at: Điều 2, verification: primary}]"
    law = pack(
        rule(
            "r",
            f"unless: [{{condition: {{u: 'yes'}}, {cites}}}, {{condition: {{w: 'yes'}}, {cites}}}]\n"
            "require: {r: 'yes'}\nalways: true",
            kinds="thing",
        ),
        kinds=FLAGS,
    )
    assert judge(law, flags(u=False, w=True, r=False), "2019-01-01")("r", "x") == "not_applicable"
    assert judge(law, flags(u=None, w=True, r=False), "2019-01-01")("r", "x") == "not_applicable"
    assert judge(law, flags(u=False, w=False, r=False), "2019-01-01")("r", "x") == "violated"
    assert judge(law, flags(u=None, w=False, r=False), "2019-01-01").possible("r", "x") == {
        "not_applicable",
        "violated",
    }


def test_the_reason_tells_a_condition_from_an_exception(judge):
    """§7: `reason` says why a rule is not applicable."""
    law = pack(
        rule(
            "r",
            f"when: {{w: 'yes'}}\n{EXCEPTION}\nrequire: {{r: 'yes'}}\nalways: true",
            kinds="thing",
        ),
        kinds=FLAGS,
    )
    condition = judge(law, flags(w=False, u=False, r=False), "2019-01-01").finding("r", "x")
    exception = judge(law, flags(w=True, u=True, r=False), "2019-01-01").finding("r", "x")
    assert (condition.outcome, condition.reason) == ("not_applicable", "condition")
    assert (exception.outcome, exception.reason) == ("not_applicable", "exception")


def test_an_unknown_condition_of_a_due_rule_leaves_its_outcomes_and_not_applicable(judge):
    """§4: on and after the due day alike."""
    law = pack(
        rule("r", "when: {w: 'yes'}\nrequire: {r: 'yes'}\ndue: 2019-06-30", kinds="thing"),
        kinds=FLAGS,
    )
    facts = flags(w=None, r=False)
    assert judge(law, facts, "2019-06-30").possible("r", "x") == {"not_applicable", "due"}
    assert judge(law, facts, "2019-07-01").possible("r", "x") == {"not_applicable", "violated"}
