"""Which ids a misspelt one was probably meant to be."""

from __future__ import annotations

import pytest

from isocheck.source.guess import nearest_ids

IDS = ["c-06184", "c-06187", "c-06190", "c-06418", "c-06811", "so-khcn", "so-tc", "ls"]


@pytest.mark.parametrize(
    ("target", "near"),
    [
        ("c-06188", ["c-06184", "c-06187"]),
        ("c-06178", ["c-06187"]),
        ("c-6187", ["c-06187"]),
        ("c-061187", ["c-06187"]),
        ("c-06999", []),  # nearest by the look of it is c-06190
        ("so-khnc", ["so-khcn"]),
        ("so-khoa", ["so-khcn"]),
        ("d9", []),
        ("nothing-like", []),
    ],
)
def test_what_is_near_an_id(target: str, near: list[str]) -> None:
    assert nearest_ids(target, IDS) == near
