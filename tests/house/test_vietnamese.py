"""What people read in Vietnamese holds no English and no code: paths and words have labels."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from isocheck.authoring.pack_page import page_of
from isocheck.authoring.pack_page_formats import markdown
from isocheck.authoring.pack_view import opened
from isocheck.evaluate.run import Evaluation, evaluate
from isocheck.messages import LANGUAGES
from isocheck.packs.labels import Labels
from isocheck.packs.loading import load_profile
from isocheck.packs.model import Profile
from isocheck.records.folder import load_facts
from isocheck.records.kinds.kind import FieldSpec
from isocheck.records.settings import read_settings
from isocheck.report.explanation import explanation
from isocheck.report.layout import Screen
from isocheck.report.listing import actions_text, rule_entries, rules_text
from isocheck.report.selection import Selected
from isocheck.report.text import report
from isocheck.report.view import View
from isocheck.resources import tree

PROFILE = "lang-son-2018-2020"
PACKS = ("kh34", "qd19", "tt26", "tt116", "cv419", "reform2025")
ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?"
SYLLABLE = re.compile(f"{ONSET}[aeiouy]{{1,3}}(?:ch|ng|nh|[cmnpt])?")
WORD = re.compile(r"(?<!\d)[^\W\d_]+")  # not the letter of a number, as in 005b
PATH = re.compile(r"(?<![\w./-])[a-z_]+(?:\.[a-z0-9_]+)+")
# What is typed, not read: options, a line of a file, and files of the folder with their lines.
TYPED = re.compile(
    r"isocheck explain|'complete: all'|"
    r"--fail-on \w+|--[a-z][a-z-]*|[\w./-]+\.(?:yaml|csv|md)(?::\d+)?"
)
ALLOWED = {
    "isocheck": "the name of the program",
    "TTg": "Thủ tướng, in the numbers of its decisions",
    "TTr": "Tờ trình, in the numbers of documents",
    "đ": "đồng",
    "sha": "the name of the digest of a pack",
}
WIDE = Screen(width=10_000)


@cache
def law() -> Profile:
    return load_profile(PROFILE)


@cache
def sample() -> Evaluation:
    profile = law()
    folder = tree("facts")
    facts = load_facts(folder, profile.kinds, profile.reference, read_settings(folder))
    day = facts.latest_collected_on
    assert day is not None
    return evaluate(facts, profile, day, matcher="interpreter")


def printed(name: str) -> Iterator[str]:
    """What a command prints in Vietnamese about the sample and its packs, in each extent."""
    found = sample()
    if name == "report":
        for everything, full in ((False, False), (False, True), (True, True)):
            selected = Selected(evaluation=found, everything=everything, full=full)
            yield report(selected, "vi", "violated", WIDE)
    elif name == "explain":
        yield explanation(Selected(evaluation=found, everything=True), "vi", WIDE)
    elif name == "actions":
        view = View(selected=Selected(evaluation=found), lang="vi")
        yield actions_text(view, found.actions, WIDE)
    else:
        yield rules_text(rule_entries(found.profile, None), found.profile, "vi", WIDE)


def ids() -> set[str]:
    """The ids that the officer or the law gave: they are typed, and stand in brackets."""
    found = sample()
    profile = found.profile
    known = {rule.id for rule in profile.rules} | {a.id for a in profile.amendments}
    return known | set(found.facts.records) | {pack.id for pack in profile.packs} | {PROFILE}


def without_ids(text: str) -> str:
    """The text without what is typed: options, file names, ids."""
    text = TYPED.sub(" ", text)
    known = sorted(ids(), key=len, reverse=True)
    tokens = re.compile(r"(?<![\w.-])(?:" + "|".join(map(re.escape, known)) + r")(?![\w-])")
    return tokens.sub(" ", text)


def is_vietnamese(word: str) -> bool:
    """Tell whether a word is built as a Vietnamese syllable, or is an abbreviation in capitals."""
    if word.isupper() or word in ALLOWED:
        return True
    letters = unicodedata.normalize("NFD", word.casefold()).replace("đ", "d")
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return SYLLABLE.fullmatch(plain) is not None


def foreign(text: str) -> set[str]:
    """The words of a text that are not Vietnamese."""
    return {word for word in WORD.findall(text) if not is_vietnamese(word)}


def test_the_test_knows_english_words_and_paths() -> None:
    assert foreign("khác commune, on-site, closing, nominated, record") == {
        "commune", "site", "closing", "nominated", "record",
    }  # fmt: skip
    assert foreign("Xã Nghĩa Đô nghiêng thuở quyết, UBND, QĐ-TTg, Biểu khuỷu") == set()
    assert PATH.findall("nominated.0.withdrawn_on; 1.001612; 17.000.000") == [
        "nominated.0.withdrawn_on"
    ]


@pytest.mark.parametrize(
    "name", ["report", pytest.param("explain", marks=pytest.mark.slow), "actions", "rules"]
)
def test_what_is_printed_in_vietnamese_is_vietnamese(name: str) -> None:
    for text in printed(name):
        plain = without_ids(text)
        assert PATH.findall(plain) == []
        assert re.findall(r"(?<![\w/]) :\w+", plain) == []
        assert foreign(plain) == set()


def paths(fields: Mapping[str, FieldSpec], above: str = "") -> Iterator[str]:
    """Every path that a fact file may leave out, with a number for the entry of a list."""
    for name, spec in fields.items():
        yield above + name
        within = spec if spec.of is None else spec.of
        entry = ".0." if spec.type == "list" else "."
        yield from paths(within.fields, above + name + entry)


@pytest.mark.parametrize("kind", [kind.id for kind in law().kinds.values() if not kind.reference])
def test_what_a_record_may_lack_has_a_name(kind: str) -> None:
    """Any of its fields may be among the missing facts."""
    for lang in LANGUAGES:
        labels = Labels.of(law(), lang)
        for path in paths(law().kinds[kind].fields):
            label = labels.path(path, [kind])
            assert "_" not in label, (path, label)
            assert label != path or lang == "en"
            assert lang == "en" or foreign(label) == set(), path


def test_the_titles_of_what_a_pack_shows_are_vietnamese() -> None:
    for pack in PACKS:
        page = page_of(opened(pack), "vi")
        words = [page.title, *(rule.title for rule in page.rules)]
        words += [text for rule in page.rules for name, text in rule.facts]
        fields = [field for kind in page.kinds for field in kind.fields]
        words += [text for field in fields for text in (field.label, field.type_words)]
        words += [title for kind in page.kinds for _, title in kind.kinds]
        words += [one.type_words for one in page.derived]
        assert foreign(without_ids("\n".join(words))) == set(), pack
        assert markdown(page)
