"""What the engine says of a case, held against the plain judge (design §2, §4, §7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import helpers
from helpers import Judged
from isocheck.finding import Finding
from oracle import write
from oracle.case import Case, Completion
from oracle.days import FAR
from oracle.folders import COLLECTED
from oracle.judge import NOT_APPLICABLE, Key, outcomes
from oracle.reading import At, chosen
from oracle.shapes import KINDS
from oracle.world import World

ANCHOR = str(write.ANCHOR["id"])


@dataclass(frozen=True)
class Unsound:
    """A property that does not hold of a case: of which finding, and what was said."""

    what: str
    key: Key
    said: str
    completion: Completion


def engine(case: Case, matcher: str = "interpreter") -> Judged:
    """Return what the engine says of the folder."""
    law = helpers.profile_of(*write.packs(case.law))
    records, day = write.records(case.records), case.day.isoformat()
    return helpers.judged(
        law, records, day, matcher=matcher, collected=case.collected, complete=case.complete
    )


def forget() -> None:
    """Forget the packs that were read: each case has its own, and they would fill the memory."""
    helpers.profile_of.cache_clear()


def sound(case: Case, said: Judged) -> Iterator[Unsound]:
    """Yield where a decided outcome does not hold, or `possible` lacks the one that is so."""
    for completion in case.completions:
        for key, so in compared(case, said, completion):
            finding = said.findings.get(key) or said.findings.get((*key[:2], None))
            possible = finding.possible if finding else (NOT_APPLICABLE,)
            if so not in possible:
                what = "decided" if len(possible) == 1 else "possible"
                told = f"{finding.outcome if finding else 'no finding'} {possible}"
                yield Unsound(what, key, f"engine: {told}; so it is: {so}", completion)


def compared(case: Case, said: Judged, completion: Completion) -> Iterator[tuple[Key, str]]:
    """Yield each finding, said or so, whose outcome can be held to what is so."""
    found = outcomes(case.world(completion))
    everyone = {record["id"] for record in (*case.records, *case.law["reference"])}
    undated = {r["id"] for r in case.records if r["kind"] == "paper" and "day" not in r}
    # A record whose day is not known may not be there: then there is no finding at all.
    known = everyone - (undated - {subject for _, subject, _ in found})
    for key in sorted({*found, *said.findings}, key=str):
        if key[1] in known and _comparable(case, key, found, said.findings):
            yield key, found.get(key, NOT_APPLICABLE)


def _comparable(
    case: Case, key: Key, found: Mapping[Key, str], said: Mapping[Key, Finding]
) -> bool:
    unverified = {r["id"] for r, _ in case.rules() if "verification" in r}
    beside = any(k[:2] == key[:2] for k in said)
    if key[0] == ANCHOR or key[0] in unverified:
        return False
    if key not in said and (*key[:2], None) not in said:
        return not beside  # of an item that is not in the folder, beside others, nothing is said
    items = any(k[:2] == key[:2] and k[2] is not None for k in found)
    return key in found or key[2] is not None or not items


def exact(case: Case, completion: Completion) -> Case:
    """Return the case in which all is known that is so in a completion."""
    return replace(
        case,
        law=decided(case.law, completion),
        records=completion.records,
        collected=COLLECTED,
        completions=(completion,),
    )


def decided(law: Mapping[str, Any], completion: Completion) -> dict[str, Any]:
    """Return the law with every open parameter as it was chosen."""
    choices = completion.choices
    parameters = {n: _fixed(form, choices.get(n)) for n, form in law["parameters"].items()}
    amendments = [_fixed(change, choices.get(change["id"])) for change in law["amendments"]]
    return {**law, "parameters": parameters, "amendments": amendments}


def _fixed(form: Mapping[str, Any], choice: Any) -> dict[str, Any]:
    if "readings" not in form and "verification" not in form:
        return dict(form)
    kept = {k: v for k, v in form.items() if k not in ("readings", "verification", "between")}
    nobody = {"id": "", "kind": "board"}
    at = At(World({}, {}), FAR, nobody, KINDS["board"], nobody)
    return kept | {"value": chosen(at, form, choice)}


def exactly(case: Case, matcher: str) -> Iterator[Unsound]:
    """Yield where the engine, all being known, does not say what is so."""
    completion = case.completions[0]
    known = exact(case, completion)
    said = engine(known, matcher)
    doubtful = "latest" in str(known.law["derived"])  # of two of one day that differ: not known
    for key, so in compared(known, said, completion):
        finding = said.findings.get(key)
        possible = finding.possible if finding else (NOT_APPLICABLE,)
        if possible != (so,) and not (doubtful and so in possible):
            told = f"{finding.outcome if finding else 'no finding'} {possible}"
            yield Unsound("exact", key, f"engine: {told}; so it is: {so}", completion)
