"""Folders of facts and packs that somebody made to hurt: each a function that lays one out."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

HEAD = "facts: v1\ncollected_on: 2020-12-31\nrecords:\n"
PROVINCE = "- {id: ls, kind: province, name: Lạng Sơn}\n"
RULE = """- id: {id}
  title: {{vi: Quy định, en: Rule}}
  for: [thing]
  modality: must
  verification: primary
  cites: [{{source: {pack}, at: Điều 1, quote: "làm"}}]
  require: {require}
  always: true
"""
KINDS = """kinds:
  thing:
    title: {vi: Vật, en: Thing}
    body: true
    fields:
      name: {type: text}
      n: {type: money}
      s: {type: text}
"""
PACK = "id: {id}\nversion: 1.0.0\ntitle: {{vi: Bộ, en: Pack}}\nin_force: {{from: 2018-01-01}}\n"


@dataclass
class Laid:
    """A place with `facts/` and `policies/`, and how to call isocheck on it."""

    place: Path
    args: list[str | bytes] = field(default_factory=lambda: ["facts/"])

    def facts(self, name: str, text: str | bytes) -> Path:
        return self._write(self.place / "facts" / name, text)

    def pack(self, name: str, text: str | bytes, pack: str = "t") -> Path:
        return self._write(self.place / "policies" / pack / "1.0.0" / name, text)

    def law(self, pack: str = "t", require: str = "{n: {gte: 1}}", head: str = "") -> None:
        """Write a small pack, and a profile of it."""
        self.pack("pack.yaml", PACK.format(id=pack) + head, pack)
        self.pack("kinds.yaml", KINDS, pack)
        self.pack("source.md", "[Điều 1]\nPhải làm.\n", pack)
        self.pack("rules/rules.yaml", RULE.format(id=f"{pack}.r", pack=pack, require=require), pack)
        self.facts("a.yaml", HEAD + "- {id: a, kind: thing, name: A, n: 1}\n")
        self.profile(f"title: {{vi: Nhỏ, en: Small}}\npacks: [{pack}]\n")

    def profile(self, text: str) -> None:
        self._write(self.place / "small.yaml", text)
        self.args = ["facts/", "--policy", "policies", "-p", "small.yaml", "--as-of", "2020-12-31"]

    @staticmethod
    def _write(path: Path, text: str | bytes) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path


Layout = Callable[[Laid], None]
FACTS: dict[str, Layout] = {}
PACKS: dict[str, Layout] = {}
SPECIAL: dict[str, Callable[[Path], None]] = {}


def facts(layout: Layout) -> Layout:
    FACTS[layout.__name__.replace("_", " ")] = layout
    return layout


def packs(layout: Layout) -> Layout:
    PACKS[layout.__name__.replace("_", " ")] = layout
    return layout


@facts
def sixty_thousand_unknown_keys_of_a_record(laid: Laid) -> None:
    keys = "".join(f"  key{n}: x\n" for n in range(60_000))
    laid.facts("a.yaml", f"{HEAD}- id: ls\n  kind: province\n  name: X\n{keys}")


@facts
def sixty_thousand_unknown_keys_of_a_file(laid: Laid) -> None:
    laid.facts("a.yaml", "".join(f"key{n}: x\n" for n in range(60_000)) + HEAD + PROVINCE)


@facts
def sixty_thousand_settings(laid: Laid) -> None:
    laid.facts("isocheck.yaml", "".join(f"key{n}: x\n" for n in range(60_000)))


@facts
def sixty_thousand_kinds_collected(laid: Laid) -> None:
    kinds = "".join(f"  - kind{n}\n" for n in range(60_000))
    laid.facts("isocheck.yaml", f"collected:\n{kinds}")
    laid.facts("a.yaml", HEAD + PROVINCE)


@facts
def sixty_thousand_duplicate_keys(laid: Laid) -> None:
    keys = "".join(f"  key{n}: x\n" for n in range(30_000))
    laid.facts("a.yaml", f"{HEAD}- id: ls\n{keys}{keys}")


@facts
def sixty_thousand_references_to_nobody(laid: Laid) -> None:
    records = "".join(
        f"- {{id: d{n}, kind: district, name: X, parent: nobody{n}}}\n" for n in range(60_000)
    )
    laid.facts("a.yaml", HEAD + PROVINCE + records)


@facts
def sixty_thousand_ids_that_stand_twice(laid: Laid) -> None:
    records = "".join(f"- {{id: p{n // 2}, kind: province, name: X}}\n" for n in range(60_000))
    laid.facts("a.yaml", HEAD + records)


@facts
def an_amount_of_ten_thousand_blanks(laid: Laid) -> None:
    blanks = " " * 9_990
    record = f'- {{id: e, kind: expenditure, year: 2018, amount: "1{blanks}x"}}\n'
    laid.facts("a.yaml", HEAD + PROVINCE + record)


@facts
def a_cell_of_ten_thousand_blanks(laid: Laid) -> None:
    laid.facts("expenditure.csv", f"id,amount\ne,1{' ' * 10_000}x\n")
    laid.facts("isocheck.yaml", "collected_on: 2020-12-31\n")


@facts
def a_million_combining_marks(laid: Laid) -> None:
    marks = "\u0301\u0323" * 500_000
    laid.facts("a.yaml", f"{HEAD}- {{id: ls, kind: province, name: a{marks}}}\n")


@facts
def a_million_combining_marks_as_escapes(laid: Laid) -> None:
    marks = r"\u0301\u0323" * 500_000
    laid.facts("a.yaml", f'{HEAD}- {{id: ls, kind: province, name: "a{marks}"}}\n')


@facts
def a_million_combining_marks_in_a_table(laid: Laid) -> None:
    laid.facts("province.csv", "id,name\nls,a" + "\u0301\u0323" * 500_000 + "\n")
    laid.facts("isocheck.yaml", "collected_on: 2020-12-31\n")


@facts
def a_table_of_five_million_cells(laid: Laid) -> None:
    laid.facts("province.csv", "Mã;Tên;STT\n" + "a;b;c\n" * 1_700_000)


@facts
def a_row_of_five_million_cells(laid: Laid) -> None:
    laid.facts("province.csv", "Mã;Tên\n" + ";" * 5_000_000 + "\n")


@facts
def a_hundred_thousand_rows_that_are_wrong(laid: Laid) -> None:
    row = "e;x;quỹ;30 triệu\n"
    laid.facts("expenditure.csv", "Mã;Năm;Nguồn vốn;Số tiền\n" + row * 100_000)


@facts
def headings_of_brackets_and_units(laid: Laid) -> None:
    laid.facts("expenditure.csv", "Mã;" + "(" * 60_000 + ";" + "triệu " * 20_000 + "\ne;1;2\n")


@facts
def five_million_entries(laid: Laid) -> None:
    laid.facts("a.yaml", "facts: v1\nrecords: [" + "1," * 5_000_000 + "]\n")


@facts
def five_million_keys(laid: Laid) -> None:
    row = "{a: 1, b: 1}, "
    laid.facts("a.yaml", "facts: v1\nrecords: [" + row * 800_000 + "]\n")


@facts
def names_of_five_thousand_letters(laid: Laid) -> None:
    long = "x" * 5_000
    laid.facts("a.yaml", f"{HEAD}- {{id: {long}, kind: {long}, {long}: {long}}}\n")


@packs
def sixty_thousand_unknown_keys_of_a_rule(laid: Laid) -> None:
    laid.law()
    keys = "".join(f"  key{n}: x\n" for n in range(60_000))
    laid.pack("rules/rules.yaml", f"- id: t.r\n{keys}")


@packs
def sixty_thousand_unknown_paths(laid: Laid) -> None:
    laid.law(require="{all: [" + ", ".join(f"{{p{n}: 1}}" for n in range(60_000)) + "]}")


@packs
def a_path_of_three_thousand_steps(laid: Laid) -> None:
    laid.law(require='\n    ? "' + ".".join(["id"] * 3_000) + '"\n    : {exists: true}')


@packs
def patterns_that_nest(laid: Laid) -> None:
    laid.law(require='{s: {matches: "(a+)+b"}}')


@packs
def patterns_that_nest_by_counting(laid: Laid) -> None:
    laid.law(require='{s: {matches: "(a{1,9}b?){2,}"}}')


@packs
def patterns_of_alternatives_within_a_repeat(laid: Laid) -> None:
    laid.law(require='{s: {matches: "(a|a|aa)*b"}}')


@packs
def patterns_that_are_huge(laid: Laid) -> None:
    laid.law(require='{s: {matches: "a{1,100000}"}}')


@packs
def patterns_that_look_back(laid: Laid) -> None:
    laid.law(require=r"{s: {matches: '(a*)\1\1\1b'}}")


@packs
def patterns_of_many_repeats(laid: Laid) -> None:
    laid.law(require='{s: {matches: "' + "a*" * 40 + 'b"}}')


@packs
def patterns_nested_a_thousand_deep(laid: Laid) -> None:
    laid.law(require='{s: {matches: "' + "(" * 1_000 + "a" + ")" * 1_000 + '"}}')


@packs
def patterns_of_a_million_letters(laid: Laid) -> None:
    laid.law(require='{s: {matches: "' + "a?" * 500_000 + '"}}')


@packs
def three_thousand_derived_values_in_a_chain(laid: Laid) -> None:
    laid.law(require="{v2999: {gte: 1}}")
    links = "".join(f"v{n}: {{for: [thing], add: [v{n - 1}, n]}}\n" for n in range(1, 3_000))
    laid.pack("derived.yaml", "v0: {for: [thing], add: [n, n]}\n" + links)


@packs
def three_thousand_derived_values_in_a_ring(laid: Laid) -> None:
    laid.law(require="{v0: true}")
    links = (f"v{n}: {{for: [thing], holds: {{v{(n + 1) % 3_000}: true}}}}\n" for n in range(3_000))
    laid.pack("derived.yaml", "".join(links))


@packs
def three_thousand_rules_in_a_chain(laid: Laid) -> None:
    laid.law()
    links = "".join(
        RULE.format(id=f"t.r{n}", pack="t", require=f"{{outcome: {{t.r{n - 1}: [satisfied]}}}}")
        for n in range(1, 3_000)
    )
    first = RULE.format(id="t.r0", pack="t", require="{n: {gte: 1}}")
    laid.pack("rules/rules.yaml", first + links)


@packs
def sixty_packs_in_a_row(laid: Laid) -> None:
    for n in range(60):
        head = f"requires: [p{n + 1}]\n" if n < 59 else ""
        laid.pack("pack.yaml", PACK.format(id=f"p{n}") + head, f"p{n}")
    laid.args = ["packs", "check", "p0", "--policy", "policies"]


@packs
def fifteen_hundred_packs_that_require_each_other(laid: Laid) -> None:
    """A chain that ends where it began; the bench follows it."""
    for n in range(1_500):
        head = f"requires: [p{(n + 1) % 1_500}]\n"
        laid.pack("pack.yaml", PACK.format(id=f"p{n}") + head, f"p{n}")
    laid.args = ["packs", "check", "p0", "--policy", "policies"]


@packs
def a_profile_of_fifteen_hundred_packs_that_require_each_other(laid: Laid) -> None:
    fifteen_hundred_packs_that_require_each_other(laid)
    laid.facts("a.yaml", HEAD + PROVINCE)
    names = ", ".join(f"p{n}" for n in range(1_500))
    laid.profile(f"title: {{vi: Nhỏ, en: Small}}\npacks: [{names}]\n")


def special(name: str) -> Callable[[Callable[[Path], None]], Callable[[Path], None]]:
    def keep(make: Callable[[Path], None]) -> Callable[[Path], None]:
        SPECIAL[name] = make
        return make

    return keep


@special("a pipe")
def _pipe(path: Path) -> None:
    os.mkfifo(path)


@special("a device")
def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


@special("a broken link")
def _broken(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere.yaml")


@special("a link to itself")
def _round(path: Path) -> None:
    path.symlink_to(path)


@special("a folder")
def _folder(path: Path) -> None:
    path.mkdir()


@special("four gigabytes")
def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(4 << 30)
