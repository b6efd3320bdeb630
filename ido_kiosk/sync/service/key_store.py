"""The key store of the account that runs the kiosk: Credential Manager, Keychain, Secret Service (decision 018).

Nobody waits for it: one that asks for a password, or does not answer, counts as not there. Each platform's store has
errors of its own; here they are all the same as no answer.
"""

import threading

from ido_kiosk.sync.service.connection import never, within

SERVICE = "ido-kiosk"
"""Under this name an administrator finds the entries."""
STORE_WITHIN = 10
"""Seconds."""


def put(secret: str) -> str:
    """Keep a secret under a new name, which is given; empty where no store gives it back."""
    from uuid import uuid4

    name = str(uuid4())

    def work(_given_up: threading.Event) -> str:
        import keyring  # takes 0.2 s, and few desks need it

        keyring.set_password(SERVICE, name, secret)
        return keyring.get_password(SERVICE, name) or ""

    return name if within(work, never, STORE_WITHIN) == secret else ""


def get(name: str) -> str:
    """The secret under a name; empty when it cannot be read."""

    def work(_given_up: threading.Event) -> str:
        import keyring

        return keyring.get_password(SERVICE, name) or ""

    found = within(work, never, STORE_WITHIN)
    return found if isinstance(found, str) else ""


def remove(name: str) -> None:
    """Forget the secret under a name, if the store does that: without its name it serves nobody."""

    def work(_given_up: threading.Event) -> None:
        import keyring

        keyring.delete_password(SERVICE, name)

    within(work, never, STORE_WITHIN)
