"""`isocheck check`: judge a facts folder and report what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from isocheck.cli import options, recording
from isocheck.cli.commands import Command
from isocheck.cli.exit_status import answering, folders_of
from isocheck.cli.formats import Wanted, placed, several_formats
from isocheck.cli.language import told
from isocheck.cli.output import refuse_unwritable, screen_for, write_result
from isocheck.cli.runs import judged
from isocheck.errors import InputProblems, Location, Problem
from isocheck.report.formats import FORMATS
from isocheck.report.formats.output import Output
from isocheck.report.loaded import read_document
from isocheck.report.selection import FAIL_ON, FailOn, Selected, failures, selection_of
from isocheck.session import Call

_HELP = told(
    "Rà soát thư mục thông tin và cho biết kết quả.\n\n"
    "Thiết lập được lấy theo thứ tự: dòng lệnh, biến môi trường (ISOCHECK_PROFILE, _AS_OF, _LANG, "
    "_MATCHER), tệp isocheck.yaml trong thư mục, mặc định. Mã kết thúc chỉ theo những gì "
    "được xem.\n\n"
    '\b\nVí dụ:\n  isocheck check facts/\n  isocheck facts/ --only "Sở Nội vụ"\n'
    '  isocheck facts/ --under "Huyện Cao Lộc" --fail-on due\n'
    "  isocheck facts/ --as-of 2021-01-31 --format json -o ket-qua.json",
    "Judge a facts folder and report what was found.\n\n"
    "Settings come from the command line, then the environment (ISOCHECK_PROFILE, _AS_OF, _LANG, "
    "_MATCHER), then isocheck.yaml in the folder, then defaults. The exit status rests on what is "
    "shown.\n\n"
    '\b\nExample:\n  isocheck check facts/\n  isocheck facts/ --only "Sở Nội vụ"\n'
    '  isocheck facts/ --under "Huyện Cao Lộc" --fail-on due\n'
    "  isocheck facts/ --as-of 2021-01-31 --format json -o findings.json",
)


@click.command("check", cls=Command, help=_HELP)
@options.folder
@options.run
@several_formats()
@options.output
@options.baseline
@options.only
@options.under
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help=told(
        "Liệt kê cả nội dung đã đạt và không áp dụng.",
        "List what is fulfilled or does not apply too.",
    ),
)
@options.full
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default="violated",
    show_default=True,
    help=told(
        "Kết thúc với mã 1 khi nội dung bắt buộc ở mức này trở lên; mức sau gồm cả mức trước.",
        "Exit with 1 for obligations of this outcome; each choice takes in those before it.",
    ),
)
@recording.options
@options.color
@options.traceback
@answering
def command(**params: Any) -> int:
    """Judge, report, and return the exit status."""
    return check(**params)


def check(  # noqa: PLR0913 - the options of the command
    *,
    formats: tuple[Wanted, ...],
    output: str | None,
    baseline: str | None,
    only: tuple[str, ...],
    under: tuple[str, ...],
    everything: bool,
    full: bool,
    fail_on: FailOn,
    color: str,
    wanted: bool,
    officer: str | None,
    **about: Any,
) -> int:
    """Judge, record, write the result, and return 1 if something fails."""
    wanted_forms = placed(formats, output)
    before = _before(baseline, wanted_forms, folders_of(about))
    call = Call(**about)
    evaluation, lang = judged(call)
    selected = Selected(
        evaluation=evaluation,
        selection=selection_of(only, evaluation, under),
        everything=everything,
        full=full,
        folder=call.shown_folder,
        again=call.again,
    )
    shown = Output(selected=selected, lang=lang, fail_on=fail_on, baseline=before)
    texts = [
        each.form.written(replace(shown, screen=screen_for(color, each.output)))
        for each in wanted_forms
    ]
    names = " ".join(each.form.name for each in wanted_forms)
    given = {"format": names, "output": output, "only": list(only), "all": everything}
    more = {**given, "under": list(under), "fail_on": fail_on, "color": color}
    recording.record_run(evaluation, call, lang, wanted=wanted, officer=officer, more=more)
    for each, text in zip(wanted_forms, texts, strict=True):
        write_result(text, each.output)
    return 1 if failures(selected.findings, fail_on) else 0


def _before(
    baseline: str | None, wanted: Sequence[Wanted], folders: Sequence[str]
) -> dict[str, Any] | None:
    """Return the document to compare with.

    Raises InputProblems where no form would tell of it, or a form cannot be written.
    """
    for each in wanted:
        refuse_unwritable(each.output, folders)
    if baseline is None:
        return None
    if not any(each.form.compares for each in wanted):
        args = {"forms": [form.name for form in FORMATS.values() if form.compares]}
        raise InputProblems([Problem("call.baseline", Location("--baseline"), "", args)])
    return read_document(Path(baseline), baseline)
