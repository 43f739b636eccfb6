"""Messages about single values of fact files: days, money, codes, words."""

from __future__ import annotations

from isocheck.messages.words import Messages

MESSAGES: Messages = {
    "facts.one-value": {
        "en": (
            "a list or a group of fields stands where one value is expected",
            "Write a single value.",
        ),
        "vi": (
            "có danh sách hoặc nhóm trường ở chỗ chỉ cần một giá trị",
            "Hãy ghi một giá trị.",
        ),
    },
    "facts.entry-null": {
        "en": (
            "an entry of a list is null",
            "Delete the entry; an empty list [] says that there is none.",
        ),
        "vi": (
            "có mục trong danh sách ghi null",
            "Hãy xoá mục đó; danh sách trống [] nghĩa là không có.",
        ),
    },
    "facts.says-nothing": {
        "en": (
            "'{value}' stands where a text is asked for; it would count as one",
            "Write null (in a table: none) if there is none; if it is not known leave it out.",
        ),
        "vi": (
            "'{value}' đứng ở chỗ phải ghi nội dung, và sẽ bị hiểu là đã có",
            "Hãy ghi null (trong bảng: không) nếu không có; nếu chưa biết thì bỏ dòng, để trống ô.",
        ),
    },
    "facts.no-document": {
        "en": (
            "'{value}' names no document, but would count as one",
            (
                "Probably it says that {likely}. Write the number or name of the document. What "
                "has not been done or issued yet is no entry: leave out the whole, since with "
                "null in this place the rest would count. Where it was done without this document "
                "write null (in a table: none); if it is not known leave the field out."
            ),
        ),
        "vi": (
            "'{value}' không phải số hay tên văn bản, nhưng sẽ bị hiểu là đã có văn bản",
            (
                "Có lẽ ý là {likely}. Có văn bản thì ghi số hoặc tên. Việc chưa làm, chưa ban hành "
                "thì bỏ cả mục, cả hồ sơ, vì chỉ ghi null ở đây thì phần còn lại vẫn được tính. "
                "Đã làm mà không có văn bản này thì ghi null (trong bảng: không); chưa biết thì bỏ "
                "trường đó, để trống ô."
            ),
        ),
    },
    "facts.document-gone": {
        "en": (
            "'{value}' says that the document does not stand any more, but would count as one",
            (
                "Write its number alone. If it was withdrawn or repealed, write that day too where "
                "there is a field for it (withdrawn_on, ended_on); where there is none, leave out "
                "the whole entry or record: with null in its place the rest would still count. If "
                "only the paper is lost and that is what is asked for (minutes), write null."
            ),
        ),
        "vi": (
            "'{value}' cho biết văn bản không còn giá trị, nhưng sẽ bị hiểu là còn văn bản",
            (
                "Hãy chỉ ghi số văn bản. Nếu đã bị thu hồi, bãi bỏ thì ghi thêm ngày đó ở trường "
                "có sẵn (ngày thu hồi withdrawn_on, ngày kết thúc ended_on); không có trường ấy "
                "thì bỏ cả mục, cả hồ sơ, vì chỉ ghi null thì phần còn lại vẫn được tính. Nếu chỉ "
                "mất bản giấy của chính văn bản được hỏi (biên bản …) thì ghi null."
            ),
        ),
    },
    "facts.still-example": {
        "en": (
            "'{value}' is that of an example, not a fact",
            "Write what is so without '(example)'; if it is not known put the # back before it.",
        ),
        "vi": (
            "'{value}' là giá trị mẫu, chưa phải thông tin thật",
            "Hãy ghi giá trị thật, bỏ chữ '(ví dụ)'; nếu chưa biết thì đặt lại dấu # ở đầu dòng.",
        ),
    },
    "facts.example-record": {
        "en": (
            "this record is an example",
            "Write what is so for each '(example)', or put the # back before its lines.",
        ),
        "vi": (
            "đây là hồ sơ mẫu",
            "Hãy ghi giá trị thật thay mọi chỗ có '(ví dụ)', hoặc đặt lại dấu # ở đầu các dòng.",
        ),
    },
    "facts.empty-text": {
        "en": (
            "the text is empty",
            "Write null if there is none, or leave the field out if it is not known.",
        ),
        "vi": (
            "nội dung trống",
            "Hãy ghi null nếu không có, hoặc bỏ trường đó nếu chưa biết.",
        ),
    },
    "facts.text-too-long": {
        "en": ("the text has {length} characters; at most {limit} are read", "Shorten it."),
        "vi": ("nội dung dài {length} ký tự; tối đa là {limit}", "Hãy rút gọn."),
    },
    "facts.not-a-word": {
        "en": (
            "'{value}' is none of the words that this field has",
            "[[Did you mean '{guess}'?]] The words: {words}.[[ Something else: {other}.]]",
        ),
        "vi": (
            "'{value}' không phải từ được dùng ở đây",
            "[[Có phải ý bạn là '{guess}'?]] Các từ: {words}.[[ Nếu là loại khác, ghi {other}.]]",
        ),
    },
    "facts.other-bare": {
        "en": (
            "'{value}' does not say what it is",
            "Write it after the colon, as in 'other: welfare fund'.",
        ),
        "vi": (
            "'{value}' chưa nói rõ là gì",
            "Hãy ghi sau dấu hai chấm, chẳng hạn 'khác: quỹ phúc lợi'.",
        ),
    },
    "facts.other-known": {
        "en": ("'{value}' is marked as something else, but is a word itself", "Write {guess}."),
        "vi": ("'{value}' được ghi là loại khác, nhưng đã có trong danh sách", "Hãy ghi {guess}."),
    },
    "facts.day-form": {
        "en": (
            "'{value}' is not a day in the form YYYY-MM-DD",
            (
                "[[Write {suggestion}.]] If the day is not known, leave the field out; if it has "
                "not happened, write null (in a table: none)."
            ),
        ),
        "vi": (
            "'{value}' không phải ngày theo dạng năm-tháng-ngày, như 2019-12-31",
            (
                "[[Hãy ghi {suggestion}.]] Nếu chưa biết ngày thì bỏ trường đó; nếu chưa diễn ra "
                "thì ghi null (trong bảng: không)."
            ),
        ),
    },
    "facts.day-impossible": {
        "en": ("there is no day {value}", "Check the month and the day."),
        "vi": ("không có ngày {value}", "Hãy kiểm tra lại tháng và ngày."),
    },
    "facts.day-range": {
        "en": ("the day {value} is not between the years {first} and {last}", "Check the year."),
        "vi": ("ngày {value} nằm ngoài các năm {first} đến {last}", "Hãy kiểm tra lại năm."),
    },
    "facts.year-form": {
        "en": (
            "'{value}' is not a year",
            "[[Write {suggestion}.]] A year has four digits and lies between 1900 and 2200.",
        ),
        "vi": (
            "'{value}' không phải năm",
            "[[Hãy ghi {suggestion}.]] Năm có bốn chữ số, từ 1900 đến 2200.",
        ),
    },
    "facts.period-form": {
        "en": (
            "'{value}' is not a period",
            (
                "[[Did you mean {suggestion}?]] Write a year (2019), years (2018-2020), a half "
                "(2019-H1) or a quarter (2019-Q3)."
            ),
        ),
        "vi": (
            "'{value}' không phải kỳ",
            (
                "[[Có phải ý bạn là {suggestion}?]] Hãy ghi năm (2019), giai đoạn (2018-2020), "
                "'6 tháng đầu năm 2019', '6 tháng cuối năm 2019' hoặc 'quý III/2019'."
            ),
        ),
    },
    "facts.period-order": {
        "en": ("the years of '{value}' run backwards", "Write {suggestion}."),
        "vi": ("các năm của '{value}' xếp ngược", "Hãy ghi {suggestion}."),
    },
    "facts.money-form": {
        "en": (
            "'{value}' is not an amount in whole đồng",
            "[[Write {suggestion}.]] An amount is written with digits only.",
        ),
        "vi": (
            "'{value}' không phải số tiền nguyên đồng",
            "[[Hãy ghi {suggestion}.]] Số tiền chỉ ghi bằng chữ số.",
        ),
    },
    "facts.money-negative": {
        "en": (
            "the amount {value} is negative",
            "Write what was spent or given as a positive amount.",
        ),
        "vi": (
            "số tiền {value} là số âm",
            "Hãy ghi số tiền đã chi hoặc được giao bằng số dương.",
        ),
    },
    "facts.money-fraction": {
        "en": (
            "the amount {value} is not whole",
            "Write whole đồng, with digits only: 1.5 million is 1500000.",
        ),
        "vi": (
            "số tiền {value} là số lẻ",
            "Hãy ghi nguyên đồng, chỉ dùng chữ số: 1,5 triệu ghi là 1500000.",
        ),
    },
    "facts.money-too-large": {
        "en": ("the amount {value} is larger than {limit} đồng", "Check the number of zeros."),
        "vi": ("số tiền {value} lớn hơn {limit} đồng", "Hãy kiểm tra lại số chữ số 0."),
    },
    "facts.yes-no": {
        "en": (
            "'{value}' is neither true nor false",
            "[[Write {suggestion}.]] Leave the line out if it is not known.",
        ),
        "vi": (
            "'{value}' không phải true hoặc false",
            "[[Hãy ghi {suggestion}.]] Nếu chưa biết thì bỏ trường đó.",
        ),
    },
    "facts.codes-form": {
        "en": (
            "a list of codes is expected[[, not '{value}']]",
            'Write it as ["1.001612", "2.000815"], or all.',
        ),
        "vi": (
            "ở đây cần danh sách mã[[, không phải '{value}']]",
            'Hãy ghi dạng ["1.001612", "2.000815"], hoặc all.',
        ),
    },
    "facts.all-in-list": {
        "en": (
            "'{value}' in a list would be a code of that name, not all codes",
            "Write all alone, without brackets; or list the codes.",
        ),
        "vi": (
            "'{value}' trong danh sách sẽ bị hiểu là một mã, không phải là tất cả",
            "Hãy ghi all, không có ngoặc vuông; hoặc liệt kê các mã.",
        ),
    },
    "facts.object-form": {
        "en": (
            "fields are expected below this name[[, not '{value}']]",
            "Write them indented, one a line, or write null if there is none.",
        ),
        "vi": (
            "dưới tên này cần có các trường[[, không phải '{value}']]",
            "Hãy ghi thụt vào, mỗi dòng một trường, hoặc ghi null nếu không có.",
        ),
    },
    "facts.list-form": {
        "en": (
            "a list is expected[[, not '{value}']]",
            "Begin each entry with '- ', also a single one; write [] if there is none.",
        ),
        "vi": (
            "ở đây cần danh sách[[, không phải '{value}']]",
            "Mỗi mục bắt đầu bằng '- ', kể cả khi chỉ có một; nếu không có thì ghi [].",
        ),
    },
    "facts.catalogue-form": {
        "en": (
            "this is neither a list nor the name of a catalogue",
            "Write the entries, or only {{catalogue: ID}}.",
        ),
        "vi": (
            "đây không phải danh sách, cũng không phải tên danh mục",
            "Hãy ghi các mục, hoặc chỉ ghi {{catalogue: ID}}.",
        ),
    },
}
