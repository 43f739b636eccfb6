"""Numbers written out in Vietnamese, as the sums of money in official texts are."""

from __future__ import annotations

import unicodedata
from typing import Final

_DIGITS: Final = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES: Final = {
    "nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000,
}  # fmt: skip
_LARGEST: Final = 1_000_000_000
_FILLERS: Final = frozenset({"linh", "lẻ"})  # a gap in the tens
_AROUND: Final = frozenset({"đồng", "chẵn", "việt", "nam"})  # what stands around the number


def number_in_words(text: str) -> int | None:
    """Return the number that a text writes out, or None if it writes none.

    `Ba tỷ không trăm sáu mươi triệu đồng chẵn` is 3,060,000,000. The word for đồng and the
    flourish after it may follow; any other word makes the text no number.
    """
    words = unicodedata.normalize("NFC", text).lower().replace(",", " ").strip(" ./").split()
    while words and words[-1] in _AROUND:
        words.pop()
    return _Reader().read(words) if words else None


class _Reader:
    """Adds up groups below a thousand, each with its scale."""

    def __init__(self) -> None:
        self.whole = 0  # milliards that are complete
        self.below = 0  # thousands and millions since
        self.group = 0  # hundreds and tens since the last scale
        self.digit: int | None = None  # a digit whose rank is not known yet
        self.said = False  # a word has been read since the last scale
        self.smallest = _LARGEST * _LARGEST  # scales go down

    def read(self, words: list[str]) -> int | None:
        """Return the number, or None if a word does not fit where it stands."""
        for word in words:
            if not self._take(word):
                return None
        if self.said:
            self._settle()
        return self.whole + self.below + self.group

    def _take(self, word: str) -> bool:
        if word in _DIGITS:
            return self._digit(_DIGITS[word])
        if word in _SCALES:
            return self._scale(_SCALES[word])
        if word in ("trăm", "mươi"):
            return self._rank(100 if word == "trăm" else 10)
        if word == "mười":
            return self._ten()
        # The gap stands between hundreds and units.
        return word in _FILLERS and self.said and self.digit is None and self.group % 100 == 0

    def _digit(self, digit: int) -> bool:
        if self.digit is not None or self.group % 10:
            return False
        self.digit, self.said = digit, True
        return True

    def _rank(self, rank: int) -> bool:
        if self.digit is None or self.group % (rank * 10):
            return False
        self.group += self.digit * rank
        self.digit = None
        return True

    def _ten(self) -> bool:
        if self.digit is not None or self.group % 100:
            return False
        self.group += 10
        self.said = True
        return True

    def _scale(self, scale: int) -> bool:
        if scale == _LARGEST:
            # `hai nghìn tỷ`: what stands before it is counted in milliards as a whole.
            if not (self.said or self.below):
                return False
            self._settle()
            self.whole += (self.below + self.group) * scale
            self.below = self.group = 0
            self.smallest = scale
            self.said = False
            return self.whole > 0
        if not self.said or scale >= self.smallest:
            return False
        self._settle()
        self.below += self.group * scale
        self.group, self.said, self.smallest = 0, False, scale
        return True

    def _settle(self) -> None:
        self.group += self.digit or 0
        self.digit = None
