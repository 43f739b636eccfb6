"""What people read of a trail, in Vietnamese and English."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Iterator, Mapping
from types import SimpleNamespace
from typing import Any, Final, cast

from isocheck.audit.entries import Entry
from isocheck.audit.history import Event, FactChange
from isocheck.audit.replay import Replayed
from isocheck.audit.signing import key_text
from isocheck.audit.tree_head import Code
from isocheck.audit.verify import Verified
from isocheck.finding import Outcome
from isocheck.messages.words import Language
from isocheck.packs.conditions import ValueType
from isocheck.packs.model import Rule
from isocheck.report.values import typed, value_words
from isocheck.report.words import TOLD, outcome_words, say, told_of
from isocheck.source.text import spelt_out

_WHAT: Final[Mapping[str, tuple[str, str]]] = {
    "first": ("lần đầu có kết quả", "first seen"),
    "changed": ("thay đổi", "changed"),
    "cleared": ("không còn phải làm", "cleared"),
    "gone": ("không còn được rà soát", "no longer judged"),
}
_BESIDES: Final[Mapping[str, tuple[str, str]]] = {
    "as_of": ("ngày rà soát", "the day judged"),
    "profile": ("hệ văn bản áp dụng", "the profile"),
    "packs": ("bộ quy định", "the packs"),
    "isocheck": ("phiên bản isocheck", "the version of isocheck"),
}


def outcome_of(rule: Mapping[str, Any], outcome: str, lang: Language) -> str:
    """Return an outcome in words; the rule is as a findings document has it."""
    like = cast("Rule", SimpleNamespace(form=rule["form"], modality=rule["modality"]))
    return outcome_words(cast("Outcome", outcome), like, lang)


def _shown(lines: Iterable[str]) -> str:
    """Return lines as a terminal may get them: what a trail holds, anybody may have written."""
    return "".join(f"{spelt_out(line)}\n" for line in lines)


def _in(lang: Language, vi: str, en: str) -> str:
    return vi if lang == "vi" else en


def log_text(listed: Iterable[tuple[Entry, Code | None, int]], lang: Language) -> str:
    """Return the entries, two lines each: what was judged, and the code of the head after it."""
    lines = []
    for entry, code, signatures in listed:
        as_of = _in(lang, f"tính đến {entry.as_of}", f"as of {entry.as_of}")
        signed = f"; {_in(lang, 'chữ ký', 'signatures')}: {signatures}" if signatures else ""
        line = f"{entry.number}  {entry.recorded_at}  {entry.who}  {as_of}  {entry.profile.id}"
        lines += [line, f"   {code or '–'}{signed}"]
    return _shown(lines)


def show_text(
    entry: Entry, code: Code | None, names: Iterable[tuple[str, str, str]], lang: Language
) -> str:
    """Return one entry with everything that it names."""
    matcher = " ".join(str(entry.engine[k]) for k in ("matcher", "version") if k in entry.engine)
    options = " ".join(_options(entry.options))
    pairs = (
        ("Mục", "Entry", str(entry.number)),
        ("Mã nhật ký", "Head", str(code or "–")),
        ("Ghi lúc (UTC)", "Recorded at (UTC)", entry.recorded_at),
        ("Tài khoản", "Account", entry.account),
        ("Người thực hiện", "Officer", entry.officer or "–"),
        ("Tính đến ngày", "As of", entry.as_of),
        ("Hệ văn bản áp dụng", "Profile", entry.profile.id),
        ("Bộ quy định", "Packs", ", ".join(f"{p.id} {p.version}" for p in entry.packs)),
        ("isocheck", "isocheck", entry.isocheck),
        ("Bộ đối chiếu", "Matcher", matcher),
        ("Tùy chọn", "Options", options or "–"),
    )
    lines = [f"{_in(lang, vi, en)}: {value}" for vi, en, value in pairs]
    lines += ["", _in(lang, "Nội dung đã lưu (SHA-256):", "Stored contents (SHA-256):")]
    lines += [f"  {digest}  {name}" for _, name, digest in names]
    return _shown(lines)


def _options(options: Mapping[str, Any]) -> Iterator[str]:
    """Yield options as a command line has them; what was not given is left out."""
    for name, value in sorted(options.items()):
        option = f"--{name.replace('_', '-')}"
        for each in value if isinstance(value, list) else [value]:
            if each is True:
                yield option
            elif each not in (None, False, "", {}):
                yield f"{option} {shlex.quote(str(each))}"


def verified_text(found: Verified, lang: Language) -> Iterator[str]:
    """Return the lines that say what verifying found, without its problems."""
    there = len(found.present)
    if there < found.entries:
        yield _in(
            lang,
            f"Có {there} trong số {found.entries} mục của nhật ký: {_numbers(found.present)}.",
            f"{there} of the {found.entries} entries of the trail are here: "
            f"{_numbers(found.present)}.",
        )
    else:
        yield _in(lang, f"Số mục: {there}.", f"Entries: {there}.")
    if found.left_out:
        yield _in(
            lang,
            f"Nội dung không kèm theo, chỉ có mã SHA-256: {found.left_out}.",
            f"Contents left out, with their digests kept: {found.left_out}.",
        )
    if found.code is not None:
        yield f"{_in(lang, 'Mã nhật ký', 'Head')}: {found.code}"
    last = {key: number for number, keys in sorted(found.signed.items()) for key in keys}
    for key, number in sorted(last.items(), key=lambda pair: pair[1]):
        who = key_text(key)
        yield _in(lang, f"Đã ký đến mục {number}: {who}", f"Signed up to entry {number}: {who}")
    if found.problems:
        number = len(found.problems)
        things = "problem" if number == 1 else "problems"
        yield _in(
            lang,
            f"KHÔNG xác nhận được nhật ký nguyên vẹn: {number} điểm nêu trên.",
            f"NOT verified: {number} {things}, named above.",
        )
    else:
        yield _in(
            lang,
            "Mọi mục và nội dung đã lưu còn nguyên vẹn.",
            "Every entry and every stored content is as it was written.",
        )


def _numbers(numbers: list[int]) -> str:
    shown = [str(number) for number in numbers[:20]]
    return ", ".join([*shown, "…"] if len(numbers) > len(shown) else shown)


def replay_text(found: Replayed, lang: Language) -> str:
    """Return whether a run gave the same again, and if not, what differs."""
    entry = found.entry
    if found.same:
        return _in(
            lang,
            f"Mục {entry.number}: rà soát lại cho kết quả giống từng byte "
            f"({len(found.recorded)} byte).\n",
            f"Entry {entry.number}: judged again, the same to the byte "
            f"({len(found.recorded)} bytes).\n",
        )
    lines = [
        _in(
            lang,
            f"Mục {entry.number}: rà soát lại cho kết quả KHÁC.",
            f"Entry {entry.number}: judged again, it is NOT the same.",
        ),
        f"  {_in(lang, 'Khi ghi', 'Then')}: isocheck {entry.isocheck}, {_engine(entry.engine)}",
        f"  {_in(lang, 'Hiện nay', 'Now')}: isocheck {found.version}, {_engine(found.engine)}",
        f"  {_in(lang, 'Phần khác nhau', 'Parts that differ')}: {', '.join(found.parts) or '–'}",
    ]
    for change in found.changes:
        key = " ".join(part for part in change.key if part)
        lines.append(f"  {key}: {_outcome(change.before, lang)} → {_outcome(change.after, lang)}")
    return _shown(lines)


def _engine(engine: Mapping[str, Any]) -> str:
    return " ".join(str(engine[key]) for key in ("matcher", "version") if key in engine)


def _outcome(state: Mapping[str, Any] | None, lang: Language) -> str:
    if state is None:
        return "–"
    remain = state.get("possible")
    possible = map(str, remain) if isinstance(remain, list) else ()
    return say(TOLD[told_of(cast("Outcome", state["outcome"]), possible)], lang)


def history_text(events: Iterable[Event], lang: Language) -> str:
    """Return what became of findings, one block for each finding that ever applied."""
    blocks: dict[tuple[str, str, str | None], list[str]] = {}
    listed = list(events)
    applied = {e.key for e in listed if e.what != "first" or not _is_nothing(e.after)}
    for event in (event for event in listed if event.key in applied):
        lines = blocks.setdefault(event.key, list(_heading(event, lang)))
        lines += _event(event, lang)
    return "\n".join(_shown(lines) for lines in blocks.values())


def _heading(event: Event, lang: Language) -> Iterator[str]:
    rule, *records = event.key
    title = event.title.get(lang)
    if not event.names and not isinstance(title, str):
        yield " ".join(part for part in event.key if part)
        return
    ids = ", ".join(record for record in records if record)
    yield f"{', '.join(event.names) or ids} ({ids}) – {title or rule} [{rule}]"


def _is_nothing(state: Mapping[str, Any] | None) -> bool:
    return state is None or state["outcome"] == "not_applicable"


def _event(event: Event, lang: Language) -> Iterator[str]:
    entry = event.entry
    what = _in(lang, *_WHAT[event.what])
    after = _outcome(event.after, lang)
    became = after if event.before is None else f"{_outcome(event.before, lang)} → {after}"
    where = _in(lang, f"mục {entry.number}", f"entry {entry.number}")
    as_of = _in(lang, f"tính đến {entry.as_of}", f"as of {entry.as_of}")
    yield f"  {where}, {entry.recorded_at}, {entry.who}, {as_of}: {what}: {became}"
    for fact in event.facts:
        yield f"    {_fact(fact, event, lang)}"
    if event.files:
        yield f"    {_in(lang, 'tệp đã đổi', 'files that changed')}: {', '.join(event.files)}"
    if event.besides:
        words = ", ".join(_in(lang, *_BESIDES[name]) for name in event.besides)
        yield f"    {_in(lang, 'cũng đã đổi', 'changed too')}: {words}"


def _fact(fact: FactChange, event: Event, lang: Language) -> str:
    label = fact.label or {}
    record = f"{fact.record} " if fact.record not in (None, event.key[1]) else ""
    at = f" ({fact.at})" if fact.at else ""
    before, after = (_value(value, label, lang) for value in (fact.before, fact.after))
    return f"{record}{label.get(lang) or fact.path}: {before} → {after}{at}"


def _value(value: Any, label: Mapping[str, Any], lang: Language) -> str:
    if value is None or isinstance(value, dict):
        return "–" if value is None else json.dumps(value, ensure_ascii=False)
    words = label.get("words")
    told = words.get(value) if isinstance(words, dict) and isinstance(value, str) else None
    if isinstance(told, dict) and isinstance(told.get(lang), str):
        return str(told[lang])
    named = label.get("type")
    kind = cast("ValueType", named) if isinstance(named, str) else None
    return value_words(typed(value, kind), kind, lang)
