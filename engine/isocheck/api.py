"""The public API: judge facts, look at what was found, keep it, compare it.

Everything here is in the package itself too: `isocheck.check`, `isocheck.Findings`. What is wrong
with facts, packs or the call is an `InputProblems`, which carries every problem.
"""

from __future__ import annotations

import importlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal, Protocol

from isocheck import session
from isocheck.evaluate.run import Evaluation
from isocheck.finding import OUTCOMES, Explanation, Finding, Note, RequiredAction
from isocheck.messages.words import Language
from isocheck.packs import model
from isocheck.packs.loading import load_profile
from isocheck.report.document import document as document_of_run
from isocheck.report.document import serialised
from isocheck.report.effects import Effects, effects_of
from isocheck.report.formats import FORMATS
from isocheck.report.formats.output import Output
from isocheck.report.loaded import LoadedRun, checked_document, read_document
from isocheck.report.rows import CODED, Row, coded_rows
from isocheck.report.selection import Selected, Selection, subjects_below
from isocheck.writing import write_whole

Words = str | Iterable[str] | None
_FRAMES: Final = ("pandas", "polars")


class _Run(Protocol):
    """What was found by judging facts, or read from a findings document."""

    @property
    def as_of(self) -> date: ...
    @property
    def findings(self) -> tuple[Finding, ...]: ...
    @property
    def actions(self) -> tuple[RequiredAction, ...]: ...
    @property
    def notes(self) -> tuple[Note, ...]: ...
    def explain(self, finding: Finding) -> Explanation: ...


@dataclass(frozen=True, slots=True)
class Profile:
    """The packs that together are the law for a place and a time, read once.

    `packs` are (id, version), in the order of precedence; `rules` the ids of all their rules.
    """

    id: str
    packs: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]
    law: model.Profile = field(repr=False)

    @classmethod
    def load(
        cls, name: str | os.PathLike[str], policies: Iterable[str | os.PathLike[str]] = ()
    ) -> Profile:
        """Read a profile by its name, its file, or `PROFILE+PACK`.

        `policies` are folders with packs of one's own. Raises InputProblems.
        """
        read = load_profile(os.fspath(name), [Path(policy) for policy in policies])
        packs = tuple((pack.id, pack.version) for pack in read.packs)
        return cls(read.id, packs, tuple(rule.id for rule in read.rules), read)


@dataclass(frozen=True, slots=True)
class Findings:
    """What a run found, or a part of it.

    Iterating gives the findings. `where` narrows; the run itself never changes.
    """

    run: _Run = field(repr=False)
    selection: Selection = field(default_factory=Selection)
    folder: str = ""
    again: str = ""

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    @property
    def as_of(self) -> date:
        """The day that was judged."""
        return self.run.as_of

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings: one outcome of one rule on one subject and item each."""
        return tuple(f for f in self.run.findings if self.selection.takes(f))

    @property
    def actions(self) -> tuple[RequiredAction, ...]:
        """What must be done because of these findings: what, by whom, by when."""
        keys = {(f.rule, f.subject, f.item) for f in self.findings}
        return tuple(a for a in self.run.actions if keys.intersection(a.because_of))

    @property
    def notes(self) -> tuple[Note, ...]:
        """What a reader must know about the whole run."""
        return self.run.notes

    @property
    def summary(self) -> dict[str, Any]:
        """The counts: `judged`, `outcomes` (by outcome, adding up to it), `must_violated`."""
        found = self.findings
        counts = Counter(finding.outcome for finding in found)
        return {
            "judged": len(found),
            "outcomes": {outcome: counts[outcome] for outcome in OUTCOMES},
            "must_violated": sum(f.outcome == "violated" and f.modality == "must" for f in found),
        }

    def where(  # noqa: PLR0913 - what can be narrowed by
        self,
        *,
        rule: Words = None,
        subject: Words = None,
        kind: Words = None,
        outcome: Words = None,
        modality: Words = None,
        under: str | None = None,
    ) -> Findings:
        """Return the findings of these rules, subjects, kinds, outcomes and modalities.

        Several words of one sort widen, sorts narrow, and so does calling it again. `under` is the
        id or the name of a body: it and all below it are taken. What nothing is found for gives no
        findings. Raises InputProblems if `under` names no body, TypeError for a document that was
        loaded, which does not say what stands below what.
        """
        old = self.selection
        below = old.below
        if under is not None:
            if not isinstance(self.run, Evaluation):
                raise TypeError("a findings document does not say what stands below a body")
            found = frozenset(subjects_below(under, self.run))
            below = found if below is None else below & found
        narrowed = replace(
            old,
            rules=_narrowed(old.rules, rule),
            subjects=_narrowed(old.subjects, subject),
            kinds=_narrowed(old.kinds, kind),
            outcomes=_narrowed(old.outcomes, outcome),
            modalities=_narrowed(old.modalities, modality),
            under=old.under if under is None else (*old.under, under),
            below=below,
        )
        return replace(self, selection=narrowed)

    def explain(self, finding: Finding) -> Explanation:
        """Return why a finding is as it is: comparisons, missing facts, details."""
        return self.run.explain(finding)

    def document(self, *, everything: bool = False) -> dict[str, Any]:
        """Return the findings document (schemas/findings.schema.json).

        What does not apply is counted; it is listed with `everything`.
        """
        if isinstance(self.run, Evaluation):
            return document_of_run(self._selected(everything=everything))
        assert isinstance(self.run, LoadedRun)  # noqa: S101 - there are two kinds of runs
        return self._narrowed_document(self.run.document)

    def rows(self, *, everything: bool = True, lang: Language = "vi") -> list[Row]:
        """Return a flat dict a finding: texts and None, several values in one text with `;`."""
        return list(coded_rows(self.document(everything=everything), lang))

    def to_dataframe(
        self, library: Literal["pandas", "polars"] = "pandas", *, lang: Language = "vi"
    ) -> Any:
        """Return the rows as a frame of texts; raises ImportError naming what to install.

        The columns are there, and of texts, also where nothing was found or every cell is empty.
        """
        if library not in _FRAMES:
            raise ValueError(f"library is one of {', '.join(_FRAMES)}, not {library!r}")
        try:
            frames = importlib.import_module(library)
        except ImportError as error:
            told = f"{library} is not installed: pip install 'isocheck[{library}]'"
            raise ImportError(told) from error
        found = self.rows(lang=lang)
        columns = {name: [row[name] for row in found] for name in CODED}
        if library == "pandas":
            return frames.DataFrame(columns, dtype="string")
        return frames.DataFrame(columns, schema=dict.fromkeys(CODED, frames.String))

    def write(
        self,
        path: str | os.PathLike[str],
        form: str = "json",
        *,
        lang: Language = "vi",
        everything: bool = False,
    ) -> None:
        """Write the findings to a file, whole or not at all, in one of the forms of `-f`.

        A document that was loaded can be written as `json` only. Raises InputProblems if the file
        cannot be written, ValueError for another form.
        """
        if form not in FORMATS:
            raise ValueError(f"form is one of {', '.join(FORMATS)}, not {form!r}")
        if form == "json":
            text = serialised(self.document(everything=everything))
        elif isinstance(self.run, Evaluation):
            selected = self._selected(everything=everything)
            text = FORMATS[form].written(Output(selected=selected, lang=lang))
        else:
            raise ValueError(f"a loaded document can be written as json only, not as {form}")
        write_whole(text, os.fspath(path))

    def _selected(self, *, everything: bool) -> Selected:
        assert isinstance(self.run, Evaluation)  # noqa: S101 - asked before
        return Selected(
            evaluation=self.run,
            selection=self.selection,
            everything=everything,
            folder=self.folder,
            again=self.again,
        )

    def _narrowed_document(self, found: Mapping[str, Any]) -> dict[str, Any]:
        """Return the part of a document that was asked for; counts are of what it lists."""
        if self.selection == Selection():
            return dict(found)
        keys = {(f.rule, f.subject, f.item) for f in self.findings}
        actions = {action.id for action in self.actions}
        subjects = {f.subject for f in self.findings}
        return {
            **found,
            "subjects": {key: s for key, s in found["subjects"].items() if key in subjects},
            "summary": {**found["summary"], **self.summary},
            "findings": [
                f for f in found["findings"] if (f["rule"], f["subject"], f["item"]) in keys
            ],
            "actions": [action for action in found["actions"] if action["id"] in actions],
        }


def _narrowed(old: frozenset[str], words: Words) -> frozenset[str]:
    if words is None:
        return old
    named = frozenset([words] if isinstance(words, str) else words)
    # Nothing in common is no finding, not all of them: a word that nothing is called.
    return ((old & named) if old else named) or frozenset({""})


def check(
    path: str | os.PathLike[str],
    *,
    as_of: str | date | None = None,
    profile: str | os.PathLike[str] | Profile | None = None,
    policies: Iterable[str | os.PathLike[str]] = (),
    matcher: Literal["durable-rules", "interpreter"] | None = None,
) -> Findings:
    """Judge a facts folder and return what was found, as `isocheck PATH` does.

    What is not given comes from the environment (`ISOCHECK_…`), then from `isocheck.yaml` of the
    folder, then from the defaults. Raises InputProblems with everything that is wrong with facts,
    packs and call; EngineFault if the two evaluations disagree.
    """
    law: str | model.Profile | None
    if isinstance(profile, Profile):
        law = profile.law
    else:
        law = None if profile is None else os.fspath(profile)
    call = session.Call(
        folder=os.fspath(path),
        profile=law,
        policies=tuple(os.fspath(policy) for policy in policies),
        as_of=as_of,
        matcher=matcher,
    )
    found = session.judged(session.prepare(call))
    return Findings(found, folder=call.shown_folder, again=call.again)


def load(document: str | os.PathLike[str] | Mapping[str, Any]) -> Findings:
    """Read a findings document, from its file or as it was made; raises InputProblems."""
    if isinstance(document, Mapping):
        plain = json.loads(serialised(document))  # as a file would have it
        return Findings(LoadedRun(checked_document(plain, "document")))
    shown = Path(document).as_posix()
    return Findings(LoadedRun(read_document(Path(document), shown)))


def diff(before: Findings, after: Findings) -> Effects:
    """Return what changed from one run to another: findings, and actions with their days."""
    return effects_of(before.document(everything=True), after.document(everything=True))
