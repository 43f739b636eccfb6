"""The words are those of the vocabulary, in both languages, and charge nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from helpers import installed_profile
from isocheck.finding import OUTCOMES
from isocheck.packs.conditions import Compare, Fact, leaves
from isocheck.packs.labels import Labels
from isocheck.records.kinds.kind import FieldSpec
from isocheck.report import words
from isocheck.report.words import OUTCOMES_TOGETHER, outcome_words

FORBIDDEN = ("vi phạm", "thanh tra", "kết luận kiểm tra")
ANY = installed_profile("kh34-alone").rules[0]
PREDECESSOR = "đơn vị tiền thân (mục thứ 1): đơn vị: ngày áp dụng HTQLCL"


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
    """What the program itself says, and what the packs call things."""
    found = [(label["vi"], label["en"]) for label in labels_of_packs()]
    for value in vars(words).values():
        entries = value.values() if isinstance(value, dict) else [value]
        found += [e for e in entries if isinstance(e, tuple) and len(e) == 2]
    return found


def labels_of_packs() -> Iterator[Mapping[str, str]]:
    profile = installed_profile("lang-son-2025")

    def of_fields(fields: Mapping[str, FieldSpec]) -> Iterator[Mapping[str, str]]:
        for spec in fields.values():
            yield spec.label
            yield from of_fields(spec.of.fields if spec.of is not None else spec.fields)

    for kind in profile.kinds.values():
        yield from of_fields(kind.fields)
    yield from (each.label for each in profile.derived.values() if each.label is not None)
    for variants in profile.parameters.values():
        for parameter in variants:
            labels = (parameter.label, *(reading.label for reading in parameter.readings))
            yield from (label for label in labels if label is not None)
    for rule in profile.rules:
        yield from rule.detail_labels.values()


def test_all_words_stand_in_two_languages_and_charge_nobody() -> None:
    assert len(list(labels_of_packs())) > 300
    assert len(pairs()) > 400
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
    labels = Labels.of(installed_profile(profile), "vi")
    assert {path for path in paths if labels.path(path) == path} == set()


@pytest.mark.parametrize("profile", PROFILES)
def test_every_detail_of_a_rule_has_a_name_for_people(profile: str) -> None:
    labels = Labels.of(installed_profile(profile), "vi")
    unnamed = {
        str(path)
        for rule in installed_profile(profile).rules
        for name, path in rule.details.items()
        if labels.detail(rule, name, rule.kinds) == str(path)
    }
    assert unnamed == set()


@pytest.mark.parametrize("profile", PROFILES)
def test_every_parameter_not_known_has_a_note_or_a_name(profile: str) -> None:
    unnamed = {
        name
        for name, variants in installed_profile(profile).parameters.items()
        for parameter in variants
        if len(parameter.readings) != 1 and parameter.note is None
        if parameter.label is None
    }
    assert unnamed == set()


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("qms.announcements", "các lần công bố HTQLCL"),
        ("subject.qms.applied", "HTQLCL đang áp dụng"),
        ("former.qms.ended_on", "ngày ngừng áp dụng HTQLCL"),
        ("qms.announcements.2.posted_on", "các lần công bố HTQLCL (mục thứ 3): ngày niêm yết"),
        ("qms.announcements[2].posted_on", "các lần công bố HTQLCL (mục thứ 3): ngày niêm yết"),
        ("qms.announcements.posted_on", "các lần công bố HTQLCL: ngày niêm yết"),
        ("parent.dissolved_on", "cơ quan cấp trên: ngày thôi tồn tại"),
        ("predecessors.0.id.qms.adopted_on", PREDECESSOR),
        ("procedures.catalogue", "danh mục thủ tục hành chính"),
        ("id.qms.adopted_on", "ngày áp dụng HTQLCL"),
        ("id.subject.former.qms.ended_on", "đối tượng: ngày ngừng áp dụng HTQLCL"),
        ("owner.id.former.qms.adopted_on", "ngày áp dụng HTQLCL"),
        ("item.due_on", "thời hạn trả lời"),
        ("kind", "loại hồ sơ"),
        ("as_of", "ngày rà soát"),
        ("param.kh34.plan_start", "ngày bắt đầu của Kế hoạch"),
        ("param.nothing", "param.nothing"),
        ("nothing.of.the.sort", "nothing.of.the.sort"),
        ("qms.nothing", "qms.nothing"),
    ],
)
def test_a_path_is_called_as_packs_label_what_it_leads_through(path: str, label: str) -> None:
    assert Labels.of(installed_profile("lang-son-2018-2020"), "vi").path(path) == label


def test_a_path_is_called_by_the_kind_that_it_is_read_of() -> None:
    """What one word means on one kind it need not mean on another."""
    labels = Labels.of(installed_profile("lang-son-2018-2020"), "en")
    assert labels.path("from", ["report"]) == "sender"
    assert labels.path("committee_cap", ["report"]) == "limit for the committee"


def test_a_detail_without_a_label_is_called_by_its_path() -> None:
    profile = installed_profile("lang-son-2018-2020")
    labels = Labels.of(profile, "en")
    rules = {rule.id: rule for rule in profile.rules}
    scope, caps = rules["kh34.adjust-scope"], rules["kh34.cap-commune"]
    assert labels.detail(scope, "missing_procedures") == "Missing procedures"
    (paid,) = [n for n, path in caps.details.items() if str(path) == "money.spent"]
    assert labels.detail(caps, paid) == "spent on the body"


def test_a_reading_without_a_label_is_called_by_its_id() -> None:
    profile = installed_profile("lang-son-2018-2020")
    labels = Labels.of(profile, "vi")
    many = [p for v in profile.parameters.values() for p in v if len(p.readings) > 1]
    assert many
    for parameter in many:
        assert all(labels.reading(parameter, r.id) != r.id for r in parameter.readings)
    assert labels.reading(many[0], "nothing") == "nothing"
