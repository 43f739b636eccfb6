"""The two matchers agree on every condition and all facts, gaps, nulls and bounds included."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isocheck.durable.compile import Program, Question, compile_conditions
from isocheck.durable.matcher import DurableMatcher, available
from isocheck.evaluate.interpreter import holds
from unit.durable.random_conditions import (
    DictReader,
    Draw,
    Seeded,
    condition,
    constants,
    large_condition,
    parameters,
    reader,
)

pytestmark = pytest.mark.skipif(not available(), reason="durable-rules cannot be imported")


@dataclass
class Drawn:
    """Choices made by Hypothesis, which can make them smaller."""

    data: st.DataObject

    def pick(self, choices: Sequence[Any]) -> Any:
        return choices[self.below(len(choices))]

    def below(self, limit: int) -> int:
        return self.data.draw(st.integers(0, limit - 1))


def disagreements(questions: list[Question], readers: list[DictReader]) -> list[Any]:
    program = compile_conditions(questions)
    with DurableMatcher(program) as matcher:
        return [
            (question, found, facts)
            for facts in readers
            for decided in [matcher.decide(program.flatten(facts))]
            for question in questions
            if (found := decided[question.key]) is not holds(question.condition, facts)
        ]


def questions_of(draw: Draw, count: int, params: Any) -> list[Question]:
    return [
        Question(key=f"c{n}", condition=condition(draw), constant=constants(draw, params))
        for n in range(count)
    ]


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_both_matchers_decide_any_condition_alike(data: st.DataObject) -> None:
    """Each example is a few conditions on a few subjects of one world."""
    draw = Drawn(data)
    params = parameters(draw)
    questions = questions_of(draw, 2, params)
    assert disagreements(questions, [reader(draw, params) for _ in range(2)]) == []


@pytest.mark.parametrize("seed", range(8))
def test_both_matchers_decide_programs_of_many_conditions_alike(seed: int) -> None:
    """Conditions that share a ruleset do not disturb each other."""
    draw = Seeded(Random(seed))
    params = parameters(draw)
    questions = questions_of(draw, 120, params)
    assert disagreements(questions, [reader(draw, params) for _ in range(12)]) == []


@pytest.mark.parametrize("seed", range(4))
def test_conditions_too_large_for_one_ruleset_are_decided_in_parts(seed: int) -> None:
    """Their parts are joined by strong Kleene logic, with the same truth."""
    draw = Seeded(Random(seed))
    params = parameters(draw)
    questions = [Question(key=f"c{n}", condition=large_condition(draw, 3)) for n in range(10)]
    program = compile_conditions(questions)
    assert len(program.units) > len(questions)
    assert disagreements(questions, [reader(draw, params) for _ in range(15)]) == []


def test_the_random_facts_leave_every_truth_to_be_found() -> None:
    """The comparison would prove little if nearly all conditions were of one truth."""
    draw = Seeded(Random(1))
    params = parameters(draw)
    found: Counter[object] = Counter()
    for _ in range(40):
        facts = reader(draw, params)
        found.update(str(holds(condition(draw), facts)) for _ in range(20))
    assert min(found[truth] for truth in ("True", "False", "None")) > 80


def small_program() -> tuple[Program, list[Question], list[DictReader]]:
    draw = Seeded(Random(11))
    params = parameters(draw)
    questions = questions_of(draw, 4, params)
    return compile_conditions(questions), questions, [reader(draw, params) for _ in range(400)]


def test_twenty_thousand_subjects_are_decided_as_by_the_interpreter_in_flat_memory() -> None:
    """One context lives through them all; nothing of a record is left for the next."""
    resource = pytest.importorskip("resource")
    program, questions, facts = small_program()
    flats = [program.flatten(subject) for subject in facts]
    expected = [{q.key: holds(q.condition, subject) for q in questions} for subject in facts]
    with DurableMatcher(program) as matcher:
        assert [matcher.decide(flat) for flat in flats] == expected
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for _ in range(50):
            assert [matcher.decide(flat) for flat in flats] == expected
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    grown = (after - before) / (1024 if after < 2**30 else 2**20)
    assert grown < 30
