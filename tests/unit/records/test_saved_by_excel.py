"""Tables as a Vietnamese Excel saves them: headings, titles, what is left aside, rows cut short."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from isocheck.messages import render
from isocheck.records.base import FactBase
from isocheck.records.folder import load_facts, where_is
from isocheck.records.kinds.columns import heading_key, places_of
from isocheck.records.kinds.kind import Kind
from isocheck.records.settings import Settings
from isocheck.records.tables.reading import TableReader
from unit.records.conftest import HEAD, WORLD, Told, Write

YAML = (
    HEAD
    + """\
- id: c-06184
  kind: commune
  name: Xã Hồng Phong
  parent: d1
  code: "06184"
  unit_type: xã
  new_rural_standard: {date: 2019-11-20, decision: 1840/QĐ-UBND}
  qms: {adopted_on: 2018-11-05, self_built: true, framework_model: 101/QĐ-BKHCN}
  procedures: {catalogue: tthc}
- id: c-06187
  kind: commune
  name: Thị trấn Cao Lộc
  parent: d1
  code: "06187"
  unit_type: thị trấn
  new_rural_standard: null
  qms: null
"""
)


def _cells(row: str) -> list[str]:
    return row.split(";")


HEADINGS = _cells(
    "STT;Mã đơn vị;Tên;Trực thuộc;Mã ĐVHC;Loại hình;Ngày đạt NTM;QĐ công nhận NTM;Có HTQLCL;"
    "Ngày áp dụng HTQLCL (*);Tự xây dựng;Mô hình khung;Danh mục TTHC;Ghi chú của huyện;"
)
ROWS = [
    _cells(
        "1;c-06184;Xã Hồng Phong;d1;06184;Xã;20/11/2019;1840/QĐ-UBND;Có;5/11/2018;x;101/QĐ-BKHCN;"
        "tthc;đã kiểm tra;"
    ),
    _cells("2;c-06187;Thị trấn Cao Lộc;d1;06187;TT;không;;Không;;;;;;"),
]
ABOVE = [
    "UBND TỈNH LẠNG SƠN;;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "BIỂU 1. DANH SÁCH XÃ",
    "",
    "(Kèm theo Báo cáo số 45/BC-UBND, kinh phí 30 triệu đồng, ĐVT: đồng)",
]


def saved(rows: Sequence[Sequence[str]], above: Sequence[str] = ABOVE) -> bytes:
    """A sheet as Excel saves it where semicolons separate: padded, with a byte order mark."""
    width = max(map(len, rows))
    lines = [line + ";" * (width - 1 - line.count(";")) for line in above]
    lines += [";".join(row) for row in rows]
    lines += [";" * (width - 1)] * 3
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode()


def loaded(write: Write, kinds: dict[str, Kind], name: str, content: str | bytes) -> FactBase:
    folder = write({"world.yaml": WORLD, name: content})
    base = load_facts(folder, kinds, (), Settings())
    (folder / name).unlink()
    return base


def values(base: FactBase) -> dict[str, object]:
    return {name: record.values for name, record in base.records.items()}


def test_a_table_as_excel_saves_it_gives_the_records_of_a_yaml_file(
    write: Write, kinds: dict[str, Kind]
) -> None:
    from_yaml = loaded(write, kinds, "y.yaml", YAML)
    from_table = loaded(write, kinds, "UBND cấp xã năm 2020.csv", saved([HEADINGS, *ROWS]))
    assert values(from_table) == values(from_yaml)
    record = from_table.records["c-06187"]
    assert where_is(record, ["name"]) == "UBND cấp xã năm 2020.csv:7"
    (table,) = (file for file in from_table.files if file.path.endswith(".csv"))
    assert table.repaired == {"day": 2, "yes_no": 1}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(order=st.permutations(range(len(HEADINGS))), first=st.booleans())
def test_the_order_of_columns_and_rows_says_nothing(
    order: list[int], first: bool, kinds: dict[str, Kind]
) -> None:
    rows = ROWS if first else ROWS[::-1]
    sheet = [[row[position] for position in order] for row in [HEADINGS, *rows]]
    read = [
        TableReader(kinds).read(saved(table), "t.csv", "commune", [])
        for table in ([HEADINGS, *ROWS], sheet)
    ]
    records = [sorted((dict(r) for r in table.records), key=lambda r: r["id"]) for table in read]
    assert records[0] == records[1]
    assert read[0].repaired == read[1].repaired


def test_every_heading_of_every_kind_leads_to_its_field(kinds: dict[str, Kind]) -> None:
    """Each alone beside the id, in capitals, decomposed, with white space and brackets."""
    reader = TableReader(kinds)
    for kind in kinds.values():
        if kind.reference:
            continue
        for place, words in places_of(kind):
            for word in words:
                if place.path in {("id",), ("kind",)}:
                    continue
                heading = f'"  {word.upper()}  \n (xem phụ lục)"'
                problems: list[object] = []
                data = f"{heading};Mã\nkhông;r1\n".encode()
                read = reader.read(data, "t.csv", kind.id, problems)  # type: ignore[arg-type]
                codes = {p.code for p in problems}  # type: ignore[attr-defined]
                assert codes <= {"tables.required-cell", "tables.required-column"}, word
                assert set(read.headings) == {"id", place.dotted}, word


@pytest.mark.parametrize(
    "name",
    [
        "commune", "COMMUNE", "UBND cấp xã", "ubnd  cấp xã", "Commune", "xã", "UBND cấp xã 2020",
        "commune-2020", "UBND_cấp_xã_năm_2018-2020", "xa\u0303",
    ],
)  # fmt: skip
def test_a_table_is_named_after_its_kind_in_any_of_its_words(
    name: str, write: Write, kinds: dict[str, Kind]
) -> None:
    base = loaded(write, kinds, f"{name}.csv", "Mã;Tên;Trực thuộc\nc1;Xã;d1\n")
    assert base.records["c1"].kind == "commune"


@pytest.mark.parametrize("name", ["Danh sách xã", "commune 20", "commune2", "2020"])
def test_a_name_that_is_not_certain_is_no_kind(name: str, told: Told) -> None:
    (problem,) = told({f"{name}.csv": "Mã;Tên;Trực thuộc\nc1;Xã;d1\n"})
    assert problem.code == "tables.no-kind"


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\r\nMã;Tên\r\np1;Tỉnh, Một\r\n",
        "SEP=;;\nMã;Tên\np1;Tỉnh, Một\n",
        "\ufeffsep=|\nMã|Tên\np1|Tỉnh, Một\n",
        "Mã\tTên\np1\tTỉnh, Một\n",
        'Mã,Tên\np1,"Tỉnh, Một"\n',
        "A, B, C, D, E\nMã;Tên\np1;Tỉnh, Một\n",
        'Tỉnh "A" và, B\nMã;Tên\np1;Tỉnh, Một\n',
    ],
)
def test_the_separator_is_that_of_the_row_of_headings(
    text: str, write: Write, kinds: dict[str, Kind]
) -> None:
    base = loaded(write, kinds, "province.csv", text)
    record = base.records["p1"]
    assert record.values["name"] == "Tỉnh, Một"
    assert record.line == text.count("\n")


def test_what_is_for_people_only_is_left_aside(write: Write, kinds: dict[str, Kind]) -> None:
    text = (
        "TT;Mã;Tên;Ghi chú;Note 2;Ghi chú (nếu có);;;\n"
        "A;1;2;3;4;5;;;\n;;;;;;;;\n1;p1;Tỉnh;#REF!;?;chi 30 triệu;;;\n;;;;;;;;;;;\n"
    )
    base = loaded(write, kinds, "province.csv", text)
    assert base.records["p1"].values == {"id": "p1", "kind": "province", "name": "Tỉnh"}
    assert set(base.records) == {"ls", "d1", "tthc", "p1"}


def test_kinds_in_the_rows_have_headings_of_their_own(write: Write, kinds: dict[str, Kind]) -> None:
    text = (
        "Mã;Loại hồ sơ;Ngày;Số văn bản;Nơi gửi;Ngày gửi\n"
        "q1;Quyết định;2/1/2019;12/QĐ;;\nb1;báo cáo;;45/BC;d1;3/1/2019\nh1;hoạt động;4/1/2019;;;\n"
    )
    base = loaded(write, kinds, "sổ.csv", text)
    found = {name: dict(base.records[name].values) for name in ("q1", "b1", "h1")}
    assert found["q1"]["number"] == "12/QĐ"
    assert found["q1"]["date"] == date(2019, 1, 2)
    assert found["b1"]["number"] == "45/BC"
    assert found["b1"]["sent_on"] == date(2019, 1, 3)
    assert found["h1"]["date"] == date(2019, 1, 4)
    assert [found[name]["kind"] for name in found] == ["decision", "report", "activity"]


ONE_MESSAGE = {
    "a title alone": ("Danh sách xã;;\nc1;Xã;d1\nc2;Xã;d1\n", "tables.no-headings"),
    "a heading misspelt": ("Mã;Tên;Trực thuoc\nc1;Xã;d1\nc2;Xã;d1\n", "tables.unknown-column"),
    "a row too long": ("Mã;Tên;Trực thuộc\nc1;Xã; phía đông;d1\nc2;Xã;d1\n", "tables.long-row"),
    "a row too long with an empty cell at its end": (
        "Mã;Tên;Trực thuộc;Ghi chú\nc1;Xã; phía đông;d1;\nc2;Xã;d1;\n",
        "tables.long-row",
    ),
    "a row too short": ("Mã;Tên;Trực thuộc\nc1;Xã d1\nc2;Xã;d1\n", "tables.short-row"),
    "totals": ("Mã;Tên;Trực thuộc\nc1;Xã;d1\nc2;Xã Hai;d1\n;Tổng số: 2 xã;\n", "tables.totals"),
    "totals by name": ("Mã;Tên;Trực thuộc\nc1;Xã;d1\nc2;Cộng (I+II);d1\n", "tables.totals"),
    "a signature": ("Mã;Tên;Trực thuộc\nc1;Xã;d1\nc2;Xã Hai;d1\n;;Người lập\n", "tables.no-id"),
}


@pytest.mark.parametrize("case", ONE_MESSAGE)
def test_one_mistake_gives_one_message(case: str, told: Told) -> None:
    text, code = ONE_MESSAGE[case]
    chi = "Mã;Đơn vị thụ hưởng\ne1;c1\n"  # what refers to the row does not dangle
    problems = told({"commune.csv": text, "expenditure.csv": chi})
    assert [p.code for p in problems] == [code]


@pytest.mark.parametrize(
    "cell",
    ["Tổng cộng", "TỔNG CỘNG:", "Cộng", "cộng năm 2018", "Tổng số", "Tổng cộng (I + II)", "Total",
     "Grand total 2018", "Tổng", "Cộng dồn"],
)  # fmt: skip
def test_a_row_of_totals_is_known_by_its_first_words(cell: str, told: Told) -> None:
    rows = "Mã;STT;Năm;Số tiền\n" + f"e1;1;2018;5\n;{cell};;5\n"
    assert [p.code for p in told({"expenditure.csv": rows})] == ["tables.totals"]


@pytest.mark.parametrize("name", ["Tổng cục Thuế", "Cộng Hòa", "Xã Tổng Cọt", "Totalview"])
def test_a_body_is_not_taken_for_totals(name: str, write: Write, kinds: dict[str, Kind]) -> None:
    base = loaded(write, kinds, "commune.csv", f"Tên;Mã;Trực thuộc\n{name};tong-1;d1\n")
    assert base.records["tong-1"].values["name"] == name


def test_excel_leaves_out_empty_cells_at_the_end_of_sixteen_rows(
    write: Write, kinds: dict[str, Kind], told: Told
) -> None:
    """Sixteen rows saved together, of which none has the last column: no cell is missing."""
    full = "Mã;Tên;Ghi chú\n" + "".join(f"p{n};Tỉnh;\n" for n in range(1, 16))
    short = "".join(f"q{n};Tỉnh\n" for n in range(3))
    base = loaded(write, kinds, "province.csv", full + short)
    assert base.records["q2"].line == 19
    for text in (full + "r0;Tỉnh;\n" + short, full.replace("p3;Tỉnh;", "p3;Tỉnh") + short):
        assert {p.code for p in told({"province.csv": text})} == {"tables.short-row"}


def test_amounts_that_are_all_small_are_named(write: Write, kinds: dict[str, Kind]) -> None:
    for amounts, small in (
        (("15", "30.000"), ("Số tiền",)), (("15", "100.000"), ()), (("0", "không"), ()),
    ):  # fmt: skip
        rows = "".join(f"e{n};2018;{amount}\n" for n, amount in enumerate(amounts))
        base = loaded(write, kinds, "expenditure.csv", "Mã;Năm;Số tiền\n" + rows)
        assert base.files[0].small == small


def test_titles_are_looked_for_in_so_many_rows_and_no_more(
    write: Write, kinds: dict[str, Kind], told: Told
) -> None:
    table = "Mã;Tên\np1;Tỉnh\n"
    assert "p1" in loaded(write, kinds, "province.csv", "tiêu đề;\n" * 50 + table).records
    (problem,) = told({"province.csv": "tiêu đề;\n" * 60 + table})
    assert problem.code == "tables.no-headings"


def test_headings_are_matched_without_what_says_nothing() -> None:
    for heading in ("Số tiền (đồng)", " SỐ  TIỀN*", "Số tiền:", "so\u0302\u0301 tie\u0302\u0300n"):
        assert heading_key(heading) == "số tiền"


def test_a_table_speaks_vietnamese(told: Told) -> None:
    text = "Mã;Số tiền (đồng);Ngày chi\ne1;30 triệu;43465\nTổng cộng;30;\n"
    assert "\n".join(render(problem, "vi") for problem in told({"số đã chi.csv": text})) == (
        "số đã chi.csv:2: e1: Ngày chi: '43465' là số, không phải ngày; theo cách Excel đếm ngày "
        "thì là 31/12/2018. Nếu đúng, hãy định dạng cột kiểu ngày (Date), hoặc ghi 31/12/2018.\n"
        "số đã chi.csv:2: e1: Số tiền (đồng): '30 triệu' không phải số tiền nguyên đồng. "
        "Có phải ý bạn là 30.000.000? Hãy ghi đủ, chẳng hạn 30.000.000.\n"
        "số đã chi.csv:3: dòng này là dòng cộng: 'Tổng cộng'. Hãy xoá dòng; mỗi dòng là một hồ sơ, "
        "isocheck tự cộng."
    )


def test_random_tables_are_read_or_told_and_never_a_fault(kinds: dict[str, Kind]) -> None:
    rng = random.Random(7)
    words = [
        *HEADINGS,
        *ROWS[0],
        *ROWS[1],
        "Tổng cộng",
        "ĐVT: triệu đồng",
        '"',
        "\n",
        "Mã",
        "#REF!",
    ]
    for _ in range(300):
        rows = [
            [rng.choice(words) for _ in range(rng.randrange(8))] for _ in range(rng.randrange(6))
        ]
        text = "\n".join(rng.choice(";,\t").join(row) for row in rows)
        problems: list[object] = []
        read = TableReader(kinds).read(text.encode(), "t.csv", "commune", problems)  # type: ignore[arg-type]
        assert problems or read.whole
