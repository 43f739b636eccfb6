"""The pack that `packs new` writes, spoilt in one place at a time."""

from __future__ import annotations

from pathlib import Path

from isocheck.authoring.pack_view import OpenedPack, opened
from isocheck.authoring.skeleton import new_pack

ID = "mine"


def folder_of(root: Path) -> Path:
    """Write the pack below a folder and return the folder of its version."""
    if not (root / ID).is_dir():
        new_pack(ID, root)
    return root / ID / "1.0.0"


def spoil(root: Path, file: str, old: str, new: str) -> Path:
    """Write the pack, with some words of a file changed; return the folder of packs."""
    path = folder_of(root) / file
    text = path.read_text(encoding="utf-8")
    assert old in text, (file, old)
    path.write_text(text.replace(old, new), encoding="utf-8")
    return root


def add(root: Path, file: str, text: str) -> Path:
    """Write the pack, with more at the end of a file; return the folder of packs."""
    path = folder_of(root) / file
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(before + text, encoding="utf-8")
    return root


def open_(root: Path) -> OpenedPack:
    """Open the pack."""
    folder_of(root)
    return opened(ID, [root])


def line_of(root: Path, file: str, words: str) -> int:
    """The line of a file on which some words stand first."""
    lines = (folder_of(root) / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)
