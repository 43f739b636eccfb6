"""The first lines of the report, its groups, and lists that can be had whole."""

from __future__ import annotations

from helpers import Judged, judged, pack, rule
from isocheck.report.explanation import explanation
from isocheck.report.layout import Screen
from isocheck.report.listing import actions_text
from isocheck.report.selection import Selected, Selection
from isocheck.report.text import report
from isocheck.report.view import View

LAW = pack(
    rule("apply", "require: {qms.applied: true}\ndue: {param: day}"),
    rule("limit", "require: {code: a}\nalways: true", kinds="commune"),
    rule("told", "per: {over: report, where: {from: {eq: {fact: subject.id}}}}\n"
         "require: {item.number: {exists: true}}\nalways: true"),
    rule("commune", "require: {qms.applied: true}\ndue: 2020-12-31", kinds="commune"),
    parameters="""
        day:
          value: 2020-12-31
          verification: interpretation
          note: {vi: Không ghi thời hạn nên hiểu là trong giai đoạn, en: Read as within the plan}
    """,
)  # fmt: skip
NAMES = ("Ất", "Ăn", "Đa", "Da", "Bơ", "Bô", "An", "Ân")
DISTRICTS = (
    "- {id: ls, kind: province, name: Tỉnh}\n"
    "- {id: d1, kind: district, name: Huyện Đình Lập, parent: ls}\n"
    "- {id: d2, kind: district, name: Huyện Chi Lăng, parent: ls}\n"
)
COMMUNES = "".join(
    f"- {{id: c{n}, kind: commune, name: Xã {name}, parent: d1}}\n" for n, name in enumerate(NAMES)
)
OTHER = "- {id: e1, kind: commune, name: Xã Một, parent: d2, code: b, qms: null}\n"
DEPARTMENT = "- {id: so-x, kind: department, name: Sở X, parent: ls%s}\n"


def run(facts: str, collected: str | list[str] = "all") -> Judged:
    return judged(LAW, DISTRICTS + facts, "2020-06-30", collected=collected)


def text(found: Judged, **about: object) -> str:
    selected = Selected(evaluation=found.evaluation, **about)  # type: ignore[arg-type]
    return report(selected, "vi", "violated")


def test_where_nothing_is_decided_the_first_lines_say_so_and_what_would_decide() -> None:
    found = " ".join(text(run(DEPARTMENT % "" + COMMUNES, [])).split())
    first = found.partition("SỐ ĐƠN VỊ")[0]
    assert "Chưa kết luận được nội dung nào với thông tin hiện có." in first
    wanted = first.partition("nhiều nhất:")[2]
    assert wanted.split(" * ")[1:] == [
        "mã đơn vị – UBND cấp xã: có mặt trong 8 kết quả",
        "tình trạng áp dụng HTQLCL – UBND cấp xã: có mặt trong 8 kết quả",
        "tình trạng áp dụng HTQLCL – Cơ quan cấp tỉnh: có mặt trong 1 kết quả ",
    ]


def test_a_register_to_declare_is_asked_for_in_words() -> None:
    found = " ".join(text(run(DEPARTMENT % ", qms: null", [])).split())
    wanted = "khai báo trong isocheck.yaml rằng đã thu thập đủ hồ sơ loại “Báo cáo”"
    assert f"* {wanted}: có mặt trong 1 kết quả" in found


def test_what_is_decided_is_counted_and_nothing_is_asked_for_where_all_is() -> None:
    found = " ".join(text(run(OTHER)).split())
    assert "Đã kết luận được 2 trên 2 kết quả thuộc trường hợp áp dụng" in found
    assert "1 chưa xong, còn trong hạn, 1 quá hạn hoặc không đạt." in found
    assert "nhiều nhất" not in found


def test_groups_and_names_stand_as_vietnamese_sorts() -> None:
    found = text(run(COMMUNES + OTHER))
    assert found.index("HUYỆN CHI LĂNG") < found.index("HUYỆN ĐÌNH LẬP")
    assert "Xã An, Xã Ăn, Xã Ân, Xã Ất, Xã Bô, Xã Bơ, Xã Da, Xã Đa" in " ".join(found.split())


def test_a_kind_that_declares_no_group_has_a_section_of_its_own() -> None:
    found = text(run(DEPARTMENT % ", qms: null"))
    assert "CƠ QUAN CẤP TỈNH: 1 trên 1 còn việc" in found
    assert "TỈNH:" not in found.replace("CƠ QUAN CẤP TỈNH:", "")


def test_a_day_that_is_a_reading_is_called_so_and_its_note_told_with_the_finding() -> None:
    block = text(run(DEPARTMENT % ", qms: null")).partition("Sở X (so-x)\n")[2].splitlines()
    words = "thời hạn theo cách hiểu: đến hết ngày 31/12/2020"
    assert words in " ".join(" ".join(block[:2]).split())
    assert "    Cách hiểu: Không ghi thời hạn nên hiểu là trong giai đoạn" in block


def test_the_note_of_a_rule_is_told_with_its_finding_however_it_is_founded() -> None:
    law = pack(rule("r", "require: {code: a}\nalways: true\nnote: {vi: Chú ý, en: Mind}"))
    found = judged(law, DISTRICTS + DEPARTMENT % ", code: b", "2020-06-30")
    assert "    Cách hiểu: Chú ý" in text(found).splitlines()


def many() -> Judged:
    return run("".join(
        f"- {{id: c{n}, kind: commune, name: Xã {n}, parent: d1, qms: null, code: a{n}}}\n"
        for n in range(40)
    ))  # fmt: skip


def test_a_list_that_was_cut_can_be_had_whole() -> None:
    cut, full = text(many()), text(many(), full=True)
    assert "và 17 đơn vị khác" in cut
    assert "thêm --full để in đủ" in cut
    assert "đơn vị khác" not in full
    assert "--full" not in full
    names = ", ".join(f"Xã {n}" for n in range(40))
    assert names in " ".join(full.split())


def test_explain_cuts_no_list() -> None:
    law = pack(
        rule(
            "r", "require: {number: 0}\nalways: true\ndetails: {who: {fact: who}}", kinds="district"
        ),
        derived="""
            number: {for: [district], over: commune, count: true}
            who: {for: [district], over: commune, list: id}
        """,
    )
    facts = "".join(f"- {{id: c{n}, kind: commune, name: Xã {n}, parent: d1}}\n" for n in range(40))
    found = judged(law, DISTRICTS + facts, "2020-06-30").evaluation
    selection = Selection(words=("d1",), subjects=frozenset({"d1"}))
    told = explanation(Selected(evaluation=found, selection=selection), "vi")
    assert "Xã 39" in told
    assert "khác" not in told


def test_actions_stand_by_the_names_of_bodies() -> None:
    action = "action: {id: go, do: {vi: Làm, en: Do}, by: {fact: id}}"
    law = pack(rule("r", f"require: {{code: a}}\nalways: true\n{action}", kinds="commune"))
    facts = "".join(
        f"- {{id: c{n}, kind: commune, name: Xã {name}, parent: d1, code: b{n}}}\n"
        for n, name in enumerate(NAMES)
    )
    found = judged(law, DISTRICTS + facts, "2020-06-30").evaluation
    told = actions_text(
        View(selected=Selected(evaluation=found), lang="vi"), found.actions, Screen()
    )
    names = [line.partition(" (")[0] for line in told.splitlines() if line.startswith("Xã")]
    assert [name.removeprefix("Xã ") for name in names] == [
        "An", "Ăn", "Ân", "Ất", "Bô", "Bơ", "Da", "Đa",
    ]  # fmt: skip
    assert "hiện không đạt, cần khắc phục" in told
    assert "quá hạn" not in told


def test_items_of_which_the_same_is_to_be_said_are_told_together() -> None:
    reports = "".join(
        f"- {{id: r{n}, kind: report, from: so-x, sent_on: 2020-01-01, number: {number}}}\n"
        for n, number in enumerate(("null", "null", "5"))
    )
    lines = text(run(DEPARTMENT % ", qms: null" + reports)).splitlines()
    assert [line for line in lines if "[t.told]" in line] == [
        "    told – Báo cáo r0; Báo cáo r1 [t.told]"
    ]


def test_an_action_without_a_day_says_why() -> None:
    dues = {
        "none": "null",
        "unseen": "{param: day}",
        "asked": "{fact: new_rural_standard.date, verification: primary}",
    }
    law = pack(
        *(
            rule(
                name,
                f"require: {{code: a}}\ndue: {due}\n"
                f"action: {{id: {name}, do: {{vi: Làm, en: Do}}, by: {{fact: id}}}}",
            )
            for name, due in dues.items()
        ),
        parameters="day: {type: day, verification: unverified, between: [2020-12-31, null]}",
    )
    facts = DISTRICTS + DEPARTMENT % ", code: b, new_rural_standard: null"
    found = judged(law, facts, "2020-06-30").evaluation
    view = View(selected=Selected(evaluation=found), lang="vi")
    told = {
        action.because_of[0][0]: actions_text(view, [action], Screen()).splitlines()[5].strip()
        for action in found.actions
    }
    assert told == {
        "t.none": "không có thời hạn",
        "t.unseen": "thời hạn chưa đối chiếu được văn bản",
        "t.asked": "chưa ghi thời hạn",
    }


def test_a_lasting_duty_that_does_not_hold_is_said_not_to_be_met_before_its_day() -> None:
    action = "action: {id: keep, do: {vi: Giữ, en: Keep}, by: {fact: id}}"
    law = pack(rule("r", f"require: {{code: a}}\nuntil: 2020-12-31\n{action}"))
    found = judged(law, DISTRICTS + DEPARTMENT % ", code: b", "2020-06-30").evaluation
    view = View(selected=Selected(evaluation=found), lang="vi")
    told = actions_text(view, found.actions, Screen(width=200)).splitlines()
    assert told[5] == (
        "  hiện không đạt, cần khắc phục; phải bảo đảm liên tục, thời hạn đến hết ngày 31/12/2020"
    )


def test_what_is_called_by_its_id_has_it_once() -> None:
    law = pack(rule("r", "require: {number: x}\nalways: true", kinds="report"))
    facts = DISTRICTS + "- {id: r1, kind: report, sent_on: 2020-01-01, number: null}\n"
    lines = text(judged(law, facts, "2020-06-30")).splitlines()
    assert "Báo cáo r1" in lines
    assert "r1 (r1)" not in "\n".join(lines)


def test_the_first_lines_name_whose_findings_are_overdue_those_with_most_first() -> None:
    late = "".join(
        f"- {{id: so-{n}, kind: department, name: Sở {name}, parent: ls, qms: null}}\n"
        for n, name in enumerate(("Đa", "Da", "Bơ", "Bô", "An", "Ân", "Ăn"))
    )
    law = pack(
        rule("apply", "require: {qms.applied: true}\ndue: 2020-06-29"),
        rule("named", "when: {name: {eq: Sở Đa}}\nrequire: {name: {eq: Sở Da}}\nalways: true"),
    )
    found = judged(law, DISTRICTS + late, "2020-06-30", collected="all", complete="all")
    assert "Quá hạn hoặc không đạt: Sở Đa (2), Sở An (1), Sở Ăn (1), Sở Ân (1), Sở Bô (1) và 2" in (
        " ".join(text(found).split())
    )
    whole = " ".join(text(found, full=True).split())
    assert "Sở Bô (1), Sở Bơ (1), Sở Da (1). " in whole
    in_time = judged(law, DISTRICTS + late, "2020-06-29", collected="all", complete="all")
    assert "Quá hạn hoặc không đạt: Sở Đa (1). " in " ".join(text(in_time).split())
