"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from isocheck.cli.language import told

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

profile = click.option(
    "--profile",
    "-p",
    metavar="NAME|FILE",
    help=told("Hệ văn bản áp dụng.", "The profile: which packs are the law."),
)
policies = click.option(
    "--policy",
    "policies",
    metavar="DIR",
    multiple=True,
    help=told(
        "Thư mục bộ quy định của riêng mình (dùng được nhiều lần).",
        "A folder with packs of your own (may be given several times).",
    ),
)
as_of = click.option(
    "--as-of",
    metavar="YYYY-MM-DD",
    help=told("Rà soát tính đến ngày này.", "The day to judge for."),
)
lang = click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    help=told("Ngôn ngữ của kết quả.", "The language of the results."),
)
matcher = click.option(
    "--matcher",
    type=click.Choice(["durable-rules", "interpreter"]),
    help=told(
        "Bộ máy đối chiếu; kết quả như nhau.", "The matching engine; the findings are the same."
    ),
)
format_ = click.option(
    "--format",
    "-f",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=told("Dạng kết quả.", "The form of the results."),
)
output = click.option(
    "--output",
    "-o",
    metavar="FILE",
    help=told(
        "Ghi kết quả vào tệp (ghi trọn vẹn hoặc không ghi).",
        "Write the results to a file, whole or not at all.",
    ),
)
color = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help=told("Màu trên màn hình.", "Colour on a terminal."),
)
traceback = click.option(
    "--traceback",
    is_flag=True,
    help=told("Khi có lỗi, in chi tiết cho người phát triển.", "On an error, print the traceback."),
)
facts_option = click.option(
    "--facts",
    "folder",
    metavar="FOLDER",
    default="facts",
    show_default=True,
    help=told("Thư mục thông tin.", "The facts folder."),
)


def together(*options: Decorator) -> Decorator:
    """Return one decorator for several options, listed in the help in this order."""

    def decorate(callback: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            callback = option(callback)
        return callback

    return decorate


law = together(profile, policies, as_of, lang)
run = together(law, matcher)
