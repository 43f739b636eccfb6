"""Reporting lines: who reports what to whom, through whom, on which words.

They are records of the packs' `reference.yaml` whose kind says which of its fields has which part
of a line (`line` in `kinds.yaml`); whatever other fields the kind declares are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from isocheck.errors import InputProblems, Location, Problem
from isocheck.messages.words import Language
from isocheck.packs.model import Citation, Profile
from isocheck.records.kinds.kind import Kind, ReportingLine
from isocheck.report.citations import quoted_words
from isocheck.report.layout import Screen, wrapped
from isocheck.report.words import VERIFICATIONS, say
from isocheck.source.guess import closest
from isocheck.source.nodes import Fields

_OF_EVERY_RECORD: Final = frozenset({"id", "kind", "name"})
MEMBER: Final = "member"  # a body that sits in the committee
PARENT: Final = "parent"  # the body above the one that reports
ANY: Final = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One reporting line; ids of bodies, or kinds where all bodies of a kind report."""

    id: str
    pack: str
    name: str
    senders: tuple[str, ...]
    kinds: tuple[str, ...]  # of bodies, where all of a kind report; `any` for all
    to: tuple[str, ...]
    through: tuple[str, ...]
    types: tuple[str, ...]
    when: str | None
    verification: str | None
    cites: tuple[Citation, ...]
    more: Mapping[str, Any] = field(default_factory=dict)  # fields of a pack's own
    location: Location


def reporting_lines(profile: Profile) -> list[Line]:
    """Return the reporting lines that the packs of a profile lay down."""
    found = []
    for record in profile.reference:
        parts = profile.kinds[record.kind].line
        if parts is not None:
            pack = record.file.split("/")[-3] if record.file.count("/") > 1 else ""
            location = Location(record.file, record.line)
            found.append(_line(record.values, parts, pack, location))
    return found


def _line(record: Fields, parts: ReportingLine, pack: str, location: Location) -> Line:
    senders = _words(record, parts.sender)
    if not senders:
        members = record.get(parts.members or "") is True
        senders = (MEMBER,) if members else _words(record, parts.kind)
    to = _words(record, parts.to)
    known = {*_OF_EVERY_RECORD, *astuple(parts)}
    return Line(
        id=str(record.get("id")),
        pack=pack,
        name=str(record.get("name") or ""),
        senders=senders,
        kinds=_words(record, parts.kind),
        to=(*to, PARENT) if record.get(parts.above or "") is True else to,
        through=_words(record, parts.through),
        types=_words(record, parts.type),
        when=_text(record, parts.when),
        verification=_text(record, parts.verification),
        cites=_cites(record, parts, pack),
        more={key: value for key, value in record.items() if key not in known},
        location=location,
    )


def _words(record: Fields, key: str | None) -> tuple[str, ...]:
    value = record.get(key or "")
    if isinstance(value, list):
        named = (next(iter(e.values()), None) if isinstance(e, Fields) else e for e in value)
        return tuple(str(entry) for entry in named if entry is not None)
    return () if value is None else (str(value),)


def _text(record: Fields, key: str | None) -> str | None:
    value = record.get(key or "")
    return None if value is None else str(value)


def _cites(record: Fields, parts: ReportingLine, pack: str) -> tuple[Citation, ...]:
    """Return what a line rests on: a citation for each place."""
    source, quote = _text(record, parts.source) or pack, _text(record, parts.quote)
    return tuple(
        Citation(source=source, at=place, quote=quote) for place in _words(record, parts.at)
    )


def lines_of(profile: Profile, body: str | None, place: str = "BODY") -> list[Line]:
    """Return the lines of a body or kind, or all; raises InputProblems for one that is on none.

    `place` is what the call names the body by.
    """
    lines = reporting_lines(profile)
    if body is None:
        return lines
    known = {who for line in lines for who in (*line.senders, *line.through, *line.to)}
    kind = profile.kinds.get(body)
    if kind is not None and kind.body:
        return [line for line in lines if {body, ANY} & {*line.kinds} or body in line.to]
    if body not in known:
        named = sorted(known - {ANY, MEMBER, PARENT})
        folder = body if Path(body).is_dir() else ""
        guess = closest(body, named)
        args = {"value": body, "suggestion": guess, "folder": folder, "known": named}
        raise InputProblems([Problem("bench-no-body", Location(place), "", args)])
    return [line for line in lines if body in (*line.senders, *line.through, *line.to)]


def lines_of_record(profile: Profile, body: str, kind: str) -> list[Line]:
    """Return the lines of a body of the facts: its own, and those of its kind."""
    lines = reporting_lines(profile)
    mine = [line for line in lines if body in (*line.senders, *line.through, *line.to)]
    of_kind = [ln for ln in lines if {kind, ANY} & {*ln.kinds} or kind in ln.to]
    return [line for line in lines if line in mine or line in of_kind]


def line_entry(line: Line) -> dict[str, Any]:
    """Return a line for programs."""
    entry: dict[str, Any] = {
        "id": line.id, "pack": line.pack, "name": line.name or None, "from": list(line.senders),
        "to": list(line.to), "through": list(line.through), "type": list(line.types),
        "when": line.when, "verification": line.verification,
        "cites": [_cite_entry(cite) for cite in line.cites],
    }  # fmt: skip
    return entry | {key: _plain(value) for key, value in line.more.items()}


def _cite_entry(cite: Citation) -> dict[str, str]:
    entry = {"source": cite.source, "at": cite.at}
    return entry if cite.quote is None else entry | {"quote": cite.quote}


def _plain(value: Any) -> Any:
    if isinstance(value, Fields):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value


@dataclass(frozen=True, slots=True)
class Names:
    """What bodies and kinds are called."""

    profile: Profile
    lang: Language
    records: Mapping[str, str] = field(default_factory=dict)  # of a facts folder, if one is at hand

    def of(self, who: str) -> str:
        """Return the name of a body or kind; its id where it has none."""
        if who in self.records:
            return self.records[who]
        kind = self.profile.kinds.get(who)
        if kind is not None:
            return kind.title[self.lang]
        for record in self.profile.reference:
            if record.id == who and record.values.get("name"):
                return str(record.values["name"])
        for pack in self.profile.packs:
            if who in pack.fact_ids:
                return pack.fact_ids[who][self.lang]
        return self._anyone(who)

    def _anyone(self, who: str) -> str:
        """Return what the pack calls whoever is a member, above the sender, or any body at all."""
        for kind in self._kinds:
            assert kind.line is not None  # noqa: S101 - chosen by that
            called = {MEMBER: kind.line.members, PARENT: kind.line.above}
            spec = kind.fields.get(called.get(who) or "")
            if spec is not None:
                return _capital(spec.label.get(self.lang, who))
        words = self.word("kind", who)
        return words if words == who else _capital(words)

    def word(self, part: str, word: str) -> str:
        """Return what the pack calls a word of a part of its lines."""
        for kind in self._kinds:
            spec = kind.fields.get(getattr(kind.line, part) or "")
            if spec is not None and spec.vocabulary is not None and word in spec.vocabulary.words:
                return spec.vocabulary.label(word, self.lang)
        return word

    @property
    def _kinds(self) -> list[Kind]:
        return [kind for kind in self.profile.kinds.values() if kind.line is not None]

    def together(self, words: Sequence[str]) -> str:
        """Return several names in one."""
        return ", ".join(self.of(who) for who in words)


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def lines_text(lines: Sequence[Line], names: Names, screen: Screen) -> str:
    """Return the lines as text: who → whom, what, when, on which words."""
    if not lines:
        return (
            say(("Không có đường báo cáo nào.", "There are no reporting lines."), names.lang) + "\n"
        )
    out: list[str] = []
    for line in lines:
        ends = f"{names.together(line.senders)} → {names.together(line.to)}"
        out += wrapped(screen.paint(ends, "strong"), screen.width)
        out += wrapped("; ".join(_about(line, names)), screen.width, "  ")
        for words in quoted_words(line.cites, names.profile.packs, names.lang):
            out += wrapped(words, screen.width, "  ")
        out += [f"  {line.id}", ""]
    return "\n".join(out[:-1]) + "\n"


def _about(line: Line, names: Names) -> Iterator[str]:
    lang = names.lang
    if line.types:
        yield ", ".join(names.word("type", word) for word in line.types)
    if line.through:
        yield say(("qua ", "through "), lang) + names.together(line.through)
    if line.when is not None:
        yield names.word("when", line.when)
    if line.verification is not None and line.verification in VERIFICATIONS:
        yield say(VERIFICATIONS[line.verification], lang)


def lines_dot(lines: Sequence[Line], names: Names) -> str:
    """Return the lines as a Graphviz graph."""
    out = ["digraph reporting_lines {", "  rankdir=LR;", "  node [shape=box];"]
    out += [f"  {_dot(who)} [label={_dot(names.of(who))}];" for who in _nodes(lines)]
    for line, one, other in _edges(lines):
        dashed = ", style=dashed" if line.verification in ("interpretation", "unverified") else ""
        out.append(f"  {_dot(one)} -> {_dot(other)} [label={_dot(_label(line, names))}{dashed}];")
    return "\n".join([*out, "}"]) + "\n"


def lines_mermaid(lines: Sequence[Line], names: Names) -> str:
    """Return the lines as a Mermaid flow chart."""
    numbers = {who: f"n{number}" for number, who in enumerate(_nodes(lines))}
    out = ["flowchart LR"]
    out += [f"  {numbers[who]}[{_mermaid(names.of(who))}]" for who in numbers]
    for line, one, other in _edges(lines):
        arrow = "-.->" if line.verification in ("interpretation", "unverified") else "-->"
        label = _mermaid(_label(line, names))
        out.append(f"  {numbers[one]} {arrow}|{label}| {numbers[other]}")
    return "\n".join(out) + "\n"


def _nodes(lines: Sequence[Line]) -> list[str]:
    found = (who for line in lines for who in (*line.senders, *line.through, *line.to))
    return list(dict.fromkeys(found))


def _edges(lines: Sequence[Line]) -> Iterator[tuple[Line, str, str]]:
    """Yield the arrows: to those a report goes through, and on from them."""
    for line in lines:
        stops = [line.senders, *([line.through] if line.through else []), line.to]
        for start, end in pairwise(stops):
            yield from ((line, one, other) for one in start for other in end if one != other)


def _label(line: Line, names: Names) -> str:
    words = [names.word("type", word) for word in line.types]
    places = [cite.at for cite in line.cites]
    return "; ".join(part for part in (", ".join(words), ", ".join(places)) if part)


def _dot(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def _mermaid(text: str) -> str:
    """Return a quoted label: Mermaid reads entities with `#`, and takes the rest for HTML."""
    spelt = text.replace("#", "#35;").replace("&", "#amp;").replace("<", "#lt;")
    return '"' + spelt.replace(">", "#gt;").replace('"', "#quot;").replace("\n", " ") + '"'
