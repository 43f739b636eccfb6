"""Messages about the cells of tables: what is not certain, and what was probably meant."""

from __future__ import annotations

from isocheck.messages.words import Messages

MESSAGES: Messages = {
    "tables.hashes": {
        "en": (
            "the cell says only '####': its column was too narrow when it was saved",
            "Widen the column and save the table again.",
        ),
        "vi": (
            "ô chỉ ghi '####' vì cột quá hẹp khi lưu",
            "Hãy kéo rộng cột rồi lưu lại bảng.",
        ),
    },
    "tables.error-cell": {
        "en": (
            "'{value}' is an error of the spreadsheet, not a value",
            "Mend the formula, or type the value.",
        ),
        "vi": (
            "'{value}' là ô báo lỗi của Excel, không phải giá trị",
            "Hãy sửa công thức, hoặc ghi giá trị.",
        ),
    },
    "tables.formula": {
        "en": ("'{value}' is a formula, not a value", "Write the value."),
        "vi": ("'{value}' là công thức, không phải giá trị", "Hãy ghi giá trị."),
    },
    "tables.unclear": {
        "en": (
            "'{value}' does not say whether it is not known or none",
            "Leave the cell empty if it is not known; write none if there is certainly none.",
        ),
        "vi": (
            "'{value}' không nói rõ là chưa biết hay không có",
            "Nếu chưa biết thì để trống ô; nếu biết chắc là không có thì ghi không.",
        ),
    },
    "tables.day-form": {
        "en": (
            "'{value}' is not a day",
            "[[Did you mean {suggestion}?]] Write day/month/year, such as 31/12/2020.",
        ),
        "vi": (
            "'{value}' không phải một ngày",
            "[[Có phải ý bạn là {suggestion}?]] Hãy ghi ngày/tháng/năm, chẳng hạn 31/12/2020.",
        ),
    },
    "tables.day-turned": {
        "en": (
            "there is no day '{value}': the day stands before the month",
            (
                "Probably {suggestion} is meant; write it so. If the whole column has the month "
                "first, mend all of it."
            ),
        ),
        "vi": (
            "không có ngày '{value}': ngày ghi trước tháng",
            (
                "Có lẽ là {suggestion}; nếu đúng, hãy ghi như vậy. Nếu cả cột ghi tháng trước ngày "
                "thì phải sửa cả cột."
            ),
        ),
    },
    "tables.day-impossible": {
        "en": ("there is no day '{value}'", "Check the day and the month."),
        "vi": ("không có ngày '{value}'", "Hãy kiểm tra lại ngày và tháng."),
    },
    "tables.day-short-year": {
        "en": (
            "the year of '{value}' has only two digits",
            "[[Probably {suggestion} is meant.]] Write all four.",
        ),
        "vi": (
            "năm trong '{value}' chỉ có hai chữ số",
            "[[Có lẽ là {suggestion}.]] Hãy ghi đủ bốn chữ số.",
        ),
    },
    "tables.day-number": {
        "en": (
            "'{value}' is a number, not a day; as Excel counts days it is {suggestion}",
            "If that is meant, format the column as a date, or write {suggestion}.",
        ),
        "vi": (
            "'{value}' là số, không phải ngày; theo cách Excel đếm ngày thì là {suggestion}",
            "Nếu đúng, hãy định dạng cột kiểu ngày (Date), hoặc ghi {suggestion}.",
        ),
    },
    "tables.day-range": {
        "en": (
            "the day '{value}' is not between the years {first} and {last}",
            "Check the year; Excel shows an empty day as one of 1900.",
        ),
        "vi": (
            "ngày '{value}' nằm ngoài các năm {first} đến {last}",
            "Hãy kiểm tra lại năm; Excel hiện ngày trống thành ngày của năm 1900.",
        ),
    },
    "tables.year-form": {
        "en": (
            "'{value}' is not a year",
            "[[Did you mean {suggestion}?]] A year has four digits, such as 2019.",
        ),
        "vi": (
            "'{value}' không phải năm",
            "[[Có phải ý bạn là {suggestion}?]] Năm có bốn chữ số, chẳng hạn 2019.",
        ),
    },
    "tables.money-form": {
        "en": (
            "'{value}' is not an amount in whole đồng",
            "[[Did you mean {suggestion}?]] Write it in full, such as 30.000.000.",
        ),
        "vi": (
            "'{value}' không phải số tiền nguyên đồng",
            "[[Có phải ý bạn là {suggestion}?]] Hãy ghi đủ, chẳng hạn 30.000.000.",
        ),
    },
    "tables.money-comma": {
        "en": (
            "'{value}' is {suggestion} đồng if the comma groups digits, and else a fraction",
            "If {suggestion} is meant, write it with a point.",
        ),
        "vi": (
            "'{value}' là {suggestion} đồng nếu dấu phẩy tách nhóm, nếu không thì là số lẻ",
            "Nếu đúng là {suggestion}, hãy ghi bằng dấu chấm.",
        ),
    },
    "tables.money-power": {
        "en": (
            "Excel has shortened the amount to '{value}'",
            "[[Did you mean {suggestion}?]] Format the column as a number and save again.",
        ),
        "vi": (
            "Excel đã rút gọn số tiền thành '{value}'",
            "[[Có phải ý bạn là {suggestion}?]] Hãy định dạng cột kiểu số (Number) rồi lưu lại.",
        ),
    },
    "tables.money-fraction": {
        "en": (
            "the amount '{value}' is not whole",
            "Write whole đồng: 30,5 million is 30.500.000.",
        ),
        "vi": (
            "số tiền '{value}' là số lẻ",
            "Hãy ghi nguyên đồng: 30,5 triệu ghi là 30.500.000.",
        ),
    },
    "tables.money-negative": {
        "en": (
            "the amount '{value}' is negative",
            "Write what was spent or given as a positive amount.",
        ),
        "vi": (
            "số tiền '{value}' là số âm",
            "Hãy ghi số tiền đã chi hoặc được giao bằng số dương.",
        ),
    },
    "tables.money-large": {
        "en": ("the amount '{value}' is larger than {limit} đồng", "Check the number of zeros."),
        "vi": ("số tiền '{value}' lớn hơn {limit} đồng", "Hãy kiểm tra lại số chữ số 0."),
    },
    "tables.yes-no": {
        "en": (
            "'{value}' is neither yes nor no",
            "Write Yes or No; leave the cell empty if it is not known.",
        ),
        "vi": (
            "'{value}' không phải Có hay Không",
            "Hãy ghi Có hoặc Không; chưa biết thì để trống ô.",
        ),
    },
    "tables.code-digits": {
        "en": (
            "the code '{value}' should have {digits} digits: Excel drops zeros at the front",
            "Did you mean {suggestion}? Format the column as Text and write the code again.",
        ),
        "vi": (
            "mã '{value}' phải có {digits} chữ số: Excel bỏ số 0 ở đầu",
            "Có phải ý bạn là {suggestion}? Hãy định dạng cột kiểu Text (Văn bản) rồi ghi lại mã.",
        ),
    },
    "tables.code-comma": {
        "en": (
            "Excel has probably turned a code into the number '{value}'",
            "Did you mean {suggestion}? Format the column as Text and write the code again.",
        ),
        "vi": (
            "có lẽ Excel đã đổi mã thành số '{value}'",
            "Có phải ý bạn là {suggestion}? Hãy định dạng cột kiểu Text (Văn bản) rồi ghi lại mã.",
        ),
    },
    "tables.code-power": {
        "en": (
            "Excel has turned what was written into the number '{value}'",
            "[[Did you mean {suggestion}?]] Format the column as Text and write it again.",
        ),
        "vi": (
            "Excel đã đổi nội dung ô thành số '{value}'",
            "[[Có phải ý bạn là {suggestion}?]] Hãy định dạng cột kiểu Text (Văn bản) rồi ghi lại.",
        ),
    },
    "tables.text-as-day": {
        "en": (
            "Excel has probably turned a text into the day '{value}'",
            "Did you mean {suggestion}? Format the column as Text and write it again.",
        ),
        "vi": (
            "có lẽ Excel đã đổi nội dung ô thành ngày '{value}'",
            "Có phải ý bạn là {suggestion}? Hãy định dạng cột kiểu Text (Văn bản) rồi ghi lại.",
        ),
    },
}
