"""`isocheck lines`: who reports what to whom, through whom, on which words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from isocheck.authoring.lines import (
    Line,
    Names,
    line_entry,
    lines_dot,
    lines_mermaid,
    lines_of,
    lines_of_record,
    lines_text,
)
from isocheck.cli import completion, options
from isocheck.cli.commands import Command, refuse, said
from isocheck.cli.exit_status import answering
from isocheck.cli.language import told
from isocheck.cli.output import screen_for, write_result
from isocheck.cli.runs import prepare
from isocheck.errors import InputProblems
from isocheck.packs.model import Profile
from isocheck.report.document import serialised
from isocheck.report.named import Lookup, kind_named
from isocheck.session import Call

_HELP = told(
    "Liệt kê các đường báo cáo của hệ văn bản áp dụng, hoặc của một cơ quan (mã hoặc tên, hay loại "
    "cơ quan).\n\n\b\nVí dụ:\n  isocheck lines\n  isocheck lines so-khcn\n"
    '  isocheck lines "Huyện Cao Lộc" facts/\n'
    "  isocheck lines --format dot -o duong-bao-cao.dot",
    "List the reporting lines of a profile, or of a body (its id or name, or a kind).\n\n"
    "\b\nExample:\n  isocheck lines\n  isocheck lines so-khcn\n"
    '  isocheck lines "Huyện Cao Lộc" facts/\n'
    "  isocheck lines --format dot -o lines.dot",
)


@click.command("lines", cls=Command, help=_HELP)
@click.argument(
    "words",
    metavar=told("[ĐƠN_VỊ] [THƯ_MỤC]", "[BODY] [FOLDER]"),
    nargs=-1,
    shell_complete=completion.body_then_folder,
)
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
def command(
    words: tuple[str, ...], format_: str, output: str | None, color: str, **about: Any
) -> None:
    """List the lines."""
    folder, rest = options.told_apart(words)
    for word in rest[1:]:
        refuse(click.get_current_context(), f"thừa '{word}'.", f"'{word}': one word too many.")
    call = Call(folder=options.if_there(folder), **about)
    prepared = prepare(call, with_facts=False)
    assert prepared.profile is not None  # noqa: S101 - `prepare` refuses otherwise
    found = _lines(call, prepared.profile, "".join(rest) or None)
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


def _lines(call: Call, profile: Profile, body: str | None) -> list[Line]:
    """Return the lines asked for; a body that the packs do not name is looked up in the facts."""
    kind = None if body is None else kind_named(body, profile.kinds)
    try:
        return lines_of(profile, kind or body, said("ĐƠN_VỊ", "BODY"))
    except InputProblems:
        if call.folder is None or body is None or Path(body).is_dir():
            raise
        facts = prepare(call).facts
        assert facts is not None  # noqa: S101 - `prepare` refuses otherwise
        bodies = {i: r for i, r in facts.records.items() if profile.kinds[r.kind].body}
        lookup = Lookup(records=facts.records, place=said("ĐƠN_VỊ", "BODY"))
        found = lookup.record(body, bodies)
        if found is None:
            raise InputProblems([lookup.unknown("call.under", body, (), bodies.values())]) from None
        return lines_of_record(profile, found, bodies[found].kind)
