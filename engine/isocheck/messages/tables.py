"""Messages about CSV tables: the file, its headings and its rows."""

from __future__ import annotations

from isocheck.messages.words import Messages

MESSAGES: Messages = {
    "tables.encoding": {
        "en": (
            "the table is not UTF-8 text",
            "In Excel choose 'Save as', then 'CSV UTF-8 (comma delimited)'.",
        ),
        "vi": (
            "bảng không phải văn bản UTF-8",
            "Trong Excel chọn 'Save As' (Lưu thành), rồi 'CSV UTF-8 (Comma delimited)'.",
        ),
    },
    "tables.empty": {
        "en": ("the table is empty", "One row names the columns, such as ID, Name, Parent."),
        "vi": ("bảng trống", "Phải có một dòng ghi tên các cột, chẳng hạn Mã, Tên, Trực thuộc."),
    },
    "tables.no-headings": {
        "en": (
            "no row names the columns; the first says: {cells}",
            "Write a row of headings above the records, such as ID, Name, Parent.",
        ),
        "vi": (
            "không có dòng nào ghi tên các cột; dòng đầu ghi: {cells}",
            "Hãy ghi một dòng tên cột phía trên các hồ sơ, chẳng hạn Mã, Tên, Trực thuộc.",
        ),
    },
    "tables.quotes": {
        "en": (
            "the quotation marks of the row that begins here do not match",
            "Close each quotation mark; write a mark within a quoted cell twice.",
        ),
        "vi": (
            "dấu ngoặc kép của dòng bắt đầu ở đây không khớp",
            "Hãy đóng mọi dấu ngoặc kép; trong ô có ngoặc kép thì ghi dấu đó hai lần.",
        ),
    },
    "tables.cell-too-long": {
        "en": (
            "a cell of the row that begins here has more than {limit} characters",
            "Check that a quotation mark is closed, or shorten the text.",
        ),
        "vi": (
            "một ô của dòng bắt đầu ở đây dài quá {limit} ký tự",
            "Hãy kiểm tra dấu ngoặc kép đã đóng chưa, hoặc rút gọn nội dung.",
        ),
    },
    "tables.too-many-columns": {
        "en": ("the table has {count} columns; at most {limit} are read", "Delete columns."),
        "vi": ("bảng có {count} cột; tối đa là {limit}", "Hãy xoá bớt cột."),
    },
    "tables.too-many-cells": {
        "en": (
            "the table has more than {limit} cells, empty ones counted",
            "Delete empty rows and columns, or split the table.",
        ),
        "vi": (
            "bảng có hơn {limit} ô, tính cả ô trống",
            "Hãy xoá các dòng và cột trống, hoặc tách bảng.",
        ),
    },
    "tables.no-kind": {
        "en": (
            "the table has no column 'Kind', and '{stem}' is not a kind",
            "[[Did you mean '{guess}.csv'?]] Add the column, or name the file after the kind.",
        ),
        "vi": (
            "bảng không có cột 'Loại', và '{stem}' không phải loại hồ sơ",
            "[[Có phải ý bạn là '{guess}.csv'?]] Hãy thêm cột đó, hoặc đặt tên tệp theo loại.",
        ),
    },
    "tables.no-id-column": {
        "en": (
            "the table has no column of ids; its columns: {columns}",
            "Add a column 'ID' that names each record by a short word of its own.",
        ),
        "vi": (
            "bảng không có cột mã; các cột của bảng: {columns}",
            "Hãy thêm cột 'Mã', mỗi dòng ghi một mã ngắn, viết liền, không trùng nhau.",
        ),
    },
    "tables.required-column": {
        "en": (
            "a record of the kind '{kind}' must have '{column}', and the table has no such column",
            "Add the column.",
        ),
        "vi": (
            "mỗi hồ sơ loại '{kind}' phải có '{column}', mà bảng không có cột này",
            "Hãy thêm cột đó.",
        ),
    },
    "tables.required-cell": {
        "en": ("'{column}' must be known, and the cell is empty", "Fill in the cell."),
        "vi": ("ô '{column}' bắt buộc phải ghi mà đang trống hoặc ghi không", "Hãy điền ô này."),
    },
    "tables.column-unnamed": {
        "en": (
            "column {position} has no heading; the cell says '{value}'",
            "Write a heading above it, or empty the column.",
        ),
        "vi": (
            "cột thứ {position} không có tên; ô ghi '{value}'",
            "Hãy ghi tên cột ở dòng tên cột, hoặc xoá nội dung cột này.",
        ),
    },
    "tables.column-twice": {
        "en": (
            "columns {first} ('{other}') and {position} ('{column}') mean the same",
            "Keep one of them.",
        ),
        "vi": (
            "cột thứ {first} ('{other}') và cột thứ {position} ('{column}') là một",
            "Hãy giữ lại một cột.",
        ),
    },
    "tables.unknown-column": {
        "en": (
            "there is no column '{column}'",
            "[[Did you mean '{guess}'?]] Rename it; one for people only may be called 'Note …'.",
        ),
        "vi": (
            "không có cột '{column}'",
            (
                "[[Có phải ý bạn là '{guess}'?]] Hãy đổi tên cột; cột chỉ để người đọc thì đặt tên "
                "'Ghi chú …'."
            ),
        ),
    },
    "tables.unit": {
        "en": (
            "the amounts are said to be in '{unit}'",
            "Write them in whole đồng, such as 30.000.000, and take the unit out.",
        ),
        "vi": (
            "số tiền được ghi theo đơn vị tính '{unit}'",
            "Hãy ghi nguyên đồng, chẳng hạn 30.000.000, và bỏ đơn vị tính này.",
        ),
    },
    "tables.totals": {
        "en": (
            "this row adds up others: '{value}'",
            "Delete it; each row is one record, and isocheck adds up itself.",
        ),
        "vi": (
            "dòng này là dòng cộng: '{value}'",
            "Hãy xoá dòng; mỗi dòng là một hồ sơ, isocheck tự cộng.",
        ),
    },
    "tables.no-id": {
        "en": (
            "this row has no id; it begins with '{value}'",
            "Write one; if it is a heading, a note or a signature, delete the row.",
        ),
        "vi": (
            "dòng này không có mã; ô đầu tiên ghi '{value}'",
            "Hãy ghi mã vào cột mã; nếu là đề mục, ghi chú hay chữ ký thì xoá dòng.",
        ),
    },
    "tables.id-form": {
        "en": (
            "the id '{value}' is not one word",
            "Write a short word without spaces; if the row is a heading or a note, delete it.",
        ),
        "vi": (
            "mã '{value}' không phải một từ liền",
            "Hãy ghi mã ngắn, không có dấu cách; nếu là dòng đề mục hay ghi chú thì xoá dòng.",
        ),
    },
    "tables.long-row": {
        "en": (
            (
                "this row has {count} cells, and the table {columns} columns: probably a separator "
                "within a text"
            ),
            "Put the cell that holds the separator in double quotes.",
        ),
        "vi": (
            "dòng này có {count} ô, bảng có {columns} cột: có lẽ trong một ô có dấu ngăn cách",
            "Ô có chứa dấu ngăn cách phải đặt trong ngoặc kép.",
        ),
    },
    "tables.short-row": {
        "en": (
            (
                "this row has only {count} cells, and the table {columns} columns: probably a "
                "separator is missing"
            ),
            "Write a separator for each empty cell too; an empty cell means not known.",
        ),
        "vi": (
            "dòng này chỉ có {count} ô, bảng có {columns} cột: có lẽ thiếu dấu ngăn cách",
            "Ô trống cũng phải có dấu ngăn cách; ô trống nghĩa là chưa biết.",
        ),
    },
    "tables.not-of-kind": {
        "en": (
            "a record of the kind '{kind}' has no '{column}'",
            "Empty the cell, or check the kind.",
        ),
        "vi": (
            "hồ sơ loại '{kind}' không có '{column}'",
            "Hãy để trống ô này, hoặc kiểm tra lại loại hồ sơ.",
        ),
    },
    "tables.object-cell": {
        "en": (
            "'{column}' says '{value}', neither Yes nor None",
            "What there is stands in columns of its own; here write Yes, or None if there is none.",
        ),
        "vi": (
            "'{column}' ghi '{value}', không phải Có hay Không",
            "Chi tiết ghi ở các cột riêng; ô này ghi Có, hoặc Không nếu biết chắc là không có.",
        ),
    },
    "tables.yaml-only": {
        "en": (
            "'{column}' is a list whose entries have fields; the cell says '{value}'",
            "Write such a list in a YAML file; a cell can only say none.",
        ),
        "vi": (
            "'{column}' là danh sách mà mỗi mục có nhiều trường; ô này ghi '{value}'",
            "Hãy ghi danh sách này trong tệp YAML; ô chỉ có thể ghi không.",
        ),
    },
    "tables.kind-column": {
        "en": (
            "'{column}' says of which kind a record is, and '{value}' is none",
            (
                "[[Head the column '{guess}'.]] The table is named after its kind ({kind}), and "
                "needs no column for it."
            ),
        ),
        "vi": (
            "cột '{column}' dùng để ghi loại hồ sơ, mà '{value}' không phải loại hồ sơ nào",
            (
                "[[Hãy đặt tên cột là '{guess}'.]] Tên tệp đã là loại hồ sơ ({kind}) nên không cần "
                "cột đó."
            ),
        ),
    },
    "tables.column-conflict": {
        "en": (
            "'{column}' says '{value}', and '{other}' says '{said}' in the same row",
            "Fill in one of the two, '{column}' or '{other}'.",
        ),
        "vi": (
            "cột '{column}' ghi '{value}', nhưng cột '{other}' cùng dòng ghi '{said}'",
            "Hãy chỉ điền một trong hai cột '{column}', '{other}'.",
        ),
    },
}
