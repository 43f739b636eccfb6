"""Every literal that durable-rules compares with matters: turned round, some facts end in a fault.

The matching engine decides from the compiled literals, the interpreter from the pack's conditions.
If a literal could be wrong without any case of a pack noticing, the cross-check would be a show.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from isocheck.errors import EngineFault
from isocheck.evaluate import matched
from isocheck.evaluate.cases import facts_of_case
from isocheck.evaluate.run import evaluate
from isocheck.matching.compile import Program
from isocheck.matching.durable import DurableMatcher, available
from isocheck.packs.loading import load_profile
from isocheck.packs.model import Case, Profile

DEFAULT = "lang-son-2018-2020"
pytestmark = pytest.mark.skipif(not available(), reason="durable-rules is not installed here")


@dataclass
class Recorded:
    """A program of a run, and what it was asked: records, with the truths of the interpreter."""

    program: Program
    asked: list[tuple[Case, dict[str, int], dict[str, Any]]] = field(default_factory=list)


class Recorder:
    """Keeps one program for each name, and every record it is asked about."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.programs: dict[Any, Recorded] = {}
        self.flipped: dict[Any, Program] = {}
        self.case: Case | None = None
        self.recording = True
        original = matched.MatchedAnswers._program

        def program(answers: Any, name: Any, asked: Any) -> Any:
            found = original(answers, name, asked)
            key = (name, tuple(str(literal) for literal in found[0].literals()))
            recorded = self.programs.setdefault(key, Recorded(found[0]))
            chosen = self.flipped.get(key, recorded.program)
            if chosen is found[0]:
                pair = found
            else:
                pair = answers._programs[name] = (chosen, DurableMatcher(chosen))
            return pair[0], _Spy(pair[1], recorded, self)

        monkeypatch.setattr(matched.MatchedAnswers, "_program", program)


class _Spy:
    def __init__(self, matcher: DurableMatcher, recorded: Recorded, recorder: Recorder) -> None:
        self.matcher, self.recorded, self.recorder = matcher, recorded, recorder

    def decide(self, flat: dict[str, int]) -> dict[str, Any]:
        truths = self.matcher.decide(flat)
        assert self.recorder.case is not None
        if self.recorder.recording:
            self.recorded.asked.append((self.recorder.case, dict(flat), truths))
        return truths


def judge(profile: Profile, recorder: Recorder, case: Case) -> None:
    recorder.case = case
    evaluate(facts_of_case(profile, case), profile, case.as_of, matcher="durable-rules")


def cases_that_differ(program: Program, recorded: Recorded) -> Iterator[Case]:
    """Yield the cases on which a program does not decide as the recorded one did."""
    matcher = DurableMatcher(program)
    seen: set[str] = set()
    try:
        for case, flat, truths in recorded.asked:
            if case.name in seen:
                continue
            try:
                same = matcher.decide(flat) == truths
            except EngineFault:
                same = False
            if not same:
                seen.add(case.name)
                yield case
    finally:
        matcher.close()


def test_every_literal_turned_round_ends_in_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    profile = load_profile(DEFAULT, with_cases=True)
    cases = [case for pack in profile.cases.values() for case in pack]
    recorder = Recorder(monkeypatch)
    # Small cases first, so that most literals are settled by one of a few records.
    for case in sorted(cases, key=lambda case: len(case.facts)):
        judge(profile, recorder, case)
    recorder.recording = False
    unnoticed = []
    total = 0
    for key, recorded in list(recorder.programs.items()):
        for index, literal in enumerate(recorded.program.literals()):
            total += 1
            recorder.flipped = {key: recorded.program.with_flipped(index)}
            if not any(
                ends_in_a_fault(profile, recorder, case)
                for case in cases_that_differ(recorder.flipped[key], recorded)
            ):
                unnoticed.append(f"{key[0]}: {literal}")
    assert total > 0
    assert unnoticed == [], "\n".join(unnoticed)


def ends_in_a_fault(profile: Profile, recorder: Recorder, case: Case) -> bool:
    """Judge a whole case with the flipped program, as a run would."""
    try:
        judge(profile, recorder, case)
    except EngineFault:
        return True
    return False
