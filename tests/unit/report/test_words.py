"""The words are those of the vocabulary, in both languages, and charge nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from helpers import installed_profile
from isocheck.finding import OUTCOMES
from isocheck.packs.conditions import Compare, Fact, leaves
from isocheck.report import labels, words
from isocheck.report.labels import detail_label, path_label
from isocheck.report.words import OUTCOMES_TOGETHER, outcome_words

FORBIDDEN = ("vi phạm", "thanh tra", "kết luận kiểm tra")
ANY = installed_profile("kh34-alone").rules[0]


@pytest.mark.parametrize(
    ("outcome", "form", "modality", "vietnamese"),
    [
        ("satisfied", "act", "must", "Đã hoàn thành đúng hạn"),
        ("satisfied", "state", "must", "Đạt yêu cầu"),
        ("satisfied", "cap", "must", "Đạt yêu cầu"),
        ("satisfied_late", "act", "should", "Đã hoàn thành, quá hạn"),
        ("satisfied_late", "state", "must", "Đạt yêu cầu, chậm so với thời hạn"),
        ("due", "act", "must", "Chưa hoàn thành, còn trong hạn"),
        ("due", "state", "should", "Chưa đạt, còn trong hạn"),
        ("violated", "act", "must", "Chưa hoàn thành, đã quá hạn"),
        ("violated", "state", "must", "Không đạt yêu cầu"),
        ("violated", "cap", "must", "Vượt mức quy định"),
        ("violated", "act", "should", "Chưa thực hiện (không bắt buộc)"),
        ("violated", "state", "should", "Chưa đạt mức phấn đấu"),
        ("not_applicable", "act", "may", "Không thuộc trường hợp áp dụng"),
        ("indeterminate", "state", "must", "Chưa đủ căn cứ kết luận"),
        ("waived", "act", "must", "Được miễn thực hiện"),
    ],
)
def test_an_outcome_is_called_as_the_vocabulary_says(
    outcome: Any, form: Any, modality: Any, vietnamese: str
) -> None:
    rule = replace(ANY, form=form, modality=modality)
    assert outcome_words(outcome, rule, "vi") == vietnamese
    assert outcome_words(outcome, rule, "en").isascii()


def test_every_outcome_has_a_row_in_the_table_of_counts() -> None:
    assert set(OUTCOMES_TOGETHER) == set(OUTCOMES)


def pairs() -> list[tuple[str, str]]:
    found = []
    for module in (words, labels):
        for value in vars(module).values():
            entries = value.values() if isinstance(value, dict) else [value]
            found += [e for e in entries if isinstance(e, tuple) and len(e) == 2]
    return found


def test_all_words_stand_in_two_languages_and_charge_nobody() -> None:
    assert len(pairs()) > 100
    for vietnamese, english in pairs():
        assert vietnamese.strip()
        assert english.strip()
        assert not any(word in vietnamese.lower() for word in FORBIDDEN), vietnamese


PROFILES = ["kh34-alone", "lang-son-2018-2020", "lang-son-2025"]


def compared(profile: str) -> Iterator[str]:
    for rule in installed_profile(profile).rules:
        conditions = [rule.when, rule.require, *(e.condition for e in rule.unless)]
        for condition in conditions:
            for leaf in leaves(condition) if condition is not None else ():
                if not isinstance(leaf, Compare):
                    continue
                yield str(leaf.path)
                if isinstance(leaf.right, Fact):
                    yield str(leaf.right.path)


@pytest.mark.parametrize("profile", PROFILES)
def test_every_path_that_a_rule_compares_has_a_name_for_people(profile: str) -> None:
    paths = {path for path in compared(profile) if not path.startswith("param.")}
    assert len(paths) > 50
    assert {path for path in paths if path_label(path, "vi") == path} == set()


@pytest.mark.parametrize("profile", PROFILES)
def test_every_detail_of_a_rule_has_a_name_for_people(profile: str) -> None:
    unnamed = {
        str(path)
        for rule in installed_profile(profile).rules
        for name, path in rule.details.items()
        if detail_label(name, str(path), "vi") == str(path)
    }
    assert unnamed == set()


@pytest.mark.parametrize("profile", PROFILES)
def test_every_parameter_not_known_has_a_note_or_a_name(profile: str) -> None:
    unnamed = {
        name
        for name, variants in installed_profile(profile).parameters.items()
        for parameter in variants
        if len(parameter.readings) != 1 and parameter.note is None
        if path_label(f"param.{name}", "vi") == f"param.{name}"
    }
    assert unnamed == set()


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("qms.announcements", "các lần công bố HTQLCL"),
        ("subject.qms.applied", "HTQLCL đang áp dụng"),
        ("qms.announcements.2.date", "các lần công bố HTQLCL (mục thứ 3): ngày"),
        ("item.due_on", "thời hạn trả lời"),
        ("nothing.of.the.sort", "nothing.of.the.sort"),
    ],
)
def test_a_path_is_called_by_the_longest_name_known(path: str, label: str) -> None:
    assert path_label(path, "vi") == label


def test_a_detail_without_a_name_is_called_by_its_path() -> None:
    assert detail_label("missing_procedures", "procedures.outside_scope", "en") == (
        "Missing procedures"
    )
    assert detail_label("paid", "money.spent", "en") == "spent on the body"
