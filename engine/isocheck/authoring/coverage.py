"""Coverage: every paragraph of the text is encoded or listed, every outcome shown by a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from isocheck.authoring.cases import run_cases
from isocheck.authoring.encodings import Encoding, encodings_of
from isocheck.authoring.pack_view import OpenedPack, names_of, opened
from isocheck.errors import InputProblems, Location, Problem
from isocheck.finding import OUTCOMES
from isocheck.messages import render
from isocheck.messages.words import Language
from isocheck.packs.paragraphs import TEXT
from isocheck.packs.reachable import reachable_outcomes
from isocheck.report.words import say

_LONGEST: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of a pack's text is encoded, and how much of its rules its cases show."""

    pack: str
    version: str
    paragraphs: int
    encoded: tuple[str, ...]
    listed: tuple[tuple[str, str, str], ...]  # (place, reason vi, reason en)
    outcomes: int
    shown: int
    gaps: tuple[Problem, ...]


def coverage(pack: str | None, policies: Sequence[Path]) -> list[Coverage]:
    """Return the coverage of a pack, or of all; raises InputProblems."""
    found: list[Coverage] = []
    wrong: list[Problem] = []
    for name in names_of(pack, policies):
        try:
            found.append(coverage_of(opened(name, policies)))
        except InputProblems as error:
            wrong += error.problems
    if wrong:
        raise InputProblems(wrong)
    return found


def coverage_of(pack: OpenedPack) -> Coverage:
    """Return the coverage of one pack."""
    encodings = encodings_of(pack.profile, pack.id)
    encoded = {at for encoding in encodings for at in encoding.at(pack.id)}
    outcomes, shown, lacking = _outcomes(pack)
    mine = [entry for entry in pack.profile.uncoded if entry.pack == pack.id]
    return Coverage(
        pack=pack.id,
        version=pack.head.version,
        paragraphs=len(pack.paragraphs),
        encoded=tuple(p.at for p in pack.paragraphs if p.at in encoded),
        listed=tuple((u.at, u.reason["vi"], u.reason["en"]) for u in mine),
        outcomes=outcomes,
        shown=shown,
        gaps=(*_open_places(pack, encodings, encoded), *_contradictions(pack, encodings), *lacking),
    )


def _open_places(
    pack: OpenedPack, encodings: Sequence[Encoding], encoded: set[str]
) -> list[Problem]:
    del encodings
    listed = {u.at for u in pack.profile.uncoded if u.pack == pack.id and u.quote is None}
    found = []
    for paragraph in pack.paragraphs:
        if paragraph.at in encoded or paragraph.at in listed:
            continue
        text = " ".join(paragraph.text.split())
        short = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        place = Location(f"{pack.folder.shown}/{TEXT}", paragraph.line)
        found.append(Problem("bench-paragraph", place, "", {"value": paragraph.at, "text": short}))
    return found


def _contradictions(pack: OpenedPack, encodings: Sequence[Encoding]) -> list[Problem]:
    """Find what is listed as carrying no rule and is cited by one all the same."""
    found = []
    for entry in pack.profile.uncoded:
        if entry.pack != pack.id or entry.quote is not None:
            continue
        rules = [e.id for e in encodings if e.what == "rule" and entry.at in e.at(pack.id)]
        if rules:
            args = {"value": entry.at, "rules": rules}
            found.append(Problem("bench-coded-after-all", entry.location, "", args))
    return found


def _outcomes(pack: OpenedPack) -> tuple[int, int, list[Problem]]:
    """Return how many outcomes the rules can have, how many are shown, and those that are not."""
    met: set[tuple[str, str]] = set()
    for result in run_cases(pack.profile, pack.id, matcher="interpreter"):
        met |= result.exercised
    total = shown = 0
    lacking = []
    for rule in pack.rules:
        reachable = reachable_outcomes(pack.profile, rule)
        missing = [o for o in OUTCOMES if o in reachable and (rule.id, o) not in met]
        total += len(reachable)
        shown += len(reachable) - len(missing)
        lacking += [
            Problem("bench-outcome", rule.location, rule.id, {"value": outcome})
            for outcome in missing
        ]
    return total, shown, lacking


def coverage_entry(found: Coverage) -> dict[str, Any]:
    """Return a coverage for programs."""
    open_ = [p.args["value"] for p in found.gaps if p.code == "bench-paragraph"]
    return {
        "pack": found.pack,
        "version": found.version,
        "paragraphs": {
            "all": found.paragraphs,
            "encoded": list(found.encoded),
            "listed": [{"at": at, "reason": {"vi": vi, "en": en}} for at, vi, en in found.listed],
            "open": open_,
        },
        "outcomes": {
            "all": found.outcomes,
            "shown": found.shown,
            "open": [
                {"rule": p.where, "outcome": p.args["value"]}
                for p in found.gaps
                if p.code == "bench-outcome"
            ],
        },
        "complete": not found.gaps,
    }


def coverage_text(found: Sequence[Coverage], lang: Language) -> str:
    """Return the coverage as text: what is open with its place, then the figures."""
    lines = [render(gap, lang) for one in found for gap in one.gaps]
    for one in found:
        open_ = sum(gap.code == "bench-paragraph" for gap in one.gaps)
        done = one.paragraphs - open_
        paragraphs = say(("đoạn", "paragraphs"), lang)
        of_text = say(("(không có source.md)", "(no source.md)"), lang)
        if one.paragraphs:
            of_text = f"{done}/{one.paragraphs} {paragraphs} ({_percent(done, one.paragraphs)})"
        outcomes = say(("kết quả", "outcomes"), lang)
        of_rules = f"{one.shown}/{one.outcomes} {outcomes} ({_percent(one.shown, one.outcomes)})"
        lines.append(f"{one.pack} {one.version}: {of_text}, {of_rules}")
    return "\n".join(lines) + "\n"


def _percent(part: int, whole: int) -> str:
    return f"{part * 100 // whole}%" if whole else "–"
