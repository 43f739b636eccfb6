"""What is known of a finding that is open: it is met, or not met; only its lateness is open."""

from __future__ import annotations

import pytest

from helpers import Judged, judged, pack, rule
from isocheck.report.explanation import explanation
from isocheck.report.layout import Screen
from isocheck.report.listing import actions_text
from isocheck.report.selection import Selected, Selection
from isocheck.report.text import report
from isocheck.report.view import View

ACTION = "action: {id: go, do: {vi: Làm, en: Do}, by: {fact: id}}"
LAW = pack(
    rule("done", f"require: {{qms.adopted_on: {{exists: true}}}}\ndue: {{param: day}}\n{ACTION}"),
    parameters="""
        day: {readings: [{id: before, value: 2020-06-29}, {id: up-to, value: 2020-06-30}]}
    """,
)
FACTS = """\
- {id: ls, kind: province, name: Tỉnh}
- {id: so-x, kind: department, name: Sở X, parent: ls, qms: %s}
"""
ADOPTED = "{adopted_on: 2020-06-30}"


def run(qms: str, day: str) -> Judged:
    return judged(LAW, FACTS % qms, day, collected="all")


def words(text: str) -> str:
    return " ".join(text.split())


def told(found: Judged, **about: object) -> str:
    selected = Selected(evaluation=found.evaluation, **about)  # type: ignore[arg-type]
    return words(report(selected, "vi", "violated"))


def test_what_is_done_is_counted_as_done_though_its_lateness_is_open() -> None:
    text = told(run(ADOPTED, "2020-12-31"))
    assert (
        "Đã kết luận được 1 trên 1 kết quả thuộc trường hợp áp dụng: 1 đã xong hoặc đạt (1 chưa rõ "
        "có chậm không)."
    ) in text
    assert "Chưa kết luận được" not in text
    assert "Đã xong, chưa rõ có chậm không 1 0 0 1" in text


def test_it_is_listed_with_all_and_says_what_is_open() -> None:
    text = told(run(ADOPTED, "2020-12-31"), everything=True)
    assert "Đã hoàn thành, chưa rõ đúng hạn hay quá hạn – thời hạn" in text


@pytest.mark.parametrize("day", ["2020-06-29", "2020-06-30", "2020-07-01"])
def test_what_is_not_done_is_to_be_done_on_every_day_around_its_due_day(day: str) -> None:
    """On 30 June it is overdue as one reading has it, and in time as the other does."""
    found = run("null", day)
    assert [action.by for action in found.evaluation.actions] == ["so-x"]
    assert "Cơ quan cấp tỉnh 1 0 0 0 1" not in told(found)
    assert "Sở X (so-x)" in told(found)


def test_of_what_is_not_done_the_report_says_so_and_that_its_lateness_is_open() -> None:
    text = told(run("null", "2020-06-30"))
    assert "1 chưa xong, chưa rõ đã quá hạn hay chưa" in text
    assert (
        "Chưa hoàn thành, chưa rõ đã quá hạn hay chưa – thời hạn theo cách hiểu: đến hết ngày "
        "29/06/2020" in text
    )
    assert "Việc cần thực hiện: Làm." in text
    assert "ĐIỀU VĂN BẢN CHƯA RÕ" not in text
    (action,) = run("null", "2020-06-30").evaluation.actions
    assert (action.outcome, action.overdue) == ("due", False)


def test_what_is_overdue_is_not_told_with_what_is_in_time_where_no_day_is_known() -> None:
    request = "- {{id: q{n}, kind: report_request, date: 2020-01-0{n}, due_on: {day}, to: [ls]}}\n"
    law = pack(
        rule(
            "answer",
            "per: {over: report_request}\nrequire: {code: a}\ndue: {param: day}\n" + ACTION,
        ),
        parameters="day: {type: day, verification: unverified, between: [null, null]}",
    )
    facts = FACTS % "null" + "".join(request.format(n=n, day="2020-02-01") for n in (1, 2))
    found = judged(law, facts.replace("qms: null", "code: b"), "2020-12-31", collected="all")
    assert {f.possible for f in found.evaluation.findings} == {("due", "violated")}
    assert [len(a.because_of) for a in found.evaluation.actions] == [2]


def test_a_comparison_that_comes_to_something_else_on_another_day_has_its_day() -> None:
    law = pack(rule("done", "require: {qms.applied: true}\ndue: 2020-06-29"))
    found = judged(law, FACTS % ADOPTED, "2020-12-31", collected="all")
    text = words(explanation(Selected(evaluation=found.evaluation, everything=True), "vi"))
    assert "Yêu cầu tính đến ngày 29/06/2020, không đúng" in text
    assert "Yêu cầu tính đến ngày 31/12/2020, đúng" in text


def test_printed_commands_name_the_run() -> None:
    law = pack(
        rule("many", "require: {number: {gte: 99}}\nalways: true", kinds="province"),
        derived="number: {for: [province], over: commune, count: true}",
    )
    communes = "".join(
        f"- {{id: c{n}, kind: commune, name: Xã {n}, parent: ls}}\n" for n in range(9)
    )
    found = judged(law, FACTS % "null" + communes, "2020-12-31", collected="all")
    again = " 'so lieu' --as-of 2020-12-31"
    text = told(found, folder="so lieu", again=again)
    assert "isocheck explain ls t.many 'so lieu' --as-of 2020-12-31" in text
    selected = Selected(evaluation=found.evaluation, folder="so lieu")
    chosen = Selected(evaluation=found.evaluation, folder="so lieu", selection=Selection())
    head = "Tính đến ngày 31/12/2020; thông tin trong thư mục so lieu."
    assert explanation(chosen, "vi").splitlines()[0] == head
    assert actions_text(View(selected=selected, lang="vi"), (), Screen()).splitlines()[0] == head


def test_facts_older_than_the_day_are_told_at_the_head() -> None:
    found = run("null", "2031-12-31").evaluation
    selected = Selected(evaluation=found)
    head = words(report(selected, "vi", "violated")).partition("SỐ ĐƠN VỊ")[0]
    assert "trước ngày rà soát 31/12/2031" in head
    listed = actions_text(View(selected=selected, lang="vi"), found.actions, Screen())
    assert "trước ngày rà soát 31/12/2031" in words(listed)


@pytest.mark.parametrize(
    ("qms", "told"),
    [(ADOPTED, "Đã hoàn thành Việc"), ("null", "Chưa hoàn thành, chưa quá hạn Việc")],
)
@pytest.mark.parametrize("due", ["null", "{fact: established_on}"])
def test_what_has_no_day_is_neither_in_time_nor_late(qms: str, told: str, due: str) -> None:
    law = pack(rule("done", f"require: {{qms.adopted_on: {{exists: true}}}}\ndue: {due}\n{ACTION}")
               .replace("vi: done", "vi: Việc"))  # fmt: skip
    found = judged(law, FACTS % qms, "2020-12-31", collected="all")
    selected = Selected(evaluation=found.evaluation, everything=True)
    assert told in words(report(selected, "vi", "violated"))


@pytest.mark.parametrize(
    ("day", "told"), [("2020-06-29", ""), ("2020-06-30", " tính đến ngày 29/06/2020")]
)
def test_the_day_of_what_was_fulfilled_in_time_is_named_once_it_has_passed(
    day: str, told: str
) -> None:
    """What is shown of it need not be so any more."""
    law = pack(rule("done", "require: {qms.applied: true}\ndue: 2020-06-29"))
    found = judged(law, FACTS % "{adopted_on: 2019-01-01, ended_on: 2020-06-30}", day)
    selected = Selected(
        evaluation=found.evaluation, selection=Selection(subjects=frozenset({"so-x"}))
    )
    text = words(explanation(selected, "vi", Screen()))
    assert f"- Yêu cầu{told}, đúng: " in text
