"""Packs and facts under other names: every kind, field, value, parameter, rule and record renamed.

The files are changed where the names stand and nowhere else, so that every line stays where it is.
Labels, texts and the words of vocabularies stay: they are what people read and write.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

MARK = "zq"  # what each new name begins with; it stands nowhere else
# What every record or body has, or may write, whatever its pack says (docs/en/packs.md).
RESERVED = frozenset({
    "id", "kind", "name", "parent", "in_force", "catalogue", "other",
    "subject", "item", "owner", "former", "param", "as_of",
})  # fmt: skip
OPERATORS = frozenset({
    "has", "has_any", "covers", "covers_year", "under", "in", "eq", "ne", "lt", "lte", "gt", "gte",
})  # fmt: skip

Node = Any
Each = Callable[[Node], None]


class Renaming:
    """The names of some packs and facts, and the changes to make in one file at a time."""

    def __init__(self, policies: Path, facts: Path) -> None:
        self.packs = sorted(path.name for path in policies.iterdir() if path.name != "profiles")
        self.kinds: set[str] = set()
        self.records: set[str] = set()
        for file in policies.glob("*/*/kinds.yaml"):
            self.kinds |= set(load(file)["kinds"])
        for file in policies.glob("*/*/reference.yaml"):
            self.records |= {record["id"] for record in load(file)["records"]}
        for file in policies.glob("*/*/pack.yaml"):
            self.records |= set(load(file).get("fact_ids", ()))
        for file in facts.rglob("*.yaml"):
            self.records |= {record["id"] for record in load(file).get("records", ())}
        for file in facts.rglob("*.csv"):
            with file.open(encoding="utf-8", newline="") as lines:
                self.records |= {row["id"] for row in csv.DictReader(lines)}
        self.changes: list[tuple[int, int, str, str]] = []

    # Names

    def dotted(self, name: str) -> str:
        """Return a name that a pack owns: what follows the pack is new."""
        pack, _, rest = name.partition(".")
        return f"{pack}.{MARK}{rest}" if rest and pack in self.packs else MARK + name

    def of_path(self, path: str) -> str:
        segments = path.split(".")
        if segments[0] == "param":
            return "param." + self.dotted(".".join(segments[1:]))
        return ".".join(s if s in RESERVED or s.isdigit() else MARK + s for s in segments)

    # Scalars

    def put(self, node: Node, new: str) -> None:
        self.changes.append((node.start_mark.index, node.end_mark.index, node.value, new))

    def path(self, node: Node) -> None:
        self.put(node, self.of_path(node.value))

    def field(self, node: Node) -> None:
        if node.value not in RESERVED:
            self.put(node, MARK + node.value)

    def kind(self, node: Node) -> None:
        if node.value in self.kinds:
            self.put(node, MARK + node.value)

    def own(self, node: Node) -> None:
        self.put(node, self.dotted(node.value))

    def record(self, node: Node) -> None:
        if node.value in self.records:
            self.own(node)

    def literal(self, node: Node, last: str = "") -> None:
        """Rename a value that a condition compares: a kind, or the id of a record."""
        for one in node.value if is_list(node) else [node]:
            if is_map(one):
                self.right(one, last)
            elif last == "kind":
                self.kind(one)
            else:
                self.record(one)

    # Conditions and right sides

    def right(self, node: Node, last: str = "") -> None:
        if not is_map(node):
            self.literal(node, last)
            return
        for key, value in node.value:
            if key.value in ("fact", "year_end", "each"):
                self.path(value) if not is_map(value) else self.right(value)
            elif key.value == "param":
                self.own(value)
            elif key.value == "value":
                self.right(value, last)
            elif key.value in ("plus", "minus"):
                for _, span in value.value:
                    if is_map(span):
                        self.right(span)

    def condition(self, node: Node) -> None:
        for key, value in node.value:
            if key.value in ("all", "any") and is_list(value):
                each(value, self.condition)
            elif key.value == "not":
                self.condition(value)
            elif key.value == "outcome":
                for rule, _ in value.value:
                    self.own(rule)
            elif key.value == "under":
                self.right(value)
            else:
                self.path(key)
                self.compared(value, key.value.rpartition(".")[2])

    def compared(self, node: Node, last: str) -> None:
        if not is_map(node):
            self.literal(node, last)
            return
        for operator, value in node.value:
            if operator.value in OPERATORS:
                self.literal(value, last) if not is_map(value) else self.right(value, last)

    def over(self, node: Node) -> None:
        for one in node.value if is_list(node) else [node]:
            kind, dot, rest = one.value.partition(".")
            if kind in self.kinds:
                self.put(one, MARK + kind + dot + (self.of_path(rest) if rest else ""))
            else:
                self.path(one)

    # Files of a pack

    def pack(self, node: Node) -> None:
        for key, value in node.value:
            if key.value == "fact_ids":
                for identity, _ in value.value:
                    self.record(identity)

    def kinds_file(self, node: Node) -> None:
        parts = mapping(node)
        for name, vocabulary in pairs(parts.get("vocabularies")):
            for word, body in pairs(mapping(vocabulary).get("words")):
                if name.value == "reporting_kind":
                    self.kind(word)  # the words name kinds
                each(mapping(body).get("of"), self.kind)
        for _, body in pairs(parts.get("shapes")):
            self.parts_of_kind(body)
        for name, body in pairs(parts.get("kinds")):
            self.kind(name)
            self.parts_of_kind(body)

    def parts_of_kind(self, node: Node) -> None:
        """Rename what a kind, a shape or a field says of fields and kinds."""
        ways: dict[str, Each] = {
            "fields": self.fields,
            "groups_by": self.field, "known_by": self.field, "changes": self.field,
            "single": self.field,
            "less": self.paths, "follows": self.paths,
            "unless": lambda n: self.field(n.value[0][0] if is_map(n) else n),
            "ends": lambda n: self.field(n.value[0][0]),
            "dated": lambda n: each_value(n, self.field),
            "to": self.kinds_of, "never": self.kinds_of, "catalogue": self.kind,
            "example": lambda n: each_value(n, self.kind) if is_map(n) else self.kind(n),
            "of": self.parts_of_kind,
            "line": lambda n: each_value(n, self.field),
            "unique": lambda n: each(n, lambda one: each_value(one, self.fields_of)),
        }  # fmt: skip
        self.by_key(node, ways)

    def fields(self, node: Node) -> None:
        for name, body in node.value:
            self.field(name)
            self.parts_of_kind(body)

    def fields_of(self, node: Node) -> None:
        each(node, self.field)

    def kinds_of(self, node: Node) -> None:
        each(node, self.kind)

    def paths(self, node: Node) -> None:
        each(node, self.path)

    @staticmethod
    def by_key(node: Node, ways: Mapping[str, Each]) -> None:
        """Change what each key holds in the way of that key."""
        for key, value in node.value:
            if key.value in ways:
                ways[key.value](value)

    def parameters(self, node: Node) -> None:
        for key, value in node.value:
            self.put(key, MARK + key.value)
            self.parts_of_parameter(value)

    def parts_of_parameter(self, node: Node) -> None:
        ways: dict[str, Each] = {
            "value": self.right,
            "between": lambda n: each(n, self.right),
            "readings": lambda n: each(n, self.parts_of_parameter),
        }
        self.by_key(node, ways)

    def derived(self, node: Node) -> None:
        for key, value in node.value:
            self.path(key)
            ways: dict[str, Each] = {"for": self.kinds_of, "over": self.over}
            ways |= dict.fromkeys(("where", "among", "holds"), self.condition)
            taken = ("min", "max", "latest", "take", "list", "distinct", "sum")
            ways |= dict.fromkeys((*taken, "difference", "add"), self.paths)
            self.by_key(value, ways)

    def rules(self, node: Node) -> None:
        each(node, self.rule)

    def rule(self, node: Node) -> None:
        ways: dict[str, Each] = {
            "id": self.own, "for": self.kinds_of, "when": self.condition,
            "require": self.condition, "due": self.right, "until": self.right,
            "unless": lambda n: each(n, lambda one: self.condition(mapping(one)["condition"])),
            "per": lambda n: self.by_key(n, {"over": self.over, "where": self.condition}),
            "details": lambda n: each_value(n, self.right),
            "action": self.action,
        }  # fmt: skip
        self.by_key(node, ways)

    def action(self, node: Node) -> None:
        ways = dict.fromkeys(("by", "report_to", "for"), lambda n: each(n, self.right))
        self.by_key(node, {**ways, "after": lambda n: each(n, self.own)})

    def amendments(self, node: Node) -> None:
        ways = dict.fromkeys(("sets", "repeals", "replaces"), self.own)
        ways |= {"ends": lambda n: each_value(n, self.kind), "rule": self.rule}
        for entry in node.value:
            self.by_key(entry, ways)
            self.parts_of_parameter(entry)

    # Records

    def records_file(self, node: Node) -> None:
        for key, value in node.value:
            if key.value == "records":
                each(value, self.values)
            elif key.value == "complete" and is_list(value):
                each(value, self.path)
            elif key.value == "collected" and is_list(value):
                each(value, self.kind)

    def values(self, node: Node) -> None:
        if is_list(node):
            each(node, self.values)
        elif is_map(node):
            for key, value in node.value:
                self.field(key)
                if key.value in ("kind", "from_kind"):
                    self.kind(value)
                else:
                    self.values(value)
        else:
            self.record(node)


def rename(policies: Path, facts: Path, target: Path) -> None:
    """Write the packs and the facts under other names to `policies` and `facts` below a folder."""
    names = Renaming(policies, facts)
    of_pack = {
        "pack.yaml": names.pack, "kinds.yaml": names.kinds_file,
        "parameters.yaml": names.parameters,
        "derived.yaml": names.derived, "amendments.yaml": names.amendments,
        "reference.yaml": names.records_file,
    }  # fmt: skip
    of_folder: dict[str, Each] = {"rules": names.rules, "derived": names.derived}
    for file in sorted(policies.glob("*/*/**/*.*")):
        parts = file.relative_to(policies).parts
        if parts[2] in ("tests", "new", "starting.yaml", "equivalents.yaml"):
            continue
        walk = of_pack.get(parts[2]) if len(parts) == 3 else of_folder.get(parts[2])
        write(target / "policies" / file.relative_to(policies), changed(names, file, walk))
    for file in sorted(facts.rglob("*.yaml")):
        write(target / "facts" / file.relative_to(facts), changed(names, file, names.records_file))
    for file in sorted(facts.rglob("*.csv")):
        write(target / "facts" / file.relative_to(facts), table(names, file))


def changed(names: Renaming, file: Path, walk: Each | None) -> str:
    """Return the text of a file with its names changed where they stand."""
    text = file.read_text(encoding="utf-8")
    node = yaml.compose(text) if walk is not None else None
    if node is None or walk is None:
        return text
    names.changes = []
    walk(node)
    for start, end, old, new in sorted(set(names.changes), reverse=True):
        assert old in text[start:end], (file, old, text[start:end])
        text = text[:start] + text[start:end].replace(old, new, 1) + text[end:]
    return text


def table(names: Renaming, file: Path) -> str:
    """Return the text of a table with its headings, kinds and ids changed."""
    head, *rows = csv.reader(file.read_text(encoding="utf-8").splitlines())
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([names.of_path(heading) for heading in head])
    for row in rows:
        cells = []
        for heading, cell in zip(head, row, strict=True):
            known = names.kinds if heading == "kind" else names.records
            cells.append(names.dotted(cell) if cell in known else cell)
        writer.writerow(cells)
    return out.getvalue()


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def load(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts alone


def is_map(node: Node) -> bool:
    return isinstance(node, yaml.MappingNode)


def is_list(node: Node) -> bool:
    return isinstance(node, yaml.SequenceNode)


def mapping(node: Node) -> dict[str, Node]:
    return {key.value: value for key, value in node.value} if is_map(node) else {}


def pairs(node: Node) -> Iterable[tuple[Node, Node]]:
    return node.value if is_map(node) else ()


def each(node: Node, change: Each) -> None:
    """Change what stands in a list, or what stands alone."""
    entries: Iterable[Node] = () if node is None else node.value if is_list(node) else [node]
    for entry in entries:
        change(entry)


def each_value(node: Node, change: Each) -> None:
    for _, value in node.value:
        change(value)
