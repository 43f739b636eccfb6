"""Findings as JUnit test results, which every build server shows: a suite a rule."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.etree import ElementTree as ET

from isocheck.finding import Finding, Outcome
from isocheck.report.citations import citation_words
from isocheck.report.formats.output import Output
from isocheck.report.junit_xml import as_document, suite
from isocheck.report.phrases import due_words, lacking
from isocheck.report.reasons import why_words
from isocheck.report.view import View
from isocheck.report.words import finding_words

_TOLD: Final[dict[Outcome, str]] = {"violated": "failures", "indeterminate": "skipped"}


def written(output: Output) -> str:
    """Return JUnit XML: what is violated failed, what is not decided was skipped.

    A suite is a rule, a case a subject, with its item in brackets. What a text only asks to strive
    for fails too where it is violated; `type` says how much it binds.
    """
    view = output.view()
    selected = output.selected
    listed = [f for f in selected.findings if selected.everything or f.outcome != "not_applicable"]
    counts = {name: str(number) for name, number in _counts(listed).items()}
    root = ET.Element("testsuites", {"name": "isocheck", **counts})
    by_rule: dict[str, list[Finding]] = {}
    for finding in listed:
        by_rule.setdefault(finding.rule, []).append(finding)
    for rule, findings in by_rule.items():
        of_rule = suite(root, rule, **_counts(findings))
        properties = ET.SubElement(of_rule, "properties")
        for name, value in _properties(view, rule):
            ET.SubElement(properties, "property", {"name": name, "value": value})
        for finding in findings:
            _case(view, of_rule, finding)
    return as_document(root)


def _counts(findings: Iterable[Finding]) -> dict[str, int]:
    outcomes = [finding.outcome for finding in findings]
    counts = {told: outcomes.count(outcome) for outcome, told in _TOLD.items()}
    return {"tests": len(outcomes), **counts, "errors": 0}


def _properties(view: View, rule_id: str) -> Iterable[tuple[str, str]]:
    rule = view.rules[rule_id]
    yield "title", rule.title[view.lang]
    for cite in rule.cites:
        yield "cite", citation_words(view, cite, quoted=True)


def _case(view: View, of_rule: ET.Element, finding: Finding) -> None:
    item = "" if finding.item is None else f"[{finding.item}]"
    name = f"{finding.subject}{item}"
    case = ET.SubElement(of_rule, "testcase", {"classname": finding.rule, "name": name})
    rule = view.rules[finding.rule]
    message = ". ".join(
        filter(None, (finding_words(finding, rule, view.lang), due_words(view, finding)))
    )
    if finding.outcome == "violated":
        about = {"type": finding.modality, "message": message}
        told = ET.SubElement(case, "failure", about)
        told.text = "\n".join([view.name(finding.subject), *why_words(view, finding)])
    elif finding.outcome == "indeterminate":
        missing = "; ".join(lacking(view, finding).words(view))
        lack = view.say("Thông tin còn thiếu", "Missing facts")
        ET.SubElement(
            case, "skipped", {"message": f"{message}. {lack}: {missing}" if missing else message}
        )
    else:
        ET.SubElement(case, "system-out").text = message
