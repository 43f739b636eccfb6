"""What the texts leave open is told by rule, and is nobody's open matter."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from helpers import Judged, department, judged, pack, rule
from isocheck.finding import Missing
from isocheck.messages.words import Language
from isocheck.report.document import document
from isocheck.report.effects import effects_of
from isocheck.report.explanation import explanation
from isocheck.report.selection import Selected, Selection
from isocheck.report.text import report
from isocheck.report.texts import doubts
from isocheck.report.view import View, of_the_texts

LAW = pack(
    rule(
        "unseen",
        """
        form: state
        require: {new_rural_standard.date: {exists: true}}
        always: true
        verification: unverified
        note: {vi: Chưa tìm thấy quy định, en: No rule was found}
        """,
        kinds="commune",
    ),
    rule(
        "listed",
        """
        form: state
        when: {body_type: sub-department}
        require: {param.listed: true}
        always: true
        """,
    ),
    rule(
        "members",
        """
        form: state
        require: {qms.applied: true, param.least: 1}
        always: true
        """,
    ),
    rule(
        "apply",
        """
        form: act
        require: {qms.applied: true}
        due: 2021-06-30
        """,
        kinds="commune",
    ),
    parameters="""
        listed:
          type: yes_no
          verification: unverified
          note: {vi: Chưa rõ ai thuộc diện áp dụng, en: Who is listed is not known}
        least:
          type: count
          readings:
            - {id: either, value: 1, label: {vi: chỉ cần một trong hai, en: either}}
            - {id: both, value: 2, label: {vi: phải có cả hai, en: both}}
          verification: interpretation
          note: {vi: Một hay cả hai, en: One or both}
    """,
)
OTHER = "body_type: sub-department"
QMS = "qms: {adopted_on: 2019-01-01, ended_on: null}"
FACTS = "\n".join(
    [
        "- {id: ls, kind: province, name: Tỉnh, parent: null}",
        "- {id: d1, kind: district, name: Huyện Một, parent: ls}",
        f"- {{id: so-a, kind: department, name: Sở A, parent: ls, {OTHER}, {QMS}}}",
        f"- {{id: so-b, kind: department, name: Sở B, parent: ls, {QMS}}}",
        *(
            f"- {{id: c{n}, kind: commune, name: Xã {n}, parent: d1, qms: null}}"
            for n in range(1, 4)
        ),
        *(f"- {{id: c{n}, kind: commune, name: Xã {n}, parent: d1, {QMS}}}" for n in range(4, 6)),
    ]
)


@cache
def run() -> Judged:
    return judged(LAW, FACTS, "2020-12-31", matcher="interpreter")


def view(lang: Language = "vi") -> View:
    return View(selected=Selected(evaluation=run().evaluation), lang=lang)


def text(lang: Language = "vi", *, everything: bool = False) -> str:
    selected = Selected(evaluation=run().evaluation, everything=everything)
    return report(selected, lang, "violated")


def test_rules_come_by_how_many_they_leave_open_facts_missing_told_apart() -> None:
    found = [
        (d.rule, [f.subject for f in d.alone], [f.subject for f in d.with_facts])
        for d in doubts(view())
    ]
    assert found == [
        ("t.unseen", ["c1", "c2", "c3", "c4", "c5"], []),
        ("t.members", ["so-a", "so-b"], []),
        ("t.listed", ["so-a"], ["so-b"]),
    ]


def test_the_section_says_which_rule_whom_why_and_where() -> None:
    section = text().partition("ĐIỀU VĂN BẢN CHƯA RÕ\n===")[2].partition("SỐ KẾT QUẢ")[0]
    blocks = section.split("\n\n")[1:]
    assert blocks[0].splitlines() == [
        "* unseen [t.unseen]",
        "  Chưa kết luận được với 5 đơn vị: Xã 1, Xã 2, Xã 3 và 2 đơn vị khác.",
        "    Vì: Chưa đối chiếu được văn bản. Chưa tìm thấy quy định",
        "    Căn cứ: law, Điều 1",
    ]
    assert (
        "Vì: Một hay cả hai – chỉ cần một trong hai (1): Đạt yêu cầu; phải có cả hai (2): Không"
        in " ".join(blocks[1].split())
    )
    assert blocks[2].splitlines()[1:4] == [
        "  Chưa kết luận được với 1 đơn vị: Sở A.",
        "  Còn thiếu cả thông tin với 1 đơn vị: Sở B.",
        "    Vì: điều văn bản chưa rõ: Chưa rõ ai thuộc diện áp dụng",
    ]


def test_it_stands_after_the_bodies_and_before_the_counts_in_english_too() -> None:
    found = text("en")
    places = [
        found.index(part)
        for part in (
            "BODIES BY",
            "HUYỆN MỘT",
            "\nWHAT THE TEXTS LEAVE OPEN\n",
            "COUNTS OF FINDINGS",
        )
    ]
    assert places == sorted(places)
    assert "Left open for 5 bodies: Xã 1, Xã 2, Xã 3 and 2 others." in found


def test_what_only_the_texts_leave_open_is_no_open_matter_of_a_body() -> None:
    found = text()
    rows = {row.split("  ")[0]: row.split()[-5:] for row in found.splitlines()[:20]}
    assert rows["UBND cấp xã"] == ["5", "0", "3", "0", "2"]
    assert rows["Cơ quan cấp tỉnh"] == ["2", "0", "0", "1", "1"]
    assert "Không tính 8 kết quả" in found
    assert "Sở A (so-a)" not in found
    assert "Xã 4 (c4)" not in found


def test_it_is_still_counted_as_not_told() -> None:
    rows = [r for r in text().splitlines() if r.startswith("Chưa đủ căn cứ kết luận  ")]
    assert [row.split()[-1] for row in rows] == ["9"]
    assert "9 chưa đủ căn cứ" in " ".join(text().split())


def test_asked_for_everything_a_body_shows_it_too() -> None:
    assert "[t.unseen]" in text(everything=True).partition("Xã 4 (c4)")[2].partition("\n\n")[0]


def test_bodies_of_one_district_that_owe_the_same_share_a_block() -> None:
    block = text().partition("3 đơn vị: Xã 1, Xã 2, Xã 3\n")[2]
    assert block.splitlines()[:3] == [
        "  Chưa hoàn thành, còn trong hạn – thời hạn đến hết ngày 30/06/2021",
        "    apply [t.apply]",
        "    Vì: HTQLCL đang áp dụng: không; cần: có",
    ]
    assert "    Căn cứ: law, Điều 1" in block.splitlines()[:5]


def test_where_nothing_is_left_open_there_is_no_section() -> None:
    selected = Selected(
        evaluation=run().evaluation, selection=Selection(rules=frozenset({"t.apply"}))
    )
    found = report(selected, "vi", "violated")
    assert "VĂN BẢN CHƯA RÕ" not in found
    assert "Không tính" not in found


def test_a_rule_not_verified_is_not_explained_and_nothing_is_explained_twice() -> None:
    asked: list[tuple[str, str]] = []
    evaluation = run().evaluation
    here = view()
    explain = type(evaluation).explain

    class Watched:
        def __getattr__(self, name: str) -> object:
            return getattr(evaluation, name)

        def explain(self, finding: object) -> object:
            asked.append((finding.rule, finding.subject))  # type: ignore[attr-defined]
            return explain(evaluation, finding)  # type: ignore[arg-type]

    here.selected.evaluation = Watched()  # type: ignore[assignment]
    for _ in range(2):
        doubts(here)
    assert {rule_ for rule_, _ in asked} == {"t.members", "t.listed"}
    assert len(asked) == len(set(asked))


def test_an_explanation_calls_a_parameter_by_its_note() -> None:
    selection = Selection(subjects=frozenset({"so-a"}), rules=frozenset({"t.listed"}))
    selected = Selected(evaluation=run().evaluation, selection=selection)
    found = explanation(selected, "vi")
    assert "Chưa rõ ai thuộc diện áp dụng: chưa rõ; cần: có" in " ".join(found.split())
    assert "param." not in found


def test_only_parameters_and_rules_are_of_the_texts() -> None:
    entry = Missing(None, "param.t.listed")
    assert of_the_texts(entry)
    assert of_the_texts(Missing(None, "rule.t.unseen"))
    assert not of_the_texts(Missing(None, "activity"))
    assert not of_the_texts(replace(entry, record="so-a"))


UNCLEAR = pack(
    rule(
        "told",
        """
        form: act
        require: {param.near: true}
        due: 2020-06-30
        """,
    ),
    parameters="""
        near:
          type: yes_no
          verification: unverified
          settled_by: record
          note: {vi: Hồ sơ ghi loại khác; hãy ghi đúng loại, en: Of another type; write the type}
    """,
)


@cache
def unclear() -> Judged:
    return judged(UNCLEAR, department(), "2020-12-31", matcher="interpreter")


def test_what_a_clearer_record_would_settle_counts_as_lacking_facts_under_the_body() -> None:
    found = report(Selected(evaluation=unclear().evaluation), "vi", "violated")
    assert "Chưa kết luận được 1: 1 vì thiếu thông tin." in found
    assert "VĂN BẢN CHƯA RÕ" not in found
    assert "* ghi rõ hơn các hồ sơ “Cơ quan cấp tỉnh”: có mặt trong 1 kết quả" in found
    assert (
        "Thông tin còn thiếu: hồ sơ ghi chưa rõ (Sở X): Hồ sơ ghi loại khác; hãy ghi đúng loại"
        in " ".join(found.split())
    )
    english = report(Selected(evaluation=unclear().evaluation), "en", "violated")
    assert "not clear in Sở X: Of another type; write the type" in " ".join(english.split())


def test_a_document_says_so_and_what_changes_does_not_blame_the_texts() -> None:
    after = document(Selected(evaluation=unclear().evaluation))
    assert [m for f in after["findings"] for m in f["missing"]] == [
        {"record": "so-x", "path": "param.t.near"}
    ]
    before = {**after, "findings": [], "actions": []}
    assert [moved.of_texts for moved in effects_of(before, after).findings] == [False]
    texts = document(Selected(evaluation=run().evaluation))
    before = {**texts, "findings": [], "actions": []}
    moved = {(m.rule, m.subject): m.of_texts for m in effects_of(before, texts).findings}
    assert moved["t.listed", "so-a"]
