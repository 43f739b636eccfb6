"""What a pack declares, as tables of its page: each has a head, its first cells are to be typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from isocheck.authoring.declared import FieldView
from isocheck.authoring.pack_page import Page
from isocheck.report.words import Pair, say

_DERIVED: Final[Pair] = ("Giá trị tính ra", "Derived values")
_FIELDS: Final[Pair] = ("Trường của hồ sơ", "Fields of records")
_WORDS: Final[Pair] = ("Bộ từ", "Vocabularies")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its rows hold an id or a path first, then words."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    names: tuple[tuple[str, str], ...] = ()  # (id, title) of what it is about
    note: str = ""


def declared_tables(page: Page) -> Iterator[tuple[str, list[Table]]]:
    """Yield headings with their tables: derived values, fields kind by kind, vocabularies."""
    yield say(_DERIVED, page.lang), _of_derived(page)
    yield say(_FIELDS, page.lang), _of_fields(page)
    yield say(_WORDS, page.lang), _of_words(page)


def _heads(page: Page, *pairs: Pair) -> tuple[str, ...]:
    return tuple(say(pair, page.lang) for pair in pairs)


def _of_derived(page: Page) -> list[Table]:
    head = _heads(
        page, ("Tên", "Name"), ("Nghĩa", "Meaning"), ("Của", "Of"), ("Kiểu", "Type"),
        ("Tính từ", "Made from"),
    )  # fmt: skip
    rows = tuple((d.name, d.label, d.titles, d.type_words, d.made_from) for d in page.derived)
    return [Table(head=head, rows=rows)] if rows else []


def _of_fields(page: Page) -> list[Table]:
    head = _heads(
        page, ("Trường", "Field"), ("Nghĩa", "Meaning"), ("Kiểu", "Type"), ("Bộ từ", "Words")
    )
    return [
        Table(head=head, rows=tuple(_field_row(page, f) for f in group.fields), names=group.kinds)
        for group in page.kinds
    ]


def _field_row(page: Page, field: FieldView) -> tuple[str, ...]:
    needed = say((" (bắt buộc)", " (required)"), page.lang) if field.required else ""
    return field.path, field.label, field.type_words + needed, field.vocabulary or ""


def _of_words(page: Page) -> list[Table]:
    head = _heads(page, ("Mã", "Id"), ("Nhãn", "Label"), ("Cũng đọc là", "Also read"))
    is_open = say(("mở: cũng nhận từ khác, ghi “khác: …”", "open: takes `other: …` too"), page.lang)
    closed = say(("đóng: không nhận từ khác", "closed: takes no other word"), page.lang)
    return [
        Table(
            head=head,
            rows=tuple((i, label, "; ".join(aliases)) for i, label, aliases in one.words),
            names=((one.id, ""),),
            note=is_open if one.open else closed,
        )
        for one in page.vocabularies
    ]
