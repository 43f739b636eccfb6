"""Settings for Visual Studio Code: what a fact file may say is offered and checked while typing.

The extension that reads YAML (redhat.vscode-yaml) takes a schema of draft 7 for the files that its
patterns name. Patterns that leave a file out are younger than many an installed extension, so they
name each file and folder in turn and pass over `isocheck.yaml`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from isocheck.records.json_schema import schema_of_fact_file
from isocheck.records.kinds.kind import Kind
from isocheck.records.schema_drafts import in_draft_7
from isocheck.source.files import SETTINGS

FOLDER: Final = ".vscode"
EXTENSION: Final = "redhat.vscode-yaml"
_SCHEMA: Final = f"{FOLDER}/facts.schema.json"


def settings_of_editor(files: Iterable[str], kinds: Mapping[str, Kind]) -> dict[str, str]:
    """Return the text of each file of the editor by its path, for a folder with some fact files."""
    schema = in_draft_7(schema_of_fact_file(kinds))
    settings = {"yaml.schemas": {f"./{_SCHEMA}": patterns(files)}}
    return {
        f"{FOLDER}/settings.json": _text(settings),
        f"{FOLDER}/extensions.json": _text({"recommendations": [EXTENSION]}),
        _SCHEMA: _text(schema),
    }


def patterns(files: Iterable[str]) -> list[str]:
    """Return what names the fact files: those at the top one by one, those below by folder."""
    found: dict[str, None] = {}
    for file in map(PurePosixPath, files):
        if file.suffix != ".yaml" or file.name == SETTINGS:
            continue
        inside = file.parent != PurePosixPath()
        found[f"/{file.parent}/*.yaml" if inside else f"/{file.name}"] = None
    return list(found)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
