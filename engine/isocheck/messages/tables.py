"""Messages about CSV tables."""

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
        "en": ("the table is empty", "The first row names the columns, such as id, kind, name."),
        "vi": ("bảng trống", "Dòng đầu phải ghi tên các cột, chẳng hạn id, kind, name."),
    },
    "tables.tabs": {
        "en": (
            "the columns are separated by tabs",
            "Save the table as CSV, with commas or semicolons.",
        ),
        "vi": (
            "các cột được ngăn cách bằng tab",
            "Hãy lưu bảng dạng CSV, ngăn cách bằng dấu phẩy hoặc dấu chấm phẩy.",
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
        "en": ("the table has {count} columns; at most {limit} are read", "Delete empty columns."),
        "vi": ("bảng có {count} cột; tối đa là {limit}", "Hãy xoá các cột trống."),
    },
    "tables.column-unnamed": {
        "en": (
            "column {position} has no name",
            "Name it in the first row, or delete the column.",
        ),
        "vi": ("cột thứ {position} không có tên", "Hãy ghi tên ở dòng đầu, hoặc xoá cột."),
    },
    "tables.column-twice": {
        "en": ("two columns are called '{column}'; the first is column {first}", "Keep one."),
        "vi": ("có hai cột tên '{column}'; cột đầu là cột thứ {first}", "Hãy giữ lại một cột."),
    },
    "tables.unknown-column": {
        "en": (
            "there is no field '{column}'",
            "[[Did you mean '{guess}'?]] Rename the column, or delete it.",
        ),
        "vi": (
            "không có trường '{column}'",
            "[[Có phải ý bạn là '{guess}'?]] Hãy đổi tên cột, hoặc xoá cột.",
        ),
    },
    "tables.no-kind": {
        "en": (
            "the table has no column 'kind', and '{stem}' is not a kind",
            "[[Did you mean '{guess}.csv'?]] Add the column, or name the file after the kind.",
        ),
        "vi": (
            "bảng không có cột 'kind', và '{stem}' không phải loại hồ sơ",
            "[[Có phải ý bạn là '{guess}.csv'?]] Hãy thêm cột đó, hoặc đặt tên tệp theo loại.",
        ),
    },
    "tables.too-many-cells": {
        "en": (
            "the row has {count} cells, the table {columns} columns",
            "Put a cell that holds the separator in double quotes.",
        ),
        "vi": (
            "dòng có {count} ô, bảng có {columns} cột",
            "Ô có chứa dấu ngăn cách phải đặt trong ngoặc kép.",
        ),
    },
    "tables.few-cells": {
        "en": (
            "the row has only {count} cells, the table {columns} columns",
            "Add the missing separators; an empty cell means not known.",
        ),
        "vi": (
            "dòng chỉ có {count} ô, bảng có {columns} cột",
            "Hãy thêm các dấu ngăn cách còn thiếu; ô trống nghĩa là chưa biết.",
        ),
    },
    "tables.not-of-kind": {
        "en": (
            "a record of kind {kind} has no field '{column}'",
            "Empty the cell, or check the kind.",
        ),
        "vi": (
            "hồ sơ loại {kind} không có trường '{column}'",
            "Hãy để trống ô này, hoặc kiểm tra lại loại hồ sơ.",
        ),
    },
    "tables.object-cell": {
        "en": (
            "'{column}' has fields of its own; the cell says '{value}'",
            "Use a column for each, such as '{column}.date', or write none.",
        ),
        "vi": (
            "'{column}' gồm nhiều trường; ô này ghi '{value}'",
            "Hãy dùng mỗi trường một cột, chẳng hạn '{column}.date', hoặc ghi không.",
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
    "tables.column-conflict": {
        "en": (
            "'{column}' says '{value}', and another column of the row says otherwise",
            "Fill in one of the two.",
        ),
        "vi": (
            "'{column}' ghi '{value}', nhưng cột khác của dòng này ghi khác",
            "Hãy chỉ điền một trong hai cột.",
        ),
    },
}
