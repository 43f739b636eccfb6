"""How durable_rules behaves where the adapter relies on it, and what the adapter does about it."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from itertools import count
from typing import Any

import pytest

from isocheck.durable.compile import Program, Question, compile_conditions
from isocheck.durable.formula import Every, Formula, Lit, Some, firings, simultaneous
from isocheck.durable.matcher import DurableMatcher, available, version, why_unavailable
from isocheck.durable.shards import MAX_GROUPS, Node, Unit, fits, shards_of
from isocheck.errors import EngineFault
from isocheck.packs.conditions import AllOf, AnyOf, Compare, Condition, Literal_, Path
from unit.durable.random_conditions import HERE

needs_engine = pytest.mark.skipif(not available(), reason="durable-rules cannot be imported")
engine: Any = importlib.import_module("durable_rules_engine") if available() else None
_names = count()


def number(name: str, least: int = 1) -> Compare:
    return Compare(Path("here", (name,), "count"), "gte", Literal_(least), HERE)


def program_of(*conditions: Condition) -> Program:
    return compile_conditions(
        [Question(key=f"c{n}", condition=c) for n, c in enumerate(conditions)]
    )


# ---- the library away ----------------------------------------------------------------------------


def test_an_import_that_fails_is_told_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on CPython 3.13 and on Windows: no traceback, a reason, and a fault if it is used."""
    monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    assert not available()
    assert "durable_rules_engine" in (why_unavailable() or "")
    with pytest.raises(EngineFault, match="cannot be imported"):
        DurableMatcher(program_of(number("a")))


def test_compiling_does_not_import_the_library() -> None:
    """Only making a matcher does, so that isocheck starts where the library is not."""
    script = (
        "import sys, isocheck.durable.compile, isocheck.durable.matcher;"
        "sys.exit('durable_rules_engine' in sys.modules or 'durable' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@needs_engine
def test_the_version_is_the_one_pinned() -> None:
    assert version() == "2.0.28"


# ---- what goes wrong is a fault ------------------------------------------------------------------


@needs_engine
def test_a_library_error_is_a_fault_that_names_the_conditions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An error in the midst of a record leaves the matcher unusable."""
    program = program_of(number("a"))
    with DurableMatcher(program) as matcher:

        def fails(*_: object) -> None:
            raise engine.error("Could not assert fact, error code: 303")

        with monkeypatch.context() as patched:
            patched.setattr(engine, "assert_fact", fails)
            with pytest.raises(EngineFault, match=r"too many conditions true at once.*among c0"):
                matcher.decide({})
        with pytest.raises(EngineFault, match="midst of a record"):
            matcher.decide({})


@needs_engine
def test_a_condition_found_true_and_false_is_a_fault() -> None:
    program = program_of(number("a"))
    name = next(iter(program.measures))
    flipped = program.with_flipped(0)
    both = dict.fromkeys(program.measures, 0)
    assert name in both
    with DurableMatcher(flipped) as matcher:
        with pytest.raises(EngineFault, match="c0 true and false"):
            matcher.decide(both)
        assert matcher.decide({}) == {"c0": None}


@needs_engine
def test_a_closed_matcher_decides_nothing() -> None:
    matcher = DurableMatcher(program_of(number("a")))
    matcher.close()
    with pytest.raises(EngineFault, match="closed"):
        matcher.decide({})


# ---- limits --------------------------------------------------------------------------------------


def some(*names: str) -> Some:
    return Some(tuple(Lit(name, "gte", 1) for name in names))


def test_literals_that_exclude_each_other_count_once() -> None:
    """Of `a < 5` and `a >= 5` one holds; two of these three equalities never do."""
    assert simultaneous([Lit("a", "lt", 5), Lit("a", "gte", 5), Lit("b", "eq", 1)]) == 2
    assert simultaneous([Lit("a", "eq", value) for value in (1, 2, 3)]) == 1
    assert simultaneous([Lit("a", "gte", value) for value in (1, 2, 3)]) == 3


def test_firings_multiply_across_disjunctions_side_by_side() -> None:
    assert firings(Every((some("a", "b"), some("c", "d", "e")))) == 6
    assert firings(Some((Lit("a", "eq", 1), Lit("a", "eq", 2)))) == 1


def test_a_unit_past_a_limit_does_not_fit() -> None:
    deep: Formula = some("x", "y")
    for level in range(MAX_GROUPS):
        part = Lit(f"p{level}", "gte", 1)
        deep = Some((part, deep)) if isinstance(deep, Every) else Every((part, deep))
    assert not fits(Unit(deep, False))
    assert not fits(Unit(Every(tuple(some(f"a{n}", f"b{n}") for n in range(7))), False))
    assert not fits(Unit(some(*(f"a{n}" for n in range(61))), False))
    assert fits(Unit(some(*(f"a{n}" for n in range(60))), False))


def test_disjunctions_that_begin_alike_are_divided_among_rulesets() -> None:
    """What follows a disjunction is never shared: 65 after one literal fail at run time."""
    units = [Unit(some("a", f"b{n}"), False) for n in range(130)]
    assert len(shards_of(units)) >= 3


@needs_engine
def test_any_number_of_conditions_is_decided() -> None:
    """600 conditions true at once are past every limit of one ruleset."""
    program = program_of(*(number(f"a{n}") for n in range(600)))
    assert len(program.shards) >= 10
    with DurableMatcher(program) as matcher:
        assert set(matcher.decide(dict.fromkeys(program.measures, 1)).values()) == {True}


@needs_engine
@pytest.mark.parametrize("shape", [AllOf, AnyOf])
def test_a_condition_of_any_size_is_decided(shape: Any) -> None:
    """10 disjunctions side by side would fire 59,049 times; 300 parts fit no ruleset."""
    wide = shape(tuple(number(f"a{n}") for n in range(300)))
    firing = AllOf(tuple(AnyOf(tuple(number(f"{n}{m}") for m in "abc")) for n in range(10)))
    program = program_of(wide, firing)
    with DurableMatcher(program) as matcher:
        assert matcher.decide(dict.fromkeys(program.measures, 1)) == {"c0": True, "c1": True}
        assert matcher.decide(dict.fromkeys(program.measures, 0)) == {"c0": False, "c1": False}
        assert matcher.decide({}) == {"c0": None, "c1": None}


@needs_engine
def test_a_list_of_a_thousand_alternatives_is_decided() -> None:
    path = Path("here", ("code",), "text")
    codes = [f"{n:05}" for n in range(1000)]
    program = program_of(Compare(path, "in", Literal_(codes), HERE))
    names = sorted(program.measures)
    assert [program.measures[name].aspect for name in names] == ["token", "unlike"]
    with DurableMatcher(program) as matcher:
        first, last, none = (dict.fromkeys(names, number) for number in (2, 1001, 1002))
        assert matcher.decide(first) == {"c0": True}  # texts are numbered from 2
        assert matcher.decide(last) == {"c0": True}
        assert matcher.decide(none) == {"c0": False}
        assert matcher.decide({names[1]: 2}) == {"c0": None}  # a text of the list, or null
        assert matcher.decide({names[1]: 1002}) == {"c0": False}


# ---- pins: a later durable_rules that differs shows itself here --------------------------------


def handle_of(**patterns: Any) -> int:
    rules = {name: {"all": [{"m": pattern}]} for name, pattern in patterns.items()}
    handle: int = engine.create_ruleset(f"pin-{next(_names)}", json.dumps(rules))
    return handle


def fired(handle: int, record: dict[str, Any]) -> list[str]:
    code, context = engine.assert_fact(handle, json.dumps({"sid": "1", "id": "1", **record}))
    names = []
    if code == 0:
        message = engine.start_action_for_state(handle, context)[1]
        while message:
            names.append(next(iter(json.loads(message))))
            message = engine.complete_and_start_action(handle, context)
        engine.retract_fact(handle, '{"sid":"1","id":"1"}')
    return names


@needs_engine
def test_pin_an_absent_property_satisfies_no_comparison() -> None:
    operators = ("$lt", "$lte", "$gt", "$gte", "$neq")
    handle = handle_of(
        **{op[1:]: {"$and": [{"kind": 1}, {op: {"a": 5}}]} for op in operators},
        eq={"$and": [{"kind": 1}, {"a": 5}]},
    )
    assert fired(handle, {"kind": 1}) == []
    assert set(fired(handle, {"kind": 1, "a": 5})) == {"lte", "gte", "eq"}


@needs_engine
def test_pin_integers_compare_exactly_up_to_the_number_of_null() -> None:
    big = 2**62
    handle = handle_of(
        over={"$and": [{"kind": 1}, {"$gt": {"a": 2**61}}]},
        same={"$and": [{"kind": 1}, {"a": big}]},
        under={"$and": [{"kind": 1}, {"$lt": {"a": 1 - big}}]},
    )
    assert set(fired(handle, {"kind": 1, "a": big})) == {"over", "same"}
    assert fired(handle, {"kind": 1, "a": big - 1}) == ["over"]
    assert fired(handle, {"kind": 1, "a": -big}) == ["under"]
    assert fired(handle, {"kind": 1, "a": 2**61}) == []


@needs_engine
def test_pin_each_true_branch_fires_apart() -> None:
    either = [{"$or": [{"$gt": {f"{x}{n}": 0}} for n in range(3)]} for x in "ab"]
    handle = handle_of(r={"$and": [{"kind": 1}, *either]})
    record = {f"{x}{n}": 1 for x in "ab" for n in range(3)}
    assert fired(handle, {"kind": 1, **record}) == ["r"] * 9


@needs_engine
def test_pin_a_retracted_record_is_gone() -> None:
    """The same id may be asserted again, and what matched before does not match again."""
    handle = handle_of(r={"$and": [{"kind": 1}, {"$gt": {"a": 0}}]})
    for value in (1, 0, 1, 0):
        assert fired(handle, {"kind": 1, "a": value}) == ["r"] * value


@needs_engine
def test_pin_the_stack_holds_64_conditions() -> None:
    """Our bound of 60 lies below; the tree built here counts as the library does."""
    for size, fails in ((64, False), (65, True)):
        handle = handle_of(
            **{f"r{n}": {"$and": [{"kind": 1}, {"$gt": {f"a{n}": 0}}]} for n in range(size)}
        )
        record = {"kind": 1, **{f"a{n}": 1 for n in range(size)}}
        if fails:
            with pytest.raises(engine.error, match="303"):
                fired(handle, record)
        else:
            assert len(fired(handle, record)) == size
    tree = Node()
    for n in range(61):
        tree.grow(Lit(f"a{n}", "gt", 0))
    assert not tree.within_limits()


@needs_engine
def test_pin_fifteen_groups_nest_and_sixteen_do_not() -> None:
    """Ours are at most 14 within the outermost."""

    def nested(levels: int) -> dict[str, Any]:
        pattern: dict[str, Any] = {"$gt": {"a": 0}}
        for level in range(levels - 1):
            pattern = {"$or" if level % 2 else "$and": [{"$gt": {f"b{level}": 0}}, pattern]}
        return {"$and": [{"kind": 1}, pattern]}

    handle_of(r=nested(MAX_GROUPS + 1))
    with pytest.raises(engine.error, match="113"):
        handle_of(r=nested(16))
