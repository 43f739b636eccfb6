"""The catalogue: both languages, the same fields, every code that the source uses."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from isocheck.errors import Location, Problem
from isocheck.messages import CATALOGUE, LANGUAGES, merged, render
from isocheck.messages.words import Language, Messages

SOURCE = Path(__file__).parents[3] / "engine" / "isocheck"
TELLS = re.compile(r"(?i)problem$|^FormError$|^_refuse$|^_stop$")
# words of a formal inspection, which this program does not hold
FORBIDDEN = ("vi phạm", "thanh tra", "kết luận kiểm tra")


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_message_stands_in_both_languages_with_the_same_fields(code: str) -> None:
    message = CATALOGUE[code]
    assert set(message) == set(LANGUAGES)
    assert len({frozenset(fields(" ".join(message[lang]))) for lang in LANGUAGES}) == 1
    for what, mend in message.values():
        assert what
        assert not what.endswith(".")
        assert not mend or mend.endswith((".", "?", "]]"))


def codes_told(path: Path) -> set[str]:
    """Return the codes that a module of the source tells of."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        first = node.args[0]
        if TELLS.search(name) and isinstance(first, ast.Constant) and isinstance(first.value, str):
            found.add(first.value)
    return found - {""}


def test_every_code_that_the_source_tells_of_has_a_message() -> None:
    told = set().union(*(codes_told(path) for path in SOURCE.rglob("*.py")))
    assert len(told) > 100
    assert told - set(CATALOGUE) == set()


def test_every_message_is_told_somewhere() -> None:
    modules = [path for path in SOURCE.rglob("*.py") if "messages" not in path.parts]
    source = "".join(path.read_text(encoding="utf-8") for path in modules)
    assert [code for code in CATALOGUE if f'"{code}"' not in source] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_message_sounds_like_a_formal_inspection(lang: Language) -> None:
    for message in CATALOGUE.values():
        text = " ".join(message[lang]).casefold()
        assert not any(word in text for word in FORBIDDEN)


def test_the_same_code_twice_is_refused() -> None:
    one: Messages = {"a.b": {"en": ("x", ""), "vi": ("x", "")}}
    with pytest.raises(ValueError, match=r"a\.b"):
        merged([one, one])


def problem(code: str = "facts.day-form", where: str = "c1: qms", **args: object) -> Problem:
    return Problem(code, Location("a.yaml", 7), where, args)


def test_a_message_names_file_line_place_value_and_mend() -> None:
    told = problem(value="31/12/2020", suggestion="2020-12-31")
    assert render(told, "en") == (
        "a.yaml:7: c1: qms: '31/12/2020' is not a day in the form YYYY-MM-DD. "
        "Write 2020-12-31. If the day is not known, leave the field out; if it has not happened, "
        "write null (in a table: none)."
    )
    assert render(told, "vi") == (
        "a.yaml:7: c1: qms: '31/12/2020' không phải ngày theo dạng năm-tháng-ngày, như 2019-12-31. "
        "Hãy ghi 2020-12-31. Nếu chưa biết ngày thì bỏ trường đó; nếu chưa diễn ra thì ghi null "
        "(trong bảng: không)."
    )


def test_a_sentence_without_its_value_is_left_out() -> None:
    told = render(problem(value="x", suggestion="", where=""), "en")
    assert told == (
        "a.yaml:7: 'x' is not a day in the form YYYY-MM-DD. "
        "If the day is not known, leave the field out; if it has not happened, write null (in a "
        "table: none)."
    )


def test_a_value_cannot_draw_on_the_terminal_or_fill_it() -> None:
    told = render(problem(value="\x1b[31m{value}\n" + "x" * 500, suggestion=""), "en")
    assert "\\x1b[31m{value}\\n" + "x" * 60 in told
    assert told.isprintable()
    assert len(told) < 300


def test_a_list_of_values_is_cut() -> None:
    known = [f"f{n}" for n in range(100)]
    told = render(problem("facts.unknown-field", field="g", guess="", known=known), "en")
    assert told.endswith("f38, f39, ….")
