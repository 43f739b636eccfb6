"""Where packs and profiles stand on disk, and which version of a pack a profile takes."""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from isocheck.errors import InputProblems, Location, Problem
from isocheck.packs.form import LONGEST_CHAIN, nearest, plain
from isocheck.resources import tree
from isocheck.source.files import read_if_there, shown_path, there, unreadable
from isocheck.source.nodes import Fields, Items
from isocheck.source.yaml_reader import read_yaml

_VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")
_LIKE_A_VERSION = re.compile(r"v?[0-9]+(\.[0-9]+)*")
_PROFILES = "profiles"
_MOST_PARTS = 50  # of PROFILE+PACK+PACK
_PROFILE_KEYS = ("id", "title", "packs", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFolder:
    """One version of a pack on disk; `shown` is its path as people see it."""

    id: str
    version: str
    path: Path
    shown: str

    def files(self) -> list[Path]:
        """Return every file of the pack, and what is none though it has a name, in a fixed order.

        Folders and what begins with a dot are left out.
        """
        problems: list[Problem] = []

        def unread(error: OSError) -> None:
            below = Path(error.filename).relative_to(self.path).as_posix()
            shown = self.shown if below == "." else f"{self.shown}/{shown_path(below)}"
            problems.append(unreadable(Location(shown), error))

        found: list[Path] = []
        for folder, folders, names in os.walk(self.path, onerror=unread):
            # A link to a folder is none that is gone into: its name is told where it stands.
            names += [name for name in folders if (Path(folder) / name).is_symlink()]
            folders[:] = [name for name in folders if not name.startswith(".")]
            found += [Path(folder) / name for name in names if not name.startswith(".")]
        if problems:
            raise InputProblems(problems)
        return sorted(found, key=lambda p: p.relative_to(self.path).as_posix())

    def digest(self) -> str:
        """Return the sha256 over the sorted lines `path<TAB>sha256 of the file`.

        Raises InputProblems naming each thing in the folder that is no file that can be read.
        """
        lines: list[str] = []
        problems: list[Problem] = []
        for path in self.files():
            name = shown_path(path.relative_to(self.path).as_posix())
            try:
                data = read_if_there(path, f"{self.shown}/{name}") or b""
            except InputProblems as error:
                problems += error.problems
            else:
                lines.append(f"{name}\t{hashlib.sha256(data).hexdigest()}\n")
        if problems:
            raise InputProblems(problems)
        return hashlib.sha256("".join(lines).encode()).hexdigest()


def built_in() -> Path:
    """Return the folder of the packs that come with isocheck."""
    return Path(str(tree("policies")))


def installed(roots: Sequence[Path]) -> dict[str, list[PackFolder]]:
    """Return the packs below some folders, each pack's versions from old to new.

    A folder given later hides the same version of the same pack of an earlier one. Raises
    InputProblems for what looks like a version and cannot be read as one.
    """
    found: dict[tuple[str, str], PackFolder] = {}
    problems: list[Problem] = []
    for root in roots:
        for path in _entries(root, _name(root), problems):
            if path.name == _PROFILES or not path.is_dir():
                continue
            for version in _entries(path, f"{_name(root)}/{path.name}", problems):
                shown = f"{_name(root)}/{path.name}/{shown_path(version.name)}"
                if _VERSION.fullmatch(version.name) and there(version / "pack.yaml"):
                    found[path.name, version.name] = PackFolder(
                        id=path.name, version=version.name, path=version, shown=shown
                    )
                elif _LIKE_A_VERSION.fullmatch(version.name):
                    # Left out without a word, an older version would be taken in its place.
                    problems.append(Problem("pack-version-unread", Location(shown)))
    if problems:
        raise InputProblems(problems)
    packs: dict[str, list[PackFolder]] = {}
    for folder in sorted(found.values(), key=lambda f: (f.id, _number(f.version))):
        packs.setdefault(folder.id, []).append(folder)
    return packs


def _entries(folder: Path, shown: str, problems: list[Problem]) -> list[Path]:
    """Return what stands in a folder, sorted; none of one that is not there."""
    try:
        return sorted(p for p in folder.iterdir() if not p.name.startswith("."))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        problems.append(unreadable(Location(shown), error))
        return []


def _name(root: Path) -> str:
    """Return the name of a folder of packs, also of one given as `.`."""
    return root.name.strip(".") or root.resolve().name


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def find_profile(name: str, roots: Sequence[Path]) -> tuple[str, str, Fields]:
    """Return the id, the path shown and the content of a profile, by name or by file."""
    path = Path(name)
    if name.endswith((".yaml", ".yml")):
        shown = shown_path(path.as_posix())
    else:
        candidates = [root / _PROFILES / f"{name}.yaml" for root in reversed(roots)]
        path = next((c for c in candidates if there(c)), candidates[-1])
        shown = f"{_name(path.parent.parent)}/profiles/{shown_path(path.name)}"
        if not there(path):
            known = sorted(p.stem for root in roots for p in (root / _PROFILES).glob("*.yaml"))
            args = {"value": name, "suggestion": nearest(name, known), "known": known}
            raise InputProblems([Problem("profile-unknown", Location(shown), "", args)])
    text = read_if_there(path, shown)
    if text is None:
        args = {"value": name, "error": os.strerror(errno.ENOENT)}
        raise InputProblems([Problem("profile-unreadable", Location(shown), "", args)])
    node = read_yaml(text, shown, empty_is_null=False)
    if not isinstance(node, Fields):
        raise InputProblems(
            [Problem("profile-form", Location(shown, 1), "", {"value": plain(node)})]
        )
    return path.stem, shown, node


def parts_of(name: str) -> tuple[str, list[str]]:
    """Return the profile that `PROFILE+PACK` begins with, and the packs added to it.

    A plus sign in the path of a file that is there is no addition. Raises InputProblems.
    """
    parts = name.split("+")
    if len(parts) > _MOST_PARTS:
        args = {"limit": _MOST_PARTS}
        raise InputProblems([Problem("profile-many-parts", Location("--profile"), "", args)])
    for number in range(len(parts), 1, -1):
        first = "+".join(parts[:number])
        if first.endswith((".yaml", ".yml")) and Path(first).is_file():
            return first, parts[number:]
    return parts[0], parts[1:]


def named_packs(
    name: str, roots: Sequence[Path]
) -> tuple[tuple[str, str, Fields], list[PackFolder]]:
    """Return a profile as `find_profile` does, and its packs; `PROFILE+PACK` adds to them.

    Raises InputProblems.
    """
    first, added = parts_of(name)
    packs = installed(roots)
    profile, shown, node = find_profile(first, roots)
    folders = with_added(chosen_packs((profile, shown, node), packs), added, packs)
    return ("+".join([profile, *added]), shown, node), folders


def with_added(
    folders: list[PackFolder], added: Sequence[str], packs: dict[str, list[PackFolder]]
) -> list[PackFolder]:
    """Return packs with others after them, each of these with what it requires.

    What a pack added requires is there in the version of the profile; the pack itself takes the
    place of another version of it. Raises InputProblems.
    """
    for name in added:
        more = with_required(name, packs, "--profile")
        known = {folder.id for folder in folders}
        found = [*folders, *(folder for folder in more if folder.id not in known)]
        folders = [more[-1] if folder.id == more[-1].id else folder for folder in found]
    return folders


def chosen_packs(
    profile: tuple[str, str, Fields], packs: dict[str, list[PackFolder]]
) -> list[PackFolder]:
    """Return the packs of a profile in its order, each in the version pinned or the newest."""
    _, shown, node = profile
    problems: list[Problem] = []
    names = node.get("packs")
    unknown = [key for key in node if key not in _PROFILE_KEYS]
    problems += [
        Problem("pack-unknown-key", Location(shown, node.line_of(key)), "profile",
                {"key": key, "suggestion": nearest(key, _PROFILE_KEYS), "known": _PROFILE_KEYS})
        for key in unknown
    ]  # fmt: skip
    if not isinstance(names, Items) or not names or not all(isinstance(n, str) for n in names):
        problems.append(
            Problem(
                "profile-form", Location(shown, node.line_of("packs")), "", {"value": plain(names)}
            )
        )
        raise InputProblems(problems)
    chosen: list[PackFolder] = []
    for index, name in enumerate(names):
        location = Location(shown, names.line_of(index))
        pack, _, version = name.partition("@")
        folder = _version_of(packs.get(pack, []), version)
        if folder is None:
            problems.append(_no_such_pack(name, packs, location))
        elif folder.id in {f.id for f in chosen}:
            problems.append(Problem("profile-pack-twice", location, "", {"value": name}))
        else:
            chosen.append(folder)
    if problems:
        raise InputProblems(problems)
    return chosen


def _version_of(folders: Sequence[PackFolder], version: str) -> PackFolder | None:
    """Return the version named, the newest if none is; None if it is not installed."""
    return next((f for f in reversed(folders) if version in ("", f.version)), None)


def _no_such_pack(name: str, packs: dict[str, list[PackFolder]], location: Location) -> Problem:
    known = [f"{f.id}@{f.version}" for folders in packs.values() for f in folders]
    args = {"value": name, "suggestion": nearest(name, [*packs, *known]), "known": known}
    return Problem("profile-no-such-pack", location, "", args)


def with_required(
    pack: str, packs: dict[str, list[PackFolder]], shown: str = ""
) -> list[PackFolder]:
    """Return a pack (`id` or `id@version`) after all that it requires, directly or not.

    Raises InputProblems for a pack that is not installed, and for packs that require each other.
    """
    chosen: dict[str, PackFolder] = {}
    open_: list[str] = []  # packs whose requirements are being taken
    problems: list[Problem] = []

    def take(name: str, asked_at: Location) -> None:
        pack_id, _, version = name.partition("@")
        if len(open_) >= LONGEST_CHAIN:
            args = {"value": open_[0], "limit": LONGEST_CHAIN}
            problems.append(Problem("chain-too-long", asked_at, open_[-1], args))
            return
        if pack_id in open_:
            chain = " → ".join([*open_[open_.index(pack_id) :], pack_id])
            problems.append(Problem("pack-requires-cycle", asked_at, open_[-1], {"value": chain}))
            return
        folder = _version_of(packs.get(pack_id, []), version)
        if folder is None:
            problems.append(_no_such_pack(name, packs, asked_at))
        elif pack_id not in chosen:
            open_.append(pack_id)
            for other, location in _required(folder):
                take(other, location)
            open_.pop()
            chosen[pack_id] = folder

    take(pack, Location(shown))
    if problems:
        raise InputProblems(problems)
    return list(chosen.values())


def _required(folder: PackFolder) -> list[tuple[str, Location]]:
    """Return what a pack requires, with the places; what is wrong there is told when it is read."""
    shown = f"{folder.shown}/pack.yaml"
    try:
        head = read_yaml(read_if_there(folder.path / "pack.yaml", shown) or b"", shown)
    except InputProblems:
        return []
    names = head.get("requires") if isinstance(head, Fields) else None
    if isinstance(head, Fields) and isinstance(names, str):
        return [(names, Location(shown, head.line_of("requires")))]
    entries = names if isinstance(names, Items) else Items()
    return [
        (name, Location(shown, entries.line_of(index)))
        for index, name in enumerate(entries)
        if isinstance(name, str)
    ]
