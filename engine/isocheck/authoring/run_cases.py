"""Running the cases of packs, and telling what came of them: text, JSON, JUnit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from isocheck.authoring.cases import CaseResult, Difference, run_cases
from isocheck.authoring.pack_view import names_of, opened
from isocheck.errors import InputProblems, Problem
from isocheck.messages import render
from isocheck.messages.words import Language
from isocheck.report.junit_xml import as_document, suite
from isocheck.report.words import say


def results_of(pack: str | None, policies: Sequence[Path], matcher: str | None) -> list[CaseResult]:
    """Run the cases of a pack, or of all; raises InputProblems for packs that cannot be read."""
    results: list[CaseResult] = []
    wrong: list[Problem] = []
    for name in names_of(pack, policies):
        try:
            one = opened(name, policies)
        except InputProblems as error:
            wrong += error.problems
            continue
        results += run_cases(one.profile, one.id, matcher=matcher)
    if wrong:
        raise InputProblems(wrong)
    return results


def result_entries(results: Sequence[CaseResult]) -> list[dict[str, Any]]:
    """Return what came of the cases, for programs."""
    return [
        {
            "pack": result.pack,
            "name": result.name,
            "at": str(result.location),
            "passed": result.passed,
            "differences": [
                {
                    "rule": d.rule, "subject": d.subject, "item": d.item,
                    "expected": d.expected, "found": d.found,
                    "missing": [{"record": m.record, "path": m.path} for m in d.missing],
                }
                for d in result.differences
            ],
            "problems": [render(problem, "en") for problem in result.problems],
        }
        for result in results
    ]  # fmt: skip


def results_text(results: Sequence[CaseResult], lang: Language) -> str:
    """Return the cases that failed, each with what was expected and found, then the count."""
    lines: list[str] = []
    for result in results:
        if not result.passed:
            lines += [case_text(result, lang), ""]
    failed = sum(not result.passed for result in results)
    lines.append(
        say(
            (
                f"{len(results)} trường hợp thử: {len(results) - failed} đạt, {failed} không đạt.",
                f"{len(results)} cases: {len(results) - failed} passed, {failed} failed.",
            ),
            lang,
        )
    )
    return "\n".join(lines) + "\n"


def case_text(result: CaseResult, lang: Language) -> str:
    """Return where a case stands that failed, with what was expected and found."""
    return "\n".join([f"{result.location}: {result.name}", *_failures(result, lang)])


def _failures(result: CaseResult, lang: Language) -> Iterator[str]:
    for difference in result.differences:
        yield "  " + difference_words(difference, lang)
    for problem in result.problems:
        yield "  " + render(problem, lang)


def difference_words(difference: Difference, lang: Language) -> str:
    """Return what was expected and what was found, in one line."""
    item = f" {difference.item}" if difference.item else ""
    nothing = say(("không có kết quả nào", "no finding"), lang)
    expected = difference.expected or nothing
    found = difference.found or nothing
    what = say((f"mong đợi {expected}, có {found}", f"expected {expected}, found {found}"), lang)
    text = f"{difference.rule} {difference.subject}{item}: {what}"
    if difference.missing:
        names = ", ".join(" ".join(filter(None, (m.record, m.path))) for m in difference.missing)
        text += say((f"; còn thiếu: {names}", f"; missing: {names}"), lang)
    return text


def junit(results: Sequence[CaseResult], lang: Language) -> str:
    """Return what came of the cases as a JUnit document, a suite for each pack."""
    root = ET.Element("testsuites")
    for pack in dict.fromkeys(result.pack for result in results):
        mine = [result for result in results if result.pack == pack]
        failed = sum(not result.passed for result in mine)
        of_pack = suite(root, pack, tests=len(mine), failures=failed)
        for result in mine:
            _testcase(of_pack, result, lang)
    return as_document(root)


def _testcase(of_pack: ET.Element, result: CaseResult, lang: Language) -> None:
    place = {"file": result.location.file, "line": str(result.location.line or 0)}
    about = {"classname": result.pack, "name": result.name, **place}
    case = ET.SubElement(of_pack, "testcase", about)
    if not result.passed:
        told = [line.strip() for line in _failures(result, lang)]
        ET.SubElement(case, "failure", {"message": told[0]}).text = "\n".join(told)
