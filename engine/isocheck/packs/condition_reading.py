"""From the nodes of a pack file to checked conditions, paths and right-hand sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, cast

from isocheck.logic.days import LONGEST, NO_SHIFT, Shift, Unit
from isocheck.packs.conditions import (
    TRUE,
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Expression,
    Fact,
    Literal_,
    Not,
    Op,
    OutcomeIs,
    Path,
    Span,
    ValueType,
    YearEnd,
)
from isocheck.packs.environment import (
    HEADS,
    NOT_READ,
    Environment,
    PathError,
    Place,
    Places,
    Typed,
    comparable,
)
from isocheck.packs.form import (
    Form,
    as_integer,
    as_yes_no,
    nearest,
    plain,
)
from isocheck.packs.operators import OPERATORS, literal_of, looks_for_texts
from isocheck.packs.patterns import MOST_STEPS, fault_of
from isocheck.source.nodes import Fields, Items

OUTCOMES = (
    "satisfied", "satisfied_late", "due", "violated", "not_applicable", "indeterminate", "waived",
)  # fmt: skip
_SIDES = ("fact", "param", "year_end", "value")
_MOVES = ("plus", "minus")
_EXAMPLES = {
    "day": "2020-12-31", "year": "2020", "money": "30000000", "count": "50", "share": "70%",
    "yes_no": "true", "period": "2018-2020", "reference": "so-nv", "codes": "[a, b]",
    "list": "[a, b]",
}  # fmt: skip


class ConditionReader:
    """Reads the conditions and expressions of one pack file."""

    def __init__(self, form: Form, environment: Environment, pack: str) -> None:
        self.form = form
        self.environment = environment
        self.pack = pack

    def kinds(self, node: Fields, where: str) -> tuple[str, ...]:
        """Return the kinds below `for` that there are; each that there is not is recorded."""
        known = self.environment.kinds
        entries = node.get("for")
        kinds = self.form.texts(node, "for", where)
        for index, kind in enumerate(kinds):
            if kind not in known:
                line = node.line_of("for")
                if isinstance(entries, Items) and len(entries) == len(kinds):
                    line = entries.line_of(index)
                self.form.problem(
                    "unknown-kind-in-pack", line, where, value=kind,
                    suggestion=nearest(kind, known), known=sorted(known),
                )  # fmt: skip
        return tuple(kind for kind in kinds if kind in known)

    def condition(self, node: Any, line: int, places: Places, where: str) -> Condition:
        """Return a checked condition; what is wrong is recorded and reads as true."""
        if not isinstance(node, Fields) or not node:
            self.form.problem("condition-not-a-mapping", line, where, value=plain(node))
            return TRUE
        parts = [self._part(key, node, places, where) for key in node]
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _part(self, key: str, node: Fields, places: Places, where: str) -> Condition:
        value, line = node[key], node.line_of(key)
        if key in ("all", "any"):
            entries = self.form.items(value, line, where)
            parts = tuple(
                self.condition(entry, entries.line_of(i), places, where)
                for i, entry in enumerate(entries)
            )
            if isinstance(value, Items) and not parts:
                self.form.problem("condition-empty", line, where, key=key)
            return AllOf(parts) if key == "all" else AnyOf(parts)
        if key == "not":
            return Not(self.condition(value, line, places, where))
        if key == "outcome":
            return self._outcome(value, line, where)
        if key == "under":
            here = self.path("id", line, places, where)
            right = self.right(value, line, places, where, Typed("reference"))
            return (
                TRUE if here is None else Compare(here[0], "under", right, self.form.location(line))
            )
        return self._comparison(key, value, line, places, where)

    def _outcome(self, node: Any, line: int, where: str) -> Condition:
        if not isinstance(node, Fields) or len(node) != 1:
            self.form.problem("condition-outcome", line, where, value=plain(node))
            return TRUE
        ((rule, names),) = node.items()
        words = names if isinstance(names, Items) else [names]
        if not words:
            self.form.problem("condition-outcome", line, where, value=f"{rule}: []")
        for word in words:
            if word not in OUTCOMES:
                self.form.problem(
                    "condition-unknown-outcome", line, where, value=plain(word),
                    words=list(OUTCOMES), suggestion=nearest(plain(word), OUTCOMES),
                )  # fmt: skip
        return OutcomeIs(rule, frozenset(str(w) for w in words), self.form.location(line))

    def _comparison(self, text: str, node: Any, line: int, places: Places, where: str) -> Condition:
        typed_path = self.path(text, line, places, where)
        if typed_path is None:
            return TRUE
        path, typed = typed_path
        if not isinstance(node, Fields):
            node = _equals(node, line)
        elif not node:
            self.form.problem("condition-empty", line, where, key=text)
        parts = []
        for op in node:
            if op not in OPERATORS:
                self.form.problem(
                    "condition-unknown-operator", node.line_of(op), where, value=op, path=text,
                    words=list(OPERATORS), suggestion=nearest(op, OPERATORS),
                )  # fmt: skip
                continue
            parts.append(self._compare(path, typed, op, node, places, where))
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _compare(  # noqa: PLR0913, PLR0917 - the pieces of one comparison
        self, path: Path, typed: Typed, op: Op, node: Fields, places: Places, where: str
    ) -> Condition:
        line, operator = node.line_of(op), OPERATORS[op]
        if looks_for_texts(operator) and typed.of_entries:
            self.of_entries(op, path, line, where)
            return TRUE
        if not operator.fits(typed):
            self.form.problem(
                "condition-operator-type", line, where, value=op, path=str(path), type=typed.type,
                words=[name for name, other in OPERATORS.items() if other.fits(typed)],
            )  # fmt: skip
            return TRUE
        right: Expression
        if operator.right == "flag":
            flag = as_yes_no(node[op])
            if flag is None:
                self.form.problem("condition-flag", line, where, value=plain(node[op]), op=op)
            right = Literal_(flag)
        elif operator.right == "pattern":
            right = Literal_(self._pattern(node[op], line, where))
        elif operator.right == "choices":
            right = Literal_(self._words(node[op], line, typed, where))
        else:
            right = self.right(node[op], line, places, where, operator.right_type(typed))
        return Compare(path, op, right, self.form.location(line))

    def of_entries(self, word: str, path: Path, line: int, where: str) -> None:
        """Record that a list of things stands where one of texts must."""
        self.form.problem("list-of-entries", line, where, value=word, path=str(path))

    def _words(self, node: Any, line: int, typed: Typed, where: str) -> list[Any]:
        """Return the values after `in`; an empty list can hold nothing, so it is a slip."""
        if not isinstance(node, Items) or not node:
            self.form.problem("condition-in", line, where, value=plain(node))
            return []
        return [self._literal(entry, node.line_of(i), where, typed) for i, entry in enumerate(node)]

    def _pattern(self, node: Any, line: int, where: str) -> str:
        fault = fault_of(node)
        if fault is not None:
            code, args = fault
            self.form.problem(code, line, where, value=plain(node), **args)
        return "" if fault is not None else str(node)

    def path(self, text: Any, line: int, places: Places, where: str) -> tuple[Path, Typed] | None:
        """Return a checked path and its type, or None with a problem recorded."""
        if not isinstance(text, str) or not all(text.split(".")) or text.count(".") > MOST_STEPS:
            self.form.problem("path-form", line, where, value=plain(text))
            return None
        segments = tuple(text.split("."))
        head = segments[0] if segments[0] in HEADS else "here"
        rest = segments if head == "here" else segments[1:]
        if head == "param":
            return self._parameter_path(rest, line, where)
        if head == "as_of" and not rest:
            return Path("as_of", (), "day"), Typed("day")
        place = self._place(head, places)
        if head != "as_of" and (place is None or not rest):
            self.form.problem("path-no-such-head", line, where, value=text, head=head)
            return None
        try:
            if place is None:
                raise PathError("path-ends-before", rest[0])  # noqa: TRY301 - told as the others
            typed = self.environment.type_of(place, rest)
        except PathError as error:
            self._path_problem(error, text, line, where)
            return None
        return Path(cast("Any", head), rest, typed.type, typed.vocabulary), typed

    def _path_problem(self, error: PathError, text: str, line: int, where: str) -> None:
        """Record why a path leads nowhere, unless the reason is recorded where it lies."""
        names = text.split(".")
        stretches = (
            ".".join(names[i:j]) for i in range(len(names)) for j in range(i + 1, len(names) + 1)
        )
        if error.code == NOT_READ or any(name in self.environment.not_read for name in stretches):
            return
        self.form.problem(
            error.code, line, where, value=text, segment=error.segment,
            suggestion=nearest(error.segment, error.known), known=list(error.known),
        )  # fmt: skip

    def _place(self, head: str, places: Places) -> Place | None:
        if head == "here":
            return places.here
        if head == "subject":
            return places.subject
        if head == "item":
            return places.item
        return places.here.owner if head == "owner" else None

    def _parameter_path(
        self, rest: tuple[str, ...], line: int, where: str
    ) -> tuple[Path, Typed] | None:
        name = self.parameter(".".join(rest), line, where)
        if name is None or name in self.environment.not_read:
            return None
        kind = self.environment.parameter_types[name]
        return Path("param", (name,), kind), Typed(kind)

    def parameter(self, name: str, line: int, where: str) -> str | None:
        """Return the full name of a parameter, or None with a problem recorded."""
        known = self.environment.parameter_types
        for full in (f"{self.pack}.{name}", name):
            if full in known:
                return full
        short = [n.removeprefix(f"{self.pack}.") for n in known]
        self.form.problem(
            "parameter-unknown", line, where, value=name, suggestion=nearest(name, short),
            known=sorted(short),
        )  # fmt: skip
        return None

    def right(self, node: Any, line: int, places: Places, where: str, typed: Typed) -> Expression:
        """Return a right-hand side of the type of what it is compared with."""
        if not isinstance(node, Fields):
            return Literal_(self._literal(node, line, where, typed))
        named = [key for key in _SIDES if key in node]
        unknown = [key for key in node if key not in (*_SIDES, *_MOVES)]
        if len(named) != 1 or unknown:
            self.form.problem("expression-form", line, where, value=plain(node))
            return Literal_(None)
        shift, spans = self._shift(node, where)
        kind = named[0]
        if (shift or spans) and typed.type != "day":
            self.form.problem("expression-shift", line, where, value=plain(node), type=typed.type)
        if kind == "value":
            if spans:
                self.form.problem("expression-span-of-value", line, where, value=plain(node))
            return _moved(Literal_(self._literal(node["value"], line, where, typed)), shift)
        text = node[kind]
        if kind == "param" and isinstance(text, str):
            text = f"param.{text}"
        found = self.path(text, line, places, where)
        if found is None:
            return Literal_(None)
        path, other = found
        if other.of_entries and comparable(other.type, typed.type):
            self.of_entries(kind, path, line, where)
        self._check_type(kind, path, other.type, typed.type, line, where)
        return (YearEnd if kind == "year_end" else Fact)(path, shift, spans)

    def _check_type(  # noqa: PLR0913, PLR0917 - what a right-hand side is, and what it stands beside
        self, side: str, path: Path, found: ValueType, wanted: ValueType, line: int, where: str
    ) -> None:
        if side == "year_end":
            if found != "year":
                self._wrong_type(path, found, "year", line, where)
            if wanted != "day":
                self._wrong_type(f"{{year_end: {path}}}", "day", wanted, line, where)
        elif not comparable(wanted, found):
            self._wrong_type(path, found, wanted, line, where)

    def _wrong_type(
        self, value: object, found: ValueType, wanted: ValueType, line: int, where: str
    ) -> None:
        self.form.problem(
            "expression-type", line, where, value=str(value), type=found, wanted=wanted
        )

    def _shift(self, node: Fields, where: str) -> tuple[Shift, tuple[Span, ...]]:
        """Return by how much a day is moved: by numbers, and by what parameters give."""
        total = NO_SHIFT
        spans: list[Span] = []
        for key in _MOVES:
            if key not in node:
                continue
            move = self.form.mapping(node[key], node.line_of(key), where, tuple(LONGEST))
            for unit, text in (move or {}).items():
                number = as_integer(text)
                if unit not in LONGEST:
                    continue
                if isinstance(text, Fields):
                    spans += self._span(cast("Unit", unit), key, text, where)
                    continue
                if number is None or abs(number) > LONGEST[unit]:
                    self.form.problem(
                        "expression-span", node.line_of(key), where, value=f"{unit}: {plain(text)}",
                        most=LONGEST[unit],
                    )  # fmt: skip
                    continue
                more = number if key == "plus" else -number
                total = replace(total, **{unit: getattr(total, unit) + more})
        return total, tuple(spans)

    def _span(self, unit: Unit, key: str, node: Fields, where: str) -> Iterator[Span]:
        """Yield how many days, months or years a parameter gives."""
        if list(node) != ["param"] or not isinstance(node["param"], str):
            args = {"value": f"{unit}: {plain(node)}", "most": LONGEST[unit]}
            self.form.problem("expression-span", node.line, where, **args)
            return
        found = self._parameter_path((node["param"],), node.line_of("param"), where)
        if found is None:
            return
        path, typed = found
        if typed.type != "count":
            self._wrong_type(path, typed.type, "count", node.line, where)
            return
        yield Span(unit, path, 1 if key == "plus" else -1)

    def _literal(self, node: Any, line: int, where: str, typed: Typed) -> Any:
        if node is None:
            return None
        value = literal_of(node, typed.type)
        if value is None:
            self.form.problem(
                "literal-type", line, where, value=plain(node), type=typed.type,
                example=_EXAMPLES.get(typed.type, "abc"),
            )  # fmt: skip
            return None
        vocabulary = typed.vocabulary
        if vocabulary is not None and value not in vocabulary.words:
            self.form.problem(
                "literal-not-one-of", line, where, value=plain(node),
                words=list(vocabulary.words), suggestion=vocabulary.likely(plain(node))[0],
            )  # fmt: skip
        return value


def _equals(node: Any, line: int) -> Fields:
    fields = Fields(line)
    fields["eq"] = node
    fields.lines.append(line)
    return fields


def _moved(literal: Literal_, shift: Shift) -> Literal_:
    movable = bool(shift) and isinstance(literal.value, date)
    return Literal_(shift.applied_to(literal.value)) if movable else literal
