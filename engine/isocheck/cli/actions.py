"""`isocheck actions`: who must do what by when, and report it to whom."""

from __future__ import annotations

from typing import Any

import click

from isocheck.cli import options
from isocheck.cli.commands import Command
from isocheck.cli.exit_status import answering
from isocheck.cli.language import told
from isocheck.cli.output import screen_for, write_result
from isocheck.cli.runs import judged
from isocheck.report.document import action_entry, serialised
from isocheck.report.listing import actions_text
from isocheck.report.selection import Selected, selection_of
from isocheck.report.view import View
from isocheck.session import Call

_HELP = told(
    "Liệt kê việc cần thực hiện theo từng cơ quan: việc gì, hạn nào, báo cáo ai.\n\n"
    "\b\nVí dụ:\n  isocheck actions facts/\n  isocheck actions facts/ --only so-nv --format json",
    "List what is to be done, body by body: what, by when, and whom to report to.\n\n"
    "\b\nExample:\n  isocheck actions facts/\n  isocheck actions facts/ --only so-nv --format json",
)


@click.command("actions", cls=Command, help=_HELP)
@options.folder
@options.run
@options.format_
@options.output
@options.only
@options.under
@options.color
@options.traceback
@answering
def command(**params: Any) -> None:
    """List the actions."""
    actions(**params)


def actions(
    *,
    format_: str,
    output: str | None,
    only: tuple[str, ...],
    under: tuple[str, ...],
    color: str,
    **call: Any,
) -> None:
    """Judge the folder and write the actions that the findings ask for."""
    asked = Call(**call)
    evaluation, lang = judged(asked)
    selection = selection_of(only, evaluation, under)
    selected = Selected(evaluation=evaluation, selection=selection, folder=asked.shown_folder)
    if format_ == "json":
        text = serialised([action_entry(action) for action in selected.actions])
    else:
        view = View(selected=selected, lang=lang)
        text = actions_text(view, selected.actions, screen_for(color, output))
    write_result(text, output)
