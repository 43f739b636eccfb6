"""`python -m isocheck` is `isocheck`."""

from __future__ import annotations

import importlib

from isocheck.interrupt import end_when_interrupted


def main() -> None:
    """Run the command line; what it needs is imported once an interruption ends it quietly."""
    end_when_interrupted()
    importlib.import_module("isocheck.cli").main()


if __name__ == "__main__":
    main()
