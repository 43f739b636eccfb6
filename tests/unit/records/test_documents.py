"""A text that names a document is read, though words of one that is gone stand in it."""

from __future__ import annotations

import pytest

from isocheck.records.documents import document_of
from isocheck.records.forms import FormError


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
        "12/QĐ-UBND (thay thế 05/QĐ-UBND đã hết hiệu lực)",
        "12/QĐ-UBND thay thế cho Quyết định số 05/QĐ-UBND đã bị bãi bỏ",
        "BB 3 (thay thế BB 2 đã thu hồi)",
        "Thay thế BB 2, BB 3",
        "12/QĐ-UBND bãi bỏ 05/QĐ-UBND",
        "12/QĐ-UBND bãi bỏ Quyết định số 05/QĐ-UBND",
        "Mô hình khung 101/QĐ-BKHCN",
        "12/QD-UBND (thay the 05/QD-UBND da het hieu luc)",
        "Phiếu thu số 3, đã thu hồi tiền",
        "Phiếu thu số 3 thu hồi tạm ứng",
        "Tờ trình 15/TTr-SKHCN kèm dự thảo",
        "Công văn góp ý dự thảo",
        "Tờ trình 15/TTr-SKHCN về dự thảo Kế hoạch",
    ],
)
def test_what_names_a_document_is_read(text: str) -> None:
    assert document_of(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Biên bản đã thu hồi",
        "BB 3 (không còn hiệu lực)",
        "5/QĐ (đã bị thay thế)",
        "12/QĐ-UBND (bãi bỏ 2019)",
        "12/QĐ-UBND thu hồi",
        "12/QĐ-UBND, hết hiệu lực từ 2019",
        "12/QĐ-UBND bị thay thế bởi 15/QĐ-UBND",
        "12/QĐ-UBND (được thay thế bằng 15/QĐ-UBND)",
        "12/QĐ-UBND – hủy",
        "BB 3, đã hủy",
        "BB 3 (bị mất)",
        "12/QD-UBND (da thu hoi)",
        "12/QD-UBND het hieu luc",
        "12/QĐ-UBND (đã thu hồi), thay thế 05/QĐ-UBND",
    ],
)
def test_what_is_gone_is_told_with_how_to_write_that(text: str) -> None:
    with pytest.raises(FormError) as caught:
        document_of(text)
    assert caught.value.code == "facts.document-gone"


@pytest.mark.parametrize(
    "text",
    [
        "dự thảo",
        "Biên bản (dự thảo)",
        "5/QĐ (dự thảo)",
        "BB số 3 chưa ký",
        "12/QĐ-UBND (chưa ký)",
        "12/QĐ-UBND, bản nháp",
        "12/QD-UBND (chua ky)",
        "Bản dự thảo",
    ],
)
def test_a_draft_is_none_yet(text: str) -> None:
    with pytest.raises(FormError) as caught:
        document_of(text)
    assert caught.value.code == "facts.no-document"
    assert caught.value.args_of_message["likely"] == {"en": "there is none", "vi": "không có"}


@pytest.mark.parametrize(
    "text",
    [
        "tự xây dựng",
        "Tự soạn thảo",
        "Mô hình riêng của xã",
        "mô hình cũ",
        "khác",
        "theo mẫu của Sở",
    ],
)
def test_what_sort_it_is_names_no_document(text: str) -> None:
    with pytest.raises(FormError) as caught:
        document_of(text)
    assert caught.value.code == "facts.no-document"
