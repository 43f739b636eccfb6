"""`isocheck explain`: why the findings of a subject are as they are."""

from __future__ import annotations

from typing import Any

import click

from isocheck.cli import completion, options
from isocheck.cli.commands import Command, refuse, said
from isocheck.cli.exit_status import answering
from isocheck.cli.language import told
from isocheck.cli.output import screen_for, write_result
from isocheck.cli.runs import judged
from isocheck.errors import InputProblems
from isocheck.evaluate.run import Evaluation
from isocheck.report.document import document, serialised
from isocheck.report.explanation import explanation
from isocheck.report.named import Lookup, rule_named
from isocheck.report.selection import Selected, Selection, judged_subjects, subjects_below
from isocheck.session import Call

_HELP = told(
    "Giải thích kết quả rà soát của một đơn vị hoặc hồ sơ (mã hoặc tên), có thể chỉ theo một quy "
    "định; với --under, của một đơn vị và mọi đơn vị trực thuộc. Thư mục thông tin đứng ở đâu cũng "
    "được, mặc định là facts/.\n\n\b\nVí dụ:\n  isocheck explain so-nv\n"
    '  isocheck explain "Sở Nội vụ" kh34.re-announce facts/\n'
    '  isocheck explain --under "Huyện Cao Lộc" kh34.announce',
    "Explain the findings on a body or record (id or name), perhaps of one rule only; with --under "
    "those of a body and all below it. The facts folder may stand in any place; it is facts/ if "
    "none is named.\n\n\b\nExample:\n  isocheck explain so-nv\n"
    '  isocheck explain "Sở Nội vụ" kh34.re-announce facts/\n'
    '  isocheck explain --under "Huyện Cao Lộc" kh34.announce',
)


@click.command("explain", cls=Command, help=_HELP)
@click.argument(
    "words",
    metavar=told("[ĐƠN_VỊ] [QUY_ĐỊNH] [THƯ_MỤC]", "[SUBJECT] [RULE] [FOLDER]"),
    nargs=-1,
    shell_complete=completion.body_then_rule,
)
@options.under
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
    *,
    words: tuple[str, ...],
    under: tuple[str, ...],
    format_: str,
    output: str | None,
    color: str,
    **call: Any,
) -> None:
    """Judge the folder and write the findings asked for."""
    folder, rest = options.told_apart(words)
    ctx = click.get_current_context()
    if not rest and not under:
        refuse(ctx, "còn thiếu mã hoặc tên đơn vị.", "the id or name of a body is missing.")
    most = 1 if under else 2
    for word in rest[most:]:
        refuse(ctx, f"thừa '{word}'.", f"'{word}': one word too many.")
    asked = Call(folder=folder, **call)
    evaluation, lang = judged(asked)
    selection = _selection(evaluation, rest, under)
    selected = Selected(
        evaluation=evaluation,
        selection=selection,
        everything=True,
        folder=asked.shown_folder,
        again=asked.again,
    )
    if format_ == "json":
        text = serialised(document(selected))
    else:
        text = explanation(selected, lang, screen_for(color, output))
    write_result(text, output)


def _selection(evaluation: Evaluation, words: list[str], under: tuple[str, ...]) -> Selection:
    """Return what is to be explained; raises InputProblems."""
    subjects = {finding.subject for finding in evaluation.findings}
    rule = words[-1] if under and words else None
    if under:
        subjects = set().union(*(subjects_below(word, evaluation) for word in under))
    else:
        subject, *more = words
        subjects = {_subject(evaluation, subject)}
        rule = "".join(more) or None
    rules = {finding.rule for finding in evaluation.findings if finding.subject in subjects}
    wanted = None
    if rule is not None:
        wanted = rule_named(rule, [one for one in evaluation.law.rules if one.id in rules])
        if wanted is None:
            lookup = Lookup(records={}, place=said("QUY_ĐỊNH", "RULE"))
            raise InputProblems([lookup.unknown("call.rule", rule, rules, ())])
    return Selection(
        words=tuple(words),
        under=under,
        rules=frozenset({wanted} if wanted else ()),
        subjects=frozenset(subjects),
    )


def _subject(evaluation: Evaluation, word: str) -> str:
    lookup = Lookup(records=evaluation.facts.records, place=said("ĐƠN_VỊ", "SUBJECT"))
    among = judged_subjects(evaluation)
    found = lookup.record(word, among)
    if found is None:
        raise InputProblems([lookup.unknown("call.subject", word, (), among.values())])
    return found
