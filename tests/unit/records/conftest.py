"""Facts for the tests: the kinds that the packs declare, and a small sound world."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from isocheck.errors import InputProblems, Problem
from isocheck.records.folder import load_facts, reference_records
from isocheck.records.kinds.kind import Kind
from isocheck.records.kinds.reading import read_kinds
from isocheck.records.settings import Settings
from isocheck.source.nodes import Items
from isocheck.source.yaml_reader import read_yaml

CORE = Path(__file__).parents[3] / "policies" / "core" / "1.0.0" / "kinds.yaml"
HEAD = "facts: v1\ncollected_on: 2020-12-31\nrecords:\n"
WORLD = (
    HEAD
    + """\
- {id: ls, kind: province, name: Lạng Sơn}
- {id: d1, kind: district, name: Huyện Một, parent: ls}
- {id: tthc, kind: catalogue, name: TTHC cấp xã, procedures: []}
"""
)
OF_PACK = """\
kinds:
  plan_year:
    title: {vi: Năm kế hoạch, en: Plan year}
    reference: true
    fields: {name: {type: text}}
"""

Files = Mapping[str, str | bytes]
Write = Callable[[Files], Path]
Told = Callable[[Files], list[Problem]]


@pytest.fixture(scope="session")
def kinds() -> dict[str, Kind]:
    core = read_kinds(read_yaml(CORE.read_bytes(), "kinds.yaml"), "core", "kinds.yaml")
    return core | read_kinds(read_yaml(OF_PACK, "kinds.yaml"), "kh34", "kinds.yaml")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files below a new facts folder and return it."""

    def written(files: Files) -> Path:
        folder = tmp_path / "facts"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            data = content if isinstance(content, bytes) else content.encode()
            path.write_bytes(data)
        folder.mkdir(exist_ok=True)
        return folder

    return written


@pytest.fixture
def told(write: Write, kinds: dict[str, Kind]) -> Told:
    """Return the problems of a folder with these files and the sound world."""

    def problems(files: Files) -> list[Problem]:
        laid_down = read_yaml("- {id: kh34.2018, kind: plan_year}", "reference.yaml")
        assert isinstance(laid_down, Items)
        reference = reference_records(laid_down, kinds, "reference.yaml")
        folder = write({"world.yaml": WORLD, **files})
        with pytest.raises(InputProblems) as caught:
            load_facts(folder, kinds, reference, Settings())
        return caught.value.problems

    return problems
