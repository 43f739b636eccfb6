"""Folders of more than anyone reads: told in bounded time and memory."""

from __future__ import annotations

import pytest

from isocheck.messages import render
from isocheck.records import folder
from isocheck.records.tables import grid
from unit.records.conftest import HEAD, Told


def activities(first: int, last: int, more: str = "") -> str:
    return HEAD + "".join(f"- {{id: a{n}, kind: activity{more}}}\n" for n in range(first, last))


def test_files_after_very_many_problems_are_not_read(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "_MOST_PROBLEMS", 3)
    wrong = {"a.yaml": activities(0, 2, ", yaer: 2018"), "b.yaml": activities(2, 4, ", z: 1")}
    *before, last = told(wrong | {"c.yaml": "x", "d.yaml": "y"})
    assert (last.code, last.location.file) == ("facts.files-not-read", "c.yaml")
    said = "3 problems stand in the files before this one: 3 files were not read"
    assert said in render(last, "en")
    assert {problem.location.file for problem in before} == {"a.yaml", "b.yaml"}


def test_a_folder_of_too_many_records_is_told_before_all_are_held(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "_MOST_RECORDS", 2)
    files = {"a.yaml": activities(0, 3), "b.yaml": "not read", "world.yaml": ""}
    (problem,) = told(files)
    assert (problem.code, problem.location.file) == ("facts.too-many-records", "b.yaml")
    assert "more than 2 records" in render(problem, "en")


@pytest.mark.parametrize("ends", ["\n", "\r", "\r\n"])
def test_a_table_of_very_many_empty_lines_is_told_before_it_is_searched(
    told: Told, monkeypatch: pytest.MonkeyPatch, ends: str
) -> None:
    monkeypatch.setattr(grid, "MAX_CELLS", 50)
    (problem,) = told({"activity.csv": f"id,name{ends}" + ends * 50})
    assert (problem.code, problem.location.line) == ("tables.too-many-cells", 51)
