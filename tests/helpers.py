"""Small worlds for tests: packs and facts as text, judged on a day."""
# ruff: noqa: A002 - `id` is what the packs and the facts call it

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent, indent
from typing import Any, Literal

from isocheck.evaluate.run import Evaluation, evaluate
from isocheck.finding import Because, Explanation, Finding
from isocheck.packs.loading import load_pack, load_profile
from isocheck.packs.model import Profile
from isocheck.records.base import FactBase
from isocheck.records.folder import load_facts
from isocheck.records.settings import Settings

MATCHERS = (
    ("interpreter", "durable-rules") if find_spec("durable_rules_engine") else ("interpreter",)
)
WORLD = """
- {id: ls, kind: province, name: Lạng Sơn}
- {id: d1, kind: district, name: Huyện Một, parent: ls}
- {id: d2, kind: district, name: Huyện Hai, parent: ls}
"""
THING = """
kinds:
  thing:
    title: {vi: Vật, en: Thing}
    body: true
    fields:
      n: {type: money}
      m: {type: money}
      y: {type: year}
      day: {type: day, planned: true}
      other: {type: day, planned: true}
      s: {type: text}
      flag: {type: yes_no}
      codes: {type: codes}
      more: {type: codes}
      names: {type: list, of: {type: text}}
      ref: {type: reference}
      inner: {type: object, fields: {n: {type: money}, day: {type: day, planned: true}}}
      entries:
        type: list
        of:
          type: object
          fields:
            day: {type: day, planned: true}
            n: {type: money}
            s: {type: text}
            ref: {type: reference}
"""
TRUTHS = {"satisfied": True, "violated": False, "indeterminate": None}
Collected = Literal["all"] | Iterable[str]
Key = tuple[str, str, str | None]


@dataclass(frozen=True)
class Pack:
    """A pack as text: its id and its files."""

    id: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Judged:
    """A run, asked by rule, subject and item."""

    evaluation: Evaluation

    @property
    def findings(self) -> dict[Key, Finding]:
        return {(f.rule, f.subject, f.item): f for f in self.evaluation.findings}

    @property
    def outcomes(self) -> dict[Key, str]:
        return {key: finding.outcome for key, finding in self.findings.items()}

    def finding(self, rule: str, subject: str = "so-x", item: str | None = None) -> Finding:
        return self.findings[f"t.{rule}" if "." not in rule else rule, subject, item]

    def __call__(self, rule: str, subject: str = "so-x", item: str | None = None) -> str:
        return self.finding(rule, subject, item).outcome

    def possible(self, rule: str, subject: str = "so-x", item: str | None = None) -> set[str]:
        return set(self.finding(rule, subject, item).possible)

    def why(self, rule: str, subject: str = "so-x", item: str | None = None) -> Explanation:
        return self.evaluation.explain(self.finding(rule, subject, item))

    def because(self, rule: str, path: str, subject: str = "so-x") -> Because:
        """Return the one comparison of a path that the finding names."""
        found = [b for b in self.why(rule, subject).because if b.path == path]
        assert len(found) == 1, found
        return found[0]

    def missing(
        self, rule: str, subject: str = "so-x", item: str | None = None
    ) -> set[tuple[str | None, str]]:
        return {(m.record, m.path) for m in self.why(rule, subject, item).missing}


def rule(name: str, body: str, *, kinds: str = "department", modality: str = "must") -> str:
    """Return a rule as YAML; what its body does not say is filled in with plain values."""
    text = dedent(body).strip()
    lines = [
        f"id: {name if '.' in name else f't.{name}'}",
        f"title: {{vi: {name}, en: {name}}}",
        f"for: [{kinds}]",
        f"modality: {modality}",
    ]
    if "verification: unverified" not in text.splitlines():
        lines.append("verification: primary")
    lines += ["cites: [{source: law, at: Điều 1, verification: primary}]", text]
    return "- " + indent("\n".join(lines), "  ").strip() + "\n"


def pack(
    *rules: str,
    id: str = "t",
    in_force: str = "",
    requires: str = "core",
    head: str = "",
    **files: str,
) -> Pack:
    """Return a pack of some rules; further files by name (`derived="…"`).

    `head` is what `pack.yaml` says besides.
    """
    said = f"id: {id}\nversion: 1.0.0\ntitle: {{vi: {id}, en: {id}}}\nrequires: [{requires}]\n"
    said += f"in_force: {in_force}\n" if in_force else ""
    texts = {f"{name}.yaml": dedent(text) for name, text in files.items()}
    texts["pack.yaml"] = f"{said}{head}\n"
    if rules:
        texts["rules/rules.yaml"] = "".join(rules)
    return Pack(id, tuple(sorted(texts.items())))


@cache
def profile_of(*packs: Pack) -> Profile:
    """Return the profile of core and some packs, read once."""
    with TemporaryDirectory() as folder:
        for each in packs:
            for name, text in each.files:
                _write(Path(folder, "policies", each.id, "1.0.0", name), text)
        names = ", ".join(["core", *(each.id for each in packs)])
        profile = Path(folder, "small.yaml")
        _write(profile, f"title: {{vi: Nhỏ, en: Small}}\npacks: [{names}]\n")
        return load_profile(str(profile), policies=[Path(folder, "policies")])


@cache
def installed_profile(name: str) -> Profile:
    """Return a profile that comes with isocheck, read once."""
    return load_profile(name)


@cache
def installed_pack(name: str) -> Profile:
    """Return a pack that comes with isocheck, its cases too, read once."""
    return load_pack(name)


def facts_of(
    profile: Profile,
    records: str | Mapping[str, str],
    *,
    collected: Collected = "all",
    collected_on: str | None = "2030-12-31",
    complete: str = "",
) -> FactBase:
    """Return facts given as YAML text, in one file `facts.yaml` or in several by name.

    `complete` is what each of them is declared complete in, on its third line.
    """
    files = {"facts.yaml": records} if isinstance(records, str) else records
    with TemporaryDirectory() as folder:
        for name, text in files.items():
            head = "facts: v1\n" + (f"collected_on: {collected_on}\n" if collected_on else "")
            head += f"complete: {complete}\n" if complete else ""
            _write(Path(folder, name), f"{head}records:\n{dedent(text).strip()}\n")
        kinds = collected if collected == "all" else frozenset(collected)
        settings = Settings(collected=kinds)
        return load_facts(Path(folder), profile.kinds, profile.reference, settings)


def judged(
    profile: Profile | Pack,
    records: str | Mapping[str, str],
    day: str,
    *,
    matcher: str = "interpreter",
    **about: Any,
) -> Judged:
    """Judge facts given as text on a day."""
    law = profile_of(profile) if isinstance(profile, Pack) else profile
    facts = facts_of(law, records, **about)
    return Judged(evaluate(facts, law, date.fromisoformat(day), matcher=matcher))


def thing(fields: str = "", *, id: str = "x") -> str:
    """Return a thing (a kind of the pack with `kinds=THING`), its fields in flow form."""
    return f"- {{id: {id}, kind: thing{', ' if fields else ''}{fields}}}\n"


def department(fields: str = "", *, id: str = "so-x") -> str:
    """Return the province and one department, its further fields in flow form."""
    more = f", {fields}" if fields else ""
    return f"{WORLD}- {{id: {id}, kind: department, name: Sở X, parent: ls{more}}}\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def truth_of_value(  # noqa: PLR0913 - what a condition is read with
    judge: Any,
    derived: str,
    condition: str,
    facts: str,
    *,
    kind: str = "thing",
    subject: str = "x",
    day: str = "2019-12-31",
    **about: Any,
) -> bool | None:
    """Return what a condition on the derived value `v` comes to."""
    law = pack(
        rule("r", f"require: {condition}\nalways: true", kinds=kind),
        kinds=THING,
        derived=f"v: {{for: [{kind}], {derived}}}",
    )
    found: Judged = judge(law, WORLD + facts, day, **about)
    return TRUTHS[found("r", subject)]
