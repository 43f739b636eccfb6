"""Money that came back of an amount: never more than was paid, and of parts that there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from isocheck.records.kinds.kind import FieldSpec, Less, key_of_parts
from isocheck.source.nodes import Fields, Items


@dataclass(frozen=True, slots=True, kw_only=True)
class Netting:
    """An amount of a record that money comes back of, and the list of its parts if it has one."""

    amount: str
    less: Less
    parts: str | None = None
    part_amount: str = ""
    key: str | None = None  # the reference that tells which part it came back of


class Wrong(NamedTuple):
    """What is wrong: the entry that is wrong (None: all together), and the message."""

    entry: int | None
    code: str
    args: Mapping[str, object]


def nettings_of(specs: Mapping[str, FieldSpec]) -> tuple[Netting, ...]:
    """Return the amounts of a record that money comes back of."""
    return tuple(
        _netting(specs, spec.name, spec.less)
        for spec in specs.values()
        if spec.less is not None and spec.less.entries in specs
    )


def _netting(specs: Mapping[str, FieldSpec], amount: str, less: Less) -> Netting:
    for name, spec in specs.items():
        fields = {} if spec.of is None else spec.of.fields
        for part in fields.values():
            if part.less == less:
                key = key_of_parts(fields, specs, less)
                return Netting(amount=amount, less=less, parts=name, part_amount=part.name, key=key)
    return Netting(amount=amount, less=less)


def wrong_in(fields: Fields, netting: Netting) -> Iterator[Wrong]:
    """Yield what is wrong with the money that came back of an amount of a record."""
    entries = fields.get(netting.less.entries)
    if not isinstance(entries, Items):
        return
    back = [
        (_key(entry, netting), entry.get(netting.less.amount))
        for entry in entries
        if isinstance(entry, Fields)
    ]
    whole = fields.get(netting.amount)
    total = _total(amount for _, amount in back)
    if type(whole) is int and total > whole:
        yield Wrong(None, "facts.more-came-back", {"total": total, "whole": whole})
    parts = _parts(fields, netting)
    if parts is None:
        return
    for index, (key, _) in enumerate(back):
        if key is None:
            continue
        if key not in parts:
            of = {"id": key, "parts": netting.parts, "known": sorted(parts)}
            yield Wrong(index, "facts.came-back-of-none", of)
            continue
        of_key = _total(amount for other, amount in back[: index + 1] if other == key)
        part = parts[key]
        before = _total(amount for other, amount in back[:index] if other == key)
        if part is not None and before <= part < of_key:  # said once, where it is passed
            args = {"id": key, "total": of_key, "whole": part}
            yield Wrong(index, "facts.more-came-back-of", args)


def _parts(fields: Fields, netting: Netting) -> dict[str, int | None] | None:
    """Return the amount of each part by its key; None where they are not all known."""
    if netting.parts is None or netting.key is None or netting.parts not in fields:
        return None
    listed = fields[netting.parts]
    found: dict[str, int | None] = {}
    for part in listed if isinstance(listed, Items) else ():
        key = _key(part, netting) if isinstance(part, Fields) else None
        if key is None:
            return None
        amount = part.get(netting.part_amount)
        before = found.get(key, 0)
        found[key] = before + amount if type(amount) is int and before is not None else None
    return found


def _key(part: Fields, netting: Netting) -> str | None:
    key = None if netting.key is None else part.get(netting.key)
    return key if isinstance(key, str) else None


def _total(amounts: Iterator[Any]) -> int:
    return sum(amount for amount in amounts if type(amount) is int)
