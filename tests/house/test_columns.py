"""Every field that a table can hold has headings of its own, in both languages."""

from __future__ import annotations

from isocheck.packs.loading import load_profile
from isocheck.records.kinds.columns import heading_key, places_of


def test_every_field_of_a_row_has_a_heading_in_each_language() -> None:
    kinds = [k for k in load_profile("lang-son-2018-2020").kinds.values() if not k.reference]
    assert len(kinds) > 10
    for kind in kinds:
        assert kind.column is not None, kind.id
        for place, words in places_of(kind):
            spec = place.above if place.path[-1] == "catalogue" else place.spec
            assert spec is not None
            assert spec.column is not None, f"{kind.id}: {place.dotted}"
            assert set(spec.column.label.values()) <= set(words)


def test_no_heading_is_a_word_for_what_is_left_aside() -> None:
    for kind in load_profile("lang-son-2018-2020").kinds.values():
        for _, words in places_of(kind):
            for word in words:
                assert not heading_key(word).startswith(("ghi chú", "note", "stt")), word
