"""The files of a facts folder, found and read without trusting what lies there.

Nothing here can block (a FIFO), lead out of the folder (a symbolic link) or fill the memory (a huge
file): each such thing is a problem with a message. Files are read one by one, once.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path

from isocheck.errors import InputProblems, Location, Problem
from isocheck.source.text import CONTROL, nfc

MAX_FILE = 16 * 1024 * 1024
MAX_FOLDER = 512 * 1024 * 1024
MAX_FILES = 20_000

FACT_SUFFIXES = frozenset({".yaml", ".yml", ".csv"})
_SPREADSHEETS = frozenset({".xlsx", ".xls", ".xlsm", ".xlsb", ".ods"})
READ_SUFFIXES = FACT_SUFFIXES | _SPREADSHEETS  # read, or refused by name
TRAIL = "audit.sqlite"
SETTINGS = "isocheck.yaml"
WAIVERS = "waivers.yaml"
_LINE_BREAKS = re.compile("[\t\n\r]")
_MISNAMED = {
    "isocheck.yaml": SETTINGS,
    "isocheck.yml": SETTINGS,
    "waivers.yaml": WAIVERS,
    "waivers.yml": WAIVERS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file of the folder that may be read: its path below the folder, with `/`."""

    path: str
    real: Path
    size: int

    @property
    def stem(self) -> str:
        """The file's name without folder and suffix, NFC."""
        return self.path.rpartition("/")[2].rpartition(".")[0]

    @property
    def suffix(self) -> str:
        """The last suffix in small letters, with its dot."""
        return os.path.splitext(self.path)[1].lower()  # noqa: PTH122 - a text, not a path

    def read(self) -> tuple[bytes, str]:
        """Return the bytes and their SHA-256.

        Raises:
            InputProblems: it cannot be read, is no ordinary file, or is too large.
        """
        data = read_safely(self.real, self.path)
        return data, hashlib.sha256(data).hexdigest()


@dataclass(slots=True, kw_only=True)
class FactFolder:
    """What a walk found: fact files in the order of their paths, reserved files, problems."""

    files: list[SourceFile] = field(default_factory=list)
    settings: SourceFile | None = None
    waivers: SourceFile | None = None
    problems: list[Problem] = field(default_factory=list)


def fact_files(folder: Path) -> FactFolder:
    """Walk the folder and return its fact files; nothing is opened yet."""
    found = FactFolder()
    shown = Location(shown_path(os.fspath(folder)))
    try:
        root = folder.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        found.problems.append(Problem("files.no-folder", shown))
        return found
    if not root.is_dir():
        found.problems.append(Problem("files.not-a-folder", shown))
        return found
    pending = [("", root)]
    while pending:
        prefix, directory = pending.pop()
        pending.extend(_walk(prefix, directory, root, found))
    found.files.sort(key=lambda file: file.path)
    _check_totals(found)
    return found


def _walk(prefix: str, directory: Path, root: Path, found: FactFolder) -> list[tuple[str, Path]]:
    """Take in the files of one directory; return the directories below it."""
    below: list[tuple[str, Path]] = []
    try:
        with os.scandir(directory) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        place = Location(prefix.rstrip("/") or ".")
        found.problems.append(unreadable(place, error))
        return below
    for entry in entries:
        if entry.name.startswith((".", "~$")):
            continue
        path = prefix + shown_path(entry.name)
        try:
            folder = entry.is_dir(follow_symlinks=False)
            if folder and not prefix and entry.name.casefold() in _MISNAMED:
                found.problems.append(Problem("files.not-ordinary", Location(path)))
            elif folder:
                below.append((path + "/", directory / entry.name))
            else:
                _take(path, directory / entry.name, root, found)
        except OSError as error:
            found.problems.append(unreadable(Location(path), error))
    return below


def _take(path: str, real: Path, root: Path, found: FactFolder) -> None:
    """Take in one entry that is no directory, if facts may stand in it."""
    name = path.rpartition("/")[2]
    status = real.lstat()
    suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122 - a text, not a path
    place = Location(path)
    if stat.S_ISLNK(status.st_mode):
        target = _link_target(real, root, place, found, suffix in READ_SUFFIXES)
        if target is None:
            return
        real, status = target, target.lstat()
    if suffix in _SPREADSHEETS:
        found.problems.append(Problem("files.spreadsheet", place, "", {"suffix": suffix}))
    elif suffix not in FACT_SUFFIXES:
        return
    elif not stat.S_ISREG(status.st_mode):
        found.problems.append(Problem("files.not-ordinary", place))
    elif status.st_size > MAX_FILE:
        found.problems.append(_too_large(place, status.st_size))
    else:
        _sort_in(SourceFile(path=path, real=real, size=status.st_size), name, found)


def _sort_in(file: SourceFile, name: str, found: FactFolder) -> None:
    """Tell fact files from the reserved ones."""
    belongs = _MISNAMED.get(name.casefold())
    if belongs is None:
        found.files.append(file)
    elif "/" in file.path:
        args = {"name": belongs}
        found.problems.append(Problem("files.reserved-below", Location(file.path), "", args))
    elif name != belongs:
        args = {"name": belongs}
        found.problems.append(Problem("files.reserved-name", Location(file.path), "", args))
    elif belongs == SETTINGS:
        found.settings = file
    else:
        found.waivers = file


def _link_target(
    real: Path, root: Path, place: Location, found: FactFolder, may_hold_facts: bool
) -> Path | None:
    """Return where a symbolic link leads, or None if it is refused or of no interest."""
    try:
        target = real.resolve(strict=True)
        to_folder = target.is_dir()
    except (OSError, RuntimeError):  # leads nowhere, or round and round
        if may_hold_facts:
            found.problems.append(Problem("files.link-broken", place))
        return None
    if not target.is_relative_to(root):
        if to_folder or may_hold_facts:
            found.problems.append(Problem("files.link-out", place))
        return None
    if to_folder:
        found.problems.append(Problem("files.link-to-folder", place))
        return None
    return target


def _check_totals(found: FactFolder) -> None:
    total = sum(file.size for file in found.files)
    if total > MAX_FOLDER:
        args: dict[str, object] = {"size": _mib(total), "limit": _mib(MAX_FOLDER)}
        found.problems.append(Problem("files.folder-too-large", Location("."), "", args))
        found.files.clear()
    if len(found.files) > MAX_FILES:
        args = {"count": len(found.files), "limit": MAX_FILES}
        found.problems.append(Problem("files.too-many", Location("."), "", args))
        found.files.clear()


def read_safely(real: Path, shown: str, limit: int = MAX_FILE) -> bytes:
    """Return the bytes of an ordinary file; never blocks, never follows a link, never over `limit`.

    Raises:
        InputProblems: it cannot be read, is no ordinary file, or is too large.
    """
    place = Location(shown)
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY", "O_NOCTTY"):
        flags |= getattr(os, name, 0)  # not every system has each
    try:
        descriptor = os.open(real, flags)
        with os.fdopen(descriptor, "rb") as stream:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise InputProblems([Problem("files.not-ordinary", place)])
            if status.st_size > limit:
                raise InputProblems([_too_large(place, status.st_size, limit)])
            data = stream.read(limit + 1)
    except OSError as error:
        raise InputProblems([unreadable(place, error)]) from error
    if len(data) > limit:  # it grew since it was measured
        raise InputProblems([_too_large(place, len(data), limit)])
    return data


def there(path: Path) -> bool:
    """Tell whether something stands under a name: also a pipe, or a link that leads nowhere."""
    try:
        return os.path.lexists(path)
    except ValueError:  # a NUL in the name
        return False


def read_if_there(path: Path, shown: str, limit: int = MAX_FILE) -> bytes | None:
    """Return the bytes of a file that a link may lead to; None if nothing has that name.

    What has the name and is no file that can be read is never passed over.

    Raises:
        InputProblems: a link that leads nowhere, no ordinary file, too large, unreadable.
    """
    if not there(path):
        return None
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        raise InputProblems([Problem("files.link-broken", Location(shown))]) from error
    return read_safely(real, shown, limit)


def shown_path(name: str) -> str:
    r"""Return a file name that can be printed and written: NFC, odd characters as `\xNN`."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return CONTROL.sub(_spelt_out, _LINE_BREAKS.sub(_spelt_out, nfc(text)))


def _spelt_out(found: re.Match[str]) -> str:
    return found.group().encode("unicode_escape").decode("ascii")


def _too_large(place: Location, size: int, limit: int = MAX_FILE) -> Problem:
    return Problem("files.too-large", place, "", {"size": _mib(size), "limit": _mib(limit)})


def unreadable(place: Location, error: OSError) -> Problem:
    """Return the problem of a file or folder that cannot be read."""
    return Problem("files.unreadable", place, "", {"reason": error.strerror or str(error)})


def _mib(size: int) -> str:
    return f"{size / (1024 * 1024):.0f} MiB"
