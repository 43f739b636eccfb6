"""The packs that are installed: names, versions, how many rules, in which profiles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from isocheck.authoring.pack_view import OpenedPack, all_packs, opened
from isocheck.messages.words import Language
from isocheck.packs.folders import built_in, find_profile
from isocheck.report.layout import Screen, wrapped
from isocheck.report.words import VERIFICATIONS, say


def pack_entries(policies: Sequence[Path]) -> list[dict[str, Any]]:
    """Return every version of every pack installed; raises InputProblems for one that is wrong."""
    profiles = profile_packs(policies)
    entries = []
    for name, folders in all_packs(policies).items():
        for folder in folders:
            pack = opened(f"{name}@{folder.version}", policies)
            newest = folder is folders[-1]
            entries.append(_entry(pack, profiles, newest=newest))
    return entries


def profile_packs(policies: Sequence[Path]) -> dict[str, list[str]]:
    """Return the profiles that are installed with the packs they name."""
    roots = [built_in(), *policies]
    names = sorted({p.stem for root in roots for p in (root / "profiles").glob("*.yaml")})
    found = {}
    for name in names:
        packs = find_profile(name, roots)[2].get("packs")
        found[name] = [str(pack) for pack in packs] if isinstance(packs, list) else []
    return found


def _entry(pack: OpenedPack, profiles: dict[str, list[str]], *, newest: bool) -> dict[str, Any]:
    head = pack.head
    mine = [a for a in pack.profile.amendments if a.pack == pack.id]
    named = {f"{pack.id}@{head.version}", *([pack.id] if newest else [])}
    return {
        "id": pack.id,
        "version": head.version,
        "title": dict(head.title),
        "instrument": dict(head.instrument) if head.instrument else None,
        "in_force": {
            "from": None if head.in_force.start is None else head.in_force.start.isoformat(),
            "until": None if head.in_force.end is None else head.in_force.end.isoformat(),
        },
        "requires": list(head.requires),
        "rules": len(pack.rules),
        "amendments": len(mine),
        "cases": len(pack.profile.cases.get(pack.id, ())),
        "verification": dict(Counter(rule.verification for rule in pack.rules)),
        "profiles": sorted(name for name, packs in profiles.items() if named & set(packs)),
        "sha256": head.sha256,
        "folder": pack.folder.shown,
    }


def pack_list_text(entries: Iterable[dict[str, Any]], lang: Language, screen: Screen) -> str:
    """Return the packs as text, a block each."""
    lines: list[str] = []
    for entry in entries:
        lines.append(screen.paint(f"{entry['id']} {entry['version']}", "strong"))
        lines += wrapped(entry["title"][lang], screen.width, "  ")
        counts = [
            say((f"{entry['rules']} quy định", f"{entry['rules']} rules"), lang),
            say((f"{entry['amendments']} sửa đổi", f"{entry['amendments']} amendments"), lang),
            say((f"{entry['cases']} trường hợp thử", f"{entry['cases']} cases"), lang),
        ]
        founded = [
            f"{number} {say(VERIFICATIONS[state], lang).lower()}"
            for state, number in entry["verification"].items()
        ]
        lines += wrapped("; ".join([", ".join(counts), *founded]), screen.width, "  ")
        if entry["profiles"]:
            start = say(("Hệ văn bản: ", "Profiles: "), lang)
            lines += wrapped(start + ", ".join(entry["profiles"]), screen.width, "  ")
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"
