"""Files that are not declared complete though only that is missing: what to say at their top."""

from __future__ import annotations

from collections.abc import Iterator

from isocheck.records.complete import can_be_none
from isocheck.report.layout import Screen, wrapped
from isocheck.report.selection import is_open
from isocheck.report.values import LONGEST_LIST, list_words
from isocheck.report.view import View


def undeclared_lines(view: View, screen: Screen) -> Iterator[str]:
    """Yield which files leave lists and groups of fields out that findings want, if any do.

    Declared complete, what they leave out would be none (design §2).
    """
    files = _files(view)
    if not files:
        return
    longest = len(files) if view.selected.full else LONGEST_LIST
    view.cut |= len(files) > longest
    told = list_words(files, view.lang, longest, ("tệp", "more"))
    text = view.say(
        "Có danh sách hay nhóm trường bỏ trống mà việc rà soát cần đến, trong các tệp chưa khai là "
        "đầy đủ. Tệp nào đã ghi đủ thì thêm dòng 'complete: all' ở đầu tệp (với bảng: khai trong "
        f"isocheck.yaml), khi đó chỗ bỏ trống là không có: {told}.",
        "Lists or groups of fields that findings want are left out of files that are not declared "
        "complete. A file that says all there is may say 'complete: all' at its top (a table: in "
        f"isocheck.yaml); what it leaves out is then none: {told}.",
    )
    yield from wrapped(text, screen.width, "* ", "  ")


def _files(view: View) -> list[str]:
    base, kinds = view.evaluation.facts, view.evaluation.profile.kinds
    undeclared = {file.path for file in base.files if file.complete is None}
    found: set[str] = set()
    for finding in view.selected.findings:
        if finding.outcome != "indeterminate" or not is_open(finding):
            continue
        for entry in view.why(finding).missing:
            record = base.records.get(entry.record or "")
            if record is None or record.file not in undeclared:
                continue
            field = kinds[record.kind].fields.get(entry.path)
            if field is not None and can_be_none(field):
                found.add(record.file)
    return sorted(found)
