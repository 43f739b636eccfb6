"""A facts folder is walked without blocking, leaving it, or filling the memory."""

from __future__ import annotations

import os
import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from isocheck.errors import InputProblems
from isocheck.messages import CATALOGUE, render
from isocheck.source import files
from isocheck.source.files import FactFolder, fact_files, read_safely, shown_path
from unit.records.conftest import HEAD

ASSERTED = {
    "files.no-folder",  # these three in the tests of the facts
    "files.not-a-folder",
    "files.waivers",
    "files.not-ordinary",
    "files.link-out",
    "files.link-to-folder",
    "files.link-broken",
    "files.too-large",
    "files.folder-too-large",
    "files.too-many",
    "files.unreadable",
    "files.spreadsheet",
    "files.reserved-below",
    "files.reserved-name",
}


def told(found: FactFolder) -> list[str]:
    return [render(problem, "en").split(". ")[0] for problem in found.problems]


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def test_fact_files_of_any_depth_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    put(tmp_path, "b.yaml", "a/deep/er/x.yml", "a.csv", "a/B.YAML", "a-b.yaml", "Ất.csv")
    put(tmp_path, "README.md", "notes.txt", "x.yaml.bak", ".hidden.yaml", ".git/x.yaml")
    put(
        tmp_path, "~$book.xlsx", "isocheck.yaml", "waivers.yaml", "audit.sqlite", "audit.sqlite-wal"
    )
    put(tmp_path, "audit.sqlite.yaml", "isocheck-audit 2019.yaml", "isocheck-audit/run.yaml")
    found = fact_files(tmp_path)
    assert [file.path for file in found.files] == [
        "a-b.yaml",
        "a.csv",
        "a/B.YAML",
        "a/deep/er/x.yml",
        "audit.sqlite.yaml",
        "b.yaml",
        "isocheck-audit 2019.yaml",
        "isocheck-audit/run.yaml",
        "Ất.csv",
    ]
    assert found.problems == []
    assert found.settings is not None
    assert found.waivers is not None
    assert (found.settings.path, found.waivers.path) == ("isocheck.yaml", "waivers.yaml")
    assert [file.suffix for file in found.files][:3] == [".yaml", ".csv", ".yaml"]
    assert found.files[-1].stem == "Ất"


def test_a_file_is_read_once_with_its_digest(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml")
    data, digest = fact_files(tmp_path).files[0].read()
    assert data == b"x"
    assert digest == "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"


def test_reserved_names_belong_at_the_top(tmp_path: Path) -> None:
    put(tmp_path, "a/isocheck.yaml", "a/waivers.yaml", "isocheck.yml", "Waivers.yaml")
    below = "belongs at the top of the facts folder, not in a folder below it"
    assert told(fact_files(tmp_path)) == [
        "Waivers.yaml: this name is taken for 'waivers.yaml'",
        "isocheck.yml: this name is taken for 'isocheck.yaml'",
        f"a/isocheck.yaml: 'isocheck.yaml' {below}",
        f"a/waivers.yaml: 'waivers.yaml' {below}",
    ]


@pytest.mark.parametrize("name", ["a.xlsx", "a.XLS", "a.ods", "a.xlsm"])
def test_a_spreadsheet_is_not_passed_over(tmp_path: Path, name: str) -> None:
    put(tmp_path, name)
    suffix = name[1:].lower()
    assert told(fact_files(tmp_path)) == [f"{name}: spreadsheets ({suffix}) are not read yet"]


def test_a_pipe_or_a_socket_is_refused_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    os.mkfifo(tmp_path / "isocheck.yaml")
    os.mkfifo(tmp_path / "pipe.txt")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(tmp_path / "s.csv"))
    found = fact_files(tmp_path)
    listener.close()
    what = "this is no ordinary file but a pipe (FIFO), a socket or a device"
    names = ["isocheck.yaml", "pipe.yaml", "s.csv"]
    assert told(found) == [f"{name}: {what}" for name in names]
    assert found.files == []
    assert found.settings is None


def test_a_file_that_became_a_pipe_does_not_block(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml")
    file = fact_files(tmp_path).files[0]
    (tmp_path / "a.yaml").unlink()
    os.mkfifo(tmp_path / "a.yaml")
    with pytest.raises(InputProblems) as caught:
        file.read()
    assert [p.code for p in caught.value.problems] == ["files.not-ordinary"]


def test_a_file_that_became_a_link_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "facts/a.yaml", "secret")
    file = fact_files(tmp_path / "facts").files[0]
    (tmp_path / "facts/a.yaml").unlink()
    (tmp_path / "facts/a.yaml").symlink_to(tmp_path / "secret")
    with pytest.raises(InputProblems) as caught:
        file.read()
    assert [p.code for p in caught.value.problems] == ["files.unreadable"]


def test_links_may_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    put(tmp_path, "out/secret.yaml", "facts/a.yaml")
    facts = tmp_path / "facts"
    (facts / "b.yaml").symlink_to(tmp_path / "out/secret.yaml")
    (facts / "c.yaml").symlink_to(facts / "a.yaml")
    (facts / "d").symlink_to(tmp_path / "out")
    (facts / "e").symlink_to(facts)
    (facts / "f.yaml").symlink_to(facts / "nowhere")
    (facts / "g.yaml").symlink_to(facts / "g.yaml")
    (facts / "h.txt").symlink_to(tmp_path / "out/secret.yaml")
    (facts / "i.yaml").symlink_to("/dev/zero")
    found = fact_files(facts)
    assert told(found) == [
        "b.yaml: this symbolic link leads out of the facts folder",
        "d: this symbolic link leads out of the facts folder",
        "e: this symbolic link leads to a folder",
        "f.yaml: this symbolic link leads nowhere",
        "g.yaml: this symbolic link leads nowhere",
        "i.yaml: this symbolic link leads out of the facts folder",
    ]
    assert [file.path for file in found.files] == ["a.yaml", "c.yaml"]


def test_a_folder_given_by_a_link_is_read(tmp_path: Path) -> None:
    put(tmp_path, "facts/a.yaml")
    (tmp_path / "link").symlink_to(tmp_path / "facts")
    found = fact_files(tmp_path / "link")
    assert [file.path for file in found.files] == ["a.yaml"]
    assert found.files[0].read()[0] == b"x"


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.yaml").open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    found = fact_files(tmp_path)
    assert told(found) == ["huge.yaml: the file has 100 MiB; at most 16 MiB are read"]
    with pytest.raises(InputProblems):
        read_safely(tmp_path / "huge.yaml", "huge.yaml")


def test_a_folder_with_too_much_in_it_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, *(f"{n}.yaml" for n in range(5)))
    monkeypatch.setattr(files, "MAX_FILES", 4)
    assert told(fact_files(tmp_path)) == [".: the folder has 5 fact files; at most 4 are read"]
    monkeypatch.setattr(files, "MAX_FOLDER", 4)
    codes = [problem.code for problem in fact_files(tmp_path).problems]
    assert codes == ["files.folder-too-large"]


def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone.yaml").write_text("x")
    file = fact_files(tmp_path).files[0]
    (tmp_path / "gone.yaml").unlink()
    with pytest.raises(InputProblems) as caught:
        file.read()
    english = render(caught.value.problems[0], "en")
    assert english.startswith("gone.yaml: the file cannot be read (No such file or directory).")


def test_odd_file_names_can_be_shown(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/\xe3\x1b[31m\n.yaml"
    os.close(os.open(odd, os.O_CREAT | os.O_WRONLY))
    found = fact_files(tmp_path)
    assert [file.path for file in found.files] == ["\\xe3\\x1b[31m\\n.yaml"]
    assert found.files[0].read()[0] == b""
    assert shown_path("Hoa\u0300") == "Hoà"


HOSTILE = {
    "brackets": b"[" * (15 * 1024 * 1024),
    "lists": b"[" + b"[]," * (5 * 1024 * 1024),
    "aliases": b"a: &a [x,x,x,x,x,x,x,x,x]\n"
    + b"".join(b"%d: &n%d [%s]\n" % (n, n, b",".join([b"*n%d" % (n - 1)] * 9)) for n in range(60)),
    "problems": b"- &a b\n" * (2 * 1024 * 1024),
    "one-line": b"a: " + b"x" * (15 * 1024 * 1024),
    "digits": HEAD.encode()
    + b"- {id: e, kind: expenditure, amount: "
    + b"9" * (8 * 1024 * 1024)
    + b"}\n",
}
READ = """
import sys, pathlib
from isocheck.errors import InputProblems
from isocheck.records.folder import load_facts
from isocheck.records.kinds.kind import FieldSpec, Kind
fields = {"amount": FieldSpec(name="amount", type="money")}
kind = Kind(id="expenditure", pack="p", title={"vi": "", "en": ""}, fields=fields)
try:
    load_facts(pathlib.Path(sys.argv[1]), {"expenditure": kind})
except InputProblems as error:
    from isocheck.messages import render
    print(len(error.problems), len(render(error.problems[0], "vi")))
"""


def _bounded() -> None:
    limit = 1024 * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.slow
def test_a_hostile_file_is_refused_within_bounded_memory(tmp_path: Path, name: str) -> None:
    (tmp_path / "bad.yaml").write_bytes(HOSTILE[name])
    done = subprocess.run(
        [sys.executable, "-c", READ, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        preexec_fn=_bounded,
    )
    assert done.returncode == 0, done.stderr
    count, length = map(int, done.stdout.split())
    assert 1 <= count <= 1001
    assert length < 600


def test_every_message_about_files_is_asserted() -> None:
    assert {code for code in CATALOGUE if code.startswith("files.")} == ASSERTED


@pytest.mark.parametrize("name", ["isocheck.yaml", "Waivers.yml"])
def test_a_folder_with_a_reserved_name_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    found = fact_files(tmp_path)
    assert [(p.code, p.location.file) for p in found.problems] == [("files.not-ordinary", name)]
    assert (found.settings, found.waivers) == (None, None)


def test_links_to_spreadsheets_are_told_as_spreadsheets_are(tmp_path: Path) -> None:
    put(tmp_path, "b.xlsx")
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "out.xlsx").symlink_to(tmp_path / "b.xlsx")
    (tmp_path / "facts" / "gone.ods").symlink_to(tmp_path / "nowhere")
    found = fact_files(tmp_path / "facts")
    assert [(p.code, p.location.file) for p in found.problems] == [
        ("files.link-broken", "gone.ods"), ("files.link-out", "out.xlsx"),
    ]  # fmt: skip
