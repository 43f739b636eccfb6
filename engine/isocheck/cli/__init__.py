"""The command line; only `--help` is quick, so nothing heavy is imported before a command runs."""

from __future__ import annotations

from isocheck.cli.program import program


def main() -> None:
    """Run the command line."""
    program.main(prog_name="isocheck")


__all__ = ["main", "program"]
