"""A plugin for pytest: each case of a pack is a test. Off unless `isocheck_packs` is set.

pytest imports this module in every run of every project beside which isocheck is installed, so it
imports nothing; what does the work is imported where the option is set.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

OPTION = "isocheck_packs"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the option: folders of packs, as `--policy` of the command line takes them."""
    text = "folders with packs of isocheck (PACK/VERSION/tests/*.yaml): each case becomes a test"
    parser.addini(OPTION, text, type="paths", default=[])


def pytest_configure(config: pytest.Config) -> None:
    """Begin to collect cases where the option is set."""
    folders = config.getini(OPTION)
    if folders:
        cases = importlib.import_module("isocheck.pytest_plugin.cases")
        config.pluginmanager.register(cases.CasesOfPacks(folders), "isocheck.cases")
