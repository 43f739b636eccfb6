"""What subjects, kinds and rules of two runs are called, and in which order they are listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from isocheck.messages.words import Language
from isocheck.report.collation import vietnamese_key
from isocheck.report.values import list_words, number_words
from isocheck.report.view import View
from isocheck.report.words import Pair, say

Document = Mapping[str, Any]
_MOST_NAMES: Final = 24
_BODIES: Final[Pair] = ("đơn vị", "bodies")


@dataclass(slots=True, kw_only=True)
class Naming:
    """The names of two findings documents; of those judged just now, the groups of bodies too."""

    documents: tuple[Document, ...]
    views: tuple[View, ...] = ()
    lang: Language
    full: bool = False
    cut: bool = False  # whether a list was cut

    def say(self, vi: str, en: str) -> str:
        """Return the words of the language."""
        return say((vi, en), self.lang)

    def name(self, record: str) -> str:
        """Return what a record is called."""
        for view in reversed(self.views):
            if record in view.evaluation.facts.records:
                return view.name(record)
        return next((s["name"] for s in self._entries(record) if s.get("name")), record)

    def path(self, path: str, record: str) -> str:
        """Return what a path of a record is called; as it is written where no run was made now."""
        for view in reversed(self.views):
            if record in view.evaluation.facts.records:
                return view.path(path, record)
        return path

    def named(self, record: str) -> str:
        """Return what a record is called, with its id, which can be typed."""
        name = self.name(record)
        return name if name == record or name.endswith(f" {record}") else f"{name} ({record})"

    def names(self, records: Iterable[str]) -> str:
        """Return the names of several in their order, cut when there are many."""
        ids = sorted(dict.fromkeys(records), key=self.place)
        longest = len(ids) if self.full else _MOST_NAMES
        self.cut |= len(ids) > longest
        what = self._what(ids)
        return list_words([self.name(i) for i in ids], self.lang, longest, (what[0], "others"))

    def place(self, record: str) -> tuple[Any, str]:
        """Return what to sort a record by."""
        return vietnamese_key(self.name(record)), record

    def counted(self, records: Iterable[str]) -> str:
        """Return how many there are, kind by kind: `3 đơn vị (2 UBND cấp xã, 1 Tỉnh)`."""
        ids = list(dict.fromkeys(records))
        by_kind: dict[str, int] = {}
        for kind in sorted((self.kind(i) for i in ids), key=self._kind_place):
            by_kind[kind] = by_kind.get(kind, 0) + 1
        total = number_words(len(ids), self.lang)
        titles = [(self.kind_title(kind), number) for kind, number in by_kind.items() if kind]
        noun = say(self._what(ids), self.lang)
        if self.lang == "en" and len(ids) == 1:
            noun = {"bodies": "body", "records": "record"}[noun]
        if not titles:
            return f"{total} {noun}"
        if len(titles) == 1:
            title = titles[0][0]
            return f"{total} {title}" if self.lang == "vi" else f"{total} {noun} ({title})"
        parts = ", ".join(
            f"{number_words(number, self.lang)} {title}"
            if self.lang == "vi"
            else f"{title}: {number_words(number, self.lang)}"
            for title, number in titles
        )
        return f"{total} {noun} ({parts})"

    def kind(self, record: str) -> str:
        """Return the kind of a subject, an empty text if it is not known."""
        return next((str(s["kind"]) for s in self._entries(record) if s.get("kind")), "")

    def kind_title(self, kind: str) -> str:
        """Return what a kind is called."""
        return next((view.kind_title(kind) for view in reversed(self.views)), kind)

    def rule_title(self, rule: str) -> str:
        """Return the title of a rule."""
        for document in reversed(self.documents):
            if rule in document.get("rules", {}):
                return str(document["rules"][rule]["title"][self.lang])
        return rule

    def sections(self, records: Iterable[str]) -> list[tuple[str, list[str]]]:
        """Return headings, each with the records listed below it, in the order of the reports.

        Bodies stand below the body that their kind groups them by, all others below their kind.
        """
        placed: dict[tuple[Any, ...], tuple[str, list[str]]] = {}
        for record in sorted(dict.fromkeys(records), key=self.place):
            key, heading = self._section(record)
            placed.setdefault(key, (heading, []))[1].append(record)
        return [placed[key] for key in sorted(placed)]

    def _section(self, record: str) -> tuple[tuple[Any, ...], str]:
        group = next((g for v in reversed(self.views) if (g := v.group_of(record))), None)
        if group is None and any(record in view.heads() for view in self.views):
            group = record
        if group is not None:
            view = next(v for v in reversed(self.views) if group in v.evaluation.facts.records)
            kind = view.evaluation.facts.records[group].kind
            return (*self._kind_place(kind), 1, self.place(group)), self.name(group)
        kind = self.kind(record)
        heading = self.kind_title(kind) if self.views else ""
        return (*(self._kind_place(kind) if self.views else (0, "")), 0, ((), "")), heading

    def _kind_place(self, kind: str) -> tuple[int, str]:
        for view in reversed(self.views):
            kinds = list(view.evaluation.profile.kinds)
            if kind in kinds:
                return kinds.index(kind), kind
        return 0, kind

    def _what(self, ids: Sequence[str]) -> Pair:
        for view in reversed(self.views):
            if all(i in view.evaluation.facts.records for i in ids):
                return view.what(ids)
        return _BODIES

    def _entries(self, record: str) -> Iterator[Mapping[str, Any]]:
        for document in reversed(self.documents):
            found = document["subjects"].get(record)
            if found is not None:
                yield found
        for view in self.views:
            known = view.evaluation.facts.records.get(record)
            if known is not None:
                yield {"kind": known.kind, "name": known.values.get("name")}
