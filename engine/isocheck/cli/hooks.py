"""`python -m isocheck.cli.hooks FILE …`: what pre-commit runs where files of packs change.

The files are those that changed. The packs that they belong to are checked and their cases run.
Where profiles stand beside the packs everything is checked, since only there two packs can
contradict each other. The exit status is the worst of all.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from isocheck.cli.program import program

_VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")


def calls_for(files: Sequence[str]) -> Iterator[list[str]]:
    """Yield the calls of the command line that look after some changed files."""
    packs = dict.fromkeys(found for file in files if (found := _pack_of(Path(file))))
    roots = [folder.parents[1] for folder in packs]
    roots += [Path(file).parents[1] for file in files if Path(file).parent.name == "profiles"]
    whole = [root for root in dict.fromkeys(roots) if (root / "profiles").is_dir()]
    for root in whole:
        yield ["packs", "check", "--policy", str(root)]
    for folder in packs:
        root, name = folder.parents[1], f"{folder.parent.name}@{folder.name}"
        if root not in whole:
            yield ["packs", "check", name, "--policy", str(root)]
        yield ["packs", "test", name, "--policy", str(root)]


def run(files: Sequence[str]) -> int:
    """Make the calls and return the worst exit status."""
    return max(map(_status, calls_for(files)), default=0)


def _pack_of(file: Path) -> Path | None:
    """Return the folder `PACK/VERSION` that a file lies in, if it is in one."""
    for folder in file.parents:
        if _VERSION.fullmatch(folder.name) and (folder / "pack.yaml").is_file():
            return folder
    return None


def _status(words: list[str]) -> int:
    try:
        program.main(words, prog_name="isocheck")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
