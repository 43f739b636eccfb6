"""The picture of docs/dev/architecture.md: the parts of the package and what each imports.

`python tests/house/picture.py` prints it, drawn from the imports as they are.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from house.package import LAYERS, imports_of_ours, modules


def arrows() -> set[tuple[str, str]]:
    """What imports what, part by part; an arrow that others make long is left out."""
    direct: dict[str, set[str]] = {}
    for name, tree in modules().items():
        part = name[0] if name else "isocheck"
        for other in imports_of_ours(tree):
            if other and other[0] != part:
                direct.setdefault(part, set()).add(other[0])

    def beyond(part: str) -> set[str]:
        found = set(direct.get(part, ()))
        for other in tuple(found):
            found |= beyond(other)
        return found

    return {
        (part, other)
        for part, others in direct.items()
        for other in others
        if not any(other in beyond(third) for third in others - {other})
    }


def picture() -> str:
    """Return the picture as Mermaid, the layers from the top down."""
    lines = ["flowchart TD"]
    for number, layer in enumerate(LAYERS):
        lines.append(f"  subgraph layer{number}[ ]")
        lines += [f"    {part}" for part in sorted(layer)]
        lines.append("  end")
    lines += [f"  {part} --> {other}" for part, other in sorted(arrows())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(picture())
