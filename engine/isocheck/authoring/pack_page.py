"""A pack as a page for people: its text, paragraph by paragraph, with what encodes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from isocheck.authoring.declared import (
    DerivedView,
    KindsView,
    VocabularyView,
    derived_of,
    kinds_of,
    vocabularies_of,
)
from isocheck.authoring.encodings import Encoding, encodings_of
from isocheck.authoring.pack_view import OpenedPack, quoted_in
from isocheck.authoring.wording import expression_words, parameter_words
from isocheck.finding import OUTCOMES
from isocheck.messages.words import Language
from isocheck.packs.law import due_verification
from isocheck.packs.model import Parameter, Rule
from isocheck.packs.paragraphs import IN_ENGLISH, Paragraph, read_paragraphs
from isocheck.packs.reachable import reachable_outcomes
from isocheck.report.citations import quoted_words
from isocheck.report.values import day_words, typed, value_words
from isocheck.report.words import MODALITIES, VERIFICATIONS, Pair, outcome_words, say

WHAT: dict[str, Pair] = {
    "rule": ("quy định", "rule"),
    "parameter": ("tham số", "parameter"),
    "derived": ("giá trị tính", "derived value"),
    "amendment": ("sửa đổi", "amendment"),
    "discrepancy": ("điểm không thống nhất", "discrepancy"),
    "reporting_line": ("đường báo cáo", "reporting line"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """A rule as people read it: lines of (name, text)."""

    id: str
    title: str
    facts: tuple[tuple[str, str], ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """A paragraph with what encodes it."""

    at: str
    text: str
    encoded_by: tuple[tuple[str, str, tuple[str, ...]], ...]  # (what, id, words quoted)
    reasons: tuple[str, ...]  # why it, or some of its words, carries no rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything that a page about a pack says."""

    id: str
    version: str
    title: str
    lang: Language
    head: tuple[tuple[str, str], ...]
    places: tuple[PlaceView, ...]
    rules: tuple[RuleView, ...]
    parameters: tuple[tuple[str, str, str], ...]  # (id, value, how well founded)
    derived: tuple[DerivedView, ...]
    kinds: tuple[KindsView, ...]
    vocabularies: tuple[VocabularyView, ...]
    amendments: tuple[tuple[str, str], ...]
    discrepancies: tuple[tuple[str, str], ...]


def page_of(pack: OpenedPack, lang: Language) -> Page:
    """Return the page of a pack."""
    encodings = encodings_of(pack.profile, pack.id)
    return Page(
        id=pack.id,
        version=pack.head.version,
        title=pack.head.title[lang],
        lang=lang,
        head=tuple(_head(pack, lang)),
        places=tuple(_place(pack, p, encodings, lang) for p in _text(pack, lang)),
        rules=tuple(_rule(pack, rule, lang) for rule in pack.rules),
        parameters=tuple(
            (p.id, parameter_words(pack.profile, p, lang), say(VERIFICATIONS[p.verification], lang))
            for p in _parameters(pack)
        ),
        derived=derived_of(pack, lang),
        kinds=kinds_of(pack, lang),
        vocabularies=vocabularies_of(pack, lang),
        amendments=tuple(
            (a.id, f"{a.does} {a.target}" + (f": {a.reason[lang]}" if a.reason else ""))
            for a in pack.profile.amendments
            if a.pack == pack.id
        ),
        discrepancies=tuple(
            (d.at, d.note[lang]) for d in pack.profile.discrepancies if d.source == pack.id
        ),
    )


def _head(pack: OpenedPack, lang: Language) -> Iterator[tuple[str, str]]:
    head = pack.head
    named: dict[str, Pair] = {
        "number": ("Số, ký hiệu", "Number"),
        "kind": ("Loại văn bản", "Kind"),
        "issuer": ("Cơ quan ban hành", "Issued by"),
        "issued": ("Ngày ban hành", "Issued on"),
    }
    for key, pair in named.items():
        if head.instrument and head.instrument.get(key):
            yield say(pair, lang), value_words(typed(str(head.instrument[key]), None), None, lang)
    if head.in_force.start is not None:
        yield say(("Hiệu lực từ", "In force from"), lang), day_words(head.in_force.start, lang)
    if head.in_force.end is not None:
        yield say(("Hết hiệu lực", "In force until"), lang), day_words(head.in_force.end, lang)
    if head.requires:
        yield say(("Cần các bộ", "Requires"), lang), ", ".join(head.requires)
    yield "sha256", head.sha256


def _parameters(pack: OpenedPack) -> list[Parameter]:
    return [v[0] for v in pack.profile.parameters.values() if v[0].pack == pack.id]


def _text(pack: OpenedPack, lang: Language) -> Iterator[Paragraph]:
    """Yield the text; in English, what its author says in it in English."""
    paragraphs = read_paragraphs(pack.folder, IN_ENGLISH) if lang == "en" else ()
    english = {paragraph.at: paragraph.text for paragraph in paragraphs}
    for paragraph in pack.paragraphs:
        yield replace(paragraph, text=english.get(paragraph.at, paragraph.text))


def _place(
    pack: OpenedPack, paragraph: Paragraph, encodings: list[Encoding], lang: Language
) -> PlaceView:
    at = paragraph.at
    here = [e for e in encodings if at in e.at(pack.id)]
    return PlaceView(
        at=at,
        text=paragraph.text,
        encoded_by=tuple((e.what, e.id, tuple(quoted_in(paragraph, e.cites))) for e in here),
        reasons=tuple(
            (f"“{u.quote}”: " if u.quote else "") + u.reason[lang]
            for u in pack.profile.uncoded
            if u.at == at and u.pack == pack.id
        ),
    )


def _rule(pack: OpenedPack, rule: Rule, lang: Language) -> RuleView:
    kinds = pack.profile.kinds
    facts = [
        (
            say(("Đối tượng", "Judged on"), lang),
            ", ".join(kinds[k].title[lang] for k in rule.kinds),
        ),
        (say(("Mức", "Modality"), lang), say(MODALITIES[rule.modality], lang)),
        (say(("Đối chiếu", "Verification"), lang), say(VERIFICATIONS[rule.verification], lang)),
        (say(("Thời hạn", "Due"), lang), _due(pack, rule, lang)),
        (say(("Kết quả có thể có", "Outcomes"), lang), "; ".join(_outcomes(pack, rule, lang))),
    ]
    if rule.action is not None:
        facts.append((say(("Việc cần thực hiện", "Action"), lang), rule.action.do[lang]))
    if rule.note is not None:
        facts.append((say(("Cách hiểu", "Note"), lang), rule.note[lang]))
    cites = (*rule.cites, *(c for e in rule.unless for c in e.cites))
    quotes = tuple(quoted_words(cites, pack.profile.packs, lang))
    return RuleView(id=rule.id, title=rule.title[lang], facts=tuple(facts), quotes=quotes)


def _due(pack: OpenedPack, rule: Rule, lang: Language) -> str:
    if rule.mode == "always":
        return say(("giới hạn, lúc nào cũng phải giữ", "a limit, at all times"), lang)
    day = expression_words(pack.profile, rule.due, lang)
    parameters = {name: found[0] for name, found in pack.profile.parameters.items()}
    founded = due_verification(rule, parameters)
    if founded is not None:
        day += f" [{say(VERIFICATIONS[founded], lang)}]"
    return day if rule.mode == "due" else say((f"liên tục đến {day}", f"until {day}"), lang)


def _outcomes(pack: OpenedPack, rule: Rule, lang: Language) -> Iterator[str]:
    reachable = reachable_outcomes(pack.profile, rule)
    for outcome in OUTCOMES:
        if outcome in reachable:
            yield outcome_words(outcome, rule, lang)


def page_entry(page: Page) -> dict[str, Any]:
    """Return a page for programs."""
    return {
        "id": page.id,
        "version": page.version,
        "title": page.title,
        "head": dict(page.head),
        "paragraphs": [
            {
                "at": p.at,
                "text": p.text,
                "encoded_by": [{"type": w, "id": i, "quotes": list(q)} for w, i, q in p.encoded_by],
                "reasons": list(p.reasons),
            }
            for p in page.places
        ],
        "rules": [{"id": r.id, "title": r.title, "facts": dict(r.facts)} for r in page.rules],
        "parameters": [{"id": i, "value": v, "verification": w} for i, v, w in page.parameters],
        "derived": [
            {
                "name": d.name, "label": d.label or None, "for": list(d.kinds), "type": d.type,
                "made_from": d.made_from,
            }
            for d in page.derived
        ],
        "kinds": [
            _kind_entry(kind, title, group) for group in page.kinds for kind, title in group.kinds
        ],
        "vocabularies": [
            {
                "id": v.id, "open": v.open,
                "words": [{"id": i, "label": w, "aliases": list(a)} for i, w, a in v.words],
            }
            for v in page.vocabularies
        ],
        "discrepancies": [{"at": at, "note": note} for at, note in page.discrepancies],
    }  # fmt: skip


def _kind_entry(kind: str, title: str, group: KindsView) -> dict[str, Any]:
    fields = [
        {
            "path": field.path, "label": field.label or None, "type": field.type,
            "required": field.required, "vocabulary": field.vocabulary, "to": list(field.to),
        }
        for field in group.fields
    ]  # fmt: skip
    return {"id": kind, "title": title, "fields": fields}
