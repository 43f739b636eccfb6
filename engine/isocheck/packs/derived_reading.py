"""Derived values: read on demand, since one may use another; a cycle is a problem."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from isocheck.packs.citation_reading import VERIFICATIONS, read_citations
from isocheck.packs.condition_reading import ConditionReader
from isocheck.packs.conditions import Condition, Path, ValueType
from isocheck.packs.environment import NOT_READ, Environment, PathError, Place, Places, Typed
from isocheck.packs.form import LONGEST_CHAIN, Form, as_yes_no, nearest, plain
from isocheck.packs.model import Derived, Operation, Source
from isocheck.source.nodes import Fields, Items

_OPERATIONS: tuple[Operation, ...] = (
    "count", "sum", "min", "max", "latest", "any", "share", "list", "distinct",
    "difference", "add", "holds",
)  # fmt: skip
_FLAGS = ("count", "any", "share")
_KEYS = (
    *_OPERATIONS, "for", "over", "among", "where", "take", "skip_first", "cites", "verification",
    "item", "label", "note",
)  # fmt: skip
_TYPES: dict[str, ValueType] = {
    "count": "count", "any": "yes_no", "share": "share", "list": "list", "distinct": "count",
    "difference": "list", "holds": "yes_no",
}  # fmt: skip
_ORDERED = ("day", "year", "money", "count")
_TAKES: dict[str, tuple[str, ...]] = {
    "sum": ("money", "count"), "list": ("text", "reference"), "distinct": ("text", "reference"),
    "min": _ORDERED, "max": _ORDERED, "latest": ("day",),
}  # fmt: skip


@dataclass(slots=True)
class RawDerived:
    """A derived value as it stands in a pack, not yet read."""

    name: str
    pack: str
    kinds: tuple[str, ...]
    node: Fields
    line: int
    reader: ConditionReader
    item: Place | None
    result: Derived | None = None
    typed: Typed | None = None
    busy: bool = False
    depth: int = 1  # how many rest on each other up to here, this one counted


class DerivedValues:
    """All derived values of a profile, by (kind, name)."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.raw: dict[tuple[str, str], RawDerived] = {}
        environment.derived_type = self.type_of
        self._open: list[RawDerived] = []  # being read, each for the one before

    def declare(self, raw: RawDerived) -> None:
        """Take in a derived value; one name for one kind only."""
        for kind in raw.kinds:
            other = self.raw.get((kind, raw.name))
            if other is not None:
                raw.reader.form.problem(
                    "derived-twice", raw.line, raw.name, value=raw.name, kind=kind,
                    other=f"{other.reader.form.shown}:{other.line}",
                )  # fmt: skip
                continue
            self.raw[kind, raw.name] = raw
            self.environment.derived_names.setdefault(kind, set()).add(raw.name)

    def type_of(self, kind: str, name: str) -> Typed:
        """Return the type of a derived value, reading it if need be."""
        raw = self.raw[kind, name]
        if raw.busy:
            # `count`, `any` … have a type before their members are looked at; only a value that
            # is made of itself is a cycle, and the evaluation would never end.
            raise PathError("derived-cycle", name)
        if raw.typed is None and len(self._open) > LONGEST_CHAIN + 1:
            self._too_long(self._open[-1])  # whatever it leads to: it is not followed further
            raise PathError(NOT_READ, name)
        self._read(raw)
        if self._open:
            self._open[-1].depth = max(self._open[-1].depth, raw.depth + 1)
        assert raw.typed is not None  # noqa: S101 - set by _read
        if raw.result is None:
            raise PathError(NOT_READ, name)
        return raw.typed

    def read_all(self) -> dict[tuple[str, str], Derived]:
        """Return every derived value that could be read."""
        for raw in list(self.raw.values()):
            self._read(raw)
        return {key: raw.result for key, raw in self.raw.items() if raw.result is not None}

    def _read(self, raw: RawDerived) -> None:
        if raw.typed is not None:
            return
        raw.busy = True
        problems = raw.reader.form.problems
        before = len(problems)
        self._open.append(raw)
        raw.typed, raw.result = _Reading(raw).read()
        self._open.pop()
        if raw.depth == LONGEST_CHAIN + 1:
            self._too_long(raw)
        if len(problems) > before:
            raw.result = None
        raw.busy = False

    @staticmethod
    def _too_long(raw: RawDerived) -> None:
        args = {"value": raw.name, "limit": LONGEST_CHAIN}
        raw.reader.form.problem("chain-too-long", raw.line, raw.name, **args)


class _Reading:
    """Reads one derived value."""

    def __init__(self, raw: RawDerived) -> None:
        self.raw = raw
        self.node = raw.node
        self.form: Form = raw.reader.form
        self.reader = raw.reader
        self.here = Place(kinds=raw.kinds)

    def read(self) -> tuple[Typed, Derived | None]:
        node, where = self.node, self.raw.name
        self.form.mapping(node, self.raw.line, where, _KEYS)
        named = [op for op in _OPERATIONS if op in node]
        if len(named) != 1:
            self.form.problem(
                "derived-operation", self.raw.line, where, value=", ".join(named),
                known=list(_OPERATIONS),
            )  # fmt: skip
            return Typed("text"), None
        operation = named[0]
        for flag in _FLAGS:
            if flag in node and as_yes_no(node[flag]) is not True:
                self.form.problem(
                    "derived-flag", node.line_of(flag), where, key=flag, value=plain(node[flag])
                )
        if operation in ("difference", "add", "holds"):
            return self._without_members(operation)
        return self._over_members(operation)

    def _derived(self, operation: Operation, kind: ValueType, **parts: Any) -> Derived:
        verification = None
        if "verification" in self.node:
            verification = self.form.word(
                self.node, "verification", self.raw.name, VERIFICATIONS, "interpretation"
            )
        return Derived(
            name=self.raw.name,
            pack=self.raw.pack,
            kinds=self.raw.kinds,
            type=kind,
            label=(
                self.form.both_languages(self.node, "label", self.raw.name)
                if "label" in self.node
                else None
            ),
            operation=operation,
            cites=read_citations(self.form, self.node, "cites", self.raw.name),
            verification=verification,  # type: ignore[arg-type]
            location=self.form.location(self.raw.line),
            **parts,
        )

    def _without_members(self, operation: Operation) -> tuple[Typed, Derived | None]:
        line, where = self.node.line_of(operation), self.raw.name
        places = Places(self.here, self.here, self.raw.item, self.raw.pack)
        value = self.node[operation]
        if operation == "holds":
            condition = self.reader.condition(value, line, places, where)
            return Typed("yes_no"), self._derived("holds", "yes_no", where=condition)
        operands, types = [], []
        entries = value if isinstance(value, Items) else Items(line)
        for index, entry in enumerate(entries):
            found = self.reader.path(entry, entries.line_of(index), places, where)
            if found is not None:
                operands.append(found[0])
                types.append(found[1])
        if len(entries) < 2 or (operation == "difference" and len(entries) != 2):  # noqa: PLR2004 - a minus b
            self.form.problem("derived-operands", line, where, key=operation, value=plain(value))
            return Typed("text"), None
        if len(operands) < len(entries):
            return Typed("text"), None
        wanted = ("list", "codes") if operation == "difference" else ("money", "count", "year")
        for typed, operand in zip(types, operands, strict=True):
            if typed.type not in wanted:
                self._wrong_type(operand, typed, operation, wanted)
            elif typed.of_entries:
                self.reader.of_entries(operation, operand, line, where)
        kind: ValueType = "list" if operation == "difference" else types[0].type
        return Typed(kind), self._derived(operation, kind, operands=tuple(operands))

    def _over_members(self, operation: Operation) -> tuple[Typed, Derived | None]:
        node, where = self.node, self.raw.name
        if "over" not in node:
            self.form.problem("pack-missing-key", self.raw.line, where, key="over")
            return Typed("text"), None
        source = read_source_of_members(
            self.reader, node.get("over"), node.line_of("over"), where, self.here
        )
        if source is None:
            return Typed("text"), None
        members, member_place = source
        places = Places(member_place, self.here, self.raw.item, self.raw.pack)
        among, condition = (self._condition(key, places) for key in ("among", "where"))
        if (operation == "share") != (among is not None):
            line = node.line_of("among" if among is not None else operation)
            self.form.problem("derived-share", line, where, value=operation)
        take, by, typed = self._taken(operation, places)
        derived = self._derived(
            operation,
            typed.type,
            vocabulary=typed.vocabulary,
            source=members,
            among=among,
            where=condition,
            take=take,
            by=by,
            skip_first=self._skip_first(members, member_place),
        )
        return typed, derived

    def _wrong_type(
        self, path: Path, typed: Typed, operation: Operation, wanted: tuple[str, ...]
    ) -> None:
        self.form.problem(
            "derived-operand-type", self.node.line_of(operation), self.raw.name, value=str(path),
            type=typed.type, key=operation, words=list(wanted),
        )  # fmt: skip

    def _condition(self, key: str, places: Places) -> Condition | None:
        if key not in self.node:
            return None
        return self.reader.condition(self.node[key], self.node.line_of(key), places, self.raw.name)

    def _skip_first(self, members: Source, place: Place) -> bool:
        if "skip_first" not in self.node:
            return False
        flag = as_yes_no(self.node["skip_first"])
        dated = place.entry.dated if place.entry is not None else None
        has_day = (
            place.entry is not None and dated is not None and place.entry.fields[dated.on].required
        )
        if flag is not True or members.kinds or not has_day:
            self.form.problem(
                "derived-skip-first", self.node.line_of("skip_first"), self.raw.name,
                value=plain(self.node["skip_first"]),
            )  # fmt: skip
        return bool(flag)

    def _taken(
        self, operation: Operation, places: Places
    ) -> tuple[Path | None, Path | None, Typed]:
        if operation in _FLAGS:
            return None, None, Typed(_TYPES[operation])
        line = self.node.line_of(operation)
        found = self.reader.path(self.node[operation], line, places, self.raw.name)
        if found is None:
            return None, None, Typed(_TYPES.get(operation, "text"))
        path, typed = found
        wanted = _TAKES[operation]
        if typed.type not in wanted:
            self._wrong_type(path, typed, operation, wanted)
        if operation != "latest":
            words = typed.vocabulary if operation == "list" else None
            kind = _TYPES.get(operation, typed.type)
            return path, None, Typed(kind, typed.kinds, vocabulary=words)
        if "take" not in self.node:
            self.form.problem("pack-missing-key", line, self.raw.name, key="take")
            return None, path, Typed("text")
        at = self.node.line_of("take")
        taken = self.reader.path(self.node["take"], at, places, self.raw.name)
        if taken is None:
            return None, path, Typed("text")
        return taken[0], path, taken[1]


def read_source_of_members(
    reader: ConditionReader, node: Any, line: int, where: str, here: Place
) -> tuple[Source, Place] | None:
    """Return what `over` names and the place its members are, or None with a problem recorded."""
    environment, form = reader.environment, reader.form
    names = list(node) if isinstance(node, Items) else [node]
    if all(isinstance(name, str) and name in environment.kinds for name in names) and names:
        return Source(kinds=tuple(names)), Place(kinds=tuple(names))
    if len(names) != 1 or not isinstance(names[0], str):
        wrong = [n for n in names if not isinstance(n, str) or n not in environment.kinds]
        form.problem(
            "over-unknown", line, where, value=", ".join(map(plain, wrong)),
            suggestion=nearest(plain(wrong[0]), environment.kinds) if wrong else "",
            known=sorted(environment.kinds),
        )  # fmt: skip
        return None
    head, _, rest = names[0].partition(".")
    start, kinds = here, ()
    text = names[0]
    if head in environment.kinds and rest:
        start, kinds, text = Place(kinds=(head,)), (head,), rest  # type: ignore[assignment]
    elif not any(head in environment.kinds[k].fields for k in here.kinds) and head != "former":
        known = [*environment.kinds, *(f for k in here.kinds for f in environment.kinds[k].fields)]
        form.problem(
            "over-unknown", line, where, value=text, suggestion=nearest(head, known),
            known=sorted(set(known)),
        )  # fmt: skip
        return None
    found = reader.path(text, line, Places(start, start), where)
    if found is None:
        return None
    path, typed = found
    if typed.type != "list" or typed.spec is None or typed.spec.of is None:
        form.problem("over-no-list", line, where, value=text, type=typed.type)
        return None
    return Source(kinds=kinds, entries=path), Place(entry=typed.spec.of, owner=start)
