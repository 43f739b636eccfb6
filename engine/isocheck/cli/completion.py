"""What a shell offers when Tab is pressed; what it takes to know is imported only then.

A shell that asks shows whatever comes on standard error in the middle of a line that is being
typed. So nothing is said: what cannot be read offers nothing (`isocheck.cli.program`).
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Final

import click
from click.shell_completion import CompletionItem

from isocheck.cli.folders import written_as_folder

ASKED: Final = "_ISOCHECK_COMPLETE"  # in the environment: what the shell asks for
Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def _offering(name: str) -> Completer:
    """Return what offers the words that a function of `isocheck.cli.candidates` finds."""

    def complete(
        ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        del param
        candidates = importlib.import_module("isocheck.cli.candidates")
        found: dict[str, str] = getattr(candidates, name)(ctx, incomplete)
        return [
            CompletionItem(word, help=text or None)
            for word, text in found.items()
            if word.startswith(incomplete)
        ]

    return complete


def _path(sort: str) -> Completer:
    """Return what leaves it to the shell to offer folders (`dir`) or files (`file`)."""

    def complete(
        ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        del ctx, param
        return [CompletionItem(incomplete, type=sort)]

    return complete


bodies = _offering("bodies")
packs = _offering("packs")
profiles = _offering("profiles")
rules = _offering("rules")
rules_bodies_kinds = _offering("rules_bodies_kinds")
schemas = _offering("schemas")
folder = _path("dir")
file = _path("file")


def body_then_rule(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer a body or record, then a rule, then a folder; after `--under` a rule comes first."""
    words = list(ctx.params.get(param.name or "") or ())
    given = sum(not written_as_folder(word) for word in words) + bool(ctx.params.get("under"))
    return (bodies, rules, folder)[min(given, 2)](ctx, param, incomplete)


def body_then_folder(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer a body, then a folder."""
    words = ctx.params.get(param.name or "") or ()
    offered = folder if any(not written_as_folder(word) for word in words) else bodies
    return offered(ctx, param, incomplete)
