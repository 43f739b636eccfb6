"""The items that a rule is judged on, one finding each (design §5, `per`)."""

from __future__ import annotations

from dataclasses import dataclass

from isocheck.evaluate.aggregate import looked_at, member_truth
from isocheck.evaluate.members import candidates, members_of_kinds
from isocheck.evaluate.scope import ReaderAt, Scope
from isocheck.evaluate.standing import Standing
from isocheck.logic.truth import Truth
from isocheck.packs.conditions import paths_of
from isocheck.packs.model import Derived, Per, Rule


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a rule; `there` is None if it is not known whether it is one."""

    at: Standing | None
    there: Truth = True
    unlisted: bool = False  # stands for items that a register not declared collected may hold

    @property
    def id(self) -> str | None:
        """The id of the item's record."""
        return None if self.at is None else self.at.record.id


NO_ITEM = Item(None)


@dataclass(slots=True)
class Choice:
    """How the items of a rule are chosen; `for_all` once they are known to suit every subject."""

    per: Per
    as_derived: Derived
    same_for_all: bool
    for_all: list[Item] | None = None

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

    def items(self, today: Scope, subject: Standing) -> list[Item]:
        """Return the items for a subject; one that is not there where there is none."""
        if self.for_all is not None:
            return self.for_all
        found = self._chosen(today, subject)
        if self.same_for_all:
            self.for_all = found
        return found

    def _chosen(self, today: Scope, subject: Standing) -> list[Item]:
        """Return the members that are items; chosen as those of a derived value are."""
        members = members_of_kinds(self.per.source, today)
        reader = ReaderAt(today, subject, subject, None, ())
        chosen = candidates(self.as_derived, members, reader)
        found = []
        for member, conditions in looked_at(self.as_derived, chosen):
            here = ReaderAt(today, member.at, subject, member.at, ())
            truth = member_truth(member, conditions, here)
            if truth is not False:
                found.append(Item(member.at, truth))
        if not found:
            return [Item(None, False, unlisted=members.open)]
        return sorted(found, key=lambda item: item.id or "")
