"""What a new version of a pack, or a pack added to a profile, changes in the law itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal

from isocheck.authoring.condition_words import condition_words
from isocheck.authoring.pack_view import all_packs, opened
from isocheck.authoring.wording import expression_words, parameter_words, value_text
from isocheck.errors import InputProblems, Problem
from isocheck.logic.days import LAST_DAY
from isocheck.messages.words import Language
from isocheck.packs.conditions import Expression, Literal_
from isocheck.packs.folders import parts_of, with_added, with_required
from isocheck.packs.labels import Labels
from isocheck.packs.law import due_verification, law_on
from isocheck.packs.loading import load_profile, read_packs
from isocheck.packs.model import Amendment, Parameter, Profile, Rule
from isocheck.report.citations import quoted_words
from isocheck.report.values import day_words
from isocheck.report.words import MODALITIES, VERIFICATIONS, Pair, say
from isocheck.source.guess import closest

What = Literal["rule", "parameter", "amendment", "kind", "pack"]
How = Literal["added", "gone", "changed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One aspect of a thing that is not as it was: a due day, an addressee, the words."""

    aspect: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A thing that was added, is gone, or has changed."""

    what: What
    how: How
    id: str
    title: str
    changes: tuple[Changed, ...] = ()


_ASPECTS: Mapping[str, Pair] = {
    "title": ("tên", "title"),
    "for": ("đối tượng", "judged on"),
    "modality": ("mức", "modality"),
    "verification": ("đối chiếu", "verification"),
    "words": ("lời văn được dẫn", "words cited"),
    "when": ("điều kiện", "condition"),
    "unless": ("trừ khi", "unless"),
    "require": ("yêu cầu", "requirement"),
    "due": ("thời hạn", "due day"),
    "due_verification": ("đối chiếu thời hạn", "verification of the due day"),
    "per": ("mục xét", "items"),
    "action": ("việc cần thực hiện", "action"),
    "by": ("người thực hiện", "done by"),
    "report_to": ("báo cáo", "reported to"),
    "in_force": ("hiệu lực", "in force"),
    "value": ("giá trị", "value"),
    "version": ("phiên bản", "version"),
    "does": ("tác động", "effect"),
    "mode": ("loại", "kind of duty"),
    "fields": ("các trường", "fields"),
}


_AFTER_END: Final[Pair] = (", cả khi đơn vị không còn", ", after the body has ended too")
_MODES: Mapping[str, Pair] = {
    "due": ("việc phải làm theo thời hạn", "a duty to fulfil by a day"),
    "until": ("việc phải duy trì đến thời hạn", "a duty to keep up until a day"),
    "always": ("giới hạn, lúc nào cũng phải giữ", "a limit, at all times"),
}
_DOES: Mapping[str, Pair] = {
    "sets": ("đặt giá trị", "sets"),
    "replaces": ("thay quy định", "replaces"),
    "repeals": ("bãi bỏ", "repeals"),
    "ends": ("không còn", "ends"),
}


def aspect_words(aspect: str, lang: Language) -> str:
    """Return what an aspect is called."""
    return say(_ASPECTS[aspect], lang) if aspect in _ASPECTS else aspect


def law_named(name: str, policies: list[Path]) -> Profile:
    """Return a profile by name or file, or a pack (`id`, `id@version`); `+pack` adds one to it.

    Raises InputProblems.
    """
    first, added = parts_of(name)
    packs = all_packs(policies)
    if first.partition("@")[0] not in packs or first.endswith((".yaml", ".yml")):
        return _profile(name, policies, packs)
    if not added:
        return opened(first, policies, with_cases=False).profile
    return read_packs(name, with_added(with_required(first, packs), added, packs))


def _profile(name: str, policies: list[Path], packs: Iterable[str]) -> Profile:
    """Load a profile; where there is none of this name, the packs that there are are told too."""
    try:
        return load_profile(name, policies)
    except InputProblems as error:
        told = [
            replace(
                problem,
                code="bench-no-law",
                args={**problem.args, "packs": sorted(packs), "suggestion": _near(problem, packs)},
            )
            if problem.code == "profile-unknown"
            else problem
            for problem in error.problems
        ]
        raise InputProblems(told) from error


def _near(problem: Problem, packs: Iterable[str]) -> str:
    known = problem.args["known"]
    profiles = known if isinstance(known, list) else []
    return closest(str(problem.args["value"]), [*profiles, *packs])


def differences(before: Profile, after: Profile, lang: Language) -> list[Difference]:
    """Return what is not the same in two laws: packs, rules, parameters, amendments, kinds."""
    return [
        *_packs(before, after, lang),
        *_rules(before, after, lang),
        *_parameters(before, after, lang),
        *_amendments(before, after, lang),
        *_kinds(before, after, lang),
    ]


def _compared(
    what: What,
    before: Mapping[str, Mapping[str, str]],
    after: Mapping[str, Mapping[str, str]],
    titles: Mapping[str, str],
) -> Iterator[Difference]:
    for name in [*before, *(n for n in after if n not in before)]:
        old, new = before.get(name), after.get(name)
        title = titles.get(name, "")
        if old is None and new is not None:
            changes = tuple(Changed(aspect=k, before="", after=v) for k, v in new.items() if v)
            yield Difference(what=what, how="added", id=name, title=title, changes=changes)
        elif new is None and old is not None:
            yield Difference(what=what, how="gone", id=name, title=title)
        elif old is not None and new is not None:
            changes = tuple(
                Changed(aspect=key, before=old.get(key, ""), after=new.get(key, ""))
                for key in dict.fromkeys([*old, *new])
                if old.get(key, "") != new.get(key, "")
            )
            if changes:
                yield Difference(what=what, how="changed", id=name, title=title, changes=changes)


def _packs(before: Profile, after: Profile, lang: Language) -> Iterator[Difference]:
    titles = {head.id: head.title[lang] for p in (before, after) for head in p.packs}
    sides = [{head.id: {"version": head.version} for head in p.packs} for p in (before, after)]
    return _compared("pack", sides[0], sides[1], titles)


def _rules(before: Profile, after: Profile, lang: Language) -> Iterator[Difference]:
    titles = {rule.id: rule.title[lang] for p in (before, after) for rule in p.rules}
    sides = []
    for profile in (before, after):
        amended = law_on(profile, LAST_DAY).parameters  # as last amended
        sides.append({rule.id: _aspects(profile, rule, amended, lang) for rule in profile.rules})
    return _compared("rule", sides[0], sides[1], titles)


def _aspects(
    profile: Profile, rule: Rule, parameters: Mapping[str, Parameter], lang: Language
) -> dict[str, str]:
    """Return what a reader would see of a rule, aspect by aspect."""
    action, labels = rule.action, Labels.of(profile, lang)
    return {
        "title": rule.title[lang],
        "for": ", ".join(profile.kinds[kind].title[lang] for kind in rule.kinds),
        "modality": say(MODALITIES[rule.modality], lang),
        "verification": say(VERIFICATIONS[rule.verification], lang),
        "words": "; ".join(quoted_words(rule.cites, profile.packs, lang)),
        "when": condition_words(profile, rule.when, lang),
        "unless": "; ".join(condition_words(profile, e.condition, lang) for e in rule.unless),
        "require": condition_words(profile, rule.require, lang),
        "mode": say(_MODES[rule.mode], lang) + (say(_AFTER_END, lang) if rule.after_end else ""),
        "due": expression_words(profile, rule.due, lang),
        "due_verification": _founded(rule, parameters, lang),
        "per": _items(profile, rule, lang),
        "action": "" if action is None else action.do[lang],
        "by": "" if action is None else _who(action.by, labels),
        "report_to": ", ".join(_who(who, labels) for who in action.report_to) if action else "",
        "in_force": _days(rule.in_force.start, rule.in_force.end, lang),
    }  # fmt: skip


def _founded(rule: Rule, parameters: Mapping[str, Parameter], lang: Language) -> str:
    founded = due_verification(rule, parameters)
    return "" if founded is None else say(VERIFICATIONS[founded], lang)


def _items(profile: Profile, rule: Rule, lang: Language) -> str:
    if rule.per is None:
        return ""
    kinds = ", ".join(profile.kinds[kind].title[lang] for kind in rule.per.source.kinds)
    where = condition_words(profile, rule.per.where, lang)
    return f"{kinds}: {where}" if where else kinds


def _who(expression: Expression, labels: Labels) -> str:
    """Return who is meant: an id as it is typed, or where the facts name it."""
    if isinstance(expression, Literal_):
        return value_text(expression.value)
    if str(expression.path) == "id":
        return say(("chính đơn vị được rà soát", "the body judged"), labels.lang)
    return labels.path(str(expression.path))


def _days(start: Any, end: Any, lang: Language) -> str:
    first = "…" if start is None else day_words(start, lang)
    return first + (" –" if end is None else f" – {day_words(end, lang)}")


def _parameters(before: Profile, after: Profile, lang: Language) -> Iterator[Difference]:
    sides = [
        {name: _parameter(p, found[0], lang) for name, found in p.parameters.items()}
        for p in (before, after)
    ]
    return _compared("parameter", sides[0], sides[1], {})


def _parameter(profile: Profile, parameter: Parameter, lang: Language) -> dict[str, str]:
    return {
        "value": parameter_words(profile, parameter, lang),
        "verification": say(VERIFICATIONS[parameter.verification], lang),
    }


def _amendments(before: Profile, after: Profile, lang: Language) -> Iterator[Difference]:
    titles = {
        a.id: a.reason[lang] for p in (before, after) for a in p.amendments if a.reason is not None
    }
    sides = [{a.id: _amendment(p, a, lang) for a in p.amendments} for p in (before, after)]
    return _compared("amendment", sides[0], sides[1], titles)


def _amendment(profile: Profile, amendment: Amendment, lang: Language) -> dict[str, str]:
    amended = law_on(profile, LAST_DAY).parameters
    found = {
        "does": f"{say(_DOES[amendment.does], lang)}: {_target(profile, amendment.target, lang)}",
        "in_force": _days(amendment.in_force.start, amendment.in_force.end, lang),
    }
    if amendment.parameter is not None:
        return found | {"value": parameter_words(profile, amendment.parameter, lang)}
    if amendment.rule is not None:
        return found | _aspects(profile, amendment.rule, amended, lang)
    return found


def _target(profile: Profile, target: str, lang: Language) -> str:
    """Return what an amendment is about: a kind, a rule, else the id of a parameter."""
    if target in profile.kinds:
        return profile.kinds[target].title[lang]
    rule = next((rule for rule in profile.rules if rule.id == target), None)
    return target if rule is None else f"{target} {rule.title[lang]}"


def _kinds(before: Profile, after: Profile, lang: Language) -> Iterator[Difference]:
    titles = {name: kind.title[lang] for p in (before, after) for name, kind in p.kinds.items()}
    sides = [
        {
            name: {
                "fields": ", ".join(
                    Labels.of(p, lang).path(field, (name,)) for field in kind.fields
                )
            }
            for name, kind in p.kinds.items()
        }
        for p in (before, after)
    ]
    return _compared("kind", sides[0], sides[1], titles)
