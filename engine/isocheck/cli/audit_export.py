"""`isocheck audit`: what leaves a trail, and what is judged from it again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from isocheck.audit.canonical import canonical
from isocheck.audit.changes import document_of
from isocheck.audit.detect import opened
from isocheck.audit.entries import Entry
from isocheck.audit.export import exported
from isocheck.audit.filters import Choice, chosen
from isocheck.audit.forged import forged_is_told
from isocheck.audit.history import Event, history, subjects_of
from isocheck.audit.inclusion_proof import proof_of
from isocheck.audit.oscal import assessment_results
from isocheck.audit.replay import Replayed, replay
from isocheck.audit.soundness import refuse_unsound, unsound
from isocheck.audit.tables import csv_text, rows, workbook
from isocheck.audit.trail import Trail, content_of, entries, refusal
from isocheck.audit.tree_head import read_code
from isocheck.audit.wording import history_text, replay_text
from isocheck.cli import completion, options
from isocheck.cli.audit_reading import say_unsound
from isocheck.cli.commands import Command, refuse, said
from isocheck.cli.exit_status import answering, spoken
from isocheck.cli.folders import FACTS
from isocheck.cli.language import told
from isocheck.cli.output import on_terminal, write_result
from isocheck.errors import InputProblems
from isocheck.records.base import Record
from isocheck.report.document import serialised
from isocheck.report.named import Lookup
from isocheck.session import day_given
from isocheck.source.guess import closest
from isocheck.source.text import json_shown

FORMATS = ("jsonl", "csv", "xlsx", "oscal")
trail = click.argument("trail", metavar=told("[NHẬT_KÝ]", "[TRAIL]"), default=FACTS)


def _refuse_facts(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """Refuse the option of old: the place of the trail is an argument, as everywhere else."""
    del param
    if value is not None:
        call = f"{ctx.command_path} … {value}"
        refuse(
            ctx,
            f"không có tùy chọn '--facts'; hãy ghi thẳng nơi có nhật ký: {call}",
            f"there is no option '--facts'; write the place of the trail itself: {call}",
        )


_no_facts = click.option(
    "--facts", hidden=True, expose_value=False, is_eager=True, callback=_refuse_facts
)


def _words(
    vi: str, en: str, offered: completion.Completer
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return what a command takes: some words, and among them the place of the trail."""
    metavar = told(f"{vi} [NHẬT_KÝ]", f"{en} [TRAIL]")
    words = click.argument("words", metavar=metavar, nargs=-1, shell_complete=offered)
    return options.together(words, _no_facts)


entry_and_trail = _words("MỤC", "ENTRY", completion.file)


def entry_in(words: Sequence[str]) -> tuple[int, str]:
    """Return the entry and the place of the trail that the words of a call name."""
    ctx = click.get_current_context()
    place, rest = options.told_apart(words, files=True)
    if not rest:
        refuse(ctx, "còn thiếu số của mục.", "the number of the entry is missing.")
    for word in rest[1:]:
        refuse(ctx, f"thừa '{word}'.", f"'{word}': one word too many.")
    if not rest[0].isascii() or not rest[0].isdecimal():
        vi = f"'{rest[0]}' không phải số của một mục; hãy ghi số nguyên như 3."
        refuse(ctx, vi, f"'{rest[0]}' is no number of an entry; write a whole number such as 3.")
    return int(rest[0]), place


_EXPORT_HELP = told(
    "Xuất nhật ký: jsonl (kiểm chứng được một mình ở máy khác), csv và xlsx (để đọc), oscal "
    "(Assessment Results).\n\n"
    "\b\nVí dụ:\n  isocheck audit export --output ban-xuat.jsonl\n"
    "  isocheck audit export --format csv --body so-nv -o so-nv.csv",
    "Export a trail: jsonl (which can be verified alone, on another machine), csv and xlsx (for "
    "people), oscal (Assessment Results).\n\n"
    "\b\nExample:\n  isocheck audit export --output export.jsonl\n"
    "  isocheck audit export --format csv --body so-nv -o so-nv.csv",
)
_REPLAY_HELP = told(
    "Rà soát lại một mục chỉ từ thông tin và bộ quy định đã lưu. Mã kết thúc 1 nếu kết quả "
    "khác.\n\n\b\nVí dụ:\n  isocheck audit replay 3\n  isocheck audit replay 3 facts/",
    "Judge an entry again from the stored facts and packs alone. Exits with 1 if it is not the "
    "same.\n\n\b\nExample:\n  isocheck audit replay 3\n  isocheck audit replay 3 facts/",
)
_PROVE_HELP = told(
    "Ghi bản chứng minh rằng một mục nằm trong nhật ký có mã đã ký.\n\n"
    "\b\nVí dụ:\n  isocheck audit prove 3 --output muc-3.json",
    "Write the proof that an entry is in the trail of a signed head.\n\n"
    "\b\nExample:\n  isocheck audit prove 3 --output entry-3.json",
)
_HISTORY_HELP = told(
    "Các kết quả về một đơn vị qua các lần ghi: lần đầu, thay đổi, không còn phải làm, do thông "
    "tin nào.\n\n\b\nVí dụ:\n  isocheck audit history so-nv\n"
    "  isocheck audit history so-nv kh34.re-announce facts/",
    "What became of the findings on a body: first seen, changed, cleared, by which facts.\n\n"
    "\b\nExample:\n  isocheck audit history so-nv\n"
    "  isocheck audit history so-nv kh34.re-announce facts/",
)


def register(group: click.Group) -> None:
    """Add the commands of this module to `isocheck audit`."""
    for each in (export, replay_, prove, history_):
        group.add_command(each)


@click.command("export", cls=Command, help=_EXPORT_HELP)
@trail
@_no_facts
@click.option(
    "--format",
    "-f",
    "format_",
    type=click.Choice(FORMATS),
    default="jsonl",
    show_default=True,
    help=told("Dạng xuất.", "The form of the export."),
)
@click.option(
    "--from",
    "start",
    metavar=told("NĂM-THÁNG-NGÀY", "YYYY-MM-DD"),
    help=told("Ghi từ ngày này (UTC).", "Recorded on this day (UTC) or later."),
)
@click.option(
    "--to",
    "end",
    metavar=told("NĂM-THÁNG-NGÀY", "YYYY-MM-DD"),
    help=told("Ghi đến hết ngày này (UTC).", "Recorded on this day (UTC) or earlier."),
)
@click.option(
    "--body",
    metavar=told("ĐƠN_VỊ", "SUBJECT"),
    shell_complete=completion.bodies,
    help=told("Chỉ đơn vị hoặc hồ sơ này.", "This body or record only."),
)
@click.option(
    "--rule",
    metavar=told("QUY_ĐỊNH", "RULE"),
    shell_complete=completion.rules,
    help=told("Chỉ quy định này.", "This rule only."),
)
@click.option(
    "--without-facts",
    is_flag=True,
    help=told(
        "jsonl: không kèm tệp thông tin, chỉ giữ mã SHA-256.",
        "jsonl: leave the fact files out, keep their digests.",
    ),
)
@options.output
@options.lang
@options.traceback
@answering
def export(trail: str, format_: str, output: str | None, without_facts: bool, **about: Any) -> None:
    """Export a trail."""
    choice = Choice(
        start=_day("--from", about["start"]),
        end=_day("--to", about["end"]),
        body=about["body"],
        rule=about["rule"],
    )
    with opened(Path(trail)) as found, forged_is_told(found):
        refuse_unsound(found)
        numbers = chosen(found, choice)
        if not numbers:
            raise refusal(found, "audit.nothing-chosen")
        lang = spoken()
        if format_ == "jsonl":
            lines = exported(found, numbers, without_facts=without_facts)
            write_result(map(json_shown, lines) if on_terminal(output) else lines, output)
        elif format_ == "csv":
            write_result(csv_text(rows(found, numbers, choice, lang), lang), output)
        elif format_ == "xlsx":
            write_result(workbook(rows(found, numbers, choice, lang), lang), output)
        else:
            write_result(json_shown(assessment_results(found, numbers, choice, lang)), output)


def _day(option: str, text: str | None) -> date | None:
    return None if text is None else day_given(option, text)


@click.command("replay", cls=Command, help=_REPLAY_HELP)
@entry_and_trail
@options.format_
@options.output
@options.lang
@options.traceback
@answering
def replay_(words: tuple[str, ...], format_: str, output: str | None, lang: str | None) -> int:
    """Judge an entry again."""
    del lang  # read from the context
    entry, trail = entry_in(words)
    with opened(Path(trail)) as found, forged_is_told(found):
        problems = unsound(found)
        replayed = replay(found, entry)
        if format_ == "json":
            text = json_shown(serialised(_replayed(replayed)))
        else:
            text = replay_text(replayed, spoken())
    write_result(text, output)
    return say_unsound(found, problems, 0 if replayed.same else 1)


def _replayed(found: Replayed) -> dict[str, Any]:
    return {
        "entry": found.entry.number,
        "same": found.same,
        "then": {"isocheck": found.entry.isocheck, "engine": found.entry.engine},
        "now": {"isocheck": found.version, "engine": found.engine},
        "parts": list(found.parts),
        "changes": [
            {"finding": list(change.key), "before": change.before, "after": change.after}
            for change in found.changes
        ],
    }


@click.command("prove", cls=Command, help=_PROVE_HELP)
@entry_and_trail
@click.option(
    "--head",
    "code",
    metavar=told("MÃ", "CODE"),
    help=told(
        "Chứng minh với mã này thay cho mã đã ký mới nhất.",
        "Prove it against this head instead of the newest one that is signed.",
    ),
)
@options.output
@options.lang
@options.traceback
@answering
def prove(words: tuple[str, ...], code: str | None, output: str | None, lang: str | None) -> None:
    """Write a proof."""
    del lang  # of the messages: read from the context
    entry, trail = entry_in(words)
    head = None if code is None else read_code(code)
    with opened(Path(trail)) as found:
        proof = proof_of(found, entry, head)
    write_result(proof, output)


@click.command("history", cls=Command, help=_HISTORY_HELP)
@_words("ĐƠN_VỊ [QUY_ĐỊNH]", "SUBJECT [RULE]", completion.body_then_rule)
@options.format_
@options.output
@options.lang
@options.traceback
@answering
def history_(words: tuple[str, ...], **about: Any) -> None:
    """Tell what became of findings."""
    trail, rest = options.told_apart(words, files=True)
    ctx = click.get_current_context()
    if not rest:
        refuse(ctx, "còn thiếu mã đơn vị hoặc hồ sơ.", "the id of a body or record is missing.")
    for word in rest[2:]:
        refuse(ctx, f"thừa '{word}'.", f"'{word}': one word too many.")
    subject, rule = rest[0], "".join(rest[1:]) or None
    with opened(Path(trail)) as found, forged_is_told(found):
        known = subjects_of(found)
        lookup = Lookup(records=known, place=said("ĐƠN_VỊ", "SUBJECT"))
        subject = lookup.record(subject, known) or subject
        events = list(history(found, subject, rule))
        if not events:
            raise _unknown(found, known, subject, rule)
        if about["format_"] == "json":
            text = json_shown(serialised([_event(event) for event in events]))
        else:
            text = history_text(events, spoken())
    write_result(text, about["output"])


def _event(event: Event) -> dict[str, Any]:
    rule, subject, item = event.key
    return {
        "entry": event.entry.number,
        "recorded_at": event.entry.recorded_at,
        "as_of": event.entry.as_of,
        "rule": rule,
        "subject": subject,
        "item": item,
        "what": event.what,
        "before": None if event.before is None else event.before["outcome"],
        "after": None if event.after is None else event.after["outcome"],
        "facts": [asdict(fact) for fact in event.facts],
        "files": list(event.files),
        "besides": list(event.besides),
    }


def _unknown(
    trail: Trail, subjects: Mapping[str, Record], subject: str, rule: str | None
) -> InputProblems:
    """Return the refusal of a subject or a rule that no recorded run judged."""
    rules: set[str] = set()
    for _, entry in entries(trail):
        data = document_of(content_of(trail, entry.number, entry.document, "findings.json"))
        rules |= data["rules"].keys()
    known, value = (rules, rule or "") if subject in subjects else ({*subjects}, subject)
    return refusal(trail, "audit.no-history", value=value, guess=closest(value, known))


def content_named(trail: Trail, number: int, names: list[tuple[str, str, str]], name: str) -> bytes:
    """Return the content that an entry has under a name; raises InputProblems if it has none."""
    found = next((digest for _, known, digest in names if known == name), None)
    if found is None:
        guess = closest(name, [known for _, known, _ in names])
        raise refusal(trail, "audit.no-content", entry=number, value=name, guess=guess)
    return content_of(trail, number, found, name)


def entry_fields(entry: Entry) -> dict[str, Any]:
    """Return an entry as it is stored, as data."""
    fields: dict[str, Any] = json.loads(canonical(asdict(entry)))
    return fields
