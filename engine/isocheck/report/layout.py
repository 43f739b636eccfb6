"""Lines, columns and colours: text that keeps its width on a terminal and in a file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

PLAIN_WIDTH: Final = 80
_MOST: Final = 100  # longer lines are hard to read
_LEAST: Final = 40
_WIDE = frozenset("WF")
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_CODES: Final = {"alarm": "31", "warn": "33", "open": "36", "good": "32", "strong": "1", "dim": "2"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """How text is laid out: its width, whether it has colour, whether tables are drawn."""

    width: int = PLAIN_WIDTH
    colour: bool = False
    drawn: bool = False

    def paint(self, text: str, role: str | None) -> str:
        """Return the text in the colour of a role, if there is colour."""
        code = _CODES.get(role or "")
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and code and text else text


def readable_width(columns: int) -> int:
    """Return the width to use on a terminal of so many columns."""
    return max(_LEAST, min(columns, _MOST))


def width_of(text: str) -> int:
    """Return how many columns a text takes; marks that combine take none."""
    if text.isascii():
        return len(text)
    columns = 0
    for char in text:
        if unicodedata.combining(char) or unicodedata.category(char) in _NO_WIDTH:
            continue
        columns += 2 if unicodedata.east_asian_width(char) in _WIDE else 1
    return columns


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Return the text filled with blanks up to a width."""
    blanks = " " * max(0, width - width_of(text))
    return blanks + text if right else text + blanks


_UNBROKEN: Final = "\ue000"  # a space at which no line ends; of private use, so no text has it


def unbroken(text: str) -> str:
    """Return a text that `wrapped` leaves on one line, however long: a command is to be copied."""
    return text.replace(" ", _UNBROKEN)


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Return the text in lines; `first` begins the first of them, `rest` all others.

    A word wider than a line stands on one of its own, whole: codes and paths are to be copied.
    """
    rest = " " * width_of(first) if rest is None else rest
    lines: list[str] = []
    line, used = first, width_of(first)
    bare = True
    for word in unicodedata.normalize("NFC", text).split(" "):
        if not word:
            continue
        size = width_of(word)
        if not bare and used + 1 + size > width:
            lines.append(line)
            line, used, bare = rest, width_of(rest), True
        line += word if bare else f" {word}"
        used += size if bare else size + 1
        bare = False
    lines = [*lines, line.rstrip()] if not bare or first.strip() else lines
    return [line.replace(_UNBROKEN, " ") for line in lines]


def table(
    head: Sequence[Sequence[str]],
    rows: Iterable[Sequence[str]],
    *,
    drawn: bool,
    last_is_total: bool = False,
) -> list[str]:
    """Return a table: its first column to the left, all others to the right.

    `head` may have several lines. Drawn, the table has lines around it; plain, it has blanks
    between its columns, for pipes and files.
    """
    body: list[Sequence[str]] = list(rows)
    columns = range(len(head[0]))
    widths = [max(width_of(row[c]) for row in [*head, *body]) for c in columns]
    groups = [list(head), body]
    if last_is_total:
        groups = [list(head), body[:-1], body[-1:]]

    def cells(row: Sequence[str]) -> list[str]:
        return [padded(row[c], widths[c], right=c > 0) for c in columns]

    def bar(left: str, middle: str, right: str) -> str:
        return left + middle.join("─" * (width + 2) for width in widths) + right

    lines: list[str] = []
    for number, group in enumerate(groups):
        if drawn:
            lines.append(bar("├", "┼", "┤") if number else bar("┌", "┬", "┐"))
            lines += ["│ " + " │ ".join(cells(row)) + " │" for row in group]
        else:
            lines += ["  ".join("-" * width for width in widths)] if number else []
            lines += ["  ".join(cells(row)).rstrip() for row in group]
    return [*lines, bar("└", "┴", "┘")] if drawn else lines
