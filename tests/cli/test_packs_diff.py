"""`packs diff` with a circular added: what it comes to, for whom, in whose district."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.folder import Run, write
from helpers import rule

HEAD = """id: u
version: 1.0.0
title: {vi: Thông tư 12/2020/TT-X về công bố, en: Circular 12/2020/TT-X on announcing}
instrument: {number: 12/2020/TT-X, kind: thông tư, issuer: Bộ X, issued: 2020-12-01}
in_force: {from: 2020-12-15}
requires: [core]
"""
RULES = rule(
    "u.announce",
    """
    form: act
    when: {qms.applied: true}
    require: {qms.announced: true}
    due: 2021-03-12
    action: {id: tell, do: {vi: Công bố lại, en: Announce again}, by: {fact: id}, report_to: []}
    """,
    kinds="commune, department",
)
MORE = """
- {id: d2, kind: district, name: Huyện Ái, parent: ls}
- {id: c9, kind: commune, name: Xã Đông, parent: d2}
- {id: c8, kind: commune, name: Xã An, parent: d2}
"""
CALL = ("packs", "diff", "small.yaml", "small.yaml+u")


@pytest.fixture
def circular(place: Path) -> Path:
    write(place / "packs/u/1.0.0/pack.yaml", HEAD)
    write(place / "packs/u/1.0.0/rules/rules.yaml", RULES)
    facts = place / "facts" / "facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    return place


@pytest.mark.usefixtures("circular")
def test_it_begins_with_a_sentence_for_officers(run: Run) -> None:
    told = " ".join(run(*CALL, "facts").stdout.split())
    assert told.startswith(
        "Thông tư 12/2020/TT-X: 2 đơn vị (1 Cơ quan cấp tỉnh, 1 UBND cấp xã) có nghĩa vụ mới, "
        "thời hạn đến hết ngày 12/03/2021; 4 UBND cấp xã chưa rõ vì thiếu tình trạng áp dụng "
        "HTQLCL; 1 UBND cấp xã đã thực hiện hoặc đạt điều mới được quy định."
    )
    told = " ".join(run(*CALL, "facts", "--lang", "en").stdout.split())
    assert told.startswith(
        "Circular 12/2020/TT-X: 2 bodies (Department: 1, Commune: 1): a new obligation, due "
        "2021-03-12; 4 bodies (Commune): cannot be told, missing are whether a QMS is applied; "
        "1 body (Commune): what is newly asked for is done or met."
    )
    found = json.loads(run(*CALL, "facts", "-f", "json").stdout)["summary"]
    assert found["en"] == [told.partition(" FINDINGS")[0]]
    assert found["vi"][0].startswith("Thông tư 12/2020/TT-X: 2 đơn vị")


@pytest.mark.usefixtures("circular")
def test_what_changes_stands_below_the_bodies_that_kinds_group_by(run: Run) -> None:
    lines = run(*CALL, "facts").stdout.splitlines()
    headings = [x for x in lines if x in ("CƠ QUAN CẤP TỈNH", "HUYỆN ÁI", "HUYỆN MỘT", "VIỆC MỚI")]
    assert headings[:3] == ["CƠ QUAN CẤP TỈNH", "HUYỆN ÁI", "HUYỆN MỘT"]
    ai = lines[lines.index("HUYỆN ÁI") :]
    assert ai[3].strip() == "2 UBND cấp xã: Xã An, Xã Đông"  # as Vietnamese sorts
    # What communes of a district share stands once.
    assert sum("[u.announce]" in line for line in lines) == 5


@pytest.mark.usefixtures("circular")
def test_a_law_that_is_taken_away_says_so(run: Run) -> None:
    told = " ".join(run("packs", "diff", "small.yaml+u", "small.yaml", "facts").stdout.split())
    assert told.startswith(
        "Thôi áp dụng Thông tư 12/2020/TT-X: 7 đơn vị (1 Cơ quan cấp tỉnh, 6 UBND cấp xã) không "
        "còn nghĩa vụ."
    )


@pytest.mark.usefixtures("circular")
def test_before_it_is_in_force_it_says_from_when(run: Run) -> None:
    told = " ".join(run(*CALL, "facts", "--as-of", "2020-12-14").stdout.split())
    assert told.startswith(
        "Thông tư 12/2020/TT-X: có hiệu lực từ 15/12/2020, sau ngày rà soát 14/12/2020; thêm "
        "--as-of 2020-12-15 để xem thay đổi. Không kết quả nào thay đổi."
    )
    told = " ".join(run(*CALL, "facts", "--as-of", "2020-12-15").stdout.split())
    assert "có nghĩa vụ mới" in told


@pytest.mark.usefixtures("circular")
def test_without_facts_it_compares_texts_and_says_what_facts_would_show(run: Run) -> None:
    told = " ".join(run(*CALL).stdout.split())
    assert told.startswith("Thông tư 12/2020/TT-X: thêm 1 quy định. Ở đây chỉ so lời văn.")
    assert "Nêu thêm thư mục thông tin (như facts/)" in told
    assert "như facts/" not in run(*CALL, "facts").stdout
    entry = json.loads(run(*CALL, "-f", "json").stdout)
    assert entry["summary"]["en"] == ["Circular 12/2020/TT-X: 1 rules added."]


@pytest.mark.usefixtures("circular")
def test_long_lists_are_cut_with_a_way_to_the_rest(run: Run, place: Path) -> None:
    more = "".join(f"- {{id: e{n}, kind: commune, name: Xã {n}, parent: d2}}\n" for n in range(40))
    facts = place / "facts" / "facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8") + more, encoding="utf-8")
    cut = run(*CALL, "facts").stdout
    assert "Xã 39" not in cut
    assert "thêm --full để in đủ" in cut
    full = run(*CALL, "facts", "--full").stdout
    assert "Xã 39" in full
    assert "--full" not in full


@pytest.mark.parametrize(("name", "meant"), [("kh35", "kh34"), ("kh34-alon", "kh34-alone")])
def test_a_law_that_is_not_there_is_guessed_among_profiles_and_packs(
    run: Run, name: str, meant: str
) -> None:
    wrong = run("packs", "diff", "kh34-alone", name, law=False)
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert f"cũng không có bộ quy định '{name}'. Có phải '{meant}'?" in wrong.stderr
    assert "Các bộ: core, cv419, kh34" in wrong.stderr


def test_two_days_are_compared_below_the_same_bodies(run: Run) -> None:
    result = run("diff", "facts", "facts", "--was-of", "2020-06-30", "--as-of", "2020-07-01")
    assert "HUYỆN MỘT" in result.stdout.splitlines()
