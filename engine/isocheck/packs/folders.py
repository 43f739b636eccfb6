"""Where packs and profiles stand on disk, and which version of a pack a profile takes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from isocheck.errors import InputProblems, Location, Problem
from isocheck.packs.form import nearest
from isocheck.resources import tree
from isocheck.source.nodes import Fields, Items
from isocheck.source.yaml_reader import read_yaml

_VERSION = re.compile(r"\d+\.\d+\.\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFolder:
    """One version of a pack on disk; `shown` is its path as people see it."""

    id: str
    version: str
    path: Path
    shown: str

    def files(self) -> list[Path]:
        """Return every file of the pack, in a fixed order."""
        found = (p for p in self.path.rglob("*") if p.is_file() and not p.name.startswith("."))
        return sorted(found, key=lambda p: p.relative_to(self.path).as_posix())

    def digest(self) -> str:
        """Return the sha256 over the sorted lines `path<TAB>sha256 of the file`."""
        lines = (
            f"{p.relative_to(self.path).as_posix()}\t{hashlib.sha256(p.read_bytes()).hexdigest()}\n"
            for p in self.files()
        )
        return hashlib.sha256("".join(lines).encode()).hexdigest()


def built_in() -> Path:
    """Return the folder of the packs that come with isocheck."""
    return Path(str(tree("policies")))


def installed(roots: Sequence[Path]) -> dict[str, list[PackFolder]]:
    """Return the packs below some folders, each pack's versions from old to new.

    A folder given later hides the same version of the same pack of an earlier one.
    """
    found: dict[tuple[str, str], PackFolder] = {}
    for root in roots:
        for path in sorted(root.glob("*/*/pack.yaml")):
            version, pack = path.parent.name, path.parent.parent.name
            if _VERSION.fullmatch(version):
                shown = f"{root.name}/{pack}/{version}"
                found[pack, version] = PackFolder(
                    id=pack, version=version, path=path.parent, shown=shown
                )
    packs: dict[str, list[PackFolder]] = {}
    for folder in sorted(found.values(), key=lambda f: (f.id, _number(f.version))):
        packs.setdefault(folder.id, []).append(folder)
    return packs


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def find_profile(name: str, roots: Sequence[Path]) -> tuple[str, str, Fields]:
    """Return the id, the path shown and the content of a profile, by name or by file."""
    path = Path(name)
    if name.endswith((".yaml", ".yml")):
        shown = path.as_posix()
    else:
        candidates = [root / "profiles" / f"{name}.yaml" for root in reversed(roots)]
        path = next((c for c in candidates if c.is_file()), candidates[-1])
        shown = f"{path.parent.parent.name}/profiles/{path.name}"
        if not path.is_file():
            known = sorted(p.stem for root in roots for p in (root / "profiles").glob("*.yaml"))
            args = {"value": name, "suggestion": nearest(name, known), "known": ", ".join(known)}
            raise InputProblems([Problem("profile-unknown", Location(shown), "", args)])
    try:
        text = path.read_bytes()
    except OSError as error:
        args = {"value": name, "error": error.strerror or ""}
        raise InputProblems([Problem("profile-unreadable", Location(shown), "", args)]) from error
    node = read_yaml(text, shown, empty_is_null=False)
    if not isinstance(node, Fields):
        raise InputProblems([Problem("profile-form", Location(shown, 1), "", {"value": name})])
    return path.stem, shown, node


def chosen_packs(
    profile: tuple[str, str, Fields], packs: dict[str, list[PackFolder]]
) -> list[PackFolder]:
    """Return the packs of a profile in its order, each in the version pinned or the newest."""
    _, shown, node = profile
    problems: list[Problem] = []
    names = node.get("packs")
    unknown = [key for key in node if key not in ("id", "title", "packs", "note")]
    problems += [
        Problem("pack-unknown-key", Location(shown, node.line_of(key)), "profile",
                {"key": key, "suggestion": nearest(key, ("title", "packs")), "known": "title, packs"})
        for key in unknown
    ]  # fmt: skip
    if not isinstance(names, Items) or not names or not all(isinstance(n, str) for n in names):
        problems.append(
            Problem("profile-form", Location(shown, node.line_of("packs")), "", {"value": "packs"})
        )
        raise InputProblems(problems)
    chosen: list[PackFolder] = []
    for index, name in enumerate(names):
        location = Location(shown, names.line_of(index))
        pack, _, version = name.partition("@")
        folder = next(
            (f for f in reversed(packs.get(pack, [])) if version in ("", f.version)), None
        )
        if folder is None:
            known = [f"{f.id}@{f.version}" for folders in packs.values() for f in folders]
            args = {
                "value": name,
                "suggestion": nearest(name, [*packs, *known]),
                "known": ", ".join(known),
            }
            problems.append(Problem("profile-no-such-pack", location, "", args))
        elif folder.id in {f.id for f in chosen}:
            problems.append(Problem("profile-pack-twice", location, "", {"value": name}))
        else:
            chosen.append(folder)
    if problems:
        raise InputProblems(problems)
    return chosen


def with_required(
    pack: str, packs: dict[str, list[PackFolder]], shown: str = "requires"
) -> list[PackFolder]:
    """Return a pack (`id` or `id@version`) after all that it requires, directly or not."""
    chosen: dict[str, PackFolder] = {}

    def take(name: str, asked_at: Location) -> None:
        pack_id, _, version = name.partition("@")
        folder = next(
            (f for f in reversed(packs.get(pack_id, [])) if version in ("", f.version)), None
        )
        if folder is None:
            known = [f"{f.id}@{f.version}" for folders in packs.values() for f in folders]
            args = {"value": name, "suggestion": nearest(name, packs), "known": ", ".join(known)}
            raise InputProblems([Problem("profile-no-such-pack", asked_at, "", args)])
        if pack_id in chosen:
            return
        head = read_yaml((folder.path / "pack.yaml").read_bytes(), f"{folder.shown}/pack.yaml")
        required = head.get("requires") if isinstance(head, Fields) else None
        for other in required if isinstance(required, Items) else ():
            if isinstance(other, str) and other.partition("@")[0] != pack_id:
                take(other, Location(f"{folder.shown}/pack.yaml"))
        chosen[pack_id] = folder

    take(pack, Location(shown))
    return list(chosen.values())
