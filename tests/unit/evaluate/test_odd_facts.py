"""What is sound but may be mistaken is told in a note, and judged as it stands."""

from __future__ import annotations

import pytest

from helpers import WORLD, judged, pack, rule
from isocheck.finding import Note

LAW = pack(rule("r", "require: {name: {exists: true}}\nalways: true", kinds="commune, province"))
COMMUNE = (
    "- {id: c1, kind: commune, name: Xã Một, parent: d1, established_on: 2020-01-01, qms: %s}\n"
)
ANNOUNCED = "{adopted_on: %s, announcements: [{date: %s, version: '2015'}]}"
PAYMENT = "- {id: p%d, kind: expenditure, spent_on: 2019-05-0%d, amount: 1000000, %s}\n"


def notes_of(facts: str) -> dict[str, Note]:
    return {note.code: note for note in judged(LAW, WORLD + facts, "2020-12-31").evaluation.notes}


@pytest.mark.parametrize(
    ("adopted", "announced", "told"),
    [
        ("2020-01-01", "2020-01-01", ""),
        ("2019-12-31", "2020-01-01", "ngày áp dụng HTQLCL của Xã Một 31/12/2019"),
        ("2019-12-31", "2019-12-31", "ngày áp dụng HTQLCL của Xã Một 31/12/2019"),
        ("2020-01-01", "2020-01-02", ""),
    ],
)
def test_a_day_before_the_body_was_there_is_named(adopted: str, announced: str, told: str) -> None:
    note = notes_of(COMMUNE % (ANNOUNCED % (adopted, announced))).get("before-established")
    assert (note is not None) is bool(told)
    if note is not None:
        assert f"{told}, thành lập 01/01/2020 (facts.yaml:" in note.text["vi"]
        assert "of Xã Một, 2019-12-31, established 2020-01-01 (facts.yaml:" in note.text["en"]


def test_one_that_has_always_been_there_has_no_such_day() -> None:
    always = COMMUNE.replace("established_on: 2020-01-01, ", "")
    assert "before-established" not in notes_of(always % (ANNOUNCED % ("1999-01-01", "1999-01-01")))


def test_very_many_are_counted() -> None:
    many = "".join(
        (COMMUNE % (ANNOUNCED % ("2019-12-31", "2020-02-01")))
        .replace("id: c1", f"id: c{n}")
        .replace("Xã Một", f"Xã {n}")
        for n in range(12)
    )
    note = notes_of(many)["before-established"]
    assert note.text["vi"].count("thành lập 01/01/2020") == 10
    assert "và 2 đơn vị khác" in note.text["vi"]


def test_records_that_say_the_same_but_for_their_ids_are_named() -> None:
    same = PAYMENT % (1, 2, "document: PC 1") + PAYMENT % (2, 2, "document: PC 1")
    note = notes_of(same)["alike"]
    assert "Số đã chi: p1 (facts.yaml:" in note.text["vi"]
    assert ", p2 (facts.yaml:" in note.text["vi"]
    assert ": p1 (facts.yaml:" in note.text["en"]


@pytest.mark.parametrize(
    "other",
    [PAYMENT % (2, 3, "document: PC 1"), PAYMENT % (2, 2, "document: PC 2"), PAYMENT % (2, 2, "")],
)
def test_records_that_differ_in_one_field_are_not(other: str) -> None:
    assert "alike" not in notes_of(PAYMENT % (1, 2, "document: PC 1") + other)


def test_a_list_in_another_order_says_something_else_perhaps() -> None:
    """Only what is written the very same way is called the same."""
    parts = "recovered: [{amount: 1, date: 2019-06-01}, {amount: 2, date: 2019-06-01}]"
    turned = "recovered: [{amount: 2, date: 2019-06-01}, {amount: 1, date: 2019-06-01}]"
    assert "alike" not in notes_of(PAYMENT % (1, 2, parts) + PAYMENT % (2, 2, turned))
    assert "alike" in notes_of(PAYMENT % (1, 2, parts) + PAYMENT % (2, 2, parts))


MERGED = (
    "- {id: c1, kind: commune, name: Xã Một, parent: d1%s}\n"
    "- {id: c2, kind: commune, name: Xã Hai, parent: d1, established_on: 2020-03-01,"
    " predecessors: [{id: c1, extent: %s}]}\n"
)


@pytest.mark.parametrize(
    ("ended", "extent", "told"),
    [
        ("", "full", True),
        ("", "toàn bộ", True),
        ("", "part", False),
        (", dissolved_on: 2020-03-01", "full", False),
    ],
)
def test_a_body_that_went_whole_into_another_has_ended(ended: str, extent: str, told: bool) -> None:
    note = notes_of(MERGED % (ended, extent)).get("not-ended")
    assert (note is not None) is told
    if note is not None:
        assert "Xã Một, nhập vào Xã Hai (facts.yaml:" in note.text["vi"]
        assert "Xã Một, into Xã Hai (facts.yaml:" in note.text["en"]


SHARED = "- {id: c1, kind: commune, name: Xã Một, parent: d1}\n" + PAYMENT % (1, 2, "%s")


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ("beneficiaries: [{id: c1, amount: 999999}]", True),
        ("beneficiaries: [{id: c1, amount: 1000000}]", False),
        ("beneficiaries: [{id: c1}]", False),  # how much is not known
        ("beneficiary: c1", False),  # the whole of it
        ("beneficiary: null", False),
    ],
)
def test_money_of_a_payment_that_nobody_has_is_told(parts: str, told: bool) -> None:
    note = notes_of(SHARED % parts).get("parts-below-whole")
    assert (note is not None) is told
    if note is not None:
        assert "Số đã chi p1: 999.999 trên 1.000.000 đồng (facts.yaml:" in note.text["vi"]
        assert "999,999 of 1,000,000 đồng (facts.yaml:" in note.text["en"]


@pytest.mark.parametrize(
    ("amount", "told"), [("99999", True), ("100000", False), ("0", False), ("31", True)]
)
def test_an_amount_that_may_count_thousands_is_told_once(amount: str, told: bool) -> None:
    payment = PAYMENT.replace("1000000", amount) % (1, 2, "beneficiary: c1")
    note = notes_of("- {id: c1, kind: commune, name: Xã Một, parent: d1}\n" + payment).get(
        "small-amounts-of-records"
    )
    assert (note is not None) is told
    if note is not None:
        words = f"{int(amount):,}"
        assert note.text["vi"].count(f"Số đã chi p1: {words.replace(',', '.')} đồng (") == 1
        assert f"Expenditure p1: {words} đồng (facts.yaml:" in note.text["en"]
