"""What people call the paths, details and readings of a profile: as its packs declare it.

What a pack gives no label is called by its name, as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from isocheck.messages.words import Language
from isocheck.packs.model import Derived, Parameter, Profile, Rule, Text
from isocheck.records.kinds.kind import FieldSpec, Kind

# Words of the language of packs itself: every record has them.
_OF_EVERY_RECORD: Final[Mapping[str, Text]] = {
    "id": {"vi": "mã hồ sơ", "en": "id"},
    "kind": {"vi": "loại hồ sơ", "en": "kind of record"},
    "name": {"vi": "tên", "en": "name"},
}
_DAY_JUDGED: Final[Text] = {"vi": "ngày rà soát", "en": "day judged"}
_FORMER: Final = "former"
_HEADS: Final = frozenset({"subject", "item", "owner", "here", _FORMER})
_BRACKETS: Final = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of a profile in a language."""

    kinds: Mapping[str, Kind]
    derived: Mapping[tuple[str, str], Derived]
    parameters: Mapping[str, tuple[Parameter, ...]]  # as the packs and their amendments give them
    lang: Language

    @classmethod
    def of(cls, profile: Profile, lang: Language) -> Labels:
        """Return the labels of a profile."""
        return cls(profile.kinds, profile.derived, profile.parameters, lang)

    def path(self, path: str, kinds: Iterable[str] = ()) -> str:
        """Return what a path of records of some kinds is called; of any kind where none is given.

        A reference on the way is named before what is read through it, an entry by its number.
        """
        if path == "as_of":
            return _DAY_JUDGED[self.lang]
        if path.startswith("param."):
            return self.parameter(path.removeprefix("param."))
        segments = _BRACKETS.sub(r".\1", path).split(".")
        for ways in (_HEADS | {"id"}, {"id"}):  # `id.subject` is the field of that name
            if segments[0] in ways and len(segments) > 1:
                segments = segments[1:]
        # What a record was is called as what it is.
        segments = [*(s for s in segments[:-1] if s != _FORMER), segments[-1]]
        found = self._of_kinds(kinds, segments) or self._of_kinds(self.kinds, segments)
        return path if found is None else ": ".join(found)

    def parameter(self, name: str) -> str:
        """Return what a parameter is called; where no variant has a label, `param.NAME`."""
        labels = (each.label for each in self.parameters.get(name, ()) if each.label is not None)
        label = next(labels, None)
        return f"param.{name}" if label is None else label[self.lang]

    def detail(self, rule: Rule, name: str, kinds: Iterable[str] = ()) -> str:
        """Return what a detail of a rule is called: its label, else that of its path."""
        label = rule.detail_labels.get(name)
        return self.path(str(rule.details[name]), kinds) if label is None else label[self.lang]

    def reading(self, parameter: Parameter, reading: str) -> str:
        """Return what a reading of a parameter is called."""
        labels = (each.label for each in parameter.readings if each.id == reading)
        label = next(labels, None)
        return reading if label is None else label[self.lang]

    def _of_kinds(self, kinds: Iterable[str], segments: Sequence[str]) -> list[str] | None:
        """Return the labels along a path, None where no kind knows it."""
        for kind in kinds:
            found = self._of_kind(kind, segments)
            if found is not None:
                return found
        return None

    def _of_kind(self, kind: str, segments: Sequence[str]) -> list[str] | None:
        for length in range(len(segments), 0, -1):
            name = ".".join(segments[:length])
            derived = self.derived.get((kind, name))
            if derived is not None:
                label = name if derived.label is None else derived.label[self.lang]
                rest = segments[length:]
                return [label] if not rest else [label, ".".join(rest)]
        return self._of_fields(self.kinds[kind].fields, segments)

    def _of_fields(
        self, fields: Mapping[str, FieldSpec], segments: Sequence[str]
    ) -> list[str] | None:
        name, rest = segments[0], segments[1:]
        spec = fields.get(name)
        if spec is None:
            every = _OF_EVERY_RECORD.get(name)
            return None if every is None or rest else [every[self.lang]]
        label = spec.label.get(self.lang, name)
        if not rest:
            return [label]
        if spec.type == "object":
            return self._of_fields(spec.fields, rest)
        if spec.type == "reference":
            beyond = self._of_kinds(spec.to or self.kinds, rest)
            return None if beyond is None else [label, *beyond]
        if spec.type == "list":
            return self._of_list(spec, label, rest)
        return None

    def _of_list(self, spec: FieldSpec, label: str, rest: Sequence[str]) -> list[str] | None:
        if spec.catalogue is not None and rest == ["catalogue"]:
            return [label]
        entry = spec.of
        if rest[0].isdigit():
            number = int(rest[0]) + 1
            label += f" (mục thứ {number})" if self.lang == "vi" else f" (entry {number})"
            rest = rest[1:]
        if not rest:
            return [label]
        if entry is None:
            return None
        if entry.type == "object":
            beyond = self._of_fields(entry.fields, rest)
        else:
            beyond = self._of_kinds(entry.to or self.kinds, rest)
        return None if beyond is None else [label, *beyond]
