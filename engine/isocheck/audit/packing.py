"""Contents compressed and read again: within a bound, and nothing behind their end."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterable
from typing import Final

# What one content may take in memory: the document of some 15,000 bodies with everything listed.
LARGEST: Final = 1 << 29
# What one entry may take, or one head: an entry holds the words of a call, and no document.
LONGEST_ENTRY: Final = 1 << 24
PIECE: Final = 1 << 20


def unpacked(packed: bytes, size: int) -> bytes | None:
    """Return what was compressed to `packed`; None unless it is `size` bytes, and ends there."""
    data = io.BytesIO()
    return data.getvalue() if unpacks([packed], size, data.write) else None


def unpacks(pieces: Iterable[bytes], size: int, take: Callable[[bytes], object]) -> bool:
    """Hand out what some pieces unpack to, and tell whether it is `size` bytes and ends there.

    Nothing beyond `size` is unpacked, and nothing beyond `LARGEST` is tried.
    """
    if not 0 <= size <= LARGEST:
        return False
    unpacking = zlib.decompressobj()
    left = size
    try:
        for piece in pieces:
            waiting = piece
            while not unpacking.eof:
                data = unpacking.decompress(waiting, min(left + 1, PIECE))
                left -= len(data)
                if left < 0:
                    return False
                take(data)
                waiting = unpacking.unconsumed_tail
                if not data and not waiting:
                    break
            if unpacking.eof and (waiting or unpacking.unused_data):
                return False
    except zlib.error:
        return False
    return unpacking.eof and not left
