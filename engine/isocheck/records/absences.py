"""What an absence says: fields that are none where nobody wrote them (design §2).

Some absences have a meaning of their own, which the kinds declare: what has not ended has no day of
its end. A file that is declared complete says more: a list that it leaves out is empty, a group of
fields is none. Both are written into the records once everything is read, so that whoever reads a
record afterwards finds what is known; what stays absent is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from isocheck.records.base import Record
from isocheck.records.complete import Complete
from isocheck.records.kinds.kind import Dating, FieldSpec, Kind
from isocheck.source.nodes import OF_THE_FILE, Fields, Items

_LISTS = ("list", "codes")


@dataclass(frozen=True, slots=True)
class _Step:
    """What is to be done about one field of a record, an object or an entry."""

    spec: FieldSpec
    none: bool  # none where it is absent
    declared: bool  # none where it is absent, because its file is complete
    parts: tuple[_Step, ...]  # of the fields of an object, or of each entry of a list


class Absences:
    """Writes what absences say into records, by what their kinds and files declare."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self._kinds = kinds
        self._steps: dict[tuple[str, Complete | None], tuple[_Step, ...]] = {}

    def settle(self, record: Record, complete: Complete | None = None) -> None:
        """Write into a record that is checked what its absences say."""
        key = (record.kind, complete)
        steps = self._steps.get(key)
        if steps is None:
            kind = self._kinds[record.kind]
            steps = self._steps[key] = _steps(kind.fields, kind.dated, complete, "")
        record.complete_at = None if complete is None else str(complete.at)
        _settle(record.values, steps, record.line)


def _steps(
    fields: Mapping[str, FieldSpec],
    dated: Dating | None,
    complete: Complete | None,
    prefix: str,
    *,
    entry: bool = False,
) -> tuple[_Step, ...]:
    """Return the steps for some fields; those where nothing can be said are left out."""
    found = []
    for name, spec in fields.items():
        path = f"{prefix}{name}"
        within = spec if spec.type == "object" else spec.of
        parts: tuple[_Step, ...] = ()
        if within is not None:
            inside = entry or spec.type == "list"
            parts = _steps(within.fields, within.dated, complete, f"{path}.", entry=inside)
        none = spec.none or (dated is not None and name == dated.until)
        declared = complete is not None and complete.reaches(path, spec, entry=entry)
        if none or declared or parts:
            found.append(_Step(spec, none, declared, parts))
    return tuple(found)


def _settle(fields: Fields, steps: tuple[_Step, ...], line: int) -> None:
    for step in steps:
        spec = step.spec
        value = fields.get(spec.name)
        if value is not None:
            if step.parts:
                _settle_parts(value, step)
        elif spec.name in fields:
            continue
        elif step.declared:
            fields.put(spec.name, _nothing(spec), OF_THE_FILE)
        elif step.none and not _left_open(spec, fields):
            fields.put(spec.name, _nothing(spec), fields.line or line)


def _left_open(spec: FieldSpec, fields: Fields) -> bool:
    """Tell whether what stands beside a field leaves it open whether it is none (`unless`)."""
    if spec.unless is None:
        return False
    beside = fields.get(spec.unless)
    if not spec.unless_words:
        return beside is not None
    return spec.unless not in fields or beside in spec.unless_words


def _settle_parts(value: object, step: _Step) -> None:
    # A list may also be `{catalogue: ID}`: its entries stand in another record.
    parts = (value,) if step.spec.type == "object" else value if isinstance(value, Items) else ()
    for part in parts:
        if isinstance(part, Fields):
            _settle(part, step.parts, part.line)


def _nothing(spec: FieldSpec) -> Items | None:
    return Items() if spec.type in _LISTS else None
