"""The sheet to hold against an envelope before its first letter."""

from ido_kiosk.base import pdf
from ido_kiosk.base.language import _, speaking
from ido_kiosk.base.pdf.letter_sheet import WindowTest
from ido_kiosk.letters.content.envelope import MOST_OFFSET, Envelope
from ido_kiosk.letters.printout.letter import frame

_SPECIMEN = ("Hier staat het adres", "Afdeling Voorbeeld", "Postbus 12345", "1234 AB  VOORBEELDSTAD")


def test_sheet_pdf(profile: Envelope, offset: tuple[float, float] = (0, 0)) -> bytes:
    """The test sheet as a tagged PDF in Dutch; its rulers tell which offset makes the address right.

    Raises ValueError for an offset over 10 mm.
    """
    with speaking("nl"):
        return pdf.make_window_test(_test(profile, offset))


def _test(profile: Envelope, offset: tuple[float, float]) -> WindowTest:
    return WindowTest(
        title=_("Proefblad voor de envelop"),
        instructions=(
            _("Druk dit blad af op ware grootte (100 %). Kies niet voor passend maken."),
            _("Meet de lijn van 0 tot 100. Is hij niet precies 10 centimeter? Dan maakt de printer het blad kleiner."),
            _("Vouw het blad op de streepjes aan de rand. Doe het in de envelop, met het adres achter het venster."),
            _("Houd de envelop rechtop. Tik hem op tafel: eerst met de onderkant, dan met de linkerkant."),
            _("Welk getal op een liggende liniaal staat bij de linkerrand van het venster? Dat is ‘naar rechts’."),
            _("Welk getal op de staande liniaal staat bij de bovenrand van het venster? Dat is ‘omlaag’."),
            _("Vul die twee getallen in bij de instellingen. Druk dan een nieuw proefblad af."),
            _("Schud de envelop nu alle kanten op. U ziet steeds het hele adres. Dan is het goed."),
        ),
        notes=(
            _("Envelop: {envelope}. Nu ingesteld: {across} mm naar rechts, {down} mm omlaag.").format(
                envelope=profile.label.dutch, across=_said(offset[0]), down=_said(offset[1])
            ),
        ),
        picture=_("Het venster van de envelop, met linialen om te meten hoe ver het verschoven is"),
        address=_SPECIMEN,
        frame=frame(profile, offset),
        window=profile.tapped,
        most_offset=MOST_OFFSET,
    )


def _said(millimetres: float) -> str:
    return f"{millimetres:g}".replace(".", ",").replace("-", "\u2212")
