"""Messages about packs as their authors write them: figures, coverage, what a pack lacks."""

from __future__ import annotations

from isocheck.messages.words import Messages

MESSAGES: Messages = {
    "bench-no-law": {
        "en": (
            "there is no profile and no pack '{value}'",
            "[[Did you mean '{suggestion}'? ]]Profiles: {known}. Packs: {packs}.",
        ),
        "vi": (
            "không có hệ văn bản, cũng không có bộ quy định '{value}'",
            "[[Có phải '{suggestion}'? ]]Các hệ văn bản: {known}. Các bộ: {packs}.",
        ),
    },
    "uncoded-twice": {
        "en": (
            "the place [{value}] is listed as carrying no rule twice",
            "Take one of the two out.",
        ),
        "vi": (
            "đoạn [{value}] được liệt kê hai lần là không có quy định",
            "Hãy bỏ một trong hai chỗ.",
        ),
    },
    "annex-columns": {
        "en": (
            "the row has {value} cells, the table {columns} columns",
            "Write a cell for each column; null for one that is left blank.",
        ),
        "vi": (
            "dòng có {value} ô, bảng có {columns} cột",
            "Hãy ghi đủ mỗi cột một ô; ô để trống thì ghi null.",
        ),
    },
    "annex-number": {
        "en": ("'{key}' is '{value}', not a whole number", "Write digits only: 1500, not 1.500."),
        "vi": (
            "'{key}' là '{value}', không phải số nguyên",
            "Chỉ ghi chữ số: 1500, không ghi 1.500.",
        ),
    },
    "annex-row-twice": {
        "en": ("there are two rows '{value}'", "Give each row an id of its own."),
        "vi": ("có hai dòng '{value}'", "Hãy đặt cho mỗi dòng một mã riêng."),
    },
    "annex-no-row": {
        "en": (
            "there is no other row '{value}'",
            "[[Did you mean '{suggestion}'? ]]Rows: {known}.",
        ),
        "vi": (
            "không có dòng nào khác là '{value}'",
            "[[Có phải '{suggestion}'? ]]Các dòng: {known}.",
        ),
    },
    "annex-words": {
        "en": ("'{value}' writes out no number", "Write the words as the text has them."),
        "vi": (
            "'{value}' không phải là một số viết bằng chữ",
            "Hãy chép đúng các chữ trong văn bản.",
        ),
    },
    "annex-claim": {
        "en": (
            "it is not said what the figure is held against",
            "Write 'product: [5, 11]', or 'share: 70%' with 'of: 226'.",
        ),
        "vi": (
            "chưa ghi con số được so với cái gì",
            "Hãy ghi 'product: [5, 11]', hoặc 'share: 70%' cùng 'of: 226'.",
        ),
    },
    "bench-unused-parameter": {
        "en": (
            "no rule, derived value or other parameter uses '{value}'",
            "Take it out, or use it where the number is written.",
        ),
        "vi": (
            "không quy định, giá trị tính hay tham số nào dùng '{value}'",
            "Hãy bỏ đi, hoặc dùng ở chỗ đang ghi con số đó.",
        ),
    },
    "bench-unused-derived": {
        "en": (
            "no rule and no other derived value uses '{value}'",
            "Take it out, or use it in a rule or its details.",
        ),
        "vi": (
            "không quy định hay giá trị tính nào khác dùng '{value}'",
            "Hãy bỏ đi, hoặc dùng trong một quy định hay phần chi tiết của nó.",
        ),
    },
    "bench-no-case": {
        "en": ("no case of the pack names the rule", "Write one below tests/."),
        "vi": (
            "không trường hợp thử nào nêu quy định này",
            "Hãy viết trường hợp thử trong tests/.",
        ),
    },
    "bench-after-unknown": {
        "en": (
            "the action comes after '{value}', which is no rule here",
            "[[Did you mean '{suggestion}'? ]]Name a rule of this pack or of one that it requires.",
        ),
        "vi": (
            "việc này đứng sau '{value}', nhưng không có quy định đó",
            "[[Có phải '{suggestion}'? ]]Hãy nêu quy định của bộ này hoặc của bộ mà nó cần.",
        ),
    },
    "bench-outcome-unknown": {
        "en": (
            "a condition asks for the outcome of '{value}', which is no rule here",
            "[[Did you mean '{suggestion}'? ]]Such a condition is never known.",
        ),
        "vi": (
            "một điều kiện hỏi kết quả của '{value}', nhưng không có quy định đó",
            "[[Có phải '{suggestion}'? ]]Điều kiện như vậy không bao giờ xác định được.",
        ),
    },
    "bench-no-quote": {
        "en": (
            "[{at}] of the pack's own text is cited without its words",
            "Add 'quote: \"…\"', letter by letter.",
        ),
        "vi": (
            "dẫn [{at}] của chính văn bản này mà không trích nguyên văn",
            "Hãy thêm 'quote: \"…\"', trích đúng từng chữ.",
        ),
    },
    "bench-due-verification": {
        "en": (
            "'{value}' does not say how well its day is founded",
            (
                "Add 'verification': '{value}: {{year_end: item.year, verification: derived}}', "
                "'interpretation' where the text names no day; or name a parameter."
            ),
        ),
        "vi": (
            "'{value}' chưa ghi mức đối chiếu của thời hạn",
            (
                "Hãy thêm 'verification': "
                "'{value}: {{year_end: item.year, verification: derived}}', "
                "ghi 'interpretation' nếu văn bản không nêu ngày; hoặc dùng tham số."
            ),
        ),
    },
    "bench-no-translation": {
        "en": (
            "the text stands in one language only: '{value}'",
            "Write both: '{{vi: …, en: …}}'.",
        ),
        "vi": (
            "chỉ có một thứ tiếng: '{value}'",
            "Hãy ghi cả hai: '{{vi: …, en: …}}'.",
        ),
    },
    "bench-no-vocabulary": {
        "en": (
            "'{value}' is compared with a word, and its words are declared nowhere",
            "Give the field a vocabulary in kinds.yaml: a misspelt word is another word.",
        ),
        "vi": (
            "'{value}' được so sánh với một từ, nhưng chưa có bảng từ",
            "Hãy lập bảng từ cho trường đó trong kinds.yaml: từ ghi sai sẽ thành từ khác.",
        ),
    },
    "bench-no-label": {
        "en": (
            "'{value}' has no label, so people read it as it is written here",
            "Write 'label: {{vi: …, en: …}}'.",
        ),
        "vi": (
            "'{value}' không có tên gọi, nên báo cáo phải in đúng chữ này",
            "Hãy ghi 'label: {{vi: …, en: …}}'.",
        ),
    },
    "bench-cells": {
        "en": (
            "the figures '{value}' do not stand in [{at}] in this order",
            "Transcribe the cells as the text prints them.",
        ),
        "vi": (
            "các con số '{value}' không đứng theo thứ tự này trong [{at}]",
            "Hãy chép các ô đúng như văn bản in.",
        ),
    },
    "bench-paragraph": {
        "en": (
            "no rule encodes [{value}] “{text}”",
            "Cite it in a rule or parameter, or list it in uncoded.yaml with the reason.",
        ),
        "vi": (
            "chưa quy định nào mã hóa [{value}] “{text}”",
            "Hãy dẫn đoạn này trong một quy định hay tham số, hoặc ghi vào uncoded.yaml kèm lý do.",
        ),
    },
    "bench-coded-after-all": {
        "en": (
            "[{value}] is listed as carrying no rule, yet {rules} cites it",
            "Take it out of uncoded.yaml, or add the 'quote' of the words that carry none.",
        ),
        "vi": (
            "[{value}] được liệt kê là không có quy định, nhưng {rules} dẫn đoạn này",
            "Hãy bỏ khỏi uncoded.yaml, hoặc thêm 'quote' cho những chữ không có quy định.",
        ),
    },
    "bench-outcome": {
        "en": ("no case shows the outcome {value}", "Write a case that expects it."),
        "vi": (
            "không trường hợp thử nào cho thấy kết quả {value}",
            "Hãy viết trường hợp thử mong đợi kết quả đó.",
        ),
    },
    "bench-equivalent-noticed": {
        "en": (
            "'{value}' is listed as equivalent, but a case notices it",
            "Take it out of equivalents.yaml.",
        ),
        "vi": (
            "'{value}' được liệt kê là tương đương, nhưng có trường hợp thử phát hiện được",
            "Hãy bỏ khỏi equivalents.yaml.",
        ),
    },
    "bench-equivalent-unknown": {
        "en": (
            "'{value}' is listed as equivalent, but there is no such mutant",
            "Take it out of equivalents.yaml, or copy the id that `packs mutate` prints.",
        ),
        "vi": (
            "'{value}' được liệt kê là tương đương, nhưng không có biến thể nào như vậy",
            "Hãy bỏ khỏi equivalents.yaml, hoặc chép mã mà `packs mutate` in ra.",
        ),
    },
    "bench-pack-id": {
        "en": (
            "'{value}' cannot be the id of a pack",
            "Use small letters, digits and '-', beginning with a letter: 'tt26'.",
        ),
        "vi": (
            "'{value}' không dùng được làm mã bộ quy định",
            "Chỉ dùng chữ thường, chữ số và '-', bắt đầu bằng chữ cái: 'tt26'.",
        ),
    },
    "bench-there-already": {
        "en": ("there is something here already", "Choose another id or another folder."),
        "vi": ("chỗ này đã có nội dung", "Hãy chọn mã khác hoặc thư mục khác."),
    },
    "bench-no-model": {
        "en": (
            "what the new pack is modelled on is not clear[[: '{value}' has no folder `new`]]",
            "[[Did you mean '{suggestion}'? ]]Name one with --from: {known}.",
        ),
        "vi": (
            "chưa rõ bộ quy định mới theo mẫu của bộ nào[[: '{value}' không có thư mục `new`]]",
            "[[Có phải '{suggestion}'? ]]Hãy nêu một bộ qua --from: {known}.",
        ),
    },
    "bench-model-link": {
        "en": ("this is a symbolic link", "Put the file itself there."),
        "vi": ("đây là liên kết, không phải tệp", "Hãy đặt chính tệp đó vào đây."),
    },
    "bench-model-text": {
        "en": ("this is not text in UTF-8", "Save it as UTF-8."),
        "vi": ("tệp này không phải văn bản UTF-8", "Hãy lưu tệp dạng UTF-8."),
    },
    "bench-no-body": {
        "en": (
            "no reporting line begins, passes or ends at '{value}'",
            (
                "[[Did you mean '{suggestion}'? ]][[If it is a folder, write '{folder}/'. ]]"
                "Named on lines: {known}."
            ),
        ),
        "vi": (
            "không đường báo cáo nào bắt đầu, đi qua hay kết thúc ở '{value}'",
            (
                "[[Có phải '{suggestion}'? ]][[Nếu là thư mục thì ghi '{folder}/'. ]]"
                "Có tên trên các đường báo cáo: {known}."
            ),
        ),
    },
    "bench-document": {
        "en": (
            "this is neither a facts folder nor a findings document",
            "Name a folder, or a file made by `isocheck FOLDER --all --format json`.",
        ),
        "vi": (
            "đây không phải thư mục thông tin, cũng không phải tệp kết quả",
            "Hãy nêu một thư mục, hoặc tệp do `isocheck THƯ_MỤC --all --format json` tạo ra.",
        ),
    },
    "bench-document-form": {
        "en": (
            "this is not as isocheck writes a findings document",
            "Make it again with `isocheck FOLDER --all --format json`.",
        ),
        "vi": (
            "chỗ này không đúng mẫu của tệp kết quả do isocheck ghi",
            "Hãy tạo lại bằng `isocheck THƯ_MỤC --all --format json`.",
        ),
    },
    "bench-no-rule": {
        "en": (
            "there is no rule, derived value or parameter '{value}' here",
            "[[Did you mean '{suggestion}'? ]]",
        ),
        "vi": (
            "không có quy định, giá trị tính hay tham số nào là '{value}'",
            "[[Có phải '{suggestion}'? ]]",
        ),
    },
}
