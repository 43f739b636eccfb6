"""What a change of the law comes to, in a sentence for officers for each text that changes.

"Thông tư X: 1 UBND cấp xã có nghĩa vụ mới, hạn …; 35 UBND cấp xã chưa rõ vì thiếu …".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from isocheck.authoring.effects_text import days_words
from isocheck.authoring.law_diff import Difference
from isocheck.authoring.naming import Naming
from isocheck.finding import MET
from isocheck.packs.model import PackHead, Profile
from isocheck.report.due_days import due_head
from isocheck.report.effects import OF_TEXTS, SILENT, Effects, Moved
from isocheck.report.values import day_words
from isocheck.report.words import Pair

_MOST_FIELDS: Final = 3
_DUTIES: Final[Mapping[str, Pair]] = {
    "must": ("nghĩa vụ mới", "a new obligation"),
    "should": ("việc phấn đấu, ưu tiên mới", "something new to strive for"),
    "may": ("việc khuyến khích mới", "something newly encouraged"),
}
_SHAPES: Final = {"new", "not_met"}  # what is told apart by modality
_GONE: Final[Pair] = ("không còn nghĩa vụ", "something is no longer asked for")
_MOVED: Final[Pair] = ("đổi thời hạn", "another due day")
_BETTER: Final[Pair] = ("được kết luận là đã xong hoặc đạt", "now done or met")
_WORSE: Final[Pair] = ("chuyển sang quá hạn hoặc không đạt", "now overdue or not met")
_BACK: Final[Pair] = ("chuyển sang chưa xong, còn trong hạn", "now to be done, still in time")
_MET: Final[Pair] = (
    "đã thực hiện hoặc đạt điều mới được quy định",
    "what is newly asked for is done or met",
)
_OF_TEXTS: Final[Pair] = (
    "chưa rõ vì chính văn bản chưa rõ",
    "cannot be told, the texts themselves leave it open",
)
_ORDER: Final = (
    "new", "not_met", "worse", "open", "open_of_texts", "moved", "back", "gone", "better", "met",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Causes:
    """Which texts changed between two laws, and to which of them other changes are owed."""

    heads: Mapping[str, tuple[PackHead, bool]]  # by pack: its head, and whether it is gone
    owners: Mapping[str, str]  # the text by rule, or by kind of record
    differences: Sequence[Difference]

    def cause(self, name: str) -> str:
        """Return the pack to which a change is owed; an empty text where it is several at once."""
        found = self.owners.get(name)
        if found is not None:
            return found
        return next(iter(self.heads)) if len(self.heads) == 1 else ""


def causes_of(before: Profile, after: Profile, differences: Sequence[Difference]) -> Causes:
    """Return what changed between two laws."""
    changed = {d.id: d.how for d in differences if d.what == "pack"}
    heads = {
        head.id: (head, changed[head.id] == "gone")
        for profile in (before, after)
        for head in profile.packs
        if head.id in changed
    }
    owners: dict[str, str] = {}
    for profile in (before, after):
        owners |= {k.id: k.pack for k in profile.kinds.values() if k.pack in changed}
        amending = [a for a in profile.amendments if a.pack in changed]
        for rule in profile.rules:
            if rule.pack in changed:
                owners[rule.id] = rule.pack
                continue
            read = {rule.id, *profile.depends.get(rule.id, ())}
            kinds = set(rule.kinds)
            for amendment in amending:
                if amendment.target in read or amendment.target in kinds:
                    owners[rule.id] = amendment.pack
    return Causes(heads=heads, owners=owners, differences=differences)


def head_words(head: PackHead, naming: Naming) -> str:
    """Return what a text is called: its title up to its number, the whole of it without one."""
    title = head.title[naming.lang]
    number = "" if head.instrument is None else head.instrument.get("number", "")
    before, found, _ = title.partition(number) if number else (title, "", "")
    return before + found if found else title


def sentences(effects: Effects, causes: Causes, naming: Naming, day: date) -> list[str]:
    """Return a sentence for each text that changes, and one for what rests on several."""
    by_cause: dict[str, list[Moved]] = {pack: [] for pack in causes.heads}
    for moved in effects.findings:
        by_cause.setdefault(causes.cause(moved.rule), []).append(moved)
    found = []
    for pack, mine in by_cause.items():
        if pack in causes.heads:
            head, gone = causes.heads[pack]
            name = head_words(head, naming)
            if gone:
                name = naming.say(f"Thôi áp dụng {name}", f"Without {name}")
            found.append(f"{name}: {_told(mine, head, naming, day)}.")
        else:
            name = naming.say("Do các thay đổi khác", "Other changes")
            found.append(f"{name}: {'; '.join(_parts(mine, naming))}.")
    return found


def _told(mine: Sequence[Moved], head: PackHead, naming: Naming, day: date) -> str:
    if mine:
        return "; ".join(_parts(mine, naming))
    as_of = day_words(day, naming.lang)
    start = head.in_force.start
    if start is not None and start > day:
        from_ = day_words(start, naming.lang)
        return naming.say(
            f"có hiệu lực từ {from_}, sau ngày rà soát {as_of}; thêm --as-of {start} để xem thay "
            "đổi",
            f"in force from {from_}, after the day judged ({as_of}); --as-of {start} shows what "
            "changes",
        )
    return naming.say(
        f"tính đến ngày {as_of} không kết quả nào thay đổi", f"no finding changes as of {as_of}"
    )


def _parts(mine: Iterable[Moved], naming: Naming) -> Iterator[str]:
    """Yield what changes for whom, what asks for something first."""
    kept: dict[tuple[int, str, str, str], list[Moved]] = {}
    for moved in mine:
        sort = _sort(moved)
        modality = moved.modality if sort in _SHAPES else ""
        founded = (moved.founded or "") if sort in ("new", "moved") else ""
        day = "day" if sort == "new" and moved.dues else ""
        kept.setdefault((_ORDER.index(sort), modality, founded, day), []).append(moved)
    for (place, *_), found in sorted(kept.items(), key=lambda item: item[0]):
        who = naming.counted(moved.subject for moved in found)
        yield who + naming.say(" ", ": ") + _WORDS[_ORDER[place]](found, naming)


def _sort(moved: Moved) -> str:
    """Return what sort of change it is."""
    new, now = moved.before in SILENT, moved.told_after
    if now in SILENT:
        return "gone"
    if now == "indeterminate":
        return "open_of_texts" if moved.of_texts else "open"
    if moved.told_before == now:
        return "moved"
    if now == "met" or now in MET:
        return "met" if new else "better"
    if now == "violated":
        return "not_met" if new else "worse"
    return "new" if new else "back"


def _new(found: Sequence[Moved], naming: Naming) -> str:
    duty = naming.say(*_DUTIES[found[0].modality])
    return naming.say(f"có {duty}", duty) + f", {_days(found, naming)}"


def _days(found: Sequence[Moved], naming: Naming) -> str:
    """Return the days of several findings: the one, or the first and the last."""
    days = sorted({day for moved in found for day in moved.dues})
    founded = found[0].founded
    if len(days) < 2 or len({moved.dues for moved in found}) == 1:  # noqa: PLR2004 - a span
        return days_words(days, founded, naming.lang)
    first, last = (day_words(date.fromisoformat(d), naming.lang) for d in (days[0], days[-1]))
    head = due_head(founded, naming.lang)
    return head + naming.say(f" từ {first} đến hết ngày {last}", f" from {first} to {last}")


def _not_met(found: Sequence[Moved], naming: Naming) -> str:
    duty = naming.say(*_DUTIES[found[0].modality])
    return naming.say(f"có {duty}, đã quá hạn hoặc không đạt", f"{duty}, overdue or not met")


def _moved(found: Sequence[Moved], naming: Naming) -> str:
    return f"{naming.say(*_MOVED)}, {_days(found, naming)}"


def _open(found: Sequence[Moved], naming: Naming) -> str:
    """Return which facts are missing: those that stand in most findings first."""
    counts: Counter[str] = Counter()
    for moved in found:
        lacks = (e for e in moved.missing if e[0] is not None or not e[1].startswith(OF_TEXTS))
        counts.update({_lack(entry, naming) for entry in lacks})
    fields = [words for words, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    shown = fields if naming.full else fields[:_MOST_FIELDS]
    text = ", ".join(shown)
    if len(shown) < len(fields):
        naming.cut = True
        rest = len(fields) - len(shown)
        text += naming.say(f" và {rest} thông tin khác", f" and {rest} more")
    return naming.say(f"chưa rõ vì thiếu {text}", f"cannot be told, missing are {text}")


def _lack(entry: tuple[str | None, str], naming: Naming) -> str:
    record, path = entry
    if record is None:
        title = naming.kind_title(path)
        return naming.say(
            f"khai báo đã thu thập đủ hồ sơ “{title}”", f"the declaration of every “{title}”"
        )
    if path.startswith("param."):
        return naming.say("cách ghi rõ hơn ở một số hồ sơ", "records that are clear")
    return naming.path(".".join(p for p in path.split(".") if not p.isdigit()), record)


def _just(pair: Pair) -> Callable[[Sequence[Moved], Naming], str]:
    def words(found: Sequence[Moved], naming: Naming) -> str:
        del found
        return naming.say(*pair)

    return words


_WORDS: Final[Mapping[str, Callable[[Sequence[Moved], Naming], str]]] = {
    "new": _new, "not_met": _not_met, "worse": _just(_WORSE), "open": _open,
    "open_of_texts": _just(_OF_TEXTS), "moved": _moved, "back": _just(_BACK),
    "gone": _just(_GONE), "better": _just(_BETTER), "met": _just(_MET),
}  # fmt: skip


def sentences_of_texts(causes: Causes, naming: Naming) -> list[str]:
    """Return a sentence for each text that changes: what it brings, where no facts are given."""
    found = []
    owed: dict[str, Counter[tuple[str, str]]] = {pack: Counter() for pack in causes.heads}
    for difference in causes.differences:
        if difference.what != "pack":
            owed.setdefault(_owner(difference, causes), Counter())[
                difference.how, difference.what
            ] += 1
    for pack, counts in owed.items():
        if pack in causes.heads:
            head, gone = causes.heads[pack]
            name = head_words(head, naming)
            name = naming.say(f"Thôi áp dụng {name}", f"Without {name}") if gone else name
        else:
            name = naming.say("Thay đổi khác", "Other changes")
        parts = [
            naming.say(
                f"{_HOW[how][0]} {n} {_WHAT[what][0]}", f"{n} {_WHAT[what][1]} {_HOW[how][1]}"
            )
            for (how, what), n in sorted(counts.items())
        ]
        found.append(f"{name}: {', '.join(parts) or naming.say('không có quy định', 'no rules')}.")
    return found


def _owner(difference: Difference, causes: Causes) -> str:
    """Return the text that brings a difference: its own, or the one that amends."""
    pack = difference.id.partition(".")[0]
    if difference.what in ("rule", "parameter", "amendment") and pack in causes.heads:
        return pack
    return causes.cause(difference.id)


_HOW: Final[Mapping[str, Pair]] = {
    "added": ("thêm", "added"), "gone": ("bỏ", "gone"), "changed": ("sửa", "changed"),
}  # fmt: skip
_WHAT: Final[Mapping[str, Pair]] = {
    "rule": ("quy định", "rules"),
    "parameter": ("tham số", "parameters"),
    "amendment": ("nội dung sửa đổi văn bản khác", "amendments of other texts"),
    "kind": ("loại hồ sơ", "kinds of record"),
}
