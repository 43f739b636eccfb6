"""Notes: what a reader must know of a whole run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from isocheck.evaluate.absent_notes import absent_notes
from isocheck.evaluate.note_lists import Told, named
from isocheck.evaluate.odd_notes import odd_notes
from isocheck.finding import Note
from isocheck.packs.law import Law
from isocheck.records.ahead import DayAhead
from isocheck.records.base import FactBase
from isocheck.records.complete import Complete
from isocheck.records.kinds.kind import Kind

_MOST_TABLES: Final = 20  # named in a note; the document has all
_MOST_DAYS: Final = 10
_REPAIRED: Final[Mapping[str, tuple[str, str]]] = {
    "day": ("ngày", "days"),
    "money": ("số tiền", "amounts"),
    "period": ("kỳ", "periods"),
    "reference": ("tên ghi thay cho mã", "names in the place of ids"),
    "year": ("năm", "years"),
    "yes_no": ("ô có hoặc không", "yes or no"),
}


def notes_of(facts: FactBase, law: Law) -> Iterator[Note]:
    """Yield the notes of a run, in a fixed order."""
    yield from absent_notes(facts, law)
    for kind in sorted(_registers_used(law) - facts.collected):
        yield _not_collected(law.profile.kinds[kind])
    complete = {file.path: file.complete for file in facts.files if file.complete is not None}
    if complete:
        yield _declared_complete(complete)
    repaired = {file.path: file.repaired for file in facts.files if file.repaired}
    if repaired:
        yield _read_otherwise(repaired)
    small = {file.path: file.small for file in facts.files if file.small}
    if small:
        yield _small_amounts(small)
    ahead = [day for file in facts.files for day in file.ahead]
    if ahead:
        yield _decided_ahead(ahead, facts)
    yield from odd_notes(facts, law.profile.kinds)
    undated = {f.path: f.latest for f in facts.files if f.latest and f.latest > law.day}
    if undated:
        yield _not_dated(undated, law.day)
    collected_on = facts.latest_collected_on
    if collected_on is not None and collected_on < law.day:
        yield _facts_older(collected_on, law.day)


def _not_collected(kind: Kind) -> Note:
    return Note(
        code="not-collected",
        kind=kind.id,
        text={
            "vi": f"Chưa khai báo đã thu thập đủ hồ sơ loại “{kind.title['vi']}”: "
            "số đếm và tổng chỉ là mức tối thiểu; điều gì dựa trên việc không có hồ sơ "
            "thì chưa đủ căn cứ kết luận.",
            "en": f"The register “{kind.title['en']}” ({kind.id}) is not declared collected: "
            "counts and sums are lower bounds, and what rests on the absence of a record "
            "cannot be told.",
        },
    )


def _declared_complete(files: Mapping[str, Complete]) -> Note:
    """Name the files, whole ones first; which fields of the others, `facts.complete` has."""
    whole = [path for path, complete in files.items() if complete.paths == "all"]
    in_part = [path for path, complete in files.items() if complete.paths != "all"]
    vi, en = (
        "; ".join(", ".join(named) + word for named, word in parts if named)
        for parts in (
            ((whole, ""), (in_part, " (một số trường)")),
            ((whole, ""), (in_part, " (some fields)")),
        )
    )
    return Note(
        code="complete",
        text={
            "vi": "Các tệp được khai là đầy đủ, nên danh sách hay nhóm trường để trống trong đó "
            f"được coi là không có: {vi}.",
            "en": "Files declared complete, so that a list or a group of fields left out in them "
            f"is taken as none: {en}.",
        },
    )


def _read_otherwise(files: Mapping[str, Mapping[str, int]]) -> Note:
    """Say how many values of tables were not written in their one form, and in which."""
    vi, en = [], []
    for path, counts in list(files.items())[:_MOST_TABLES]:
        kinds = [(count, *_REPAIRED[kind]) for kind, count in counts.items()]
        vi.append(f"{path} ({', '.join(f'{count} {word}' for count, word, _ in kinds)})")
        en.append(f"{path} ({', '.join(f'{word}: {count}' for count, _, word in kinds)})")
    more = len(files) - len(vi)
    if more > 0:
        vi.append(f"và {more} bảng khác")
        en.append(f"and {more} more tables")
    return Note(
        code="repaired",
        text={
            "vi": "Trong các bảng sau, có giá trị không ghi theo dạng chuẩn nhưng đọc được chắc "
            f"chắn: {'; '.join(vi)}.",
            "en": "In these tables values were not written in their one form, and could be read "
            f"for certain: {'; '.join(en)}.",
        },
    )


def _small_amounts(files: Mapping[str, tuple[str, ...]]) -> Note:
    """Name the columns of amounts that may count thousands or millions."""
    named = [f"{path} ({', '.join(headings)})" for path, headings in files.items()]
    shown = "; ".join(named[:_MOST_TABLES]) + ("; …" if len(named) > _MOST_TABLES else "")
    return Note(
        code="small-amounts",
        text={
            "vi": "Mọi số tiền trong cột sau đều dưới 100.000 đồng; hãy kiểm tra có phải đã ghi "
            f"theo nghìn đồng hay triệu đồng: {shown}.",
            "en": "All amounts of these columns are below 100.000 đồng; check that they do not "
            f"count thousands or millions: {shown}.",
        },
    )


def _decided_ahead(days: Sequence[DayAhead], facts: FactBase) -> Note:
    """Name the days that lie after the day of their file: decided by then, or mistyped."""
    told = (_day_ahead(ahead, facts) for ahead in days)
    vi, en = named(told, len(days), _MOST_DAYS, ("ngày khác", "more"))
    return Note(
        code="decided-ahead",
        text={
            "vi": "Các ngày sau đây muộn hơn ngày thu thập thông tin của tệp, được hiểu là đã "
            f"quyết định trước; hãy kiểm tra có gõ nhầm không: {vi}.",
            "en": "These days are after the one on which their file was collected, and are taken "
            f"as decided ahead; check that none is mistyped: {en}.",
        },
    )


def _day_ahead(ahead: DayAhead, facts: FactBase) -> Told:
    name = facts.records[ahead.record].values.get("name") or ahead.record
    label, field = ahead.spec.label, ahead.spec.name
    return (
        f"{label.get('vi', field)} của {name} {ahead.day:%d/%m/%Y} ({ahead.at})",
        f"{label.get('en', field)} of {name}, {ahead.day} ({ahead.at})",
    )


def _not_dated(files: Mapping[str, date | None], day: date) -> Note:
    """Name the files that do not say when they were collected and have days after the run's."""
    latest = max(found for found in files.values() if found is not None)
    shown = ", ".join(list(files)[:_MOST_TABLES]) + (", …" if len(files) > _MOST_TABLES else "")
    return Note(
        code="not-dated",
        text={
            "vi": f"Chưa ghi ngày thu thập của bảng: {shown} (collected_on trong isocheck.yaml). "
            f"Trong đó có ngày sau ngày rà soát {day:%d/%m/%Y}, muộn nhất {latest:%d/%m/%Y}: việc "
            "ghi ngày đó được coi là chưa xảy ra.",
            "en": f"It is not said when these tables were collected: {shown} (collected_on in "
            f"isocheck.yaml). They have days after the day judged, {day}, the last {latest}: what "
            "is dated so is taken as not having happened.",
        },
    )


def _facts_older(collected_on: date, day: date) -> Note:
    return Note(
        code="facts-older",
        text={
            "vi": f"Thông tin được thu thập đến ngày {collected_on:%d/%m/%Y}, trước ngày rà soát "
            f"{day:%d/%m/%Y}: kết quả rà soát dựa trên những gì đã biết đến khi đó; việc xảy ra "
            "sau đó có thể làm kết quả khác đi.",
            "en": f"The facts were collected up to {collected_on}, before the day judged, {day}: "
            "findings rest on what was known by then; what happened since may change them.",
        },
    )


def _registers_used(law: Law) -> set[str]:
    """Return the kinds of record that rules in force count, sum up or take as items."""
    used: set[str] = set()
    for derived in law.profile.derived.values():
        if derived.source is not None:
            used |= set(derived.source.kinds)
    for rule in law.rules:
        if rule.per is not None:
            used |= set(rule.per.source.kinds)
    return {kind for kind in used if not law.profile.kinds[kind].reference}
