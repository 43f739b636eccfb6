"""What the README shows is what there is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from click.testing import CliRunner, Result

from helpers import installed_profile
from house.pages import README, ROOT, blocks, kept_true
from isocheck.cli.program import COMMANDS, program

RULE = ROOT / "policies" / "kh34" / "1.0.0" / "rules" / "bodies.yaml"
GAP = "…\n"
FIRST_SCREEN = 45
PROFILE = "lang-son-2018-2020"


@pytest.fixture(scope="module")
def sample() -> Result:
    """The run of the README's first command."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        for name in ("PROFILE", "AS_OF", "LANG", "MATCHER"):
            patch.delenv(f"ISOCHECK_{name}", raising=False)
        return CliRunner().invoke(program, ["facts/", "--lang", "en"], prog_name="isocheck")


def excerpt(report: str) -> str:
    """The head with what is decided, the body that forgot to announce again, the verdict."""
    lines = report.splitlines(keepends=True)
    wanted = [at for at, line in enumerate(lines) if line.startswith("  * ")]
    body = lines.index("Sở Nội vụ (so-nv)\n")
    findings = [at for at in range(body, len(lines)) if re.match(r"  \S", lines[at])]
    verdict = len(lines) - lines[::-1].index("\n")
    return "".join(
        [*lines[: wanted[0] - 1], GAP, *lines[body : findings[1]], GAP, *lines[verdict:]]
    )


def test_the_first_command_is_the_one_that_gives_the_output_shown(sample: Result) -> None:
    (commands,) = [block for block in blocks(README) if block.label == "sh"]
    first, second = commands.body.splitlines()
    assert first.endswith(".venv/bin/isocheck facts/ --lang en")
    assert "pytest" in second
    assert sample.exit_code == 1, sample.output


def test_the_output_shown_is_the_real_one(sample: Result) -> None:
    shown = next(block for block in blocks(README) if block.label == "text")
    kept_true(README, shown.start, shown.end, excerpt(sample.stdout))


def test_the_first_screen_is_one_screen() -> None:
    """What it is, the two commands and the real output."""
    text = README.read_text(encoding="utf-8")
    output = next(block for block in blocks(README) if block.label == "text")
    assert text[: output.end].count("\n") + 1 <= FIRST_SCREEN


def test_the_rule_shown_is_that_of_the_pack() -> None:
    text = RULE.read_text(encoding="utf-8")
    rule = text[text.index("- id: kh34.re-announce") :].splitlines(keepends=True)[:12]
    assert rule[-1].lstrip().startswith("due:")
    shown = next(block for block in blocks(README) if block.label == "yaml")
    kept_true(README, shown.start, shown.end, "".join(rule))


def packs_table() -> Iterator[str]:
    """The packs of the profile, and how well their rules are founded."""
    profile = installed_profile(PROFILE)
    yield "| pack | instrument | rules | verification |\n|---|---|---|---|\n"
    for head in profile.packs:
        states = Counter(r.verification for r in profile.rules if r.pack == head.id)
        amendments = sum(a.pack == head.id for a in profile.amendments)
        words = [f"{sum(states.values())} rules"] if states else []
        words += [f"{amendments} amendment" + "s" * (amendments > 1)] if amendments else []
        order = ("primary", "secondary", "derived", "interpretation", "unverified")
        shown = ", ".join(f"{states[state]} {state}" for state in order if states[state])
        cells = (f"{head.id} {head.version}", head.title["en"], ", ".join(words), shown)
        yield "| " + " | ".join(cell or "–" for cell in cells) + " |\n"


def test_the_packs_shown_are_those_of_the_default_profile() -> None:
    text = README.read_text(encoding="utf-8")
    begin, end = "<!-- packs -->\n", "<!-- /packs -->\n"
    kept_true(README, text.index(begin) + len(begin), text.index(end), "".join(packs_table()))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`isocheck {command}" in README.read_text(encoding="utf-8")


def test_the_readme_names_no_command_that_does_not_exist() -> None:
    named = re.findall(r"`isocheck ([a-z]+)\b", README.read_text(encoding="utf-8"))
    assert set(named) <= set(COMMANDS)
