"""From the options of a command to a run, with its progress shown and its language spoken."""

from __future__ import annotations

from isocheck import session
from isocheck.cli.exit_status import speak
from isocheck.cli.language import Language, locale_language
from isocheck.cli.progress import Progress
from isocheck.cli.streams import say_on_stderr
from isocheck.evaluate.run import Evaluation
from isocheck.session import Call, Preparation


def prepare(call: Call, *, with_facts: bool = True) -> Preparation:
    """Read all that a call names, and speak its language from here on; raises InputProblems."""
    return session.prepare(call, with_facts=with_facts, default_lang=locale_language(), heard=speak)


def judged(call: Call) -> tuple[Evaluation, Language]:
    """Judge the facts folder of a call; also return the language to report in."""
    prepared = prepare(call)
    progress = Progress()
    try:
        found = session.judged(prepared, progress)
    finally:
        progress.clear()
    if prepared.matcher is None and found.matcher == "interpreter":
        _say_alone(prepared.lang)
    return found, prepared.lang


def _say_alone(lang: Language) -> None:
    if lang == "vi":
        text = "Máy này không có durable-rules: bộ diễn giải rà soát một mình; kết quả không đổi."
    else:
        text = "durable-rules is not here: the interpreter judges alone; the findings are the same."
    say_on_stderr(text)
