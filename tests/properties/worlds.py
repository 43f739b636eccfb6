"""Random worlds: a province with its communes, what was spent, asked and reported, with gaps."""
# ruff: noqa: E501 - packs stand a rule a line

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from helpers import pack, rule

Record = dict[str, Any]
World = list[Record]
Slot = tuple[int, tuple[str | int, ...]]  # a record and the way to a field in it

DAYS = (
    "2018-01-01", "2018-06-30", "2019-06-29", "2019-06-30", "2019-07-01", "2019-12-31",
    "2020-01-01", "2020-06-30", "2021-01-01",
)  # fmt: skip
JUDGED = ("2018-12-31", *DAYS[2:])
CODES = ("1.001612", "2.000815", "012")
COLLECTED = (
    "commune", "district", "expenditure", "report", "report_request", "decision", "catalogue",
)  # fmt: skip
LATER = "2029-01-01"
ALWAYS_WRITTEN = {  # required, or meaning something when absent (design §2)
    "id", "kind", "name", "parent", "from", "date",
    "established_on", "dissolved_on", "published_on", "repealed_on", "ended_on", "withdrawn_on",
    "predecessors", "recovered",
}  # fmt: skip

day = st.sampled_from(DAYS)
maybe_day = st.none() | day


LIVES = (
    ("established_on", "dissolved_on"), ("published_on", "repealed_on"),
    ("adopted_on", "ended_on"), ("date", "withdrawn_on"), ("date", "due_on"),
)  # fmt: skip


def gaps(required: Mapping[str, Any] | None = None, **fields: Any) -> st.SearchStrategy[Record]:
    """Draw an object each of whose fields may be left out; nothing ends before it begins."""
    return st.fixed_dictionaries(dict(required or {}), optional=fields).map(_ending_later)


def _ending_later(drawn: Record) -> Record:
    wrong = {end for begin, end in LIVES if (drawn.get(begin) or "") >= (drawn.get(end) or "9")}
    return {key: None if key in wrong else value for key, value in drawn.items()}


def few(each: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[Any]:
    return st.lists(each, max_size=most)


code = st.sampled_from(CODES)
qms = gaps(
    adopted_on=day,
    ended_on=maybe_day,
    framework_model=st.none() | st.just("2968/QĐ-BKHCN"),
    standard=few(gaps({"from": day}, version=st.sampled_from(["2008", "2015"]))),
    scope=few(gaps({"from": day}, covers=st.just("all") | few(code))),
    announcements=few(gaps({"date": day}, withdrawn_on=maybe_day)),
    leadership=st.none() | gaps({"date": day}, decision=st.just("05/QĐ-UBND")),
)
procedure = gaps(code=code, published_on=day, repealed_on=maybe_day)
commune = gaps(
    {"parent": st.sampled_from(["d1", "d2"])},
    unit_type=st.sampled_from(["xã", "phường"]),
    established_on=maybe_day,
    dissolved_on=maybe_day,
    new_rural_standard=st.none() | gaps({"date": day}),
    nominated=few(gaps({"date": day}, year=st.sampled_from([2018, 2019]), withdrawn_on=maybe_day)),
    qms=st.none() | qms,
    procedures=st.just({"catalogue": "tthc"}) | few(procedure),
    maintenance=few(
        gaps({"date": day}, type=st.sampled_from(["internal-audit", "management-review"]))
    ),
)
body = st.sampled_from(["c0", "c1", "d1"])
amount = st.sampled_from([0, 10_000_000, 13_600_001, 17_000_001])
expenditure = gaps(
    year=st.sampled_from([2018, 2019, 2030]),
    line=st.sampled_from(["consulting", "training"]),
    amount=amount,
    source=st.none() | st.sampled_from(["local", {"other": "gold"}]),
    spent_on=day,
    paid_by=body,
) | gaps(
    {"beneficiary": st.none() | body},
    year=st.sampled_from([2018, 2019]),
    amount=amount,
    spent_on=day,
) | gaps(
    {"beneficiaries": few(gaps(id=body, amount=amount))}, amount=st.just(100_000_000), spent_on=day
)  # fmt: skip
kinds_of_report = st.sampled_from(["progress", "periodic"])
request = gaps(
    {"date": day}, to=few(st.sampled_from(["d1", "d2"])), due_on=maybe_day, type=kinds_of_report
)
report = st.fixed_dictionaries(
    {},
    optional={
        "from": st.sampled_from(["d1", "d2"]),
        "to": few(st.sampled_from(["ls", "d2"])),
        "type": kinds_of_report,
        "sent_on": day,
        "answers": st.sampled_from(["q0", "q1"]),
    },
)
decision = gaps({"date": day}, number=st.sampled_from(["1", "2"]), about=st.just("a"))


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw the records of a province."""
    world: World = [{"id": "ls", "kind": "province", "name": "Lạng Sơn", "parent": None}]
    world += [
        {
            "id": name,
            "kind": "district",
            "name": name,
            "parent": "ls",
            **draw(gaps(qms=st.none() | qms)),
        }
        for name in ("d1", "d2")
    ]
    tthc = draw(gaps(procedures=st.none() | few(procedure, 3)))
    world.append({"id": "tthc", "kind": "catalogue", "name": "TTHC", **tthc})
    for letter, kind, each, least, most in (
        ("c", "commune", commune, 2, 3), ("e", "expenditure", expenditure, 0, 3),
        ("q", "report_request", request, 2, 2), ("r", "report", report, 0, 2),
        ("n", "decision", decision, 0, 2),
    ):  # fmt: skip
        drawn = draw(st.lists(each, min_size=least, max_size=most))
        for number, fields in enumerate(drawn):
            name = {"name": f"Xã {number}"} if kind == "commune" else {}
            world.append({"id": f"{letter}{number}", "kind": kind, **name, **fields})
    _answer_no_later_question(world)
    for record in world:
        _begin_no_version_before_its_system(record.get("qms") or {})
    return world


def _answer_no_later_question(world: World) -> None:
    """Put off each report that would be sent before the request that it answers."""
    asked = {r["id"]: r.get("date", "") for r in world if r["kind"] == "report_request"}
    for record in world:
        if record["kind"] == "report" and "sent_on" in record:
            record["sent_on"] = max(record["sent_on"], asked.get(record.get("answers"), ""))


def _begin_no_version_before_its_system(system: Record) -> None:
    """Put off each version of the standard to the system's first day; let each scope be a change."""
    for version in system.get("standard") or ():
        version["from"] = max(version["from"], system.get("adopted_on", ""))
    before = None
    for scope in sorted(system.get("scope") or (), key=lambda version: version["from"]):
        if scope.get("covers", ...) == before:
            del scope["covers"]
        before = scope.get("covers")


def slots(world: World) -> list[Slot]:
    """Return the fields that may as well be left out."""
    found: list[Slot] = []
    for number, record in enumerate(world):
        optional = ALWAYS_WRITTEN - ({"from"} if record["kind"] == "report" else set())
        found += [(number, way) for way in _ways(record, optional, top=True)]
    return found


def _ways(node: Any, kept: set[str], *, top: bool = False) -> Iterator[tuple[str | int, ...]]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in kept and (top or key != "catalogue"):
                yield (key,)
            inside = kept - {"id"} if key == "beneficiaries" else kept | {"from"}
            yield from ((key, *way) for way in _ways(value, inside))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from ((index, *way) for way in _ways(value, kept))


def without(world: World, slot: Slot) -> World:
    """Return the world with one field (or entry) left out."""
    number, way = slot
    changed = copy.deepcopy(world)
    del _holder(changed[number], way)[way[-1]]
    return changed


def moved_to(world: World, slot: Slot, day: str) -> World:
    """Return the world with one event on a later day, and not withdrawn before it."""
    number, way = slot
    changed = copy.deepcopy(world)
    holder = _holder(changed[number], way)
    holder[way[-1]] = day
    holder.pop("withdrawn_on", None)
    return changed


def _holder(node: Any, way: Sequence[str | int]) -> Any:
    for part in way[:-1]:
        node = node[part]
    return node


def events(world: World) -> list[tuple[Slot, Slot | int]]:
    """Return each event's day and what to take away instead: an entry, or a whole record."""
    found: list[tuple[Slot, Slot | int]] = []
    dated = {"expenditure": "spent_on", "report": "sent_on", "decision": "date"}
    for number, record in enumerate(world):
        if dated.get(record["kind"]) in record:
            found.append(((number, (dated[record["kind"]],)), number))
        for field, key in (("nominated", "date"), ("maintenance", "date")):
            for index, _ in enumerate(record.get(field) or ()):
                found.append(((number, (field, index, key)), (number, (field, index))))
        for field, key in (("scope", "from"), ("standard", "from"), ("announcements", "date")):
            for index, _ in enumerate((record.get("qms") or {}).get(field) or ()):
                way = ("qms", field, index)
                found.append(((number, (*way, key)), (number, way)))
    return found


def as_yaml(world: Sequence[Record]) -> str:
    """Return the records as a fact file writes them."""
    return "".join(f"- {_flow(record)}\n" for record in world)


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _rule(name: str, body: str, kinds: str = "commune", modality: str = "must") -> str:
    return rule(name, body, kinds=kinds, modality=modality)


_EXCEPT = "unless: [{condition: %s, cites: [{source: law, at: Điều 2, verification: primary}]}]"
MANY_OPERATORS = pack(
    _rule("adopt", "require: {qms.adopted_on: {exists: true}}\ndue: 2019-06-30"),
    _rule(
        "announce",
        "when: {qms.applied: true}\nrequire: {qms.announced: true}\ndue: {param: plan_end}",
    ),
    _rule(
        "again",
        "when: {qms.announced_ever: true, qms.scope.changed_on: {exists: true}}\n"
        "require: {qms.scope.changed_on: {lte: {fact: qms.last_announced_on}}}\ndue: {param: within}\n"
        "action: {id: again, do: {vi: Công bố, en: Announce}, by: {fact: id}, report_to: [{fact: parent}]}",
    ),
    _rule(
        "cover",
        "when: {qms.applied: true}\nrequire: {procedures.outside_scope: {empty: true}}\nalways: true",
    ),
    _rule(
        "covers",
        "require: {qms.scope.covered: {covers: {fact: procedures.published}}}\nalways: true",
    ),
    _rule(
        "maintain",
        "when: {qms.adopted_on: {lte: {fact: as_of, minus: {months: 12}}}}\n"
        + _EXCEPT % "{former.qms.ended_on: {exists: true}}"
        + "\nrequire: {any: [{maintenance.last_audit_on: {gte: {fact: as_of, minus: {months: 12}}}},"
        " {maintenance.last_review_on: {gte: {fact: as_of, minus: {months: 12}}}}]}\nuntil: 2020-06-30",
    ),
    _rule("cap", "require: {spent: {lte: {param: cap}}}\nalways: true"),
    _rule(
        "paid",
        "when: {payments: {gte: 1}}\nrequire: {first_year: {gte: {fact: nomination.first_year}}}\nalways: true",
    ),
    _rule(
        "convert",
        "when: {qms.ever_2008: true}\nrequire: {qms.converted_on: {exists: true}}\ndue: {param: by}",
    ),
    _rule("version", "require: {qms.current_version: {in: ['2015', null]}}\nalways: true"),
    _rule("once", "require: {nomination.count: {lte: 1}}\nalways: true", modality="should"),
    _rule(
        "lead",
        "when: {qms.applied: true}\nrequire: {qms.leadership.decision: {matches: '.*QĐ.*'}}\ndue: null",
    ),
    _rule("then", "require: {outcome: {t.adopt: [satisfied, satisfied_late]}}\nalways: true"),
    _rule(
        "may",
        "when: {new_rural_standard.date: {lt: {fact: as_of}}}\nrequire: {unit_type: xã}",
        modality="may",
    ),
    _rule(
        "day_of_fact",
        "require: {qms.announced: true}\ndue: {fact: new_rural_standard.date, plus: {months: 6}}",
    ),
    _rule("source", "require: {source: {in: [local, central]}}\nalways: true", "expenditure"),
    _rule(
        "answer",
        "per: {over: report_request, where: {all: [{to: {has: {fact: subject.id}}}, {type: progress}]}}\n"
        "require: {answers_given: {gte: 1}}\ndue: {fact: item.due_on}\n"
        "action: {id: answer, do: {vi: Báo cáo, en: Report}, by: {fact: id}, report_to: []}",
        "district",
    ),
    _rule("select", "require: {selected: {gte: 1, lte: 2}}\ndue: 2019-12-31", "district"),
    _rule("share", "require: {share: {gte: 50%}}\ndue: 2019-12-31", "province"),
    _rule("total", "require: {total: {lt: 30000000}}\nalways: true", "province"),
    _rule("number", "require: {number: {ne: '2'}}\nalways: true", "province"),
    _rule("least", "require: {least: {gt: 0}}\nalways: true", "province"),
    parameters="""
    plan_end: {value: 2019-12-31}
    within: {type: day, verification: unverified, between: [2019-06-30, 2020-06-30]}
    cap: {readings: [{id: high, value: 17000000}, {id: low, value: 13600000}]}
    by: {readings: [{id: before, value: 2019-06-29}, {id: up-to, value: 2019-06-30}]}
    """,
    derived="""
    spent: {for: [commune], over: expenditure.beneficiaries, where: {id: {eq: {fact: subject.id}}}, sum: amount}
    payments: {for: [commune], over: expenditure.beneficiaries, where: {id: {eq: {fact: subject.id}}}, count: true}
    first_year: {for: [commune], over: expenditure.beneficiaries, where: {id: {eq: {fact: subject.id}}}, min: owner.year}
    answers_given:
      for: [district]
      over: report
      where: {all: [{answers: {eq: {fact: item.id}}}, {from: {eq: {fact: subject.id}}}]}
      count: true
    selected:
      for: [district]
      over: commune.nominated
      where: {all: [{owner.parent: {eq: {fact: subject.id}}}, {withdrawn_on: null}]}
      distinct: owner.id
    share:
      for: [province]
      over: commune
      among: {all: [{under: {fact: subject.id}}, {in_force: true}, {unit_type: xã}]}
      where: {all: [{qms.framework_model: {exists: true}}, {qms.announced: true}]}
      share: true
    total: {for: [province], over: expenditure, where: {year: {in: [2018, 2019]}}, sum: amount}
    number: {for: [province], over: decision, latest: date, take: number}
    least: {for: [province], over: expenditure, where: {line: consulting}, min: amount}
    """,
)

WITHIN = ("2019-06-30", "2019-07-01", "2019-09-15", "2019-12-31", "2020-01-01", "2020-06-30")
REQUIREMENTS = {
    "adopt": "require: {qms.adopted_on: {exists: true}}",
    "announce": "when: {qms.applied: true}\nrequire: {qms.announced: true}",
    "never": "require: {former.qms.adopted_on: {not_exists: true}}",
    "audit": "require: {maintenance.last_audit_on: {gte: {fact: as_of, minus: {months: 6}}}}",
}
"""What is asked of a commune by (or until) a day; the packs below ask it of one day or of bounds."""
BOUNDED_DAYS = pack(
    *(
        _rule(
            f"{name}-{mode}-{n}",
            f"{body}\n{mode}: {'{param: within}' if n == 'within' else n}",
            "district, commune",
        )
        for name, body in REQUIREMENTS.items()
        for mode in ("due", "until")
        for n in ("within", *WITHIN)
    ),
    parameters="within: {type: day, verification: unverified, between: [2019-06-30, 2020-06-30]}",
)
