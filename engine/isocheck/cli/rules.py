"""`isocheck rules`: list the rules and amendments of a profile."""

from __future__ import annotations

from typing import Any

import click

from isocheck.cli import options
from isocheck.cli.commands import Command
from isocheck.cli.exit_status import answering
from isocheck.cli.language import told
from isocheck.cli.output import screen_for, write_result
from isocheck.cli.runs import prepare
from isocheck.report.document import serialised
from isocheck.report.listing import rule_entries, rules_text
from isocheck.session import Call

_HELP = told(
    "Liệt kê quy định và sửa đổi của hệ văn bản áp dụng; với --as-of, chỉ những gì có hiệu lực "
    "ngày đó. Thời hạn ghi như văn bản quy định tại ngày đó; không nêu ngày thì theo ngày trong "
    "isocheck.yaml, không có nữa thì theo lần sửa đổi sau cùng.\n\n"
    "\b\nVí dụ:\n  isocheck rules\n  isocheck rules facts/ --profile kh34-alone --format json",
    "List the rules and amendments of a profile; with --as-of, those in force on that day. Due "
    "days are as the law has them on that day; without one, on that of isocheck.yaml, else as last "
    "amended.\n\n"
    "\b\nExample:\n  isocheck rules\n  isocheck rules --profile kh34-alone --format json",
)


@click.command("rules", cls=Command, help=_HELP)
@options.folder
@options.law
@options.format_
@options.output
@options.color
@options.traceback
@answering
def command(folder: str, format_: str, output: str | None, color: str, **call: Any) -> None:
    """List the rules of the profile that the call, or the settings of a folder, name."""
    prepared = prepare(Call(folder=options.if_there(folder), **call), with_facts=False)
    assert prepared.profile is not None  # noqa: S101 - `prepare` refuses otherwise
    entries = rule_entries(prepared.profile, prepared.asked_as_of, read_on=prepared.as_of)
    if format_ == "json":
        text = serialised(entries)
    else:
        screen = screen_for(color, output)
        text = rules_text(entries, prepared.profile, prepared.lang, screen)
    write_result(text, output)
