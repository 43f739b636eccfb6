"""Rules with one finding an item (design §4, packs)."""
# ruff: noqa: A002, E501 - `id` is what facts call it; they stand a record a line

from __future__ import annotations

from helpers import THING, WORLD, pack, rule, thing

REQUESTS = pack(
    rule(
        "answer",
        """
        per: {over: report_request, where: {all: [{to: {has: {fact: subject.id}}}, {type: progress}]}}
        require: {answers_given: {gte: 1}}
        due: {fact: item.due_on}
        """,
        kinds="district",
    ),
    derived="""
    answers_given:
      for: [district]
      over: report
      where: {all: [{answers: {eq: {fact: item.id}}}, {from: {eq: {fact: subject.id}}}]}
      count: true
    """,
)


def request(id: str, *, to: str | None = "[d1]", due: str | None = "2019-06-30",
            type: str | None = "progress", date: str | None = "2019-01-01") -> str:  # fmt: skip
    fields = {"to": to, "due_on": due, "type": type, "date": date}
    said = "".join(f", {key}: {value}" for key, value in fields.items() if value is not None)
    return f"- {{id: {id}, kind: report_request{said}}}\n"


def report(id: str, answers: str, sent_on: str, *, by: str = "d1") -> str:
    return f"- {{id: {id}, kind: report, from: {by}, to: [ls], answers: {answers}, sent_on: {sent_on}}}\n"


def test_each_item_has_a_finding_of_its_own(judge):
    """packs: `per` gives one finding for each item."""
    facts = (
        WORLD + request("q1") + request("q2") + request("q3", due="2020-01-31")
        + request("q4", type="periodic") + request("q5", to="[d2]") + report("r1", "q1", "2019-06-30")
        + report("r2", "q2", "2019-07-01") + report("r3", "q3", "2019-03-01", by="d2")
    )  # fmt: skip
    found = judge(REQUESTS, facts, "2019-12-31")
    assert found.outcomes == {
        ("t.answer", "d1", "q1"): "satisfied",
        ("t.answer", "d1", "q2"): "satisfied_late",
        ("t.answer", "d1", "q3"): "due",
        ("t.answer", "d2", "q5"): "violated",
    }
    assert str(found.finding("answer", "d1", "q3").due) == "2020-01-31"


def test_an_item_of_a_later_day_is_not_there(judge):
    """§3: what is dated after A has not happened."""
    facts = WORLD + request("q1") + request("q2", date="2019-03-01")
    assert set(judge(REQUESTS, facts, "2019-02-28").outcomes) == {
        ("t.answer", "d1", "q1"), ("t.answer", "d2", None),
    }  # fmt: skip
    assert ("t.answer", "d1", "q2") in judge(REQUESTS, facts, "2019-03-01").outcomes


def test_without_an_item_the_rule_is_not_applicable_once(judge):
    """§4: not_applicable: no item."""
    found = judge(REQUESTS, WORLD, "2019-12-31", collected=["report_request"])
    assert found.outcomes == {
        ("t.answer", "d1", None): "not_applicable", ("t.answer", "d2", None): "not_applicable",
    }  # fmt: skip
    assert found.finding("answer", "d1").reason == "no-item"


def test_without_the_whole_register_there_may_be_an_item(judge):
    """§2: what rests on the absence of a record is indeterminate, saying which register."""
    found = judge(REQUESTS, WORLD, "2019-12-31", collected=["report"])
    assert found("answer", "d1") == "indeterminate"
    assert "not_applicable" in found.possible("answer", "d1")
    assert "violated" in found.possible("answer", "d1")
    assert (None, "report_request") in found.missing("answer", "d1")


def test_items_that_are_known_are_judged_without_the_whole_register(judge):
    """§4: each item gets exactly one outcome."""
    facts = WORLD + request("q1") + report("r1", "q1", "2019-06-30")
    found = judge(REQUESTS, facts, "2019-12-31", collected=[])
    assert found("answer", "d1", "q1") == "satisfied"
    facts = WORLD + request("q1")
    found = judge(REQUESTS, facts, "2019-12-31", collected=[])
    assert found.possible("answer", "d1", "q1") == {"satisfied", "satisfied_late", "violated"}
    assert (None, "report") in found.missing("answer", "d1", "q1")


def test_what_may_be_an_item_may_be_not_applicable(judge):
    """§4: if that is unknown: not_applicable ∪ what the requirement gives."""
    for doubtful in (request("q1", type=None), request("q1", to=None), request("q1", date=None)):
        found = judge(REQUESTS, WORLD + doubtful, "2019-12-31")
        assert found("answer", "d1", "q1") == "indeterminate"
        assert found.possible("answer", "d1", "q1") == {"not_applicable", "violated"}


def test_what_would_tell_whether_it_is_an_item_is_named(judge):
    """§1: which facts are missing to tell; §7: `missing`: record and path."""
    for field, doubtful in (
        ("type", request("q1", type=None)),
        ("to", request("q1", to=None)),
        ("date", request("q1", date=None)),
    ):
        found = judge(REQUESTS, WORLD + doubtful, "2019-12-31")
        assert ("q1", field) in found.missing("answer", "d1", "q1")


def test_an_item_without_a_due_day_is_due_and_one_whose_day_is_not_known_open(judge):
    """§4: a `due` that resolves to null is a duty without a day."""
    facts = WORLD + request("q1", due="null") + request("q2", due=None)
    found = judge(REQUESTS, facts, "2099-12-31")
    assert found("answer", "d1", "q1") == "due"
    assert found.possible("answer", "d1", "q2") == {"due", "violated"}
    assert ("q2", "due_on") in found.missing("answer", "d1", "q2")


def test_reference_records_are_items(judge):
    """§5: records that the instrument itself lays down; `item.` is the item."""
    law = pack(
        rule(
            "plan",
            """
            per: {over: plan_year, where: {year: {in: [2018, 2019]}}}
            require: {reviews: {gte: 1}}
            due: {year_end: item.year}
            """,
            kinds="thing",
        ),
        kinds=THING + """
          plan_year:
            title: {vi: Năm, en: Year}
            reference: true
            fields: {name: {type: text}, year: {type: year}}
        """.replace("\n        ", "\n"),
        reference="""
        records:
          - {id: t.2018, kind: plan_year, year: 2018}
          - {id: t.2019, kind: plan_year, year: 2019}
          - {id: t.2020, kind: plan_year, year: 2020}
        """,
        derived="reviews: {for: [thing], over: activity, where: {year: {eq: {fact: item.year}}}, count: true}",
    )  # fmt: skip
    facts = WORLD + thing() + "- {id: a, kind: activity, date: 2018-05-01, year: 2018}\n"
    found = judge(law, facts, "2019-12-31", collected=["activity"])
    assert found.outcomes == {
        ("t.plan", "x", "t.2018"): "satisfied", ("t.plan", "x", "t.2019"): "due",
    }  # fmt: skip
    found = judge(law, facts, "2020-01-01", collected=["activity"])
    assert found("plan", "x", "t.2019") == "violated"


def test_what_an_item_is_chosen_by_is_missing_though_the_subject_came_after_the_day(judge):
    """§4: whether there is an item is asked on the day of the run, not on that of the duty."""
    law = pack(
        rule(
            "r",
            """
            per:
              over: plan_year
              where:
                any:
                  - {year: 2019}
                  - all: [{subject.date: {exists: true}}, {subject.year: {eq: {fact: year}}}]
            require: {document: a}
            due: 2019-01-01
            """,
            kinds="activity",
        ),
        kinds="""
        kinds:
          plan_year:
            title: {vi: Năm, en: Year}
            reference: true
            fields: {name: {type: text}, year: {type: year}}
        """,
        reference="records: [{id: t.2018, kind: plan_year, year: 2018}]",
    )
    facts = WORLD + "- {id: a, kind: activity, date: 2020-01-01, document: b}\n"
    found = judge(law, facts, "2020-06-30", collected=["activity"])
    assert found.outcomes == {("t.r", "a", "t.2018"): "indeterminate"}
    assert ("a", "year") in found.missing("r", "a", "t.2018")


def test_items_joined_on_what_is_not_known_of_the_subject_are_items_perhaps(judge):
    """§4: none is ruled out for want of the facts by which it would be chosen."""
    law = pack(
        rule(
            "r",
            """
            per: {over: activity, where: {by.code: {eq: {fact: subject.code}}}}
            require: {item.document: a}
            always: true
            """,
            kinds="commune",
        )
    )
    facts = WORLD + (
        "- {id: c1, kind: commune, name: Xã, parent: d1}\n"
        "- {id: c2, kind: commune, name: Xã 2, parent: d1, code: '00002'}\n"
        "- {id: a1, kind: activity, date: 2019-01-01, document: b, by: c2}\n"
        "- {id: a2, kind: activity, date: 2019-01-01, document: b}\n"
    )
    found = judge(law, facts, "2019-12-31", collected=["activity"])
    assert found.outcomes == {
        ("t.r", "c1", "a1"): "indeterminate",
        ("t.r", "c1", "a2"): "indeterminate",
        ("t.r", "c2", "a1"): "violated",
        ("t.r", "c2", "a2"): "indeterminate",
    }
    assert ("c1", "code") in found.missing("r", "c1", "a1")


def test_a_rule_not_in_force_has_one_finding_a_subject(judge):
    """§4: exactly one outcome for each subject and item."""
    facts = WORLD + request("q1")
    law = pack(
        rule("r", "require: {code: a}\nalways: true", kinds="district"),
        rule(
            "answer",
            "per: {over: report_request, where: {to: {has: {fact: subject.id}}}}\n"
            "require: {code: a}\nalways: true\nin_force: {from: 2030-01-01}",
            kinds="district",
        ),
    )
    found = judge(law, facts, "2019-12-31")
    outcomes = [outcome for (name, *_), outcome in found.outcomes.items() if name == "t.answer"]
    assert outcomes == ["not_applicable"] * 2


NAMED = pack(
    rule(
        "answer",
        """
        per: {over: report_request, where: {all: [{subject.id: d1}, {type: progress}]}}
        when: {id: d1}
        require: {item.document: {exists: true}}
        always: true
        """,
        kinds="district",
    )
)


def test_a_body_that_a_rule_does_not_name_has_no_open_items(judge):
    """§3, §4: what a register may still hold is open for the body that is named, for no other."""
    found = judge(NAMED, WORLD, "2019-08-01", collected=("district",))
    assert {key[1]: outcome for key, outcome in found.outcomes.items()} == {
        "d1": "indeterminate",
        "d2": "not_applicable",
    }


def in_doubt(body: str):
    item = "per: {over: report_request, where: {to: {has: {fact: subject.id}}}}"
    return pack(rule("answer", f"{item}\n{body}", kinds="district"))


def test_an_absent_item_is_ruled_out_on_every_day_on_which_it_may_be_judged(judge):
    """§2, §4: judged on the facts as of D, on which the rule may have applied."""
    law = in_doubt("when: {qms.applied: true}\nrequire: {code: a}\ndue: {fact: item.due_on}")
    qms = "qms: {adopted_on: 2019-01-01, ended_on: 2019-06-01}, code: b"
    facts = WORLD.replace("Huyện Một,", f"Huyện Một, {qms},")
    request_ = "- {id: q, kind: report_request, to: [d1], date: 2019-02-01, due_on: 2019-03-01}\n"
    assert judge(law, facts + request_, "2019-12-31")("answer", "d1", "q") == "violated"
    found = judge(law, facts, "2019-12-31", collected=("district",))
    assert found("answer", "d1") == "indeterminate"
    assert "violated" in found.possible("answer", "d1")
    assert (None, "report_request") in found.missing("answer", "d1")
    assert judge(law, facts, "2018-12-31", collected=("district",))("answer", "d1") == (
        "not_applicable"
    )


def test_an_absent_item_leaves_no_outcome_that_no_item_could_give(judge):
    """§4: `possible` lists the outcomes that remain."""
    law = in_doubt("require: {code: a}\nalways: true")
    for code, outcome in (("a", "satisfied"), ("b", "violated")):
        facts = WORLD.replace("Huyện Một,", f"Huyện Một, code: {code},")
        found = judge(law, facts, "2019-12-31", collected=("district",))
        assert found.possible("answer", "d1") == {"not_applicable", outcome}
