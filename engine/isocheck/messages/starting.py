"""Messages about a folder to begin with, and about the list of units that it is made from."""

from __future__ import annotations

from isocheck.messages.words import Messages

MESSAGES: Messages = {
    "starting.not-a-folder": {
        "en": ("something that is no folder has this name", "Choose another name."),
        "vi": (
            "tên này đã dùng cho một thứ không phải thư mục",
            "Hãy chọn tên khác.",
        ),
    },
    "starting.not-empty": {
        "en": (
            "the folder is there and is not empty; nothing in it is written over",
            "Choose another name, or move what is in it elsewhere.",
        ),
        "vi": (
            "thư mục đã có và không trống; chương trình không ghi đè lên tệp nào",
            "Hãy chọn tên khác, hoặc chuyển những gì trong đó đi nơi khác.",
        ),
    },
    "starting.here": {
        "en": (
            "this is the folder that you are in; it is made anew as a whole",
            "Name a new folder in it.",
        ),
        "vi": (
            "đây là thư mục đang mở; chương trình phải tạo mới trọn một thư mục",
            "Hãy đặt tên một thư mục mới trong đó.",
        ),
    },
    "starting.no-parent": {
        "en": ("there is no folder '{value}' to put it in", "Make that folder first."),
        "vi": ("không có thư mục '{value}' để chứa", "Hãy tạo thư mục đó trước."),
    },
    "starting.unwritable": {
        "en": (
            "the folder cannot be written[[: {error}]]",
            "Choose a place that you may write to; nothing is left of it.",
        ),
        "vi": (
            "không ghi được thư mục[[: {error}]]",
            "Hãy chọn nơi được phép ghi; chưa có gì được ghi lại.",
        ),
    },
    "starting.no-day": {
        "en": (
            "it is not said on which day the list holds",
            "Add --as-of YYYY-MM-DD, the day to judge for.",
        ),
        "vi": (
            "chưa rõ danh sách đúng vào ngày nào",
            "Hãy thêm --as-of NĂM-THÁNG-NGÀY: ngày rà soát.",
        ),
    },
    "starting.no-levels": {
        "en": (
            "the packs of this profile do not say how a list of units is read",
            "Use a profile with the pack core, or leave --units out.",
        ),
        "vi": (
            "các bộ quy định của hệ văn bản này không nêu cách đọc danh sách đơn vị",
            "Hãy dùng hệ văn bản có bộ core.",
        ),
    },
    "units.no-file": {
        "en": ("there is no such file", "Check the path after --units."),
        "vi": ("không có tệp này", "Hãy kiểm tra đường dẫn sau --units."),
    },
    "units.spreadsheet": {
        "en": (
            "this is a workbook, not a CSV table",
            "In Excel choose 'Save as', then 'CSV UTF-8 (comma delimited)', and give that file.",
        ),
        "vi": (
            "đây là sổ tính Excel, không phải bảng CSV",
            (
                "Trong Excel chọn 'Save As' (Lưu thành), rồi 'CSV UTF-8 (Comma delimited)'; "
                "dùng tệp mới đó."
            ),
        ),
    },
    "units.empty": {
        "en": (
            "the list has no rows of units",
            (
                "A row names the columns, such as code, name, type, district_code, district; "
                "each row below it is a unit."
            ),
        ),
        "vi": (
            "danh sách không có dòng đơn vị nào",
            (
                "Cần một dòng ghi tên cột, chẳng hạn Mã, Tên, Cấp, Mã huyện, Tên huyện; "
                "mỗi dòng dưới là một đơn vị."
            ),
        ),
    },
    "units.no-headings": {
        "en": (
            "no row names the columns of a list of units; the first row has: {known}",
            (
                "[[Did you mean {guess}? ]]Name at least the column of names, such as: code, name, "
                "type, district_code, district, province."
            ),
        ),
        "vi": (
            "không có dòng nào ghi tên cột của danh sách đơn vị; dòng đầu ghi: {known}",
            (
                "[[Có phải {guess}? ]]Hãy ghi ít nhất cột tên, chẳng hạn: Mã, Tên, Cấp, Mã huyện, "
                "Tên huyện, Tỉnh."
            ),
        ),
    },
    "units.column-twice": {
        "en": ("'{second}' and '{first}' name the same column", "Keep one of the two."),
        "vi": ("'{second}' và '{first}' cùng chỉ một cột", "Hãy giữ lại một trong hai."),
    },
    "units.more-cells": {
        "en": (
            "the row has {count} cells, the headings name {columns}",
            "Put a name that holds the separator in double quotes.",
        ),
        "vi": (
            "dòng có {count} ô, dòng tên cột chỉ có {columns}",
            "Tên có chứa dấu ngăn cách phải đặt trong ngoặc kép.",
        ),
    },
    "units.rows": {
        "en": (
            "the list has more than {limit} rows",
            "Give a list of communes, districts and provinces only.",
        ),
        "vi": (
            "danh sách có hơn {limit} dòng",
            "Hãy dùng danh sách chỉ gồm đơn vị cấp xã, cấp huyện, cấp tỉnh.",
        ),
    },
    "units.many": {
        "en": (
            "the province would have {count} units; at most {limit} are taken",
            "Check that the list is one of communes, and that its columns are named right.",
        ),
        "vi": (
            "tỉnh có tới {count} đơn vị; nhiều nhất là {limit}",
            "Hãy kiểm tra xem đây có phải danh sách xã không, và tên cột đã đúng chưa.",
        ),
    },
    "units.type": {
        "en": (
            "'{value}' is no type of unit",
            "[[Did you mean '{guess}'? ]]Write xã, phường, thị trấn, huyện and so on.",
        ),
        "vi": (
            "'{value}' không phải loại đơn vị",
            "[[Có phải '{guess}'? ]]Hãy ghi xã, phường, thị trấn, huyện, v.v.",
        ),
    },
    "units.cell-long": {
        "en": ("a cell has more than {limit} characters", "Shorten the name, or mend the row."),
        "vi": ("một ô dài quá {limit} ký tự", "Hãy rút gọn tên, hoặc sửa lại dòng này."),
    },
    "units.no-unit": {
        "en": (
            "the row names no unit; it says '{value}'",
            "Delete rows of notes, totals and signatures.",
        ),
        "vi": (
            "dòng không nêu đơn vị nào; ghi '{value}'",
            "Hãy xóa các dòng ghi chú, cộng, chữ ký.",
        ),
    },
    "units.total": {
        "en": ("'{value}' is a row of totals, not a unit", "Delete the row."),
        "vi": ("'{value}' là dòng cộng, không phải đơn vị", "Hãy xóa dòng này."),
    },
    "units.no-name": {
        "en": ("the unit has no name", "Write its name, or delete the row."),
        "vi": ("đơn vị không có tên", "Hãy ghi tên, hoặc xóa dòng này."),
    },
    "units.no-level": {
        "en": (
            "it cannot be told of which level the unit is",
            "Write it in a column 'type', or before the name; levels: {known}. Or delete the row.",
        ),
        "vi": (
            "không rõ đơn vị thuộc cấp nào",
            "Hãy ghi ở cột 'Cấp', hoặc ghi trước tên; các cấp: {known}. Không thuộc thì xóa dòng.",
        ),
    },
    "units.no-parent": {
        "en": (
            "the unit above it is missing: the cell below '{column}' is empty",
            "Fill it in.",
        ),
        "vi": (
            "thiếu đơn vị cấp trên: ô ở cột '{column}' để trống",
            "Hãy ghi vào ô đó.",
        ),
    },
    "units.code-form": {
        "en": (
            "'{value}' is no code of this level: such a code has {digits} digits",
            "[[Did you mean '{guess}'? ]]Write the code in full, or leave the cell empty.",
        ),
        "vi": (
            "'{value}' không phải mã của cấp này: mã gồm {digits} chữ số",
            "[[Có phải '{guess}'? ]]Hãy ghi đủ mã, hoặc để trống ô này.",
        ),
    },
    "units.code-unknown": {
        "en": (
            "the code '{value}' in '{column}' is that of no unit named in the list",
            (
                "[[Did you mean '{guess}'? ]]Add a row, or a column, with the name of that unit; "
                "or give its list too, with a second --units."
            ),
        ),
        "vi": (
            "mã '{value}' ở cột '{column}' không phải mã của đơn vị nào có tên trong danh sách",
            (
                "[[Có phải '{guess}'? ]]Hãy thêm dòng hoặc cột ghi tên đơn vị đó; "
                "hoặc thêm danh sách cấp đó bằng một --units nữa."
            ),
        ),
    },
    "units.two-names": {
        "en": (
            "'{value}' is '{other}' in {first}, and '{name}' here",
            "A code belongs to one unit: mend the code or the name.",
        ),
        "vi": (
            "'{value}' ở {first} là '{other}', ở đây là '{name}'",
            "Mỗi mã chỉ của một đơn vị: hãy sửa mã hoặc tên.",
        ),
    },
    "units.beside-twice": {
        "en": ("the id '{id}' stands in the list twice", "Delete one of the rows."),
        "vi": ("mã '{id}' có hai lần trong danh sách", "Hãy xóa một trong hai dòng."),
    },
    "units.twice": {
        "en": ("the unit '{value}' stands in {first} already", "Delete one of the two rows."),
        "vi": ("đơn vị '{value}' đã có ở {first}", "Hãy xóa một trong hai dòng."),
    },
    "units.two-parents": {
        "en": (
            "'{value}' belongs to '{other}' by {first}, and to '{name}' here",
            "Write the same in both rows.",
        ),
        "vi": (
            "'{value}' theo {first} thuộc '{other}', ở đây thuộc '{name}'",
            "Hãy ghi thống nhất ở hai dòng.",
        ),
    },
    "units.name-province": {
        "en": (
            "it is not said which province this is",
            'Add --province with its name, as in --province "Tỉnh Lạng Sơn".',
        ),
        "vi": (
            "chưa rõ đây là tỉnh nào",
            'Hãy thêm --province và tên tỉnh, chẳng hạn --province "Tỉnh Lạng Sơn".',
        ),
    },
    "units.which-province": {
        "en": (
            "the list has several provinces: {known}[[ and {more} more]]",
            "Choose one with --province, by its name or code.",
        ),
        "vi": (
            "danh sách có nhiều tỉnh: {known}[[ và {more} tỉnh nữa]]",
            "Hãy chọn một tỉnh bằng --province, ghi tên hoặc mã.",
        ),
    },
    "units.no-province": {
        "en": (
            "'{value}' is no province of the list: {known}[[ and {more} more]]",
            "[[Did you mean '{guess}'? ]]Give its name or its code.",
        ),
        "vi": (
            "'{value}' không phải tỉnh nào trong danh sách: {known}[[ và {more} tỉnh nữa]]",
            "[[Có phải '{guess}'? ]]Hãy ghi tên hoặc mã của tỉnh.",
        ),
    },
}
