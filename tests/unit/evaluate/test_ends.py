"""What a unit that has ended, itself or with its kind, is judged on: its last day (design §3)."""

from __future__ import annotations

import pytest

from helpers import WORLD, pack, profile_of, rule

ANSWER = rule(
    "answer",
    """
    per: {over: report_request, where: {to: {has: {fact: subject.id}}}}
    require: {answers_given: {gte: 1}}
    due: {fact: item.due_on}
    """,
    kinds="district",
)
ANSWERS = """
answers_given: {for: [district], over: report, where: {answers: {eq: {fact: item.id}}}, count: true}
"""
REQUEST = "- {id: q, kind: report_request, to: [d1], date: %s, due_on: %s}\n"
ENDED = WORLD.replace("Huyện Một,", "Huyện Một, dissolved_on: 2019-06-01,")
END_OF_KIND = """
- {id: u.d, ends: {kind: district}, from: 2019-06-01, reason: {vi: Bỏ, en: No more},
   cites: [{source: law, at: Điều 3, verification: primary}]}
"""


def both(law, facts: str) -> list[tuple[object, str]]:
    """Return two ways in which the district d1 has its last day on 2019-05-31."""
    later = pack(id="u", requires="core, t", amendments=END_OF_KIND)
    return [
        (profile_of(law), ENDED + facts.replace(WORLD, "")),
        (profile_of(law, later), WORLD + facts.replace(WORLD, "")),
    ]


def test_an_item_of_a_day_after_the_end_is_none(judge):
    """§3: its items are read on its last day too."""
    law = pack(ANSWER, derived=ANSWERS)
    for law_, facts in both(law, REQUEST % ("2019-06-01", "2019-06-15")):
        found = judge(law_, facts, "2019-12-31")
        assert found.outcomes["t.answer", "d1", None] == "not_applicable"
        assert found.finding("answer", "d1").reason == "no-item"
    for law_, facts in both(law, REQUEST % ("2019-05-01", "2019-05-31")):
        assert judge(law_, facts, "2019-12-31")("answer", "d1", "q") == "violated"
    for law_, facts in both(law, REQUEST % ("2019-05-01", "2019-06-01")):
        assert judge(law_, facts, "2019-12-31")("answer", "d1", "q") == "not_applicable"


def test_the_due_day_is_that_of_the_last_day(judge):
    """§3: its due day and the aggregates behind it are read on that day too."""
    law = pack(
        rule("r", "require: {code: a}\ndue: {fact: asked.due_on}", kinds="district"),
        derived="asked.due_on: {for: [district], over: report_request, max: due_on}",
    )
    for law_, facts in both(law, REQUEST % ("2019-05-01", "2019-05-15")):
        later = "- {id: p, kind: report_request, date: 2019-06-01, due_on: 2020-06-01}\n"
        for more in ("", later):
            given = facts.replace("Huyện Một", "Huyện Một, code: b") + more
            found = judge(law_, given, "2019-12-31")
            assert found("r", "d1") == "violated"
            assert str(found.finding("r", "d1").due) == "2019-05-15"


def test_a_field_of_a_unit_whose_kind_has_ended_is_read_on_its_last_day(judge):
    """§3: an end of its kind is an end of the unit: what is dated later has not happened."""
    law = pack(
        rule("r", "require: {code: a}\ndue: {fact: qms.adopted_on}", kinds="district"),
        rule("counted", "require: {with_qms: 0}\nalways: true", kinds="province"),
        derived="""
        with_qms: {for: [province], over: district, where: {qms.applied: true}, count: true}
        """,
    )
    for law_, facts in both(law, ""):
        given = facts.replace("Huyện Một", "Huyện Một, code: b, qms: {adopted_on: 2019-06-01}")
        given = given.replace("Huyện Hai", "Huyện Hai, code: c, qms: null")
        found = judge(law_, given, "2019-12-31")
        assert found("r", "d1") == "not_applicable"  # no day then: not yet due
        assert found("counted", "ls") == "satisfied"


@pytest.mark.parametrize(
    ("day", "outcome"), [("2019-05-31", "satisfied"), ("2019-06-01", "violated")]
)
def test_of_a_unit_that_ended_another_reads_what_happened_while_it_stood(judge, day, outcome):
    """§3: as on its last day, whoever reads it, and whatever stands below its record."""
    conditions = (
        "from.qms.adopted_on: {exists: true}",
        "from.qms.it_link: {exists: true}",
        "from.last_kept: {exists: true}",
    )
    derived = "last_kept: {for: [district], over: maintenance, max: date}"
    facts = f"""
    committee_member: null, qms: {{adopted_on: {day}, it_link: {{evidence: a, date: {day}}}}},
    maintenance: [{{date: {day}, type: internal-audit}}]"""
    letter = "- {id: q, kind: report, from: d1, to: [ls], sent_on: 2019-01-01}\n"
    for condition in conditions:
        law = pack(
            rule("r", f"require: {{{condition}}}\nalways: true", kinds="report"), derived=derived
        )
        for law_, given in both(law, letter):
            given_ = given.replace("Huyện Một", f"Huyện Một, {' '.join(facts.split())}")
            assert judge(law_, given_, "2019-12-31")("r", "q") == outcome


@pytest.mark.parametrize("mode", ["always: true", "until: 2019-12-31", "due: 2019-03-31",
                                  "due: 2019-12-31", "due: null"])  # fmt: skip
def test_a_unit_established_after_its_kind_has_ended_is_never_there(judge, mode):
    """§4: before `established_on` it is not there, whatever the mode of the rule."""
    law = pack(rule("r", f"require: {{code: a}}\n{mode}", kinds="district"))
    later = pack(id="u", requires="core, t", amendments=END_OF_KIND)
    facts = WORLD.replace("Huyện Một", "Huyện Một, code: a, established_on: 2019-07-01")
    found = judge(profile_of(law, later), facts, "2019-12-31")
    assert found.outcomes["t.r", "d1", None] == "not_applicable"
    assert found.finding("r", "d1").reason == "kind-ended"


def test_what_is_encouraged_of_a_unit_that_is_never_there_is_not_applicable(judge):
    """§4: before `established_on` it is not there, whatever the mode of the rule."""
    law = pack(rule("r", "require: {code: a}", kinds="district", modality="may"))
    later = pack(id="u", requires="core, t", amendments=END_OF_KIND)
    facts = WORLD.replace("Huyện Một", "Huyện Một, code: a, established_on: 2019-07-01")
    assert judge(profile_of(law, later), facts, "2019-12-31")("r", "d1") == "not_applicable"


def test_a_continuing_duty_is_asked_of_no_day_before_the_unit_was_there(judge):
    """§4: a day within bounds is judged on every day in them on which the unit stood."""
    law = pack(
        rule(
            "r",
            "require: {qms.adopted_on: {lte: {fact: as_of, minus: {days: 1}}}}\n"
            "until: {param: day}",
            kinds="district",
        ),
        parameters="day: {type: day, verification: unverified, between: [2019-01-01, 2019-03-31]}",
    )
    facts = WORLD.replace(
        "Huyện Một",
        "Huyện Một, established_on: 2019-03-01, qms: {adopted_on: 2019-02-28, ended_on: null}",
    )
    found = judge(law, facts, "2019-12-31")
    assert found.possible("r", "d1") == {"satisfied", "not_applicable"}


def test_of_a_unit_that_ended_within_bounds_nothing_after_its_end_counts(judge):
    """§3: a unit that has ended is read as on its last day, on whichever day it is asked for."""
    law = pack(
        rule("r", "require: {v: 0}\nuntil: {param: p}", kinds="province"),
        parameters="p: {type: day, verification: unverified, between: [2019-06-01, 2019-07-31]}",
        derived="""
        v: {for: [province], over: commune, where: {qms.adopted_on: {exists: true}}, count: true}
        """,
    )
    for ended, adopted, possible in (
        ("2019-07-01", "2019-07-15", {"satisfied"}),
        ("2019-07-01", "2019-06-15", {"satisfied", "violated"}),
        ("2019-08-01", "2019-07-15", {"satisfied", "violated"}),
        ("2019-07-01", "2019-05-31", {"violated"}),
    ):
        facts = WORLD + (
            f"- {{id: c1, kind: commune, name: Xã c1, parent: d1, dissolved_on: {ended},"
            f" qms: {{adopted_on: {adopted}}}}}\n"
        )
        assert judge(law, facts, "2019-12-31").possible("r", "ls") == possible


def test_an_outcome_within_bounds_of_a_unit_that_stands_is_any_of_those_days(judge):
    """§3, §4: a unit is judged on the days asked for on which it stands, here all of them."""
    law = pack(
        rule("first", "require: {qms.adopted_on: {exists: true}}\nalways: true", kinds="commune"),
        rule(
            "then", "require: {outcome: {t.first: [violated]}}\nuntil: {param: p}", kinds="commune"
        ),
        parameters="p: {type: day, verification: unverified, between: [2019-06-01, 2019-07-31]}",
    )
    facts = WORLD + (
        "- {id: c1, kind: commune, name: Xã, parent: d1, established_on: 2010-01-01,"
        " predecessors: [], dissolved_on: 2019-12-01, qms: {adopted_on: %s}}\n"
    )
    for adopted, possible in (
        ("2019-05-31", {"violated"}),
        ("2019-07-01", {"satisfied", "violated"}),
        ("2019-08-01", {"satisfied"}),
    ):
        found = judge(law, facts % adopted, "2019-12-31")
        assert found.possible("then", "c1") == possible


def test_the_items_of_a_rule_asked_for_within_bounds_are_those_of_any_of_those_days(judge):
    """§3, §4: what comes within the bounds is an item perhaps."""
    law = pack(
        rule(
            "first",
            "per: {over: report_request}\nrequire: {item.document: a}\nalways: true",
            kinds="district",
        ),
        rule(
            "then", "require: {outcome: {t.first: [violated]}}\nuntil: {param: p}", kinds="district"
        ),
        parameters="p: {type: day, verification: unverified, between: [2019-06-01, 2019-07-31]}",
    )
    for date, possible in (
        ("2019-05-31", {"satisfied"}),
        ("2019-07-01", {"satisfied", "violated"}),
        ("2019-08-01", {"violated"}),
    ):
        request = f"- {{id: q, kind: report_request, date: {date}, document: b}}\n"
        assert judge(law, WORLD + request, "2019-12-31").possible("then", "d1") == possible


@pytest.mark.parametrize(
    ("dissolved", "reason"),
    [("2019-05-01", "unit-ended"), ("2019-06-01", "unit-ended"), ("2019-12-01", "kind-ended")],
)
def test_a_unit_ends_by_itself_or_with_its_kind_whichever_is_first(judge, dissolved, reason):
    """§3: its own end or that of its kind; what was not yet due is not_applicable."""
    law = pack(
        rule("r", "require: {code: a}\ndue: 2019-09-30", kinds="district"),
        amendments="""
        - {id: t.d, ends: {kind: district}, from: 2019-06-01, reason: {vi: Bỏ, en: No more},
           cites: [{source: law, at: Điều 3, verification: primary}]}
        """,
    )
    facts = (
        "- {id: ls, kind: province, name: Tỉnh}\n"
        "- {id: d1, kind: district, name: Huyện, parent: ls, code: b,"
        f" dissolved_on: {dissolved}}}\n"
    )
    found = judge(law, facts, "2020-06-01").finding("r", "d1")
    assert (found.outcome, found.reason) == ("not_applicable", reason)
