"""The law on a day: windows in force, amendments and which of them prevails."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from isocheck.packs.conditions import Literal_
from isocheck.packs.law import Law, law_on
from isocheck.packs.loading import load_profile
from isocheck.packs.model import Profile
from packs.mini_pack import HEAD, SOUND, profile_of, rule


def on(profile: Profile, day: str) -> Law:
    return law_on(profile, date.fromisoformat(day))


def value(law: Law, name: str) -> object:
    reading = law.reading(name, ())
    assert reading is not None
    assert isinstance(reading.value, Literal_)
    return reading.value.value


WINDOW = "in_force: {from: 2018-02-23, until: 2021-01-01}"
DAYS = [
    ("2018-02-22", False),
    ("2018-02-23", True),
    ("2020-12-31", True),
    ("2021-01-01", False),
]


@pytest.mark.parametrize(("day", "holds"), DAYS)
@pytest.mark.parametrize("of_rule", [True, False])
def test_a_rule_is_law_from_its_first_day_up_to_the_day_until(
    day: str, holds: bool, of_rule: bool, tmp_path: Path
) -> None:
    files = (
        {"rules/a.yaml": rule(*SOUND, WINDOW)} if of_rule else {"pack.yaml": f"{HEAD}{WINDOW}\n"}
    )
    law = on(profile_of(tmp_path, files), day)
    assert ("mini.one" not in law.repealed) is holds


def test_the_window_of_a_rule_stands_in_place_of_that_of_its_pack(tmp_path: Path) -> None:
    files = {"pack.yaml": f"{HEAD}{WINDOW}\n", "rules/a.yaml": rule(*SOUND, "in_force: {}")}
    assert "mini.one" not in on(profile_of(tmp_path, files), "2030-01-01").repealed


@pytest.mark.parametrize(("day", "holds"), DAYS)
def test_an_amendment_works_within_its_window(day: str, holds: bool, tmp_path: Path) -> None:
    days = "from: 2018-02-23, until: 2021-01-01"
    text = (
        f"- {{id: m.set, sets: mini.limit, value: 9, {days}}}\n"
        f"- {{id: m.repeal, repeals: mini.one, {days}}}\n"
        f"- {{id: m.end, ends: {{kind: district}}, {days}, reason: {{vi: a, en: a}}}}\n"
    )
    files = {"amendments.yaml": text, "rules/a.yaml": rule(*SOUND, "when: {param.limit: 5}")}
    law = on(profile_of(tmp_path, files), day)
    assert value(law, "mini.limit") == (9 if holds else 5)
    gone = law.repealed.get("mini.one")
    assert (gone.id if gone else None) == ("m.repeal" if holds else None)
    assert [a.id for a in law.ended_kinds.values()] == (["m.end"] if holds else [])
    amended = ("m.repeal", "m.set") if holds else ()
    assert law.rules[0].amended_by == amended


def test_a_rule_put_in_place_of_another_reads_what_it_needs(tmp_path: Path) -> None:
    new = rule("require: {param.limit: 5}", "always: true").replace("- id", "  id", 1)
    text = "- id: m.new\n  replaces: mini.one\n  from: 2020-01-01\n  rule:\n" + new.replace(
        "\n", "\n  "
    )
    text = text.replace("  rule:\n  id", "  rule:\n    id").rstrip() + "\n"
    profile = profile_of(tmp_path, {"amendments.yaml": text})
    before, after = on(profile, "2019-12-31"), on(profile, "2020-01-01")
    assert before.depends["mini.one"] == frozenset()
    assert after.depends["mini.one"] == {"mini.limit"}
    assert (before.rules[0].amended_by, after.rules[0].amended_by) == ((), ("m.new",))


def test_who_asks_for_an_outcome_depends_on_every_form_of_that_rule(tmp_path: Path) -> None:
    """Else it would be judged under fewer readings than the rule that it asks for."""
    new = rule("require: {param.open: 1}", "always: true").replace("- id", "    id", 1)
    text = "- id: m.new\n  replaces: mini.one\n  from: 2020-01-01\n  rule:\n" + new.replace(
        "\n  ", "\n    "
    )
    asking = rule("require: {outcome: {mini.one: [satisfied]}}", "always: true", name="mini.two")
    files = {
        "parameters.yaml": "open: {readings: [{id: a, value: 1}, {id: b, value: 2}]}\n",
        "rules/a.yaml": rule(*SOUND) + asking,
        "amendments.yaml": text,
    }
    law = on(profile_of(tmp_path, files), "2020-01-01")
    assert law.worlds(law.rules[1]) == ((("mini.open", "a"),), (("mini.open", "b"),))
    assert law.worlds(law.rules[0]) == law.worlds(law.rules[1])


def test_the_pack_that_says_over_prevails(tmp_path: Path) -> None:
    head = "id: {0}\nversion: 1.0.0\ntitle: {{vi: a, en: a}}\nrequires: [core, mini]\n"
    change = "- {{id: {0}.c, sets: mini.limit, value: {1}, from: {2}{3}}}\n"
    others = {f"{name}/1.0.0/pack.yaml": head.format(name) for name in ("b", "c")}
    others["b/1.0.0/amendments.yaml"] = change.format("b", 7, "2020-01-01", ", over: c")
    others["c/1.0.0/amendments.yaml"] = change.format("c", 8, "2019-01-01", "")
    profile = profile_of(tmp_path, {}, packs="[core, mini, b, c]", others=others)
    found = [value(on(profile, f"{year}-06-01"), "mini.limit") for year in (2018, 2019, 2020)]
    assert found == [5, 8, 7]


def test_the_deadline_of_the_built_in_packs_is_open_to_two_readings() -> None:
    profile = load_profile("lang-son-2018-2020")
    parameter = on(profile, "2020-01-01").parameters["kh34.conversion_due"]
    assert [r.id for r in parameter.readings] == ["before", "up-to"]
    parameter = on(profile, "2018-02-20").parameters["kh34.conversion_due"]
    assert [r.id for r in parameter.readings] == ["only"]
