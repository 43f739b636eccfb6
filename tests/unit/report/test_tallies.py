"""What stands behind a number, as people read it: payments, bodies, entries, with their places."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from helpers import THING, WORLD, judged, pack, rule
from isocheck.evaluate.run import Evaluation
from isocheck.messages.words import Language
from isocheck.report.explanation import explanation
from isocheck.report.formats import sarif
from isocheck.report.formats.output import Output
from isocheck.report.rows import rows
from isocheck.report.selection import Selected, Selection
from isocheck.report.text import report
from isocheck.report.view import View

LAW = pack(
    rule("cap", "require: {spent: {lte: 700}}\nalways: true\nform: cap", kinds="commune"),
    rule("kept", "require: {audits: {gte: 2}}\nalways: true", kinds="commune"),
    rule("few", "require: {number: {lte: 1}}\nalways: true", kinds="province"),
    rule("share", "require: {some: {gte: 90%}}\nalways: true", kinds="province"),
    kinds=THING,
    derived="""
        spent:
          label: {vi: số đã chi, en: spent}
          for: [commune]
          over: expenditure.beneficiaries
          where: {id: {eq: {fact: subject.id}}}
          sum: amount
        audits:
          label: {vi: số lần, en: times}
          for: [commune]
          over: maintenance
          distinct: type
        number: {label: {vi: số xã, en: communes}, for: [province], over: commune, count: true}
        some:
          label: {vi: tỷ lệ, en: share}
          for: [province]
          over: commune
          among: {in_force: true}
          where: {unit_type: xã}
          share: true
    """,
)
COMMUNES = "".join(
    f"- {{id: c{n}, kind: commune, name: Xã {n}, parent: d1, maintenance: [], unit_type: {code}}}\n"
    for n, code in ((2, "xã"), (3, "phường"), (4, "phường"), (5, "phường"), (6, "phường"))
)
FACTS = (
    WORLD
    + """
- {id: c1, kind: commune, name: Xã Một, parent: d1, unit_type: xã,
   maintenance: [{date: 2019-03-03, type: internal-audit, document: BB 1}]}
- {id: p1, kind: expenditure, year: 2019, amount: 900, beneficiary: c1, spent_on: 2019-05-02,
   document: PC 1, recovered: [{date: 2019-06-01, amount: 400}]}
- {id: p2, kind: expenditure, year: 2019, amount: 300, beneficiary: c1, spent_on: 2019-04-01}
"""
    + COMMUNES
)


def run() -> Evaluation:
    return judged(LAW, FACTS, "2019-12-31").evaluation


def told(lang: Language, subject: str, rule_id: str) -> list[str]:
    chosen = Selection(
        words=(subject,), subjects=frozenset({subject}), rules=frozenset({f"t.{rule_id}"})
    )
    return explanation(Selected(evaluation=run(), selection=chosen), lang).splitlines()


def test_explain_lists_the_payments_behind_a_limit_the_earliest_first() -> None:
    lines = told("vi", "c1", "cap")
    assert "    Vì: số đã chi: 800 đồng; cần: không quá 700 đồng" in lines
    at = lines.index("    Được tính vào “số đã chi”: 2")
    assert lines[at + 1 : at + 4] == [
        "      + 01/04/2019, 300 đồng – Số đã chi p2 (facts.yaml:12)",
        "      + 02/05/2019, 500 đồng, đã trừ 400 đồng thu hồi – Số đã chi PC 1",
        "        (facts.yaml:10)",
    ]
    english = "\n".join(told("en", "c1", "cap"))
    assert "Counted in “spent”: 2" in english
    assert "+ 2019-05-02, 500 VND, less 400 VND that came back – Expenditure PC 1" in english


def test_the_entries_of_a_list_are_told_by_their_day_words_and_documents() -> None:
    lines = told("vi", "c1", "kept")
    at = lines.index("    Được tính vào “số lần”: 1")
    assert lines[at + 1] == "      + 03/03/2019 – đánh giá nội bộ, BB 1 (facts.yaml:9)"


def test_a_share_tells_who_meets_it_and_who_does_not_by_name() -> None:
    lines = told("vi", "ls", "share")
    met, unmet = lines.index("    tỷ lệ, đạt: 2"), lines.index("    tỷ lệ, không đạt: 4")
    assert lines[met + 1] == "      + Xã 2 (facts.yaml:13)"
    assert lines[met + 2 : unmet] == ["      + Xã Một (facts.yaml:8)"]
    assert lines[unmet + 1] == "      + Xã 3 (facts.yaml:14)"


def text(*, full: bool = False) -> str:
    return report(Selected(evaluation=run(), full=full), "vi", "violated")


def test_the_report_names_a_few_payments_and_of_many_members_the_number_and_the_way() -> None:
    found = text()
    assert (
        "    Tính từ: 01/04/2019, 300 đồng – Số đã chi p2 (facts.yaml:12); 02/05/2019,\n"
        "      500 đồng, đã trừ 400 đồng thu hồi – Số đã chi PC 1 (facts.yaml:10)\n"
    ) in found
    assert "    Tính từ: 6 đơn vị; liệt kê đủ: isocheck explain ls t.few\n" in found
    assert "    Tính từ: 6 đơn vị; liệt kê đủ: isocheck explain ls t.share\n" in found
    whole = text(full=True)
    assert "isocheck explain ls t.few" not in whole
    assert "Tính từ: Xã Một (facts.yaml:8); Xã 2" in whole


def test_a_sum_of_payments_does_not_stand_where_its_body_does() -> None:
    """What is counted stands with each member; what is read in the body with the body."""
    found = text()
    assert "số đã chi: 800 đồng; cần: không quá 700 đồng\n" in found
    assert "số lần: 1; cần: ít nhất 2 (facts.yaml:9)" in found


def test_programs_are_led_to_the_payments_first() -> None:
    view = View(selected=Selected(evaluation=run()), lang="vi")
    row = next(r for r in rows(view) if (r["rule"], r["subject"]) == ("t.cap", "c1"))
    assert row["at"] == "facts.yaml:12; facts.yaml:10; facts.yaml:8"
    log = sarif.written(Output(selected=Selected(evaluation=run()), lang="vi"))
    results = json.loads(log)["runs"][0]["results"]
    cap = next(r for r in results if r["ruleId"] == "t.cap" and r["properties"]["subject"] == "c1")
    lines = [each["physicalLocation"]["region"]["startLine"] for each in cap["locations"]]
    assert lines == [12, 10, 8]


BOXES = pack(
    rule("few", "require: {number: {lte: 1}}\nalways: true", kinds="province"),
    kinds="""
        kinds:
          box: {title: {vi: Hộp, en: Box}, PLURAL fields: {}}
    """,
    derived="number: {for: [province], over: box, count: true}",
)


@pytest.mark.parametrize(
    ("plural", "told"),
    [
        ("", ("Tính từ: 5 hồ sơ “Hộp”", "Made up of: 5 of “Box”")),
        ("plural: {vi: cái hộp, en: boxes},", ("Tính từ: 5 cái hộp;", "Made up of: 5 boxes;")),
    ],
)
def test_several_are_called_as_their_kind_says(plural: str, told: tuple[str, str]) -> None:
    files = tuple((name, text.replace("PLURAL", plural)) for name, text in BOXES.files)
    facts = WORLD + "".join(f"- {{id: x{n}, kind: box}}\n" for n in range(5))
    evaluation = judged(replace(BOXES, files=files), facts, "2019-12-31").evaluation
    for lang, words in zip(("vi", "en"), told, strict=True):
        assert words in report(Selected(evaluation=evaluation), lang, "violated")


READ = pack(
    rule("share", "require: {some: {gte: 90%}}\nalways: true", kinds="province"),
    derived="""
        some:
          label: {vi: tỷ lệ, en: share}
          for: [province]
          over: commune
          among: {in_force: true}
          where: {unit_type: {eq: {param: counted}}}
          share: true
    """,
    parameters="""
        counted: {type: text, readings: [{id: ward, value: phường}, {id: rural, value: xã}]}
    """,
)


def test_a_share_that_hangs_on_a_reading_is_told_within_its_bounds() -> None:
    """Of six communes two are rural, four are wards; neither number alone is certain."""
    evaluation = judged(READ, FACTS, "2019-12-31").evaluation
    text = " ".join(report(Selected(evaluation=evaluation), "vi", "violated").split())
    assert "2 – 4 trên 6 đơn vị (33,3% – 66,6%); cần ít nhất 90%, tức 6" in text


def test_what_readings_alone_leave_open_says_so_in_the_table() -> None:
    law = pack(
        rule("type", "require: {unit_type: {eq: {param: counted}}}\nalways: true", kinds="commune"),
        parameters="""
            counted:
              type: text
              readings: [{id: ward, value: phường}, {id: rural, value: xã}]
              note: {vi: Chưa rõ loại nào, en: Which is not known}
        """,
    )
    view = View(
        selected=Selected(evaluation=judged(law, FACTS, "2019-12-31").evaluation), lang="vi"
    )
    why = {row["subject"]: row["why"] for row in rows(view)}
    assert why["c1"] == "Chưa rõ loại nào – ward: Không đạt yêu cầu; rural: Đạt yêu cầu"
