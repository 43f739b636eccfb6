"""What no two records share that stand at the same time, and who may share it none the less."""

from __future__ import annotations

import pytest

from isocheck.messages import render
from isocheck.records.folder import load_facts
from isocheck.records.kinds.kind import Kind
from unit.records.conftest import HEAD, WORLD, Told, Write

APART = {
    "one ended as the other began": (
        "code: '00001', dissolved_on: 2020-01-01", "code: '00001', established_on: 2020-01-01",
    ),
    "the other way round": (
        "code: '00001', established_on: 2020-01-01", "code: '00001', dissolved_on: 2019-12-31",
    ),
    "other codes": ("name: Xã Hai, code: '00001'", "name: Xã Hai, code: '00002'"),
    "other types": ("name: Bắc Sơn, unit_type: xã", "name: Bắc Sơn, unit_type: thị trấn"),
    "other parents": ("name: Xã Hai", "name: Xã Hai, parent: d2"),
    "no code": ("code: null", "code: null"),
}  # fmt: skip


def commune(number: int, more: str) -> str:
    given = {part.partition(":")[0].strip() for part in more.split(",")}
    rest = {"name": f"Xã số {number}", "parent": "d1"}
    said = [more, *(f"{key}: {value}" for key, value in rest.items() if key not in given)]
    return f"- {{id: c{number}, kind: commune, {', '.join(said)}}}\n"


@pytest.mark.parametrize("pair", APART.values(), ids=APART)
def test_two_bodies_are_two(pair: tuple[str, str], write: Write, kinds: dict[str, Kind]) -> None:
    districts = "- {id: d2, kind: district, name: Huyện Hai, parent: ls}\n"
    text = HEAD + districts + "".join(commune(n, more) for n, more in enumerate(pair, 1))
    base = load_facts(write({"world.yaml": WORLD, "a.yaml": text}), kinds)
    assert {"c1", "c2"} <= base.records.keys()


def test_records_of_two_kinds_may_share_a_code(write: Write, kinds: dict[str, Kind]) -> None:
    text = (
        HEAD
        + commune(1, "code: '00178'")
        + ("- {id: d2, kind: district, name: Xã số 1, parent: ls, code: '178'}\n")
    )
    load_facts(write({"world.yaml": WORLD, "a.yaml": text}), kinds)


def test_each_that_is_entered_again_is_told_once(told: Told) -> None:
    same = "code: '00001', name: Xã Hai"
    text = HEAD + "".join(commune(n, same) for n in range(1, 5))
    problems = told({"a.yaml": text})
    assert [p.code for p in problems] == ["facts.entered-twice"] * 3
    assert [p.location.line for p in problems] == [5, 6, 7]


def test_what_to_do_is_told_in_words_that_are_found(told: Told) -> None:
    named = "code: '00001'"
    (problem,) = told({"a.yaml": HEAD + commune(1, named) + commune(2, named)})
    assert render(problem, "vi") == (
        "a.yaml:5: c2: code: '00001' trùng với hồ sơ 'c1' (a.yaml:4), cùng loại và cùng thời gian. "
        "Mỗi đơn vị chỉ ghi một lần: hãy bỏ một hồ sơ, hoặc sửa lại. Nếu đơn vị sau thay đơn vị "
        "trước thì ghi ngày thôi tồn tại (dissolved_on) của đơn vị trước, ngày thành lập "
        "(established_on) của đơn vị sau."
    )
    (problem,) = told({"a.yaml": HEAD + commune(1, "name: Xã Một") + commune(2, "name: Xã Một")})
    assert render(problem, "en").endswith(
        "Where they are two give of each what they differ in: code (code), type of unit "
        "(unit_type)."
    )


def test_a_table_names_the_record_in_it(told: Told) -> None:
    table = "Mã đơn vị;Tên;Trực thuộc;Mã ĐVHC\nc1;Xã Một;d1;00001\nc2;Xã Hai;d1;00001\n"
    (problem,) = told({"commune.csv": table})
    assert render(problem, "en").startswith(
        "commune.csv:3: c2: Mã ĐVHC: '00001' is also that of 'c1' at commune.csv:2"
    )


ALIKE = {
    "with a title": ("UBND xã Gia Cát", "Xã Gia Cát"),
    "without its type": ("Gia Cát", "Xã Gia Cát"),
    "an abbreviation": ("TT Gia Cát", "Thị trấn Gia Cát"),
}
UNLIKE = {
    "goes on": ("Xã Tân Thành", "Xã Tân Thành Hạ"),
    "another type": ("Xã Bắc Sơn", "Thị trấn Bắc Sơn"),
    "another commune": ("Xã Hòa Bình", "Xã Thượng Hòa Bình"),
}


@pytest.mark.parametrize("names", ALIKE.values(), ids=ALIKE)
@pytest.mark.parametrize("turned", [False, True])
def test_a_body_under_another_name_is_told(
    told: Told, names: tuple[str, str], turned: bool
) -> None:
    first, second = reversed(names) if turned else names
    text = HEAD + commune(1, f"name: {first}") + commune(2, f"name: {second}")
    assert [p.code for p in told({"a.yaml": text})] == ["facts.called-alike"]


@pytest.mark.parametrize("names", UNLIKE.values(), ids=UNLIKE)
def test_names_of_two_bodies_that_share_words_are_two(
    names: tuple[str, str], write: Write, kinds: dict[str, Kind]
) -> None:
    text = HEAD + "".join(commune(n, f"name: {name}") for n, name in enumerate(names, 1))
    load_facts(write({"world.yaml": WORLD, "a.yaml": text}), kinds)


def test_codes_tell_apart_what_is_called_alike(write: Write, kinds: dict[str, Kind]) -> None:
    text = HEAD + commune(1, "name: Gia Cát, code: '00001'")
    text += commune(2, "name: Xã Gia Cát, code: '00002'")
    load_facts(write({"world.yaml": WORLD, "a.yaml": text}), kinds)
