"""Which packs and versions a profile takes, and from which folder."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from isocheck.errors import InputProblems
from isocheck.messages import render
from isocheck.packs.folders import built_in, installed, with_required
from isocheck.packs.loading import load_pack, load_profile, read_packs
from packs.mini_pack import KINDS_OF_ITS_OWN, problems_of, profile_of, write


def head(pack: str, version: str = "1.0.0", requires: str = "") -> dict[str, str]:
    text = f"id: {pack}\nversion: {version}\ntitle: {{vi: a, en: a}}\nrequires: [{requires}]\n"
    return {f"{pack}/{version}/pack.yaml": text}


def taken(root: Path, listed: str) -> list[tuple[str, str]]:
    write(root, {"p.yaml": f"packs: {listed}\n"})
    profile = load_profile(str(root / "p.yaml"), [root / "policies"])
    return [(pack.id, pack.version) for pack in profile.packs]


def test_the_newest_version_is_that_of_the_greatest_number(tmp_path: Path) -> None:
    for version in ("1.10.0", "1.9.0", "1.9.12"):
        write(tmp_path / "policies", head("a", version))
    assert [f.version for f in installed([tmp_path / "policies"])["a"]] == [
        "1.9.0",
        "1.9.12",
        "1.10.0",
    ]
    assert taken(tmp_path, "[core, a]") == [("core", "1.0.0"), ("a", "1.10.0")]
    assert taken(tmp_path, "[core, a@1.9.0]") == [("core", "1.0.0"), ("a", "1.9.0")]
    with pytest.raises(InputProblems):
        taken(tmp_path, "[core, a@1.9]")


def test_very_many_packs_added_are_told_before_any_is_looked_for() -> None:
    with pytest.raises(InputProblems) as caught:
        load_profile("kh34-alone" + "+core" * 50_000)
    (problem,) = caught.value.problems
    assert render(problem, "en").startswith("--profile: more than 50 packs are added.")


def test_a_profile_takes_its_packs_in_its_own_order(tmp_path: Path) -> None:
    write(tmp_path / "policies", head("a") | head("b"))
    assert [pack for pack, _ in taken(tmp_path, "[b, core, a]")] == ["b", "core", "a"]


def test_a_folder_without_a_version_is_no_pack(tmp_path: Path) -> None:
    write(tmp_path, head("b", "draft") | head("c"))
    assert list(installed([tmp_path])) == ["c"]


def _link(tmp_path: Path) -> None:
    (tmp_path / "a" / "2.0.0").symlink_to(tmp_path / "gone")


@pytest.mark.parametrize(
    ("made", "name"),
    [
        (lambda root: write(root, head("a", "1.1")), "1.1"),
        (lambda root: write(root, head("a", "v2.0.0")), "v2.0.0"),
        (lambda root: write(root, {"a/2.0.0/pack.yml": "id: a\n"}), "2.0.0"),
        (lambda root: (root / "a" / "2.0.0").mkdir(), "2.0.0"),
        (_link, "2.0.0"),
    ],
)
def test_what_looks_like_a_version_and_is_none_is_told(
    tmp_path: Path, made: Callable[[Path], object], name: str
) -> None:
    """Else an older version would be taken in its place without a word."""
    write(tmp_path, head("a"))
    made(tmp_path)
    with pytest.raises(InputProblems) as caught:
        installed([tmp_path])
    (problem,) = caught.value.problems
    assert render(problem, "en").startswith(
        f"{tmp_path.name}/a/{name}: this looks like a version of a pack, but holds no pack.yaml"
    )


@pytest.mark.parametrize("name", ["a", "a/1.0.0", "a/1.0.0/rules"])
def test_a_folder_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    write(tmp_path, head("a") | {"a/1.0.0/rules/r.yaml": "[]\n"})
    closed = tmp_path / name
    opened = os.scandir

    def scandir(path: Any = ".") -> Any:
        if Path(os.fsdecode(path)) == closed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return opened(path)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(os, "listdir", lambda path=".": [e.name for e in scandir(path)])
    with pytest.raises(InputProblems) as caught:
        read_packs("a", installed([tmp_path])["a"])
    assert {p.location.file for p in caught.value.problems} == {f"{tmp_path.name}/{name}"}
    assert {p.code for p in caught.value.problems} == {"files.unreadable"}


def test_a_folder_given_hides_the_same_version_of_a_built_in_pack(tmp_path: Path) -> None:
    write(tmp_path, head("cv419"))
    own = load_profile("lang-son-2018-2020", [tmp_path])
    assert [p.id for p in own.packs] == ["core", "kh34", "qd19", "tt26", "tt116", "cv419"]
    assert own.amendments == ()
    assert load_profile("lang-son-2018-2020").amendments
    assert own.packs[-1].sha256 != load_profile("lang-son-2018-2020").packs[-1].sha256


def test_a_later_folder_hides_an_earlier_one(tmp_path: Path) -> None:
    write(tmp_path / "one", head("a") | {"profiles/x.yaml": "packs: [core]\n"})
    write(tmp_path / "two", head("a") | {"profiles/x.yaml": "packs: [core, a]\n"})
    roots = [tmp_path / "one", tmp_path / "two"]
    assert [f.shown for f in installed(roots)["a"]] == ["two/a/1.0.0"]
    profile = load_profile("x", roots)
    assert (profile.id, [p.id for p in profile.packs]) == ("x", ["core", "a"])
    assert [p.id for p in load_profile("x", roots[::-1]).packs] == ["core"]


def test_a_folder_given_as_a_dot_has_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "mine", head("a"))
    monkeypatch.chdir(tmp_path / "mine")
    assert installed([Path()])["a"][0].shown == "mine/a/1.0.0"


def test_a_profile_by_file_is_named_after_it(tmp_path: Path) -> None:
    write(tmp_path, {"my-law.yml": "packs:\n  - core\n"})
    assert load_profile(str(tmp_path / "my-law.yml")).id == "my-law"


def test_a_pack_stands_after_all_that_it_requires(tmp_path: Path) -> None:
    write(tmp_path, head("a", requires="b, c") | head("b", requires="c, core") | head("c"))
    folders = with_required("a", installed([built_in(), tmp_path]))
    assert [f.id for f in folders] == ["c", "core", "b", "a"]
    profile = load_pack("a@1.0.0", [tmp_path])
    assert (profile.id, [p.id for p in profile.packs]) == ("a", ["c", "core", "b", "a"])


def test_a_pack_may_require_one_version_of_another(tmp_path: Path) -> None:
    old, new = head("b", "1.0.0"), head("b", "2.0.0")
    write(tmp_path / "policies", head("a", requires="b@1.0.0") | old | new)
    assert [p.version for p in load_pack("a", [tmp_path / "policies"]).packs] == ["1.0.0", "1.0.0"]
    assert [p for p, _ in taken(tmp_path, "[b@1.0.0, a]")] == ["b", "a"]
    with pytest.raises(InputProblems) as caught:
        taken(tmp_path, "[b, a]")
    assert [(p.code, p.args["value"]) for p in caught.value.problems] == [
        ("pack-requires", "b@1.0.0")
    ]


def test_a_head_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    write(tmp_path, head("a", requires="b") | {"b/1.0.0/pack.yaml": "id: [\n"})
    with pytest.raises(InputProblems) as caught:
        load_pack("a", [tmp_path])
    assert [p.code for p in caught.value.problems] == ["yaml.open-bracket"]
    assert caught.value.problems[0].location.file == f"{tmp_path.name}/b/1.0.0/pack.yaml"


def test_the_digest_of_a_pack_covers_every_file(tmp_path: Path) -> None:
    sound = profile_of(tmp_path / "a", {}).packs[1].sha256
    assert profile_of(tmp_path / "b", {}).packs[1].sha256 == sound
    assert profile_of(tmp_path / "c", {"README.md": "x"}).packs[1].sha256 != sound


def test_kinds_of_a_pack_are_there_for_it_and_those_after_it(tmp_path: Path) -> None:
    profile = profile_of(tmp_path, {"kinds.yaml": KINDS_OF_ITS_OWN})
    office = profile.kinds["office"]
    assert (office.pack, office.reference, office.body) == ("mini", True, True)
    assert list(office.fields) == ["name", "opened_on"]
    assert profile.kinds["commune"].pack == "core"


def test_kinds_are_not_there_without_their_pack(tmp_path: Path) -> None:
    found = problems_of(tmp_path, {}, packs="[mini]")
    codes = {p.code for p in found}
    assert codes == {"pack-requires", "unknown-kind-in-pack"}
