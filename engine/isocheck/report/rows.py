"""Findings as flat rows: what tables, lines of JSON and frames of data are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from isocheck.finding import Finding
from isocheck.messages.words import Language
from isocheck.report.citations import citation_words
from isocheck.report.document import document
from isocheck.report.phrases import due_words, lacking, readings_words
from isocheck.report.reasons import why_words
from isocheck.report.view import View
from isocheck.report.words import (
    MODALITIES,
    REASONS,
    VERIFICATIONS,
    Pair,
    finding_words,
    outcome_words,
)

Row = dict[str, str | bool | None]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in every language, and its heading for people."""

    key: str
    heading: Pair


COLUMNS: Final = tuple(
    Column(key, heading)
    for key, heading in {
        "as_of": ("Tính đến ngày", "As of"),
        "profile": ("Hệ văn bản áp dụng", "Profile"),
        "pack": ("Bộ quy định", "Pack"),
        "rule": ("Mã quy định", "Rule"),
        "title": ("Quy định", "Title"),
        "modality": ("Mã mức độ", "Modality"),
        "modality_words": ("Mức độ", "Must, should or may"),
        "parent": ("Mã đơn vị cấp trên", "Parent"),
        "group_name": ("Thuộc", "Below"),
        "subject": ("Mã đối tượng", "Subject"),
        "subject_name": ("Đối tượng", "Name"),
        "kind": ("Mã loại", "Kind"),
        "kind_title": ("Loại", "Title of the kind"),
        "item": ("Mã mục", "Item"),
        "item_name": ("Mục", "Name of the item"),
        "outcome": ("Mã kết quả", "Outcome"),
        "outcome_words": ("Kết quả", "Outcome in words"),
        "reason": ("Mã lý do", "Reason"),
        "reason_words": ("Lý do không áp dụng", "Reason in words"),
        "possible": ("Mã các kết quả còn có thể", "Possible"),
        "due": ("Thời hạn", "Due"),
        "dues": ("Các thời hạn theo cách hiểu", "Dues"),
        "due_words": ("Thời hạn bằng lời", "Due in words"),
        "due_verification": ("Mã đối chiếu thời hạn", "Verification of the due day"),
        "verification": ("Mã đối chiếu", "Verification"),
        "verification_words": ("Mức đối chiếu", "Verification in words"),
        "why": ("Vì", "Why"),
        "missing": ("Mã thông tin còn thiếu", "Missing"),
        "missing_words": ("Thông tin còn thiếu", "Missing in words"),
        "action": ("Mã việc", "Action"),
        "action_words": ("Việc cần thực hiện", "To do"),
        "action_by": ("Mã đơn vị thực hiện", "By"),
        "at": ("Vị trí trong tệp", "At"),
        "cites": ("Mã căn cứ", "Cites"),
        "cites_words": ("Căn cứ", "Basis"),
        "stale": ("Theo thông tin ngày", "Rests on facts of"),
        "waiver": ("Văn bản cho phép miễn", "Waiver"),
    }.items()
)
_BETWEEN: Final = "; "
_MOST_OF_A_NUMBER: Final = 10  # places of what stands behind a number
_AS_THEY_ARE: Final = (
    "rule", "subject", "kind", "item", "outcome", "reason", "modality", "due", "due_verification",
    "verification", "stale", "waiver",
)  # fmt: skip


CODED: Final = (
    "as_of", "profile", "pack", "title", "cites", "subject_name", "parent", *_AS_THEY_ARE,
    "possible", "dues", "missing", "at", "action", "action_by",
)  # fmt: skip
"""The columns of a row of codes, in their order."""


def rows(view: View) -> Iterator[Row]:
    """Yield a row a finding: keys as in `COLUMNS`, values flat, several in one text with `;`.

    What does not apply is left out unless everything was asked for.
    """
    selected = view.selected
    found = document(selected, view.why)
    listed = [f for f in selected.findings if selected.everything or f.outcome != "not_applicable"]
    for row, finding in zip(coded_rows(found, view.lang), listed, strict=True):
        yield {**row, **_words(view, finding)}


def coded_rows(found: Mapping[str, Any], lang: Language) -> Iterator[Row]:
    """Yield a row a finding of a document: its codes, and the names and titles in a language."""
    actions = {tuple(key): action for action in found["actions"] for key in action["for"]}
    for entry in found["findings"]:
        action = actions.get((entry["rule"], entry["subject"], entry["item"]), {})
        yield {
            "as_of": found["as_of"],
            "profile": found["profile"],
            **_rule(found["rules"][entry["rule"]], lang),
            **_subject(found["subjects"][entry["subject"]]),
            **{name: entry[name] for name in _AS_THEY_ARE},
            "possible": _BETWEEN.join(entry["possible"]),
            "dues": _BETWEEN.join(entry["dues"]),
            "missing": _BETWEEN.join(map(missing_key, entry["missing"])),
            "at": _BETWEEN.join(dict.fromkeys(_places(entry))),
            "action": action.get("id"),
            "action_by": action.get("by"),
        }


def _places(entry: Mapping[str, Any]) -> Iterator[str]:
    """Yield where a finding stands, what is counted of other records first."""
    for tally in entry.get("tallies", ()):
        others = (m["at"] for m in tally["members"] if m["record"] != tally["record"])
        yield from [place for place in others if place][:_MOST_OF_A_NUMBER]
    yield from (each["at"] for each in entry["because"] if each["at"])


def _rule(rule: Mapping[str, Any], lang: Language) -> Row:
    cites = (f"{cite['source']}, {cite['at']}" for cite in rule["cites"])
    return {"pack": rule["pack"], "title": rule["title"][lang], "cites": _BETWEEN.join(cites)}


def _subject(subject: Mapping[str, Any]) -> Row:
    return {"subject_name": subject["name"], "parent": subject["parent"]}


def missing_key(entry: Mapping[str, Any]) -> str:
    """Return what is missing as one text: `record:path`, or the register or text alone."""
    path: str = entry["path"]
    return path if entry["record"] is None else f"{entry['record']}:{path}"


def _words(view: View, finding: Finding) -> Row:
    """Return what people read: names, outcomes, reasons and places in words."""
    rule, reason = view.rules[finding.rule], finding.reason
    group = view.group_of(finding.subject)
    action = view.actions.get((finding.rule, finding.subject, finding.item))
    open_ = finding.outcome == "indeterminate"
    readings = list(readings_words(view, finding, lambda o: outcome_words(o, rule, view.lang)))
    return {
        "subject_name": view.name(finding.subject),
        "item_name": None if finding.item is None else view.name(finding.item),
        "kind_title": view.kind_title(finding.kind),
        "group_name": None if group is None else view.name(group),
        "modality_words": view.pair(MODALITIES[finding.modality]),
        "verification_words": view.pair(VERIFICATIONS[finding.verification]),
        "outcome_words": finding_words(finding, rule, view.lang),
        "reason_words": None if reason is None else view.pair(REASONS[reason]),
        "due_words": due_words(view, finding),
        "why": _BETWEEN.join(why_words(view, finding) or readings),
        "missing_words": _BETWEEN.join(lacking(view, finding).words(view)) if open_ else "",
        "action_words": None if action is None else action.do[view.lang],
        "cites_words": _BETWEEN.join(citation_words(view, c, quoted=False) for c in rule.cites),
    }


def in_order(row: Mapping[str, object]) -> list[object]:
    """Return the values of a row in the order of the columns."""
    return [row[column.key] for column in COLUMNS]
