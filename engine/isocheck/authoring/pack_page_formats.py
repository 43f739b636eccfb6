"""The page of a pack as Markdown and as self-contained HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from isocheck.authoring.pack_page import WHAT, Page, PlaceView, RuleView
from isocheck.authoring.pack_page_tables import declared_tables
from isocheck.report.citations import place_words
from isocheck.report.words import Pair, say

_TEXT: Final[Pair] = ("Văn bản và quy định", "The text and what encodes it")
_RULES: Final[Pair] = ("Quy định", "Rules")
_PARAMETERS: Final[Pair] = ("Tham số", "Parameters")
_AMENDMENTS: Final[Pair] = ("Sửa đổi", "Amendments")
_DISCREPANCIES: Final[Pair] = ("Điểm không thống nhất trong văn bản", "Discrepancies in the text")
_NO_RULE: Final[Pair] = ("Không có quy định", "No rule")
_OPEN: Final[Pair] = ("Chưa có quy định nào mã hóa đoạn này", "Nothing encodes this paragraph")
_STYLE: Final = """
body { font: 16px/1.5 Georgia, 'Times New Roman', serif; max-width: 46em; margin: 2em auto;
  padding: 0 1em; color: #1a1a1a; background: #fff; }
h1, h2, h3 { line-height: 1.25; } h3 { margin-bottom: .2em; }
.place { border-left: 3px solid #bbb; padding: 0 0 0 1em; margin: 1.2em 0; break-inside: avoid; }
.place.open { border-color: #a40000; }
.at { font: 13px monospace; color: #555; } .text { white-space: pre-line; }
ul { margin: .3em 0; } .by, dl, table { font: 14px/1.4 system-ui, sans-serif; }
.quote { color: #444; font-style: italic; } mark { background: #fff3bf; color: inherit; }
dt { font-weight: 600; float: left; clear: left; width: 11em; } dd { margin-left: 11.5em; }
table { border-collapse: collapse; width: 100%; } td, th { border: 1px solid #ccc; padding: .3em;
  text-align: left; vertical-align: top; } section { break-inside: avoid; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } a { color: inherit; } }
"""


def markdown(page: Page) -> str:
    """Return the page as Markdown."""
    return "\n".join(_markdown(page)) + "\n"


def _markdown(page: Page) -> Iterator[str]:
    yield f"# {_md(page.title)}"
    yield f"\n{_code(page.id)} {page.version}\n"
    yield from (f"- {_md(name)}: {_md(text)}" for name, text in page.head)
    if page.places:
        yield f"\n## {say(_TEXT, page.lang)}"
    for place in page.places:
        yield from _md_place(place, page)
    if page.rules:
        yield f"\n## {say(_RULES, page.lang)}"
    for rule in page.rules:
        yield from _md_rule(rule)
    if page.parameters:
        yield f"\n## {say(_PARAMETERS, page.lang)}\n"
        yield "| | | |\n|---|---|---|"
        for name, value, words in page.parameters:
            cell = _code(name).replace("|", "\\|")
            yield f"| {cell} | {_md(value)} | {_md(words)} |"
    yield from _md_declared(page)
    for title, entries in (
        (_AMENDMENTS, page.amendments),
        (_DISCREPANCIES, page.discrepancies),
    ):
        if entries:
            yield f"\n## {say(title, page.lang)}\n"
            yield from (f"- **{_md(at)}**: {_md(text)}" for at, text in entries)


def _md_declared(page: Page) -> Iterator[str]:
    for heading, tables in declared_tables(page):
        if tables:
            yield f"\n## {_md(heading)}"
        for table in tables:
            if table.names:
                yield "\n### " + ", ".join(f"{_code(i)} {_md(t)}".strip() for i, t in table.names)
            yield f"\n{_md(table.note)}\n" if table.note else ""
            yield "| " + " | ".join(_md(cell) for cell in table.head) + " |"
            yield "|" + "---|" * len(table.head)
            for first, *rest in table.rows:
                cells = [_code(first).replace("|", "\\|"), *map(_md, rest)]
                yield "| " + " | ".join(cells) + " |"


def _md_place(place: PlaceView, page: Page) -> Iterator[str]:
    words, code = _place_heading(place, page), f"[{_md(place.at)}]"
    yield f"\n### {_md(words)} {code}\n" if words else f"\n### {code}\n"
    yield from (f"> {_md(line)}".rstrip() for line in place.text.splitlines())
    yield ""
    for what, name, quotes in place.encoded_by:
        quoted = "".join(f" “{_md(quote)}”" for quote in quotes)
        yield f"- {say(WHAT[what], page.lang)} {_code(name)}{quoted}"
    yield from (f"- {say(_NO_RULE, page.lang)}: {_md(reason)}" for reason in place.reasons)
    if not place.encoded_by and not place.reasons:
        yield f"- **{say(_OPEN, page.lang)}**"


def _place_heading(place: PlaceView, page: Page) -> str:
    """Return a place as people call it; nothing where they call it as packs do."""
    words = place_words(place.at, page.lang)
    return "" if words == place.at else words[0].upper() + words[1:]


def _md_rule(rule: RuleView) -> Iterator[str]:
    yield f"\n### {_code(rule.id)} {_md(rule.title)}\n"
    yield from (f"- {_md(name)}: {_md(text)}" for name, text in rule.facts)
    yield from (f"- {_md(quote)}" for quote in rule.quotes)


def _code(text: str) -> str:
    """Return a code span: within more backticks than stand in a row in the text."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _md(text: str) -> str:
    """Escape what Markdown would take for its own, and anything that HTML would."""
    text = text.replace("\\", "\\\\").replace("\t", " ")
    for mark in "*_`[]|#":
        text = text.replace(mark, "\\" + mark)
    return html.escape(text, quote=False)


def html_page(page: Page) -> str:
    """Return the page as one HTML file that needs nothing else."""
    body = "\n".join(_html(page))
    return (
        f'<!DOCTYPE html>\n<html lang="{page.lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_x(page.id)} {_x(page.version)}: {_x(page.title)}</title>\n"
        f"<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _html(page: Page) -> Iterator[str]:
    yield f"<h1>{_x(page.title)}</h1>"
    yield _definitions((("", f"{page.id} {page.version}"), *page.head))
    if page.places:
        yield f"<h2>{_x(say(_TEXT, page.lang))}</h2>"
    known = {rule.id for rule in page.rules}
    for place in page.places:
        yield from _html_place(place, page, known)
    if page.rules:
        yield f"<h2>{_x(say(_RULES, page.lang))}</h2>"
    for rule in page.rules:
        yield f'<section id="{_x(rule.id)}"><h3>{_x(rule.title)}</h3>'
        yield f'<p class="at">{_x(rule.id)}</p>{_definitions(rule.facts)}<ul class="by">'
        yield from (f'<li class="quote">{_x(quote)}</li>' for quote in rule.quotes)
        yield "</ul></section>"
    if page.parameters:
        yield f"<h2>{_x(say(_PARAMETERS, page.lang))}</h2><table>"
        for cells in page.parameters:
            yield "<tr>" + "".join(f"<td>{_x(cell)}</td>" for cell in cells) + "</tr>"
        yield "</table>"
    yield from _html_declared(page)
    for title, entries in ((_AMENDMENTS, page.amendments), (_DISCREPANCIES, page.discrepancies)):
        if entries:
            yield f"<h2>{_x(say(title, page.lang))}</h2><ul>"
            yield from (f"<li><b>{_x(at)}</b>: {_x(text)}</li>" for at, text in entries)
            yield "</ul>"


def _html_declared(page: Page) -> Iterator[str]:
    for heading, tables in declared_tables(page):
        if tables:
            yield f"<h2>{_x(heading)}</h2>"
        for table in tables:
            if table.names:
                names = ", ".join(f"{title} ({i})" if title else i for i, title in table.names)
                yield f"<h3>{_x(names)}</h3>"
            yield f"<p>{_x(table.note)}</p>" if table.note else ""
            yield "<table><tr>" + "".join(f"<th>{_x(cell)}</th>" for cell in table.head) + "</tr>"
            for row in table.rows:
                yield "<tr>" + "".join(f"<td>{_x(cell)}</td>" for cell in row) + "</tr>"
            yield "</table>"


def _html_place(place: PlaceView, page: Page, known: set[str]) -> Iterator[str]:
    is_open = not place.encoded_by and not place.reasons
    heading = _x(f"{_place_heading(place, page)} [{place.at}]".lstrip())
    yield f'<div class="place{" open" if is_open else ""}"><p class="at">{heading}</p>'
    quotes = [quote for _, _, found in place.encoded_by for quote in found]
    yield f'<p class="text">{_marked(place.text, quotes)}</p><ul class="by">'
    for what, name, _ in place.encoded_by:
        label = f'<a href="#{_x(name)}">{_x(name)}</a>' if name in known else _x(name)
        yield f"<li>{_x(say(WHAT[what], page.lang))} {label}</li>"
    for reason in place.reasons:
        yield f"<li>{_x(say(_NO_RULE, page.lang))}: {_x(reason)}</li>"
    if is_open:
        yield f"<li><b>{_x(say(_OPEN, page.lang))}</b></li>"
    yield "</ul></div>"


def _marked(text: str, quotes: list[str]) -> str:
    """Return a text with the words marked that something quotes."""
    spans: list[tuple[int, int]] = []
    for quote in quotes:
        start = text.find(quote)
        if start >= 0:
            spans.append((start, start + len(quote)))
    out, done = [], 0
    for start, end in sorted(spans):
        if end <= done:
            continue
        begin = max(start, done)
        out += [_x(text[done:begin]), "<mark>", _x(text[begin:end]), "</mark>"]
        done = end
    return "".join([*out, _x(text[done:])])


def _definitions(entries: tuple[tuple[str, str], ...]) -> str:
    rows = (f"<dt>{_x(name) or '&nbsp;'}</dt><dd>{_x(text)}</dd>" for name, text in entries)
    return f"<dl>{''.join(rows)}</dl>"


def _x(text: str) -> str:
    return html.escape(text)
