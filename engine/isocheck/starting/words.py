"""What stands in a folder to begin with, in both languages: how to fill in, and the forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Pair = Mapping[str, str]

FORMS: Final[Mapping[str, Pair]] = {
    "text": {"vi": "chữ", "en": "text"},
    "day": {"vi": "ngày", "en": "day"},
    "year": {"vi": "năm", "en": "year"},
    "money": {"vi": "số tiền", "en": "amount"},
    "yes_no": {"vi": "true (có) hoặc false (không)", "en": "true or false"},
    "period": {"vi": "kỳ", "en": "period"},
    "reference": {"vi": "id", "en": "id"},
    "codes": {"vi": "danh sách mã, hoặc all (tất cả)", "en": "list of codes, or all"},
    "object": {"vi": "nhóm trường", "en": "group"},
    "list": {"vi": "danh sách", "en": "list"},
}
LIST_OF: Final[Pair] = {"vi": "danh sách: {}", "en": "list: {}"}
CATALOGUE: Final[Pair] = {
    "vi": "; hoặc {catalogue: id của danh mục dùng chung}",
    "en": "; or {catalogue: id of a shared catalogue}",
}
ONE_OF: Final[Pair] = {"vi": "một trong: ", "en": "one of: "}
OPEN: Final[Pair] = {"vi": "; loại khác ghi {{{}: …}}", "en": "; anything else: {{{}: …}}"}

HEAD: Final[Pair] = {
    "vi": """\
Cách ghi:
  - Dòng bắt đầu bằng dấu # dưới mỗi hồ sơ là dòng mẫu. Biết thông tin nào thì xóa "# " ở
    đầu dòng mẫu ấy rồi ghi giá trị thật thay cho mọi giá trị có chữ "(ví dụ)"; còn chữ đó thì
    chương trình báo lỗi, không rà soát.
  - Chưa biết thì để nguyên dòng mẫu: chương trình hiểu là chưa biết.
  - Biết chắc là không có thì ghi null, chẳng hạn {field}: null.
  - Khi đã ghi hết mọi điều có trong tệp này thì xóa "# " trước complete: danh sách, nhóm trường
    để trống khi đó nghĩa là không có.
  - Ngày ghi năm-tháng-ngày, như {day}; tiền ghi nguyên đồng, chỉ chữ số, như 30000000.
  - Trường ghi id là ghi id của hồ sơ khác. Không sửa id đã có. Thụt dòng bằng dấu cách.""",
    "en": """\
How to fill in:
  - The lines with a # below each record are examples. What you know: take the "# " away
    from the line and write what is so in the place of each value that ends with "(example)";
    a value that still does is refused.
  - What you do not know stays as it is: it counts as not known.
  - What you know to be none is null, as in {field}: null.
  - When nothing is left out of this file, take the "# " away before complete: lists and groups
    of fields that are left out are none then.
  - Days are YYYY-MM-DD, as {day}; money is in whole đồng, digits only, as 30000000.
  - Where an id is asked for, write that of another record. Keep the ids. Indent with blanks.""",
}
HEAD_NEW: Final[Pair] = {
    "vi": """\
Cách ghi:
  - Các dòng bắt đầu bằng dấu # ở cuối tệp là một hồ sơ mẫu. Chép lại cho mỗi hồ sơ, xóa "# "
    ở đầu dòng rồi ghi giá trị thật thay cho mọi giá trị có chữ "(ví dụ)"; còn chữ đó thì
    chương trình báo lỗi, không rà soát.
  - Mỗi hồ sơ có id riêng, không trùng trong cả thư mục. Điều gì chưa biết thì bỏ cả dòng.
  - Biết chắc là không có thì ghi null. Thụt dòng bằng dấu cách.
  - Ngày ghi năm-tháng-ngày, như {day}; tiền ghi nguyên đồng, chỉ chữ số, như 30000000.
  - Trường ghi id là ghi id của hồ sơ khác, như các id trong các tệp về đơn vị.""",
    "en": """\
How to fill in:
  - The lines with a # at the end are an example of a record. Copy them for each, take the
    "# " away and write what is so in the place of each value that ends with "(example)"; a
    value that still does is refused.
  - Each record has an id of its own in the whole folder. Leave out what you do not know.
  - What you know to be none is null. Indent with blanks.
  - Days are YYYY-MM-DD, as {day}; money is in whole đồng, digits only, as 30000000.
  - Where an id is asked for, write that of another record, as in the files on the bodies.""",
}
TABLE: Final[Pair] = {
    "vi": (
        "Nhiều hồ sơ thì dùng bảng Excel tiện hơn: mỗi dòng một hồ sơ, lưu kiểu CSV UTF-8 với tên "
        'tệp {table}, cạnh tệp này; khi đó xóa "# " trước collected_on trong isocheck.yaml. '
        "Các cột: {columns}."
    ),
    "en": (
        "Of many records a table is easier: a row a record, saved as CSV UTF-8 under the name "
        '{table} beside this file; then take the "# " away before collected_on in isocheck.yaml. '
        "Columns: {columns}."
    ),
}
OF: Final[Pair] = {"vi": " của {}", "en": " of: {}"}
FIELDS: Final[Pair] = {"vi": "Các trường cần ghi:", "en": "What to fill in:"}
WHEN: Final[Pair] = {
    "vi": "Chỉ ghi khi có (bỏ trống nghĩa là không có, hoặc chưa chấm dứt):",
    "en": "Only where it happened (left out: none, or not ended):",
}
ONLY: Final[Pair] = {"vi": " (chỉ với {})", "en": " ({} only)"}
COUNTED: Final[Pair] = {"vi": "{title}: {count} hồ sơ", "en": "{title}: {count}"}
ABOUT_EMPTY: Final[Pair] = {"vi": "{title}: chưa có hồ sơ nào", "en": "{title}: no record yet"}
COMPLETE: Final[Pair] = {
    "vi": "# complete: all  # tệp này không bỏ sót gì",
    "en": "# complete: all  # nothing is left out of this file",
}
SOURCE: Final[Pair] = {
    "vi": '# source: "… (ví dụ)"  # thông tin lấy từ văn bản, báo cáo nào',
    "en": '# source: "… (example)"  # the document that these facts come from',
}

SETTINGS: Final[Pair] = {
    "vi": """\
# {name}: thiết lập chung của thư mục. Cách bắt đầu: xem tệp {readme}.
profile: {profile}  # hệ văn bản áp dụng: {title}
as_of: {as_of}  # rà soát tính đến ngày này
lang: vi  # ngôn ngữ của báo cáo
# collected_on: {collected_on}  # ngày thu thập thông tin của các bảng Excel (CSV), nếu có

# Những loại đã có đủ hồ sơ. Loại chưa khai thì có thể còn hồ sơ khác, nên nhiều nội dung chưa
# kết luận được. Đã ghi đủ loại nào thì xóa "# " ở dòng collected và ở dòng của loại đó.
# collected:
""",
    "en": """\
# {name}: the settings of this folder. How to begin: see {readme}.
profile: {profile}  # which packs are the law: {title}
as_of: {as_of}  # the day to judge for
lang: en  # the language of the report
# collected_on: {collected_on}  # when tables (CSV) were collected, if there are any

# The kinds of which every record is here. Of the others there may be more, and much cannot
# be told. When all of a kind are here take the "# " away before collected and before the kind.
# collected:
""",
}
README: Final[Mapping[str, tuple[str, str]]] = {
    "vi": (
        "DOC-TRUOC.txt",
        """\
{name}: BẮT ĐẦU TỪ ĐÂU

Thư mục này có sẵn tên, mã của đơn vị theo danh sách; chưa có thông tin nào khác. Cần ghi:

1. isocheck.yaml: hệ văn bản và ngày rà soát đã ghi sẵn; khi đã ghi đủ hồ sơ của loại nào thì
   khai ở đó.
2. Các tệp dưới đây. Mở bằng Notepad; đầu mỗi tệp có cách ghi và nghĩa của từng trường.

{files}
3. Kiểm tra cách ghi, bất cứ lúc nào; mỗi lỗi được báo kèm tệp, dòng và cách sửa:

       isocheck facts check {folder}

4. Rà soát. Không cần ghi hết mới chạy: báo cáo cho biết còn thiếu gì, điều nào nên ghi trước.

       isocheck check {folder}

Điều không biết thì không ghi. Mọi giá trị trong dòng mẫu đều có chữ "(ví dụ)": dòng mẫu đã bỏ
dấu # mà chưa thay giá trị thì chương trình báo lỗi, không coi đó là thông tin thật.
""",
    ),
    "en": (
        "README.txt",
        """\
{name}: WHERE TO BEGIN

This folder holds the names and codes of the units, from the list, and nothing else. Fill in:

1. isocheck.yaml: the packs and the day to judge for are there already; say there of which kinds
   every record is in the folder.
2. The files below. At the top of each stands how to fill it in and what each field means.

{files}
3. Check the form, at any time; each problem comes with its file, line and how to mend it:

       isocheck facts check {folder}

4. Judge. You need not fill in all first: the report says what is missing, and what helps most.

       isocheck check {folder}

What you do not know, leave out. Every value in example lines ends with "(example)": a line without
its # whose values are still those of the example is refused, and never counts as a fact.
""",
    ),
}
