"""Messages about the `kinds.yaml` of a pack."""

from __future__ import annotations

from isocheck.messages.words import Messages

MESSAGES: Messages = {
    "kinds.mapping-expected": {
        "en": ("'name: value' lines are expected here", "Write them, indented, one a line."),
        "vi": ("ở đây cần các dòng 'tên: giá trị'", "Hãy ghi mỗi dòng một mục, có thụt đầu dòng."),
    },
    "kinds.list-expected": {
        "en": ("a list of words is expected here", "Write it as [one, two]."),
        "vi": ("ở đây cần danh sách các từ", "Hãy ghi dạng [một, hai]."),
    },
    "kinds.text-expected": {
        "en": ("one word is expected here", "Write a name."),
        "vi": ("ở đây cần một từ", "Hãy ghi một tên."),
    },
    "kinds.yes-no-expected": {
        "en": ("true or false is expected here", "Write true, or leave the line out."),
        "vi": ("ở đây cần true hoặc false", "Hãy ghi true, hoặc bỏ dòng này."),
    },
    "kinds.unknown-key": {
        "en": ("'{name}' means nothing here", "[[Did you mean '{guess}'?]] Known: {known}."),
        "vi": (
            "'{name}' không có nghĩa ở đây",
            "[[Có phải ý bạn là '{guess}'?]] Được dùng: {known}.",
        ),
    },
    "kinds.unknown-type": {
        "en": (
            "there is no type '{type}'",
            "[[Did you mean '{guess}'?]] Types: {known}.",
        ),
        "vi": (
            "không có kiểu '{type}'",
            "[[Có phải ý bạn là '{guess}'?]] Các kiểu: {known}.",
        ),
    },
    "kinds.unknown-shape": {
        "en": (
            "no shape '{shape}' is described under 'shapes'",
            "[[Did you mean '{guess}'?]] Describe it there.",
        ),
        "vi": (
            "không có hình mẫu '{shape}' trong 'shapes'",
            "[[Có phải ý bạn là '{guess}'?]] Hãy mô tả hình mẫu đó ở 'shapes'.",
        ),
    },
    "kinds.shape-cycle": {
        "en": ("a shape contains itself: {chain}", "Take one of the steps out."),
        "vi": ("hình mẫu chứa chính nó: {chain}", "Hãy bỏ một bước trong chuỗi này."),
    },
    "kinds.include-type": {
        "en": (
            "'include' names the shape '{shape}', which is not of type fields",
            "Name a shape of type fields.",
        ),
        "vi": (
            "'include' chỉ tới hình mẫu '{shape}' không thuộc kiểu fields",
            "Hãy chỉ tới hình mẫu kiểu fields.",
        ),
    },
    "kinds.reserved-field": {
        "en": ("'{field}' is a field of every kind already", "Leave it out."),
        "vi": ("'{field}' đã là trường của mọi loại hồ sơ", "Hãy bỏ dòng này."),
    },
    "kinds.not-a-day-field": {
        "en": (
            "'{field}' is not a field of type day that stands here",
            "[[Did you mean '{guess}'?]] Name a day field of the same group.",
        ),
        "vi": (
            "'{field}' không phải trường kiểu ngày ở đây",
            "[[Có phải ý bạn là '{guess}'?]] Hãy chỉ tới trường kiểu ngày cùng nhóm.",
        ),
    },
    "kinds.not-a-reference": {
        "en": (
            "'{field}' is not a field of type reference of this kind",
            "[[Did you mean '{guess}'?]] Name the field that names the body above.",
        ),
        "vi": (
            "'{field}' không phải trường kiểu tham chiếu của loại này",
            "[[Có phải ý bạn là '{guess}'?]] Hãy chỉ tới trường nêu cơ quan cấp trên.",
        ),
    },
    "kinds.ends": {
        "en": (
            "'ends' does not say in which case the body named has ended",
            "Write the field beside it and its word, such as 'ends: {{extent: full}}'.",
        ),
        "vi": (
            "'ends' chưa nói khi nào đơn vị được nêu đã chấm dứt",
            "Hãy ghi trường bên cạnh và từ của nó, chẳng hạn 'ends: {{extent: full}}'.",
        ),
    },
    "kinds.not-a-text": {
        "en": (
            "'{field}' is not a field of type text of this kind",
            "[[Did you mean '{guess}'?]] Name the text that a record without a name is known by.",
        ),
        "vi": (
            "'{field}' không phải trường kiểu chữ của loại này",
            "[[Có phải ý bạn là '{guess}'?]] Hãy chỉ tới trường dùng để gọi hồ sơ không có tên.",
        ),
    },
    "kinds.title": {
        "en": (
            "the kind has no title in both languages",
            "Write title: {{vi: …, en: …}}.",
        ),
        "vi": (
            "loại hồ sơ chưa có tên bằng cả hai ngôn ngữ",
            "Hãy ghi title: {{vi: …, en: …}}.",
        ),
    },
    "kinds.column": {
        "en": (
            "the heading is not there in both languages",
            "Write column: {{vi: Số tiền, en: Amount}}, and aliases: […] for what else it may be.",
        ),
        "vi": (
            "tên cột chưa có bằng cả hai ngôn ngữ",
            "Hãy ghi column: {{vi: Số tiền, en: Amount}}, tên gọi khác ghi ở aliases: […].",
        ),
    },
    "kinds.column-twice": {
        "en": (
            "the heading '{heading}' means {first} as well as {second}",
            "Give each field of a kind headings of its own.",
        ),
        "vi": (
            "tên cột '{heading}' vừa chỉ {first} vừa chỉ {second}",
            "Hãy đặt cho mỗi trường của một loại tên cột riêng.",
        ),
    },
    "kinds.digits": {
        "en": ("'digits' is no number from 1 to {most}", "Write how many digits the code has."),
        "vi": ("'digits' không phải số từ 1 đến {most}", "Hãy ghi mã gồm bao nhiêu chữ số."),
    },
    "kinds.absent": {
        "en": ("an absence can only mean 'none'", "Write 'absent: none', or leave it out."),
        "vi": ("để trống chỉ có thể nghĩa là 'none'", "Hãy ghi 'absent: none', hoặc bỏ dòng này."),
    },
    "kinds.less": {
        "en": (
            "'{less}' is no amount in the entries of a list of the record",
            "Write a list of the record and a field of type money of its entries: LIST.FIELD.",
        ),
        "vi": (
            "'{less}' không phải số tiền trong từng mục của một danh sách của hồ sơ",
            "Hãy ghi tên danh sách của hồ sơ và trường kiểu money của mục: DANH_SÁCH.TRƯỜNG.",
        ),
    },
    "kinds.unless": {
        "en": (
            "'unless' says when an absence does not mean 'none'",
            "Write 'absent: none' beside it.",
        ),
        "vi": (
            "'unless' nói khi nào để trống không có nghĩa là 'none'",
            "Hãy ghi thêm 'absent: none'.",
        ),
    },
    "kinds.ahead": {
        "en": (
            "'ahead' says how many years after the day of its file a day or a year may lie",
            "Write a number from 0 to {most}.",
        ),
        "vi": (
            "'ahead' nói một ngày, một năm được sau ngày thu thập của tệp nhiều nhất mấy năm",
            "Hãy ghi một số từ 0 đến {most}.",
        ),
    },
    "kinds.follows": {
        "en": (
            "'follows' names '{field}', which is nothing beside this day that it can follow",
            "[[Did you mean '{guess}'?]] There is: {known}.",
        ),
        "vi": (
            "'follows' nêu '{field}', không phải điều đứng bên cạnh mà ngày này có thể theo sau",
            "[[Có phải ý bạn là '{guess}'?]] Có thể nêu: {known}.",
        ),
    },
    "kinds.changes": {
        "en": (
            "'changes' names '{field}', which is no field of entries that have a day",
            "[[Did you mean '{guess}'? ]][[There is: {known}.]]",
        ),
        "vi": (
            "'changes' nêu '{field}', không phải trường của các lần ghi có ngày",
            "[[Có phải ý bạn là '{guess}'? ]][[Có thể nêu: {known}.]]",
        ),
    },
    "kinds.unless-field": {
        "en": ("there is no field '{field}' beside this one", "[[Did you mean '{guess}'?]]"),
        "vi": ("bên cạnh không có trường '{field}'", "[[Có phải ý bạn là '{guess}'?]]"),
    },
    "kinds.unless-word": {
        "en": (
            "'{word}' is no word of the field '{field}'",
            "[[Did you mean '{guess}'?]] Write ids of words of that field.",
        ),
        "vi": (
            "'{word}' không phải là từ của trường '{field}'",
            "[[Có phải ý bạn là '{guess}'?]] Hãy ghi id các từ của trường đó.",
        ),
    },
    "kinds.label": {
        "en": ("a label is missing in one language", "Write it as {{vi: …, en: …}}."),
        "vi": ("thiếu tên gọi bằng một thứ tiếng", "Hãy ghi dạng {{vi: …, en: …}}."),
    },
    "kinds.said": {
        "en": (
            "'{key}' is neither one text nor one in each language",
            "Write one text, or {{vi: …, en: …}}.",
        ),
        "vi": (
            "'{key}' không phải một câu chữ, cũng không có đủ hai thứ tiếng",
            "Hãy ghi một câu chữ, hoặc {{vi: …, en: …}}.",
        ),
    },
    "kinds.label-twice": {
        "en": (
            "an earlier pack has given this word its label",
            "Add aliases only, or words of a new id.",
        ),
        "vi": (
            "bộ quy định trước đã đặt tên gọi cho từ này",
            "Hãy chỉ thêm cách viết khác ('aliases'), hoặc thêm từ có id mới.",
        ),
    },
    "kinds.unique": {
        "en": (
            "'unique' is no list of entries with 'fields'",
            "Write what no two records share, as [{{fields: [code]}}].",
        ),
        "vi": (
            "'unique' không phải danh sách các mục có 'fields'",
            "Hãy ghi những gì không hai hồ sơ nào trùng nhau, như [{{fields: [code]}}].",
        ),
    },
    "kinds.unique-field": {
        "en": (
            "there is no field '{field}' by which records could be compared",
            "[[Did you mean '{guess}'?]] The fields: {known}.",
        ),
        "vi": (
            "không có trường '{field}' để so sánh các hồ sơ",
            "[[Có phải ý bạn là '{guess}'?]] Các trường: {known}.",
        ),
    },
    "kinds.line-field": {
        "en": (
            "there is no field '{field}' for a part of a reporting line",
            "[[Did you mean '{guess}'?]] The fields: {known}.",
        ),
        "vi": (
            "không có trường '{field}' cho một phần của tuyến báo cáo",
            "[[Có phải ý bạn là '{guess}'?]] Các trường: {known}.",
        ),
    },
    "kinds.no-vocabulary": {
        "en": (
            "no vocabulary '{name}' is described under 'vocabularies'",
            "[[Did you mean '{guess}'?]] Describe it there, or in a pack that this one requires.",
        ),
        "vi": (
            "không có bảng từ '{name}' trong 'vocabularies'",
            "[[Có phải ý bạn là '{guess}'?]] Hãy lập bảng từ đó, hoặc ở bộ quy định mà bộ này cần.",
        ),
    },
    "kinds.vocabulary-empty": {
        "en": ("a vocabulary without words", "Write its words below 'words'."),
        "vi": ("bảng từ không có từ nào", "Hãy ghi các từ dưới 'words'."),
    },
    "kinds.vocabulary-twice": {
        "en": (
            "the pack {pack} has a vocabulary '{name}' already",
            "Write 'extends: {pack}' to add words to it, or take another name.",
        ),
        "vi": (
            "bộ quy định {pack} đã có bảng từ '{name}'",
            "Hãy ghi 'extends: {pack}' để thêm từ vào đó, hoặc đặt tên khác.",
        ),
    },
    "kinds.vocabulary-unknown": {
        "en": (
            "the pack {pack} has no vocabulary '{name}' to extend",
            "[[Did you mean '{guess}'?]] Name one of a pack that this one requires.",
        ),
        "vi": (
            "bộ quy định {pack} không có bảng từ '{name}' để thêm",
            "[[Có phải ý bạn là '{guess}'?]] Hãy nêu bảng từ của bộ quy định mà bộ này cần.",
        ),
    },
    "kinds.word-twice": {
        "en": (
            "'{spelling}' can mean '{first}' and '{second}'",
            "Leave it to one of them.",
        ),
        "vi": (
            "'{spelling}' có thể hiểu là '{first}' và '{second}'",
            "Hãy để cách viết này cho một từ thôi.",
        ),
    },
}
