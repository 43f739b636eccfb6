"""Words of fact files: every spelling means its id, and no misspelt word is taken for another."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from isocheck.errors import Problem
from isocheck.messages import render
from isocheck.records.folder import load_facts
from isocheck.records.json_schema import kinds_of_files
from isocheck.records.kinds.kind import FieldSpec, Kind
from isocheck.records.kinds.vocabularies import Vocabulary
from unit.records.conftest import HEAD, Told, Write

ROOT = Path(__file__).parents[3]
KINDS = kinds_of_files(sorted(ROOT.glob("policies/*/*/kinds.yaml")))


def read(write: Write, kinds: dict[str, Kind], *records: str) -> dict[str, dict[str, object]]:
    folder = write({"a.yaml": HEAD + "".join(f"- {{{record}}}\n" for record in records)})
    return {key: dict(record.values) for key, record in load_facts(folder, kinds).records.items()}


def words_of(fields: dict[str, FieldSpec]) -> list[Vocabulary]:
    found = []
    for spec in fields.values():
        found += [spec.vocabulary] if spec.vocabulary is not None else []
        found += words_of(dict(spec.fields))
        found += words_of({"of": spec.of}) if spec.of is not None else []
    return found


VOCABULARIES = {v.id: v for kind in KINDS.values() for v in words_of(dict(kind.fields))}


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_spelling_of_a_word_means_its_id(name: str) -> None:
    vocabulary = VOCABULARIES[name]
    for word in vocabulary.words.values():
        for spelling in word.spellings:
            for written in (
                spelling,
                spelling.upper(),
                f"\u00a0 {spelling.capitalize()} ".replace(" ", "  "),
                unicodedata.normalize("NFD", spelling),
            ):
                assert vocabulary.value_of(written) == word.id, written


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_word_of_our_packs_has_labels(name: str) -> None:
    for word in VOCABULARIES[name].words.values():
        assert set(word.label) == {"vi", "en"}, word.id


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("local", "local"),
        ("ngân sách  Địa phương", "local"),
        ("ĐỊA PHƯƠNG", "local"),
        ("{other: quỹ phúc lợi}", "other: quỹ phúc lợi"),
        ("{Khác: quỹ  phúc lợi}", "other: quỹ phúc lợi"),
        ('"khác : quỹ phúc lợi"', "other: quỹ phúc lợi"),
        ('"Other: quỹ phúc lợi"', "other: quỹ phúc lợi"),
    ],
)
def test_a_source_in_yaml(written: str, value: str, write: Write) -> None:
    found = read(write, KINDS, f"id: e, kind: expenditure, source: {written}")
    assert found["e"]["source"] == value


def test_the_words_of_the_annex_are_the_plan_s_own(write: Write) -> None:
    names = ["Kiểm tra các đơn vị áp dụng", "Tổ chức các lớp đào tạo", "Tổ chức các Hội nghị"]
    names += ["Hoạt động của cơ quan thường trực", "Chi hoạt động tư vấn"]
    names += ["Chi hoạt động cơ quan thực hiện"]
    records = [f"id: e{n}, kind: số đã chi, line: {name}" for n, name in enumerate(names)]
    lines = [values["line"] for values in read(write, KINDS, *records).values()]
    wanted = ["inspection", "training", "conferences", "standing-agency", "consulting"]
    assert lines == [*wanted, "implementing-agency"]


@pytest.mark.parametrize(
    "written", ["commune", "Commune", "UBND cấp xã", "ubnd  CẤP XÃ", "xã", "X\u0061\u0303"]
)
def test_a_kind_is_read_by_its_title_too(written: str, write: Write) -> None:
    district = "id: d, kind: UBND cấp huyện, name: D, parent: p"
    province = "id: p, kind: tỉnh, name: P"
    commune = f"id: c, kind: {written}, name: C, parent: d"
    found = read(write, KINDS, province, district, commune)
    assert [values["kind"] for values in found.values()] == ["province", "district", "commune"]


def test_collected_kinds_are_named_by_their_titles_too(write: Write) -> None:
    from isocheck.records.settings import read_settings  # noqa: PLC0415 - of this test alone

    files = {
        "isocheck.yaml": "collected: [Số đã chi, ubnd cấp xã]\n",
        "a.yaml": HEAD + "- {id: p, kind: tỉnh, name: P}\n",
    }
    folder = write(files)
    base = load_facts(folder, KINDS, (), read_settings(folder))
    assert {"expenditure", "commune"} <= base.collected


def one(problems: list[Problem], lang: str) -> str:
    (problem,) = problems
    return render(problem, lang)  # type: ignore[arg-type]


def test_a_misspelt_word_names_the_likely_one_and_those_that_there_are(told: Told) -> None:
    problems = told({"a.yaml": HEAD + "- {id: e, kind: expenditure, contractor: tổ chức tu vấn}\n"})
    assert one(problems, "vi") == (
        "a.yaml:4: e: contractor: 'tổ chức tu vấn' không phải từ được dùng ở đây. Có phải ý bạn là "
        "'tổ chức tư vấn'? Các từ: tổ chức tư vấn, chuyên gia, tự thực hiện."
    )


def test_where_the_law_leaves_a_list_open_the_way_out_is_named(told: Told) -> None:
    problems = told({"a.yaml": HEAD + "- {id: e, kind: expenditure, source: quỹ phúc lợi}\n"})
    assert one(problems, "vi").endswith(
        "nguồn thu hợp pháp khác. Nếu là loại khác, ghi {khác: quỹ phúc lợi}."
    )


def test_a_closed_list_has_no_other(told: Told) -> None:
    problems = told({"a.yaml": HEAD + "- {id: e, kind: expenditure, contractor: 'khác: hội'}\n"})
    assert [problem.code for problem in problems] == ["facts.not-a-word"]
    assert "loại khác" not in one(problems, "vi")


def test_another_word_equals_no_id_and_is_printed_as_other() -> None:
    vocabulary = VOCABULARIES["funding_source"]
    value = vocabulary.value_of("khác: quỹ phúc lợi")
    assert value not in vocabulary.words
    assert vocabulary.label(value, "vi") == "khác: quỹ phúc lợi"
    assert vocabulary.label(value, "en") == "other: quỹ phúc lợi"
    assert vocabulary.label("local", "vi") == "ngân sách địa phương"


@pytest.mark.parametrize(
    "name",
    [
        "Không gian làm việc số",
        "Kế hoạch không giấy tờ",
        "Số 12/QĐ",
        "No. 12/2019",
        "Notice 3",
        "Không số, ngày 01/6/2018",
        "Đang lưu tại Văn phòng, số 15/BB",
    ],
)
def test_a_document_whose_name_begins_like_a_denial_is_one(tmp_path: Path, name: str) -> None:
    text = f"{HEAD}  - {{id: r1, kind: decision, number: '{name}'}}\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    facts = load_facts(tmp_path, KINDS)
    assert facts.records["r1"].values["number"] == name


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ngân sách tinh", "ngân sách tỉnh"),
        ("ngânsách tỉnh", "ngân sách tỉnh"),
        ("ngân sách nhà nước", ""),  # both central and local
        ("tư vấn, kiểm tra", ""),
        ("chi cơ quan thực hiện", "cơ quan thực hiện"),
        ("tu van", "tư vấn"),
        ("tuvấn", "tư vấn"),
    ],
)
def test_what_has_other_words_than_a_spelling_is_no_slip_of_it(text: str, meant: str) -> None:
    specs = KINDS["expenditure"].fields
    words = [v for name in ("source", "line") if (v := specs[name].vocabulary) is not None]
    assert {found for _, found in (v.likely(text) for v in words) if found} == ({meant} - {""})
