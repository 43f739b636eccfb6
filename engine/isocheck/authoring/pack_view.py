"""A pack on the bench: its folder, what it says, its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from isocheck.packs.citation_reading import stands_in
from isocheck.packs.folders import PackFolder, built_in, installed, with_required
from isocheck.packs.loading import read_packs
from isocheck.packs.model import Citation, Derived, PackHead, Profile, Rule
from isocheck.packs.paragraphs import Paragraph, read_paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedPack:
    """A pack, read together with what it requires and nothing else."""

    folder: PackFolder
    profile: Profile
    paragraphs: tuple[Paragraph, ...]

    @property
    def id(self) -> str:
        """The id of the pack."""
        return self.folder.id

    @property
    def head(self) -> PackHead:
        """What `pack.yaml` says."""
        return next(head for head in self.profile.packs if head.id == self.id)

    @property
    def rules(self) -> list[Rule]:
        """The rules of the pack itself."""
        return [rule for rule in self.profile.rules if rule.pack == self.id]

    @property
    def derived(self) -> list[Derived]:
        """The derived values of the pack itself, each once."""
        found = {id(d): d for d in self.profile.derived.values() if d.pack == self.id}
        return list(found.values())


def all_packs(policies: Sequence[Path]) -> dict[str, list[PackFolder]]:
    """Return the packs installed, each pack's versions from old to new."""
    return installed([built_in(), *policies])


def opened(name: str, policies: Sequence[Path] = (), *, with_cases: bool = True) -> OpenedPack:
    """Return a pack (`id` or `id@version`); raises InputProblems."""
    folders = with_required(name, all_packs(policies))
    folder = folders[-1]
    profile = read_packs(folder.id, folders, with_cases=with_cases)
    return OpenedPack(folder=folder, profile=profile, paragraphs=read_paragraphs(folder))


def newest(policies: Sequence[Path]) -> list[str]:
    """Return the newest version of every pack installed, as `id@version`."""
    return [f"{name}@{folders[-1].version}" for name, folders in all_packs(policies).items()]


def names_of(pack: str | None, policies: Sequence[Path]) -> list[str]:
    """Return the pack named, or all that are installed in their newest version."""
    return newest(policies) if pack is None else [pack]


def quoted_in(paragraph: Paragraph, cites: Iterator[Citation] | Sequence[Citation]) -> list[str]:
    """Return the quotes that stand in a paragraph."""
    text = " ".join(paragraph.text.split())
    return [c.quote for c in cites if c.quote is not None and stands_in(c.quote, text)]
