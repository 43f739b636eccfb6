"""Messages about what does not hold between the records of a facts folder."""

from __future__ import annotations

from isocheck.messages.words import Messages

MESSAGES: Messages = {
    "facts.parents-deep": {
        "en": (
            "more than {limit} bodies stand above this one, each below the next",
            "Name the body directly above: no administration has so many levels.",
        ),
        "vi": (
            "trên đơn vị này có hơn {limit} cấp, cấp này dưới cấp kia",
            "Hãy ghi đơn vị cấp trên trực tiếp: không có bộ máy nào nhiều cấp như vậy.",
        ),
    },
    "facts.duplicate-id": {
        "en": (
            "the id '{id}' is taken by the record at {place}",
            "A record stands in one place: delete one of the two, or give it an id of its own.",
        ),
        "vi": (
            "id '{id}' đã dùng cho hồ sơ ở {place}",
            "Mỗi hồ sơ chỉ ghi ở một nơi: hãy xoá một trong hai, hoặc đặt id khác.",
        ),
    },
    "facts.id-of-pack": {
        "en": (
            "the id '{id}' is taken by a record that a pack lays down ({place})",
            "Give the record another id.",
        ),
        "vi": (
            "id '{id}' đã dùng cho hồ sơ do bộ quy định đặt ra ({place})",
            "Hãy đặt id khác.",
        ),
    },
    "facts.dangling": {
        "en": (
            "no record has the id '{id}'",
            "[[Did you mean {guess}?]] Write the id of a record, or add the record.",
        ),
        "vi": (
            "không có hồ sơ nào có id '{id}'",
            "[[Có phải ý bạn là {guess}?]] Hãy ghi id của một hồ sơ, hoặc thêm hồ sơ đó.",
        ),
    },
    "facts.name-of-several": {
        "en": (
            "'{name}' is the name of several records: {ids}",
            "Write the id of the one that is meant.",
        ),
        "vi": (
            "'{name}' là tên của nhiều hồ sơ: {ids}",
            "Hãy ghi id của hồ sơ cần nêu.",
        ),
    },
    "facts.entered-twice": {
        "en": (
            "'{value}' is also that of '{other}' at {place}, of the same kind at the same time",
            (
                "Write a body once: leave one of the two out, or correct it. [[Where one followed "
                "the other write {until} of the first and {begins} of the second.]] [[Where they "
                "are two give of each what they differ in: {apart}.]]"
            ),
        ),
        "vi": (
            "'{value}' trùng với hồ sơ '{other}' ({place}), cùng loại và cùng thời gian",
            (
                "Mỗi đơn vị chỉ ghi một lần: hãy bỏ một hồ sơ, hoặc sửa lại. [[Nếu đơn vị sau "
                "thay đơn vị trước thì ghi {until} của đơn vị trước, {begins} của đơn vị sau.]] "
                "[[Nếu là hai đơn vị thì ghi điểm khác nhau của từng đơn vị: {apart}.]]"
            ),
        ),
    },
    "facts.called-alike": {
        "en": (
            (
                "'{value}' is what '{other}' ('{name}', {place}), of the same kind below the same "
                "body, is called too"
            ),
            (
                "Write a body once, under one name: leave one of the two out. [[Where they are two "
                "give of each what they differ in: {apart}.]]"
            ),
        ),
        "vi": (
            (
                "'{value}' cũng là cách gọi của hồ sơ '{other}' ('{name}', {place}), cùng loại, "
                "cùng cơ quan cấp trên"
            ),
            (
                "Mỗi đơn vị chỉ ghi một lần, một tên: hãy bỏ một hồ sơ. [[Nếu là hai đơn vị thì "
                "ghi ở mỗi đơn vị điều khác nhau: {apart}.]]"
            ),
        ),
    },
    "facts.wrong-kind": {
        "en": (
            "'{id}' is of kind {kind}, which cannot stand here",
            "Name a record of kind {kinds}.",
        ),
        "vi": (
            "'{id}' thuộc loại {kind}, không dùng được ở đây",
            "Hãy ghi id của hồ sơ loại {kinds}.",
        ),
    },
    "facts.never-kind": {
        "en": (
            "'{id}' is of kind {kind}; no record of kind {kinds} can stand here",
            "Write the id of the body that is meant.",
        ),
        "vi": (
            "'{id}' thuộc loại {kind}; hồ sơ loại {kinds} không dùng được ở đây",
            "Hãy ghi id của đúng cơ quan, đơn vị.",
        ),
    },
    "facts.not-a-catalogue": {
        "en": (
            "'{id}' is of kind {kind}, not a catalogue",
            "Name a record of kind {kinds}.",
        ),
        "vi": (
            "'{id}' thuộc loại {kind}, không phải danh mục",
            "Hãy ghi id của hồ sơ loại {kinds}.",
        ),
    },
    "facts.parent-cycle": {
        "en": (
            "the parents go round in a circle: {chain}",
            "Change one of them.",
        ),
        "vi": (
            "quan hệ cấp trên tạo thành vòng tròn: {chain}",
            "Hãy sửa một trong số đó.",
        ),
    },
}
