"""The nodes of a `kinds.yaml`: every slip becomes a problem with its file, line and field."""

from __future__ import annotations

from collections.abc import Iterable

from isocheck.errors import Location, Problem
from isocheck.messages.words import LANGUAGES
from isocheck.source.guess import closest
from isocheck.source.nodes import Fields, Items


class KindsForm:
    """A `kinds.yaml` being read, and where its problems go."""

    def __init__(self, pack: str, shown: str) -> None:
        self.problems: list[Problem] = []
        self.pack = pack
        self.shown = shown

    def mapping(self, body: Fields, key: str, where: str) -> Fields:
        """Return the mapping below a key, an empty one if there is none."""
        part = body.get(key)
        if isinstance(part, Fields):
            return part
        if key in body:
            self.problem("kinds.mapping-expected", body.line_of(key), f"{where}.{key}")
        return Fields(body.line)

    def words(self, body: Fields, key: str, where: str) -> tuple[str, ...]:
        """Return a list of words below a key."""
        words = body.get(key)
        if isinstance(words, Items) and words and all(isinstance(word, str) for word in words):
            return tuple(words)
        if key in body:
            self.problem("kinds.list-expected", body.line_of(key), f"{where}.{key}")
        return ()

    def word(self, body: Fields, key: str, where: str) -> str | None:
        """Return one word below a key, None if there is none."""
        word = body.get(key)
        if key in body and not isinstance(word, str):
            self.problem("kinds.text-expected", body.line_of(key), f"{where}.{key}")
            return None
        return word

    def said(self, body: Fields, key: str, where: str) -> dict[str, str]:
        """Return what people read, in each language; one text stands for both."""
        value = body.get(key)
        if isinstance(value, str) and value:
            return dict.fromkeys(LANGUAGES, value)
        if isinstance(value, Fields):
            texts = [value.get(lang) for lang in LANGUAGES]
            if set(value) == set(LANGUAGES) and all(isinstance(t, str) and t for t in texts):
                return dict(value)
        if key in body:
            self.problem("kinds.said", body.line_of(key), f"{where}.{key}", key=key)
        return {}

    def flag(self, body: Fields, key: str, where: str) -> bool:
        """Return a yes or no below a key; left out it is no."""
        value = body.get(key, "false")
        if value not in ("true", "false"):
            self.problem("kinds.yes-no-expected", body.line_of(key), f"{where}.{key}")
        return bool(value == "true")

    def known_keys(self, body: Fields, known: Iterable[str], where: str) -> None:
        """Record each key that means nothing here."""
        known = tuple(known)
        for key in body:
            if key not in known:
                self.problem(
                    "kinds.unknown-key",
                    body.line_of(key),
                    where,
                    name=key,
                    guess=closest(key, known),
                    known=list(known),
                )

    def problem(self, code: str, line: int, where: str, **args: object) -> None:
        """Record a problem of the file."""
        self.problems.append(Problem(code, Location(self.shown, line), where.strip("."), args))
