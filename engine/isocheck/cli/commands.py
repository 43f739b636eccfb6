"""Commands whose usage, help and option errors speak the language of the rest (design §8)."""

from __future__ import annotations

import contextlib
import importlib
import weakref
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NoReturn

import click
from click.shell_completion import CompletionItem

from isocheck.cli.language import Language, chosen, help_language, told
from isocheck.cli.streams import say_on_stderr, write_on_stdout

LANGUAGE: Final = "isocheck.language"  # in the context: what the call says of it
_HELP_NAMES: Final = ("-h", "--help")
_WORDS: Final = (("default: ", "mặc định: "), ("required", "bắt buộc"))
_SPOKEN: Final = ("help", "short_help", "metavar", "options_metavar", "subcommand_metavar")
_Pairs = weakref.WeakKeyDictionary[object, dict[str, str]]
_declared: Final[_Pairs] = weakref.WeakKeyDictionary()  # texts in both languages, as declared


def language_of(ctx: click.Context | None = None) -> Language:
    """Return the language of a call, of the one at hand if none is named."""
    ctx = ctx or click.get_current_context(silent=True)
    lang: Language = (None if ctx is None else ctx.meta.get(LANGUAGE)) or help_language()
    return lang


def said(vi: str, en: str) -> str:
    """Return words in the language of the call at hand."""
    return vi if language_of() == "vi" else en


def speak_in(command: click.Command, lang: Language) -> None:
    """Put the help, the usage and the words for values of a command into a language."""
    for thing in (command, *command.params):
        pairs = _declared.setdefault(thing, {})
        for name in _SPOKEN:
            text = pairs.setdefault(name, getattr(thing, name, None) or "")
            if text:
                setattr(thing, name, chosen(text, lang))


def heard(args: Sequence[str]) -> Language:
    """Return the language that the words of a call ask for, else that of the help."""
    for number, word in enumerate(args):
        name, equals, value = word.partition("=")
        if name == "--lang":
            value = value if equals else "".join(args[number + 1 : number + 2])
            if value in {"vi", "en"}:
                return "vi" if value == "vi" else "en"
    return help_language()


def lang_behind(args: Sequence[str]) -> list[str]:
    """Return the words of a call with a `--lang` that stands before the command behind it.

    Where no command follows (`packs --help --lang vi`) it has been heard already.
    """
    words = list(args)
    place = next((i for i, word in enumerate(words) if not word.startswith("-")), len(words))
    at = next((i for i, word in enumerate(words[: place + 1]) if _is_lang(word)), None)
    if at is None:
        return words
    end = at + (1 if "=" in words[at] else 2)
    option, rest = words[at:end], words[:at] + words[end:]
    with_command = any(not word.startswith("-") for word in rest)
    return [*rest, *option] if with_command else rest


def _is_lang(word: str) -> bool:
    return word.partition("=")[0] == "--lang"


def tell_error(error: click.ClickException, lang: Language) -> int:
    """Say on standard error what is wrong with a call, and return the exit status."""
    ctx = getattr(error, "ctx", None)
    if ctx is not None:
        with ctx.scope(cleanup=False):
            say_on_stderr(ctx.command.get_usage(ctx))
        see = "Xem hướng dẫn: {}" if lang == "vi" else "For help: {}"
        say_on_stderr(see.format(f"{ctx.command_path} --help") + "\n")
    say_on_stderr(f"{'Lỗi' if lang == 'vi' else 'Error'}: {message_of(error, lang)}")
    return error.exit_code


def message_of(error: click.ClickException, lang: Language) -> str:
    """Return what is wrong, in a language; what commands raise themselves is in it already."""
    if isinstance(error, click.NoSuchOption):
        vi, en = _no_such_option(error)
    elif isinstance(error, click.MissingParameter):
        vi, en = _missing(error)
    elif isinstance(error, click.BadOptionUsage):
        vi, en = _bad_usage(error)
    elif isinstance(error, click.BadParameter):
        vi, en = _bad_value(error)
    else:
        return error.format_message()
    return vi if lang == "vi" else en


def _no_such_option(error: click.NoSuchOption) -> tuple[str, str]:
    near = list(error.possibilities or ())[:1]
    name = error.option_name
    vi = f" Có phải '{near[0]}'?" if near else ""
    en = f" Did you mean '{near[0]}'?" if near else ""
    return f"không có tùy chọn '{name}'.{vi}", f"there is no option '{name}'.{en}"


def _missing(error: click.MissingParameter) -> tuple[str, str]:
    name = _name(error)
    if error.param is not None and error.param.param_type_name == "option":
        return f"còn thiếu tùy chọn {name}.", f"the option {name} is missing."
    return f"còn thiếu {name}.", f"{name} is missing."


def _bad_usage(error: click.BadOptionUsage) -> tuple[str, str]:
    name = error.option_name
    params = [] if error.ctx is None else error.ctx.command.params
    found = [p for p in params if name in (*p.opts, *p.secondary_opts)]
    if any(getattr(param, "is_flag", False) for param in found):
        return f"tùy chọn '{name}' không nhận giá trị.", f"the option '{name}' takes no value."
    return f"sau tùy chọn '{name}' phải có giá trị.", f"the option '{name}' needs a value."


def _bad_value(error: click.BadParameter) -> tuple[str, str]:
    name = _name(error)
    kind = None if error.param is None else error.param.type
    if isinstance(kind, click.Choice):
        known = ", ".join(str(choice) for choice in kind.choices)
        return f"{name} nhận một trong các giá trị: {known}.", f"{name} is one of: {known}."
    if isinstance(kind, click.FloatRange | click.IntRange):
        low, high = kind.min, kind.max
        return f"{name} phải là số từ {low} đến {high}.", f"{name} is a number, {low} to {high}."
    if isinstance(kind, type(click.INT)):
        return f"{name} phải là số nguyên.", f"{name} is a whole number."
    return f"giá trị của {name} chưa đúng.", f"the value of {name} is not right."


def _name(error: click.BadParameter) -> str:
    if error.param is None or error.ctx is None:
        return str(error.param_hint or "")
    if error.param.param_type_name == "option":
        return " / ".join(f"'{name}'" for name in error.param.opts)
    return error.param.make_metavar(error.ctx)


class _Formatter(click.HelpFormatter):
    """Writes the usage line in the language of the help."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is called."""
        super().write_usage(prog, args, prefix or said("Cách dùng: ", "Usage: "))


class _Context(click.Context):
    """A call; `-h` is `--help` everywhere."""

    formatter_class = _Formatter

    def __init__(self, *args: Any, **more: Any) -> None:
        more.setdefault("help_option_names", list(_HELP_NAMES))
        super().__init__(*args, **more)


class Command(click.Command):
    """A command that says everything in the language of the rest."""

    context_class = _Context

    def __init__(self, *args: Any, **more: Any) -> None:
        more.setdefault("options_metavar", told("[TÙY CHỌN]", "[OPTIONS]"))
        super().__init__(*args, **more)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words of a call; one too many is refused."""
        speak_in(self, language_of(ctx))
        ctx.allow_extra_args = True  # the refusal is ours
        with _placed(ctx):
            rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            refuse(ctx, *_too_many(rest))
        return rest

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `-h`, `--help`."""
        return _help_option(self, ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        _write_options(self, ctx, formatter)


class Group(click.Group):
    """A group of such commands."""

    context_class = _Context
    command_class = Command
    group_class = type

    def __init__(self, *args: Any, **more: Any) -> None:
        more.setdefault("options_metavar", told("[TÙY CHỌN]", "[OPTIONS]"))
        more.setdefault("subcommand_metavar", told("LỆNH …", "COMMAND …"))
        super().__init__(*args, **more)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words of a call; without any, the help says what there is.

        `--lang` before the command is as good as behind it.
        """
        speak_in(self, language_of(ctx))
        args = lang_behind(args)
        if not args and not ctx.resilient_parsing:
            say_on_stderr(ctx.get_help())
            ctx.exit(2)
        with _placed(ctx):
            return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was probably meant."""
        if args[0] not in self.list_commands(ctx):
            vi, en = self.unknown(args[0])
            near = closest(args[0], self.list_commands(ctx))
            vi_guess = f" Có phải '{near}'?" if near else ""
            en_guess = f" Did you mean '{near}'?" if near else ""
            refuse(ctx, vi + vi_guess, en + en_guess)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer commands, with what they do in the language of the call, and options."""
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None:
                speak_in(command, language_of(ctx))
        return super().shell_complete(ctx, incomplete)

    def unknown(self, word: str) -> tuple[str, str]:
        """Return what is said of a word that is no command."""
        return f"không có lệnh '{word}'.", f"there is no command '{word}'."

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `-h`, `--help`."""
        return _help_option(self, ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        _write_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with the first line of the help of each."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        for _, command in commands:
            if command is not None:
                speak_in(command, language_of(ctx))
        rows = [(n, c.get_short_help_str(formatter.width - 20)) for n, c in commands if c]
        with formatter.section(said("Lệnh", "Commands")):
            formatter.write_dl(rows)


@contextlib.contextmanager
def _placed(ctx: click.Context) -> Iterator[None]:
    """Say of an error in which call it was made: the parser of click does not always."""
    try:
        yield
    except click.UsageError as error:
        error.ctx = error.ctx or ctx
        raise


def refuse(ctx: click.Context, vi: str, en: str) -> NoReturn:
    """Refuse a call."""
    raise click.UsageError(vi if language_of(ctx) == "vi" else en, ctx)


def closest(word: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant, or an empty text."""
    difflib = importlib.import_module("difflib")  # only where something is wrong
    found: list[str] = difflib.get_close_matches(word, list(known), n=1)
    return "".join(found)


def _too_many(words: Sequence[str]) -> tuple[str, str]:
    shown = ", ".join(f"'{word}'" for word in words)
    return f"thừa {shown}.", f"{shown}: one word too many."


def _help_option(command: click.Command, ctx: click.Context) -> click.Option | None:
    names = command.get_help_option_names(ctx)
    if not names or not command.add_help_option:
        return None
    return click.Option(
        names,
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_help,
        help=chosen(told("In hướng dẫn này.", "Print this help."), language_of(ctx)),
    )


def _show_help(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    del param
    if value and not ctx.resilient_parsing:
        write_on_stdout(ctx.get_help() + "\n")
        ctx.exit()


def _write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    params = [p for p in command.get_params(ctx) if isinstance(p, click.Option)]
    rows = [record for param in params if (record := param.get_help_record(ctx)) is not None]
    with formatter.section(said("Tùy chọn", "Options")):
        formatter.write_dl([(names, _translated(text)) for names, text in rows])


def _translated(text: str) -> str:
    """Return the help of an option with what click adds in brackets in the language of the rest."""
    before, bracket, added = text.rpartition("  [")
    if not bracket or language_of() == "en":
        return text
    for english, vietnamese in _WORDS:
        added = added.replace(english, vietnamese)
    return before + bracket + added
