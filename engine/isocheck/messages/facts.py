"""Messages about fact files and their records."""

from __future__ import annotations

from isocheck.messages.words import Messages

MESSAGES: Messages = {
    # the folder and the head of a file
    "facts.no-files": {
        "en": (
            "the folder holds no fact file, so there is nothing to judge",
            "Put YAML files or CSV tables of facts in it, or give another folder.",
        ),
        "vi": (
            "thư mục không có tệp thông tin nào nên không có gì để rà soát",
            "Hãy đặt tệp YAML hoặc bảng CSV vào thư mục, hoặc chỉ ra thư mục khác.",
        ),
    },
    "facts.no-records": {
        "en": (
            "the fact files hold no record, so there is nothing to judge",
            "Write at least one record.",
        ),
        "vi": (
            "các tệp thông tin không có hồ sơ nào nên không có gì để rà soát",
            "Hãy ghi ít nhất một hồ sơ.",
        ),
    },
    "facts.empty-file": {
        "en": (
            "the file is empty",
            "Begin it with 'facts: v1', or take it out of the folder.",
        ),
        "vi": ("tệp trống", "Hãy bắt đầu bằng 'facts: v1', hoặc bỏ tệp khỏi thư mục."),
    },
    "facts.file-form": {
        "en": (
            "the file does not consist of 'name: value' lines",
            "Begin it with 'facts: v1', 'collected_on: …' and 'records:'.",
        ),
        "vi": (
            "tệp không gồm các dòng 'tên: giá trị'",
            "Hãy bắt đầu bằng 'facts: v1', 'collected_on: …' và 'records:'.",
        ),
    },
    "facts.not-a-fact-file": {
        "en": (
            "this is no fact file: it has neither 'facts' nor 'records'",
            "Begin it with 'facts: v1', or take it out of the folder.",
        ),
        "vi": (
            "đây không phải tệp thông tin: không có 'facts' lẫn 'records'",
            "Hãy bắt đầu bằng 'facts: v1', hoặc bỏ tệp khỏi thư mục.",
        ),
    },
    "facts.version": {
        "en": (
            "the format is not named, or not known[[: '{value}']]",
            "The first line is 'facts: v1'.",
        ),
        "vi": (
            "định dạng chưa được ghi, hoặc không nhận ra[[: '{value}']]",
            "Dòng đầu phải là 'facts: v1'.",
        ),
    },
    "facts.unknown-top-key": {
        "en": (
            "'{name}' does not belong at the top of a fact file",
            "[[Did you mean '{guess}'?]] Known: {known}; a record stands below 'records'.",
        ),
        "vi": (
            "'{name}' không thuộc phần đầu của tệp thông tin",
            "[[Có phải ý bạn là '{guess}'?]] Được dùng: {known}; hồ sơ phải nằm dưới 'records'.",
        ),
    },
    "facts.more-came-back": {
        "en": (
            "{total} came back of {whole} that was paid",
            "No more can come back than was paid: correct one of the two.",
        ),
        "vi": (
            "đã thu hồi {total} trong khi chỉ chi {whole}",
            "Không thể thu hồi nhiều hơn số đã chi: hãy sửa một trong hai.",
        ),
    },
    "facts.more-came-back-of": {
        "en": (
            "{total} came back of the {whole} that was spent on '{id}'",
            "No more can come back than was spent: correct one of the two.",
        ),
        "vi": (
            "đã thu hồi {total} trong khi chỉ chi {whole} cho '{id}'",
            "Không thể thu hồi nhiều hơn số đã chi: hãy sửa một trong hai.",
        ),
    },
    "facts.came-back-of-none": {
        "en": (
            "nothing was spent on '{id}', so nothing can come back of it",
            "Name one of '{parts}'[[: {known}]].",
        ),
        "vi": (
            "không chi gì cho '{id}' nên không thể thu hồi",
            "Hãy ghi một đơn vị trong '{parts}'[[: {known}]].",
        ),
    },
    "facts.not-yet": {
        "en": (
            "'{name}' is not supported yet",
            "Leave it out; what was found out later is written into the record itself.",
        ),
        "vi": (
            "chưa hỗ trợ '{name}'",
            "Hãy bỏ dòng này; điều biết thêm về sau thì ghi thẳng vào hồ sơ.",
        ),
    },
    "facts.complete-form": {
        "en": (
            "'complete' is neither 'all' nor a list of fields[[: '{value}']]",
            "Write 'complete: all', or a list such as [nominated, maintenance].",
        ),
        "vi": (
            "'complete' không phải 'all' hay danh sách trường[[: '{value}']]",
            "Hãy ghi 'complete: all', hoặc danh sách như [nominated, maintenance].",
        ),
    },
    "facts.complete-unknown": {
        "en": (
            "no kind has a list or a group of fields '{path}'",
            "[[Did you mean '{guess}'?]] Known: {known}.",
        ),
        "vi": (
            "không loại hồ sơ nào có danh sách hay nhóm trường '{path}'",
            "[[Có phải ý bạn là '{guess}'?]] Được dùng: {known}.",
        ),
    },
    "facts.complete-single": {
        "en": (
            "'{path}' is neither a list nor a group of fields",
            "What is left out of it stays unknown: take it out of 'complete'.",
        ),
        "vi": (
            "'{path}' không phải danh sách hay nhóm trường",
            "Để trống thì vẫn là chưa biết: hãy bỏ trường này khỏi 'complete'.",
        ),
    },
    "facts.complete-needed": {
        "en": (
            "'{path}' is a list that its owner cannot be without",
            "Take it out of 'complete', and write the list in the record, or [] if there is none.",
        ),
        "vi": (
            "'{path}' là danh sách mà hồ sơ nào cũng phải có",
            "Hãy bỏ trường này khỏi 'complete' và ghi danh sách vào hồ sơ, không có thì ghi [].",
        ),
    },
    "facts.complete-supplements": {
        "en": (
            "a file with 'supplements: true' cannot be declared complete",
            "It adds to records that stand elsewhere: say it in the file that holds them.",
        ),
        "vi": (
            "tệp có 'supplements: true' không thể khai là đầy đủ",
            "Tệp này bổ sung cho hồ sơ ở tệp khác: hãy khai ở tệp có hồ sơ ấy.",
        ),
    },
    "facts.no-collected-on": {
        "en": (
            "the file does not say when its facts were collected",
            "Write 'collected_on: ' and the day, such as 2020-12-31.",
        ),
        "vi": (
            "tệp không ghi ngày thu thập thông tin",
            "Hãy ghi 'collected_on: ' và ngày, chẳng hạn 2020-12-31.",
        ),
    },
    "facts.no-records-key": {
        "en": (
            "the file has no 'records'",
            "Write 'records:' and below it each record, beginning with '- id:'.",
        ),
        "vi": (
            "tệp không có 'records'",
            "Hãy ghi 'records:' rồi ghi từng hồ sơ bên dưới, bắt đầu bằng '- id:'.",
        ),
    },
    "facts.records-form": {
        "en": (
            "'records' is not a list",
            "Write each record below it, beginning with '- id:'; without any, write [].",
        ),
        "vi": (
            "'records' không phải danh sách",
            "Hãy ghi từng hồ sơ bên dưới, bắt đầu bằng '- id:'; nếu không có thì ghi [].",
        ),
    },
    # a record
    "facts.record-form": {
        "en": (
            "the entry is not a record",
            "A record is a group of 'name: value' lines, beginning with '- id:'.",
        ),
        "vi": (
            "mục này không phải hồ sơ",
            "Hồ sơ là nhóm các dòng 'tên: giá trị', bắt đầu bằng '- id:'.",
        ),
    },
    "facts.id-missing": {
        "en": ("the record has no id", "Give it an id that no other record has."),
        "vi": ("hồ sơ không có id", "Hãy đặt cho hồ sơ một id không trùng với hồ sơ khác."),
    },
    "facts.id-form": {
        "en": (
            "the id[[ '{value}']] is not one word",
            "Write a short text without spaces that does not begin with '=', such as c-06187.",
        ),
        "vi": (
            "id[[ '{value}']] không phải một từ liền",
            "Hãy ghi ngắn, không có dấu cách, không bắt đầu bằng '=', chẳng hạn c-06187.",
        ),
    },
    "facts.kind-missing": {
        "en": ("the record has no kind", "Write 'kind: ' and the kind, such as commune."),
        "vi": (
            "hồ sơ không ghi loại",
            "Hãy ghi 'kind: ' và loại hồ sơ, chẳng hạn commune.",
        ),
    },
    "facts.unknown-kind": {
        "en": (
            "no pack declares the kind '{kind}'",
            "[[Did you mean '{guess}'?]] Kinds: {known}.",
        ),
        "vi": (
            "không bộ quy định nào khai báo loại hồ sơ '{kind}'",
            "[[Có phải ý bạn là '{guess}'?]] Các loại: {known}.",
        ),
    },
    "facts.kind-of-pack": {
        "en": (
            "records of kind '{kind}' are laid down by the pack {pack}, not in fact files",
            "Delete the record.",
        ),
        "vi": (
            "hồ sơ loại '{kind}' do bộ quy định {pack} đặt ra, không ghi trong tệp thông tin",
            "Hãy xoá hồ sơ này.",
        ),
    },
    "facts.unknown-field": {
        "en": (
            "there is no field '{field}' here",
            "[[Did you mean '{guess}'?]] Fields: {known}.",
        ),
        "vi": (
            "ở đây không có trường '{field}'",
            "[[Có phải ý bạn là '{guess}'?]] Các trường: {known}.",
        ),
    },
    "facts.required-absent": {
        "en": ("'{field}' must be there and is not", "Add it."),
        "vi": ("thiếu trường bắt buộc '{field}'", "Hãy ghi thêm."),
    },
    "facts.required-null": {
        "en": ("'{field}' must be known and is null", "Write its value."),
        "vi": ("trường bắt buộc '{field}' lại ghi null", "Hãy ghi giá trị của trường."),
    },
    # what holds between values
    "facts.ends-before": {
        "en": (
            "{until} ({last}) is before {on} ({first})",
            "Check the two days.",
        ),
        "vi": ("{until} ({last}) trước {on} ({first})", "Hãy kiểm tra lại hai ngày này."),
    },
    "facts.single-and-list": {
        "en": (
            "'{single}' and '{several}' are both given",
            "Keep '{single}' for one, '{several}' for several.",
        ),
        "vi": (
            "ghi cả '{single}' lẫn '{several}'",
            "Nếu có một thì giữ '{single}', nếu có nhiều thì giữ '{several}'.",
        ),
    },
    "facts.parts-over-whole": {
        "en": (
            "the parts add up to {total} đồng, more than the amount of {whole}",
            "Check the amounts.",
        ),
        "vi": (
            "các phần cộng lại là {total} đồng, lớn hơn tổng số {whole}",
            "Hãy kiểm tra lại các số tiền.",
        ),
    },
    # what holds between records
}
