"""The pages that people read, and the blocks in them."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")]
)
FACT_PAGES = {
    "vi": ROOT / "docs" / "vi" / "tep-du-lieu.md",
    "en": ROOT / "docs" / "en" / "facts.md",
}
UPDATE = os.environ.get("ISOCHECK_UPDATE_GOLDEN") == "1"

_BLOCK = re.compile(r"^```(?P<label>[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block: what stands after the fence, the text, where the text begins and ends."""

    label: str
    body: str
    start: int
    end: int


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page in their order."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(found["label"].strip(), found["body"], found.start("body"), found.end("body"))
        for found in _BLOCK.finditer(text)
    ]


def kept_true(page: Path, start: int, end: int, truth: str) -> None:
    """Hold a part of a page equal to the truth; with ISOCHECK_UPDATE_GOLDEN=1 write it there."""
    text = page.read_text(encoding="utf-8")
    if UPDATE and text[start:end] != truth:
        page.write_text(text[:start] + truth + text[end:], encoding="utf-8")
        return
    assert text[start:end] == truth, (
        f"{page.name} is out of date: ISOCHECK_UPDATE_GOLDEN=1 mends it"
    )
