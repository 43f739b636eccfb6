"""Why a finding is as it is: what was compared, what is missing, what is stale (design §2, §7)."""
# ruff: noqa: E501 - facts stand a record a line

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from helpers import THING, WORLD, department, pack, rule, thing


def one(
    condition: str,
    *,
    kinds: str = "thing",
    mode: str = "always: true",
    derived: str = "",
    extra: str = "",
):
    more = {"derived": derived} if derived else {}
    body = f"require: {condition}\n{mode}\n{extra}"
    return pack(rule("r", body, kinds=kinds), kinds=THING, **more)


# missing
@pytest.mark.parametrize(
    ("condition", "fields", "missing"),
    [
        ("{n: 1}", "", ("x", "n")),
        ("{n: {lte: {fact: m}}}", "n: 1", ("x", "m")),
        ("{inner.n: 1}", "", ("x", "inner")),
        ("{inner.n: 1}", "inner: {day: 2019-01-01}", ("x", "inner.n")),
        ("{ref.code: a}", "ref: d1", ("d1", "code")),
        ("{ref.code: a}", "", ("x", "ref")),
        ("{names: {has: a}}", "", ("x", "names")),
        ("{codes: {covers: {fact: more}}}", "codes: [a]", ("x", "more")),
        ("{day: {lte: {fact: other, plus: {days: 1}}}}", "day: 2019-01-01", ("x", "other")),
    ],
)
def test_a_fact_that_is_not_known_is_named_by_record_and_path(judge, condition, fields, missing):
    """§7: `missing`: record and path."""
    found = judge(one(condition), WORLD + thing(fields), "2019-01-01")
    assert found("r", "x") == "indeterminate"
    assert found.missing("r", "x") == {missing}


def test_an_unknown_day_of_a_system_is_named(judge):
    """§2: `adopted_on` absent is not known; that of the end says that it has not ended."""
    law = one("{qms.adopted_on: {exists: true}}", kinds="department")
    assert judge(law, department(), "2019-01-01").missing("r") == {("so-x", "qms")}
    facts = department("qms: {ended_on: null}")
    assert judge(law, facts, "2019-01-01").missing("r") == {("so-x", "qms.adopted_on")}
    facts = department("qms: {}")
    assert judge(law, facts, "2019-01-01").missing("r") == {("so-x", "qms.adopted_on")}
    facts = department("qms: {adopted_on: 2018-01-01}")
    assert judge(law, facts, "2019-01-01")("r") == "satisfied"


def test_what_is_missing_of_a_member_is_named_with_the_member(judge):
    """§7: the record is the one whose fact is not known."""
    law = one(
        "{v: {gte: 2}}", kinds="province",
        derived="v: {for: [province], over: thing, where: {n: 1}, count: true}",
    )  # fmt: skip
    facts = WORLD + thing("n: 1", id="x1") + thing("", id="x2") + thing("n: 0", id="x3")
    assert judge(law, facts, "2019-01-01").missing("r", "ls") == {("x2", "n")}


def test_what_is_missing_of_an_entry_is_named_with_its_record(judge):
    """§7: record and path."""
    law = one("{v: 1}", derived="v: {for: [thing], over: entries, where: {s: a}, count: true}")
    found = judge(law, thing("entries: [{s: a}, {n: 1}]"), "2019-01-01")
    assert found("r", "x") == "indeterminate"
    missing = found.missing("r", "x")
    assert len(missing) == 1
    record, path = missing.pop()
    assert record == "x"
    assert path.startswith("entries")
    assert path.endswith("s")
    assert judge(law, thing(), "2019-01-01").missing("r", "x") == {("x", "entries")}


def test_an_amount_and_a_beneficiary_that_are_not_known_are_named(judge):
    """§7: record and path."""
    law = one(
        "{v: {lte: 10}}", kinds="commune",
        derived="v: {for: [commune], over: expenditure.beneficiaries, where: {id: {eq: {fact: subject.id}}}, sum: amount}",
    )  # fmt: skip
    facts = WORLD + "- {id: c1, kind: commune, name: Xã, parent: d1}\n"
    unknown = facts + "- {id: e1, kind: expenditure, spent_on: 2019-01-01, amount: 20}\n"
    found = judge(law, unknown, "2019-12-31")
    assert found("r", "c1") == "indeterminate"
    missing = found.missing("r", "c1")
    assert {record for record, _ in missing} == {"e1"}
    assert any("beneficiar" in path for _, path in missing)
    no_amount = facts + "- {id: e1, kind: expenditure, spent_on: 2019-01-01, beneficiary: c1}\n"
    found = judge(law, no_amount, "2019-12-31")
    assert found("r", "c1") == "indeterminate"
    assert {record for record, _ in found.missing("r", "c1")} == {"e1"}


def test_the_day_of_an_event_that_is_not_known_is_named(judge):
    """§3: an event whose day is not known may have happened or not."""
    law = one(
        "{v: {gte: 1}}", kinds="province",
        derived="v: {for: [province], over: report, count: true}",
    )  # fmt: skip
    found = judge(law, WORLD + "- {id: r1, kind: report, from: d1}\n", "2019-01-01")
    assert found.missing("r", "ls") == {("r1", "sent_on")}


def test_a_register_that_is_not_collected_is_named(judge):
    """§2: indeterminate, saying which register is not declared."""
    law = one(
        "{v: {gte: 1}}", kinds="province",
        derived="v: {for: [province], over: report, count: true}",
    )  # fmt: skip
    found = judge(law, WORLD, "2019-01-01", collected=["thing"])
    assert found("r", "ls") == "indeterminate"
    assert found.missing("r", "ls") == {(None, "report")}
    assert judge(law, WORLD, "2019-01-01", collected=["report"]).missing("r", "ls") == set()


def test_a_due_day_that_is_not_known_is_named(judge):
    """§7: the facts that are missing to tell."""
    law = one("{n: 1}", mode="due: {fact: day}")
    assert judge(law, thing("n: 0"), "2019-01-01").missing("r", "x") == {("x", "day")}


def test_what_is_missing_of_another_rule_is_named_through_its_outcome(judge):
    """§1: which facts are missing to tell."""
    law = pack(
        rule("a", "require: {n: 1}\nalways: true", kinds="thing"),
        rule("r", "require: {outcome: {t.a: [satisfied]}}\nalways: true", kinds="thing"),
        kinds=THING,
    )
    assert ("x", "n") in judge(law, thing(), "2019-01-01").missing("r", "x")


def test_a_catalogue_whose_procedures_are_not_known_is_named(judge):
    """§7: record and path."""
    law = one("{procedures.published: {has: a}}", kinds="department")
    facts = department("procedures: {catalogue: tthc}") + "- {id: tthc, kind: catalogue, name: T}\n"
    found = judge(law, facts, "2019-01-01")
    assert found("r") == "indeterminate"
    assert ("tthc", "procedures") in found.missing("r")


def test_a_decided_finding_misses_nothing(judge):
    """§7: only what leaves a finding open is missing."""
    law = one("{any: [{n: 1}, {m: 1}]}")
    found = judge(law, thing("n: 1"), "2019-01-01")
    assert found("r", "x") == "satisfied"
    assert found.missing("r", "x") == set()


# because
def test_what_was_compared_is_shown_with_its_place(judge):
    """§7: because: record, path, value, op, expected, holds, at."""
    law = one("{n: {lte: 10}}")
    because = judge(law, thing("n: 15"), "2019-01-01").because("r", "n", "x")
    assert (because.part, because.record, because.path) == ("require", "x", "n")
    assert (because.value, because.op, because.expected) == (15, "lte", 10)
    assert because.holds is False
    assert because.at == "facts.yaml:4"
    assert judge(law, thing("n: 5"), "2019-01-01").because("r", "n", "x").holds is True
    assert judge(law, thing(), "2019-01-01").because("r", "n", "x").holds is None


def test_the_place_is_the_line_of_the_field(judge):
    """§7: `at` is relative to the facts folder, with `/`."""
    law = one("{inner.n: {lte: 10}}")
    facts = "- id: x\n  kind: thing\n  inner:\n    day: 2019-01-01\n    n: 15\n"
    found = judge(law, {"below/things.yaml": facts}, "2019-01-01")
    assert found.because("r", "inner.n", "x").at == "below/things.yaml:8"


def test_a_right_side_that_is_a_fact_is_shown_with_its_value_and_path(judge):
    """§7: `expected`; a day is typed, only the document has it as a text."""
    law = one("{day: {lte: {fact: other}}}")
    because = judge(law, thing("day: 2019-07-01, other: 2018-12-20"), "2019-01-01").because(
        "r", "day", "x"
    )
    assert (because.value, because.expected, because.holds) == (
        date(2019, 7, 1),
        date(2018, 12, 20),
        False,
    )
    assert because.expected_path == "other"


def test_parts_of_a_rule_are_told_apart(judge):
    """§7: part: when, unless, require."""
    law = pack(
        rule(
            "r",
            """
            when: {n: 1}
            unless: [{condition: {m: 1}, cites: [{source: law, at: Điều 2, verification: primary}]}]
            require: {s: a}
            always: true
            """,
            kinds="thing",
        ),
        kinds=THING,
    )
    why = judge(law, thing("n: 1, m: 0, s: b"), "2019-01-01").why("r", "x")
    parts = {because.path: (because.part, because.holds) for because in why.because}
    assert parts["s"] == ("require", False)
    assert set(parts) <= {"n", "m", "s"}
    assert parts.get("n", ("when", True)) == ("when", True)
    assert parts.get("m", ("unless", False)) == ("unless", False)
    excepted = judge(law, thing("n: 1, m: 1, s: b"), "2019-01-01").why("r", "x")
    assert ("unless", "m", True) in {(b.part, b.path, b.holds) for b in excepted.because}
    outside = judge(law, thing("n: 0, m: 0, s: b"), "2019-01-01").why("r", "x")
    assert ("when", "n", False) in {(b.part, b.path, b.holds) for b in outside.because}


def test_a_share_is_shown_as_an_exact_fraction(judge):
    """§5: shares are exact fractions, never floats."""
    law = one(
        "{v: {gte: 70%}}", kinds="province",
        derived="v: {for: [province], over: thing, among: {n: {gte: 0}}, where: {n: 1}, share: true}",
    )  # fmt: skip
    facts = WORLD + thing("n: 1", id="x1") + thing("n: 0", id="x2") + thing("n: 0", id="x3")
    because = judge(law, facts, "2019-01-01").because("r", "v", "ls")
    assert (because.value, because.expected, because.holds) == (
        Fraction(1, 3),
        Fraction(7, 10),
        False,
    )


def test_a_value_within_bounds_shows_both_ends(judge):
    """§7: a value within bounds has `low` and `high`."""
    law = one(
        "{v: {gte: 2}}", kinds="province",
        derived="v: {for: [province], over: thing, where: {n: 1}, count: true}",
    )  # fmt: skip
    facts = WORLD + thing("n: 1", id="x1") + thing("", id="x2")
    because = judge(law, facts, "2019-01-01").because("r", "v", "ls")
    assert because.bounded
    assert (because.low, because.high, because.holds) == (1, 2, None)


# stale, details
def test_a_finding_that_rests_on_an_older_known_none_is_stale(judge):
    """§2: `stale` on each finding that rests on a known none older than the day."""
    law = one("{qms.adopted_on: {exists: true}}", kinds="department")
    for facts in (department("qms: null"),):
        old = judge(law, facts, "2020-06-30", collected_on="2019-12-31")
        assert old("r") == "violated"
        assert old.why("r").stale == date(2019, 12, 31)
        assert old.evaluation.notes
        on_the_day = judge(law, facts, "2019-12-31", collected_on="2019-12-31")
        assert on_the_day.why("r").stale is None


@pytest.mark.parametrize("n", [0, 1, 2])
def test_a_finding_that_rests_on_what_is_there_is_not_stale(judge, n):
    """§2: only what rests on a known none; a number that is written is none."""
    found = judge(one("{n: 1}"), thing(f"n: {n}"), "2020-06-30", collected_on="2019-12-31")
    assert found.why("r", "x").stale is None


def test_an_empty_list_is_a_known_none(judge):
    """§2: null or [] is known to be none."""
    law = one("{v: {gte: 1}}", derived="v: {for: [thing], over: entries, count: true}")
    found = judge(law, thing("entries: []"), "2020-06-30", collected_on="2019-12-31")
    assert found.why("r", "x").stale == date(2019, 12, 31)


def test_details_are_the_values_that_the_rule_names(judge):
    """packs: details: {name: {fact: path}}."""
    law = one(
        "{v: {empty: true}}",
        derived="v: {for: [thing], difference: [codes, more]}",
        extra="details: {missing_codes: {fact: v}, number: {fact: n}}",
    )
    details = (
        judge(law, thing("codes: [b, a], more: [a], n: 3"), "2019-01-01").why("r", "x").details
    )
    assert list(details["missing_codes"]) == ["b"]
    assert details["number"] == 3


def test_a_day_that_is_there_is_not_missing_though_it_leaves_open_whether_a_thing_was(judge):
    """§7: `missing` names only what is absent: here the day by which, and no day of the entry."""
    law = pack(
        rule("r", "require: {v: {gte: 1}}\nuntil: {param: p}", kinds="commune"),
        parameters="p: {type: day, verification: unverified, between: [2019-06-01, 2019-07-31]}",
        derived="v: {for: [commune], over: qms.announcements, count: true}",
    )
    facts = (
        f"{WORLD}- {{id: c1, kind: commune, name: Xã, parent: d1, qms:"
        " {adopted_on: 2019-01-01, announcements: [{date: 2019-07-01}]}}\n"
    )
    found = judge(law, facts, "2019-12-31")
    assert found("r", "c1") == "indeterminate"
    assert found.missing("r", "c1") == {(None, "param.t.p")}


def test_the_day_of_an_entry_that_cannot_count_is_not_missing(judge):
    """§7: filling what is missing decides the finding: nothing is asked for that tells nothing."""
    law = pack(
        rule("r", "require: {v: {gte: 1}}\nalways: true", kinds="box"),
        kinds="""
        kinds:
          box:
            title: {vi: Hộp, en: Box}
            fields:
              lids:
                type: list
                of: {type: object, dated: {on: on}, fields: {on: {type: day}, n: {type: money}}}
        """,
        derived="v: {for: [box], over: lids, where: {n: 1}, count: true}",
    )
    found = judge(law, "- {id: b, kind: box, lids: [{n: 1}, {n: 2}]}\n", "2019-12-31")
    assert found.missing("r", "b") == {("b", "lids.0.on")}


def test_the_day_of_the_group_that_names_a_catalogue_is_missing(judge):
    """§7: it would tell whether the entries of the catalogue, which are all there, count here."""
    law = pack(
        rule("r", "require: {v: {gte: 1}}\nalways: true", kinds="box"),
        kinds="""
        kinds:
          box:
            title: {vi: Hộp, en: Box}
            fields:
              sys:
                type: object
                dated: {on: on}
                fields:
                  on: {type: day}
                  procedures:
                    type: list
                    catalogue: catalogue
                    of: {type: object, fields: {code: {type: text}}}
        """,
        derived="v: {for: [box], over: sys.procedures, count: true}",
    )
    facts = (
        "- {id: k, kind: catalogue, name: K, procedures: [{code: '1', published_on: 2018-01-01}]}\n"
    )
    facts += "- {id: b, kind: box, sys: {procedures: {catalogue: k}}}\n"
    found = judge(law, facts, "2019-12-31")
    assert found("r", "b") == "indeterminate"
    assert found.missing("r", "b") == {("b", "sys.on")}
