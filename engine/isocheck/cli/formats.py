"""`-f FORM[:FILE]`: the forms that a run is written in, one of them to standard output."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import click

from isocheck.cli.commands import refuse
from isocheck.cli.language import told
from isocheck.cli.options import Decorator
from isocheck.report.formats import FORMATS, Format
from isocheck.source.guess import closest


@dataclass(frozen=True, slots=True)
class Wanted:
    """A form, and the file that it is written to; None: where the results go."""

    form: Format
    output: str | None


def _known() -> str:
    return ", ".join(FORMATS)


class FormatType(click.ParamType):  # type: ignore[type-arg]  # not generic before click 8.2
    """A form of results with the file to write it to: `text`, `json:findings.json`."""

    name = "format"

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,  # noqa: ARG002 - click's
        ctx: click.Context | None,
    ) -> Wanted:
        """Return what is wanted; an unknown form is refused with those that there are."""
        if isinstance(value, Wanted):
            return value
        name, colon, file = str(value).partition(":")
        form = FORMATS.get(name)
        if form is None or (colon and not file):
            near = closest(name, FORMATS) if form is None else f"{name}:…"
            vi = f" Có phải '{near}'?" if near else ""
            en = f" Did you mean '{near}'?" if near else ""
            refuse(
                ctx or click.get_current_context(),
                f"'--format': không có dạng '{value}'; các dạng: {_known()}.{vi}",
                f"'--format': there is no form '{value}'; the forms are: {_known()}.{en}",
            )
        return Wanted(form, file or None)


def several_formats() -> Decorator:
    """Return the option of a command that writes findings in any of the forms, or several."""
    vi, en = ("; ".join(f"{f.name}: {f.what[at]}" for f in FORMATS.values()) for at in (0, 1))
    return click.option(
        "--format",
        "-f",
        "formats",
        type=FormatType(),
        multiple=True,
        metavar=told("DẠNG[:TỆP]", "FORM[:FILE]"),
        default=("text",),
        help=told(
            f"Dạng kết quả, dùng được nhiều lần: -f text -f json:ket-qua.json. {vi}.",
            f"The form of the results; several: -f text -f json:findings.json. {en}.",
        ),
    )


def placed(wanted: Sequence[Wanted], output: str | None) -> list[Wanted]:
    """Return the forms with their files; only one of them can go where the results go."""
    to_output = [each for each in wanted if each.output is None]
    if len(to_output) > 1:
        names = ", ".join(each.form.name for each in to_output)
        refuse(
            click.get_current_context(),
            f"'--format': chỉ một dạng được in ra màn hình ({names}); các dạng khác ghi DẠNG:TỆP.",
            f"'--format': only one form goes to the output ({names}); write the others FORM:FILE.",
        )
    files = [each.output or output or "-" for each in wanted]
    for file in _twice(files):
        refuse(
            click.get_current_context(),
            f"'--format': tệp '{file}' được nêu hai lần.",
            f"'--format': the file '{file}' is named twice.",
        )
    return [Wanted(each.form, file) for each, file in zip(wanted, files, strict=True)]


def _twice(files: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return [file for file in files if _one(file) in seen or seen.add(_one(file))]  # type: ignore[func-returns-value]


def _one(file: str) -> str:
    """Return a file as it is told from others: one however it is spelled."""
    return file if file == "-" else os.path.realpath(file)
