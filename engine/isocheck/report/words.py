"""The words that people read, in Vietnamese and English; codes stay English in data.

The program reviews, it does not rule: no word here charges anyone or names a formal act.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from isocheck.finding import MET, UNMET, Finding, Outcome
from isocheck.messages.words import Language
from isocheck.packs.model import Rule

Pair = tuple[str, str]  # (vi, en)


def say(pair: Pair, lang: Language) -> str:
    """Return the words of one language."""
    return pair[0] if lang == "vi" else pair[1]


_OF_ACT: Final[Mapping[Outcome, Pair]] = {
    "satisfied": ("Đã hoàn thành đúng hạn", "Done on time"),
    "satisfied_late": ("Đã hoàn thành, quá hạn", "Done, but late"),
    "due": ("Chưa hoàn thành, còn trong hạn", "Not done yet, still in time"),
    "violated": ("Chưa hoàn thành, đã quá hạn", "Not done, overdue"),
}
_WITHOUT_A_DAY: Final[Mapping[Outcome, Pair]] = {  # of an act: there is no day to be in time for
    "satisfied": ("Đã hoàn thành", "Done"),
    "due": ("Chưa hoàn thành, chưa quá hạn", "Not done yet, not overdue"),
}
_OF_STATE: Final[Mapping[Outcome, Pair]] = {
    "satisfied": ("Đạt yêu cầu", "Met"),
    "satisfied_late": ("Đạt yêu cầu, chậm so với thời hạn", "Met, but late"),
    "due": ("Chưa đạt, còn trong hạn", "Not met yet, still in time"),
    "violated": ("Không đạt yêu cầu", "Not met"),
}
_OF_EITHER: Final[Mapping[Outcome, Pair]] = {
    "not_applicable": ("Không thuộc trường hợp áp dụng", "Does not apply"),
    "indeterminate": ("Chưa đủ căn cứ kết luận", "Cannot be told yet"),
    "waived": ("Được miễn thực hiện", "Waived"),
}
_OVER_A_CAP: Final = ("Vượt mức quy định", "Over the limit")
_SHOULD_ACT: Final = ("Chưa thực hiện (không bắt buộc)", "Not done (not mandatory)")
_SHOULD_STATE: Final = ("Chưa đạt mức phấn đấu", "Below what is striven for")

# Headings of the table of counts, where acts and states stand together.
OUTCOMES_TOGETHER: Final[Mapping[Outcome, Pair]] = {
    "violated": ("Quá hạn hoặc không đạt", "Overdue or not met"),
    "due": ("Chưa xong, còn trong hạn", "Not done yet, still in time"),
    "indeterminate": _OF_EITHER["indeterminate"],
    "satisfied_late": ("Đã xong hoặc đạt, chậm", "Done or met, but late"),
    "satisfied": ("Đã xong hoặc đạt", "Done or met"),
    "waived": _OF_EITHER["waived"],
    "not_applicable": _OF_EITHER["not_applicable"],
}

Told = Outcome | Literal["met", "unmet"]
"""What a finding counts as for people: its outcome, or what is known of one that is open.

`met`: it is met, only its lateness is open; `unmet`: it is not, and is due or overdue.
"""

_LATENESS_OPEN: Final[Mapping[tuple[Told, bool], Pair]] = {  # of an act or not
    ("met", True): (
        "Đã hoàn thành, chưa rõ đúng hạn hay quá hạn", "Done; whether in time is not known"
    ),
    ("met", False): ("Đạt yêu cầu, chưa rõ có chậm hay không", "Met; whether in time is not known"),
    ("unmet", True): (
        "Chưa hoàn thành, chưa rõ đã quá hạn hay chưa", "Not done; whether overdue is not known"
    ),
    ("unmet", False): (
        "Chưa đạt, chưa rõ đã quá hạn hay chưa", "Not met; whether overdue is not known"
    ),
}  # fmt: skip
TOLD: Final[Mapping[Told, Pair]] = {
    "violated": OUTCOMES_TOGETHER["violated"],
    "unmet": ("Chưa xong, chưa rõ đã quá hạn", "Not done yet, perhaps overdue"),
    "due": OUTCOMES_TOGETHER["due"],
    "indeterminate": OUTCOMES_TOGETHER["indeterminate"],
    "met": ("Đã xong, chưa rõ có chậm không", "Done or met, perhaps late"),
    "satisfied_late": OUTCOMES_TOGETHER["satisfied_late"],
    "satisfied": OUTCOMES_TOGETHER["satisfied"],
    "waived": OUTCOMES_TOGETHER["waived"],
    "not_applicable": OUTCOMES_TOGETHER["not_applicable"],
}
"""The headings of counts, in their order."""
RARE: Final[frozenset[Told]] = frozenset({"met", "unmet"})
"""What is no outcome of its own, and is told only where there is such a one."""

MODALITIES: Final[Mapping[str, Pair]] = {
    "must": ("Bắt buộc", "Must"),
    "should": ("Phấn đấu, ưu tiên", "Should"),
    "may": ("Khuyến khích", "May"),
}

VERIFICATIONS: Final[Mapping[str, Pair]] = {
    "primary": ("Đã đối chiếu nguyên văn", "Checked against the original words"),
    "secondary": ("Theo nguồn tóm tắt", "From a summary"),
    "derived": ("Suy ra, tính toán", "Derived or computed"),
    "interpretation": ("Theo cách hiểu của bộ quy định", "A reading that the pack adopts"),
    "unverified": ("Chưa đối chiếu được văn bản", "The text has not been seen"),
}

REASONS: Final[Mapping[str, Pair]] = {
    "not-in-force": ("quy định không có hiệu lực ngày đó", "the rule is not in force that day"),
    "condition": ("điều kiện áp dụng không có", "the conditions for it do not hold"),
    "exception": ("thuộc trường hợp ngoại lệ", "an exception holds"),
    "unit-ended": ("đơn vị thôi tồn tại trước thời hạn", "the unit ended before it fell due"),
    "not-established": ("đơn vị thành lập sau đó", "the unit was established later"),
    "no-item": ("không có việc để rà soát", "there is nothing to judge"),
    "kind-ended": ("cấp đơn vị này không còn", "this kind of unit was abolished"),
    "may-not-met": ("được khuyến khích, chưa thực hiện", "encouraged, and not done"),
}


def told_as(finding: Finding) -> Told:
    """Return what a finding counts as for people."""
    return told_of(finding.outcome, finding.possible)


def told_of(outcome: Outcome, possible: Iterable[str]) -> Told:
    """Return what a finding of an outcome, and of those that remain, counts as for people."""
    remain = frozenset(possible)
    if outcome == "indeterminate" and remain:
        if remain <= MET:
            return "met"
        if remain <= UNMET:
            return "unmet"
    return outcome


def finding_words(finding: Finding, rule: Rule, lang: Language) -> str:
    """Return what came of a finding in words, though its lateness be open."""
    told = told_as(finding)
    if told in RARE:
        return say(_LATENESS_OPEN[told, rule.form == "act"], lang)
    if finding.due is None and not finding.dues and rule.form == "act":
        without = _WITHOUT_A_DAY.get(finding.outcome)
        if without is not None:
            return say(without, lang)
    return outcome_words(finding.outcome, rule, lang)


def outcome_words(outcome: Outcome, rule: Rule, lang: Language) -> str:
    """Return an outcome in words; they depend on the rule's form and modality."""
    if outcome in _OF_EITHER:
        return say(_OF_EITHER[outcome], lang)
    if outcome == "violated" and rule.modality == "should":
        return say(_SHOULD_ACT if rule.form == "act" else _SHOULD_STATE, lang)
    if outcome == "violated" and rule.form == "cap":
        return say(_OVER_A_CAP, lang)
    return say((_OF_ACT if rule.form == "act" else _OF_STATE)[outcome], lang)
