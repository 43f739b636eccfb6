"""A new pack: one rule that passes, its text, its cases, for the author to write over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from isocheck.errors import InputProblems, Location, Problem

_ID: Final = re.compile(r"[a-z][a-z0-9-]{0,39}")

_FILES: Final[Mapping[str, str]] = {
    "pack.yaml": """id: {id}
version: 1.0.0
title:
  vi: "Bộ quy định {id} (hãy ghi tên văn bản)"
  en: "Pack {id} (write the name of the instrument)"
# instrument: {{number: 01/QĐ-UBND, kind: quyết định, issuer: UBND tỉnh, issued: 2021-01-15}}
in_force: {{from: 2021-01-01}}
requires: [core]
changelog:
  - {{version: 1.0.0, note: {{vi: Bản đầu tiên, en: First version}}}}
""",
    "source.md": """[1]
Điều 1. Phạm vi điều chỉnh

[2]
Các cơ quan công bố Hệ thống quản lý chất lượng trước ngày 01 tháng 7 năm 2021.
""",
    "uncoded.yaml": """# Paragraphs that carry no rule, each with the reason.
- at: "1"
  reason: {{vi: Chỉ là tiêu đề, en: A heading only}}
""",
    "parameters.yaml": """announcing_due:
  value: 2021-06-30
  cites: [{{source: {id}, at: "2", quote: trước ngày 01 tháng 7 năm 2021}}]
""",
    "rules/rules.yaml": """- id: {id}.announce
  title: {{vi: Công bố HTQLCL, en: Announce the QMS}}
  for: [department]
  modality: must
  verification: primary
  cites:
    - {{source: {id}, at: "2", quote: Các cơ quan công bố Hệ thống quản lý chất lượng}}
  when: {{qms.applied: true}}
  require: {{qms.announced: true}}
  due: {{param: announcing_due}}
  action:
    id: announce
    do: {{vi: Công bố HTQLCL, en: Announce the QMS}}
    by: {{fact: id}}
    report_to: []
""",
    "tests/announce.yaml": """- name: Announced on the last day; without a system it does not apply
  as_of: 2021-07-01
  collected: all
  facts:
    - {{id: ls, kind: province, name: Lạng Sơn}}
    - id: so-a
      kind: department
      name: Sở A
      parent: ls
      qms:
        adopted_on: 2020-01-01
        announcements: [{{date: 2021-06-30}}]
    - {{id: so-b, kind: department, name: Sở B, parent: ls, qms: null}}
  expect:
    {id}.announce: {{so-a: satisfied, so-b: not_applicable}}
  modality: {{{id}.announce: must}}

- name: Announced a day late
  as_of: 2021-07-02
  collected: all
  facts:
    - {{id: ls, kind: province, name: Lạng Sơn}}
    - id: so-a
      kind: department
      name: Sở A
      parent: ls
      qms:
        adopted_on: 2020-01-01
        announcements: [{{date: 2021-07-01}}]
  expect:
    {id}.announce: {{so-a: satisfied_late}}

- name: Not announced on the last day, still in time
  as_of: 2021-06-30
  collected: all
  facts:
    - {{id: ls, kind: province, name: Lạng Sơn}}
    - id: so-a
      kind: department
      name: Sở A
      parent: ls
      qms:
        adopted_on: 2020-01-01
        announcements: []
  expect:
    {id}.announce: {{so-a: due}}

- name: Not announced by then, overdue; with announcements not known, it cannot be told
  as_of: 2021-07-01
  collected: all
  facts:
    - {{id: ls, kind: province, name: Lạng Sơn}}
    - id: so-a
      kind: department
      name: Sở A
      parent: ls
      qms:
        adopted_on: 2020-01-01
        announcements: []
    - id: so-c
      kind: department
      name: Sở C
      parent: ls
      qms:
        adopted_on: 2020-01-01
  expect:
    {id}.announce: {{so-a: violated, so-c: indeterminate}}
""",
}


def new_pack(name: str, root: Path) -> list[Path]:
    """Write a pack below a folder of packs and return its files; raises InputProblems.

    Nothing that is there already is written over.
    """
    if not _ID.fullmatch(name):
        raise InputProblems([Problem("bench-pack-id", Location("ID"), "", {"value": name})])
    folder = root / name
    if folder.exists():
        raise InputProblems([Problem("bench-there-already", Location(folder.as_posix()))])
    written = []
    try:
        for file, text in _FILES.items():
            path = folder / "1.0.0" / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.format(id=name), encoding="utf-8")
            written.append(path)
    except OSError as error:
        args = {"error": error.strerror or str(error)}
        place = Location(folder.as_posix())
        raise InputProblems([Problem("call.output", place, "", args)]) from error
    return written
