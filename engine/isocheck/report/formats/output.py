"""What every form of the findings is written from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from isocheck.messages.words import Language
from isocheck.report.layout import Screen
from isocheck.report.selection import FailOn, Selected
from isocheck.report.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A run, what of it is shown, and how.

    `baseline` is a findings document to compare with, where the form tells changes.
    """

    selected: Selected
    lang: Language
    fail_on: FailOn = "violated"
    screen: Screen = field(default_factory=Screen)
    baseline: Mapping[str, Any] | None = None

    def view(self) -> View:
        """Return the run in the language asked for, nothing of it told yet."""
        return View(selected=self.selected, lang=self.lang)


Writer = Callable[[Output], str]
