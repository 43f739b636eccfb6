"""Messages to people: the words of every problem, in Vietnamese and English."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Mapping, Sequence

from isocheck.errors import InputProblems, Problem
from isocheck.messages import (
    audit,
    bench,
    call,
    cells,
    conditions,
    days,
    derived,
    facts,
    files,
    kinds,
    packs,
    patterns,
    references,
    starting,
    tables,
    values,
    verifying,
    yaml,
)
from isocheck.messages.words import LANGUAGES, Language, Messages, Words
from isocheck.messages.yaml import ENDS_READING

__all__ = ["CATALOGUE", "LANGUAGES", "Language", "at_least", "merged", "render", "render_all"]

_LONGEST_VALUE = 80
_LONGEST_LIST = 40
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]")
_FIELD = re.compile(r"\{(\w+)\}")


def merged(parts: Iterable[Messages]) -> dict[str, Mapping[Language, Words]]:
    """Return all messages in one table.

    Raises:
        ValueError: a code has a message twice.
    """
    catalogue: dict[str, Mapping[Language, Words]] = {}
    for part in parts:
        twice = catalogue.keys() & part.keys()
        if twice:
            raise ValueError(f"messages that stand twice: {sorted(twice)}")
        catalogue.update(part)
    return catalogue


_MODULES = (
    yaml, files, facts, references, days, values, tables, cells, kinds, packs, patterns,
    conditions, derived, call, audit, verifying, bench, starting,
)  # fmt: skip
_FEW = 3  # problems that are alike; more of them are told in one line
MOST_SHOWN = 200  # problems: nobody mends more in one go
CATALOGUE = merged(module.MESSAGES for module in _MODULES)


def render(problem: Problem, lang: Language) -> str:
    """Return `FILE:LINE: WHERE: WHAT. MEND` on one line; values are cut when long."""
    what, mend = CATALOGUE[problem.code][lang]
    shown = {name: _shown(_told(name, value, lang)) for name, value in problem.args.items()}
    sentence = f"{_filled(what, shown)}. {_filled(mend, shown)}".strip()
    parts = [str(problem.location), _shown(problem.where), sentence]
    return ": ".join(part for part in parts if part)


def render_all(problems: InputProblems, lang: Language) -> list[str]:
    """Return a line for each problem, in the order of files and lines; of very many the first.

    A mistake made again and again (a column that no kind has, a body that is nowhere) is told
    once, with some of the other places. The last line says how many more problems there are.
    """
    alike: dict[str, list[Problem]] = {}
    for problem in problems.problems:
        alike.setdefault(_mistake(problem), []).append(problem)
    lines: list[str] = []
    told: set[str] = set()
    left = len(problems.problems)
    for problem in problems.problems:
        mistake = _mistake(problem)
        same = alike[mistake]
        if mistake in told or len(lines) == MOST_SHOWN:
            continue
        line = render(problem, lang)
        if len(same) > _FEW:
            told.add(mistake)
            line += f" {_elsewhere(same[1:], lang)}"
        left -= len(same) if len(same) > _FEW else 1
        lines.append(line)
    if left > 0:
        number = at_least(problems, f"{left:,}", lang)
        lines.append(
            f"… và {number.replace(',', '.')} lỗi nữa" if lang == "vi" else f"… and {number} more"
        )
    return lines


def _mistake(problem: Problem) -> str:
    """Return what is the same of problems that are one mistake: all but the record and place."""
    return repr((problem.code, problem.where.partition(": ")[2], sorted(problem.args.items())))


def _elsewhere(same: Sequence[Problem], lang: Language) -> str:
    """Return that a problem is there at other places too, with the first of them."""
    places = ", ".join(str(problem.location) for problem in same[:_FEW]) + (
        ", …" if len(same) > _FEW else ""
    )
    number = f"{len(same):,}"
    if lang == "vi":
        return f"(Lỗi này còn ở {number.replace(',', '.')} chỗ khác: {places})"
    return f"(The same at {number} more places: {places})"


def at_least(problems: InputProblems, number: object, lang: Language) -> str:
    """Return a number of problems; a least number where a file was not read to its end."""
    if not any(problem.code in ENDS_READING for problem in problems.problems):
        return str(number)
    return f"ít nhất {number}" if lang == "vi" else f"at least {number}"


def _filled(template: str, shown: Mapping[str, str]) -> str:
    def kept(part: re.Match[str]) -> str:
        fields = _FIELD.findall(part.group(1))
        return part.group(1) if all(shown.get(field) for field in fields) else ""

    return " ".join(_OPTIONAL.sub(kept, template).format_map(shown).split())


_OF_SYSTEM = ("error", "reason")  # what may be words of the system, which are English
_SYSTEM_WORDS = {
    os.strerror(number): words
    for number, words in (
        (errno.ENOENT, "không có tệp hoặc thư mục này"),
        (errno.EACCES, "không có quyền"),
        (errno.EPERM, "không được phép"),
        (errno.EISDIR, "đó là một thư mục"),
        (errno.ENOTDIR, "có phần của đường dẫn không phải là thư mục"),
        (errno.EEXIST, "đã có tệp hoặc thư mục này"),
        (errno.ENOSPC, "hết chỗ trên đĩa"),
        (errno.EROFS, "nơi này chỉ được đọc"),
        (errno.ENAMETOOLONG, "tên quá dài"),
        (errno.ELOOP, "liên kết đi vòng"),
        (errno.EMFILE, "đang mở quá nhiều tệp"),
        (errno.EIO, "lỗi khi đọc hoặc ghi đĩa"),
    )
}


def _told(name: str, value: object, lang: Language) -> object:
    """Return the words of the language where a value has some in each, or the system said it."""
    if lang == "vi" and name in _OF_SYSTEM and isinstance(value, str):
        return _SYSTEM_WORDS.get(value, value)
    return value.get(lang, "") if isinstance(value, Mapping) else value


def _shown(value: object) -> str:
    """Return a value as it may be printed: one line, not too long, no control characters."""
    if isinstance(value, (list, tuple, frozenset, set)):
        words = [_shown(word) for word in value]
        between = "; " if any("," in word for word in words) else ", "
        return between.join(words if len(words) <= _LONGEST_LIST else [*words[:_LONGEST_LIST], "…"])
    text = str(value)
    if len(text) > _LONGEST_VALUE and not isinstance(value, int):
        text = text[:_LONGEST_VALUE] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
