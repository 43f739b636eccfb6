"""Printed figures that do not add up, computed from the cells as an instrument prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, prod

from isocheck.errors import Location
from isocheck.packs.model import Discrepancy, Text
from isocheck.packs.number_words import number_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table: its cells, the total printed, and the rows that it claims to add up."""

    id: str
    at: str
    cells: tuple[int, ...]
    total: int
    adds: tuple[str, ...] = ()
    label: str | None = None  # what the row says it adds up, such as `I + II + III`
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class InWords:
    """A figure that is printed in digits and written out; `row` is the row whose total it is."""

    at: str
    figure: int
    words: str
    row: str | None
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Figures of a text held against what other figures give.

    The sum of `printed` is held against the product of `product`, or must reach `share` of `of`.
    """

    at: str
    printed: tuple[int, ...]
    product: tuple[int, ...] = ()
    share: Fraction | None = None
    of: int = 0
    note: Text
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """The figures that a pack transcribes from its instrument."""

    pack: str
    unit: int = 1
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    in_words: tuple[InWords, ...] = ()
    claims: tuple[Claim, ...] = ()


def discrepancies_of(annex: Annex) -> list[Discrepancy]:
    """Return what does not add up, row by row, then what is written out, then the claims."""
    rows = {row.id: row for row in annex.rows}
    found: list[Discrepancy] = []
    for row in annex.rows:
        found += _of_row(annex, row)
        found += _of_columns(annex, row, rows)
        found += _of_label(annex, row)
    for figure in annex.in_words:
        found += _of_words(annex, figure, rows)
    for claim in annex.claims:
        found += _of_claim(annex, claim)
    return found


def _found(  # noqa: PLR0913, PLR0917 - what a discrepancy says
    annex: Annex, at: str, printed: int | str, computed: int | str, note: Text, location: Location
) -> Discrepancy:
    return Discrepancy(
        source=annex.pack, at=at, printed=printed, computed=computed, note=note, from_cells=True,
        location=location,
    )  # fmt: skip


def _of_row(annex: Annex, row: Row) -> Iterator[Discrepancy]:
    """A row whose cells do not make its total."""
    computed = sum(row.cells)
    if computed == row.total:
        return
    cells = " + ".join(map(str, row.cells))
    note = {
        "vi": f"Dòng {row.id} in tổng cộng {_vi(row.total)}, "
        f"cộng các cột là {cells} = {_vi(computed)}",
        "en": f"Line {row.id} prints a total of {row.total:,}; "
        f"its columns make {cells} = {computed:,}",
    }
    if _cancel(annex, row):
        note["vi"] += (
            ". Sai lệch của các dòng triệt tiêu nhau nên tổng chung vẫn khớp; theo mức từng cột"
        )
        note["en"] += (
            ". The errors of the lines cancel, so the sum of them agrees; the columns govern"
        )
    yield _found(annex, row.at, row.total, computed, note, row.location)


def _cancel(annex: Annex, row: Row) -> bool:
    """Tell whether the errors of the rows that are added up together make nothing."""
    above = next((r for r in annex.rows if row.id in r.adds), None)
    beside = [r for r in annex.rows if above is not None and r.id in above.adds]
    return bool(beside) and sum(r.total - sum(r.cells) for r in beside) == 0


def _of_columns(annex: Annex, row: Row, rows: Mapping[str, Row]) -> Iterator[Discrepancy]:
    """A row that adds up others, in each of its columns and in their printed totals."""
    parts = [rows[name] for name in row.adds if name in rows]
    if not parts:
        return
    columns = [*zip(annex.columns, row.cells, strict=True), ("", row.total)]
    of_parts = [[*part.cells, part.total] for part in parts]
    for index, (column, printed) in enumerate(columns):
        computed = sum(cells[index] for cells in of_parts)
        if computed == printed:
            continue
        terms = " + ".join(str(cells[index]) for cells in of_parts)
        vi = f"cột {column}" if column else "cột tổng cộng"
        en = f"column {column}" if column else "the column of totals"
        note = {
            "vi": f"Dòng {row.id}, {vi}, in {_vi(printed)}, "
            f"cộng các dòng là {terms} = {_vi(computed)}",
            "en": f"Line {row.id}, {en}, prints {printed:,}; its lines make {terms} = {computed:,}",
        }
        yield _found(annex, row.at, printed, computed, note, row.location)


def _of_label(annex: Annex, row: Row) -> Iterator[Discrepancy]:
    """A row that says it adds up what the table does not have."""
    if row.label is None:
        return
    named = {part.strip() for part in row.label.split("+")}
    computed = " + ".join(row.adds)
    if named == set(row.adds):
        return
    gone = ", ".join(sorted(named - set(row.adds))) or "–"
    note = {
        "vi": f'Dòng tổng ghi "{row.label}" nhưng Biểu chỉ có {computed}; phần thừa: {gone}',
        "en": f'The total line says "{row.label}", but the table has {computed} only; '
        f"there is no {gone}",
    }
    yield _found(annex, row.at, row.label, computed, note, row.location)


def _of_words(annex: Annex, figure: InWords, rows: Mapping[str, Row]) -> Iterator[Discrepancy]:
    """A figure and the same figure written out; and the row whose total it is."""
    number = number_in_words(figure.words)
    if number is not None and number != figure.figure:
        note = {
            "vi": f'Số in là {_vi(figure.figure)}, bằng chữ "{figure.words}" là {_vi(number)}',
            "en": f'The figure is {figure.figure:,}; in words, "{figure.words}", it is {number:,}',
        }
        yield _found(annex, figure.at, figure.figure, number, note, figure.location)
    row = rows.get(figure.row or "")
    if row is not None and row.total * annex.unit != figure.figure:
        total = row.total * annex.unit
        note = {
            "vi": f"Số in là {_vi(figure.figure)}; dòng {row.id} của Biểu là {_vi(total)}",
            "en": f"The figure is {figure.figure:,}; line {row.id} of the table is {total:,}",
        }
        yield _found(annex, figure.at, figure.figure, total, note, figure.location)


def _of_claim(annex: Annex, claim: Claim) -> Iterator[Discrepancy]:
    """Figures of the text that other figures contradict."""
    printed = sum(claim.printed)
    if claim.share is None:
        computed = prod(claim.product)
        agrees = printed == computed
    else:
        computed = ceil(claim.share * claim.of)
        agrees = printed >= computed
    if agrees:
        return
    shown = _in_note(claim, printed, computed)
    note = {lang: _filled(text, shown[lang]) for lang, text in claim.note.items()}
    yield _found(annex, claim.at, printed, computed, note, claim.location)


def _in_note(claim: Claim, printed: int, computed: int) -> dict[str, dict[str, str]]:
    """Return what a note may name: `{printed}`, `{computed}`, `{lacking}`, `{share}`, `{of}`."""
    tenths = round(Fraction(printed * 1000, claim.of)) if claim.of else 0
    numbers = {
        "printed": printed,
        "computed": computed,
        "lacking": computed - printed,
        "of": claim.of,
    }
    vi = {name: _vi(number) for name, number in numbers.items()}
    en = {name: f"{number:,}" for name, number in numbers.items()}
    return {
        "vi": vi | {"share": f"{tenths // 10},{tenths % 10}%"},
        "en": en | {"share": f"{tenths // 10}.{tenths % 10}%"},
    }


def _filled(text: str, shown: Mapping[str, str]) -> str:
    for name, value in shown.items():
        text = text.replace("{" + name + "}", value)
    return text


def _vi(number: int) -> str:
    return f"{number:,}".replace(",", ".")
