"""`isocheck packs list | show | check`: what packs there are, what they say, what they lack."""

from __future__ import annotations

import click

from isocheck.authoring.catalogue import pack_entries, pack_list_text
from isocheck.authoring.lint import check as checked
from isocheck.authoring.pack_page import page_entry, page_of
from isocheck.authoring.pack_page_formats import html_page, markdown
from isocheck.authoring.pack_view import opened
from isocheck.cli import completion, options
from isocheck.cli.commands import Command
from isocheck.cli.exit_status import answering
from isocheck.cli.language import Language, told
from isocheck.cli.output import screen_for, write_result
from isocheck.cli.pack_options import begin, lines_of, problem_entries
from isocheck.packs.model import Discrepancy
from isocheck.report.document import serialised

_LIST = told(
    "Liệt kê các bộ quy định đã cài đặt, mọi phiên bản.\n\n"
    "\b\nVí dụ:\n  isocheck packs list\n  isocheck packs list --policy bo-rieng --format json",
    "List the packs that are installed, in every version.\n\n"
    "\b\nExample:\n  isocheck packs list\n  isocheck packs list --policy my-packs --format json",
)
_SHOW = told(
    "Trang cho người đọc: nguyên văn từng đoạn kèm quy định mã hóa đoạn đó, tham số, kết quả có "
    "thể "
    "có.\n\n\b\nVí dụ:\n  isocheck packs show kh34\n"
    "  isocheck packs show kh34@1.0.0 --format html -o kh34.html",
    "A page for people: the text paragraph by paragraph with the rules that encode it, parameters, "
    "outcomes.\n\n\b\nExample:\n  isocheck packs show kh34\n"
    "  isocheck packs show kh34@1.0.0 --format html -o kh34.html",
)
_CHECK = told(
    "Kiểm tra bộ quy định: hình thức, trích nguyên văn, dẫn chiếu, vòng lặp, tham số thừa, thiếu "
    "lời "
    "dịch, quy định chưa có trường hợp thử; mỗi lỗi kèm tệp và dòng. Không nêu bộ nào thì kiểm tra "
    "tất cả và mọi hệ văn bản.\n\n\b\nVí dụ:\n  isocheck packs check\n"
    "  isocheck packs check bo-moi --policy bo-rieng",
    "Check packs: form, quotes verbatim, references, cycles, what is unused, missing translations, "
    "rules without cases; each with file and line. Without a pack all are checked, and every "
    "profile.\n\n\b\nExample:\n  isocheck packs check\n"
    "  isocheck packs check mine --policy my-packs",
)


@click.command("list", cls=Command, help=_LIST)
@options.policies
@options.lang
@options.format_
@options.output
@options.color
@options.traceback
@answering
def list_(
    policies: tuple[str, ...], lang: Language | None, format_: str, output: str | None, color: str
) -> None:
    """List the packs."""
    chosen, roots = begin(lang, policies)
    entries = pack_entries(roots)
    if format_ == "json":
        text = serialised(entries)
    else:
        text = pack_list_text(entries, chosen, screen_for(color, output))
    write_result(text, output)


@click.command("show", cls=Command, help=_SHOW)
@click.argument(
    "pack", metavar=told("BỘ[@PHIÊN_BẢN]", "PACK[@VERSION]"), shell_complete=completion.packs
)
@options.policies
@options.lang
@click.option(
    "--format",
    "-f",
    "format_",
    type=click.Choice(["md", "html", "json"]),
    default="md",
    show_default=True,
    help=told("Dạng của trang.", "The form of the page."),
)
@options.output
@options.traceback
@answering
def show(
    pack: str, policies: tuple[str, ...], lang: Language | None, format_: str, output: str | None
) -> None:
    """Show a pack."""
    chosen, roots = begin(lang, policies)
    page = page_of(opened(pack, roots, with_cases=False), chosen)
    if format_ == "json":
        text = serialised(page_entry(page))
    else:
        text = html_page(page) if format_ == "html" else markdown(page)
    write_result(text, output)


@click.command("check", cls=Command, help=_CHECK)
@options.pack
@options.profile
@options.policies
@options.lang
@options.format_
@options.output
@options.traceback
@answering
def check(  # noqa: PLR0913, PLR0917 - the options of the command
    pack: str | None,
    profile: str | None,
    policies: tuple[str, ...],
    lang: Language | None,
    format_: str,
    output: str | None,
) -> int:
    """Check packs; 1 where something is lacking, 2 where something is wrong."""
    chosen, roots = begin(lang, policies)
    found = checked(pack, profile, roots)
    if format_ == "json":
        text = serialised(
            {
                "wrong": problem_entries(found.wrong),
                "lacking": problem_entries(found.lacks),
                "discrepancies": [_entry(entry) for entry in found.discrepancies],
            }
        )
    else:
        text = lines_of([*found.wrong, *found.lacks], chosen)
        text += "".join(_words(entry, chosen) for entry in found.discrepancies)
        text += _summary(len(found.wrong), len(found.lacks), len(found.packs), chosen)
    write_result(text, output)
    return 2 if found.wrong else int(bool(found.lacks))


def _entry(entry: Discrepancy) -> dict[str, object]:
    return {
        "source": entry.source, "at": entry.at, "printed": entry.printed,
        "computed": entry.computed, "from_cells": entry.from_cells, "note": dict(entry.note),
    }  # fmt: skip


def _words(entry: Discrepancy, lang: Language) -> str:
    kind = "Điểm không thống nhất" if lang == "vi" else "Discrepancy"
    return f"{entry.location or entry.source}: {kind} [{entry.at}]: {entry.note[lang]}.\n"


def _summary(wrong: int, lacks: int, packs: int, lang: Language) -> str:
    if lang == "vi":
        return f"Đã kiểm tra {packs} bộ: {wrong} lỗi, {lacks} điểm còn thiếu.\n"
    return f"{packs} packs checked: {wrong} wrong, {lacks} lacking.\n"
