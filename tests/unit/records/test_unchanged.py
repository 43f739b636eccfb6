"""Entries that change nothing (`changes` in kinds.yaml)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from isocheck.messages import render
from isocheck.records.folder import load_facts
from isocheck.records.kinds.kind import Kind
from unit.records.conftest import HEAD, WORLD, Told, Write

BODY = "- id: so-x\n  kind: department\n  name: Sở X\n  parent: ls\n"


Read = Callable[..., None]


@pytest.fixture
def read(write: Write, kinds: dict[str, Kind]) -> Read:
    """Read the scope of a body; raises InputProblems."""

    def reading(*versions: str) -> None:
        facts = load_facts(write({"world.yaml": WORLD, **scope(*versions)}), kinds)
        assert len(facts.records["so-x"].values["qms"]["scope"]) == len(versions)

    return reading


def scope(*versions: str) -> dict[str, str]:
    lines = "".join(f"    - {{{version}}}\n" for version in versions)
    return {"a.yaml": f"{HEAD}{BODY}  qms:\n   scope:\n{lines}"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("covers: all", "covers: all"),
        ("covers: [a, b]", "covers: [b, a]"),
        ("covers: []", "covers: []"),
    ],
)
def test_a_version_that_changes_nothing_is_told(told: Told, first: str, second: str) -> None:
    (problem,) = told(scope(f"from: 2018-01-02, {first}", f"from: 2019-07-01, {second}"))
    assert render(problem, "en") == (
        "a.yaml:11: so-x: qms.scope[2]: 'covers' of 2019-07-01 is as it stood since 2018-01-02 "
        "(a.yaml:10): nothing changed that day. "
        "Leave out the later one, or mend its 'covers'."
    )
    assert "'covers' từ 2019-07-01 giống hệt từ 2018-01-02 (a.yaml:10)" in render(problem, "vi")


def test_it_is_the_one_before_by_day_that_counts(told: Told, read: Read) -> None:
    versions = ("from: 2019-07-01, covers: [a]", "from: 2018-01-02, covers: [a]")
    (problem,) = told(scope(*versions))
    assert problem.location.line == 10
    back = ("from: 2018-01-02, covers: [a]", "from: 2019-01-02, covers: [b]")
    read(*back, "from: 2020-01-02, covers: [a]")


@pytest.mark.parametrize(
    "versions",
    [
        ("from: 2018-01-02, covers: [a]", "from: 2019-07-01, covers: [a, b]"),
        ("from: 2018-01-02, covers: [a]", "from: 2019-07-01"),
        ("from: 2018-01-02", "from: 2019-07-01"),
        ("from: 2018-01-02, covers: [a]", "from: 2018-05-01", "from: 2019-07-01, covers: [a]"),
    ],
)
def test_what_changes_or_is_not_said_is_let_through(read: Read, versions: tuple[str, ...]) -> None:
    read(*versions)
