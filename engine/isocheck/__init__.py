"""isocheck judges fact files about public bodies against versioned packs of legal obligations.

    import isocheck

    found = isocheck.check("facts/", as_of="2020-12-31")
    for finding in found.where(outcome="violated"):
        print(finding.rule, finding.subject, finding.due)

docs/en/api.md says the rest.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from isocheck.errors import EngineFault, InputProblems, IsocheckError, Location, Problem

if TYPE_CHECKING:
    from isocheck.api import Findings, Profile, check, diff, load
    from isocheck.finding import Because, Explanation, Finding, Missing, Note, RequiredAction
    from isocheck.messages import render_all
    from isocheck.report.effects import ActionChange, Effects, Moved

__all__ = [
    "ActionChange",
    "Because",
    "Effects",
    "EngineFault",
    "Explanation",
    "Finding",
    "Findings",
    "InputProblems",
    "IsocheckError",
    "Location",
    "Missing",
    "Moved",
    "Note",
    "Problem",
    "Profile",
    "RequiredAction",
    "check",
    "diff",
    "load",
    "render_all",
]

# Loaded when asked for: the program begins with this module and needs none of them.
_HOMES = {
    "isocheck.api": ("Findings", "Profile", "check", "diff", "load"),
    "isocheck.finding": (
        "Because", "Explanation", "Finding", "Missing", "Note", "RequiredAction",
    ),
    "isocheck.messages": ("render_all",),
    "isocheck.report.effects": ("ActionChange", "Effects", "Moved"),
}  # fmt: skip
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load what is public when it is asked for first."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(home), name)
    return found


def __dir__() -> list[str]:
    """Return what is public."""
    return sorted({*globals(), *__all__})
