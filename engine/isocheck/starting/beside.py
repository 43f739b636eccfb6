"""Bodies that stand beside the levels of a list of units: agencies, by how their names begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from isocheck.packs.starting import Plan
from isocheck.starting.folder import Known
from isocheck.starting.rows import Row, UnitList
from isocheck.starting.spelling import first_word, slug

_ID: Final = re.compile(r"(?=[^\W\d])[\w.-]{1,60}")  # one that begins with a letter: no code


def take_beside(lists: Sequence[UnitList], plan: Plan) -> tuple[list[UnitList], list[Known]]:
    """Return lists without the rows of bodies beside the levels, and these bodies.

    A row is that of such a body where its name begins as those of the kind do, and nothing in it
    says of which level it is, nor does a code of digits. One that a pack names is there already.
    """
    named = {body.id for body in plan.bodies}
    found: dict[str, Known] = {}
    left = []
    for one in lists:
        rows = []
        for row in one.rows:
            body = _body(row, plan)
            if body is None and row.of("code") not in named:
                rows.append(row)
            elif body is not None and body.id not in named:
                if body.id in found:
                    one.problem("units.beside-twice", row.line, body.name, id=body.id)
                found.setdefault(body.id, body)
        if rows or one.problems or not one.rows:
            one.rows = rows
            left.append(one)
    return left, list(found.values())


def _body(row: Row, plan: Plan) -> Known | None:
    if not set(row.cells) <= {("name", -1), ("code", -1)}:
        return None
    name, code = row.of("name"), row.of("code")
    if code and _ID.fullmatch(code) is None:
        return None
    for beside in plan.beside:
        if first_word(name, beside.words):
            return Known(id=code or slug(name), kind=beside.kind, name=name, listed=True)
    return None
