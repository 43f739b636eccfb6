"""What can go wrong, as values: problems that a person can mend, and faults of isocheck itself.

A problem names its message by code; the words stand in `isocheck.messages`, in both languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: the path as shown to people, with `/`, and a line counted from 1."""

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in what a person wrote.

    `code` names a message in `isocheck.messages`; `args` fill it in; `where` names the record,
    rule or field in the person's own words (may be empty).
    """

    code: str
    location: Location
    where: str = ""
    args: Mapping[str, object] = field(default_factory=dict)


class IsocheckError(Exception):
    """The base of all errors that isocheck raises on purpose."""


class InputProblems(IsocheckError):  # noqa: N818 - it carries problems, it is not one error
    """Facts, packs or the call are wrong: exit status 2. Carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set_of(problems), key=_order)
        super().__init__("; ".join(f"{p.location}: {p.code} {dict(p.args)}" for p in self.problems))


class EngineFault(IsocheckError):  # noqa: N818 - the contracts' own word
    """isocheck contradicts itself (the two evaluations disagree): exit status 3."""

    def __init__(self, what: str, *, rule: str = "", subject: str = "") -> None:
        self.rule = rule
        self.subject = subject
        super().__init__(what)


def set_of(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems without repetitions (a problem's arguments may be unhashable)."""
    unique: dict[tuple[object, ...], Problem] = {}
    for problem in problems:
        key = (problem.code, problem.location, problem.where, repr(sorted(problem.args.items())))
        unique.setdefault(key, problem)
    return list(unique.values())


def _order(problem: Problem) -> tuple[str, int, str, str]:
    place = problem.location
    return (place.file, place.line or 0, problem.where, problem.code)
