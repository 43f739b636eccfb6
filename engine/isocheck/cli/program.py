"""The table of commands, and how a first word is understood."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any, Final, NoReturn

import click
from click.shell_completion import CompletionItem

from isocheck.cli.commands import LANGUAGE, Group, heard, lang_behind, language_of, said, tell_error
from isocheck.cli.completion import ASKED
from isocheck.cli.language import Language, told
from isocheck.cli.streams import write_in_utf8, write_on_stdout
from isocheck.interrupt import INTERRUPTED

# name: (module with a `command`, what it does in Vietnamese and in English)
COMMANDS: Final[dict[str, tuple[str, str, str]]] = {
    "check": (
        "isocheck.cli.check",
        "Rà soát thư mục thông tin (mặc định)",
        "Judge a facts folder (the default)",
    ),
    "explain": (
        "isocheck.cli.explain",
        "Giải thích kết quả của một đơn vị",
        "Explain the findings of a body",
    ),
    "actions": (
        "isocheck.cli.actions",
        "Liệt kê việc cần thực hiện",
        "List what is to be done",
    ),
    "rules": (
        "isocheck.cli.rules",
        "Liệt kê các quy định được rà soát",
        "List the rules of a profile",
    ),
    "audit": (
        "isocheck.cli.audit",
        "Nhật ký rà soát: xem, kiểm chứng, xuất",
        "The audit trail: read, verify, export",
    ),
    "init": (
        "isocheck.cli.init",
        "Tạo thư mục thông tin để bắt đầu",
        "Make a facts folder to begin with",
    ),
    "facts": (
        "isocheck.cli.facts",
        "Kiểm tra hình thức của tệp thông tin",
        "Check the form of fact files",
    ),
    "packs": (
        "isocheck.cli.packs",
        "Xem, kiểm tra và thử bộ quy định",
        "Look at packs, check them and try them",
    ),
    "lines": (
        "isocheck.cli.lines",
        "Liệt kê các đường báo cáo",
        "List who reports what to whom",
    ),
    "diff": (
        "isocheck.cli.diff",
        "So hai lần rà soát",
        "Say what changed between two runs",
    ),
    "schema": (
        "isocheck.cli.schema",
        "In lược đồ JSON của một loại hồ sơ",
        "Print the JSON Schema of a kind of record",
    ),
}
_OF_THE_PROGRAM: Final = ("-h", "--help", "--version")


class Program(Group):
    """A group whose commands are imported when they run, and whose default is `check`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of the help."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each command does, without importing any."""
        lang: Language = language_of(ctx)
        rows = [(name, vi if lang == "vi" else en) for name, (_, vi, en) in COMMANDS.items()]
        with formatter.section(said("Lệnh", "Commands")):
            formatter.write_dl(rows)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer commands, without importing any, and options; else leave it to be a folder."""
        lang = language_of(ctx)
        found = [
            CompletionItem(name, help=vi if lang == "vi" else en)
            for name, (_, vi, en) in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        found += click.Command.shell_complete(self, ctx, incomplete)
        return found or [CompletionItem(incomplete, type="dir")]

    def main(self, args: Sequence[str] | None = None, *more: Any, **about: Any) -> NoReturn:
        """Run a call and end with its exit status; what is wrong with it is said as all is."""
        if os.environ.get(ASKED):
            self._complete(*more, **about)
        words = sys.argv[1:] if args is None else list(args)
        lang = heard(words)
        about["standalone_mode"] = False
        write_in_utf8()
        try:
            status = super().main(args, *more, **about)
        except click.ClickException as error:
            status = tell_error(error, lang)
        except (click.Abort, KeyboardInterrupt):
            status = INTERRUPTED
        sys.exit(status)

    def _complete(self, *more: Any, **about: Any) -> NoReturn:
        """Answer a shell that asks what could come next; where it cannot be told, say nothing."""
        write_in_utf8()
        with contextlib.suppress(Exception):  # whatever it is, a line is being typed
            super().main([], *more, **about)
        sys.exit(0)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read `isocheck FOLDER …` as `isocheck check FOLDER …`."""
        ctx.meta[LANGUAGE] = heard(args)
        args = lang_behind(args) or args  # with nothing else it is a run
        # `facts` is being typed on: what can follow it is a word of the command.
        is_command = ctx.resilient_parsing and args == ["facts"]
        check = means_check(args) and not is_command
        return super().parse_args(ctx, ["check", *args] if check else args)

    def unknown(self, word: str) -> tuple[str, str]:
        """Return what is said of a word that is neither a command nor a folder."""
        return (
            f"không có lệnh, cũng không có thư mục '{word}'.",
            f"there is no command and no folder '{word}'.",
        )


def means_check(args: list[str]) -> bool:
    """Tell whether the words after `isocheck` leave out `check`."""
    if not args or args[0] in _OF_THE_PROGRAM:
        return False
    first, rest = args[0], args[1:]
    if first == "facts":
        # The command has words of its own; alone, or before an option, it is the folder.
        return os.path.isdir(first) and (not rest or _is_option(rest[0]))  # noqa: PTH112 - a text, not a path
    if first in COMMANDS:
        return False
    looks_like_path = "/" in first or "\\" in first or first.startswith(("-", "."))
    return looks_like_path or os.path.exists(first)  # noqa: PTH110 (pathlib costs at start)


def _is_option(word: str) -> bool:
    return word.startswith("-") and word not in _OF_THE_PROGRAM


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    del param
    if value and not ctx.resilient_parsing:
        metadata = importlib.import_module("importlib.metadata")
        write_on_stdout(f"isocheck {metadata.version('isocheck')}\n")
        ctx.exit()


@click.group(
    cls=Program,
    help=told(
        "Rà soát việc thực hiện nghĩa vụ của các cơ quan theo bộ quy định.\n\n"
        "`isocheck facts/` cho biết ai đã hoàn thành, ai phải làm gì, hạn nào, báo cáo ai, căn cứ "
        "vào đâu, và còn thiếu thông tin gì. Mã kết thúc: 0 không có gì phải báo, 1 có, 2 tệp hoặc "
        "lệnh chưa đúng, 3 lỗi của chương trình.\n\n"
        "\b\nVí dụ:\n  isocheck facts/\n  isocheck facts/ --format json --output ket-qua.json\n"
        "  isocheck explain so-nv",
        "Judge what public bodies have done against packs of legal obligations.\n\n"
        "`isocheck facts/` tells who has fulfilled what, who must do what by when and report it to "
        "whom, on which words, and which facts are missing. Exit status: 0 nothing to warn of, 1 "
        "something, 2 the files or the call are wrong, 3 a fault of the program.\n\n"
        "\b\nExample:\n  isocheck facts/\n  isocheck facts/ --format json --output findings.json\n"
        "  isocheck explain so-nv",
    ),
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help=told("In phiên bản.", "Print the version."),
)
def program() -> None:
    """Hold the commands."""
