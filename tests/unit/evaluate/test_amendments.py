"""What a later pack does to an earlier one, and what is in force when (design §3, §5)."""
# ruff: noqa: A002, E501 - `id` is what facts call it; they stand a record a line

from __future__ import annotations

import pytest

from helpers import THING, WORLD, pack, profile_of, rule, thing
from isocheck.errors import InputProblems

CITES = "cites: [{source: law, at: Điều 3, verification: primary}]"
BASE = pack(
    rule("r", "require: {n: {lte: {param: p}}}\nalways: true", kinds="thing"),
    rule("other", "require: {n: {exists: true}}\nalways: true", kinds="thing"),
    kinds=THING,
    parameters="p: {value: 10}",
)


def later(text: str, *, id: str = "u", requires: str = "core, t", **files: str):
    return pack(id=id, requires=requires, amendments=text, **files)


def sets(value: int, day: str, *, id: str = "u", over: str = "", requires: str = "core, t"):
    more = f", over: {over}" if over else ""
    text = f"- {{id: {id}.p, sets: t.p, from: {day}, value: {value}{more}, {CITES}}}"
    return later(text, id=id, requires=requires)


def test_a_parameter_is_set_from_a_day_on_and_not_before(judge):
    """§5: amendments set a parameter from a day on."""
    law = profile_of(BASE, sets(20, "2019-06-01"))
    assert judge(law, thing("n: 15"), "2019-05-31")("r", "x") == "violated"
    assert judge(law, thing("n: 15"), "2019-06-01")("r", "x") == "satisfied"
    assert judge(law, thing("n: 25"), "2019-06-01")("r", "x") == "violated"


def test_what_fell_due_earlier_is_judged_under_the_law_of_the_day_of_the_run(judge):
    """§4: judged on the facts as of D, under the law of A."""
    base = pack(
        rule("r", "require: {n: {lte: {param: p}}}\ndue: 2019-01-31", kinds="thing"),
        kinds=THING,
        parameters="p: {value: 10}",
    )
    law = profile_of(base, sets(20, "2019-06-01"))
    assert judge(law, thing("n: 15"), "2019-05-31")("r", "x") == "violated"
    assert judge(law, thing("n: 15"), "2019-06-01")("r", "x") == "satisfied"


def test_a_due_day_that_is_set_anew_moves_the_duty(judge):
    """§4: under the law of A."""
    base = pack(
        rule("r", "require: {n: 1}\ndue: {param: by}", kinds="thing"),
        kinds=THING,
        parameters="by: {type: day, value: null}",
    )
    amendment = later(f"- {{id: u.by, sets: t.by, from: 2019-06-01, value: 2019-03-31, {CITES}}}")
    law = profile_of(base, amendment)
    assert judge(law, thing("n: 0"), "2019-05-31")("r", "x") == "due"
    assert judge(law, thing("n: 0"), "2019-06-01")("r", "x") == "violated"


def test_a_rule_is_replaced_from_a_day_on(judge):
    """§5: amendments replace a rule."""
    text = f"""
    - id: u.r
      replaces: t.r
      from: 2019-06-01
      {CITES}
      rule:
        id: t.r
        title: {{vi: Mới, en: New}}
        for: [thing]
        modality: should
        verification: primary
        {CITES}
        require: {{n: {{gte: {{param: t.p}}}}}}
        due: 2019-12-31
    """
    law = profile_of(BASE, later(text))
    assert judge(law, thing("n: 5"), "2019-05-31")("r", "x") == "satisfied"
    found = judge(law, thing("n: 5"), "2019-06-01")
    assert found("r", "x") == "due"
    assert found.finding("r", "x").modality == "should"
    assert judge(law, thing("n: 15"), "2019-06-01")("r", "x") == "satisfied"
    assert len([key for key in found.outcomes if key[0] == "t.r"]) == 1


def test_a_repealed_rule_is_not_applicable_from_the_day_on(judge):
    """§4: not_applicable: the rule is not in force."""
    law = profile_of(BASE, later(f"- {{id: u.r, repeals: t.r, from: 2019-06-01, {CITES}}}"))
    assert judge(law, thing("n: 15"), "2019-05-31")("r", "x") == "violated"
    gone = judge(law, thing("n: 15"), "2019-06-01")
    assert gone("r", "x") == "not_applicable"
    assert gone.finding("r", "x").reason == "not-in-force"
    assert gone("other", "x") == "satisfied"


def test_a_kind_that_ends_ends_its_units(judge):
    """§5: amendments end a kind; §3: an ended unit answers for what fell due by its last day."""
    base = pack(
        rule("before", "require: {code: a}\ndue: 2019-05-31", kinds="district"),
        rule("after", "require: {code: a}\ndue: 2019-12-31", kinds="district"),
        rule("limit", "require: {code: a}\nalways: true", kinds="district"),
    )
    text = f"- {{id: u.d, ends: {{kind: district}}, from: 2019-06-01, reason: {{vi: Bỏ, en: No more}}, {CITES}}}"
    law = profile_of(base, later(text))
    facts = WORLD.replace("Huyện Một", "Huyện Một, code: b")
    stands = judge(law, facts, "2019-05-31")
    assert [stands(name, "d1") for name in ("before", "after", "limit")] == [
        "due",
        "due",
        "violated",
    ]
    gone = judge(law, facts, "2019-06-01")
    assert gone("after", "d1") == "not_applicable"
    assert gone.finding("after", "d1").reason in ("kind-ended", "unit-ended")
    assert gone("before", "d1") == "violated"


def test_units_of_a_kind_that_has_ended_are_no_longer_in_force(judge):
    """§3: counts of units in force leave out a unit that has ended."""
    base = pack(
        rule("standing", "require: {districts: 0}\nalways: true", kinds="province"),
        derived="districts: {for: [province], over: district, where: {in_force: true}, count: true}",
    )
    text = f"- {{id: u.d, ends: {{kind: district}}, from: 2019-06-01, reason: {{vi: Bỏ, en: No more}}, {CITES}}}"
    law = profile_of(base, later(text))
    assert judge(law, WORLD, "2019-05-31")("standing", "ls") == "violated"
    assert judge(law, WORLD, "2019-06-01")("standing", "ls") == "satisfied"


def test_two_packs_that_set_the_same_thing_refuse_the_profile():
    """§5: for overlapping days, where neither says `over`."""
    with pytest.raises(InputProblems):
        profile_of(BASE, sets(20, "2019-06-01"), sets(30, "2019-09-01", id="v"))


def test_two_packs_that_do_different_things_to_one_rule_refuse_the_profile():
    """§5: set, replace or repeal the same thing for overlapping days."""
    repeal = f"- {{id: %s.r, repeals: t.r, from: 2019-06-01, {CITES}}}"
    with pytest.raises(InputProblems):
        profile_of(BASE, later(repeal % "u"), later(repeal % "v", id="v"))


def test_the_pack_that_says_over_wins(judge):
    """§5: unless one says `over: <pack>`."""
    law = profile_of(
        BASE,
        sets(20, "2019-06-01"),
        sets(30, "2019-09-01", id="v", over="u", requires="core, t, u"),
    )
    assert judge(law, thing("n: 15"), "2019-05-31")("r", "x") == "violated"
    assert judge(law, thing("n: 25"), "2019-08-31")("r", "x") == "violated"
    assert judge(law, thing("n: 25"), "2019-09-01")("r", "x") == "satisfied"


@pytest.mark.parametrize(
    "text",
    [
        f"- {{id: u.p, sets: t.nothing, from: 2019-06-01, value: 1, {CITES}}}",
        f"- {{id: u.r, repeals: t.nothing, from: 2019-06-01, {CITES}}}",
        f"- {{id: u.k, ends: {{kind: nothing}}, from: 2019-06-01, {CITES}}}",
    ],
)
def test_an_amendment_to_something_that_is_not_there_refuses_the_profile(text):
    """§5: so does an amendment to something that is not there."""
    with pytest.raises(InputProblems):
        profile_of(BASE, later(text))


# in force
def test_a_rule_is_not_applicable_outside_its_days_in_force(judge):
    """packs: `until` is the first day on which it is no longer law."""
    law = pack(
        rule("r", "require: {n: 1}\nalways: true\nin_force: {from: 2019-01-01, until: 2019-06-01}", kinds="thing"),
        rule("other", "require: {n: 1}\nalways: true", kinds="thing"),
        kinds=THING,
    )  # fmt: skip
    for day, outcome in [
        ("2018-12-31", "not_applicable"),
        ("2019-01-01", "violated"),
        ("2019-05-31", "violated"),
        ("2019-06-01", "not_applicable"),
    ]:
        found = judge(law, thing("n: 0"), day)
        assert found("r", "x") == outcome
        assert found("other", "x") == "violated"
        if outcome == "not_applicable":
            assert found.finding("r", "x").reason == "not-in-force"


def test_a_pack_gives_its_rules_their_days(judge):
    """packs: `in_force` of a rule left out is that of the pack."""
    new = pack(
        rule("new.r", "require: {n: 1}\nalways: true", kinds="thing"),
        id="new", in_force="{from: 2019-06-01}", requires="core, t",
    )  # fmt: skip
    law = profile_of(BASE, new)
    assert judge(law, thing("n: 0"), "2019-05-31")("new.r", "x") == "not_applicable"
    assert judge(law, thing("n: 0"), "2019-06-01")("new.r", "x") == "violated"


def test_a_run_in_which_nothing_is_in_force_is_refused(judge):
    """§8: nothing was judged (no rule in force)."""
    law = pack(
        rule("r", "require: {n: 1}\nalways: true", kinds="thing"),
        kinds=THING, in_force="{from: 2019-06-01}",
    )  # fmt: skip
    with pytest.raises(InputProblems) as refused:
        judge(law, thing("n: 0"), "2019-05-31")
    assert [problem.code for problem in refused.value.problems] == ["nothing-judged"]
    assert judge(law, thing("n: 0"), "2019-06-01")("r", "x") == "violated"


def test_a_run_without_a_subject_is_refused(judge):
    """§8: nothing was judged."""
    law = pack(rule("r", "require: {n: 1}\nalways: true", kinds="thing"), kinds=THING)
    with pytest.raises(InputProblems):
        judge(law, WORLD, "2019-05-31")


def test_rules_without_a_subject_are_named(judge):
    """§7: `rules_without_subject`."""
    law = pack(
        rule("r", "require: {n: 1}\nalways: true", kinds="thing"),
        rule("c", "require: {code: a}\nalways: true", kinds="commune"),
        kinds=THING,
    )
    found = judge(law, WORLD + thing("n: 1"), "2019-05-31")
    assert tuple(found.evaluation.rules_without_subject) == ("t.c",)


def test_a_rule_of_several_kinds_is_judged_on_each(judge):
    """§4: each subject of its kinds."""
    law = pack(rule("r", "require: {code: a}\nalways: true", kinds="district, commune"))
    facts = WORLD + "- {id: c1, kind: commune, name: Xã c1, parent: d1, code: a}\n"
    assert set(judge(law, facts, "2019-05-31").outcomes) == {
        ("t.r", "d1", None), ("t.r", "d2", None), ("t.r", "c1", None),
    }  # fmt: skip
