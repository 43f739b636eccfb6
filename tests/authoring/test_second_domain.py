"""A domain that has nothing to do with ours: its pack needs none of ours, its reports no word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from helpers import MATCHERS, installed_profile
from isocheck.authoring.coverage import coverage
from isocheck.authoring.lint import check
from isocheck.authoring.mutating import mutate
from isocheck.authoring.pack_view import opened
from isocheck.authoring.run_cases import results_of
from isocheck.cli.program import program
from isocheck.messages import render
from isocheck.packs.loading import load_profile
from isocheck.records.kinds.kind import FieldSpec

ROOT = Path(__file__).parents[2]
LIBRARY = Path("docs", "examples", "library")
POLICIES = [ROOT / LIBRARY / "policies"]
FACTS, PROFILE, FOLDER = (str(LIBRARY / name) for name in ("facts", "library.yaml", "policies"))
CALLS = (
    ("check", FACTS, "--all", "--full"),
    ("check", FACTS, "--format", "markdown"),
    ("explain", "ann", FACTS),
    ("explain", "annex", FACTS),
    ("actions", FACTS),
    ("diff", FACTS, FACTS, "--was-of", "2024-06-30"),
    ("rules", "-p", PROFILE),
    ("lines", "-p", PROFILE),
    ("packs", "show", "library"),
)
# What our packs call something, and the engine says of any domain.
OF_ANY_DOMAIN = {
    "báo cáo", "checked against the original words", "day", "khác", "kỳ", "limit", "loại", "name",
    "ngày", "năm", "nội dung", "other", "period", "report", "subject", "title", "type", "tên",
    "verification", "văn bản", "when", "đã đối chiếu nguyên văn", "đơn vị", "đối tượng",
}  # fmt: skip


def test_its_pack_passes_everything() -> None:
    found = check("library", str(ROOT / PROFILE), POLICIES)
    assert [render(problem, "en") for problem in [*found.wrong, *found.lacks]] == []
    for matcher in MATCHERS:
        assert all(result.passed for result in results_of("library", POLICIES, matcher))
    assert coverage("library", POLICIES)[0].gaps == ()
    assert mutate(opened("library", POLICIES)).score == 100


def test_it_stands_alone() -> None:
    assert [pack.id for pack in load_profile(str(ROOT / PROFILE), POLICIES).packs] == ["library"]


def fields(specs: Mapping[str, FieldSpec]) -> Iterator[FieldSpec]:
    for spec in specs.values():
        yield spec
        yield from fields(spec.fields)
        if spec.of is not None:
            yield from fields({"of": spec.of})


def words_of_ours() -> set[str]:
    """What our packs call kinds, fields, words, values and rules."""
    ours = installed_profile("lang-son-2018-2020")
    called: list[Mapping[str, str]] = [rule.title for rule in ours.rules]
    called += [value.label for value in ours.derived.values()]
    for kind in ours.kinds.values():
        called += [kind.title]
        for spec in fields(kind.fields):
            called.append(spec.label)
            if spec.vocabulary is not None:
                called += [word.label for word in spec.vocabulary.words.values()]
    return {words.casefold() for each in called for words in each.values() if words}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("call", CALLS, ids=lambda call: "-".join(call[:2]).replace("/", "-"))
def test_no_word_of_what_is_printed_comes_from_our_packs(
    monkeypatch: pytest.MonkeyPatch, call: tuple[str, ...], lang: str
) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(
        program, [*call, "--policy", FOLDER, "--lang", lang], prog_name="isocheck"
    )
    assert result.exit_code in (0, 1), result.output
    printed = " ".join(result.output.split()).casefold()
    found = {w for w in words_of_ours() if re.search(rf"(?<!\w){re.escape(w)}(?!\w)", printed)}
    assert found <= OF_ANY_DOMAIN
    assert not re.search(r"\b(qms|htqlcl|iso 9001|tcvn|ubnd|xã|huyện|commune|district)\b", printed)


def test_the_page_shows_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / "docs" / "en" / "another-domain.md").read_text(encoding="utf-8")
    call = re.search(r"```sh\nisocheck (docs.*)\n```", text)
    assert call is not None
    result = CliRunner().invoke(program, call[1].split(), prog_name="isocheck")
    shown = text.partition("```text\n")[2].partition("```")[0]
    assert shown.startswith("Ann (ann)\n")
    assert shown in result.output
