"""What conditions compile to: thresholds in the rulesets, values in the record."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

from isocheck.durable.compile import NOT_CONSTANT, Program, Question, compile_conditions
from isocheck.durable.formula import OPPOSITE
from isocheck.durable.matcher import DurableMatcher, available
from isocheck.durable.measures import NULL, name_hash
from isocheck.errors import EngineFault
from isocheck.evaluate.interpreter import holds
from isocheck.logic.truth import Truth
from isocheck.logic.values import UNKNOWN, Bounds
from isocheck.packs.conditions import (
    TRUE,
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Fact,
    Literal_,
    Not,
    OutcomeIs,
    Path,
)
from unit.durable.random_conditions import HERE, DictReader

needs_engine = pytest.mark.skipif(not available(), reason="durable-rules cannot be imported")

COUNT = Path("here", ("answers_given",), "count")
SHARE = Path("here", ("announced_share",), "share")
DAY = Path("here", ("qms", "adopted_on"), "day")
NAME = Path("here", ("unit_type",), "text")
DONE = Path("here", ("qms", "announced"), "yes_no")
LIST = Path("here", ("qms", "scope"), "codes")
PARAM = Path("param", ("kh34.plan_end",), "day")


def compare(path: Path, op: Any, right: Any) -> Compare:
    return Compare(path, op, right if isinstance(right, Fact) else Literal_(right), HERE)


def program_of(*conditions: Condition, constant: Any = lambda _: NOT_CONSTANT) -> Program:
    return compile_conditions(
        [Question(key=f"c{n}", condition=c, constant=constant) for n, c in enumerate(conditions)]
    )


def thresholds(program: Program) -> set[tuple[str, int]]:
    return {(lit.literal.comparator, lit.literal.threshold) for lit in program.literals()}


def facts(**values: Any) -> DictReader:
    paths = {path.segments[-1]: path for path in (COUNT, SHARE, DAY, NAME, DONE, LIST, PARAM)}
    return DictReader({paths[name]: value for name, value in values.items()})


def test_the_record_holds_the_value_and_the_ruleset_the_threshold() -> None:
    """The record is the same whatever the threshold; the ruleset is the same whatever the value."""
    records, rulesets = set(), set()
    for threshold in (2, 5):
        program = program_of(compare(COUNT, "gte", threshold))
        records.add(str(program.flatten(facts(answers_given=3))))
        rulesets.add(next(text for _, text in program.rulesets()))
        assert thresholds(program) == {("gte", threshold), ("lt", threshold)}
    assert len(records) == 1
    assert len(rulesets) == 2


def test_what_is_not_known_is_left_out_and_null_stands_on_its_false_side() -> None:
    program = program_of(compare(COUNT, "gte", 2), compare(COUNT, "lte", 2))
    assert program.flatten(facts()) == {}
    assert set(program.flatten(facts(answers_given=None)).values()) == {NULL, -NULL}


@pytest.mark.parametrize("op", ["lt", "lte", "gt", "gte", "eq", "ne"])
def test_a_share_is_scaled_by_the_threshold_and_stays_exact(op: str) -> None:
    """70% of anything is compared without a float, however near the share lies."""
    condition = compare(SHARE, op, Fraction(7, 10))
    program = program_of(condition)
    near = Fraction(7, 10) + Fraction(1, 10**15)
    for share in (Fraction(7, 10), near, Fraction(7, 5) - near, Fraction(2, 3), 1, 0):
        subject = facts(announced_share=share)
        flat = program.flatten(subject)
        for unit in program.units:
            found = (_satisfied(unit.holds, flat), _satisfied(unit.fails, flat))
            want = holds(condition, subject)
            assert found in ((want, not want), (not want, want))


def _satisfied(formula: Any, flat: dict[str, int]) -> bool:
    if hasattr(formula, "parts"):
        combine = all if type(formula).__name__ == "Every" else any
        return combine(_satisfied(part, flat) for part in formula.parts)
    value = flat.get(formula.name)
    if value is None:
        return False
    left, right = value, formula.threshold
    return {
        "eq": left == right,
        "neq": left != right,
        "lt": left < right,
        "lte": left <= right,
        "gt": left > right,
        "gte": left >= right,
    }[formula.comparator]


def of_parameters(value: object) -> Callable[[Path], object]:
    """Tell one value for every parameter; whatever else is read is not constant."""
    return lambda path: value if path.head == "param" else NOT_CONSTANT


def test_a_parameter_that_is_constant_in_its_world_becomes_a_threshold() -> None:
    """One that is not is read with the facts, and only the difference is compared with 0."""
    end = date(2020, 12, 31)
    condition = compare(DAY, "lte", Fact(PARAM))
    folded = program_of(condition, constant=of_parameters(end))
    assert thresholds(folded) == {("lte", end.toordinal()), ("gt", end.toordinal())}
    assert thresholds(program_of(condition)) == {("lte", 0), ("gt", 0)}
    bounded = program_of(condition, constant=of_parameters(Bounds(end, None)))
    assert thresholds(bounded) == {("lte", 0), ("gt", 0)}


@needs_engine
def test_constant_conditions_need_no_rule() -> None:
    program = program_of(TRUE, Not(TRUE), AnyOf((TRUE, compare(COUNT, "gte", 1))))
    assert program.shards == ()
    with DurableMatcher(program) as matcher:
        assert matcher.decide({}) == {"c0": True, "c1": False, "c2": True}


def test_equal_and_opposite_conditions_share_their_rules() -> None:
    condition = AllOf((compare(COUNT, "gte", 1), compare(DONE, "eq", True)))
    assert len(program_of(condition, condition, Not(condition)).units) == 1


def test_the_names_of_properties_have_different_hashes() -> None:
    """durable-rules knows properties by a 32-bit hash of their name alone."""
    conditions = [compare(LIST, "has", f"1.{n:06}") for n in range(3000)]
    names = [*program_of(*conditions).measures, "id", "sid", "kind", "$s"]
    assert len(names) == 3004
    assert len({name_hash(name) for name in names}) == len(names)


def test_each_rule_asks_for_its_kind_first_and_nests_groups_last() -> None:
    """Nested groups before single literals disable what follows in durable-rules."""
    either = AnyOf((compare(COUNT, "gte", 1), compare(DONE, "eq", True)))
    program = program_of(AllOf((either, compare(NAME, "eq", "xã"), compare(DAY, "exists", True))))
    for _, text in program.rulesets():
        for name, rule in json.loads(text).items():
            parts = rule["all"][0]["m"].get("$and")
            if name != "ready":
                assert parts[0] == {"kind": 1}
                nested = [("$or" in part or "$and" in part) for part in parts]
                assert nested == sorted(nested)


def test_two_conditions_with_one_key_are_refused() -> None:
    question = Question(key="when", condition=compare(COUNT, "gte", 1))
    with pytest.raises(EngineFault, match="when"):
        compile_conditions([question, question])


def test_texts_have_no_order_to_compile() -> None:
    with pytest.raises(EngineFault, match="unit_type"):
        program_of(compare(NAME, "lt", "xã"))


def test_a_value_of_the_wrong_type_is_a_fault_and_names_the_path() -> None:
    with pytest.raises(EngineFault, match=r"qms\.adopted_on"):
        program_of(compare(DAY, "lte", date(2020, 1, 1))).flatten(facts(adopted_on=3))


# ---- a wrong literal shows -----------------------------------------------------------------------

OUTCOME = OutcomeIs("kh34.adjust-scope", frozenset({"satisfied"}), HERE)
CONDITIONS: list[Condition] = [
    AllOf((compare(COUNT, "gte", 2), compare(DONE, "eq", True))),
    AnyOf((compare(DAY, "lte", date(2020, 12, 31)), compare(NAME, "in", ["xã", "phường"]))),
    Not(compare(SHARE, "lt", Fraction(7, 10))),
    AllOf((compare(LIST, "covers", ["a", "b"]), compare(LIST, "has", "c"))),
    compare(COUNT, "eq", 3),
    compare(COUNT, "in", [1, 5]),
    AnyOf((compare(NAME, "matches", "x.*"), OUTCOME)),
    compare(DAY, "lte", Fact(PARAM)),
    compare(DAY, "exists", True),
]
WORLD = [
    DictReader(
        {COUNT: n, DONE: done, DAY: day, NAME: name, SHARE: share, LIST: codes, PARAM: day_},
        {},
        {OUTCOME.rule: outcome},
    )
    for (n, done, day, name), (share, codes, day_, outcome) in zip(
        product(
            [0, 1, 2, 3, 4, 5, 6, Bounds(2, 4), Bounds(0, 1), Bounds(6, 9), None, UNKNOWN],
            [True, False, UNKNOWN],
            [date(2020, 12, 30), date(2020, 12, 31), date(2021, 1, 1), None, UNKNOWN],
            ["xã", "phường", "thị trấn", None],
        ),
        product(
            [Fraction(6999, 10000), Fraction(7, 10), Fraction(8, 10), 1, UNKNOWN],
            [["a", "b"], ["a", "c"], ["a", "b", "c"], [], UNKNOWN],
            [date(2020, 12, 30), date(2020, 12, 31), date(2021, 1, 1)],
            [True, False, None],
        ),
        strict=False,
    )
]


def disagrees(program: Program, wanted: Iterable[dict[str, Truth]]) -> bool:
    """Tell whether some facts end in a fault or in another truth than the interpreter's."""
    with DurableMatcher(program) as matcher:
        for subject, truths in zip(WORLD, wanted, strict=True):
            try:
                if matcher.decide(program.flatten(subject)) != truths:
                    return True
            except EngineFault:
                return True
    return False


@needs_engine
def test_every_literal_turned_round_shows_on_some_facts() -> None:
    """The answers come from the literals of the rulesets: there is none without effect."""
    program = program_of(*CONDITIONS)
    wanted = [{f"c{n}": holds(c, subject) for n, c in enumerate(CONDITIONS)} for subject in WORLD]
    assert not disagrees(program, wanted)
    literals = program.literals()
    assert [
        str(lit) for lit in literals if not disagrees(program.with_flipped(lit.index), wanted)
    ] == []
    assert len(literals) > 30


@needs_engine
@pytest.mark.parametrize("step", [1, -1])
def test_a_threshold_moved_by_one_shows_on_some_facts(step: int) -> None:
    program = program_of(compare(COUNT, "gte", 3), compare(DAY, "lte", date(2020, 12, 31)))
    wanted = [
        {"c0": holds(compare(COUNT, "gte", 3), subject),
         "c1": holds(compare(DAY, "lte", date(2020, 12, 31)), subject)}
        for subject in WORLD
    ]  # fmt: skip
    for literal in program.literals():
        moved = program.with_shifted(literal.index, step)
        assert moved.literals()[literal.index].literal.threshold == literal.literal.threshold + step
        assert disagrees(moved, wanted)


def test_turning_a_literal_round_changes_that_one_only() -> None:
    program = program_of(*CONDITIONS)
    before = [lit.literal for lit in program.literals()]
    for index, literal in enumerate(before):
        after = [lit.literal for lit in program.with_flipped(index).literals()]
        assert after[index].comparator == OPPOSITE[literal.comparator]
        assert after[:index] + after[index + 1 :] == before[:index] + before[index + 1 :]
