"""Messages about days of fact files that cannot be."""

from __future__ import annotations

from isocheck.messages.words import Messages

MESSAGES: Messages = {
    "facts.after-collected": {
        "en": (
            "{value} is after {collected}, the day on which these facts were collected ({place})",
            (
                "Nobody can know then what happened later: correct the day if it is mistyped (the "
                "year?), or 'collected_on' if the facts were collected later."
            ),
        ),
        "vi": (
            "{value} sau ngày thu thập thông tin là {collected} ({place})",
            (
                "Khi thu thập chưa thể biết việc xảy ra sau đó: hãy sửa ngày nếu gõ nhầm (nhầm "
                "năm?), hoặc sửa 'collected_on' nếu thông tin được thu thập muộn hơn."
            ),
        ),
    },
    "facts.many-after-collected": {
        "en": (
            (
                "{count} days of the file are after {collected}, the day on which its facts were "
                "collected: {first} to {last}, the first at {example}"
            ),
            (
                "If 'collected_on' is mistyped, correct it; otherwise correct those days: nobody "
                "can know what happened later."
            ),
        ),
        "vi": (
            (
                "{count} ngày trong tệp sau ngày thu thập thông tin là {collected}: từ {first} đến "
                "{last}, ngày đầu tiên ở {example}"
            ),
            (
                "Nếu 'collected_on' gõ nhầm, hãy sửa lại; nếu không, hãy sửa các ngày đó: khi thu "
                "thập chưa thể biết việc xảy ra sau."
            ),
        ),
    },
    "facts.before-other": {
        "en": (
            "{value} lies before {first} ({other}, {place}), which it can only follow",
            "Correct the one of the two that is mistyped.",
        ),
        "vi": (
            "{value} trước {first} ({other}, {place}), trong khi chỉ có thể cùng ngày hoặc sau",
            "Hãy sửa ngày ghi nhầm, một trong hai.",
        ),
    },
    "facts.unchanged": {
        "en": (
            "'{field}' of {value} is as it stood since {first} ({place}): nothing changed that day",
            "Leave out the later one, or mend its '{field}'.",
        ),
        "vi": (
            "'{field}' từ {value} giống hệt từ {first} ({place}): ngày đó không có gì thay đổi",
            "Hãy bỏ lần ghi sau, hoặc sửa '{field}' của lần đó.",
        ),
    },
    "facts.too-far-ahead": {
        "en": (
            (
                "{value} is more than {years} year(s) after {collected}, the day on which these "
                "facts were collected ({place})"
            ),
            (
                "What is decided or planned ahead lies nearer: correct it if it is mistyped (the "
                "year?), or 'collected_on' if the facts were collected later."
            ),
        ),
        "vi": (
            "{value} sau ngày thu thập thông tin là {collected} ({place}) quá {years} năm",
            (
                "Việc quyết định hoặc dự kiến trước không xa đến thế: hãy sửa nếu gõ nhầm (nhầm "
                "năm?), hoặc sửa 'collected_on' nếu thông tin được thu thập muộn hơn."
            ),
        ),
    },
}
