"""A text that names a document is read, though words of one that is gone stand in it."""

from __future__ import annotations

import pytest

from isocheck.records.forms import document_of


@pytest.mark.parametrize(
    "text",
    [
        "12/QĐ-UBND",
        "Thu hồi tạm ứng, phiếu thu số 3",
        "Thu hồi theo Phiếu thu số 3",
        "Phiếu thu số 3, tiền đã thu hồi",
        "Quyết định thu hồi 12/QĐ-UBND",
        "Công văn về việc thu hồi",
        "Huy động vốn số 3",
        "Biên bản họp ngày 5/6",
        "Biên bản kiểm tra",
        "Đang áp dụng theo 12/QĐ-UBND",
        "Đã ban hành 12/QĐ-UBND",
        "Không số",
    ],
)
def test_what_names_a_document_is_read(text: str) -> None:
    assert document_of(text) == text
