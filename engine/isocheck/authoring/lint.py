"""What a pack lacks though it can be read: unused things, rules without cases, bare citations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from isocheck.authoring.catalogue import profile_packs
from isocheck.authoring.encodings import encodings_of
from isocheck.authoring.pack_view import OpenedPack, names_of, opened
from isocheck.authoring.unlabelled import unlabelled
from isocheck.authoring.unused import unused
from isocheck.errors import InputProblems, Location, Problem, set_of
from isocheck.packs.citation_reading import stands_in
from isocheck.packs.compared_words import compared_texts
from isocheck.packs.conditions import Literal_, OutcomeIs, leaves
from isocheck.packs.form import nearest
from isocheck.packs.linking import conditions_of
from isocheck.packs.loading import load_profile
from isocheck.packs.model import Discrepancy
from isocheck.packs.starting import read_plan
from isocheck.source.files import read_safely
from isocheck.source.nodes import Fields, Items
from isocheck.source.yaml_reader import read_yaml

# Of these the text itself has not been read: there are no words of it to quote.
_UNSEEN = frozenset({"secondary", "unverified"})


@dataclass(slots=True)
class Checked:
    """What is wrong with packs, what they lack, and what does not agree in their texts."""

    packs: list[str] = field(default_factory=list)
    wrong: list[Problem] = field(default_factory=list)
    lacks: list[Problem] = field(default_factory=list)
    discrepancies: list[Discrepancy] = field(default_factory=list)


def check(pack: str | None, profile: str | None, policies: Sequence[Path]) -> Checked:
    """Return what is wrong with packs, and what they lack.

    Without a pack every pack is checked, and every profile, or the one that is named: only there
    two packs can contradict each other.
    """
    found = Checked()
    for name in names_of(pack, policies):
        found.packs.append(name)
        try:
            one = opened(name, policies)
            read_plan([one.folder], one.profile.kinds)
            found.lacks += remarks(one)
            found.discrepancies += [d for d in one.profile.discrepancies if d.source == one.id]
        except InputProblems as error:
            found.wrong += error.problems
    profiles = [profile] if profile is not None else []
    if pack is None and profile is None:
        profiles = list(profile_packs(policies))
    for name in profiles:
        try:
            load_profile(name, policies)
        except InputProblems as error:
            found.wrong += error.problems
    found.wrong = InputProblems(found.wrong).problems
    return found


def remarks(pack: OpenedPack) -> list[Problem]:
    """Return what a pack lacks, in the order of its files."""
    found = [
        *unused(pack),
        *_without_case(pack),
        *_unknown_rules(pack),
        *_bare_citations(pack),
        *_unfounded_days(pack),
        *_one_language(pack),
        *_undeclared_words(pack),
        *unlabelled(pack),
        *_misread_quotes(pack),
        *_cells(pack),
    ]
    return sorted(set_of(found), key=lambda p: (p.location.file, p.location.line or 0, p.where))


def _without_case(pack: OpenedPack) -> Iterator[Problem]:
    named = {rule for case in pack.profile.cases.get(pack.id, ()) for rule in case.expect}
    for rule in pack.rules:
        if rule.id not in named:
            yield Problem("bench-no-case", rule.location, rule.id)


def _unknown_rules(pack: OpenedPack) -> Iterator[Problem]:
    known = {rule.id for rule in pack.profile.rules}
    for rule in pack.rules:
        for other in rule.action.after if rule.action is not None else ():
            if other not in known:
                args = {"value": other, "suggestion": nearest(other, known)}
                yield Problem("bench-after-unknown", rule.location, rule.id, args)
        asked = (leaf for c in conditions_of(rule) for leaf in leaves(c))
        for leaf in asked:
            # A rule of a pack that is not required is told apart when the profile has it.
            own = isinstance(leaf, OutcomeIs) and leaf.rule.partition(".")[0] == pack.id
            if isinstance(leaf, OutcomeIs) and own and leaf.rule not in known:
                args = {"value": leaf.rule, "suggestion": nearest(leaf.rule, known)}
                yield Problem("bench-outcome-unknown", leaf.location, rule.id, args)


def _bare_citations(pack: OpenedPack) -> Iterator[Problem]:
    """Find what cites the pack's own text without its words, where the text has been seen."""
    if not pack.paragraphs:
        return
    for encoding in encodings_of(pack.profile, pack.id):
        if encoding.what == "discrepancy" or encoding.location is None:
            continue
        if encoding.what == "reporting_line" and encoding.verification == "interpretation":
            continue  # the text does not have it: the place is only the nearest
        for cite in encoding.cites:
            says_seen = cite.verification in (None, "primary")
            seen = says_seen and encoding.verification not in _UNSEEN
            if cite.source == pack.id and cite.quote is None and seen:
                args = {"at": cite.at}
                yield Problem("bench-no-quote", encoding.location, encoding.id, args)


def _unfounded_days(pack: OpenedPack) -> Iterator[Problem]:
    """Find due days that no parameter founds and whose rule does not say how they are founded."""
    replaced = (a.rule for a in pack.profile.amendments if a.pack == pack.id and a.rule is not None)
    for rule in (*pack.rules, *replaced):
        due = rule.due
        if due is None or due == Literal_(None) or rule.due_verification is not None:
            continue
        if isinstance(due, Literal_) or due.path.head != "param":
            yield Problem("bench-due-verification", rule.location, rule.id, {"value": rule.mode})


def _misread_quotes(pack: OpenedPack) -> Iterator[Problem]:
    """Reporting lines are records: what they quote is held against the text here."""
    texts = {p.at: " ".join(p.text.split()) for p in pack.paragraphs}
    for encoding in encodings_of(pack.profile, pack.id):
        if encoding.what != "reporting_line" or encoding.location is None or not texts:
            continue
        for cite in encoding.cites:
            if cite.source != pack.id:
                continue
            args: dict[str, object] = {"source": pack.id, "value": cite.at}
            if cite.at not in texts:
                args["suggestion"] = nearest(cite.at, texts)
                yield Problem("citation-no-place", encoding.location, encoding.id, args)
            elif cite.quote is not None and not stands_in(cite.quote, texts[cite.at]):
                args = {"source": pack.id, "at": cite.at, "value": cite.quote, "elsewhere": []}
                yield Problem("citation-quote", encoding.location, encoding.id, args)


def _one_language(pack: OpenedPack) -> Iterator[Problem]:
    """Find texts for people that stand in one language, in any file of the pack."""
    for path in pack.folder.files():
        if path.suffix != ".yaml":
            continue
        shown = f"{pack.folder.shown}/{path.relative_to(pack.folder.path).as_posix()}"
        yield from _in_node(read_yaml(read_safely(path.resolve(), shown), shown), shown)


def _undeclared_words(pack: OpenedPack) -> Iterator[Problem]:
    """Find texts that the pack compares with words though their words are declared nowhere."""
    for found in compared_texts(pack.profile):
        if found.pack == pack.id and found.wants_words:
            args = {"value": str(found.leaf.path)}
            yield Problem("bench-no-vocabulary", found.leaf.location, found.by, args)


def _in_node(node: Any, shown: str) -> Iterator[Problem]:
    if isinstance(node, Items):
        for entry in node:
            yield from _in_node(entry, shown)
    if not isinstance(node, Fields):
        return
    if node and set(node) <= {"vi", "en"} and not all(node.get(lang) for lang in ("vi", "en")):
        text = next((str(value) for value in node.values() if value), "")
        yield Problem("bench-no-translation", Location(shown, node.line), "", {"value": text})
    for value in node.values():
        yield from _in_node(value, shown)


def _cells(pack: OpenedPack) -> Iterator[Problem]:
    """Hold the cells transcribed against the rows of the text, digit by digit."""
    path = pack.folder.path / "annex.yaml"
    if not path.is_file():
        return
    shown = f"{pack.folder.shown}/annex.yaml"
    node = read_yaml(read_safely(path.resolve(), shown), shown)
    texts = {p.at: p.text.split() for p in pack.paragraphs}
    rows = node.get("rows") if isinstance(node, Fields) else None
    for row in rows if isinstance(rows, Items) else ():
        figures = ["-" if cell is None else str(cell) for cell in (*row["cells"], row["total"])]
        if not _stand_together(figures, texts.get(str(row["at"]), [])):
            args = {"value": " ".join(figures), "at": row["at"]}
            place = Location(shown, row.line_of("cells"))
            yield Problem("bench-cells", place, str(row["id"]), args)


def _stand_together(figures: Sequence[str], words: Sequence[str]) -> bool:
    zero = [["0" if w == "-" else w for w in part] for part in (figures, words)]
    wanted, there = zero
    return any(there[i : i + len(wanted)] == wanted for i in range(len(there) - len(wanted) + 1))
