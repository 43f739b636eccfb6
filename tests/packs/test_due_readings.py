"""Wherever a due day is a reading the words say so: rules, findings, actions, documents (§4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from isocheck.evaluate.run import Evaluation, evaluate
from isocheck.packs.loading import load_profile
from isocheck.packs.model import Profile
from isocheck.records.folder import load_facts
from isocheck.records.settings import read_settings
from isocheck.report.bodies import finding_lines
from isocheck.report.document import document
from isocheck.report.explanation import explanation
from isocheck.report.layout import Screen
from isocheck.report.listing import actions_text, rule_entries, rules_text
from isocheck.report.selection import Selected, Selection
from isocheck.report.view import View

SAMPLE = Path(__file__).parents[2] / "facts"
WORDS = "thời hạn theo cách hiểu"
WIDE = Screen(width=400)
# Days that the plan does not print: read as the end of the plan, of the year, or another day.
READ = {
    "adjust-scope", "announce", "re-announce", "leadership-involved", "linked-internally",
    "linked-to-it", "commune-covers-all", "committee-exists", "member-proposals",
    "finance-appraises", "difficulties-forwarded", "target-over-70", "inspection-coverage",
    "standing-agency-budget", "district-budget", "budget-guidance", "commune-guidance",
    "finance-joins-inspection", "plans-drafted", "awareness", "progress-monitoring", "training",
    "agency-inspection", "inspection", "member-monitoring", "finance-monitors", "media",
}  # fmt: skip
PRINTED = {
    "target-at-least-70", "rollout-2018", "rollout-2019", "final-review", "maintain",
    "commune-maintain", "commune-apply", "commune-framework", "commune-announce",
    "district-selects", "district-nominates", "district-reports", "adhoc-reports",
    "request-answered",
}  # fmt: skip


@cache
def profile() -> Profile:
    return load_profile("lang-son-2018-2020")


@cache
def sample(day: date) -> Evaluation:
    facts = load_facts(SAMPLE, profile().kinds, profile().reference, read_settings(SAMPLE))
    return evaluate(facts, profile(), day, matcher="interpreter")


def blocks() -> Iterable[tuple[str, str]]:
    """Yield each rule and amendment that `rules` lists, with what is said of it."""
    entries = rule_entries(profile(), None)
    texts = rules_text(entries, profile(), "vi", WIDE).split("\n\n")
    yield from zip((entry["id"] for entry in entries), texts, strict=True)


def test_rules_say_which_days_are_readings() -> None:
    said = {rule for rule, text in blocks() if WORDS in text}
    assert said == {*(f"kh34.{name}" for name in READ), "kh34.convert-2015", "cv419.convert"}
    entries = {e["id"]: e for e in rule_entries(profile(), None) if e["type"] == "rule"}
    assert said == {r for r, e in entries.items() if e["due_verification"] == "interpretation"}
    stated = dict(blocks())
    for name in PRINTED:
        assert "thời hạn" in stated[f"kh34.{name}"]
        assert WORDS not in stated[f"kh34.{name}"]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("kh34.adjust-scope", f"{WORDS}: đến hết ngày 31/12/2020"),
        ("kh34.awareness", f"{WORDS}: đến hết ngày 31/12 của năm"),
        ("kh34.district-budget", f"{WORDS}: theo thời hạn lập dự toán"),
        ("kh34.finance-joins-inspection", f"{WORDS}: tùy từng trường hợp"),
        ("kh34.convert-2015", f"{WORDS}: đến hết ngày 29/06/2021 hoặc 30/06/2021"),
        ("kh34.maintain", "; phải bảo đảm liên tục, thời hạn đến hết ngày 31/12/2020"),
        ("kh34.district-selects", "; thời hạn: đến hết ngày 31/12 của năm"),
        ("kh34.district-reports", "; thời hạn: theo thời hạn trả lời"),
        ("kh34.committee-reports", "; thời hạn chưa đối chiếu được văn bản;"),
    ],
)
def test_rules_say_where_the_day_is_found(rule: str, words: str) -> None:
    assert words in dict(blocks())[rule]


def test_findings_actions_explanations_and_documents_say_it() -> None:
    """One finding of each rule and outcome, of the sample in the midst of the plan."""
    evaluation = sample(date(2019, 9, 30))
    view = View(selected=Selected(evaluation=evaluation), lang="vi")
    told = {(f.rule, f.outcome): f for f in evaluation.findings if f.due or f.dues}
    for finding in told.values():
        if finding.outcome != "not_applicable":
            text = next(iter(finding_lines(view, WIDE, finding)))
            assert (WORDS in text) == (finding.due_verification == "interpretation")
    assert {rule for rule, _ in told} >= {f"kh34.{name}" for name in READ}
    actions = {(a.id.split("/")[0], a.due_verification): a for a in evaluation.actions if a.dues}
    for action in actions.values():
        said = WORDS in actions_text(view, [action], WIDE)
        assert said == (action.due_verification == "interpretation")
    one = Selected(evaluation=evaluation, selection=Selection(subjects=frozenset({"so-khcn"})))
    assert explanation(one, "vi", WIDE).count(WORDS) > 10
    shown = document(one)
    for entry in shown["findings"]:
        assert entry["due_verification"] == shown["rules"][entry["rule"]]["due_verification"]
