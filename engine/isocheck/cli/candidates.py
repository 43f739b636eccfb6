"""The words that a shell can offer: bodies and records, rules, kinds, packs, profiles.

They are looked for quickly, not read as a run reads them: a folder in which something is wrong, or
is only half written, offers what can be made out.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from isocheck.cli.folders import FACTS, written_as_folder
from isocheck.cli.language import help_language
from isocheck.errors import InputProblems
from isocheck.packs.folders import PackFolder, built_in, installed, named_packs
from isocheck.records.kinds.kind import Kind
from isocheck.records.kinds.of_packs import KindsFile, read_kinds_of_packs
from isocheck.records.schema_drafts import SUFFIX
from isocheck.records.tables.reading import TableReader
from isocheck.resources import DEFAULT_PROFILE, tree
from isocheck.source.files import SourceFile, fact_files, read_if_there
from isocheck.source.nodes import Fields, Items
from isocheck.source.text import CONTROL
from isocheck.source.yaml_reader import parse_yaml

Words = dict[str, str]  # each with what is shown beside it

_ID = re.compile(r"""(?:^|[-{,])\s*id:\s*["']?([^\s"',{}\[\]#]+)""")
_NAME = re.compile(r"""(?:^|[{,])\s*name:\s*(?:"([^"]*)"|'([^']*)'|([^,}#\n]+))""")
_KINDS = "isocheck.kinds"  # in the context: those of the profile, read once
_UNREADABLE = (InputProblems, OSError, ValueError)


def bodies(ctx: click.Context, incomplete: str) -> Words:
    """Return the ids of the records of the facts folder, with their names."""
    del incomplete
    found: Words = {}
    with suppress(*_UNREADABLE):
        for file in fact_files(Path(_folder(ctx))).files:
            with suppress(*_UNREADABLE):
                data = file.read()[0]
                named = _rows(ctx, file, data) if file.suffix == ".csv" else _records(data)
                for key, name in named:
                    if not CONTROL.search(key + name):
                        found[key] = found.get(key) or name
    return found


def rules(ctx: click.Context, incomplete: str) -> Words:
    """Return the ids of the rules of the profile, with their titles."""
    del incomplete
    found: Words = {}
    for pack in _packs_of_profile(ctx):
        for path in sorted(pack.path.glob("rules/*.yaml")):
            node = _node(path)
            entries = node if isinstance(node, Items) else []
            found |= {
                str(entry["id"]): _titled(entry)
                for entry in entries
                if isinstance(entry, Fields) and "id" in entry
            }
    return found


def rules_bodies_kinds(ctx: click.Context, incomplete: str) -> Words:
    """Return what `--only` takes."""
    lang = help_language()
    kinds = {key: kind.title.get(lang, "") for key, kind in _kinds(ctx).items()}
    return kinds | rules(ctx, incomplete) | bodies(ctx, incomplete)


def packs(ctx: click.Context, incomplete: str) -> Words:
    """Return the packs that are installed; their versions once `@` is written."""
    found: Words = {}
    for name, folders in installed(_roots(ctx)).items():
        head = _node(folders[-1].path / "pack.yaml")
        if "@" in incomplete:
            found |= {f"{name}@{folder.version}": _titled(head) for folder in folders}
        else:
            found[name] = _titled(head)
    return found


def profiles(ctx: click.Context, incomplete: str) -> Words:
    """Return the profiles that are installed."""
    del incomplete
    files = [file for root in _roots(ctx) for file in sorted((root / "profiles").glob("*.yaml"))]
    return {file.stem: _titled(_node(file)) for file in files}


def schemas(ctx: click.Context, incomplete: str) -> Words:
    """Return what there is a schema of."""
    del ctx, incomplete
    names = sorted(path.name.removesuffix(SUFFIX) for path in tree("schemas").glob(f"*{SUFFIX}"))
    return dict.fromkeys(names, "")


def _records(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the ids that a YAML file names, each with the name that follows it."""
    key = ""
    for line in data.decode("utf-8-sig", "replace").splitlines():
        ids = _ID.findall(line)
        key = ids[0] if ids else key
        name = _NAME.search(line) if key else None
        if name is not None:
            yield key, "".join(filter(None, name.groups())).strip()
            key = ""
        yield from ((other, "") for other in ids)


def _rows(ctx: click.Context, file: SourceFile, data: bytes) -> Iterator[tuple[str, str]]:
    """Yield id and name of the rows of a table, whatever its headings."""
    read = TableReader(_kinds(ctx)).read(data, file.path, file.stem, [])
    for record in read.records:
        if isinstance(record, Fields) and isinstance(record.get("id"), str):
            name = record.get("name")
            yield record["id"], name if isinstance(name, str) else ""


def _kinds(ctx: click.Context) -> dict[str, Kind]:
    """Return the kinds of the profile, as far as they can be read."""
    found = ctx.meta.get(_KINDS)
    if found is None:
        files = [
            KindsFile(node, pack.id, pack.shown)
            for pack in _packs_of_profile(ctx)
            if isinstance(node := _node(pack.path / "kinds.yaml"), Fields)
        ]
        found = ctx.meta[_KINDS] = read_kinds_of_packs(files)[0]
    return dict(found)


def _folder(ctx: click.Context) -> str:
    """Return the facts folder of a call that is being typed."""
    words = ctx.params.get("words") or ()
    named = [word for word in words if written_as_folder(word) or Path(word).is_dir()]
    return "".join(named[:1]) or ctx.params.get("folder") or FACTS


def _roots(ctx: click.Context) -> list[Path]:
    return [built_in(), *map(Path, ctx.params.get("policies") or ())]


def _packs_of_profile(ctx: click.Context) -> list[PackFolder]:
    """Return the packs of the profile that the call, or the folder, goes by."""
    name = ctx.params.get("profile") or os.environ.get("ISOCHECK_PROFILE")
    if not name:
        settings = _node(Path(_folder(ctx)) / "isocheck.yaml")
        name = settings.get("profile") if isinstance(settings, Fields) else None
    with suppress(*_UNREADABLE):
        return named_packs(str(name or DEFAULT_PROFILE), _roots(ctx))[1]
    return []


def _node(file: Path) -> Any:
    """Return what can be read of a YAML file, None if nothing can."""
    with suppress(*_UNREADABLE):
        data = read_if_there(file, file.name)
        return None if data is None else parse_yaml(data, file.name)[0]
    return None


def _titled(node: Any) -> str:
    """Return the title of what a pack declares, in the language of the help."""
    title = node.get("title") if isinstance(node, Fields) else None
    shown = title.get(help_language()) if isinstance(title, Fields) else None
    return shown if isinstance(shown, str) else ""
