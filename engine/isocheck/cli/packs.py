"""`isocheck packs`: the pack author's bench."""

from __future__ import annotations

import click

from isocheck.cli.commands import Group
from isocheck.cli.language import told
from isocheck.cli.packs_compare import diff, new
from isocheck.cli.packs_look import check, list_, show
from isocheck.cli.packs_try import coverage, mutate, test


@click.group(
    "packs",
    cls=Group,
    help=told("Xem, kiểm tra và thử bộ quy định.", "Look at packs, check them and try them."),
)
def command() -> None:
    """Hold the commands about packs."""


for each in (list_, show, check, test, coverage, mutate, diff, new):
    command.add_command(each)
