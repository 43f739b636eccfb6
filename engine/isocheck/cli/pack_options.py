"""What the commands about packs share: the language, the folders of packs, how problems read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from isocheck.cli.exit_status import speak
from isocheck.cli.language import Language, help_language, language_named
from isocheck.errors import InputProblems, Problem
from isocheck.messages import render
from isocheck.records.settings import read_settings
from isocheck.session import no_policies


def begin(
    lang: Language | None, policies: Sequence[str], folder: str | None = None
) -> tuple[Language, list[Path]]:
    """Return the language to speak and the folders of packs; raises InputProblems.

    It is that of the call, of the environment, of the settings of a facts folder, of the system.
    """
    chosen = lang or language_named() or language_of(folder) or help_language()
    speak(chosen)
    roots = [Path(policy) for policy in policies]
    missing = no_policies(policies)
    if missing:
        raise InputProblems(missing)
    return chosen, roots


def language_of(folder: str | None) -> Language | None:
    """Return the language that a facts folder asks for; what is wrong with it is told later."""
    if folder is None:
        return None
    try:
        return read_settings(Path(folder)).lang
    except InputProblems:
        return None


def problem_entries(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """Return problems for programs, each in both languages."""
    return [
        {
            "code": problem.code,
            "file": problem.location.file,
            "line": problem.location.line,
            "where": problem.where or None,
            "text": {"vi": render(problem, "vi"), "en": render(problem, "en")},
        }
        for problem in problems
    ]


def lines_of(problems: Sequence[Problem], lang: Language) -> str:
    """Return problems as text, a line each."""
    return "".join(render(problem, lang) + "\n" for problem in problems)
