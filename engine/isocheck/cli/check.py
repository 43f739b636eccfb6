"""`isocheck check`: judge a facts folder and report what was found."""

from __future__ import annotations

from typing import Any

import click

from isocheck.cli import options, recording
from isocheck.cli.boundary import answering
from isocheck.cli.commands import Command
from isocheck.cli.language import told
from isocheck.cli.output import screen_for, write_result
from isocheck.cli.running import Call, judged
from isocheck.report.document import document, serialised
from isocheck.report.selection import FAIL_ON, FailOn, Selected, failures, selection_of
from isocheck.report.text import report

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
@options.format_
@options.output
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
    format_: str,
    output: str | None,
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
    call = Call(**about)
    evaluation, lang = judged(call)
    selection = selection_of(only, evaluation, under)
    selected = Selected(
        evaluation=evaluation, selection=selection, everything=everything, full=full
    )
    if format_ == "json":
        text = serialised(document(selected))
    else:
        text = report(selected, lang, fail_on, screen_for(color, output))
    given = {"format": format_, "output": output, "only": list(only), "all": everything}
    more = {**given, "under": list(under), "fail_on": fail_on, "color": color}
    recording.record_run(evaluation, call, lang, wanted=wanted, officer=officer, more=more)
    write_result(text, output)
    return 1 if failures(selected.findings, fail_on) else 0
