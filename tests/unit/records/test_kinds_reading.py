"""The kinds of a pack: what they say, and what is told when they say it wrongly."""

from __future__ import annotations

import pytest

from isocheck.errors import InputProblems
from isocheck.messages import CATALOGUE, render
from isocheck.records.kinds.kind import Dating, Kind
from isocheck.records.kinds.of_packs import KindsFile, read_kinds_of_packs
from isocheck.records.kinds.reading import read_kinds
from isocheck.source.yaml_reader import read_yaml

TITLE = "title: {vi: K, en: K}"
HEAD = f"kinds:\n  k:\n    {TITLE}\n    fields:\n"

BAD = [
    ("kinds.mapping-expected", "- a\n", 1, "'name: value' lines are expected here."),
    ("kinds.mapping-expected", "kinds: [a]\n", 1, "kinds: 'name: value' lines are expected here."),
    ("kinds.mapping-expected", "kinds:\n  k: x\n", 2, "kinds.k: 'name: value' lines are expected"),
    ("kinds.mapping-expected", HEAD + "      a: text\n", 5, "kinds.k.a: 'name: value' lines"),
    ("kinds.mapping-expected", HEAD + "      a: {type: list}\n", 5, "kinds.k.a.of: 'name: value'"),
    ("kinds.list-expected", HEAD + "      a: {type: reference, to: b}\n", 5, "kinds.k.a.to: a"),
    (
        "kinds.text-expected",
        HEAD + "      a: {shape: s}\nshapes:\n  s: {type: list, single: [b], of: {type: text}}\n",
        7,
        "kinds.k.a.single: one word is expected here.",
    ),
    (
        "kinds.yes-no-expected",
        HEAD + "      a: {type: text, required: yes}\n",
        5,
        "kinds.k.a.requi",
    ),
    ("kinds.unknown-key", "kind: {}\n", 1, "'kind' means nothing here. Did you mean 'kinds'?"),
    (
        "kinds.unknown-key",
        HEAD + "      a: {type: day, vocabulary: b}\n",
        5,
        "kinds.k.a: 'vocabulary' me",
    ),
    (
        "kinds.unknown-type",
        HEAD + "      a: {type: txt}\n",
        5,
        "kinds.k.a: there is no type 'txt'.",
    ),
    ("kinds.unknown-type", HEAD + "      a: {}\n", 5, "kinds.k.a: there is no type ''."),
    ("kinds.unknown-shape", HEAD + "      a: {shape: s}\n", 5, "kinds.k.a: no shape 's' is descri"),
    ("kinds.unknown-shape", f"kinds:\n  k: {{{TITLE}, include: s}}\n", 2, "kinds.k: no shape 's'"),
    (
        "kinds.shape-cycle",
        HEAD + "      a: {shape: s}\nshapes:\n  s:\n    type: object\n"
        "    fields:\n      b: {shape: s}\n",
        10,
        "kinds.k.a.b: a shape contains itself: s → s.",
    ),
    (
        "kinds.include-type",
        f"shapes:\n  s: {{type: text}}\nkinds:\n  k: {{{TITLE}, include: s}}\n",
        4,
        "kinds.k: 'include' names the shape 's', which is not of type fields.",
    ),
    ("kinds.reserved-field", HEAD + "      id: {type: text}\n", 2, "kinds.k: 'id' is a field of"),
    (
        "kinds.not-a-day-field",
        HEAD + "      day: {type: day}\n    dated: {on: dya}\n",
        6,
        "kinds.k.dated.on: 'dya' is not a field of type day that stands here. Did you mean 'day'?",
    ),
    (
        "kinds.not-a-day-field",
        HEAD + "      a: {type: day}\n      b: {type: text}\n    dated: {on: a, until: b}\n",
        7,
        "kinds.k.dated.until: 'b' is not a field of type day",
    ),
    (
        "kinds.not-a-reference",
        HEAD + "      above: {type: reference}\n    groups_by: abov\n",
        6,
        "kinds.k.groups_by: 'abov' is not a field of type reference of this kind.",
    ),
    (
        "kinds.not-a-text",
        HEAD + "      paper: {type: text}\n    known_by: papr\n",
        6,
        "kinds.k.known_by: 'papr' is not a field of type text of this kind. Did you mean 'paper'?",
    ),
    (
        "kinds.not-a-text",
        HEAD + "      paper: {type: text}\n      day: {type: day}\n    known_by: day\n",
        7,
        "kinds.k.known_by: 'day' is not a field of type text of this kind.",
    ),
    *(
        (
            "kinds.ends",
            HEAD + f"      above: {{type: reference, ends: {said}}}\n",
            5,
            "kinds.k.above.ends: 'ends' does not say in which case the body named has ended.",
        )
        for said in ("full", "{}", "{a: b, c: d}", "{a: [b]}")
    ),
    (
        "kinds.absent",
        HEAD + "      a: {type: day, absent: unknown}\n",
        5,
        "kinds.k.a.absent: an absence can only mean 'none'. Write 'absent: none'",
    ),
    (
        "kinds.less",
        HEAD + "      sum: {type: money, less: back.amount}\n",
        5,
        "kinds.k.sum: 'back.amount' is no amount in the entries of a list of the record.",
    ),
    (
        "kinds.less",
        HEAD + "      a: {type: money, less: back}\n      back: {type: list, of: {type: text}}\n",
        5,
        "kinds.k.a: 'back' is no amount in the entries of a list of the record. Write a list of",
    ),
    (
        "kinds.said",
        HEAD + "      a: {type: day, label: {vi: ngày}}\n",
        5,
        "kinds.k.a.label: 'label' is neither one text nor one in each language. Write one text, or",
    ),
    (
        "kinds.said",
        HEAD + "      a: {type: text, example: [x]}\n",
        5,
        "kinds.k.a.example: 'example' is neither one text nor one in each language.",
    ),
    (
        "kinds.unless",
        HEAD + "      a: {type: day}\n      b: {type: day, unless: a}\n",
        6,
        "kinds.k.b.unless: 'unless' says when an absence does not mean 'none'.",
    ),
    (
        "kinds.unless-field",
        HEAD + "      day: {type: day}\n      b: {type: day, absent: none, unless: dya}\n",
        6,
        "kinds.k.b.unless: there is no field 'dya' beside this one. Did you mean 'day'?",
    ),
    (
        "kinds.unless-field",
        HEAD + "      day: {type: day, absent: none, unless: day}\n",
        5,
        "kinds.k.day.unless: there is no field 'day' beside this one.",
    ),
    (
        "kinds.unless-word",
        HEAD + "      a: {type: text}\n      b: {type: day, absent: none, unless: {a: [c]}}\n",
        6,
        "kinds.k.b.unless: 'c' is no word of the field 'a'.",
    ),
    (
        "kinds.text-expected",
        HEAD
        + "      a: {type: text}\n      b: {type: day, absent: none, unless: {a: [c], d: [e]}}\n",
        6,
        "kinds.k.b.unless: ",
    ),
    (
        "kinds.column",
        HEAD + "      a: {type: text, column: {vi: Số}}\n",
        5,
        "kinds.k.a.column: the heading is not there in both languages. Write column: {vi: Số tiền",
    ),
    (
        "kinds.column",
        HEAD + "      a: {type: text, column: {vi: (đồng), en: a}}\n",
        5,
        "kinds.k.a.column: the heading is not there in both",
    ),
    (
        "kinds.unknown-key",
        HEAD + "      a: {type: text, column: {vi: Số, en: Number, alias: [x]}}\n",
        5,
        "kinds.k.a.column: 'alias' means nothing here. Did you mean 'aliases'?",
    ),
    (
        "kinds.column-twice",
        HEAD + "      a: {type: text, column: {vi: Số, en: Nr, aliases: [B (x)]}}\n"
        "      b: {type: text}\n",
        2,
        "kinds.k: the heading 'b' means a as well as b.",
    ),
    (
        "kinds.column-twice",
        HEAD + "      a: {type: text, column: {vi: mã, en: A}}\n",
        2,
        "kinds.k: the heading 'mã' means id as well as a.",
    ),
    (
        "kinds.digits",
        HEAD + "      a: {type: text, digits: five}\n",
        5,
        "kinds.k.a.digits: 'digits' is no number from 1 to 30.",
    ),
    ("kinds.digits", HEAD + "      a: {type: text, digits: 0}\n", 5, "kinds.k.a.digits: 'digits'"),
    (
        "kinds.ahead",
        HEAD + "      a: {type: day, ahead: soon}\n",
        5,
        "kinds.k.a.ahead: 'ahead' says",
    ),
    (
        "kinds.ahead",
        HEAD + "      a: {type: year, ahead: 51}\n",
        5,
        "kinds.k.a.ahead: 'ahead' says",
    ),
    (
        "kinds.follows",
        HEAD + "      a: {type: day, follows: bee}\n      be: {type: year}\n",
        5,
        "kinds.k.a.follows: 'follows' names 'bee', which is nothing beside this day",
    ),
    (
        "kinds.follows",
        HEAD + "      a: {type: day, follows: a}\n",
        5,
        "kinds.k.a.follows: 'follows' names 'a', which is nothing",
    ),
    (
        "kinds.follows",
        HEAD + "      a: {type: day, follows: owner.be}\n      be: {type: text}\n",
        2,
        "kinds.k.a.follows: 'follows' names 'owner.be', which is nothing",
    ),
    (
        "kinds.follows",
        HEAD
        + "      a: {type: day, follows: owner.o.c}\n"
        + "      o: {type: object, fields: {be: {type: day}}}\n",
        2,
        "kinds.k.a.follows: 'follows' names 'owner.o.c', which is nothing",
    ),
    (
        "kinds.follows",
        HEAD
        + "      a: {type: day, follows: [c, bee]}\n      be: {type: year}\n      c: {type: day}\n",
        5,
        "kinds.k.a.follows: 'follows' names 'bee', which is nothing",
    ),
    (
        "kinds.changes",
        HEAD
        + "      a: {type: list, changes: bee, of: {type: object, dated: {on: c}, fields: "
        + "{c: {type: day}, be: {type: text}}}}\n",
        5,
        "kinds.k.a.changes: 'changes' names 'bee', which is no field of entries that have a day",
    ),
    (
        "kinds.changes",
        HEAD
        + "      a: {type: list, changes: be, of: {type: object, fields: {be: {type: text}}}}\n",
        5,
        "kinds.k.a.changes: 'changes' names 'be', which is no field of entries that have a day",
    ),
    ("kinds.unique", f"kinds:\n  k: {{{TITLE}, unique: a}}\n", 2, "kinds.k.unique: 'unique' is no"),
    ("kinds.unique", f"kinds:\n  k: {{{TITLE}, unique: [a]}}\n", 2, "kinds.k.unique: 'unique' is"),
    (
        "kinds.unique-field",
        f"kinds:\n  k: {{{TITLE}, unique: [{{fields: [nam]}}]}}\n",
        2,
        "kinds.k.unique: there is no field 'nam' by which records could be compared. Did you mean",
    ),
    (
        "kinds.line-field",
        f"kinds:\n  k: {{{TITLE}, line: {{to: nam}}}}\n",
        2,
        "kinds.k.line: there is no field 'nam' for a part of a reporting line. Did you mean 'name'",
    ),
    (
        "kinds.unknown-key",
        f"kinds:\n  k: {{{TITLE}, line: {{two: name}}}}\n",
        2,
        "kinds.k.line: 'two'",
    ),
    ("kinds.no-vocabulary", HEAD + "      a: {type: text, vocabulary: b}\n", 5, "kinds.k.a: no"),
    ("kinds.vocabulary-empty", "vocabularies:\n  v: {open: true}\n", 2, "vocabularies.v: a voc"),
    (
        "kinds.vocabulary-unknown",
        "vocabularies:\n  v: {extends: core, words: {a: {}}}\n",
        2,
        "vocabularies.v: the pack core has no vocabulary 'v' to extend.",
    ),
    (
        "kinds.label",
        "vocabularies:\n  v:\n    words:\n      a: {label: {vi: A}}\n",
        4,
        "vocabularies.v.a: a label is missing in one language.",
    ),
    (
        "kinds.word-twice",
        "vocabularies:\n  v:\n    words: {a: {aliases: [Tư  vấn]}, b: {aliases: [tư vấn]}}\n",
        3,
        "vocabularies.v.b: 'tư vấn' can mean 'a' and 'b'.",
    ),
    ("kinds.title", "kinds:\n  k:\n    title: K\n", 2, "kinds.k: the kind has no title in both"),
]


@pytest.mark.parametrize(("code", "text", "line", "told_as"), BAD)
def test_bad_kinds_are_told_with_their_line(code: str, text: str, line: int, told_as: str) -> None:
    with pytest.raises(InputProblems) as caught:
        read_kinds(read_yaml(text, "kinds.yaml"), "p", "kinds.yaml")
    problem = caught.value.problems[0]
    assert problem.code == code
    assert render(problem, "en").startswith(f"kinds.yaml:{line}: {told_as}")
    assert render(problem, "vi").startswith(f"kinds.yaml:{line}: ")


WORDS = "vocabularies:\n  v:\n    words:\n      a: {label: {vi: A, en: A}}\n"
BAD_LATER = [
    (
        "kinds.vocabulary-twice",
        WORDS,
        2,
        "vocabularies.v: the pack p has a vocabulary 'v' already.",
    ),
    (
        "kinds.label-twice",
        WORDS.replace("    words", "    extends: p\n    words"),
        5,
        "vocabularies.v.a: an earlier pack has given this word its label.",
    ),
]


@pytest.mark.parametrize(("code", "text", "line", "told_as"), BAD_LATER)
def test_a_later_pack_adds_to_a_vocabulary_and_changes_nothing(
    code: str, text: str, line: int, told_as: str
) -> None:
    earlier = KindsFile(read_yaml(WORDS, "one"), "p", "one")
    later = KindsFile(read_yaml(text, "two"), "q", "two")
    _, (problem,) = read_kinds_of_packs([earlier, later])
    assert problem.code == code
    assert render(problem, "en").startswith(f"two:{line}: {told_as}")


def test_a_later_pack_adds_words_that_fields_of_an_earlier_one_may_hold() -> None:
    field = "    fields:\n      a: {type: text, vocabulary: v}\n"
    first = WORDS + f"kinds:\n  k:\n    {TITLE}\n{field}"
    more = "vocabularies: {v: {extends: p, open: true, words: {a: {aliases: [x]}, b: {}}}}\n"
    files = [KindsFile(read_yaml(text, n), n, n) for text, n in ((first, "p"), (more, "q"))]
    kinds, problems = read_kinds_of_packs(files)
    assert not problems
    words = kinds["k"].fields["a"].vocabulary
    assert words is not None
    assert (words.id_of("X"), words.id_of("B"), words.open) == ("a", "b", True)


def test_a_title_that_two_kinds_share_is_told() -> None:
    one = f"kinds:\n  k:\n    {TITLE}\n    fields: {{}}\n"
    two = "kinds:\n  m:\n    title: {vi: M, en: M}\n    aliases: [K]\n    fields: {}\n"
    files = [KindsFile(read_yaml(text, n), n, n) for text, n in ((one, "p"), (two, "q"))]
    _, (problem,) = read_kinds_of_packs(files)
    assert render(problem, "en").startswith("q:2: kinds.m: 'K' can mean 'k' and 'm'.")


def test_every_message_about_kinds_is_asserted() -> None:
    asserted = {case[0] for case in (*BAD, *BAD_LATER)}
    assert {c for c in CATALOGUE if c.startswith("kinds.")} == asserted


def test_what_the_core_pack_declares(kinds: dict[str, Kind]) -> None:
    commune = kinds["commune"]
    assert (commune.pack, commune.body, commune.reference) == ("core", True, False)
    assert commune.dated == Dating(on="established_on", until="dissolved_on", always=True)
    assert commune.fields["name"].required
    qms = commune.fields["qms"]
    assert qms.dated == Dating(on="adopted_on", until="ended_on")
    scope = qms.fields["scope"].of
    assert scope is not None
    assert scope.dated == Dating(on="from")
    assert scope.fields["covers"].type == "codes"
    procedures = commune.fields["procedures"]
    assert procedures.catalogue == "catalogue"
    assert procedures.of is not None
    assert procedures.of.dated == Dating(on="published_on", until="repealed_on", always=True)
    assert kinds["expenditure"].fields["beneficiaries"].single == "beneficiary"
    assert kinds["report_request"].fields["due_on"].planned
    predecessors = commune.fields["predecessors"]
    assert (predecessors.none, predecessors.unless) == (True, "established_on")
    period = kinds["activity"].fields["period"]
    assert (period.none, period.unless) == (True, "type")
    assert period.unless_words == ("interim-review", "final-review", "conference")
    assert kinds["inspection"].fields["follows"].to == ("inspection",)
    assert kinds["plan_year"].reference
