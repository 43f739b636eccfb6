"""Derived values as read: their types, members, and use of each other."""

from __future__ import annotations

from pathlib import Path as File

import pytest

from isocheck.packs.conditions import Path
from isocheck.packs.model import Source
from packs.mini_pack import problems_of, profile_of


@pytest.mark.parametrize(
    ("body", "type_"),
    [
        ("over: nominated, count: true", "count"),
        ("over: nominated, any: true", "yes_no"),
        ("over: nominated, min: year", "year"),
        ("over: nominated, max: date", "day"),
        ("over: nominated, latest: date, take: document", "text"),
        ("over: nominated, latest: date, take: by", "reference"),
        ("over: procedures, list: code", "list"),
        ("over: nominated, distinct: by", "count"),
        ("over: expenditure, sum: amount", "money"),
        (
            "over: commune, among: {in_force: true}, where: {qms.announced: true}, share: true",
            "share",
        ),
        ("difference: [procedures.published, qms.scope.covered]", "list"),
        ("add: [nomination.count, other]", "count"),
        ("holds: {code: x}", "yes_no"),
    ],
)
def test_the_type_follows_from_what_is_done(body: str, type_: str, tmp_path: File) -> None:
    text = (
        f"it: {{for: [commune], {body}}}\nother: {{for: [commune], over: nominated, count: true}}\n"
    )
    found = profile_of(tmp_path, {"derived.yaml": text}).derived["commune", "it"]
    assert found.type == type_


def test_one_may_use_another_that_is_declared_later(tmp_path: File) -> None:
    text = (
        "a: {for: [commune], holds: {b: {gte: 2}}}\n"
        "b: {for: [commune], add: [c, nomination.count]}\n"
        "c: {for: [commune], over: nominated, where: {owner.code: {exists: true}}, count: true}\n"
    )
    derived = profile_of(tmp_path, {"derived.yaml": text}).derived
    assert [derived["commune", name].type for name in "abc"] == ["yes_no", "count", "count"]
    assert derived["commune", "b"].operands == (
        Path("here", ("c",), "count"),
        Path("here", ("nomination", "count"), "count"),
    )


def test_what_the_members_are(tmp_path: File) -> None:
    text = (
        "a: {for: [commune], over: [report, activity], count: true}\n"
        "b: {for: [commune], over: expenditure.beneficiaries, where: {owner.year: 2020},"
        " count: true}\n"
        "c: {for: [commune], over: qms.scope, skip_first: true, max: from}\n"
        "d: {for: [commune], over: former.qms.scope, max: from}\n"
    )
    derived = profile_of(tmp_path, {"derived.yaml": text}).derived
    assert derived["commune", "a"].source == Source(kinds=("report", "activity"))
    entries = Path("here", ("beneficiaries",), "list")
    assert derived["commune", "b"].source == Source(kinds=("expenditure",), entries=entries)
    scope = Path("here", ("qms", "scope"), "list")
    assert derived["commune", "c"].source == Source(entries=scope)
    assert derived["commune", "c"].skip_first
    former = Path("here", ("former", "qms", "scope"), "list")
    assert derived["commune", "d"].source == Source(entries=former)


def test_a_circle_across_a_reference_is_told(tmp_path: File) -> None:
    """A body may stand below one of its own kind, so the value might never end."""
    text = (
        "a: {for: [commune], holds: {parent.b: true}}\nb: {for: [commune, district], holds: {a: "
        "true}}\n"
    )
    text = text.replace("for: [commune]", "for: [commune, district]")
    problems = problems_of(tmp_path, {"derived.yaml": text})
    assert {p.code for p in problems} == {"derived-cycle"}
