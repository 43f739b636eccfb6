"""Lists of units that cannot be read as they stand: code, list, line, what is told in English."""

from __future__ import annotations

_HEAD = "Mã,Tên,Cấp,Mã huyện,Tên huyện\n"
_ROW = "06187,Thị trấn Cao Lộc,thị trấn,183,Huyện Cao Lộc\n"

BAD_LISTS = [
    ("units.empty", "", 1, "the list has no rows of units. A row names the columns, such as"),
    ("units.empty", _HEAD, 1, "the list has no rows of units."),
    (
        "units.no-headings",
        "Mãa,Tênn\n183,Huyện Cao Lộc\n",
        1,
        "no row names the columns of a list of units; the first row has: Mãa, Tênn. Did you mean",
    ),
    (
        "units.column-twice",
        "Tên,Tên đơn vị,Cấp\nCao Lộc,Cao Lộc,huyện\n",
        1,
        "Tên đơn vị: 'Tên đơn vị' and 'Tên' name the same column. Keep one of the two.",
    ),
    (
        "units.more-cells",
        _HEAD + "06187,Thị trấn Cao Lộc,thị trấn,183,Huyện Cao Lộc,x\n",
        2,
        "06187: the row has 6 cells, the headings name 5. Put a name that holds the separator",
    ),
    ("units.cell-long", _HEAD + f"06187,{'x' * 201},xã,183,Cao Lộc\n", 2, "a cell has more"),
    (
        "units.type",
        "Mã,Tên,Loại,Tên huyện\n06187,Cao Lộc,thị tran,Huyện Cao Lộc\n",
        2,
        "Cao Lộc: 'thị tran' is no type of unit. Did you mean 'thị trấn'? Write xã, phường,",
    ),
    (
        "tables.too-many-columns",
        "Tên" + "," * 500 + "\n",
        1,
        "the table has 501 columns; at most 500 are read.",
    ),
    (
        "units.no-unit",
        "STT," + _HEAD + "1," + _ROW + "Người lập biểu,,,,,\n",
        3,
        "the row names no unit; it says 'Người lập biểu'. Delete rows of notes, totals",
    ),
    (
        "units.total",
        _HEAD + _ROW + ",Tổng cộng,,,\n",
        3,
        "'Tổng cộng' is a row of totals, not a unit. Delete the row.",
    ),
    (
        "units.total",
        _HEAD + _ROW + ",Tổng: 02 đơn vị,,,\n",
        3,
        "'Tổng: 02 đơn vị' is a row of totals, not a unit. Delete the row.",
    ),
    ("units.no-name", _HEAD + "06187,,xã,183,Huyện Cao Lộc\n", 2, "06187: the unit has no name."),
    (
        "units.no-level",
        "Mã,Tên\n183,Cao Lộc\n",
        2,
        "Cao Lộc: it cannot be told of which level the unit is. Write it in a column 'type', or",
    ),
    (
        "units.no-parent",
        "Mã,Tên,Tên huyện\n06187,Thị trấn Cao Lộc,\n",
        2,
        "Thị trấn Cao Lộc: the unit above it is missing: the cell below 'Tên huyện' is empty.",
    ),
    (
        "units.code-form",
        _HEAD + "6187x,Xã Một,xã,183,Huyện Cao Lộc\n",
        2,
        "Xã Một: '6187x' is no code of this level: such a code has 5 digits. Write the code in",
    ),
    (
        "units.code-form",
        _HEAD + "06.187,Xã Một,xã,183,Huyện Cao Lộc\n",
        2,
        "Xã Một: '06.187' is no code of this level: such a code has 5 digits. Did you mean '0618",
    ),
    (
        "units.code-unknown",
        "Mã,Tên,Cấp,Mã huyện\n183,Huyện Cao Lộc,huyện,\n06187,Xã Một,xã,138\n",
        3,
        "138: the code '138' in 'Mã huyện' is that of no unit named in the list. Did you mean '18",
    ),
    (
        "units.two-names",
        _HEAD + _ROW + "06188,Xã Một,xã,183,Huyện Văn Lãng\n",
        3,
        "Huyện Văn Lãng: '183' is 'Huyện Cao Lộc' in list1.csv:2, and 'Huyện Văn Lãng' here.",
    ),
    (
        "units.twice",
        _HEAD + _ROW + _ROW,
        3,
        "Thị trấn Cao Lộc: the unit '06187' stands in list1.csv:2 already. Delete one of the",
    ),
    (
        "units.two-parents",
        ("Mã,Tên,Mã huyện,Tên huyện,Mã tỉnh,Tỉnh\n"
        "06187,Xã Một,183,Huyện Một,20,Tỉnh Lạng Sơn\n06188,Xã Hai,184,Huyện Hai,20,Tỉnh Lạng Sơn\n"
        "06187,Xã Một,184,Huyện Hai,20,Tỉnh Lạng Sơn\n"),
        4,
        "Xã Một: '06187' belongs to 'Huyện Một' by list1.csv:2, and to 'Huyện Hai' here.",
    ),
    ("tables.quotes", _HEAD + '06187,"Xã "Một,xã,183,x\n', 2, "the quotation marks of the row"),
]  # fmt: skip
