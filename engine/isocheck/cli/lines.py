"""`isocheck lines`: who reports what to whom, through whom, on which words."""

from __future__ import annotations

from typing import Any

import click

from isocheck.bench.lines import (
    Names,
    line_entry,
    lines_dot,
    lines_mermaid,
    lines_of,
    lines_text,
)
from isocheck.cli import options
from isocheck.cli.boundary import answering
from isocheck.cli.commands import Command
from isocheck.cli.language import told
from isocheck.cli.output import screen_for, write_result
from isocheck.cli.running import Call, prepare
from isocheck.report.document import serialised

_HELP = told(
    "Liệt kê các đường báo cáo của hệ văn bản áp dụng, hoặc của một cơ quan (BODY là mã cơ quan "
    "hay "
    "loại cơ quan).\n\n\b\nVí dụ:\n  isocheck lines\n  isocheck lines so-khcn\n"
    "  isocheck lines --format dot -o duong-bao-cao.dot",
    "List the reporting lines of a profile, or of a body (BODY is the id of a body, or a kind).\n\n"
    "\b\nExample:\n  isocheck lines\n  isocheck lines so-khcn\n"
    "  isocheck lines --format dot -o lines.dot",
)


@click.command("lines", cls=Command, help=_HELP)
@click.argument("body", metavar="[BODY]", required=False)
@options.profile
@options.policies
@options.lang
@click.option(
    "--format",
    "-f",
    "format_",
    type=click.Choice(["text", "json", "dot", "mermaid"]),
    default="text",
    show_default=True,
    help=told("Dạng kết quả.", "The form of the results."),
)
@options.output
@options.color
@options.traceback
@answering
def command(body: str | None, format_: str, output: str | None, color: str, **call: Any) -> None:
    """List the lines."""
    prepared = prepare(Call(**call), with_facts=False)
    assert prepared.profile is not None  # noqa: S101 - `prepare` refuses otherwise
    found = lines_of(prepared.profile, body)
    names = Names(prepared.profile, prepared.lang)
    if format_ == "json":
        text = serialised([line_entry(line) for line in found])
    elif format_ == "dot":
        text = lines_dot(found, names)
    elif format_ == "mermaid":
        text = lines_mermaid(found, names)
    else:
        text = lines_text(found, names, screen_for(color, output))
    write_result(text, output)
