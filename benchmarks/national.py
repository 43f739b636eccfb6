"""A facts folder as large as the country: the country's list of communes, the sample's records.

Each commune, district and provincial agency of the country gets the record of one of the sample's,
taken in turn, under its own name, code, id and parent: so the records are as long and as varied
as the sample's are on average. Every status in it is made up.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

COMMUNES = "vn_communes_2017-10-15_mit.csv"
_RECORD = re.compile(r"^  - id: .*?(?=^  - id: |^  #|\Z)", flags=re.MULTILINE | re.DOTALL)
_HEAD = 'facts: v1\ncollected_on: 2020-12-31\nsource: "Số liệu đo tốc độ, giả định"\nrecords:\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A folder that was written: how many records and bodies, how many bytes of YAML."""

    path: Path
    records: int
    bodies: int
    size: int


def write(sample: Path, data: Path, folder: Path, share: int) -> Folder:
    """Write the communes of every `share`-th province; return what was written."""
    shapes = _shapes(sample)
    with (data / COMMUNES).open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    sizes = dict.fromkeys(sorted({row["province_code"] for row in rows}), 0)
    for row in rows:
        sizes[row["province_code"]] += 1
    by_size = sorted(sizes, key=lambda code: (sizes[code], code))
    chosen = by_size[::share]
    folder.mkdir(parents=True)
    # What the sample's districts and communes refer to by name: catalogues, the agencies' ids.
    catalogues = shapes["catalogue"]
    _file(folder / "catalogues.yaml", catalogues)
    records = len(catalogues)
    for code in chosen:
        of_province = [row for row in rows if row["province_code"] == code]
        written = list(_province(code, of_province, shapes))
        _file(folder / f"{code}.yaml", written)
        records += len(written)
    (folder / "isocheck.yaml").write_text(
        "profile: lang-son-2018-2020\nas_of: 2020-12-31\ncollected: all\n", encoding="utf-8"
    )
    size = sum(file.stat().st_size for file in folder.iterdir())
    return Folder(path=folder, records=records, bodies=records - len(catalogues), size=size)


def mean_size(sample: Path) -> tuple[int, float]:
    """Return how many bodies of the three kinds the sample has, and their mean size in bytes."""
    shapes = _shapes(sample)
    bodies = [text for kind in ("department", "district", "commune") for text in shapes[kind]]
    return len(bodies), sum(len(text.encode("utf-8")) for text in bodies) / len(bodies)


def _shapes(sample: Path) -> dict[str, list[str]]:
    """Return the text of each record of the sample by its kind."""
    shapes: dict[str, list[str]] = {}
    for file in sorted(sample.rglob("*.yaml")):
        for record in _RECORD.findall(file.read_text(encoding="utf-8")):
            kind = re.search(r"^    kind: (\w+)", record, flags=re.MULTILINE)
            if kind is not None:
                shapes.setdefault(kind.group(1), []).append(record.rstrip() + "\n")
    return shapes


def _province(
    code: str, rows: Sequence[dict[str, str]], shapes: dict[str, list[str]]
) -> Iterator[str]:
    """Give the records of a province: itself, its agencies, its districts, its communes."""
    top = f"p{code}"
    yield f"  - id: {top}\n    kind: province\n    name: {rows[0]['province']}\n    parent: null\n"
    agencies = {_id(shape): f"{top}-{_id(shape)}" for shape in shapes["department"]}
    for shape in shapes["department"]:
        yield _renamed(shape, agencies | {"ls": top})
    districts = cycle(shapes["district"])
    communes = cycle(shapes["commune"])
    for district in sorted({row["district_code"] for row in rows}):
        own = [row for row in rows if row["district_code"] == district]
        shape = next(districts)
        named = _named(shape, own[0]["district"], district)
        yield _renamed(named, agencies | {"ls": top, _id(shape): f"d-{district}"})
        for row in own:
            shape = next(communes)
            named = _named(shape, row["name"], row["code"])
            ids = {_id(shape): f"c-{row['code']}", _parent(shape): f"d-{district}"}
            yield _renamed(named, agencies | ids)


def _id(record: str) -> str:
    return record.split("\n", 1)[0].removeprefix("  - id: ").strip()


def _parent(record: str) -> str:
    return record.split("    parent: ", 1)[1].split("\n", 1)[0].strip()


def _named(record: str, name: str, code: str) -> str:
    record = re.sub(r"(?m)^    name: .*$", lambda _: f'    name: "{name}"', record, count=1)
    return re.sub(r"(?m)^    code: .*$", lambda _: f'    code: "{code}"', record, count=1)


def _renamed(record: str, ids: dict[str, str]) -> str:
    """Put other ids in the place of those that a record is known by or refers to."""
    pattern = re.compile(rf"((?:id|parent|by|to): )({'|'.join(map(re.escape, ids))})(?![\w-])")
    return pattern.sub(lambda found: found.group(1) + ids[found.group(2)], record)


def _file(path: Path, records: Sequence[str]) -> None:
    path.write_text(_HEAD + "".join(records), encoding="utf-8")
