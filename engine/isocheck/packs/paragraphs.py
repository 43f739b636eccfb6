"""The paragraphs of a `source.md` as they are written, each with its place and line."""

from __future__ import annotations

from dataclasses import dataclass

from isocheck.packs.citation_reading import MARKER
from isocheck.packs.folders import PackFolder
from isocheck.source.files import read_safely
from isocheck.source.text import decoded, nfc


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of an instrument: its place, its text, the line of its mark."""

    at: str
    text: str
    line: int


TEXT = "source.md"
IN_ENGLISH = "source.en.md"  # what stands in the text besides quotes, said in English


def read_paragraphs(folder: PackFolder, name: str = TEXT) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a pack's text in their order; none if the pack has no such file."""
    path = folder.path / name
    if not path.is_file():
        return ()
    shown = f"{folder.shown}/{name}"
    text = nfc(decoded(read_safely(path.resolve(), shown), shown))
    markers = list(MARKER.finditer(text))
    ends = [*(marker.start() for marker in markers[1:]), len(text)]
    return tuple(
        Paragraph(
            at=marker[1].strip(),
            text=text[marker.end() : end].strip(),
            line=text.count("\n", 0, marker.start()) + 1,
        )
        for marker, end in zip(markers, ends, strict=bool(markers))
    )
