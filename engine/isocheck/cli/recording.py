"""`--record`: a run is written to the audit trail before its result is shown."""

from __future__ import annotations

import importlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from isocheck.cli.language import Language, told
from isocheck.cli.options import together
from isocheck.cli.streams import say_on_stderr
from isocheck.errors import InputProblems, Location, Problem
from isocheck.evaluate.run import Evaluation
from isocheck.records.settings import read_settings
from isocheck.resources import DEFAULT_PROFILE
from isocheck.session import Call

_ENVIRONMENT = ("ISOCHECK_PROFILE", "ISOCHECK_AS_OF", "ISOCHECK_LANG", "ISOCHECK_MATCHER")

options = together(
    click.option(
        "--record",
        "wanted",
        is_flag=True,
        help=told(
            "Ghi lần rà soát này vào nhật ký (audit.sqlite trong thư mục thông tin).",
            "Record this run in the audit trail (audit.sqlite in the facts folder).",
        ),
    ),
    click.option(
        "--officer",
        metavar=told("TÊN", "NAME"),
        help=told(
            "Người thực hiện, ghi vào nhật ký bên cạnh tài khoản.",
            "Who made the run, recorded beside the account.",
        ),
    ),
)


def record_run(  # noqa: PLR0913 - a run, and what was asked for
    evaluation: Evaluation,
    call: Call,
    lang: Language,
    *,
    wanted: bool,
    officer: str | None,
    more: Mapping[str, Any],
) -> None:
    """Record a run if that is asked for; raises InputProblems if it cannot be recorded whole."""
    folder = Path(str(call.folder))
    settings = read_settings(folder)
    if not wanted and not settings.audit:
        if officer is not None:
            raise InputProblems([Problem("audit.officer", Location("--officer"))])
        return
    # A run that is not recorded does without SQLite.
    audit = importlib.import_module("isocheck.audit.record")
    inputs = importlib.import_module("isocheck.audit.inputs")
    profile = call.profile or os.environ.get("ISOCHECK_PROFILE") or settings.profile
    rests = inputs.Rests(
        folder=folder,
        settings=settings,
        profile=profile or DEFAULT_PROFILE,
        policies=[Path(policy) for policy in call.policies],
    )
    recorded = audit.record(evaluation, rests, options=_options(call, more), officer=officer)
    _say(recorded, lang)


def _options(call: Call, more: Mapping[str, Any]) -> dict[str, Any]:
    given = {
        "folder": call.folder,
        "profile": call.profile,
        "policies": list(call.policies),
        "as_of": call.as_of,
        "lang": call.lang,
        "matcher": call.matcher,
    }
    environment = {name: os.environ[name] for name in _ENVIRONMENT if os.environ.get(name)}
    return {**given, **more, "environment": environment}


def _say(recorded: Any, lang: Language) -> None:
    """Say where it was recorded; the code is what to note elsewhere."""
    file, number, code = recorded.file, recorded.number, recorded.code
    if lang == "vi":
        say_on_stderr(f"Đã ghi vào {file}, mục {number}. Mã nhật ký: {code}")
    else:
        say_on_stderr(f"Recorded in {file}, entry {number}. Head: {code}")
    if not recorded.private:
        if lang == "vi":
            say_on_stderr(f"Lưu ý: người khác cũng đọc được {file}.")
        else:
            say_on_stderr(f"Note: others can read {file} too.")
