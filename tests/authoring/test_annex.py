"""Printed figures that do not add up are computed from the cells: correct one and it goes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from isocheck.errors import InputProblems
from isocheck.packs.folders import built_in
from isocheck.packs.loading import load_pack

FIGURES = {
    ("annex I.1", 45, 60),
    ("annex I.3", 50, 60),
    ("annex I.4", 135, 110),
    ("annex total", "I + II + III", "I + II"),
    ("III.3.2 b1", 50, 55),
    ("III.3.2 b2", 42, 55),
    ("II.2.2 b2", 92, 159),
    ("II.2.2 b2", 92, 140),
}


@pytest.fixture
def policies(tmp_path: Path) -> Path:
    shutil.copytree(built_in() / "kh34", tmp_path / "kh34")
    return tmp_path


def found(policies: Path) -> set[tuple[object, ...]]:
    profile = load_pack("kh34", [policies], with_cases=False)
    return {(d.at, d.printed, d.computed) for d in profile.discrepancies if d.from_cells}


def change(policies: Path, old: str, new: str) -> None:
    path = policies / "kh34" / "1.0.0" / "annex.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_plan_as_printed_has_these(policies: Path) -> None:
    assert found(policies) == FIGURES


@pytest.mark.parametrize(
    ("old", "new", "gone"),
    [
        ("[15, 15, 30], total: 45", "[15, 15, 30], total: 60", {("annex I.1", 45, 60)}),
        ("[15, 15, 30], total: 50", "[15, 15, 30], total: 60", {("annex I.3", 50, 60)}),
        ("total: 135", "total: 110", {("annex I.4", 135, 110)}),
        ("label: I + II + III", "label: I + II", {("annex total", "I + II + III", "I + II")}),
        ("printed: 50\n", "printed: 55\n", {("III.3.2 b1", 50, 55)}),
        ("of: 226", "of: 131", {("II.2.2 b2", 92, 159)}),
    ],
)
def test_a_figure_corrected_takes_its_discrepancy_away(
    policies: Path, old: str, new: str, gone: set[tuple[object, ...]]
) -> None:
    change(policies, old, new)
    # Each of the three lines alone leaves the column of totals out by what the others still are.
    assert FIGURES - found(policies) == gone


def test_three_lines_corrected_leave_the_columns_right(policies: Path) -> None:
    change(policies, "total: 45", "total: 60")
    change(policies, "[15, 15, 30], total: 50", "[15, 15, 30], total: 60")
    change(policies, "total: 135", "total: 110")
    assert {f for f in found(policies) if str(f[0]).startswith("annex I")} == set()


def test_a_cell_changed_is_a_discrepancy_of_its_line_and_its_column(policies: Path) -> None:
    change(policies, "[1000, 840, null]", "[1000, 841, null]")
    assert {("annex II.1", 1840, 1841), ("annex II", 1260, 1261)} <= found(policies)


def test_words_and_figure_are_held_against_each_other(policies: Path) -> None:
    change(policies, "Ba tỷ không trăm sáu mươi triệu", "Ba tỷ sáu trăm triệu")
    assert ("IV.2", 3_060_000_000, 3_600_000_000) in found(policies)


def test_a_figure_is_held_against_the_total_of_the_table(policies: Path) -> None:
    change(policies, "total: 3060, ", "total: 3061, ")
    assert ("IV.2", 3_060_000_000, 3_061_000_000) in found(policies)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("[35, 35, 0]", "[35, 35]", "annex-columns"),
        ("total: 70", "total: 7x", "annex-number"),
        ("adds: [I, II]", "adds: [I, III]", "annex-no-row"),
        ("id: II.1,", "id: II.2,", "annex-row-twice"),
        ("Ba tỷ không trăm", "Ba tỷ nhiều trăm", "annex-words"),
        ("product: [5, 11]", "share: 70%", "annex-claim"),
        ("at: annex I.2", "at: annex I.9", "citation-no-place"),
    ],
)
def test_what_is_wrong_in_the_file_is_told(policies: Path, old: str, new: str, code: str) -> None:
    change(policies, old, new)
    with pytest.raises(InputProblems) as told:
        found(policies)
    assert code in {problem.code for problem in told.value.problems}
    assert all(
        p.location.file == "policies/annex.yaml" or p.location.line for p in told.value.problems
    )


def test_the_caps_of_the_lines_are_the_cells_of_the_table() -> None:
    profile = load_pack("kh34", with_cases=False)
    records = [r for r in profile.reference if "/kh34/" in r.file]
    caps = {r.id: r.values["cap"] for r in records if r.kind == "budget_line"}
    rows = {
        "inspection": (15, 15, 30), "training": (35, 35, 0), "conferences": (15, 15, 30),
        "standing-agency": (35, 35, 40), "consulting": (1000, 840, 0),
        "implementing-agency": (500, 420, 0),
    }  # fmt: skip
    assert caps == {
        f"kh34.{2018 + column}.{line}": cell * 1_000_000
        for line, cells in rows.items()
        for column, cell in enumerate(cells)
    }
