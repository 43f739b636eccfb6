"""The page of a pack: every paragraph with what encodes it, nothing unescaped."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from authoring.packs_on_disk import add, open_, spoil
from isocheck.authoring.pack_page import page_entry, page_of
from isocheck.authoring.pack_page_formats import html_page, markdown
from isocheck.authoring.pack_view import opened


class Tags(HTMLParser):
    """Notes which elements a page has, and that all are closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert all(name not in {"src", "onclick"} for name, _ in attrs)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_a_page_shows_text_rules_and_parameters(tmp_path: Path) -> None:
    page = page_of(open_(tmp_path), "en")
    text = markdown(page)
    assert "### [2]\n\n> Các cơ quan công bố" in text
    assert "- rule `mine.announce` “Các cơ quan công bố Hệ thống quản lý chất lượng”" in text
    assert "- No rule: A heading only" in text
    assert "| `mine.announcing_due` | 2021-06-30 |" in text
    tags = Tags(html_page(page))
    assert tags.open == []
    assert not tags.seen & {"script", "link", "img"}
    assert "Các cơ quan công bố Hệ thống quản lý chất lượng trước ngày" in tags.words


def test_nothing_that_a_pack_says_becomes_markup(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>"
    spoil(tmp_path, "source.md", "Điều 1. Phạm vi", f"{evil} *x* Điều 1. Phạm vi")
    spoil(tmp_path, "rules/rules.yaml", "en: Announce the QMS}\n  for", f"en: '{evil}'}}\n  for")
    page = page_of(open_(tmp_path), "en")
    assert "script" not in Tags(html_page(page)).seen
    assert "<script" not in markdown(page)


@pytest.mark.parametrize(
    "evil", ["t.`a`", "t.``a", "`", "t.<b>x</b>", "t.a|b", "t.</code><script>"]
)
def test_no_id_becomes_markup(tmp_path: Path, evil: str) -> None:
    """In Markdown a code span takes no escapes: its fence is longer than any run within."""
    made = page_of(open_(tmp_path), "en")
    rule, *others = made.rules
    page = replace(made, rules=(replace(rule, id=evil), *others), parameters=((evil, "1", "x"),))
    assert "script" not in Tags(html_page(page)).seen
    assert evil in Tags(html_page(page)).words
    (heading,) = [
        line for line in markdown(page).splitlines() if rule.title in line and "#" in line
    ]
    (row,) = [line for line in markdown(page).splitlines() if line.startswith("| `")]
    spans = re.compile(r"(?<!`)(`+)(?!`)( ?)(.*?)\2(?<!`)\1(?!`)")
    for line, meant in ((heading, evil), (row, evil.replace("|", "\\|"))):
        found = spans.search(line)
        assert found is not None
        assert found[3] == meant


def test_a_paragraph_that_nothing_encodes_stands_out(tmp_path: Path) -> None:
    page = page_of(open_(add(tmp_path, "source.md", "\n[3]\nx\n")), "vi")
    assert "**Chưa có quy định nào mã hóa đoạn này**" in markdown(page)
    assert 'class="place open"' in html_page(page)


def test_the_plan_has_a_page_in_both_languages() -> None:
    pack = opened("kh34", with_cases=False)
    for lang in ("vi", "en"):
        page = page_of(pack, lang)
        assert {place.at for place in page.places} >= {"I b1", "V.6 b2", "annex I.1"}
        assert Tags(html_page(page)).open == []
        assert all(place.encoded_by or place.reasons for place in page.places)
        issued = {"vi": ("Ngày ban hành", "23/02/2018"), "en": ("Issued on", "2018-02-23")}
        assert issued[lang] in page.head


KINDS = """
vocabularies:
  colour:
    open: true
    words:
      red: {label: {vi: màu đỏ, en: red}, aliases: [đỏ, "đỏ | tươi"]}
  unit_type: {extends: core, words: {xã: {aliases: [xã nhỏ]}}}
kinds:
  stamp:
    title: {vi: Con dấu, en: Stamp}
    fields:
      name: {type: text, required: true}
      colour: {type: text, vocabulary: colour, column: {vi: Màu, en: Colour}}
      parent: {type: reference, to: [district], label: {vi: cơ quan cấp trên, en: parent body}}
      qms:
        type: object
        fields:
          adopted_on: {type: day, label: {vi: ngày áp dụng HTQLCL, en: day the QMS was adopted}}
      nominated: {type: list, of: {type: object, fields: {year: {type: year}}}}
"""
DERIVED = """stamps.red:
  for: [district]
  over: stamp
  where:
    all:
      - {parent: {eq: {fact: subject.id}}}
      - {colour: red}
      - {not: {qms.adopted_on: {lt: 2020-01-02}}}
  count: true
"""


@pytest.fixture
def declaring(tmp_path: Path) -> Path:
    add(tmp_path, "kinds.yaml", KINDS)
    return add(tmp_path, "derived.yaml", DERIVED)


def test_a_page_lists_fields_vocabularies_and_derived_values(declaring: Path) -> None:
    text = markdown(page_of(open_(declaring), "en"))
    assert "### `stamp` Stamp\n" in text
    assert "| `name` | Name | text (required) |  |" in text
    assert "| `colour` | Colour | text | colour |" in text
    assert "| `parent` | parent body | id of another record (District) |  |" in text
    assert "| `qms.adopted_on` | day the QMS was adopted | day |  |" in text
    assert "| `nominated[].year` |  | year |  |" in text
    assert "### `colour`\n\nopen: takes \\`other: …\\` too\n" in text
    assert "| `red` | red | màu đỏ; đỏ; đỏ \\| tươi |" in text
    assert "### `unit_type`\n\nclosed: takes no other word\n" in text
    assert "| `stamps.red` |  | District | count | how many; over: Stamp; where parent body" in text
    assert "= the subject; and colour = red; and not: (day the QMS was adopted &lt; 2020-" in text


def test_they_are_listed_in_vietnamese_and_as_html(declaring: Path) -> None:
    page = page_of(open_(declaring), "vi")
    text = markdown(page)
    assert "| `colour` | Màu | chữ | colour |" in text
    assert "| `red` | màu đỏ | đỏ; đỏ \\| tươi |" in text
    assert "số lượng; trong: Con dấu; với điều kiện cơ quan cấp trên = đối tượng được rà" in text
    tags = Tags(html_page(page))
    assert tags.open == []
    assert "nominated[].year" in tags.words
    assert "đỏ | tươi" in tags.words
    assert "stamps.red" in tags.words


def test_they_are_listed_for_programs(declaring: Path) -> None:
    entry = page_entry(page_of(open_(declaring), "en"))
    (stamp,) = entry["kinds"]
    assert (stamp["id"], stamp["title"]) == ("stamp", "Stamp")
    fields = {field["path"]: field for field in stamp["fields"]}
    assert fields["name"]["required"]
    assert fields["colour"] | {"label": None} == {
        "path": "colour", "label": None, "type": "text", "required": False,
        "vocabulary": "colour", "to": [],
    }  # fmt: skip
    assert fields["parent"]["to"] == ["district"]
    words = {one["id"]: one for one in entry["vocabularies"]}
    assert words.keys() == {"colour", "unit_type"}  # its own, and one that it adds to
    assert words["colour"]["open"]
    assert words["colour"]["words"][0]["aliases"] == ["màu đỏ", "đỏ", "đỏ | tươi"]
    (derived,) = entry["derived"]
    assert (derived["name"], derived["type"]) == ("stamps.red", "count")
    assert derived["for"] == ["district"]


def test_the_packs_of_ours_list_what_they_declare() -> None:
    """The core pack its kinds; the plan its words, and the words that it adds to those of core."""
    core = page_of(opened("core"), "vi")
    kinds = {kind for group in core.kinds for kind, _ in group.kinds}
    assert {"commune", "expenditure", "report"} <= kinds
    assert {"unit_type", "budget_line"} <= {one.id for one in core.vocabularies}
    plan = page_of(opened("kh34"), "vi")
    assert "budget_line" in {one.id for one in plan.vocabularies}
    assert any(d.name == "rollout.applied_2018" for d in plan.derived)


def test_places_of_our_own_text_are_called_as_people_call_them() -> None:
    page = page_of(opened("kh34"), "vi")
    text = markdown(page)
    for heading in (
        "### Mục III.3.1, gạch đầu dòng 2 [III.3.1 b2]\n",
        "### Mục IV.2.4, đoạn 3 [IV.2.4 ¶3]\n",
        "### Mục I, đoạn văn [I ¶]\n",
        "### Tên văn bản [title]\n",
        "### Biểu kèm theo, phần đầu [annex head]\n",
    ):
        assert heading in text
    assert '<p class="at">Đoạn cuối [closing ¶]</p>' in html_page(page)
