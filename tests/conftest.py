"""What all tests share: what is read again and again without a change is read once.

A third of the suite's time went into reading the kinds of the packs that come with isocheck some
two thousand times. What is kept is keyed by the very bytes, so that a test that changes a file
reads what it wrote; the nodes and kinds are the same objects, which nothing may change.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from isocheck.packs import loading
from isocheck.records.kinds import of_packs as kinds_of_packs
from isocheck.source import yaml_reader

_MOST = 512  # files, or kinds of files, kept at a time

_LAW = ("kinds.yaml", "parameters.yaml", "derived.yaml")  # records and cases are changed when read

_law = lru_cache(_MOST)(yaml_reader.read_yaml)
_read_sound_kinds = kinds_of_packs.read_sound_kinds
_read_vocabularies = kinds_of_packs.read_vocabularies


class _Same:
    """An argument that is told from another by what it is, not by what it holds."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


def _as_key(vocabularies: Mapping[str, Any]) -> tuple[tuple[str, _Same], ...]:
    return tuple((name, _Same(each)) for name, each in vocabularies.items())


def _as_mapping(key: tuple[tuple[str, _Same], ...]) -> dict[str, Any]:
    return {name: each.value for name, each in key}


@lru_cache(_MOST)
def _kinds(node: _Same, pack: str, shown: str, key: tuple[tuple[str, _Same], ...]) -> Any:
    return _read_sound_kinds(node.value, pack, shown, _as_mapping(key))


@lru_cache(_MOST)
def _vocabularies(node: _Same, pack: str, shown: str, key: tuple[tuple[str, _Same], ...]) -> Any:
    return _read_vocabularies(node.value, pack, shown, _as_mapping(key))


def _kinds_once(node: Any, pack: str, shown: str, vocabularies: Mapping[str, Any]) -> Any:
    kinds, problems = _kinds(_Same(node), pack, shown, _as_key(vocabularies))
    return dict(kinds), list(problems)


def _vocabularies_once(node: Any, pack: str, shown: str, earlier: Mapping[str, Any]) -> Any:
    found, problems = _vocabularies(_Same(node), pack, shown, _as_key(earlier))
    return dict(found), list(problems)


def _read_once(data: bytes, shown: str) -> Any:
    law = (shown.endswith(_LAW) or "/rules/" in shown) and "/tests/" not in shown
    return _law(data, shown) if law else yaml_reader.read_yaml(data, shown)


loading.read_yaml = _read_once
kinds_of_packs.read_sound_kinds = _kinds_once
kinds_of_packs.read_vocabularies = _vocabularies_once
