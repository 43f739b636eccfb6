"""`kh34.self-built` beside Circular 116, whose pack says what building by own staff may cost."""

from __future__ import annotations

from datetime import date

import pytest

from isocheck.evaluate.run import evaluate
from isocheck.packs.loading import load_profile
from isocheck.records.folder import records_of_case
from isocheck.source.nodes import Items
from isocheck.source.yaml_reader import parse_yaml

RULE = "kh34.self-built"
FACTS = """
- {{id: ls, kind: province, name: Lạng Sơn}}
- {{id: d1, kind: district, name: UBND huyện, parent: ls, qms: null}}
- {{id: c1, kind: commune, name: Xã, parent: d1,
   qms: {{adopted_on: 2018-06-01, self_built: {built}}}}}
- {{id: e1, kind: expenditure, year: 2018, line: consulting, amount: {amount}, beneficiary: c1,
   contractor: {contractor}, spent_on: 2018-07-01}}
"""


@pytest.mark.parametrize(
    ("amount", "contractor", "built", "outcome"),
    [
        (13_600_000, "own-staff", "true", "satisfied"),
        (13_600_001, "own-staff", "true", "indeterminate"),  # the two readings of the base part
        (17_000_000, "own-staff", "true", "indeterminate"),
        (17_000_001, "own-staff", "true", "violated"),
        (13_600_000, "expert", "true", "violated"),  # a consultant was paid
        (17_000_001, "own-staff", "false", "not_applicable"),
    ],
)
def test_what_own_staff_built_is_held_to_the_circular(
    amount: int, contractor: str, built: str, outcome: str
) -> None:
    profile = load_profile("lang-son-2018-2020")
    written = FACTS.format(amount=amount, contractor=contractor, built=built)
    nodes, problems, _ = parse_yaml(written, "facts.yaml")
    assert isinstance(nodes, Items)
    assert problems == []
    facts = records_of_case(nodes, profile.kinds, profile.reference, "facts.yaml", ("all",))
    findings = evaluate(facts, profile, date(2020, 12, 31), matcher="interpreter").findings
    assert {f.subject: f.outcome for f in findings if f.rule == RULE}["c1"] == outcome
