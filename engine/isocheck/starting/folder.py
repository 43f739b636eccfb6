"""The files of a folder to begin with, as texts; the same call gives the same bytes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from isocheck.messages.words import Language
from isocheck.packs.model import Profile
from isocheck.packs.starting import Plan, PlannedFile
from isocheck.records.kinds.kind import FieldSpec, Kind
from isocheck.source.files import SETTINGS
from isocheck.starting import words
from isocheck.starting.asked import asked_of
from isocheck.starting.examples import Examples, fields_of, legend, to_fill, when_it_happened
from isocheck.starting.spelling import slug
from isocheck.starting.units import Unit
from isocheck.starting.yaml_text import name as as_name
from isocheck.starting.yaml_text import quoted_if_needed

_WIDTH = 92
_GIVEN = ("name", "parent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a person asked for."""

    lang: Language
    profile: str
    title: str  # of the profile
    as_of: date
    collected_on: date
    source: str  # the list, as shown; empty without one
    folder: str  # as typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A record of which something is known."""

    id: str
    kind: str
    name: str
    above: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    listed: bool = False  # it comes from the list


@dataclass(slots=True, kw_only=True)
class Start:
    """The folder being made."""

    wanted: Wanted
    plan: Plan
    profile: Profile
    records: list[Known]
    _asked: dict[str, frozenset[str]] = field(default_factory=dict)  # of each kind

    def files(self) -> dict[str, str]:
        """Return the text of each file by its path, in the order of the guide."""
        lang = self.wanted.lang
        left = {record.id: record for record in self.records}
        written: dict[str, str] = {}
        about: list[tuple[str, str]] = []
        for planned in self._planned():
            for path, mine in self._shares(planned, left):
                kinds = [self.profile.kinds[kind] for kind in planned.kinds]
                written[path] = self._file(kinds, mine, planned)
                about.append((path, self._about(kinds, mine)))
        name, text = words.README[lang]
        top = self.records[0].name
        day = self.wanted.collected_on.isoformat()
        width = max(len(path) for path, _ in about)
        listed = "".join(f"   {path:<{width}}  {what}\n" for path, what in about)
        readme = text.format(name=top, files=listed, folder=self.wanted.folder, day=day)
        return {name: readme, SETTINGS: self._settings(top, name), **written}

    def _planned(self) -> Iterator[PlannedFile]:
        """Yield the files that packs plan, then one for each kind that none plans."""
        seen: set[str] = set()
        for planned in self.plan.files:
            seen.update(planned.kinds)
            yield planned
        for kind in self.profile.kinds.values():
            if kind.id not in seen and not kind.reference:
                path = {lang: slug(title) for lang, title in kind.title.items()}
                yield PlannedFile(path=path, kinds=(kind.id,))

    def _shares(
        self, planned: PlannedFile, left: dict[str, Known]
    ) -> Iterator[tuple[str, list[Known]]]:
        """Yield the path and the records of each file that is planned; take them from `left`."""
        path = f"{planned.path[self.wanted.lang]}.yaml"
        fitting = [record for record in left.values() if record.kind in planned.kinds]
        if planned.each is None and (fitting or not self._passed_over(planned.kinds)):
            yield path, fitting
            for record in fitting:
                del left[record.id]
            return
        below: dict[str | None, list[Known]] = {}
        for record in fitting:
            below.setdefault(record.above, []).append(record)
        for top in [record for record in fitting if record.kind == planned.each]:
            mine = [top, *below.get(top.id, ())]
            code = top.values.get(self.plan.fields.get("code", ""), "")
            yield path.format(name="-".join(filter(None, [code, slug(top.name)]))), mine
            for record in mine:
                del left[record.id]

    def _passed_over(self, kinds: Sequence[str]) -> bool:
        """Tell whether no record of these kinds is wanted: they stand elsewhere, or one below."""
        levels = [level.kind for level in self.plan.levels]
        known = {record.kind for record in self.records}
        lowest = max((n for n, kind in enumerate(levels) if kind in known), default=0)
        return all(kind in known or kind in levels[:lowest] for kind in kinds)

    def _about(self, kinds: Sequence[Kind], mine: Sequence[Known]) -> str:
        lang = self.wanted.lang
        if not mine:
            return words.ABOUT_EMPTY[lang].format(title=kinds[0].title[lang])
        counts = [(kind, sum(r.kind == kind.id for r in mine)) for kind in kinds]
        shown = [
            words.COUNTED[lang].format(title=kind.title[lang], count=count)
            for kind, count in counts if count
        ]  # fmt: skip
        first = f"{mine[0].name}. " if len(counts) > 1 and mine[0].listed else ""
        return first + "; ".join(shown)

    # one file

    def _file(self, kinds: Sequence[Kind], mine: Sequence[Known], planned: PlannedFile) -> str:
        lines = list(self._head(kinds, mine))
        for kind in kinds:
            of_kind = [record for record in mine if record.kind == kind.id]
            for record in of_kind:
                lines += ["", *self._record(kind, record, mine)]
            if planned.each is None and self._may_be_added(kind):
                lines += ["", *self._new_record(kind, mine)]
        return "\n".join(lines).replace("records:\n\n", "records:\n") + "\n"

    def _may_be_added(self, kind: Kind) -> bool:
        """Tell whether a person adds records of a kind: those that the list gives are all there."""
        levels = {level.kind for level in self.plan.levels}
        there = {record.kind for record in self.records if record.listed}
        return kind.id not in levels & there and bool(self._to_fill(kind))

    def _head(self, kinds: Sequence[Kind], mine: Sequence[Known]) -> Iterator[str]:
        lang, wanted = self.wanted.lang, self.wanted
        yield f"# {self._about(kinds, mine)}."
        legends = list(self._legends(kinds))
        if legends:
            yield "#"
            first = next(
                (s.name for k in kinds for s in self._to_fill(k) if s.type == "object"), ""
            )
            how = words.HEAD[lang] if mine and first else words.HEAD_NEW[lang]
            told = how.format(field=first, day=wanted.collected_on.isoformat()).split("\n")
            if not mine and self._fits_a_table(kinds[0]):
                told += self._of_a_table(kinds[0])
            yield from (f"# {line}" for line in told)
            yield from legends
        yield "facts: v1"
        yield f"collected_on: {wanted.collected_on.isoformat()}"
        if wanted.source and any(record.listed for record in mine):
            yield f"source: {as_name(wanted.source)}"
        else:
            yield words.SOURCE[lang]
        if legends:
            yield words.COMPLETE[lang]
        yield "records:"

    def _legends(self, kinds: Sequence[Kind]) -> Iterator[str]:
        """Yield what the fields of the records of a file mean, each once."""
        lang = self.wanted.lang
        held = {kind.id: self._to_fill(kind) for kind in kinds}
        held = {kind: fields for kind, fields in held.items() if fields}
        later = {
            kind.id: when_it_happened(kind.fields, kind.dated) for kind in kinds if kind.id in held
        }
        for title, of_kind in ((words.FIELDS[lang], held), (words.WHEN[lang], later)):
            together = {spec.name: spec for fields in of_kind.values() for spec in fields}
            if not together:
                continue
            yield from ("#", f"# {title}") if of_kind is held else (f"# {title}",)
            notes = {name: self._only(name, of_kind) for name in together}
            fields = list(together.values())
            yield from (f"#{line}" for line in legend(fields, lang, notes, self._titles()))

    def _of_a_table(self, kind: Kind) -> list[str]:
        """Return how a table takes the place of the file: its name and its columns."""
        lang = self.wanted.lang
        fields = [(spec.name, spec.column) for spec in self._to_fill(kind)]
        columns = [column.label[lang] if column else name for name, column in fields]
        columns.insert(0, kind.column.label[lang] if kind.column else "id")
        told = words.TABLE[lang].format(table=f"{kind.id}.csv", columns="; ".join(columns))
        return textwrap.wrap(
            told, _WIDTH, initial_indent="  - ", subsequent_indent="    ", break_on_hyphens=False
        )

    def _titles(self) -> dict[str, str]:
        return {kind.id: kind.title[self.wanted.lang] for kind in self.profile.kinds.values()}

    def _fits_a_table(self, kind: Kind) -> bool:
        """Tell whether a row can hold a record of a kind: one value in each field."""
        fields = self._to_fill(kind)
        return not any(s.type == "object" or (s.of and s.of.type == "object") for s in fields)

    def _only(self, name: str, held: Mapping[str, Sequence[FieldSpec]]) -> str:
        """Return of which kinds alone a field is, an empty text if all of the file have it."""
        lang = self.wanted.lang
        having = [kind for kind, fields in held.items() if name in {spec.name for spec in fields}]
        if len(having) == len(held):
            return ""
        titles = ", ".join(self.profile.kinds[kind].title[lang] for kind in having)
        return words.ONLY[lang].format(titles)

    def _to_fill(self, kind: Kind) -> list[FieldSpec]:
        """Return the fields of a record that a person fills in."""
        if not kind.body:
            return [s for s in to_fill(kind.fields, kind.dated) if s.name != "name" or s.required]
        asked = self._asked.get(kind.id)
        if asked is None:
            asked = self._asked[kind.id] = asked_of(self.profile, kind.id)
        return fields_of(kind, asked, frozenset((*_GIVEN, *self.plan.fields.values())))

    def _record(self, kind: Kind, record: Known, mine: Sequence[Known]) -> Iterator[str]:
        yield f"  - id: {quoted_if_needed(record.id)}"
        yield f"    kind: {kind.id}"
        yield f"    name: {as_name(record.name)}"
        if record.above is not None:
            yield f"    {self.plan.fields['parent']}: {record.above}"
        for name, value in record.values.items():
            yield f"    {name}: {as_name(value)}"
        examples = self._examples([record, *mine])
        yield from (f"    # {line}" for line in examples.lines(self._to_fill(kind), ""))

    def _new_record(self, kind: Kind, mine: Sequence[Known]) -> Iterator[str]:
        lang = self.wanted.lang
        examples = self._examples(mine, kind)
        yield f"  # - id: {examples.marked(self._new_id(kind))}"
        yield f"  #   kind: {kind.id}"
        fields = [spec for spec in self._to_fill(kind) if spec.name not in _GIVEN]
        if kind.fields["name"].required:
            title = quoted_if_needed(kind.title[lang] + " …")
            yield f"  #   name: {examples.marked(title)}"
        parent = kind.fields.get(self.plan.fields["parent"])
        if kind.body and parent is not None:
            above = self._examples(mine).find([parent.example.get(lang, "")])
            marked = examples.marked(above or self.records[0].id)
            yield f"  #   {self.plan.fields['parent']}: {marked}"
        yield from (f"  #   {line}" for line in examples.lines(fields, ""))

    def _examples(self, nearest: Sequence[Known], new: Kind | None = None) -> Examples:
        """Return the examples beside some records; of a `new` one, that may name other new ones."""

        def find(kinds: Sequence[str]) -> str | None:
            for kind in kinds:
                for record in (*nearest, *self.records):
                    if record.kind == kind:
                        return record.id
                for record_id, of in self._laid_down():
                    if of == kind:
                        return record_id
                declared = self.profile.kinds.get(kind)
                if declared is not None and not declared.body and new not in (None, declared):
                    return self._new_id(declared)
            return None

        def shared(kind: str) -> str:
            return find([kind]) or self._new_id(self.profile.kinds[kind])

        day = self.wanted.collected_on
        return Examples(lang=self.wanted.lang, day=day, find=find, shared=shared)

    def _new_id(self, kind: Kind) -> str:
        return f"{slug(kind.title[self.wanted.lang])}-01"

    def _laid_down(self) -> Iterator[tuple[str, str]]:
        return ((record.id, record.kind) for record in self.profile.reference)

    def _settings(self, name: str, readme: str) -> str:
        wanted = self.wanted
        text = words.SETTINGS[wanted.lang].format(
            name=name, readme=readme, profile=quoted_if_needed(wanted.profile),
            title=wanted.title, as_of=wanted.as_of, collected_on=wanted.collected_on,
        )  # fmt: skip
        kinds = [kind for kind in self.profile.kinds.values() if not kind.reference]
        return text + "".join(f"#   - {k.id:<22} # {k.title[wanted.lang]}\n" for k in kinds)


def records_of(
    units: Sequence[Unit], plan: Plan, kinds: Mapping[str, Kind], beside: Sequence[Known] = ()
) -> list[Known]:
    """Return the records of the units, then of the bodies that packs name, or lists beside them."""
    found = [_record_of(unit, plan, kinds) for unit in units]
    top = found[0].id
    for body in plan.bodies:
        above = top if plan.fields["parent"] in kinds[body.kind].fields else None
        found.append(Known(id=body.id, kind=body.kind, name=body.name, above=above))
    found += [replace(body, above=top) for body in beside]
    return found


def _record_of(unit: Unit, plan: Plan, kinds: Mapping[str, Kind]) -> Known:
    kind = kinds[plan.levels[unit.level].kind]
    held = {plan.fields["code"]: unit.code, plan.fields["type"]: unit.type}
    values = {name: value for name, value in held.items() if value and name in kind.fields}
    above = None if unit.above is None else unit.above.id
    return Known(id=unit.id, kind=kind.id, name=unit.name, above=above, values=values, listed=True)
