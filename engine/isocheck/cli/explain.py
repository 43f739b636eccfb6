"""`isocheck explain`: why the findings of a subject are as they are."""

from __future__ import annotations

from typing import Any

import click

from isocheck.cli import options
from isocheck.cli.boundary import answering
from isocheck.cli.commands import Command
from isocheck.cli.language import told
from isocheck.cli.output import screen_for, write_result
from isocheck.cli.running import Call, judged
from isocheck.errors import InputProblems, Location, Problem
from isocheck.evaluate.run import Evaluation
from isocheck.report.document import document, serialised
from isocheck.report.explanation import explanation
from isocheck.report.selection import Selected, Selection
from isocheck.source.guess import closest

_HELP = told(
    "Giải thích kết quả rà soát của một đơn vị hoặc hồ sơ (SUBJECT là mã của nó), có thể chỉ theo "
    "một quy định.\n\n\b\nVí dụ:\n  isocheck explain so-nv\n"
    "  isocheck explain so-nv kh34.re-announce --facts facts/",
    "Explain the findings on a body or record (SUBJECT is its id), perhaps of one rule only.\n\n"
    "\b\nExample:\n  isocheck explain so-nv\n"
    "  isocheck explain so-nv kh34.re-announce --facts facts/",
)


@click.command("explain", cls=Command, help=_HELP)
@click.argument("subject")
@click.argument("rule", required=False)
@options.facts_option
@options.run
@options.format_
@options.output
@options.color
@options.traceback
@answering
def command(**params: Any) -> None:
    """Explain; always exits with 0 where there is something to explain."""
    explain(**params)


def explain(
    *, subject: str, rule: str | None, format_: str, output: str | None, color: str, **call: Any
) -> None:
    """Judge the folder and write the findings of one subject."""
    evaluation, lang = judged(Call(**call))
    selection = _selection(evaluation, subject, rule)
    selected = Selected(evaluation=evaluation, selection=selection, everything=True)
    if format_ == "json":
        text = serialised(document(selected))
    else:
        text = explanation(selected, lang, screen_for(color, output))
    write_result(text, output)


def _selection(evaluation: Evaluation, subject: str, rule: str | None) -> Selection:
    subjects = {finding.subject for finding in evaluation.findings}
    if subject not in subjects:
        args = {"value": subject, "guess": closest(subject, subjects)}
        raise InputProblems([Problem("call.subject", Location("SUBJECT"), "", args)])
    rules = {finding.rule for finding in evaluation.findings if finding.subject == subject}
    if rule is not None and rule not in rules:
        args = {"value": rule, "guess": closest(rule, rules)}
        raise InputProblems([Problem("call.rule", Location("RULE"), "", args)])
    words = (subject,) if rule is None else (subject, rule)
    wanted = frozenset() if rule is None else frozenset({rule})
    return Selection(words=words, rules=wanted, subjects=frozenset({subject}))
