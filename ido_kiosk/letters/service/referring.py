"""The library's line: which letters it helps to write, and where a visitor goes with the others."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from ido_kiosk.base.blocks import Big, Block, Heading, Notice, Paragraph
from ido_kiosk.base.language import _
from ido_kiosk.letters.content.letter import NO_TERM, Letter, Limit
from ido_kiosk.letters.service.making import Facts, Organisations, dutch_fact
from ido_shared.content.wording import Translate

LIMITS: tuple[Limit, ...] = get_args(Limit)
"""Each goes further than the one before."""
_ADVICE = "JUL"
"""Who gives free advice on letters that a library does not write."""


def is_above(letter: Letter, line: Limit) -> bool:
    """Whether a letter goes further than the library goes."""
    return LIMITS.index(letter.limit) > LIMITS.index(line)


def referral(
    letter: Letter, facts: Facts, organisations: Organisations, today: date, translate: Translate
) -> Iterator[Block]:
    """Who can help with a letter above the line, and that the term goes on meanwhile."""
    yield Paragraph(letter.summary.said(translate))
    yield Notice(_("Met deze brief helpt de bibliotheek niet. Dat kan iemand anders beter."), "information")
    if letter.deadline != NO_TERM:
        yield Heading(_("Voor wanneer?"), 2)
        yield Paragraph(_("De laatste dag staat in uw eigen brief. Wacht niet: zoek vandaag nog hulp."))
    yield Heading(_("Wie helpt u wel?"), 2)
    yield from _adviser(facts, organisations, today, translate)
    yield Paragraph(_("Ook uw gemeente helpt gratis. Vraag naar een sociaal raadslid. Neem uw brief mee."))


def _adviser(facts: Facts, organisations: Organisations, today: date, translate: Translate) -> Iterator[Block]:
    body = organisations.get(_ADVICE)
    if body is None:
        return
    name = body.called.said(translate)
    yield Paragraph(_("{organisation} geeft gratis advies.").format(organisation=name))
    number = next((channel.fact for channel in body.channels if channel.way == "phone"), "")
    if said := dutch_fact(facts.get(number), today):
        yield Big(_("Bel {organisation}").format(organisation=name), said, "phone")
