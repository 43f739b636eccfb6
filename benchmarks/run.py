"""How fast isocheck is, as ratios to the least that could be done, with the seconds beside them.

    python benchmarks/run.py [--data DIR] [--runs N]

DIR holds `vn_communes_2017-10-15_mit.csv`, the communes of the country (code, name, type,
district_code, district, province_code, province); without it only the sample is measured.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import national
from measure import Row, alternating, libraries_of, table

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "facts"
POLICIES = ROOT / "policies"
# What a run reads of the packs: not their test cases.
PACKS = sorted(str(f) for f in POLICIES.rglob("*.yaml") if f.parent.name != "tests")
BASELINE = str(Path(__file__).with_name("baseline.py"))
ISOCHECK = str(Path(sys.executable).with_name("isocheck"))
WHATEVER = ("--fail-on", "never")  # exit status 0 unless it could not judge


def main() -> None:
    """Measure, and print one table."""
    options = _options()
    libraries = ",".join(libraries_of(str(SAMPLE)))
    load = os.getloadavg()[0]
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load:.1f} at the start;"
    )
    print(f"medians of {options.runs} alternating runs. The bare process imports: {libraries}.\n")
    rows = [*_help(options.runs), *_sample(libraries, options.runs)]
    if options.data is not None:
        with tempfile.TemporaryDirectory() as folder:
            rows += _national(Path(folder), options.data, libraries, options.runs)
    table(rows)
    if options.data is None:
        print("\nThe national set was left out: give the folder with its list by --data DIR.")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder with the national list")
    parser.add_argument("--runs", type=int, default=5, help="how often each command runs (5)")
    options = parser.parse_args()
    if options.data is not None and not (options.data / national.COMMUNES).is_file():
        parser.error(f"{options.data} does not hold {national.COMMUNES}")
    return options


def _help(runs: int) -> Iterator[Row]:
    commands = {
        "help": (ISOCHECK, "--help"),
        "click": (sys.executable, "-c", "import click"),
        "python": (sys.executable, "-c", "pass"),
    }
    taken = alternating(commands, max(runs, 11))
    ours, bare = taken["help"], taken["click"]
    seconds = (
        f"{ours.seconds:.3f} / {bare.seconds:.3f} (Python alone {taken['python'].seconds:.3f})"
    )
    ratio = f"{ours.seconds / bare.seconds:.2f}"
    yield ("`isocheck --help` / `import click`", ratio, "≤ 2", seconds, f"{ours.peak_mb:.0f} MB")


def _sample(libraries: str, runs: int) -> Iterator[Row]:
    commands = {
        "durable-rules": (ISOCHECK, str(SAMPLE), *WHATEVER),
        "interpreter": (ISOCHECK, str(SAMPLE), "--matcher", "interpreter", *WHATEVER),
        "bare": (sys.executable, BASELINE, libraries, str(SAMPLE), *PACKS),
    }
    taken = alternating(commands, runs)
    bodies, mean = national.mean_size(SAMPLE)
    for name, label in (
        ("durable-rules", f"sample ({bodies} bodies of {mean:.0f} bytes) / bare process"),
        ("interpreter", "the same, interpreter alone"),
    ):
        ours, bare = taken[name], taken["bare"]
        yield (
            label,
            f"{ours.seconds / bare.seconds:.2f}",
            "≤ 2",
            f"{ours.seconds:.2f} / {bare.seconds:.2f}",
            f"{ours.peak_mb:.0f} MB",
        )


def _national(folder: Path, data: Path, libraries: str, runs: int) -> Iterator[Row]:
    half = national.write(SAMPLE, data, folder / "half", share=2)
    whole = national.write(SAMPLE, data, folder / "whole", share=1)
    commands = {
        "whole": (ISOCHECK, str(whole.path), *WHATEVER),
        "half": (ISOCHECK, str(half.path), *WHATEVER),
        "bare": (sys.executable, BASELINE, libraries, str(whole.path), *PACKS),
    }
    taken = alternating(commands, max(1, runs // 2))
    ours, bare, less = taken["whole"], taken["bare"], taken["half"]
    mean = whole.size / whole.bodies
    yield (
        f"national set ({whole.bodies} bodies of {mean:.0f} bytes) / bare process",
        f"{ours.seconds / bare.seconds:.2f}",
        "≤ 2, < 500 MB",
        f"{ours.seconds:.1f} / {bare.seconds:.1f}",
        f"{ours.peak_mb:.0f} MB",
    )
    times = whole.size / half.size
    yield (
        f"{times:.2f} times the data ({half.bodies} → {whole.bodies} bodies), times the seconds",
        f"{ours.seconds / less.seconds:.2f}",
        f"≤ {2.2 * times / 2:.2f}",
        f"{ours.seconds:.1f} / {less.seconds:.1f}",
        f"{ours.peak_mb:.0f} / {less.peak_mb:.0f} MB",
    )


if __name__ == "__main__":
    main()
