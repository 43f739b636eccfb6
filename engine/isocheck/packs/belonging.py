"""Which files a pack is made of: what stands beside them would be left out without a word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from isocheck.errors import Location, Problem
from isocheck.packs.folders import PackFolder
from isocheck.packs.form import nearest
from isocheck.source.files import shown_path

FILES: Final = (
    "pack.yaml", "source.md", "kinds.yaml", "reference.yaml", "parameters.yaml", "derived.yaml",
    "amendments.yaml", "discrepancies.yaml", "annex.yaml", "uncoded.yaml", "equivalents.yaml",
    "starting.yaml",
)  # fmt: skip
FOLDERS: Final = ("derived", "rules", "tests")  # each holds files of YAML, as many as one likes
MODEL: Final = "new"  # the first files of packs built on this one
_NOTES: Final = (".md", ".txt")  # that an author may keep beside a pack


def strangers(folder: PackFolder) -> Iterator[Problem]:
    """Yield a problem for each file that is none of a pack; raises InputProblems.

    What begins with a dot belongs to no pack: it is neither read nor part of its digest.
    """
    for path in folder.files():
        name = path.relative_to(folder.path).as_posix()
        head, _, rest = name.partition("/")
        if rest:
            known = head == MODEL or (
                head in FOLDERS and "/" not in rest and path.suffix == ".yaml"
            )
        else:
            known = name in FILES or path.suffix in _NOTES
        if not known:
            args = {"suggestion": nearest(name, [*FILES, f"{head}/{path.stem}.yaml"])}
            shown = f"{folder.shown}/{shown_path(name)}"
            yield Problem("pack-file-unknown", Location(shown), "", args)


def files_below(folder: PackFolder, name: str) -> list[str]:
    """Return the names of the files of YAML in a folder of a pack, in their order."""
    found = (folder.path / name).glob("*.yaml")
    return sorted(f"{name}/{path.name}" for path in found if not path.name.startswith("."))
