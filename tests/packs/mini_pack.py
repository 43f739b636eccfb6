"""A small sound pack as files, and what is wrong with it told as cases.

In a case the line at fault ends with the comment `#!`, so that the text itself says where the
message has to point.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from isocheck.errors import InputProblems, Problem
from isocheck.packs.loading import load_profile
from isocheck.packs.model import Profile

MARK = "#!"
HEAD = "id: mini\nversion: 1.0.0\ntitle: {vi: Nhỏ, en: Mini}\nrequires: [core]\n"
SOURCE = "[p1]\nEvery body adopts\na  system.\n[p2]\nAnd keeps it.\n"
PARAMETERS = "limit: {value: 5}\nhalf: {value: 50%}\nlast: {value: 2020-12-31}\n"
DERIVED = "scopes: {for: [department], over: qms.scope, count: true}\n"
KINDS_OF_ITS_OWN = """\
kinds:
  office:
    title: {vi: Văn phòng, en: Office}
    reference: true
    body: true
    fields: {name: {type: text, required: true}, opened_on: {type: day}}
"""
REQUIRE = "require: {qms.adopted_on: {exists: true}}"
SOUND = (REQUIRE, "always: true")


def rule(*lines: str, name: str = "mini.one", cites: str = "[{source: mini, at: p1}]") -> str:
    """Return a rule whose further keys are these lines, from its seventh on."""
    head = (
        f"id: {name}",
        "title: {vi: Một, en: One}",
        "for: [department]",
        "modality: must",
        "verification: primary",
        f"cites: {cites}",
    )
    given = {line.partition(":")[0] for line in lines}
    kept = [line for line in head if line.partition(":")[0] not in given]
    return "- " + "\n  ".join([*kept, *lines]) + "\n"


FILES = {
    "pack.yaml": HEAD,
    "source.md": SOURCE,
    "parameters.yaml": PARAMETERS,
    "derived.yaml": DERIVED,
    "rules/a.yaml": rule(*SOUND),
}


@dataclass(frozen=True)
class Bad:
    """A pack with one thing wrong: the message, the files that differ, and what is told."""

    code: str
    files: Mapping[str, str]
    told: tuple[str, ...]

    @property
    def place(self) -> str:
        """The one line that carries the mark, as `file:line`."""
        places = [
            f"policies/mini/1.0.0/{name}:{number}"
            for name, text in self.files.items()
            for number, line in enumerate(text.splitlines(), 1)
            if line.endswith(MARK)
        ]
        assert len(places) == 1, (self.code, places)
        return places[0]


def bad(code: str, name: str, text: str, *told: str, **others: str) -> Bad:
    """Return a case with one file changed; further files by name (`parameters="…"`)."""
    more = {f"{other}.yaml": content for other, content in others.items()}
    return Bad(code, {name: text} | more, told)


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def profile_of(
    root: Path,
    files: Mapping[str, str | bytes],
    *,
    packs: str = "[core, mini]",
    others: Mapping[str, str | bytes] | None = None,
) -> Profile:
    """Load the sound pack with some files in place of its own; `others` stand in other packs."""
    write(root / "policies" / "mini" / "1.0.0", FILES | files)
    write(root / "policies", others or {})
    write(root, {"p.yaml": f"packs: {packs}\n"})
    return load_profile(str(root / "p.yaml"), [root / "policies"], with_cases=True)


def problems_of(
    root: Path,
    files: Mapping[str, str | bytes],
    *,
    packs: str = "[core, mini]",
    others: Mapping[str, str | bytes] | None = None,
) -> list[Problem]:
    """Return what is told of the pack with some files in place of its own."""
    try:
        profile_of(root, files, packs=packs, others=others)
    except InputProblems as error:
        return error.problems
    return []
