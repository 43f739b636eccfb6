"""`isocheck audit`: read a trail, verify it, sign it, make keys."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import click

from isocheck.audit.canonical import DamagedError
from isocheck.audit.detect import form_of, opened, proof_in, trail_file
from isocheck.audit.entries import contents_of
from isocheck.audit.inclusion_proof import verify_proof
from isocheck.audit.record import sign as sign_trail
from isocheck.audit.signing import key_text, new_key, read_public_key
from isocheck.audit.soundness import unsound, wanting
from isocheck.audit.store import Store
from isocheck.audit.trail import Trail, entries, entry_numbered, refusal
from isocheck.audit.tree_head import Code, code_of, head_of, read_code
from isocheck.audit.verify import Verified, verify
from isocheck.audit.wording import log_text, show_text, verified_text
from isocheck.cli import audit_export, options
from isocheck.cli.audit_reading import say_unsound
from isocheck.cli.commands import Group
from isocheck.cli.exit_status import answering, spoken
from isocheck.cli.language import told
from isocheck.cli.output import write_result
from isocheck.errors import InputProblems, Location, Problem
from isocheck.messages import render
from isocheck.report.document import serialised
from isocheck.source.text import json_shown, spelt_out

_HELP = told(
    "Nhật ký rà soát: đã thấy gì, ngày nào, trên thông tin nào, theo bộ quy định nào.\n\n"
    "`isocheck check facts/ --record` ghi nhật ký vào tệp audit.sqlite trong thư mục thông tin.\n\n"
    "\b\nVí dụ:\n  isocheck audit log\n  isocheck audit verify facts/",
    "The audit trail: what was found on a day, on which facts, under which packs.\n\n"
    "`isocheck check facts/ --record` writes it to audit.sqlite in the facts folder.\n\n"
    "\b\nExample:\n  isocheck audit log\n  isocheck audit verify facts/",
)
_VERIFY_HELP = told(
    "Kiểm chứng cả nhật ký: từng mục, từng nội dung đã lưu, từng chữ ký. Mã kết thúc 1 nếu có gì "
    "không còn như lúc ghi.\n\nNHẬT_KÝ là thư mục thông tin, tệp nhật ký, bản xuất hoặc bản "
    "chứng minh.\n\n"
    "\b\nVí dụ:\n  isocheck audit verify facts/\n"
    "  isocheck audit verify ban-xuat.jsonl --key khoa.pub",
    "Verify a whole trail: every entry, every stored content, every signature. Exits with 1 if "
    "anything is not as it was written.\n\nTRAIL is a facts folder, a trail, an export or a "
    "proof.\n\n"
    "\b\nExample:\n  isocheck audit verify facts/\n"
    "  isocheck audit verify export.jsonl --key officer.pub",
)
_SIGN_HELP = told(
    "Ký mã mới nhất của nhật ký (sau khi kiểm chứng), bằng khóa riêng của mình.\n\n"
    "\b\nVí dụ:\n  isocheck audit sign facts/ --key ~/khoa",
    "Sign the newest head of a trail, once it is verified, with a private key of your own.\n\n"
    "\b\nExample:\n  isocheck audit sign facts/ --key ~/officer",
)


@click.group("audit", cls=Group, help=_HELP)
def command() -> None:
    """Hold the commands about the trail."""


audit_export.register(command)
_trail = audit_export.trail


@command.command(
    "log",
    help=told(
        "Liệt kê các mục của nhật ký, mỗi mục kèm mã để ghi vào hồ sơ giấy.\n\n"
        "\b\nVí dụ:\n  isocheck audit log\n  isocheck audit log facts/ --format json",
        "List the entries of a trail, each with the head code for the paper file.\n\n"
        "\b\nExample:\n  isocheck audit log\n  isocheck audit log facts/ --format json",
    ),
)
@_trail
@options.format_
@options.output
@options.lang
@options.traceback
@answering
def log(trail: str, format_: str, output: str | None, lang: str | None) -> int:
    """List the entries."""
    del lang  # read from the context
    with opened(Path(trail)) as found:
        problems = unsound(found)
        codes = _codes(found)
        signed = Counter(made.number for made in found.signatures())
        listed = [(e, codes.get(n), signed[n]) for n, e in entries(found)]
        if not listed and not problems:
            raise refusal(found, "audit.empty")
    if format_ == "json":
        fields = [audit_export.entry_fields(e) | {"head": str(code or "")} for e, code, _ in listed]
        text = json_shown(serialised(fields))
    else:
        text = log_text(listed, spoken())
    write_result(text, output)
    return say_unsound(found, problems)


@command.command(
    "show",
    help=told(
        "Xem một mục: lúc nào, ai, tùy chọn nào, và mọi nội dung đã lưu. Với --content, in chính "
        "nội dung đó.\n\n"
        "\b\nVí dụ:\n  isocheck audit show 3 facts/\n"
        "  isocheck audit show 3 --content findings.json",
        "Show an entry: when, who, which options, and all that is stored of it. With --content, "
        "print that content itself.\n\n"
        "\b\nExample:\n  isocheck audit show 3 facts/\n"
        "  isocheck audit show 3 --content findings.json",
    ),
)
@audit_export.entry_and_trail
@click.option(
    "--content",
    metavar=told("TÊN", "NAME"),
    help=told("In nội dung có tên này.", "Print the content of this name."),
)
@options.format_
@options.output
@options.lang
@options.traceback
@answering
def show(words: tuple[str, ...], content: str | None, **about: Any) -> int:
    """Show an entry."""
    entry, trail = audit_export.entry_in(words)
    with opened(Path(trail)) as found:
        problems = unsound(found)
        shown = entry_numbered(found, entry)
        names = list(contents_of(shown, found.content))
        code = _codes(found).get(entry)
        if content is not None:
            text: str | bytes = audit_export.content_named(found, entry, names, content)
        elif about["format_"] == "json":
            listed = [{"kind": k, "name": name, "sha256": digest} for k, name, digest in names]
            head = {"head": str(code or ""), "contents": listed}
            text = json_shown(serialised(audit_export.entry_fields(shown) | head))
        else:
            text = show_text(shown, code, names, spoken())
        problems += wanting(found, shown)
    write_result(text, about["output"])
    return say_unsound(found, problems)


@command.command("verify", help=_VERIFY_HELP)
@_trail
@click.option(
    "--head",
    "codes",
    metavar=told("MÃ", "CODE"),
    multiple=True,
    help=told(
        "Mã nhật ký đã ghi ở nơi khác (dùng được nhiều lần).",
        "A head code kept elsewhere (may be given several times).",
    ),
)
@click.option(
    "--key",
    "keys",
    metavar=told("KHÓA", "PUBLIC"),
    multiple=True,
    help=told(
        "Khóa công khai (tệp hoặc dòng ed25519:…) phải có chữ ký trên mã mới nhất.",
        "A public key (file, or line ed25519:…) that must have signed the newest head.",
    ),
)
@click.option(
    "--partial",
    is_flag=True,
    help=told(
        "Chấp nhận bản xuất chỉ có một phần các mục; không có cờ này thì thiếu mục là không đạt.",
        "Accept an export of some entries only; without it an entry that is not here is a failure.",
    ),
)
@options.format_
@options.output
@options.lang
@options.traceback
@answering
def verify_(trail: str, codes: tuple[str, ...], keys: tuple[str, ...], **about: Any) -> int:
    """Verify a trail, an export or a proof."""
    wanted = [read_code(code) for code in codes]
    trusted = [read_public_key(key) for key in keys]
    found = _verified(Path(trail), wanted, trusted, partial=about["partial"])
    write_result(_verdict(found, about["format_"]), about["output"])
    return 1 if found.problems else 0


# What makes a file no trail at all: a verdict, not a slip in the call.
_NO_TRAIL = frozenset({"audit.store-damaged", "audit.store-form", "audit.export-in-place"})


def _verified(named: Path, codes: list[Code], keys: list[bytes], *, partial: bool) -> Verified:
    try:
        file = trail_file(named)
        if form_of(file) == "proof":
            return verify_proof(proof_in(file), file.as_posix(), codes, keys).found
        with opened(file) as trail:
            if isinstance(trail, Store):
                trail.examine()
            return verify(trail, codes, keys, partial=partial)
    except InputProblems as error:
        if any(problem.code in _NO_TRAIL for problem in error.problems):
            return Verified(problems=list(error.problems))
        raise


def _verdict(found: Verified, format_: str) -> str:
    if format_ == "json":
        return json_shown(
            serialised(
                {
                    "intact": not found.problems,
                    "entries": found.entries,
                    "present": found.present,
                    "head": str(found.code or ""),
                    "signed": {str(n): [key_text(k) for k in ks] for n, ks in found.signed.items()},
                    "left_out": found.left_out,
                    "problems": [
                        {"code": p.code, "entries": entries_of(p), "text": render(p, spoken())}
                        for p in found.problems
                    ],
                }
            )
        )
    lines = [render(problem, spoken()) for problem in found.problems]
    lines += verified_text(found, spoken())
    return "".join(f"{spelt_out(line)}\n" for line in lines)


def entries_of(problem: Problem) -> list[int]:
    """Return the numbers of the entries that a problem names."""
    several = problem.args.get("entries")
    one = problem.args.get("entry")
    if isinstance(several, list):
        return several
    return [one] if isinstance(one, int) else []


@command.command("sign", help=_SIGN_HELP)
@_trail
@click.option(
    "--key",
    metavar=told("TỆP", "PRIVATE"),
    required=True,
    help=told("Tệp khóa riêng.", "The file of the private key."),
)
@options.lang
@options.traceback
@answering
def sign(trail: str, key: str, lang: str | None) -> None:
    """Sign the newest head."""
    del lang  # read from the context
    file = trail_file(Path(trail))
    if form_of(file) != "store":
        raise InputProblems([Problem("audit.not-a-store", Location(file.as_posix()))])
    number, code, public = sign_trail(file, Path(key))
    line = key_text(bytes.fromhex(public))
    if spoken() == "vi":
        text = f"Đã ký đến mục {number}, mã {code}\nbằng khóa {line}\n"
    else:
        text = f"Signed up to entry {number}, head {code}\nwith the key {line}\n"
    write_result(text, None)


@command.group(
    "key",
    help=told(
        "Khóa để ký nhật ký.\n\n\b\nVí dụ:\n  isocheck audit key new ~/khoa",
        "Keys to sign a trail with.\n\n\b\nExample:\n  isocheck audit key new ~/officer",
    ),
)
def key_group() -> None:
    """Hold the commands about keys."""


@key_group.command(
    "new",
    help=told(
        "Tạo một cặp khóa: khóa riêng vào TỆP (chỉ chủ sở hữu đọc được), khóa công khai vào "
        "TỆP.pub.\n\n\b\nVí dụ:\n  isocheck audit key new ~/khoa",
        "Make a pair of keys: the private one in FILE, for its owner alone, the public one in "
        "FILE.pub.\n\n\b\nExample:\n  isocheck audit key new ~/officer",
    ),
)
@click.argument("file", metavar=told("TỆP", "FILE"))
@options.lang
@options.traceback
@answering
def key_new(file: str, lang: str | None) -> None:
    """Make a pair of keys."""
    del lang  # of the messages: read from the context
    write_result(f"{new_key(Path(file))}\n", None)


def _codes(trail: Trail) -> dict[int, Code]:
    """Return the codes of the heads that can be read."""
    codes: dict[int, Code] = {}
    for row in trail.rows():
        try:
            head_of(row.head or b"")
        except DamagedError:
            continue
        codes[row.number] = code_of(row.head or b"", row.number)
    return codes
