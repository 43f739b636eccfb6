"""Shares, and lists that are not known: bounds that hold whatever the facts turn out to be (§4)."""

from __future__ import annotations

from helpers import THING, TRUTHS, WORLD, pack, rule, thing
from helpers import truth_of_value as truth

ASK = {"kind": "province", "subject": "ls"}
SYSTEM = "qms: {adopted_on: 2018-01-01, ended_on: null}"


def communes(*fields: str) -> str:
    return "".join(
        f"- {{id: c{n}, kind: commune, name: Xã {n}, parent: d1, {each}}}\n"
        for n, each in enumerate(fields)
    )


def test_a_share_joined_in_where_still_counts_the_members_that_fail_it(judge):
    """§5: a share is the members of `among` that meet `where`, of all those of `among`."""
    share = "over: commune, among: {unit_type: xã}, where: {parent: d1}, share: true"
    joined = share.replace("parent: d1", "parent: {eq: {fact: subject.s}}")
    facts = communes("unit_type: xã", "unit_type: xã") + communes("unit_type: xã").replace(
        "c0", "c9"
    ).replace("parent: d1", "parent: d2")
    for derived in (share, joined):
        assert truth(judge, derived, "{v: {gt: 66%}}", facts + thing("s: d1")) is True
        assert truth(judge, derived, "{v: {lt: 67%}}", facts + thing("s: d1")) is True


def test_members_of_a_list_that_is_not_known_may_be_any_number(judge):
    """§4: never too few: the list may hold many that count and many that do not."""
    share = "over: commune.nominated, among: {year: 2018}, where: {document: a}, share: true"
    entry = "{year: 2018, date: 2018-01-01, document: a}"
    known = [f"nominated: [{entry}]"] * 3
    facts = communes(*known, "code: z")
    for condition in ("{v: {gte: 70%}}", "{v: {gt: 10%}}"):
        assert truth(judge, share, condition, communes(*known), **ASK) is True
        assert truth(judge, share, condition, facts, **ASK) is None
    failing = communes("nominated: [{year: 2018, date: 2018-01-01, document: b}]", "code: z")
    assert truth(judge, share, "{v: {lte: 50%}}", failing, **ASK) is None
    assert truth(judge, share, "{v: {exists: true}}", failing, **ASK) is True


AMOUNTS = "over: expenditure.beneficiaries, %s"
SPENT = "- {id: e, kind: expenditure, amount: 20, spent_on: 2019-01-01}\n"
EMPTY = "- {id: e, kind: expenditure, amount: null, spent_on: 2019-01-01}\n"


def test_the_amounts_of_a_list_that_is_not_known_are_at_most_the_whole(judge):
    """§4: each entry may be of less than the whole."""
    for derived, condition, holds in [
        ("min: amount", "{v: {gte: 20}}", None),
        ("max: amount", "{v: {gt: 20}}", False),
        ("sum: amount", "{v: {lte: 20}}", True),
        ("where: {amount: {lt: 20}}, count: true", "{v: 0}", None),
        ("where: {amount: {lt: 20}}, any: true", "{v: false}", None),
        ("where: {amount: {gt: 20}}, any: true", "{v: false}", True),
        ("where: {amount: 0}, any: true", "{v: false}", None),
        ("where: {amount: null}, any: true", "{v: false}", None),
        ("among: {amount: {gte: 20}}, where: {id: c1}, share: true", "{v: null}", None),
    ]:
        assert truth(judge, AMOUNTS % derived, condition, SPENT, **ASK) is holds, derived
    assert truth(judge, AMOUNTS % "sum: amount", "{v: 0}", EMPTY, **ASK) is None
    more = SPENT.replace("id: e,", "id: f, beneficiaries: [{id: d1, amount: 30}],")
    more = SPENT + more.replace("amount: 20", "amount: 30")
    assert truth(judge, AMOUNTS % "min: amount", "{v: {gte: 20}}", more, **ASK) is None


def share_law():
    return pack(
        rule("r", "require: {v: {gte: 50%}}\nalways: true", kinds="province"),
        kinds=THING,
        derived="""
        v: {for: [province], over: thing, among: {n: 1}, where: {m: 1}, share: true}
        """,
    )


def test_what_would_tell_whether_a_member_is_in_a_share_is_named(judge):
    """§7: filling what is missing decides the finding, also where no member meets `where`."""
    found = judge(share_law(), WORLD + thing("m: 0"), "2019-01-01")
    assert found.possible("r", "ls") == {"violated"}
    law = pack(
        rule("r", "require: {v: {exists: true}}\nalways: true", kinds="province"),
        kinds=THING,
        derived="""
        v: {for: [province], over: thing, among: {n: 1}, where: {m: 1}, share: true}
        """,
    )
    found = judge(law, WORLD + thing("m: 0"), "2019-01-01")
    assert found("r", "ls") == "indeterminate"
    assert found.missing("r", "ls") == {("x", "n")}


def test_a_member_surely_in_a_share_lacks_what_it_is_measured_by_alone(judge):
    """§7: `missing` names only what would tell."""
    facts = WORLD + thing("n: 1") + thing("m: 1", id="y") + thing("n: 0", id="z")
    found = judge(share_law(), facts, "2019-01-01")
    assert found("r", "ls") == "indeterminate"
    assert found.missing("r", "ls") == {("x", "m"), ("y", "n")}


def test_an_unknown_group_is_named_and_not_the_list_in_it(judge):
    """§7: `missing` names only what is absent."""
    law = pack(
        rule("r", "require: {v: {gte: 1}}\nalways: true", kinds="province"),
        derived="v: {for: [province], over: commune.qms.announcements, count: true}",
    )
    found = judge(law, WORLD + communes("code: a"), "2019-01-01")
    assert found.missing("r", "ls") == {("c0", "qms")}
    found = judge(law, WORLD + communes(SYSTEM), "2019-01-01")
    assert found.missing("r", "ls") == {("c0", "qms.announcements")}
    former = pack(
        rule("r", "require: {v: {gte: 1}}\nalways: true", kinds="province"),
        derived="v: {for: [province], over: commune.former.qms.announcements, count: true}",
    )
    found = judge(former, WORLD + communes(SYSTEM.replace("null", "2018-06-01")), "2019-01-01")
    assert found.missing("r", "ls") == {("c0", "qms.announcements")}


def test_what_would_tell_whether_an_entry_of_a_register_is_there_is_named(judge):
    """§7: the day of the group that holds it, of the record, or of the entry itself."""
    law = pack(
        rule("r", "require: {v: {gte: 1}}\nalways: true", kinds="province"),
        rule("paid", "require: {w: {gte: 1}}\nalways: true", kinds="province"),
        rule("listed", "require: {u: {gte: 1}}\nalways: true", kinds="province"),
        kinds="""
        kinds:
          box:
            title: {vi: Hộp, en: Box}
            fields:
              lids:
                type: list
                of: {type: object, dated: {on: on}, fields: {on: {type: day}, n: {type: money}}}
        """,
        derived="""
        v: {for: [province], over: commune.qms.announcements, count: true}
        w: {for: [province], over: expenditure.beneficiaries, count: true}
        u: {for: [province], over: box.lids, count: true}
        """,
    )
    facts = (
        WORLD
        + communes("qms: {announcements: [{date: 2018-01-01}], ended_on: null}")
        + "- {id: e, kind: expenditure, beneficiaries: [{id: c0}]}\n"
        + "- {id: b, kind: box, lids: [{n: 1}]}\n"
    )
    found = judge(law, facts, "2019-01-01")
    assert found.missing("r", "ls") == {("c0", "qms.adopted_on")}
    assert found.missing("paid", "ls") == {("e", "spent_on")}
    assert found.missing("listed", "ls") == {("b", "lids.0.on")}


def test_what_is_missing_of_an_entry_of_a_catalogue_is_named_with_the_catalogue(judge):
    """§7: `missing`: the record in which the entry stands."""
    law = pack(
        rule("r", "require: {v: {gte: 1}}\nalways: true", kinds="commune"),
        derived="v: {for: [commune], over: procedures, where: {title: a}, count: true}",
    )
    facts = WORLD + communes("procedures: {catalogue: k}")
    facts += "- {id: k, kind: catalogue, name: K, procedures: [{code: '1'}]}\n"
    assert judge(law, facts, "2019-01-01").missing("r", "c0") == {("k", "procedures.0.title")}


def test_a_list_that_is_not_known_may_hold_any_share_of_the_entries(judge):
    """§2: a field that is absent is not known: how many entries it holds is not either."""
    derived = "v: {for: [thing], over: thing.entries, among: {s: a}, where: {n: 1}, share: true}"
    for condition, holds in (("{gte: 50%}", None), ("{lte: 100%}", True), ("{lt: 50%}", None)):
        law = pack(
            rule("r", f"require: {{v: {condition}}}\nalways: true", kinds="thing"),
            kinds=THING,
            derived=derived,
        )
        facts = thing("entries: [{s: a, n: 1}]") + thing("", id="y")
        assert TRUTHS[judge(law, facts, "2019-01-01")("r", "x")] is holds
