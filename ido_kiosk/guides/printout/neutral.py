"""What others need not read from across the table: a title with such a word is not the heading of a sheet."""

import re

from ido_shared.content.wording import Wording

_REVEALING = re.compile(
    r"\b(schuld|boete|fraud|opgelicht|oplicht|nep|deurwaarder|incasso|aanmaning|beslag|ontruim|misbruik|bijstand"
    r"|uitkering|werkloos|ziek|overl|politie|aangifte|scheid|gevangen|afbetal|betalingsregeling|\w*toeslag)",
    re.IGNORECASE,
)


def is_revealing(title: Wording) -> bool:
    """Whether a title tells too much; by its Dutch, which every language has."""
    return _REVEALING.search(title.dutch) is not None
