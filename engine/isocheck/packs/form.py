"""Reading the nodes of pack files: every slip becomes a problem with its file, line and field."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from isocheck.errors import Location, Problem
from isocheck.logic.days import FIRST_DAY, LAST_DAY
from isocheck.logic.periods import Period
from isocheck.source.nodes import Fields, Items

# Digits are ASCII, and few enough for any amount; Python refuses to read very long numbers.
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INTEGER = re.compile(r"-?[0-9]{1,18}")
_PERCENT = re.compile(r"([0-9]{1,18})(?:\.([0-9]{1,18}))?%")
_FINEST_SHARE = 10**17
_FRACTION = re.compile(r"([0-9]{1,18})/([1-9][0-9]{0,17})")


# Values, rules or packs that rest on each other one after the other; longer chains are refused, so
# that following one needs little room.
LONGEST_CHAIN = 40
# A mapping with more slips than this is of another kind than intended; guessing costs.
MOST_GUESSES = 100
_LONGEST_GUESSED = 60


class Form:
    """One pack file being read: where its problems go.

    Attributes:
        shown: the file's path as people see it.
        problems: the list that all files of a run share.
        pack: the pack that the file belongs to.
        sources: the paragraphs of each instrument at hand, by pack and place.
    """

    def __init__(
        self,
        shown: str,
        problems: list[Problem],
        pack: str = "",
        sources: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        self.shown = shown
        self.problems = problems
        self.pack = pack
        self.sources = {} if sources is None else sources

    def location(self, line: int) -> Location:
        """Return a place in this file."""
        return Location(self.shown, line or None)

    def problem(self, code: str, line: int, where: str = "", **args: object) -> None:
        """Record that something is wrong."""
        self.problems.append(Problem(code, self.location(line), where, args))

    def mapping(
        self,
        node: Any,
        line: int,
        where: str,
        allowed: Collection[str],
        required: Iterable[str] = (),
    ) -> Fields | None:
        """Return the node as a mapping of known keys, or None with a problem recorded."""
        if not isinstance(node, Fields):
            self.problem("pack-not-a-mapping", line, where, value=plain(node))
            return None
        unknown = [key for key in node if key not in allowed]
        for number, key in enumerate(unknown):
            self.problem(
                "pack-unknown-key",
                node.line_of(key),
                where,
                key=key,
                suggestion=nearest(key, allowed) if number < MOST_GUESSES else "",
                known=sorted(allowed),
            )
        missing = [key for key in required if key not in node]
        for key in missing:
            self.problem("pack-missing-key", node.line, where, key=key)
        return None if missing else node

    def mapping_of_any(self, node: Any, line: int, where: str) -> Fields | None:
        """Return the node as a mapping, whatever its keys, or None with a problem recorded."""
        if isinstance(node, Fields):
            return node
        self.problem("pack-not-a-mapping", line, where, value=plain(node))
        return None

    def items(self, node: Any, line: int, where: str) -> Items:
        """Return the node as a list, or an empty one with a problem recorded."""
        if isinstance(node, Items):
            return node
        self.problem("pack-not-a-list", line, where, value=plain(node))
        return Items(line)

    def text(self, node: Fields, key: str, where: str, default: str | None = None) -> str:
        """Return a text, or the default if the key is not there."""
        if key not in node and default is not None:
            return default
        value = node.get(key)
        if not isinstance(value, str) or not value:
            self.problem("pack-not-a-text", node.line_of(key), where, key=key, value=plain(value))
            return default or ""
        return value

    def word(self, node: Fields, key: str, where: str, words: Collection[str], default: str) -> str:
        """Return one of some words, or the default if the key is not there."""
        value = self.text(node, key, where, default)
        if value not in words:
            self.problem(
                "pack-not-one-of",
                node.line_of(key),
                where,
                key=key,
                value=value,
                words=sorted(words),
                suggestion=nearest(value, words),
            )
            return default
        return value

    def texts(self, node: Fields, key: str, where: str) -> tuple[str, ...]:
        """Return a list of texts; a single text stands for a list of one."""
        value = node.get(key)
        if value is None:
            return ()
        if isinstance(value, str):
            return (value,)
        entries = self.items(value, node.line_of(key), where)
        for index, entry in enumerate(entries):
            if not isinstance(entry, str):
                self.problem(
                    "pack-not-a-text", entries.line_of(index), where, key=key, value=plain(entry)
                )
        return tuple(entry for entry in entries if isinstance(entry, str))

    def both_languages(self, node: Fields, key: str, where: str) -> Mapping[str, str]:
        """Return a text in Vietnamese and English; both must be there."""
        value = node.get(key)
        if (
            not isinstance(value, Fields)
            or set(value) != {"vi", "en"}
            or not all(isinstance(text, str) and text for text in value.values())
        ):
            self.problem(
                "pack-not-in-both-languages", node.line_of(key), where, key=key, value=plain(value)
            )
            return {"vi": "", "en": ""}
        return {"vi": value["vi"], "en": value["en"]}

    def day(self, node: Fields, key: str, where: str) -> date | None:
        """Return a day, or None if the key is not there."""
        if node.get(key) is None:
            return None
        value = as_day(node[key])
        if value is None:
            self.problem(
                "pack-not-a-day", node.line_of(key), where, key=key, value=plain(node[key])
            )
        return value


def plain(node: Any) -> str:
    """Return a node as a short text for a message."""
    if isinstance(node, Fields):
        return "{" + ", ".join(f"{key}: …" for key in node) + "}"
    if isinstance(node, list):
        shown = [plain(entry) for entry in node[:4]]
        return "[" + ", ".join(shown if len(node) <= len(shown) else [*shown, "…"]) + "]"
    return "null" if node is None else str(node)


def nearest(word: str, words: Iterable[str]) -> str:
    """Return the word that was probably meant, or an empty text."""
    if len(word) > _LONGEST_GUESSED:
        return ""
    found = difflib.get_close_matches(word, list(words), n=1, cutoff=0.6)
    return found[0] if found else ""


def as_day(text: Any) -> date | None:
    """Return an ISO day of the years that facts may name, or None if the text is none."""
    if not isinstance(text, str) or not _DAY.fullmatch(text):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


_LONGEST_NUMBER = 40  # letters: beyond any amount, share or count


def as_integer(text: Any) -> int | None:
    """Return a whole number written in digits, or None; also for more digits than any has."""
    if not isinstance(text, str) or len(text) > _LONGEST_NUMBER:
        return None
    return int(text) if _INTEGER.fullmatch(text) else None


def as_share(text: Any) -> Fraction | None:
    """Return `70%`, `70.5%`, `7/10`, `0` or `1` as an exact fraction, or None.

    A share finer than one in 10**17 is None too: the matching engine could not compare with it.
    """
    if not isinstance(text, str) or len(text) > _LONGEST_NUMBER:
        return None
    share = None
    if match := _PERCENT.fullmatch(text):
        share = Fraction(f"{match[1]}.{match[2] or 0}") / 100
    elif match := _FRACTION.fullmatch(text):
        share = Fraction(int(match[1]), int(match[2]))
    elif text in {"0", "1"}:
        share = Fraction(text)
    return share if share is not None and share.denominator <= _FINEST_SHARE else None


def as_period(text: Any) -> Period | None:
    """Return a period in its one form, or None."""
    try:
        return Period(text) if isinstance(text, str) else None
    except ValueError:
        return None


def as_yes_no(text: Any) -> bool | None:
    """Return true or false, or None."""
    return {"true": True, "false": False}.get(text) if isinstance(text, str) else None
