"""Messages about what verifying an audit trail finds."""

from __future__ import annotations

from isocheck.messages.words import Messages

_KEEP_EN = "Keep this file as it is, and compare it with a copy or an export kept elsewhere."
_KEEP_VI = "Hãy giữ nguyên tệp này và so với bản sao hoặc bản xuất đang lưu ở nơi khác."

MESSAGES: Messages = {
    "audit.empty": {
        "en": (
            "the trail holds no entry: nothing was ever recorded here, or all of it is gone",
            "A head kept elsewhere would tell which.",
        ),
        "vi": (
            "nhật ký không có mục nào: chưa từng ghi, hoặc tất cả đã mất",
            "Mã nhật ký lưu ở nơi khác sẽ cho biết là trường hợp nào.",
        ),
    },
    "audit.nothing-here": {
        "en": ("no entry of the trail is here: nothing was verified", _KEEP_EN),
        "vi": ("không có mục nào của nhật ký ở đây: chưa kiểm chứng được gì", _KEEP_VI),
    },
    "audit.entries-left-out": {
        "en": (
            "not all entries are here; left out: {left}",
            "Add --partial if an export of some entries only is what you asked for.",
        ),
        "vi": (
            "không có đủ các mục; thiếu: {left}",
            "Nếu chỉ cần bản xuất một phần các mục, hãy thêm --partial.",
        ),
    },
    "audit.export-in-place": {
        "en": (
            "an export or a proof stands in the place of the audit trail",
            "It may hold some entries only. Look for the trail itself, or a copy of it.",
        ),
        "vi": (
            "bản xuất hoặc bản chứng minh đang nằm ở chỗ của nhật ký",
            "Tệp này có thể chỉ có một phần các mục. Hãy tìm chính nhật ký hoặc bản sao của nó.",
        ),
    },
    "audit.store-form": {
        "en": ("this is not how isocheck lays out an audit trail", _KEEP_EN),
        "vi": ("tệp này không có cấu trúc của nhật ký rà soát isocheck", _KEEP_VI),
    },
    "audit.store-damaged": {
        "en": ("the file is damaged ({reason})", _KEEP_EN),
        "vi": ("tệp bị hỏng ({reason})", _KEEP_VI),
    },
    "audit.shown-in-part": {
        "en": (
            "this audit trail is not as it was written: what is shown is what can be read of it",
            "Look at `isocheck audit verify`, which reads all of it.",
        ),
        "vi": (
            "nhật ký rà soát này không còn như lúc được ghi: chỉ hiện những gì còn đọc được",
            "Hãy xem `isocheck audit verify`, lệnh này đọc toàn bộ nhật ký.",
        ),
    },
    "audit.not-taken": {
        "en": (
            "this audit trail is not as it was written, so nothing is told or taken from it",
            "Look at `isocheck audit verify`; to pass it on as it is, pass on the file itself.",
        ),
        "vi": (
            "nhật ký rà soát này không còn như lúc được ghi nên không lấy gì từ đó",
            "Hãy xem `isocheck audit verify`; nếu cần chuyển giao, hãy chuyển chính tệp này.",
        ),
    },
    "audit.enough": {
        "en": ("more than {limit} things are not as they were written: the rest was not read", ""),
        "vi": ("hơn {limit} điểm không còn như lúc ghi: phần còn lại chưa đọc", ""),
    },
    "audit.line": {
        "en": ("this line is not as isocheck exports it", _KEEP_EN),
        "vi": ("dòng này không như isocheck đã xuất", _KEEP_VI),
    },
    "audit.export-cut": {
        "en": ("the export has no end: lines are missing", _KEEP_EN),
        "vi": ("bản xuất không có phần cuối: thiếu dòng", _KEEP_VI),
    },
    "audit.entry-changed": {
        "en": ("entry {entry} was changed after it was recorded", _KEEP_EN),
        "vi": ("mục {entry} đã bị sửa sau khi ghi", _KEEP_VI),
    },
    "audit.entry-damaged": {
        "en": ("entry {entry} is not in the form of an entry", _KEEP_EN),
        "vi": ("mục {entry} không còn đúng dạng của một mục", _KEEP_VI),
    },
    "audit.entry-moved": {
        "en": ("entry {number} stands in the place of entry {entry}", _KEEP_EN),
        "vi": ("mục {number} đứng ở chỗ của mục {entry}", _KEEP_VI),
    },
    "audit.entry-gone": {
        "en": ("entry {entry} is missing", _KEEP_EN),
        "vi": ("thiếu mục {entry}", _KEEP_VI),
    },
    "audit.entries-gone": {
        "en": ("the entries from {entry} to {last} are missing", _KEEP_EN),
        "vi": ("thiếu các mục từ {entry} đến {last}", _KEEP_VI),
    },
    "audit.entry-added": {
        "en": ("entry {entry} was put in: no run has that number", _KEEP_EN),
        "vi": ("mục {entry} do thêm vào: không lần rà soát nào có số đó", _KEEP_VI),
    },
    "audit.head-changed": {
        "en": ("the head after entry {entry} does not fit the entries before it", _KEEP_EN),
        "vi": ("mã băm sau mục {entry} không khớp với các mục trước đó", _KEEP_VI),
    },
    "audit.head-gone": {
        "en": ("the head after entry {entry} is missing", _KEEP_EN),
        "vi": ("thiếu mã băm sau mục {entry}", _KEEP_VI),
    },
    "audit.content-changed": {
        "en": ("{what}, which entry {entries} rests on, was changed in the store", _KEEP_EN),
        "vi": ("{what}, căn cứ của mục {entries}, đã bị sửa trong nhật ký", _KEEP_VI),
    },
    "audit.content-missing": {
        "en": ("{what}, which entry {entries} rests on, is missing", _KEEP_EN),
        "vi": ("thiếu {what}, căn cứ của mục {entries}", _KEEP_VI),
    },
    "audit.content-spoilt": {
        "en": ("what is stored under sha256 {sha256} was changed in the store", _KEEP_EN),
        "vi": ("nội dung lưu theo sha256 {sha256} đã bị sửa trong nhật ký", _KEEP_VI),
    },
    "audit.content-extra": {
        "en": ("a content belongs to no entry (sha256 {sha256})", _KEEP_EN),
        "vi": ("có nội dung không thuộc mục nào (sha256 {sha256})", _KEEP_VI),
    },
    "audit.cut-off": {
        "en": (
            (
                "the trail ends with entry {last}, but the head {code} is that of entry {entry}: "
                "what came after {last} was cut off"
            ),
            _KEEP_EN,
        ),
        "vi": (
            (
                "nhật ký dừng ở mục {last}, nhưng mã {code} là của mục {entry}: phần sau mục "
                "{last} đã bị cắt"
            ),
            _KEEP_VI,
        ),
    },
    "audit.head-other": {
        "en": (
            "the head after entry {entry} is not {code}: entry {entry} or one before it is another",
            _KEEP_EN,
        ),
        "vi": (
            "mã sau mục {entry} không phải {code}: mục {entry} hoặc mục trước đó đã khác",
            _KEEP_VI,
        ),
    },
    "audit.signature-wrong": {
        "en": ("the signature of {key} on entry {entry} does not hold", _KEEP_EN),
        "vi": ("chữ ký của {key} trên mục {entry} không đúng", _KEEP_VI),
    },
    "audit.signature-gone": {
        "en": ("a signature on entry {entry} was taken away or changed", _KEEP_EN),
        "vi": ("một chữ ký trên mục {entry} đã bị bỏ hoặc bị sửa", _KEEP_VI),
    },
    "audit.signature-late": {
        "en": ("a signature on entry {entry} was put in later", _KEEP_EN),
        "vi": ("một chữ ký trên mục {entry} được thêm vào sau", _KEEP_VI),
    },
    "audit.signature-missing": {
        "en": (
            "entry {entry} is not signed by {key}[[ (its last signature is on entry {signed})]]",
            (
                "Whoever holds the key signs with `isocheck audit sign`; until then nothing after "
                "the last signature is proved by it."
            ),
        ),
        "vi": (
            "mục {entry} chưa có chữ ký của {key}[[ (chữ ký cuối ở mục {signed})]]",
            (
                "Người giữ khóa ký bằng `isocheck audit sign`; trước đó, phần sau chữ ký cuối chưa"
                " được khóa này chứng minh."
            ),
        ),
    },
    "audit.proof-form": {
        "en": ("this is no proof as isocheck writes it", "Ask for it again."),
        "vi": ("tệp này không phải bản chứng minh do isocheck ghi", "Hãy xin lại."),
    },
    "audit.proof-wrong": {
        "en": ("entry {entry} is not in the trail of this head", "Ask for the trail itself."),
        "vi": ("mục {entry} không nằm trong nhật ký có mã này", "Hãy xin xem chính nhật ký."),
    },
}
