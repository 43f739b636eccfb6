"""What an audit trail costs: recording, verifying, size on disk, as the trail grows.

    python benchmarks/audit.py [--runs N]

Each run is of the sample's province and one department whose facts are others each time; the trail
is verified at a quarter, at half and at all of the runs. Seconds are those of the processor.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from isocheck.audit.inputs import Rests
from isocheck.audit.record import record, whole_document
from isocheck.audit.store import NAME, reading
from isocheck.audit.verify import verify
from isocheck.evaluate.run import Evaluation
from isocheck.packs.loading import load_profile
from isocheck.packs.model import Profile
from isocheck.session import Call, judged, prepare

SAMPLE = Path(__file__).resolve().parents[1] / "facts"
FILES = ("isocheck.yaml", "province.yaml")
PROFILE = "lang-son-2018-2020"
DAY = date(2020, 12, 31)
CHANGING = (
    "facts: v1\ncollected_on: 2020-12-31\nrecords:\n"
    "  - {{id: so-new, kind: department, name: Sở Mới {run}, parent: ls, qms: {qms}}}\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A trail of so many runs."""

    runs: int
    record: float  # seconds a run, the last hundred
    verify: float
    size: int
    document: int  # bytes of one document


def main() -> None:
    """Measure, and print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--runs", type=int, default=1000, help="how many runs (1000)")
    runs = max(8, parser.parse_args().runs)
    cores, load = os.cpu_count(), os.getloadavg()[0]
    print(f"Python {platform.python_version()}, {cores} cores, load {load:.1f} at the start\n")
    with tempfile.TemporaryDirectory() as folder:
        points = list(_points(Path(folder), runs))
    print("| runs | on disk | a run | verifying | a run | recording a run |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: |")
    for point in points:
        print(
            f"| {point.runs} | {point.size / 1e6:.1f} MB | {point.size / point.runs / 1e3:.1f} kB "
            f"| {point.verify:.2f} s | {point.verify / point.runs * 1e3:.2f} ms "
            f"| {point.record * 1e3:.0f} ms |"
        )
    first, last = points[0], points[-1]
    times = last.runs / first.runs
    print(f"\n{times:.1f} times the runs: {last.verify / first.verify:.1f} times the seconds,")
    print(f"{last.size / first.size:.1f} times the bytes. One document has {last.document} bytes:")
    whole = last.document * last.runs
    print(f"the store takes {last.size / whole:.3f} of what the documents alone would.")


def _points(folder: Path, runs: int) -> Iterator[Point]:
    facts = folder / "facts"
    facts.mkdir()
    for name in FILES:
        shutil.copy(SAMPLE / name, facts / name)
    profile = load_profile(PROFILE)
    spent: list[float] = []
    for run in range(1, runs + 1):
        qms = "null" if run % 2 else "{adopted_on: 2019-01-01, announcements: []}"
        (facts / "new.yaml").write_text(CHANGING.format(run=run, qms=qms), encoding="utf-8")
        evaluation, rests = _judged(facts, profile)
        began = time.process_time()
        record(evaluation, rests, options={"run": run})
        spent.append(time.process_time() - began)
        if run in {runs // 4, runs // 2, runs}:
            recent = spent[-100:]
            yield Point(
                runs=run,
                record=sum(recent) / len(recent),
                verify=_verified(facts / NAME),
                size=(facts / NAME).stat().st_size,
                document=len(whole_document(evaluation)),
            )


def _judged(facts: Path, profile: Profile) -> tuple[Evaluation, Rests]:
    call = Call(folder=str(facts), profile=profile, as_of=DAY, matcher="interpreter")
    prepared = prepare(call, environment={})
    return judged(prepared), Rests(folder=facts, settings=prepared.settings, profile=PROFILE)


def _verified(trail: Path) -> float:
    """Return the processor seconds that verifying takes, the best of three."""
    taken = []
    for _ in range(3):
        began = time.process_time()
        with reading(trail, "trail") as store:
            store.examine()
            found = verify(store)
        taken.append(time.process_time() - began)
        if found.problems:
            raise SystemExit(f"the trail does not verify: {found.problems}")
    return min(taken)


if __name__ == "__main__":
    main()
