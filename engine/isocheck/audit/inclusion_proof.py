"""The proof that one entry is in the trail of a head, without the rest of the trail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from isocheck.audit.canonical import DamagedError, canonical, fields_of
from isocheck.audit.entries import Entry, entry_of
from isocheck.audit.merkle import inclusion_path, leaf_hash, root_by_path
from isocheck.audit.signing import key_text, signature_holds
from isocheck.audit.soundness import refuse_unsound
from isocheck.audit.trail import Signature, Trail, entry_numbered, refusal
from isocheck.audit.tree_head import Code, Head, code_of, head_of
from isocheck.audit.verify import Verified
from isocheck.errors import Location, Problem

FORMAT: Final = "isocheck.audit-proof/v1"


def proof_of(trail: Trail, number: int, code: Code | None = None) -> bytes:
    """Return the proof of an entry against the head of a code, else the newest one signed.

    Raises InputProblems if there is no such head at or after the entry, or the trail does not hold.
    """
    refuse_unsound(trail)
    entry_numbered(trail, number)
    rows = {row.number: row for row in trail.rows()}
    signatures = trail.signatures()
    at = max((made.number for made in signatures), default=0) if code is None else code.number
    if at < number or at not in rows:
        raise refusal(trail, "audit.no-signed-head", entry=number)
    head = rows[at].head
    if head is None or (code is not None and code_of(head, at) != code):
        raise refusal(trail, "audit.head-other", entry=at, code=str(code))
    heads = [_head(trail, rows[n].head if n in rows else None, n) for n in range(1, at + 1)]
    path = inclusion_path([bytes.fromhex(head.leaf) for head in heads], number - 1)
    entry = rows[number].entry
    assert entry is not None  # noqa: S101 - it was read above
    made = [
        {"key": made.key.hex(), "signature": made.signature.hex()}
        for made in signatures
        if made.number == at
    ]
    proof = {
        "format": FORMAT,
        "number": number,
        "entry": entry.decode("utf-8"),
        "head": head.decode("utf-8"),
        "path": [step.hex() for step in path],
        "signatures": made,
    }
    return canonical(proof) + b"\n"


def _head(trail: Trail, data: bytes | None, number: int) -> Head:
    try:
        return head_of(data or b"")
    except DamagedError as error:
        raise refusal(trail, "audit.head-changed", entry=number) from error


@dataclass(slots=True)
class Proved:
    """What a proof shows: the entry, and the head that it is under."""

    found: Verified
    entry: Entry | None = None


def verify_proof(data: bytes, shown: str, codes: list[Code], keys: list[bytes]) -> Proved:
    """Verify a proof by itself, against the codes and keys that are trusted."""
    proved = Proved(Verified())
    tell = _Teller(proved.found, shown)
    try:
        proof = fields_of(data.removesuffix(b"\n"))
        entry, number = proof["entry"].encode("utf-8"), proof["number"]
        head = head_of(proof["head"].encode("utf-8"))
        path = [bytes.fromhex(step) for step in proof["path"]]
        made = [
            Signature(head.entries, bytes.fromhex(s["key"]), bytes.fromhex(s["signature"]))
            for s in proof["signatures"]
        ]
        proved.entry = entry_of(entry)
        if proof["format"] != FORMAT or type(number) is not int or len(proof) != len(_KEYS):
            raise DamagedError("no proof")  # noqa: TRY301 - no proof, as where a part fails
    except (DamagedError, KeyError, TypeError, ValueError, AttributeError):
        tell("audit.proof-form")
        return proved
    root = root_by_path(leaf_hash(entry), number - 1, head.entries, path)
    if root is None or root.hex() != head.root or proved.entry.number != number:
        tell("audit.proof-wrong", entry=number)
    proved.found.present = [number]
    _trusted(proved.found, tell, head, made, codes, keys)
    return proved


_KEYS: Final = ("format", "number", "entry", "head", "path", "signatures")


class _Teller:
    def __init__(self, found: Verified, shown: str) -> None:
        self._found, self._shown = found, shown

    def __call__(self, code: str, /, **args: Any) -> None:
        self._found.problems.append(Problem(code, Location(self._shown), "", args))


def _trusted(  # noqa: PLR0913, PLR0917 - the parts of a proof
    found: Verified,
    tell_problem: _Teller,
    head: Head,
    made: list[Signature],
    codes: list[Code],
    keys: list[bytes],
) -> None:
    """Hold the head of a proof against what is trusted."""
    data, at = head.data(), head.entries
    found.entries, found.code = at, code_of(data, at)
    for each in made:
        if signature_holds(each, data):
            found.signed.setdefault(at, []).append(each.key)
        else:
            tell_problem("audit.signature-wrong", entry=at, key=key_text(each.key))
    for key in keys:
        if key not in found.signed.get(at, []):
            args = {"entry": at, "key": key_text(key), "signed": ""}
            tell_problem("audit.signature-missing", **args)
    for code in codes:
        if code != found.code:
            tell_problem("audit.head-other", entry=at, code=str(code))
