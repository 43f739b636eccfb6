"""What a text is about: the day judged, the folder, and whether its facts are older than that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from isocheck.report.layout import Screen, wrapped
from isocheck.report.values import day_words
from isocheck.report.view import View

OLDER: Final = "facts-older"  # the note that stands at the head, where nobody can miss it


def about_lines(view: View, screen: Screen) -> Iterator[str]:
    """Yield the head of what lists findings or actions of a run without the report's own head."""
    day = day_words(view.evaluation.as_of, view.lang)
    words = view.say(f"Tính đến ngày {day}", f"As of {day}")
    if view.selected.folder:
        folder = view.selected.folder
        if folder == ".":  # with the stop behind it, it would be another folder's name
            folder = view.say("hiện tại", "at hand")
        words += view.say(f"; thông tin trong thư mục {folder}", f"; facts of the folder {folder}")
    yield from wrapped(words + ".", screen.width)
    yield from older_lines(view, screen)


def older_lines(view: View, screen: Screen) -> Iterator[str]:
    """Yield that nothing was collected since a day before the one judged, if so."""
    for note in view.evaluation.notes:
        if note.code == OLDER:
            yield from wrapped(note.text[view.lang], screen.width)
