"""The forms that findings are written in: each says the same, to another reader too."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from junitparser import Failure, JUnitXml, Skipped
from sarif import loader

from cli.folder import Run, write
from isocheck.report.formats import FORMATS
from isocheck.report.rows import COLUMNS


def document(run: Run, *options: str) -> dict[str, Any]:
    """The findings document of the small province."""
    found: dict[str, Any] = json.loads(run("facts/", "-f", "json", *options).stdout)
    return found


def keys(found: dict[str, Any]) -> list[tuple[str, str, str | None, str]]:
    """What was found, in the order of the document."""
    return [(f["rule"], f["subject"], f["item"], f["outcome"]) for f in found["findings"]]


def table(text: str, delimiter: str) -> list[dict[str, str]]:
    """The rows of a table by the keys of its columns; the headings are told apart."""
    heads, *rest = csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=delimiter)
    assert len(set(heads)) == len(COLUMNS)
    return [dict(zip([c.key for c in COLUMNS], row, strict=True)) for row in rest]


@pytest.mark.parametrize("name", FORMATS)
def test_each_form_is_a_module_of_its_name(run: Run, name: str) -> None:
    """One file and one row: nothing else has to be told of a form."""
    text = run("facts/", "-f", name).stdout
    assert text.endswith("\n")
    assert FORMATS[name].name == name
    assert FORMATS[name].what[0] in " ".join(run("check", "--help").stdout.split())


def test_lines_of_json_have_a_finding_each_and_every_key(run: Run) -> None:
    lines = [json.loads(line) for line in run("facts/", "-f", "jsonl").stdout.splitlines()]
    assert [(r["rule"], r["subject"], r["item"], r["outcome"]) for r in lines] == keys(
        document(run)
    )
    assert all(list(row) == [column.key for column in COLUMNS] for row in lines)
    flat = (str, bool, type(None))
    assert all(isinstance(value, flat) for row in lines for value in row.values())


def test_what_does_not_apply_is_listed_with_all(run: Run) -> None:
    short, long = run("facts/", "-f", "jsonl").stdout, run("facts/", "-f", "jsonl", "--all").stdout
    assert '"not_applicable"' not in short
    more = [
        json.loads(line)["outcome"] for line in set(long.splitlines()) - set(short.splitlines())
    ]
    assert set(more) == {"not_applicable"}


@pytest.mark.parametrize(("lang", "delimiter"), [("vi", ";"), ("en", ",")])
def test_a_table_says_what_the_lines_say(run: Run, lang: str, delimiter: str) -> None:
    """Saved for a spreadsheet of the language: a byte order mark, its own delimiter."""
    text = run("facts/", "-f", "csv", "--lang", lang).stdout_bytes.decode("utf-8")
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == text.count("\n")
    lines = run("facts/", "-f", "jsonl", "--lang", lang).stdout.splitlines()
    expected = [
        {key: "" if value is None else str(value) for key, value in json.loads(line).items()}
        for line in lines
    ]
    assert table(text, delimiter) == expected


@pytest.mark.parametrize("name", ["=1+2", "+1", "-1", "@SUM(A1)", "＝1+2"])
def test_no_cell_of_a_table_becomes_a_formula(run: Run, place: Path, name: str) -> None:
    facts = place / "facts" / "facts.yaml"
    write(facts, facts.read_text(encoding="utf-8").replace("name: Sở A", f'name: "{name}"'))
    found = table(run("facts/", "-f", "csv").stdout_bytes.decode("utf-8"), ";")
    names = {row["subject_name"] for row in found if row["subject"] == "so-a"}
    assert names == {f"'{name}"}


def test_a_table_holds_what_a_cell_could_break_on(run: Run, place: Path) -> None:
    """Quotes, the delimiter and commas stay within their cell."""
    facts = place / "facts" / "facts.yaml"
    name = 'Sở "A"; B, C'
    write(facts, facts.read_text(encoding="utf-8").replace("name: Sở A", f"name: '{name}'"))
    found = table(run("facts/", "-f", "csv").stdout_bytes.decode("utf-8"), ";")
    assert name in {row["subject_name"] for row in found}


def test_junit_fails_what_is_violated_and_skips_what_is_not_decided(run: Run) -> None:
    found = document(run)
    read = JUnitXml.fromstring(run("facts/", "-f", "junit").stdout_bytes)
    cases = [
        (suite.name, case.name, [type(r) for r in case.result]) for suite in read for case in suite
    ]
    told = {"violated": [Failure], "indeterminate": [Skipped]}
    expected = [
        (
            f["rule"],
            f["subject"] + (f"[{f['item']}]" if f["item"] else ""),
            told.get(f["outcome"], []),
        )
        for f in found["findings"]
    ]
    assert sorted(cases) == sorted(expected)
    outcomes = [f["outcome"] for f in found["findings"]]
    assert {"violated", "indeterminate"} <= set(outcomes)
    assert read.failures == outcomes.count("violated")
    assert read.skipped == outcomes.count("indeterminate")
    assert read.tests == len(outcomes)


def test_junit_says_what_is_missing(run: Run) -> None:
    read = JUnitXml.fromstring(run("facts/", "-f", "junit").stdout_bytes)
    skipped = [
        r.message for suite in read for case in suite for r in case.result if isinstance(r, Skipped)
    ]
    assert skipped
    assert all("Thông tin còn thiếu: " in message for message in skipped)


def results(run: Run, tmp_path: Path, *options: str) -> list[dict[str, Any]]:
    """The results of a SARIF file, as a reader of SARIF files finds them."""
    file = tmp_path / "found.sarif"
    run("facts/", "-f", f"sarif:{file}", *options)
    read: list[dict[str, Any]] = loader.load_sarif_file(str(file)).get_results()
    return read


def test_sarif_has_a_result_for_what_is_open(run: Run, tmp_path: Path) -> None:
    found = document(run)
    told = {(r["ruleId"], r["properties"]["subject"]): r for r in results(run, tmp_path)}
    open_ = {
        (f["rule"], f["subject"]): f
        for f in found["findings"]
        if f["outcome"] in ("violated", "due", "indeterminate") and f["modality"] != "may"
    }
    assert told.keys() == open_.keys()
    levels = {"due": "note", "indeterminate": "none"}
    for key, finding in open_.items():
        must = "error" if finding["modality"] == "must" else "warning"
        assert told[key]["level"] == levels.get(finding["outcome"], must)
        assert told[key]["kind"] == ("open" if finding["outcome"] == "indeterminate" else "fail")


def test_sarif_tells_all_findings_where_all_are_asked_for(run: Run, tmp_path: Path) -> None:
    found = document(run, "--all")
    told = results(run, tmp_path, "--all")
    assert len(told) == len(found["findings"])
    assert {r["kind"] for r in told} >= {"pass", "notApplicable", "fail"}
    assert all(r["level"] == "none" for r in told if r["kind"] != "fail")


def test_every_result_of_sarif_stands_on_a_line_of_a_file_that_is_there(
    run: Run, place: Path, tmp_path: Path
) -> None:
    for result in results(run, tmp_path, "--all"):
        assert result["locations"]
        for location in result["locations"]:
            physical = location["physicalLocation"]
            file = place / physical["artifactLocation"]["uri"]
            lines = file.read_text(encoding="utf-8").splitlines()
            assert 1 <= physical["region"]["startLine"] <= len(lines)


def test_sarif_knows_a_finding_again_when_lines_move(run: Run, place: Path, tmp_path: Path) -> None:
    before = [r["partialFingerprints"] for r in results(run, tmp_path)]
    facts = place / "facts" / "facts.yaml"
    write(facts, "# one line more\n\n" + facts.read_text(encoding="utf-8"))
    after = results(run, tmp_path)
    assert [r["partialFingerprints"] for r in after] == before
    assert len({json.dumps(f) for f in before}) == len(before)


def test_markdown_counts_and_lists_what_is_open(run: Run) -> None:
    text = run("facts/", "-f", "markdown").stdout
    found = document(run)
    counts = found["summary"]["outcomes"]
    assert text.startswith("## Kết quả rà soát, tính đến ngày 31/12/2020\n")
    assert f"| Quá hạn hoặc không đạt | {counts['violated']} |" in text
    assert f"### Quá hạn hoặc không đạt ({counts['violated']})" in text
    violated = [f["rule"] for f in found["findings"] if f["outcome"] == "violated"]
    assert all(f"\\[{rule}\\]" in text for rule in violated)


def test_nothing_of_the_facts_is_taken_for_markdown(run: Run, place: Path) -> None:
    facts = place / "facts" / "facts.yaml"
    name = "<b>A</b> | [x](y) *z* `q` &lt;"
    write(facts, facts.read_text(encoding="utf-8").replace("name: Sở A", f"name: '{name}'"))
    text = run("facts/", "-f", "markdown").stdout
    assert "\\<b\\>A\\</b\\> \\| \\[x\\]\\(y\\) \\*z\\* \\`q\\` \\&lt;" in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len({line.replace("\\|", "").count("|") for line in rows}) == 2  # two tables


def test_several_forms_come_of_one_run(run: Run, place: Path) -> None:
    result = run("facts/", "-f", "text", "-f", "json:a.json", "-f", "csv:b.csv")
    assert result.stdout == run("facts/").stdout
    assert (place / "a.json").read_text(encoding="utf-8") == run("facts/", "-f", "json").stdout
    assert (place / "b.csv").read_bytes() == run("facts/", "-f", "csv").stdout_bytes


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("-f", "jsn"), "Có phải 'json'?"),
        (("-f", "json:"), "không có dạng 'json:'"),
        (("-f", "text", "-f", "json"), "chỉ một dạng được in ra màn hình (text, json)"),
        (("-f", "json:a", "-f", "csv:a"), "tệp 'a' được nêu hai lần"),
        (("-f", "json", "-o", "a", "-f", "csv:a"), "tệp 'a' được nêu hai lần"),
        (("-f", "json:nowhere/a.json"), "nowhere/a.json"),
    ],
)
def test_a_form_that_cannot_be_written_is_refused_before_any_work(
    run: Run, place: Path, options: tuple[str, ...], told: str
) -> None:
    before = sorted(place.iterdir())
    result = run("facts/", *options)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""
    assert sorted(place.iterdir()) == before


def test_markdown_tells_what_changed_since_an_earlier_document(run: Run, place: Path) -> None:
    facts = (place / "facts" / "facts.yaml").read_text(encoding="utf-8")
    run("facts/", "-f", "json", "-o", "before.json")
    same = run("facts/", "-f", "markdown", "--baseline", "before.json", "--lang", "en").stdout
    day = json.loads((place / "before.json").read_text(encoding="utf-8"))["as_of"]
    assert f"### Changed since the findings as of {day}: 0\n" in same
    changed = facts.replace("qms: null", "qms: {adopted_on: 2018-01-01}")
    assert changed != facts
    write(place / "facts" / "facts.yaml", changed)
    text = run("facts/", "-f", "markdown", "--baseline", "before.json", "--lang", "en").stdout
    before = by_key(json.loads((place / "before.json").read_bytes()))

    def was(key: tuple[str, str, str | None]) -> str:
        outcome: str = before.get(key, {}).get("outcome", "not_applicable")
        return outcome

    told = run("facts/", "-f", "json", "--all")
    assert told.exit_code == 1, told.stderr
    after = by_key(json.loads(told.stdout))
    outcomes = {key for key in after if after[key]["outcome"] != was(key)}
    assert outcomes
    rows = [line for line in text.partition("### Changed")[2].splitlines() if line[:2] == "| "][2:]
    listed = rows[: len(outcomes)]
    assert all(any(f"\\[{rule}\\]" in row for row in listed) for rule, *_ in outcomes)
    assert f"since the findings as of {day}: {len(outcomes)}\n" in text


def test_markdown_says_whom_the_earlier_document_was_about_and_the_run_is_not(
    run: Run, place: Path
) -> None:
    facts = place / "facts" / "facts.yaml"
    text = facts.read_text(encoding="utf-8")
    other = "- {id: khac, kind: commune, name: Xã Khác, parent: d1, qms: null}\n"
    write(facts, text.rstrip("\n") + "\n" + other)
    run("facts/", "-f", "json", "-o", "before.json")
    write(facts, text)
    found = run("facts/", "-f", "markdown", "--baseline", "before.json").stdout
    assert "\n\nKết quả trước có 1 đối tượng mà lần này không có: Xã Khác.\n" in found
    again = run("facts/", "-f", "json", "-o", "before.json")
    assert again.exit_code == 1, again.stderr
    found = run("facts/", "-f", "markdown", "--baseline", "before.json").stdout
    assert "Kết quả trước có" not in found


def by_key(found: dict[str, Any]) -> dict[tuple[str, str, str | None], dict[str, Any]]:
    return {(f["rule"], f["subject"], f["item"]): f for f in found["findings"]}


def test_a_baseline_that_nothing_would_tell_of_is_refused(run: Run) -> None:
    run("facts/", "-f", "json", "-o", "before.json")
    for form in ("text", "csv"):
        result = run("facts/", "-f", form, "--baseline", "before.json", "--lang", "en")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(
            "--baseline: none of the forms asked for tells what changed."
        )
        assert "--format markdown" in result.stderr
    both = run("facts/", "-f", "csv:a.csv", "-f", "markdown", "--baseline", "before.json")
    assert both.exit_code == 1
