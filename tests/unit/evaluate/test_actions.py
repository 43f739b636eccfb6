"""What must be done, by whom, by when (design §5, §7)."""
# ruff: noqa: A002, E501 - `id` is what facts call it; they stand a record a line

from __future__ import annotations

from datetime import date

from helpers import THING, department, pack, rule, thing

NONE = department("qms: null, code: b")


def action(id: str, *, after: str = "[]", by: str = "{fact: id}", report_to: str = "[]") -> str:
    return f"action: {{id: {id}, do: {{vi: Làm, en: Do it}}, by: {by}, report_to: {report_to}, after: {after}}}"


def duty(name: str, act: str, *, due: str = "2019-06-30", condition: str = "{qms.adopted_on: {exists: true}}",
         modality: str = "must") -> str:  # fmt: skip
    return rule(name, f"require: {condition}\ndue: {due}\n{act}", modality=modality)


def test_an_action_is_named_after_what_is_to_be_done_by_whom_and_by_when(judge):
    """§7: the id is `action/by/due`."""
    law = pack(duty("r", action("adopt", report_to="[{fact: parent}]")))
    for day, overdue in [("2019-06-29", False), ("2019-06-30", False), ("2019-07-01", True)]:
        (found,) = judge(law, NONE, day).evaluation.actions
        assert found.id == "adopt/so-x/2019-06-30"
        assert (found.by, found.due, found.overdue) == ("so-x", date(2019, 6, 30), overdue)
        assert found.report_to == ("ls",)
        assert dict(found.do) == {"vi": "Làm", "en": "Do it"}
        assert found.because_of == (("t.r", "so-x", None),)
        assert found.after == ()


def test_what_is_fulfilled_or_does_not_apply_needs_no_action(judge):
    """§1: who must do what: only what is still to be done."""
    law = pack(duty("r", action("adopt")))
    for on in ("2019-01-01", "2019-07-15"):
        facts = department(f"qms: {{adopted_on: {on}, ended_on: null}}")
        assert judge(law, facts, "2019-12-31").evaluation.actions == ()
    outside = pack(
        rule("r", f"when: {{code: a}}\nrequire: {{unit_type: xã}}\ndue: null\n{action('adopt')}")
    )
    assert judge(outside, NONE, "2019-12-31").evaluation.actions == ()


def test_a_violated_limit_and_a_violated_target_need_action(judge):
    """§7: whatever is violated or due."""
    law = pack(
        rule("limit", f"require: {{code: a}}\nalways: true\n{action('mend')}"),
        duty("target", action("aim"), modality="should"),
    )
    found = judge(law, NONE, "2019-07-01").evaluation.actions
    assert {each.id.partition("/")[0] for each in found} == {"mend", "aim"}


def test_two_rules_share_an_action_by_naming_it_with_the_same_person_and_day(judge):
    """§7: two rules share an action only by naming the same `action.id`."""
    law = pack(
        duty("a", action("adopt")),
        duty("b", action("adopt"), condition="{code: a}"),
        duty("other_day", action("adopt"), condition="{code: a}", due="2019-12-31"),
        duty("other_person", action("adopt", by="{fact: parent}"), condition="{code: a}"),
        duty("other_id", action("adopt-too"), condition="{code: a}"),
    )
    found = {each.id: each for each in judge(law, NONE, "2019-07-01").evaluation.actions}
    assert set(found) == {
        "adopt/so-x/2019-06-30",
        "adopt/so-x/2019-12-31",
        "adopt/ls/2019-06-30",
        "adopt-too/so-x/2019-06-30",
    }
    shared = found["adopt/so-x/2019-06-30"]
    assert set(shared.because_of) == {("t.a", "so-x", None), ("t.b", "so-x", None)}
    assert not found["adopt/so-x/2019-12-31"].overdue


def test_an_action_comes_after_that_of_another_rule_that_is_still_to_be_done(judge):
    """packs: `after`: rules whose action comes first."""
    law = pack(
        duty("first", action("first"), condition="{code: a}"),
        duty("second", action("second", after="[t.first]")),
    )
    found = {each.id: each for each in judge(law, NONE, "2019-07-01").evaluation.actions}
    assert found["second/so-x/2019-06-30"].after == ("first/so-x/2019-06-30",)
    assert found["first/so-x/2019-06-30"].after == ()
    done = department("qms: null, code: a")
    (only,) = judge(law, done, "2019-07-01").evaluation.actions
    assert only.after == ()


def test_a_duty_without_a_day_is_never_overdue(judge):
    """§4: a `due` that resolves to null is a duty without a day."""
    (found,) = judge(
        pack(duty("r", action("adopt"), due="null")), NONE, "2099-01-01"
    ).evaluation.actions
    assert (found.due, found.overdue) == (None, False)
    assert found.id.startswith("adopt/so-x")


def test_actions_name_the_item(judge):
    """§7: `for` is rule, subject, item."""
    law = pack(
        rule(
            "r",
            "per: {over: report_request, where: {to: {has: {fact: subject.id}}}}\n"
            f"require: {{code: a}}\ndue: {{fact: item.due_on}}\n{action('answer')}",
        )
    )
    facts = NONE + "".join(
        f"- {{id: q{n}, kind: report_request, to: [so-x], date: 2019-01-01, due_on: 2019-0{n}-01}}\n"
        for n in (2, 3)
    )
    found = judge(law, facts, "2019-02-15").evaluation.actions
    assert {(each.id, each.because_of, each.overdue) for each in found} == {
        ("answer/so-x/2019-02-01", (("t.r", "so-x", "q2"),), True),
        ("answer/so-x/2019-03-01", (("t.r", "so-x", "q3"),), False),
    }


def test_what_must_be_done_by_nobody_that_is_known_the_subject_must_do(judge):
    """§7: `by` is a body, and never nobody."""
    body = f"require: {{n: 1}}\ndue: 2019-06-30\n{action('pay', by='{fact: ref}')}"
    law = pack(rule("r", body, kinds="thing"), kinds=THING)
    for ref in ("n: 0", "n: 0, ref: null"):
        (found,) = judge(law, thing(ref), "2019-07-01").evaluation.actions
        assert (found.by, found.id) == ("x", "pay/x/2019-06-30")


def test_an_action_says_whether_what_asks_for_it_is_violated_or_still_due(judge):
    """§4: a continuing duty that does not hold is violated before its last day."""
    lasting = pack(rule("r", f"require: {{code: a}}\nuntil: 2019-12-31\n{action('keep')}"))
    (found,) = judge(lasting, NONE, "2019-07-01").evaluation.actions
    assert (found.outcome, found.overdue) == ("violated", False)
    later = pack(duty("r", action("adopt"), due="2019-12-31"))
    (found,) = judge(later, NONE, "2019-07-01").evaluation.actions
    assert (found.outcome, found.overdue) == ("due", False)


def test_an_action_that_two_rules_share_is_violated_where_one_of_them_is(judge):
    both = pack(
        rule("a", f"require: {{code: a}}\nuntil: 2019-12-31\n{action('adopt')}"),
        duty("b", action("adopt"), due="2019-12-31"),
    )
    (found,) = judge(both, NONE, "2019-07-01").evaluation.actions
    assert (found.outcome, len(found.because_of)) == ("violated", 2)


def test_what_comes_first_is_of_the_same_item_where_both_rules_have_items(judge):
    """§5: who must first select for a year need not have selected for the next."""
    per = "per: {over: thing}\nrequire: {item.flag: true}\ndue: 2019-06-30"
    law = pack(
        rule("first", f"{per}\naction: {{id: select, do: {{vi: Chọn, en: Select}}, by: {{fact: item.id}}}}"),
        rule("then", f"{per}\naction: {{id: go, do: {{vi: Đi, en: Go}}, by: {{fact: item.id}}, after: [t.first]}}"),
        rule("whole", f"require: {{code: a}}\ndue: 2019-06-30\n{action('end', after='[t.first]')}"),
        kinds=THING,
    )  # fmt: skip
    facts = NONE + thing("flag: false", id="a") + thing("flag: false", id="b")
    found = judge(law, facts, "2019-06-01").evaluation.actions
    after = {each.id: each.after for each in found}
    assert after["go/a/2019-06-30"] == ("select/a/2019-06-30",)
    assert after["go/b/2019-06-30"] == ("select/b/2019-06-30",)
    assert after["end/so-x/2019-06-30"] == ("select/a/2019-06-30", "select/b/2019-06-30")
