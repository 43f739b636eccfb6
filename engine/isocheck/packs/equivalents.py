"""`equivalents.yaml`: changes to a pack that no facts can tell from it, each with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from isocheck.errors import InputProblems, Location, Problem
from isocheck.packs.folders import PackFolder
from isocheck.packs.form import Form
from isocheck.packs.model import Text
from isocheck.source.files import read_if_there
from isocheck.source.yaml_reader import read_yaml

_KEYS = ("mutant", "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Equivalent:
    """A mutant that its author holds to be equivalent."""

    mutant: str
    reason: Text
    location: Location


def read_equivalents(folder: PackFolder) -> tuple[Equivalent, ...]:
    """Return what a pack lists as equivalent; raises InputProblems."""
    shown = f"{folder.shown}/equivalents.yaml"
    data = read_if_there(folder.path / "equivalents.yaml", shown)
    if data is None:
        return ()
    problems: list[Problem] = []
    form = Form(shown, problems, folder.id)
    node = read_yaml(data, shown)
    entries = form.items(node, 1, folder.id)
    found = []
    for index, entry in enumerate(entries):
        line = entries.line_of(index)
        fields = form.mapping(entry, line, "equivalent", _KEYS, _KEYS)
        if fields is not None:
            found.append(
                Equivalent(
                    mutant=form.text(fields, "mutant", "equivalent"),
                    reason=form.both_languages(fields, "reason", "equivalent"),
                    location=form.location(line),
                )
            )
    if problems:
        raise InputProblems(problems)
    return tuple(found)
