"""What a finding rests on: which parts of its rule were asked, as of when, under which readings.

It is kept while a finding is made. What it comes to, comparison by comparison, is read off the
facts for the findings that are shown (`explain.py`); nothing is judged again for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from isocheck.evaluate.items import Item
from isocheck.evaluate.snapshot import Days
from isocheck.packs.law import World


@dataclass(frozen=True, slots=True)
class Asked:
    """Parts of a rule that were asked in a world, as of a day or of some day between two."""

    world: World
    days: Days
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was asked for a finding, about its item.

    `open_dues` are the worlds and days for which its due day was read and is open, `registers`
    those that may hold items of which nothing is known.
    """

    item: Item
    asked: tuple[Asked, ...] = ()
    open_dues: tuple[tuple[World, Days], ...] = ()
    registers: tuple[str, ...] = ()


@dataclass(slots=True)
class Trace:
    """What is asked, while it is asked."""

    asked: list[Asked] = field(default_factory=list)
    open_dues: list[tuple[World, Days]] = field(default_factory=list)
    registers: tuple[str, ...] = ()
