"""Messages about the files of a facts folder, and about its settings."""

from __future__ import annotations

from isocheck.messages.words import Messages

MESSAGES: Messages = {
    "files.no-folder": {
        "en": ("there is no such folder", "Check the path."),
        "vi": ("không có thư mục này", "Hãy kiểm tra đường dẫn."),
    },
    "files.not-a-folder": {
        "en": ("this is a file, not a folder", "Give the folder that holds the fact files."),
        "vi": ("đây là tệp, không phải thư mục", "Hãy chỉ ra thư mục chứa các tệp thông tin."),
    },
    "files.not-ordinary": {
        "en": (
            "this is no ordinary file but a pipe (FIFO), a socket or a device",
            "Put an ordinary file in its place, or take it away.",
        ),
        "vi": (
            "đây không phải tệp thông thường mà là ống dẫn (FIFO), socket hoặc thiết bị",
            "Hãy thay bằng tệp thông thường, hoặc bỏ đi.",
        ),
    },
    "files.link-out": {
        "en": (
            "this symbolic link leads out of the facts folder",
            "Copy what it points to into the folder.",
        ),
        "vi": (
            "liên kết này dẫn ra ngoài thư mục thông tin",
            "Hãy chép nội dung được liên kết vào thư mục.",
        ),
    },
    "files.link-to-folder": {
        "en": (
            "this symbolic link leads to a folder",
            "Delete the link; the folder itself is read where it stands.",
        ),
        "vi": (
            "liên kết này dẫn tới một thư mục",
            "Hãy xoá liên kết; thư mục đó được đọc tại chỗ của nó.",
        ),
    },
    "files.link-broken": {
        "en": ("this symbolic link leads nowhere", "Delete it, or put the file in its place."),
        "vi": ("liên kết này không dẫn tới đâu", "Hãy xoá liên kết, hoặc thay bằng chính tệp đó."),
    },
    "facts.files-not-read": {
        "en": (
            "{limit} problems stand in the files before this one: {count} files were not read",
            "Mend those that are told first.",
        ),
        "vi": (
            "các tệp trước tệp này đã có {limit} lỗi: {count} tệp chưa được đọc",
            "Hãy sửa các lỗi đã nêu trước.",
        ),
    },
    "facts.too-many-records": {
        "en": (
            "the files before this one hold more than {limit} records",
            "Judge a part of them in a folder of its own.",
        ),
        "vi": (
            "các tệp trước tệp này đã có hơn {limit} hồ sơ",
            "Hãy tách một phần sang thư mục khác để rà soát riêng.",
        ),
    },
    "files.waivers": {
        "en": (
            "waivers are not supported yet, and to judge without them would mislead",
            "Take the file out of the folder, and mind what it says when you read the findings.",
        ),
        "vi": (
            "chương trình chưa xét văn bản miễn, gia hạn; rà soát mà bỏ qua thì dễ hiểu sai",
            "Hãy đưa tệp này ra khỏi thư mục, và tự đối chiếu văn bản đó khi đọc kết quả.",
        ),
    },
    "files.too-large": {
        "en": (
            "the file has {size}; at most {limit} are read",
            "Split it into several files.",
        ),
        "vi": ("tệp có dung lượng {size}; tối đa là {limit}", "Hãy chia thành nhiều tệp."),
    },
    "files.folder-too-large": {
        "en": (
            "the fact files have {size} together; at most {limit} are read",
            "Keep only the files that belong to this review in the folder.",
        ),
        "vi": (
            "các tệp thông tin có tổng dung lượng {size}; tối đa là {limit}",
            "Hãy chỉ để trong thư mục các tệp thuộc lần rà soát này.",
        ),
    },
    "files.too-many": {
        "en": (
            "the folder has {count} fact files; at most {limit} are read",
            "Check that it is the right folder.",
        ),
        "vi": (
            "thư mục có {count} tệp thông tin; tối đa là {limit}",
            "Hãy kiểm tra xem có đúng thư mục không.",
        ),
    },
    "files.unreadable": {
        "en": ("the file cannot be read ({reason})", "Check who may read it."),
        "vi": ("không đọc được tệp ({reason})", "Hãy kiểm tra quyền đọc tệp."),
    },
    "files.spreadsheet": {
        "en": (
            "spreadsheets ({suffix}) are not read yet",
            "Save the sheet as 'CSV UTF-8', and take this file out of the folder.",
        ),
        "vi": (
            "chưa đọc được bảng tính ({suffix})",
            "Hãy lưu trang tính dưới dạng 'CSV UTF-8' và bỏ tệp này khỏi thư mục.",
        ),
    },
    "files.reserved-below": {
        "en": (
            "'{name}' belongs at the top of the facts folder, not in a folder below it",
            "Move it up, or give it another name if it holds facts.",
        ),
        "vi": (
            "'{name}' phải nằm ngay trong thư mục thông tin, không nằm ở thư mục con",
            "Hãy chuyển lên trên, hoặc đổi tên nếu tệp chứa thông tin.",
        ),
    },
    "files.reserved-name": {
        "en": ("this name is taken for '{name}'", "Rename the file to '{name}'."),
        "vi": ("tên này dành cho '{name}'", "Hãy đổi tên tệp thành '{name}'."),
    },
    "settings.form": {
        "en": (
            "the settings are not 'name: value' lines",
            "Write lines such as 'as_of: 2020-12-31'.",
        ),
        "vi": (
            "tệp thiết lập không gồm các dòng 'tên: giá trị'",
            "Hãy ghi các dòng như 'as_of: 2020-12-31'.",
        ),
    },
    "settings.unknown-key": {
        "en": ("there is no setting '{name}'", "[[Did you mean '{guess}'?]] Settings: {known}."),
        "vi": (
            "không có thiết lập '{name}'",
            "[[Có phải ý bạn là '{guess}'?]] Các thiết lập: {known}.",
        ),
    },
    "settings.lang": {
        "en": ("'{value}' is not a language of isocheck", "Write vi or en."),
        "vi": ("'{value}' không phải ngôn ngữ của isocheck", "Hãy ghi vi hoặc en."),
    },
    "settings.collected": {
        "en": (
            "'collected' is not a list of kinds[[: '{value}']]",
            "Write a list such as [commune, report], or all.",
        ),
        "vi": (
            "'collected' không phải danh sách loại hồ sơ[[: '{value}']]",
            "Hãy ghi danh sách như [commune, report], hoặc all.",
        ),
    },
    "settings.collected-kind": {
        "en": (
            "no pack declares a kind '{kind}' for fact files",
            "[[Did you mean '{guess}'?]] Kinds: {known}.",
        ),
        "vi": (
            "không bộ quy định nào khai báo loại hồ sơ '{kind}' cho tệp thông tin",
            "[[Có phải ý bạn là '{guess}'?]] Các loại: {known}.",
        ),
    },
    "settings.complete": {
        "en": (
            "'complete' does not name tables",
            "Write a line for each table below it, such as 'commune.csv: all'.",
        ),
        "vi": (
            "'complete' không nêu tên bảng",
            "Bên dưới, hãy ghi mỗi bảng một dòng, như 'commune.csv: all'.",
        ),
    },
    "settings.complete-table": {
        "en": (
            "there is no table '{table}' in the folder",
            "[[Did you mean '{guess}'?]] [[Tables: {known}.]]",
        ),
        "vi": (
            "trong thư mục không có bảng '{table}'",
            "[[Có phải ý bạn là '{guess}'?]] [[Các bảng: {known}.]]",
        ),
    },
    "settings.complete-yaml": {
        "en": (
            "'{table}' is no table",
            "A YAML file says it itself: write 'complete: all' at its top.",
        ),
        "vi": (
            "'{table}' không phải là bảng",
            "Với tệp YAML, hãy ghi 'complete: all' ngay ở đầu tệp ấy.",
        ),
    },
}
