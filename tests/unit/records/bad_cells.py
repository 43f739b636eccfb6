"""Cells that say nothing certain: message, heading, cell, and what the message says."""

from __future__ import annotations

DAY, MONEY, YEAR, FLAG, CODE = "Ngày chi", "Số tiền", "Năm", "Tự xây dựng", "Mã ĐVHC"
TEXT, LIST = "Chứng từ", "Điểm cần khắc phục"
# By heading: the kind whose tables have it.
KIND_OF = {FLAG: "commune", CODE: "commune", LIST: "inspection"}

BAD_CELLS: list[tuple[str, str, str, str]] = [
    # what a spreadsheet writes where it has no value
    ("tables.hashes", DAY, "########", "says only '####': its column was too narrow"),
    ("tables.hashes", MONEY, "##", "its column was too narrow"),
    *(
        ("tables.error-cell", heading, error, f"'{error}' is an error of the spreadsheet")
        for heading in (DAY, MONEY, TEXT, FLAG)
        for error in ("#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!")
    ),
    ("tables.formula", MONEY, "=SUM(E2:E9)", "'=SUM(E2:E9)' is a formula, not a value"),
    # what an example left
    *(
        ("facts.still-example", heading, cell, f"'{cell}' is that of an example, not a fact")
        for heading, cell in (
            (DAY, "2020-12-31 (ví dụ)"),
            (TEXT, "Phiếu chi số 12 (ví dụ)"),
            (FLAG, "true (example)"),
            (LIST, "Chưa niêm yết (ví dụ)"),
        )
    ),
    # what people write where they do not know
    *(
        ("tables.unclear", heading, cell, f"'{cell}' does not say whether it is not known or none")
        for heading in (DAY, MONEY, TEXT, FLAG, YEAR)
        for cell in ("?", "???", "chưa rõ", "Chưa biết", "-", "…", "n/a", "null")
    ),
    # days
    ("tables.day-short-year", DAY, "31/12/18", "Probably 31/12/2018 is meant. Write all four."),
    ("tables.day-short-year", DAY, "1.1.99", "Probably 01/01/1999 is meant."),
    ("tables.day-short-year", DAY, "31/02/19", "has only two digits. Write all four."),
    ("tables.day-turned", DAY, "12/31/2018", "Probably 31/12/2018 is meant; write it so."),
    ("tables.day-impossible", DAY, "31/02/2019", "there is no day '31/02/2019'."),
    ("tables.day-impossible", DAY, "ngày 31 tháng 6 năm 2019", "there is no day"),
    ("tables.day-impossible", DAY, "2019-02-29", "there is no day '2019-02-29'."),
    ("tables.day-impossible", DAY, "0/1/2018", "there is no day"),
    ("tables.day-number", DAY, "43465", "as Excel counts days it is 31/12/2018. If that is meant"),
    ("tables.day-number", DAY, "43465,5", "as Excel counts days it is 31/12/2018."),
    ("tables.day-range", DAY, "01/01/1900", "is not between the years 1945 and 2100."),
    ("tables.day-range", DAY, "31/12/2200", "is not between the years 1945 and 2100."),
    ("tables.day-form", DAY, "2018/12/31", "Did you mean 31/12/2018? Write day/month/year"),
    ("tables.day-form", DAY, "12/2018", "'12/2018' is not a day. Write day/month/year"),
    ("tables.day-form", DAY, "2018", "'2018' is not a day. Write"),
    ("tables.day-form", DAY, "99999", "'99999' is not a day. Write"),
    ("tables.day-form", DAY, "31/12-2018", "'31/12-2018' is not a day."),
    ("tables.day-form", DAY, "quý IV năm 2018", "is not a day."),
    # money
    ("tables.money-form", MONEY, "30 triệu", "Did you mean 30.000.000? Write it in full"),
    ("tables.money-form", MONEY, "1,5 tỷ đồng", "Did you mean 1.500.000.000?"),
    ("tables.money-form", MONEY, "30.00.000", "is not an amount in whole đồng. Write it in full"),
    ("tables.money-form", MONEY, "30.000,000", "is not an amount in whole đồng."),
    ("tables.money-form", MONEY, "30.000 000", "is not an amount in whole đồng."),
    ("tables.money-fraction", MONEY, "030.000", "the amount '030.000' is not whole."),
    ("tables.money-form", MONEY, "3x", "is not an amount in whole đồng."),
    ("tables.money-fraction", MONEY, "30,5", "the amount '30,5' is not whole. Write whole đồng"),
    ("tables.money-fraction", MONEY, "15.5 đ", "is not whole."),
    ("tables.money-power", MONEY, "1,5E+07", "Did you mean 15.000.000? Format the column"),
    (
        "tables.money-power",
        MONEY,
        "1.23456E+02",
        "Excel has shortened the amount to '1.23456E+02'.",
    ),
    ("tables.money-comma", MONEY, "30,000", "is 30.000 đồng if the comma groups digits"),
    ("tables.money-negative", MONEY, "-30.000.000", "the amount '-30.000.000' is negative."),
    ("tables.money-negative", MONEY, "(30.000)", "is negative."),
    (
        "tables.money-large",
        MONEY,
        "9.000.000.000.000.000",
        "larger than 1.000.000.000.000.000 đồng",
    ),
    ("tables.money-large", MONEY, "9" * 60, "larger than 1.000.000.000.000.000 đồng"),
    # years, yes or no
    ("tables.year-form", YEAR, "2.019", "'2.019' is not a year. Did you mean 2019?"),
    ("tables.year-form", YEAR, "2019,0", "Did you mean 2019?"),
    ("tables.year-form", YEAR, "19", "'19' is not a year. A year has four digits"),
    ("tables.year-form", YEAR, "31/12/2019", "Did you mean 2019?"),
    ("tables.year-form", YEAR, "1066", "'1066' is not a year. A year"),
    ("tables.yes-no", FLAG, "1", "'1' is neither yes nor no. Write Yes or No;"),
    ("tables.yes-no", FLAG, "một phần", "'một phần' is neither yes nor no."),
    ("tables.yes-no", FLAG, "không có", "'không có' is neither yes nor no."),
    # codes that Excel took for numbers
    (
        "tables.code-digits",
        CODE,
        "6187",
        "should have 5 digits: Excel drops zeros at the front. Did",
    ),
    ("tables.code-digits", CODE, "6.187", "Did you mean 06187?"),
    ("tables.code-power", TEXT, "1.00162E+00", "Did you mean 1.001620? Format the column as Text"),
    (
        "tables.code-power",
        TEXT,
        "1,23E+11",
        "into the number '1,23E+11'. Format the column as Text",
    ),
    ("tables.code-power", LIST, "a; 1.00162E+00", "Did you mean 1.001620?"),
    ("tables.text-as-day", TEXT, "12-Mar", "Did you mean 12/3? Format the column as Text"),
    ("tables.text-as-day", TEXT, "12-Thg3", "Did you mean 12/3?"),
]
