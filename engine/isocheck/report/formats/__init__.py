"""The forms that the findings of a run are written in: one module a form, one row each here.

A module is named like its form and has one public function,
`written(output: Output) -> str`: the whole text of the form. Nothing else in the program asks
which form was chosen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:  # the names of the forms are asked for by every `--help`: nothing is loaded
    from isocheck.report.formats.output import Output, Writer
    from isocheck.report.words import Pair


@dataclass(frozen=True, slots=True)
class Format:
    """A form of the findings: its name on the command line, and what it is for.

    `compares` says whether it tells what changed since an earlier document.
    """

    name: str
    what: Pair
    compares: bool = False

    def written(self, output: Output) -> str:
        """Return the findings in this form."""
        return self.writer()(output)

    def writer(self) -> Writer:
        """Return what writes the form; its module is loaded when it is asked for."""
        return cast("Writer", import_module(f"{__name__}.{self.name}").written)


FORMATS: Final[Mapping[str, Format]] = {
    form.name: form
    for form in (
        Format("text", ("báo cáo để đọc", "a report to read")),
        Format("json", ("tệp kết quả đầy đủ cho chương trình", "the whole document, for programs")),
        Format("csv", ("bảng mở được bằng Excel", "a table that Excel opens")),
        Format("jsonl", ("mỗi dòng một kết quả, cho chương trình", "a finding a line")),
        Format(
            "markdown",
            ("tóm tắt cho trang duyệt thay đổi", "a summary for a merge request"),
            compares=True,
        ),
        Format("junit", ("kết quả kiểm thử JUnit", "JUnit test results")),
        Format("sarif", ("SARIF 2.1.0 cho công cụ quét", "SARIF 2.1.0, for code scanning")),
    )
}
