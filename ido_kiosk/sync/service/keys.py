"""The key with which this desk signs: in a file of its data folder, or in the key store of one account."""

import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ido_kiosk.base.folder import DataFolder
from ido_kiosk.base.language import _
from ido_kiosk.base.settings import Settings
from ido_kiosk.sync.service import key_store
from ido_kiosk.sync.service.connection import CoordinatorError

if TYPE_CHECKING:  # takes a while to import, and the kiosk starts without it
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEY_FILE, NEXT_KEY_FILE = "sleutel.pem", "sleutel.nieuw.pem"
IN_STORE = b"sleutelbos:"
"""How a file begins when the key itself lies in a key store; the name of the entry follows."""


class KeyStore(msgspec.Struct, frozen=True):
    """Section of the settings for an administrator (decision 018)."""

    use: bool = False
    """Whether the key lies in the key store of the account that runs the kiosk: only where that is always the same."""


def own_key(folder: DataFolder, settings: Settings, may_make: bool) -> "Ed25519PrivateKey":
    """The key of this desk; made when there is none and it may be. Raises CoordinatorError without a usable key."""
    return _key_in(folder.root / KEY_FILE, may_make, settings.section(KeyStore).use)


def next_key(folder: DataFolder, settings: Settings) -> "Ed25519PrivateKey":
    """The key that this desk will have; made when there is none yet. Raises CoordinatorError."""
    return _key_in(folder.root / NEXT_KEY_FILE, True, settings.section(KeyStore).use)


def keep_key(folder: DataFolder) -> None:
    """Use the next key from now on. Raises CoordinatorError."""
    file = folder.root / KEY_FILE
    try:
        before = file.read_bytes() if file.exists() else b""
        (folder.root / NEXT_KEY_FILE).replace(file)
    except OSError as error:
        raise _unusable(file) from error
    _forget(before)


def drop_key(folder: DataFolder) -> None:
    """Forget the keys: they are of the desk from which this folder was copied. Raises CoordinatorError.

    What lies in a key store stays there: that desk may be on this computer.
    """
    for name in (KEY_FILE, NEXT_KEY_FILE):
        try:
            (folder.root / name).unlink(missing_ok=True)
        except OSError as error:
            raise _unusable(folder.root / name) from error


def _key_in(file: Path, may_make: bool, in_store: bool) -> "Ed25519PrivateKey":
    from ido_shared import delivery

    try:
        if may_make and not file.exists():
            _write_private(file, _to_keep(delivery.key_to_pem(delivery.new_key()), in_store))
        content = file.read_bytes()
        secret = _secret_of(content)
        key = delivery.key_from_pem(secret)
        _settle(file, content, secret, in_store)
    except (OSError, delivery.ContractError) as error:
        raise _unusable(file) from error
    return key


def _secret_of(content: bytes) -> bytes:
    """The key that a file holds or names. Raises CoordinatorError when the key store does not give it."""
    if not content.startswith(IN_STORE):
        return content
    secret = key_store.get(_name_in(content))
    if not secret:
        raise CoordinatorError(
            _(
                "De sleutel van deze balie ligt in de sleutelbos van één account, en is nu niet te lezen. "
                "Log in met het account waarmee de balie is gekoppeld. Lukt dat niet? Vraag de beheerder om hulp."
            )
        )
    return secret.encode()


def _settle(file: Path, content: bytes, secret: bytes, in_store: bool) -> None:
    """Bring the key where it is to lie now; without a key store it stays in its file."""
    if content.startswith(IN_STORE) == in_store:
        return
    to_keep = _to_keep(secret, in_store)
    if to_keep != content:
        _write_private(file, to_keep)
        _forget(content)


def _to_keep(secret: bytes, in_store: bool) -> bytes:
    """What a file holds for a key: where it lies in the key store, or the key itself where there is no such store."""
    name = key_store.put(secret.decode()) if in_store else ""
    return IN_STORE + name.encode() if name else secret


def _forget(content: bytes) -> None:
    """The key that a file held or named is not used any more."""
    if content.startswith(IN_STORE):
        key_store.remove(_name_in(content))


def _name_in(content: bytes) -> str:
    return content.removeprefix(IN_STORE).decode(errors="replace").strip()


def _unusable(file: Path) -> CoordinatorError:
    text = _("De sleutel van deze balie is weg of niet te lezen ({file}). Vertel dit aan de coördinator.")
    return CoordinatorError(text.format(file=file))


def _write_private(file: Path, content: bytes) -> None:
    """Write a file that only its owner can read, whole or not at all; in a folder of a group, that group too."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".nieuw-")
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    if os.name == "posix" and file.parent.stat().st_mode & stat.S_IWGRP:
        Path(name).chmod(0o660)
    Path(name).replace(file)
