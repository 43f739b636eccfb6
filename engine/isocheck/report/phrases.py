"""Single sentences of the text report: comparisons, missing facts, citations, actions."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Final

from isocheck.evaluate.shown import shown
from isocheck.finding import Because, Finding, Missing, RequiredAction, Tally, Worlds
from isocheck.packs.conditions import Literal_, ValueType
from isocheck.packs.law import due_parameter
from isocheck.packs.operators import OPERATORS
from isocheck.report.due_days import due_text
from isocheck.report.values import day_words, number_words, range_words
from isocheck.report.view import View, of_the_texts
from isocheck.report.words import outcome_words

# Right-hand sides that are only a step to a day: the day itself says enough.
_NOT_NAMED: Final = ("as_of", "param.", "item.", "subject.")


def reason(view: View, entry: Because, needed: str = "") -> str:
    """Return one comparison in words: what is, what is asked for, where it stands."""
    if entry.path.startswith("outcome."):
        rule = entry.path.removeprefix("outcome.")
        title = view.title(rule) if rule in view.rules else rule
        words = view.say(f"kết quả của quy định “{title}”", f"the finding of rule “{title}”")
        found, needed = (_outcomes(view, rule, each) for each in (entry.value, entry.expected))
        return view.say(f"{words}: {found}; cần: {needed}", f"{words}: {found}; needed: {needed}")
    kind = view.type_of(entry.record, entry.path)
    here = _found(view, entry, kind)
    needed_word = view.say("cần", "needed")
    # What is counted of other records stands with each of them, not where the subject does.
    nothing = not entry.value and not entry.bounded
    own = nothing or not view.counts_records(entry.record, entry.path)
    where = f" ({entry.at})" if entry.at and view.places and own else ""
    label = view.path(entry.path, entry.record)
    return f"{label}: {here}; {needed_word}: {needed or asked(view, entry, kind)}{where}"


def _outcomes(view: View, rule: str, outcomes: Any) -> str:
    """Return outcomes of a rule in words, any of which there may be."""
    named = outcomes if isinstance(outcomes, (list, tuple)) else [outcomes]
    told = [
        outcome_words(outcome, view.rules[rule], view.lang) if rule in view.rules else outcome
        for outcome in named
        if outcome is not None
    ]
    return view.say(" hoặc ", " or ").join(dict.fromkeys(told)) or view.say("chưa rõ", "not known")


def _found(view: View, entry: Because, kind: ValueType | None) -> str:
    if entry.bounded:
        return range_words(entry.low, entry.high, kind, view.lang)
    if entry.at_least is not None:
        vocabulary = view.vocabulary_of(entry.record, entry.path)
        return view.words({"at_least": entry.at_least}, kind, vocabulary)
    if entry.either is not None:
        vocabulary = view.vocabulary_of(entry.record, entry.path)
        return view.words({"either": entry.either}, kind, vocabulary)
    if entry.holds is None and entry.value is None:
        return view.say("chưa rõ", "not known")
    return view.words(entry.value, kind, view.vocabulary_of(entry.record, entry.path))


def asked(view: View, entry: Because, kind: ValueType | None) -> str:
    """Return what a comparison asks for, in words."""
    operator = OPERATORS[entry.op]
    if operator.asked_not is not None:
        return view.pair(operator.asked if entry.expected is True else operator.asked_not)
    named = _named(view, entry)
    if entry.expected_bounded:
        return _asked_within(view, entry, kind, named)
    if entry.expected_at_least is not None:
        vocabulary = view.vocabulary_of(entry.record, entry.path)
        words = view.words({"at_least": entry.expected_at_least}, kind, vocabulary)
        return f"{words} ({named})" if named else words
    if entry.expected_either is not None:
        vocabulary = view.vocabulary_of(entry.record, entry.path)
        words = view.words({"either": entry.expected_either}, kind, vocabulary)
        return f"{words} ({named})" if named else words
    if entry.expected is None and entry.op != "eq":
        return named or view.say("chưa rõ", "not known")
    vocabulary = view.vocabulary_of(entry.record, entry.path)
    asked = view.words(entry.expected, operator.shown_as or kind, vocabulary)
    words = view.pair(operator.asked_words(kind)).format(asked)
    return f"{words} ({named})" if named else words


def _asked_within(view: View, entry: Because, kind: ValueType | None, named: str) -> str:
    """Return what is asked for where it is known only within bounds."""
    within = range_words(entry.expected_low, entry.expected_high, kind, view.lang)
    if entry.expected_low is None or entry.expected_high is None:
        about = ", ".join(filter(None, (named, within)))
        return f"{view.say('chưa rõ', 'not known')} ({about})"
    words = view.pair(OPERATORS[entry.op].asked_words(kind)).format(within)
    return f"{words} ({named})" if named else words


def _named(view: View, entry: Because) -> str:
    path = entry.expected_path
    if path is None or path.startswith(_NOT_NAMED):
        return ""
    if view.type_of(entry.record, path) == "year":
        return ""  # of a day within it
    return view.path(path, entry.record)


def counted(view: View, finding: Finding) -> str | None:
    """Return what the share asked for comes to, in numbers: how many of how many, how many asked.

    None where it asks for no share, or where it is not known of how many.
    """
    why = view.why(finding)
    for entry in why.because:
        found = [t for t in why.tallies if (t.record, t.path) == (entry.record, entry.path)]
        if not found or entry.part != "require":
            continue
        if view.type_of(entry.record, entry.path) != "share":
            continue
        # one a reading; of several days the last, unless it is not known which of them decides
        same = found
        if finding.outcome != "indeterminate":
            same = [t for t in found if t.day == found[-1].day]
        tally, of = same[-1], len(same[-1].members)
        ends = [_ends_of(t) for t in same]
        needed = _needed(entry, of) if of else None
        alike = all(len(t.members) == of for t in same)
        if needed is None or not alike or not any(_is_of_all(entry, *e, of) for e in ends):
            continue
        low, high = min(low for low, _ in ends), max(high for _, high in ends)
        shares = range_words(Fraction(low, of), Fraction(high, of), "share", view.lang)
        numbers = number_words(low, view.lang) if low == high else f"{low} – {high}"
        what = view.what([member.record for member in tally.members])
        text = view.say(
            f"{numbers} trên {of} {what[0]} ({shares})", f"{numbers} of {of} ({shares})"
        )
        share = asked(view, entry, "share")
        return text + view.say(f"; cần {share}, tức {needed}", f"; {share} asked for: {needed}")
    return None


def _ends_of(tally: Tally) -> tuple[int, int]:
    """Return how many members of a share count for certain, and at most."""
    low = sum(member.counts is True for member in tally.members)
    return low, low + sum(member.counts is None for member in tally.members)


def _is_of_all(entry: Because, low: int, high: int, of: int) -> bool:
    """Tell whether a share is that of all members: none of them is one only perhaps."""
    ends = (entry.low, entry.high) if entry.bounded else (entry.value, entry.value)
    return list(ends) == [Fraction(low, of), Fraction(high, of)]


def _needed(entry: Because, of: int) -> int | None:
    share = entry.expected
    if not isinstance(share, Fraction) or entry.op not in ("gte", "gt"):
        return None
    least: Fraction = share * of
    return math.ceil(least) if entry.op == "gte" else math.floor(least) + 1


@dataclass(slots=True)
class Lacking:
    """What is missing: fields of the subject, fields of other records, and all else in words.

    That is what records do not say clearly, registers that are not declared collected, and what the
    texts leave open.
    """

    subject: str | None = None
    own: set[str] = field(default_factory=set)
    others: dict[str, set[str]] = field(default_factory=dict)
    unclear: dict[str, set[str]] = field(default_factory=dict)
    registers: dict[str, None] = field(default_factory=dict)
    texts: dict[str, None] = field(default_factory=dict)

    @property
    def facts(self) -> bool:
        """Whether facts of records are missing, the subject's or others'."""
        return bool(self.own or self.others or self.unclear)

    def add(self, other: Lacking) -> None:
        """Take in what another finding of the subject lacks."""
        self.subject = other.subject
        self.own |= other.own
        for path, records in other.others.items():
            self.others.setdefault(path, set()).update(records)
        for path, records in other.unclear.items():
            self.unclear.setdefault(path, set()).update(records)
        self.registers |= other.registers
        self.texts |= other.texts

    def words(self, view: View) -> Iterator[str]:
        """Yield what is missing, the subject's own fields first, the texts last."""
        if self.own:
            yield own_words(view, self.own, self.subject)
        for path, records in sorted(self.others.items()):
            label = own_words(view, [path], min(records))
            names = view.names(sorted(records), 4)
            count = len(records)
            noun = "record" if count == 1 else "records"
            what = view.what(sorted(records))[0]
            yield view.say(
                f"“{label}” ở {count} {what}: {names}", f"“{label}” of {count} {noun}: {names}"
            )
        for path, records in sorted(self.unclear.items()):
            names = view.names(sorted(records), 4)
            head = view.say(f"hồ sơ ghi chưa rõ ({names}): ", f"not clear in {names}: ")
            yield head + _note(view, path)
        yield from self.registers
        yield from self.texts


def lacking(view: View, finding: Finding) -> Lacking:
    """Return what is missing to decide a finding."""
    found = Lacking(subject=finding.subject)
    for entry in view.why(finding).missing:
        if entry.record is None:
            kept = found.texts if of_the_texts(entry) else found.registers
            kept[_not_of_a_record(view, entry)] = None
        elif entry.unclear:
            found.unclear.setdefault(entry.path, set()).add(entry.record)
        elif entry.record == finding.subject:
            found.own.add(entry.path)
        else:
            found.others.setdefault(entry.path, set()).add(entry.record)
    return found


def own_words(view: View, paths: Iterable[str], record: str | None) -> str:
    """Return fields of one record by their names; a field below one that is missing is left out."""
    kept: list[str] = []
    for path in sorted(paths):
        if not any(path.startswith(f"{other}.") for other in kept):
            kept.append(path)
    labels = ((path, view.path(path, record)) for path in kept)
    if view.lang == "vi":
        return ", ".join(label for _, label in labels)
    return ", ".join(label if label == path else f"{label} ({path})" for path, label in labels)


def _note(view: View, path: str) -> str:
    """Return what a parameter is about, by its note."""
    name = path.removeprefix("param.")
    parameter = view.parameter(name)
    note = None if parameter is None else parameter.note
    return name if note is None else note[view.lang]


def _not_of_a_record(view: View, entry: Missing) -> str:
    head, _, name = entry.path.partition(".")
    if head == "param" and name:
        head = view.say("điều văn bản chưa rõ: ", "what the texts leave open: ")
        return head + _note(view, entry.path)
    if head == "rule" and name:
        if name in view.rules:
            title = view.title(name)
            return view.say(
                f"nội dung văn bản của quy định “{title}”", f"the text that rule “{title}” is of"
            )
        return view.say(
            f"quy định {name}, không có trong hệ văn bản áp dụng",
            f"rule {name}, which is not in the profile",
        )
    kind = view.kind_title(entry.path)
    return view.say(
        f"chưa khai báo đã thu thập đủ hồ sơ “{kind}”",
        f"the register “{kind}” ({entry.path}) is not declared collected",
    )


def action_words(view: View, action: RequiredAction) -> str:
    """Return what is to be done, by whom if not by the subject, and whom to report to."""
    text = action.do[view.lang].rstrip(".") + "."
    subjects = {subject for _, subject, _ in action.because_of}
    if action.by not in subjects:
        text += view.say(" Thực hiện: ", " By: ") + f"{view.name(action.by)}."
    if action.report_to:
        names = ", ".join(view.name(who) for who in action.report_to)
        text += view.say(" Báo cáo: ", " Report to: ") + f"{names}."
    if action.after:
        earlier = "; ".join(view.action_title(other) for other in action.after)
        text += view.say(" Làm sau việc: ", " Comes after: ") + f"{earlier}."
    return text


def due_words(view: View, finding: Finding) -> str:
    """Return the due day, the due days of several readings, or nothing."""
    days = (finding.due,) if finding.due is not None else finding.dues
    return due_text(finding.due_verification, days, view.lang, view.rules[finding.rule].mode)


def ended_words(view: View, last: date) -> str:
    """Return what a finding on a body that has ended rests on."""
    day = day_words(last, view.lang)
    return view.say(
        f"đơn vị không còn từ sau ngày {day}; xét theo tình trạng đến hết ngày đó",
        f"the body stood until {day}; it is judged as it stood on that day",
    )


def readings_words(view: View, finding: Finding, label: Callable[[Any], str]) -> Iterator[str]:
    """Yield what each reading gives, where readings disagree."""
    parameters = dict.fromkeys(entry.parameter for entry in finding.readings)
    for name in parameters:
        given = [entry for entry in finding.readings if entry.parameter == name]
        if len({entry.outcome for entry in given}) == 1:
            continue
        parameter = view.parameter(name)
        noted = parameter is not None and parameter.note
        note = noted[view.lang] if noted else view.path(f"param.{name}")
        found = "; ".join(
            f"{_reading(view, name, entry.reading)}: {label(entry.outcome)}" for entry in given
        )
        yield f"{note} – {found}"


def under_words(view: View, finding: Finding, worlds: Worlds) -> str:
    """Return under which readings something is so, where it is not so under all of them."""
    rule, told = view.rules[finding.rule], []
    for name in sorted({name for world in worlds for name, _ in world}):
        every = {dict(world)[name] for world in view.evaluation.law.worlds(rule)}
        given = dict.fromkeys(dict(world)[name] for world in worlds)
        if len(given) < len(every):
            either = view.say(" hoặc ", " or ")
            told.append(either.join(_reading(view, name, reading) for reading in given))
    if not told:
        return ""
    words = "; ".join(told)
    return view.say(f"theo cách hiểu “{words}”", f"read as “{words}”")


def _reading(view: View, name: str, reading: str) -> str:
    """Return a reading by its name, with the day or number that it gives."""
    parameter = view.parameter(name)
    if parameter is None:
        return reading
    value = next((r.value for r in parameter.readings if r.id == reading), None)
    label = view.labels.reading(parameter, reading)
    if not isinstance(value, Literal_) or parameter.type == "text":
        return label
    return f"{label} ({view.words(shown(value.value), parameter.type)})"


def note_words(view: View, finding: Finding) -> Iterator[str]:
    """Yield the notes of the readings that a finding rests on, each once a report.

    They are those of its rule, and of the parameters that it reads, its due day among them.
    """
    rule = view.rules[finding.rule]
    notes = [] if rule.note is None else [rule.note[view.lang]]
    stated = rule.due_verification if finding.due_verification != "interpretation" else None
    due = due_parameter(rule, view.evaluation.law.parameters)
    for name in sorted(view.evaluation.law.depends[rule.id]):
        parameter = view.parameter(name)
        if parameter is None or parameter.note is None:
            continue
        if len(parameter.readings) != 1 and parameter is not due:
            continue  # told reading by reading, or as what the texts leave open
        if parameter.verification != "interpretation" or (stated and parameter is due):
            continue
        notes.append(parameter.note[view.lang])
    for note in notes:
        if note not in view.told:
            view.told.add(note)
            yield note


def detail_lines(view: View, finding: Finding) -> Iterator[str]:
    """Yield the details of a finding that no comparison has named: lists first, then the rest."""
    rule, why = view.rules[finding.rule], view.why(finding)
    told = {path for b in why.because if b.part == "require" for path in (b.path, b.expected_path)}
    plain = []
    for name, value in why.details.items():
        path = str(rule.details[name])
        kind = view.type_of(finding.subject, path)
        label = view.labels.detail(rule, name, (finding.kind,))
        words = f"{label}: {view.words(value, kind, view.vocabulary_of(finding.subject, path))}"
        if isinstance(value, (list, tuple)) or (isinstance(value, dict) and "at_least" in value):
            if value and path not in told:
                yield words
        elif path not in told and value is not None and kind != "share":
            plain.append(words)
    if plain:
        yield "; ".join(plain)
