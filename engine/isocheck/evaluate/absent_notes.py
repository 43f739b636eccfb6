"""Notes on what is not there, perhaps by mistake: bodies that packs name, lists of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from isocheck.evaluate.note_lists import Told, named
from isocheck.finding import Note
from isocheck.packs.law import Law
from isocheck.records.base import FactBase, Record
from isocheck.records.kinds.kind import FieldSpec, Kind
from isocheck.records.settings import YAML_SUFFIXES
from isocheck.source.nodes import Fields, Items

_MOST: Final = 10  # named in a note
_MOST_LISTS: Final = 8
_LEAST_WORDS: Final = 3  # of a name that may be another's beginning


def absent_notes(facts: FactBase, law: Law) -> Iterator[Note]:
    """Yield a note on each sort of absence that judges more than it seems to."""
    kinds = law.profile.kinds
    wanted = {key: text for pack in law.profile.packs for key, text in pack.fact_ids.items()}
    absent = {key: text for key, text in wanted.items() if key not in facts.records}
    if absent:
        yield _named_by_rules(absent, facts, kinds)
    tables = {
        file.path
        for file in facts.files
        if file.complete is not None
        and file.complete.paths == "all"
        and not file.path.lower().endswith(YAML_SUFFIXES)
    }
    empty = list(_lists_of_nobody(tables, facts, kinds))
    if empty:
        vi, en = named(empty, len(empty), _MOST, ("bảng khác", "more tables"))
        yield _of_whole_tables(vi, en)


def _named_by_rules(
    absent: Mapping[str, Mapping[str, str]], facts: FactBase, kinds: Mapping[str, Kind]
) -> Note:
    """Name the bodies that rules name by an id which no record has."""
    bodies = [r for r in facts.records.values() if kinds[r.kind].body]
    told = [_named_body(key, text, bodies) for key, text in absent.items()]
    vi, en = named(told, len(told), _MOST, ("cơ quan khác", "more"))
    return Note(
        code="named-by-rules",
        text={
            "vi": "Quy định nêu đích danh các cơ quan sau nhưng không hồ sơ nào mang mã đó, nên "
            "việc của các cơ quan này không được xét, và việc của cơ quan khác với các cơ quan này "
            f"có thể bị kết luận sai: {vi}.",
            "en": "Rules name these bodies by ids that no record has, so that what they have to do "
            "is not judged, and what others did with them may be judged wrongly: "
            f"{en}.",
        },
    )


def _named_body(key: str, text: Mapping[str, str], bodies: Sequence[Record]) -> Told:
    """Return a body that is not there, and the one that may be meant, by its name."""
    likely = [b.id for b in bodies if _named_so(str(b.values.get("name") or ""), text.values())]
    vi, en = f"{key} ({text['vi']})", f"{key} ({text['en']})"
    if not likely:
        return vi, en
    return (
        f"{vi}, có phải là hồ sơ '{likely[0]}'? Nếu phải thì đổi mã của hồ sơ đó thành '{key}'",
        f"{en}, is it the record '{likely[0]}'? If so, make its id '{key}'",
    )


def _named_so(name: str, names: Iterable[str]) -> bool:
    """Tell whether a record has one of some names, be it longer or cut short at its end."""
    words = _plain(name)
    of_rules = [_plain(each) for each in names]
    short = len(words.split()) >= _LEAST_WORDS and any(each.startswith(words) for each in of_rules)
    return short or any(words.startswith(each) for each in of_rules)


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("&", " và ").split())


def _lists_of_nobody(
    tables: set[str], facts: FactBase, kinds: Mapping[str, Kind]
) -> Iterator[Told]:
    """Yield the tables declared whole, with the lists that none of their records has."""
    rows: dict[tuple[str, str], list[Record]] = {}
    for record in facts.records.values():
        if record.file in tables:
            rows.setdefault((record.file, record.kind), []).append(record)
    for (file, kind), records in sorted(rows.items()):
        empty = list(_empty_lists([r.values for r in records], kinds[kind].fields))
        if empty:
            yield _of_table(file, [spec.label for spec in empty])


def _empty_lists(values: Sequence[Fields], specs: Mapping[str, FieldSpec]) -> Iterator[FieldSpec]:
    """Yield the lists that are empty in all of some records, those of their groups too."""
    for name, spec in specs.items():
        found = [each.get(name) for each in values]
        groups = [each for each in found if isinstance(each, Fields)]
        if spec.type == "list" and not (spec.none or spec.needed):
            if not any(isinstance(each, Items) and each for each in found) and not groups:
                yield spec
        elif groups:
            yield from _empty_lists(groups, spec.fields)


def _of_table(file: str, labels: Sequence[Mapping[str, str]]) -> Told:
    more = ", …" if len(labels) > _MOST_LISTS else ""
    shown = labels[:_MOST_LISTS]
    vi, en = (", ".join(label.get(lang, "") for label in shown) for lang in ("vi", "en"))
    return f"{file} ({vi}{more})", f"{file} ({en}{more})"


def _of_whole_tables(vi: str, en: str) -> Note:
    return Note(
        code="lists-of-whole-tables",
        text={
            "vi": "Bảng sau được khai là đầy đủ mà không hồ sơ nào trong bảng có các danh sách nêu "
            "bên cạnh, nên mọi đơn vị được coi là không có; nếu bảng chỉ thiếu cột thì bỏ khai "
            f"báo, ghi các danh sách đó trong tệp YAML: {vi}.",
            "en": "These tables are declared complete, and none of their records has the lists "
            "named beside them, so that all are taken to have none; where the table only lacks the "
            f"column, take the declaration back and write those lists in YAML: {en}.",
        },
    )
