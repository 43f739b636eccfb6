"""`isocheck packs diff | new`: what a new version or circular changes; a pack to begin with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import click

from isocheck.authoring.effects_text import effects_text
from isocheck.authoring.law_diff import aspect_words, differences, law_named
from isocheck.authoring.law_diff_text import difference_lines
from isocheck.authoring.naming import Naming
from isocheck.authoring.sentences import causes_of, sentences, sentences_of_texts
from isocheck.authoring.skeleton import new_pack
from isocheck.cli import completion, options
from isocheck.cli.commands import Command
from isocheck.cli.comparing import judged_under, naming_of, whole
from isocheck.cli.exit_status import answering
from isocheck.cli.language import Language, told
from isocheck.cli.output import screen_for, write_result
from isocheck.cli.pack_options import begin
from isocheck.evaluate.run import Evaluation
from isocheck.packs.model import Profile
from isocheck.report.document import serialised
from isocheck.report.effects import effects_entry, effects_of
from isocheck.report.layout import Screen, wrapped

LANGUAGES: Final[tuple[Language, ...]] = ("vi", "en")
_DIFF = told(
    "Cho biết phiên bản mới, hoặc một văn bản thêm vào, thay đổi điều gì: quy định thêm, bớt, sửa "
    "lời; tham số, thời hạn, nơi nhận. A và B là bộ quy định (BỘ@PHIÊN_BẢN) hoặc hệ văn bản, có "
    "thể cộng thêm bộ: HỆ+BỘ. Nêu thư mục thông tin thì cho biết kết quả nào đổi, của ai, thành "
    "việc gì, ngày nào.\n\n"
    "\b\nVí dụ:\n  isocheck packs diff kh34-alone kh34-alone+cv419\n"
    "  isocheck packs diff kh34-alone lang-son-2018-2020 facts/",
    "Say what a new version or an added circular changes: rules added, gone, reworded; parameters, "
    "due days, addressees. A and B are packs (PACK@VERSION) or profiles, to which a pack may be "
    "added: PROFILE+PACK. With a facts folder, which findings change for whom, in actions and "
    "days.\n\n"
    "\b\nExample:\n  isocheck packs diff kh34-alone kh34-alone+cv419\n"
    "  isocheck packs diff kh34-alone lang-son-2018-2020 facts/",
)
_NEW = told(
    "Tạo một bộ quy định mới: một quy định đạt, nguyên văn và trường hợp thử, để viết tiếp. "
    "Tệp đầu tiên lấy từ thư mục `new` của một bộ có sẵn.\n\n"
    "\b\nVí dụ:\n  isocheck packs new qd-01 bo-rieng",
    "Begin a pack: one rule that passes, its text and its cases, to write over. Its first files "
    "are those that a pack brings in its folder `new`.\n\n"
    "\b\nExample:\n  isocheck packs new mine my-packs",
)


@click.command("diff", cls=Command, help=_DIFF)
@click.argument("before", metavar="A", shell_complete=completion.packs)
@click.argument("after", metavar="B", shell_complete=completion.packs)
@click.argument(
    "folder",
    metavar=told("[THƯ_MỤC]", "[FOLDER]"),
    required=False,
    shell_complete=completion.folder,
)
@options.policies
@options.as_of
@options.lang
@options.full
@options.format_
@options.output
@options.color
@options.traceback
@answering
def diff(**params: Any) -> int:
    """Compare two laws; 1 where something differs."""
    return compare(**params)


def compare(  # noqa: PLR0913 - the options of the command
    *,
    before: str,
    after: str,
    folder: str | None,
    policies: tuple[str, ...],
    as_of: str | None,
    lang: Language | None,
    full: bool,
    format_: str,
    output: str | None,
    color: str,
) -> int:
    """Write what differs between two laws, and on some facts."""
    chosen, roots = begin(lang, policies, folder)
    laws = [law_named(name, roots) for name in (before, after)]
    runs = [] if folder is None else [judged_under(law, folder, as_of) for law in laws]
    documents = [whole(run) for run in runs]
    effects = effects_of(*documents) if documents else None
    differs = any(differences(laws[0], laws[1], chosen))
    if format_ == "json":
        entry: dict[str, Any] = {"before": before, "after": after}
        entry["summary"] = {
            language: _sentences(laws, runs, documents, language) for language in LANGUAGES
        }
        entry["differences"] = [asdict(d) for d in differences(laws[0], laws[1], chosen)]
        text = serialised(entry if effects is None else entry | effects_entry(effects))
    else:
        screen = screen_for(color, output)
        lines = _text(laws, runs, documents, naming_of(documents, runs, chosen, full=full), screen)
        text = "\n".join(lines).rstrip() + "\n"
    write_result(text, output)
    return int(differs or (effects is not None and effects.any()))


def _sentences(
    laws: Sequence[Profile],
    runs: Sequence[Evaluation],
    documents: Sequence[Mapping[str, Any]],
    lang: Language,
    naming: Naming | None = None,
) -> list[str]:
    """Return what the change comes to, in sentences."""
    naming = naming or naming_of(documents, runs, lang, full=True)
    causes = causes_of(laws[0], laws[1], differences(laws[0], laws[1], lang))
    if not runs:
        return sentences_of_texts(causes, naming)
    return sentences(effects_of(*documents), causes, naming, runs[-1].as_of)


def _text(
    laws: Sequence[Profile],
    runs: Sequence[Evaluation],
    documents: Sequence[Mapping[str, Any]],
    naming: Naming,
    screen: Screen,
) -> Iterator[str]:
    """Yield the sentences, what changes for whom, and what differs in the texts."""
    lang = naming.lang
    for sentence in _sentences(laws, runs, documents, lang, naming):
        yield from wrapped(sentence, screen.width)
    found = differences(laws[0], laws[1], lang)
    if not found:
        yield from difference_lines(found, lang, screen, aspect_words)
    if runs:
        yield ""
        yield from effects_text(effects_of(*documents), naming, screen)
    elif found:
        yield from wrapped(_texts_alone(naming), screen.width)
    if found:
        yield ""
        yield from difference_lines(found, lang, screen, aspect_words)


def _texts_alone(naming: Naming) -> str:
    return naming.say(
        "Ở đây chỉ so lời văn. Nêu thêm thư mục thông tin (như facts/) để biết kết quả nào đổi, "
        "của ai, việc gì, hạn nào, và còn thiếu thông tin gì.",
        "Only the texts are compared here. With a facts folder (such as facts/) this says which "
        "findings change for whom, what is to be done by when, and which facts are missing.",
    )


@click.command("new", cls=Command, help=_NEW)
@click.argument("name", metavar=told("MÃ", "ID"))
@click.argument("folder", metavar=told("[THƯ_MỤC]", "[DIR]"), default="policies")
@click.option(
    "--from",
    "model",
    metavar=told("BỘ", "PACK"),
    shell_complete=completion.packs,
    help=told("bộ có sẵn làm mẫu", "the pack that the new one is modelled on"),
)
@options.policies
@options.lang
@options.format_
@options.traceback
@answering
def new(  # noqa: PLR0913, PLR0917 - an option each
    name: str,
    folder: str,
    model: str | None,
    policies: tuple[str, ...],
    lang: Language | None,
    format_: str,
) -> None:
    """Write a pack to begin with."""
    chosen, roots = begin(lang, policies)
    written = new_pack(name, Path(folder), model, roots)
    if format_ == "json":
        write_result(serialised([path.as_posix() for path in written]), None)
        return
    text = "".join(f"{path.as_posix()}\n" for path in written)
    call = f"isocheck packs test {name} --policy {folder}"
    text += f"Thử ngay: {call}\n" if chosen == "vi" else f"Try it: {call}\n"
    write_result(text, None)
