"""What the packs say in Vietnamese is Vietnamese: no English word, no code, no name of a field.

Read with the shape of a Vietnamese syllable: a text of English words or of ids does not have it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from isocheck.source.nodes import Fields, Items
from isocheck.source.yaml_reader import read_yaml

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for folder in ("policies", "docs/tutorial/policies")
    for path in (ROOT / folder).rglob("*.yaml")
    if "tests" not in path.parts[-3:]
)
SHORT_FORMS = {
    "BCĐ", "BKHCN", "BTC", "ĐVHC", "HTQLCL", "ISO", "KH", "NQ", "QĐ", "TCVN", "TT", "TTHC",
    "TTg", "TĐC", "UBND", "UBNDS", "UBTVQH",
}  # fmt: skip
NUMERAL = re.compile(r"[IVX]+")
SYLLABLE = re.compile(
    r"(ngh|ng|nh|kh|ch|gh|gi|ph|qu|th|tr|[bcdghklmnprstvx])?"
    r"(uye|uya|oai|oay|oeo|uay|uoi|uou|ieu|yeu|ia|ie|iu|ua|ue|uo|ui|uu|uy|ye|oa|oe|oi|oo|ai|ao|au"
    r"|ay|eo|eu|[aeiouy])"
    r"(ch|ng|nh|[cmnpt])?"
)
CODE = re.compile(r"[`_\\]|[^\W\d]\.[^\W\d]|(?<!9001):\d{4}\b")
# a figure that a claim of an annex puts into its note; the id of a pack that is not made yet
FILLED_IN = re.compile(r"\{[a-z]+\}|\bPACK_ID\b")


def vietnamese(node: Any) -> Iterator[tuple[int, str]]:
    """Yield each text below a `vi`, and each name that reference records give, with its line."""
    if isinstance(node, Fields):
        for key, value in node.items():
            if isinstance(value, str) and (key == "vi" or (key == "name" and "kind" in node)):
                yield node.line_of(key), value
            else:
                yield from vietnamese(value)
    elif isinstance(node, Items):
        for entry in node:
            yield from vietnamese(entry)


def foreign(text: str) -> list[str]:
    """Return what of a text no official would have written."""
    text = FILLED_IN.sub("", text)
    words = re.findall(r"[^\W\d_]+", text)
    return [
        *(word for word in words if not _is_vietnamese(word)),
        *(found.group() for found in CODE.finditer(text)),
    ]


def _is_vietnamese(word: str) -> bool:
    if word in SHORT_FORMS or NUMERAL.fullmatch(word):
        return True
    letters = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return SYLLABLE.fullmatch(bare) is not None


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_vietnamese_of_a_pack_holds_no_english_and_no_code(path: Path) -> None:
    texts = vietnamese(read_yaml(path.read_bytes(), path.name))
    assert [(line, text, foreign(text)) for line, text in texts if foreign(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Kiểm tra on-site", "đoạn closing ¶", "sang :2015", "ghi ở pack.yaml", "qms.announced",
        "cơ quan chi (paid_by)", "khác commune", "xét theo `follows`", "sửa đổi (amendments)",
    ],
)  # fmt: skip
def test_english_and_code_are_noticed(text: str) -> None:
    assert foreign(text)


def test_what_an_official_writes_is_let_through() -> None:
    text = "Chuyển đổi HTQLCL sang TCVN ISO 9001:2015 (mục II.2.2), giai đoạn 2018 - 2020, quý III"
    assert foreign(text) == []
