"""What a pack declares, as people read it: fields of records, vocabularies, derived values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from isocheck.authoring.condition_words import condition_words, path_words
from isocheck.authoring.pack_view import OpenedPack
from isocheck.messages.words import Language
from isocheck.packs.conditions import Path, ValueType
from isocheck.packs.labels import Labels
from isocheck.packs.model import Derived, Operation, Profile
from isocheck.records.kinds.kind import FieldSpec, Kind
from isocheck.records.kinds.vocabularies import Vocabulary
from isocheck.report.words import Pair, say

_TYPES: Final[Mapping[ValueType, Pair]] = {
    "text": ("chữ", "text"),
    "day": ("ngày", "day"),
    "year": ("năm", "year"),
    "money": ("số tiền", "money"),
    "period": ("kỳ", "period"),
    "yes_no": ("có hoặc không", "yes or no"),
    "reference": ("mã của hồ sơ khác", "id of another record"),
    "codes": ("danh sách mã, hoặc tất cả", "list of codes, or all"),
    "object": ("nhóm", "group"),
    "list": ("danh sách", "list"),
    "count": ("số lượng", "count"),
    "share": ("tỷ lệ", "share"),
}
_OPERATIONS: Final[Mapping[Operation, Pair]] = {
    "count": ("số lượng", "how many"),
    "sum": ("tổng của {take}", "the sum of {take}"),
    "min": ("{take} nhỏ nhất hoặc sớm nhất", "the least or first {take}"),
    "max": ("{take} lớn nhất hoặc muộn nhất", "the greatest or last {take}"),
    "latest": ("{take} của lần gần nhất ({by})", "{take} of the latest ({by})"),
    "any": ("có hay không", "whether there is any"),
    "share": ("tỷ lệ", "the share"),
    "list": ("các {take}", "each {take}"),
    "distinct": ("số {take} khác nhau", "how many different {take}"),
    "difference": ("{first} mà không có trong {second}", "{first} that {second} lacks"),
    "add": ("cộng: {all}", "added up: {all}"),
    "holds": ("đúng khi: {where}", "true where: {where}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One field of a kind; `[]` in its path stands behind a list whose entries have fields."""

    path: str
    label: str
    type: str
    type_words: str
    required: bool
    vocabulary: str | None
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindsView:
    """Kinds of record that have the same fields."""

    kinds: tuple[tuple[str, str], ...]  # (id, title)
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VocabularyView:
    """The words that a field may hold: their ids, labels and whatever else means them."""

    id: str
    open: bool
    words: tuple[tuple[str, str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedView:
    """A derived value: what it is called, of which type it is, what it is made from."""

    name: str
    label: str
    kinds: tuple[str, ...]
    titles: str
    type: str
    type_words: str
    made_from: str


def kinds_of(pack: OpenedPack, lang: Language) -> tuple[KindsView, ...]:
    """Return the kinds that a pack declares, those with the same fields together."""
    profile = pack.profile
    groups: dict[tuple[FieldView, ...], list[Kind]] = {}
    for kind in profile.kinds.values():
        if kind.pack == pack.id:
            fields = tuple(_fields(profile, kind.fields, lang))
            groups.setdefault(fields, []).append(kind)
    return tuple(
        KindsView(kinds=tuple((k.id, k.title[lang]) for k in members), fields=fields)
        for fields, members in groups.items()
    )


def _fields(
    profile: Profile, fields: Mapping[str, FieldSpec], lang: Language, above: str = ""
) -> Iterator[FieldView]:
    for name, spec in fields.items():
        path = above + name
        words = spec.vocabulary or (None if spec.of is None else spec.of.vocabulary)
        to = spec.to or (() if spec.of is None else spec.of.to)
        yield FieldView(
            path=path, label=_field_label(spec, lang), type=spec.type,
            type_words=_type_words(profile, spec, lang), required=spec.required,
            vocabulary=None if words is None else words.id, to=to,
        )  # fmt: skip
        if spec.type == "object":
            yield from _fields(profile, spec.fields, lang, f"{path}.")
        elif spec.of is not None:
            yield from _fields(profile, spec.of.fields, lang, f"{path}[].")


def _field_label(spec: FieldSpec, lang: Language) -> str:
    """Return what a field is called: by its heading in tables, else as the reports call it."""
    return spec.label.get(lang, "") if spec.column is None else spec.column.label[lang]


def _type_words(profile: Profile, spec: FieldSpec, lang: Language) -> str:
    words = say(_TYPES[spec.type], lang)
    if spec.type == "list" and spec.of is not None and not spec.of.fields:
        words = f"{words}: {_type_words(profile, spec.of, lang)}"
    if spec.to:
        words += f" ({_titles(profile, spec.to, lang)})"
    return words


def _titles(profile: Profile, kinds: Iterable[str], lang: Language) -> str:
    return ", ".join(profile.kinds[kind].title[lang] for kind in kinds)


def vocabularies_of(pack: OpenedPack, lang: Language) -> tuple[VocabularyView, ...]:
    """Return the vocabularies that a pack declares or adds words to."""
    found: dict[str, Vocabulary] = {}
    for kind in pack.profile.kinds.values():
        for vocabulary in _in_fields(kind.fields):
            found.setdefault(vocabulary.id, vocabulary.whole or vocabulary)
    return tuple(
        VocabularyView(
            id=one.id,
            open=one.open,
            words=tuple((w.id, w.in_language(lang), _others(w, lang)) for w in one.words.values()),
        )
        for one in found.values()
        if pack.id in (one.pack, *one.extended_by)
    )


def _others(word: Any, lang: Language) -> tuple[str, ...]:
    shown = {word.id, word.in_language(lang)}
    return tuple(spelling for spelling in word.spellings if spelling not in shown)


def _in_fields(fields: Mapping[str, FieldSpec]) -> Iterator[Vocabulary]:
    for spec in fields.values():
        for each in (spec, spec.of):
            if each is not None:
                if each.vocabulary is not None:
                    yield each.vocabulary
                yield from _in_fields(each.fields)


def derived_of(pack: OpenedPack, lang: Language) -> tuple[DerivedView, ...]:
    """Return the derived values of a pack."""
    profile = pack.profile
    return tuple(
        DerivedView(
            name=derived.name,
            label="" if derived.label is None else derived.label[lang],
            kinds=derived.kinds,
            titles=_titles(profile, derived.kinds, lang),
            type=derived.type,
            type_words=say(_TYPES[derived.type], lang),
            made_from=_made_from(profile, derived, lang),
        )
        for derived in pack.derived
    )


def _made_from(profile: Profile, derived: Derived, lang: Language) -> str:
    """Return what a derived value is made from, in words."""
    labels = Labels.of(profile, lang)
    names = [_path_words(path, labels) for path in derived.operands]
    where = condition_words(profile, derived.where, lang)
    text = say(_OPERATIONS[derived.operation], lang).format(
        take=_path_words(derived.take, labels),
        by=_path_words(derived.by, labels),
        all=", ".join(names),
        first=names[0] if names else "",
        second=names[-1] if names else "",
        where=where,
    )
    parts = [text]
    if derived.source is not None:
        kinds = _titles(profile, derived.source.kinds, lang)
        entries = _path_words(derived.source.entries, labels)
        of = say((" của ", " of "), lang).join(words for words in (entries, kinds) if words)
        parts.append(say(("trong: ", "over: "), lang) + of)
    if derived.skip_first:
        parts.append(say(("không kể lần đầu", "but for the first"), lang))
    among = condition_words(profile, derived.among, lang)
    if among:
        parts.append(say(("trong số những mục mà ", "among those where "), lang) + among)
    if where and derived.operation != "holds":
        parts.append(say(("với điều kiện ", "where "), lang) + where)
    return "; ".join(parts)


def _path_words(path: Path | None, labels: Labels) -> str:
    return "" if path is None else path_words(path, labels)
