"""YAML is read as written, with lines; what a clerk does not write is refused in plain words."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from isocheck.errors import InputProblems
from isocheck.messages import CATALOGUE, render
from isocheck.messages.yaml import ENDS_READING
from isocheck.source import yaml_reader
from isocheck.source.nodes import Fields, Items
from isocheck.source.text import CONTROL, nfc
from isocheck.source.yaml_reader import parse_yaml, read_yaml

BILLION = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)

# the code, the text, the line, how the message begins after `f.yaml:LINE: `
REFUSED = [
    ("source.utf-16", "a: b".encode("utf-16"), 0, "the file is UTF-16, not UTF-8."),
    ("source.not-utf-8", b"a: b\nc: \xe3\n", 2, "the file is not UTF-8 text (byte 0xE3)."),
    ("source.control-character", "a: b\nc: x\x0by\n", 2, "the text holds U+000B, a character"),
    ("source.control-character", "a: x\u2028b: y\n", 1, "the text holds U+2028, a character"),
    ("source.control-character", 'a: "x\\0y"\n', 1, "a: the text holds U+0000, a character"),
    ("source.control-character", '"x\\ey": a\n', 1, "x\\x1by: the text holds U+001B"),
    ("yaml.duplicate-key", "a: 1\nb: 2\na: 3\n", 3, "'a' stands twice; the first time on line 1."),
    ("yaml.duplicate-key", "hòa: 1\nho\u0300a: 2\n", 2, "'hòa' stands twice"),
    ("yaml.alias", "a: *b\n", 1, "a: '*b' points to another place of the file"),
    ("yaml.alias", "*b : a\n", 1, "'*b' points to another place of the file"),
    ("yaml.anchor", "a: &b c\n", 1, "a: '&b' marks a place to point to"),
    ("yaml.anchor", "a: &b {c: d}\n", 1, "a: '&b' marks a place to point to"),
    ("yaml.anchor", "&b a: c\n", 1, "a: '&b' marks a place to point to"),
    ("yaml.tag", "a: !!python/object:os.system x\n", 1, "a: the tag 'tag:yaml.org,2002:python/obj"),
    ("yaml.tag", "a: !x [b]\n", 1, "a: the tag '!x' is not allowed."),
    ("yaml.merge-key", "a: 1\n<<: {b: c}\n", 2, "<<: '<<' takes fields from elsewhere"),
    ("yaml.empty-key", "a: 1\n'': 2\n", 2, "a field has no name."),
    ("yaml.key-form", "a: 1\n? [b]\n: c\n", 2, "a list or a mapping stands where the name"),
    ("yaml.key-form", "{{ name }}: c\n", 1, "a list or a mapping stands where the name"),
    ("yaml.too-deep", "[" * 10_000, 1, "lists and mappings stand more than 50 deep"),
    ("yaml.too-deep", "- " * 60 + "x", 1, "lists and mappings stand more than 50 deep"),
    ("yaml.second-document", "a: b\n---\nc: d\n", 2, "a second document begins here ('---')."),
    ("yaml.empty-value", "a: 1\nb:\nc: 2\n", 2, "nothing is written after 'b:'."),
    (
        "yaml.comma",
        "- {a: 1, type: b, c d, e: 2}\n",
        1,
        "the comma ends the text of 'type'. Within {…} and […] put a text with a comma in quotati",
    ),
    ("yaml.empty-value", "- {a: b, c: , e: 2}\n", 1, "nothing is written after 'c:'."),
    ("yaml.empty-value", "- {c, e: 2}\n", 1, "nothing is written after 'c:'."),
    ("yaml.empty-value", "a:\n\n\n", 1, "nothing is written after 'a:'."),
    ("yaml.empty-entry", "- a\n-\n- b\n", 2, "an entry of the list is empty."),
    ("yaml.tab", "a:\n\tb: c\n", 2, "there is a tab where spaces belong: b: c."),
    ("yaml.tab", "a: 1\n\tb: c\n", 2, "there is a tab where spaces belong: b: c."),
    ("yaml.colon", "a: b\nc: d: e\n", 2, "a colon with a space stands where none can be: c: d: e."),
    ("yaml.no-colon", "a: 1\nb\nc: 2\n", 2, "this line has no 'name: value': b."),
    (
        "yaml.open-quote",
        'a: b\nc: "d\ne: f\n',
        2,
        'a quotation mark is opened and not closed: c: "d.',
    ),
    (
        "yaml.open-quote",
        "a: b\nc: 'd\n---\n",
        2,
        "a quotation mark is opened and not closed: c: 'd.",
    ),
    ("yaml.open-bracket", "a: b\nc: [d, e\nf: g\n", 2, "a bracket is opened and not closed"),
    ("yaml.open-bracket", "a: {b: c, d: e\n", 1, "a bracket is opened and not closed"),
    ("source.control-character", "a: b\u200bc\n", 1, "the text holds U+200B, a character that"),
    ("source.control-character", "a: b\nc: \u202ed\n", 2, "the text holds U+202E, a character"),
    ("source.control-character", 'a: "b\\u3164"\n', 1, "a: the text holds U+3164"),
    ("source.many-marks", "a: b\nc: d" + "\u0301" * 31 + "\n", 2, "more than 30 accents or other"),
    ("source.many-marks", 'a: "d' + r"\u0323" * 31 + '"\n', 1, "a: more than 30 accents"),
    ("source.many-marks", '"d' + r"\u0323" * 31 + '": x\n', 1, "more than 30 accents"),
    ("yaml.escape", 'a: "b\\q"\n', 1, "a backslash in double quotes is followed by something"),
    ("yaml.reserved-character", "a: @b\n", 1, "a text begins with a character that means"),
    ("yaml.reserved-character", "a: %b\n", 1, "a text begins with a character that means"),
    ("yaml.tag-form", "a: !b!c d\n", 1, "a text begins with '!': a: !b!c d."),
    ("yaml.anchor-form", "a: * b\n", 1, "a text begins with '*' or '&': a: * b."),
    ("yaml.indentation", "a:\n  b: 1\n c: 2\n", 3, "this line is not indented like the lines it"),
    ("yaml.indentation", "- a\nb: c\n", 2, "this line is not indented like the lines it belongs"),
    ("yaml.indentation", "  a: 1\n b: 2\n", 2, "this line is not indented like the lines it"),
    (
        "yaml.syntax",
        "%YAML 3.0\n---\na: b\n",
        1,
        "the file cannot be read as YAML from here: %YAML",
    ),
]


@pytest.fixture(params=["C", "Python"])
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "Python":
        monkeypatch.setattr(yaml_reader, "_LOADER", yaml.SafeLoader)


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(("code", "text", "line", "told_as"), REFUSED)
def test_what_is_refused_is_told_with_its_line(
    code: str, text: str | bytes, line: int, told_as: str
) -> None:
    with pytest.raises(InputProblems) as caught:
        read_yaml(text, "f.yaml")
    problem = caught.value.problems[0]
    assert problem.code == code
    place = f"f.yaml:{line}" if line else "f.yaml"
    assert render(problem, "en").startswith(f"{place}: {told_as}")
    assert render(problem, "vi").startswith(f"{place}: ")


@pytest.mark.parametrize(("code", "text", "_line", "_told_as"), REFUSED)
def test_what_ends_the_reading_is_known_as_such(
    code: str, text: str | bytes, _line: int, _told_as: str
) -> None:
    """Behind it there may be more problems: their number is then a least number."""
    _, problems, whole = parse_yaml(text, "f.yaml")
    assert whole or any(problem.code in ENDS_READING for problem in problems)
    if whole:
        assert code not in ENDS_READING or code.startswith("source.")


def test_every_message_about_yaml_is_asserted() -> None:
    asserted = {code for code, *_ in REFUSED} | {
        "yaml.too-many-lists", "yaml.too-many-nodes", "source.more-problems"
    }  # fmt: skip
    assert {c for c in CATALOGUE if c.startswith(("yaml.", "source."))} == asserted


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(
    "scalar",
    [
        *("1.001610", "1.00161", "06013", "3083", "no", "NO", "on", "012", "1e3", "0x1F", "+5"),
        *("2020-12-31", "1_000", ".inf", "=", "true", "Nulls", "1.", "12:30:45", "12/QĐ-UBND"),
    ],
)
def test_a_scalar_is_the_text_as_written(scalar: str) -> None:
    for written in (scalar, f'"{scalar}"', f"'{scalar}'"):
        assert read_yaml(f"a: {written}\n{scalar}: b\n", "f") == {"a": scalar, scalar: "b"}


def test_absent_null_and_empty_are_three_things() -> None:
    text = 'a: null\nb: ~\nc: Null\nd: NULL\ne: []\nf: {}\ng: "null"\nh: ""\n'
    assert read_yaml(text, "f") == {
        **dict.fromkeys("abcd"),
        "e": [],
        "f": {},
        "g": "null",
        "h": "",
    }


def test_an_empty_value_may_be_null_where_the_caller_says_so() -> None:
    assert read_yaml("a:\nb: [x, ]\nc:\n- \n", "f", empty_is_null=True) == {
        "a": None,
        "b": ["x"],
        "c": [None],
    }


def test_texts_and_keys_are_nfc() -> None:
    decomposed = "a: Hoa\u0300 Bi\u0300nh\nho\u0300a: b\n"
    assert read_yaml(decomposed, "f") == {"a": "Hoà Bình", "hòa": "b"}


@pytest.mark.usefixtures("_loader")
def test_every_key_and_entry_has_its_line() -> None:
    text = (
        "\ufeffa: 1\n\n# note\nb:\n  - x\n  - c: y\n    d: |\n      long\n      text\n"
        "    e: z\nf: 1\n"
    )
    node = read_yaml(text, "f")
    assert isinstance(node, Fields)
    assert list(node.lines) == [1, 4, 11]
    entries = node["b"]
    assert isinstance(entries, Items)
    assert (entries.line, list(entries.lines)) == (5, [5, 6])
    assert [entries[1].line_of(key) for key in ("c", "d", "e", "none")] == [6, 7, 10, 6]
    assert entries[1]["d"] == "long\ntext\n"


def test_one_reading_tells_several_problems_and_keeps_the_first_value() -> None:
    node, problems, whole = parse_yaml("a: 1\na: 2\nb:\nc: &x y\nd: *x\ne: [1\n", "f")
    assert [(p.code, p.location.line) for p in problems] == [
        ("yaml.duplicate-key", 2),
        ("yaml.empty-value", 3),
        ("yaml.anchor", 4),
        ("yaml.alias", 5),
        ("yaml.open-bracket", 6),
    ]
    assert not whole
    assert node is None
    assert parse_yaml("a: 1\na: 2\n", "f")[0] == {"a": "1"}


def test_aliases_that_would_expand_are_refused_each_by_its_line() -> None:
    with pytest.raises(InputProblems) as caught:
        read_yaml(BILLION, "f")
    assert {p.code for p in caught.value.problems} == {"yaml.anchor", "yaml.alias"}
    assert {p.location.line for p in caught.value.problems} == set(range(1, 10))


def test_a_file_with_too_many_problems_is_given_up() -> None:
    _, problems, whole = parse_yaml("- &a b\n" * 5000, "f")
    assert not whole
    assert len(problems) == 1001
    assert render(problems[-1], "en").startswith("f:1000: the file has 1000 problems and was not")


def test_lists_without_end_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "MAX_CONTAINERS", 100)
    with pytest.raises(InputProblems) as caught:
        read_yaml("- []\n" * 200, "f")
    told = render(caught.value.problems[0], "en")
    assert told.startswith("f:100: the file holds more than 100 lists and mappings.")


SCALARS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=20
).filter(lambda text: CONTROL.search(text) is None)
TREES = st.recursive(
    SCALARS | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SCALARS, inner, max_size=4),
    max_leaves=20,
)


@given(TREES)
def test_what_is_written_as_yaml_is_read_back(tree: object) -> None:
    """Written by the library with every text quoted, read by us: the same, in NFC."""
    written = yaml.dump(tree, allow_unicode=True, default_style='"', Dumper=_Quoted)
    node, problems, _ = parse_yaml(written, "f")
    codes = {problem.code for problem in problems}
    if codes:
        assert codes <= {"yaml.empty-key", "yaml.duplicate-key"}
    else:
        assert node == _nfc(tree)


class _Quoted(yaml.SafeDumper):
    """Writes null plainly, everything else in double quotes, and no anchors."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - as the base class has it
        return True


def _plain_null(dumper: yaml.SafeDumper, _: None) -> yaml.ScalarNode:
    node = dumper.represent_scalar("tag:yaml.org,2002:null", "null", style="")
    node.style = ""
    return node


_Quoted.add_representer(type(None), _plain_null)


def _nfc(tree: object) -> object:
    if isinstance(tree, str):
        return nfc(tree)
    if isinstance(tree, list):
        return [_nfc(entry) for entry in tree]
    if isinstance(tree, dict):
        return {nfc(key): _nfc(value) for key, value in tree.items()}
    return tree
