"""What hangs on a reading is told with that reading, or within bounds: never as one of them."""

from __future__ import annotations

from helpers import THING, WORLD, judged, pack, rule
from isocheck.evaluate.run import Evaluation
from isocheck.messages.words import Language
from isocheck.report.explanation import explanation
from isocheck.report.formats import markdown
from isocheck.report.formats.output import Output
from isocheck.report.rows import rows
from isocheck.report.selection import Selected, Selection
from isocheck.report.view import View

LAW = pack(
    rule("share", "require: {some: {gte: 90%}}\nalways: true\nform: target", kinds="province"),
    rule("half", "require: {some: {gte: 50%}}\nalways: true\nform: target", kinds="province"),
    rule("few", "require: {number: {lte: 1}}\nalways: true", kinds="province"),
    kinds=THING,
    parameters="""
        whom:
          type: text
          readings:
            - {id: one, value: a, label: {vi: chỉ xã, en: communes alone}}
            - {id: both, value: b, label: {vi: cả phường, en: wards too}}
    """,
    derived="""
        some:
          label: {vi: tỷ lệ, en: share}
          for: [province]
          over: commune
          among: {in_force: true}
          where: {any: [{unit_type: xã}, {param.whom: b, unit_type: phường}]}
          share: true
        number:
          label: {vi: số đơn vị, en: units}
          for: [province]
          over: commune
          where: {any: [{unit_type: xã}, {unit_type: thị trấn}, {param.whom: b}]}
          count: true
    """,
)
FACTS = WORLD + "".join(
    f"- {{id: c{n}, kind: commune, name: Đơn vị {n}, parent: d1, unit_type: {code}}}\n"
    for n, code in ((1, "xã"), (2, "phường"), (3, "thị trấn"), (4, "thị trấn"))
)


def run() -> Evaluation:
    return judged(LAW, FACTS, "2020-12-31").evaluation


def whys(lang: Language) -> dict[str, str]:
    view = View(selected=Selected(evaluation=run()), lang=lang)
    return {str(row["rule"]): str(row["why"]) for row in rows(view)}


def test_a_table_tells_a_share_that_hangs_on_a_reading_within_its_bounds() -> None:
    assert whys("en")["t.share"] == "1 – 2 of 4 (25% – 50%); at least 90% asked for: 4"
    assert whys("vi")["t.share"] == "1 – 2 trên 4 đơn vị (25% – 50%); cần ít nhất 90%, tức 4"


def test_so_does_it_of_a_number() -> None:
    assert whys("en")["t.few"] == "units: 3 – 4; needed: at most 1"


def test_a_summary_lists_the_targets_that_are_open() -> None:
    output = Output(selected=Selected(evaluation=run()), lang="vi", fail_on="violated")
    lines = markdown.written(output).splitlines()
    at = lines.index("### Chỉ tiêu chưa rõ đã đạt hay chưa (1)")
    assert lines[at + 4].startswith("| Lạng Sơn | ")
    assert "1 – 2 trên 4 đơn vị \\(25% – 50%\\); cần ít nhất 50%, tức 2" in lines[at + 4]


def told(rule_id: str) -> str:
    chosen = Selection(words=("ls",), subjects=frozenset({"ls"}), rules=frozenset({f"t.{rule_id}"}))
    return explanation(Selected(evaluation=run(), selection=chosen), "vi")


def test_explain_names_the_reading_of_each_comparison_and_of_each_list() -> None:
    found = told("share")
    assert (
        "    - Yêu cầu theo cách hiểu “chỉ xã”, không đúng: tỷ lệ: 25%; cần: ít nhất 90%" in found
    )
    assert (
        "    - Yêu cầu theo cách hiểu “cả phường”, không đúng: tỷ lệ: 50%; cần: ít nhất\n      90%"
        in found
    )
    assert "    tỷ lệ, đạt (theo cách hiểu “chỉ xã”): 1\n      + Đơn vị 1 (" in found
    assert "    tỷ lệ, đạt (theo cách hiểu “cả phường”): 2\n      + Đơn vị 1 (" in found
    assert "tính đến ngày" not in found


def test_what_is_so_under_every_reading_names_none() -> None:
    law = pack(
        rule("r", "require: {number: {lte: {param: most}}}\nalways: true", kinds="province"),
        kinds=THING,
        parameters="most: {readings: [{id: low, value: 1}, {id: high, value: 2}]}",
        derived="number: {for: [province], over: commune, count: true}",
    )
    found = explanation(Selected(evaluation=judged(law, FACTS, "2020-12-31").evaluation), "en")
    assert "Counted in “number”: 4" in found
    assert "read as “low (1)”" in found
    assert "read as “high (2)”" in found
