"""Strong Kleene logic (design §4)."""

from __future__ import annotations

import pytest

from isocheck.logic.truth import all_of, any_of, negation


@pytest.mark.parametrize(
    ("parts", "every", "some"),
    [
        ([], True, False),
        ([True], True, True),
        ([False], False, False),
        ([None], None, None),
        ([True, False], False, True),
        ([True, None], None, True),
        ([None, True], None, True),
        ([False, None], False, None),
        ([None, False], False, None),
        ([True, None, False], False, True),
    ],
)
def test_what_is_not_known_decides_nothing_that_the_others_do_not(parts, every, some):
    assert all_of(parts) is every
    assert any_of(parts) is some


@pytest.mark.parametrize(("part", "opposite"), [(True, False), (False, True), (None, None)])
def test_the_opposite_of_what_is_not_known_is_not_known(part, opposite):
    assert negation(part) is opposite
