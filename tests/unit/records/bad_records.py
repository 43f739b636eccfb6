"""Bad records: the code, what stands in the file, and the one problem that is told of it.

The records begin on line 4 of `bad.yaml`, below the head. The last two entries are the line and
how the message begins in English after `bad.yaml:LINE: `, with what it suggests.
"""

from __future__ import annotations


def commune(*lines: str) -> str:
    """Return a commune whose further fields begin on line 8."""
    head = ["- id: c1", "  kind: commune", "  name: Xã Một", "  parent: d1"]
    return "\n".join([*head, *("  " + line for line in lines)])


def spending(*lines: str) -> str:
    """Return an expenditure whose further fields begin on line 6."""
    return "\n".join(["- id: e1", "  kind: expenditure", *("  " + line for line in lines)])


def two(kind: str, first: str, second: str) -> str:
    """Return two bodies of a kind, on lines 4 and 5."""
    return "\n".join(
        f"- {{id: c{n}, kind: {kind}, parent: d1, {more}"
        + (f", name: Xã {n}}}" if "name:" not in more else "}")
        for n, more in enumerate((first, second), 1)
    )


BODIES = """\
- {id: so, kind: department, name: Sở Nội vụ, parent: ls}
- {id: bcd, kind: steering_committee, name: Ban Chỉ đạo}
"""
CIRCLE = """\
- {id: p1, kind: province, name: P, parent: p2}
- {id: p2, kind: province, name: P, parent: p1}
"""

BAD_RECORDS = [
    ("facts.record-form", "- just words", 4, "#1: the entry is not a record."),
    ("facts.record-form", "- [a]", 4, "#1: the entry is not a record."),
    ("facts.record-form", "- null", 4, "#1: the entry is not a record."),
    ("facts.id-missing", "- kind: province\n  name: Tỉnh", 4, "#1: the record has no id."),
    (
        "facts.id-missing",
        "- kind: province\n  name: Tỉnh\n  id: null",
        6,
        "#1: the record has no id.",
    ),
    (
        "facts.id-form",
        "- id: Xã Một\n  kind: province\n  name: Tỉnh",
        4,
        "#1: the id 'Xã Một' is not one word.",
    ),
    (
        "facts.id-form",
        "- id: =1+1\n  kind: province\n  name: Tỉnh",
        4,
        "#1: the id '=1+1' is not one word.",
    ),
    (
        "facts.id-form",
        "- id: [a]\n  kind: province\n  name: Tỉnh",
        4,
        "#1: the id is not one word.",
    ),
    ("facts.kind-missing", "- id: x1\n  name: Tỉnh", 4, "x1: the record has no kind."),
    ("facts.kind-missing", "- id: x1\n  kind: [a]\n  name: Tỉnh", 5, "x1: the record has no kind."),
    (
        "facts.unknown-kind",
        "- id: x1\n  kind: comune",
        5,
        "x1: no pack declares the kind 'comune'. Did you mean 'commune'?",
    ),
    (
        "facts.kind-of-pack",
        "- id: x1\n  kind: plan_year",
        5,
        "x1: records of kind 'plan_year' are laid down by the pack kh34, not in fact files.",
    ),
    (
        "facts.example-record",
        "- id: kinh-phi-01 (ví dụ)\n  kind: expenditure\n  amount: 30000000 (ví dụ)\n  yeer: x",
        4,
        "kinh-phi-01 (ví dụ): this record is an example. Write what is so for each '(example)', or",
    ),
    (
        "facts.unknown-field",
        commune("etablished_on: 2001-01-01"),
        8,
        "c1: there is no field 'etablished_on' here. Did you mean 'established_on'?",
    ),
    (
        "facts.unknown-field",
        commune("qms:", "  adoptedon: 2018-01-01"),
        9,
        "c1: qms: there is no field 'adoptedon' here. Did you mean 'adopted_on'?",
    ),
    (
        "facts.unknown-field",
        commune("nominated:", "  - date: 2018-01-01", "    yeer: 2018"),
        10,
        "c1: nominated[1]: there is no field 'yeer' here. Did you mean 'year'?",
    ),
    (
        "facts.required-absent",
        "- id: c1\n  kind: commune\n  name: Xã Một",
        4,
        "c1: parent: 'parent' must be there and is not.",
    ),
    (
        "facts.required-absent",
        commune("nominated: [{year: 2018}]"),
        8,
        "c1: nominated[1].date: 'date' must be there and is not.",
    ),
    (
        "facts.required-null",
        "- id: c1\n  kind: commune\n  parent: d1\n  name: null",
        7,
        "c1: name: 'name' must be known and is null.",
    ),
    (
        "facts.before-other",
        commune("qms: {announcements: [{date: 2018-05-02, posted_on: 2018-05-01}]}"),
        8,
        "c1: qms.announcements[1].posted_on: 2018-05-01 lies before 2018-05-02 (date,",
    ),
    (
        "facts.unchanged",
        commune("qms: {scope: [{from: 2018-01-01, covers: all}, {from: 2019-01-01, covers: all}]}"),
        8,
        "c1: qms.scope[2]: 'covers' of 2019-01-01 is as it stood since 2018-01-01 (bad.yaml:8)",
    ),
    (
        "facts.before-other",
        "- {id: r1, kind: report, period: 2019-2020, sent_on: 2018-12-31}",
        4,
        "r1: sent_on: 2018-12-31 lies before 2019-2020 (period, bad.yaml:4)",
    ),
    (
        "facts.before-other",
        "- {id: r1, kind: report_request, date: 2019-05-02, due_on: 2019-05-01}",
        4,
        "r1: due_on: 2019-05-01 lies before 2019-05-02 (date, bad.yaml:4)",
    ),
    (
        "facts.ends-before",
        commune("dissolved_on: 2001-01-01", "established_on: 2002-01-01"),
        8,
        "c1: dissolved_on: dissolved_on (2001-01-01) is before established_on (2002-01-01).",
    ),
    (
        "facts.ends-before",
        commune("qms: {adopted_on: 2018-05-01, ended_on: 2018-04-30}"),
        8,
        "c1: qms.ended_on: ended_on (2018-04-30) is before adopted_on (2018-05-01).",
    ),
    (
        "facts.before-other",
        commune("nominated: [{date: 2018-05-01, withdrawn_on: 2018-04-30}]"),
        8,
        "c1: nominated[1].withdrawn_on: 2018-04-30 lies before 2018-05-01",
    ),
    (
        "facts.ends-before",
        commune(
            "procedures:",
            "  - code: '1.001'",
            "    published_on: 2019-01-01",
            "    repealed_on: 2018-01-01",
        ),
        11,
        "c1: procedures[1].repealed_on: repealed_on (2018-01-01) is before published_on",
    ),
    (
        "facts.single-and-list",
        spending("beneficiary: d1", "beneficiaries: []"),
        6,
        "e1: 'beneficiary' and 'beneficiaries' are both given.",
    ),
    (
        "facts.parts-over-whole",
        spending("amount: 10", "beneficiaries: [{id: d1, amount: 6}, {id: ls, amount: 5}]"),
        7,
        "e1: beneficiaries: the parts add up to 11 đồng, more than the amount of 10.",
    ),
    (
        "facts.more-came-back",
        spending(
            "amount: 10",
            "recovered: [{date: 2020-01-01, amount: 6}, {date: 2020-02-01, amount: 5}]",
        ),
        7,
        "e1: recovered: 11 came back of 10 that was paid. No more can come back than was paid",
    ),
    (
        "facts.more-came-back-of",
        spending(
            "amount: 10",
            "beneficiaries: [{id: d1, amount: 4}, {id: ls, amount: 6}]",
            "recovered:",
            "- {date: 2020-01-01, amount: 4, id: d1}",
            "- {date: 2020-02-01, amount: 1, id: d1}",
        ),
        10,
        "e1: recovered[2]: 5 came back of the 4 that was spent on 'd1'. No more can come back",
    ),
    (
        "facts.came-back-of-none",
        spending(
            "amount: 10", "beneficiary: d1", "recovered: [{date: 2020-01-01, amount: 4, id: ls}]"
        ),
        8,
        "e1: recovered[1]: nothing was spent on 'ls', so nothing can come back of it. Name one of",
    ),
    (
        "facts.came-back-of-none",
        spending(
            "amount: 10", "beneficiary: null", "recovered: [{date: 2020-01-01, amount: 4, id: d1}]"
        ),
        8,
        "e1: recovered[1]: nothing was spent on 'd1', so nothing can come back of it. Name one",
    ),
    (
        "facts.dangling",
        "- id: c1\n  kind: commune\n  name: Xã Một\n  parent: d9",
        7,
        "c1: parent: no record has the id 'd9'.",
    ),
    (
        "facts.dangling",
        commune("procedures: {catalogue: tthcc}"),
        8,
        "c1: procedures.catalogue: no record has the id 'tthcc'. Did you mean 'tthc' (TTHC",
    ),
    (
        "facts.dangling",
        spending("beneficiary: nobody"),
        6,
        "e1: beneficiary: no record has the id 'nobody'.",
    ),
    (
        "facts.dangling",
        spending("beneficiaries: [{id: d1}, {id: d2x}]"),
        6,
        "e1: beneficiaries[2].id: no record has the id 'd2x'.",
    ),
    (
        "facts.dangling",
        "- id: r1\n  kind: report\n  to: [d1, so-khcn]",
        6,
        "r1: to[2]: no record has the id 'so-khcn'.",
    ),
    (
        "facts.dangling",
        "- {id: a1, kind: allocation, by: d7}",
        4,
        "a1: by: no record has the id 'd7'.",
    ),
    (
        "facts.called-alike",
        (
            "- {id: c1, kind: commune, name: Xã Một, parent: d1}\n"
            "- {id: c2, kind: commune, name: UBND xã Một, parent: d1}"
        ),
        5,
        "c2: name: 'UBND xã Một' is what 'c1' ('Xã Một', bad.yaml:4), of the same kind below",
    ),
    (
        "facts.name-of-several",
        "- {id: a1, kind: activity, subject: x}\n"
        + "".join(f"- {{id: {r}, kind: report, name: X}}\n" for r in ("r1", "r2")),
        4,
        "a1: subject: 'x' is the name of several records: 'r1' (bad.yaml:5), 'r2' (bad.yaml:6).",
    ),
    (
        "facts.wrong-kind",
        "- id: r1\n  kind: report\n  answers: d1",
        6,
        "r1: answers: 'd1' is of kind district, which cannot stand here.",
    ),
    (
        "facts.wrong-kind",
        commune("predecessors: [{id: ls}]"),
        8,
        "c1: predecessors[1].id: 'ls' is of kind province, which cannot stand here.",
    ),
    (
        "facts.wrong-kind",
        BODIES + "- {id: c1, kind: commune, name: Xã Một, parent: so}",
        6,
        "c1: parent: 'so' is of kind department, which cannot stand here. Name a record of kind",
    ),
    (
        "facts.wrong-kind",
        BODIES + "- {id: d2, kind: district, name: Huyện Hai, parent: d1}",
        6,
        "d2: parent: 'd1' is of kind district, which cannot stand here. Name a record of kind pro",
    ),
    (
        "facts.wrong-kind",
        "- {id: so, kind: department, name: Sở Nội vụ, parent: d1}",
        4,
        "so: parent: 'd1' is of kind district, which cannot stand here.",
    ),
    (
        "facts.wrong-kind",
        BODIES + "- {id: u, kind: public_service_unit, name: Trung tâm, parent: bcd}",
        6,
        "u: parent: 'bcd' is of kind steering_committee, which cannot stand here.",
    ),
    (
        "facts.never-kind",
        commune("nominated: [{date: 2018-05-01, by: c1}]"),
        8,
        "c1: nominated[1].by: 'c1' is of kind commune; no record of kind commune, public_service_",
    ),
    *(
        (
            "facts.never-kind",
            f"- {{id: x1, {record}}}\n- {{id: r1, kind: report}}\n",
            4,
            f"x1: {where}: 'r1' is of kind report; no record of kind expenditure, allocation, est",
        )
        for record, where in (
            ("kind: expenditure, beneficiary: r1", "beneficiary"),
            ("kind: expenditure, beneficiaries: [{id: r1}]", "beneficiaries[1].id"),
            ("kind: expenditure, paid_by: r1", "paid_by"),
            ("kind: inspection, subject: r1", "subject"),
            ("kind: inspection, by: r1", "by"),
            ("kind: inspection, for: r1", "for"),
            ("kind: report, to: [r1]", "to[1]"),
            ("kind: report_request, from: r1", "from"),
            ("kind: activity, by: r1", "by"),
        )
    ),
    (
        "facts.not-a-catalogue",
        commune("procedures: {catalogue: ls}"),
        8,
        "c1: procedures.catalogue: 'ls' is of kind province, not a catalogue.",
    ),
    (
        "facts.parent-cycle",
        CIRCLE,
        4,
        "p1: parent: the parents go round in a circle: p1 → p2 → p1.",
    ),
    (
        "facts.parent-cycle",
        "- {id: p1, kind: province, name: P, parent: p1}",
        4,
        "p1: parent: the parents go round in a circle: p1 → p1.",
    ),
    (
        "facts.duplicate-id",
        "- {id: ls, kind: province, name: P}",
        4,
        "ls: the id 'ls' is taken by the record at bad.yaml:4.",
    ),
    (
        "facts.id-of-pack",
        "- {id: kh34.2018, kind: province, name: P}",
        4,
        "kh34.2018: the id 'kh34.2018' is taken by a record that a pack lays down",
    ),
    (
        "facts.after-collected",
        commune("nominated: [{year: 2018, date: 2081-05-01}]"),
        8,
        "c1: nominated[1].date: 2081-05-01 is after 2020-12-31, the day on which these facts were",
    ),
    (
        "facts.too-far-ahead",
        commune("nominated: [{year: 2081, date: 2018-05-01}]"),
        8,
        "c1: nominated[1].year: 2081 is more than 10 year(s) after 2020-12-31, the day on which",
    ),
    (
        "facts.many-after-collected",
        "\n".join(
            f"- {{id: p{n}, kind: expenditure, spent_on: 2021-0{n}-01}}" for n in range(1, 7)
        ),
        2,
        "collected_on: 6 days of the file are after 2020-12-31, the day on which its facts were",
    ),
    *(
        ("facts.entered-twice", two("commune", first, second), 5, f"c2: {told_as}")
        for first, second, told_as in (
            ("code: '00001'", "code: '00001'", "code: '00001' is also that of 'c1' at bad.yaml:4"),
            ("code: 1", "code: '00001'", "code: '00001' is also that of 'c1' at bad.yaml:4, of"),
            (
                "code: '00001', dissolved_on: 2020-01-02",
                "code: '00001', established_on: 2020-01-01",
                "code: '00001' is also that of 'c1' at bad.yaml:4, of the same kind at the same",
            ),
            (
                "code: '00001'",
                "code: '00001', established_on: 2020-01-01",
                "code: '00001' is also that of 'c1' at bad.yaml:4, of the same kind at the same",
            ),
            ("name: Xã Hoà", "name: xã Hòa", "name: 'xã Hòa' is also that of 'c1' at bad.yaml"),
            (
                "name: Hòa, code: '00001'",
                "name: Hòa, unit_type: xã",
                "name: 'Hòa' is also that of 'c1' at bad.yaml:4, of the same kind at the same time",
            ),
        )
    ),
    (
        "facts.entered-twice",
        two("public_service_unit", "code: A1", "code: a1"),
        5,
        "c2: code: 'a1' is also that of 'c1' at bad.yaml:4, of the same kind at the same time.",
    ),
]
