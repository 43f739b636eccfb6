"""Which outcomes a rule can have, told from the rule alone (design §4).

Comparisons are taken as independent of each other, so the set is never too small; it is what the
test cases of a pack must show.
"""

from __future__ import annotations

from collections.abc import Iterator

from isocheck.logic.truth import Truth, all_of, any_of, negation
from isocheck.packs.conditions import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Expression,
    Fact,
    Literal_,
    Not,
    OutcomeIs,
    Path,
    leaves,
)
from isocheck.packs.linking import variants
from isocheck.packs.model import Parameter, Profile, Rule
from isocheck.packs.operators import OPERATORS

ANY: frozenset[Truth] = frozenset({True, False, None})


def reachable_outcomes(profile: Profile, rule: Rule) -> frozenset[str]:
    """Return every outcome that a rule can have in a profile, `waived` left aside."""
    when = truths(profile, rule.when)
    unless = [truths(profile, exception.condition) for exception in rule.unless]
    found: set[str] = set()
    if False in when or any(True in part for part in unless) or _may_have_no_item(profile, rule):
        found.add("not_applicable")
    if not when & {True, None} or any(part == {True} for part in unless):
        return frozenset(found)
    found.add("indeterminate")
    if True not in when or any(False not in part for part in unless):
        return frozenset(found)  # that it applies is never known
    if _may_end_first(profile, rule):
        found.add("not_applicable")
    if rule.verification == "unverified":
        return frozenset(found)
    require = ANY if rule.require is None else truths(profile, rule.require)
    if rule.require is None:
        require = frozenset({True})
    return frozenset(found | _decided(profile, rule, require))


def _decided(profile: Profile, rule: Rule, require: frozenset[Truth]) -> set[str]:
    found: set[str] = set()
    if True in require:
        found.add("satisfied")
    if rule.modality == "may":
        return found | ({"not_applicable"} if False in require else set())
    if rule.mode != "due":
        return found | ({"violated"} if False in require else set())
    passes, ends = _due_days(profile, rule.due)
    if False in require:
        found.add("due")
        if passes and ends:
            found.add("violated")
            if True in require and not _is_fixed(profile, rule):
                found.add("satisfied_late")
    return found


def _due_days(profile: Profile, due: Expression | None) -> tuple[bool, bool]:
    """Tell whether a due day can exist, and whether a run can know that it has passed."""
    if isinstance(due, Literal_):
        return due.value is not None, due.value is not None
    if isinstance(due, Fact) and due.path.head == "param":
        found = list(variants(profile, due.path.segments[0]))
        exists = any(not _is_null(p) for p in found)
        return exists, any(not _is_null(p) and _has_latest(p) for p in found)
    return True, True


def _is_null(parameter: Parameter) -> bool:
    values = [reading.value for reading in parameter.readings]
    return bool(values) and all(isinstance(v, Literal_) and v.value is None for v in values)


def _has_latest(parameter: Parameter) -> bool:
    if parameter.readings:
        return True
    return parameter.between is not None and parameter.between[1] is not None


def _may_end_first(profile: Profile, rule: Rule) -> bool:
    """A body may end before a duty of its falls due."""
    kinds = (profile.kinds[kind] for kind in rule.kinds)
    has_end = any(k.body and k.dated is not None and k.dated.until is not None for k in kinds)
    return rule.mode == "due" and rule.modality != "may" and has_end


def _may_have_no_item(profile: Profile, rule: Rule) -> bool:
    if rule.per is None:
        return False
    return any(not profile.kinds[kind].reference for kind in rule.per.source.kinds)


def truths(profile: Profile, condition: Condition) -> frozenset[Truth]:
    """Return the truths that a condition can have."""
    if isinstance(condition, Not):
        return frozenset(negation(t) for t in truths(profile, condition.part))
    if isinstance(condition, (AllOf, AnyOf)):
        combine = all_of if isinstance(condition, AllOf) else any_of
        found: frozenset[Truth] = frozenset({combine(())})
        for part in condition.parts:
            here = truths(profile, part)
            found = frozenset(combine((one, other)) for one in found for other in here)
        return found
    if isinstance(condition, OutcomeIs):
        known = any(rule.id == condition.rule for rule in profile.rules)
        return ANY if known else frozenset({None})
    return _of_comparison(profile, condition)


def _of_comparison(profile: Profile, leaf: Compare) -> frozenset[Truth]:
    """A comparison of two constants has their truths; one with an unknown is not known."""
    right = leaf.right.path if isinstance(leaf.right, Fact) else None
    for path in (leaf.path, right):
        if path is not None and _without_bounds(profile, path):
            return frozenset({None})
    if leaf.path.head != "param" or not isinstance(leaf.right, Literal_):
        return ANY
    values = [
        reading.value.value if isinstance(reading.value, Literal_) else ...
        for parameter in variants(profile, leaf.path.segments[0])
        for reading in parameter.readings
    ]
    if ... in values or not values:
        return ANY
    return frozenset(OPERATORS[leaf.op].decide(value, leaf.right.value) for value in values)


def _without_bounds(profile: Profile, path: Path) -> bool:
    if path.head != "param":
        return False
    return all(
        not parameter.readings and parameter.between is None
        for parameter in variants(profile, path.segments[0])
    )


def _is_fixed(profile: Profile, rule: Rule) -> bool:
    """Tell whether `require` cannot become true after the due day.

    So it is where all it reads are fields without a day of something that `when` wants to stand
    already, as it does with the system's own fields.
    """
    assert rule.require is not None  # noqa: S101 - a rule with a due day has one
    standing = set(_standing(profile, rule, rule.when))
    for leaf in leaves(rule.require):
        if isinstance(leaf, OutcomeIs) or not isinstance(leaf.right, Literal_):
            return False
        path = leaf.path
        inside = path.head == "here" and path.segments[0] in standing
        if not inside or len(path.segments) != 2 or path.type == "day":  # noqa: PLR2004 - entry.field
            return False
        if any((kind, ".".join(path.segments)) in profile.derived for kind in rule.kinds):
            return False
    return True


def _standing(profile: Profile, rule: Rule, condition: Condition) -> Iterator[str]:
    """Yield the objects of which a condition wants a field to be there."""
    if isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _standing(profile, rule, part)
    elif isinstance(condition, Compare) and condition.path.head == "here":
        derived = profile.derived.get((rule.kinds[0], ".".join(condition.path.segments)))
        literal = condition.right.value if isinstance(condition.right, Literal_) else None
        if derived is not None and derived.operation == "holds" and literal is True:
            assert derived.where is not None  # noqa: S101 - checked when read
            yield from _standing(profile, rule, derived.where)
        elif condition.op == "exists" and literal is True:
            yield condition.path.segments[0]
