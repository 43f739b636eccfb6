"""Which texts of the facts a profile compares with words, and whether their words are declared.

A word is what a condition holds a text against: a literal or a parameter after `eq`, `ne` or `in`,
or a text of another field that has a vocabulary. Texts that are only compared with one another are
numbers of documents and codes: any two are the same or not, and no list of them could be given.
A pattern (`matches`) is for texts that say more than a word; it is told apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from isocheck.packs.conditions import Compare, Condition, Fact, Literal_, leaves
from isocheck.packs.linking import conditions_of
from isocheck.packs.model import Derived, Profile

_BY_VALUE: Final = ("eq", "ne", "in")


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison of a text, where it stands (a rule or a derived value), and of which pack."""

    leaf: Compare
    by: str
    pack: str

    @property
    def wants_words(self) -> bool:
        """Whether it compares a text that has no vocabulary with a word."""
        path, right = self.leaf.path, self.leaf.right
        if self.leaf.op not in _BY_VALUE or path.type != "text" or path.head == "param":
            return False
        if isinstance(right, Literal_):
            return path.vocabulary is None and right.value is not None
        if not isinstance(right, Fact):
            return False
        if right.path.head == "param":
            return path.vocabulary is None
        return right.path.type == "text" and (path.vocabulary is None) != (
            right.path.vocabulary is None
        )

    @property
    def by_pattern(self) -> bool:
        """Whether it holds a text against a pattern."""
        return self.leaf.op == "matches"


def compared_texts(profile: Profile) -> Iterator[Compared]:
    """Yield every comparison of rules, amended ones too, and of derived values."""
    amended = [a.rule for a in profile.amendments if a.rule is not None]
    for rule in (*profile.rules, *amended):
        for condition in conditions_of(rule):
            yield from _in(condition, rule.id, rule.pack)
    for derived in {id(found): found for found in profile.derived.values()}.values():
        for condition in _conditions_of(derived):
            yield from _in(condition, derived.name, derived.pack)


def _conditions_of(derived: Derived) -> Iterator[Condition]:
    for condition in (derived.among, derived.where):
        if condition is not None:
            yield condition


def _in(condition: Condition, by: str, pack: str) -> Iterator[Compared]:
    for leaf in leaves(condition):
        if isinstance(leaf, Compare):
            yield Compared(leaf, by, pack)
