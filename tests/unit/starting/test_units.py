"""Lists of units as people have them, read into the units of one province."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from isocheck.errors import InputProblems, Problem
from isocheck.messages import CATALOGUE, render
from isocheck.packs.folders import built_in, named_packs
from isocheck.packs.loading import load_profile
from isocheck.packs.starting import Plan, read_plan
from isocheck.records.kinds.kind import Kind
from isocheck.source.text import sounded
from isocheck.starting.rows import read_list
from isocheck.starting.spelling import slug
from isocheck.starting.units import Province, Reading
from unit.starting.bad_lists import BAD_LISTS

PROFILE = "lang-son-2018-2020"
# what is told of a call rather than of a row; asserted in tests/cli/test_init.py or below
OF_THE_CALL = {
    "units.no-file",
    "units.beside-twice",
    "units.spreadsheet",
    "units.name-province",
    "units.which-province",
    "units.no-province",
    "units.rows",
    "units.many",
}
LIST = """\
Mã;Tên;Cấp;Mã huyện;Tên huyện;Mã tỉnh;Tỉnh
06187;Thị trấn Cao Lộc;Thị trấn;183;Huyện Cao Lộc;20;Tỉnh Lạng Sơn
06193;Xã Thanh Lòa;Xã;183;Huyện Cao Lộc;20;Tỉnh Lạng Sơn
01234;Xã Hồng Việt;Xã;043;Huyện Hòa An;04;Tỉnh Cao Bằng
"""


@pytest.fixture(scope="module")
def kinds() -> dict[str, Kind]:
    return dict(load_profile(PROFILE).kinds)


@pytest.fixture(scope="module")
def plan(kinds: dict[str, Kind]) -> Plan:
    return read_plan(named_packs(PROFILE, [built_in()])[1], kinds)


class Lists:
    """Writes lists and reads them."""

    def __init__(self, folder: Path, plan: Plan, kinds: dict[str, Kind]) -> None:
        self.folder, self._plan, self._kinds = folder, plan, kinds

    def read(self, *texts: str | bytes, province: str = "") -> Province:
        lists = []
        for number, text in enumerate(texts, 1):
            path = self.folder / f"list{number}.csv"
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
            lists.append(read_list(path, self._plan))
        return Reading(self._plan, self._kinds, province).read(lists)

    def told(self, *texts: str, province: str = "Tỉnh Lạng Sơn") -> list[Problem]:
        with pytest.raises(InputProblems) as caught:
            self.read(*texts, province=province)
        return caught.value.problems

    def rows(self, *texts: str, province: str = "") -> list[tuple[str, str, str, str]]:
        """The id, name, type, and the id of the unit above, of each."""
        units = self.read(*texts, province=province).units
        return [(u.id, u.name, u.type, u.above.id if u.above else "") for u in units]


@pytest.fixture
def lists(tmp_path: Path, plan: Plan, kinds: dict[str, Kind]) -> Lists:
    return Lists(tmp_path, plan, kinds)


CAO_LOC = [
    ("p-20", "Tỉnh Lạng Sơn", "", ""),
    ("d-183", "Huyện Cao Lộc", "huyện", "p-20"),
    ("c-06187", "Thị trấn Cao Lộc", "thị trấn", "d-183"),
    ("c-06193", "Xã Thanh Lòa", "xã", "d-183"),
]


@pytest.mark.parametrize(
    "province", ["20", "Lạng Sơn", "Tỉnh Lạng Sơn", "tỉnh  lạng sơn", "Lang Son"]
)
def test_the_province_is_chosen_by_code_or_name(lists: Lists, province: str) -> None:
    assert lists.rows(LIST, province=province) == CAO_LOC


def test_columns_may_stand_in_any_order_below_titles_beside_others(lists: Lists) -> None:
    text = "sep=,\nDANH SÁCH ĐƠN VỊ HÀNH CHÍNH,,,,,,\n"
    text += "STT,Quận Huyện,Mã QH,Phường Xã,Mã PX,Cấp,Ghi chú\n"
    text += "1,Huyện Cao Lộc,183,Thị trấn Cao Lộc,06187,Thị trấn,cũ\n,,,,,,\n"
    text += "2,Huyện Cao Lộc,183,Xã Thanh Lòa,06193,Xã,\n"
    assert lists.rows(text, province="x") == [
        (*CAO_LOC[1][:3], ""), *CAO_LOC[2:],
    ]  # fmt: skip


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_byte_order_mark_and_composed_letters_make_no_difference(
    lists: Lists, mark: bytes, form: str
) -> None:
    text = unicodedata.normalize(form, LIST)  # type: ignore[arg-type]
    assert lists.read(mark + text.encode(), province="20").units[1].name == "Huyện Cao Lộc"


def test_english_headings_and_a_list_for_each_level(lists: Lists) -> None:
    districts = "code,name,type,communes\n183,Huyện Cao Lộc,huyện,2\n"
    communes = "code,name,type,district_code\n06187,Cao Lộc,thị trấn,183\n06193,Thanh Lòa,xã,183\n"
    for texts in ((districts, communes), (communes, districts)):
        assert lists.rows(*texts, province="x") == [(*CAO_LOC[1][:3], ""), *CAO_LOC[2:]]


def test_levels_mixed_in_one_list(lists: Lists) -> None:
    text = "Mã,Tên,Cấp,Mã huyện,Mã tỉnh\n20,Tỉnh Lạng Sơn,Tỉnh,,\n183,Huyện Cao Lộc,Huyện,,20\n"
    text += "06187,Thị trấn Cao Lộc,Thị trấn,183,20\n06193,Xã Thanh Lòa,Xã,183,20\n"
    assert lists.rows(text) == CAO_LOC


def test_without_districts_communes_stand_below_the_province(lists: Lists) -> None:
    text = "code,name,type,province_code,province\n06040,Thất Khê,xã,20,Tỉnh Lạng Sơn\n"
    assert lists.rows(text) == [CAO_LOC[0], ("c-06040", "Xã Thất Khê", "xã", "p-20")]


def test_zeros_that_a_spreadsheet_took_are_put_back_and_told(lists: Lists) -> None:
    found = lists.read(
        LIST.replace(";06187;", ";6187;").replace("\n06193", "\n6193"), province="20"
    )
    assert [unit.id for unit in found.units] == [row[0] for row in CAO_LOC]
    assert found.padded == {"6193": "06193"}


def test_a_column_that_says_the_level_alone_is_no_type(lists: Lists) -> None:
    text = "Tên,Cấp,Huyện\nHoàng Văn Thụ,xã,Thành phố Lạng Sơn\n"
    assert lists.rows(text, province="x")[-1][1:3] == ("Hoàng Văn Thụ", "")
    with_types = text + "Tam Thanh,phường,Thành phố Lạng Sơn\n"
    assert lists.rows(with_types, province="x")[-1][1:3] == ("Phường Tam Thanh", "phường")


def test_names_that_repeat_are_told_apart_where_there_are_no_codes(lists: Lists) -> None:
    text = "Xã,Huyện\nXã Hòa Bình,Huyện Chi Lăng\nXã Hoà Bình,Huyện Bình Gia\n"
    text += "Xã Yên Sơn,Huyện Bình Gia\nXã Yên Sớn,Huyện Bình Gia\n"
    assert [row[0] for row in lists.rows(text, province="x")] == [
        "d-huyen-chi-lang", "d-huyen-binh-gia", "c-xa-hoa-binh-chi-lang", "c-xa-hoa-binh-binh-gia",
        "c-xa-yen-son-binh-gia", "c-xa-yen-son-binh-gia-2",
    ]  # fmt: skip


def test_how_names_are_compared_and_become_ids() -> None:
    assert sounded("Xã Hoà Bình") == sounded("xã  Hòa bình") != sounded("Xã Hoa Bình")
    assert slug("Thị trấn Đồng Đăng (mới)") == "thi-tran-dong-dang-moi"


@pytest.mark.parametrize(("code", "text", "line", "told_as"), BAD_LISTS)
def test_a_bad_row_is_told_with_its_line(
    code: str, text: str, line: int, told_as: str, lists: Lists
) -> None:
    (problem,) = lists.told(text)
    assert problem.code == code
    told = render(problem, "en").replace(f"{lists.folder}/", "")
    assert told.startswith(f"list1.csv:{line}: {told_as}")


def test_everything_wrong_is_told_in_one_go(lists: Lists) -> None:
    text = "Mã,Tên,Huyện\n1x,Xã Một,Huyện Một\n,Cộng,\n00001,,Huyện Một\n"
    other = "Tên,Tên đơn vị\nXã Hai,x\n"
    assert [p.code for p in lists.told(text)] == ["units.code-form", "units.total", "units.no-name"]
    assert [p.code for p in lists.told(other, "")] == ["units.column-twice", "units.empty"]


def test_which_province_is_told(lists: Lists) -> None:
    (which,) = lists.told(LIST, province="")
    assert "several provinces: Tỉnh Lạng Sơn, Tỉnh Cao Bằng. Choose one" in render(which, "en")
    (none,) = lists.told(LIST, province="Lạng Sơm")
    assert "is no province of the list" in render(none, "en")
    assert "Did you mean 'Tỉnh Lạng Sơn'?" in render(none, "en")
    (unnamed,) = lists.told("Xã,Huyện\nXã Một,Huyện Một\n", province="")
    assert unnamed.code == "units.name-province"


def test_what_is_no_table_is_told(tmp_path: Path, plan: Plan) -> None:
    def told(path: Path) -> str:
        with pytest.raises(InputProblems) as caught:
            read_list(path, plan)
        return "".join(problem.code for problem in caught.value.problems)

    def written(name: str, data: bytes) -> Path:
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "link.csv").symlink_to(tmp_path / "nowhere")
    huge = written("huge.csv", b"")
    os.truncate(huge, 4 * 1024**3)
    assert told(tmp_path / "none.csv") == "units.no-file"
    assert told(tmp_path / "pipe.csv") == told(Path("/dev/zero")) == "files.not-ordinary"
    assert told(tmp_path / "link.csv") == "files.link-broken"
    assert told(huge) == "files.too-large"
    assert told(tmp_path) == "files.unreadable"
    assert told(written("a.csv", LIST.encode("utf-16"))) == "tables.encoding"
    assert told(written("b.csv", LIST.encode("cp1258", "replace"))) == "tables.encoding"
    assert told(written("c.csv", b"PK\x03\x04...")) == "units.spreadsheet"
    assert told(written("d.xls", b"x")) == "units.spreadsheet"
    assert told(written("e.csv", "Tên\nXã\u200bMột\n".encode())) == "source.control-character"


def test_a_long_list_of_nonsense_ends_soon(lists: Lists) -> None:
    problems = lists.told("Mã,Tên,Huyện\n" + "x,Xã Một,Huyện Một\n" * 5_000)
    assert len(problems) == 1001
    assert "source.more-problems" in {problem.code for problem in problems}


@pytest.mark.slow
def test_a_list_of_very_many_units_is_refused_soon(lists: Lists) -> None:
    units = "".join(f"Xã {number},Huyện {number % 3000}\n" for number in range(9_000))
    (many,) = lists.told("Xã,Huyện\n" + units)
    assert render(many, "en").endswith(
        "the province would have 12000 units; at most 10000 are taken. Check that the list is one "
        "of communes, and that its columns are named right."
    )
    (rows,) = lists.told("Xã,Huyện\n" + "Xã,Huyện\n" * 100_001)
    assert "list1.csv:100002: the list has more than 100000 rows." in render(rows, "en")


def test_every_message_about_lists_is_asserted() -> None:
    asserted = {case[0] for case in BAD_LISTS} | OF_THE_CALL
    assert {code for code in CATALOGUE if code.startswith("units.")} <= asserted
