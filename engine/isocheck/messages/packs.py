"""Messages about packs, profiles, rules, amendments and cases."""

from __future__ import annotations

from isocheck.messages.amendments import AMENDMENTS_AND_CASES
from isocheck.messages.words import Messages

_PACKS: Messages = {
    "pack-not-a-mapping": {
        "en": ("'{value}' stands where 'name: value' lines are expected", "Write a mapping here."),
        "vi": (
            "'{value}' đứng ở chỗ cần các dòng 'tên: giá trị'",
            "Hãy ghi các dòng 'tên: giá trị'.",
        ),
    },
    "pack-not-a-list": {
        "en": ("'{value}' is not a list", "Write a list: entries that begin with '- '."),
        "vi": (
            "'{value}' không phải là danh sách",
            "Hãy ghi một danh sách: mỗi mục bắt đầu bằng '- '.",
        ),
    },
    "pack-unknown-key": {
        "en": (
            "'{key}' is not a key that can stand here",
            "[[Did you mean '{suggestion}'? ]]Known here: {known}.",
        ),
        "vi": (
            "'{key}' không phải là khóa dùng được ở đây",
            "[[Có phải là '{suggestion}'? ]]Các khóa dùng được: {known}.",
        ),
    },
    "pack-missing-key": {
        "en": ("'{key}' is missing", "Add a line '{key}: …'."),
        "vi": ("thiếu '{key}'", "Hãy thêm dòng '{key}: …'."),
    },
    "pack-not-a-text": {
        "en": (
            "'{key}' is '{value}', not a text",
            "Write a text, in quotes if it has special characters.",
        ),
        "vi": (
            "'{key}' là '{value}', không phải văn bản",
            "Hãy ghi một đoạn chữ, đặt trong ngoặc kép nếu có ký tự đặc biệt.",
        ),
    },
    "pack-not-one-of": {
        "en": ("'{key}' is '{value}'", "[[Did you mean '{suggestion}'? ]]It is one of: {words}."),
        "vi": (
            "'{key}' là '{value}'",
            "[[Có phải là '{suggestion}'? ]]Chỉ nhận một trong các giá trị: {words}.",
        ),
    },
    "pack-not-in-both-languages": {
        "en": (
            "'{key}' is '{value}', not a text in both languages",
            "Write '{key}: {{vi: …, en: …}}'.",
        ),
        "vi": (
            "'{key}' là '{value}', chưa có đủ lời bằng hai thứ tiếng",
            "Hãy ghi '{key}: {{vi: …, en: …}}'.",
        ),
    },
    "pack-not-a-day": {
        "en": (
            "'{key}' is '{value}', not a day",
            "Write a real day as 2020-12-31, of the years 1900 to 2200.",
        ),
        "vi": (
            "'{key}' là '{value}', không phải ngày",
            "Hãy ghi một ngày có thật theo dạng 2020-12-31, từ năm 1900 đến 2200.",
        ),
    },
    "pack-file-unknown": {
        "en": (
            "no such file belongs to a pack",
            "[[Did you mean '{suggestion}'? ]]It would not be read: rename it, or take it away.",
        ),
        "vi": (
            "bộ quy định không có tệp nào như vậy",
            "[[Có phải '{suggestion}'? ]]Tệp sẽ không được đọc: hãy đổi tên, hoặc bỏ tệp đi.",
        ),
    },
    "pack-version-unread": {
        "en": (
            "this looks like a version of a pack, but holds no pack.yaml that can be read",
            "Put its pack.yaml there, name it by three numbers such as 1.0.0, or take it away.",
        ),
        "vi": (
            "có dạng một phiên bản của bộ quy định nhưng không có pack.yaml đọc được",
            "Hãy bổ sung pack.yaml, đặt tên thư mục theo ba số như 1.0.0, hoặc bỏ thư mục đi.",
        ),
    },
    "pack-folder-name": {
        "en": ("'{key}' is '{value}', but the folder says '{wanted}'", "Make the two the same."),
        "vi": (
            "'{key}' là '{value}' nhưng tên thư mục là '{wanted}'",
            "Hãy để hai chỗ giống nhau.",
        ),
    },
    "pack-requires": {
        "en": (
            "the pack requires '{value}', which does not stand before it in the profile",
            "Put '{value}' before it in the profile's list of packs.",
        ),
        "vi": (
            "bộ quy định cần '{value}' nhưng bộ này không đứng trước trong hệ văn bản áp dụng",
            "Hãy đặt '{value}' lên trước trong danh sách bộ quy định.",
        ),
    },
    "pack-requires-cycle": {
        "en": (
            "the packs require each other: {value}",
            "Take '{value}' apart: one of them must do without the other.",
        ),
        "vi": (
            "các bộ quy định cần lẫn nhau: {value}",
            "Hãy gỡ vòng {value}: một bộ phải không cần bộ kia.",
        ),
    },
    "profile-unknown": {
        "en": (
            "there is no profile '{value}'",
            "[[Did you mean '{suggestion}'? ]]Known: {known}. Or give a file that ends in .yaml.",
        ),
        "vi": (
            "không có hệ văn bản áp dụng '{value}'",
            "[[Có phải là '{suggestion}'? ]]Hiện có: {known}. Hoặc chỉ ra một tệp .yaml.",
        ),
    },
    "profile-unreadable": {
        "en": (
            "the profile file '{value}' cannot be read ({error})",
            "Give a file that is there and readable.",
        ),
        "vi": (
            "không đọc được tệp hệ văn bản áp dụng '{value}' ({error})",
            "Hãy chỉ ra một tệp có thật và đọc được.",
        ),
    },
    "profile-form": {
        "en": (
            "the packs of the profile are '{value}', not a list of names",
            "Write 'packs:' and below it a list such as '- kh34@1.0.0'.",
        ),
        "vi": (
            "các bộ quy định của hệ văn bản áp dụng là '{value}', không phải danh sách tên",
            "Hãy ghi 'packs:' và bên dưới là danh sách như '- kh34@1.0.0'.",
        ),
    },
    "profile-many-parts": {
        "en": ("more than {limit} packs are added", "Write a profile that names them."),
        "vi": ("cộng thêm hơn {limit} bộ quy định", "Hãy viết một tệp hệ văn bản nêu các bộ đó."),
    },
    "profile-no-such-pack": {
        "en": (
            "the pack '{value}' is not installed",
            (
                "[[Did you mean '{suggestion}'? ]]Installed: {known}. Packs of your own are "
                "found with --policy DIR."
            ),
        ),
        "vi": (
            "chưa có bộ quy định '{value}'",
            (
                "[[Có phải là '{suggestion}'? ]]Hiện có: {known}. Bộ quy định riêng được tìm qua "
                "--policy THƯ_MỤC."
            ),
        ),
    },
    "profile-pack-twice": {
        "en": ("the pack '{value}' stands in the profile twice", "Take one of the two lines out."),
        "vi": (
            "bộ quy định '{value}' đứng hai lần trong hệ văn bản áp dụng",
            "Hãy bỏ một trong hai dòng.",
        ),
    },
    "kind-twice": {
        "en": (
            "the kind '{value}' is declared by the pack '{other}' already",
            "Give it another name, or use the kind that is there.",
        ),
        "vi": (
            "loại hồ sơ '{value}' đã được bộ '{other}' khai báo",
            "Hãy đặt tên khác, hoặc dùng loại đã có.",
        ),
    },
    "unknown-kind-in-pack": {
        "en": (
            "'{value}' is not a kind of record",
            "[[Did you mean '{suggestion}'? ]]Known: {known}.",
        ),
        "vi": (
            "'{value}' không phải là loại hồ sơ nào",
            "[[Có phải là '{suggestion}'? ]]Các loại đã có: {known}.",
        ),
    },
    "in-force-order": {
        "en": (
            "the end of the days in force, {value}, is not after their beginning, {start}",
            "'until' is the first day on which it is no longer law; write a later day.",
        ),
        "vi": (
            "ngày hết hiệu lực {value} không sau ngày bắt đầu {start}",
            "'until' là ngày đầu tiên không còn hiệu lực; hãy ghi ngày muộn hơn.",
        ),
    },
    "source-place-twice": {
        "en": ("the place [{value}] is marked twice", "Give each paragraph a place of its own."),
        "vi": ("chỗ [{value}] được đánh dấu hai lần", "Hãy đặt cho mỗi đoạn một chỗ riêng."),
    },
    "citation-no-place": {
        "en": (
            "the source of '{source}' has no paragraph [{value}]",
            "[[Did you mean [{suggestion}]? ]]Cite a place that is marked in its source.md.",
        ),
        "vi": (
            "văn bản của '{source}' không có đoạn [{value}]",
            "[[Có phải là [{suggestion}]? ]]Hãy dẫn một chỗ đã đánh dấu trong source.md của bộ đó.",
        ),
    },
    "citation-quote": {
        "en": (
            "the words “{value}” do not stand in [{at}] of '{source}'",
            "[[They stand in: {elsewhere}. ]]Quote the text letter by letter, its slips included.",
        ),
        "vi": (
            "cụm từ “{value}” không có trong [{at}] của '{source}'",
            (
                "[[Cụm từ này có ở: {elsewhere}. ]]Hãy trích đúng từng chữ, kể cả lỗi chính tả "
                "của văn bản."
            ),
        ),
    },
    "per-no-kind": {
        "en": (
            "the items of a rule are records, not '{value}'",
            "Name a kind in 'per: {{over: …}}'.",
        ),
        "vi": (
            "mục xét của quy định là hồ sơ, không phải '{value}'",
            "Hãy nêu một loại trong 'per: {{over: …}}'.",
        ),
    },
    "rule-id-prefix": {
        "en": (
            "the id '{value}' does not begin with the pack's own, '{pack}.'",
            "Write '{pack}.…'.",
        ),
        "vi": (
            "mã '{value}' không bắt đầu bằng mã của bộ quy định, '{pack}.'",
            "Hãy ghi '{pack}.…'.",
        ),
    },
    "rule-too-many": {
        "en": (
            "the packs have more than {limit} rules together",
            "Leave packs out of the profile that are not needed.",
        ),
        "vi": (
            "các bộ quy định có tổng cộng hơn {limit} quy định",
            "Hãy bỏ khỏi hệ văn bản các bộ không cần.",
        ),
    },
    "rule-twice": {
        "en": ("the rule '{value}' stands at {other} already", "Give it an id of its own."),
        "vi": ("quy định '{value}' đã có tại {other}", "Hãy đặt mã riêng."),
    },
    "rule-no-citation": {
        "en": (
            "the rule '{value}' cites nothing",
            "Cite the text it encodes: 'cites: [{{source: PACK, at: PLACE, quote: …}}]'.",
        ),
        "vi": (
            "quy định '{value}' không có căn cứ",
            "Hãy dẫn văn bản mà quy định dựa vào: 'cites: [{{source: BỘ, at: CHỖ, quote: …}}]'.",
        ),
    },
    "rule-no-require": {
        "en": (
            "the rule '{value}' requires nothing",
            "Write 'require:'; only a 'may' rule can do without.",
        ),
        "vi": (
            "quy định '{value}' không nêu yêu cầu",
            "Hãy ghi 'require:'; chỉ quy định 'may' mới có thể bỏ.",
        ),
    },
    "rule-after-end": {
        "en": (
            "'after_end: {value}' stands where a rule is no limit on the body itself",
            "It is 'after_end: true', beside 'always: true' and without 'per'.",
        ),
        "vi": (
            "'after_end: {value}' ghi ở quy định không phải giới hạn đối với chính đơn vị",
            "Chỉ ghi 'after_end: true' cùng 'always: true', không có 'per'.",
        ),
    },
    "rule-no-kind": {
        "en": (
            "the rule is for no kind of record ('for: {value}')",
            "Write the kinds of its subjects, such as 'for: [department, district]'.",
        ),
        "vi": (
            "quy định không áp dụng cho loại hồ sơ nào ('for: {value}')",
            "Hãy ghi các loại đối tượng, như 'for: [department, district]'.",
        ),
    },
    "rule-detail": {
        "en": (
            "the detail '{key}' is '{value}'",
            "Write '{key}: {{fact: PATH}}', or '{key}: {{each: LIST, fact: PATH}}'.",
        ),
        "vi": (
            "chi tiết '{key}' là '{value}'",
            "Hãy ghi '{key}: {{fact: ĐƯỜNG_DẪN}}' hay '{key}: {{each: …, fact: …}}'.",
        ),
    },
    "rule-mode": {
        "en": (
            "when the rule is judged is not said by exactly one key[[, but by {value}]]",
            "Write exactly one of 'due: DAY', 'until: DAY' and 'always: true'.",
        ),
        "vi": (
            "thời điểm xét quy định phải do đúng một khóa nêu[[, không phải {value}]]",
            "Hãy ghi đúng một trong 'due: NGÀY', 'until: NGÀY' và 'always: true'.",
        ),
    },
    "rule-may-due": {
        "en": ("a 'may' rule has '{value}'", "Take it out: what is only encouraged is never due."),
        "vi": (
            "quy định 'may' lại có '{value}'",
            "Hãy bỏ đi: việc chỉ khuyến khích không có thời hạn.",
        ),
    },
    "rule-item-without-per": {
        "en": (
            "'{value}' rests on the item at hand, but the rule has no 'per'",
            "Add 'per:', or use values that need no item.",
        ),
        "vi": (
            "'{value}' phụ thuộc vào mục đang xét nhưng quy định không có 'per'",
            "Hãy thêm 'per:', hoặc dùng giá trị không cần mục xét.",
        ),
    },
    "rule-too-many-worlds": {
        "en": (
            "the readings of {parameters} make {value} combinations",
            "At most {most} a rule: split the rule.",
        ),
        "vi": (
            "các cách hiểu của {parameters} tạo ra {value} tổ hợp",
            "Tối đa {most} cho một quy định: hãy tách quy định.",
        ),
    },
    "outcome-cycle": {
        "en": (
            "the rule asks for its own outcome (through '{value}')",
            "Break the circle: take one of the 'outcome' conditions out.",
        ),
        "vi": (
            "quy định hỏi kết quả của chính nó (qua '{value}')",
            "Hãy bỏ vòng lặp: bỏ bớt một điều kiện 'outcome'.",
        ),
    },
    "action-unknown-body": {
        "en": (
            "'{value}' is no body that a pack lays down",
            "[[Did you mean '{suggestion}'? ]]Write {{fact: PATH}}[[, or one of: {known}]].",
        ),
        "vi": (
            "'{value}' không phải là cơ quan do bộ quy định nêu sẵn",
            (
                "[[Có phải là '{suggestion}'? ]]Hãy ghi {{fact: ĐƯỜNG_DẪN}}[[, hoặc một trong: "
                "{known}]]."
            ),
        ),
    },
}

MESSAGES: Messages = {**_PACKS, **AMENDMENTS_AND_CASES}
