"""Contents compressed and read again: within a bound, and nothing behind their end."""

from __future__ import annotations

import zlib
from typing import Final

# What one content may take in memory: the document of some 15,000 bodies with everything listed.
LARGEST: Final = 1 << 29
# What one entry may take, or one head: an entry holds the words of a call, and no document.
LONGEST_ENTRY: Final = 1 << 24


def unpacked(packed: bytes, size: int) -> bytes | None:
    """Return what was compressed to `packed`; None unless it is `size` bytes, and ends there.

    Nothing beyond `size` is unpacked, and nothing beyond `LARGEST` is tried.
    """
    if not 0 <= size <= LARGEST:
        return None
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(packed, size + 1)
    except zlib.error:
        return None
    ends = unpacking.eof and not unpacking.unused_data and not unpacking.unconsumed_tail
    return data if ends and len(data) == size else None
