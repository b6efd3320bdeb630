"""The list for the KB on paper, the sheet on which a month is compared, and the slip that invites to KB's measurement.

Codes and counts only; the slip is the same for every visitor.
"""

from collections.abc import Iterator, Sequence

from ido_kiosk.base.blocks import Big, Block, Definitions, Heading, Notice, Paragraph, QrCode, Small, Ticks
from ido_kiosk.base.language import _, ngettext

Fields = Sequence[tuple[str, str]]
"""The fields of one question in the form of the KB, with what stands in each."""


def kb_list(visitors: Sequence[tuple[str, Sequence[Fields]]], is_compared: bool) -> Iterator[Block]:
    """One visitor after the other (title and questions), each to tick off."""
    number = sum(len(questions) for _title, questions in visitors)
    yield Heading(_("Overtypen voor de KB"), 1)
    yield Paragraph(ngettext("{number} vraag", "{number} vragen", number).format(number=number))
    if not is_compared:
        yield Small(_("Volgorde en woorden zijn nog niet met de KB vergeleken."))
    for title, questions in visitors:
        yield Heading(title, 2)
        for fields in questions:
            yield Definitions(tuple(fields))
        yield Ticks((_("Overgetypt"),))


def month_sheet(month: str, questions: int, visits: int) -> Iterator[Block]:
    """Our numbers of a month, with room for those of the KB and the difference; KB's numbers lead (design § 7)."""
    yield Heading(_("Maandblad {month}").format(month=month), 1)
    yield Big(_("Vragen op deze pc"), str(questions), "computer")
    yield Big(_("Bezoekers op deze pc"), str(visits), "person")
    yield Big(_("Vragen bij de KB"), "", "website")
    yield Big(_("Verschil"), "", "pencil")
    yield Small(_("Het getal van de KB gaat voor. Zoek bij een verschil eerst wat nog niet is overgetypt."))


def invitation(address: str) -> Iterator[Block]:
    """The slip that invites to the IDO-impactmeting, at this address of the library.

    What it asks: bibliotheeknetwerk.nl, "Vernieuwd IDO-registratieformulier in Bibliotheekmonitor", 21 March 2024.
    """
    yield Heading(_("Hoe was uw bezoek?"), 1)
    yield Paragraph(_("De KB, de nationale bibliotheek, wil weten wat u van het Informatiepunt vindt."))
    yield Paragraph(_("De KB vraagt hoe uw bezoek was en wat het u opleverde. En iets over uzelf."))
    yield QrCode(address, address.removeprefix("https://"), _("Richt de camera van uw telefoon op de code."))
    yield Paragraph(_("Doet u mee? Vul het zelf in, hier of thuis. Meedoen hoeft niet. Wij helpen u net zo goed."))
    yield Notice(_("Vul nooit uw burgerservicenummer of een wachtwoord in."), "warning")
    yield Small(_("De computer van de balie krijgt uw antwoorden niet. Op dit blad staat niets over u."))
