"""The cases of packs as tests: a file of cases is collected, a case is run."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from isocheck.authoring.cases import CaseResult, run_case
from isocheck.authoring.pack_view import OpenedPack, opened
from isocheck.authoring.run_cases import case_text
from isocheck.cli.language import help_language
from isocheck.errors import InputProblems
from isocheck.messages import render_all
from isocheck.packs.model import Case

_PLACE = re.compile(r"[^/]+/[^/]+/tests/[^/]+\.yaml")  # within a folder of packs


class CaseFailed(Exception):  # noqa: N818 - it is no error of the test
    """A case whose findings are not as it expects."""

    def __init__(self, result: CaseResult) -> None:
        super().__init__(result.name)
        self.result = result


class CasesOfPacks:
    """Collects the cases below some folders of packs; each pack is read once."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = [folder.resolve() for folder in folders]
        self._opened: dict[Path, OpenedPack] = {}

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> CaseFile | None:
        """Take a file of cases: `PACK/VERSION/tests/…` of one of the folders."""
        path = file_path.resolve()
        for folder in self.folders:
            inner = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else ""
            if _PLACE.fullmatch(inner):
                file: CaseFile = CaseFile.from_parent(parent, path=file_path)
                file.packs, file.folder = self, path.parents[1]
                return file
        return None

    def pack(self, folder: Path) -> OpenedPack:
        """Return the pack of a folder `PACK/VERSION`; raises InputProblems."""
        if folder not in self._opened:
            root = folder.parents[1]
            # Of two folders with one version of a pack the last counts: that of the file.
            roots = [*(other for other in self.folders if other != root), root]
            self._opened[folder] = opened(f"{folder.parent.name}@{folder.name}", roots)
        return self._opened[folder]


class CaseFile(pytest.File):
    """A file of cases."""

    packs: CasesOfPacks
    folder: Path  # that of the pack

    def collect(self) -> Iterator[CaseItem]:
        """Yield a test for each case; a pack that cannot be read is told whole."""
        try:
            pack = self.packs.pack(self.folder)
        except InputProblems as error:
            raise self.CollectError("\n".join(render_all(error, help_language()))) from error
        shown = f"{pack.folder.shown}/tests/{self.path.name}"
        cases = [case for case in pack.profile.cases[pack.id] if case.location.file == shown]
        times = Counter(case.name for case in cases)
        for case in cases:
            # A name that stands twice is told apart by its line.
            name = case.name if times[case.name] == 1 else f"{case.name} ({case.location.line})"
            item: CaseItem = CaseItem.from_parent(self, name=name)
            item.pack, item.case = pack, case
            yield item


class CaseItem(pytest.Item):
    """A case: what it expects is found, and nothing else."""

    pack: OpenedPack
    case: Case

    def runtest(self) -> None:
        """Judge the facts of the case; raises CaseFailed."""
        result = run_case(self.pack.profile, self.pack.id, self.case)
        if not result.passed:
            raise CaseFailed(result)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Return what `isocheck packs test` prints of a case that fails."""
        if isinstance(excinfo.value, CaseFailed):
            return case_text(excinfo.value.result, help_language())
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Return where the case stands."""
        line = self.case.location.line
        return self.path, None if line is None else line - 1, self.name
