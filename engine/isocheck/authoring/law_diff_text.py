"""What differs between two laws, as lines of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from isocheck.authoring.law_diff import Difference
from isocheck.messages.words import Language
from isocheck.report.layout import Screen, wrapped
from isocheck.report.words import Pair, say

_HOW: dict[str, Pair] = {
    "added": ("thêm", "added"),
    "gone": ("bỏ", "gone"),
    "changed": ("sửa", "changed"),
}
_WHAT: dict[str, Pair] = {
    "pack": ("BỘ QUY ĐỊNH", "PACKS"),
    "rule": ("QUY ĐỊNH", "RULES"),
    "parameter": ("THAM SỐ", "PARAMETERS"),
    "amendment": ("SỬA ĐỔI", "AMENDMENTS"),
    "kind": ("LOẠI HỒ SƠ", "KINDS OF RECORD"),
}


def difference_lines(
    found: Sequence[Difference],
    lang: Language,
    screen: Screen,
    aspect_words: Callable[[str, Language], str],
) -> list[str]:
    """Return what differs, group by group, each change on a line of its own."""
    if not found:
        return [say(("Hai bên như nhau.", "Both are the same."), lang)]
    lines: list[str] = []
    for what, title in _WHAT.items():
        mine = [difference for difference in found if difference.what == what]
        if mine:
            lines += [screen.paint(f"{say(title, lang)} ({len(mine)})", "strong")]
        for difference in mine:
            head = f"{say(_HOW[difference.how], lang)}: {difference.id} {difference.title}".rstrip()
            lines += wrapped(head, screen.width, "* ", "  ")
            for change in difference.changes:
                if difference.how == "added":
                    text = f"{aspect_words(change.aspect, lang)}: {change.after}"
                else:
                    was, now = change.before or "–", change.after or "–"
                    text = f"{aspect_words(change.aspect, lang)}: {was} → {now}"
                lines += wrapped(text, screen.width, "    ", "      ")
        if mine:
            lines.append("")
    return lines[:-1]
