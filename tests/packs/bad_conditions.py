"""Packs whose conditions, parameters and derived values are wrong."""

from __future__ import annotations

from packs.mini_pack import REQUIRE, SOUND, Bad, bad, rule

P = "parameters.yaml"
D = "derived.yaml"


def when(code: str, condition: str, *told: str, **others: str) -> Bad:
    """Return a case: the sound rule with a condition that is wrong."""
    return bad(code, "rules/a.yaml", rule(*SOUND, f"when: {condition} #!"), *told, **others)


def parameter(code: str, body: str, *told: str) -> Bad:
    """Return a case: the sound pack with one parameter, the wrong one."""
    return bad(code, P, f"limit: {body} #!\n", *told)


def derived(code: str, body: str, *told: str) -> Bad:
    """Return a case: the sound pack with one derived value, the wrong one."""
    return bad(code, D, f"it: {{for: [commune], {body}}} #!\n", *told)


BAD_CONDITIONS = [
    when("condition-not-a-mapping", "qms", "'qms'", "'path: value'"),
    when("condition-not-a-mapping", "{not: [{code: x}]}", "'[{code: …}]'"),
    when("condition-not-a-mapping", "null", "'null'"),
    when("condition-empty", "{all: []}", "'all'"),
    when("condition-empty", "{code: {}}", "'code'"),
    when("pack-not-a-list", "{any: {code: x}}", "'{code: …}'"),
    when("condition-outcome", "{outcome: mini.one}", "'mini.one'", "{RULE: [satisfied"),
    when("condition-outcome", "{outcome: {mini.one: []}}", "'mini.one: []'"),
    when("condition-unknown-outcome", "{outcome: {mini.one: [met]}}", "'met'", "satisfied_late"),
    when("condition-unknown-operator", "{code: {equals: x}}", "'equals'", "'code'", "matches"),
    when("condition-operator-type", "{name: {lt: x}}", "'lt'", "'name'", "eq, ne, in"),
    when("condition-operator-type", "{qms: {eq: x}}", "'eq'", "'qms'", "type object"),
    when("condition-operator-type", "{name: {under: x}}", "'under'"),
    when("condition-operator-type", "{procedures: x}", "'eq'", "not_exists, empty."),
    when("list-of-entries", "{procedures: {has: x}}", "'has'", "'procedures'", "list: FIELD"),
    when("list-of-entries", "{procedures: {covers: [x]}}", "'covers'", "'procedures'"),
    when("list-of-entries", "{qms.scope.covered: {covers: {fact: procedures}}}", "'procedures'"),
    when("condition-flag", "{code: {exists: yes}}", "'yes'", "'exists: true'"),
    when("condition-flag", "{procedures: {empty: null}}", "'null'", "'empty: false'"),
    when("condition-pattern", "{code: {matches: '[a-'}}", "'[a-'", "unterminated"),
    when("condition-in", "{code: {in: abc}}", "'abc'", "[a, b]"),
    when("condition-in", "{code: {in: []}}", "'[]'"),
    when("condition-in", "{code: {in: {fact: procedures}}}", "'{fact: …}'", "has"),
    when("literal-type", "{qms.adopted_on: {lt: 2020-02-30}}", "'2020-02-30'", "day"),
    when("literal-type", "{qms.self_built: 1}", "'1'", "like true."),
    when("literal-type", "{code: [a]}", "'[a]'", "text"),
    when("literal-type", "{qms.scope.covered: {covers: one}}", "'one'", "[a, b]"),
    when("literal-type", "{qms.scope.covered: {covers: [{a: b}]}}", "'[{a: …}]'"),
    when("literal-type", "{param.limit: " + "9" * 5000 + "}", "9999…", "count"),
    when("literal-not-one-of", "{body_type: agency}", "'agency'", "specialised-agency"),
    when(
        "literal-not-one-of",
        "{body_type: {in: [sub-department, sub-departmnt]}}",
        "'sub-departmnt'",
        "'sub-department'?",
    ),
    # paths
    when("path-form", "{code..x: 1}", "'code..x'", "joined by dots"),
    when("path-form", "{code: {eq: {fact: [code]}}}", "'[code]'"),
    when("path-form", "{param.limit: {eq: {param: null}}}", "'null'"),
    when("path-no-such-head", "{owner.code: x}", "'owner.code'", "'owner'"),
    when("path-no-such-head", "{subject: x}", "'subject'"),
    when("path-unknown", "{qms.anounced: true}", "'qms.anounced'", "'announced'?", "scope.covered"),
    when("path-unknown", "{in_forc: true}", "'in_forc'", "'in_force'?"),
    when("path-unknown", "{parent.nmae: x}", "'nmae'", "'name'?"),
    when("path-no-former", "{former.code: x}", "'former.code'", "former.qms"),
    when(
        "path-through-list", "{qms.scope.from: 2020-01-01}", "'qms.scope.from'", "'from'", "derived"
    ),
    when("path-ends-before", "{code.x: 1}", "'code.x'", "before 'x'"),
    when("path-ends-before", "{kind.x: 1}", "'kind.x'"),
    when("path-ends-before", "{in_force.x: 1}", "'in_force.x'"),
    when("path-ends-before", "{as_of.year: 2020}", "'as_of.year'", "'year'"),
    bad(
        "path-types-differ",
        "rules/a.yaml",
        rule("for: [department, thing]", *SOUND, "when: {code: {exists: true}} #!"),
        "'code'",
        "each kind",
        kinds=(
            "kinds: {thing: {title: {vi: V, en: T}, fields: {code: {type: money}, qms: {type: "
            "object, fields: {adopted_on: {type: day}}}}}}\n"
        ),
    ),
    when("parameter-unknown", "{param.limt: 5}", "'limt'", "'limit'?", "half, last, limit"),
    when("parameter-unknown", "{param: 5}", "''", "limit"),
    # right-hand sides
    when("expression-form", "{code: {eq: {facts: name}}}", "'{facts: …}'", "year_end"),
    when("expression-form", "{code: {eq: {fact: name, param: limit}}}", "'{fact: …, param: …}'"),
    when(
        "expression-shift",
        "{param.limit: {eq: {value: 5, plus: {days: 1}}}}",
        "plus: …",
        "type count",
    ),
    when("expression-span", "{as_of: {gt: {param: last, plus: {days: x}}}}", "'days: x'", "36500"),
    when(
        "expression-span",
        "{as_of: {gt: {param: last, minus: {years: 9999}}}}",
        "'years: 9999'",
        "100",
    ),
    when("pack-unknown-key", "{as_of: {gt: {param: last, plus: {day: 1}}}}", "'day'", "'days'?"),
    # what parameters move a day by
    when(
        "expression-span", "{as_of: {gt: {param: last, plus: {days: {fact: x}}}}}", "{param: NAME}"
    ),
    when("expression-span", "{as_of: {gt: {param: last, plus: {days: {param: [limit]}}}}}", "days"),
    when(
        "parameter-unknown",
        "{as_of: {gt: {param: last, plus: {days: {param: limt}}}}}",
        "'limt'",
        "'limit'?",
    ),
    when(
        "expression-type",
        "{as_of: {gt: {param: last, plus: {days: {param: half}}}}}",
        "type share",
        "type count",
    ),
    when(
        "expression-shift",
        "{param.limit: {eq: {param: limit, plus: {days: {param: limit}}}}}",
        "plus: …",
        "type count",
    ),
    when(
        "expression-span-of-value",
        "{as_of: {gt: {value: 2020-01-01, plus: {days: {param: limit}}}}}",
        "Make the day a parameter too",
    ),
    bad(
        "expression-span-value",
        P,
        "last: {value: 2020-01-01}\nlimit: {value: 36501} #!\n",
        "up to 36500",
        **{
            "rules/a": rule(
                *SOUND, "when: {as_of: {gt: {param: last, plus: {days: {param: limit}}}}}"
            )
        },
    ),
    bad(
        "expression-span-value",
        P,
        "last: {value: 2020-01-01}\n"
        "limit: {type: count, verification: unverified, between: [1, 101]} #!\n",
        "up to 100",
        **{"rules/a": rule(REQUIRE, "due: {param: last, minus: {years: {param: limit}}}")},
    ),
    when(
        "expression-type",
        "{name: {eq: {fact: established_on}}}",
        "'established_on'",
        "type day",
        "type text",
    ),
    when("expression-type", "{under: {fact: procedures}}", "'procedures'", "type reference"),
    # parameters
    parameter("parameter-type-missing", "{value: null}", "'type:'", "yes_no"),
    parameter("pack-not-one-of", "{type: money_, value: 5}", "'money_'", "'money'?"),
    parameter("parameter-form", "{value: 5, readings: []}", "value, readings", "'primary'"),
    parameter("parameter-form", "{value: 5, verification: unverified}", "value", "'unverified'"),
    parameter("parameter-form", "{type: count, between: [1, 2]}", "between", "'primary'"),
    parameter("parameter-settled", "{value: 5, settled_by: record}", "'mini.limit'"),
    parameter(
        "pack-not-one-of",
        "{type: yes_no, verification: unverified, settled_by: records}",
        "'record'?",
    ),
    parameter("parameter-no-value", "{type: count}", "'mini.limit'", "'verification: unverified'"),
    parameter(
        "parameter-between", "{type: count, verification: unverified, between: [1]}", "'[1]'"
    ),
    parameter(
        "parameter-between", "{type: count, verification: unverified, between: [3, 2]}", "'[3, 2]'"
    ),
    parameter("readings-too-few", "{readings: [{id: a, value: 5}]}", "is 1", "two"),
    parameter("reading-twice", "{readings: [{id: a, value: 5}, {id: a, value: 6}]}", "'a'"),
    parameter(
        "literal-type", "{readings: [{id: a, value: 5}, {id: b, value: 50%}]}", "'50%'", "count"
    ),
    parameter(
        "computed-form", "{value: 5, computed: " + "9 * " * 5000 + "1}", "is neither a number"
    ),
    parameter("computed-form", "{value: 5, computed: 5 * 1" + "0" * 5000 + "}", "is neither a"),
    parameter("computed-form", "{value: 5, computed: 5 * " + "9" * 5000 + "%}", "is neither a"),
    parameter("computed-form", "{value: 5, computed: 10 * half}", "'half'", "20000000 * 85%"),
    parameter("computed-differs", "{value: 6, computed: 10 * 50%}", "'6'", "gives 5"),
    parameter("literal-type", "{type: year, value: 20200}", "'20200'", "year"),
    # derived values
    derived("derived-operation", "over: nominated", "one thing.", "distinct"),
    derived("derived-operation", "over: nominated, count: true, any: true", "not count, any"),
    derived("derived-flag", "over: nominated, count: yes", "'count' is 'yes'"),
    derived(
        "derived-operands",
        "difference: [procedures.published]",
        "'difference'",
        "'[procedures.published]'",
        "exactly two",
    ),
    derived("derived-operands", "add: nomination.count", "'nomination.count'"),
    derived("list-of-entries", "difference: [procedures, qms.scope.covered]", "'procedures'"),
    derived(
        "derived-operand-type",
        "add: [nomination.count, name]",
        "'name'",
        "type text",
        "money, count, year",
    ),
    derived("derived-operand-type", "over: nominated, sum: date", "'date'", "type day", "'sum'"),
    derived("derived-share", "over: nominated, among: {year: 2020}, count: true", "'among'"),
    derived("derived-share", "over: nominated, share: true", "'share'"),
    derived(
        "derived-skip-first", "over: commune, skip_first: true, count: true", "'skip_first: true'"
    ),
    derived(
        "derived-skip-first",
        "over: nominated, skip_first: false, count: true",
        "'skip_first: false'",
    ),
    derived("derived-cycle", "holds: {it: true}", "'it'", "Break the circle"),
    derived("pack-missing-key", "count: true", "'over'"),
    derived("pack-missing-key", "over: nominated, latest: date", "'take'"),
    derived("over-unknown", "over: nominatd, count: true", "'nominatd'", "'nominated'?"),
    derived("over-unknown", "over: [commune, distrit], count: true", "'distrit'", "'district'?"),
    derived("over-no-list", "over: name, count: true", "'name'", "type text"),
    bad(
        "unknown-kind-in-pack",
        D,
        "it: {for: [comune], over: name, count: true} #!\n",
        "'comune'",
        "'commune'?",
    ),
    bad("pack-missing-key", D, "it: {over: qms.scope, count: true} #!\n", "'for'"),
    bad(
        "derived-twice",
        D,
        "qms.applied:\n  for: [commune]\n  holds: {code: x}\n".replace("applied:", "applied: #!"),
        "'qms.applied'",
        "'commune'",
        "core/1.0.0/derived.yaml:4 ",
    ),
    # `under` in a list entry that has no id
    bad(
        "path-unknown",
        D,
        "it: {for: [commune], over: nominated, where: {under: ls}, count: true} #!\n",
        "'id'",
    ),
]
