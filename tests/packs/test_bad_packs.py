"""Every message about packs: asserted with file, line and the value that has to be mended."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from isocheck.errors import InputProblems, Location, Problem
from isocheck.messages import conditions, derived, packs, render
from isocheck.packs import loading
from isocheck.packs.loading import load_pack, load_profile
from packs.bad_conditions import BAD_CONDITIONS
from packs.bad_forms import BAD_FORMS
from packs.bad_rules import BAD_RULES
from packs.mini_pack import (
    HEAD,
    KINDS_OF_ITS_OWN,
    PARAMETERS,
    SOUND,
    Bad,
    problems_of,
    profile_of,
    rule,
    write,
)

ENGINE = Path(__file__).parents[2] / "engine" / "isocheck"
CASES = [*BAD_FORMS, *BAD_RULES, *BAD_CONDITIONS]
MINI = "policies/mini/1.0.0"


def assert_told(problem: Problem, code: str, place: str, *told: str) -> None:
    """The message stands at its place, holds each text, and is there in both languages."""
    english, vietnamese = render(problem, "en"), render(problem, "vi")
    assert problem.code == code, english
    assert english.startswith(f"{place}: "), english
    assert [text for text in told if text not in english] == [], english
    assert vietnamese.startswith(f"{place}: ")
    assert vietnamese != english
    if told and re.fullmatch("'[^']*'", told[0]):
        assert told[0] in vietnamese, vietnamese


def test_the_pack_that_the_cases_start_from_is_sound(tmp_path: Path) -> None:
    profile = profile_of(tmp_path, {})
    assert [rule.id for rule in profile.rules] == ["mini.one"]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.code}-{n}" for n, case in enumerate(CASES)])
def test_a_bad_pack_is_told_once_at_its_line(case: Bad, tmp_path: Path) -> None:
    problems = problems_of(tmp_path, case.files)
    assert [p.code for p in problems] == [case.code], [render(p, "en") for p in problems]
    assert_told(problems[0], case.code, case.place, *case.told)


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("rule.yaml", ""),
        ("rules/b.yml", "Did you mean 'rules/b.yaml'?"),
        ("rules/b.YAML", "Did you mean 'rules/b.yaml'?"),
        ("rules/b.yaml.txt", ""),
        ("rules/sub/b.yaml", ""),
        ("Rules/b.yaml", ""),
        ("amendments.yml", "Did you mean 'amendments.yaml'?"),
        ("amendments/b.yaml", ""),
        ("derived/b.json", "Did you mean 'derived/b.yaml'?"),
        ("other/b.yaml", ""),
        ("notes.docx", ""),
    ],
)
def test_what_would_be_left_out_of_a_pack_is_told(tmp_path: Path, name: str, guess: str) -> None:
    """A rule in a file that nothing reads would never be judged, and nobody would know."""
    (problem,) = problems_of(tmp_path, {name: "x: 1\n"})
    assert_told(problem, "pack-file-unknown", f"{MINI}/{name}", guess, "would not be read")


@pytest.mark.parametrize("name", ["notes.md", "notes.txt", "rules/.b.yaml", ".b.yaml", "new/x.odd"])
def test_notes_hidden_files_and_first_files_of_other_packs_are_let_be(
    tmp_path: Path, name: str
) -> None:
    found = profile_of(tmp_path, {})
    again = profile_of(tmp_path, {name: "- {id: mini.two}\n"})
    assert [rule.id for rule in again.rules] == [rule.id for rule in found.rules]
    digests = [[p.sha256 for p in profile.packs if p.id == "mini"] for profile in (found, again)]
    assert (digests[0] == digests[1]) == (Path(name).name.startswith("."))


def test_a_folder_of_rules_that_is_a_file_is_told(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, {"derived": "x: 1\n"})
    assert_told(problem, "pack-file-unknown", f"{MINI}/derived")


def test_more_rules_than_anyone_writes_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "_MOST_RULES", 2)
    rules = [rule(f"id: mini.r{n}", *SOUND) for n in range(5)]
    (problem,) = problems_of(tmp_path, {"rules/a.yaml": "".join(rules)})
    line = "".join(rules[:2]).count("\n") + 1
    assert_told(problem, "rule-too-many", f"{MINI}/rules/a.yaml:{line}", "more than 2 rules")


def test_a_place_marked_twice(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, {"source.md": "[p1]\na\n\n[p2]\nb\n[p1]\nc\n"})
    assert_told(problem, "source-place-twice", f"{MINI}/source.md:6", "[p1]")


def test_profiles_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputProblems) as caught:
        load_profile("lang-son-2018-202")
    told = ("'lang-son-2018-202'", "'lang-son-2018-2020'?", "kh34-alone")
    place = "policies/profiles/lang-son-2018-202.yaml"
    assert_told(caught.value.problems[0], "profile-unknown", place, *told)
    file = (tmp_path / "no.yaml").as_posix()
    with pytest.raises(InputProblems) as caught:
        load_profile(file)
    assert_told(caught.value.problems[0], "profile-unreadable", file, "No such file")
    with pytest.raises(InputProblems) as caught:
        load_profile("a\0b.yaml")
    assert [p.code for p in caught.value.problems] == ["profile-unreadable"]


@pytest.mark.parametrize(
    ("code", "text", "line", "told"),
    [
        ("profile-form", "- core\n", 1, "'[core]'"),
        ("profile-form", "title: {vi: a, en: b}\n", 1, "'null'"),
        ("profile-form", "title: x\npacks: core\n", 2, "'core'"),
        ("profile-form", "packs: [core, {kh34: 1}]\n", 1, "'[core, {kh34: …}]'"),
        ("profile-no-such-pack", "packs:\n  - core\n  - khh34\n", 3, "'khh34'"),
        ("profile-no-such-pack", "packs:\n  - core\n  - kh34@9.0.0\n", 3, "'kh34@9.0.0'"),
        ("profile-pack-twice", "packs:\n  - core\n  - kh34\n  - kh34@1.0.0\n", 4, "'kh34@1.0.0'"),
        ("pack-unknown-key", "packs: [core]\npakcs: [kh34]\n", 2, "'pakcs'"),
    ],
)
def test_a_bad_profile_is_told_with_its_line(
    code: str, text: str, line: int, told: str, tmp_path: Path
) -> None:
    write(tmp_path, {"p.yaml": text})
    file = tmp_path / "p.yaml"
    with pytest.raises(InputProblems) as caught:
        load_profile(str(file))
    assert_told(caught.value.problems[0], code, f"{file.as_posix()}:{line}", told)


def test_packs_that_require_each_other(tmp_path: Path) -> None:
    head = "id: {0}\nversion: 1.0.0\ntitle: {{vi: a, en: a}}\nrequires:\n  - {1}\n"
    names = {"a": "b", "b": "c", "c": "a"}
    heads = {f"{one}/1.0.0/pack.yaml": head.format(one, other) for one, other in names.items()}
    write(tmp_path, heads)
    with pytest.raises(InputProblems) as caught:
        load_pack("a", [tmp_path])
    (problem,) = caught.value.problems
    place = f"{tmp_path.name}/c/1.0.0/pack.yaml:5"
    assert_told(problem, "pack-requires-cycle", place, "a → b → c → a")


def test_a_pack_that_requires_itself(tmp_path: Path) -> None:
    write(tmp_path, {"mini/1.0.0/pack.yaml": HEAD.replace("[core]", "[mini]")})
    with pytest.raises(InputProblems) as caught:
        load_pack("mini", [tmp_path])
    (problem,) = caught.value.problems
    assert_told(
        problem, "pack-requires-cycle", f"{tmp_path.name}/mini/1.0.0/pack.yaml:4", "mini → mini"
    )


def test_a_pack_that_requires_one_that_is_not_there(tmp_path: Path) -> None:
    write(tmp_path, {"mini/1.0.0/pack.yaml": HEAD.replace("core", "cor")})
    with pytest.raises(InputProblems) as caught:
        load_pack("mini", [tmp_path])
    (problem,) = caught.value.problems
    place = f"{tmp_path.name}/mini/1.0.0/pack.yaml:4"
    assert_told(problem, "profile-no-such-pack", place, "'cor'", "'core'?")


def test_a_pack_asked_for_that_is_not_there() -> None:
    with pytest.raises(InputProblems) as caught:
        load_pack("kh35")
    assert render(caught.value.problems[0], "en").startswith("the pack 'kh35' is not installed.")


def test_two_packs_that_amend_one_thing(tmp_path: Path) -> None:
    head = "id: {0}\nversion: 1.0.0\ntitle: {{vi: a, en: a}}\nrequires: [core, mini]\n"
    change = "- {{id: {0}.c, sets: mini.limit, value: 7, from: 2021-01-01{1}}}\n"
    files = {f"{n}/1.0.0/pack.yaml": head.format(n) for n in ("b", "c")}
    plain = {f"{n}/1.0.0/amendments.yaml": change.format(n, "") for n in ("b", "c")}
    listed = "[core, mini, b, c]"
    (problem,) = problems_of(tmp_path, {}, packs=listed, others=files | plain)
    place = "policies/c/1.0.0/amendments.yaml:1"
    told = ("'mini.limit'", "'b.c' at policies/b/1.0.0/amendments.yaml:1", "over: PACK")
    assert_told(problem, "amendment-conflict", place, *told)
    settled = plain | {"c/1.0.0/amendments.yaml": change.format("c", ", over: b")}
    assert problems_of(tmp_path, {}, packs=listed, others=files | settled) == []
    both = settled | {"b/1.0.0/amendments.yaml": change.format("b", ", over: c")}
    codes = [p.code for p in problems_of(tmp_path, {}, packs=listed, others=files | both)]
    assert codes == ["amendment-conflict"]


def test_each_of_many_that_amend_one_thing_is_told_once(tmp_path: Path) -> None:
    head = "id: b\nversion: 1.0.0\ntitle: {vi: a, en: a}\nrequires: [core, mini]\n"
    change = "- {{id: b.c{}, sets: mini.limit, value: 7, from: 2021-01-01}}\n"
    changes = "".join(change.format(number) for number in range(5))
    files = {"b/1.0.0/pack.yaml": head, "b/1.0.0/amendments.yaml": changes}
    problems = problems_of(tmp_path, {}, packs="[core, mini, b]", others=files)
    assert [(p.code, p.where) for p in problems] == [
        ("amendment-conflict", f"b.c{number}") for number in range(1, 5)
    ]


def test_rules_put_in_place_of_others_may_not_ask_for_each_other(tmp_path: Path) -> None:
    """Neither rule asks for the other before the day on which both are replaced."""
    rules = rule(*SOUND) + rule(*SOUND, name="mini.two")
    asking = "".join(
        f"- id: mini.{one}-asks\n  from: 2020-01-01\n  replaces: mini.{one}\n  rule:\n"
        f"    id: mini.{one}\n    title: {{vi: a, en: a}}\n    for: [department]\n"
        "    modality: must\n    verification: primary\n    cites: [{source: mini, at: p1}]\n"
        f"    require: {{outcome: {{mini.{other}: [satisfied]}}}}\n    always: true\n"
        for one, other in (("one", "two"), ("two", "one"))
    )
    files = {"rules/a.yaml": rules, "amendments.yaml": asking}
    found = problems_of(tmp_path, files)
    assert {(p.code, p.where) for p in found} == {
        ("outcome-cycle", "mini.one"),
        ("outcome-cycle", "mini.two"),
    }
    assert {p.location.line for p in found} == {4, 16}


def test_everything_that_is_wrong_is_told_in_one_go(tmp_path: Path) -> None:
    """Five errors in four files, and nothing that only follows from one of them."""
    files = {
        "pack.yaml": HEAD + "instrment: x\n",
        "parameters.yaml": PARAMETERS + "rate: {type: shares, value: 5%}\n",
        "derived.yaml": "bodies: {for: [department], over: qms.scoop, count: true}\n",
        "rules/a.yaml": rule("when: {bodies: {gt: 1}, nmae: x}", *SOUND)
        + rule("when: {param.rate: {lt: 5%}}", *SOUND, name="mini.two").replace("must", "shall"),
    }
    found = [(p.location, p.code) for p in problems_of(tmp_path, files)]
    assert found == [
        (Location(f"{MINI}/derived.yaml", 1), "path-unknown"),
        (Location(f"{MINI}/pack.yaml", 5), "pack-unknown-key"),
        (Location(f"{MINI}/parameters.yaml", 4), "pack-not-one-of"),
        (Location(f"{MINI}/rules/a.yaml", 7), "path-unknown"),
        (Location(f"{MINI}/rules/a.yaml", 13), "pack-not-one-of"),
    ]


@pytest.mark.parametrize("name", ["kinds", "derived", "parameters", "reference", "rules/b"])
def test_a_file_that_cannot_be_read_is_told_alone(name: str, tmp_path: Path) -> None:
    files = {
        "kinds.yaml": (
            "kinds: {office: {title: {vi: V, en: O}, reference: true, fields: {name: {type: "
            "text}}}}\n"
        ),
        "reference.yaml": "records: [{id: uba, kind: office, name: U}]\n",
        "rules/a.yaml": rule(
            "when: {param.limit: 5, scopes: {gt: 0}}",
            *SOUND,
            "action: {id: go, do: {vi: L, en: D}, by: uba}",
        ),
        "rules/b.yaml": rule(
            "for: [office]", "require: {name: U}", "always: true", name="mini.two"
        ),
        "amendments.yaml": "- {id: mini.c, repeals: mini.two, from: 2020-01-01}\n",
        "tests/a.yaml": "- {name: a, as_of: 2020-01-01, expect: {mini.two: {uba: satisfied}}}\n",
    }
    assert problems_of(tmp_path, files) == []
    (problem,) = problems_of(tmp_path, files | {f"{name}.yaml": "a: [b\n"})
    assert (problem.code, problem.location.file) == ("yaml.open-bracket", f"{MINI}/{name}.yaml")


def test_a_source_that_is_no_text_is_told_alone(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, {"source.md": b"[p1]\n\xe9t\xe9\n"})
    assert (problem.code, problem.location) == (
        "source.not-utf-8",
        Location(f"{MINI}/source.md", 2),
    )


@pytest.mark.parametrize(
    ("code", "records", "line"),
    [
        ("facts.required-absent", "records:\n  - {id: a, kind: office}\n", 2),
        ("facts.unknown-kind", "records:\n  - {id: a, kind: ofice, name: U}\n", 2),
        (
            "facts.unknown-field",
            "records:\n  - id: a\n    kind: office\n    name: U\n    nme: V\n",
            5,
        ),
        (
            "facts.duplicate-id",
            "records:\n  - {id: a, kind: office, name: U}\n  - {id: a, kind: office, name: V}\n",
            3,
        ),
        ("facts.record-form", "records:\n  - a\n", 2),
        ("facts.id-missing", "records:\n  - {kind: office, name: U}\n", 2),
    ],
)
def test_a_record_laid_down_wrongly_is_told_with_its_line(
    code: str, records: str, line: int, tmp_path: Path
) -> None:
    with pytest.raises(InputProblems) as caught:
        profile_of(tmp_path, {"kinds.yaml": KINDS_OF_ITS_OWN, "reference.yaml": records})
    problem = caught.value.problems[0]
    assert (problem.code, problem.location) == (code, Location(f"{MINI}/reference.yaml", line))
    assert render(problem, "en") != render(problem, "vi")


ELSEWHERE = {  # asserted by the tests above, not by the tables
    "source-place-twice",
    "pack-file-unknown",
    "rule-too-many",
    "pack-version-unread",
    "profile-unknown",
    "profile-unreadable",
    "profile-form",
    "profile-no-such-pack",
    "profile-many-parts",
    "profile-pack-twice",
    "pack-requires-cycle",
}


def test_every_message_about_packs_is_used_and_asserted() -> None:
    code = re.compile(r'"([a-z]+(?:-[a-z]+)+)"')
    words = set()
    for path in [*(ENGINE / "packs").glob("*.py"), *(ENGINE / "records/kinds").glob("*.py")]:
        words |= set(code.findall(path.read_text(encoding="utf-8")))
    modules = (packs, conditions, derived)
    catalogue = {name for module in modules for name in module.MESSAGES}
    assert catalogue - words == set()
    asserted = {case.code for case in CASES} | ELSEWHERE
    assert catalogue - asserted == set()
    about_packs = {name for name in asserted if "." not in name}
    assert about_packs - catalogue == set()
