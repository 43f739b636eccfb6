"""`isocheck facts check`: check the form of fact files, and judge nothing."""

from __future__ import annotations

from typing import Any

import click

from isocheck.cli import options
from isocheck.cli.boundary import answering
from isocheck.cli.commands import Group
from isocheck.cli.language import told
from isocheck.cli.output import write_result
from isocheck.cli.running import Call, prepare
from isocheck.report.document import facts_entry, serialised

_CHECK_HELP = told(
    "Kiểm tra hình thức của mọi tệp thông tin: mỗi lỗi một dòng, kèm tệp, dòng và cách sửa.\n\n"
    "\b\nVí dụ:\n  isocheck facts check facts/",
    "Check the form of every fact file: a line for each problem, with file, line and remedy.\n\n"
    "\b\nExample:\n  isocheck facts check facts/",
)


@click.group("facts", cls=Group, help=told("Làm việc với tệp thông tin.", "Work with fact files."))
def command() -> None:
    """Hold the commands about facts."""


@command.command("check", help=_CHECK_HELP)
@options.folder
@options.law
@options.format_
@options.traceback
@answering
def check(format_: str, **call: Any) -> None:
    """Check the form; exits with 2 if something is wrong with it."""
    prepared = prepare(Call(**call))
    assert prepared.facts is not None  # noqa: S101 - `prepare` refuses otherwise
    assert prepared.profile is not None  # noqa: S101
    entry = facts_entry(prepared.facts, prepared.profile)
    files, records = entry["files"], entry["records"]
    if format_ == "json":
        text = serialised(entry)
    elif prepared.lang == "vi":
        text = f"Đúng hình thức: {files} tệp, {records} hồ sơ.\n"
    else:
        text = f"The form is right: {files} files, {records} records.\n"
    write_result(text, None)
