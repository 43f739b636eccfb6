"""Hold the engine to the oracle: `python tests/oracle/run.py --seed 7 --count 10000`."""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "engine")]

from oracle.check import tried  # noqa: E402 - the tests are no package: the path comes first


def main() -> int:
    """Try the cases; print each that fails, and what came of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--count", type=int, default=1000, help="how many cases")
    parser.add_argument("--first", type=int, default=0, help="number of the first case")
    asked = parser.parse_args()
    begun, failed = time.monotonic(), 0
    for number in range(asked.first, asked.first + asked.count):
        try:
            told = tried(asked.seed, number)
        except Exception:  # noqa: BLE001 - one case that cannot be tried does not end the run
            told = f"seed {asked.seed}, number {number}: {traceback.format_exc()}"
        if told is not None:
            failed += 1
            print(told, flush=True)
    seconds = time.monotonic() - begun
    print(
        f"seed {asked.seed}, count {asked.count}, {seconds:.0f} s,"
        f" {asked.count / seconds:.1f} a second: {failed} unsound"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
