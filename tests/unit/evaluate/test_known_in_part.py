"""What is known of a value that is not known: that it is there, its latest day (§3, §4)."""

from __future__ import annotations

from datetime import date

import pytest

from helpers import THING, TRUTHS, WORLD, pack, rule, thing
from helpers import truth_of_value as truth

SHEETS = """
kinds:
  sheet:
    title: {vi: Tờ, en: Sheet}
    dated: {on: on}
    fields:
      on: {type: day}
      sent: {type: day}
      wanted: {type: day, planned: true}
      year: {type: year}
      by: {type: reference}
      sys:
        type: object
        dated: {on: on}
        fields:
          on: {type: day}
          flag: {type: yes_no}
          s: {type: text}
          codes: {type: codes}
          names: {type: list, of: {type: text}}
          ref: {type: reference}
          during: {type: period}
          inner: {type: object, fields: {flag: {type: yes_no}}}
"""


def sheet(judge, condition: str, fields: str, day: str = "2019-12-31") -> bool | None:
    """Return what a condition on a sheet comes to."""
    law = pack(rule("r", f"require: {condition}\nalways: true", kinds="sheet"), kinds=SHEETS)
    facts = f"{WORLD}- {{id: x, kind: sheet, on: 2018-01-01{fields and ', '}{fields}}}\n"
    found = judge(law, facts, day)("r", "x")
    return {"satisfied": True, "violated": False, "indeterminate": None}[found]


# yes or no
@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("{v: {exists: true}}", True),
        ("{v: {not_exists: true}}", False),
        ("{v: null}", False),
        ("{v: {ne: null}}", True),
        ("{v: {in: [null]}}", False),
        ("{v: true}", None),
        ("{v: {ne: true}}", None),
        ("{v: {in: [true, null]}}", None),
        ("{v: {eq: {fact: flag}}}", False),
        ("{flag: {eq: {fact: v}}}", False),
        ("{v: {ne: {fact: flag}}}", True),
        ("{v: {eq: {fact: v}}}", None),
        ("{other_v: {exists: true}}", True),
        ("{other_v: {eq: {fact: v}}}", None),
    ],
)
@pytest.mark.parametrize(
    "derived", ["holds: {n: 1}", "over: entries, any: true"]
)  # fmt: skip
def test_a_condition_as_a_value_is_never_none(judge, derived, condition, holds):
    """§4: `any` and `holds` are yes or no, be it not known which."""
    law = pack(
        rule("r", f"require: {condition}\nalways: true", kinds="thing"),
        kinds=THING,
        derived=f"v: {{for: [thing], {derived}}}\nother_v: {{for: [thing], holds: {{m: 1}}}}",
    )
    found = judge(law, thing("flag: null"), "2019-01-01")
    outcomes = {True: "satisfied", False: "violated", None: "indeterminate"}
    assert found("r", "x") == outcomes[holds]
    assert bool(found.missing("r", "x")) is (holds is None)


def test_whether_a_body_is_in_force_is_never_none(judge):
    """§3: it stands or not, also on a day that is known only within bounds."""
    law = pack(
        rule("r", "require: {in_force: {exists: true}}\nuntil: {param: p}", kinds="district"),
        parameters="p: {type: day, verification: unverified, between: [2019-01-01, 2019-12-31]}",
        amendments="""
        - {id: t.d, ends: {kind: district}, from: 2019-06-01, reason: {vi: Bỏ, en: No more},
           cites: [{source: law, at: Điều 3, verification: primary}]}
        """,
    )
    assert judge(law, WORLD, "2020-12-31")("r", "d1") == "satisfied"


# days of events
@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("{sent: {gt: 2019-12-31}}", False),
        ("{sent: {gte: 2019-12-31}}", None),
        ("{sent: {lte: 2019-12-31}}", None),  # it may be none
        ("{sent: 2020-01-01}", False),
        ("{sent: {in: [2020-01-01, 2021-01-01]}}", False),
        ("{sent: 2019-12-31}", None),
        ("{sent: {exists: true}}", None),
        ("{sent: {gt: {fact: as_of}}}", False),
        ("{sent: {gt: {fact: as_of, minus: {days: 1}}}}", None),
        ("{wanted: {gt: 2019-12-31}}", None),  # what is planned may lie ahead
    ],
)
def test_a_day_of_an_event_that_is_not_known_is_none_or_not_after_the_day(judge, condition, holds):
    """§3: an event whose day is not known: read on A its day is null or not after A."""
    assert sheet(judge, condition, "") is holds


def test_a_day_of_an_event_that_is_not_known_is_shown_as_such_and_named(judge):
    """§7: `missing`: record and path; nothing of use is known of the value."""
    law = pack(
        rule("r", "require: {sent: {lte: 2019-06-30}}\nalways: true", kinds="sheet"), kinds=SHEETS
    )
    found = judge(law, "- {id: x, kind: sheet, on: 2018-01-01}\n", "2019-12-31")
    because = found.because("r", "sent", "x")
    assert (because.value, because.bounded, because.holds) == (None, False, None)
    assert found.missing("r", "x") == {("x", "sent")}


def test_a_duty_by_a_day_of_an_event_that_is_not_known_has_none_or_a_passed_one(judge):
    """§3, §4: it cannot fall due later than that day allows."""
    law = pack(
        rule("r", "require: {by: ls}\ndue: {fact: sent, minus: {days: 1}}", kinds="sheet"),
        kinds=SHEETS,
    )
    found = judge(law, f"{WORLD}- {{id: x, kind: sheet, on: 2018-01-01, by: d1}}", "2019-12-31")
    assert found.possible("r", "x") == {"due", "violated"}
    derived = "over: sheet, max: sent"
    law = pack(
        rule("r", "require: {v: {lte: 2019-12-31}}\nalways: true", kinds="province"),
        kinds=SHEETS,
        derived=f"v: {{for: [province], {derived}}}",
    )
    facts = WORLD + "- {id: x, kind: sheet, on: 2018-01-01, sent: 2018-02-01}\n"
    facts += "- {id: y, kind: sheet, on: 2018-01-01}\n"
    assert judge(law, facts, "2019-12-31")("r", "ls") == "satisfied"


# perhaps there
KNOWN = "flag: false, during: 2018-2019, s: a, codes: [a], names: [], ref: d1, inner: {flag: true}"


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("{sys.flag: true}", False),
        ("{sys.flag: false}", None),
        ("{sys.flag: {ne: true}}", True),
        ("{sys.flag: null}", None),
        ("{sys.flag: {exists: true}}", None),
        ("{sys.inner.flag: false}", False),
        ("{sys.s: b}", False),
        ("{sys.s: a}", None),
        ("{sys.s: {in: [b, c]}}", False),
        ("{sys.s: {in: [a, b]}}", None),
        ("{sys.s: {in: [b, null]}}", False),
        ("{sys.s: {matches: 'b.*'}}", False),
        ("{sys.s: {matches: 'a'}}", None),
        ("{sys.codes: {has: b}}", False),
        ("{sys.codes: {has: a}}", None),
        ("{sys.codes: {covers: [b]}}", False),
        ("{sys.codes: {covers: [a]}}", None),
        ("{sys.codes: {empty: true}}", None),
        ("{sys.names: {empty: true}}", True),
        ("{sys.during: {covers_year: 2020}}", False),
        ("{sys.during: {covers_year: 2019}}", None),
        ("{sys.during: {covers_year: {fact: year}}}", None),
        ("{sys.ref: {under: ls}}", None),
        ("{sys.ref: {under: zz}}", None),  # the parent of ls is not given
        ("{sys.ref.parent: {under: d1}}", None),
        ("{sys.ref.kind: commune}", False),
        ("{sys.ref.kind: district}", None),
        ("{sys.s: {eq: {fact: sys.s}}}", None),
        ("{sys.s: {eq: {fact: by}}}", False),
        ("{by: {eq: {fact: sys.ref}}}", False),
        ("{by: {ne: {fact: sys.ref}}}", True),
    ],
)
def test_a_value_below_what_is_there_perhaps_is_that_or_none(judge, condition, holds):
    """§4: a value decides where every value it may be, and null, decide alike."""
    assert sheet(judge, condition, f"by: ls, year: 2019, sys: {{{KNOWN}}}") is holds


def test_what_is_one_of_two_values_is_shown_as_both(judge):
    """§7: what is shown makes the comparison what it is."""
    law = pack(
        rule("r", "require: {sys.flag: {eq: {fact: v}}}\nalways: true", kinds="sheet"),
        kinds=SHEETS,
        derived="v: {for: [sheet], holds: {by: ls}}",
    )
    facts = f"{WORLD}- {{id: x, kind: sheet, on: 2018-01-01, sys: {{flag: false}}}}\n"
    because = judge(law, facts, "2019-12-31").because("r", "sys.flag", "x")
    assert (because.value, because.either) == (None, (False, None))
    assert (because.expected, because.expected_either, because.holds) == (None, (True, False), None)


def test_of_two_lists_perhaps_there_what_both_decide_alike_is_decided(judge):
    """§4: three-valued."""
    law = "{sys.codes: {covers: {fact: sys.names}}}"
    assert sheet(judge, law, f"sys: {{{KNOWN}}}") is True
    assert sheet(judge, law, "sys: {codes: [a], names: [b]}") is None


def test_what_a_list_perhaps_there_joins_counts_perhaps(judge):
    """§4: such a member counts in every group it may belong to as 0 to 1."""
    derived = "over: sheet, where: {sys.s: a}, count: true"
    facts = "- {id: y, kind: sheet, on: 2018-01-01, sys: {s: %s}}\n"
    law = pack(
        rule("r", "require: {v: 0}\nalways: true", kinds="province"),
        kinds=SHEETS,
        derived=f"v: {{for: [province], {derived}}}",
    )
    assert judge(law, WORLD + facts % "a", "2019-12-31")("r", "ls") == "indeterminate"
    assert judge(law, WORLD + facts % "b", "2019-12-31")("r", "ls") == "satisfied"


# the latest of several of one day
TIE = "entries: [{day: 2019-01-01, n: 5, s: a}, {day: 2019-01-01, n: 7, s: b}]"


@pytest.mark.parametrize(
    ("take", "condition", "holds"),
    [
        ("n", "{v: {gte: 5}}", True),
        ("n", "{v: {gte: 6}}", None),
        ("n", "{v: {gt: 7}}", False),
        ("n", "{v: 6}", None),
        ("n", "{v: {exists: true}}", True),
        ("s", "{v: a}", None),
    ],
)
def test_the_latest_of_two_of_one_day_decides_what_both_decide_alike(judge, take, condition, holds):
    """§4: a value within bounds decides where every value in them decides alike."""
    derived = f"over: entries, latest: day, take: {take}"
    assert truth(judge, derived, condition, thing(TIE)) is holds


SCOPES = pack(
    rule("has", "require: {qms.scope.covered: {has: '1'}}\nalways: true", kinds="commune"),
    rule(
        "covers",
        "require: {qms.scope.covered: {covers: ['1', '2']}}\nalways: true",
        kinds="commune",
    ),
    rule("all", "require: {qms.scope.covered: {covers: all}}\nalways: true", kinds="commune"),
)


def test_the_latest_of_two_lists_of_one_day_holds_what_both_hold(judge):
    """§4: what both lists hold is held, whichever is the latest."""
    facts = (
        f"{WORLD}- {{id: c1, kind: commune, name: Xã, parent: d1, qms: {{adopted_on: 2018-01-01,"
        " scope: [{from: 2018-01-01, covers: %s}, {from: 2018-01-01, covers: %s}]}}\n"
    )
    found = judge(SCOPES, facts % ("['1', '2']", "['1', '3']"), "2019-01-01")
    assert [found(name, "c1") for name in ("has", "covers", "all")] == [
        "satisfied", "indeterminate", "indeterminate",
    ]  # fmt: skip
    found = judge(SCOPES, facts % ("all", "['1', '3']"), "2019-01-01")
    assert [found(name, "c1") for name in ("has", "covers", "all")] == [
        "satisfied", "indeterminate", "indeterminate",
    ]  # fmt: skip


# missing
def test_what_keeps_open_whether_a_duty_was_made_good_is_named(judge):
    """§7: filling all of `missing` decides the finding, where `when` no longer holds too."""
    law = pack(
        rule(
            "r",
            "when: {qms.applied: true}\nrequire: {counted: {gte: 1}}\ndue: 2019-06-30",
            kinds="commune",
        ),
        derived="""
        counted: {for: [commune], over: expenditure, where: {amount: {gte: 5}}, count: true}
        """,
    )
    facts = (
        f"{WORLD}- {{id: c1, kind: commune, name: Xã, parent: d1,"
        " qms: {adopted_on: 2018-01-01, ended_on: 2019-07-01}}\n"
        "- {id: e, kind: expenditure, spent_on: 2019-08-01}\n"
    )
    found = judge(law, facts, "2019-12-31")
    assert found.possible("r", "c1") == {"satisfied_late", "violated"}
    assert found.missing("r", "c1") == {("e", "amount")}
    assert found.finding("r", "c1").due == date(2019, 6, 30)


def test_the_outcome_of_what_had_not_happened_is_not_applicable(judge):
    """§3, §4: as of the day judged the subject is not there."""
    law = pack(
        rule("first", "require: {by: ls}\nalways: true", kinds="sheet"),
        rule(
            "then",
            "require: {outcome: {t.first: [not_applicable]}}\nuntil: 2018-12-31",
            kinds="sheet",
        ),
        kinds=SHEETS,
    )
    for on, outcome in (
        ("on: 2019-06-30, ", "satisfied"),
        ("on: 2018-06-30, ", "violated"),
        ("", "indeterminate"),
    ):
        facts = f"{WORLD}- {{id: x, kind: sheet, {on}by: ls}}\n"
        assert judge(law, facts, "2019-12-31")("then", "x") == outcome


WITHIN = "v: {for: [thing], over: entries, where: {s: a}, sum: n}"  # 5 to 10 of the entries below
ENTRIES = "entries: [{n: 5, s: a}, {n: 5}]"


@pytest.mark.parametrize(
    ("condition", "holds"),
    [("gte: 5", True), ("gte: 6", None), ("gte: 10", None), ("gt: 10", False), ("lte: 10", True)],
)
def test_the_greatest_of_values_within_bounds_is_no_more_than_is_known(judge, condition, holds):
    """§4: a value known only within bounds decides where every value in them decides alike."""
    law = pack(
        rule("r", f"require: {{top: {{{condition}}}}}\nalways: true", kinds="thing"),
        kinds=THING,
        derived=f"{WITHIN}\ntop: {{for: [thing], over: thing, max: v}}",
    )
    assert TRUTHS[judge(law, thing(ENTRIES), "2019-01-01")("r", "x")] is holds


@pytest.mark.parametrize(("given", "holds"), [(4, False), (5, None), (7, None), (11, False)])
def test_what_equals_a_value_within_bounds_is_not_known(judge, given, holds):
    """§4: on whichever side of a comparison it stands."""
    for condition in ("m: {eq: {fact: v}}", "v: {eq: {fact: m}}"):
        law = pack(
            rule("r", f"require: {{{condition}}}\nalways: true", kinds="thing"),
            kinds=THING,
            derived=WITHIN,
        )
        found = judge(law, thing(f"m: {given}, {ENTRIES}"), "2019-01-01")
        assert TRUTHS[found("r", "x")] is holds


@pytest.mark.parametrize("condition", ["v: {eq: {fact: top}}", "top: {eq: {fact: v}}"])
def test_what_lies_apart_is_not_the_same_though_one_side_may_be_none(judge, condition):
    """§4: null equals null alone, and no number between 5 and 10 is 20."""
    law = pack(
        rule("r", f"require: {{{condition}}}\nalways: true", kinds="thing"),
        kinds=THING,
        derived=f"{WITHIN}\ntop: {{for: [thing], over: entries, where: {{ref: d1}}, min: n}}",
    )
    facts = "entries: [{n: 5, s: a, ref: d2}, {n: 5, ref: d2}, {n: %d, s: b}]"
    assert judge(law, WORLD + thing(facts % 20), "2019-01-01")("r", "x") == "violated"
    assert judge(law, WORLD + thing(facts % 7), "2019-01-01")("r", "x") == "indeterminate"


@pytest.mark.parametrize(
    ("condition", "holds"),
    [("{has: b}", True), ("{has: a}", None), ("{empty: true}", False)],
)
def test_what_a_list_perhaps_there_takes_away_is_perhaps_left(judge, condition, holds):
    """§4: it is taken away, or nothing is."""
    law = pack(
        rule("r", f"require: {{v: {condition}}}\nalways: true", kinds="sheet"),
        kinds=SHEETS,
        derived="""
        numbers: {for: [sheet], over: decision, list: number}
        v: {for: [sheet], difference: [numbers, sys.codes]}
        """,
    )
    facts = (
        f"{WORLD}- {{id: x, kind: sheet, on: 2018-01-01, sys: {{codes: [a]}}}}\n"
        "- {id: q1, kind: decision, date: 2019-01-01, number: a}\n"
        "- {id: q2, kind: decision, date: 2019-01-01, number: b}\n"
    )
    assert TRUTHS[judge(law, facts, "2019-12-31")("r", "x")] is holds


def test_what_is_read_of_a_body_that_is_perhaps_the_latest_is_read_perhaps(judge):
    """§4: an entry whose day is not known may have none, and then is no latest one."""
    derived = "over: entries, latest: day, take: ref"
    districts = WORLD.replace("Huyện Một, parent: ls", "Huyện Một, parent: ls, code: a")
    for entry, condition, holds in (
        ("day: 2019-01-01, ref: d1", "{v.code: a}", True),
        ("ref: d1", "{v.code: a}", None),
        ("ref: d1", "{v.code: b}", False),
        ("day: 2019-01-01, ref: d1", "{v.parent.kind: province}", True),
    ):
        law = pack(
            rule("r", f"require: {condition}\nalways: true", kinds="thing"),
            kinds=THING,
            derived=f"v: {{for: [thing], {derived}}}",
        )
        found = judge(law, districts + thing(f"entries: [{{{entry}}}]"), "2019-12-31")
        assert TRUTHS[found("r", "x")] is holds
