"""The first lines of the report: what is decided, and what would decide most of the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from isocheck.finding import MET, Finding
from isocheck.report.layout import Screen, wrapped
from isocheck.report.selection import is_open
from isocheck.report.values import list_words, number_words
from isocheck.report.view import View, of_the_texts
from isocheck.report.words import told_as

_MOST: Final = 3
_UNCLEAR: Final = "param."  # not a field that is left out: one that does not say enough
_MOST_BODIES: Final = 6
_Fact = tuple[str | None, str]  # a kind and a field of its records; None and a register


def decided_lines(view: View, screen: Screen) -> Iterator[str]:
    """Yield how much is decided; if something is not, the facts that stand in most of it."""
    judged = [f for f in view.selected.findings if f.outcome != "not_applicable"]
    left = [f for f in judged if told_as(f) == "indeterminate"]
    yield from wrapped(_decided(view, judged), screen.width)
    yield from _whose(view, screen, [f for f in judged if f.outcome == "violated"])
    if not left:
        return
    of_texts = sum(view.of_texts(finding) for finding in left)
    total, texts = number_words(len(left), view.lang), number_words(of_texts, view.lang)
    facts = number_words(len(left) - of_texts, view.lang)
    for_facts = view.say(f"{facts} vì thiếu thông tin", f"{facts} for want of facts")
    for_texts = view.say(f"{texts} vì chính văn bản chưa rõ", f"{texts} left open by the texts")
    causes = [words for n, words in ((len(left) - of_texts, for_facts), (of_texts, for_texts)) if n]
    told = view.say(f"Chưa kết luận được {total}: ", f"Not decided: {total}, ") + ", ".join(causes)
    yield from wrapped(told + ".", screen.width)
    wanted = _wanted(view, left)
    if wanted:
        words = view.say(
            "Thông tin, khai báo giúp kết luận thêm được nhiều nhất:",
            "What would decide most of them:",
        )
        yield from wrapped(words, screen.width)
    for fact, number in wanted:
        yield from wrapped(_fact_words(view, fact, number), screen.width, "  * ", "    ")


def _decided(view: View, judged: list[Finding]) -> str:
    decided = [f for f in judged if told_as(f) != "indeterminate"]
    if not decided:
        return view.say(
            "Chưa kết luận được nội dung nào với thông tin hiện có.",
            "Nothing is decided on the facts at hand.",
        )
    counts = Counter("met" if f.outcome in MET else told_as(f) for f in decided)
    perhaps_late = sum(told_as(f) == "met" for f in decided)
    late = number_words(perhaps_late, view.lang) if perhaps_late else ""
    parts = [
        (
            counts["met"],
            (
                "đã xong hoặc đạt" + (late and f" ({late} chưa rõ có chậm không)"),
                "done or met" + (late and f" ({late} perhaps late)"),
            ),
        ),
        (counts["due"], ("chưa xong, còn trong hạn", "still in time")),
        (counts["unmet"], ("chưa xong, chưa rõ đã quá hạn hay chưa", "perhaps overdue")),
        (counts["violated"], ("quá hạn hoặc không đạt", "overdue or not met")),
        (counts["waived"], ("được miễn thực hiện", "waived")),
    ]
    told = ", ".join(f"{number_words(n, view.lang)} {view.pair(p)}" for n, p in parts if n)
    number, of = number_words(len(decided), view.lang), number_words(len(judged), view.lang)
    return view.say(
        f"Đã kết luận được {number} trên {of} kết quả thuộc trường hợp áp dụng: {told}.",
        f"Decided: {number} of {of} findings that apply: {told}.",
    )


def _whose(view: View, screen: Screen, found: list[Finding]) -> Iterator[str]:
    """Yield whose findings some are, those with the most first; nothing if there are none."""
    counts = Counter(finding.subject for finding in found)
    bodies = sorted(counts, key=lambda body: (-counts[body], view.place_in_order(body)))
    told = [f"{view.name(body)} ({number_words(counts[body], view.lang)})" for body in bodies]
    longest = len(told) if view.selected.full else _MOST_BODIES
    view.cut |= len(told) > longest
    if told:
        words = list_words(told, view.lang, longest, (view.what(bodies)[0], "more"))
        label = view.say("Quá hạn hoặc không đạt: ", "Overdue or not met: ")
        yield from wrapped(words + ".", screen.width, label, "  ")


def _wanted(view: View, left: list[Finding]) -> list[tuple[_Fact, int]]:
    """Return the facts missing in most findings, each with how many, the most first."""
    found: Counter[_Fact] = Counter()
    records = view.evaluation.facts.records
    for finding in left:
        missing = view.why(finding).missing
        if not is_open(finding) or any(of_the_texts(entry) for entry in missing):
            continue  # no fact would decide it
        facts: dict[_Fact, None] = {}
        for entry in view.why(finding).missing:
            if entry.record is not None and entry.record in records:
                field = ".".join(p for p in entry.path.split(".") if not p.isdigit())
                field = _UNCLEAR if entry.unclear else field
                facts[records[entry.record].kind, field] = None
            elif entry.record is None and not of_the_texts(entry):
                facts[None, entry.path] = None
        found.update(facts.keys())
    ordered = sorted(found.items(), key=lambda item: (-item[1], str(item[0])))
    return ordered[:_MOST]


def _fact_words(view: View, fact: _Fact, number: int) -> str:
    kind, path = fact
    count = number_words(number, view.lang)
    if path == _UNCLEAR:
        title = view.kind_title(str(kind))
        words = view.say(f"ghi rõ hơn các hồ sơ “{title}”", f"records of “{title}” that are clear")
    elif kind is None:
        title = view.kind_title(path)
        words = view.say(
            f"khai báo trong isocheck.yaml rằng đã thu thập đủ hồ sơ loại “{title}”",
            f"declaring in isocheck.yaml that every record of “{title}” is there",
        )
    else:
        words = f"{view.labels.path(path, (kind,))} – {view.kind_title(kind)}"
    return view.say(f"{words}: có mặt trong {count} kết quả", f"{words}: stands in {count}")
