"""The law on a day: which rules and parameter values hold once amendments are applied."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final, get_args

from isocheck.logic.values import UNKNOWN, Value, moved, shifted
from isocheck.packs.conditions import Expression, Fact, Literal_, Path, spans_of
from isocheck.packs.linking import Dependencies, Needs
from isocheck.packs.model import (
    Amendment,
    Derived,
    Parameter,
    Profile,
    Reading,
    Rule,
    Verification,
)

World = tuple[tuple[str, str], ...]  # (parameter, reading), sorted; () where nothing is ambiguous


@dataclass(frozen=True, slots=True)
class Plan:
    """How a path begins; `steady` if what it reads depends on the record and the day alone."""

    derived: Derived | None
    rest: tuple[str, ...]
    steady: bool


@dataclass(slots=True)
class Law:
    """A profile on a day.

    `ended_kinds` maps a kind that an amendment has ended to that amendment; `repealed` maps a
    rule that is in the profile but not law on the day to the amendment that repealed it, or None.
    """

    profile: Profile
    day: date
    rules: tuple[Rule, ...]
    parameters: Mapping[str, Parameter]
    repealed: Mapping[str, Amendment | None]
    ended_kinds: Mapping[str, Amendment]
    depends: Mapping[str, frozenset[str]]  # rule -> parameters
    derived_depends: Mapping[int, frozenset[str]]  # id of a derived value -> parameters
    read_parameters: Mapping[str, frozenset[str]]  # rule -> parameters that what it reads rests on
    derived_with_item: frozenset[int]  # ids of the derived values that depend on the item at hand
    asking: frozenset[str]  # rules that ask for the outcome of another, if through derived values
    # How a path of a kind begins: filled by its readers, once for all days.
    plans: dict[tuple[str, tuple[str, ...]], Plan] = field(default_factory=dict)
    differing: dict[tuple[str, ...], bool] = field(default_factory=dict)  # see `may_differ`
    # What joins the members of a derived value, and what is left to ask of them: found once.
    joins: dict[Derived, Any] = field(default_factory=dict)
    rests: dict[Derived, Any] = field(default_factory=dict)

    def constant(self, expression: Expression | None, world: World) -> Value:
        """Return the value of an expression that rests on no fact, or UNKNOWN."""
        if isinstance(expression, Literal_):
            return expression.value
        if not isinstance(expression, Fact) or expression.path.head != "param":
            return UNKNOWN
        value = self._literal(expression.path, world)
        if not expression.by:
            return value if value is UNKNOWN else shifted(value, expression.shift)
        spans = [(span.unit, span.sign, self._literal(span.path, world)) for span in expression.by]
        return moved(value, expression.shift, spans)

    def _literal(self, path: Path, world: World) -> Value:
        """Return the value that a parameter has in a world, UNKNOWN where it rests on facts."""
        reading = self.reading(path.segments[0], world)
        if reading is None or not isinstance(reading.value, Literal_):
            return UNKNOWN
        return reading.value.value

    def end_of_kind(self, kind: str) -> date | None:
        """Return the first day on which a kind is no more, or None if it has not ended."""
        amendment = self.ended_kinds.get(kind)
        return None if amendment is None else amendment.in_force.start

    def reads_alike(self, rule: Rule) -> bool:
        """Tell whether what a rule's conditions read is the same in every world.

        The readings then stand on the right-hand sides alone, as constants.
        """
        for name in self.depends[rule.id]:
            parameter = self.parameters.get(name)
            if parameter is None or len(parameter.readings) < 2:  # noqa: PLR2004 - ambiguous
                continue
            literal = all(isinstance(r.value, Literal_) for r in parameter.readings)
            if name in self.read_parameters[rule.id] or not literal:
                return False
        return True

    def is_steady(self, derived: Derived) -> bool:
        """Tell whether a derived value is the same for every item and in every world."""
        ambiguous = any(
            len(self.parameters[name].readings) > 1
            for name in self.derived_depends[id(derived)]
            if name in self.parameters
        )
        return not ambiguous and id(derived) not in self.derived_with_item

    def may_differ(self, path: Path) -> bool:
        """Tell whether what a path reads of a record may differ by item or by reading."""
        found = self.differing.get(path.segments)
        if found is None:
            steps = path.segments
            names = {
                ".".join(steps[i:j])
                for i in range(len(steps))
                for j in range(i + 1, len(steps) + 1)
            }
            found = self.differing[path.segments] = any(
                name in names and not self.is_steady(derived)
                for (_, name), derived in self.profile.derived.items()
            )
        return found

    def worlds(self, rule: Rule) -> tuple[World, ...]:
        """Return the combinations of readings that a rule must be judged under."""
        ambiguous = [
            [(name, reading.id) for reading in self.parameters[name].readings]
            for name in sorted(self.depends[rule.id])
            if name in self.parameters and len(self.parameters[name].readings) > 1
        ]
        return tuple(itertools.product(*ambiguous))

    def reading(self, name: str, world: World) -> Reading | None:
        """Return the reading of a parameter in a world; None if it has no value at all."""
        parameter = self.parameters.get(name)
        if parameter is None or not parameter.readings:
            return None
        if len(parameter.readings) == 1:
            return parameter.readings[0]
        chosen = dict(world).get(name)
        return next((r for r in parameter.readings if r.id == chosen), None)

    def derived_worlds(self, derived: Derived, world: World) -> World:
        """Return the part of a world that a derived value depends on."""
        needed = self.derived_depends[id(derived)]
        return tuple(choice for choice in world if choice[0] in needed)


def due_verification(rule: Rule, parameters: Mapping[str, Parameter]) -> Verification | None:
    """Return how well the due day of a rule is founded, None if it has none (design §4).

    A parameter with several readings is a reading, whoever cites them. What a rule states holds
    for the parameter as its own pack wrote it, not for what an amendment puts there.
    """
    if rule.due is None or rule.due == Literal_(None):
        return None
    named = [*_moving(rule.due, parameters)]
    parameter = due_parameter(rule, parameters)
    if parameter is not None:
        named.append(parameter)
    if any(len(one.readings) != 1 for one in named):
        return max(map(_founded, named), key=_WEAKEST_LAST.index)
    if rule.due_verification is not None and not any(one.amended_by for one in named):
        return rule.due_verification
    return max(map(_founded, named), key=_WEAKEST_LAST.index, default=rule.verification)


_WEAKEST_LAST: Final[tuple[Verification, ...]] = get_args(Verification)


def _founded(parameter: Parameter) -> Verification:
    if len(parameter.readings) > 1:
        return "interpretation"
    return parameter.verification if parameter.readings else "unverified"


def _moving(due: Expression, parameters: Mapping[str, Parameter]) -> Iterator[Parameter]:
    """Yield the parameters by which a due day is moved."""
    for span in spans_of(due):
        if span.path.segments[0] in parameters:
            yield parameters[span.path.segments[0]]


def due_parameter(rule: Rule, parameters: Mapping[str, Parameter]) -> Parameter | None:
    """Return the parameter that the due day of a rule is, or None."""
    due = rule.due
    if due is None or isinstance(due, Literal_) or due.path.head != "param":
        return None
    return parameters.get(due.path.segments[0])


def law_on(profile: Profile, day: date) -> Law:
    """Return the law of a profile on a day."""
    in_force = [a for a in profile.amendments if a.in_force.on(day)]
    parameters = amended_parameters(profile, in_force)
    rules: list[Rule] = []
    repealed: dict[str, Amendment | None] = {}
    for rule in profile.rules:
        amended, gone = _amended_rule(rule, in_force)
        if not amended.in_force.on(day):
            repealed[rule.id] = None
        if gone is not None:
            repealed[rule.id] = gone
        rules.append(amended)
    dependencies = Dependencies(profile)
    depends = {rule.id: profile.depends[_key(profile, rule)] for rule in rules}
    rules = [
        replace(rule, amended_by=_amended_by(rule, depends[rule.id], parameters)) for rule in rules
    ]
    return Law(
        profile=profile,
        day=day,
        rules=tuple(rules),
        parameters=parameters,
        repealed=repealed,
        ended_kinds={a.target: a for a in in_force if a.does == "ends"},
        depends=depends,
        derived_depends={
            id(d): _parameters_of(dependencies.of_derived(d), depends)
            for d in profile.derived.values()
        },
        read_parameters={r.id: frozenset(dependencies.read_parameters(r)) for r in rules},
        asking=frozenset(r.id for r in rules if dependencies.of_rule(r).outcomes),
        derived_with_item=frozenset(
            id(d) for d in profile.derived.values() if dependencies.of_derived(d).item
        ),
    )


def _parameters_of(needs: Needs, depends: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the parameters of a derived value and of the rules whose outcomes it asks for."""
    return frozenset(needs.parameters).union(*(depends.get(rule, ()) for rule in needs.outcomes))


def _key(profile: Profile, rule: Rule) -> str:
    """Return the key under which the dependencies of a rule, perhaps a replaced one, are kept."""
    keys = (f"{rule.id} ({amendment})" for amendment in rule.amended_by)
    return next((key for key in keys if key in profile.depends), rule.id)


def _amended_by(
    rule: Rule, depends: frozenset[str], parameters: Mapping[str, Parameter]
) -> tuple[str, ...]:
    setters = (parameters[name].amended_by for name in depends if name in parameters)
    return tuple(sorted({*rule.amended_by, *(s for s in setters if s is not None)}))


def _ranked(amendments: Iterator[Amendment]) -> list[Amendment]:
    """Order amendments of one thing so that the one that prevails is last."""
    found = list(amendments)
    packs = {a.pack for a in found}
    return sorted(found, key=lambda a: (a.over in packs, a.in_force.start or date.min))


def amended_parameters(profile: Profile, amendments: Iterable[Amendment]) -> dict[str, Parameter]:
    """Return the parameters of a profile as some amendments set them."""
    setting = [a for a in amendments if a.does == "sets"]
    return {
        name: _amended_parameter(name, variants, setting)
        for name, variants in profile.parameters.items()
    }


def _amended_parameter(
    name: str, variants: tuple[Parameter, ...], in_force: list[Amendment]
) -> Parameter:
    setters = _ranked(a for a in in_force if a.target == name)
    if setters and setters[-1].parameter is not None:
        return setters[-1].parameter
    return variants[0]


def _amended_rule(rule: Rule, in_force: list[Amendment]) -> tuple[Rule, Amendment | None]:
    changes = _ranked(
        a for a in in_force if a.does in ("replaces", "repeals") and a.target == rule.id
    )
    if not changes:
        return rule, None
    last = changes[-1]
    if last.rule is None:
        return replace(rule, amended_by=(last.id,)), last
    return replace(last.rule, amended_by=(last.id,)), None
