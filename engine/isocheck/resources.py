"""What comes with isocheck: packs, schemas and the sample facts, in a wheel or in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from isocheck.errors import IsocheckError

DEFAULT_PROFILE: Final = "lang-son-2018-2020"  # where neither a call nor a folder names another
FACTS: Final = "facts"  # the facts folder that is meant where none is named

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]  # the checkout that an editable install points at
_IN_WHEEL = {"facts": "sample_facts"}


class ResourceMissingError(IsocheckError):
    """A folder that comes with isocheck is not there: the installation is broken."""


def tree(name: str) -> Path:
    """Return the folder `policies`, `schemas` or `facts` (the sample)."""
    for candidate in (_PACKAGE / _IN_WHEEL.get(name, name), _CHECKOUT / name):
        if candidate.is_dir():
            return candidate
    raise ResourceMissingError(
        f"the folder {name!r} that comes with isocheck is missing; install it again"
    )
