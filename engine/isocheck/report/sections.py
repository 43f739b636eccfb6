"""The middle of the report: a section for each kind, and for each body that others are below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from isocheck.report.bodies import Body, parts_of, shown_of
from isocheck.report.layout import Screen, width_of, wrapped
from isocheck.report.values import LONGEST_LIST
from isocheck.report.view import View

_MOST_NAMES: Final = 24


def body_sections(view: View, screen: Screen, bodies: Iterable[Body]) -> Iterator[list[str]]:
    """Yield the sections that have something to show, in the order of kinds and names."""
    listed = list(bodies)
    groups: dict[str, list[Body]] = {}
    for body in listed:
        above = view.group_of(body.id)
        if above is not None:
            groups.setdefault(above, []).append(body)
    grouped = {body.id for members in groups.values() for body in members}
    own = {body.id: body for body in listed if body.id in groups}
    records = view.evaluation.facts.records
    for kind in view.evaluation.profile.kinds:
        members = [b for b in listed if b.kind == kind and b.id not in grouped and b.id not in own]
        yield from _kind_section(view, screen, kind, members)
        heads = (head for head in groups if records[head].kind == kind)
        for head in sorted(heads, key=view.place_in_order):
            yield from _group_section(view, screen, head, own.get(head), groups[head])


def _kind_section(
    view: View, screen: Screen, kind: str, members: list[Body]
) -> Iterator[list[str]]:
    shown = [body for body in members if _has_something(view, body)]
    if not shown:
        return
    lines = _heading(view, screen, view.kind_title(kind), members)
    for number, (names, block) in enumerate(_merged(view, screen, shown)):
        lines += [*([""] if number else []), *names, *block]
    yield [*lines, *_quiet(view, screen, members)]


def _group_section(
    view: View, screen: Screen, head: str, own: Body | None, members: list[Body]
) -> Iterator[list[str]]:
    """Yield the section of a body: what is open for itself, then for those below it."""
    listed = [*([] if own is None else [own]), *members]
    below = [body for body in members if _has_something(view, body)]
    if not below and (own is None or not _has_something(view, own)):
        return
    lines = _heading(view, screen, view.name(head), listed)
    blocks = []
    if own is not None and _has_something(view, own):
        blocks.append([*_names(view, screen, [own]), *_block(view, screen, own)])
    if view.selected.everything:
        blocks += [[*_names(view, screen, [b]), *_block(view, screen, b)] for b in below]
    else:
        blocks += _by_part(view, screen, below)
    for number, block in enumerate(blocks):
        lines += [*([""] if number else []), *block]
    yield [*lines, *_quiet(view, screen, members)]


def _heading(view: View, screen: Screen, name: str, members: list[Body]) -> list[str]:
    unknown = sum(body.worst == "indeterminate" for body in members)
    work = sum(body.worst is not None for body in members) - unknown
    text = name.upper() + view.say(
        f": {work} trên {len(members)} còn việc", f": {work} of {len(members)} with work to do"
    )
    if unknown:  # of whom nobody can say that there is work to do
        text += view.say(f", {unknown} chưa đủ căn cứ", f", {unknown} that cannot be told")
    return [screen.paint(text, "strong"), "=" * width_of(text)]


def _quiet(view: View, screen: Screen, members: list[Body]) -> list[str]:
    """Return how many of a section have nothing open; of bodies, which they are."""
    quiet = [body for body in members if not _has_something(view, body)]
    if not quiet:
        return []
    text = view.say(f"Không còn việc: {len(quiet)}", f"Nothing open: {len(quiet)}")
    if view.evaluation.profile.kinds[quiet[0].kind].body:
        text += f" – {view.names([body.id for body in quiet], LONGEST_LIST)}"
    return ["", *wrapped(f"{text}.", screen.width, "", "  ")]


def _has_something(view: View, body: Body) -> bool:
    return bool(shown_of(view, body))


def _merged(
    view: View, screen: Screen, bodies: Iterable[Body]
) -> Iterator[tuple[list[str], list[str]]]:
    """Yield names with their block; bodies that have the same to show share one."""
    alike: dict[tuple[object, ...], list[Body]] = {}
    for body in bodies:
        alike.setdefault(_key(view, screen, body), []).append(body)
    for members in alike.values():
        view.places = len(members) == 1
        block = list(_block(view, screen, members[0]))
        view.places = True
        yield _names(view, screen, members), block


def _key(view: View, screen: Screen, body: Body) -> tuple[object, ...]:
    """Return what bodies that share a block have in common: what it says but for the places."""
    if body.worst != "indeterminate" or body.waived or view.selected.everything:
        return (body.id,)
    return tuple(line for part in _drafts(view, screen, body) for line in part)


def _drafts(view: View, screen: Screen, body: Body) -> list[list[str]]:
    view.places, view.draft = False, True
    parts = list(parts_of(view, screen, body))
    view.places, view.draft = True, False
    return parts


def _by_part(view: View, screen: Screen, bodies: list[Body]) -> Iterator[list[str]]:
    """Yield a block for each thing that bodies of a group have open, with all that share it."""
    sharing: dict[tuple[str, ...], list[tuple[Body, int]]] = {}
    for body in bodies:
        for number, part in enumerate(_drafts(view, screen, body)):
            sharing.setdefault(tuple(part), []).append((body, number))
    by_names: dict[tuple[str, ...], list[list[tuple[Body, int]]]] = {}
    for found in sharing.values():
        by_names.setdefault(tuple(body.id for body, _ in found), []).append(found)
    for shared in by_names.values():
        view.places = len(shared[0]) == 1
        lines = _names(view, screen, [body for body, _ in shared[0]])
        for found in shared:
            body, number = found[0]
            lines += list(parts_of(view, screen, body))[number]
        view.places = True
        yield lines


def _block(view: View, screen: Screen, body: Body) -> Iterator[str]:
    for part in parts_of(view, screen, body):
        yield from part


def _names(view: View, screen: Screen, members: list[Body]) -> list[str]:
    first = members[0]
    if len(members) == 1:
        name = view.name(first.id)  # of what has no name of its own, the id stands in it
        names = name if name.endswith(f" {first.id}") else f"{name} ({first.id})"
        lines = wrapped(names, screen.width)
    else:
        ids = [body.id for body in members]
        count = f"{len(members)} {view.pair(view.what(ids))}"
        lines = wrapped(f"{count}: {view.names(ids, _MOST_NAMES)}", screen.width, "", "  ")
    return [screen.paint(line, "strong") for line in lines]
