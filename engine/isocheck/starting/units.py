"""From the rows of lists to the units of one province, each below the one it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import PurePath
from typing import Final

from isocheck.errors import InputProblems, Location, Problem
from isocheck.packs.starting import Level, Plan
from isocheck.records.kinds.kind import Kind
from isocheck.source.guess import closest
from isocheck.source.text import in_words, sounded
from isocheck.source.yaml_reader import MAX_PROBLEMS
from isocheck.starting.levels import Levels
from isocheck.starting.rows import Row, UnitList
from isocheck.starting.spelling import bare, first_word, slug

_NUMBERED: Final = re.compile(r"[:(\d]")  # "Tổng: 02 đơn vị"
_TOTALS: Final = frozenset({"tổng", "tổng cộng", "tổng số", "cộng", "total", "sum"})
_SHOWN: Final = 10
_MOST_GUESSED: Final = 1000  # words that a misspelt one is compared with; comparing costs
_MOST_GUESSES: Final = 50
_MOST_UNITS: Final = 10_000  # of a province


@dataclass(slots=True, kw_only=True)
class Unit:
    """A unit of the list; `type` is a word of the vocabulary of types."""

    level: int
    name: str
    code: str
    type: str = ""
    above: Unit | None = None
    own: bool = False  # a row is about it; others only name it
    at: Location
    id: str = ""


@dataclass(slots=True)
class Province:
    """What the lists give: the units from the top down, and what was made good in reading."""

    units: list[Unit] = field(default_factory=list)
    padded: dict[str, str] = field(default_factory=dict)  # codes that had lost their zeros

    def add_top(self, top: Unit, plan: Plan) -> None:
        """Put all units that stand below none below one."""
        top.id = f"{plan.levels[top.level].prefix}-{slug(top.name)}"
        for unit in self.units:
            unit.above = unit.above or top
        self.units.insert(0, top)


@dataclass(frozen=True, slots=True)
class _Mention:
    level: int
    name: str
    code: str
    type: str
    own: bool
    heading: str


class Reading:
    """Reads lists into units; everything wrong in one go."""

    def __init__(self, plan: Plan, kinds: Mapping[str, Kind], wanted: str) -> None:
        self._plan = plan
        self._wanted = wanted
        self._levels = Levels(plan, kinds)
        self._by_code: dict[tuple[int, str], Unit] = {}
        self._by_name: dict[tuple[int, str, int], Unit] = {}
        self._ranks_are_types = False  # of the list at hand
        self.found = Province()
        self.problems: list[Problem] = []

    def read(self, lists: Sequence[UnitList]) -> Province:
        """Return the units of the province wanted; raises InputProblems."""
        self.problems += [problem for one in lists for problem in one.problems]
        one_of = None if self.problems else self._province(lists)
        if not self.problems:
            for one in sorted(lists, key=lambda one: one.levels):  # those of the districts first
                self._take_list(one, one_of)
        if self.problems:
            raise InputProblems(self.problems)
        self.found.units = _in_order(self._all())
        if len(self.found.units) > _MOST_UNITS:
            args = {"count": len(self.found.units), "limit": _MOST_UNITS}
            raise InputProblems([Problem("units.many", Location(lists[0].shown), "", args)])
        self._name()
        self.found.padded = self._levels.padded_codes
        return self.found

    def _all(self) -> Iterator[Unit]:
        yield from {id(u): u for u in (*self._by_code.values(), *self._by_name.values())}.values()

    # which province

    def _province(self, lists: Sequence[UnitList]) -> set[str] | None:
        """Return the codes and names under which the province stands, None where none is named."""
        top = self._plan.levels[0]
        named: dict[str, set[str]] = {}
        for one in lists:
            for row in one.rows:
                texts = [self._levels.padded(top, row.of("code", 0)), row.of("name", 0)]
                if any(texts):
                    key = texts[0] or bare(texts[1], top.words)
                    named.setdefault(key, set()).update(filter(None, texts))
        place = lists[0].shown
        if not named:
            if not self._wanted:
                self.problems.append(Problem("units.name-province", Location(place)))
            return None
        wanted = {self._levels.padded(top, self._wanted), bare(self._wanted, top.words)}
        if not self._wanted:
            fitting = list(named.values())
        else:
            fitting = [
                texts for key, texts in named.items()
                if wanted & {key, *(bare(text, top.words) for text in texts), *texts}
            ]  # fmt: skip
        if len(fitting) == 1:
            return fitting[0]
        shown = [max(texts, key=len) for texts in named.values()]
        args = {
            "value": self._wanted,
            "known": shown[:_SHOWN],
            "more": max(0, len(shown) - _SHOWN) or "",
        }
        if self._wanted:
            by_slug = {bare(text, top.words): text for text in shown}
            few = by_slug if len(by_slug) <= _MOST_GUESSED else ()
            near = closest(bare(self._wanted, top.words), few)
            args["guess"] = by_slug.get(near, "")
        code = "units.no-province" if self._wanted else "units.which-province"
        self.problems.append(Problem(code, Location(place), "--province", args))
        return None

    # rows

    def _take_list(self, one: UnitList, province: set[str] | None) -> None:
        top = self._plan.levels[0]
        finer = {in_words(word) for level in self._plan.levels for word in level.words[1:]}
        own_words = {in_words(level.words[0]) for level in self._plan.levels}
        said = {in_words(row.of("rank")) for row in one.rows}
        self._ranks_are_types = bool(said & finer - own_words)
        for row in one.rows:
            if province is not None and 0 in one.levels:
                texts = {self._levels.padded(top, row.of("code", 0)), row.of("name", 0)}
                if not texts & province and any(texts):
                    continue
            self._take_row(one, row)
            if len(self.problems) >= MAX_PROBLEMS:
                self._wrong(one, row, "source.more-problems", limit=MAX_PROBLEMS)
                return

    def _take_row(self, one: UnitList, row: Row) -> None:
        mentions = list(self._mentions(one, row))
        gap = self._gap(one, row, mentions)
        if gap:
            self._wrong(one, row, "units.no-parent", mentions[-1].name, column=gap)
            return
        above: Unit | None = None
        for mention in mentions:
            unit = self._unit(one, row, mention, above)
            if unit is None:
                return
            above = unit

    def _mentions(self, one: UnitList, row: Row) -> Iterator[_Mention]:
        """Yield the units that a row names, from the top down, the last one its own."""
        named: dict[int, _Mention] = {}
        for number, level in enumerate(self._plan.levels):
            name, code = row.of("name", number), row.of("code", number)
            if name or code:
                head = row.headings.get(("code" if code else "name", number), "")
                named[number] = self._mention(level, number, name, code, head)
        if row.of("name") or row.of("code"):
            own = self._own(one, row, max(named, default=-1))
            if own is None:
                return
            named = {number: m for number, m in named.items() if number < own.level}
            named[own.level] = own
        last = max(named, default=0)
        if row.of("type") and not row.of("name") and not named[last].type:
            kind = self._levels.types[last]
            word = kind.id_of(row.of("type")) if kind else None
            named[last] = _replaced(named[last], word or "")
        for number in sorted(named):
            yield _replaced(named[number], named[number].type, own=number == last)

    def _gap(self, one: UnitList, row: Row, mentions: Sequence[_Mention]) -> str:
        """Return the heading of a level of the list that a row leaves out above its unit."""
        named = {mention.level for mention in mentions}
        missing = [
            n for n in one.levels if mentions and 0 <= n < mentions[-1].level and n not in named
        ]
        headings = [h for (_, level), h in row.headings.items() if level in missing[:1]]
        return next(iter(headings), "")

    def _mention(self, level: Level, number: int, name: str, code: str, head: str) -> _Mention:
        code = self._levels.padded(level, code, note=True)
        return _Mention(number, name, code, self._levels.type_of(number, name), False, head)

    def _own(self, one: UnitList, row: Row, lowest: int) -> _Mention | None:
        """Return the unit that a row is about, in the columns about itself."""
        name, said = row.of("name"), row.of("type") or row.of("rank")
        if in_words(_NUMBERED.split(name, maxsplit=1)[0]) in _TOTALS:
            self._wrong(one, row, "units.total", value=name)
            return None
        if not name:
            self._wrong(one, row, "units.no-name", row.of("code"))
            return None
        if row.of("type") and not self._levels.is_type(row.of("type")):
            known = [word for level in self._plan.levels for word in level.words]
            few = len(self.problems) < _MOST_GUESSES
            args = {"value": said, "guess": closest(said.casefold(), known) if few else ""}
            self._wrong(one, row, "units.type", name, **args)
            return None
        number = self._levels.level_of(name, said, lowest)
        if number is None:
            levels = [level.words[0] for level in self._plan.levels]
            self._wrong(one, row, "units.no-level", name, known=levels)
            return None
        words = self._levels.types[number]
        typed = self._levels.type_of(number, name)
        if not typed and words is not None:
            generic = self._plan.levels[number].words[0]
            rough = in_words(said) == in_words(generic) and not self._ranks_are_types
            sure = row.of("type") or ("" if rough else said)
            typed = words.id_of(sure) or ""
            if typed:
                label = words.label(typed, "vi")
                name = f"{label[:1].upper()}{label[1:]} {name}"
        level = self._plan.levels[number]
        code = self._levels.padded(level, row.of("code"), note=True)
        head = row.headings.get(("code", -1), "")
        return _Mention(number, name, code, typed, True, head)

    # units

    def _unit(self, one: UnitList, row: Row, said: _Mention, above: Unit | None) -> Unit | None:
        """Return the unit that is mentioned, a new one if no row has named it yet."""
        level = self._plan.levels[said.level]
        if said.code and not self._levels.sound(level, said.code):
            guess = re.sub(r"\D", "", said.code)
            guess = guess if len(guess) == level.digits else ""
            args = {"value": said.code, "digits": level.digits, "guess": guess}
            self._wrong(one, row, "units.code-form", said.name or said.heading, **args)
            return None
        known = self._known(said, above)
        if known is None:
            if not said.name:
                codes = [code for level, code in self._by_code if level == said.level]
                few = len(codes) <= _MOST_GUESSED and len(self.problems) < _MOST_GUESSES
                guess = closest(said.code, codes) if few else ""
                args = {"value": said.code, "column": said.heading, "guess": guess}
                self._wrong(one, row, "units.code-unknown", said.code, **args)
                return None
            known = Unit(
                level=said.level, name=said.name, code=said.code, type=said.type,
                above=above, own=False, at=Location(one.shown, row.line),
            )  # fmt: skip
        elif not self._agrees(one, row, said, known, above):
            return None
        known.above = known.above or above
        known.own = known.own or said.own
        known.code = known.code or said.code
        known.type = known.type or said.type
        self._keep(known)
        return known

    def _known(self, said: _Mention, above: Unit | None) -> Unit | None:
        if said.code:
            found = self._by_code.get((said.level, said.code))
            if found is not None:
                return found
        if not said.name:
            return None
        # names repeat below different units
        place = id(above) if self._is_lowest(said.level) else 0
        found = self._by_name.get((said.level, sounded(said.name), place))
        return None if found is not None and found.code and said.code else found

    def _keep(self, unit: Unit) -> None:
        if unit.code:
            self._by_code[unit.level, unit.code] = unit
        place = id(unit.above) if self._is_lowest(unit.level) else 0
        self._by_name.setdefault((unit.level, sounded(unit.name), place), unit)

    def _agrees(
        self, one: UnitList, row: Row, said: _Mention, known: Unit, above: Unit | None
    ) -> bool:
        """Tell whether a row says the same of a unit as an earlier one; if not, say where."""
        words = self._plan.levels[said.level].words
        args = {
            "first": f"{PurePath(known.at.file).name}:{known.at.line}",
            "value": said.code or said.name,
        }
        if said.name and _differ(said.name, known.name, words):
            more = {"name": said.name, "other": known.name}
            self._wrong(one, row, "units.two-names", said.name, **args, **more)
        elif above is not None and known.above is not None and above is not known.above:
            more = {"name": above.name, "other": known.above.name}
            self._wrong(one, row, "units.two-parents", known.name, **args, **more)
        elif said.own and known.own:
            self._wrong(one, row, "units.twice", said.name, **args)
        else:
            return True
        return False

    def _name(self) -> None:
        """Give each unit its id, by its code, or by its name where it has none."""
        taken: set[str] = set()
        for unit in self.found.units:
            level = self._plan.levels[unit.level]
            begin = f"{level.prefix}-{unit.code or slug(unit.name)}"
            if not unit.code and self._is_lowest(unit.level) and unit.above is not None:
                above = self._plan.levels[unit.above.level].words
                begin += f"-{bare(unit.above.name, above)}" if unit.above.level else ""
            ids = (begin if n == 1 else f"{begin}-{n}" for n in count(1))
            unit.id = next(one for one in ids if one not in taken)
            taken.add(unit.id)

    def _is_lowest(self, level: int) -> bool:
        return level == len(self._plan.levels) - 1

    def _wrong(self, one: UnitList, row: Row, code: str, where: str = "", **args: object) -> None:
        self.problems.append(Problem(code, Location(one.shown, row.line), where, args))


def _differ(one: str, other: str, words: Sequence[str]) -> bool:
    """Tell whether two names are not those of one unit; one may leave out the word before it."""
    begun = [in_words(first_word(name, words)) for name in (one, other)]
    parts = [sounded(name) for name in (one, other)]
    if all(begun) or not any(begun):
        return parts[0] != parts[1]
    return not any(part.endswith(f" {rest}") for part, rest in (parts, parts[::-1]))


def _replaced(said: _Mention, kind: str, *, own: bool = False) -> _Mention:
    return _Mention(said.level, said.name, said.code, kind, own, said.heading)


def _in_order(units: Iterator[Unit]) -> list[Unit]:
    """Return the units by level, those with codes by their codes, the others as they came."""
    return sorted(units, key=lambda unit: (unit.level, unit.code or "~", unit.id))
