"""`isocheck diff`: what changed between two runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from isocheck.authoring.effects_text import effects_text
from isocheck.cli import completion, options
from isocheck.cli.commands import Command
from isocheck.cli.comparing import document_of, naming_of
from isocheck.cli.exit_status import answering
from isocheck.cli.folders import FACTS
from isocheck.cli.language import Language, told
from isocheck.cli.output import screen_for, write_result
from isocheck.cli.pack_options import begin
from isocheck.report.about import OLDER
from isocheck.report.document import serialised
from isocheck.report.effects import effects_entry, effects_of
from isocheck.report.layout import Screen, wrapped
from isocheck.report.values import day_words
from isocheck.report.words import say
from isocheck.session import Call

_HELP = told(
    "So hai lần rà soát: kết quả nào đổi, của ai, việc nào mới, đổi hạn hay không còn. CŨ và MỚI "
    "là "
    "thư mục thông tin hoặc tệp kết quả JSON; với --was-of, thư mục CŨ được rà soát tính đến ngày "
    "đó.\n\n\b\nVí dụ:\n  isocheck diff facts/ facts/ --was-of 2020-12-31 --as-of 2021-07-01\n"
    "  isocheck diff ket-qua-cu.json facts/",
    "Compare two runs: which findings changed for whom, which actions are new, moved or gone. OLD "
    "and NEW are facts folders or findings documents; with --was-of, the folder OLD is judged for "
    "that day.\n\n\b\nExample:\n"
    "  isocheck diff facts/ facts/ --was-of 2020-12-31 --as-of 2021-07-01\n"
    "  isocheck diff findings-before.json facts/",
)


@click.command("diff", cls=Command, help=_HELP)
@click.argument("before", metavar=told("CŨ", "OLD"), shell_complete=completion.file)
@click.argument(
    "after", metavar=told("[MỚI]", "[NEW]"), default=FACTS, shell_complete=completion.file
)
@click.option(
    "--was-of",
    metavar=told("NĂM-THÁNG-NGÀY", "YYYY-MM-DD"),
    help=told("Ngày rà soát của thư mục CŨ.", "The day to judge the folder OLD for."),
)
@options.law
@options.full
@options.format_
@options.output
@options.color
@options.traceback
@answering
def command(**params: Any) -> int:
    """Compare; 1 where something changed."""
    return compare(**params)


def compare(  # noqa: PLR0913 - the options of the command
    *,
    before: str,
    after: str,
    was_of: str | None,
    policies: tuple[str, ...],
    lang: Language | None,
    full: bool,
    format_: str,
    output: str | None,
    color: str,
    **call: Any,
) -> int:
    """Write what changed between two runs."""
    chosen, _ = begin(lang, policies, after if Path(after).is_dir() else None)
    asked = Call(folder=after, policies=policies, lang=chosen, matcher="interpreter", **call)
    old = replace(asked, folder=before, as_of=was_of or asked.as_of)
    sides = [document_of(before, old), document_of(after, asked)]
    documents = [found for found, _ in sides]
    effects = effects_of(documents[0], documents[1])
    if format_ == "json":
        text = serialised(effects_entry(effects))
    else:
        runs = [run for _, run in sides if run is not None]
        naming = naming_of(documents, runs, chosen, full=full)
        screen = screen_for(color, output)
        head = _head((before, after), documents, chosen, screen)
        lines = effects_text(effects, naming, screen)
        text = "\n".join([*head, "", *lines]).rstrip() + "\n"
    write_result(text, output)
    return int(effects.any())


def _head(
    places: tuple[str, str], documents: list[dict[str, Any]], lang: Language, screen: Screen
) -> Iterator[str]:
    """Yield which two runs are compared, and whether the facts are older than the day of one."""
    days = (day_words(date.fromisoformat(found["as_of"]), lang) for found in documents)
    was, is_ = (
        say((f"{place} tính đến ngày {day}", f"{place} as of {day}"), lang)
        for place, day in zip(places, days, strict=True)
    )
    words = say((f"So {was} với {is_}.", f"{was} compared with {is_}."), lang)
    yield from wrapped(words, screen.width)
    told = [n["text"][lang] for found in documents for n in found["notes"] if n["code"] == OLDER]
    for text in told[-1:]:  # of the later run: what it says holds for both
        yield from wrapped(text, screen.width)
