"""Packs whose rules and amendments are wrong."""

from __future__ import annotations

from packs.mini_pack import PARAMETERS, REQUIRE, SOUND, Bad, bad, rule

A = "rules/a.yaml"
M = "amendments.yaml"
ACTION = "action: {id: go, do: {vi: Làm, en: Do}, by: "
READINGS = "readings: [{id: x, value: 1}, {id: y, value: 2}, {id: z, value: 3}]"


def broken(code: str, line: str, *told: str, **others: str) -> Bad:
    """Return a case: the sound rule with one more line, the wrong one."""
    return bad(code, A, rule(*SOUND, f"{line} #!"), *told, **others)


def amended(code: str, line: str, *told: str, **others: str) -> Bad:
    """Return a case: the sound pack with one amendment, the wrong one."""
    return bad(code, M, f"- {{id: mini.change, from: 2020-01-01, {line}}} #!\n", *told, **others)


BAD_RULES = [
    broken("pack-unknown-key", "requires: x", "'requires'", "'require'?"),
    bad("rule-id-prefix", A, rule("id: other.one #!", *SOUND), "'other.one'", "'mini.'"),
    bad(
        "rule-twice",
        A,
        rule(*SOUND) + rule(*SOUND).replace("one\n", "one #!\n", 1),
        "'mini.one'",
        "a.yaml:1 ",
    ),
    bad("rule-no-citation", A, rule(*SOUND, cites="[] #!"), "'mini.one'", "source: PACK"),
    bad(
        "rule-no-require",
        A,
        rule("always: true").replace("one\n", "one #!\n", 1),
        "'mini.one'",
        "'may'",
    ),
    bad(
        "rule-after-end",
        A,
        rule(REQUIRE, "due: 2020-01-01", "after_end: true #!"),
        "'after_end: true'",
    ),
    bad("rule-after-end", A, rule(*SOUND, "after_end: yes #!"), "'after_end: yes'"),
    bad(
        "pack-not-one-of",
        A,
        rule(REQUIRE, "due: {param: last, verification: guessed} #!"),
        "'guessed'",
        "interpretation",
    ),
    bad("rule-no-kind", A, rule("for: [] #!", *SOUND), "'for: []'", "for: [department"),
    bad("rule-no-kind", A, rule("for: null #!", *SOUND), "'for: null'"),
    bad(
        "unknown-kind-in-pack",
        A,
        rule("for: [department, comune] #!", *SOUND),
        "'comune'",
        "'commune'?",
    ),
    bad(
        "unknown-kind-in-pack",
        A,
        rule("for:\n  - department\n  - x #!".replace("\n  ", "\n    "), *SOUND),
        "'x'",
        "Known: activity",
    ),
    bad(
        "rule-mode",
        A,
        rule(REQUIRE).replace("one\n", "one #!\n", 1),
        "exactly one key.",
        "'due: DAY'",
    ),
    bad(
        "rule-mode",
        A,
        rule(*SOUND, "due: 2020-01-01").replace("one\n", "one #!\n", 1),
        "due: 2020-01-01, always: true",
    ),
    bad(
        "rule-mode",
        A,
        rule(REQUIRE, "always: yes").replace("one\n", "one #!\n", 1),
        "but by always: yes",
    ),
    bad("rule-may-due", A, rule("modality: may", REQUIRE, "until: 2020-01-01 #!"), "'until'"),
    bad("literal-type", A, rule(REQUIRE, "due: 31/12/2020 #!"), "'31/12/2020'", "day"),
    bad(
        "expression-type",
        A,
        rule(REQUIRE, "due: {fact: name} #!"),
        "'name'",
        "type text",
        "type day",
    ),
    bad("expression-type", A, rule(REQUIRE, "due: {year_end: name} #!"), "'name'", "type year"),
    bad(
        "expression-type",
        A,
        rule(REQUIRE, "due: {year_end: param.limit} #!"),
        "'param.mini.limit'",
        "type count",
    ),
    broken(
        "rule-detail",
        "details: {since: qms.adopted_on}",
        "'since'",
        "'qms.adopted_on'",
        "{fact: PATH}",
    ),
    broken(
        "rule-detail",
        "details: {since: {each: code, fact: id}}",
        "'since'",
        "{each: LIST, fact: PATH}",
    ),
    broken(
        "path-unknown", "details: {since: {fact: qms.adopted}}", "'qms.adopted'", "'adopted_on'?"
    ),
    broken("pack-not-a-mapping", "details: [a]", "'[a]'"),
    broken("pack-missing-key", "unless: [{condition: {code: x}}]", "'cites'"),
    broken("pack-not-a-list", "unless: {code: x}", "'{code: …}'"),
    # items
    broken("per-no-kind", "per: {over: qms.scope}", "'qms.scope'", "Name a kind"),
    broken("per-no-kind", "per: {over: expenditure.beneficiaries}", "'expenditure.beneficiaries'"),
    broken("over-unknown", "per: {over: repot_request}", "'repot_request'", "'report_request'?"),
    broken("pack-missing-key", "per: {where: {code: x}}", "'over'"),
    bad(
        "path-no-such-head",
        A,
        rule(REQUIRE, "due: {fact: item.due_on} #!"),
        "'item.due_on'",
        "'per'",
    ),
    bad(
        "rule-item-without-per",
        A,
        rule("require: {answers: {gte: 1}}", "always: true").replace("one\n", "one #!\n", 1),
        "'answers'",
        "Add 'per:'",
        derived=(
            "answers: {for: [department], over: report, where: {answers: {eq: {fact: item.id}}}, "
            "count: true}\n"
        ),
    ),
    # actions
    broken("action-unknown-body", ACTION + "ubnd-tinh}", "'ubnd-tinh'", "{fact: PATH}"),
    broken("action-unknown-body", ACTION + "null}", "'null'"),
    bad(
        "action-unknown-body",
        A,
        rule(
            *SOUND,
            (
                "action:\n    id: go\n    do: {vi: Làm, en: Do}\n    by: {fact: id}\n    "
                "report_to: [ub] #!"
            ),
        ),
        "'ub'",
        "'uba'?",
        reference="records: [{id: uba, kind: office, name: U}]\n",
        kinds=(
            "kinds: {office: {title: {vi: V, en: O}, reference: true, fields: {name: {type: "
            "text}}}}\n"
        ),
    ),
    # outcomes of other rules, readings
    bad(
        "outcome-cycle",
        A,
        rule("require: {outcome: {mini.one: [satisfied]}}", "always: true").replace(
            "one\n", "one #!\n", 1
        ),
        "'mini.one'",
    ),
    bad(
        "rule-too-many-worlds",
        A,
        rule("require: {all: [{param.a: 1}, {param.b: 1}, {param.c: 1}]}", "always: true").replace(
            "one\n", "one #!\n", 1
        ),
        "27 combinations",
        "mini.a, mini.b, mini.c",
        "16",
        parameters="".join(f"{name}: {{{READINGS}}}\n" for name in "abc"),
    ),
    # amendments
    amended("amendment-form", "reason: {vi: a, en: b}", "exactly one thing.", "sets, replaces"),
    amended("amendment-form", "sets: mini.limit, repeals: mini.one", "not sets, repeals"),
    amended("amendment-no-target", "repeals: mini.oen", "'mini.oen'", "'repeals'", "'mini.one'?"),
    amended("amendment-no-target", "sets: limit, value: 6", "'limit'", "'mini.limit'?"),
    amended("amendment-no-target", "ends: {kind: distric}", "'distric'", "'district'?"),
    amended("amendment-no-target", "ends: {kinds: district}", "'{kinds: …}'"),
    amended("amendment-over", "repeals: mini.one, over: kh34", "'kh34'", "core, mini"),
    amended("amendment-no-value", "sets: mini.limit", "'mini.limit'", "'value:'"),
    amended("parameter-form", "sets: mini.limit, value: 6, readings: []", "value, readings"),
    amended("amendment-no-rule", "replaces: mini.one", "'mini.one'", "'rule:'"),
    amended("literal-type", "sets: mini.limit, value: six", "'six'", "count"),
    amended("in-force-order", "repeals: mini.one, until: 2019-12-31", "2019-12-31", "2020-01-01"),
    bad(
        "amendment-rule-id",
        M,
        "- id: mini.change\n  from: 2020-01-01\n  replaces: mini.one\n  rule:\n"
        + rule(*SOUND, name="mini.two #!")
        .replace("- id", "  id")
        .replace("\n  ", "\n    ")
        .replace("  id", "    id", 1),
        "'mini.two'",
        "'mini.one'",
    ),
    bad(
        "amendment-twice",
        M,
        (
            "- {id: mini.c, repeals: mini.one, from: 2020-01-01}\n- {id: mini.c, sets: "
            "mini.limit, value: 1, from: 2020-01-01} #!\n"
        ),
        "'mini.c'",
        "amendments.yaml:1 ",
    ),
    bad(
        "amendment-conflict",
        M,
        (
            "- {id: mini.c, sets: mini.limit, value: 4, from: 2020-01-01}\n- {id: mini.d, sets: "
            "mini.limit, value: 6, from: 2021-01-01} #!\n"
        ),
        "'mini.limit'",
        "'mini.c' at policies/mini/1.0.0/amendments.yaml:1",
        "until",
        parameters=PARAMETERS,
    ),
]
