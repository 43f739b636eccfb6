"""The findings document is complete, strict, and the same every time."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from helpers import MATCHERS, THING, judged, pack, rule, thing
from isocheck.report.document import document, serialised
from isocheck.report.selection import Selected, Selection
from unit.report.small import small

SCHEMA = Path(__file__).parents[3] / "schemas" / "findings.schema.json"


@cache
def validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def made(*, everything: bool = False, matcher: str = "interpreter", **only: Any) -> dict[str, Any]:
    selection = Selection(**only)
    evaluation = small(matcher).evaluation
    return document(Selected(evaluation=evaluation, everything=everything, selection=selection))


def entry(found: dict[str, Any], rule: str, subject: str) -> dict[str, Any]:
    entries = [f for f in found["findings"] if (f["rule"], f["subject"]) == (rule, subject)]
    assert len(entries) == 1
    return entries[0]


@pytest.mark.parametrize("everything", [False, True])
@pytest.mark.parametrize("matcher", MATCHERS)
def test_it_is_as_its_schema_says(everything: bool, matcher: str) -> None:
    content = json.loads(serialised(made(everything=everything, matcher=matcher)))
    assert list(validator().iter_errors(content)) == []


def test_keys_stand_in_the_order_of_the_contract() -> None:
    assert list(made()) == [
        "format", "as_of", "profile", "packs", "facts", "engine", "notes", "rules", "subjects",
        "summary", "findings", "actions", "discrepancies", "labels",
    ]  # fmt: skip


def test_counts_add_up_and_count_what_is_not_listed() -> None:
    found = made()
    summary = found["summary"]
    assert sum(summary["outcomes"].values()) == summary["judged"] == 11
    assert summary["outcomes"]["not_applicable"] == 1
    assert len(found["findings"]) == 10
    assert len(made(everything=True)["findings"]) == 11


def test_each_rule_and_subject_has_exactly_one_finding() -> None:
    keys = [(f["rule"], f["subject"], f["item"]) for f in made(everything=True)["findings"]]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("matcher", MATCHERS)
def test_it_is_the_same_every_time_and_with_each_matcher_but_for_the_engine(matcher: str) -> None:
    first, second = serialised(made()), serialised(made())
    assert first == second
    other = made(matcher=matcher)
    assert other["engine"]["matcher"] == matcher
    assert serialised(other | {"engine": None}) == serialised(made() | {"engine": None})


def test_what_is_violated_says_why_and_what_to_do() -> None:
    found = made()
    finding = entry(found, "t.announce", "so-a")
    assert finding["outcome"] == "violated"
    assert finding["due"] == "2020-06-30"
    assert {
        "part": "require", "record": "so-a", "path": "qms.announced", "value": False, "op": "eq",
        "expected": True, "holds": False, "at": "facts.yaml:6",
    } in finding["because"]  # fmt: skip
    action = next(a for a in found["actions"] if a["by"] == "so-a")
    assert action["id"] == "announce/so-a/2020-06-30"
    assert action["for"] == [["t.announce", "so-a", None]]
    assert action["report_to"] == ["ls"]
    assert action["overdue"] is True


def test_what_is_not_known_names_the_fact() -> None:
    finding = entry(made(), "t.announce", "c3")
    assert finding["outcome"] == "indeterminate"
    assert finding["missing"] == [{"record": "c3", "path": "qms"}]
    assert finding["possible"] == ["satisfied", "satisfied_late", "violated", "not_applicable"]


def test_a_share_is_an_exact_fraction_within_its_bounds() -> None:
    finding = entry(made(), "t.target", "ls")
    share = next(b for b in finding["because"] if b["path"] == "announced_share")
    assert (share["value"], share["low"], share["high"]) == (None, "1/4", "3/4")
    assert share["expected"] == "7/10"
    assert finding["details"]["counted"] == {"low": 1, "high": 3}


def test_what_is_narrowed_says_so_and_counts_only_that() -> None:
    found = made(words=("commune",), kinds=frozenset({"commune"}))
    assert found["only"] == ["commune"]
    assert found["summary"]["judged"] == 8
    assert {f["kind"] for f in found["findings"]} == {"commune"}
    assert {a["by"] for a in found["actions"]} == {"c2"}
    assert list(validator().iter_errors(json.loads(serialised(found)))) == []


WRONG: dict[str, Callable[[dict[str, Any]], Any]] = {
    "no format": lambda d: d.pop("format"),
    "another format": lambda d: d.update(format="isocheck.findings/v2"),
    "a key of its own": lambda d: d.update(run_at="2026-01-01"),
    "a day that is none": lambda d: d.update(as_of="31/12/2020"),
    "no pack": lambda d: d.update(packs=[]),
    "a short digest": lambda d: d["facts"].update(sha256="abc"),
    "an engine that checked nothing": lambda d: d.update(engine={"matcher": "durable-rules"}),
    "an outcome left out": lambda d: d["summary"]["outcomes"].pop("due"),
    "a negative count": lambda d: d["summary"].update(judged=-1),
    "an unknown outcome": lambda d: d["findings"][0].update(outcome="failed"),
    "no possible outcome": lambda d: d["findings"][0].update(possible=[]),
    "a text in one language": lambda d: d["rules"]["t.model"].update(title={"vi": "x"}),
    "a rule without citation": lambda d: d["rules"]["t.model"].update(cites=[]),
    "a place without a line": lambda d: d["findings"][0]["because"][0].update(at="facts.yaml"),
    "an action of no finding": lambda d: d["actions"][0].update({"for": []}),
    "an action of half a finding": lambda d: d["actions"][0].update({"for": [["t.announce"]]}),
    "a reason for a breach": lambda d: next(
        f for f in d["findings"] if f["outcome"] == "violated"
    ).update(reason="condition"),
    "one possible outcome, undecided": lambda d: next(
        f for f in d["findings"] if f["outcome"] == "indeterminate"
    ).update(possible=["violated"]),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_document_is_refused(name: str) -> None:
    content = copy.deepcopy(json.loads(serialised(made())))
    WRONG[name](content)
    assert list(validator().iter_errors(content)) != []


def test_what_is_asked_for_within_bounds_and_known_in_part_says_so() -> None:
    """design.md §7: `low`, `high` and `at_least` on whichever side they stand."""
    law = pack(
        rule("sum", "require: {m: {lte: {fact: total}}}\nalways: true", kinds="thing"),
        rule(
            "list",
            "require: {all: [{names_: {has: a}}, {codes: {covers: {fact: names_}}}]}\n"
            "always: true\ndetails: {names: {fact: names_}}",
            kinds="thing",
        ),
        kinds=THING,
        derived="""
        total: {for: [thing], over: entries, where: {s: a}, sum: n}
        names_: {for: [thing], over: entries, list: s}
        """,
    )
    facts = thing("m: 5, codes: [a], entries: [{n: 6, s: a}, {n: 7}]")
    selected = Selected(evaluation=judged(law, facts, "2019-01-01").evaluation)
    found = json.loads(serialised(document(selected)))
    assert list(validator().iter_errors(found)) == []
    because = entry(found, "t.sum", "x")["because"][0]
    assert (because["expected"], because["expected_low"], because["expected_high"]) == (None, 6, 13)
    lists = entry(found, "t.list", "x")
    assert [b.get("expected_at_least") for b in lists["because"]] == [["a"]]
    assert lists["details"] == {"names": {"at_least": ["a"]}}


def test_every_path_has_its_words_and_what_words_among_values_mean() -> None:
    """design.md §7: each path and value that people read has its words under `labels`."""
    law = pack(
        rule(
            "money",
            "require: {line: training, amount: {lte: 5}}\nalways: true",
            kinds="expenditure",
        )
    )
    facts = "- {id: e1, kind: expenditure, line: consulting, amount: 9}\n"
    selected = Selected(evaluation=judged(law, facts, "2019-01-01").evaluation)
    labels = json.loads(serialised(document(selected)))["labels"]
    assert labels["amount"] == {"vi": "số tiền", "en": "amount", "type": "money"}
    assert labels["line"]["words"] == {
        "consulting": {"vi": "tư vấn", "en": "consulting"},
        "training": {"vi": "đào tạo", "en": "training"},
    }


def test_every_path_of_the_sample_has_a_label() -> None:
    found = made()
    named = {entry["path"] for finding in found["findings"] for entry in finding["because"]} | {
        entry["path"]
        for finding in found["findings"]
        for entry in finding["missing"]
        if entry["record"] is not None
    }
    assert named <= found["labels"].keys()
