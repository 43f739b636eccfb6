"""A run as the text report looks at it: names, kinds of value, explanations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from isocheck.evaluate.run import Evaluation
from isocheck.evaluate.shown import A_GROUP
from isocheck.finding import Explanation, Finding, Missing, RequiredAction
from isocheck.messages.words import Language
from isocheck.packs.conditions import ValueType
from isocheck.packs.labels import Labels
from isocheck.packs.model import PackHead, Parameter, Rule
from isocheck.records.kinds.kind import FieldSpec, as_words
from isocheck.records.kinds.vocabularies import Vocabulary
from isocheck.report.collation import Key, vietnamese_key
from isocheck.report.selection import Selected, is_open
from isocheck.report.values import LONGEST_LIST, list_words, range_words, value_words
from isocheck.report.words import Pair, say, told_as

_NAMED: Final = frozenset({"reference", "list", "codes", "object", None})
_OF_TEXTS: Final = ("param.", "rule.")  # what the packs leave open; else it is a register


@dataclass(slots=True, kw_only=True)
class View:
    """A run, in a language."""

    selected: Selected
    lang: Language
    rules: dict[str, Rule] = field(init=False)
    instruments: dict[str, str] = field(init=False)
    actions: dict[tuple[str, str, str | None], RequiredAction] = field(init=False)
    labels: Labels = field(init=False)  # what paths, details and readings are called
    quoted: set[str] = field(default_factory=set)  # rules whose quotes were printed
    cited: set[tuple[str, str]] = field(default_factory=set)  # and for which subjects their place
    told: set[str] = field(default_factory=set)  # notes of readings that were printed
    cut: bool = False  # whether a list of names was cut
    places: bool = True  # whether to say in which file and line a fact stands
    listing: bool = False  # whether what stands behind a number is listed in full elsewhere
    draft: bool = False  # whether blocks are made to be compared only: nothing counts as cited
    _explained: dict[int, Explanation] = field(default_factory=dict)
    _heads: frozenset[str] | None = None

    def __post_init__(self) -> None:
        """Make what is looked up often."""
        evaluation = self.evaluation
        self.rules = {rule.id: rule for rule in evaluation.law.rules}
        self.instruments = instruments_of(evaluation.profile.packs)
        self.actions = {key: a for a in self.selected.actions for key in a.because_of}
        self.labels = Labels.of(evaluation.profile, self.lang)

    @property
    def evaluation(self) -> Evaluation:
        """The run looked at."""
        return self.selected.evaluation

    def say(self, vi: str, en: str) -> str:
        """Return the words of the language of the report."""
        return say((vi, en), self.lang)

    def pair(self, pair: Pair) -> str:
        """Return the words of a pair in the language of the report."""
        return say(pair, self.lang)

    def why(self, finding: Finding) -> Explanation:
        """Return the explanation of a finding, made once."""
        found = self._explained.get(id(finding))
        if found is None:
            found = self._explained[id(finding)] = self.evaluation.explain(finding)
        return found

    def of_texts(self, finding: Finding) -> bool:
        """Tell whether the texts alone leave a finding open, whatever facts and registers say."""
        if told_as(finding) != "indeterminate" or not is_open(finding):
            return False  # whatever the texts say, what is not met is to be done
        unverified = self.rules[finding.rule].verification == "unverified"
        if unverified and "not_applicable" not in finding.possible:
            return True  # whatever the facts, it is never met or not met
        return all(of_the_texts(entry) for entry in self.why(finding).missing)

    def path(self, path: str, record_id: str | None = None) -> str:
        """Return what a path of a record is called; a parameter without a label by its note."""
        record = None if record_id is None else self.evaluation.facts.records.get(record_id)
        label = self.labels.path(path, () if record is None else (record.kind,))
        if label != path or not path.startswith("param."):
            return label
        name = path.removeprefix("param.")
        parameter = self.parameter(name)
        return name if parameter is None or parameter.note is None else parameter.note[self.lang]

    def title(self, rule: str) -> str:
        """Return the title of a rule."""
        return self.rules[rule].title[self.lang]

    def kind_title(self, kind: str) -> str:
        """Return what a kind of record is called."""
        found = self.evaluation.profile.kinds.get(kind)
        return kind if found is None else found.title[self.lang]

    def name(self, record_id: str) -> str:
        """Return the name of a record; one without a name is called by its kind and id."""
        record = self.evaluation.facts.records.get(record_id)
        if record is None:
            return record_id
        name = record.values.get("name")
        if name:
            return str(name)
        called = self.evaluation.profile.kinds[record.kind].called(record.values)
        return f"{self.kind_title(record.kind)} {called or record_id}"

    def names(self, record_ids: Sequence[str], longest: int) -> str:
        """Return the names of records in their order, cut when there are many."""
        names = sorted((self.name(record_id) for record_id in record_ids), key=vietnamese_key)
        if self.selected.full:
            longest = len(names)
        self.cut |= len(names) > longest
        return list_words(names, self.lang, longest, (self.what(record_ids)[0], "others"))

    def place_in_order(self, record_id: str) -> tuple[Key, str]:
        """Return what to sort a record by: its name, as Vietnamese sorts."""
        return vietnamese_key(self.name(record_id)), record_id

    def group_of(self, record_id: str) -> str | None:
        """Return the body below which a record is listed, as its kind declares it."""
        found: str | None = None
        seen = {record_id}
        records, kinds = self.evaluation.facts.records, self.evaluation.profile.kinds
        record = records.get(record_id)
        while record is not None:
            by = kinds[record.kind].groups_by
            above = None if by is None else record.values.get(by)
            if not isinstance(above, str) or above not in records or above in seen:
                break
            seen.add(above)
            found, record = above, records[above]
        return found

    def heads(self) -> frozenset[str]:
        """Return the bodies below which others are listed."""
        if self._heads is None:
            found = (self.group_of(record) for record in self.evaluation.facts.records)
            self._heads = frozenset(head for head in found if head is not None)
        return self._heads

    def what(self, record_ids: Sequence[str]) -> Pair:
        """Return what records are called together, when they are counted."""
        kinds = self.evaluation.profile.kinds
        records = (self.evaluation.facts.records.get(record_id) for record_id in record_ids)
        bodies = all(record is not None and kinds[record.kind].body for record in records)
        return ("đơn vị", "bodies") if bodies else ("hồ sơ", "records")

    def action_title(self, action_id: str) -> str:
        """Return what an action of the run asks to do."""
        for action in self.evaluation.actions:
            if action.id == action_id:
                return action.do[self.lang].rstrip(".")
        return action_id

    def parameter(self, name: str) -> Parameter | None:
        """Return a parameter as it is law on the day."""
        return self.evaluation.law.parameters.get(name)

    def type_of(self, record_id: str, path: str) -> ValueType | None:
        """Return the type of what a path reads, None if that is not known."""
        segments = path.split(".")
        if segments[0] == "param":
            parameter = self.parameter(".".join(segments[1:]))
            return None if parameter is None else parameter.type
        if path == "as_of":
            return "day"
        if segments[0] in ("subject", "item", "owner", "former"):
            segments = segments[1:]
        record = self.evaluation.facts.records.get(record_id)
        if record is None:
            return None
        profile = self.evaluation.profile
        derived = profile.derived.get((record.kind, ".".join(segments)))
        if derived is not None:
            return derived.type
        spec = _field(profile.kinds[record.kind].fields, segments)
        return None if spec is None else spec.type

    def counts_records(self, record_id: str, path: str) -> bool:
        """Tell whether what a path reads is counted of records, not read in the one at hand."""
        segments = path.split(".")
        if segments[0] in ("subject", "item", "owner", "former"):
            segments = segments[1:]
        record = self.evaluation.facts.records.get(record_id)
        key = ("" if record is None else record.kind, ".".join(segments))
        derived = self.evaluation.profile.derived.get(key)
        kinds = () if derived is None or derived.source is None else derived.source.kinds
        return any(not self.evaluation.profile.kinds[kind].reference for kind in kinds)

    def vocabulary_of(self, record_id: str, path: str) -> Vocabulary | None:
        """Return the words that what a path reads may be, None if it is no word."""
        segments = path.split(".")
        if segments[0] in ("subject", "item", "owner", "former"):
            segments = segments[1:]
        record = self.evaluation.facts.records.get(record_id)
        if record is None or path.startswith(_OF_TEXTS):
            return None
        return self._words_of([record.kind], segments)

    def _words_of(self, kinds: Iterable[str], segments: list[str]) -> Vocabulary | None:
        profile = self.evaluation.profile
        if segments == ["kind"]:
            return as_words(profile.kinds.values())
        for kind in kinds:
            derived = profile.derived.get((kind, ".".join(segments)))
            if derived is not None:
                return derived.vocabulary
            for length in range(len(segments), 0, -1):
                spec = _field(profile.kinds[kind].fields, segments[:length])
                if spec is None:
                    continue
                found = spec.vocabulary
                if spec.type == "reference" and segments[length:]:
                    found = self._words_of(spec.to or profile.kinds, segments[length:])
                if found is not None:
                    return found
                break
        return None

    def words(
        self, value: Any, kind: ValueType | None, vocabulary: Vocabulary | None = None
    ) -> str:
        """Return a value in words; records are called by their names, words by their labels."""
        if isinstance(value, dict):
            return self._in_part(value, kind, vocabulary)
        if not isinstance(value, (list, tuple)):
            return self._one(value, kind, vocabulary)
        if value and isinstance(value[0], dict):
            return "; ".join(self._of_each(entry, kind, vocabulary) for entry in value)
        if vocabulary is None and value and all(v in self.evaluation.facts.records for v in value):
            return self.names(value, 6)
        cut = len(value) > LONGEST_LIST
        self.cut |= cut and not self.selected.full
        longest = len(value) if self.selected.full else LONGEST_LIST
        return list_words([self.words(v, kind, vocabulary) for v in value], self.lang, longest)

    def _one(self, value: Any, kind: ValueType | None, vocabulary: Vocabulary | None) -> str:
        if isinstance(value, str):
            if value == A_GROUP:
                return self.say("có", "yes")  # a group of fields that is there
            if vocabulary is not None:
                return vocabulary.label(value, self.lang)
            if kind in _NAMED and value in self.evaluation.facts.records:
                return self.name(value)
            if kind in ("text", None) and value in self.evaluation.profile.kinds:
                return self.kind_title(value)
        return value_words(value, kind, self.lang)

    def _of_each(
        self, entry: dict[str, Any], kind: ValueType | None, vocabulary: Vocabulary | None
    ) -> str:
        """Return what one of several records has, in words; without a value it is not known."""
        known = "value" in entry
        words = self.words(entry["value"], kind, vocabulary) if known else ""
        return f"{self.name(entry['id'])}: {words or self.say('chưa rõ', 'not known')}"

    def _in_part(
        self, value: dict[str, Any], kind: ValueType | None, vocabulary: Vocabulary | None
    ) -> str:
        """Return a value within bounds, or a list known in part, in words."""
        if "either" in value:
            words = [self.words(each, kind, vocabulary) for each in value["either"]]
            return self.say(" hoặc ", " or ").join(words)
        if "at_least" not in value:
            return range_words(value["low"], value["high"], kind, self.lang)
        if not value["at_least"]:
            return self.say("chưa rõ", "not known")
        known = self.words(value["at_least"], kind, vocabulary)
        return self.say(f"ít nhất gồm {known}", f"at least {known}")


def instruments_of(packs: Sequence[PackHead]) -> dict[str, str]:
    """Return the numbers of instruments by the packs that encode, or would encode, them."""
    found: dict[str, str] = {}
    for pack in packs:
        found |= pack.cited
    own = {pack.id: pack.instrument["number"] for pack in packs if pack.instrument is not None}
    return found | own


def of_the_texts(entry: Missing) -> bool:
    """Tell whether what is missing is of the packs, no fact, register or clearer record."""
    return entry.record is None and entry.path.startswith(_OF_TEXTS)


def _field(fields: Any, segments: list[str]) -> FieldSpec | None:
    spec: FieldSpec | None = None
    for segment in segments:
        if segment.isdigit():
            continue
        spec = fields.get(segment)
        if spec is None:
            return None
        fields = spec.of.fields if spec.of is not None else spec.fields
    return spec
