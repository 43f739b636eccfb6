"""Notes on what may be mistaken in the facts though each of them is sound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from isocheck.errors import Location
from isocheck.evaluate.note_lists import Told, named
from isocheck.evaluate.odd_facts import (
    Before,
    Parts,
    Small,
    TakenOver,
    alike,
    before_their_time,
    not_ended,
    parts_below,
    small_amounts,
)
from isocheck.finding import Note
from isocheck.records.base import FactBase, Record
from isocheck.records.kinds.kind import Kind

_MOST: Final = 10  # named in a note
_MOST_ALIKE: Final = 5


def odd_notes(facts: FactBase, kinds: Mapping[str, Kind]) -> Iterator[Note]:
    """Yield a note for each sort of mistake that there may be, in a fixed order."""
    early = sorted(before_their_time(facts, kinds), key=lambda b: b.record.id)
    if early:
        yield _before_their_time(early, kinds)
    standing = sorted(not_ended(facts, kinds), key=lambda t: t.body.id)
    if standing:
        yield _not_ended(standing)
    parts = sorted(parts_below(facts, kinds), key=lambda p: p.record.id)
    if parts:
        yield _parts_below(parts, kinds)
    small = sorted(small_amounts(facts, kinds), key=lambda s: s.record.id)
    if small:
        yield _small(small, kinds)
    twice = sorted(alike(facts, kinds), key=lambda same: same[0].id)
    if twice:
        yield _alike(twice, kinds)


def _before_their_time(days: Sequence[Before], kinds: Mapping[str, Kind]) -> Note:
    """Name the bodies with a day before they were there, the first such day of each."""
    told = (_early_day(each, kinds) for each in days)
    vi, en = named(told, len(days), _MOST, ("đơn vị khác", "more"))
    return Note(
        code="before-established",
        text={
            "vi": "Các ngày sau đây sớm hơn ngày thành lập đơn vị mà vẫn được tính cho đơn vị; nếu "
            f"là việc của đơn vị cũ thì ghi ở hồ sơ đơn vị cũ, nếu gõ nhầm thì sửa lại: {vi}.",
            "en": "These days lie before the body was established, and count for it as they stand; "
            "what an earlier body did belongs to its own record, and a mistyped day is to be "
            f"mended: {en}.",
        },
    )


def _early_day(early: Before, kinds: Mapping[str, Kind]) -> Told:
    record, spec, day, line = early
    dating = kinds[record.kind].dated
    start = record.values[dating.on] if dating is not None else None
    name, at = record.values.get("name") or record.id, Location(record.file, line)
    vi, en = spec.label.get("vi", spec.name), spec.label.get("en", spec.name)
    return (
        f"{vi} của {name} {day:%d/%m/%Y}, thành lập {start:%d/%m/%Y} ({at})",
        f"{en} of {name}, {day}, established {start} ({at})",
    )


def _alike(found: Sequence[tuple[Record, ...]], kinds: Mapping[str, Kind]) -> Note:
    """Name the records that say the same in all but their ids."""
    told = (_same(same, kinds) for same in found)
    vi, en = named(told, len(found), _MOST_ALIKE, ("nhóm khác", "more groups"))
    return Note(
        code="alike",
        text={
            "vi": "Các hồ sơ sau đây giống hệt nhau, chỉ khác mã, và hồ sơ nào cũng được tính; hãy "
            f"kiểm tra có nhập hai lần không: {vi}.",
            "en": "These records say the same in all but their ids, and each of them counts; check "
            f"that none was entered twice: {en}.",
        },
    )


def _same(same: Sequence[Record], kinds: Mapping[str, Kind]) -> Told:
    ids = ", ".join(f"{r.id} ({Location(r.file, r.line)})" for r in same[:_MOST_ALIKE])
    ids += ", …" if len(same) > _MOST_ALIKE else ""
    title = kinds[same[0].kind].title
    return f"{title['vi']}: {ids}", f"{title['en']}: {ids}"


def _not_ended(found: Sequence[TakenOver]) -> Note:
    """Name the bodies that were taken over whole and have not ended."""
    told = map(_taken_over, found)
    vi, en = named(told, len(found), _MOST, ("đơn vị khác", "more"))
    return Note(
        code="not-ended",
        text={
            "vi": "Các đơn vị sau đây đã nhập toàn bộ vào đơn vị khác mà chưa ghi ngày chấm dứt, "
            f"nên vẫn được tính là đang hoạt động; hãy ghi ngày giải thể: {vi}.",
            "en": "These bodies went whole into another and have no day on which they ended, so "
            f"that they still count; write the day: {en}.",
        },
    )


def _taken_over(found: TakenOver) -> Told:
    body, by = (r.values.get("name") or r.id for r in (found.body, found.by))
    at = Location(found.by.file, found.line)
    return f"{body}, nhập vào {by} ({at})", f"{body}, into {by} ({at})"


def _parts_below(found: Sequence[Parts], kinds: Mapping[str, Kind]) -> Note:
    """Name the records of which some money is meant for nobody."""
    told = (_part_below(parts, kinds) for parts in found)
    vi, en = named(told, len(found), _MOST, ("hồ sơ khác", "more"))
    return Note(
        code="parts-below-whole",
        text={
            "vi": "Số tiền ghi cho từng đơn vị cộng lại ít hơn cả khoản, phần còn lại không tính "
            f"cho đơn vị nào; hãy kiểm tra: {vi}.",
            "en": "What is given for each body adds up to less than the whole, the rest counts for "
            f"none of them; check: {en}.",
        },
    )


def _part_below(parts: Parts, kinds: Mapping[str, Kind]) -> Told:
    amounts = f"{_dotted(parts.total)} trên {_dotted(parts.whole)}"
    return _amount_of(parts, kinds, (amounts, f"{parts.total:,} of {parts.whole:,}"))


def _small(found: Sequence[Small], kinds: Mapping[str, Kind]) -> Note:
    """Name the records with amounts that may count thousands or millions."""
    told = (_small_amount(small, kinds) for small in found)
    vi, en = named(told, len(found), _MOST, ("số tiền khác", "more"))
    return Note(
        code="small-amounts-of-records",
        text={
            "vi": "Các số tiền sau dưới 100.000 đồng; hãy kiểm tra có phải đã ghi theo nghìn đồng "
            f"hay triệu đồng: {vi}.",
            "en": "These amounts are below 100,000 đồng; check that they do not count thousands or "
            f"millions: {en}.",
        },
    )


def _small_amount(small: Small, kinds: Mapping[str, Kind]) -> Told:
    return _amount_of(small, kinds, (_dotted(small.amount), f"{small.amount:,}"))


def _amount_of(found: Parts | Small, kinds: Mapping[str, Kind], amounts: Told) -> Told:
    """Return what amounts of a record come to, with what it is called and where it stands."""
    kind, at = kinds[found.record.kind], Location(found.record.file, found.line)
    name = kind.called(found.record.values) or found.record.id
    return (
        f"{kind.title['vi']} {name}: {amounts[0]} đồng ({at})",
        f"{kind.title['en']} {name}: {amounts[1]} đồng ({at})",
    )


def _dotted(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")
