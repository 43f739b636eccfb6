"""Rules that look at the outcome of another (design §5)."""

from __future__ import annotations

import pytest

from helpers import THING, pack, profile_of, rule, thing
from isocheck.errors import InputProblems


def law(asked: str, *more: str):
    return pack(
        rule("first", "when: {s: a}\nrequire: {n: 1}\ndue: 2019-06-30", kinds="thing"),
        rule("then", f"require: {{outcome: {{{asked}}}}}\nalways: true", kinds="thing"),
        *more,
        kinds=THING,
    )


@pytest.mark.parametrize(
    ("fields", "day", "first"),
    [
        ("s: a, n: 1", "2019-01-01", "satisfied"),
        ("s: a, n: 0", "2019-01-01", "due"),
        ("s: a, n: 0", "2019-07-01", "violated"),
        ("s: b, n: 0", "2019-07-01", "not_applicable"),
    ],
)
@pytest.mark.parametrize("asked", ["satisfied", "due", "violated", "not_applicable"])
def test_an_outcome_condition_is_true_of_the_outcomes_it_lists(judge, fields, day, first, asked):
    """§5: true if every possible outcome is in the list, false if none is."""
    found = judge(law(f"t.first: [{asked}]"), thing(fields), day)
    assert found("first", "x") == first
    assert found("then", "x") == ("satisfied" if asked == first else "violated")


def test_an_outcome_condition_is_unknown_where_some_possible_outcomes_are_listed(judge):
    """§5: true if every possible outcome is in the list, false if none is."""
    facts, day = thing("n: 0"), "2019-07-01"  # not_applicable or violated
    for asked, outcome in [
        ("[violated]", "indeterminate"),
        ("[not_applicable]", "indeterminate"),
        ("[violated, not_applicable]", "satisfied"),
        ("[violated, not_applicable, due]", "satisfied"),
        ("[satisfied, satisfied_late]", "violated"),
        ("[due]", "violated"),
    ]:
        found = judge(law(f"t.first: {asked}"), facts, day)
        assert found.possible("first", "x") == {"violated", "not_applicable"}
        assert found("then", "x") == outcome


def test_the_outcome_of_a_rule_outside_the_profile_is_not_known(judge):
    """§5: unknown for a rule outside the profile."""
    found = judge(law("other.rule: [satisfied]"), thing("s: a, n: 1"), "2019-01-01")
    assert found("then", "x") == "indeterminate"


def test_the_outcome_of_another_subject_is_not_looked_at(judge):
    """§5: looks at the same subject."""
    facts = thing("s: a, n: 1") + thing("s: a, n: 0", id="y")
    found = judge(law("t.first: [satisfied]"), facts, "2019-01-01")
    assert found("then", "x") == "satisfied"
    assert found("then", "y") == "violated"


def test_outcomes_chain(judge):
    """§5: a condition may look at a rule that looks at another."""
    third = rule("third", "require: {outcome: {t.then: [satisfied]}}\nalways: true", kinds="thing")
    chain = law("t.first: [satisfied]", third)
    assert judge(chain, thing("s: a, n: 1"), "2019-01-01")("third", "x") == "satisfied"
    assert judge(chain, thing("s: a, n: 0"), "2019-01-01")("third", "x") == "violated"
    assert judge(chain, thing("s: a"), "2019-01-01")("third", "x") == "indeterminate"


def test_a_rule_declared_before_the_one_it_looks_at_sees_the_same(judge):
    """§6: the order in which rules stand changes nothing."""
    turned = pack(
        rule("then", "require: {outcome: {t.first: [satisfied]}}\nalways: true", kinds="thing"),
        rule("first", "require: {n: 1}\nalways: true", kinds="thing"),
        kinds=THING,
    )
    assert judge(turned, thing("n: 1"), "2019-01-01")("then", "x") == "satisfied"


def test_the_outcome_of_a_rule_that_is_not_in_force_is_not_applicable(judge):
    """§4: not_applicable: the rule is not in force."""
    first = rule(
        "first", "require: {n: 1}\nalways: true\nin_force: {from: 2019-06-01}", kinds="thing"
    )
    then = rule(
        "then", "require: {outcome: {t.first: [not_applicable]}}\nalways: true", kinds="thing"
    )
    both = pack(first, then, kinds=THING)
    assert judge(both, thing("n: 1"), "2019-05-31")("then", "x") == "satisfied"
    assert judge(both, thing("n: 1"), "2019-06-01")("then", "x") == "violated"


@pytest.mark.parametrize("through", ["require", "when"])
def test_rules_that_look_at_each_other_are_refused(through):
    """§5: without a cycle."""
    head = "require: {n: 1}\n" if through == "when" else ""
    rules = [
        rule(
            mine,
            f"{through}: {{outcome: {{t.{other}: [satisfied]}}}}\n{head}always: true",
            kinds="thing",
        )
        for mine, other in (("a", "b"), ("b", "c"), ("c", "a"))
    ]
    with pytest.raises(InputProblems):
        profile_of(pack(*rules, kinds=THING))


def test_a_rule_that_looks_at_itself_is_refused():
    """§5: without a cycle."""
    with pytest.raises(InputProblems):
        profile_of(law("t.then: [satisfied]"))


def test_a_cycle_through_a_derived_value_is_refused():
    """§5: derived values may use each other without a cycle."""
    with pytest.raises(InputProblems):
        profile_of(
            pack(
                rule("r", "require: {a: true}\nalways: true", kinds="thing"),
                kinds=THING,
                derived="a: {for: [thing], holds: {b: true}}\nb: {for: [thing], holds: {a: true}}",
            )
        )


def as_of(mode: str, asked: str, first: str = "require: {n: 1}\ndue: 2019-06-30"):
    return pack(
        rule("first", first, kinds="thing"),
        rule("then", f"require: {{outcome: {{t.first: [{asked}]}}}}\n{mode}", kinds="thing"),
        kinds=THING,
        parameters="""
        within: {type: day, verification: unverified, between: [2019-06-01, 2019-07-31]}
        """,
    )


@pytest.mark.parametrize(
    ("mode", "asked", "outcome"),
    [
        ("due: 2019-06-30", "due", "satisfied"),  # on its day the other had time left
        ("due: 2019-06-30", "violated", "satisfied_late"),
        ("due: 2019-07-01", "violated", "satisfied"),
        ("until: 2019-06-30", "due", "satisfied"),
        ("until: 2019-06-30", "violated", "violated"),
        ("until: 2019-07-01", "violated", "satisfied"),
        ("always: true", "violated", "satisfied"),
    ],
)
def test_an_outcome_is_that_of_the_day_on_which_the_asking_rule_is_judged(
    judge, mode, asked, outcome
):
    """§4: an `outcome` condition reads the other rule's outcome as of that day."""
    assert judge(as_of(mode, asked), thing("n: 0"), "2019-12-31")("then", "x") == outcome


def test_an_outcome_on_a_day_within_bounds_is_any_of_those_days(judge):
    """§4: a due day within bounds is judged on every day in them."""
    for asked, remaining in [
        ("due", {"satisfied", "violated"}),
        ("violated", {"satisfied", "satisfied_late"}),
        ("due, violated", {"satisfied"}),
        ("satisfied", {"violated"}),
    ]:
        found = judge(as_of("due: {param: within}", asked), thing("n: 0"), "2019-12-31")
        assert found.possible("then", "x") == remaining


def test_the_outcome_of_a_limit_on_a_day_within_bounds_is_any_of_those_days(judge):
    """§4: a limit too is judged on every day in the bounds on which it is asked for."""
    first = "require: {day: {lte: {fact: as_of}}}\nalways: true"
    law_ = as_of("until: {param: within}", "violated", first)
    for day, remaining in (
        ("2019-05-31", {"violated"}),
        ("2019-07-01", {"satisfied", "violated"}),
        ("2019-08-01", {"satisfied"}),
    ):
        assert judge(law_, thing(f"day: {day}"), "2019-12-31").possible("then", "x") == remaining


def test_an_outcome_of_a_unit_that_ended_is_that_of_its_last_day(judge):
    """§3: judged as on its last day, on which the other duty was still due."""
    law_ = pack(
        rule("first", "require: {code: a}\ndue: 2019-12-31", kinds="district"),
        rule("then", "require: {outcome: {t.first: [due]}}\nalways: true", kinds="district"),
    )
    facts = (
        "- {id: ls, kind: province, name: Tỉnh}\n"
        "- {id: d1, kind: district, name: Huyện, parent: ls, code: b%s}\n"
    )
    ended = facts % ", dissolved_on: 2019-06-01"
    assert judge(law_, ended, "2020-06-01")("then", "d1") == "satisfied"
    assert judge(law_, facts % "", "2020-06-01")("then", "d1") == "violated"


def test_what_keeps_an_outcome_open_on_an_earlier_day_is_named(judge):
    """§7: `missing` names what is absent, of the day on which it was asked."""
    law_ = as_of("until: 2019-06-30", "satisfied", "when: {m: 1}\nrequire: {n: 1}\ndue: 2019-07-31")
    found = judge(law_, thing("m: 1"), "2019-12-31")
    assert found("then", "x") == "indeterminate"
    assert found.missing("then", "x") == {("x", "n")}


def test_the_day_that_would_tell_whether_there_was_a_subject_to_ask_about_is_named(judge):
    """§7: `missing` names what is absent, of the outcome of what is there perhaps too."""
    law_ = pack(
        rule("first", "require: {number: a}\nalways: true", kinds="decision"),
        rule("then", "require: {outcome: {t.first: [satisfied]}}\nalways: true", kinds="decision"),
    )
    found = judge(law_, "- {id: q, kind: decision, number: a}", "2019-12-31")
    assert found.possible("then", "q") == {"satisfied", "violated"}
    assert found.missing("then", "q") == {("q", "date")}


def law_of_items(require: str):
    return pack(
        rule(
            "first",
            "per: {over: report_request, where: {to: {has: {fact: subject.id}}}}\n"
            f"require: {{{require}}}\nalways: true",
            kinds="district",
        ),
        rule("then", "require: {outcome: {t.first: [satisfied]}}\nalways: true", kinds="district"),
    )


def test_an_item_that_the_facts_do_not_hold_leaves_the_outcome_open(judge):
    """§2: a record that is absent is not known, unless its kind is declared collected."""
    law_ = law_of_items("item.document: a")
    facts = (
        "- {id: ls, kind: province, name: Tỉnh}\n"
        "- {id: d1, kind: district, name: Huyện, parent: ls}\n"
        "- {id: q, kind: report_request, to: [d1], date: 2019-01-01, document: a}\n"
    )
    assert judge(law_, facts, "2019-12-31")("then", "d1") == "satisfied"
    found = judge(law_, facts, "2019-12-31", collected=("district",))
    assert found("first", "d1", "q") == "satisfied"
    assert found("then", "d1") == "indeterminate"
    assert found.missing("then", "d1") == {(None, "report_request")}
    met = law_of_items("code: a")
    facts = facts.replace("parent: ls}", "parent: ls, code: a}")
    assert judge(met, facts, "2019-12-31", collected=("district",))("then", "d1") == "satisfied"


def test_an_outcome_behind_a_derived_value_is_that_of_each_reading(judge):
    """§4: one choice per parameter is a world, the same throughout a rule and all it depends on."""
    law_ = pack(
        rule("first", "require: {n: {lte: {param: p}}}\ndue: {param: by}", kinds="thing"),
        rule("then", "require: {v: true}\nalways: true", kinds="thing"),
        kinds=THING,
        parameters="""
        p: {readings: [{id: low, value: 5}, {id: high, value: 10}]}
        by: {readings: [{id: early, value: 2019-01-01}, {id: later, value: 2019-02-01}]}
        """,
        derived="v: {for: [thing], holds: {outcome: {t.first: [satisfied]}}}",
    )
    assert judge(law_, thing("n: 5"), "2019-12-31")("then", "x") == "satisfied"
    assert judge(law_, thing("n: 11"), "2019-12-31")("then", "x") == "violated"
    found = judge(law_, thing("n: 7"), "2019-12-31")
    assert {(r.reading, r.outcome) for r in found.finding("then", "x").readings} >= {
        ("low", "violated"), ("high", "satisfied"),
    }  # fmt: skip


@pytest.mark.parametrize("due", ["due: null", "due: 2019-12-31"])
def test_what_has_time_left_on_a_day_within_bounds_is_looked_at_on_any_of_those_days(judge, due):
    """§4: each day in the bounds may be the one on which the asking rule is judged."""
    first = f"require: {{day: {{lte: {{fact: as_of}}}}}}\n{due}"
    for day, asked, remaining in (
        ("2019-05-31", "due", {"violated"}),
        ("2019-07-01", "due", {"satisfied", "violated"}),
        ("2019-07-01", "satisfied", {"satisfied", "violated"}),
        ("2019-08-01", "due", {"satisfied"}),
    ):
        law_ = as_of("until: {param: within}", asked, first)
        assert judge(law_, thing(f"day: {day}"), "2019-12-31").possible("then", "x") == remaining


def test_an_item_that_cannot_matter_changes_no_outcome(judge):
    """§4: a rule whose conditions do not hold is not_applicable to whatever items there are."""
    law_ = pack(
        rule(
            "first",
            "per: {over: report_request}\nwhen: {code: a}\nrequire: {item.document: a}\n"
            "due: 2019-06-30",
            kinds="district",
        ),
        rule(
            "then",
            "require: {outcome: {t.first: [not_applicable]}}\nalways: true",
            kinds="district",
        ),
    )
    facts = (
        "- {id: ls, kind: province, name: Tỉnh}\n"
        "- {id: d1, kind: district, name: Huyện, parent: ls, code: b}\n"
    )
    for request in ("", "- {id: q, kind: report_request, date: 2019-01-01, document: a}\n"):
        found = judge(law_, facts + request, "2019-12-31", collected=("district",))
        assert found("then", "d1") == "satisfied"
    found = judge(law_, facts, "2019-12-31", collected=("district",)).finding("first", "d1")
    assert (found.outcome, found.reason, found.dues) == ("not_applicable", "no-item", ())
