"""What the cells of a table say: every form that is read, and every one that is not certain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isocheck.errors import InputProblems
from isocheck.evaluate.notes import _REPAIRED
from isocheck.messages import CATALOGUE, render
from isocheck.messages import cells as cell_messages
from isocheck.records.base import FactBase
from isocheck.records.folder import load_facts
from isocheck.records.kinds.kind import Kind
from isocheck.records.kinds.reading import read_kinds
from isocheck.records.named_bodies import REPAIRED
from isocheck.records.settings import Settings
from isocheck.records.tables.cell_values import day_value, grouped, money_value
from isocheck.source.yaml_reader import read_yaml
from unit.records.bad_cells import BAD_CELLS, CODE, DAY, FLAG, KIND_OF, LIST, MONEY, TEXT, YEAR
from unit.records.conftest import WORLD, Told, Write

NBSP = "\u00a0"
PERIOD, SOURCE, TO, GROUP = "Kỳ báo cáo", "Nguồn kinh phí", "Nơi nhận", "Có HTQLCL"
KINDS = {**KIND_OF, PERIOD: "report", TO: "report", GROUP: "commune"}
THE_DAY = date(2020, 12, 31)
READ: list[tuple[str, str, object, str]] = [
    # days; day before month, always
    (DAY, "2020-12-31", THE_DAY, ""),
    (DAY, "31/12/2020", THE_DAY, "day"),
    (DAY, "31-12-2020", THE_DAY, "day"),
    (DAY, "31.12.2020", THE_DAY, "day"),
    (DAY, "31 / 12 / 2020", THE_DAY, "day"),
    (DAY, "1.1.2019", date(2019, 1, 1), "day"),
    (DAY, "05/06/2019", date(2019, 6, 5), "day"),
    (DAY, "ngày 31 tháng 12 năm 2020", THE_DAY, "day"),
    (DAY, "Ngày 31  tháng 12, năm 2020", THE_DAY, "day"),
    (DAY, "31 tháng 12 năm 2020", THE_DAY, "day"),
    (DAY, "31/12/2020 00:00", THE_DAY, "day"),
    (DAY, "2020-12-31T08:30:00", THE_DAY, "day"),
    (DAY, "không", None, ""),
    # money
    (MONEY, "30000000", 30_000_000, ""),
    (MONEY, "0", 0, ""),
    (MONEY, "30.000.000", 30_000_000, "money"),
    (MONEY, "30,000,000", 30_000_000, "money"),
    (MONEY, "30 000 000", 30_000_000, "money"),
    (MONEY, f"30{NBSP}000{NBSP}000", 30_000_000, "money"),
    (MONEY, "30.000", 30_000, "money"),
    (MONEY, "30,000 đ", 30_000, "money"),
    (MONEY, "30.000.000 đ", 30_000_000, "money"),
    (MONEY, "30.000.000đồng", 30_000_000, "money"),
    (MONEY, "30.000.000 VND", 30_000_000, "money"),
    (MONEY, "30000000 VNĐ", 30_000_000, "money"),
    (MONEY, "30.000.000,00", 30_000_000, "money"),
    (MONEY, "30,000.00", 30_000, "money"),
    (MONEY, "None", None, ""),
    # years and periods
    (YEAR, "2019", 2019, ""),
    (YEAR, "năm 2019", 2019, "year"),
    (PERIOD, "2018-2020", "2018-2020", ""),
    (PERIOD, "giai đoạn 2018-2020", "2018-2020", "period"),
    (PERIOD, "quý III/2019", "2019-Q3", "period"),
    # yes or no: here `không` says no
    *((FLAG, cell, True, "yes_no") for cell in ("Có", "có", "x", "X", "yes", "Đúng", "ĐÚNG")),
    *((FLAG, cell, False, "yes_no") for cell in ("Không", "no", "Sai")),
    *((FLAG, cell, True, "") for cell in ("TRUE", "true", "True")),
    (FLAG, "FALSE", False, ""),
    (FLAG, "none", None, ""),
    # words
    (SOURCE, "local", "local", ""),
    (SOURCE, "Ngân sách  địa phương", "local", ""),
    (SOURCE, "NSĐP", "local", ""),
    (SOURCE, "khác: quỹ phúc lợi", "other: quỹ phúc lợi", ""),
    (SOURCE, "Other: quỹ phúc lợi", "other: quỹ phúc lợi", ""),
    (SOURCE, "Không", None, ""),
    # texts, codes, lists, groups
    (TEXT, "12/QĐ-UBND", "12/QĐ-UBND", ""),
    (TEXT, "012", "012", ""),
    (TEXT, "1,5", "1,5", ""),
    (TEXT, "#12", "#12", ""),
    (TEXT, "Không có", None, ""),
    (CODE, "06187", "06187", ""),
    (CODE, "xã mới", "xã mới", ""),
    (LIST, "mục 1; mục 2;", ["mục 1", "mục 2"], ""),
    (LIST, "không", None, ""),
    (TO, "ls;d1", ["ls", "d1"], ""),
    (GROUP, "Có", {"ended_on": None}, ""),  # the day it ended is none where it is left out
    (GROUP, "không", None, ""),
]


def table(heading: str, cell: str) -> tuple[str, str]:
    """A table of one record that has the cell below the heading."""
    kind = KINDS.get(heading, "expenditure")
    more = ("Tên;Trực thuộc;", "Xã;d1;") if kind == "commune" else ("", "")
    quoted = '"' + cell.replace('"', '""') + '"'
    return f"{kind}.csv", f"Mã;{more[0]}{heading}\r\nr1;{more[1]}{quoted}\r\n"


def loaded(write: Write, kinds: dict[str, Kind], heading: str, cell: str) -> FactBase:
    name, text = table(heading, cell)
    return load_facts(write({"world.yaml": WORLD, name: text}), kinds, (), Settings())


@pytest.mark.parametrize("case", READ)
def test_what_is_certain_is_read(
    case: tuple[str, str, object, str], write: Write, kinds: dict[str, Kind]
) -> None:
    heading, cell, value, repaired = case
    base = loaded(write, kinds, heading, cell)
    name, _ = table(heading, cell)
    record = base.records["r1"].values
    path = {
        DAY: "spent_on", MONEY: "amount", YEAR: "year", PERIOD: "period", SOURCE: "source",
        TEXT: "document", CODE: "code", LIST: "open_points", TO: "to", GROUP: "qms",
    }.get(heading)  # fmt: skip
    found = record["qms"]["self_built"] if path is None else record[path]
    assert found == value
    assert isinstance(found, bool) == isinstance(value, bool)
    (file,) = (file for file in base.files if file.path == name)
    assert dict(file.repaired) == ({repaired: 1} if repaired else {})


@pytest.mark.parametrize(("code", "heading", "cell", "says"), BAD_CELLS)
def test_what_is_not_certain_is_told_with_what_was_probably_meant(
    code: str, heading: str, cell: str, says: str, told: Told
) -> None:
    name, text = table(heading, cell)
    (problem,) = told({name: text})
    assert problem.code == code
    english = render(problem, "en")
    assert english.startswith(f"{name}:2: r1: {heading}: ")
    assert says in english
    assert render(problem, "vi").startswith(f"{name}:2: r1: {heading}: ")


def test_a_list_of_codes_keeps_them_and_tells_those_that_became_numbers() -> None:
    text = (
        "kinds:\n  k:\n    title: {vi: K, en: K}\n    fields:\n"
        "      covers: {type: codes, column: {vi: Phạm vi, en: Scope}}\n"
    )
    kinds = read_kinds(read_yaml(text, "kinds.yaml"), "p", "kinds.yaml")
    for cell, found in (
        ("1.001612; 2.00081", ["1.001612", "2.00081"]), ("Tất cả", "all"), ("ALL", "all"),
    ):  # fmt: skip
        assert _read(kinds, cell) == found
    with pytest.raises(InputProblems) as caught:
        _read(kinds, "1,001612;2.000815")
    assert [p.code for p in caught.value.problems] == ["tables.code-comma"]
    assert "Did you mean 1.001612?" in render(caught.value.problems[0], "en")


def _read(kinds: dict[str, Kind], cell: str) -> object:
    from isocheck.records.folder import _Loading  # noqa: PLC0415 - of this test alone
    from isocheck.source.nodes import Items  # noqa: PLC0415 - of this test alone

    loading = _Loading(kinds, Settings(), [])
    read = loading.tables.read(
        f'Mã,Phạm vi\nk1,"{cell}"\n'.encode(), "k.csv", "k", loading.problems
    )
    if loading.problems:
        raise InputProblems(loading.problems)
    assert isinstance(read.records, Items)
    return read.records[0]["covers"]


def test_the_run_has_a_word_for_every_type_that_can_be_repaired() -> None:
    assert {case[3] for case in READ} - {""} | {REPAIRED} == set(_REPAIRED)


def test_every_message_about_cells_is_asserted_here() -> None:
    asserted = {case[0] for case in BAD_CELLS} | {"tables.code-comma"}
    assert set(cell_messages.MESSAGES) - asserted == set()
    assert set(cell_messages.MESSAGES) <= set(CATALOGUE)


def as_written(day: date) -> Iterator[str]:
    """A day in each form that is read."""
    yield day.isoformat()
    for separator in "/.-":
        yield f"{day.day:02}{separator}{day.month:02}{separator}{day.year}"
        yield f"{day.day}{separator}{day.month}{separator}{day.year}"
    yield f"ngày {day.day} tháng {day.month} năm {day.year}"


@given(st.dates(min_value=date(1945, 1, 1), max_value=date(2100, 12, 31)))
def test_a_day_is_the_same_in_every_form(day: date) -> None:
    assert {day_value(text).text for text in as_written(day)} == {day.isoformat()}


@given(st.integers(min_value=1_000_000, max_value=10**15), st.sampled_from([".", " ", ",", ""]))
def test_an_amount_is_the_same_however_it_is_grouped(amount: int, separator: str) -> None:
    written = grouped(amount).replace(".", separator)
    for currency in ("", " đ", " đồng", "VND"):
        assert int(money_value(written + currency).text) == amount


@given(st.text(alphabet="0123456789.,/-  đtriệEe+()?#=x", max_size=12).filter(str.strip))
def test_a_cell_is_a_value_or_a_problem_and_never_a_fault(text: str) -> None:
    kinds = read_kinds(
        read_yaml("kinds:\n  k:\n    title: {vi: K, en: K}\n    fields:\n"
                  "      day: {type: day}\n      money: {type: money}\n      year: {type: year}\n"
                  "      yes: {type: yes_no}\n      code: {type: text, digits: 5}\n", "k.yaml"),
        "p", "k.yaml",
    )  # fmt: skip
    from isocheck.records.tables.reading import TableReader  # noqa: PLC0415 - of this test alone

    cell = '"' + text.replace('"', "") + '"'
    data = f"id;day;money;year;yes;code\nr;{cell};{cell};{cell};{cell};{cell}\n".encode()
    problems: list[object] = []
    read = TableReader(kinds).read(data, "k.csv", "k", problems)  # type: ignore[arg-type]
    assert len(read.records) == 1
