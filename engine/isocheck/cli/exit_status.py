"""Where exceptions become words and exit statuses; nobody is shown a traceback unasked."""

from __future__ import annotations

import errno
import functools
import traceback
from collections.abc import Callable, Mapping
from typing import Any

import click

from isocheck.cli.commands import LANGUAGE
from isocheck.cli.folders import FACTS
from isocheck.cli.language import Language, help_language
from isocheck.cli.output import refuse_unwritable
from isocheck.cli.streams import say_on_stderr
from isocheck.errors import EngineFault, InputProblems, Location, Problem
from isocheck.messages import at_least, render_all

# what did not come of a call, of most commands and of those that do not judge
_NOT_JUDGED = ("chưa rà soát nội dung nào", "nothing was judged")
_NOT_DONE = {"init": ("chưa tạo thư mục nào", "no folder was made")}


def speak(lang: Language) -> None:
    """Set the language of what is still to be said in this call."""
    click.get_current_context().meta[LANGUAGE] = lang


def spoken() -> Language:
    """Return the language of this call as far as it is known."""
    ctx = click.get_current_context()
    lang: Language = ctx.params.get("lang") or ctx.meta.get(LANGUAGE) or help_language()
    return lang


def answering(callback: Callable[..., int | None]) -> Callable[..., None]:
    """Make a command exit with the status it returns, or with that of what went wrong."""

    @functools.wraps(callback)
    def answer(**params: Any) -> None:
        ctx = click.get_current_context()
        show = bool(params.pop("traceback", False))
        fault: BaseException | None = None
        try:
            refuse_unwritable(params.get("output"), folders_of(params))
            status = callback(**params) or 0
        except (click.ClickException, click.exceptions.Exit):
            raise
        except InputProblems as error:
            status, fault = _tell_problems(error), error
        except Exception as error:  # noqa: BLE001 - Python's own exit status, 1, means something else
            status, fault = _tell_fault(error), error
        if show and fault is not None:
            say_on_stderr("".join(traceback.format_exception(fault)))
        ctx.exit(status)

    return answer


def folders_of(params: Mapping[str, Any]) -> list[str]:
    """Return the facts folders that a call names, as far as it does."""
    named = (params.get(name) for name in ("folder", "trail", "before", "after"))
    return [FACTS, *(str(name) for name in named if name is not None)]


def _tell_problems(error: InputProblems) -> int:
    lang = spoken()
    for line in render_all(error, lang):
        say_on_stderr(line)
    number = at_least(error, len(error.problems), lang)
    vi, en = _NOT_DONE.get(click.get_current_context().info_name or "", _NOT_JUDGED)
    if lang == "vi":
        say_on_stderr(f"Có {number} lỗi; {vi}.")
    else:
        things = "problem" if len(error.problems) == 1 else "problems"
        say_on_stderr(f"{number[0].upper()}{number[1:]} {things}; {en}.")
    return 2


def _tell_fault(error: Exception) -> int:
    """Say what a call ran into: a name of its own that no file can have, or a fault of ours."""
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        named = str(error.filename)
        return _tell_problems(InputProblems([Problem("call.name-too-long", Location(named))]))
    return _apologise(error)


def _apologise(error: Exception) -> int:
    lang = spoken()
    what = str(error) or type(error).__name__
    about = []
    if isinstance(error, EngineFault):
        about = [word for word in (error.rule, error.subject) if word]
    where = f" ({', '.join(about)})" if about else ""
    if lang == "vi":
        say_on_stderr(f"Rất tiếc, isocheck gặp lỗi bên trong{where}: {what}")
        say_on_stderr("Đây không phải lỗi của tệp thông tin; không có kết quả nào được đưa ra.")
        say_on_stderr(
            "Đề nghị chạy lại với --traceback và gửi nội dung hiện ra cho nhóm phát triển."
        )
    else:
        say_on_stderr(f"Sorry, isocheck has met a fault of its own{where}: {what}")
        say_on_stderr("Your files are not to blame; no findings are reported.")
        say_on_stderr("Please run it again with --traceback and report what it prints as an issue.")
    return 3
