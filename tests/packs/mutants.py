"""Real pack files with one node changed at random: dropped, renamed, or replaced."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any

from isocheck.source.nodes import Fields, Items

SCALARS = [
    "", "x", "5", "-1", "2020-12-31", "2020-13-01", "70%", "true", "null", "*", "[", ".", "a.b.c",
    "kh34.2018", "commune", "satisfied", "kh34.maintain", "param", "param.plan_end", "as_of",
    "as_of.x", "former", "former.qms", "id", "kind", "in_force.x", "item.year", "owner.id",
    "subject.id", "99999", "9" * 5000, "0/0", "1/3",
]  # fmt: skip
KEYS = [
    "fact", "param", "value", "eq", "in", "lt", "under", "has", "covers", "matches", "year_end",
    "plus", "minus", "days", "years", "all", "any", "not", "outcome", "kind", "id", "catalogue",
    "from", "until", "vi", "en", "x", "type", "shape", "",
]  # fmt: skip


def text_of(node: Any) -> str:
    """Return nodes as YAML in flow form."""
    if node is None:
        return "null"
    if isinstance(node, Fields):
        return "{" + ", ".join(f"{text_of(k)}: {text_of(v)}" for k, v in node.items()) + "}"
    if isinstance(node, Items):
        return "[" + ", ".join(text_of(entry) for entry in node) + "]"
    return json.dumps(node, ensure_ascii=False)


def places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every (container, key or index) below a node."""
    keys: Any = node if isinstance(node, Fields) else range(len(node))
    for key in list(keys):
        yield node, key
        if isinstance(node[key], (Fields, Items)):
            yield from places(node[key])


def some_node(random: Random) -> Any:
    """Return a node that hardly fits anywhere."""
    kind = random.random()
    if kind < 0.5:
        return random.choice(SCALARS)
    if kind < 0.65:
        return None
    if kind < 0.8:
        items = Items(1)
        for _ in range(random.randrange(3)):
            items.add(some_node(random), 1)
        return items
    fields = Fields(1)
    for key in random.sample(KEYS[:-1], random.randrange(3)):
        fields.put(key, some_node(random), 1)
    return fields


def mutate(document: Fields | Items, random: Random) -> str:
    """Change one node of a document in place; return what was done."""
    holder, key = random.choice(list(places(document)))
    how = random.choice(("drop", "rename", "replace", "replace"))
    if how == "drop":
        del holder[key]
        return f"drop {key}"
    if how == "rename" and isinstance(holder, Fields):
        name = random.choice([f"{key}x", *KEYS, *(k for k in holder if k != key)])
        content = list(holder.items())
        holder.clear()
        holder.update((name if k == key else k, v) for k, v in content)
        return f"rename {key} to {name}"
    holder[key] = some_node(random)
    return f"replace {key} by {text_of(holder[key])[:60]}"
