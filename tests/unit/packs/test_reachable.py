"""Which outcomes a rule can have, told from the rule alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from isocheck.packs.reachable import reachable_outcomes
from packs.mini_pack import KINDS_OF_ITS_OWN, REQUIRE, profile_of, rule

S, L, D, V = "satisfied", "satisfied_late", "due", "violated"
N, I = "not_applicable", "indeterminate"  # noqa: E741 - one letter each, for the table
PARAMETERS = """\
last: {value: 2020-12-31}
never: {type: day, value: null}
later: {type: day, verification: unverified}
between: {type: day, verification: unverified, between: [2020-01-01, 2020-12-31]}
open: {type: day, verification: unverified, between: [2020-01-01, null]}
flag: {type: yes_no, verification: unverified}
n: {value: 5}
"""
PROVINCE = "for: [province]"  # a body without an end
UNLESS = "unless: [{condition: {code: x}, cites: [{source: mini, at: p1}]}]"


@pytest.mark.parametrize(
    ("lines", "outcomes"),
    [
        ((REQUIRE, "due: 2020-12-31"), {S, L, D, V, N, I}),
        ((REQUIRE, "due: null"), {S, D, N, I}),
        ((REQUIRE, "due: {param: last}"), {S, L, D, V, N, I}),
        ((REQUIRE, "due: {param: never}"), {S, D, N, I}),
        ((REQUIRE, "due: {param: later}"), {S, D, N, I}),
        ((REQUIRE, "due: {param: between}"), {S, L, D, V, N, I}),
        ((REQUIRE, "due: {param: open}"), {S, D, N, I}),
        ((REQUIRE, "due: {fact: established_on}"), {S, L, D, V, N, I}),
        ((REQUIRE, "always: true"), {S, V, I}),
        ((REQUIRE, "until: 2020-12-31"), {S, V, I}),
        ((PROVINCE, "require: {name: x}", "due: 2020-12-31"), {S, L, D, V, I}),
        ((REQUIRE, "always: true", "when: {code: x}"), {S, V, N, I}),
        ((REQUIRE, "always: true", UNLESS), {S, V, N, I}),
        ((REQUIRE, "always: true", "when: {param.n: 5}"), {S, V, I}),
        ((REQUIRE, "always: true", "when: {param.n: {gt: 5}}"), {N}),
        ((REQUIRE, "always: true", "when: {not: {param.n: {gt: 5}}}"), {S, V, I}),
        ((REQUIRE, "always: true", "when: {param.flag: true}"), {I}),
        ((REQUIRE, "always: true", "when: {all: [{code: x}, {param.flag: true}]}"), {N, I}),
        ((REQUIRE, "always: true", "when: {outcome: {other.x: [due]}}"), {I}),
        (("require: {param.n: {lte: 5}}", "always: true"), {S, I}),
        (("require: {param.n: {lte: 4}}", "due: 2020-12-31"), {D, V, N, I}),
        (("require: {param.flag: true}", "always: true"), {I}),
        ((REQUIRE, "always: true", "verification: unverified"), {I}),
        ((REQUIRE, "always: true", "verification: unverified", "when: {code: x}"), {N, I}),
        (("modality: may", REQUIRE), {S, N, I}),
        (("modality: may", "when: {code: x}"), {S, N, I}),
        ((REQUIRE, "always: true", "per: {over: report_request}"), {S, V, N, I}),
        ((REQUIRE, "always: true", "per: {over: office}"), {S, V, I}),
    ],
)
def test_the_outcomes_of_a_rule(lines: tuple[str, ...], outcomes: set[str], tmp_path: Path) -> None:
    files = {
        "parameters.yaml": PARAMETERS,
        "kinds.yaml": KINDS_OF_ITS_OWN,
        "rules/a.yaml": rule(*lines),
    }
    profile = profile_of(tmp_path, files)
    assert reachable_outcomes(profile, profile.rules[0]) == outcomes
