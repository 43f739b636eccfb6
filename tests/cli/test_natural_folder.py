"""A folder as an officer writes it: what happened, and nothing of what did not (design §2).

It is judged. What stays open rests on a field that was left out though only the body can tell it,
or on a text that nobody has seen or that can be read in two ways; this test lists which.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from isocheck.cli import program

SETTINGS = "collected: all\ncollected_on: 2021-06-30\n"
RETURN = """
facts: v1
collected_on: 2021-06-30
source: Báo cáo của UBND huyện Cao Lộc
complete: all
records:
  - {id: ls, kind: Tỉnh, name: Tỉnh Lạng Sơn}
  - {id: bcd-iso, kind: Ban Chỉ đạo ISO, name: Ban Chỉ đạo ISO tỉnh, parent: ls}
  - id: so-khcn
    kind: department
    name: Sở Khoa học và Công nghệ
    parent: ls
    body_type: specialised-agency
  - id: d-183
    kind: district
    name: Huyện Cao Lộc
    parent: ls
    qms:
      adopted_on: 2015-06-01
      standard: [{version: TCVN ISO 9001:2008, from: 2015-06-01}]
      framework_model: 2968/QĐ-BKHCN
      scope: [{from: 2015-06-01, covers: all}]
      announcements: [{date: 2015-07-13, number: 1268/QĐ-UBND, version: "2008"}]
  - id: c-06184
    kind: commune
    name: Xã Hồng Phong
    parent: d-183
    nominated: [{year: 2018, date: 2018-03-20, by: d-183, document: 583/QĐ-UBND}]
    qms:
      adopted_on: 2018-11-05
      standard: [{version: "2015", from: 2018-11-05}]
      framework_model: 101/QĐ-BKHCN
      scope: [{from: 2018-11-05, covers: all}]
      announcements: [{date: 2018-12-20, number: 12/QĐ-UBND, version: "2015"}]
  - {id: c-06187, kind: commune, name: Thị trấn Cao Lộc, parent: d-183}
"""
# As a Vietnamese spreadsheet saves it: a byte order mark, semicolons, line ends of two characters,
# a title, headings in Vietnamese, days and amounts as people write them, blank rows below.
PAYMENTS = (
    "\ufeffSỔ CHI NĂM 2018 (ĐVT: đồng);;;;;;;;\r\n"
    ";;;;;;;;\r\n"
    "STT;Mã khoản chi;Năm;Nội dung chi;Số tiền (đồng);Nguồn kinh phí;Đơn vị thụ hưởng;Ngày chi;"
    "Ghi chú\r\n"
    "1;chi-1;2018;Chi hoạt động tư vấn;15.000.000;Ngân sách địa phương;c-06184;08/10/2018;"
    "đã có hóa đơn\r\n"
    ";;;;;;;;\r\n"
)
TABLE = "Số đã chi năm 2018.csv"
BUILT = "qms.self_built"
POSTED, SENT = (f"qms.announcements.0.{name}" for name in ("posted_on", "sent_on"))
# Rule and subject of all that stays open, with the fields that were left out. No field: a text.
# Whoever used the money must settle it, and who did is not written down: it may be anybody.
OPEN: dict[tuple[str, str], set[str]] = {
    ("kh34.self-built", "c-06184"): {BUILT, "contractor"},
    ("kh34.self-built", "d-183"): {BUILT},
    ("tt116.self-built", "c-06184"): {BUILT},
    ("tt116.self-built", "d-183"): {BUILT},
    ("qd19.posted", "c-06184"): {POSTED},
    ("qd19.posted", "d-183"): {POSTED},
    ("qd19.announcement-sent", "c-06184"): {SENT},
    ("qd19.announcement-sent", "d-183"): {SENT},
    **{
        ("kh34.settlement", body): {"paid_by", "settled_on"}
        for body in ("ls", "bcd-iso", "so-khcn", "d-183", "c-06184", "c-06187", "ubnd-tinh",
                     "bo-khcn")
    },
    ("kh34.convert-2015", "d-183"): set(),  # "trước ngày 30/6/2021", read in two ways
    ("kh34.committee-reports", "bcd-iso"): set(),
    ("kh34.standing-agency-reports", "so-khcn"): set(),
    ("tt26.report-date", "bcd-iso"): set(),
    ("tt26.report-date", "so-khcn"): set(),
    ("tt116.commune-norm", "c-06184"): set(),
    ("cv419.conversion-plan", "d-183"): set(),
}  # fmt: skip


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The findings on the folder."""
    folder: Path = tmp_path_factory.mktemp("so-lieu")
    for name, text in (
        ("isocheck.yaml", SETTINGS), ("huyen-cao-loc.yaml", RETURN), (TABLE, PAYMENTS)
    ):  # fmt: skip
        (folder / name).write_bytes(text.encode("utf-8"))
    result = CliRunner().invoke(program, [str(folder), "--format", "json"])
    assert result.exit_code == 1, result.stderr
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_only_what_was_left_out_or_a_text_keeps_a_finding_open(document: dict[str, Any]) -> None:
    left_out: dict[tuple[str, str], set[str]] = defaultdict(set)
    for finding in document["findings"]:
        if finding["outcome"] == "indeterminate":
            key = (finding["rule"], finding["subject"])
            left_out[key] |= {m["path"] for m in finding["missing"] if m["record"] is not None}
    assert dict(left_out) == OPEN


def test_what_was_not_written_in_its_one_form_is_counted(document: dict[str, Any]) -> None:
    assert document["facts"]["repaired"] == {TABLE: {"day": 1, "money": 1}}
    (note,) = [note for note in document["notes"] if note["code"] == "repaired"]
    assert note["text"] == {
        "vi": "Trong các bảng sau, có giá trị không ghi theo dạng chuẩn nhưng đọc được chắc chắn: "
        f"{TABLE} (1 ngày, 1 số tiền).",
        "en": "In these tables values were not written in their one form, and could be read for "
        f"certain: {TABLE} (days: 1, amounts: 1).",
    }


def test_amounts_that_may_count_millions_are_asked_about(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(RETURN, encoding="utf-8")
    (tmp_path / "Số đã chi.csv").write_text("Mã;Số tiền\nchi-1;15\n", encoding="utf-8")
    result = CliRunner().invoke(program, [str(tmp_path), "--format", "json"])
    (note,) = [n for n in json.loads(result.stdout)["notes"] if n["code"] == "small-amounts"]
    assert note["text"]["vi"] == (
        "Mọi số tiền trong cột sau đều dưới 100.000 đồng; hãy kiểm tra có phải đã ghi theo nghìn "
        "đồng hay triệu đồng: Số đã chi.csv (Số tiền)."
    )


def test_nearly_all_that_applies_is_decided(document: dict[str, Any]) -> None:
    outcomes = document["summary"]["outcomes"]
    decided = outcomes["satisfied"] + outcomes["satisfied_late"] + outcomes["violated"]
    assert decided + outcomes["due"] > 4 * outcomes["indeterminate"]


@pytest.mark.parametrize(
    ("rule", "subject", "outcome"),
    [
        ("kh34.commune-apply", "c-06184", "satisfied"),
        ("kh34.commune-announce", "c-06184", "satisfied"),
        ("kh34.commune-framework", "c-06184", "satisfied"),
        ("kh34.announce", "d-183", "satisfied"),
        ("kh34.cap-commune", "c-06184", "satisfied"),
        ("kh34.commune-maintain", "c-06184", "violated"),  # none recorded in a full return
        ("kh34.leadership-involved", "c-06184", "violated"),
    ],
)
def test_what_happened_and_what_did_not_is_judged(
    document: dict[str, Any], rule: str, subject: str, outcome: str
) -> None:
    found = [
        f["outcome"]
        for f in document["findings"]
        if (f["rule"], f["subject"]) == (rule, subject) and f["outcome"] != "not_applicable"
    ]
    assert found == [outcome]
