"""Findings as SARIF 2.1.0 (OASIS, 27 March 2020), which code scanning tools show beside a file.

Numbers of clauses below are those of that standard.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from importlib import metadata
from typing import Any, Final
from urllib.parse import quote

from isocheck.finding import Explanation, Finding
from isocheck.packs.model import Rule
from isocheck.report.citations import citation_words
from isocheck.report.formats.output import Output
from isocheck.report.phrases import due_words, lacking
from isocheck.report.reasons import why_words
from isocheck.report.selection import is_open
from isocheck.report.view import View
from isocheck.report.words import finding_words

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_PLACE: Final = re.compile(r"(?P<file>.+):(?P<line>[1-9]\d*)")
_MOST_OF_A_NUMBER: Final = 10  # places of what stands behind a number
# `kind` (clause 3.27.9): "open" is what could not be decided for lack of information.
_KINDS: Final = {
    "violated": "fail",
    "due": "fail",
    "indeterminate": "open",
    "waived": "review",
    "satisfied": "pass",
    "satisfied_late": "pass",
    "not_applicable": "notApplicable",
}


def written(output: Output) -> str:
    """Return a SARIF log of one run: what is open, or all findings where all were asked for."""
    view = output.view()
    everything = output.selected.everything
    told = [f for f in output.selected.findings if everything or is_open(f)]
    rules = [view.rules[rule] for rule in dict.fromkeys(finding.rule for finding in told)]
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "isocheck",
                "version": metadata.version("isocheck"),
                "rules": [_rule(view, rule) for rule in rules],
            }
        },
        "language": output.lang,
        "columnKind": "unicodeCodePoints",
        "results": [_result(view, f, numbers[f.rule], output.selected.folder) for f in told],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(view: View, rule: Rule) -> dict[str, Any]:
    cites = [citation_words(view, cite, quoted=True) for cite in rule.cites]
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title[view.lang]},
        "fullDescription": {"text": "\n".join([rule.title[view.lang], *cites])},
        "properties": {
            "pack": rule.pack,
            "modality": rule.modality,
            "verification": rule.verification,
        },
    }


def _result(view: View, finding: Finding, number: int, folder: str) -> dict[str, Any]:
    kind = _KINDS[finding.outcome]
    return {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "kind": kind,
        "level": _level(finding) if kind == "fail" else "none",  # clause 3.27.10
        "message": {"text": _message(view, finding)},
        "locations": [_location(place, folder) for place in _places(view, finding)],
        "partialFingerprints": {"isocheck/v1": _fingerprint(finding)},
        "properties": {
            "subject": finding.subject,
            "item": finding.item,
            "outcome": finding.outcome,
            "due": None if finding.due is None else finding.due.isoformat(),
        },
    }


def _level(finding: Finding) -> str:
    if finding.outcome == "due":
        return "note"
    return "error" if finding.modality == "must" else "warning"


def _message(view: View, finding: Finding) -> str:
    rule = view.rules[finding.rule]
    name = view.name(finding.subject)
    item = "" if finding.item is None else f" – {view.name(finding.item)}"
    outcome = finding_words(finding, rule, view.lang)
    parts = [f"{name}{item}: {rule.title[view.lang]}", outcome, due_words(view, finding)]
    parts += why_words(view, finding)
    missing = "; ".join(lacking(view, finding).words(view))
    if finding.outcome == "indeterminate" and missing:
        parts.append(f"{view.say('Thông tin còn thiếu', 'Missing facts')}: {missing}")
    return ". ".join(part[:1].upper() + part[1:] for part in parts if part) + "."


def _places(view: View, finding: Finding) -> Iterator[str]:
    """Yield where a finding stands in the facts; where no value is there, its subject does.

    What is counted of other records (the payments behind a sum) comes first.
    What the packs lay down (a subject of the law itself) is no file of the facts: such a finding
    is shown at the first of them.
    """
    files = {file.path for file in view.evaluation.facts.files}
    places = dict.fromkeys(_all_places(view.why(finding)))
    found = [place for place in places if place.rpartition(":")[0] in files]
    if found:
        yield from found
        return
    record = view.evaluation.facts.records[finding.subject]
    yield f"{record.file}:{record.line}" if record.file in files else f"{min(files)}:1"


def _all_places(why: Explanation) -> Iterator[str]:
    for tally in why.tallies:
        others = (member.at for member in tally.members if member.record != tally.record)
        yield from [place for place in others if place][:_MOST_OF_A_NUMBER]
    yield from (entry.at for entry in why.because if entry.at)


def _location(place: str, folder: str) -> dict[str, Any]:
    match = _PLACE.fullmatch(place)
    assert match is not None, place  # noqa: S101 - `_places` yields nothing else
    path = f"{folder.rstrip('/')}/{match['file']}" if folder else match["file"]
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(path)},
            "region": {"startLine": int(match["line"])},
        }
    }


def _fingerprint(finding: Finding) -> str:
    """Return what a finding is known by from run to run: no line is part of it (clause 3.27.17)."""
    key = json.dumps([finding.rule, finding.subject, finding.item], ensure_ascii=False)
    return hashlib.sha256(key.encode("utf-8")).hexdigest()
