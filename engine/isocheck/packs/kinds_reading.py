"""Reading the `kinds.yaml` of a pack into kinds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from isocheck.errors import InputProblems, Location, Problem
from isocheck.packs.kinds import Dating, FieldSpec, FieldType, Kind
from isocheck.source.guess import closest
from isocheck.source.nodes import Fields, Items

_TYPES = get_args(FieldType)  # a tuple: what stands in a file may be a list
_TOP_KEYS = ("shapes", "kinds")
_KIND_KEYS = ("title", "body", "dated", "groups_by", "include", "fields", "reference")
_ANY_TYPE_KEYS = ("type", "required", "absent", "unless")
_KEYS_OF_TYPE: Mapping[str, tuple[str, ...]] = {
    "text": ("one_of",),
    "day": ("planned",),
    "reference": ("to",),
    "codes": ("needed",),
    "object": ("fields", "dated"),
    "list": ("of", "catalogue", "single", "needed"),
}


# What people read for a record; a kind may require it.
_NAME = FieldSpec(name="name", type="text")


def read_kinds(document: object, pack: str, shown: str) -> dict[str, Kind]:
    """Return the kinds that a pack declares, in the order written.

    Raises:
        InputProblems: an unknown key, type, shape or field, or a part of the wrong form.
    """
    kinds, problems = read_sound_kinds(document, pack, shown)
    if problems:
        raise InputProblems(problems)
    return kinds


def read_sound_kinds(
    document: object, pack: str, shown: str
) -> tuple[dict[str, Kind], list[Problem]]:
    """Return the kinds that a pack declares as far as they can be read, and the problems."""
    reader = _KindsReader(pack, shown)
    return reader.read(document), reader.problems


class _KindsReader:
    """Builds kinds and collects the problems of the file."""

    def __init__(self, pack: str, shown: str) -> None:
        self.problems: list[Problem] = []
        self._pack = pack
        self._shown = shown
        self._shapes = Fields()
        self._open: list[str] = []  # shapes being read, to find one that contains itself

    def read(self, document: object) -> dict[str, Kind]:
        if not isinstance(document, Fields):
            self._problem("kinds.mapping-expected", 1, "")
            return {}
        self._known_keys(document, _TOP_KEYS, "")
        self._shapes = self._mapping(document, "shapes", "")
        for name in self._shapes:  # also those that nothing uses
            self._shape_body(name, self._shapes.line_of(name), f"shapes.{name}")
        kinds = self._mapping(document, "kinds", "")
        return {name: self._kind(name, kinds, f"kinds.{name}") for name in kinds}

    def _kind(self, name: str, kinds: Fields, where: str) -> Kind:
        line = kinds.line_of(name)
        body = kinds[name]
        if not isinstance(body, Fields):
            self._problem("kinds.mapping-expected", line, where)
            body = Fields(line)
        self._known_keys(body, _KIND_KEYS, where)
        fields = {"name": _NAME, **self._included(body, where)}
        fields.update(self._fields(self._mapping(body, "fields", where), where))
        for reserved in ("id", "kind"):
            if reserved in fields:
                self._problem("kinds.reserved-field", line, where, field=reserved)
        return Kind(
            id=name,
            pack=self._pack,
            title=self._title(body, line, where),
            fields=fields,
            body=self._flag(body, "body", where),
            dated=self._dating(body, fields, where),
            groups_by=self._grouping(body, fields, where),
            reference=self._flag(body, "reference", where),
        )

    def _grouping(self, body: Fields, fields: Mapping[str, FieldSpec], where: str) -> str | None:
        name = self._word(body, "groups_by", where)
        if name is not None and (name not in fields or fields[name].type != "reference"):
            known = [n for n, spec in fields.items() if spec.type == "reference"]
            args = {"field": name, "guess": closest(name, known)}
            line = body.line_of("groups_by")
            self._problem("kinds.not-a-reference", line, f"{where}.groups_by", **args)
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
            self._problem("kinds.include-type", line, where, shape=include)
            return {}
        return self._fields(self._mapping(shape, "fields", f"shapes.{include}"), where)

    def _shape_body(self, name: object, line: int, where: str) -> Fields | None:
        shape = self._shapes.get(name) if isinstance(name, str) else None
        if isinstance(shape, Fields):
            return shape
        self._problem(
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
                self._problem(
                    "kinds.unless-field",
                    fields.line_of(name),
                    f"{where}.{name}.unless",
                    field=spec.unless,
                    guess=closest(spec.unless, [n for n in specs if n != name]),
                )
        return specs

    def _spec(self, name: str, body: object, line: int, where: str) -> FieldSpec:
        if not isinstance(body, Fields):
            self._problem("kinds.mapping-expected", line, where)
            return FieldSpec(name=name, type="text")
        if "shape" not in body:
            return self._typed_spec(name, body, where)
        shape_name = body["shape"]
        shape = self._shape_body(shape_name, line, where)
        if shape is None:
            return FieldSpec(name=name, type="text")
        if shape_name in self._open:
            chain = " → ".join([*self._open, shape_name])
            self._problem("kinds.shape-cycle", line, where, chain=chain)
            return FieldSpec(name=name, type="text")
        merged = _merged(shape, body)
        self._open.append(shape_name)
        spec = self._typed_spec(name, merged, where)
        self._open.pop()
        return spec

    def _typed_spec(self, name: str, body: Fields, where: str) -> FieldSpec:
        declared: Any = body.get("type")
        if declared not in _TYPES:
            line = body.line_of("type")
            guess = closest(declared, _TYPES)
            self._problem(
                "kinds.unknown-type",
                line,
                where,
                type=declared if isinstance(declared, str) else "",
                guess=guess,
                known=list(_TYPES),
            )
            return FieldSpec(name=name, type="text")
        self._known_keys(body, (*_ANY_TYPE_KEYS, *_KEYS_OF_TYPE.get(declared, ())), where)
        fields = self._fields(self._mapping(body, "fields", where), where)
        of = None
        if declared == "list":
            of = self._spec("of", body.get("of"), body.line_of("of"), f"{where}.of")
        return FieldSpec(
            name=name,
            type=declared,
            required=self._flag(body, "required", where),
            one_of=self._words(body, "one_of", where),
            to=self._words(body, "to", where),
            planned=self._flag(body, "planned", where),
            dated=self._dating(body, fields, where),
            fields=fields,
            of=of,
            catalogue=self._word(body, "catalogue", where),
            single=self._word(body, "single", where),
            none=self._none_if_absent(body, where),
            unless=self._word(body, "unless", where),
            needed=self._flag(body, "needed", where),
        )

    def _none_if_absent(self, body: Fields, where: str) -> bool:
        """Tell whether `absent: none` is declared, the only meaning that an absence can have."""
        value = body.get("absent")
        if "absent" in body and value != "none":
            self._problem("kinds.absent", body.line_of("absent"), f"{where}.absent")
        if "unless" in body and value != "none":
            self._problem("kinds.unless", body.line_of("unless"), f"{where}.unless")
        return bool(value == "none")

    def _dating(self, body: Fields, fields: Mapping[str, FieldSpec], where: str) -> Dating | None:
        if "dated" not in body:
            return None
        part = self._mapping(body, "dated", where)
        self._known_keys(part, ("on", "until"), f"{where}.dated")
        for name in ("on", "until"):
            target = part.get(name)
            spec = fields.get(target) if isinstance(target, str) else None
            needed = name in part or name == "on"
            if needed and (spec is None or spec.type != "day"):
                self._problem(
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
            self._problem("kinds.title", line, where)
            return {"vi": where, "en": where}
        self._known_keys(title, ("vi", "en"), f"{where}.title")
        return dict(title)

    def _mapping(self, body: Fields, key: str, where: str) -> Fields:
        part = body.get(key)
        if isinstance(part, Fields):
            return part
        if key in body:
            self._problem("kinds.mapping-expected", body.line_of(key), f"{where}.{key}")
        return Fields(body.line)

    def _words(self, body: Fields, key: str, where: str) -> tuple[str, ...]:
        words = body.get(key)
        if isinstance(words, Items) and words and all(isinstance(word, str) for word in words):
            return tuple(words)
        if key in body:
            self._problem("kinds.list-expected", body.line_of(key), f"{where}.{key}")
        return ()

    def _word(self, body: Fields, key: str, where: str) -> str | None:
        word = body.get(key)
        if key in body and not isinstance(word, str):
            self._problem("kinds.text-expected", body.line_of(key), f"{where}.{key}")
            return None
        return word

    def _flag(self, body: Fields, key: str, where: str) -> bool:
        value = body.get(key, "false")
        if value not in ("true", "false"):
            self._problem("kinds.yes-no-expected", body.line_of(key), f"{where}.{key}")
        return bool(value == "true")

    def _known_keys(self, body: Fields, known: Iterable[str], where: str) -> None:
        known = tuple(known)
        for key in body:
            if key not in known:
                self._problem(
                    "kinds.unknown-key",
                    body.line_of(key),
                    where,
                    name=key,
                    guess=closest(key, known),
                    known=list(known),
                )

    def _problem(self, code: str, line: int, where: str, **args: object) -> None:
        self.problems.append(Problem(code, Location(self._shown, line), where.strip("."), args))


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
