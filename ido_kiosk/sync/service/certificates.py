"""Whom the kiosk trusts on the network: the certificates of this computer, or a file that the administrator set."""

import ssl
from functools import cache
from pathlib import Path
from typing import Any

from requests.adapters import HTTPAdapter

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.base.reasons import reason_of


class Trusting(HTTPAdapter):
    """Speaks HTTPS with these certificates, and with none that came along with a Python package."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__()

    def init_poolmanager(self, *values: Any, **named: Any) -> None:
        """Make the connections, as requests asks."""
        super().init_poolmanager(*values, **named, ssl_context=self._context)

    def proxy_manager_for(self, proxy: str, **named: Any) -> Any:
        """Make the connections through a proxy, as requests asks."""
        return super().proxy_manager_for(proxy, **named, ssl_context=self._context)

    def send(self, request: Any, *values: Any, **named: Any) -> Any:
        """Send, without what an environment variable tells requests to trust."""
        return super().send(request, *values, **{**named, "verify": True})

    def cert_verify(self, conn: Any, url: str, verify: bool | str, cert: Any) -> None:
        """Always verify, and leave the certificates of requests out."""
        conn.cert_reqs = "CERT_REQUIRED"


def adapter(file: str) -> Trusting:
    """What verifies connections; ``file`` is empty for the certificates of this computer.

    Raises DeskError when the file cannot be read.
    """
    changed = 0.0
    try:
        if file:
            changed = Path(file).stat().st_mtime
        return Trusting(_context(file, changed))
    except OSError as error:
        raise DeskError(
            _("Het bestand met certificaten {file} is niet te gebruiken: {reason}. Vraag de beheerder om hulp.").format(
                file=file, reason=reason_of(error)
            )
        ) from error


@cache
def _context(file: str, _changed: float) -> ssl.SSLContext:
    """Reading the certificates takes 20 ms: once, until the file changes."""
    return ssl.create_default_context(cafile=file or None)
