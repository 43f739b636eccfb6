"""`isocheck schema`: print the JSON Schema of a kind of record, or of a document."""

from __future__ import annotations

from pathlib import Path

import click

from isocheck.cli import options
from isocheck.cli.boundary import answering
from isocheck.cli.commands import Command, said
from isocheck.cli.language import told
from isocheck.cli.output import write_result
from isocheck.errors import InputProblems, Location, Problem
from isocheck.resources import tree
from isocheck.source.guess import closest

_SUFFIX = ".schema.json"
_HELP = told(
    "In lược đồ JSON của một loại hồ sơ, của tệp thông tin (facts) hay của kết quả (findings).\n\n"
    "\b\nVí dụ:\n  isocheck schema commune\n  isocheck schema findings",
    "Print the JSON Schema of a kind of record, of fact files (facts) or of the findings "
    "document (findings).\n\n"
    "\b\nExample:\n  isocheck schema commune\n  isocheck schema findings",
)


@click.command("schema", cls=Command, help=_HELP)
@click.argument("kind", metavar=told("LOẠI", "KIND"))
@options.output
@options.lang
@options.traceback
@answering
def command(kind: str, output: str | None, lang: str | None) -> None:
    """Print a schema."""
    del lang  # of the messages: read from the context
    schemas = {
        path.name.removesuffix(_SUFFIX): path
        for path in Path(str(tree("schemas"))).glob(f"*{_SUFFIX}")
    }
    if kind not in schemas:
        args = {"value": kind, "guess": closest(kind, schemas), "known": sorted(schemas)}
        raise InputProblems([Problem("call.schema", Location(said("LOẠI", "KIND")), "", args)])
    write_result(schemas[kind].read_text(encoding="utf-8"), output)
