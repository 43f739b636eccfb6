"""Every test of the evaluation that asks for `judge` runs with each matcher that works here."""

from __future__ import annotations

from functools import partial
from typing import Any, Protocol

import pytest

from helpers import MATCHERS, Judged, judged


class Judge(Protocol):
    """Judges facts given as text on a day."""

    def __call__(self, profile: Any, records: Any, day: str, **about: Any) -> Judged: ...


@pytest.fixture(params=MATCHERS)
def judge(request: pytest.FixtureRequest) -> Judge:
    return partial(judged, matcher=request.param)
