"""The public API: what it gives is what the command line writes."""

from __future__ import annotations

import builtins
import gc
import json
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest
from click.testing import CliRunner

import isocheck
from isocheck.cli import program
from isocheck.packs.conditions import AllOf, Compare
from isocheck.packs.model import Derived, Rule
from isocheck.records.base import Record
from isocheck.report.document_form import first_fault
from isocheck.report.formats import FORMATS
from isocheck.report.rows import CODED
from unit.report.small import FACTS, LAW

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "en" / "api.md"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small province in `facts/`, its law beside it."""
    for name in ("PROFILE", "AS_OF", "LANG", "MATCHER"):
        monkeypatch.delenv(f"ISOCHECK_{name}", raising=False)
    files = {
        "facts/facts.yaml": f"facts: v1\ncollected_on: 2020-12-31\nrecords:{FACTS}",
        "facts/isocheck.yaml": "profile: small.yaml\ncollected: all\n",
        "small.yaml": "title: {vi: Nhỏ, en: Small}\npacks: [core, t]\n",
        **{f"packs/{LAW.id}/1.0.0/{name}": text for name, text in LAW.files},
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found_in(folder: str = "facts", **more: Any) -> isocheck.Findings:
    return isocheck.check(folder, policies=["packs"], matcher="interpreter", **more)


def written_by_the_program(*options: str) -> str:
    call = ["facts", "--policy", "packs", "--matcher", "interpreter", *options]
    return CliRunner().invoke(program, call).stdout_bytes.decode("utf-8")


@pytest.mark.usefixtures("small")
def test_a_document_is_what_the_program_writes() -> None:
    found = found_in()
    for everything, option in ((False, ()), (True, ("--all",))):
        document = json.loads(written_by_the_program("-f", "json", *option))
        assert json.loads(json.dumps(found.document(everything=everything))) == document


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("form", FORMATS)
def test_a_file_is_what_the_program_writes(small: Path, form: str) -> None:
    found_in().write("found", form)
    assert (small / "found").read_bytes().decode("utf-8") == written_by_the_program("-f", form)


@pytest.mark.usefixtures("small")
def test_the_day_is_given_as_a_date_or_as_text() -> None:
    first, second = found_in(as_of="2020-01-31"), found_in(as_of=date(2020, 1, 31))
    assert first.as_of == date(2020, 1, 31)
    assert first.document() == second.document()
    assert first.document() != found_in().document()


@pytest.mark.usefixtures("small")
def test_words_of_one_sort_widen_and_sorts_narrow() -> None:
    found = found_in()
    for outcome in ("violated", "satisfied", "indeterminate"):
        some = found.where(outcome=outcome)
        assert some.findings == tuple(f for f in found if f.outcome == outcome)
        assert len(some) == found.summary["outcomes"][outcome] > 0
    both = found.where(outcome=["violated", "satisfied"])
    assert len(both) == len(found.where(outcome="violated")) + len(found.where(outcome="satisfied"))
    one = both.where(outcome="violated").where(kind="department")
    assert one.findings == tuple(
        f for f in found if f.outcome == "violated" and f.kind == "department"
    )
    keys = {(f.rule, f.subject, f.item) for f in one}
    assert all(keys.intersection(action.because_of) for action in one.actions)
    assert len(one.actions) < len(found.actions)


@pytest.mark.usefixtures("small")
def test_what_nothing_is_called_gives_no_findings() -> None:
    found = found_in()
    assert len(found.where(subject="nobody")) == 0
    assert len(found.where(outcome="violated").where(outcome="satisfied")) == 0
    assert found.where(subject="nobody").summary["judged"] == 0


@pytest.mark.usefixtures("small")
def test_a_document_read_back_says_the_same(small: Path) -> None:
    found = found_in()
    found.write("found.json", everything=True)
    for read in (
        isocheck.load("found.json"),
        isocheck.load(small / "found.json"),
        isocheck.load(found.document(everything=True)),
    ):
        assert read.as_of == found.as_of
        assert read.summary == found.summary
        assert [(f.rule, f.subject, f.item, f.outcome, f.dues) for f in read] == [
            (f.rule, f.subject, f.item, f.outcome, f.dues) for f in found
        ]
        assert read.actions == found.actions
        assert read.rows() == found.rows()
        assert [read.explain(f).missing for f in read] == [found.explain(f).missing for f in found]
        assert [[b.holds for b in read.explain(f).because] for f in read] == [
            [b.holds for b in found.explain(f).because] for f in found
        ]
        again = json.loads(json.dumps(read.document()))
        assert again == json.loads(json.dumps(found.document(everything=True)))


@pytest.mark.usefixtures("small")
def test_a_part_of_a_document_is_a_document() -> None:
    read = isocheck.load(found_in().document(everything=True)).where(outcome="violated")
    document = json.loads(json.dumps(read.document()))
    assert first_fault(document) is None
    assert {f["outcome"] for f in document["findings"]} == {"violated"}
    assert document["subjects"].keys() == {f["subject"] for f in document["findings"]}


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"format": "isocheck.findings/v1"},
        {"format": "isocheck.findings/v2"},
    ],
)
def test_what_is_no_findings_document_is_refused(small: Path, broken: dict[str, Any]) -> None:
    with pytest.raises(isocheck.InputProblems):
        isocheck.load(broken)
    (small / "broken.json").write_text(json.dumps(broken), encoding="utf-8")
    with pytest.raises(isocheck.InputProblems) as told:
        isocheck.load("broken.json")
    assert told.value.problems[0].location.file == "broken.json"


@pytest.mark.usefixtures("small")
def test_what_a_loaded_document_cannot_do_is_said() -> None:
    read = isocheck.load(found_in().document())
    with pytest.raises(ValueError, match="json only"):
        read.write("x", "text")
    with pytest.raises(TypeError, match="below"):
        read.where(under="ls")
    with pytest.raises(ValueError, match="not 'nothing'"):
        read.write("x", "nothing")


@pytest.mark.usefixtures("small")
def test_two_runs_are_compared() -> None:
    before, after = found_in(as_of="2020-01-31"), found_in()
    told = json.loads(
        CliRunner()
        .invoke(
            program,
            ["diff", "facts", "facts", "--was-of", "2020-01-31", "-f", "json", "--policy", "packs"],
        )
        .stdout
    )
    changes = isocheck.diff(before, isocheck.load(after.document(everything=True)))
    assert len(changes.findings) == len(told["findings"]) > 0
    assert isocheck.diff(before, before).any() is False


def test_every_problem_is_carried(small: Path) -> None:
    facts = small / "facts" / "facts.yaml"
    text = facts.read_text(encoding="utf-8").replace("kind: commune", "kind: comune")
    facts.write_text(text, encoding="utf-8")
    with pytest.raises(isocheck.InputProblems) as told:
        found_in(as_of="2020-02-31")
    codes = {problem.code for problem in told.value.problems}
    assert len(codes) > 1
    lines = isocheck.render_all(told.value, "en")
    assert any("2020-02-31" in line for line in lines)
    assert any(line.startswith("facts/facts.yaml:") for line in lines)


@pytest.mark.usefixtures("small")
def test_a_profile_is_read_once_for_many_runs() -> None:
    law = isocheck.Profile.load("small.yaml", ["packs"])
    assert dict(law.packs).keys() == {"core", "t"}
    assert set(law.rules) == {f.rule for f in found_in()}
    found = isocheck.check("facts", profile=law, matcher="interpreter")
    assert found.document() == found_in().document()


@pytest.mark.usefixtures("small")
def test_a_frame_that_cannot_be_made_names_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = found_in()
    real = builtins.__import__

    def without(name: str, *args: Any, **more: Any) -> Any:
        if name in ("pandas", "polars"):
            raise ImportError(name)
        return real(name, *args, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    for library in ("pandas", "polars"):
        monkeypatch.setitem(sys.modules, library, None)  # type: ignore[arg-type]
        with pytest.raises(ImportError, match=rf"pip install 'isocheck\[{library}\]'"):
            found.to_dataframe(library)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="pandas, polars"):
        found.to_dataframe("excel")  # type: ignore[arg-type]


@pytest.mark.slow
@pytest.mark.usefixtures("small")
def test_a_run_leaves_nothing_behind_in_the_process() -> None:
    """No cache of a module keeps the law or the facts of a run that is over."""

    def kept() -> Counter[str]:
        found_in().document()
        gc.collect()
        kinds = (Compare, AllOf, Derived, Rule, Record)
        return Counter(type(o).__name__ for o in gc.get_objects() if isinstance(o, kinds))

    first = kept()
    assert kept() == kept() == first


@pytest.mark.parametrize("library", ["pandas", "polars"])
@pytest.mark.usefixtures("small")
def test_a_frame_has_the_rows_as_texts(library: Literal["pandas", "polars"]) -> None:
    """Also where a column is empty for long before it is not, or for good."""
    found = found_in()
    rows = found.rows()
    assert {tuple(row) for row in rows} == {CODED}
    frame = found.to_dataframe(library)
    assert list(frame.columns) == list(CODED)
    kept = frame.to_dict("records") if library == "pandas" else frame.to_dicts()
    cells = [{k: v if isinstance(v, str) else None for k, v in row.items()} for row in kept]
    assert cells == rows
    assert len({str(kind) for kind in frame.dtypes}) == 1


def test_the_package_loads_nothing_until_it_is_asked() -> None:
    """`isocheck --help` begins here too."""
    code = "import isocheck, sys; print(sorted(m for m in sys.modules if m.startswith('isocheck')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['isocheck', 'isocheck.errors']"


def test_all_that_is_public_is_there_and_documented() -> None:
    assert set(isocheck.__all__) <= set(dir(isocheck))
    for name in isocheck.__all__:
        assert getattr(isocheck, name).__doc__, name
    with pytest.raises(AttributeError, match="nothing"):
        isocheck.nothing  # noqa: B018 - that it is not there is what is tried


@pytest.mark.slow
def test_the_examples_of_the_page_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "facts").symlink_to(ROOT / "facts")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ISOCHECK_MATCHER", "interpreter")
    space: dict[str, Any] = {}
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    for block in blocks:
        exec(compile(block, str(PAGE), "exec"), space)  # noqa: S102 - the page is ours
    printed = capsys.readouterr().out
    assert printed.startswith("2020-12-31 ")
    assert "findings are not as they were" in printed
    assert "no-such-folder: there is no such folder" in printed
