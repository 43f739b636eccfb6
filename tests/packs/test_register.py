"""Every duty of the register is encoded, and the reform leaves no district an open duty."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from isocheck.evaluate.run import evaluate
from isocheck.packs.loading import load_profile
from isocheck.records.folder import load_facts
from isocheck.records.settings import read_settings
from isocheck.resources import tree

REGISTER = Path(__file__).with_name("register.txt")


def test_every_id_of_the_register_is_encoded() -> None:
    profile = load_profile("lang-son-2025")
    encoded = {rule.id for rule in profile.rules} | {a.id for a in profile.amendments}
    assert set(REGISTER.read_text("utf-8").split()) - encoded == set()


def test_after_the_reform_no_district_has_a_duty_that_is_still_open() -> None:
    """The district level ended on 2025-07-01: what was not yet due by then has no holder."""
    profile = load_profile("lang-son-2025")
    folder = tree("facts")
    facts = load_facts(folder, profile.kinds, profile.reference, read_settings(folder))
    found = evaluate(facts, profile, date(2025, 7, 2), matcher="interpreter").findings
    districts = [finding for finding in found if finding.kind == "district"]
    assert districts
    assert [f for f in districts if f.outcome == "due" or "due" in f.possible] == []
