"""What a new version changes, in the law and in findings, actions and days."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from authoring.packs_on_disk import folder_of, spoil
from isocheck.authoring.effects_text import effects_text
from isocheck.authoring.law_diff import differences, law_named
from isocheck.authoring.naming import Naming
from isocheck.report.effects import effects_of
from isocheck.report.layout import Screen


def versions(root: Path) -> Path:
    """Two versions of the pack: in the second the day, the addressee and the words differ."""
    folder = folder_of(root)
    shutil.copytree(folder, folder.parent / "1.1.0")
    new = folder.parent / "1.1.0"
    for file, old, text in (
        ("pack.yaml", "version: 1.0.0\ntitle", "version: 1.1.0\ntitle"),
        ("parameters.yaml", "2021-06-30", "2021-09-30"),
        ("rules/rules.yaml", "report_to: []", "report_to: [{fact: parent}]"),
        ("rules/rules.yaml", "modality: must", "modality: should"),
        ("rules/rules.yaml", "en: Announce the QMS}\n  for", "en: Make the QMS known}\n  for"),
    ):
        path = new / file
        content = path.read_text(encoding="utf-8")
        assert old in content
        path.write_text(content.replace(old, text, 1), encoding="utf-8")
    return root


def test_what_differs_between_versions_is_said_aspect_by_aspect(tmp_path: Path) -> None:
    root = versions(tmp_path)
    laws = [law_named(f"mine@{version}", [root]) for version in ("1.0.0", "1.1.0")]
    found = {(d.what, d.id): d for d in differences(laws[0], laws[1], "en")}
    rule = found["rule", "mine.announce"]
    assert {c.aspect: (c.before, c.after) for c in rule.changes} == {
        "title": ("Announce the QMS", "Make the QMS known"),
        "modality": ("Must", "Should"),
        "due": ("2021-06-30", "2021-09-30"),
        "report_to": ("", "parent body"),
    }
    assert found["parameter", "mine.announcing_due"].how == "changed"
    assert found["pack", "mine"].changes[0].after == "1.1.0"


def test_a_pack_added_to_a_profile_says_what_it_brings(tmp_path: Path) -> None:
    spoil(tmp_path, "pack.yaml", "requires: [core]", "requires: [core]")
    laws = [law_named(name, [tmp_path]) for name in ("kh34-alone", "kh34-alone+mine")]
    found = differences(laws[0], laws[1], "en")
    assert [(d.what, d.how, d.id) for d in found] == [
        ("pack", "added", "mine"),
        ("rule", "added", "mine.announce"),
        ("parameter", "added", "mine.announcing_due"),
    ]
    gone = differences(laws[1], laws[0], "en")
    assert {d.how for d in gone} == {"gone"}


def test_an_amendment_shows_in_the_due_day_of_the_rule() -> None:
    laws = [law_named(name, []) for name in ("kh34-alone", "kh34-alone+cv419")]
    found = {d.id: d for d in differences(laws[0], laws[1], "en")}
    due = next(c for c in found["kh34.convert-2015"].changes if c.aspect == "due")
    assert "2021-06-29" in due.after
    assert "2021-06-29" not in due.before
    assert found["cv419.conversion-deadline"].what == "amendment"


def document(
    *findings: tuple[str, str, str | None], actions: list[tuple[str, str]]
) -> dict[str, Any]:
    return {
        "subjects": {"b": {"name": "Sở B"}},
        "findings": [
            {
                "rule": r,
                "subject": "b",
                "item": None,
                "outcome": o,
                "due": d,
                "dues": [d],
                "possible": [o],
                "verification": "primary",
            }
            for r, o, d in findings
        ],
        "actions": [
            {
                "id": f"{name}/b/{day}",
                "by": "b",
                "do": {"vi": name, "en": name},
                "due": day,
                "dues": [day],
                "due_verification": "primary",
            }
            for name, day in actions
        ],
    }


def test_actions_are_new_moved_or_gone() -> None:
    before = document(
        ("r1", "due", "2021-01-01"), ("r2", "violated", "2020-01-01"),
        ("r4", "not_applicable", None),
        actions=[("a", "2021-01-01"), ("b", "2020-01-01"), ("c", "2020-02-02")],
    )  # fmt: skip
    after = document(
        ("r1", "due", "2021-01-11"), ("r2", "satisfied", "2020-01-01"), ("r3", "due", "2022-01-01"),
        actions=[("a", "2021-01-11"), ("d", "2022-01-01"), ("c", "2020-02-02")],
    )  # fmt: skip
    found = effects_of(before, after)
    assert [(m.rule, m.before, m.after) for m in found.findings] == [
        ("r1", "due", "due"), ("r2", "violated", "satisfied"), ("r3", None, "due"),
    ]  # fmt: skip
    assert [(a.how, a.id, a.days) for a in found.actions] == [
        ("moved", "a/b", 10), ("gone", "b/b", None), ("new", "d/b", None),
    ]  # fmt: skip
    naming = Naming(documents=(before, after), lang="en")
    text = "\n".join(effects_text(found, naming, Screen(width=100)))
    assert "* a; 2021-01-01 → due 2021-01-11 (+10 days)\n    Sở B (b)" in text
    assert not effects_of(before, before).any()


def test_an_overdue_action_without_a_day_is_another_than_one_in_time() -> None:
    both = document(actions=[("a", "past"), ("a", "no-day")])
    one = document(actions=[("a", "no-day")])
    for found in (both, one):
        for action in found["actions"]:
            action |= {"due": None, "dues": []}
    found = effects_of(both, one)
    assert [(a.how, a.id, a.before, a.after) for a in found.actions] == [
        ("gone", "a/b", None, None)
    ]
