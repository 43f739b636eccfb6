"""Packs that are wrong in the form of a file: heads, sources, citations, cases, records."""

from __future__ import annotations

from packs.mini_pack import HEAD, REQUIRE, SOUND, bad, rule

TITLE = "title: {vi: Nhỏ, en: Mini}\n"
CASE = "- name: It is so\n  as_of: 2020-01-01\n"

BAD_FORMS = [
    # pack.yaml
    bad("pack-not-a-mapping", "pack.yaml", "- id: mini #!\n", "'[{id: …}]'", "Write a mapping"),
    bad("pack-not-a-mapping", "pack.yaml", "mini #!\n", "'mini'"),
    bad("pack-missing-key", "pack.yaml", f"id: mini #!\n{TITLE}", "'version' is missing"),
    bad("pack-unknown-key", "pack.yaml", HEAD + "titel: x #!\n", "'titel'", "'title'?", "in_force"),
    bad("pack-folder-name", "pack.yaml", f"id: mini\nversion: 1.0 #!\n{TITLE}", "'1.0'", "'1.0.0'"),
    bad("pack-folder-name", "pack.yaml", f"id: mnii #!\nversion: 1.0.0\n{TITLE}", "'mnii'"),
    bad("pack-requires", "pack.yaml", HEAD.replace("[core]", "[kh34] #!"), "'kh34'", "before it"),
    bad("pack-requires", "pack.yaml", HEAD.replace("[core]", "core@9.0.0 #!"), "'core@9.0.0'"),
    bad("pack-requires", "pack.yaml", HEAD.replace("[core]", "[core, mini] #!"), "'mini'"),
    bad(
        "pack-not-in-both-languages",
        "pack.yaml",
        HEAD.replace("{vi: Nhỏ, en: Mini}", "Mini #!"),
        "'title' is 'Mini'",
        "{vi: …, en: …}",
    ),
    bad(
        "pack-not-in-both-languages",
        "pack.yaml",
        HEAD.replace(", en: Mini}", "} #!"),
        "'title' is '{vi: …}'",
    ),
    bad("pack-not-a-day", "pack.yaml", HEAD + "in_force: {from: 2018-02-30} #!\n", "'2018-02-30'"),
    bad("pack-not-a-day", "pack.yaml", HEAD + "in_force: {from: 0201-02-03} #!\n", "1900 to 2200"),
    bad(
        "in-force-order",
        "pack.yaml",
        HEAD + "in_force:\n  from: 2019-01-01\n  until: 2019-01-01 #!\n",
        "2019-01-01, is not after",
        "first day",
    ),
    bad(
        "pack-missing-key",
        "pack.yaml",
        HEAD + "instrument: {issuer: UBND} #!\n",
        "'number' is missing",
    ),
    bad("pack-not-a-list", "pack.yaml", HEAD.replace("[core]", "{core: 1} #!"), "'{core: …}'"),
    bad("pack-not-a-text", "pack.yaml", HEAD.replace("[core]", "[core, null] #!"), "'null'"),
    bad("yaml.duplicate-key", "pack.yaml", HEAD + "id: mini #!\n", "'id'", "line 1"),
    # kinds.yaml
    bad(
        "kind-twice",
        "kinds.yaml",
        "kinds:\n  commune: {title: {vi: Xã, en: Commune}} #!\n",
        "'commune'",
        "'core'",
    ),
    bad(
        "kinds.unknown-type",
        "kinds.yaml",
        "kinds:\n  thing:\n    title: {vi: V, en: T}\n    fields: {n: {type: mony}} #!\n",
        "'mony'",
        "'money'",
        # What rests on the wrong field is not told as well.
        derived="many: {for: [thing], over: thing, where: {n: {gt: 5}}, count: true}\n",
    ),
    # rules as a file, and texts in it
    bad("pack-not-a-list", "rules/a.yaml", "id: mini.one #!\n", "'{id: …}'", "'- '"),
    bad("pack-not-a-mapping", "rules/a.yaml", "- mini.one #!\n", "'mini.one'"),
    bad("pack-not-a-mapping", "parameters.yaml", "- limit #!\n", "'[limit]'"),
    bad("pack-not-a-mapping", "parameters.yaml", "limit: 5 #!\n", "'5'", **{"rules/a": "[]\n"}),
    bad("pack-not-a-mapping", "derived.yaml", "- scopes #!\n", "'[scopes]'"),
    bad("pack-not-a-mapping", "derived.yaml", "scopes: 5 #!\n", "'5'"),
    bad(
        "pack-not-a-text",
        "rules/a.yaml",
        rule("id: [mini.one] #!", *SOUND),
        "'id' is '[mini.one]'",
        "in quotes",
    ),
    bad(
        "pack-not-one-of",
        "rules/a.yaml",
        rule("modality: shall #!", *SOUND),
        "'modality' is 'shall'",
        "must",
    ),
    bad(
        "pack-not-one-of",
        "rules/a.yaml",
        rule("verification: primry #!", *SOUND),
        "'primry'",
        "'primary'?",
    ),
    # source.md and what is cited from it
    bad(
        "citation-no-place",
        "rules/a.yaml",
        rule(*SOUND, cites="\n    - {source: mini, at: p9} #!"),
        "[p9]",
        "'mini'",
        "source.md",
    ),
    bad(
        "citation-no-place",
        "parameters.yaml",
        "limit:\n  value: 5\n  cites: [{source: mini, at: P1x}] #!\n",
        "[P1x]",
    ),
    bad(
        "citation-quote",
        "rules/a.yaml",
        rule(*SOUND, cites='\n    - {source: mini, at: p1, quote: "Every body adopt a system"} #!'),
        "“Every body adopt a system”",
        "[p1]",
    ),
    bad(
        "citation-quote",
        "derived.yaml",
        "scopes:\n  for: [department]\n  over: qms.scope\n  count: true\n  cites:\n"
        "    - source: mini\n      at: p1\n      quote: keeps it #!\n",
        "“keeps it”",
        "They stand in: p2.",
    ),
    bad(
        "citation-quote",
        "parameters.yaml",
        "limit:\n  readings:\n    - {id: a, value: 1}\n"
        "    - {id: b, value: 2, cites: [{source: mini, at: p2, quote: two}]} #!\n",
        "“two”",
    ),
    bad("pack-missing-key", "rules/a.yaml", rule(*SOUND, cites="[{source: mini}] #!"), "'at'"),
    # discrepancies and records laid down
    bad(
        "pack-missing-key",
        "discrepancies.yaml",
        "- {at: p1, printed: 5, computed: 6} #!\n",
        "'note' is missing",
    ),
    bad("pack-not-a-list", "reference.yaml", "records: {id: x} #!\n", "'{id: …}'"),
    bad("pack-unknown-key", "reference.yaml", "records: []\nnote: x #!\n", "'note'"),
    # test cases
    bad("case-expect", "tests/a.yaml", CASE + "  expect: violated #!\n", "'violated'", "RULE"),
    bad("case-expect", "tests/a.yaml", CASE + "  expect: {} #!\n", "'{}'"),
    bad("case-expect", "tests/a.yaml", CASE + "  expect: {mini.one: due} #!\n", "'due'"),
    bad(
        "case-unknown-rule",
        "tests/a.yaml",
        CASE + "  expect:\n    mini.oen: {so-x: due} #!\n",
        "'mini.oen'",
        "'mini.one'?",
    ),
    bad(
        "case-generate",
        "tests/a.yaml",
        CASE + "  expect: {mini.one: {so-x: due}}\n"
        "  generate:\n    - {template: {id: a}, from: 1, to: many} #!\n",
        "'1 … many'",
        "20000",
    ),
    bad(
        "case-generate",
        "tests/a.yaml",
        CASE + "  expect: {mini.one: {so-x: due}}\n"
        "  generate:\n    - {template: {id: a}, from: 1, to: 20001} #!\n",
        "'1 … 20001'",
    ),
    bad(
        "condition-unknown-outcome",
        "tests/a.yaml",
        CASE + "  expect:\n    mini.one:\n      so-x:\n        i1: due\n        i2: violatd #!\n",
        "'violatd'",
        "'violated'?",
    ),
    bad(
        "pack-not-a-day",
        "tests/a.yaml",
        "- name: x\n  as_of: today #!\n  expect: {mini.one: {so-x: due}}\n",
        "'as_of' is 'today'",
    ),
    # the rest of a rule's form
    bad(
        "pack-missing-key",
        "rules/a.yaml",
        rule(REQUIRE, "always: true")
        .replace("  modality: must\n", "")
        .replace("id: mini.one", "id: mini.one #!"),
        "'modality' is missing",
    ),
]
