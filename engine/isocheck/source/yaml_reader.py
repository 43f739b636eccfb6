"""YAML as isocheck reads it: texts as written, with lines, and nothing that a clerk does not write.

The parser's events are walked with a stack of our own: no recursion, no node objects, no guessing
of types. Anchors, aliases, tags and merge keys are refused, so nothing can expand.
"""

from __future__ import annotations

from typing import Any

import yaml

from isocheck.errors import InputProblems, Location, Problem
from isocheck.source.nodes import REFUSED, Fields, Items
from isocheck.source.text import (
    CONTROL,
    MOST_MARKS,
    decoded,
    name_of,
    nfc,
    too_many_marks,
)
from isocheck.source.yaml_syntax import MAX_DEPTH, syntax_problem

MAX_PROBLEMS = 1000  # of one file; a file with more is of another kind than intended
MAX_CONTAINERS = 1_000_000  # lists and mappings of one file; bounds the memory it may take
MAX_NODES = 2_000_000  # texts, keys, lists and mappings of one file, for the same reason

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"null", "~", "Null", "NULL"})


def read_yaml(
    source: str | bytes, shown: str, *, empty_is_null: bool = False
) -> Fields | Items | str | None:
    """Return what the document holds.

    `shown` names the file in messages. A value left empty (`ended_on:`) is refused, unless
    `empty_is_null`.

    Raises:
        InputProblems: every problem of the file that can be told in one reading.
    """
    node, problems, _ = parse_yaml(source, shown, empty_is_null=empty_is_null)
    if problems:
        raise InputProblems(problems)
    return node


def parse_yaml(
    source: str | bytes, shown: str, *, empty_is_null: bool = False, may_be_empty: str = ""
) -> tuple[Fields | Items | str | None, list[Problem], bool]:
    """Return what could be read, the problems, and whether the file was read to its end.

    A refused value stands as `REFUSED`. `may_be_empty` is a key at the top of the document whose
    value may be left empty: it reads as null.
    """
    reader = _Reader(shown, empty_is_null, may_be_empty)
    try:
        data = source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
        text = decoded(data, shown)
    except InputProblems as error:
        return None, error.problems, False
    loader = _LOADER(text)
    try:
        whole = reader.read(loader)
    except yaml.YAMLError as error:
        reader.problems.append(syntax_problem(error, text, shown))
        whole = False
    finally:
        loader.dispose()
    return reader.root, reader.problems, whole


def _is_plain(text: str) -> bool:
    """Tell whether a text written with escapes can hold nothing that does not show."""
    return text.isascii() and text.isprintable()


class _StopReadingError(Exception):
    """The rest of the file is not worth reading, or not safe to."""


class _Reader:
    """Builds the nodes of one document from its events."""

    def __init__(self, shown: str, empty_is_null: bool, may_be_empty: str = "") -> None:
        self.root: Any = None
        self.problems: list[Problem] = []
        self._may_be_empty = may_be_empty
        self._shown = shown
        self._empty_is_null = empty_is_null
        self._node: Any = None  # the mapping or sequence being filled
        self._key: Any = None  # the key that waits for its value; REFUSED: drop the value
        self._key_line = 0
        self._key_end = 0  # where in the text the key ends
        self._stack: list[tuple[Any, Any, int]] = []
        self._keys: dict[str, str] = {}  # one string object for each spelling of a key
        self._documents = 0
        self._containers = 0
        self._nodes = 0

    def read(self, loader: Any) -> bool:
        """Walk all events; return whether the end was reached."""
        handlers = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open_mapping,
            yaml.SequenceStartEvent: self._open_sequence,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        end = yaml.StreamEndEvent
        next_event = loader.get_event
        handler_of = handlers.get
        try:
            while True:
                event = next_event()
                cls = event.__class__
                handler = handler_of(cls)
                if handler is not None:
                    handler(event)
                elif cls is end:
                    return True
        except _StopReadingError:
            return False

    def _scalar(self, event: Any) -> None:
        if self._key is None and self._node.__class__ is Fields:
            self._take_key(event)
            return
        value = event.value
        style = event.style
        self._count(event)
        if not value.isascii():
            value = self._composed(value, event)
        if not style:
            if value in _NULLS:
                value = None
            elif not value:
                value = self._empty(event)
        elif style == '"' and value is not REFUSED and not _is_plain(value):
            value = self._escaped(value, event)
        if event.anchor is not None or event.tag is not None:
            value = self._decorated(event)
        self._put(value, event)

    def _put(self, value: object, event: Any) -> None:
        node = self._node
        if node.__class__ is Fields:
            key = self._key
            self._key = None
            if key is not REFUSED:
                node[key] = value
                node.lines.append(self._key_line)
        elif node is None:
            self.root = value
        else:
            node.append(value)
            node.lines.append(event.start_mark.line + 1)

    def _take_key(self, event: Any) -> None:
        key = event.value
        line = self._key_line = event.start_mark.line + 1
        self._key_end = event.end_mark.index
        self._count(event)
        known = self._keys.get(key)
        if known is None:
            known = self._composed(key, event)
            if known is REFUSED:
                self._key = REFUSED
                return
            self._keys[key] = known
        self._key = known
        if known in self._node:
            first = self._node.line_of(known)
            self._refuse("yaml.duplicate-key", line, key=known, first=first)
        elif known == "<<" and not event.style:
            self._refuse("yaml.merge-key", line)
        elif not known:
            self._refuse("yaml.empty-key", line)
        elif event.anchor is not None or event.tag is not None:
            self._decorated(event)
            return
        elif event.style == '"' and not _is_plain(known):
            self._escaped(known, event)
            return
        else:
            return
        self._key = REFUSED

    def _open_mapping(self, event: Any) -> None:
        self._open(Fields(event.start_mark.line + 1), event)

    def _open_sequence(self, event: Any) -> None:
        self._open(Items(event.start_mark.line + 1), event)

    def _open(self, child: Fields | Items, event: Any) -> None:
        line = child.line
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        if self._node.__class__ is Fields and self._key is None:
            self._stop("yaml.key-form", line)
        if len(self._stack) >= MAX_DEPTH:
            self._stop("yaml.too-deep", line, limit=MAX_DEPTH)
        self._containers += 1
        if self._containers > MAX_CONTAINERS:
            self._stop("yaml.too-many-lists", line, limit=MAX_CONTAINERS)
        self._stack.append((self._node, self._key, self._key_line))
        self._node = child
        self._key = None

    def _close(self, event: Any) -> None:
        child = self._node
        self._node, self._key, self._key_line = self._stack.pop()
        if self._node.__class__ is Items:
            self._node.append(child)
            self._node.lines.append(child.line)
        else:
            self._put(child, event)

    def _alias(self, event: Any) -> None:
        line = event.start_mark.line + 1
        self._refuse("yaml.alias", line, name=event.anchor)
        if self._node.__class__ is Fields and self._key is None:
            self._key = REFUSED
        else:
            self._put(REFUSED, event)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop("yaml.second-document", event.start_mark.line + 1)

    def _empty(self, event: Any) -> Any:
        if self._node is None or self._empty_is_null:
            return None
        if self._key == self._may_be_empty and len(self._stack) == 1:
            return None
        if self._node.__class__ is Fields and self._is_half(event):
            before = next(reversed(self._node))
            whole = f"{self._node[before]}, {self._key}"
            self._refuse("yaml.comma", self._key_line, key=before, value=whole)
            self._key = self._node[before] = REFUSED
        elif self._node.__class__ is Fields:
            # the parser places an empty value after its key, sometimes on a later line
            self._refuse("yaml.empty-value", self._key_line, key=self._key)
        else:
            self._refuse("yaml.empty-entry", event.start_mark.line + 1)
        return REFUSED

    def _is_half(self, event: Any) -> bool:
        """Tell whether a key without a colon is what follows a comma in a text: `{a: b, c}`."""
        return (
            event.start_mark.index == self._key_end
            and isinstance(self._key, str)
            and bool(self._node)
            and isinstance(self._node[next(reversed(self._node))], str)
        )

    def _count(self, event: Any) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._stop("yaml.too-many-nodes", event.start_mark.line + 1, limit=MAX_NODES)

    def _composed(self, value: str, event: Any) -> Any:
        """Return a text as NFC; what is written as escapes can hold what the file's text cannot."""
        if event.style == '"' and too_many_marks(value):
            self._refuse("source.many-marks", event.start_mark.line + 1, limit=MOST_MARKS)
            return REFUSED
        return nfc(value)

    def _escaped(self, value: str, event: Any) -> Any:
        found = CONTROL.search(value)
        if found is None:
            return value
        line = event.start_mark.line + 1
        self._refuse("source.control-character", line, character=name_of(found.group()))
        return REFUSED

    def _decorated(self, event: Any) -> Any:
        line = event.start_mark.line + 1
        if event.anchor is not None:
            self._refuse("yaml.anchor", line, name=event.anchor)
        if event.tag is not None:
            self._refuse("yaml.tag", line, tag=event.tag)
        return REFUSED

    def _refuse(self, code: str, line: int, **args: object) -> None:
        where = self._key if isinstance(self._key, str) and "key" not in args else ""
        self.problems.append(Problem(code, Location(self._shown, line), where, args))
        if len(self.problems) >= MAX_PROBLEMS:
            self._stop("source.more-problems", line, limit=MAX_PROBLEMS)

    def _stop(self, code: str, line: int, **args: object) -> None:
        self.problems.append(Problem(code, Location(self._shown, line), "", args))
        raise _StopReadingError
