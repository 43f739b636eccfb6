"""`isocheck schema`: print the JSON Schema of a kind of record, or of a document."""

from __future__ import annotations

from typing import Final

import click

from isocheck.cli import completion, options
from isocheck.cli.commands import Command, said
from isocheck.cli.exit_status import answering
from isocheck.cli.language import told
from isocheck.cli.output import write_result
from isocheck.errors import InputProblems, Location, Problem
from isocheck.records.schema_drafts import FOLDER, SUFFIX
from isocheck.resources import tree
from isocheck.source.guess import closest

_CURRENT: Final = "2020-12"
_HELP = told(
    "In lược đồ JSON của một loại hồ sơ, của tệp thông tin (facts) hay của kết quả (findings).\n\n"
    "\b\nVí dụ:\n  isocheck schema commune\n  isocheck schema findings\n"
    "  isocheck schema facts --draft 7 -o facts.schema.json",
    "Print the JSON Schema of a kind of record, of fact files (facts) or of the findings "
    "document (findings).\n\n"
    "\b\nExample:\n  isocheck schema commune\n  isocheck schema findings\n"
    "  isocheck schema facts --draft 7 -o facts.schema.json",
)


@click.command("schema", cls=Command, help=_HELP)
@click.argument("kind", metavar=told("LOẠI", "KIND"), shell_complete=completion.schemas)
@click.option(
    "--draft",
    type=click.Choice([_CURRENT, "7"]),
    default=_CURRENT,
    show_default=True,
    help=told(
        "Phiên bản JSON Schema; nhiều trình soạn thảo chỉ đọc được 7.",
        "The draft of JSON Schema; many editors read 7 only.",
    ),
)
@options.output
@options.lang
@options.traceback
@answering
def command(kind: str, draft: str, output: str | None, lang: str | None) -> None:
    """Print a schema."""
    del lang  # of the messages: read from the context
    folder = tree("schemas") if draft == _CURRENT else tree("schemas") / FOLDER
    schemas = {path.name.removesuffix(SUFFIX): path for path in folder.glob(f"*{SUFFIX}")}
    if kind not in schemas:
        args = {"value": kind, "guess": closest(kind, schemas), "known": sorted(schemas)}
        raise InputProblems([Problem("call.schema", Location(said("LOẠI", "KIND")), "", args)])
    write_result(schemas[kind].read_text(encoding="utf-8"), output)
