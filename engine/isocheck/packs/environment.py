"""What paths may name in a profile, and of what type each is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from isocheck.packs.conditions import ValueType
from isocheck.records.kinds.kind import FieldSpec, Kind, as_words
from isocheck.records.kinds.vocabularies import Vocabulary

HEADS = ("subject", "item", "owner", "param", "as_of")
NUMBERS = frozenset({"year", "count", "money"})
TEXTS = frozenset({"text", "reference"})
LISTS = frozenset({"codes", "list"})


@dataclass(frozen=True, slots=True)
class Place:
    """What a path starts from: records of some kinds (none named: of any), or entries of a list."""

    kinds: tuple[str, ...] = ()
    entry: FieldSpec | None = None
    owner: Place | None = None  # of an entry


@dataclass(frozen=True, slots=True)
class Places:
    """The places that the heads of a path stand for, at one point of a pack."""

    here: Place
    subject: Place | None = None
    item: Place | None = None
    pack: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """The type of what a path reads, the kinds it may refer to, and its field if it is one."""

    type: ValueType
    kinds: tuple[str, ...] = ()  # of a reference; empty: any
    spec: FieldSpec | None = None
    vocabulary: Vocabulary | None = None  # of a text, or of the texts of a list

    @property
    def of_entries(self) -> bool:
        """Whether it is a list whose entries have fields: no text is in it."""
        return self.spec is not None and self.spec.of is not None and self.spec.of.type == "object"


class PathError(Exception):
    """A path that does not resolve; carries the segment at fault and what could stand there.

    With NOT_READ as its code it rests on something whose own problem is recorded already.
    """

    def __init__(self, code: str, segment: str, known: Iterable[str] = ()) -> None:
        self.code = code
        self.segment = segment
        self.known = sorted(known)
        super().__init__(f"{code}: {segment}")


NOT_READ = ""


@dataclass(slots=True)
class Environment:
    """Kinds, derived values and parameters of a profile, while its packs are read.

    `not_read` holds the names of parameters and derived values that are wrong in themselves; what
    uses them is not blamed for it.
    """

    kinds: Mapping[str, Kind]
    derived_names: dict[str, set[str]] = field(default_factory=dict)  # kind -> names
    derived_type: Callable[[str, str], Typed] | None = None
    parameter_types: dict[str, ValueType] = field(default_factory=dict)
    not_read: set[str] = field(default_factory=set)
    kinds_as_words: Vocabulary = field(init=False)

    def __post_init__(self) -> None:
        """Make the words that the field `kind` may be."""
        self.kinds_as_words = as_words(self.kinds.values())

    def type_of(self, place: Place, segments: tuple[str, ...]) -> Typed:
        """Return the type of a path from a place; raises PathError."""
        if place.entry is not None:
            return self._in_fields(place.entry.fields, segments)
        if not place.kinds:
            return self._beyond(Typed("reference"), segments)
        found: Typed | None = None
        for kind in place.kinds:
            here = self._in_kind(kind, segments)
            if found is not None and _group(found.type) != _group(here.type):
                raise PathError("path-types-differ", ".".join(segments))
            found = here
        assert found is not None, "a place has kinds or an entry"  # noqa: S101 - as said
        return found

    def _in_kind(self, kind: str, segments: tuple[str, ...]) -> Typed:
        names = self.derived_names.get(kind, set())
        for length in range(len(segments), 0, -1):
            name = ".".join(segments[:length])
            if name in names and self.derived_type is not None:
                typed = self.derived_type(kind, name)
                return self._beyond(typed, segments[length:])
        if segments in {("id",), ("kind",)}:
            of_id = segments == ("id",)
            words = None if of_id else self.kinds_as_words
            return Typed("reference" if of_id else "text", (kind,), vocabulary=words)
        if segments[0] == "id":
            return self._in_kind(kind, segments[1:])
        fields = self.kinds[kind].fields
        body = self.kinds[kind].body
        if body and segments == ("in_force",):
            return Typed("yes_no")
        if segments[0] == "kind" or (body and segments[0] == "in_force"):
            raise PathError("path-ends-before", segments[1])
        if segments[0] == "former":
            return self._former(fields, segments)
        known = {*fields, *names, "id", "kind", *(("in_force",) if body else ())}
        return self._in_fields(fields, segments, known, names)

    def _former(self, fields: Mapping[str, FieldSpec], segments: tuple[str, ...]) -> Typed:
        ending = [n for n, s in fields.items() if s.dated is not None and s.dated.until is not None]
        if len(segments) < 2 or segments[1] not in ending:  # noqa: PLR2004 - former.NAME
            raise PathError("path-no-former", ".".join(segments), (f"former.{n}" for n in ending))
        return self._in_fields(fields, segments[1:])

    def _in_fields(
        self,
        fields: Mapping[str, FieldSpec],
        segments: tuple[str, ...],
        known: Iterable[str] = (),
        derived: Iterable[str] = (),
    ) -> Typed:
        """Return the type of a field; `known` and `derived` are what else could stand here."""
        spec = fields.get(segments[0])
        if spec is None:
            raise PathError("path-unknown", segments[0], {*fields, *known})
        if spec.type == "object" and len(segments) > 1:
            start = f"{segments[0]}."
            below = [n.removeprefix(start) for n in derived if n.startswith(start)]
            return self._in_fields(spec.fields, segments[1:], below, below)
        words = spec.vocabulary or (spec.of.vocabulary if spec.of is not None else None)
        return self._beyond(Typed(spec.type, spec.to, spec, words), segments[1:])

    def _beyond(self, typed: Typed, rest: tuple[str, ...]) -> Typed:
        """Cross a reference: the rest must mean something for at least one kind it may name."""
        if not rest:
            return typed
        if typed.type == "list":
            raise PathError("path-through-list", rest[0])
        if typed.type != "reference":
            raise PathError("path-ends-before", rest[0])
        errors: list[PathError] = []
        for kind in typed.kinds or sorted(self.kinds):
            try:
                return self._in_kind(kind, rest)
            except PathError as error:
                if error.code in (NOT_READ, "derived-cycle"):
                    raise
                errors.append(error)
        if not errors:  # no kind could be read
            raise PathError(NOT_READ, rest[0])
        # The path that leads furthest tells most; what could stand there is that of all kinds.
        last = max(errors, key=lambda error: error.code != "path-unknown")
        alike = [e for e in errors if (e.code, e.segment) == (last.code, last.segment)]
        raise PathError(last.code, last.segment, {name for e in alike for name in e.known})


def _group(kind: ValueType) -> str:
    for name, members in (("number", NUMBERS), ("text", TEXTS), ("list", LISTS)):
        if kind in members:
            return name
    return kind


def comparable(left: ValueType, right: ValueType) -> bool:
    """Tell whether values of two types may stand on the two sides of a comparison."""
    return _group(left) == _group(right)
