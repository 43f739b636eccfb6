"""Parameters with several readings, and unverified ones (design §4)."""
# ruff: noqa: E501 - facts stand a record a line

from __future__ import annotations

from datetime import date

import pytest

from helpers import (
    MATCHERS,
    THING,
    WORLD,
    department,
    facts_of,
    judged,
    pack,
    profile_of,
    rule,
    thing,
)
from isocheck.errors import InputProblems
from isocheck.evaluate.run import evaluate

CAP = """
cap:
  type: money
  readings:
    - {id: organisation-rate, value: 17000000}
    - {id: expert-rate, value: 13600000}
"""
LIMIT = pack(
    rule("cap", "require: {n: {lte: {param: cap}}}\nalways: true", kinds="thing"),
    kinds=THING,
    parameters=CAP,
)


@pytest.mark.parametrize(
    ("amount", "outcome", "possible"),
    [
        (13_600_000, "satisfied", {"satisfied"}),
        (13_600_001, "indeterminate", {"satisfied", "violated"}),
        (17_000_000, "indeterminate", {"satisfied", "violated"}),
        (17_000_001, "violated", {"violated"}),
    ],
)
def test_a_finding_is_the_union_over_the_readings(judge, amount, outcome, possible):
    """§4: the finding is the union over worlds."""
    found = judge(LIMIT, thing(f"n: {amount}"), "2019-01-01")
    assert found("cap", "x") == outcome
    assert found.possible("cap", "x") == possible


def test_a_finding_says_what_each_reading_gives(judge):
    """§7: `readings` lists parameter, reading and outcome."""
    found = judge(LIMIT, thing("n: 15000000"), "2019-01-01").finding("cap", "x")
    assert {(r.parameter, r.reading, r.outcome) for r in found.readings} == {
        ("t.cap", "organisation-rate", "satisfied"),
        ("t.cap", "expert-rate", "violated"),
    }


def test_one_choice_holds_throughout_a_rule(judge):
    """§4: one choice per parameter is a world, the same throughout a rule."""
    law = pack(
        rule("either", "require: {any: [{n: {lte: {param: cap}}}, {n: {gt: {param: cap}}}]}\nalways: true", kinds="thing"),
        rule("neither", "require: {n: {lte: {param: cap}, gt: {param: cap}}}\nalways: true", kinds="thing"),
        rule("when", "when: {n: {gt: {param: cap}}}\nrequire: {n: {gt: {param: cap}}}\nalways: true", kinds="thing"),
        kinds=THING,
        parameters=CAP,
    )  # fmt: skip
    found = judge(law, thing("n: 15000000"), "2019-01-01")
    assert found("either", "x") == "satisfied"
    assert found("neither", "x") == "violated"
    assert found.possible("when", "x") == {"not_applicable", "satisfied"}


def test_one_choice_holds_in_all_that_a_rule_depends_on(judge):
    """§4: the same throughout a rule and all it depends on."""
    law = pack(
        rule("a", "require: {n: {lte: {param: cap}}}\nalways: true", kinds="thing"),
        rule("derived", "require: {any: [{within: true}, {n: {gt: {param: cap}}}]}\nalways: true", kinds="thing"),
        rule("outcome", "require: {any: [{outcome: {t.a: [satisfied]}}, {n: {gt: {param: cap}}}]}\nalways: true", kinds="thing"),
        rule("against", "require: {all: [{outcome: {t.a: [satisfied]}}, {n: {gt: {param: cap}}}]}\nalways: true", kinds="thing"),
        kinds=THING,
        parameters=CAP,
        derived="within: {for: [thing], holds: {n: {lte: {param: cap}}}}",
    )  # fmt: skip
    found = judge(law, thing("n: 15000000"), "2019-01-01")
    assert found("a", "x") == "indeterminate"
    assert found("derived", "x") == "satisfied"
    assert found("outcome", "x") == "satisfied"
    assert found("against", "x") == "violated"


def test_choices_of_two_parameters_are_independent(judge):
    """§4: one choice per parameter is a world."""
    law = pack(
        rule(
            "r",
            "require: {n: {lte: {param: p}}, m: {lte: {param: q}}}\nalways: true",
            kinds="thing",
        ),
        kinds=THING,
        parameters="""
        p: {readings: [{id: low, value: 10}, {id: high, value: 20}]}
        q: {readings: [{id: low, value: 10}, {id: high, value: 20}]}
        """,
    )
    assert judge(law, thing("n: 10, m: 10"), "2019-01-01")("r", "x") == "satisfied"
    assert judge(law, thing("n: 15, m: 25"), "2019-01-01")("r", "x") == "violated"
    found = judge(law, thing("n: 15, m: 10"), "2019-01-01")
    assert found("r", "x") == "indeterminate"
    # what one reading gives, all others left open
    assert {(r.parameter, r.reading, r.outcome) for r in found.finding("r", "x").readings} >= {
        ("t.p", "low", "violated"),
        ("t.p", "high", "satisfied"),
    }


DEADLINE = pack(
    rule("convert", "require: {qms.adopted_on: {exists: true}}\ndue: {param: by}"),
    parameters="by: {readings: [{id: before, value: 2021-06-29}, {id: up-to, value: 2021-06-30}]}",
)


@pytest.mark.parametrize(
    ("adopted", "day", "possible"),
    [
        ("null", "2021-06-29", {"due"}),
        ("null", "2021-06-30", {"due", "violated"}),
        ("null", "2021-07-01", {"violated"}),
        ("2021-06-29", "2021-07-01", {"satisfied"}),
        ("2021-06-30", "2021-06-30", {"satisfied", "satisfied_late"}),
        ("2021-06-30", "2021-07-01", {"satisfied", "satisfied_late"}),
        ("2021-07-01", "2021-07-01", {"satisfied_late"}),
    ],
)
def test_a_day_with_two_readings_leaves_one_day_open(judge, adopted, day, possible):
    """§4: only satisfied and satisfied_late remaining, the duty is met and its lateness open."""
    qms = "null" if adopted == "null" else f"{{adopted_on: {adopted}, ended_on: null}}"
    found = judge(DEADLINE, department(f"qms: {qms}"), day)
    assert found.possible("convert") == possible
    assert found("convert") == (next(iter(possible)) if len(possible) == 1 else "indeterminate")
    assert found.finding("convert").dues == (date(2021, 6, 29), date(2021, 6, 30))


def test_what_is_met_with_only_its_lateness_open_counts_as_met(judge):
    """§4: it is met: it never fails a run."""
    law = pack(
        rule("convert", "require: {qms.adopted_on: {exists: true}}\ndue: {param: by}"),
        rule("then", "require: {outcome: {t.convert: [satisfied, satisfied_late]}}\nalways: true"),
        rule("in_time", "require: {outcome: {t.convert: [satisfied]}}\nalways: true"),
        parameters="by: {type: day, verification: unverified, between: [2021-06-29, 2021-12-31]}",
    )
    found = judge(law, department("qms: {adopted_on: 2021-06-30, ended_on: null}"), "2022-07-01")
    assert found("then") == "satisfied"
    assert found("in_time") == "indeterminate"
    assert found.evaluation.must_violated() == 0


def law_of_readings(count: int):
    names = [f"p{n}" for n in range(count)]
    either = ", ".join(f"{{n: {{gte: {{param: {name}}}}}}}" for name in names)
    return pack(
        rule("r", f"require: {{all: [{either}]}}\nalways: true", kinds="thing"),
        kinds=THING,
        parameters="".join(
            f"{name}: {{readings: [{{id: a, value: {n}}}, {{id: b, value: {n + 10}}}]}}\n"
            for n, name in enumerate(names)
        ),
    )


def test_sixteen_worlds_are_judged(judge):
    """§4: at most 16 a rule."""
    law = law_of_readings(4)
    assert judge(law, thing("n: 13"), "2019-01-01")("r", "x") == "satisfied"
    assert judge(law, thing("n: 12"), "2019-01-01")("r", "x") == "indeterminate"
    assert judge(law, thing("n: 2"), "2019-01-01")("r", "x") == "violated"


def test_more_than_sixteen_worlds_are_refused():
    """§4: at most 16 a rule."""
    with pytest.raises(InputProblems):
        judged(law_of_readings(5), thing("n: 13"), "2019-01-01")


def test_worlds_through_what_a_rule_depends_on_count_too():
    """§4: a rule and all it depends on."""
    parameters = "".join(
        f"p{n}: {{readings: [{{id: a, value: {n}}}, {{id: b, value: {n + 10}}}]}}\n"
        for n in range(5)
    )
    chain = "".join(
        f"d{n}: {{for: [thing], holds: {{all: [{{n: {{gte: {{param: p{n}}}}}}}{f', {{d{n - 1}: true}}' if n else ''}]}}}}\n"
        for n in range(5)
    )
    law = pack(
        rule("r", "require: {d4: true}\nalways: true", kinds="thing"),
        kinds=THING, parameters=parameters, derived=chain,
    )  # fmt: skip
    with pytest.raises(InputProblems):
        judged(law, thing("n: 13"), "2019-01-01")


# unverified
def test_an_unverified_parameter_makes_nothing_satisfied_or_violated(judge):
    """§4: it is unknown in every world."""
    law = pack(
        rule("r", "require: {n: {lte: {param: p}}}\nalways: true", kinds="thing"),
        rule("not_on_its_strength", "require: {any: [{n: {lte: {param: p}}}, {n: 0}]}\nalways: true", kinds="thing"),
        rule("w", "when: {n: {lte: {param: p}}}\nrequire: {n: 1}\nalways: true", kinds="thing"),
        kinds=THING,
        parameters="p: {type: money, verification: unverified}",
    )  # fmt: skip
    for n in (0, 1, 10**12):
        found = judge(law, thing(f"n: {n}"), "2019-01-01")
        assert found("r", "x") == "indeterminate"
        assert found("not_on_its_strength", "x") == ("satisfied" if n == 0 else "indeterminate")
        assert "not_applicable" in found.possible("w", "x")
        assert found("w", "x") == "indeterminate"


@pytest.mark.parametrize(
    ("n", "outcome"),
    [
        (9, "satisfied"),
        (10, "satisfied"),
        (11, "indeterminate"),
        (20, "indeterminate"),
        (21, "violated"),
    ],
)
def test_an_unverified_parameter_within_bounds_decides_where_both_ends_do(judge, n, outcome):
    """§4: within its bounds (`between`) where it has some."""
    law = pack(
        rule("r", "require: {n: {lte: {param: p}}}\nalways: true", kinds="thing"),
        kinds=THING,
        parameters="p: {type: money, verification: unverified, between: [10, 20]}",
    )
    assert judge(law, thing(f"n: {n}"), "2019-01-01")("r", "x") == outcome


def test_bounds_of_a_day_follow_the_item(judge):
    """packs: between: [{year_end: item.year}, …]."""
    law = pack(
        rule(
            "r",
            "per: {over: activity, where: {type: final-review}}\nrequire: {n: 1}\ndue: {param: by}",
            kinds="thing",
        ),
        kinds=THING,
        parameters="by: {type: day, verification: unverified, between:"
        " [{year_end: item.year}, {year_end: item.year, plus: {years: 1}}]}",
    )
    facts = (
        WORLD
        + thing("n: 0")
        + (
            "- {id: a18, kind: activity, type: final-review, date: 2018-01-01, year: 2018}\n"
            "- {id: a19, kind: activity, type: final-review, date: 2018-01-01, year: 2019}\n"
        )
    )
    for day, first, second in [
        ("2018-12-31", "due", "due"),
        ("2019-01-01", "indeterminate", "due"),
        ("2019-12-31", "indeterminate", "due"),
        ("2020-01-01", "violated", "indeterminate"),
        ("2021-01-01", "violated", "violated"),
    ]:
        found = judge(law, facts, day)
        assert (found("r", "x", "a18"), found("r", "x", "a19")) == (first, second)


def test_an_end_of_the_bounds_that_may_be_null_may_be_open(judge):
    """§4: within its bounds (`between`) where it has some; where an end is null there is none."""
    law = pack(
        rule("r", "require: {m: {lte: {param: p}}}\nalways: true", kinds="thing"),
        kinds=THING,
        derived="v: {for: [thing], over: entries, where: {s: a}, latest: day, take: n}",
        parameters="p: {type: money, verification: unverified, between: [{fact: v}, 20]}",
    )
    for word, outcome in ((", s: a", "satisfied"), ("", "indeterminate")):
        facts = thing(f"m: 5, entries: [{{day: 2018-01-01, n: 5{word}}}]")
        assert judge(law, facts, "2019-01-01")("r", "x") == outcome


def test_readings_of_an_amendment_are_readings_like_any_other():
    """§5: amendments set a parameter, with readings."""
    first = pack(
        rule("r", "require: {n: {lte: {param: p}}}\nalways: true", kinds="thing"),
        kinds=THING, parameters="p: {value: 10}",
    )  # fmt: skip
    later = pack(
        id="u", requires="core, t",
        amendments="""
        - id: u.p
          sets: t.p
          from: 2019-01-01
          readings: [{id: a, value: 20}, {id: b, value: 30}]
          cites: [{source: law, at: Điều 3, verification: primary}]
        """,
    )  # fmt: skip
    law = profile_of(first, later)
    assert judged(law, thing("n: 15"), "2018-12-31")("r", "x") == "violated"
    assert judged(law, thing("n: 15"), "2019-01-01")("r", "x") == "satisfied"
    assert judged(law, thing("n: 25"), "2019-01-01")("r", "x") == "indeterminate"
    facts = facts_of(law, thing("n: 25"))
    finding = evaluate(facts, law, date(2019, 1, 1), matcher="interpreter").findings[0]
    assert {(r.reading, r.outcome) for r in finding.readings} == {
        ("a", "violated"),
        ("b", "satisfied"),
    }


@pytest.mark.parametrize("matcher", MATCHERS)
@pytest.mark.parametrize(
    ("condition", "possible"),
    [
        ("{param.p: {eq: {fact: n}}}", {"satisfied", "violated"}),
        ("{param.p: {lt: {fact: n}}}", {"satisfied", "violated"}),
        ("{param.p: {gte: {fact: n}}}", {"satisfied", "violated"}),
        ("{param.p: {lt: {fact: m}}}", {"satisfied"}),
        ("{param.p: {gt: {fact: m}}}", {"violated"}),
    ],
)
def test_a_parameter_on_the_left_is_read_in_each_of_its_readings(matcher, condition, possible):
    """§4: one choice is a world; what is read in one world is not read in another."""
    law = pack(
        rule("r", f"require: {condition}\nalways: true", kinds="thing"),
        kinds=THING,
        parameters="p: {type: money, readings: [{id: one, value: 1}, {id: two, value: 2}]}",
    )
    facts = WORLD + "- {id: x, kind: thing, n: 2, m: 3}\n"
    found = judged(law, facts, "2020-01-01", matcher=matcher)
    assert found.possible("r", "x") == possible
