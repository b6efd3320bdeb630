"""What a municipality decided for its desks, and the signed answer to a desk that asks."""

from typing import Any

from ido_regie.organisations.asking import signed_answer
from ido_regie.organisations.models import Desk, Municipality
from ido_shared import exchange


def answer_for(authorization: str, id: str) -> tuple[bytes, str]:
    """What the municipality of a desk decided, signed, and its ETag; the same until something is decided anew.

    Raises ProblemError as ``signed_answer``.
    """
    return signed_answer(authorization, id, (exchange.FetchSettings, exchange.SETTINGS_ASKED), decided_for)


def decided_for(desk: Desk) -> exchange.DeskSettings:
    """What holds for a desk; the names are those of the kiosk's own settings."""
    here = desk.location.municipality
    values = {name: of_section for name, of_section in _values(here).items() if of_section}
    locks = {name: sorted(set(of_section) - {"help"}) for name, of_section in values.items()} if here.locked else {}
    return exchange.DeskSettings(exchange.SETTINGS, str(desk.id), values, locks)


def _values(here: Municipality) -> dict[str, dict[str, Any]]:
    of_desk: dict[str, Any] = {}
    if here.letters:
        of_desk["letters"] = here.letters
    if here.unread_translations:
        of_desk["unread_translations"] = here.unread_translations == "ja"
    if here.languages:
        of_desk["languages"] = here.languages.split()
    if here.help:
        of_desk["help"] = here.help
    return {"Release": {} if here.threshold is None else {"k": here.threshold}, "ThisDesk": of_desk}
