"""`isocheck init`: a folder to begin with, for a province from a list of its units."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from isocheck.cli import completion, options
from isocheck.cli.commands import Command
from isocheck.cli.exit_status import answering
from isocheck.cli.language import Language, told
from isocheck.cli.output import write_result
from isocheck.cli.runs import prepare
from isocheck.errors import InputProblems, Location, Problem
from isocheck.packs.model import Profile
from isocheck.records.forms import FormError, day_of
from isocheck.resources import DEFAULT_PROFILE
from isocheck.session import Call, Preparation
from isocheck.source.text import nfc
from isocheck.starting.making import Asked, Made, make
from isocheck.starting.vscode import EXTENSION

_HELP = told(
    "Tạo thư mục thông tin để bắt đầu: mỗi đơn vị trong danh sách là một hồ sơ có sẵn mã, tên; "
    "những gì phải ghi thêm là các dòng mẫu có chú thích.\n\n"
    "Danh sách là bảng lưu từ Excel (CSV UTF-8) có các cột như Mã, Tên, Cấp, Mã huyện, Tên huyện, "
    "Tỉnh. Danh sách không có cấp huyện thì xã đứng ngay dưới tỉnh.\n\n"
    "\b\nVí dụ:\n"
    "  isocheck init so-lieu --units ca-nuoc.csv --province 20 --as-of 2020-12-31\n"
    "  isocheck init so-lieu --units huyen.csv --units xa.csv \\\n"
    '      --province "Tỉnh Lạng Sơn" --as-of 2020-12-31',
    "Make a facts folder to begin with: each unit of the list is a record with its code and name; "
    "what is left to fill in stands there as commented examples.\n\n"
    "The list is a CSV table with columns such as code, name, type, district_code, district, "
    "province. Without districts communes stand directly below the province.\n\n"
    "\b\nExample:\n"
    "  isocheck init my-facts --units country.csv --province 20 --as-of 2020-12-31\n"
    "  isocheck init my-facts --units districts.csv --units communes.csv \\\n"
    '      --province "Tỉnh Lạng Sơn" --as-of 2020-12-31',
)
_list = click.option(
    "--units",
    metavar=told("TỆP", "FILE"),
    multiple=True,
    shell_complete=completion.file,
    help=told(
        "Danh sách đơn vị (CSV); dùng được nhiều lần, mỗi cấp một danh sách.",
        "A list of units (CSV); may be given several times, such as one a level.",
    ),
)
_province = click.option(
    "--province",
    metavar=told("TÊN|MÃ", "NAME|CODE"),
    default="",
    help=told(
        "Tỉnh: tên hoặc mã, khi danh sách có nhiều tỉnh; tên, khi danh sách không ghi tỉnh.",
        "The province: name or code where the list has several; its name where it has none.",
    ),
)
_collected_on = click.option(
    "--collected-on",
    metavar=told("NĂM-THÁNG-NGÀY", "YYYY-MM-DD"),
    help=told(
        "Ngày thu thập thông tin; không ghi thì là ngày rà soát.",
        "The day on which the facts are collected; without it the day to judge for.",
    ),
)
_vscode = click.option(
    "--vscode",
    is_flag=True,
    help=told(
        "Ghi thêm cấu hình cho Visual Studio Code: khi gõ được gợi ý và báo lỗi ngay trong tệp.",
        "Write settings for Visual Studio Code too: fields are offered and checked while typing.",
    ),
)


@click.command("init", cls=Command, help=_HELP)
@click.argument("folder", metavar=told("THƯ_MỤC", "FOLDER"), shell_complete=completion.folder)
@_list
@_province
@options.law
@_collected_on
@_vscode
@options.traceback
@answering
def command(
    folder: str,
    units: tuple[str, ...],
    province: str,
    collected_on: str | None,
    vscode: bool,
    **call: Any,
) -> None:
    """Make the folder and say what was made."""
    prepared = prepare(Call(**call), with_facts=False)
    assert prepared.profile is not None  # noqa: S101 - `prepare` refuses otherwise
    problems: list[Problem] = []
    try:
        judged, collected = _days(prepared, collected_on)
    except InputProblems as error:  # told with what is wrong with the lists
        problems += error.problems
        judged = collected = date.min
    named = call["profile"] or os.environ.get("ISOCHECK_PROFILE")
    asked = Asked(
        folder=Path(folder),
        units=tuple(map(Path, units)),
        province=nfc(" ".join(province.split())),
        lang=prepared.lang,
        profile=named or DEFAULT_PROFILE,
        policies=tuple(map(Path, call["policies"])),
        as_of=judged,
        collected_on=collected,
        vscode=vscode,
    )
    made = make(asked, prepared.profile, problems)
    chosen = "" if named else asked.profile
    text = _told(made, prepared.profile, prepared.lang, chosen)
    write_result(text + (_of_editor(prepared.lang) if vscode else ""), None)


def _days(prepared: Preparation, collected_on: str | None) -> tuple[date, date]:
    """Return the day to judge for and the day of collecting; either stands for the other."""
    collected = None
    if collected_on is not None:
        try:
            collected = day_of(collected_on)
        except FormError as error:
            place = Location("--collected-on")
            raise InputProblems([Problem(error.code, place, "", error.args_of_message)]) from error
    judged = prepared.as_of or collected
    if judged is None:
        raise InputProblems([Problem("starting.no-day", Location("--as-of"))])
    return judged, collected or judged


def _told(made: Made, profile: Profile, lang: Language, chosen: str) -> str:
    """Return what was made, what to mind, and what to do next.

    `chosen` is the profile that was taken because none was named.
    """
    counts = ", ".join(
        f"{profile.kinds[kind].title[lang]} {count}" for kind, count in made.counts.items()
    )
    number, at = len(made.files), made.folder
    if lang == "vi":
        first = f"Đã tạo thư mục {at}: {number} tệp. Hồ sơ có sẵn: {counts}."
        then = f"Hãy đọc {made.readme} trong đó, ghi thông tin vào các tệp, rồi chạy:"
    else:
        first = f"Made the folder {at}: {number} files. Records in it: {counts}."
        then = f"Read {made.readme} in it, fill in the files, then run:"
    commands = (f"  isocheck facts check {at}", f"  isocheck check {at}")
    return "\n".join([first, *_notes(made, profile, lang, chosen), then, *commands]) + "\n"


def _of_editor(lang: Language) -> str:
    """Return how to make use of the settings of the editor."""
    if lang == "vi":
        return (
            "Mở thư mục này bằng Visual Studio Code và cài tiện ích YAML "
            f"({EXTENSION}) khi được hỏi để được gợi ý khi gõ.\n"
        )
    return (
        "Open the folder in Visual Studio Code and install the extension YAML "
        f"({EXTENSION}) when asked, to have fields offered while typing.\n"
    )


def _notes(made: Made, profile: Profile, lang: Language, chosen: str) -> Iterator[str]:
    """Yield what was made good in reading the list, and what it does not have."""
    notes: list[tuple[str, str]] = []
    if chosen:
        others = ", ".join(name for name in made.profiles if name != chosen)
        vi = f"Không ghi --profile nên hệ văn bản áp dụng là {chosen}: {made.title}. Thời kỳ khác"
        vi += f" cần hệ văn bản khác ({others}): ghi ở dòng profile trong isocheck.yaml."
        en = f"No --profile was given: the profile is {chosen}, {made.title}. Another time needs"
        en += f" another ({others}): write it behind profile in isocheck.yaml."
        notes.append((vi, en))
    for kind in made.skipped_levels:
        title = profile.kinds[kind].title
        notes.append((
            f"Danh sách không có {title['vi']}: đơn vị cấp dưới đứng ngay dưới {made.name}.",
            f"The list has no {title['en']}: the units below stand directly below {made.name}.",
        ))  # fmt: skip
    number = len(made.padded)
    if made.padded:
        was, now = made.padded[0]
        notes.append((
            f"Đã thêm lại số 0 ở đầu {number} mã (bảng tính đã bỏ), chẳng hạn {was} thành {now}.",
            f"{number} codes got back the zeros that a spreadsheet took: {was} is {now}, say.",
        ))  # fmt: skip
    if made.without_codes:
        notes.append((
            f"{made.without_codes} đơn vị không có mã trong danh sách; id đặt theo tên.",
            f"{made.without_codes} units have no code in the list; their ids are made of names.",
        ))  # fmt: skip
    yield from (vi if lang == "vi" else en for vi, en in notes)
