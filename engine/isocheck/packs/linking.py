"""What the parts of a profile depend on, and what can only be checked once all are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from isocheck.errors import Problem
from isocheck.logic.days import LONGEST
from isocheck.packs.conditions import (
    Compare,
    Condition,
    Literal_,
    OutcomeIs,
    Path,
    Span,
    leaves,
    paths_of,
    paths_of_expression,
    spans_of,
)
from isocheck.packs.form import LONGEST_CHAIN
from isocheck.packs.model import Amendment, Derived, InForce, Parameter, Profile, Rule

MOST_WORLDS = 16  # readings multiplied, for one rule (design §4)


def paths_of_details(rule: Rule) -> Iterator[Path]:
    """Yield every path of the details of a rule."""
    yield from rule.details.values()
    yield from rule.details_each.values()


@dataclass(slots=True)
class Needs:
    """What a rule or a derived value rests on, all the way down."""

    parameters: set[str] = field(default_factory=set)
    outcomes: set[str] = field(default_factory=set)
    item: bool = False


class Dependencies:
    """Finds what rules and derived values rest on."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.names: dict[str, list[Derived]] = {}
        for (_, name), derived in profile.derived.items():
            found = self.names.setdefault(name, [])
            if all(other is not derived for other in found):
                found.append(derived)
        self._derived: dict[int, Needs] = {}

    def of_rule(self, rule: Rule) -> Needs:
        """Return what a rule rests on, but for the rules whose outcome it asks for."""
        needs = Needs()
        for condition in conditions_of(rule):
            self._add_condition(needs, condition)
        self._add_paths(needs, paths_of_expression(rule.due))
        self._add_paths(needs, paths_of_details(rule))
        return needs

    def paths_with_item(self, rule: Rule) -> list[str]:
        """Return the paths of a rule that rest on the item at hand."""
        paths = [path for condition in conditions_of(rule) for path in paths_of(condition)]
        paths += [*paths_of_expression(rule.due), *paths_of_details(rule)]
        found = {str(path): Needs() for path in paths}
        for path in paths:
            self._add_paths(found[str(path)], (path,))
        return [path for path, needs in found.items() if needs.item]

    def read_parameters(self, rule: Rule) -> set[str]:
        """Return the parameters that what a rule's conditions read rests on.

        Through derived values, or on the left-hand side; not those that a right-hand side names.
        """
        needs = Needs()
        for condition in conditions_of(rule):
            paths = (path for path in paths_of(condition) if path.head != "param")
            compared = [leaf for leaf in leaves(condition) if isinstance(leaf, Compare)]
            lefts = (leaf.path for leaf in compared)
            # What a day of a fact is moved by is read with it.
            moving = (span.path for leaf in compared for span in spans_of(leaf.right))
            self._add_paths(needs, (*paths, *lefts, *moving))
        return needs.parameters

    def of_derived(self, derived: Derived) -> Needs:
        """Return what a derived value rests on."""
        known = self._derived.get(id(derived))
        if known is not None:
            return known
        needs = self._derived[id(derived)] = Needs()
        for condition in (derived.among, derived.where):
            if condition is not None:
                self._add_condition(needs, condition)
        entries = derived.source.entries if derived.source else None
        paths = (derived.take, derived.by, entries, *derived.operands)
        self._add_paths(needs, (path for path in paths if path is not None))
        return needs

    def _add_condition(self, needs: Needs, condition: Condition) -> None:
        self._add_paths(needs, paths_of(condition))
        needs.outcomes |= {leaf.rule for leaf in leaves(condition) if isinstance(leaf, OutcomeIs)}

    def _add_paths(self, needs: Needs, paths: Iterable[Path]) -> None:
        for path in paths:
            if path.head == "param":
                self._add_parameter(needs, path.segments[0])
            needs.item |= path.head == "item"
            for start, end in combinations(range(len(path.segments) + 1), 2):
                # A reference may be crossed, so any stretch of the path may be a derived value.
                for derived in self.names.get(".".join(path.segments[start:end]), ()):
                    inner = self.of_derived(derived)
                    needs.parameters |= inner.parameters
                    needs.outcomes |= inner.outcomes
                    needs.item |= inner.item

    def _add_parameter(self, needs: Needs, name: str) -> None:
        if name in needs.parameters:
            return
        needs.parameters.add(name)
        for parameter in variants(self.profile, name):
            values = [reading.value for reading in parameter.readings]
            for expression in (*values, *(parameter.between or ())):
                self._add_paths(needs, paths_of_expression(expression))


def variants(profile: Profile, name: str) -> Iterator[Parameter]:
    """Yield a parameter as its pack has it, then as each amendment sets it."""
    yield from profile.parameters.get(name, ())
    for amendment in profile.amendments:
        if amendment.parameter is not None and amendment.target == name:
            yield amendment.parameter


def conditions_of(rule: Rule) -> Iterator[Condition]:
    """Yield every condition of a rule."""
    yield rule.when
    for exception in rule.unless:
        yield exception.condition
    if rule.require is not None:
        yield rule.require
    if rule.per is not None:
        yield rule.per.where


def link(profile: Profile, problems: list[Problem]) -> None:
    """Record what each rule depends on, and every contradiction between the packs."""
    dependencies = Dependencies(profile)
    rules = {rule.id: rule for rule in profile.rules}
    for amendment in profile.amendments:
        if amendment.rule is not None:
            rules[f"{amendment.target} ({amendment.id})"] = amendment.rule
    needs = {key: dependencies.of_rule(rule) for key, rule in rules.items()}
    keys_of: dict[str, list[str]] = {}  # a rule, then what amendments put in its place
    for key, rule in rules.items():
        keys_of.setdefault(rule.id, []).append(key)
    depends = {}
    for key, rule in rules.items():
        parameters = _all_parameters(key, needs, keys_of, rule, problems)
        depends[key] = frozenset(parameters)
        _check_worlds(profile, rule, parameters, problems)
        if rule.per is None and needs[key].item:
            problems.append(
                Problem(
                    "rule-item-without-per",
                    rule.location,
                    rule.id,
                    {"value": dependencies.paths_with_item(rule)},
                )
            )
    profile.depends = depends
    _check_spans(profile, problems)
    _check_amendments(profile.amendments, problems)


def _all_parameters(
    start: str,
    needs: dict[str, Needs],
    keys_of: dict[str, list[str]],
    rule: Rule,
    problems: list[Problem],
) -> set[str]:
    """Return the parameters of a rule and of the rules whose outcomes it asks for."""
    parameters: set[str] = set()
    seen: set[str] = set()
    stack = [start]
    while stack:
        key = stack.pop()
        if key in seen or key not in needs:
            continue
        seen.add(key)
        if len(seen) > LONGEST_CHAIN:
            args = {"value": rule.id, "limit": LONGEST_CHAIN}
            problems.append(Problem("chain-too-long", rule.location, rule.id, args))
            break
        parameters |= needs[key].parameters
        if rule.id in needs[key].outcomes:
            problems.append(Problem("outcome-cycle", rule.location, rule.id, {"value": key}))
        stack += [k for asked in sorted(needs[key].outcomes) for k in keys_of.get(asked, ())]
    return parameters


def _check_worlds(
    profile: Profile, rule: Rule, parameters: set[str], problems: list[Problem]
) -> None:
    worlds = 1
    for name in sorted(parameters):
        worlds *= max((len(p.readings) for p in variants(profile, name)), default=1) or 1
    if worlds > MOST_WORLDS:
        args = {"value": worlds, "most": MOST_WORLDS, "parameters": ", ".join(sorted(parameters))}
        problems.append(Problem("rule-too-many-worlds", rule.location, rule.id, args))


def _check_spans(profile: Profile, problems: list[Problem]) -> None:
    """A parameter by which days are moved gives whole numbers, none too long (design §5)."""
    moving: dict[str, set[str]] = {}
    for span in spans_in(profile):
        moving.setdefault(span.path.segments[0], set()).add(span.unit)
    for name, units in moving.items():
        most = min(LONGEST[unit] for unit in units)
        for parameter in variants(profile, name):
            values = [reading.value for reading in parameter.readings]
            for value in (*values, *(parameter.between or ())):
                if value is None or (isinstance(value, Literal_) and _fits(value.value, most)):
                    continue
                args = {"value": name, "most": most}
                problems.append(
                    Problem("expression-span-value", parameter.location, parameter.id, args)
                )
                break


def _fits(value: object, most: int) -> bool:
    return value is None or (isinstance(value, int) and abs(value) <= most)


def spans_in(profile: Profile) -> Iterator[Span]:
    """Yield every span of a profile that a parameter gives."""
    rules = [*profile.rules, *(a.rule for a in profile.amendments if a.rule is not None)]
    conditions = [condition for rule in rules for condition in conditions_of(rule)]
    for derived in profile.derived.values():
        conditions += [c for c in (derived.among, derived.where) if c is not None]
    for rule in rules:
        yield from spans_of(rule.due)
    for condition in conditions:
        for leaf in leaves(condition):
            if isinstance(leaf, Compare):
                yield from spans_of(leaf.right)
    for name in profile.parameters:
        for parameter in variants(profile, name):
            for value in (*(r.value for r in parameter.readings), *(parameter.between or ())):
                yield from spans_of(value)


def _check_amendments(amendments: Iterable[Amendment], problems: list[Problem]) -> None:
    """Two packs that amend one thing for overlapping days need `over` (design §5).

    Each amendment is told once, with the first that it contradicts.
    """
    told: set[int] = set()
    for one, other in combinations(amendments, 2):
        if id(other) in told:
            continue
        same = (one.does == "sets", one.does == "ends", one.target) == (
            other.does == "sets", other.does == "ends", other.target,
        )  # fmt: skip
        if not same or not _overlap(one.in_force, other.in_force):
            continue
        settled = one.pack != other.pack and (one.over == other.pack) != (other.over == one.pack)
        if not settled:
            told.add(id(other))
            args = {"value": one.target, "other": str(one.location), "other_id": one.id}
            problems.append(Problem("amendment-conflict", other.location, other.id, args))


def _overlap(one: InForce, other: InForce) -> bool:
    starts_before_end = other.end is None or one.start is None or one.start < other.end
    ends_after_start = one.end is None or other.start is None or other.start < one.end
    return starts_before_end and ends_after_start
