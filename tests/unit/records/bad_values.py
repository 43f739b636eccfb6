"""Bad values in records; the table has the form of `bad_records`."""

from __future__ import annotations

from unit.records.bad_records import commune, spending

REPORT = "- id: r1\n  kind: report\n  "
SCOPE = commune("qms: {scope: [{from: 2020-12-31, covers: all (example)}]}")
ID, DAY, YES = "d1 (ví dụ)", "2020-12-31 (ví dụ)", "true (example)"

BAD_VALUES = [
    (
        "facts.one-value",
        commune("code: [1, 2]"),
        8,
        "c1: code: a list or a group of fields stands where one value is expected.",
    ),
    (
        "facts.one-value",
        commune("established_on: {year: 2001}"),
        8,
        "c1: established_on: a list or a group of fields stands where one value is",
    ),
    (
        "facts.entry-null",
        commune("predecessors: [null]"),
        8,
        "c1: predecessors[1]: an entry of a list is null.",
    ),
    (
        "facts.entry-null",
        commune("qms:", "  scope:", "    - {from: 2018-01-01, covers: [~]}"),
        10,
        "c1: qms.scope[1].covers[1]: an entry of a list is null.",
    ),
    *(
        ("facts.says-nothing", commune(f"code: '{text}'"), 8, f"c1: code: '{text}' stands where")
        for text in (
            "không",
            "Chưa có",
            "chưa ban hành",
            "khong co",
            "?",
            "-",
            "…",
            "N/A",
            "(chưa)",
        )
    ),
    *(
        (
            "facts.no-document",
            commune(f'qms: {{framework_model: "{text}"}}'),
            8,
            f"c1: qms.framework_model: '{text}' names no document, but would count as one. Prob",
        )
        for text in (
            "x",
            "X",
            "v",
            "Có",
            "yes",
            "0",
            "no",
            "ko",
            "Chưa thực hiện",
            "chưa lập biên bản",
            "Không có hồ sơ",
            "không theo mô hình khung",
            "không áp dụng",
            "đang xây dựng",
            "đang trình",
            "Dự kiến 2021",
            "sẽ ban hành",
            "chờ phê duyệt",
            "khong co ho so",
            "not yet issued",
            "Dự thảo quyết định",
            "no document",
            "đủ",
            "Đầy đủ.",
            "tốt",
            "đã hoàn thành",
            "đủ hồ sơ",
            "Đầy đủ hồ sơ",
            "hồ sơ đủ",
            "đã lưu",
            "có lưu",
            "Đã có biên bản",
        )
    ),
    *(
        (
            "facts.document-gone",
            commune(f'qms: {{framework_model: "{text}"}}'),
            8,
            f"c1: qms.framework_model: '{text}' says that the document does not stand any more",
        )
        for text in (
            "thất lạc",
            "Đã thu hồi",
            "bị thu hồi",
            "hủy bỏ",
            "đã huỷ",
            "Hết hiệu lực",
            "đã mất biên bản",
            "thất lạc, đang tìm",
            "đã thu hồi, chưa thay",
            "đã hủy: sai thẩm quyền",
            "đã thu hồi 12/QĐ-UBND",
            "hết hiệu lực (12/QĐ-UBND)",
            "12/QĐ-UBND (đã thu hồi)",
            "12/QĐ-UBND đã hết hiệu lực",
            "lost",
            "withdrawn",
        )
    ),
    *(
        (
            "facts.all-in-list",
            commune(f"qms: {{scope: [{{from: 2016-01-01, covers: [{codes}]}}]}}"),
            8,
            f"c1: qms.scope[1].covers[{place}]: '{word}' in a list would be a code of that name",
        )
        for codes, place, word in (
            ("all", 1, "all"),
            ("tất cả", 1, "tất cả"),
            ('"1.001", ALL', 2, "ALL"),
        )
    ),
    ("facts.no-document", REPORT + "number: x", 6, "r1: number: 'x' names no document, but would"),
    *(
        ("facts.still-example", lines, line, f"{where}: '{value}' is that of an example, not a")
        for lines, line, where, value in (
            (commune("code: 00001 (ví dụ)"), 8, "c1: code", "00001 (ví dụ)"),
            (commune("unit_type: xã (Ví dụ)"), 8, "c1: unit_type", "xã (Ví dụ)"),
            (commune("dissolved_on: 2020-12-31 (ví dụ)"), 8, "c1: dissolved_on", DAY),
            (commune("qms: {self_built: true (example)}"), 8, "c1: qms.self_built", YES),
            (commune("qms: một nhóm (ví dụ)"), 8, "c1: qms", "một nhóm (ví dụ)"),
            (commune("predecessors: [{id: d1 (ví dụ)}]"), 8, "c1: predecessors[1].id", ID),
            (SCOPE, 8, "c1: qms.scope[1].covers", "all (example)"),
            (commune("procedures: {catalogue: d1 (ví dụ)}"), 8, "c1: procedures.catalogue", ID),
            (spending("amount: 30000000 (ví dụ)"), 6, "e1: amount", "30000000 (ví dụ)"),
            (spending("year: 2020 (ví dụ)"), 6, "e1: year", "2020 (ví dụ)"),
            (spending("source: {khác: quỹ (ví dụ)}"), 6, "e1: source", "quỹ (ví dụ)"),
            (spending("beneficiary: d1 (ví dụ)"), 6, "e1: beneficiary", ID),
            (spending("beneficiaries: [{id: d1 (ví dụ)}]"), 6, "e1: beneficiaries[1].id", ID),
            (REPORT + "period: 2020 (ví dụ)", 6, "r1: period", "2020 (ví dụ)"),
            (REPORT + "to: [d1 (ví dụ)]", 6, "r1: to[1]", ID),
        )
    ),
    ("facts.empty-text", commune('code: ""'), 8, "c1: code: the text is empty."),
    ("facts.empty-text", commune("code: ' '"), 8, "c1: code: the text is empty."),
    (
        "facts.text-too-long",
        commune("code: " + "x" * 10_001),
        8,
        "c1: code: the text has 10001 characters; at most 10000 are read.",
    ),
    (
        "facts.not-a-word",
        commune("unit_type: huyện"),
        8,
        "c1: unit_type: 'huyện' is none of the words that this field has. The words: rural",
    ),
    (
        "facts.not-a-word",
        "- {id: d2, kind: district, name: Huyện Hai, parent: ls, unit_type: thị trấn}",
        4,
        "d2: unit_type: 'thị trấn' is none of the words that this field has.",
    ),
    (
        "facts.not-a-word",
        commune("body_type: sub-departmant"),
        8,
        "c1: body_type: 'sub-departmant' is none of the words that this field has. Did you mean",
    ),
    (
        "facts.not-a-word",
        commune("predecessors: [{id: d1, extent: half}]"),
        8,
        "c1: predecessors[1].extent: 'half' is none of the words that this field has. The words:",
    ),
    (
        "facts.period-form",
        "- {id: r, kind: report, period: tháng 5 năm 2019}",
        4,
        "r: period: 'tháng 5 năm 2019' is not a period. Did you mean 2019? Write a year (2019),",
    ),
    (
        "facts.period-form",
        "- {id: r, kind: activity, period: 9 tháng đầu năm 2018 và năm 2019}",
        4,
        "r: period: '9 tháng đầu năm 2018 và năm 2019' is not a period. Did you mean 2018-2019?",
    ),
    ("facts.period-form", "- {id: r, kind: report, period: nửa năm}", 4, "r: period: 'nửa năm' is"),
    (
        "facts.period-order",
        "- {id: r, kind: report, period: giai đoạn 2020-2018}",
        4,
        "r: period: the years of 'giai đoạn 2020-2018' run backwards. Write 2018-2020.",
    ),
    (
        "facts.not-a-word",
        "- {id: e, kind: expenditure, source: quỹ phúc lợi}",
        4,
        "e: source: 'quỹ phúc lợi' is none of the words that this field has. The words: central",
    ),
    (
        "facts.other-bare",
        '- {id: e, kind: expenditure, source: "khác:"}',
        4,
        "e: source: 'khác:' does not say what it is.",
    ),
    (
        "facts.other-known",
        "- {id: e, kind: expenditure, source: {other: Địa  phương}}",
        4,
        "e: source: 'Địa phương' is marked as something else, but is a word itself. Write Địa",
    ),
    (
        "facts.one-value",
        commune("body_type: {other: văn phòng}"),
        8,
        "c1: body_type: a list or a group of fields stands where one value is expected.",
    ),
    (
        "facts.day-form",
        commune("established_on: 31/12/2020"),
        8,
        "c1: established_on: '31/12/2020' is not a day in the form YYYY-MM-DD. Write",
    ),
    *(
        (
            "facts.day-form",
            commune(f"established_on: {day}"),
            8,
            f"c1: established_on: '{day}' is not a day in the form YYYY-MM-DD. Write 2018-{rest}",
        )
        for day, rest in (
            ("31/12/2018", "12-31"),
            ("12/31/2018", "12-31"),
            ("ngày 01 tháng 10 năm 2018", "10-01"),
            ("Ngày 1 tháng 10, năm 2018", "10-01"),
        )
    ),
    (
        "facts.day-form",
        commune("established_on: 2020-1-5"),
        8,
        "c1: established_on: '2020-1-5' is not a day in the form YYYY-MM-DD. Write",
    ),
    (
        "facts.day-form",
        commune("established_on: '2020'"),
        8,
        "c1: established_on: '2020' is not a day in the form YYYY-MM-DD.",
    ),
    (
        "facts.day-form",
        commune("established_on: 2020-12-31T00:00:00"),
        8,
        "c1: established_on: '2020-12-31T00:00:00' is not a day in the form YYYY-MM-DD.",
    ),
    (
        "facts.day-form",
        commune("established_on: ２０２０-12-31"),
        8,
        "c1: established_on: '２０２０-12-31' is not a day in the form YYYY-MM-DD.",
    ),
    (
        "facts.day-impossible",
        commune("established_on: 2019-02-30"),
        8,
        "c1: established_on: there is no day 2019-02-30.",
    ),
    (
        "facts.day-impossible",
        commune("established_on: 2019-02-29"),
        8,
        "c1: established_on: there is no day 2019-02-29.",
    ),
    (
        "facts.day-range",
        commune("established_on: 0201-05-01"),
        8,
        "c1: established_on: the day 0201-05-01 is not between the years 1900 and 2200.",
    ),
    (
        "facts.year-form",
        spending("year: năm 2019"),
        6,
        "e1: year: 'năm 2019' is not a year. Write 2019.",
    ),
    ("facts.year-form", spending("year: 19"), 6, "e1: year: '19' is not a year."),
    (
        "facts.money-form",
        spending("amount: 30.000.000"),
        6,
        "e1: amount: '30.000.000' is not an amount in whole đồng. Write 30000000.",
    ),
    (
        "facts.money-form",
        spending("amount: '30,000,000 đ'"),
        6,
        "e1: amount: '30,000,000 đ' is not an amount in whole đồng. Write 30000000.",
    ),
    (
        "facts.money-form",
        spending("amount: 30 triệu"),
        6,
        "e1: amount: '30 triệu' is not an amount in whole đồng. Write 30000000.",
    ),
    (
        "facts.money-form",
        spending("amount: 1,5 tỷ đồng"),
        6,
        "e1: amount: '1,5 tỷ đồng' is not an amount in whole đồng. Write 1500000000.",
    ),
    (
        "facts.money-form",
        spending("amount: 3e7"),
        6,
        "e1: amount: '3e7' is not an amount in whole đồng. Write 30000000.",
    ),
    (
        "facts.money-form",
        spending("amount: 007"),
        6,
        "e1: amount: '007' is not an amount in whole đồng. Write 7.",
    ),
    (
        "facts.money-form",
        spending("amount: nhiều"),
        6,
        "e1: amount: 'nhiều' is not an amount in whole đồng.",
    ),
    ("facts.money-negative", spending("amount: -5"), 6, "e1: amount: the amount -5 is negative."),
    (
        "facts.money-fraction",
        spending("amount: 1.5"),
        6,
        "e1: amount: the amount 1.5 is not whole.",
    ),
    (
        "facts.money-too-large",
        spending("amount: 1000000000000001"),
        6,
        "e1: amount: the amount 1000000000000001 is larger than 1000000000000000 đồng.",
    ),
    (
        "facts.yes-no",
        commune("qms:", "  self_built: yes"),
        9,
        "c1: qms.self_built: 'yes' is neither true nor false. Write true.",
    ),
    (
        "facts.yes-no",
        commune("qms:", "  self_built: không"),
        9,
        "c1: qms.self_built: 'không' is neither true nor false. Write false.",
    ),
    (
        "facts.yes-no",
        commune("qms:", "  self_built: maybe"),
        9,
        "c1: qms.self_built: 'maybe' is neither true nor false.",
    ),
    (
        "facts.codes-form",
        commune("qms:", "  scope: [{from: 2018-01-01, covers: 1.001612}]"),
        9,
        "c1: qms.scope[1].covers: a list of codes is expected, not '1.001612'.",
    ),
    (
        "facts.object-form",
        commune("qms: 2018-01-01"),
        8,
        "c1: qms: fields are expected below this name, not '2018-01-01'.",
    ),
    (
        "facts.object-form",
        commune("nominated: [2018-01-01]"),
        8,
        "c1: nominated[1]: fields are expected below this name, not '2018-01-01'.",
    ),
    (
        "facts.list-form",
        commune("maintenance: {date: 2018-01-01}"),
        8,
        "c1: maintenance: a list is expected.",
    ),
    (
        "facts.list-form",
        "- id: r1\n  kind: report\n  to: d1",
        6,
        "r1: to: a list is expected, not 'd1'.",
    ),
    (
        "facts.catalogue-form",
        commune("procedures: {catalogue: tthc, code: 1}"),
        8,
        "c1: procedures: this is neither a list nor the name of a catalogue.",
    ),
    (
        "facts.catalogue-form",
        commune("procedures: {catalogue: null}"),
        8,
        "c1: procedures: this is neither a list nor the name of a catalogue.",
    ),
]
