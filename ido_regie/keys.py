"""What regie keeps secret, as files in the data folder that only its own user can read."""

import os
import secrets
import tempfile
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ido_shared import delivery

DJANGO_KEY_FILE = "geheim.txt"
SIGNING_FILE = "sleutel.pem"
SIGNER = "regie"
"""The ``kid`` of what regie signs."""


def prepare_folder(folder: Path) -> None:
    """Make the data folder and the secrets that are not there yet. Raises OSError when that cannot be done."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _keep(folder / DJANGO_KEY_FILE, secrets.token_urlsafe(48).encode())
    _keep(folder / SIGNING_FILE, delivery.key_to_pem(delivery.new_key()))


def secret_key(folder: Path) -> str:
    """The secret Django signs with; empty (which Django refuses to use) while the folder is not prepared."""
    file = folder / DJANGO_KEY_FILE
    return file.read_text(encoding="utf-8") if file.exists() else ""


def signing_key(folder: Path) -> Ed25519PrivateKey:
    """The key regie signs its receipts with. Raises OSError or ContractError when the file is not usable."""
    return delivery.key_from_pem((folder / SIGNING_FILE).read_bytes())


def _keep(file: Path, content: bytes) -> None:
    """Write a secret once: linking a finished file never shows half a secret and never replaces one."""
    if file.exists():
        return
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".nieuw-")  # mkstemp makes it readable for its owner only
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        file.hardlink_to(fresh)
    except FileExistsError:
        return  # another start was a moment earlier: its secret counts
    finally:
        fresh.unlink()
