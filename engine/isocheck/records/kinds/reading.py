"""Reading the `kinds.yaml` of a pack into kinds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from isocheck.errors import InputProblems, Problem
from isocheck.records.kinds.column_reading import read_column, read_digits, tell_clashes, with_name
from isocheck.records.kinds.day_reading import (
    read_ahead,
    read_changes,
    read_follows,
    tell_orders,
    tell_orders_of_record,
)
from isocheck.records.kinds.form import KindsForm
from isocheck.records.kinds.kind import Dating, FieldSpec, FieldType, Kind, Less
from isocheck.records.kinds.line_reading import read_line
from isocheck.records.kinds.unique_reading import read_unique
from isocheck.records.kinds.vocabularies import Vocabulary
from isocheck.records.kinds.vocabulary_reading import read_vocabularies
from isocheck.source.guess import closest
from isocheck.source.nodes import Fields

_TYPES = get_args(FieldType)  # a tuple: what stands in a file may be a list
_TOP_KEYS = ("vocabularies", "shapes", "kinds")
_KIND_KEYS = (
    "title", "plural", "aliases", "body", "dated", "groups_by", "include", "fields", "reference",
    "column", "unique", "known_by", "line",
)  # fmt: skip
_ANY_TYPE_KEYS = ("type", "required", "absent", "unless", "column", "label", "meaning", "example")
_WRONG_FIELD = {"reference": "kinds.not-a-reference", "text": "kinds.not-a-text"}
_FLAGS = ("required", "planned", "needed", "document")
_KEYS_OF_TYPE: Mapping[str, tuple[str, ...]] = {
    "day": ("planned", "ahead", "follows"),
    "year": ("ahead",),
    "period": ("ahead",),
    "text": ("vocabulary", "digits", "document"),
    "money": ("less",),
    "reference": ("to", "never", "ends"),
    "codes": ("needed",),
    "object": ("fields", "dated"),
    "list": ("of", "catalogue", "single", "needed", "changes"),
}


# What people read for a record; a kind may require it.
_NAME = FieldSpec(
    name="name",
    type="text",
    label={"vi": "tên", "en": "name"},
    meaning={"vi": "tên, để người đọc nhận ra", "en": "its name, as people read it"},
)


def read_kinds(
    document: object, pack: str, shown: str, earlier: Mapping[str, Vocabulary] | None = None
) -> dict[str, Kind]:
    """Return the kinds that a pack declares, in the order written.

    `earlier` holds the vocabularies of the packs that it requires.

    Raises:
        InputProblems: an unknown key, type, shape or field, or a part of the wrong form.
    """
    vocabularies, wrong = read_vocabularies(document, pack, shown, earlier or {})
    kinds, problems = read_sound_kinds(document, pack, shown, vocabularies)
    if wrong or problems:
        raise InputProblems([*wrong, *problems])
    return kinds


def read_sound_kinds(
    document: object, pack: str, shown: str, vocabularies: Mapping[str, Vocabulary]
) -> tuple[dict[str, Kind], list[Problem]]:
    """Return the kinds that a pack declares as far as they can be read, and the problems.

    `vocabularies` holds those of all packs, as the last of them has left them.
    """
    reader = _KindsReader(pack, shown, vocabularies)
    return reader.read(document), reader.problems


class _KindsReader(KindsForm):
    """Builds kinds and collects the problems of the file."""

    def __init__(self, pack: str, shown: str, vocabularies: Mapping[str, Vocabulary]) -> None:
        super().__init__(pack, shown)
        self._vocabularies = vocabularies
        self._shapes = Fields()
        self._kind_read = ""
        self._open: list[str] = []  # shapes being read, to find one that contains itself

    def read(self, document: object) -> dict[str, Kind]:
        if not isinstance(document, Fields):
            self.problem("kinds.mapping-expected", 1, "")
            return {}
        self.known_keys(document, _TOP_KEYS, "")
        self._shapes = self.mapping(document, "shapes", "")
        for name in self._shapes:  # also those that nothing uses
            self._shape_body(name, self._shapes.line_of(name), f"shapes.{name}")
        kinds = self.mapping(document, "kinds", "")
        return {name: self._kind(name, kinds, f"kinds.{name}") for name in kinds}

    def _kind(self, name: str, kinds: Fields, where: str) -> Kind:
        line = kinds.line_of(name)
        body = kinds[name]
        if not isinstance(body, Fields):
            self.problem("kinds.mapping-expected", line, where)
            body = Fields(line)
        self._kind_read = name
        self.known_keys(body, _KIND_KEYS, where)
        fields = {"name": _NAME, **self._included(body, where)}
        fields.update(self._fields(self.mapping(body, "fields", where), where))
        tell_orders_of_record(self, fields, line, where)
        for reserved in ("id", "kind"):
            if reserved in fields:
                self.problem("kinds.reserved-field", line, where, field=reserved)
        self._nettings(fields, self.mapping(body, "fields", where), where)
        kind = Kind(
            id=name,
            pack=self.pack,
            title=self._title(body, line, where),
            plural=self.said(body, "plural", where),
            aliases=self.words(body, "aliases", where),
            fields=with_name(fields),
            body=self.flag(body, "body", where),
            dated=self._dating(body, fields, where),
            groups_by=self._field_of_type("groups_by", "reference", body, fields, where),
            known_by=self._field_of_type("known_by", "text", body, fields, where),
            reference=self.flag(body, "reference", where),
            unique=read_unique(self, body, fields, where),
            line=read_line(self, body, fields, where),
            column=read_column(self, body, where),
        )
        tell_clashes(self, kind, line, where)
        return kind

    def _field_of_type(
        self, key: str, wanted: FieldType, body: Fields, fields: Mapping[str, FieldSpec], where: str
    ) -> str | None:
        """Return the field of a record that a key of its kind names."""
        name = self.word(body, key, where)
        if name is not None and (name not in fields or fields[name].type != wanted):
            known = [n for n, spec in fields.items() if spec.type == wanted]
            args = {"field": name, "guess": closest(name, known)}
            code = _WRONG_FIELD[wanted]
            self.problem(code, body.line_of(key), f"{where}.{key}", **args)
            return None
        return name

    def _included(self, body: Fields, where: str) -> dict[str, FieldSpec]:
        include = body.get("include")
        if include is None:
            return {}
        line = body.line_of("include")
        shape = self._shape_body(include, line, where)
        if shape is None:
            return {}
        if shape.get("type") != "fields":
            self.problem("kinds.include-type", line, where, shape=include)
            return {}
        return self._fields(self.mapping(shape, "fields", f"shapes.{include}"), where)

    def _shape_body(self, name: object, line: int, where: str) -> Fields | None:
        shape = self._shapes.get(name) if isinstance(name, str) else None
        if isinstance(shape, Fields):
            return shape
        self.problem(
            "kinds.unknown-shape", line, where, shape=str(name), guess=closest(name, self._shapes)
        )
        return None

    def _fields(self, fields: Fields, where: str) -> dict[str, FieldSpec]:
        specs = {
            name: self._spec(name, fields[name], fields.line_of(name), f"{where}.{name}")
            for name in fields
        }
        for name, spec in specs.items():
            if spec.unless is not None and (spec.unless not in specs or spec.unless == name):
                self.problem(
                    "kinds.unless-field",
                    fields.line_of(name),
                    f"{where}.{name}.unless",
                    field=spec.unless,
                    guess=closest(spec.unless, [n for n in specs if n != name]),
                )
                continue
            self._unless_words(spec, specs, fields.line_of(name), f"{where}.{name}.unless")
        tell_orders(self, fields, specs, where)
        return specs

    def _unless_words(
        self, spec: FieldSpec, specs: Mapping[str, FieldSpec], line: int, where: str
    ) -> None:
        """Check that the words of `unless: {FIELD: [WORD]}` are words of that field."""
        vocabulary = specs[spec.unless].vocabulary if spec.unless is not None else None
        known = vocabulary.words if vocabulary is not None else {}
        for word in spec.unless_words:
            if word not in known:
                args = {"word": word, "field": spec.unless, "guess": closest(word, known)}
                self.problem("kinds.unless-word", line, where, **args)

    def _unless(self, body: Fields, where: str) -> tuple[str | None, tuple[str, ...]]:
        """Return the field that `unless` names, and of which words it speaks (none: of any)."""
        said = body.get("unless")
        if not isinstance(said, Fields) or len(said) != 1:
            return self.word(body, "unless", where), ()
        name = next(iter(said))
        return name, self.words(said, name, f"{where}.unless")

    def _ends(self, body: Fields, where: str) -> tuple[str, str] | None:
        """Return the field beside a reference and the word of it, where what it names has ended."""
        said = body.get("ends")
        if said is None:
            return None
        if isinstance(said, Fields) and len(said) == 1:
            ((name, word),) = said.items()
            if isinstance(word, str):
                return name, word
        self.problem("kinds.ends", body.line_of("ends"), f"{where}.ends")
        return None

    def _spec(self, name: str, body: object, line: int, where: str) -> FieldSpec:
        if not isinstance(body, Fields):
            self.problem("kinds.mapping-expected", line, where)
            return FieldSpec(name=name, type="text")
        if "shape" not in body:
            return self._typed_spec(name, body, where)
        shape_name = body["shape"]
        shape = self._shape_body(shape_name, line, where)
        if shape is None:
            return FieldSpec(name=name, type="text")
        if shape_name in self._open:
            chain = " → ".join([*self._open, shape_name])
            self.problem("kinds.shape-cycle", line, where, chain=chain)
            return FieldSpec(name=name, type="text")
        merged = _merged(shape, body)
        self._open.append(shape_name)
        spec = self._typed_spec(name, merged, where)
        self._open.pop()
        return spec

    def _typed_spec(self, name: str, body: Fields, where: str) -> FieldSpec:
        declared: Any = body.get("type")
        if declared not in _TYPES:
            said = declared if isinstance(declared, str) else ""
            args = {"type": said, "guess": closest(declared, _TYPES), "known": list(_TYPES)}
            self.problem("kinds.unknown-type", body.line_of("type"), where, **args)
            return FieldSpec(name=name, type="text")
        self.known_keys(body, (*_ANY_TYPE_KEYS, *_KEYS_OF_TYPE.get(declared, ())), where)
        fields = self._fields(self.mapping(body, "fields", where), where)
        unless, unless_words = self._unless(body, where)
        flags = {key: self.flag(body, key, where) for key in _FLAGS}
        of = self._entry(body, where) if declared == "list" else None
        return FieldSpec(
            name=name,
            type=declared,
            vocabulary=self._vocabulary(body, where) if declared == "text" else None,
            to=self.words(body, "to", where),
            ahead=read_ahead(self, body, where),
            follows=read_follows(self, body, where),
            changes=read_changes(self, body, of, where),
            never=self.words(body, "never", where),
            ends=self._ends(body, where),
            dated=self._dating(body, fields, where),
            fields=fields,
            of=of,
            catalogue=self.word(body, "catalogue", where),
            single=self.word(body, "single", where),
            none=self._none_if_absent(body, where),
            unless=unless,
            unless_words=unless_words,
            less=self._less(body, where),
            column=read_column(self, body, where),
            digits=read_digits(self, body, where),
            label=self.said(body, "label", where),
            meaning=self.said(body, "meaning", where),
            example=self.said(body, "example", where),
            **flags,
        )

    def _entry(self, body: Fields, where: str) -> FieldSpec:
        """Return what an entry of a list is."""
        return self._spec("of", body.get("of"), body.line_of("of"), f"{where}.of")

    def _less(self, body: Fields, where: str) -> Less | None:
        word = self.word(body, "less", where)
        if word is None:
            return None
        entries, _, amount = word.partition(".")
        return Less(entries, amount)

    def _nettings(self, fields: Mapping[str, FieldSpec], record: Fields, where: str) -> None:
        """Check that what is taken off the amounts of a record stands in a list of the record."""
        lists = [spec.of.fields for spec in fields.values() if spec.of is not None]
        for spec in [*fields.values(), *(spec for part in lists for spec in part.values())]:
            if spec.less is None:
                continue
            listed = fields.get(spec.less.entries)
            entry = None if listed is None or listed.of is None else listed.of
            if entry is None or not _is_money(entry.fields.get(spec.less.amount)):
                shown = f"{spec.less.entries}.{spec.less.amount}".rstrip(".")
                self.problem("kinds.less", record.line, f"{where}.{spec.name}", less=shown)

    def _none_if_absent(self, body: Fields, where: str) -> bool:
        """Tell whether `absent: none` is declared, the only meaning that an absence can have."""
        value = body.get("absent")
        if "absent" in body and value != "none":
            self.problem("kinds.absent", body.line_of("absent"), f"{where}.absent")
        if "unless" in body and value != "none":
            self.problem("kinds.unless", body.line_of("unless"), f"{where}.unless")
        return bool(value == "none")

    def _vocabulary(self, body: Fields, where: str) -> Vocabulary | None:
        name = self.word(body, "vocabulary", where)
        if name is None:
            return None
        found = self._vocabularies.get(name)
        if found is None:
            line = body.line_of("vocabulary")
            guess = closest(name, self._vocabularies)
            self.problem("kinds.no-vocabulary", line, where, name=name, guess=guess)
            return None
        return found.in_kind(self._kind_read) if self._kind_read else found

    def _dating(self, body: Fields, fields: Mapping[str, FieldSpec], where: str) -> Dating | None:
        if "dated" not in body:
            return None
        part = self.mapping(body, "dated", where)
        self.known_keys(part, ("on", "until"), f"{where}.dated")
        for name in ("on", "until"):
            target = part.get(name)
            spec = fields.get(target) if isinstance(target, str) else None
            needed = name in part or name == "on"
            if needed and (spec is None or spec.type != "day"):
                self.problem(
                    "kinds.not-a-day-field",
                    part.line_of(name),
                    f"{where}.dated.{name}",
                    field=str(target),
                    guess=closest(target, [n for n, s in fields.items() if s.type == "day"]),
                )
        on = str(part.get("on"))
        return Dating(on=on, until=part.get("until"), always=on in fields and fields[on].none)

    def _title(self, body: Fields, line: int, where: str) -> Mapping[str, str]:
        title = body.get("title")
        if not isinstance(title, Fields) or not all(
            isinstance(title.get(language), str) for language in ("vi", "en")
        ):
            self.problem("kinds.title", line, where)
            return {"vi": where, "en": where}
        self.known_keys(title, ("vi", "en"), f"{where}.title")
        return dict(title)


def _is_money(spec: FieldSpec | None) -> bool:
    return spec is not None and spec.type == "money"


def _merged(shape: Fields, body: Fields) -> Fields:
    """Return the shape with what the place that uses it adds or sets anew."""
    merged = Fields(body.line)
    for source in (shape, body):
        for key in source:
            if key == "shape":
                continue
            if key in merged:
                merged[key] = source[key]
            else:
                merged.put(key, source[key], source.line_of(key))
    return merged
