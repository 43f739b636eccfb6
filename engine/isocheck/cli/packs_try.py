"""`isocheck packs test | coverage | mutate`: whether a pack does what its text says."""

from __future__ import annotations

import click

from isocheck.authoring.coverage import coverage as covered
from isocheck.authoring.coverage import coverage_entry, coverage_text
from isocheck.authoring.mutating import Mutation, failing_cases, refuse_unknown, those_that_require
from isocheck.authoring.mutating import mutate as mutated
from isocheck.authoring.pack_view import names_of, opened
from isocheck.authoring.run_cases import junit, result_entries, results_of, results_text
from isocheck.authoring.survivors import mutation_entry, mutation_text
from isocheck.cli import options
from isocheck.cli.commands import Command
from isocheck.cli.exit_status import answering
from isocheck.cli.language import Language, told
from isocheck.cli.output import write_result
from isocheck.cli.pack_options import begin
from isocheck.cli.progress import Progress
from isocheck.cli.streams import say_on_stderr
from isocheck.report.document import serialised

_TEST = told(
    "Chạy các trường hợp thử của bộ quy định: kết quả mong đợi mà không có, hoặc có mà không mong "
    "đợi, đều là không đạt.\n\n\b\nVí dụ:\n  isocheck packs test\n"
    "  isocheck packs test kh34 --format junit -o kh34.xml",
    "Run the cases of packs: an expectation that no finding meets fails, and so does a finding "
    "that "
    "nobody expected.\n\n\b\nExample:\n  isocheck packs test\n"
    "  isocheck packs test kh34 --format junit -o kh34.xml",
)
_COVERAGE = told(
    "Mỗi đoạn của văn bản được quy định nào mã hóa, hay vì sao không; mỗi kết quả của mỗi quy định "
    "có trường hợp thử nào cho thấy.\n\n\b\nVí dụ:\n  isocheck packs coverage\n"
    "  isocheck packs coverage kh34 --format json",
    "Which paragraphs of the text are encoded, or why not; which outcomes of which rules a case "
    "shows.\n\n\b\nExample:\n  isocheck packs coverage\n"
    "  isocheck packs coverage kh34 --format json",
)
_MUTATE = told(
    "Thay đổi từng chi tiết nhỏ của bộ quy định và xem có trường hợp thử nào phát hiện: từng phép "
    "so, con số, ngày, mức bắt buộc, điều kiện. In ra mọi thay đổi không bị phát hiện.\n\n"
    "\b\nVí dụ:\n  isocheck packs mutate kh34\n  isocheck packs mutate kh34 --only kh34.announce",
    "Change one small thing of a pack at a time and see whether a case notices: each comparison, "
    "number, day, modality, condition. Every change that goes unnoticed is printed.\n\n"
    "\b\nExample:\n  isocheck packs mutate kh34\n"
    "  isocheck packs mutate kh34 --only kh34.announce",
)


@click.command("test", cls=Command, help=_TEST)
@options.pack
@options.policies
@options.lang
@options.matcher
@click.option(
    "--format",
    "-f",
    "format_",
    type=click.Choice(["text", "json", "junit"]),
    default="text",
    show_default=True,
    help=told("Dạng kết quả.", "The form of the results."),
)
@options.output
@options.traceback
@answering
def test(  # noqa: PLR0913, PLR0917 - the options of the command
    pack: str | None,
    policies: tuple[str, ...],
    lang: Language | None,
    matcher: str | None,
    format_: str,
    output: str | None,
) -> int:
    """Run the cases; 1 where one fails."""
    chosen, roots = begin(lang, policies)
    results = results_of(pack, roots, matcher)
    if format_ == "json":
        text = serialised(result_entries(results))
    else:
        text = junit(results, chosen) if format_ == "junit" else results_text(results, chosen)
    write_result(text, output)
    return int(any(not result.passed for result in results))


@click.command("coverage", cls=Command, help=_COVERAGE)
@options.pack
@options.policies
@options.lang
@options.format_
@options.output
@options.traceback
@answering
def coverage(
    pack: str | None,
    policies: tuple[str, ...],
    lang: Language | None,
    format_: str,
    output: str | None,
) -> int:
    """Tell what is covered; 1 where something is not."""
    chosen, roots = begin(lang, policies)
    found = covered(pack, roots)
    if format_ == "json":
        text = serialised([coverage_entry(one) for one in found])
    else:
        text = coverage_text(found, chosen)
    write_result(text, output)
    return int(any(one.gaps for one in found))


@click.command("mutate", cls=Command, help=_MUTATE)
@options.pack
@click.option(
    "--only",
    metavar=told("QUY_ĐỊNH|TÊN", "RULE|NAME"),
    multiple=True,
    help=told(
        "Chỉ thay đổi quy định, giá trị tính hay tham số này.",
        "Change this rule, derived value or parameter only.",
    ),
)
@click.option(
    "--threshold",
    type=click.FloatRange(0, 100),
    metavar=told("PHẦN_TRĂM", "PERCENT"),
    default=95.0,
    show_default=True,
    help=told(
        "Phần trăm ít nhất phải bị phát hiện.", "The least share to be noticed, in per cent."
    ),
)
@options.policies
@options.lang
@options.format_
@options.output
@options.traceback
@answering
def mutate(  # noqa: PLR0913, PLR0917 - the options of the command
    pack: str | None,
    only: tuple[str, ...],
    threshold: float,
    policies: tuple[str, ...],
    lang: Language | None,
    format_: str,
    output: str | None,
) -> int:
    """Try the mutants; 1 where too many go unnoticed."""
    chosen, roots = begin(lang, policies)
    found: list[Mutation] = []
    failing: list[str] = []
    packs = [opened(name, roots) for name in names_of(pack, roots)]
    refuse_unknown(packs, only)  # before the long part
    for one in packs:
        failing += failing_cases(one)
        if not failing:
            progress = Progress()
            found.append(mutated(one, only, those_that_require(one, roots), progress))
            progress.clear()
    if failing:
        for line in failing:
            say_on_stderr(line)
        vi, en = "Hãy sửa các trường hợp thử này trước.", "Mend these cases first."
        say_on_stderr(vi if chosen == "vi" else en)
        return 1
    if format_ == "json":
        text = serialised([mutation_entry(one) for one in found])
    else:
        text = mutation_text(found, threshold, chosen)
    write_result(text, output)
    return int(any(one.score < threshold or one.gaps for one in found))
