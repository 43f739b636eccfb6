"""The matching engine: durable_rules, driven through its C module. Nothing else imports it.

A matcher makes the rulesets of a program once, each with one context that lives as long. For each
subject it asserts one record in each, collects the names of the rules that fire, and retracts the
record. (A context a subject would cost twice as much: the library clears 15 KB a rule for each.)

The library frees an address that was never set when a context is deleted in which no action ever
ran; hence each ruleset holds a rule that fires once at the start.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import itertools
import re
from collections.abc import Mapping
from types import ModuleType, TracebackType
from typing import Final, Self

from isocheck.durable.compile import Answer, OfUnit, Program, answered
from isocheck.durable.shards import KIND, READY, Shard, rule_name
from isocheck.errors import EngineFault
from isocheck.logic.truth import Truth

_NO_MATCH: Final = 1  # what assert_fact answers for a record that satisfies no rule
_CODES: Final = {
    "102": "an unexpected type in a ruleset",
    "106": "too many rules under one condition",
    "107": "too many disjunctions that begin alike",
    "108": "too many rules with one condition",
    "112": "too many rulesets in one process",
    "113": "too many nested groups in one condition",
    "302": "too many properties",
    "303": "too many conditions true at once",
    "304": "too many elements in one match",
    "309": "an unknown context",
    "311": "a property that is missing",
    "312": "values that do not compare",
}
_serials = itertools.count(1)  # ruleset names may not repeat within a process


def why_unavailable() -> str | None:
    """Return why durable_rules cannot be imported here, or None if it can."""
    try:
        importlib.import_module("durable_rules_engine")
    except ImportError as error:
        return str(error)
    return None


def available() -> bool:
    """Tell whether durable_rules can be imported here."""
    return why_unavailable() is None


def version() -> str:
    """Return the version of durable_rules that is installed."""
    return importlib.metadata.version("durable_rules")


class DurableMatcher:
    """Decides the conditions of a program on flat records, by durable_rules.

    Its rulesets take memory until `close`, which leaving a `with` block calls.
    """

    def __init__(self, program: Program) -> None:
        reason = why_unavailable()
        if reason is not None:
            raise EngineFault(f"durable-rules cannot be imported: {reason}")
        self._engine: ModuleType = importlib.import_module("durable_rules_engine")
        self._program = program
        self._keys = program.keys()
        self._records = 0
        self._closed = False
        self._broken = False  # by an error or an interrupt in the midst of a record
        self._rules = {
            rule_name(unit, truth): (unit, truth)
            for unit in range(len(program.units))
            for truth in (True, False)
        }
        self._direct: list[tuple[str, int]] = []
        self._other: list[tuple[str, Answer]] = []
        for key, answer in program.answers.items():
            if isinstance(answer, OfUnit) and not answer.negated:
                self._direct.append((key, answer.unit))
            else:
                self._other.append((key, answer))
        self._shards: list[tuple[int, Shard]] = []
        for shard, text in program.rulesets():
            self._shards.append((self._create(shard, text), shard))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Free the rulesets; the matcher decides nothing after that."""
        self._closed = True
        while self._shards:
            handle, _ = self._shards.pop()
            self._engine.delete_state(handle, "1")
            self._engine.delete_ruleset(handle)

    def decide(self, flat: Mapping[str, int]) -> dict[str, Truth]:
        """Return the truth of each condition for one record."""
        if self._closed:
            raise EngineFault("the matcher is closed")
        truths: list[Truth] = [None] * len(self._program.units)
        rules = self._rules
        self._records += 1
        for handle, shard in self._shards:
            for fired in self._fired(handle, shard, flat):
                unit, truth = rules[fired]
                if truths[unit] is (not truth):
                    raise EngineFault(f"durable-rules finds {self._named(unit)} true and false")
                truths[unit] = truth
        decided = {key: truths[unit] for key, unit in self._direct}
        for key, answer in self._other:
            decided[key] = answered(answer, truths)
        return decided

    def _create(self, shard: Shard, text: str) -> int:
        name = f"isocheck-{next(_serials)}"
        try:
            handle: int = self._engine.create_ruleset(name, text)
        except (self._engine.error, MemoryError) as error:
            raise self._fault(error, shard) from error
        if self._assert(handle, shard, f'"{KIND}":2') != {READY}:
            raise EngineFault(f"durable-rules does not answer in ruleset {name}")
        return handle

    def _fired(self, handle: int, shard: Shard, flat: Mapping[str, int]) -> set[str]:
        """Return the names of the rules of a shard that fire on a record."""
        values = "".join([f',"{name}":{flat[name]}' for name in shard.names if name in flat])
        return self._assert(handle, shard, f'"{KIND}":1{values}')

    def _assert(self, handle: int, shard: Shard, values: str) -> set[str]:
        """Assert one record, collect what fires, and take the record away again.

        Every match is dispatched before that: the library forgets to withdraw matches that still
        wait. A record that matches nothing is not stored.
        """
        if self._broken:
            raise EngineFault("durable-rules was stopped in the midst of a record")
        self._broken = True
        engine, fired = self._engine, set()
        head = f'{{"sid":"1","id":"{self._records}"'
        try:
            code, context = engine.assert_fact(handle, f"{head},{values}}}")
            if code == 0:
                started = engine.start_action_for_state(handle, context)
                message = started[1] if started else None
                while message:
                    fired.add(message[2 : message.index('"', 2)])
                    message = engine.complete_and_start_action(handle, context)
                engine.retract_fact(handle, head + "}")
            elif code != _NO_MATCH:
                raise EngineFault(f"durable-rules does not take a record (answer {code})")
        except (engine.error, MemoryError) as error:
            raise self._fault(error, shard) from error
        self._broken = False
        return fired

    def _fault(self, error: BaseException, shard: Shard) -> EngineFault:
        code = re.search(r"error code: (\d+)", str(error))
        words = _CODES.get(code[1], "") if code else ""
        keys = sorted({key for unit in shard.units for key in self._keys.get(unit, ())})
        among = ", ".join(keys[:5]) + (" …" if len(keys) > 5 else "")  # noqa: PLR2004 - enough to find the place by
        return EngineFault(f"durable-rules: {error} ({words or 'no more is known'}), among {among}")

    def _named(self, unit: int) -> str:
        return ", ".join(self._keys.get(unit, (str(unit),)))
