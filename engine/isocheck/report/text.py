"""The report for people: the targets first, then what is open by body, the counts last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from isocheck.finding import Finding, Outcome
from isocheck.messages.words import Language
from isocheck.packs.model import Modality
from isocheck.report.about import OLDER, older_lines
from isocheck.report.bodies import Body, bodies_of, finding_lines
from isocheck.report.citations import place_words
from isocheck.report.decided import decided_lines
from isocheck.report.layout import Screen, padded, table, width_of, wrapped
from isocheck.report.sections import body_sections
from isocheck.report.selection import FailOn, Selected, failures
from isocheck.report.texts import texts_line, texts_section
from isocheck.report.undeclared import undeclared_lines
from isocheck.report.values import LONGEST_LIST, day_words, list_words, number_words
from isocheck.report.view import View
from isocheck.report.words import MODALITIES, RARE, TOLD, Pair, Told, told_as

_ROLES: Final[dict[Outcome, str]] = {
    "violated": "alarm",
    "due": "warn",
    "indeterminate": "open",
    "satisfied": "good",
    "satisfied_late": "good",
}
_MOST_DISCREPANCIES: Final = 8
_OF_THE_ENGINE: Final = "interpreter-alone"  # said on standard error


def report(
    selected: Selected, lang: Language, fail_on: FailOn, screen: Screen | None = None
) -> str:
    """Return the report of a run as text."""
    screen = screen or Screen()
    view = View(selected=selected, lang=lang)
    bodies = bodies_of(view)
    narrowed = bool(selected.selection.words or selected.selection.under)
    sections = [
        list(_head(view, screen)),
        list(decided_lines(view, screen)),
        list(_targets(view, screen, bodies)),
        list(_overview(view, screen, bodies)),
        *body_sections(view, screen, bodies),
        list(texts_section(view, screen)),
        list(_notes(view, screen)),
        [] if narrowed else list(_discrepancies(view, screen)),
        list(_counts(view, screen)),
        list(_cut(view, screen)),
        list(_verdict(view, screen, fail_on)),
    ]
    return "\n\n".join("\n".join(section) for section in sections if section) + "\n"


def heading(screen: Screen, text: str) -> list[str]:
    """Return a heading, underlined so that it stands out without colour too."""
    return [screen.paint(text, "strong"), "=" * width_of(text)]


def _head(view: View, screen: Screen) -> Iterator[str]:
    evaluation = view.evaluation
    day = day_words(evaluation.as_of, view.lang)
    title = view.say(f"KẾT QUẢ RÀ SOÁT, tính đến ngày {day}", f"FINDINGS as of {day}")
    yield from heading(screen, title)
    kinds = evaluation.profile.kinds
    records = sum(not kinds[r.kind].reference for r in evaluation.facts.records.values())
    packs = ", ".join(f"{pack.id} {pack.version}" for pack in evaluation.profile.packs)
    files = len(evaluation.facts.files)
    number = number_words(records, view.lang)
    lines = [
        (view.say("Hệ văn bản áp dụng", "Profile"), evaluation.profile.id),
        (view.say("Bộ quy định", "Packs"), packs),
        (
            view.say("Thông tin", "Facts"),
            view.say(f"{files} tệp, {number} hồ sơ", f"{files} files, {number} records"),
        ),
    ]
    if view.selected.selection.words:
        words = _as_named(view, view.selected.selection.words)
        lines.append((view.say("Chỉ xem", "Only"), words))
    if view.selected.selection.under:
        words = _as_named(view, view.selected.selection.under)
        lines.append((view.say("Thuộc", "Under"), words))
    width = max(width_of(label) for label, _ in lines) + 2
    for label, words in lines:
        yield from wrapped(words, screen.width, padded(f"{label}:", width))
    yield from older_lines(view, screen)


def _as_named(view: View, words: Iterable[str]) -> str:
    """Return what was asked for as it was written, an id with the name that it stands for."""
    records = view.evaluation.facts.records
    return ", ".join(f"{view.name(w)} ({w})" if w in records else w for w in words)


def _targets(view: View, screen: Screen, bodies: list[Body]) -> Iterator[str]:
    """Yield what was reached of the targets, as packs declare them, a target a block."""
    found = [(body, finding) for body in bodies for finding in body.targets]
    if not found:
        return
    yield from heading(screen, view.say("CHỈ TIÊU", "TARGETS"))
    for body in dict.fromkeys(body.id for body, _ in found):
        yield screen.paint(f"{view.name(body)} ({body})", "strong")
        for other, finding in found:
            if other.id == body:
                yield from finding_lines(view, screen, finding)


def _overview(view: View, screen: Screen, bodies: list[Body]) -> Iterator[str]:
    """Yield how many bodies have something open, each counted where its worst finding is."""
    if not bodies:
        return
    title = view.say("SỐ ĐƠN VỊ THEO VIỆC NẶNG NHẤT", "BODIES BY THEIR MOST PRESSING FINDING")
    yield from heading(screen, title)
    head = (
        view.say("Cơ quan, đơn vị", "Bodies"),
        view.say("Tổng", "All"),
        view.say("Quá hạn,", "Overdue,"),
        view.say("Chưa", "Not"),
        view.say("Chưa đủ", "Cannot"),
        view.say("Không còn", "Nothing"),
    )
    second = (
        "",
        view.say("số", ""),
        view.say("không đạt", "not met"),
        view.say("xong", "done"),
        view.say("căn cứ", "be told"),
        view.say("việc", "open"),
    )
    yield from table((head, second), list(_overview_rows(view, bodies)), drawn=screen.drawn)
    beside = texts_line(view)
    if beside is not None:
        yield from wrapped(beside, screen.width)


def _overview_rows(view: View, bodies: list[Body]) -> Iterator[tuple[str, ...]]:
    groups: dict[str, list[Body]] = {}
    for body in bodies:
        key = body.kind if view.evaluation.profile.kinds[body.kind].body else ""
        groups.setdefault(key, []).append(body)
    for key, members in groups.items():
        worst = Counter(body.worst for body in members)
        label = _several(view, key) if key else view.say("Hồ sơ khác", "Other records")
        columns = (
            len(members),
            worst["violated"],
            worst["due"],
            worst["indeterminate"],
            worst[None],
        )
        yield (label, *(number_words(n, view.lang) for n in columns))


def _several(view: View, kind: str) -> str:
    """Return what the bodies of a kind are called together, at the head of a row."""
    plural = view.evaluation.profile.kinds[kind].plural.get(view.lang)
    return f"{plural[0].upper()}{plural[1:]}" if plural else view.kind_title(kind)


def _notes(view: View, screen: Screen) -> Iterator[str]:
    notes = [n for n in view.evaluation.notes if n.code not in (_OF_THE_ENGINE, OLDER)]
    unused = view.evaluation.rules_without_subject
    undeclared = list(undeclared_lines(view, screen))
    if not notes and not unused and not undeclared:
        return
    yield from heading(screen, view.say("LƯU Ý", "NOTES"))
    for note in notes:
        yield from wrapped(note.text[view.lang], screen.width, "* ", "  ")
    yield from undeclared
    if unused:
        text = view.say("Quy định không có đối tượng nào", "Rules without any subject")
        titles = [f"{view.title(rule)} [{rule}]" for rule in unused]
        longest = len(titles) if view.selected.full else LONGEST_LIST
        view.cut |= len(titles) > longest
        told = list_words(titles, view.lang, longest, ("quy định", "more"))
        yield from wrapped(f"{text} ({len(unused)}): {told}.", screen.width, "* ", "  ")


def _discrepancies(view: View, screen: Screen) -> Iterator[str]:
    found = view.evaluation.profile.discrepancies
    if not found:
        return
    title = view.say("ĐIỂM KHÔNG THỐNG NHẤT TRONG VĂN BẢN", "DISCREPANCIES WITHIN THE TEXTS")
    yield from heading(screen, f"{title} ({len(found)})")
    whole = view.selected.everything or view.selected.full
    shown = found if whole else found[:_MOST_DISCREPANCIES]
    for entry in shown:
        source = view.instruments.get(entry.source, entry.source)
        place = f"{source}, {place_words(entry.at, view.lang)}"
        yield from wrapped(f"{place}: {entry.note[view.lang]}", screen.width, "* ", "  ")
    if len(found) > len(shown):
        rest = len(found) - len(shown)
        yield view.say(f"  và {rest} điểm khác (xem --full)", f"  and {rest} more (see --full)")


def _counts(view: View, screen: Screen) -> Iterator[str]:
    findings = view.selected.findings
    yield from heading(screen, view.say("SỐ KẾT QUẢ RÀ SOÁT", "COUNTS OF FINDINGS"))
    counts = Counter((told_as(finding), finding.modality) for finding in findings)
    modalities: tuple[Modality, ...] = ("must", "should", "may")
    head = ("", *(view.pair(MODALITIES[m]) for m in modalities), view.say("Cộng", "Sum"))
    rows = []
    for told, label in (*TOLD.items(), (None, ("Tổng số", "Total"))):
        wanted = tuple(TOLD) if told is None else (told,)
        numbers = [sum(counts[t, m] for t in wanted) for m in modalities]
        if told in RARE and not any(numbers):
            continue
        words = (number_words(n, view.lang) for n in (*numbers, sum(numbers)))
        rows.append((view.pair(label), *words))
    yield from table((head,), rows, drawn=screen.drawn, last_is_total=True)


def _cut(view: View, screen: Screen) -> Iterator[str]:
    if view.cut:
        words = view.say(
            "Danh sách dài đã rút gọn; thêm --full để in đủ.",
            "Long lists are cut; --full prints them whole.",
        )
        yield from wrapped(words, screen.width)


_OBLIGATIONS: Final[Mapping[Told, Pair]] = {
    "violated": ("quá hạn hoặc không đạt", "overdue or not met"),
    "unmet": ("chưa rõ đã quá hạn hay chưa", "perhaps overdue"),
    "due": ("còn trong hạn", "still in time"),
    "indeterminate": ("chưa đủ căn cứ", "that cannot be told yet"),
}


def _verdict(view: View, screen: Screen, fail_on: FailOn) -> Iterator[str]:
    findings = view.selected.findings

    counts = Counter(told_as(f) for f in findings if f.modality == "must")
    told = ", ".join(
        f"{number_words(counts[outcome], view.lang)} {view.pair(words)}"
        for outcome, words in _OBLIGATIONS.items()
        if counts[outcome] or outcome not in RARE
    )
    yield from wrapped(view.say("Nội dung bắt buộc", "Obligations") + f": {told}.", screen.width)
    yield from wrapped(_exit_words(view, findings, fail_on), screen.width)


def _exit_words(view: View, findings: tuple[Finding, ...], fail_on: FailOn) -> str:
    number = failures(findings, fail_on)
    if fail_on == "never":
        return view.say("Mã kết thúc 0 (--fail-on never).", "Exit status 0 (--fail-on never).")
    if not number:
        return view.say(
            f"Mã kết thúc 0: không có nội dung bắt buộc nào phải báo (--fail-on {fail_on}).",
            f"Exit status 0: no obligation to warn of (--fail-on {fail_on}).",
        )
    return view.say(
        f"Mã kết thúc 1: có {number_words(number, view.lang)} nội dung bắt buộc cần xử lý "
        f"(--fail-on {fail_on}).",
        f"Exit status 1: {number_words(number, view.lang)} obligations need attention "
        f"(--fail-on {fail_on}).",
    )
