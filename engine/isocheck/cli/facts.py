"""`isocheck facts check`: check the form of fact files, and judge nothing."""

from __future__ import annotations

from typing import Any

import click

from isocheck.cli import options
from isocheck.cli.commands import Group
from isocheck.cli.exit_status import answering
from isocheck.cli.language import told
from isocheck.cli.output import write_result
from isocheck.cli.pack_options import problem_entries
from isocheck.cli.runs import prepare
from isocheck.errors import InputProblems
from isocheck.report.document import facts_entry, serialised
from isocheck.session import Call

_CHECK_HELP = told(
    "Kiểm tra hình thức của mọi tệp thông tin: mỗi lỗi một dòng, kèm tệp, dòng và cách sửa; "
    "với --format json, thành danh sách cho chương trình khác.\n\n"
    "\b\nVí dụ:\n  isocheck facts check facts/\n  isocheck facts check facts/ --format json",
    "Check the form of every fact file: a line for each problem, with file, line and remedy; "
    "with --format json, a list for other programs.\n\n"
    "\b\nExample:\n  isocheck facts check facts/\n  isocheck facts check facts/ --format json",
)


@click.group("facts", cls=Group, help=told("Làm việc với tệp thông tin.", "Work with fact files."))
def command() -> None:
    """Hold the commands about facts."""


@command.command("check", help=_CHECK_HELP)
@options.folder
@options.law
@options.format_
@options.output
@options.traceback
@answering
def check(format_: str, output: str | None, **call: Any) -> int:
    """Check the form; exits with 2 if something is wrong with it."""
    try:
        prepared = prepare(Call(**call))
    except InputProblems as error:
        if format_ != "json":
            raise
        write_result(serialised({"problems": problem_entries(error.problems)}), output)
        return 2
    assert prepared.facts is not None  # noqa: S101 - `prepare` refuses otherwise
    assert prepared.profile is not None  # noqa: S101 - as above
    entry = facts_entry(prepared.facts, prepared.profile)
    files, records = entry["files"], entry["records"]
    if format_ == "json":
        text = serialised(entry | {"problems": []})
    elif prepared.lang == "vi":
        text = f"Đúng hình thức: {files} tệp, {records} hồ sơ.\n"
    else:
        text = f"The form is right: {files} files, {records} records.\n"
    write_result(text, output)
    return 0
