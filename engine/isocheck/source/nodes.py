"""What a YAML file holds, with the line of every key and every entry.

A mapping is a `Fields`, a sequence an `Items`, a scalar a `str` exactly as written (NFC), or None
for null. Nothing is guessed from the look of a scalar: `no`, `012` and `1.10` are texts.
"""

from __future__ import annotations

from array import array
from enum import Enum
from typing import Any, Final


class Refusal(Enum):
    """Stands for a value that was refused while its file was read; its problem is reported."""

    REFUSED = "refused"


REFUSED: Final = Refusal.REFUSED
# The line of a value that no line gives: the declaration that its file is complete does.
OF_THE_FILE: Final = 0


_FEW: Final = 64  # keys: looked through one by one; of more an index is kept


class Fields(dict[str, Any]):
    """A mapping that knows the line of each of its keys, in the order written."""

    __slots__ = ("_places", "line", "lines")

    def __init__(self, line: int = 0) -> None:
        super().__init__()
        self.line = line
        self.lines: array[int] = array("I")
        self._places: dict[str, int] | None = None  # of a long mapping: where each key stands

    def line_of(self, key: str) -> int:
        """Return the line of `key`, or the line of the mapping if it is not there."""
        if len(self) > _FEW:
            if self._places is None or len(self._places) != len(self):
                self._places = {name: position for position, name in enumerate(self)}
            position = self._places.get(key, len(self.lines))
            return self.lines[position] if position < len(self.lines) else self.line
        for position, name in enumerate(self):
            if name == key and position < len(self.lines):
                return self.lines[position]
        return self.line

    def without(self, key: str) -> Fields:
        """Return the same mapping but for a key."""
        found = Fields(self.line)
        for name, value in self.items():
            if name != key:
                found.put(name, value, self.line_of(name))
        return found

    def put(self, key: str, value: object, line: int) -> None:
        """Add a key that is not there yet, with its line."""
        self[key] = value
        self.lines.append(line)


class Items(list[Any]):
    """A sequence that knows the line of each of its entries."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int = 0) -> None:
        super().__init__()
        self.line = line
        self.lines: array[int] = array("I")

    def line_of(self, index: int) -> int:
        """Return the line of the entry at `index`."""
        return self.lines[index] if index < len(self.lines) else self.line

    def add(self, value: object, line: int) -> None:
        """Append an entry with its line."""
        self.append(value)
        self.lines.append(line)
