"""Names in the order of Vietnamese dictionaries."""

from __future__ import annotations

import random
import unicodedata

import pytest

from isocheck.report.collation import vietnamese_key


@pytest.mark.parametrize(
    "names",
    [
        # letters with marks of their own are letters
        ["an", "ăn", "ân", "ba", "da", "đa", "em", "êm", "on", "ôn", "ơn", "tu", "tư", "xa", "y"],
        # tones: none, huyền, hỏi, ngã, sắc, nặng
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        # a letter weighs more than a tone, a shorter syllable comes first
        ["ma", "mạ", "mai", "mài", "măng", "mâu"],
        # syllable by syllable: the tone of the first before the letters of the second
        ["Xã Bắc Hùng", "Xã Bắc Việt", "Xã Bắc Xa", "Xã Bặc An"],
        ["Huyện Bắc Sơn", "Huyện Bình Gia", "Huyện Cao Lộc", "Huyện Chi Lăng", "Huyện Đình Lập"],
        ["Sở Công Thương", "Sở Giáo dục và Đào tạo", "Sở Y tế", "Thanh tra tỉnh"],
        # numbers by their value
        ["Năm 2", "Năm 10", "Năm 2018", "Năm ngân sách"],
    ],
)
def test_names_stand_in_the_order_of_a_dictionary(names: list[str]) -> None:
    shuffled = names[:]
    random.Random(7).shuffle(shuffled)
    assert sorted(shuffled, key=vietnamese_key) == names


def test_capitals_and_the_way_letters_are_composed_make_no_difference() -> None:
    name = "Xã Đồng Ý"
    assert vietnamese_key(name) == vietnamese_key(unicodedata.normalize("NFD", name).upper())
