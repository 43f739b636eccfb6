"""The kinds of record that packs declare in `kinds.yaml`, and the fields of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from isocheck.records.kinds.vocabularies import Vocabulary, Word

FieldType = Literal[
    "text",  # a string as written: codes, numbers of documents, words
    "day",
    "year",  # an integer
    "money",  # whole đồng, never negative
    "yes_no",
    "period",  # years: 2019, 2018-2020; a part of one: 2019-H1, 2019-Q3
    "reference",  # the id of another record
    "codes",  # a list of texts, or the word `all`
    "object",
    "list",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """Which fields date a thing: it is there from `on`, up to and not including `until`.

    An absent `until` says that it has not ended (design §2). An absent `on` is not known, unless
    its field is none where it is absent: then none means long ago (`always`).
    """

    on: str
    until: str | None = None
    always: bool = False


@dataclass(frozen=True, slots=True)
class Less:
    """What is taken off an amount in a sum: an amount of each entry of a list of the record."""

    entries: str
    amount: str


OWNER: Final = "owner."  # before the field of a record that holds what is at hand
CATALOGUE: Final = "catalogue"  # `{catalogue: ID}` in the place of a list


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What the column of a field is called in tables: in each language, and what else may stand."""

    label: Mapping[str, str]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field of a kind, an object or a list entry."""

    name: str
    type: FieldType
    required: bool = False
    vocabulary: Vocabulary | None = None  # the words that a text may be
    to: tuple[str, ...] = ()  # kinds that a reference may name; empty: any
    never: tuple[str, ...] = ()  # kinds that a reference cannot name, where `to` is empty
    ends: tuple[str, str] | None = None  # what it names has ended where this field is this word
    planned: bool = False  # a day that is no event: never filtered by the day judged
    ahead: int | None = (
        None  # years that it may lie after the day its file was collected; None: any
    )
    # what a day cannot lie before: a day, a year or a period beside it, a record that is named
    # beside it (the day that dates it), or a field of the record that holds it (`owner.FIELD`)
    follows: tuple[str, ...] = ()
    changes: str | None = None  # of a list: what each of its entries, by their days, changes
    dated: Dating | None = None  # of an object, or of the entries of a list (on `of`)
    fields: Mapping[str, FieldSpec] = field(default_factory=dict)  # of an object
    of: FieldSpec | None = None  # of a list: its entries
    catalogue: str | None = None  # the list may be `{catalogue: ID}` of a record of this kind
    single: str | None = None  # the field that stands for a list of one entry
    none: bool = False  # absent, it is none, not unknown
    unless: str | None = None  # … but where this field beside it is there, it is not known
    unless_words: tuple[str, ...] = ()  # … only where that field is one of these, or not known
    less: Less | None = None  # of an amount: what came back of it
    needed: bool = False  # a list that its owner cannot be without: no declaration makes it empty
    column: Column | None = None  # the heading of the field in tables
    document: bool = False  # a text that names a document: a mark for yes or no names none
    digits: int | None = None  # how many a code has, where programs like to drop leading zeros
    label: Mapping[str, str] = field(default_factory=dict)  # what reports call it; else its name
    meaning: Mapping[str, str] = field(default_factory=dict)  # for who fills it in
    # what a person could write there, in each language; of a reference the kind it would name
    example: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unique:
    """What no two records of a kind share that stand at the same time: all of `fields` alike.

    Unless one of `apart` is known of both and differs.
    """

    fields: tuple[str, ...]
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingLine:
    """Which field of a kind has which part of a reporting line: who reports what to whom.

    `above` and `members` are yes or no: the body above the sender, and of the kind that reports
    its members alone. `at` (a text or a list), `quote` and `source` cite the words
    of an instrument, as in rules.
    """

    sender: str | None = None
    kind: str | None = None  # of the senders, where all of a kind report
    members: str | None = None
    to: str | None = None  # a list
    above: str | None = None
    through: str | None = None
    type: str | None = None
    when: str | None = None
    at: str | None = None
    quote: str | None = None
    source: str | None = None
    verification: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of record."""

    id: str
    pack: str
    title: Mapping[str, str]
    plural: Mapping[str, str] = field(default_factory=dict)  # what several are called
    aliases: tuple[str, ...] = ()  # what a fact file may write for it besides its id and title
    fields: Mapping[str, FieldSpec]
    body: bool = False
    dated: Dating | None = None
    groups_by: str | None = None  # the field that names the body below which it is listed
    reference: bool = False  # laid down by a pack's reference.yaml, refused in fact files
    unique: tuple[Unique, ...] = ()
    column: Column | None = None  # the heading of its ids in tables, besides that of every kind
    line: ReportingLine | None = None  # its records are reporting lines
    known_by: str | None = None  # the text that people know a record by that has no name

    def called(self, values: Mapping[str, object]) -> str | None:
        """Return what people know a record by: its name, else the number of its document, say."""
        for field_name in ("name", self.known_by):
            known = None if field_name is None else values.get(field_name)
            if isinstance(known, str) and known:
                return known
        return None


def as_words(kinds: Iterable[Kind]) -> Vocabulary:
    """Return kinds as the words that the field `kind` may be."""
    words = {k.id: Word(id=k.id, label=k.title, aliases=k.aliases) for k in kinds}
    return Vocabulary(id="kind", pack="", words=words)


def key_of_parts(
    parts: Mapping[str, FieldSpec], record: Mapping[str, FieldSpec], less: Less
) -> str | None:
    """Return the reference that tells for which part of an amount an entry of `less` is meant."""
    spec = record.get(less.entries)
    if spec is None or spec.of is None:
        return None
    both = (name for name, field in spec.of.fields.items() if field.type == "reference")
    return next((n for n in both if n in parts and parts[n].type == "reference"), None)
