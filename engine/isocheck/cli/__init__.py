"""The command line; only `--help` is quick, so nothing heavy is imported before a command runs."""

from __future__ import annotations

import sys

from isocheck.cli.commands import said
from isocheck.cli.program import program
from isocheck.cli.streams import say_on_stderr, turn_away


def main() -> None:
    """Run the command line; a fault outside any command ends with 3 too, never with Python's 1."""
    try:
        program.main(prog_name="isocheck")
    except OSError as error:  # help or a version that cannot be written: commands tell their own
        unwritten = said("không ghi được kết quả", "the results cannot be written")
        say_on_stderr(f"{unwritten}: {error.strerror}")
        turn_away()
        sys.exit(2)
    except Exception as error:
        if "--traceback" in sys.argv:
            raise
        text = said("Rất tiếc, isocheck gặp lỗi bên trong", "Sorry, isocheck has met a fault")
        say_on_stderr(f"{text}: {error!r} (--traceback)")
        sys.exit(3)


__all__ = ["main", "program"]
