"""From what is asked for to a run: settings, law, facts; everything wrong with them in one go.

Nothing here prints or knows a command line: the program and the public API both begin here.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final, TypeVar, cast

from isocheck.durable.matcher import available
from isocheck.errors import InputProblems, Location, Problem
from isocheck.evaluate.findings import Progress
from isocheck.evaluate.run import Evaluation, evaluate
from isocheck.messages.words import Language
from isocheck.packs.loading import load_profile
from isocheck.packs.model import Profile
from isocheck.records.base import FactBase
from isocheck.records.folder import load_facts
from isocheck.records.forms import FormError, day_of
from isocheck.records.settings import Settings, read_settings
from isocheck.resources import DEFAULT_PROFILE, FACTS
from isocheck.source.files import SETTINGS, shown_path

MATCHERS: Final = ("durable-rules", "interpreter")
_OF_CALLS: Final = {"facts.day-form": "call.day-form"}  # there is no line to leave out
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What is asked for; None where the environment or the folder decides.

    `profile` is a name, a file, or a profile that was loaded before; `as_of` a day or its ISO form.
    """

    folder: str | None = None
    profile: str | Profile | None = None
    policies: tuple[str, ...] = ()
    as_of: str | date | None = None
    lang: Language | None = None
    matcher: str | None = None

    @property
    def shown_folder(self) -> str:
        """The facts folder as it was named, with `/`."""
        return Path(str(self.folder)).as_posix()

    @property
    def again(self) -> str:
        """What a command must add to look at the same run: folder, day, profile, packs."""
        words = [] if self.shown_folder == FACTS else [self.shown_folder]
        words += [] if self.as_of is None else ["--as-of", str(self.as_of)]
        words += ["--profile", self.profile] if isinstance(self.profile, str) else []
        for policy in self.policies:
            words += ["--policy", policy]
        return "".join(f" {shlex.quote(word)}" for word in words)


@dataclass(slots=True, kw_only=True)
class Preparation:
    """What a call leads to, as far as it could be read; and all that is wrong."""

    call: Call
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    problems: list[Problem] = field(default_factory=list)
    settings: Settings = field(default_factory=Settings)
    lang: Language = "vi"
    as_of: date | None = None
    asked_as_of: date | None = None  # by the call or the environment, not by the folder
    matcher: str | None = None
    profile_name: str | None = None
    profile: Profile | None = None
    facts: FactBase | None = None

    def attempt(self, make: Callable[[], _T], shown: Callable[[Problem], Problem]) -> _T | None:
        """Return what is made, or None and its problems among all others."""
        try:
            return make()
        except InputProblems as error:
            self.problems += map(shown, error.problems)
            return None

    def named(self, variable: str) -> str | None:
        """Return what a variable of the environment says; an empty one says nothing."""
        return self.environment.get(variable) or None


def prepare(
    call: Call,
    *,
    with_facts: bool = True,
    default_lang: Language = "vi",
    heard: Callable[[Language], None] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Preparation:
    """Read all that a call names; raises InputProblems with everything that is wrong.

    `heard` is told the language as soon as it is known, so that problems can be said in it.
    `environment` stands for that of the process.
    """
    variables = os.environ if environment is None else environment
    prepared = Preparation(call=call, lang=default_lang, environment=variables)
    usable = _read_settings(prepared)
    _choose_language(prepared)
    if heard is not None:
        heard(prepared.lang)
    _choose_day(prepared)
    _choose_matcher(prepared)
    if usable or call.profile is not None:
        _read_law(prepared)
    if usable and with_facts and prepared.profile is not None:
        _read_facts(prepared, prepared.profile)
    if prepared.problems:
        raise InputProblems(prepared.problems)
    return prepared


def judged(prepared: Preparation, progress: Progress | None = None) -> Evaluation:
    """Judge the facts folder of a call; raises InputProblems, EngineFault."""
    assert prepared.profile is not None  # noqa: S101 - `prepare` refuses otherwise
    assert prepared.facts is not None  # noqa: S101 - as above
    day = prepared.as_of or prepared.facts.latest_collected_on
    if day is None:
        raise InputProblems([Problem("call.no-day", Location("--as-of"))])
    return evaluate(
        prepared.facts, prepared.profile, day, matcher=prepared.matcher, progress=progress
    )


def run_of(call: Call, environment: Mapping[str, str] | None = None) -> Evaluation:
    """Judge what a call names; raises InputProblems with everything that is wrong, EngineFault."""
    return judged(prepare(call, environment=environment))


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
    named = prepared.named("ISOCHECK_LANG")
    if named not in (None, "vi", "en"):
        _environment(prepared, "ISOCHECK_LANG", str(named), ("vi", "en"))
        named = None
    chosen = prepared.call.lang or named or prepared.settings.lang or prepared.lang
    prepared.lang = cast("Language", chosen)


def _choose_day(prepared: Preparation) -> None:
    for where, asked in (
        ("--as-of", prepared.call.as_of),
        ("ISOCHECK_AS_OF", prepared.named("ISOCHECK_AS_OF")),
    ):
        if asked is None:
            continue
        try:
            day = day_given(where, asked) if isinstance(asked, str) else asked
            prepared.as_of = prepared.asked_as_of = day
        except InputProblems as error:
            prepared.problems += error.problems
        return
    prepared.as_of = prepared.settings.as_of


def day_given(where: str, text: str) -> date:
    """Return the day that an option or a variable gives; raises InputProblems."""
    try:
        return day_of(text)
    except FormError as error:
        code = _OF_CALLS.get(error.code, error.code)
        problem = Problem(code, Location(where), "", error.args_of_message)
        raise InputProblems([problem]) from error


def _choose_matcher(prepared: Preparation) -> None:
    named = prepared.named("ISOCHECK_MATCHER")
    if prepared.call.matcher is None and named not in (None, *MATCHERS):
        _environment(prepared, "ISOCHECK_MATCHER", str(named), MATCHERS)
        return
    prepared.matcher = prepared.call.matcher or named
    if prepared.matcher == "durable-rules" and not available():
        where = "--matcher" if prepared.call.matcher else "ISOCHECK_MATCHER"
        prepared.problems.append(Problem("call.matcher", Location(where)))


def _environment(prepared: Preparation, name: str, value: str, known: tuple[str, ...]) -> None:
    args = {"value": value, "known": known}
    prepared.problems.append(Problem("call.environment", Location(name), "", args))


def no_policies(policies: Sequence[str]) -> list[Problem]:
    """Return a problem for each folder of packs that is none; an empty name is no folder."""
    missing = [p for p in policies if not p or not os.path.isdir(p)]  # noqa: PTH112 - no name is too long for it
    places = (Location(Path(name).as_posix() if name else "--policy") for name in missing)
    return [Problem("call.no-policies", place) for place in places]


def _read_law(prepared: Preparation) -> None:
    call = prepared.call
    roots = [Path(policy) for policy in call.policies]
    wrong = no_policies(call.policies)
    if wrong:
        prepared.problems += wrong
        return
    asked = call.profile
    if asked is None:
        asked = prepared.named("ISOCHECK_PROFILE") or prepared.settings.profile or DEFAULT_PROFILE
    if isinstance(asked, Profile):
        prepared.profile, prepared.profile_name = asked, asked.id
        return
    name = prepared.profile_name = asked
    of_folder = asked == prepared.settings.profile and call.profile is None

    def shown(problem: Problem) -> Problem:
        """A name that the folder gives is mended there, not where no such file is."""
        if problem.code != "profile-unknown" or not of_folder:
            return problem
        return below(cast("str", call.folder), replace(problem, location=Location(SETTINGS)))

    prepared.profile = prepared.attempt(lambda: load_profile(name, roots), shown)


def _read_facts(prepared: Preparation, profile: Profile) -> None:
    folder = cast("str", prepared.call.folder)
    prepared.facts = prepared.attempt(
        lambda: load_facts(Path(folder), profile.kinds, profile.reference, prepared.settings),
        lambda problem: below(folder, problem),
    )


def below(folder: str, problem: Problem) -> Problem:
    """Return a problem of a facts folder with its file as seen from where the call was made."""
    place = problem.location
    if place.file in ("", shown_path(os.fspath(Path(folder)))):
        return problem
    file = (Path(folder) / place.file).as_posix()
    return replace(problem, location=Location(shown_path(file), place.line))
