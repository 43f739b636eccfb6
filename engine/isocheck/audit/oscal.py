"""OSCAL Assessment Results: one result for each entry, for programs that read that format."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from isocheck.audit.entries import Entry
from isocheck.audit.filters import Choice, document
from isocheck.audit.record import version
from isocheck.audit.trail import Trail, entries, refusal
from isocheck.messages.words import Language

OSCAL_VERSION: Final = "1.2.1"
_URN: Final = "urn:isocheck:audit"
_SPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, _URN)
_NOT_IN_A_TOKEN: Final = re.compile(r"[^\w.\-]")
# What OSCAL can say of an objective; how it stands exactly is said by the property `outcome`.
_STATES: Final = {
    "satisfied": ("satisfied", "pass"),
    "satisfied_late": ("satisfied", "pass"),
    "violated": ("not-satisfied", "fail"),
    "due": ("not-satisfied", "other"),
    "indeterminate": ("not-satisfied", "other"),
    "waived": ("not-satisfied", "other"),
}


def assessment_results(
    trail: Trail, numbers: frozenset[int], choice: Choice, lang: Language
) -> str:
    """Return the entries as an OSCAL document; the same entries give the same bytes."""
    taken = [entry for number, entry in entries(trail) if number in numbers]
    if not taken:
        raise refusal(trail, "audit.nothing-chosen")
    profile = _id("profile", taken[-1].profile.sha256)
    found = {
        "assessment-results": {
            "uuid": _id("document", lang, *(entry.document for entry in taken), repr(choice)),
            "metadata": {
                "title": f"isocheck: {taken[-1].profile.id}",
                "last-modified": taken[-1].recorded_at,
                "version": str(taken[-1].number),
                "oscal-version": OSCAL_VERSION,
                "props": [_prop("isocheck-version", version())],
            },
            "import-ap": {"href": f"#{profile}"},
            "results": [_result(trail, entry, choice, lang) for entry in taken],
            "back-matter": {
                "resources": [
                    {
                        "uuid": profile,
                        "title": f"isocheck profile {taken[-1].profile.id}",
                        "props": [_prop("sha256", taken[-1].profile.sha256)],
                    }
                ]
            },
        }
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _result(trail: Trail, entry: Entry, choice: Choice, lang: Language) -> dict[str, Any]:
    found = document(trail, entry)
    listed = [
        finding
        for finding in found["findings"]
        if finding["outcome"] != "not_applicable" and choice.finding(finding)
    ]
    rules = sorted({finding["rule"] for finding in listed})
    controls = [{"control-id": _token(rule)} for rule in rules]
    result: dict[str, Any] = {
        "uuid": _id("result", entry.data().hex()),
        "title": f"Entry {entry.number}, as of {entry.as_of}",
        "description": f"Findings of the profile {entry.profile.id} as of {entry.as_of}.",
        "start": entry.recorded_at,
        "end": entry.recorded_at,
        "props": [
            _prop("entry", str(entry.number)),
            _prop("as-of", entry.as_of),
            _prop("recorded-by", entry.who),
            _prop("isocheck-version", entry.isocheck),
            _prop("document-sha256", entry.document),
            _prop("facts-sha256", entry.facts),
        ],
        "reviewed-controls": {
            "control-selections": [{"include-controls": controls} if controls else _no_control()]
        },
    }
    if listed:
        result["local-definitions"] = {"inventory-items": _subjects(found, listed)}
        result["observations"] = [_observation(entry, finding) for finding in listed]
        result["findings"] = [_finding(entry, found, finding, lang) for finding in listed]
    return result


def _subjects(found: Mapping[str, Any], listed: Sequence[Mapping[str, Any]]) -> list[Any]:
    subjects = {each: found["subjects"][each] for each in sorted({f["subject"] for f in listed})}
    return [
        {
            "uuid": _id("subject", subject),
            "description": _line(str(about["name"] or subject)),
            "props": [_prop("id", subject), _prop("kind", about["kind"])],
        }
        for subject, about in subjects.items()
    ]


def _observation(entry: Entry, finding: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "uuid": _of_finding("observation", entry, finding),
        "description": f"{finding['rule']}, {finding['subject']}: {finding['outcome']}",
        "methods": ["EXAMINE"],
        "subjects": [
            {"subject-uuid": _id("subject", finding["subject"]), "type": "inventory-item"}
        ],
        "collected": entry.recorded_at,
    }
    evidence = [{"description": text} for text in _evidence(finding)]
    return found | ({"relevant-evidence": evidence} if evidence else {})


def _evidence(finding: Mapping[str, Any]) -> Iterator[str]:
    for entry in finding["because"]:
        at = f" ({entry['at']})" if entry["at"] else ""
        value, expected = (json.dumps(entry[k], ensure_ascii=False) for k in ("value", "expected"))
        yield _line(f"{entry['record']} {entry['path']}: {value} {entry['op']} {expected}{at}")
    for entry in finding["missing"]:
        yield _line(f"{entry['record'] or ''} {entry['path']}: not known")


def _finding(
    entry: Entry, found: Mapping[str, Any], finding: Mapping[str, Any], lang: Language
) -> dict[str, Any]:
    rule = found["rules"][finding["rule"]]
    state, reason = _STATES[finding["outcome"]]
    cites = "; ".join(f"{cite['source']}, {cite['at']}" for cite in rule["cites"])
    props = [
        _prop("outcome", finding["outcome"]),
        _prop("modality", finding["modality"]),
        _prop("verification", finding["verification"]),
        *([_prop("due", finding["due"])] if finding["due"] else []),
        *([_prop("item", finding["item"])] if finding["item"] else []),
    ]
    return {
        "uuid": _of_finding("finding", entry, finding),
        "title": _line(rule["title"][lang]),
        "description": _line(f"{rule['title'][lang]} ({cites})"),
        "props": props,
        "target": {
            "type": "objective-id",
            "target-id": _token(finding["rule"]),
            "status": {"state": state, "reason": reason},
        },
        "related-observations": [{"observation-uuid": _of_finding("observation", entry, finding)}],
    }


def _no_control() -> dict[str, Any]:
    return {"include-all": {}}


def _of_finding(what: str, entry: Entry, finding: Mapping[str, Any]) -> str:
    key = (finding["rule"], finding["subject"], finding["item"] or "")
    return _id(what, str(entry.number), entry.document, *key)


def _id(*parts: str) -> str:
    return str(uuid.uuid5(_SPACE, "\x1f".join(parts)))


def _prop(name: str, value: str) -> dict[str, str]:
    return {"name": name, "ns": _URN, "value": _line(value)}


def _token(text: str) -> str:
    """Return a text as OSCAL's tokens are written."""
    token = _NOT_IN_A_TOKEN.sub("_", text)
    return token if token[:1].isalpha() or token[:1] == "_" else f"_{token}"


def _line(text: str) -> str:
    """Return a text on one line, as OSCAL's strings are."""
    return " ".join(text.split()) or "-"
