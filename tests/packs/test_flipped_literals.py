"""Every literal that durable-rules compares with matters: turned round, some facts end in a fault.

The matching engine decides from the compiled literals, the interpreter from the pack's conditions.
If a literal could be wrong without any case of a pack noticing, the cross-check would be a show.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from isocheck.durable.compile import Program, compile_conditions
from isocheck.durable.matcher import DurableMatcher, available
from isocheck.errors import EngineFault
from isocheck.evaluate import durable_answers
from isocheck.evaluate.run import evaluate
from isocheck.packs.law import Law
from isocheck.packs.loading import load_profile
from isocheck.packs.model import Profile
from isocheck.records.base import FactBase
from isocheck.records.folder import load_facts
from isocheck.records.settings import read_settings
from isocheck.resources import tree

DEFAULT = "lang-son-2018-2020"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not available(), reason="durable-rules is not installed here"),
]


@dataclass(frozen=True)
class Situation:
    """Facts and a day: a case of a pack, or the sample province."""

    name: str
    facts: Callable[[], FactBase]
    as_of: date
    size: int


def situations(profile: Profile) -> list[Situation]:
    """Return small situations first, so that most literals are settled by one of a few records."""
    found = [
        Situation(
            f"{case.location}",
            functools.partial(getattr, case, "facts"),
            case.as_of,
            len(case.facts.records),
        )
        for pack in profile.cases.values()
        for case in pack
    ]
    folder = tree("facts")
    sample = functools.partial(
        load_facts, folder, profile.kinds, profile.reference, read_settings(folder)
    )
    days = (date(2020, 6, 30), date(2020, 12, 31), date(2021, 7, 1))
    found += [Situation(f"sample {day}", sample, day, 10_000) for day in days]
    return sorted(found, key=lambda situation: situation.size)


@dataclass
class Recorded:
    """A program of a run, and what it was asked: records, with the truths of the interpreter."""

    program: Program
    asked: list[tuple[Situation, dict[str, int], dict[str, Any]]] = field(default_factory=list)


class Recorder:
    """Keeps one program for each name and law, and every record it is asked about."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.programs: dict[Any, Recorded] = {}
        self.matchers: dict[Any, DurableMatcher] = {}
        self.flipped: tuple[Any, Program, DurableMatcher] | None = None
        self.situation: Situation | None = None
        self.recording = True
        recorder = self

        def program(answers: durable_answers.MatchedAnswers, name: Any, asked: Any) -> Any:
            return recorder.program(answers.law, name, asked)

        monkeypatch.setattr(durable_answers.MatchedAnswers, "_program", program)

    def program(self, law: Law, name: Any, asked: Any) -> tuple[Program, _Spy]:
        """Return the program of a run, compiled once; the flipped one where it is to stand in."""
        in_force = tuple(sorted((p.id, p.amended_by or "") for p in law.parameters.values()))
        key = (name, in_force)
        recorded = self.programs.get(key)
        if recorded is None:
            program = compile_conditions(durable_answers.questions_of(law, name, asked))
            recorded = self.programs[key] = Recorded(program)
            self.matchers[key] = DurableMatcher(recorded.program)
        if self.flipped is not None and self.flipped[0] == key:
            return self.flipped[1], _Spy(self.flipped[2], recorded, self)
        return recorded.program, _Spy(self.matchers[key], recorded, self)


class _Spy:
    """Decides as the matcher it stands before, and writes down what was asked."""

    def __init__(self, matcher: DurableMatcher, recorded: Recorded, recorder: Recorder) -> None:
        self.matcher, self.recorded, self.recorder = matcher, recorded, recorder

    def decide(self, flat: dict[str, int]) -> dict[str, Any]:
        truths = self.matcher.decide(flat)
        assert self.recorder.situation is not None
        if self.recorder.recording:
            self.recorded.asked.append((self.recorder.situation, dict(flat), truths))
        return truths


def judge(profile: Profile, recorder: Recorder, situation: Situation) -> None:
    recorder.situation = situation
    evaluate(situation.facts(), profile, situation.as_of, matcher="durable-rules")


def that_differ(matcher: DurableMatcher, recorded: Recorded) -> Iterator[Situation]:
    """Yield the situations on which a matcher does not decide as the recorded program did."""
    seen: set[str] = set()
    for situation, flat, truths in recorded.asked:
        if situation.name in seen:
            continue
        try:
            same = matcher.decide(flat) == truths
        except EngineFault:
            same = False
        if not same:
            seen.add(situation.name)
            yield situation


def test_every_literal_turned_round_ends_in_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    profile = load_profile(DEFAULT, with_cases=True)
    recorder = Recorder(monkeypatch)
    for situation in situations(profile):
        judge(profile, recorder, situation)
    recorder.recording = False
    unnoticed = []
    total = 0
    for key, recorded in list(recorder.programs.items()):
        for index, literal in enumerate(recorded.program.literals()):
            total += 1
            flipped = recorded.program.with_flipped(index)
            with DurableMatcher(flipped) as matcher:
                recorder.flipped = (key, flipped, matcher)
                if not any(
                    ends_in_a_fault(profile, recorder, situation)
                    for situation in that_differ(matcher, recorded)
                ):
                    unnoticed.append(f"{key[0]}: {literal}")
    assert total > 0
    assert unnoticed == [], "\n".join(unnoticed)


def ends_in_a_fault(profile: Profile, recorder: Recorder, situation: Situation) -> bool:
    """Judge a whole situation with the flipped program, as a run would."""
    try:
        judge(profile, recorder, situation)
    except EngineFault:
        return True
    return False
