"""What came of mutants, as text and for programs: every survivor is named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from isocheck.authoring.mutants import Mutant
from isocheck.authoring.mutating import Mutation
from isocheck.messages import render
from isocheck.messages.words import Language
from isocheck.report.words import say


def mutation_entry(found: Mutation) -> dict[str, Any]:
    """Return what came of the mutants, for programs."""
    return {
        "pack": found.pack,
        "version": found.version,
        "mutants": len(found.killed) + len(found.survived) + len(found.equivalent),
        "noticed": len(found.killed),
        "score": round(found.score, 2),
        "survived": [_entry(mutant) for mutant in found.survived],
        "equivalent": [
            _entry(mutant) | {"reason": dict(entry.reason)} for mutant, entry in found.equivalent
        ],
    }


def _entry(mutant: Mutant) -> dict[str, Any]:
    return {
        "id": mutant.id,
        "type": mutant.part,
        "of": mutant.of,
        "file": mutant.location.file,
        "line": mutant.location.line,
    }


def mutation_text(found: Sequence[Mutation], threshold: float, lang: Language) -> str:
    """Return the survivors with their places, the equivalents with the reasons, the score."""
    lines: list[str] = []
    for one in found:
        lines += [render(gap, lang) for gap in one.gaps]
        lines += [f"{mutant.location}: {mutant.id}" for mutant in one.survived]
        for mutant, entry in one.equivalent:
            word = say(("tương đương", "equivalent"), lang)
            lines.append(f"{mutant.location}: {mutant.id} ({word}: {entry.reason[lang]})")
        lines.append(_summary(one, threshold, lang))
    return "\n".join(lines) + "\n"


def _summary(one: Mutation, threshold: float, lang: Language) -> str:
    noticed, counted = len(one.killed), len(one.killed) + len(one.survived)
    share = f"{one.score:.1f}%, " + say(("cần", "wanted"), lang) + f" {threshold:g}%"
    listed = len(one.equivalent)
    vi = (
        f"{noticed}/{counted} thay đổi bị phát hiện ({share}); {listed} được liệt kê là tương đương"
    )
    en = f"{noticed} of {counted} mutants noticed ({share}); {listed} listed as equivalent"
    return f"{one.pack} {one.version}: {say((vi, en), lang)}"
