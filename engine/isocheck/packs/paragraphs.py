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


def read_paragraphs(folder: PackFolder) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a pack's text in their order; none if the pack has no text."""
    path = folder.path / "source.md"
    if not path.is_file():
        return ()
    shown = f"{folder.shown}/source.md"
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
