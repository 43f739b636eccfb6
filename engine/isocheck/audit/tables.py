"""Tables of recorded findings for people: CSV and Excel. No cell can become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any, Final

from isocheck.audit.changes import changes_of
from isocheck.audit.entries import CHANGES, Entry
from isocheck.audit.filters import Choice, document
from isocheck.audit.trail import Trail, content_of, entries
from isocheck.audit.wording import outcome_of
from isocheck.errors import InputProblems, Location, Problem
from isocheck.messages.words import Language
from isocheck.report.cells import safe_cell
from isocheck.report.words import MODALITIES, VERIFICATIONS, say

Cell = str | int
_ROWS_OF_A_SHEET: Final = 1_048_576
_COLUMNS: Final[tuple[tuple[str, str], ...]] = (
    ("Mục", "Entry"),
    ("Ghi lúc (UTC)", "Recorded at (UTC)"),
    ("Người thực hiện", "By"),
    ("Tính đến ngày", "As of"),
    ("Hệ văn bản áp dụng", "Profile"),
    ("Mã quy định", "Rule id"),
    ("Quy định", "Rule"),
    ("Mã đối tượng", "Subject id"),
    ("Đối tượng rà soát", "Subject"),
    ("Loại", "Kind"),
    ("Mục nhỏ", "Item"),
    ("Mã kết quả", "Outcome code"),
    ("Kết quả rà soát", "Outcome"),
    ("Lần trước", "Last time"),
    ("Thời hạn", "Due"),
    ("Mức độ", "Modality"),
    ("Căn cứ", "Basis"),
    ("Mức độ đối chiếu", "Verification"),
    ("SHA-256 của kết quả", "SHA-256 of the findings"),
)


def heads(lang: Language) -> list[str]:
    """Return the names of the columns."""
    return [vi if lang == "vi" else en for vi, en in _COLUMNS]


def rows(
    trail: Trail, numbers: frozenset[int], choice: Choice, lang: Language
) -> Iterator[list[Cell]]:
    """Return a row for each finding of the entries.

    What is not applicable is left out unless it was something else the time before.
    """
    for number, entry in entries(trail):
        if number not in numbers:
            continue
        found = document(trail, entry)
        before = _before(trail, entry)
        for finding in found["findings"]:
            key = (finding["rule"], finding["subject"], finding["item"])
            told = finding["outcome"] != "not_applicable" or before.get(key)
            if told and choice.finding(finding):
                yield _row(entry, found, finding, before.get(key, ""), lang)


def _before(trail: Trail, entry: Entry) -> dict[tuple[str, str, str | None], str]:
    if entry.changes is None:
        return {}
    data = content_of(trail, entry.number, entry.changes, CHANGES)
    return {
        change.key: "" if change.before is None else str(change.before["outcome"])
        for change in changes_of(data)
    }


def _row(
    entry: Entry,
    found: Mapping[str, Any],
    finding: Mapping[str, Any],
    before: str,
    lang: Language,
) -> list[Cell]:
    rule = found["rules"][finding["rule"]]
    subject = found["subjects"][finding["subject"]]
    cites = "; ".join(f"{cite['source']}, {cite['at']}" for cite in rule["cites"])
    texts = (
        entry.recorded_at,
        entry.who,
        entry.as_of,
        found["profile"],
        finding["rule"],
        rule["title"][lang],
        finding["subject"],
        subject["name"] or "",
        finding["kind"],
        finding["item"] or "",
        finding["outcome"],
        outcome_of(rule, finding["outcome"], lang),
        outcome_of(rule, before, lang) if before else "",
        finding["due"] or "",
        say(MODALITIES[finding["modality"]], lang),
        cites,
        say(VERIFICATIONS[finding["verification"]], lang),
        entry.document,
    )
    return [entry.number, *(safe_cell(str(text)) for text in texts)]


def csv_text(table: Iterator[list[Cell]], lang: Language) -> str:
    """Return a table as CSV that a spreadsheet reads as UTF-8."""
    text = io.StringIO()
    text.write("\ufeff")
    writer = csv.writer(text)
    writer.writerow(heads(lang))
    writer.writerows(table)
    return text.getvalue()


def workbook(table: Iterator[list[Cell]], lang: Language) -> bytes:
    """Return a table as an Excel workbook; raises InputProblems if it cannot be one."""
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - in an extra
        from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - of an extra, and heavy
    except ImportError as error:
        args = {"library": "openpyxl", "extra": "excel"}
        problem = Problem("audit.not-installed", Location(""), "", args)
        raise InputProblems([problem]) from error
    book = Workbook(write_only=True)
    sheet = book.create_sheet("isocheck")
    sheet.freeze_panes = "A2"
    sheet.append(heads(lang))
    for count, row in enumerate(table, 2):
        if count > _ROWS_OF_A_SHEET:
            args = {"limit": str(_ROWS_OF_A_SHEET - 1)}
            raise InputProblems([Problem("audit.sheet-full", Location("--format"), "", args)])
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=value)
            if isinstance(value, str):
                cell.data_type = "s"  # whatever it looks like
            cells.append(cell)
        sheet.append(cells)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()
