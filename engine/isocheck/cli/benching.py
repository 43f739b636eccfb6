"""What the commands about packs share: the language, the folders of packs, how problems read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from isocheck.cli.boundary import speak
from isocheck.cli.language import Language, help_language
from isocheck.errors import InputProblems, Problem
from isocheck.messages import render
from isocheck.session import no_policies


def begin(lang: Language | None, policies: Sequence[str]) -> tuple[Language, list[Path]]:
    """Return the language to speak and the folders of packs; raises InputProblems."""
    chosen = lang or help_language()
    speak(chosen)
    roots = [Path(policy) for policy in policies]
    missing = no_policies(policies)
    if missing:
        raise InputProblems(missing)
    return chosen, roots


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
