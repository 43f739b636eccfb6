"""What a pack says, once read and checked: rules, parameters, derived values, amendments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from isocheck.errors import Location, Problem
from isocheck.packs.conditions import Condition, Expression, Path, ValueType
from isocheck.records.base import FactBase, Record
from isocheck.records.kinds.kind import Kind
from isocheck.records.kinds.vocabularies import Vocabulary

Modality = Literal["must", "should", "may"]
Verification = Literal["primary", "secondary", "derived", "interpretation", "unverified"]
Mode = Literal["due", "always", "until"]
Form = Literal["act", "state", "cap", "target"]  # how an outcome is worded for people
SettledBy = Literal["text", "record"]  # what would tell, where a parameter is not known
Text = Mapping[str, str]  # {vi, en}


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A place in an instrument, with the words quoted from it."""

    source: str
    at: str
    quote: str | None = None
    verification: Verification | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """The days on which something is law: from `start`, up to and not including `end`."""

    start: date | None = None
    end: date | None = None

    def on(self, day: date) -> bool:
        """Tell whether it is law on `day`."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


ALWAYS_IN_FORCE = InForce()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One of several meanings of an ambiguous text."""

    id: str
    value: Expression
    label: Text | None = None
    cites: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A number, day or word of the law, apart from the rules that use it.

    One reading is a plain value. Without any the value is not known (`unverified`), but for
    `between`, the bounds within which it must lie. What would tell then is a text, or a record
    that is clearer (`settled_by`).
    """

    id: str  # pack.name
    pack: str
    type: ValueType
    readings: tuple[Reading, ...]
    verification: Verification
    between: tuple[Expression | None, Expression | None] | None = None
    settled_by: SettledBy = "text"
    cites: tuple[Citation, ...] = ()
    label: Text | None = None  # what people call it; else its note says what it is
    note: Text | None = None
    in_force: InForce = ALWAYS_IN_FORCE
    location: Location
    amended_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The members an aggregate counts: records of kinds, or the entries of a list.

    `kinds` and `entries` together are the entries of a list field of every record of those kinds;
    `entries` alone is a list of the record at hand.
    """

    kinds: tuple[str, ...] = ()
    entries: Path | None = None


Operation = Literal[
    "count", "sum", "min", "max", "latest", "any", "share", "list", "distinct",
    "difference", "add", "holds",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Derived:
    """A named value computed from facts."""

    name: str
    pack: str
    kinds: tuple[str, ...]
    type: ValueType
    label: Text | None = None  # what people call it; None: by its name
    vocabulary: Vocabulary | None = None  # the words that a text taken or listed may be
    operation: Operation
    source: Source | None = None
    among: Condition | None = None
    where: Condition | None = None
    take: Path | None = None  # what is summed, taken, listed
    by: Path | None = None  # latest: the day that orders
    skip_first: bool = False
    operands: tuple[Path, ...] = ()  # difference, add
    cites: tuple[Citation, ...] = ()
    verification: Verification | None = None
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Exception_:  # noqa: N801 - Exception is taken by Python
    """An `unless` of a rule, with the citation it stands on."""

    condition: Condition
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Per:
    """The items that a rule is judged on, one finding each."""

    source: Source
    where: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What must be done when a rule is not fulfilled."""

    id: str
    do: Text
    by: Expression
    report_to: tuple[Expression, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """An obligation as a pack encodes it."""

    id: str
    pack: str
    title: Text
    kinds: tuple[str, ...]
    modality: Modality
    verification: Verification
    form: Form
    cites: tuple[Citation, ...]
    when: Condition
    unless: tuple[Exception_, ...]
    require: Condition | None
    mode: Mode
    due: Expression | None
    due_verification: Verification | None = None  # as the rule states it; else the parameter's
    after_end: bool = False  # a limit that is judged on after its body has ended
    per: Per | None
    details: Mapping[str, Path] = field(default_factory=dict)
    details_each: Mapping[str, Path] = field(default_factory=dict)  # read for each of these records
    detail_labels: Mapping[str, Text] = field(default_factory=dict)  # else by their paths
    action: Action | None = None
    note: Text | None = None
    in_force: InForce = ALWAYS_IN_FORCE
    location: Location
    amended_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What a later pack does to an earlier one, from a day on."""

    id: str
    pack: str
    does: Literal["sets", "replaces", "repeals", "ends"]
    target: str  # a parameter, a rule, or a kind
    in_force: InForce
    over: str | None
    parameter: Parameter | None = None  # sets
    rule: Rule | None = None  # replaces
    reason: Text | None = None
    cites: tuple[Citation, ...] = ()
    verification: Verification = "secondary"
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """A printed figure or phrase of the instrument that does not agree with the rest of it."""

    source: str
    at: str
    printed: Any
    computed: Any
    note: Text
    cites: tuple[Citation, ...] = ()  # the words that do not agree
    from_cells: bool = False  # computed from figures transcribed in `annex.yaml`
    location: Location | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncoded:
    """A paragraph of an instrument, or some words of it, that carries no rule; and why."""

    pack: str
    at: str
    quote: str | None
    reason: Text
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One test case of a pack: facts, a day, and the outcomes expected.

    Facts that are wrong make a case that fails (`problems`), not a pack that cannot be read.
    """

    name: str
    as_of: date
    facts: FactBase
    problems: tuple[Problem, ...] = ()  # what is wrong with the facts, which are empty then
    expect: Mapping[str, Mapping[str, str | Mapping[str, str]]]
    modality: Mapping[str, str] = field(default_factory=dict)  # rule -> how binding it is
    details: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # by rule, by subject
    readings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # outcome by reading
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class PackHead:
    """The identity of a pack: what `pack.yaml` says."""

    id: str
    version: str
    title: Text
    instrument: Mapping[str, str] | None
    in_force: InForce
    requires: tuple[str, ...]
    cited: Mapping[str, str] = field(default_factory=dict)  # numbers of instruments of other packs
    fact_ids: Mapping[str, Text] = field(default_factory=dict)  # bodies of the facts that it names
    sha256: str
    location: Location


@dataclass(slots=True, kw_only=True)
class Profile:
    """The packs that together are the law for a place and a time, resolved and checked."""

    id: str
    packs: tuple[PackHead, ...]
    kinds: Mapping[str, Kind]
    parameters: Mapping[str, tuple[Parameter, ...]]  # by id; several when amended, by days in force
    derived: Mapping[tuple[str, str], Derived]  # by (kind, name)
    rules: tuple[Rule, ...]
    amendments: tuple[Amendment, ...]
    reference: tuple[Record, ...]  # that the packs lay down
    discrepancies: tuple[Discrepancy, ...]
    uncoded: tuple[Uncoded, ...] = ()
    cases: Mapping[str, tuple[Case, ...]] = field(default_factory=dict)  # by pack
    depends: Mapping[str, frozenset[str]] = field(default_factory=dict)  # rule -> parameters read
