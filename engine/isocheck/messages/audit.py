"""Messages about the audit trail: recording, reading, keys, exports."""

from __future__ import annotations

from isocheck.messages.words import Messages

MESSAGES: Messages = {
    "audit.not-recorded": {
        "en": (
            (
                "the audit trail cannot be written ({reason}), so nothing was recorded and no "
                "result is given"
            ),
            "Mend that and run it again; what was recorded before is as it was.",
        ),
        "vi": (
            "không ghi được nhật ký rà soát ({reason}), nên không ghi gì và không đưa ra kết quả",
            "Hãy khắc phục rồi chạy lại; những gì đã ghi trước đây vẫn nguyên vẹn.",
        ),
    },
    "audit.broken": {
        "en": (
            "this audit trail is not as it was written, so nothing is added to it",
            (
                "Look at `isocheck audit verify`, keep the file, move it away; the next run begins"
                " a new trail."
            ),
        ),
        "vi": (
            "nhật ký rà soát này không còn như lúc được ghi nên không ghi thêm",
            (
                "Hãy xem `isocheck audit verify`, giữ lại tệp và chuyển đi nơi khác; lần sau sẽ mở"
                " nhật ký mới."
            ),
        ),
    },
    "audit.changed-meanwhile": {
        "en": (
            "this has changed since it was judged, so the run was not recorded",
            "Run it again once nobody is working on the files.",
        ),
        "vi": (
            "nội dung này đã thay đổi sau khi được rà soát nên chưa ghi vào nhật ký",
            "Hãy chạy lại khi không còn ai sửa các tệp.",
        ),
    },
    "audit.same-path": {
        "en": (
            "two files of the folder have this name, spelt in different letters",
            "Rename one of them, so that the audit trail can tell them apart.",
        ),
        "vi": (
            "thư mục có hai tệp cùng tên này, chỉ khác cách ghép dấu",
            "Hãy đổi tên một tệp để nhật ký rà soát phân biệt được.",
        ),
    },
    "audit.path-form": {
        "en": ("a file here has a line break in its name", "Rename the file."),
        "vi": ("ở đây có tệp mà tên chứa dấu xuống dòng", "Hãy đổi tên tệp."),
    },
    "audit.pack-link": {
        "en": (
            "this file of a pack is a link that leads out of the folder of packs",
            "Copy what it points to into the pack: nothing else is taken into the audit trail.",
        ),
        "vi": (
            "tệp này của bộ quy định là liên kết dẫn ra ngoài thư mục bộ quy định",
            "Hãy chép nội dung vào bộ quy định: nhật ký rà soát không lấy gì từ nơi khác.",
        ),
    },
    "audit.officer-form": {
        "en": (
            "the name holds a character that does not show ({character})",
            "Type the name anew, without pasting it.",
        ),
        "vi": (
            "tên có ký tự không hiện ra được ({character})",
            "Hãy gõ lại tên, không dán từ nơi khác.",
        ),
    },
    "audit.in-use": {
        "en": (
            "the audit trail is in use: another program is writing to it",
            "Wait until it is done and run it again; the trail is not damaged.",
        ),
        "vi": (
            "nhật ký đang được dùng: chương trình khác đang ghi vào tệp này",
            "Hãy chờ xong rồi chạy lại; nhật ký không bị hỏng.",
        ),
    },
    "audit.store-unreadable": {
        "en": (
            "the audit trail cannot be read ({reason})",
            "See to the rights on the file, its folder and the drive, and run it again.",
        ),
        "vi": (
            "không đọc được nhật ký ({reason})",
            "Hãy kiểm tra quyền trên tệp, thư mục và ổ đĩa rồi chạy lại.",
        ),
    },
    "audit.content-too-large": {
        "en": (
            "something of {size} bytes is to be recorded; more than {limit} is never read again",
            "Divide the facts into several folders.",
        ),
        "vi": (
            "có nội dung dài {size} byte cần ghi; dài hơn {limit} byte thì không đọc lại được",
            "Hãy chia thông tin thành nhiều thư mục.",
        ),
    },
    "audit.document-form": {
        "en": (
            "entry {entry}: {what} is not in the form that isocheck writes[[, at {place}]]",
            "isocheck never wrote it; do not trust this file, and compare it with a copy.",
        ),
        "vi": (
            "mục {entry}: {what} không đúng mẫu mà isocheck ghi[[, tại {place}]]",
            "isocheck không bao giờ ghi như vậy; đừng tin tệp này, hãy so với bản sao.",
        ),
    },
    "audit.officer": {
        "en": (
            "an officer is named, but the run is not recorded",
            "Add --record, or write 'audit: true' in isocheck.yaml.",
        ),
        "vi": (
            "có nêu người thực hiện nhưng lần rà soát này không được ghi nhật ký",
            "Hãy thêm --record, hoặc ghi 'audit: true' trong isocheck.yaml.",
        ),
    },
    "audit.no-trail": {
        "en": (
            "there is no audit trail here",
            (
                "Name a facts folder with a trail, or a trail, an export or a proof; `--record` "
                "makes a trail."
            ),
        ),
        "vi": (
            "ở đây không có nhật ký rà soát",
            (
                "Hãy chỉ ra thư mục thông tin có nhật ký, hoặc tệp nhật ký, bản xuất, bản chứng "
                "minh; `--record` tạo nhật ký."
            ),
        ),
    },
    "audit.not-a-trail": {
        "en": (
            "this is a proof of one entry, not a trail",
            "`isocheck audit verify` reads it; the other commands need the trail or an export.",
        ),
        "vi": (
            "đây là bản chứng minh của một mục, không phải nhật ký",
            "`isocheck audit verify` đọc được; các lệnh khác cần nhật ký hoặc bản xuất.",
        ),
    },
    "audit.not-a-store": {
        "en": (
            "only the trail itself can be signed, not what was exported from it",
            "Name the facts folder, or its audit.sqlite.",
        ),
        "vi": (
            "chỉ ký được chính nhật ký, không ký được bản xuất",
            "Hãy chỉ ra thư mục thông tin hoặc tệp audit.sqlite của nó.",
        ),
    },
    "audit.no-entry": {
        "en": (
            "there is no entry {entry}",
            "The last one is {last}; `isocheck audit log` lists them.",
        ),
        "vi": ("không có mục {entry}", "Mục cuối là {last}; `isocheck audit log` liệt kê các mục."),
    },
    "audit.no-content": {
        "en": (
            "entry {entry} holds no content '{value}'",
            "[[Did you mean '{guess}'? ]]`isocheck audit show {entry}` lists them.",
        ),
        "vi": (
            "mục {entry} không có nội dung '{value}'",
            "[[Có phải '{guess}'? ]]`isocheck audit show {entry}` liệt kê các nội dung.",
        ),
    },
    "audit.no-history": {
        "en": (
            "no recorded finding is about '{value}'",
            (
                "[[Did you mean '{guess}'? ]]Ids stand in the findings, `isocheck audit show` "
                "names the fact files."
            ),
        ),
        "vi": (
            "chưa có kết quả nào được ghi về '{value}'",
            (
                "[[Có phải '{guess}'? ]]Mã có trong kết quả; `isocheck audit show` nêu các tệp "
                "thông tin."
            ),
        ),
    },
    "audit.left-out": {
        "en": (
            "{what} of entry {entries} was left out of this export; only its digest is here",
            "Ask for an export with the facts, or look at the trail itself.",
        ),
        "vi": (
            "{what} của mục {entries} không có trong bản xuất này, chỉ còn mã SHA-256",
            "Hãy xin bản xuất có thông tin, hoặc xem chính nhật ký.",
        ),
    },
    "audit.nothing-chosen": {
        "en": ("no entry is asked for", "`isocheck audit log` lists the entries and their days."),
        "vi": ("không có mục nào được chọn", "`isocheck audit log` liệt kê các mục và ngày ghi."),
    },
    "audit.path-unsafe": {
        "en": (
            "entry {entry} names a file that has no place in its folder: '{path}'",
            "isocheck never writes such an entry; do not trust this file.",
        ),
        "vi": (
            "mục {entry} nêu một tệp không thể nằm trong thư mục của nó: '{path}'",
            "isocheck không bao giờ ghi như vậy; đừng tin tệp này.",
        ),
    },
    "audit.replay-refused": {
        "en": (
            (
                "entry {entry} was judged by isocheck {then}; this is isocheck {now}, which does "
                "not take what was stored"
            ),
            "Install isocheck {then} to judge it again.",
        ),
        "vi": (
            (
                "mục {entry} do isocheck {then} rà soát; đây là isocheck {now}, không đọc được "
                "những gì đã lưu"
            ),
            "Hãy cài isocheck {then} để rà soát lại.",
        ),
    },
    "audit.sheet-full": {
        "en": (
            "a sheet of Excel holds at most {limit} findings",
            "Ask for a shorter span (--from, --to), a body or a rule, or use --format csv.",
        ),
        "vi": (
            "một trang tính Excel chứa tối đa {limit} kết quả",
            (
                "Hãy chọn khoảng ngắn hơn (--from, --to), một đơn vị hay quy định, hoặc dùng "
                "--format csv."
            ),
        ),
    },
    "audit.no-signed-head": {
        "en": (
            "no head at or after entry {entry} is signed",
            "Sign the trail with `isocheck audit sign`, or name a head with --head.",
        ),
        "vi": (
            "chưa có chữ ký nào ở mục {entry} hoặc sau đó",
            "Hãy ký bằng `isocheck audit sign`, hoặc nêu mã bằng --head.",
        ),
    },
    "audit.code-form": {
        "en": (
            "'{value}' is no head code, or has a slip of the pen",
            "It looks like 7-ABCDE-FGHJK-…, as `isocheck audit log` prints it.",
        ),
        "vi": (
            "'{value}' không phải mã nhật ký, hoặc chép nhầm",
            "Mã có dạng 7-ABCDE-FGHJK-…, như `isocheck audit log` in ra.",
        ),
    },
    "audit.key-there": {
        "en": ("there is a file of this name already", "Name another file for the new key."),
        "vi": ("đã có tệp mang tên này", "Hãy đặt tên khác cho khóa mới."),
    },
    "audit.key-form": {
        "en": (
            "this is no public Ed25519 key",
            "Give the line that begins with ed25519:, or the file that ends with .pub.",
        ),
        "vi": (
            "đây không phải khóa công khai Ed25519",
            "Hãy dùng dòng bắt đầu bằng ed25519:, hoặc tệp có đuôi .pub.",
        ),
    },
    "audit.private-key-form": {
        "en": (
            "this is no private Ed25519 key, or it is locked with a password",
            "Give the file that `isocheck audit key new` made.",
        ),
        "vi": (
            "đây không phải khóa riêng Ed25519, hoặc có đặt mật khẩu",
            "Hãy dùng tệp do `isocheck audit key new` tạo.",
        ),
    },
    "audit.key-open": {
        "en": (
            "others than its owner may read this private key",
            "Make it readable by its owner alone (chmod 600), or make a new key.",
        ),
        "vi": (
            "người khác cũng đọc được khóa riêng này",
            "Hãy chỉ cho chủ sở hữu đọc (chmod 600), hoặc tạo khóa mới.",
        ),
    },
    "audit.not-installed": {
        "en": (
            "this needs the library {library}, which is not installed",
            "Install it with: pip install 'isocheck[{extra}]'.",
        ),
        "vi": (
            "việc này cần thư viện {library}, hiện chưa được cài",
            "Hãy cài bằng lệnh: pip install 'isocheck[{extra}]'.",
        ),
    },
}
