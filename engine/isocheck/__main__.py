"""`python -m isocheck` is `isocheck`."""

from __future__ import annotations

from isocheck.cli import main

if __name__ == "__main__":
    main()
