"""Each operator on a fact that is there, is known to be none, or is not known (design §4, packs)."""
# ruff: noqa: E501 - facts stand a record a line

from __future__ import annotations

import pytest

from helpers import THING, TRUTHS, WORLD, pack, rule, thing

SATISFIED = {True: "satisfied", False: "violated", None: "indeterminate"}


def truth(judge, condition: str, fields: str, *, derived: str = "") -> bool | None:
    """Return what a condition comes to on a thing."""
    more = {"derived": derived} if derived else {}
    law = pack(rule("r", f"require: {condition}\nalways: true", kinds="thing"), kinds=THING, **more)
    outcome = judge(law, WORLD + thing(fields), "2019-01-01")("r", "x")
    return {word: value for value, word in SATISFIED.items()}[outcome]


# what is known to be none
@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("{n: {exists: true}}", False),
        ("{n: {not_exists: true}}", True),
        ("{n: null}", True),
        ("{n: {eq: null}}", True),
        ("{n: {ne: null}}", False),
        ("{n: 5}", False),
        ("{n: {ne: 5}}", True),
        ("{n: {lt: 5}}", False),
        ("{n: {lte: 5}}", False),
        ("{n: {gt: 5}}", False),
        ("{n: {gte: 0}}", False),
        ("{n: {in: [1, 2]}}", False),
        ("{s: {matches: '.*'}}", False),
        ("{names: {has: a}}", False),
        ("{names: {empty: true}}", True),
        ("{names: {empty: false}}", False),
        ("{codes: {covers: [a]}}", False),
        ("{codes: {has_any: [a]}}", False),
        ("{ref: {under: ls}}", False),
        ("{not: {n: {lt: 5}}}", True),
        ("{day: {lte: 2019-01-01}}", False),
        ("{day: {gt: 2019-01-01}}", False),
        ("{inner.n: {exists: true}}", False),
        ("{inner.n: null}", True),
        ("{inner.day: {lte: 2019-01-01}}", False),
        ("{inner.n: {ne: 5}}", True),
        ("{ref.kind: department}", False),
        ("{ref.kind: null}", True),
        ("{flag: true}", False),
        ("{flag: false}", False),
    ],
)
def test_a_known_none_decides_every_operator(judge, condition, holds):
    """§4: with null, exists and not_exists decide, eq null and ne v are true, the others false."""
    facts = (
        "n: null, s: null, names: null, codes: null, ref: null, day: null, inner: null, flag: null"
    )
    assert truth(judge, condition, facts) is holds


# what is not known
@pytest.mark.parametrize(
    "condition",
    [
        "{n: {exists: true}}",
        "{n: {not_exists: true}}",
        "{n: null}",
        "{n: {ne: null}}",
        "{n: 5}",
        "{n: {ne: 5}}",
        "{n: {lt: 5}}",
        "{n: {gte: 5}}",
        "{n: {in: [1, 2]}}",
        "{s: {matches: 'a+'}}",
        "{names: {has: a}}",
        "{names: {empty: true}}",
        "{names: {empty: false}}",
        "{codes: {covers: [a]}}",
        "{codes: {has_any: [a]}}",
        "{ref: {under: ls}}",
        "{not: {n: {lt: 5}}}",
        "{inner.n: {exists: true}}",
        "{inner.n: null}",
        "{ref.kind: department}",
        "{flag: true}",
    ],
)
def test_an_absent_fact_decides_no_operator(judge, condition):
    """§2: a field that is absent is not known; §4: below an absent one, not known."""
    assert truth(judge, condition, "") is None


def test_an_absent_field_of_an_object_that_is_there_is_not_known(judge):
    """§2: each field is known or not by itself."""
    assert truth(judge, "{inner.day: {exists: true}}", "inner: {n: 1}") is None
    assert truth(judge, "{inner.n: 1}", "inner: {n: 1}") is True


def test_a_list_that_is_there_holds_all_there_are(judge):
    """§2: null or [] is known to be none; the entries of a list that is there are all there are."""
    assert truth(judge, "{names: {has: a}}", "names: []") is False
    assert truth(judge, "{names: {empty: true}}", "names: []") is True
    assert truth(judge, "{names: {empty: false}}", "names: []") is False
    assert truth(judge, "{names: {has: a}}", "names: [b, a]") is True
    assert truth(judge, "{names: {has: c}}", "names: [b, a]") is False
    assert truth(judge, "{names: {empty: false}}", "names: [b]") is True
    assert truth(judge, "{names: {empty: true}}", "names: [b]") is False


def test_an_empty_list_is_not_null(judge):
    """packs: `exists` is not null."""
    assert truth(judge, "{names: {exists: true}}", "names: []") is True
    assert truth(judge, "{names: {not_exists: true}}", "names: []") is False


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("{n: 5}", True),
        ("{n: 6}", False),
        ("{n: {ne: 5}}", False),
        ("{n: {ne: 6}}", True),
        ("{n: {lt: 5}}", False),
        ("{n: {lt: 6}}", True),
        ("{n: {lte: 5}}", True),
        ("{n: {lte: 4}}", False),
        ("{n: {gt: 5}}", False),
        ("{n: {gt: 4}}", True),
        ("{n: {gte: 5}}", True),
        ("{n: {gte: 6}}", False),
        ("{n: {gte: 4, lte: 5}}", True),
        ("{n: {gte: 4, lt: 5}}", False),
        ("{n: {in: [4, 5]}}", True),
        ("{n: {in: [4, 6]}}", False),
        ("{n: {ne: null}}", True),
        ("{n: null}", False),
        ("{n: {lte: {fact: m}}}", True),
        ("{n: {gt: {fact: m}}}", False),
        ("{n: {eq: {value: 5}}}", True),
        ("{n: {lt: {value: 5}}}", False),
        ("{flag: false}", True),
        ("{flag: true}", False),
        ("{flag: {ne: true}}", True),
    ],
)
def test_numbers_and_truths_compare(judge, condition, holds):
    """packs: the operators' table."""
    assert truth(judge, condition, "n: 5, m: 7, flag: false") is holds


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("{day: {eq: 2019-01-31}}", True),
        ("{day: {lt: 2019-01-31}}", False),
        ("{day: {lte: 2019-01-31}}", True),
        ("{day: {lte: {fact: other}}}", True),
        ("{other: {eq: {fact: day, plus: {months: 1}}}}", True),
        ("{other: {eq: {fact: day, plus: {days: 28}}}}", True),
        ("{day: {eq: {fact: other, minus: {months: 1}}}}", False),
        ("{other: {lt: {fact: day, plus: {years: 1}}}}", True),
        ("{day: {lte: {year_end: y}}}", True),
        ("{day: {gt: {year_end: y, minus: {years: 1}}}}", True),
        ("{day: {gte: {year_end: y}}}", False),
        ("{day: {gt: {fact: as_of}}}", True),
        ("{day: {gt: {fact: as_of, plus: {days: 30}}}}", False),
        ("{day: {gte: {fact: as_of, plus: {days: 30}}}}", True),
    ],
)
def test_days_compare_and_move(judge, condition, holds):
    """packs: plus and minus days, months (clamped) and years; {year_end: path}; `as_of`."""
    assert truth(judge, condition, "day: 2019-01-31, other: 2019-02-28, y: 2019") is holds


def test_the_twenty_ninth_of_february_clamps_a_year_later(judge):
    """packs: months clamp to the month's last day; so does a year."""
    condition = "{other: {eq: {fact: day, plus: {years: 1}}}}"
    assert truth(judge, condition, "day: 2020-02-29, other: 2021-02-28") is True


def test_a_right_side_that_is_none_or_not_known_follows_the_same_rules(judge):
    """packs: false beside null; §4: unknown beside what is not known; arithmetic gives null."""
    assert truth(judge, "{n: {lte: {fact: m}}}", "n: 5, m: null") is False
    assert truth(judge, "{n: {gt: {fact: m}}}", "n: 5, m: null") is False
    assert truth(judge, "{n: {lte: {fact: m}}}", "n: 5") is None
    assert truth(judge, "{n: {eq: {fact: m}}}", "n: 5, m: null") is False
    assert truth(judge, "{n: {ne: {fact: m}}}", "n: 5, m: null") is True
    assert truth(judge, "{n: {ne: {fact: m}}}", "n: 5") is None
    moved = "{day: {lte: {fact: other, plus: {days: 1}}}}"
    assert truth(judge, moved, "day: 2019-01-01, other: null") is False
    assert truth(judge, moved, "day: 2019-01-01") is None
    assert truth(judge, "{day: {lte: {year_end: y}}}", "day: 2019-01-01, y: null") is False


def test_an_ordering_with_a_known_none_is_false_whatever_the_other_side(judge):
    """§4: with null every ordering is false, though the other side is not known."""
    assert truth(judge, "{n: {lte: {fact: m}}}", "n: null") is False
    assert truth(judge, "{n: {lte: {fact: m}}}", "m: null") is False


def test_texts_match_whole_and_normalised(judge):
    """packs: `matches` is for the whole text; §2: text is normalised to NFC."""
    assert truth(judge, "{s: {matches: 'a+'}}", "s: aa") is True
    assert truth(judge, "{s: {matches: 'a+'}}", "s: aab") is False
    assert truth(judge, "{s: {matches: 'a|aab'}}", "s: aab") is True
    assert truth(judge, "{s: {in: [a, b]}}", "s: b") is True
    assert truth(judge, "{s: Ch\u1ee3}", "s: Cho\u031b\u0323") is True


def test_codes_survive_as_written(judge):
    """§2: codes are strings: 1.001612, 012 and no survive as written."""
    assert truth(judge, "{s: '012'}", "s: 012") is True
    assert truth(judge, "{s: '1.10'}", "s: 1.10") is True
    assert truth(judge, "{s: 'no'}", "s: no") is True
    assert truth(judge, "{codes: {has: '1.10'}}", "codes: [1.10]") is True
    assert truth(judge, "{codes: {has: '1.1'}}", "codes: [1.10]") is False


@pytest.mark.parametrize(
    ("codes", "more", "holds"),
    [
        ("[a, b]", "[a]", True),
        ("[a, b]", "[b, a, a]", True),
        ("[a]", "[a, b]", False),
        ("[a]", "[]", True),
        ("[]", "[]", True),
        ("[]", "[a]", False),
        ("all", "[a, b]", True),
        ("all", "all", True),
        ("[a]", None, None),
        (None, "[a]", None),
    ],
)
def test_covers_holds_when_every_entry_of_the_other_is_there(judge, codes, more, holds):
    """packs: a list of codes `all` holds every code."""
    fields = [f"{key}: {value}" for key, value in (("codes", codes), ("more", more)) if value]
    assert truth(judge, "{codes: {covers: {fact: more}}}", ", ".join(fields)) is holds


@pytest.mark.parametrize(
    ("codes", "more", "holds"),
    [
        ("[a, b]", "[b, c]", True),
        ("[a]", "[b, c]", False),
        ("[a]", "[]", False),
        ("[]", "[a]", False),
        ("all", "[a]", True),
        ("[a]", "all", True),
        ("all", "[]", False),
        ("all", "all", True),
        ("[a]", "null", False),
        ("[a]", None, None),
        (None, "[a]", None),
        ("[]", None, False),
        (None, "[]", False),
    ],
)
def test_has_any_holds_when_one_entry_of_the_other_is_there(judge, codes, more, holds):
    """packs: a list of codes `all` holds every code; nothing has an entry in common with `[]`."""
    fields = [f"{key}: {value}" for key, value in (("codes", codes), ("more", more)) if value]
    assert truth(judge, "{codes: {has_any: {fact: more}}}", ", ".join(fields)) is holds


def test_all_codes_hold_every_code(judge):
    """packs: a list of codes `all` holds every code."""
    assert truth(judge, "{codes: {has: anything}}", "codes: all") is True
    assert truth(judge, "{codes: {empty: true}}", "codes: all") is False
    assert truth(judge, "{codes: {covers: [a]}}", "codes: all") is True


def test_under_follows_the_chain_of_parents(judge):
    """packs: the record that the path names stands below the other."""
    law = pack(
        rule("below_d1", "require: {under: d1}\nalways: true", kinds="commune"),
        rule("below_d2", "require: {under: d2}\nalways: true", kinds="commune"),
        rule("below_ls", "require: {under: ls}\nalways: true", kinds="commune"),
        rule("below_self", "require: {under: {fact: id}}\nalways: true", kinds="commune"),
    )
    facts = """
    - {id: ls, kind: province, name: Lạng Sơn, parent: null}
    - {id: d1, kind: district, name: Huyện Một, parent: ls}
    - {id: d2, kind: district, name: Huyện Hai, parent: ls}
    - {id: c1, kind: commune, name: Xã Một, parent: d1}
    """
    found = judge(law, facts, "2019-01-01")
    assert found("below_d1", "c1") == "satisfied"
    assert found("below_d2", "c1") == "violated"
    assert found("below_ls", "c1") == "satisfied"
    assert found("below_self", "c1") == "violated"


def test_a_reference_stands_under_what_its_record_stands_under(judge):
    """packs: `under: RIGHT` of a path."""
    assert truth(judge, "{ref: {under: ls}}", "ref: d1") is True
    assert truth(judge, "{ref: {under: d2}}", "ref: d1, n: 1") in (False, None)
    assert truth(judge, "{ref.name: Huyện Một}", "ref: d1") is True
    assert truth(judge, "{ref.kind: district}", "ref: d1") is True
    assert truth(judge, "{ref.parent.kind: province}", "ref: d1") is True


def test_every_body_knows_whether_it_is_in_force(judge):
    """packs: every body has `in_force`; §2: absent life days mean long ago and not ended."""
    law = pack(rule("r", "require: {in_force: true}\nalways: true", kinds="commune"))
    facts = WORLD + "- {id: c1, kind: commune, name: Xã, parent: d1}\n"
    assert judge(law, facts, "1990-01-01")("r", "c1") == "satisfied"
    assert judge(law, facts, "2090-01-01")("r", "c1") == "satisfied"


def test_a_unit_of_which_no_end_is_written_has_not_ended(judge):
    """§2: an absent `dissolved_on` means not ended."""
    law = pack(
        rule("r", "require: {dissolved_on: {not_exists: true}}\nalways: true", kinds="commune")
    )
    facts = WORLD + "- {id: c1, kind: commune, name: Xã, parent: d1}\n"
    assert judge(law, facts, "2019-01-01")("r", "c1") == "satisfied"


def test_of_a_body_of_a_kind_without_the_field_the_field_is_none(judge):
    """packs: a path may cross a reference to bodies of several kinds; not each has every field."""
    facts = (
        WORLD.replace("Huyện Một, parent: ls", "Huyện Một, parent: ls, code: a")
        + "- {id: bcd, kind: steering_committee, name: Ban, parent: ls}\n"
    )
    for ref, holds in (("d1", True), ("bcd", False)):
        fields = f"ref: {ref}"
        law = pack(
            rule("r", "require: {ref.code: {exists: true}}\nalways: true", kinds="thing"),
            kinds=THING,
        )
        found = judge(law, facts + thing(fields), "2019-12-31")
        assert TRUTHS[found("r", "x")] is holds
