"""The least that any such program must do: import the libraries and parse the YAML, no more.

    python benchmarks/baseline.py LIBRARY[,LIBRARY…] FILE-OR-FOLDER…

PyYAML's C loader reads every YAML file below the paths; nothing is kept.
"""

from __future__ import annotations

import importlib
import os
import sys


def main(libraries: str, *paths: str) -> None:
    """Import the libraries and parse the files."""
    for library in filter(None, libraries.split(",")):
        importlib.import_module(library)
    import yaml  # noqa: PLC0415 (part of what is measured)

    for path in paths:
        for file in _yaml_files(path):
            with open(file, "rb") as stream:  # noqa: PTH123 (pathlib would be one more import)
                yaml.load(stream, yaml.CSafeLoader)


def _yaml_files(path: str) -> list[str]:
    if not os.path.isdir(path):  # noqa: PTH112 - pathlib costs at start
        return [path]
    return [
        f"{folder}/{name}"
        for folder, _, names in os.walk(path)
        for name in names
        if name.endswith((".yaml", ".yml"))
    ]


if __name__ == "__main__":
    main(*sys.argv[1:])
