"""From a call to a run: settings, law, facts; everything wrong with them in one go."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final, TypeVar, cast

from isocheck.cli.boundary import speak
from isocheck.cli.days import day_given
from isocheck.cli.language import Language, locale_language
from isocheck.cli.progress import Progress
from isocheck.cli.streams import say_on_stderr
from isocheck.errors import InputProblems, Location, Problem
from isocheck.evaluate.reference import records_laid_down
from isocheck.evaluate.run import Evaluation, evaluate
from isocheck.facts.base import FactBase
from isocheck.facts.folder import load_facts
from isocheck.facts.settings import Settings, read_settings
from isocheck.matching.durable import available
from isocheck.packs.loading import load_profile
from isocheck.packs.model import Profile
from isocheck.source.files import shown_path

DEFAULT_PROFILE: Final = "lang-son-2018-2020"
_MATCHERS: Final = ("durable-rules", "interpreter")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What a person asked for; None where the environment or the folder decides."""

    folder: str | None = None
    profile: str | None = None
    policies: tuple[str, ...] = ()
    as_of: str | None = None
    lang: Language | None = None
    matcher: str | None = None


@dataclass(slots=True)
class Preparation:
    """What a call leads to, as far as it could be read; and all that is wrong."""

    call: Call
    problems: list[Problem] = field(default_factory=list)
    settings: Settings = field(default_factory=Settings)
    lang: Language = "vi"
    as_of: date | None = None
    asked_as_of: date | None = None  # by the call or the environment, not by the folder
    matcher: str | None = None
    profile: Profile | None = None
    facts: FactBase | None = None

    def attempt(self, make: Callable[[], _T], shown: Callable[[Problem], Problem]) -> _T | None:
        """Return what is made, or None and its problems among all others."""
        try:
            return make()
        except InputProblems as error:
            self.problems += map(shown, error.problems)
            return None

    def refuse(self) -> None:
        """Raise what is wrong, if anything is."""
        if self.problems:
            raise InputProblems(self.problems)


def prepare(call: Call, *, with_facts: bool = True) -> Preparation:
    """Read all that a call names; raises InputProblems with everything that is wrong."""
    prepared = Preparation(call)
    usable = _read_settings(prepared)
    _choose_language(prepared)
    _choose_day(prepared)
    _choose_matcher(prepared)
    if usable or call.profile is not None:
        _read_law(prepared)
    if usable and with_facts and prepared.profile is not None:
        _read_facts(prepared, prepared.profile)
    prepared.refuse()
    return prepared


def judged(call: Call) -> tuple[Evaluation, Language]:
    """Judge the facts folder of a call; also return the language to report in."""
    prepared = prepare(call)
    assert prepared.profile is not None  # noqa: S101 - `prepare` refuses otherwise
    assert prepared.facts is not None  # noqa: S101
    day = prepared.as_of or prepared.facts.latest_collected_on
    if day is None:
        raise InputProblems([Problem("call.no-day", Location("--as-of"))])
    progress = Progress()
    try:
        found = evaluate(
            prepared.facts, prepared.profile, day, matcher=prepared.matcher, progress=progress
        )
    finally:
        progress.clear()
    if prepared.matcher is None and found.matcher == "interpreter":
        _say_alone(prepared.lang)
    return found, prepared.lang


def _read_settings(prepared: Preparation) -> bool:
    """Read `isocheck.yaml`; tell whether facts can be read by it."""
    folder = prepared.call.folder
    if folder is None:
        return True
    before = len(prepared.problems)
    settings = prepared.attempt(
        lambda: read_settings(Path(folder)), lambda problem: below(folder, problem)
    )
    prepared.settings = settings or Settings()
    # Where the file as a whole, or its profile, is wrong, nothing can be read by it.
    return all(problem.where not in ("", "profile") for problem in prepared.problems[before:])


def _choose_language(prepared: Preparation) -> None:
    named = os.environ.get("ISOCHECK_LANG") or None
    if named not in (None, "vi", "en"):
        _environment(prepared, "ISOCHECK_LANG", str(named), ("vi", "en"))
        named = None
    chosen = prepared.call.lang or named or prepared.settings.lang or locale_language()
    prepared.lang = cast("Language", chosen)
    speak(prepared.lang)


def _choose_day(prepared: Preparation) -> None:
    for where, text in (
        ("--as-of", prepared.call.as_of),
        ("ISOCHECK_AS_OF", os.environ.get("ISOCHECK_AS_OF") or None),
    ):
        if text is None:
            continue
        try:
            prepared.as_of = prepared.asked_as_of = day_given(where, text)
        except InputProblems as error:
            prepared.problems += error.problems
        return
    prepared.as_of = prepared.settings.as_of


def _choose_matcher(prepared: Preparation) -> None:
    named = os.environ.get("ISOCHECK_MATCHER") or None
    if prepared.call.matcher is None and named not in (None, *_MATCHERS):
        _environment(prepared, "ISOCHECK_MATCHER", str(named), _MATCHERS)
        return
    prepared.matcher = prepared.call.matcher or named
    if prepared.matcher == "durable-rules" and not available():
        where = "--matcher" if prepared.call.matcher else "ISOCHECK_MATCHER"
        prepared.problems.append(Problem("call.matcher", Location(where)))


def _environment(prepared: Preparation, name: str, value: str, known: tuple[str, ...]) -> None:
    args = {"value": value, "known": known}
    prepared.problems.append(Problem("call.environment", Location(name), "", args))


def _read_law(prepared: Preparation) -> None:
    call = prepared.call
    roots = [Path(policy) for policy in call.policies]
    missing = [root for root in roots if not os.path.isdir(root)]  # noqa: PTH112 - no name is too long for it
    if missing:
        places = (Location(root.as_posix()) for root in missing)
        prepared.problems += [Problem("call.no-policies", place) for place in places]
        return
    name = call.profile or os.environ.get("ISOCHECK_PROFILE") or prepared.settings.profile
    prepared.profile = prepared.attempt(
        lambda: load_profile(name or DEFAULT_PROFILE, roots), lambda problem: problem
    )


def _read_facts(prepared: Preparation, profile: Profile) -> None:
    folder = cast("str", prepared.call.folder)
    reference = prepared.attempt(lambda: records_laid_down(profile), lambda problem: problem)
    if reference is None:
        return
    prepared.facts = prepared.attempt(
        lambda: load_facts(Path(folder), profile.kinds, reference, prepared.settings),
        lambda problem: below(folder, problem),
    )


def below(folder: str, problem: Problem) -> Problem:
    """Return a problem of a facts folder with its file as seen from where the call was made."""
    place = problem.location
    if place.file in ("", shown_path(os.fspath(Path(folder)))):
        return problem
    file = (Path(folder) / place.file).as_posix()
    return replace(problem, location=Location(shown_path(file), place.line))


def _say_alone(lang: Language) -> None:
    if lang == "vi":
        text = "Máy này không có durable-rules: bộ diễn giải rà soát một mình; kết quả không đổi."
    else:
        text = "durable-rules is not here: the interpreter judges alone; the findings are the same."
    say_on_stderr(text)
