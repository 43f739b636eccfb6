"""From pack folders to a profile: everything read, checked against each other, nothing judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from isocheck.errors import InputProblems, Problem
from isocheck.packs.amendment_reading import read_amendment
from isocheck.packs.case_reading import read_case
from isocheck.packs.citation_reading import SourceText, check_citations, read_in_force, read_source
from isocheck.packs.condition_reading import ConditionReader
from isocheck.packs.derived_reading import DerivedValues, RawDerived
from isocheck.packs.environment import Environment, Place
from isocheck.packs.folders import (
    PackFolder,
    built_in,
    chosen_packs,
    find_profile,
    installed,
    with_required,
)
from isocheck.packs.form import Form, plain
from isocheck.packs.kinds import Kind
from isocheck.packs.kinds_reading import read_kinds
from isocheck.packs.linking import link
from isocheck.packs.model import (
    ALWAYS_IN_FORCE,
    Amendment,
    Case,
    Discrepancy,
    PackHead,
    Parameter,
    Profile,
    Rule,
)
from isocheck.packs.parameter_reading import parameter_type, read_parameter
from isocheck.packs.rule_reading import RuleContext, read_rule
from isocheck.source.nodes import Fields, Items
from isocheck.source.yaml_reader import read_yaml

_HEAD_KEYS = ("id", "version", "title", "instrument", "in_force", "requires", "changelog", "note")
_INSTRUMENT_KEYS = ("number", "kind", "issuer", "issued", "title", "url", "note")


@dataclass(slots=True)
class _Draft:
    """A profile while it is being read."""

    folders: Sequence[PackFolder]
    problems: list[Problem] = field(default_factory=list)
    heads: dict[str, PackHead] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)
    sources: dict[str, SourceText] = field(default_factory=dict)
    references: dict[str, Items] = field(default_factory=dict)
    parameters: dict[str, Parameter] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    amendments: list[Amendment] = field(default_factory=list)
    discrepancies: list[Discrepancy] = field(default_factory=list)
    cases: dict[str, tuple[Case, ...]] = field(default_factory=dict)

    def node(self, folder: PackFolder, name: str) -> tuple[Form, Any]:
        """Return a file of a pack as read, None if the pack has no such file."""
        path = folder.path / name
        form = Form(f"{folder.shown}/{name}", self.problems)
        if not path.is_file():
            return form, None
        try:
            return form, read_yaml(path.read_bytes(), form.shown, empty_is_null=False)
        except InputProblems as error:
            self.problems += error.problems
            return form, None


def load_profile(name: str, policies: Sequence[Path] = (), *, with_cases: bool = False) -> Profile:
    """Return a profile by name or file, its packs looked up in `policies` too.

    Raises InputProblems with everything that is wrong in any of its packs.
    """
    roots = [built_in(), *policies]
    found = find_profile(name, roots)
    return read_packs(found[0], chosen_packs(found, installed(roots)), with_cases=with_cases)


def load_pack(name: str, policies: Sequence[Path] = (), *, with_cases: bool = True) -> Profile:
    """Return a pack (`id` or `id@version`) with what it requires, and no other, as a profile."""
    folders = with_required(name, installed([built_in(), *policies]))
    return read_packs(folders[-1].id, folders, with_cases=with_cases)


def read_packs(name: str, folders: Sequence[PackFolder], *, with_cases: bool = False) -> Profile:
    """Return the profile that some packs make together, in this order of precedence."""
    draft = _Draft(folders)
    for folder in folders:
        _read_head(draft, folder)
        _read_kinds(draft, folder)
        source = folder.path / "source.md"
        if source.is_file():
            draft.sources[folder.id] = read_source(folder.id, source.read_text("utf-8"))
        _read_references(draft, folder)
    environment = Environment(kinds=draft.kinds)
    parameters = _declared_parameters(draft, environment)
    derived = DerivedValues(environment)
    for folder in folders:
        _declare_derived(draft, folder, derived)
    read = derived.read_all()
    for reader, key, node, line in parameters:
        kind = environment.parameter_types[f"{reader.pack}.{key}"]
        parameter = read_parameter(reader, key, node, line, kind, Place())
        if parameter is not None:
            draft.parameters[parameter.id] = parameter
            check_citations(reader.form, line, parameter.id, parameter.cites, draft.sources)
    for folder in folders:
        _read_rules(draft, folder, environment)
    for folder in folders:
        _read_amendments(draft, folder, environment)
        _read_discrepancies(draft, folder)
        if with_cases:
            _read_cases(draft, folder)
    profile = Profile(
        id=name,
        packs=tuple(draft.heads[f.id] for f in folders if f.id in draft.heads),
        kinds=draft.kinds,
        parameters={key: (value,) for key, value in draft.parameters.items()},
        derived=read,
        rules=tuple(draft.rules.values()),
        amendments=tuple(draft.amendments),
        reference=draft.references,
        discrepancies=tuple(draft.discrepancies),
        cases=draft.cases,
    )
    if not draft.problems:
        link(profile, draft.problems)
    if draft.problems:
        raise InputProblems(draft.problems)
    return profile


def _read_head(draft: _Draft, folder: PackFolder) -> None:
    form, node = draft.node(folder, "pack.yaml")
    fields = form.mapping(node, 1, folder.id, _HEAD_KEYS, ("id", "version", "title"))
    if fields is None:
        return
    for key, wanted in (("id", folder.id), ("version", folder.version)):
        if fields[key] != wanted:
            form.problem(
                "pack-folder-name",
                fields.line_of(key),
                folder.id,
                key=key,
                value=plain(fields[key]),
                wanted=wanted,
            )
    earlier = set(draft.heads)
    for required in form.texts(fields, "requires", folder.id):
        if required.partition("@")[0] not in earlier:
            form.problem("pack-requires", fields.line_of("requires"), folder.id, value=required)
    instrument = None
    if "instrument" in fields:
        inner = form.mapping(
            fields["instrument"],
            fields.line_of("instrument"),
            folder.id,
            _INSTRUMENT_KEYS,
            ("number",),
        )
        instrument = {key: plain(value) for key, value in (inner or {}).items()}
    draft.heads[folder.id] = PackHead(
        id=folder.id,
        version=folder.version,
        title=form.both_languages(fields, "title", folder.id),
        instrument=instrument,
        in_force=read_in_force(form, fields, "in_force", folder.id) or ALWAYS_IN_FORCE,
        requires=form.texts(fields, "requires", folder.id),
        sha256=folder.digest(),
        location=form.location(1),
    )


def _read_kinds(draft: _Draft, folder: PackFolder) -> None:
    form, node = draft.node(folder, "kinds.yaml")
    if node is None:
        return
    try:
        kinds = read_kinds(node, folder.id, form.shown)
    except InputProblems as error:
        draft.problems += error.problems
        return
    for name, kind in kinds.items():
        if name in draft.kinds:
            line = node["kinds"].line_of(name)
            form.problem("kind-twice", line, folder.id, value=name, other=draft.kinds[name].pack)
        draft.kinds[name] = kind


def _read_references(draft: _Draft, folder: PackFolder) -> None:
    form, node = draft.node(folder, "reference.yaml")
    if node is None:
        return
    fields = form.mapping(node, 1, folder.id, ("records",), ("records",))
    if fields is not None:
        draft.references[form.shown] = form.items(fields["records"], 1, folder.id)


def _declared_parameters(
    draft: _Draft, environment: Environment
) -> list[tuple[ConditionReader, str, Any, int]]:
    declared = []
    for folder in draft.folders:
        form, node = draft.node(folder, "parameters.yaml")
        if node is None or not isinstance(node, Fields):
            continue
        reader = ConditionReader(form, environment, folder.id)
        for key, value in node.items():
            line = node.line_of(key)
            environment.parameter_types[f"{folder.id}.{key}"] = parameter_type(
                form, key, value, line
            )
            declared.append((reader, key, value, line))
    return declared


def _declare_derived(draft: _Draft, folder: PackFolder, derived: DerivedValues) -> None:
    form, node = draft.node(folder, "derived.yaml")
    if node is None:
        return
    if not isinstance(node, Fields):
        form.problem("pack-not-a-mapping", 1, folder.id, value=plain(node))
        return
    reader = ConditionReader(form, derived.environment, folder.id)
    for name, value in node.items():
        line = node.line_of(name)
        if not isinstance(value, Fields):
            form.problem("pack-not-a-mapping", line, name, value=plain(value))
            continue
        kinds = form.texts(value, "for", name)
        unknown = [kind for kind in kinds if kind not in derived.environment.kinds]
        if unknown or not kinds:
            known = ", ".join(sorted(derived.environment.kinds))
            form.problem(
                "unknown-kind-in-pack",
                line,
                name,
                value=", ".join(unknown) or "none",
                suggestion="",
                known=known,
            )
            continue
        derived.declare(RawDerived(name, folder.id, kinds, value, line, reader, Place()))


def _context(
    draft: _Draft, folder: PackFolder, form: Form, environment: Environment
) -> RuleContext:
    head = draft.heads.get(folder.id)
    known = frozenset(
        record["id"]
        for records in draft.references.values()
        for record in records
        if isinstance(record, Fields) and isinstance(record.get("id"), str)
    )
    return RuleContext(
        ConditionReader(form, environment, folder.id),
        head.in_force if head else ALWAYS_IN_FORCE,
        draft.sources,
        known,
    )


def _read_each(
    draft: _Draft, folder: PackFolder, names: Iterable[str], read: Callable[[Form, Any, int], None]
) -> None:
    """Call `read` with each entry of the list that each file holds."""
    for name in names:
        form, node = draft.node(folder, name)
        if node is None:
            continue
        entries = form.items(node, 1, folder.id)
        for index, entry in enumerate(entries):
            read(form, entry, entries.line_of(index))


def _yaml_below(folder: PackFolder, name: str) -> list[str]:
    return sorted(f"{name}/{p.name}" for p in (folder.path / name).glob("*.yaml"))


def _read_rules(draft: _Draft, folder: PackFolder, environment: Environment) -> None:
    def read(form: Form, node: Any, line: int) -> None:
        rule = read_rule(_context(draft, folder, form, environment), node, line)
        if rule is None:
            return
        other = draft.rules.get(rule.id)
        if other is not None:
            form.problem("rule-twice", line, rule.id, value=rule.id, other=str(other.location))
        draft.rules[rule.id] = rule

    _read_each(draft, folder, _yaml_below(folder, "rules"), read)


def _read_amendments(draft: _Draft, folder: PackFolder, environment: Environment) -> None:
    packs = frozenset(draft.heads)

    def read(form: Form, node: Any, line: int) -> None:
        context = _context(draft, folder, form, environment)
        amendment = read_amendment(context, node, line, draft.rules, packs)
        if amendment is not None:
            draft.amendments.append(amendment)

    _read_each(draft, folder, ("amendments.yaml",), read)


def _read_discrepancies(draft: _Draft, folder: PackFolder) -> None:
    keys = ("at", "printed", "computed", "note", "quotes")

    def read(form: Form, node: Any, line: int) -> None:
        fields = form.mapping(
            node, line, "discrepancy", keys, ("at", "printed", "computed", "note")
        )
        if fields is not None:
            note = form.both_languages(fields, "note", "discrepancy")
            found = Discrepancy(
                source=folder.id, at=form.text(fields, "at", "discrepancy"), printed=fields["printed"],
                computed=fields["computed"], note=note,
            )  # fmt: skip
            draft.discrepancies.append(found)

    _read_each(draft, folder, ("discrepancies.yaml",), read)


def _read_cases(draft: _Draft, folder: PackFolder) -> None:
    cases: list[Case] = []

    def read(form: Form, node: Any, line: int) -> None:
        case = read_case(form, node, line, draft.rules)
        if case is not None:
            cases.append(case)

    _read_each(draft, folder, _yaml_below(folder, "tests"), read)
    draft.cases[folder.id] = tuple(cases)
