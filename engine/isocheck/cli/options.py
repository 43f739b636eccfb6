"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from os.path import isdir, isfile  # a word that is too long for a name is none
from pathlib import Path
from typing import Any

import click

from isocheck.cli import completion
from isocheck.cli.commands import refuse
from isocheck.cli.folders import FACTS, written_as_folder
from isocheck.cli.language import told

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

profile = click.option(
    "--profile",
    "-p",
    metavar=told("TÊN|TỆP[+BỘ]", "NAME|FILE[+PACK]"),
    shell_complete=completion.profiles,
    help=told(
        "Hệ văn bản áp dụng; có thể cộng thêm bộ quy định: HỆ+BỘ.",
        "The profile: which packs are the law; a pack may be added to it: PROFILE+PACK.",
    ),
)
policies = click.option(
    "--policy",
    "policies",
    metavar=told("THƯ_MỤC", "DIR"),
    multiple=True,
    shell_complete=completion.folder,
    help=told(
        "Thư mục bộ quy định của riêng mình (dùng được nhiều lần).",
        "A folder with packs of your own (may be given several times).",
    ),
)
as_of = click.option(
    "--as-of",
    metavar=told("NĂM-THÁNG-NGÀY", "YYYY-MM-DD"),
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
    metavar=told("TỆP", "FILE"),
    shell_complete=completion.file,
    help=told(
        "Ghi kết quả vào tệp (ghi trọn vẹn hoặc không ghi).",
        "Write the results to a file, whole or not at all.",
    ),
)
baseline = click.option(
    "--baseline",
    metavar=told("TỆP", "FILE"),
    shell_complete=completion.file,
    help=told(
        "Kết quả trước đây (tệp JSON): bản tóm tắt markdown ghi thêm những gì đã đổi.",
        "Findings kept before (a JSON document): the markdown summary tells what changed since.",
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
full = click.option(
    "--full",
    is_flag=True,
    help=told("In đủ các danh sách dài.", "Cut no list of names short."),
)
folder = click.argument(
    "folder",
    metavar=told("[THƯ_MỤC]", "[FOLDER]"),
    default=FACTS,
    shell_complete=completion.folder,
)
pack = click.argument(
    "pack",
    metavar=told("[BỘ]", "[PACK]"),
    required=False,
    shell_complete=completion.packs,
)
only = click.option(
    "--only",
    metavar=told("QUY_ĐỊNH|ĐƠN_VỊ|LOẠI", "RULE|SUBJECT|KIND"),
    multiple=True,
    shell_complete=completion.rules_bodies_kinds,
    help=told(
        "Chỉ xem quy định, đơn vị (mã hoặc tên) hoặc loại này; dùng được nhiều lần: cùng loại thì "
        "cộng thêm, khác loại thì thu hẹp.",
        "Only a rule, a body or record (id or name) or a kind; may be given several times: words "
        "of one sort widen, words of two sorts narrow.",
    ),
)
under = click.option(
    "--under",
    metavar=told("ĐƠN_VỊ", "BODY"),
    multiple=True,
    shell_complete=completion.bodies,
    help=told(
        "Chỉ xem đơn vị này (mã hoặc tên) và mọi đơn vị trực thuộc; dùng được nhiều lần.",
        "Only a body (id or name) and all below it; may be given several times.",
    ),
)


def told_apart(words: Sequence[str], *, files: bool = False) -> tuple[str, list[str]]:
    """Return the facts folder among the words of a call, `facts` if there is none, and the rest.

    What is a folder on disk, or is written as one (`ho-so/`, `./ho-so`), is the folder, wherever
    it stands; one word alone must be written as one. With `files`, a file is as good as a folder.
    """

    def there(word: str) -> bool:
        return len(words) > 1 and (isdir(word) or (files and isfile(word)))  # noqa: PTH112, PTH113 - texts

    folders = [word for word in words if written_as_folder(word) or there(word)]
    for word in folders[1:]:
        refuse(
            click.get_current_context(),
            f"thừa thư mục '{word}'.",
            f"'{word}': one folder too many.",
        )
    return "".join(folders) or FACTS, [word for word in words if word not in folders]


def if_there(folder: str) -> str | None:
    """Return the folder for a command that can do without: one that was named, or is there."""
    return None if folder == FACTS and not Path(folder).is_dir() else folder


def together(*options: Decorator) -> Decorator:
    """Return one decorator for several options, listed in the help in this order."""

    def decorate(callback: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            callback = option(callback)
        return callback

    return decorate


law = together(profile, policies, as_of, lang)
run = together(law, matcher)
