"""The items that a rule is judged on, one finding each (design §5, `per`)."""

from __future__ import annotations

from dataclasses import dataclass, field

from isocheck.evaluate.aggregate import looked_at, member_truth
from isocheck.evaluate.members import Candidates, candidates, members_of_kinds
from isocheck.evaluate.scope import ReaderAt, Scope
from isocheck.evaluate.snapshot import Days, Snapshot
from isocheck.logic.truth import Truth
from isocheck.packs.conditions import paths_of
from isocheck.packs.model import Derived, Per, Rule


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a rule; `there` is None if it is not known whether it is one.

    `unlisted` stands for items that a register not declared collected may hold: `there` is False
    where the facts hold none, True where it stands beside those that they hold.
    """

    at: Snapshot | None
    there: Truth = True
    unlisted: bool = False

    @property
    def id(self) -> str | None:
        """The id of the item's record."""
        return None if self.at is None else self.at.record.id


NO_ITEM = Item(None)
BESIDES = Item(None, unlisted=True)


@dataclass(slots=True)
class Choice:
    """How the items of a rule are chosen; `for_all` those that suit every subject, by day."""

    per: Per
    as_derived: Derived
    same_for_all: bool
    for_all: dict[Days, list[Item]] = field(default_factory=dict)

    @classmethod
    def of(cls, rule: Rule, per: Per) -> Choice:
        """Return how the items of a rule are chosen."""
        derived = Derived(
            name=f"items of {rule.id}",
            pack=rule.pack,
            kinds=rule.kinds,
            type="list",
            operation="list",
            source=per.source,
            where=per.where,
            location=rule.location,
        )
        heads = {path.head for path in paths_of(per.where)}
        return cls(per, derived, "subject" not in heads)

    def items(self, scope: Scope, subject: Snapshot) -> list[Item]:
        """Return the items for a subject; one that is not there where there is none."""
        found = self.for_all.get(scope.days)
        if found is None:
            found = self._chosen(scope, subject)
            if self.same_for_all:
                self.for_all[scope.days] = found
        return found

    def unlisted(self, scope: Scope) -> list[Item]:
        """Return what stands for items that a register not declared collected may hold besides."""
        return [BESIDES] if members_of_kinds(self.per.source, scope).open else []

    def _chosen(self, scope: Scope, subject: Snapshot) -> list[Item]:
        """Return the members that are items; chosen as those of a derived value are."""
        members = members_of_kinds(self.per.source, scope)
        reader = ReaderAt(scope, subject, subject, None, ())
        chosen = candidates(self.as_derived, members, reader)
        if chosen.open:  # what it is chosen by is not known: each of them is an item, perhaps
            chosen = Candidates(members.members)
        found = []
        for member, conditions in looked_at(self.as_derived, chosen, scope.law):
            here = ReaderAt(scope, member.at, subject, member.at, ())
            truth = member_truth(member, conditions, here)
            if truth is not False:
                found.append(Item(member.at, truth))
        if not found:
            return [Item(None, False, unlisted=members.open)]
        return sorted(found, key=lambda item: item.id or "")
