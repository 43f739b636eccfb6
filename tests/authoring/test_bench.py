"""Check, test, coverage and mutate name the place of what is wrong with a prepared pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from authoring.packs_on_disk import ID, add, folder_of, line_of, open_, spoil
from isocheck.authoring.coverage import coverage_of
from isocheck.authoring.lint import check, remarks
from isocheck.authoring.mutants import mutants_of
from isocheck.authoring.mutating import mutate
from isocheck.authoring.run_cases import difference_words, results_of
from isocheck.errors import InputProblems

RULES = "rules/rules.yaml"
CASES = "tests/announce.yaml"


def told(root: Path) -> list[tuple[str, str, int | None]]:
    found = check(ID, None, [root])
    return [
        (p.code, p.location.file.rpartition("1.0.0/")[2], p.location.line)
        for p in [*found.wrong, *found.lacks]
    ]


def test_a_new_pack_lacks_nothing(tmp_path: Path) -> None:
    pack = open_(tmp_path)
    assert remarks(pack) == []
    assert all(result.passed for result in results_of(ID, [tmp_path], None))
    found = coverage_of(pack)
    assert (found.gaps, found.shown) == ((), found.outcomes)
    mutation = mutate(pack)
    assert mutation.survived == ()
    assert len(mutation.killed) > 6


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "words"),
    [
        (
            RULES,
            "quote: Các cơ quan công bố",
            "quote: Các cơ quan khai báo",
            "citation-quote",
            "quote:",
        ),
        (
            "parameters.yaml",
            "trước ngày 01 tháng 7",
            "trước ngày 1 tháng 7",
            "citation-quote",
            "quote",
        ),
        ("uncoded.yaml", '"1"', '"9"', "citation-no-place", "at:"),
        (RULES, "{param: announcing_due}", "{param: announcing_du}", "parameter-unknown", "due:"),
        (RULES, "qms.applied: true", "qms.aplied: true", "path-unknown", "when:"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(  # noqa: PLR0913, PLR0917 - what a bad pack is told by
    tmp_path: Path, file: str, old: str, new: str, code: str, words: str
) -> None:
    spoil(tmp_path, file, old, new)
    assert (code, file, line_of(tmp_path, file, words)) in told(tmp_path)


def test_what_a_pack_lacks_is_told_with_its_place(tmp_path: Path) -> None:
    add(tmp_path, "parameters.yaml", "spare: {value: 5}\n")
    add(tmp_path, "derived.yaml", "unread: {for: [department], over: qms.scope, count: true}\n")
    spoil(tmp_path, RULES, "report_to: []", "report_to: []\n    after: [mine.anounce]")
    spoil(tmp_path, RULES, ", quote: Các cơ quan công bố Hệ thống quản lý chất lượng", "")
    spoil(tmp_path, "pack.yaml", "{vi: Bản đầu tiên, en: First version}", "{vi: Bản đầu tiên}")
    assert told(tmp_path) == [
        ("bench-unused-derived", "derived.yaml", 1),
        ("bench-no-label", "derived.yaml", 1),
        ("bench-no-translation", "pack.yaml", line_of(tmp_path, "pack.yaml", "Bản đầu")),
        (
            "bench-unused-parameter",
            "parameters.yaml",
            line_of(tmp_path, "parameters.yaml", "spare"),
        ),
        ("bench-no-label", "parameters.yaml", line_of(tmp_path, "parameters.yaml", "spare")),
        ("bench-after-unknown", RULES, 1),
        ("bench-no-quote", RULES, 1),
    ]


@pytest.mark.parametrize("mode", ["due", "until"])
def test_a_due_day_that_does_not_say_how_it_is_founded_is_told(tmp_path: Path, mode: str) -> None:
    old = "due: {param: announcing_due}"
    (folder_of(tmp_path) / "parameters.yaml").write_text("", encoding="utf-8")
    spoil(tmp_path, RULES, old, f"{mode}: 2021-06-30")
    assert ("bench-due-verification", RULES, 1) in told(tmp_path)
    spoil(tmp_path, RULES, "2021-06-30", "{value: 2021-06-30, verification: primary}")
    assert "bench-due-verification" not in {code for code, *_ in told(tmp_path)}


KINDS = """\
vocabularies:
  size:
    words: {small: {label: {vi: nhỏ, en: small}}, large: }
shapes:
  part:
    type: fields
    fields:
      depth: {type: text}
kinds:
  box:
    title: {vi: Hộp, en: Box}
    include: part
    fields:
      name: {type: text}
      size: {type: text, vocabulary: size}
      lid: {type: object, label: {vi: nắp, en: lid}, fields: {colour: {type: text}}}
      sides:
        type: list
        label: {vi: cạnh, en: sides}
        of: {type: object, fields: {width: {type: text}}}
"""


def test_what_has_no_label_is_told(tmp_path: Path) -> None:
    """Words, fields at any depth, derived values, parameters; a name is called so in every kind."""
    (folder_of(tmp_path) / "kinds.yaml").write_text(
        KINDS.replace("large: }", "large: {}}"), encoding="utf-8"
    )
    found = check("mine", None, [tmp_path]).lacks
    assert [p.args["value"] for p in found if p.code == "bench-no-label"] == [
        "large", "depth", "size", "colour", "width",
    ]  # fmt: skip


def test_a_rule_without_a_case_is_told(tmp_path: Path) -> None:
    rule = (folder_of(tmp_path) / RULES).read_text(encoding="utf-8")
    add(tmp_path, RULES, rule.replace("mine.announce", "mine.other"))
    assert [code for code, *_ in told(tmp_path)] == ["bench-no-case"]


def test_a_cycle_is_told_with_its_place(tmp_path: Path) -> None:
    spoil(
        tmp_path, RULES, "when: {qms.applied: true}",
        "when: {outcome: {mine.other: [satisfied]}}",
    )  # fmt: skip
    rule = (folder_of(tmp_path) / RULES).read_text(encoding="utf-8")
    other = rule.replace("mine.announce", "mine.other").replace("{mine.other:", "{mine.announce:")
    add(tmp_path, RULES, other.replace("outcome: {mine.other", "outcome: {mine.announce"))
    assert ("outcome-cycle", RULES, 1) in told(tmp_path)


def test_packs_that_contradict_each_other_are_told_in_a_profile_that_has_both(
    tmp_path: Path,
) -> None:
    amendment = "- {id: mine.day, sets: kh34.plan_end, from: 2019-01-01, value: 2019-12-31}\n"
    spoil(tmp_path, "pack.yaml", "requires: [core]", "requires: [core, kh34]")
    add(tmp_path, "amendments.yaml", amendment)
    other = tmp_path / "other" / "1.0.0"
    other.mkdir(parents=True)
    text = (folder_of(tmp_path) / "pack.yaml").read_text(encoding="utf-8")
    (other / "pack.yaml").write_text(text.replace("id: mine", "id: other"), encoding="utf-8")
    (other / "amendments.yaml").write_text(
        amendment.replace("mine.day", "other.day"), encoding="utf-8"
    )
    (tmp_path / "both.yaml").write_text("packs: [core, kh34, mine, other]\n", encoding="utf-8")
    found = check(ID, str(tmp_path / "both.yaml"), [tmp_path])
    assert [p.code for p in found.wrong] == ["amendment-conflict"]
    assert str(found.wrong[0].location).endswith("other/1.0.0/amendments.yaml:1")


def test_a_case_that_expects_otherwise_fails_both_ways(tmp_path: Path) -> None:
    spoil(tmp_path, "parameters.yaml", "value: 2021-06-30", "value: 2021-06-29")
    failed = [r for r in results_of(ID, [tmp_path], "interpreter") if not r.passed]
    words = [difference_words(d, "en") for result in failed for d in result.differences]
    assert words == [
        "mine.announce so-a: expected satisfied, found satisfied_late",
        "mine.announce so-a: expected due, found violated",
    ]
    spoil(tmp_path, CASES, "so-a: violated, so-c: indeterminate", "so-a: violated")
    failed = [r for r in results_of(ID, [tmp_path], "interpreter") if not r.passed]
    assert difference_words(failed[-1].differences[0], "en") == (
        "mine.announce so-c: expected no finding, found indeterminate; "
        "missing: so-c qms.announcements"
    )


def test_modality_and_details_can_be_expected(tmp_path: Path) -> None:
    spoil(
        tmp_path, RULES, "  action:",
        "  details: {covered: {fact: qms.scope.covered}}\n  action:",
    )  # fmt: skip
    more = "  details: {mine.announce: {so-a: {covered: [b, a]}}}\n"
    spoil(
        tmp_path,
        CASES,
        "  modality: {mine.announce: must}\n",
        "  modality: {mine.announce: should}\n" + more,
    )
    spoil(
        tmp_path,
        CASES,
        "announcements: [{date: 2021-06-30",
        "scope: [{from: 2020-01-01, covers: [a, b]}]\n        announcements: [{date: 2021-06-30",
    )
    (failed,) = [r for r in results_of(ID, [tmp_path], "interpreter") if not r.passed]
    assert [difference_words(d, "en") for d in failed.differences] == [
        "mine.announce modality: expected should, found must"
    ]


def test_the_outcome_under_each_reading_can_be_expected(tmp_path: Path) -> None:
    readings = "readings: [{id: one, value: 2021-06-30}, {id: other, value: 2021-06-30}]"
    spoil(tmp_path, "parameters.yaml", "value: 2021-06-30", readings)
    more = "  readings: {mine.announce: {so-a: {one: satisfied, other: violated, third: due}}}\n"
    modality = "  modality: {mine.announce: must}\n"
    spoil(tmp_path, CASES, modality, modality + more)
    (failed,) = [r for r in results_of(ID, [tmp_path], "interpreter") if not r.passed]
    assert [difference_words(d, "en") for d in failed.differences] == [
        "mine.announce so-a: other: expected violated, found satisfied",
        "mine.announce so-a: third: expected due, found null",
    ]


def test_a_dropped_paragraph_and_a_missing_case_are_told_with_their_places(tmp_path: Path) -> None:
    add(tmp_path, "source.md", "\n[3]\nCác cơ quan báo cáo hằng năm.\n")
    spoil(tmp_path, CASES, "as_of: 2021-06-30", "as_of: 2021-07-01")
    spoil(tmp_path, CASES, "so-a: due", "so-a: violated")
    gaps = coverage_of(open_(tmp_path)).gaps
    assert [(g.code, g.location.line, g.args["value"]) for g in gaps] == [
        ("bench-paragraph", line_of(tmp_path, "source.md", "[3]"), "3"),
        ("bench-outcome", 1, "due"),
    ]


def test_what_is_listed_as_carrying_no_rule_must_carry_none(tmp_path: Path) -> None:
    spoil(tmp_path, "uncoded.yaml", 'at: "1"', 'at: ["1", "2"]')
    assert [g.code for g in coverage_of(open_(tmp_path)).gaps] == ["bench-coded-after-all"]
    with pytest.raises(InputProblems) as told_:
        open_(spoil(tmp_path, "uncoded.yaml", '"2"', '"1"'))
    assert [p.code for p in told_.value.problems] == ["uncoded-twice"]


def test_words_of_a_paragraph_can_be_listed(tmp_path: Path) -> None:
    words = '- {at: "2", quote: trước ngày 01 tháng 7 năm, reason: {vi: a, en: b}}\n'
    assert coverage_of(open_(add(tmp_path, "uncoded.yaml", words))).gaps == ()
    with pytest.raises(InputProblems):
        open_(spoil(tmp_path, "uncoded.yaml", "tháng 7 năm", "tháng 8 năm"))


def test_a_change_that_no_case_notices_is_a_survivor_with_its_place(tmp_path: Path) -> None:
    """Without the cases on the last day a due day that is off by one goes unnoticed."""
    spoil(tmp_path, CASES, "as_of: 2021-06-30", "as_of: 2021-06-01")
    spoil(tmp_path, CASES, "date: 2021-06-30", "date: 2021-06-01")
    found = mutate(open_(tmp_path))
    (survivor,) = found.survived
    assert survivor.id == "mine.announcing_due: value: 2021-06-30 → 2021-06-29"
    assert survivor.location.line == line_of(tmp_path, "parameters.yaml", "announcing_due")
    assert found.score < 95


def test_an_equivalent_is_shown_as_such_and_must_be_one(tmp_path: Path) -> None:
    listed = "- {{mutant: '{}', reason: {{vi: a, en: b}}}}\n"
    spoil(tmp_path, CASES, "as_of: 2021-06-30", "as_of: 2021-06-01")
    spoil(tmp_path, CASES, "date: 2021-06-30", "date: 2021-06-01")
    name = "mine.announcing_due: value: 2021-06-30 → 2021-06-29"
    add(tmp_path, "equivalents.yaml", listed.format(name))
    found = mutate(open_(tmp_path))
    assert [mutant.id for mutant, _ in found.equivalent] == [name]
    assert (found.survived, found.gaps) == ((), ())
    add(tmp_path, "equivalents.yaml", listed.format("mine.announce: due → always"))
    add(tmp_path, "equivalents.yaml", listed.format("mine.x: y"))
    assert [(g.code, g.location.line) for g in mutate(open_(tmp_path)).gaps] == [
        ("bench-equivalent-noticed", 2), ("bench-equivalent-unknown", 3),
    ]  # fmt: skip


WHEN = """when: {all: [{qms.applied: true}, {any: [{unit_type: xã}, {code: {in: [x, y]}}]}]}
  unless:
    - condition: {not: {established_on: {gte: 2001-02-03}}}
      cites: [{source: mine, at: "2", quote: Các cơ quan}]"""


def test_what_a_parameter_moves_a_day_by_is_left_out_and_turned_round(tmp_path: Path) -> None:
    due = "due: {param: announcing_due, plus: {days: {param: grace}}}"
    spoil(tmp_path, RULES, "due: {param: announcing_due}", due)
    add(tmp_path, "parameters.yaml", "grace: {value: 10}\n")
    changes = {mutant.id.partition(": ")[2] for mutant in mutants_of(open_(tmp_path))}
    day = "due: param.mine.announcing_due +{param.mine.grace} days"
    assert {
        f"{day}: drop param.mine.grace",
        f"{day}: turn param.mine.grace round",
        f"{day} → -1 days",
        f"{day} → +1 days",
        "value: 10 → 9",
        "value: 10 → 11",
    } <= changes


def test_each_kind_of_change_is_made(tmp_path: Path) -> None:
    spoil(tmp_path, RULES, "when: {qms.applied: true}", WHEN)
    derived = """a.sum: {for: [district], over: expenditure.beneficiaries, sum: amount}
a.first: {for: [district], over: qms.announcements, min: date}
a.share: {for: [province], over: commune, among: {parent: x}, where: {code: y}, share: true}
a.latest: {for: [district], over: qms.scope, latest: from, take: covers}
"""
    add(tmp_path, "derived.yaml", derived)
    changes = {mutant.id.partition(": ")[2] for mutant in mutants_of(open_(tmp_path))}
    assert {
        "when: all → any of (qms.applied eq true and (unit_type eq xã or code in [x, y]))",
        "when: any → all of (unit_type eq xã or code in [x, y])",
        "when: drop qms.applied eq true",
        "when: qms.applied eq true → ne",
        "when: code in: drop x",
        "unless: drop not (established_on gte 2001-02-03)",
        "unless: drop not of established_on gte 2001-02-03",
        "unless: established_on gte 2001-02-03 → gt",
        "unless: established_on gte: 2001-02-03 → 2001-02-02",
        "unless: established_on gte: 2001-02-03 → 2001-02-04",
        "require: qms.announced eq true → ne",
        "due → until",
        "due → always",
        "modality must → should",
        "modality must → may",
        "value: 2021-06-30 → 2021-07-01",
        "sum → count",
        "sum → max",
        "min → max",
        "share of all",
        "where: code eq y → ne",
        "add skip_first",
    } <= changes
