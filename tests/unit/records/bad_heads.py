"""Bad heads of fact files and bad settings: code, text, line, how the message begins."""

from __future__ import annotations

_REST = "collected_on: 2020-12-31\nrecords: []\n"

BAD_HEADS: list[tuple[str, str, int, str]] = [
    ("facts.empty-file", "", 1, "the file is empty."),
    ("facts.empty-file", "# nothing yet\n", 1, "the file is empty."),
    ("facts.file-form", "- a\n- b\n", 1, "the file does not consist of 'name: value' lines."),
    ("facts.file-form", "just words\n", 1, "the file does not consist of 'name: value' lines."),
    ("facts.not-a-fact-file", "name: x\n", 1, "this is no fact file: it has neither"),
    ("facts.version", _REST, 1, "facts: the format is not named, or not known."),
    (
        "facts.version",
        "facts: v2\n" + _REST,
        1,
        "facts: the format is not named, or not known: 'v2'.",
    ),
    (
        "facts.unknown-top-key",
        "facts: v1\ncolected_on: x\n" + _REST,
        2,
        "colected_on: 'colected_on' does not belong at the top of a fact file. Did you mean 'coll",
    ),
    (
        "facts.no-collected-on",
        "facts: v1\nrecords: []\n",
        1,
        "collected_on: the file does not say when its facts were collected.",
    ),
    (
        "facts.day-form",
        "facts: v1\ncollected_on: 31.12.2020\nrecords: []\n",
        2,
        "collected_on: '31.12.2020' is not a day in the form YYYY-MM-DD. Write 2020-12-31.",
    ),
    (
        "facts.one-value",
        "facts: v1\nsource: [a]\n" + _REST,
        2,
        "source: a list or a group of fields",
    ),
    (
        "facts.no-records-key",
        "facts: v1\ncollected_on: 2020-12-31\n",
        1,
        "records: the file has no",
    ),
    (
        "facts.records-form",
        "facts: v1\ncollected_on: 2020-12-31\nrecords: none\n",
        3,
        "records: 'records' is not a list.",
    ),
    (
        "facts.records-form",
        "facts: v1\ncollected_on: 2020-12-31\nrecords: {a: b}\n",
        3,
        "records: 'records' is not a list.",
    ),
]

_COMPLETE = "facts: v1\ncollected_on: 2020-12-31\ncomplete: {}\nrecords: []\n"
BAD_HEADS += [
    (
        "facts.not-yet",
        "facts: v1\nsupplements: true\n" + _REST,
        2,
        "supplements: 'supplements' is not supported yet. Leave it out",
    ),
    ("facts.not-yet", "facts: v1\ncorrects: []\n" + _REST, 2, "corrects: 'corrects' is not supp"),
    (
        "facts.complete-form",
        _COMPLETE.format("nominated"),
        3,
        "complete: 'complete' is neither 'all' nor a list of fields: 'nominated'. Write 'complete:",
    ),
    ("facts.complete-form", _COMPLETE.format("[]"), 3, "complete: 'complete' is neither 'all'"),
    ("facts.complete-form", _COMPLETE.format("{a: b}"), 3, "complete: 'complete' is neither"),
    ("facts.complete-form", _COMPLETE.format("null"), 3, "complete: 'complete' is neither 'all'"),
    ("facts.entry-null", _COMPLETE.format("[~]"), 3, "complete: an entry of a list is null."),
    (
        "facts.complete-unknown",
        _COMPLETE.format("\n- nominated\n- qms.anouncements"),
        5,
        "complete: no kind has a list or a group of fields 'qms.anouncements'. Did you mean 'qms.a",
    ),
    (
        "facts.complete-unknown",
        _COMPLETE.format("[announcements]"),
        3,
        "complete: no kind has a list or a group of fields 'announcements'.",
    ),
    (
        "facts.complete-single",
        _COMPLETE.format("[qms.adopted_on]"),
        3,
        "complete: 'qms.adopted_on' is neither a list nor a group of fields. What is left out of",
    ),
    (
        "facts.complete-single",
        _COMPLETE.format("[nominated.withdrawn_on]"),
        3,
        "complete: 'nominated.withdrawn_on' is neither a list nor a group of fields.",
    ),
    (
        "facts.complete-needed",
        _COMPLETE.format("[qms.scope]"),
        3,
        "complete: 'qms.scope' is a list that its owner cannot be without. Take it out of 'comp",
    ),
]

BAD_SETTINGS: list[tuple[str, str, int, str]] = [
    ("settings.form", "- a\n", 1, "the settings are not 'name: value' lines."),
    (
        "settings.unknown-key",
        "lang: vi\nprofil: x\n",
        2,
        "profil: there is no setting 'profil'. Did you mean 'profile'?",
    ),
    ("settings.lang", "lang: fr\n", 1, "lang: 'fr' is not a language of isocheck."),
    (
        "settings.collected",
        "collected: commune\n",
        1,
        "collected: 'collected' is not a list of kinds: 'commune'.",
    ),
    (
        "settings.collected",
        "collected: {a: b}\n",
        1,
        "collected: 'collected' is not a list of kinds.",
    ),
    ("facts.entry-null", "collected: [~]\n", 1, "collected: an entry of a list is null."),
    (
        "call.day-form",
        "as_of: 31/12/2020\n",
        1,
        "as_of: '31/12/2020' is not a day in the form YYYY-MM-DD. Write 2020-12-31. The year com",
    ),
    (
        "facts.day-impossible",
        "\ncollected_on: 2019-02-30\n",
        2,
        "collected_on: there is no day 2019-02-30.",
    ),
    ("settings.complete", "complete: all\n", 1, "complete: 'complete' does not name tables. Write"),
    ("settings.complete", "complete: [commune.csv]\n", 1, "complete: 'complete' does not name"),
    ("settings.complete", "complete: {}\n", 1, "complete: 'complete' does not name tables."),
    (
        "facts.complete-form",
        "complete: {commune.csv: true}\n",
        1,
        "complete: 'complete' is neither 'all' nor a list of fields: 'true'.",
    ),
    ("facts.yes-no", "audit: yes\n", 1, "audit: 'yes' is neither true nor false. Write true."),
    ("facts.one-value", "profile: [a]\n", 1, "profile: a list or a group of fields stands"),
    (
        "yaml.duplicate-key",
        "lang: vi\nlang: en\n",
        2,
        "'lang' stands twice; the first time on line 1.",
    ),
    ("yaml.empty-value", "as_of:\n", 1, "nothing is written after 'as_of:'."),
]
