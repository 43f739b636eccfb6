"""What an absence says to a finding: what has not ended, what a complete file leaves out (§2)."""

from __future__ import annotations

from datetime import date

import pytest

from helpers import TRUTHS, WORLD, department, pack, rule

COLLECTED = "2019-12-31"
ANNOUNCED = """
own: {for: [department], over: qms.announcements, where: {withdrawn_on: null}, count: true}
chosen: {for: [commune], over: nominated, where: {withdrawn_on: null}, count: true}
current: {for: [department], over: procedures, where: {repealed_on: null}, count: true}
"""


def limit(condition: str, kinds: str = "department", **files: str):
    return pack(rule("r", f"require: {condition}\nalways: true", kinds=kinds), **files)


def commune(fields: str) -> str:
    return f"{WORLD}- {{id: c1, kind: commune, name: Xã c1, parent: d1, {fields}}}\n"


@pytest.mark.parametrize(
    ("day", "standing"),
    [("2019-01-01", 2), ("2019-05-31", 2), ("2019-06-01", 1), ("2019-06-02", 1)],
)
def test_only_an_entry_whose_withdrawal_is_written_is_withdrawn_and_from_that_day(
    judge, day, standing
):
    announced = "announcements: [{date: 2018-02-01}, {date: 2018-03-01, withdrawn_on: 2019-06-01}]"
    facts = department(f"qms: {{adopted_on: 2018-01-01, {announced}}}")
    law = limit(f"{{own: {standing}}}", derived=ANNOUNCED)
    assert judge(law, facts, day)("r") == "satisfied"
    chosen = "nominated: [{date: 2018-02-01}, {date: 2018-03-01, withdrawn_on: 2019-06-01}]"
    law = limit(f"{{chosen: {standing}}}", "commune", derived=ANNOUNCED)
    assert judge(law, commune(chosen), day)("r", "c1") == "satisfied"


@pytest.mark.parametrize(("day", "count"), [("2018-12-31", 2), ("2019-01-01", 1)])
def test_a_procedure_whose_repeal_is_not_written_is_in_force(judge, day, count):
    facts = department("procedures: [{code: A}, {code: B, repealed_on: 2019-01-01}]")
    law = limit(f"{{current: {count}}}", derived=ANNOUNCED)
    assert judge(law, facts, day)("r") == "satisfied"


def test_a_system_whose_end_is_not_written_is_no_former_one(judge):
    law = limit("{former.qms.adopted_on: {not_exists: true}}")
    facts = department("qms: {adopted_on: 2018-01-01}")
    assert judge(law, facts, "2030-01-01")("r") == "satisfied"
    ended = department("qms: {adopted_on: 2018-01-01, ended_on: 2019-06-01}")
    assert judge(law, ended, "2019-05-31")("r") == "satisfied"
    assert judge(law, ended, "2019-06-01")("r") == "violated"


PREDECESSORS = "n: {for: [commune], over: predecessors, count: true}"


@pytest.mark.parametrize(
    ("fields", "complete", "outcome"),
    [
        ("code: a", "", "satisfied"),
        ("established_on: 2018-01-01", "", "indeterminate"),
        ("established_on: 2018-01-01", "all", "satisfied"),
        ("established_on: 2018-01-01", "[predecessors]", "satisfied"),
        ("established_on: 2018-01-01", "[nominated]", "indeterminate"),
        ("predecessors: [{id: d1}]", "all", "violated"),
    ],
)
def test_predecessors_of_a_unit_of_long_ago_and_of_a_new_one(judge, fields, complete, outcome):
    law = limit("{n: 0}", "commune", derived=PREDECESSORS)
    found = judge(law, commune(fields), "2019-12-31", complete=complete)
    assert found("r", "c1") == outcome
    if outcome == "indeterminate":
        assert found.missing("r", "c1") == {("c1", "predecessors")}


@pytest.mark.parametrize(
    ("day", "stale"), [("2019-12-30", None), (COLLECTED, None), ("2020-01-01", date(2019, 12, 31))]
)
def test_an_absence_is_a_value_as_of_the_day_its_file_was_collected(judge, day, stale):
    """§2: `stale` on each finding that rests on a known none older than the day."""
    about = {"collected_on": COLLECTED, "complete": "all"}
    for condition in (
        "{dissolved_on: {not_exists: true}}",
        "{qms: {not_exists: true}}",
        "{own: 0}",
    ):
        law = limit(condition, derived=ANNOUNCED)
        found = judge(law, department(), day, **about)
        assert found("r") == "satisfied"
        assert found.why("r").stale == stale


ABSENT = [
    ("{qms.adopted_on: {exists: true}}", False),  # a group that is none, and all below it
    ("{own: 0}", True),  # a list that is empty
    ("{committee_member: {not_exists: true}}", True),
    ("{current: 0}", None),  # a list that no owner is without
    ("{code: x}", None),
]


@pytest.mark.parametrize(("condition", "truth"), ABSENT)
def test_what_a_complete_file_leaves_out_is_none_and_a_finding_says_on_whose_word(
    judge, condition, truth
):
    """§2: a finding that rests on it says so: `at` names the line of `complete`."""
    law = limit(condition, derived=ANNOUNCED)
    found = judge(law, department(), "2019-12-31", complete="all")
    assert TRUTHS[found("r")] is truth
    (because,) = found.why("r").because
    assert because.at == ("facts.yaml:3" if truth is not None else "facts.yaml:8")
    plain = judge(law, department(), "2019-12-31")
    assert TRUTHS[plain("r")] is None
    assert plain.why("r").because[0].at == "facts.yaml:7"


def test_a_finding_that_rests_on_what_is_written_names_that_line(judge):
    facts = f"""{WORLD.strip()}
- id: so-x
  kind: department
  name: Sở X
  parent: ls
  qms:
    adopted_on: 2018-01-01
    announcements:
      - {{date: 2018-02-01}}
"""
    law = limit("{own: 1}", derived=ANNOUNCED)
    (because,) = judge(law, facts, "2019-12-31", complete="all").why("r").because
    assert because.at == "facts.yaml:14"


def test_the_run_says_which_files_are_declared_complete(judge):
    law = limit("{own: 0}", derived=ANNOUNCED)
    files = {"a.yaml": department(), "b.yaml": "- {id: c9, kind: commune, name: X, parent: d1}"}
    notes = judge(law, files, "2019-12-31", complete="[nominated, qms]").evaluation.notes
    (note,) = [note for note in notes if note.code == "complete"]
    assert note.text["vi"].endswith(": a.yaml, b.yaml (một số trường).")  # no code in Vietnamese
    assert note.text["en"].endswith(": a.yaml, b.yaml (some fields).")
    (note,) = [
        note
        for note in judge(law, files, "2019-12-31", complete="all").evaluation.notes
        if note.code == "complete"
    ]
    for text in note.text.values():
        assert text.endswith(": a.yaml, b.yaml.")
    assert "complete" not in {n.code for n in judge(law, files, "2019-12-31").evaluation.notes}


def test_complete_is_about_fields_and_collected_about_records(judge):
    """§2: a record that is absent is not known unless its kind is declared collected."""
    derived = "n: {for: [province], over: commune, count: true}"
    law = limit("{n: 0}", "province", derived=derived)
    found = judge(law, WORLD, "2019-12-31", complete="all", collected=())
    assert found("r", "ls") == "indeterminate"
    assert judge(law, WORLD, "2019-12-31", complete="all")("r", "ls") == "satisfied"
