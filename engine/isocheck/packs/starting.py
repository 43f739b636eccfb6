"""What the packs of a profile say of a folder to begin with: their `starting.yaml`.

It names the levels of a list of units and the headings by which lists call them, the bodies that a
pack's rules know by their ids, and which file of the folder holds which kinds of record.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from isocheck.errors import InputProblems, Problem
from isocheck.packs.folders import PackFolder
from isocheck.packs.form import Form, nearest
from isocheck.records.kinds.kind import Kind
from isocheck.source.files import read_if_there
from isocheck.source.nodes import Fields
from isocheck.source.yaml_reader import read_yaml

FILE: Final = "starting.yaml"
_KEYS = ("levels", "own", "beside", "fields", "files", "bodies")
_LEVEL_KEYS = ("kind", "id", "digits", "words", "names", "codes")
_OWN_KEYS = ("names", "codes", "types", "ranks")
_BESIDE_KEYS = ("kind", "words")
_FIELD_KEYS = ("code", "type", "parent")
_FILE_KEYS = ("file", "kinds", "each")
_BODY_KEYS = ("id", "kind", "name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list of units, and the headings of the columns that name its units."""

    kind: str
    prefix: str  # of the ids
    digits: int  # of the codes; 0: any
    words: tuple[str, ...]  # what its names begin with; the first is the level's own word
    names: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """The headings of the columns about the unit itself that a row is of."""

    names: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()  # which level it is of; its first word says no more than that


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Bodies that lists name besides the units of levels: what their names begin with."""

    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFile:
    """A file of the folder: its path in each language without suffix, and the kinds it holds.

    With `each`, one file for each record of that kind: the record, and those below it.
    """

    path: Mapping[str, str]
    kinds: tuple[str, ...]
    each: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body that the rules of a pack name."""

    id: str
    kind: str
    name: str


@dataclass(slots=True, kw_only=True)
class Plan:
    """What all packs of a profile say together."""

    levels: tuple[Level, ...] = ()
    own: Own = field(default_factory=Own)
    beside: list[Beside] = field(default_factory=list)
    fields: Mapping[str, str] = field(default_factory=dict)  # code, type, parent: the field
    files: list[PlannedFile] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)


def read_plan(folders: Sequence[PackFolder], kinds: Mapping[str, Kind]) -> Plan:
    """Return what the packs say, in their order.

    Raises:
        InputProblems: everything that is wrong in one of the files.
    """
    plan = Plan()
    problems: list[Problem] = []
    for folder in folders:
        form = Form(f"{folder.shown}/{FILE}", problems, folder.id)
        data = read_if_there(folder.path / FILE, form.shown)
        node = None if data is None else read_yaml(data, form.shown)
        fields = None if node is None else form.mapping(node, 1, folder.id, _KEYS)
        if fields is not None:
            _Reader(form, kinds, folder.id).read(fields, plan)
    if problems:
        raise InputProblems(problems)
    return plan


class _Reader:
    """Reads one file into the plan."""

    def __init__(self, form: Form, kinds: Mapping[str, Kind], pack: str) -> None:
        self._form = form
        self._kinds = [kind.id for kind in kinds.values() if not kind.reference]
        self._pack = pack

    def read(self, fields: Fields, plan: Plan) -> None:
        levels = [self._level(node) for node in self._each(fields, "levels", _LEVEL_KEYS)]
        plan.levels += tuple(levels)
        if "own" in fields:
            plan.own = self._own(fields)
        for node in self._each(fields, "beside", _BESIDE_KEYS):
            texts = self._form.texts(node, "words", "beside")
            plan.beside.append(Beside(kind=self._kind(node, "kind", "beside"), words=texts))
        if "fields" in fields:
            plan.fields = self._fields(fields)
        plan.files += [self._file(node) for node in self._each(fields, "files", _FILE_KEYS)]
        plan.bodies += [self._body(node) for node in self._each(fields, "bodies", _BODY_KEYS)]

    def _each(self, fields: Fields, key: str, keys: tuple[str, ...]) -> list[Fields]:
        if key not in fields:
            return []
        entries = self._form.items(fields[key], fields.line_of(key), key)
        nodes = [
            self._form.mapping(entry, entries.line_of(index), key, keys)
            for index, entry in enumerate(entries)
        ]
        return [node for node in nodes if node is not None]

    def _level(self, node: Fields) -> Level:
        texts = {key: self._form.texts(node, key, "levels") for key in ("words", "names", "codes")}
        digits = self._form.text(node, "digits", "levels", "0")
        return Level(
            kind=self._kind(node, "kind", "levels"),
            prefix=self._form.text(node, "id", "levels"),
            digits=int(digits) if digits.isdecimal() else 0,
            **texts,
        )

    def _own(self, fields: Fields) -> Own:
        node = self._form.mapping(fields["own"], fields.line_of("own"), "own", _OWN_KEYS)
        if node is None:
            return Own()
        return Own(**{key: self._form.texts(node, key, "own") for key in _OWN_KEYS})

    def _fields(self, fields: Fields) -> Mapping[str, str]:
        line = fields.line_of("fields")
        node = self._form.mapping(fields["fields"], line, "fields", _FIELD_KEYS, _FIELD_KEYS)
        return {} if node is None else {key: self._form.text(node, key, "fields") for key in node}

    def _file(self, node: Fields) -> PlannedFile:
        kinds = self._form.texts(node, "kinds", "files")
        for kind in kinds:
            self._known(node, "kinds", "files", kind)
        each = self._kind(node, "each", "files") if "each" in node else None
        path = self._form.both_languages(node, "file", "files")
        return PlannedFile(path=path, kinds=kinds, each=each)

    def _body(self, node: Fields) -> Body:
        texts = {key: self._form.text(node, key, "bodies") for key in ("id", "name")}
        return Body(kind=self._kind(node, "kind", "bodies"), **texts)

    def _kind(self, node: Fields, key: str, where: str) -> str:
        kind = self._form.text(node, key, where)
        self._known(node, key, where, kind)
        return kind

    def _known(self, node: Fields, key: str, where: str, kind: str) -> None:
        if kind and kind not in self._kinds:
            guess = nearest(kind, self._kinds)
            args = {"key": key, "value": kind, "words": self._kinds, "suggestion": guess}
            self._form.problem("pack-not-one-of", node.line_of(key), where, **args)
