"""Parameters: their types, readings and bounds; what is `computed` must give the value."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final, cast, get_args

from isocheck.packs.citation_reading import VERIFICATIONS, read_citations, read_in_force
from isocheck.packs.condition_reading import ConditionReader
from isocheck.packs.conditions import Expression, Literal_, ValueType
from isocheck.packs.environment import Place, Places, Typed
from isocheck.packs.form import Form, as_day, as_integer, as_share, as_yes_no, plain
from isocheck.packs.model import ALWAYS_IN_FORCE, Parameter, Reading, SettledBy, Verification
from isocheck.source.nodes import Fields

TYPES = ("day", "money", "count", "year", "share", "text", "yes_no")
_KEYS = (
    "type", "value", "computed", "readings", "between", "verification", "cites", "label", "note",
    "in_force", "settled_by",
)  # fmt: skip
SETTLED_BY: Final = get_args(SettledBy)
_MOST_FACTORS: Final = 20  # of a product that is written out
_READING_KEYS = ("id", "value", "computed", "cites", "label", "note")
assert set(TYPES) <= set(get_args(ValueType))  # noqa: S101 - each is a type of value


def parameter_type(form: Form, name: str, node: Any, line: int) -> ValueType | None:
    """Return the type a parameter declares, or the one its value shows; None if it shows none."""
    if not isinstance(node, Fields):
        form.problem("pack-not-a-mapping", line, name, value=plain(node))
        return None
    if "type" in node:
        word = form.word(node, "type", name, TYPES, "")
        return cast("ValueType", word) if word in TYPES else None
    readings = node.get("readings")
    sample = node.get("value")
    if "value" not in node and isinstance(readings, list):
        values = [r["value"] for r in readings if isinstance(r, Fields) and r.get("value")]
        sample = values[0] if values else None
    if sample is None:
        form.problem("parameter-type-missing", line, name, types=", ".join(TYPES))
        return None
    return shown_type(sample)


def shown_type(sample: Any) -> ValueType:
    """Return the type that a value shows by its look."""
    if as_day(sample) is not None:
        return "day"
    if as_integer(sample) is not None:
        return "count"
    if as_share(sample) is not None:
        return "share"
    return "yes_no" if as_yes_no(sample) is not None else "text"


def read_parameter(  # noqa: PLR0913, PLR0917 - what a parameter is read with
    reader: ConditionReader, name: str, node: Any, line: int, kind: ValueType, item: Place | None
) -> Parameter | None:
    """Return a parameter, or None with the problems recorded.

    `item` is the place that `item.` paths in `between` start from.
    """
    form, full = reader.form, f"{reader.pack}.{name}"
    fields = form.mapping(node, line, full, _KEYS)
    if fields is None:
        return None
    verification = form.word(fields, "verification", full, VERIFICATIONS, "primary")
    given = [key for key in ("value", "readings", "between") if key in fields]
    unverified = verification == "unverified"
    if unverified != (given in ([], ["between"])) or len(given) > 1:
        if given:
            args = {"value": ", ".join(given), "verification": verification}
            form.problem("parameter-form", fields.line_of(given[-1]), full, **args)
        else:
            form.problem("parameter-no-value", line, full, value=full)
        return None
    if "settled_by" in fields and not unverified:
        form.problem("parameter-settled", fields.line_of("settled_by"), full, value=full)
    places = Places(Place(), item=item, pack=reader.pack)
    return Parameter(
        id=full,
        pack=reader.pack,
        type=kind,
        readings=read_readings(reader, fields, full, kind, places),
        verification=cast("Verification", verification),
        between=_between(reader, fields, full, kind, places),
        settled_by=cast("SettledBy", form.word(fields, "settled_by", full, SETTLED_BY, "text")),
        cites=read_citations(form, fields, "cites", full),
        label=form.both_languages(fields, "label", full) if "label" in fields else None,
        note=form.both_languages(fields, "note", full) if "note" in fields else None,
        in_force=read_in_force(form, fields, "in_force", full) or ALWAYS_IN_FORCE,
        location=form.location(line),
    )


def read_readings(
    reader: ConditionReader, fields: Fields, where: str, kind: ValueType, places: Places
) -> tuple[Reading, ...]:
    """Return the readings: those listed, or one for a plain value, or none."""
    form = reader.form
    if "value" in fields:
        line = fields.line_of("value")
        value = reader.right(fields["value"], line, places, where, Typed(kind))
        _check_computed(form, fields, where, value)
        return (Reading(id="only", value=value),)
    if "readings" not in fields:
        return ()
    found: list[Reading] = []
    entries = form.items(fields["readings"], fields.line_of("readings"), where)
    for index, entry in enumerate(entries):
        line = entries.line_of(index)
        node = form.mapping(entry, line, where, _READING_KEYS, ("id", "value"))
        if node is None:
            continue
        value = reader.right(node["value"], node.line_of("value"), places, where, Typed(kind))
        _check_computed(form, node, where, value)
        cites = read_citations(form, node, "cites", where)
        name = form.text(node, "id", where)
        if name in {reading.id for reading in found}:
            form.problem("reading-twice", line, where, value=name)
        label = form.both_languages(node, "label", where) if "label" in node else None
        found.append(Reading(id=name, value=value, label=label, cites=cites))
    if len(found) < 2:  # noqa: PLR2004 - one reading is a value
        form.problem("readings-too-few", fields.line_of("readings"), where, value=len(found))
    return tuple(found)


def _between(
    reader: ConditionReader, fields: Fields, where: str, kind: ValueType, places: Places
) -> tuple[Expression | None, Expression | None] | None:
    if "between" not in fields:
        return None
    line = fields.line_of("between")
    entries = reader.form.items(fields["between"], line, where)
    if len(entries) != 2:  # noqa: PLR2004 - two ends
        reader.form.problem("parameter-between", line, where, value=plain(fields["between"]))
        return None
    low, high = (
        None
        if entry is None
        else reader.right(entry, entries.line_of(index), places, where, Typed(kind))
        for index, entry in enumerate(entries)
    )
    if (
        isinstance(low, Literal_)
        and isinstance(high, Literal_)
        and None not in (low.value, high.value)
        and not _ordered(low.value, high.value)
    ):
        reader.form.problem("parameter-between", line, where, value=plain(fields["between"]))
    return low, high


def _ordered(low: Any, high: Any) -> bool:
    """Tell whether two values of one type can be the ends of a span."""
    return not isinstance(low, (str, bool)) and bool(low <= high)


def _check_computed(form: Form, node: Fields, where: str, value: Expression) -> None:
    if "computed" not in node:
        return
    product = Fraction(1)
    factors = str(node["computed"]).split("*", _MOST_FACTORS)
    for factor in factors:
        share, number = as_share(factor.strip()), as_integer(factor.strip())
        if share is None and number is None:
            form.problem(
                "computed-form", node.line_of("computed"), where, value=plain(factor).strip()
            )
            return
        product *= Fraction(number) if number is not None else (share or 0)
    if not isinstance(value, Literal_) or product != value.value:
        form.problem(
            "computed-differs", node.line_of("computed"), where, value=plain(node["value"]),
            computed=str(product),
        )  # fmt: skip
