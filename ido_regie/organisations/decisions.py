"""What a municipality decided for its desks, and the signed answer to a desk that asks."""

from typing import Any

from django.conf import settings

from ido_regie import keys
from ido_regie.organisations.desks import active
from ido_regie.organisations.models import Desk, Municipality
from ido_regie.problems import ProblemError
from ido_shared import delivery, exchange


def answer_for(authorization: str, id: str) -> tuple[bytes, str]:
    """What the municipality of a desk decided, signed, and its ETag; the same until something is decided anew.

    Raises ProblemError: 400 when something else was signed, 401 without the desk's own signature, 403 for a desk that
    may not ask.
    """
    if not authorization.startswith(exchange.BEARER):
        raise ProblemError(401, "Ondertekend vragen mag alleen een balie die gekoppeld is.")
    desk = active(id, Desk.objects.select_related("location__municipality"))
    signed = authorization.removeprefix(exchange.BEARER).encode()
    try:
        payload = delivery.verify(signed, delivery.public_from_text(desk.public_key))
        asked = delivery.read(payload, exchange.FetchSettings)
    except delivery.ContractError as error:
        raise ProblemError(401, str(error)) from error
    if (asked.schema, asked.balie, asked.balie) != (exchange.SETTINGS_ASKED, id, str(desk.id)):
        raise ProblemError(400, "Wat er ondertekend is, hoort niet bij dit adres.")
    said = delivery.write(decided_for(desk))
    return delivery.sign(said, keys.signing_key(settings.DATA_FOLDER), keys.SIGNER), exchange.entity_tag(said)


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
