"""Make codes and passwords that a person can read out, and the hash under which a code is kept."""

import secrets

from django.utils.crypto import salted_hmac

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without I, O, 0 and 1, which people mix up."""
GROUP = 4


def new_code() -> str:
    """A one-time code such as ``K7WM-3PQX``: 40 bits, enough for seven days of ten tries an hour."""
    return _groups(2)


def new_password() -> str:
    """A password of 80 bits, in groups that can be typed over."""
    return _groups(4).lower()


def code_hash(code: str) -> str:
    """The hash of a code, however it was typed; without the secret of this regie it cannot be turned back."""
    typed = "".join(sign for sign in code.upper() if sign in LETTERS)
    return salted_hmac("ido_regie.organisations.codes", typed, algorithm="sha256").hexdigest()


def _groups(number: int) -> str:
    """Random letters in groups of four."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(number))
