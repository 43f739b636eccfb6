"""Ed25519 keys and signatures, through `cryptography`, which is imported only when it is needed.

Keys are the user's: a private key stands in a PEM file (PKCS 8) that only its owner may read, the
public key beside it in a PEM file and, for mails and paper, in one line.
"""

from __future__ import annotations

import base64
import binascii
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from isocheck.audit.store import is_private
from isocheck.audit.trail import Signature
from isocheck.errors import InputProblems, Location, Problem
from isocheck.source.files import read_safely

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_LINE: Final = "ed25519:"
_LENGTH: Final = 32
_LARGEST: Final = 64 * 1024


def key_text(key: bytes) -> str:
    """Return a public key as one line."""
    return _LINE + base64.b64encode(key).decode("ascii")


def signature_holds(made: Signature, head: bytes) -> bool:
    """Tell whether a signature is one of this head by its own key."""
    try:
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - in an extra
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - of an extra, and heavy
            Ed25519PublicKey,
        )
    except ImportError as error:
        raise _not_installed() from error
    try:
        Ed25519PublicKey.from_public_bytes(made.key).verify(made.signature, head)
    except (InvalidSignature, ValueError):
        return False
    return True


def signed(private: Path, number: int, head: bytes) -> Signature:
    """Return the signature of a head; raises InputProblems if the key is of no use."""
    key = _private_key(private)
    return Signature(number, key.public_key().public_bytes_raw(), key.sign(head))


def new_key(file: Path) -> str:
    """Make a pair of keys, write both files, and return the public one as a line.

    Raises InputProblems; a file that is there is never written over.
    """
    try:
        from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - in an extra
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - of an extra, and heavy
            Ed25519PrivateKey,
        )
    except ImportError as error:
        raise _not_installed() from error
    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    beside = file.with_name(file.name + ".pub")
    for path in (file, beside):
        if os.path.lexists(path):
            raise _refused("audit.key-there", path)
    _write_new(file, private, 0o600)
    _write_new(beside, public, 0o644)
    return key_text(key.public_key().public_bytes_raw())


def read_public_key(text: str) -> bytes:
    """Return the public key that a person named by its line or its file; raises InputProblems."""
    line = text.strip()
    if not line.startswith(_LINE):
        line = read_safely(Path(text).resolve(), text, _LARGEST).decode("ascii", "replace").strip()
    if line.startswith(_LINE):
        try:
            key = base64.b64decode(line.removeprefix(_LINE), validate=True)
        except binascii.Error:
            key = b""
    else:
        key = _of_pem(line)
    if len(key) != _LENGTH:
        raise _refused("audit.key-form", Path(text))
    return key


def _of_pem(text: str) -> bytes:
    try:
        from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415 - in an extra
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - of an extra, and heavy
            Ed25519PublicKey,
        )
        from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415 - of an extra, and heavy
            load_pem_public_key,
        )
    except ImportError as error:
        raise _not_installed() from error
    try:
        key = load_pem_public_key(text.encode())
    except (ValueError, UnsupportedAlgorithm):
        return b""
    return key.public_bytes_raw() if isinstance(key, Ed25519PublicKey) else b""


def _private_key(file: Path) -> Ed25519PrivateKey:
    try:
        from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415 - in an extra
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - of an extra, and heavy
            Ed25519PrivateKey,
        )
        from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415 - of an extra, and heavy
            load_pem_private_key,
        )
    except ImportError as error:
        raise _not_installed() from error
    data = read_safely(file.resolve(), file.as_posix(), _LARGEST)
    if not is_private(file):
        raise _refused("audit.key-open", file)
    try:
        key = load_pem_private_key(data, None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise _refused("audit.private-key-form", file) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _refused("audit.private-key-form", file)
    return key


def _write_new(path: Path, data: bytes, mode: int) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        reason = error.strerror or str(error)
        problem = Problem("call.output", Location(path.as_posix()), "", {"error": reason})
        raise InputProblems([problem]) from error


def _refused(code: str, path: Path) -> InputProblems:
    return InputProblems([Problem(code, Location(path.as_posix()))])


def _not_installed() -> InputProblems:
    args = {"library": "cryptography", "extra": "audit"}
    return InputProblems([Problem("audit.not-installed", Location(""), "", args)])
