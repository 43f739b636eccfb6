"""From pack folders to a profile: everything read, checked against each other, nothing judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from isocheck.errors import InputProblems, Problem
from isocheck.packs.amendment_reading import read_amendment
from isocheck.packs.annex_reading import computed_discrepancies
from isocheck.packs.belonging import files_below, strangers
from isocheck.packs.case_reading import read_case
from isocheck.packs.citation_reading import SourceText, read_source
from isocheck.packs.condition_reading import ConditionReader
from isocheck.packs.derived_reading import DerivedValues, RawDerived
from isocheck.packs.discrepancy_reading import declared_discrepancies
from isocheck.packs.environment import Environment, Place
from isocheck.packs.first_causes import first_causes
from isocheck.packs.folders import (
    PackFolder,
    built_in,
    installed,
    named_packs,
    with_required,
)
from isocheck.packs.form import Form, plain
from isocheck.packs.head_reading import read_head
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
    Uncoded,
)
from isocheck.packs.paragraphs import TEXT
from isocheck.packs.parameter_reading import parameter_type, read_parameter
from isocheck.packs.reference_reading import read_references
from isocheck.packs.rule_reading import RuleContext, read_rule
from isocheck.packs.uncoded import read_uncoded
from isocheck.records.base import FactBase, Record
from isocheck.records.folder import records_of_case
from isocheck.records.kinds.kind import Kind
from isocheck.records.kinds.of_packs import KindsFile, read_kinds_of_packs
from isocheck.source.files import read_if_there, shown_path
from isocheck.source.nodes import Fields, Items
from isocheck.source.text import decoded
from isocheck.source.yaml_reader import read_yaml

_MOST_RULES = 2000  # of a profile: compiling them takes time and memory beyond their number


@dataclass(slots=True)
class _Draft:
    """A profile while it is being read."""

    folders: Sequence[PackFolder]
    problems: list[Problem] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)  # files, as shown
    heads: dict[str, PackHead] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)
    sources: dict[str, SourceText] = field(default_factory=dict)
    kinds_hold: bool = True  # whether records can be held to the kinds
    laid_down: dict[str, Items] = field(default_factory=dict)  # records, by file, as read
    reference: tuple[Record, ...] = ()  # the same, checked
    parameters: dict[str, Parameter] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    unread_rules: set[str] = field(default_factory=set)  # ids of rules that are wrong in themselves
    amendments: list[Amendment] = field(default_factory=list)
    discrepancies: list[Discrepancy] = field(default_factory=list)
    uncoded: list[Uncoded] = field(default_factory=list)
    cases: dict[str, tuple[Case, ...]] = field(default_factory=dict)

    def form(self, folder: PackFolder, name: str) -> Form:
        """Return the place where the problems of a file go."""
        sources = {pack: source.paragraphs for pack, source in self.sources.items()}
        return Form(f"{folder.shown}/{shown_path(name)}", self.problems, folder.id, sources)

    def node(self, folder: PackFolder, name: str) -> tuple[Form, Any]:
        """Return a file of a pack as read, None if the pack has no such file, or an empty one."""
        form = self.form(folder, name)
        try:
            data = read_if_there(folder.path / name, form.shown)
            return form, None if data is None else read_yaml(data, form.shown)
        except InputProblems as error:
            self.problems += error.problems
            self.unreadable.add(form.shown)
            return form, None

    def mapping(self, folder: PackFolder, name: str) -> tuple[Form, Fields | None]:
        """Return a file of a pack that holds a mapping; None if there is none."""
        form, node = self.node(folder, name)
        if node is None or isinstance(node, Fields):
            return form, node
        form.problem(
            "pack-not-a-mapping",
            node.line if isinstance(node, Items) else 1,
            folder.id,
            value=plain(node),
        )
        return form, None


def load_profile(name: str, policies: Sequence[Path] = (), *, with_cases: bool = False) -> Profile:
    """Return a profile by name or file, its packs looked up in `policies` too.

    `PROFILE+PACK` adds a pack. Raises InputProblems with everything that is wrong in any of them.
    """
    found, folders = named_packs(name, [built_in(), *policies])
    return read_packs(found[0], folders, with_cases=with_cases)


def load_pack(name: str, policies: Sequence[Path] = (), *, with_cases: bool = True) -> Profile:
    """Return a pack (`id` or `id@version`) with what it requires, and no other, as a profile."""
    folders = with_required(name, installed([built_in(), *policies]))
    return read_packs(folders[-1].id, folders, with_cases=with_cases)


def read_packs(name: str, folders: Sequence[PackFolder], *, with_cases: bool = False) -> Profile:
    """Return the profile that some packs make together, in this order of precedence."""
    draft = _Draft(folders)
    _read_kinds(draft)
    for folder in folders:
        _read_what_stands_alone(draft, folder)
    if draft.kinds_hold:
        draft.reference = read_references(draft.laid_down, draft.kinds, draft.problems)
    environment = Environment(kinds=draft.kinds)
    parameters = _declared_parameters(draft, environment)
    derived = DerivedValues(environment)
    for folder in folders:
        _declare_derived(draft, folder, derived)
    read = derived.read_all()
    _read_parameters(draft, parameters)
    for folder in folders:
        _read_rules(draft, folder, environment)
    for folder in folders:
        _read_amendments(draft, folder, environment)
        _read_margins(draft, folder)
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
        reference=draft.reference,
        discrepancies=tuple(draft.discrepancies),
        uncoded=tuple(draft.uncoded),
        cases=draft.cases,
    )
    if not draft.problems:
        link(profile, draft.problems)
    if draft.problems:
        raise InputProblems(first_causes(draft.problems, draft.unreadable))
    return profile


def _read_what_stands_alone(draft: _Draft, folder: PackFolder) -> None:
    """Read what needs nothing else of the pack, and tell what belongs to none."""
    try:
        draft.problems += strangers(folder)
    except InputProblems as error:
        draft.problems += error.problems
    _read_source(draft, folder)
    _read_head(draft, folder)
    _read_laid_down(draft, folder)


def _read_source(draft: _Draft, folder: PackFolder) -> None:
    form = draft.form(folder, TEXT)
    try:
        data = read_if_there(folder.path / TEXT, form.shown)
        if data is None:
            return
        text = decoded(data, form.shown)
    except InputProblems as error:
        draft.problems += error.problems
        draft.unreadable.add(form.shown)
        return
    draft.sources[folder.id] = read_source(folder.id, text, form)


def _read_head(draft: _Draft, folder: PackFolder) -> None:
    form, node = draft.node(folder, "pack.yaml")
    if form.shown in draft.unreadable:
        return
    place = next(i for i, other in enumerate(draft.folders) if other is folder)
    head = read_head(form, node, folder, draft.folders[:place], _digest(draft, folder))
    if head is not None:
        draft.heads[folder.id] = head


def _digest(draft: _Draft, folder: PackFolder) -> str:
    try:
        return folder.digest()
    except InputProblems as error:
        draft.problems += [p for p in error.problems if p.location.file not in draft.unreadable]
        return ""


def _read_kinds(draft: _Draft) -> None:
    read = [(folder, *draft.node(folder, "kinds.yaml")) for folder in draft.folders]
    files = [KindsFile(node, folder.id, form.shown) for folder, form, node in read if node]
    draft.kinds, problems = read_kinds_of_packs(files)
    draft.problems += problems
    draft.kinds_hold = not draft.problems


def _read_laid_down(draft: _Draft, folder: PackFolder) -> None:
    form, node = draft.node(folder, "reference.yaml")
    if node is None:
        return
    fields = form.mapping(node, 1, folder.id, ("records",), ("records",))
    if fields is not None:
        line = fields.line_of("records")
        draft.laid_down[form.shown] = form.items(fields["records"], line, folder.id)


def _declared_parameters(
    draft: _Draft, environment: Environment
) -> list[tuple[ConditionReader, str, Any, int]]:
    declared = []
    for folder in draft.folders:
        form, node = draft.mapping(folder, "parameters.yaml")
        reader = ConditionReader(form, environment, folder.id)
        for key, value in (node or {}).items():
            line = node.line_of(key) if node else 0
            name = f"{folder.id}.{key}"
            kind = parameter_type(form, name, value, line)
            if kind is None:
                environment.not_read.add(name)
            else:
                declared.append((reader, key, value, line))
            environment.parameter_types[name] = kind or "text"
    return declared


def _read_parameters(
    draft: _Draft, declared: Iterable[tuple[ConditionReader, str, Any, int]]
) -> None:
    for reader, key, node, line in declared:
        kind = reader.environment.parameter_types[f"{reader.pack}.{key}"]
        parameter = read_parameter(reader, key, node, line, kind, Place())
        if parameter is not None:
            draft.parameters[parameter.id] = parameter


def _declare_derived(draft: _Draft, folder: PackFolder, derived: DerivedValues) -> None:
    """Declare what `derived.yaml` and the files of a folder `derived` hold."""
    for name in ("derived.yaml", *files_below(folder, "derived")):
        form, node = draft.mapping(folder, name)
        if node is not None:
            _declare_each(ConditionReader(form, derived.environment, folder.id), node, derived)


def _declare_each(reader: ConditionReader, node: Fields, derived: DerivedValues) -> None:
    form = reader.form
    for name, value in node.items():
        line = node.line_of(name)
        if not isinstance(value, Fields):
            form.problem("pack-not-a-mapping", line, name, value=plain(value))
            derived.environment.not_read.add(name)
            continue
        kinds = reader.kinds(value, name)
        if not kinds and not value.get("for"):
            form.problem("pack-missing-key", value.line_of("for"), name, key="for")
        if not kinds:
            derived.environment.not_read.add(name)
            continue
        derived.declare(RawDerived(name, reader.pack, kinds, value, line, reader, Place()))


def _context(
    draft: _Draft, folder: PackFolder, form: Form, environment: Environment
) -> RuleContext:
    head = draft.heads.get(folder.id)
    known = frozenset(
        record["id"]
        for records in draft.laid_down.values()
        for record in records
        if isinstance(record, Fields) and isinstance(record.get("id"), str)
    )
    known |= {name for other in draft.heads.values() for name in other.fact_ids}
    return RuleContext(
        ConditionReader(form, environment, folder.id),
        head.in_force if head else ALWAYS_IN_FORCE,
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


def _read_rules(draft: _Draft, folder: PackFolder, environment: Environment) -> None:
    def read(form: Form, node: Any, line: int) -> None:
        rule = read_rule(_context(draft, folder, form, environment), node, line)
        if rule is None:
            if isinstance(node, Fields) and isinstance(node.get("id"), str):
                draft.unread_rules.add(node["id"])
            return
        other = draft.rules.get(rule.id)
        if other is not None:
            form.problem("rule-twice", line, rule.id, value=rule.id, other=str(other.location))
        draft.rules[rule.id] = rule
        if len(draft.rules) == _MOST_RULES + 1:
            form.problem("rule-too-many", line, rule.id, limit=_MOST_RULES)

    _read_each(draft, folder, files_below(folder, "rules"), read)


def _read_amendments(draft: _Draft, folder: PackFolder, environment: Environment) -> None:
    packs = frozenset(f.id for f in draft.folders)
    rules = draft.rules.keys() | draft.unread_rules

    def read(form: Form, node: Any, line: int) -> None:
        context = _context(draft, folder, form, environment)
        amendment = read_amendment(context, node, line, rules, packs)
        if amendment is None:
            return
        other = next((a for a in draft.amendments if a.id == amendment.id), None)
        if other is not None:
            form.problem(
                "amendment-twice", line, amendment.id, value=amendment.id, other=str(other.location)
            )
        draft.amendments.append(amendment)

    _read_each(draft, folder, ("amendments.yaml",), read)


def _read_margins(draft: _Draft, folder: PackFolder) -> None:
    """Read what stands beside the rules: what does not agree, what carries no rule."""
    draft.discrepancies += computed_discrepancies(*draft.node(folder, "annex.yaml"))
    draft.discrepancies += declared_discrepancies(*draft.node(folder, "discrepancies.yaml"))
    draft.uncoded += read_uncoded(*draft.node(folder, "uncoded.yaml"))


def _read_cases(draft: _Draft, folder: PackFolder) -> None:
    cases: list[Case] = []
    rules = draft.rules.keys() | draft.unread_rules

    def facts(records: Items, collected: Sequence[str], shown: str) -> FactBase:
        if draft.problems:
            return FactBase()  # which no one will ask for: the pack is not read
        return records_of_case(records, draft.kinds, draft.reference, shown, collected)

    def read(form: Form, node: Any, line: int) -> None:
        case = read_case(form, node, line, rules, facts)
        if case is not None:
            cases.append(case)

    _read_each(draft, folder, files_below(folder, "tests"), read)
    draft.cases[folder.id] = tuple(cases)
