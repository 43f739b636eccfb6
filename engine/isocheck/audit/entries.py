"""Entries: what one run was, and by which digests what it rested on is found.

The digest of the facts is that of the findings document: the SHA-256 of a list of files, which is
stored as a content of its own. So is that of each pack.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Final

from isocheck.audit.canonical import DamagedError, canonical, fields_of
from isocheck.audit.tree_head import is_count, is_digest

FORMAT: Final = "isocheck.audit-entry/v1"
DOCUMENT: Final = "findings.json"
CHANGES: Final = "changes.json"
SETTINGS: Final = "isocheck.yaml"
WAIVERS: Final = "waivers.yaml"
_TEXTS: Final = ("recorded_at", "account", "isocheck", "as_of")
_MAPPINGS: Final = ("engine", "options")
_DIGESTS: Final = ("facts", "document")
_PERHAPS: Final = ("settings", "waivers", "changes")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackUsed:
    """A pack of a run: `shown` is its folder as findings name it, `sha256` that of its list."""

    id: str
    version: str
    shown: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileUsed:
    """The profile of a run: its id, the name of its file, the digest of the file."""

    id: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One recorded run.

    `signatures` names those that stood on the head before, so that none can be taken away later.
    """

    number: int
    recorded_at: str  # UTC
    account: str
    officer: str | None
    isocheck: str
    as_of: str
    engine: Mapping[str, Any]
    options: Mapping[str, Any]
    profile: ProfileUsed
    packs: tuple[PackUsed, ...]
    facts: str
    settings: str | None
    waivers: str | None
    document: str
    changes: str | None
    signatures: tuple[str, ...]

    @property
    def who(self) -> str:
        """The officer named, else the account that ran it."""
        return self.officer or self.account

    @property
    def when(self) -> datetime:
        """When it was recorded."""
        return datetime.fromisoformat(self.recorded_at)

    def data(self) -> bytes:
        """Return the entry as bytes: the leaf of the tree."""
        return canonical({"format": FORMAT} | asdict(self))


def entry_of(data: bytes) -> Entry:
    """Return the entry that some bytes hold; raises DamagedError."""
    fields = fields_of(data)
    try:
        if fields.pop("format") != FORMAT:
            raise DamagedError("no entry")
        fields["profile"] = ProfileUsed(**fields["profile"])
        fields["packs"] = tuple(PackUsed(**pack) for pack in fields["packs"])
        fields["signatures"] = tuple(fields["signatures"])
        entry = Entry(**fields)
        sound = _is_sound(entry)
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedError("no entry") from error
    if not sound:
        raise DamagedError("no entry")
    return entry


def _is_sound(entry: Entry) -> bool:
    optional = [getattr(entry, name) for name in _PERHAPS]
    digests = [
        *(getattr(entry, name) for name in _DIGESTS),
        *(digest for digest in optional if digest is not None),
        entry.profile.sha256,
        *(pack.sha256 for pack in entry.packs),
        *entry.signatures,
    ]
    names = (entry.profile.id, entry.profile.file)
    packs = [text for pack in entry.packs for text in (pack.id, pack.version, pack.shown)]
    texts = [*(getattr(entry, name) for name in _TEXTS), entry.officer or "", *names, *packs]
    return (
        is_count(entry.number)
        and all(map(is_digest, digests))
        and all(isinstance(text, str) for text in texts)
        and all(isinstance(getattr(entry, name), dict) for name in _MAPPINGS)
        and entry.when.utcoffset() is not None
        and date.fromisoformat(entry.as_of).isoformat() == entry.as_of
    )


def facts_list(files: Mapping[str, str]) -> bytes:
    """Return the list of the fact files as `sha256sum` writes it (path to digest)."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(files.items())).encode()


def files_of_facts(data: bytes) -> dict[str, str]:
    """Return path and digest of each fact file of a list; raises DamagedError."""
    return _files(data, lambda line: (line[66:], line[:64]), facts_list)


def pack_list(files: Mapping[str, str]) -> bytes:
    """Return the list of the files of a pack (path to digest): its SHA-256 is the pack's."""
    return "".join(f"{path}\t{digest}\n" for path, digest in sorted(files.items())).encode()


def files_of_pack(data: bytes) -> dict[str, str]:
    """Return path and digest of each file of a pack; raises DamagedError."""
    return _files(data, lambda line: (line[:-65], line[-64:]), pack_list)


def _files(
    data: bytes,
    read: Callable[[str], tuple[str, str]],
    written: Callable[[Mapping[str, str]], bytes],
) -> dict[str, str]:
    files: dict[str, str] = {}
    for line in io.BytesIO(data):
        try:
            path, digest = read(line.decode("utf-8").removesuffix("\n"))
        except UnicodeDecodeError as error:
            raise DamagedError("no list of files") from error
        if path in files or not is_digest(digest):  # told at once: a forged list may be long
            raise DamagedError("no list of files")
        files[path] = digest
    if written(files) != data:
        raise DamagedError("no list of files")
    return files


def contents_of(
    entry: Entry, content: Callable[[str], bytes | None]
) -> Iterator[tuple[str, str, str]]:
    """Return the kind, the name and the digest of everything that an entry rests on.

    The kinds: facts, settings, waivers, profile, packs, document, changes. `content` gives the
    lists of files; what a list that is missing or damaged names is left out.
    """
    for kind, name, digest in named_directly(entry):
        yield kind, name, digest
        read = {"facts": files_of_facts, "packs": files_of_pack}.get(kind)
        if read is not None:
            before = name if kind == "packs" else ""
            for path, file in _listed(content(digest), read):
                yield kind, before + path, file


def named_directly(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Return what an entry itself names, without what the lists of files do."""
    yield "facts", "facts/", entry.facts
    for kind, name, perhaps in (
        ("settings", SETTINGS, entry.settings),
        ("waivers", WAIVERS, entry.waivers),
        ("profile", entry.profile.file, entry.profile.sha256),
        ("document", DOCUMENT, entry.document),
        ("changes", CHANGES, entry.changes),
    ):
        if perhaps is not None:
            yield kind, name, perhaps
    for pack in entry.packs:
        yield "packs", f"{pack.id}/{pack.version}/", pack.sha256


def _listed(
    data: bytes | None, read: Callable[[bytes], dict[str, str]]
) -> Iterator[tuple[str, str]]:
    if data is not None:
        try:
            yield from read(data).items()
        except DamagedError:
            return
