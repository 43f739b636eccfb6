"""No rule of ours compares a text whose words are declared nowhere (design §2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from authoring.packs_on_disk import folder_of
from isocheck.authoring.lint import check
from isocheck.packs.compared_words import Compared, compared_texts
from isocheck.packs.loading import load_pack, load_profile

ROOT = Path(__file__).parents[2]
PROFILES = [path.stem for path in sorted((ROOT / "policies" / "profiles").glob("*.yaml"))]
# A text that says more than a word, and in which a year is looked for.
FREE_TEXTS = {"programme"}

KINDS = """\
vocabularies:
  size:
    words: {small: {label: {vi: nhỏ, en: small}}, large: {}}
kinds:
  reading_corner:
    title: {vi: Góc đọc sách, en: Reading corner}
    fields:
      of: {type: reference, to: [department]}
      size: {type: text, vocabulary: size}
      colour: {type: text}
      number: {type: text}
      answers: {type: text}
"""
DERIVED = """\
corners:
  for: [department]
  over: reading_corner
  where: {of: {eq: {fact: subject.id}}, CONDITION}
  count: true
"""


def lacking(name: str) -> list[Compared]:
    return [found for found in compared_texts(load_profile(name)) if found.wants_words]


@pytest.mark.parametrize("name", PROFILES)
def test_every_text_that_a_profile_compares_with_a_word_has_a_vocabulary(name: str) -> None:
    assert [f"{found.by}: {found.leaf.path}" for found in lacking(name)] == []


@pytest.mark.parametrize("name", PROFILES)
def test_patterns_are_held_only_against_texts_that_say_more_than_a_word(name: str) -> None:
    found = {str(c.leaf.path) for c in compared_texts(load_profile(name)) if c.by_pattern}
    assert found <= FREE_TEXTS


@pytest.mark.parametrize(
    ("condition", "wants"),
    [
        ("colour: red", True),
        ("colour: {ne: red}", True),
        ("colour: {in: [red, blue]}", True),
        ("colour: {eq: {fact: size}}", True),
        ("colour: {eq: {param: colour}}", True),
        ("size: {eq: {fact: colour}}", True),
        ("size: small", False),
        ("colour: {exists: true}", False),
        ("colour: null", False),
        ("number: {eq: {fact: answers}}", False),  # numbers of documents: the same or not
    ],
)
def test_a_pack_that_compares_a_word_without_vocabulary_is_found(
    condition: str, wants: bool, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path)
    (folder / "kinds.yaml").write_text(KINDS, encoding="utf-8")
    text = DERIVED.replace("CONDITION", condition)
    (folder / "derived.yaml").write_text(text, encoding="utf-8")
    with (folder / "parameters.yaml").open("a", encoding="utf-8") as file:
        file.write("colour: {value: red}\n")
    profile = load_pack("mine", [tmp_path])
    found = [f for f in compared_texts(profile) if f.wants_words]
    assert [f.by for f in found] == ["corners"] * wants
    codes = [p.code for p in check("mine", None, [tmp_path]).lacks]
    assert ("bench-no-vocabulary" in codes) is wants
    assert "bench-no-label" in codes  # large has none


def test_our_own_packs_are_found_out_once_a_field_has_lost_its_vocabulary(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The test above can fail: take the vocabulary of budget lines from the fields that have it."""
    from isocheck.records.kinds import of_packs, reading  # noqa: PLC0415 - of this test alone

    reader = reading._KindsReader  # noqa: SLF001 - the one place where fields get their words
    kept = reader._vocabulary  # noqa: SLF001 - the one place where fields get their words

    def without(self, body, where):
        found = kept(self, body, where)
        return None if found is not None and found.id == "budget_line" else found

    monkeypatch.setattr(reader, "_vocabulary", without)
    monkeypatch.setattr(of_packs, "read_sound_kinds", reading.read_sound_kinds)
    found = {str(c.leaf.path) for c in lacking(PROFILES[0])}
    assert {"line", "owner.line"} <= found


def test_a_rule_names_words_by_their_ids_alone(tmp_path: Path) -> None:
    from isocheck.errors import InputProblems  # noqa: PLC0415 - of this test alone

    folder = folder_of(tmp_path)
    (folder / "kinds.yaml").write_text(KINDS, encoding="utf-8")
    for word, likely in (("nhỏ", "small"), ("smal", "small")):
        text = DERIVED.replace("CONDITION", f"size: {word}")
        (folder / "derived.yaml").write_text(text, encoding="utf-8")
        with pytest.raises(InputProblems) as caught:
            load_pack("mine", [tmp_path])
        (problem,) = [p for p in caught.value.problems if p.code == "literal-not-one-of"]
        assert problem.args["suggestion"] == likely
